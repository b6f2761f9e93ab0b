import { Group, Stack, Textarea, Title } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { DecisionForm } from "../../core";
import { ChoiceField, DateField, FieldPlace, type Form, TextField, useProblem } from "../../fields";
import { words } from "../../words";

const say = words.decisions;

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="sheet" aria-label={title}>
      <Title order={3} size="h5" mb="sm">
        {title}
      </Title>
      <Stack gap="sm">{children}</Stack>
    </section>
  );
}

/** What every letter of decision has. */
export interface Letter {
  letter_number: string;
  letter_date: string;
  signed_by: string;
  cc: string[];
}

export const blankLetter = (asked: DecisionForm): Letter => ({
  letter_number: "",
  letter_date: asked.today,
  signed_by: asked.officials.length === 1 ? (asked.officials[0]?.id ?? "") : "",
  cc: [],
});

/** Number, date, who signs, and who gets a copy. */
export function LetterFields<T extends Letter>({ form: given, asked }: { form: Form<T>; asked: DecisionForm }) {
  const form = given as unknown as Form<Letter>;
  return (
    <Part title={say.letter}>
      <Group align="flex-start" wrap="nowrap">
        <TextField
          form={form}
          name="letter_number"
          label={say.letter_number}
          description={say.letter_number_help}
          required
        />
        <DateField form={form} name="letter_date" label={say.letter_date} description={say.letter_date_help} required />
      </Group>
      <ChoiceField
        form={form}
        name="signed_by"
        label={say.signed_by}
        required
        upright
        choices={asked.officials.map(({ id, label, role_label }) => ({ code: id, label: `${label} (${role_label})` }))}
      />
      <CopiesField form={form} />
    </Part>
  );
}

/** Who gets a copy, one in a line. */
function CopiesField({ form }: { form: Form<Letter> }) {
  const [text, setText] = useState(() => form.values.cc.join("\n"));
  const problem = useProblem(form, "cc");
  return (
    <FieldPlace name="cc">
      <Textarea
        label={say.cc}
        description={say.cc_help}
        rows={2}
        value={text}
        error={problem}
        data-testid="field-cc"
        onChange={(event) => {
          setText(event.currentTarget.value);
          form.set(
            "cc",
            event.currentTarget.value
              .split("\n")
              .map((line) => line.trim())
              .filter((line) => line !== ""),
          );
        }}
      />
    </FieldPlace>
  );
}
