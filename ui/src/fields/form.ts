import { useCallback, useSyncExternalStore } from "react";
import { asSaid, type FieldProblem, type Said } from "../core";
import { fill, words } from "../words";

/** The names of the fields of `T` whose value is a `V`, or may be one: in a form that the core describes the kind of a box says. */
export type Names<T, V> = {
  [K in keyof T & string]: T[K] extends V ? K : V extends T[K] ? K : never;
}[keyof T & string];

/**
 * What stands in one form, and what is wrong with it.
 *
 * Every field listens for itself, so a keystroke redraws one field and not the page. Which problems there are is for the
 * core to say; the form only knows which of them may be shown already.
 */
export class Form<T extends object> {
  private heard = new Set<() => void>();
  private said: Record<string, string> = {};
  private foreseen: Record<string, string> = {};
  private left = new Set<string>();
  private tried = false;

  constructor(public values: T) {}

  subscribe = (listener: () => void) => {
    this.heard.add(listener);
    return () => void this.heard.delete(listener);
  };

  private tell() {
    for (const listener of this.heard) listener();
  }

  set<K extends keyof T>(name: K, value: T[K]) {
    const change: Partial<T> = {};
    change[name] = value;
    this.patch(change);
  }

  patch(changes: Partial<T>) {
    this.values = { ...this.values, ...changes };
    for (const name of Object.keys(changes))
      for (const key of Object.keys(this.said)) if (key === name || key.startsWith(`${name}.`)) delete this.said[key];
    this.tell();
  }

  /** Starts again with other values and nothing wrong. */
  restart(values: T) {
    this.values = values;
    this.said = {};
    this.foreseen = {};
    this.left = new Set();
    this.tried = false;
    this.tell();
  }

  /** The person left this field: what is wrong with it may be shown. */
  leave(name: string) {
    if (this.left.has(name)) return;
    this.left.add(name);
    this.tell();
  }

  /** What the core would say if this were saved now. */
  foresee(problems: FieldProblem[]) {
    this.foreseen = byName(problems);
    this.tell();
  }

  /** What the core said when this was saved. */
  refused(said: Said) {
    this.said = byName(said.fields);
    // The core just looked at everything; what it foresaw of an older state of the form is void.
    this.foreseen = {};
    this.tried = true;
    this.tell();
  }

  problem(name: string): string | undefined {
    return this.said[name] ?? (this.tried || this.left.has(name) ? this.foreseen[name] : undefined);
  }

  /** The first problem of one of the lines of a field, with the place of that line counted from zero. */
  within(name: string): { at: number; message: string } | undefined {
    const places = this.wrong().filter((wrong) => wrong.startsWith(`${name}.`));
    const at = Math.min(...places.map((place) => Number(place.slice(name.length + 1))));
    const message = this.problem(`${name}.${at}`);
    return message === undefined ? undefined : { at, message };
  }

  /** The names of all fields that have a problem to show. */
  wrong(): string[] {
    return [...new Set([...Object.keys(this.said), ...Object.keys(this.foreseen)])].filter((name) =>
      this.problem(name),
    );
  }
}

function byName(problems: FieldProblem[]): Record<string, string> {
  return Object.fromEntries(problems.map(({ field, message }) => [field, message]).reverse());
}

export function useValue<T extends object, K extends keyof T>(form: Form<T>, name: K): T[K] {
  return useSyncExternalStore(form.subscribe, () => form.values[name]);
}

export function useValues<T extends object>(form: Form<T>): T {
  return useSyncExternalStore(form.subscribe, () => form.values);
}

export function useProblem<T extends object>(form: Form<T>, name: string): string | undefined {
  return useSyncExternalStore(
    form.subscribe,
    useCallback(() => form.problem(name), [form, name]),
  );
}

/** The problem of one of the lines of a field, see `Form.within`. */
export function useProblemWithin<T extends object>(form: Form<T>, name: string) {
  // A number and a text are stable between redraws, an object would not be.
  const at = useSyncExternalStore(form.subscribe, () => form.within(name)?.at);
  const message = useSyncExternalStore(form.subscribe, () => form.within(name)?.message);
  return at === undefined || message === undefined ? null : { at, message };
}

/** The fields with a problem, joined, so that the answer is stable between redraws. */
export function useWrong<T extends object>(form: Form<T>): string[] {
  const joined = useSyncExternalStore(form.subscribe, () => form.wrong().join("\n"));
  return joined === "" ? [] : joined.split("\n");
}

/** A refusal as far as there is something wrong still: what was mended of it need not be read any more. */
export function useStillWrong<T extends object>(form: Form<T>, thrown: unknown): unknown {
  const wrong = useWrong(form);
  const refusal = thrown ? asSaid(thrown) : null;
  if (refusal?.kind !== "field" || refusal.fields.length === 0) return thrown;
  const fields = refusal.fields.filter(({ field }) => wrong.includes(field));
  const [first, ...more] = fields;
  if (!first || fields.length === refusal.fields.length) return wrong.length === 0 ? null : thrown;
  const rest = more.length === 0 ? "" : ` ${fill(words.fault.more_wrong, { count: more.length })}`;
  return { ...refusal, fields, message: `${first.message}${rest}` };
}

/** Puts the cursor in the field with this name. */
export function goToField(name: string) {
  const place = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
  if (!place) return;
  place.scrollIntoView?.({ block: "center" });
  const target =
    place.querySelector<HTMLElement>("input:checked") ??
    place.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select, button");
  target?.focus({ preventScroll: true });
}

/** Whether `name` is a line of `field`: `items.3` of `items`. */
const isLineOf = (field: string, name: string) =>
  name.startsWith(`${field}.`) && /^\d+$/.test(name.slice(field.length + 1));

/** Puts the cursor in the first field on the page that has a problem. */
export function goToFirstWrong<T extends object>(form: Form<T>) {
  const wrong = form.wrong();
  for (const { dataset } of document.querySelectorAll<HTMLElement>("[data-field]")) {
    const { field } = dataset;
    if (field && wrong.some((name) => name === field || isLineOf(field, name))) return goToField(field);
  }
}
