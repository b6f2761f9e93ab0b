import {
  IconBooks,
  IconCalendarDue,
  IconFileDescription,
  IconMessageQuestion,
  IconReportAnalytics,
  IconScale,
  IconSettings,
} from "@tabler/icons-react";
import type { SubjectKind } from "../core";
import { words } from "../words";

/** A screen: where it is, and how a person comes to it. */
interface Place {
  /** Its pattern: `:part?` is a part of the screen with an address of its own. */
  path: string;
  /** Its line in the menu, where it has one. */
  menu?: { label: string; Icon: typeof IconBooks };
  /** The key that opens it from anywhere, and how the help tells of it. */
  key?: { name: "ctrl+n"; label: string; does: string };
  /** The line of the menu under which it stands, where it has none of its own. */
  under?: string;
  /** Its parts are leafed through: from any of them one goes back to where one came from. */
  leafed?: true;
  /** The things whose lists stand here, each with the part in which it does; nothing is the screen itself. */
  lists?: Partial<Record<SubjectKind, string>>;
}

/** Every screen of the office. Routes, menu, keys, help and paths follow from this list; the menu has its order. */
export const PLACES = {
  today: { path: "/", menu: { label: words.shell.nav_today, Icon: IconCalendarDue } },
  calendar: { path: "/kalender/:part?", under: "today", leafed: true },
  requests: {
    path: "/permohonan",
    menu: { label: words.shell.nav_requests, Icon: IconFileDescription },
    lists: { request: "" },
  },
  new_request: {
    path: "/permohonan/baru/:part?",
    key: { name: "ctrl+n", label: "Ctrl + N", does: words.shell.new_request },
  },
  request: { path: "/permohonan/:id" },
  action: { path: "/tindakan/:kind/:id/:action" },
  record: { path: "/berkas/:kind/:id" },
  objections: {
    path: "/keberatan",
    menu: { label: words.shell.nav_objections, Icon: IconScale },
    lists: { objection: "" },
  },
  information: {
    path: "/informasi/:part?",
    menu: { label: words.shell.nav_information, Icon: IconBooks },
    lists: { dip_item: "", classification: "dik" },
  },
  registers: {
    path: "/register/:part?",
    menu: { label: words.shell.nav_registers, Icon: IconReportAnalytics },
    lists: { report: "laporan", survey: "survei", numbered_form: "bernomor", old_request: "buku-lama" },
  },
  questions: {
    path: "/tanya",
    menu: { label: words.shell.nav_questions, Icon: IconMessageQuestion },
    lists: { question: "" },
  },
  settings: {
    path: "/pengaturan/:part?",
    menu: { label: words.shell.nav_settings, Icon: IconSettings },
    lists: {
      office: "",
      official: "pejabat",
      account: "akun",
      handover: "akun",
      template: "naskah",
      day_off: "kalender",
      pack: "paket",
    },
  },
} as const satisfies Record<string, Place>;

export type PlaceName = keyof typeof PLACES;

/** Every place with its name, in the order of the list. */
export const EVERY_PLACE = Object.entries(PLACES).map(([name, place]): Place & { name: PlaceName } => ({
  name: name as PlaceName,
  ...place,
}));

/** The address of a screen, or of one part of it. */
export function placePath(name: PlaceName, part = ""): string {
  const path = PLACES[name].path.replace(/\/:part\?$/, "");
  return part === "" ? path : `${path}/${part}`;
}
