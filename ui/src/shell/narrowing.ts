import type { RequestOrder, RequestQuery } from "../core";

/** What the list of requests is narrowed to and how it is put in order; kept while the person goes elsewhere and comes back. */
export interface Narrowing {
  words: string;
  stage: string | null;
  late: boolean;
  from: string | null;
  to: string | null;
  channel: string | null;
  officer: string | null;
  desk: string | null;
  order: RequestOrder | null;
  /** Whether what is found is opened at once when it is the only one. */
  only: boolean;
}

/** The whole list. */
export const WHOLE = {
  words: "",
  stage: null,
  late: false,
  from: null,
  to: null,
  channel: null,
  officer: null,
  desk: null,
  only: false,
} as const satisfies Omit<Narrowing, "order">;

/** What narrows the list beside words and stage. */
export const FILTERS = ["from", "to", "channel", "officer", "desk"] as const;

/** What the core is asked. */
export function queryOf({ only: _, ...narrowed }: Narrowing, after: string | null, limit: number): RequestQuery {
  return { ...narrowed, after, limit };
}

/** Whether the list shows less than there is. */
export const isNarrowed = (now: Narrowing) =>
  (Object.keys(WHOLE) as (keyof typeof WHOLE)[]).some((name) => name !== "only" && now[name] !== WHOLE[name]);
