import { Textarea } from "@mantine/core";
import { useState } from "react";
import { fill, words } from "../words";
import { FieldPlace, type FieldProps, useField } from "./field";
import { type Names, useProblemWithin } from "./form";

const kept = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Several short texts, one in a line. A problem of one line is said with the place where the person sees that line. */
export function LinesField<T extends object, K extends Names<T, string[]>>(props: FieldProps<T, K>) {
  const { form, name, label, description, required } = props;
  const field = useField(form, name);
  const within = useProblemWithin(form, name);
  const [text, setText] = useState(() => (field.value as string[]).join("\n"));
  return (
    <FieldPlace name={name} grow>
      <Textarea
        label={label}
        description={description}
        withAsterisk={required}
        autosize
        minRows={1}
        maxRows={12}
        value={text}
        error={
          field.error ??
          (within && fill(words.fields.line, { place: lineOf(text, within.at), message: within.message }))
        }
        spellCheck={false}
        data-testid={field.testid}
        onChange={(event) => {
          setText(event.currentTarget.value);
          field.set(kept(event.currentTarget.value) as T[K]);
        }}
        onBlur={field.leave}
      />
    </FieldPlace>
  );
}

/** The line on the screen, counted from one, that is the `at`-th of those that say something. */
function lineOf(text: string, at: number): number {
  let said = -1;
  return text.split("\n").findIndex((line) => line.trim() !== "" && ++said === at) + 1;
}
