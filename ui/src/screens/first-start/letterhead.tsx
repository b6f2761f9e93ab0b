import { Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import type { FirstStart } from "../../core";
import { FieldPlace, type Form, PictureField, pictureAddress, TextField, useProblem, useValues } from "../../fields";
import { words } from "../../words";
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
        <PictureField form={form} name="emblem" label={say.emblem} description={say.emblem_help} />
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

/** The letterhead as it will stand on paper. */
function KopPreview({ form }: { form: Form<FirstStart> }) {
  const { emblem, letterhead_government, letterhead_office, letterhead_lines } = useValues(form);
  return (
    <figure className="kop">
      <figcaption className="quiet">{say.preview}</figcaption>
      <div className="kop-paper">
        {emblem && <img src={pictureAddress(emblem)} alt={say.emblem_alt} />}
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
