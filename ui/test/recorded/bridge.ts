import type { Bridge, Core, CoreEvent, ListQuery, Opening, RegisterQuery, Said, SubjectRef } from "../../src/core";
import { act, actionForm } from "./actions";
import { list } from "./lists";
import { firstStart, requestForm, session, settings, travelling } from "./office";
import { processed, registered } from "./one-request";
import { packChange } from "./packs";
import { page } from "./pdf";
import { record } from "./records";
import { calendarChange, figures, importPreview, register } from "./registers";
import { preview, requests } from "./requests";
import { today } from "./today";

type Args = Record<string, unknown>;
type Answers = { [K in keyof Core]?: (args: never) => Awaited<ReturnType<Core[K]>> };

/** Answers of the core, recorded once; the only stand-in in all of the window's tests. */
const RECORDED: Answers = {
  opening: () => ({ state: "open", office: session.office, logins: ["siti", "dewi"], first_start: null, session }),
  begin: () => ({ recovery_code: "KRTP-7M2Q-XV9D-4HJN-B6WA-C3FE", session }),
  unlock: () => session,
  unlock_with_card: () => session,
  lock: () => null,
  session: () => session,
  today: () => today,
  request_form: () => requestForm,
  keep_draft: () => null,
  discard_draft: () => null,
  preview_request: ({ draft }: { draft: Parameters<typeof preview>[0] }) => preview(draft),
  register_request: () => ({ ...registered, row: { ...registered.row, applicant: "Rahmad Hidayat Nasution" } }),
  requests: ({ query }: { query: Parameters<typeof requests>[0] }) => requests(query),
  request: ({ id }: { id: string }) => ({ ...processed, row: { ...processed.row, id } }),
  action_form: ({ subject, action }: { subject: SubjectRef; action: string }) => actionForm(subject, action),
  act: ({ subject, action }: { subject: SubjectRef; action: string }) => act(subject, action),
  record: ({ subject }: { subject: SubjectRef }) => record(subject),
  list: ({ query }: { query: ListQuery }) => list(query),
  register: ({ query }: { query: RegisterQuery }) => register(query),
  figures: ({ year }: { year: number }) => figures(year),
  calendar_change: () => calendarChange,
  accept_calendar: () => ({ subject: null, paper: null, said: "Kalender disimpan; 2 batas waktu dihitung ulang." }),
  pack_change: () => packChange,
  read_pack: () => ({
    subject: { kind: "pack", id: "p2" },
    paper: null,
    said: "Paket Kalender 2026 versi 2 diterima. Periksa perbedaannya, lalu terapkan.",
  }),
  import_dip: () => importPreview,
  accept_import: () => ({
    subject: { kind: "dip_item", id: "" },
    paper: null,
    said: "15 informasi dimasukkan ke DIP.",
  }),
  save_export: () => ({ saved: true, file: "Dokumen/Register Permohonan 2026.xlsx" }),
  paper: () => page("Tanda Bukti Penerimaan", "108/PPID/KEC-TBS/XII/2026"),
  print_paper: () => ({ printer: "Epson L3210 Loket", is_copy: false }),
  save_paper: () => ({ saved: true, file: "Dokumen/Tanda Bukti 108.pdf" }),
  printers: () => [
    { name: "Epson L3210 Loket", is_default: true },
    { name: "HP LaserJet Ruang Sekcam", is_default: false },
  ],
  settings: () => settings,
  enrol: () => settings,
  save_bundle: () => ({
    subject: null,
    paper: null,
    said: "Berkas loket-12.18.02-A-2026-11-23.lku tersimpan dengan 3 catatan, yang baru dihitung terkirim setelah balasannya dibaca. Serahkan ke PPID Utama, lalu baca berkas balasannya di sini.",
  }),
  read_acknowledgment: () => ({
    subject: null,
    paper: null,
    said: "Balasan dibaca: 3 catatan diakui PPID Utama, 2 catatan baru masuk.",
  }),
  sync_now: () => null,
  attach_file: () => ({ subject: { kind: "request", id: "r108" }, paper: null, said: "Berkas KTP.pdf dilampirkan." }),
  open_file: () => null,
  save_file: () => ({ saved: true, file: "Dokumen/KTP ketua perkumpulan.pdf" }),
  fetch_file: () => null,
  file_progress: () => travelling,
  pause_files: ({ paused }: { paused: boolean }) => ({ ...travelling, paused }),
};

export const locked: Opening = {
  state: "locked",
  office: session.office,
  logins: ["siti", "dewi"],
  first_start: null,
  session: null,
};
export const starting: Opening = {
  state: "first_start",
  office: null,
  logins: [],
  first_start: firstStart,
  session: null,
};
/** A core that says no. */
export const no =
  (kind: Said["kind"], message: string, fields: Said["fields"] = []) =>
  () => {
    throw { kind, message, fields } satisfies Said;
  };

export class RecordedBridge implements Bridge {
  asked: { command: string; args: Args }[] = [];
  private heard: [CoreEvent, (payload: unknown) => void][] = [];
  private answers: Record<string, (args: never) => unknown>;

  constructor(otherwise: { [K in keyof Core]?: (args: never) => unknown } = {}) {
    this.answers = { ...RECORDED, ...otherwise };
  }

  /** From now on the core answers this command so. */
  answer(command: keyof Core, answer: (args: never) => unknown) {
    this.answers[command] = answer;
  }

  invoke = async (command: string, args: Args) => {
    this.asked.push({ command, args });
    await Promise.resolve();
    const answer = this.answers[command];
    if (!answer) throw new Error(`no recorded answer to ${command}`);
    return answer(args as never);
  };

  listen = (event: CoreEvent, heard: (payload: unknown) => void) => {
    const pair: [CoreEvent, (payload: unknown) => void] = [event, heard];
    this.heard.push(pair);
    return () => {
      this.heard = this.heard.filter((other) => other !== pair);
    };
  };

  /** The core tells something by itself. */
  tell(event: CoreEvent, payload?: unknown) {
    for (const [name, heard] of this.heard) if (name === event) heard(payload);
  }

  times(command: keyof Core) {
    return this.asked.filter((one) => one.command === command).length;
  }

  last(command: keyof Core): Args | undefined {
    return this.asked.filter((one) => one.command === command).at(-1)?.args;
  }
}
