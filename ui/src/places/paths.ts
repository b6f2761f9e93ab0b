import type { SubjectKind, SubjectRef } from "../core";

/** Lists of things that have no page of their own, by what they are lists of. */
const LISTS: Partial<Record<SubjectKind, string>> = {
  office: "/pengaturan",
  official: "/pengaturan/pejabat",
  account: "/pengaturan/akun",
  template: "/pengaturan/naskah",
  day_off: "/pengaturan/kalender",
  pack: "/pengaturan/paket",
  objection: "/keberatan",
  classification: "/informasi/dik",
  question: "/tanya",
  dip_item: "/informasi",
  report: "/register/laporan",
  survey: "/register/survei",
};

/** Where a thing is shown; without an identity, the list it belongs to. */
export function pathOf({ kind, id }: SubjectRef): string {
  if (kind === "request") return id ? `/permohonan/${id}` : "/permohonan";
  if (id === "" || kind === "survey") return LISTS[kind] ?? "/";
  return `/berkas/${kind}/${encodeURIComponent(id)}`;
}

/** The list to which a form or a thing belongs; nothing for any other screen. */
export function listOf(path: string): string | null {
  const kind = /^\/(?:tindakan|berkas)\/([a-z_]+)\//.exec(path)?.[1];
  return kind ? pathOf({ kind: kind as SubjectKind, id: "" }) : null;
}

/** Where the form of an action stands. */
export const actionPath = ({ kind, id }: SubjectRef, action: string) =>
  `/tindakan/${kind}/${id === "" ? "-" : encodeURIComponent(id)}/${action}`;

/** The thing a path names. */
export const subjectOf = (kind: string, id: string): SubjectRef => ({
  kind: kind as SubjectKind,
  id: id === "-" ? "" : decodeURIComponent(id),
});
