import type {
  Bridge,
  Core,
  CoreEvent,
  Done,
  ListQuery,
  PaperRef,
  PrintWayView,
  RegisterQuery,
  RequestDraft,
  RequestPreview,
  RequestQuery,
  Said,
  SubjectRef,
} from "../../src/core";
import { page } from "./pdf";
import { type Answer, answerTo, asked, list, recorded, requests } from "./recorded";

type Args = Record<string, unknown>;
/** What the core answers otherwise than recorded. */
export type Otherwise = { [Command in keyof Core]?: (args: never) => unknown };
type Answers = { [Command in keyof Core]: (args: never) => Answer<Command> };

/** What was said when this was first done in the recorded office, as if it had been done to `subject`. */
function act(subject: SubjectRef, action: string): Done {
  const name = `${subject.kind}/${action}`;
  const done = recorded("act", name);
  const then = asked("act", name).subject as SubjectRef;
  if (then.id === "" || subject.id === "") return done;
  const now = <Thing extends { id: string }>(thing: Thing) =>
    thing.id === then.id ? { ...thing, id: subject.id } : thing;
  return {
    ...done,
    subject: done.subject && now(done.subject),
    paper: done.paper && "id" in done.paper ? now(done.paper) : done.paper,
  };
}

/** What the core foresaw of an untouched form, without what is filled since; and what it found once more was asked. */
function preview(draft: RequestDraft): RequestPreview {
  const fresh = recorded("request_form", "fresh").draft;
  const { problems, ...foreseen } = recorded("preview_request", "fresh");
  const untouched = ({ field }: { field: string }) =>
    draft[field as keyof RequestDraft] === fresh[field as keyof RequestDraft];
  const { dip, similar } = draft.information.length > 8 ? recorded("preview_request", "whole") : foreseen;
  return { ...foreseen, dip, similar, problems: problems.filter(untouched) };
}

/** How the kind of a paper is printed in the recorded office. */
function wayOf(paper: PaperRef): PrintWayView {
  const ways = recorded("print_ways", "set");
  const code = "kind" in paper ? paper.kind : paper.paper;
  const way = ways.find(({ kind }) => kind === code) ?? ways[0];
  if (!way) throw new Error("no way of printing was recorded");
  return way;
}

