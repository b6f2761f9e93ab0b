import type { ActionForm, CalendarChange, RecordView } from "../../src/core";
import { form, long, needed, note, section } from "./boxes";
import { step } from "./steps";

const SKB = "SKB 3 Menteri 933/2026, 1/2026, 3/2026";

export const packRecord: RecordView = {
  subject: { kind: "pack", id: "p2" },
  title: "Kalender 2026 versi 2",
  subtitle: "Paket dari PPID Utama",
  status: "Menunggu diterapkan",
  tone: "near",
  groups: [
    {
      title: "Paket",
      facts: [
        { label: "Judul", value: "Kalender 2026" },
        { label: "Dasar", value: SKB },
        { label: "Diterbitkan", value: "23 November 2026" },
        { label: "Memuat", value: "26 hari libur dan cuti bersama" },
      ],
      text: null,
    },
    {
      title: "Perbedaan dengan yang berlaku sekarang",
      facts: [{ label: "Rabu, 9 Desember 2026", value: "Ditambahkan: Libur nasional: Pemungutan suara" }],
      text: null,
    },
  ],
  deadlines: [],
  warning: null,
  next: [step("apply_pack", "Terapkan")],
  timeline: [],
  papers: [],
  linked: [],
};

/** The same pack once it holds. */
export const packInForce: RecordView = {
  ...packRecord,
  status: "Berlaku",
  tone: "calm",
  next: [step("revert_pack", "Kembalikan yang sebelumnya")],
};

export const packForms: Record<string, ActionForm> = {
  apply_pack: form(
    "Terapkan Kalender 2026 versi 2",
    "Lihat akibatnya",
    [section(null, [note("about", `Kalender 2026. Diterbitkan 23 November 2026. Dasar: ${SKB}.`)])],
    { intro: "Perubahannya ditunjukkan dahulu; baru berlaku setelah Anda menerimanya." },
  ),
  revert_pack: form(
    "Kembalikan Kalender 2026 versi 2",
    "Lihat akibatnya",
    [section(null, [long("reason", "Mengapa dikembalikan", "", needed)])],
    { intro: "Yang berlaku lagi: versi 1. Perubahannya ditunjukkan dahulu." },
  ),
};

export const packChange: CalendarChange = {
  said: `Kalender 2026 versi 2 diterapkan (${SKB}). 1 batas waktu bergeser.`,
  differences: [{ what: "Rabu, 9 Desember 2026", before: "–", after: "Libur nasional: Pemungutan suara" }],
  rows: [
    {
      subject: { kind: "request", id: "r1" },
      number: "107/PPID/KEC-TBS/XI/2026",
      old_text: "10 Desember 2026",
      new_text: "11 Desember 2026",
      printed: true,
    },
  ],
  token: "paket-1",
};
