import { Button, Checkbox, Group, NativeSelect, Radio, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import type { Choice } from "../core";
import { fill, words } from "../words";
import { FieldPlace, type FieldProps, useField } from "./field";
import type { Names } from "./form";

/** Short choices stand in a row, long ones below each other. */
function Boxes({ upright, children }: { upright?: boolean; children: ReactNode }) {
  if (upright)
    return (
      <Stack gap="xs" mt={6} mb={4}>
        {children}
      </Stack>
    );
  return (
    <Group gap="xs" className="choices" mt={6} mb={4}>
      {children}
    </Group>
  );
}

/** One of a few: radios in a row, so that arrow keys and a glance suffice. What may stay empty can be emptied again. */
export function ChoiceField<T extends object, K extends Names<T, string>>(
  props: FieldProps<T, K> & {
    choices: Choice[];
    upright?: boolean;
    clearable?: boolean;
    changed?: (code: string) => void;
  },
) {
  const { form, name, label, description, required, choices, upright, clearable, changed } = props;
  const field = useField(form, name);
  const choose = (code: string) => {
    field.set(code as T[K]);
    field.leave();
    changed?.(code);
  };
  const radios = choices.map(({ code, label: text }) => (
    <Radio key={code} value={code} label={text} data-testid={`${field.testid}-${code}`} />
  ));
  return (
    <FieldPlace name={name} grow>
      <Radio.Group
        label={label}
        description={description}
        withAsterisk={required}
        value={field.value as string}
        error={field.error}
        onChange={choose}
        data-testid={field.testid}
      >
        <Boxes upright={upright}>
          {radios}
          {clearable && field.value !== "" && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={fill(words.fields.clear, { label: String(label) })}
              onClick={() => choose("")}
              data-testid={`${field.testid}-clear`}
            >
              {words.fields.clear_short}
            </Button>
          )}
        </Boxes>
      </Radio.Group>
    </FieldPlace>
  );
}

/** Several of a few. */
export function ChecksField<T extends object, K extends Names<T, string[]>>(
  props: FieldProps<T, K> & { choices: Choice[]; upright?: boolean },
) {
  const { form, name, label, description, required, choices, upright = true } = props;
  const field = useField(form, name);
  return (
    <FieldPlace name={name} grow>
      <Checkbox.Group
        label={label}
        description={description}
        withAsterisk={required}
        value={field.value as string[]}
        error={field.error}
        onChange={(codes) => {
          field.set(codes as T[K]);
          field.leave();
        }}
        data-testid={field.testid}
      >
        <Boxes upright={upright}>
          {choices.map(({ code, label: text }) => (
            <Checkbox key={code} value={code} label={text} data-testid={`${field.testid}-${code}`} />
          ))}
        </Boxes>
      </Checkbox.Group>
    </FieldPlace>
  );
}

/** Yes or no. */
export function YesField<T extends object, K extends Names<T, boolean>>(props: FieldProps<T, K>) {
  const { form, name, label, description } = props;
  const field = useField(form, name);
  return (
    <FieldPlace name={name}>
      <Checkbox
        label={label}
        description={description}
        checked={field.value as boolean}
        error={field.error}
        onChange={(event) => {
          field.set(event.currentTarget.checked as T[K]);
          field.leave();
        }}
        data-testid={field.testid}
      />
    </FieldPlace>
  );
}

/** One of many, with the system's own list: typing the first letters finds the line. */
export function ListField<T extends object, K extends Names<T, string>>(
  props: FieldProps<T, K> & { choices: Choice[]; changed?: (code: string) => void },
) {
  const { form, name, label, description, required, choices, changed } = props;
  const field = useField(form, name);
  return (
    <FieldPlace name={name} grow>
      <NativeSelect
        label={label}
        description={description}
        withAsterisk={required}
        value={field.value as string}
        error={field.error}
        data={choices.map(({ code, label: text }) => ({ value: code, label: text }))}
        onChange={(event) => {
          field.set(event.currentTarget.value as T[K]);
          changed?.(event.currentTarget.value);
        }}
        onBlur={field.leave}
        data-testid={field.testid}
      />
    </FieldPlace>
  );
}
