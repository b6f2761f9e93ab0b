import { Group, Select, Stack } from "@mantine/core";
import { useState } from "react";
import type { FirstStart, FirstStartChoices } from "../../core";
import { ChoiceField, FieldPlace, type Form, TextField, useProblem, useValue } from "../../fields";
import { words } from "../../words";
import { forOffice } from "./blank";

const say = words.firstStart;
const OTHER = "other";

export interface PartProps {
  form: Form<FirstStart>;
  choices: FirstStartChoices;
}

/** Which kecamatan this is. Those of the regency fill in the rest; any other office is typed. */
export function Office({ form, choices }: PartProps) {
  const code = useValue(form, "office_code");
  const problem = useProblem(form, "office_code");
  const [other, setOther] = useState(false);
  const known = choices.offices.find((office) => office.code === code);
  const pick = (value: string | null) => {
    setOther(value === OTHER);
    const office = choices.offices.find((one) => one.code === value);
    form.patch(
      office
        ? forOffice(office, choices.regency)
        : { ...forOffice({ code: "", kecamatan: "", abbreviation: "" }, ""), regency: "", number_pattern: "" },
    );
  };
  const typed = other && !known;
  return (
    <Stack gap="sm">
      <FieldPlace name={typed ? "pick-office" : "office_code"}>
        <Select
          label={say.pick}
          placeholder={say.pick_example}
          withAsterisk
          searchable
          selectFirstOptionOnChange
          openOnFocus={false}
          allowDeselect={false}
          maw={420}
          data-testid="pick-office"
          data={[
            ...choices.offices.map((office) => ({ value: office.code, label: office.kecamatan })),
            { value: OTHER, label: say.other },
          ]}
          value={typed ? OTHER : (known?.code ?? null)}
          onChange={pick}
          error={!typed && problem}
          comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }}
        />
      </FieldPlace>
      {typed && (
        <Group align="flex-start" wrap="nowrap">
          <TextField form={form} name="kecamatan" label={say.kecamatan} required />
          <TextField form={form} name="office_code" label={say.office_code} placeholder="12.18.02" required />
        </Group>
      )}
      <div className="first-row">
        <TextField form={form} name="regency" label={say.regency} required />
        <TextField form={form} name="abbreviation" label={say.abbreviation} required />
        <TextField form={form} name="place" label={say.place} required />
      </div>
      <div className="first-row">
        <TextField form={form} name="contact_phone" label={say.contact_phone} />
        <TextField form={form} name="contact_whatsapp" label={say.contact_whatsapp} />
        <TextField form={form} name="contact_email" label={say.contact_email} />
      </div>
      <ChoiceField form={form} name="paper" label={say.paper} choices={choices.papers} />
    </Stack>
  );
}
