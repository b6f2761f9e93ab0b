import type { SubjectKind, SubjectRef } from "../core";
import { EVERY_PLACE, placePath } from "./places";

/** Where the list of each kind of thing stands. */
const LISTS = Object.fromEntries(
  EVERY_PLACE.flatMap(({ name, lists }) =>
    Object.entries(lists ?? {}).map(([kind, part]) => [kind, placePath(name, part)]),
  ),
) as Partial<Record<SubjectKind, string>>;

/** Where a thing is shown; without an identity, the list it belongs to. */
export function pathOf({ kind, id }: SubjectRef): string {
  if (id === "" || kind === "survey") return LISTS[kind] ?? placePath("today");
  if (kind === "request") return requestPath(id);
  return `/berkas/${kind}/${encodeURIComponent(id)}`;
}

/** Where one request is shown. */
export const requestPath = (id: string) => `${placePath("requests")}/${id}`;

/** Where a request is typed off the numbered form it was written on. */
export const formPath = (number: string) => placePath("new_request", encodeURIComponent(number));

/** The list to which a form or a thing belongs; nothing for any other screen. */
export function listOf(path: string): string | null {
  const kind = /^\/(?:tindakan|berkas)\/([a-z_]+)\//.exec(path)?.[1];
  return kind ? pathOf({ kind: kind as SubjectKind, id: "" }) : null;
}

/** The screen whose parts are leafed through at this path, if it is one. */
export function leafedIn(path: string): string | undefined {
  const places = EVERY_PLACE.filter(({ leafed }) => leafed).map(({ name }) => placePath(name));
  return places.find((place) => path === place || path.startsWith(`${place}/`));
}

/** Where the form of an action stands. */
export const actionPath = ({ kind, id }: SubjectRef, action: string) =>
  `/tindakan/${kind}/${id === "" ? "-" : encodeURIComponent(id)}/${action}`;

/** The thing a path names. */
export const subjectOf = (kind: string, id: string): SubjectRef => ({
  kind: kind as SubjectKind,
  id: id === "-" ? "" : decodeURIComponent(id),
});
