import type {
  RequestDraft,
  RequestPage,
  RequestPreview,
  RequestQuery,
  RequestRow,
  RequestView,
  TodayView,
} from "../../src/core";
import { deadline } from "./days";
import { requestForm, TODAY } from "./office";

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

export const today: TodayView = {
  date_text: "Senin, 23 November 2026",
  overdue: [row(0)],
  near: [row(1), row(2)],
  later: [row(4), row(8, { applicant: "Sukimin" })],
  waiting_for_applicant: [row(5)],
  months: [
    ["2026-06", "Jun", 7, 6],
    ["2026-07", "Jul", 12, 11],
    ["2026-08", "Agu", 9, 10],
    ["2026-09", "Sep", 15, 12],
    ["2026-10", "Okt", 21, 20],
    ["2026-11", "Nov", 13, 8],
  ].map(([month, label, registered, answered]) => ({
    month: String(month),
    label: String(label),
    registered: Number(registered),
    answered: Number(answered),
  })),
};

export const nothingDue: TodayView = {
  date_text: today.date_text,
  overdue: [],
  near: [],
  later: [],
  waiting_for_applicant: [],
  months: [],
};

const safe = deadline(
  "2026-12-18",
  10,
  "2026-12-22",
  "10 hari kerja sejak diterima (UU 14/2008 Pasal 22 ayat (7))",
  "9 hari kerja lagi",
  "calm",
);
const official = deadline(
  "2026-12-21",
  10,
  "2026-12-22",
  "10 hari kerja sejak berkas lengkap (PERKI 1/2021)",
  "10 hari kerja lagi",
  "calm",
);

const NOTE = "Dihitung sejak berkas dinyatakan lengkap; paling lambat 10 hari kerja setelah itu.";
const WARNING = "Tenggat melewati libur Natal. Ada 2 hari yang tidak dihitung.";

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
      safe: { ...safe, left: "10 hari kerja" },
      completeness: deadline("2026-12-18", 3, "2026-12-22", "3 hari kerja sejak diterima", "3 hari kerja", "calm"),
      warning: WARNING,
    },
    problems,
    missing_documents: draft.documents.includes("identity") ? [] : ["Salinan KTP/SIM/paspor"],
    warnings: [],
    similar: draft.information.length > 8 ? [row(8), row(12)] : [],
  };
}

const papers: RequestView["papers"] = [
  { kind: "request_form", title: "Formulir Permohonan", number: null, printed: 0, printed_text: null },
  {
    kind: "receipt",
    title: "Tanda Bukti Penerimaan",
    number: "108/PPID/KEC-TBS/XII/2026",
    printed: 1,
    printed_text: "Dicetak 1 kali, terakhir Jumat, 18 Desember 2026 pukul 10.07 WIB.",
  },
];

