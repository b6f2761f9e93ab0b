import type { Core, ListPage, ListQuery, RequestPage, RequestQuery, RequestRow, Said } from "../../src/core";
import names from "./names.json";

/** What the core gives back to a command. */
export type Answer<Command extends keyof Core> = Awaited<ReturnType<Core[Command]>>;
/** One recorded call: what was asked, and the yes or the no that came back. */
type Recorded = { asked: Record<string, unknown> } & ({ answer: unknown } | { said: Said });

const FILES = import.meta.glob<Record<string, Recorded>>("./*.json", { eager: true, import: "default" });

/** The identities of things in the recorded office, by what the recording calls them. */
export const id = names;

const ofCommand = (command: keyof Core) => FILES[`./${command}.json`] ?? {};

/** What one call brought back; a no is thrown, as over the bridge. */
function told(call: Recorded | undefined, what: string): unknown {
  if (!call) throw new Error(`${what} was not recorded; let \`loketctl record\` ask for it`);
  if ("said" in call) throw call.said;
  return call.answer;
}

/** The answer to `command` that the recording calls `name`. */
export function recorded<Command extends keyof Core>(command: Command, name: string): Answer<Command> {
  return told(ofCommand(command)[name], `${command} ${name}`) as Answer<Command>;
}

/** The no to `command` that the recording calls `name`. */
export function said(command: keyof Core, name: string): Said {
  const call = ofCommand(command)[name];
  if (!call || !("said" in call)) throw new Error(`no refusal of ${command} ${name} was recorded`);
  return call.said;
}

/** What was asked in the call that the recording calls `name`. */
export const asked = (command: keyof Core, name: string) => ofCommand(command)[name]?.asked ?? {};

/** Whether one says all that the other says; objects may hold their fields in any order. */
function same(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one === other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => same(one[key as keyof typeof one], other[key as keyof typeof other]));
}

/** The answer to exactly this question, whatever it is called. */
export function answerTo<Command extends keyof Core>(command: Command, args: object): Answer<Command> {
  const call = Object.values(ofCommand(command)).find((known) => same(known.asked, args));
  return told(call, `${command} ${JSON.stringify(args)}`) as Answer<Command>;
}

/** What tells a thing that is shown again from the one that was recorded. */
const AGAIN = /~\d+$/;

const has = (texts: string[], typed: string) => texts.join(" ").toLowerCase().includes(typed.toLowerCase());

/** A list under a filter, narrowed by words as the core would; `whole` may be longer than the one recorded. */
export function list({ list, words, filter, offset, limit }: ListQuery, whole?: ListPage): ListPage {
  const page = whole ?? recorded("list", list);
  const under = (code: string) => {
    const there = new Set(recorded("list", `${list}/${code}`).rows.map(({ subject }) => subject.id));
    return ({ subject }: ListPage["rows"][number]) => there.has(subject.id.replace(AGAIN, ""));
  };
  const found = page.rows.filter(({ cells }) => has(cells, words));
  const rows = filter === null ? found : found.filter(under(filter));
  const filters = page.filters.map((one) => ({ ...one, count: found.filter(under(one.code)).length }));
  return {
    ...page,
    rows: rows.slice(offset, offset + limit),
    total: rows.length,
    filters: filters.filter(({ count }) => count > 0),
  };
}

/** The requests that a question is about, narrowed and in order as the core would; `whole` may be longer than the one recorded. */
export function requests(query: RequestQuery, whole?: RequestPage): RequestPage {
  const { words, stage, late, from, to, channel, order, after, limit } = query;
  const page = whole ?? recorded("requests", "all");
  const label = page.channels.find(({ code }) => code === channel)?.label;
  const found = page.rows.filter(
    (row) =>
      has([row.number, row.applicant, row.information], words) &&
      (!late || row.tone === "overdue") &&
      (from === null || row.received >= from) &&
      (to === null || row.received <= to) &&
      (channel === null || row.channel === label),
  );
  const rows = found.filter((row) => stage === null || row.stage === stage);
  const count = (code: string) => found.filter((row) => row.stage === code).length;
  const by = { number: "number", received: "received", applicant: "applicant", due: "due" } as const;
  if (order) {
    const key = (row: RequestRow) => row[by[order.by]] ?? "9999";
    rows.sort((one, other) => key(one).localeCompare(key(other)) * (order.descending ? -1 : 1));
  }
  const begin = after === null ? 0 : rows.findIndex(({ id }) => id === after) + 1;
  return {
    ...page,
    rows: rows.slice(begin, begin + limit),
    total: rows.length,
    stages: page.stages.map((one) => ({ ...one, count: count(one.code) })),
    late: found.filter(({ tone }) => tone === "overdue").length,
  };
}

/** The recorded requests again and again, as an office has them after years. */
export function manyRequests(total: number): RequestPage {
  const page = recorded("requests", "all");
  const row = (at: number) => {
    const known = page.rows[at % page.rows.length] as RequestPage["rows"][number];
    return at < page.rows.length ? known : { ...known, id: `${known.id}~${at}` };
  };
  return { ...page, rows: Array.from({ length: total }, (_, at) => row(at)), total };
}

/** The recorded catalogue again and again, each time of another year. */
export function manyItems(total: number): ListPage {
  const page = recorded("list", "dip");
  const row = (at: number) => {
    const known = page.rows[at % page.rows.length] as ListPage["rows"][number];
    const subject = { ...known.subject, id: `${known.subject.id}~${at}` };
    return { ...known, subject, cells: [`${known.cells[0]} tahun ${2020 + (at % 5)}`, ...known.cells.slice(1)] };
  };
  return { ...page, rows: Array.from({ length: total }, (_, at) => row(at)), total };
}
