import type { RequestRow, TodayView, WorkGroup, WorkItem } from "../../src/core";
import { row } from "./requests";

const request = ({ id, number, applicant, information, due_text, left, tone }: RequestRow): WorkItem => ({
  subject: { kind: "request", id },
  title: number,
  text: `${applicant}: ${information}`,
  due_text,
  left,
  tone,
});

const group = (code: string, title: string, empty: string, items: WorkItem[]): WorkGroup => ({
  code,
  title,
  items,
  empty,
});

const groups = (fill: (code: string) => WorkItem[]): WorkGroup[] =>
  [
    ["overdue", "Terlambat", "Tidak ada yang terlambat."],
    ["near", "Segera jatuh tempo", "Tidak ada yang jatuh tempo dalam satu hari kerja."],
    ["news", "Berita dari PPID Utama", "Tidak ada berita dari PPID Utama."],
    ["objections", "Keberatan dan sengketa", "Tidak ada keberatan yang menunggu."],
    ["later", "Sedang diproses", "Tidak ada permohonan lain yang menunggu jawaban."],
    ["waiting_for_applicant", "Menunggu kelengkapan", "Tidak ada yang menunggu kelengkapan."],
    ["asked", "Menunggu jawaban PPID Utama", "Tidak ada pertanyaan yang menunggu jawaban."],
    ["reminders", "Pengingat", "Tidak ada yang perlu dimutakhirkan."],
  ].map(([code = "", title = "", empty = ""]) => group(code, title, empty, fill(code)));

const WAITING: Record<string, WorkItem[]> = {
  overdue: [request(row(0))],
  near: [request(row(1)), request(row(2))],
  news: [
    {
      subject: { kind: "question", id: "t3" },
      title: "Format salinan peta desa",
      text: "Dijawab: Boleh dikirim lewat e-mail bila pemohon meminta softcopy.",
      due_text: null,
      left: null,
      tone: "calm",
    },
  ],
  asked: [
    {
      subject: { kind: "question", id: "t2" },
      title: "Biaya penggandaan peta ukuran A1",
      text: "Ditanyakan 20 November 2026",
      due_text: null,
      left: null,
      tone: "calm",
    },
  ],
  objections: [
    {
      subject: { kind: "objection", id: "k12" },
      title: "012/KEB/KEC-TBS/XI/2026",
      text: "Lestari br. Sitorus: Menunggu tanggapan",
      due_text: "Senin, 28 Desember 2026",
      left: "24 hari kerja lagi",
      tone: "calm",
    },
  ],
  later: [request(row(4)), request(row(8, { applicant: "Sukimin" }))],
  waiting_for_applicant: [request(row(5))],
  reminders: [
    {
      subject: { kind: "dip_item", id: "d0" },
      title: "Mutakhirkan informasi berkala",
      text: "Laporan realisasi anggaran kecamatan tahun 2026",
      due_text: "Selasa, 1 Desember 2026",
      left: "6 hari kerja lagi",
      tone: "calm",
    },
    {
      subject: { kind: "report", id: "" },
      title: "Laporan tahunan 2025",
      text: "Belum disusun",
      due_text: "Selasa, 31 Maret 2026",
      left: "terlambat 153 hari kerja",
      tone: "overdue",
    },
  ],
};

export const today: TodayView = {
  date_text: "Senin, 23 November 2026",
  groups: groups((code) => WAITING[code] ?? []),
  months: [
    ["2026-06", "Jun 2026", 7, 6],
    ["2026-07", "Jul 2026", 12, 11],
    ["2026-08", "Agu 2026", 9, 10],
    ["2026-09", "Sep 2026", 15, 12],
    ["2026-10", "Okt 2026", 21, 20],
    ["2026-11", "Nov 2026", 13, 8],
  ].map(([month, label, registered, answered]) => ({
    month: String(month),
    label: String(label),
    registered: Number(registered),
    answered: Number(answered),
  })),
};

/** Nothing is overdue, but something waits. */
export const calmDay: TodayView = {
  ...today,
  groups: groups((code) => (code === "later" ? (WAITING.later ?? []) : [])),
};

export const nothingDue: TodayView = { date_text: today.date_text, groups: groups(() => []), months: [] };
