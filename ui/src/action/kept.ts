import { useState, useSyncExternalStore } from "react";
import type { ActionForm, FieldKind, FieldValue, FormField, FormSection, SubjectRef } from "../core";
import { Form } from "../fields";
import { usePlace } from "../shell/place";

/** What stands in a form, by the names of its boxes. */
export type Filled = Record<string, FieldValue>;

const boxes = (asked: ActionForm) =>
  asked.sections.flatMap(({ fields }) => fields).filter(({ kind }) => kind !== "note");

const asAsked = (asked: ActionForm): Filled => Object.fromEntries(boxes(asked).map(({ name, value }) => [name, value]));

const same = (one: FieldValue | undefined, other: FieldValue | undefined) => String(one) === String(other);

/** A form that was left, and what stood in it when it was opened. */
class Left {
  constructor(
    readonly form: Form<Filled>,
    private readonly opened: Filled,
  ) {}

  /** Only what the person changed: the rest may have become something else meanwhile. */
  typed(): Filled {
    const changed = Object.entries(this.form.values).filter(([name, value]) => !same(value, this.opened[name]));
    return Object.fromEntries(changed);
  }
}

/** The form of an action. What was typed is kept until it is sent, but for passwords. */
export function useKept(asked: ActionForm, subject: SubjectRef, action: string) {
  const { unfinished } = usePlace();
  const keptAs = `${subject.kind} ${subject.id} ${action}`;
  const [form] = useState(() => {
    const left = unfinished.get(keptAs);
    const opened = asAsked(asked);
    const fresh = new Form<Filled>({ ...opened, ...(left instanceof Left ? left.typed() : {}) });
    const secret = boxes(asked).some(({ kind }) => kind === "password");
    if (!secret) unfinished.set(keptAs, new Left(fresh, opened));
    return fresh;
  });
  return { form, sent: () => void unfinished.delete(keptAs) };
}

/** Whether a box is asked at all, as the form stands: what hangs on a box out of sight is out of sight too. */
function isAsked({ shown_when }: FormField, asked: ActionForm, values: Filled): boolean {
  if (!shown_when) return true;
  const value = values[shown_when.field];
  const contents = Array.isArray(value) ? value : [String(value ?? "")];
  if (!contents.some((one) => shown_when.any.includes(one))) return false;
  const above = boxes(asked).find(({ name }) => name === shown_when.field);
  return !above || isAsked(above, asked, values);
}

/** The boxes of a section that are asked, as the person fills the others. */
export function useAsked(form: Form<Filled>, asked: ActionForm, section: FormSection): FormField[] {
  const names = () =>
    section.fields
      .filter((field) => isAsked(field, asked, form.values))
      .map(({ name }) => name)
      .join(" ");
  const now = useSyncExternalStore(form.subscribe, names).split(" ");
  return section.fields.filter(({ name }) => now.includes(name));
}

const EMPTY: Partial<Record<FieldKind, FieldValue>> = { many: [], lines: [], yes: false };

/** What is sent: a box out of sight says nothing, whatever was typed in it before. */
export function toSend(asked: ActionForm, values: Filled): Filled {
  const said = (field: FormField): FieldValue => {
    const value = values[field.name];
    if (isAsked(field, asked, values)) return value ?? "";
    return EMPTY[field.kind] ?? (typeof value === "number" ? field.value : "");
  };
  return Object.fromEntries(boxes(asked).map((field) => [field.name, said(field)]));
}
