import type { RequestDraft, RequestPage, RequestPreview, RequestQuery, RequestRow } from "../../src/core";
import { deadline } from "./days";
import { TODAY } from "./office";

const PEOPLE = [
  "Rahmad Hidayat Nasution",
  "Perkumpulan Pemantau Anggaran dan Pelayanan Publik Kabupaten Serdang Bedagai",
  "Lestari br. Sitorus",
  "I Gusti Ngurah Agung Wiradharma Putra",
  "Kelompok Tani Maju Bersama Desa Paya Pasir",
  "Sukimin",
  "PT Sawit Nusantara Contoh Abadi",
  "Marlina Tampubolon",
];
const ASKED = [
  "Rincian penggunaan Dana Desa tahun anggaran 2025 untuk Desa Paya Pasir, termasuk laporan realisasi tiap tahap dan foto pekerjaan",
  "Salinan daftar penerima bantuan sosial tahun 2026 per desa",
  "Dokumen rencana kerja kecamatan 2027",
  "Peta batas desa Penggalian dan Bahilang serta berita acara kesepakatan batas",
  "Laporan hasil musrenbang kecamatan tahun 2026",
];
const STAGES: [string, string][] = [
  ["processed", "Diproses"],
  ["registered", "Menunggu kelengkapan"],
  ["granted", "Dikabulkan"],
  ["refused", "Ditolak"],
];

const of = <T>(list: T[], at: number) => list[at % list.length] as T;

export function row(at: number, change: Partial<RequestRow> = {}): RequestRow {
  const [stage, stage_label] = of(STAGES, at < 3 ? 0 : at);
  const open = stage === "processed" || stage === "registered";
  const tone = !open ? "done" : at === 0 ? "overdue" : at < 3 ? "near" : "calm";
  return {
    id: `r${at}`,
    number: `${String(107 - (at % 107)).padStart(3, "0")}/PPID/KEC-TBS/XI/2026`,
    received: TODAY,
    received_text: "Senin, 9 Nov 2026",
    applicant: of(PEOPLE, at),
    information: of(ASKED, at),
    stage,
    stage_label,
    due: open ? TODAY : null,
    due_text: open
      ? of(["Jumat, 20 Nov 2026", "Senin, 23 Nov 2026", "Selasa, 24 Nov 2026", "Senin, 7 Des 2026"], Math.min(at, 3))
      : null,
    left: open ? of(["lewat 1 hari kerja", "hari ini", "besok", "10 hari kerja lagi"], Math.min(at, 3)) : null,
    tone,
    waiting_to_send: at % 5 === 2,
    ...change,
  };
}

export const HOW_MANY = 3210;

export function requests({ words, stage, offset, limit }: RequestQuery): RequestPage {
  const all = Array.from({ length: HOW_MANY }, (_, at) => row(at));
  const found = all.filter((one) =>
    `${one.number} ${one.applicant} ${one.information}`.toLowerCase().includes(words.toLowerCase()),
  );
  const chosen = found.filter((one) => stage === null || one.stage === stage);
  return {
    rows: chosen.slice(offset, offset + limit),
    total: chosen.length,
    stages: STAGES.map(([code, label]) => ({ code, label, count: found.filter((one) => one.stage === code).length })),
  };
}

export const SAFE = deadline(
  "2026-12-18",
  10,
  "2026-12-22",
  "10 hari kerja sejak diterima (UU 14/2008 Pasal 22 ayat (7))",
  "9 hari kerja lagi",
  "calm",
);
export const OFFICIAL = deadline(
  "2026-12-21",
  10,
  "2026-12-22",
  "10 hari kerja sejak berkas lengkap (PERKI 1/2021)",
  "10 hari kerja lagi",
  "calm",
);

const NOTE = "Dihitung sejak berkas dinyatakan lengkap; paling lambat 10 hari kerja setelah itu.";
export const WARNING = "Tenggat melewati libur Natal. Ada 2 hari yang tidak dihitung.";

/** What the core foresees; like the real one it asks for what is empty. */
export function preview(draft: RequestDraft): RequestPreview {
  const wanted: [keyof RequestDraft, string][] = [
    ["name", "Isi nama pemohon."],
    ["address", "Isi alamat pemohon."],
    ["information", "Isi rincian informasi yang dibutuhkan."],
    ["purpose", "Isi tujuan penggunaan informasi."],
  ];
  const problems = wanted.filter(([field]) => draft[field] === "").map(([field, message]) => ({ field, message }));
  if (draft.phone === "" && draft.email === "")
    problems.push({ field: "phone", message: "Isi nomor telepon atau e-mail." });
  if (draft.identity_number !== "" && draft.identity_kind === "nik" && !/^\d{16}$/.test(draft.identity_number))
    problems.push({ field: "identity_number", message: "NIK terdiri atas 16 angka." });
  return {
    next_number: "108/PPID/KEC-TBS/XII/2026",
    deadlines: {
      official: null,
      official_note: NOTE,
      safe: { ...SAFE, left: "10 hari kerja" },
      completeness: deadline("2026-12-18", 3, "2026-12-22", "3 hari kerja sejak diterima", "3 hari kerja", "calm"),
      warning: WARNING,
    },
    problems,
    missing_documents: draft.documents.includes("identity") ? [] : ["Salinan KTP/SIM/paspor"],
    warnings: [],
    similar: draft.information.length > 8 ? [row(8), row(12)] : [],
    dip:
      draft.information.length > 8
        ? [
            {
              subject: { kind: "dip_item", id: "d1" },
              summary: "Rencana kerja kecamatan tahun 2026",
              holder: "Kantor Camat Tebing Syahbandar",
              format: "PDF; cetak",
              link: null,
            },
          ]
        : [],
  };
}
