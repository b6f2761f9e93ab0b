import { Group, Stack } from "@mantine/core";
import { NumberField, TextField, useValues, YesField } from "../../fields";
import { words } from "../../words";
import type { PartProps } from "./office";

const say = words.firstStart;
const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/** How registration numbers are written, with an example. The real number is always the core's. */
export function Numbering({ form, choices }: PartProps) {
  const { number_pattern, first_number, desk_code, replaces } = useValues(form);
  const today = new Date();
  const example = number_pattern
    .replaceAll("{nomor}", String(first_number).padStart(3, "0"))
    .replaceAll("{bulan}", ROMAN[today.getMonth()] ?? "")
    .replaceAll("{tahun}", String(today.getFullYear()))
    .replaceAll("{meja}", desk_code);
  return (
    <Stack gap="sm">
      <YesField form={form} name="replaces" label={say.replaces} description={say.replaces_help} />
      <TextField
        form={form}
        name="number_pattern"
        label={say.number_pattern}
        description={choices.pattern_help}
        required
      />
      <Group align="flex-start" wrap="nowrap">
        {!replaces && (
          <NumberField
            form={form}
            name="first_number"
            label={say.first_number}
            description={say.first_number_help}
            unread={0}
          />
        )}
        <TextField form={form} name="desk_code" label={say.desk_code} description={say.desk_code_help} />
      </Group>
      {!replaces && (
        <div className="number-example" role="status">
          <span className="quiet">{say.number_example}</span>
          <strong data-testid="number-example">{example || "…"}</strong>
        </div>
      )}
    </Stack>
  );
}
