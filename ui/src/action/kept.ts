import { useState, useSyncExternalStore } from "react";
import {
  type ActionForm,
  type FieldKind,
  type FieldValue,
  type FormField,
  type FormSection,
  type SubjectRef,
  useCore,
} from "../core";
import { Form, useKeeping } from "../fields";
import { usePlace } from "../shell/place";

/** What stands in a form, by the names of its boxes. */
export type Filled = Record<string, FieldValue>;

const boxes = (asked: ActionForm) =>
  asked.sections.flatMap(({ fields }) => fields).filter(({ kind }) => kind !== "note");

const asAsked = (asked: ActionForm): Filled => Object.fromEntries(boxes(asked).map(({ name, value }) => [name, value]));

const same = (one: FieldValue | undefined, other: FieldValue | undefined) => String(one) === String(other);

const changed = (values: Filled, opened: Filled): Filled =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => !same(value, opened[name])));

/** By which name a form that was left is kept in the window. */
export const keptName = (subject: SubjectRef, action: string) => `${subject.kind} ${subject.id} ${action}`;

/** A form that was left, and what stood in it when it was opened. */
class Left {
  constructor(
    readonly form: Form<Filled>,
    private readonly opened: Filled,
  ) {}

  /** Only what the person changed: the rest may have become something else meanwhile. */
  typed(): Filled {
    return changed(this.form.values, this.opened);
  }
}

/** Whether something was typed into this form before and not sent, by this window or before it was opened. */
export function useWaiting(asked: ActionForm, subject: SubjectRef, action: string) {
  const core = useCore();
  const { unfinished } = usePlace();
  const left = unfinished.get(keptName(subject, action));
  const typed = left instanceof Left && Object.keys(left.typed()).length > 0;
  return {
    waits: typed || asked.kept !== null,
    discard: async () => {
      await core.discard_step(subject, action);
      unfinished.delete(keptName(subject, action));
    },
  };
}

/**
 * The form of an action. What was typed is kept until it is sent, by the window for whoever comes back at once and by the core
 * for whoever comes back after a power cut; but for passwords.
 */
export function useKept(asked: ActionForm, subject: SubjectRef, action: string) {
  const core = useCore();
  const { unfinished } = usePlace();
  const keptAs = keptName(subject, action);
  const secret = boxes(asked).some(({ kind }) => kind === "password");
  const [opened] = useState(() => asAsked(asked));
  const [form] = useState(() => {
    const left = unfinished.get(keptAs);
    const fresh = new Form<Filled>({ ...opened, ...(left instanceof Left ? left.typed() : asked.kept?.typed) });
    if (!secret) unfinished.set(keptAs, new Left(fresh, opened));
    return fresh;
  });
  const keeping = useKeeping(form, (values) =>
    secret ? Promise.resolve() : core.keep_step(subject, action, changed(values, opened)),
  );
  return {
    form,
    keeping,
    sent: () => {
      keeping.stop(false);
      unfinished.delete(keptAs);
    },
    empty: async () => {
      await keeping.hold();
      await core.discard_step(subject, action);
      form.restart(opened);
      keeping.stop(true);
    },
  };
}

/** Whether a box is asked at all, as the form stands: what hangs on a box out of sight is out of sight too. */
function isAsked({ name, shown_when, once_refused }: FormField, asked: ActionForm, form: Form<Filled>): boolean {
  if (once_refused && !form.problem(name) && form.values[name] !== true) return false;
  if (!shown_when) return true;
  return shown_when.fields.some((field) => {
    const value = form.values[field];
    const contents = Array.isArray(value) ? value : [String(value ?? "")];
    if (!contents.some((one) => shown_when.any.includes(one))) return false;
    const above = boxes(asked).find((box) => box.name === field);
    return !above || isAsked(above, asked, form);
  });
}

/** The boxes of a section that are asked, as the person fills the others. */
export function useAsked(form: Form<Filled>, asked: ActionForm, section: FormSection): FormField[] {
  const names = () =>
    section.fields
      .filter((field) => isAsked(field, asked, form))
      .map(({ name }) => name)
      .join(" ");
  const now = useSyncExternalStore(form.subscribe, names).split(" ");
  return section.fields.filter(({ name }) => now.includes(name));
}

const EMPTY: Partial<Record<FieldKind, FieldValue>> = { many: [], lines: [], yes: false };

/** What is sent: a box out of sight says nothing, whatever was typed in it before. */
export function toSend(asked: ActionForm, form: Form<Filled>): Filled {
  const said = (field: FormField): FieldValue => {
    const value = form.values[field.name];
    if (isAsked(field, asked, form)) return value ?? "";
    return EMPTY[field.kind] ?? (typeof value === "number" ? field.value : "");
  };
  return Object.fromEntries(boxes(asked).map((field) => [field.name, said(field)]));
}
