import type { ListQuery, RequestView } from "../../src/core";
import { no, type Otherwise, saying } from "../recorded/bridge";
import { id, list, manyItems, recorded, said } from "../recorded/recorded";

/** A list in which nothing was written down yet. */
export const emptyList = ({ query }: { query: ListQuery }) => recorded("list", `empty/${query.list}`);

/** A request with everything that can stand on its page: also files on their way, away and refused. */
export function eventful(): RequestView {
  const view = recorded("request", "eventful");
  const [sent] = view.files.items;
  if (!sent) throw new Error("the recorded request has no file");
  const waiting = recorded("request", "unsent_file").files.items.find(({ state }) => state === "waiting");
  const away = {
    ...sent,
    digest: "c3",
    name: "Rincian Dana Desa 2025.xlsx",
    state: "away" as const,
    state_label: "belum diambil dari PPID Utama",
    away: true,
  };
  const refused = {
    ...sent,
    digest: "d4",
    name: "Foto pekerjaan.zip",
    state: "refused" as const,
    state_label: "perlu ditinjau",
    reason: "Ruang berkas kantor ini di PPID Utama penuh; hubungi admin PPID Utama.",
  };
  return { ...view, files: { ...view.files, items: [sent, ...(waiting ? [waiting] : []), away, refused] } };
}

/** The settings of a desk with a connection, with something of another desk to look at. */
export function reviewed() {
  const enrolled = recorded("settings", "waiting");
  const review = {
    at: "Senin, 21 Desember 2026, 16.00 WIB",
    what: "Meja B menolak permohonan 104/PPID/KEC-TBS/XII/2026",
    reason: "Permohonan ini sudah dikabulkan di meja ini pada hari yang sama.",
    request: id.late,
  };
  return { ...enrolled, sync: { ...enrolled.sync, review: [review] } };
}

const waiting = () => recorded("session", "waiting");
const locked = () => recorded("opening", "locked");
const starting = () => recorded("opening", "first_start");

/** What the core answers otherwise in each scene worth looking at. */
export const scenes: Record<string, Otherwise> = {
  start: { opening: starting },
  start_wrong: { opening: starting, begin: no(said("begin", "wrong")) },
  locked: { opening: locked },
  locked_wrong: { opening: locked, unlock: no(said("unlock", "wrong")) },
  empty: {
    today: () => recorded("today", "empty"),
    requests: () => recorded("requests", "empty"),
    list: emptyList,
    session: waiting,
  },
  waiting: { session: waiting },
  restored: {
    request_form: ({ kept }: { kept: string | null }) => recorded("request_form", kept === null ? "beside" : "kept"),
    register_request: no(said("register_request", "half")),
  },
  eventful: { request: eventful },
  many: { list: ({ query }: { query: ListQuery }) => list(query, manyItems(450)) },
  next_year: { list: () => recorded("list", "reports/frozen") },
  refuse_wrong: { act: no(said("act", "request/refuse_wrong")) },
  hand_over_wrong: { act: no(said("act", "request/hand_over_wrong")) },
  enrolled: { settings: reviewed, session: waiting },
  fault: { today: saying("fault", "Basis data sedang sibuk. Tidak ada yang hilang; coba sekali lagi.") },
};
