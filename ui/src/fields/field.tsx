import type { ReactNode } from "react";
import { type Form, useProblem, useValue } from "./form";

/** What every field of a form is given. */
export interface FieldProps<T extends object, K extends keyof T & string> {
  form: Form<T>;
  name: K;
  label: ReactNode;
  description?: ReactNode;
  required?: boolean;
}

/** One field's value, problem and habits; `name` is its name in the contract. */
export function useField<T extends object, K extends keyof T & string>(form: Form<T>, name: K) {
  const value = useValue(form, name);
  const problem = useProblem(form, name);
  return {
    value,
    error: problem,
    set: (next: T[K]) => form.set(name, next),
    leave: () => form.leave(name),
    testid: `field-${name}`,
  };
}

/** Marks where a field stands, so that the cursor can be sent there. */
export function FieldPlace({ name, children, grow }: { name: string; children: ReactNode; grow?: boolean }) {
  return (
    <div data-field={name} style={grow ? { flex: 1, minWidth: 0 } : { minWidth: 0 }}>
      {children}
    </div>
  );
}
