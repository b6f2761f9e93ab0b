import { Button, FileButton, Group, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import type { FirstStart } from "../../core";
import { FieldPlace, type Form, TextField, useProblem, useValue, useValues } from "../../fields";
import { words } from "../../words";
import { readEmblem } from "./emblem";
import type { PartProps } from "./office";

const say = words.firstStart;

/** What stands at the top of every letter, with a look at it. */
export function Letterhead({ form }: PartProps) {
  return (
    <div className="kop-pair">
      <Stack gap="sm">
        <TextField form={form} name="letterhead_government" label={say.letterhead_government} required />
        <TextField form={form} name="letterhead_office" label={say.letterhead_office} required />
        <LinesField form={form} />
        <EmblemField form={form} />
      </Stack>
      <KopPreview form={form} />
    </div>
  );
}

function LinesField({ form }: { form: Form<FirstStart> }) {
  const [text, setText] = useState(() => form.values.letterhead_lines.join("\n"));
  const problem = useProblem(form, "letterhead_lines");
  return (
    <FieldPlace name="letterhead_lines">
      <Textarea
        label={say.letterhead_lines}
        withAsterisk
        placeholder={say.letterhead_lines_example}
        rows={3}
        spellCheck={false}
        value={text}
        error={problem}
        data-testid="field-letterhead_lines"
        onChange={(event) => {
          setText(event.currentTarget.value);
          const lines = event.currentTarget.value.split("\n").map((line) => line.trim());
          form.set(
            "letterhead_lines",
            lines.filter((line) => line !== ""),
          );
        }}
      />
    </FieldPlace>
  );
}

export const emblemAddress = (base64: string) =>
  `data:image/${base64.startsWith("/9j/") ? "jpeg" : "png"};base64,${base64}`;

function EmblemField({ form }: { form: Form<FirstStart> }) {
  const emblem = useValue(form, "emblem");
  const problem = useProblem(form, "emblem");
  const [wrong, setWrong] = useState(false);
  const pick = (file: File | null) => {
    if (!file) return;
    void readEmblem(file)
      .catch(() => null)
      .then((base64) => {
        setWrong(base64 === null);
        if (base64 !== null) form.set("emblem", base64);
      });
  };
  return (
    <FieldPlace name="emblem">
      <Text size="sm" fw={500}>
        {say.emblem}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {say.emblem_help}
      </Text>
      <Group gap="xs">
        <FileButton
          onChange={pick}
          accept="image/png,image/jpeg"
          inputProps={{ "data-testid": "field-emblem", "aria-label": say.emblem } as object}
        >
          {(props) => (
            <Button variant="default" {...props}>
              {emblem ? say.emblem_change : say.emblem_pick}
            </Button>
          )}
        </FileButton>
        {emblem && (
          <Button variant="subtle" onClick={() => form.set("emblem", "")}>
            {say.emblem_remove}
          </Button>
        )}
      </Group>
      {(wrong || problem) && (
        <Text size="sm" className="error" mt={4} role="alert">
          {problem ?? say.emblem_wrong}
        </Text>
      )}
    </FieldPlace>
  );
}

/** The letterhead as it will stand on paper. */
function KopPreview({ form }: { form: Form<FirstStart> }) {
  const { emblem, letterhead_government, letterhead_office, letterhead_lines } = useValues(form);
  return (
    <figure className="kop">
      <figcaption className="quiet">{say.preview}</figcaption>
      <div className="kop-paper">
        {emblem && <img src={emblemAddress(emblem)} alt={say.emblem_alt} />}
        <div className="kop-text">
          <div className="kop-government">{letterhead_government || "…"}</div>
          <div className="kop-office">{letterhead_office || "…"}</div>
          {letterhead_lines.map((line) => (
            <div key={line} className="kop-line">
              {line}
            </div>
          ))}
        </div>
      </div>
    </figure>
  );
}
