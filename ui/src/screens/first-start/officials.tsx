import { ActionIcon, Button, Group, Modal, NativeSelect, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { Choice, FirstStart, OfficialInput } from "../../core";
import { asNip, FieldPlace, type Form, goToField, useProblem, useValue } from "../../fields";
import { fill, words } from "../../words";
import { anotherOfficial } from "./blank";
import type { PartProps } from "./office";

const say = words.firstStart;

/** Who signs the letters. */
export function Officials({ form, choices }: PartProps) {
  const officials = useValue(form, "officials");
  const problem = useProblem(form, "officials");
  const [asking, ask] = useState<number | null>(null);
  const remove = (at: number) => {
    form.set(
      "officials",
      officials.filter((_, other) => other !== at),
    );
    ask(null);
  };
  const add = () => {
    const at = officials.length;
    form.set("officials", [...officials, anotherOfficial(choices)]);
    requestAnimationFrame(() => goToField(`officials.${at}.name`));
  };
  const change = (at: number, part: Partial<OfficialInput>) =>
    form.set(
      "officials",
      officials.map((official, other) => (other === at ? { ...official, ...part } : official)),
    );
  return (
    <FieldPlace name="officials">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {say.officials_lead}
        </Text>
        {problem && (
          <Text size="sm" className="error" role="alert">
            {problem}
          </Text>
        )}
        {officials.map((official, at) => {
          const row = { form, at, official, change };
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line of the table is its place
            <fieldset key={at} className="official">
              <legend>{fill(say.official, { at: at + 1 })}</legend>
              <Typed {...row} name="name" label={say.official_name} wide required />
              <Typed {...row} name="position" label={say.official_position} wide required />
              <Typed {...row} name="nip" label={say.official_nip} atRest={asNip} />
              <Typed {...row} name="rank" label={say.official_rank} />
              <Picked {...row} name="role" label={say.official_role} choices={choices.roles} />
              <Picked {...row} name="capacity" label={say.official_capacity} choices={choices.capacities} />
              <Lines {...row} name="represents" label={say.official_represents} help={say.official_represents_help} />
              <details className="official-wide">
                <summary>{say.official_elsewhere}</summary>
                <Typed {...row} name="own_government" label={say.letterhead_government} />
                <Typed {...row} name="own_name" label={say.letterhead_office} />
                <Lines {...row} name="own_lines" label={say.letterhead_lines} />
                <Typed {...row} name="own_place" label={say.place} />
              </details>
              {officials.length > 1 && (
                <ActionIcon
                  className="official-remove"
                  variant="subtle"
                  size="lg"
                  aria-label={fill(say.remove_official, { at: at + 1 })}
                  data-testid={`remove-official-${at}`}
                  onClick={() => (isFilled(official) ? ask(at) : remove(at))}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              )}
            </fieldset>
          );
        })}
        <Button
          variant="default"
          data-testid="add-official"
          leftSection={<IconPlus size={18} aria-hidden />}
          style={{ alignSelf: "flex-start" }}
          onClick={add}
        >
          {say.add_official}
        </Button>
        <Modal
          opened={asking !== null}
          onClose={() => ask(null)}
          title={fill(say.remove_official, { at: (asking ?? 0) + 1 })}
        >
          <Text mb="md">{fill(say.remove_official_sure, { name: officials[asking ?? 0]?.name || "…" })}</Text>
          <Group justify="flex-end">
            <Button variant="default" data-autofocus onClick={() => ask(null)}>
              {words.action.cancel}
            </Button>
            <Button data-testid="confirm-remove-official" onClick={() => asking !== null && remove(asking)}>
              {say.remove}
            </Button>
          </Group>
        </Modal>
      </Stack>
    </FieldPlace>
  );
}

const isFilled = ({ name, nip, rank, position }: OfficialInput) =>
  [name, nip, rank, position].some((text) => text !== "");

interface CellProps {
  form: Form<FirstStart>;
  at: number;
  official: OfficialInput;
  change: (at: number, part: Partial<OfficialInput>) => void;
  name: keyof OfficialInput;
  label: string;
}

function Typed({
  form,
  at,
  official,
  change,
  name,
  label,
  wide,
  required,
  atRest = (text) => text,
}: CellProps & { wide?: boolean; required?: boolean; atRest?: (text: string) => string }) {
  const [here, setHere] = useState(false);
  const problem = useProblem(form, `officials.${at}.${name}`);
  return (
    <div data-field={`officials.${at}.${name}`} className={wide ? "official-wide" : undefined}>
      <TextInput
        label={label}
        withAsterisk={required}
        autoComplete="off"
        spellCheck={false}
        value={here ? official[name] : atRest(official[name])}
        error={problem}
        data-testid={`field-officials.${at}.${name}`}
        onFocus={() => setHere(true)}
        onBlur={() => setHere(false)}
        onChange={(event) => change(at, { [name]: event.currentTarget.value })}
      />
    </div>
  );
}

function Lines({ form, at, official, change, name, label, help }: CellProps & { help?: string }) {
  const problem = useProblem(form, `officials.${at}.${name}`);
  return (
    <div data-field={`officials.${at}.${name}`} className="official-wide">
      <Textarea
        label={label}
        description={help}
        autosize
        minRows={1}
        maxRows={4}
        spellCheck={false}
        value={official[name]}
        error={problem}
        data-testid={`field-officials.${at}.${name}`}
        onChange={(event) => change(at, { [name]: event.currentTarget.value })}
      />
    </div>
  );
}

function Picked({ form, at, official, change, name, label, choices }: CellProps & { choices: Choice[] }) {
  const problem = useProblem(form, `officials.${at}.${name}`);
  return (
    <div data-field={`officials.${at}.${name}`}>
      <NativeSelect
        label={label}
        value={official[name]}
        error={problem}
        data={choices.map(({ code, label: text }) => ({ value: code, label: text }))}
        data-testid={`field-officials.${at}.${name}`}
        onChange={(event) => change(at, { [name]: event.currentTarget.value })}
      />
    </div>
  );
}