export const processed: RequestView = {
  row: row(1, {
    id: "r108",
    number: "108/PPID/KEC-TBS/XII/2026",
    received_text: "Jumat, 18 Desember 2026 pukul 10.05 WIB",
    left: "9 hari kerja lagi",
    tone: "calm",
  }),
  applicant: [
    { label: "Nama", value: "Perkumpulan Pemantau Anggaran dan Pelayanan Publik Kabupaten Serdang Bedagai" },
    { label: "Kategori", value: "Badan Hukum" },
    { label: "Nomor SK pengesahan", value: "AHU-0001234.AH.01.07.TAHUN 2019" },
    {
      label: "Alamat",
      value: "Jalan Negara Nomor 45, Dusun III, Desa Firdaus, Kecamatan Sei Rampah, Kabupaten Serdang Bedagai",
    },
    { label: "Telepon", value: "0812-0000-0000" },
    { label: "E-mail", value: "sekretariat@contoh.org" },
  ],
  request: [
    { label: "Diterima melalui", value: "Datang langsung" },
    { label: "Tujuan penggunaan", value: "Bahan kajian keterbukaan anggaran desa" },
    { label: "Cara memperoleh", value: "Mendapatkan salinan informasi (hardcopy)" },
    { label: "Cara mendapatkan salinan", value: "Mengambil langsung" },
  ],
  information:
    "Rincian penggunaan Dana Desa tahun anggaran 2025 untuk Desa Paya Pasir, termasuk laporan realisasi tiap tahap dan foto pekerjaan.\nBila ada, juga berita acara musyawarah desa.",
  missing_documents: [],
  deadlines: { official, official_note: null, safe, completeness: null, warning: WARNING },
  next: [
    {
      step: "declare_complete",
      label: "Nyatakan berkas lengkap",
      allowed: false,
      reason: "Berkas permohonan ini sudah dinyatakan lengkap.",
    },
    { step: "grant", label: "Beri informasi", allowed: true, reason: null },
    { step: "refuse", label: "Tolak", allowed: true, reason: null },
  ],
  decision: [],
  timeline: [
    {
      at: "Jumat, 18 Desember 2026 pukul 10.05 WIB",
      who: "Hj. Siti Rahmawati br. Simanungkalit, S.Sos.",
      what: "Permohonan didaftarkan",
      note: "Nomor 108/PPID/KEC-TBS/XII/2026",
      sent: true,
    },
    {
      at: "Jumat, 18 Desember 2026 pukul 10.07 WIB",
      who: "Hj. Siti Rahmawati br. Simanungkalit, S.Sos.",
      what: "Tanda bukti penerimaan dicetak",
      note: null,
      sent: true,
    },
    {
      at: "Senin, 21 Desember 2026 pukul 08.31 WIB",
      who: "Dewi Kartika Sari Lubis, S.STP., M.Si.",
      what: "Berkas dinyatakan lengkap",
      note: null,
      sent: false,
    },
  ],
  papers,
  decision_form: {
    officials: [
      { id: "o2", label: "Dewi Kartika Sari Lubis, S.STP., M.Si., Sekretaris Kecamatan", role_label: "PPID Pelaksana" },
      {
        id: "o3",
        label: "Ir. H. Ahmad Fauzi Siregar, M.T., Kepala Dinas Komunikasi dan Informatika",
        role_label: "PPID Utama",
      },
    ],
    grounds: [
      ["a", "menghambat proses penegakan hukum"],
      [
        "b",
        "mengganggu kepentingan pelindungan hak atas kekayaan intelektual dan pelindungan dari persaingan usaha tidak sehat",
      ],
      ["c", "membahayakan pertahanan dan keamanan negara"],
      ["d", "mengungkapkan kekayaan alam Indonesia"],
      ["e", "merugikan ketahanan ekonomi nasional"],
      ["f", "merugikan kepentingan hubungan luar negeri"],
      ["g", "mengungkapkan isi akta otentik yang bersifat pribadi dan kemauan terakhir ataupun wasiat seseorang"],
      ["h", "mengungkap rahasia pribadi"],
      [
        "i",
        "memorandum atau surat antar-Badan Publik atau intra-Badan Publik yang menurut sifatnya dirahasiakan, kecuali atas putusan Komisi Informasi atau pengadilan",
      ],
      ["j", "informasi yang tidak boleh diungkapkan berdasarkan Undang-Undang"],
    ].map(([code = "", label = ""]) => ({ code, label })),
    grounds_that_expire: ["a", "b", "c", "d", "e", "f"],
    bases: [
      { code: "decree", label: "SK penetapan klasifikasi yang sudah ada" },
      { code: "test", label: "Uji konsekuensi yang sudah disetujui pimpinan" },
    ],
    today: "2026-12-22",
  },
};

export const registered: RequestView = {
  ...processed,
  row: { ...processed.row, stage: "registered", stage_label: "Menunggu kelengkapan", waiting_to_send: true },
  missing_documents: ["Salinan pengesahan badan hukum", "Surat kuasa khusus"],
  deadlines: preview(requestForm.draft).deadlines,
  next: [
    { step: "declare_complete", label: "Nyatakan berkas lengkap", allowed: true, reason: null },
    {
      step: "grant",
      label: "Beri informasi",
      allowed: false,
      reason: "Nyatakan berkas lengkap dahulu, baru permohonan dapat diputuskan.",
    },
    {
      step: "refuse",
      label: "Tolak",
      allowed: false,
      reason: "Nyatakan berkas lengkap dahulu, baru permohonan dapat diputuskan.",
    },
  ],
  timeline: processed.timeline.slice(0, 2),
};

export const granted: RequestView = {
  ...processed,
  row: { ...processed.row, stage: "granted", stage_label: "Dikabulkan", tone: "done", left: null },
  decision: [
    { label: "Putusan", value: "Informasi diberikan seluruhnya" },
    { label: "Nomor surat", value: "000.8.3/412/KEC-TBS/2026" },
    { label: "Biaya", value: "Rp25.000,00" },
  ],
  next: [],
  papers: [
    ...papers,
    {
      kind: "written_notice",
      title: "Pemberitahuan Tertulis",
      number: "000.8.3/412/KEC-TBS/2026",
      printed: 0,
      printed_text: null,
    },
  ],
};

export const refused: RequestView = {
  ...granted,
  row: { ...granted.row, stage: "refused", stage_label: "Ditolak" },
  papers: [
    ...papers,
    {
      kind: "refusal_decision",
      title: "Surat Keputusan Penolakan",
      number: "000.8.3/413/KEC-TBS/2026",
      printed: 0,
      printed_text: null,
    },
  ],
};