/** What the core answered in the recorded office (`make recorded`); the only stand-in in all of the window's tests. */
const RECORDED: Answers = {
  opening: () => recorded("opening", "open"),
  begin: () => recorded("begin", "begun"),
  unlock: () => recorded("unlock", "opened"),
  unlock_with_card: () => recorded("unlock", "opened"),
  unlock_with_temporary: () => recorded("unlock", "opened"),
  lock: () => null,
  stay: () => null,
  choose_backup_place: () => recorded("settings", "alone"),
  back_up: () => ({
    subject: null,
    paper: null,
    papers: [],
    shown_once: null,
    said: "Cadangan 23 November 2026, 15.30 selesai dan sudah diperiksa.",
  }),
  backup_progress: () => ({ text: "Menyalin data", percent: 40 }),
  stop_backup: () => null,
  take_out_office: () => ({
    subject: null,
    paper: null,
    papers: [],
    shown_once: null,
    said: "212 berkas disimpan dalam satu ZIP. 1 tidak dapat disertakan; sebabnya di manifest.json.",
  }),
  take_out_request: () => ({
    subject: null,
    paper: null,
    papers: [],
    shown_once: null,
    said: "9 berkas disimpan dalam satu ZIP.",
  }),
  take_out_person: () => ({
    subject: null,
    paper: null,
    papers: [],
    shown_once: null,
    said: "14 berkas disimpan dalam satu ZIP.",
  }),
  take_out_progress: () => ({ text: "Berkas 80 dari 212", percent: 37 }),
  stop_take_out: () => null,
  find_copies: () => [
    {
      path: "/media/flashdisk/Loket PPID/2026-11-27 15.30.00",
      made_text: "Jumat, 27 November 2026, 15.30",
      desk: "Kantor Camat Tebing Syahbandar, meja A",
      facts: [
        { label: "Permohonan", value: "31" },
        { label: "Nomor terakhir", value: "108/PPID/KEC-TBS/XI/2026" },
      ],
      logins: ["dewi", "sekcam"],
      lacks: "4 catatan terakhir meja ini belum ada di cadangan ini; yang sudah terkirim diambil lagi dari PPID Utama.",
      refused: null,
    },
  ],
  restore_copy: () => recorded("session", "synced"),
  session: () => recorded("session", "synced"),
  today: () => recorded("today", "busy"),
  dismiss_notice: () => recorded("today", "busy"),
  keep_first_start: () => null,
  about: () => ({
    facts: [
      { label: "Versi", value: "0.1.0" },
      { label: "Sistem", value: "Debian GNU/Linux 12 (bookworm) x86_64, WebView 2.44" },
      { label: "Permohonan", value: "31" },
      { label: "Cadangan terakhir", value: "21 Desember 2026, 15.30; 4 cadangan tersimpan di sana" },
      { label: "Folder data", value: "/home/loket/.local/share/loket" },
    ],
    copied: "Loket PPID\nVersi: 0.1.0\nSistem: Debian GNU/Linux 12 (bookworm) x86_64, WebView 2.44\nPermohonan: 31",
  }),
  month: ({ month }: { month: string | null }) => answerTo("month", { month }),
  want_alerts: ({ wanted }: { wanted: boolean }) => ({ ...recorded("session", "synced"), alerts: wanted }),
  satisfaction: (args: Args) => answerTo("satisfaction", args),
  request_form: ({ kept }: { kept: string | null }) => recorded("request_form", kept === null ? "fresh" : "kept"),
  request_form_from: () => recorded("request_form_from", "open"),
  keep_draft: () => recorded("keep_draft", "kept"),
  discard_draft: () => recorded("discard_draft", "gone"),
  preview_request: ({ draft }: { draft: RequestDraft }) => preview(draft),
  register_request: () => recorded("request", "processed"),
  find: ({ words }: { words: string }) =>
    words === asked("find", "everywhere").words ? recorded("find", "everywhere") : [],
  requests: ({ query }: { query: RequestQuery }) => requests(query),
  request: (args: Args) => answerTo("request", args),
  tidings: (args: Args) => answerTo("tidings", args),
  open_tidings: () => null,
  action_form: (args: Args) => answerTo("action_form", args),
  keep_step: () => null,
  discard_step: () => null,
  act: ({ subject, action }: { subject: SubjectRef; action: string }) => act(subject, action),
  record: (args: Args) => answerTo("record", args),
  list: ({ query }: { query: ListQuery }) => list(query),
  register: (args: { query: RegisterQuery }) => answerTo("register", args),
  figures: (args: Args) => answerTo("figures", args),
  accept_calendar: (args: Args) => answerTo("accept_calendar", args),
  change_preview: ({ action }: { action: string }) =>
    recorded("change_preview", action === "add_day_off" ? "election" : action),
  read_pack: () => recorded("read_pack", "known"),
  import_dip: () => recorded("import_dip", "table"),
  import_dip_again: () => recorded("import_dip", "table") as Answer<"import_dip_again">,
  accept_import: (args: Args) => answerTo("accept_import", args),
  import_old_book: () => recorded("import_old_book", "table"),
  import_old_book_again: () => recorded("import_old_book", "table") as Answer<"import_old_book_again">,
  accept_old_book: (args: Args) => answerTo("accept_old_book", args),
  settings: () => recorded("settings", "alone"),
  enrol: () => recorded("settings", "enrolled"),
  save_bundle: () => recorded("save_bundle", "saved"),
  read_acknowledgment: () => recorded("read_acknowledgment", "read"),
  sync_now: () => null,
  attach_files: () => recorded("attach_files", "attached"),
  attach_dropped: () => recorded("attach_files", "some_refused") as Answer<"attach_dropped">,
  fetch_file: () => null,
  file_progress: () => recorded("file_progress", "waiting"),
  pause_files: (args: Args) => answerTo("pause_files", args),
  // What the computer around the core says: its printers, the place where something was saved, the pages themselves.
  paper: () => page("Tanda Bukti Penerimaan", "108/PPID/KEC-TBS/XII/2026"),
  printers: () => [
    { name: "Epson L3210 Loket", is_default: true },
    { name: "HP LaserJet Ruang Sekcam", is_default: false },
  ],
  printer_abilities: () => recorded("printer_abilities", "epson"),
  print_paper: () => ({ what: "Tanda Bukti Penerimaan", printer: "Epson L3210 Loket", is_copy: false }),
  print_chosen: ({ papers }: { papers: PaperRef[] }) => ({
    printed: papers.map((paper) => ({ what: wayOf(paper).label, printer: "Epson L3210 Loket", is_copy: false })),
    failed: [],
  }),
  print_way: ({ paper }: { paper: PaperRef }) => wayOf(paper),
  print_ways: () => recorded("print_ways", "set"),
  keep_print_way: () => recorded("print_ways", "set"),
  forget_print_way: () => recorded("print_ways", "fresh"),
  print_test_page: () => ({ what: "Halaman uji", printer: "Epson L3210 Loket", is_copy: false }),
  save_paper: () => ({ saved: true, file: "Tanda Bukti 108.pdf" }),
  save_export: () => ({ saved: true, file: "Register Permohonan 2026.xlsx" }),
  save_file: () => ({ saved: true, file: "KTP ketua perkumpulan.pdf" }),
  open_file: () => null,
};

/** A core that says no. */
export const no = (refusal: Said) => () => {
  throw refusal;
};
/** A no whose sentence a story needs as it stands. */
export const saying = (kind: Said["kind"], message: string, fields: Said["fields"] = []) =>
  no({ kind, message, fields });

export class RecordedBridge implements Bridge {
  asked: { command: string; args: Args }[] = [];
  private heard: [CoreEvent, (payload: unknown) => void][] = [];
  private answers: Record<string, (args: never) => unknown>;

  constructor(otherwise: Otherwise = {}) {
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
