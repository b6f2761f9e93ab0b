import type { NextStep, RequestView } from "../../src/core";
import { requestForm } from "./office";
import { OFFICIAL, preview, row, SAFE, WARNING } from "./requests";
import { step } from "./steps";

const SITI = "Hj. Siti Rahmawati br. Simanungkalit, S.Sos.";

const papers: RequestView["papers"] = [
  { kind: "request_form", title: "Formulir Permohonan Informasi Publik", number: null, printed: 0, printed_text: null },
  {
    kind: "receipt",
    title: "Tanda Bukti Penerimaan",
    number: "108/PPID/KEC-TBS/XII/2026",
    printed: 1,
    printed_text: "Terakhir dicetak atau disimpan 18 Desember 2026",
  },
];

const files: RequestView["files"] = {
  items: [
    {
      digest: "a1",
      name: "KTP ketua perkumpulan.pdf",
      purpose: "Identitas pemohon",
      details: "PDF, 840 kB, dilampirkan 18 Desember 2026",
      state: "sent",
      state_label: "di komputer ini dan di PPID Utama",
      away: false,
      reason: null,
    },
  ],
  purposes: [
    { code: "identity", label: "Identitas pemohon" },
    { code: "authority", label: "Surat kuasa atau pengesahan badan hukum" },
    { code: "signed", label: "Formulir atau surat bertanda tangan" },
    { code: "released", label: "Informasi yang diserahkan" },
    { code: "other", label: "Lain-lain" },
  ],
  refused: null,
};

/** What may be done before the answer; whether it may be answered depends on the papers. */
function steps(complete: boolean): NextStep[] {
  const answer = complete
    ? {}
    : { allowed: false, reason: "Nyatakan berkas lengkap dahulu, baru permohonan dapat diputuskan." };
  const early = complete
    ? []
    : [
        step("declare_complete", "Nyatakan lengkap", { form: false, main: true }),
        step("find_incomplete", "Surat tidak lengkap"),
      ];
  return [
    ...early,
    step("grant", "Kabulkan seluruhnya", { ...answer, main: complete }),
    step("grant_partly", "Kabulkan sebagian", answer),
    step("refuse", "Tolak (dikecualikan)", answer),
    step("answer_unavailable", "Tidak dikuasai", answer),
    step("extend", "Perpanjang 7 hari kerja", answer),
    step("forward", "Teruskan"),
    step("withdraw", "Dicabut pemohon"),
    step("object", "Catat keberatan"),
    ...(complete ? [step("test", "Uji konsekuensi")] : []),
    step("correct", "Koreksi isian"),
  ];
}

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
  deadlines: { official: OFFICIAL, official_note: null, safe: SAFE, completeness: null, warning: WARNING },
  next: steps(true),
  decision: [],
  timeline: [
    {
      at: "Jumat, 18 Desember 2026, 10.05 WIB",
      who: SITI,
      what: "Didaftarkan dengan nomor 108/PPID/KEC-TBS/XII/2026",
      note: "Batas aman 5 Januari 2027",
      sent: true,
    },
    {
      at: "Jumat, 18 Desember 2026, 10.07 WIB",
      who: SITI,
      what: "Tanda Bukti Penerimaan dicetak atau disimpan",
      note: null,
      sent: true,
    },
    {
      at: "Senin, 21 Desember 2026, 08.31 WIB",
      who: "Dewi Kartika Sari Lubis, S.STP., M.Si.",
      what: "Berkas dinyatakan lengkap",
      note: "Batas resmi jawaban 6 Januari 2027",
      sent: false,
    },
  ],
  papers,
  files,
  warning: null,
  coordination: [],
  objections: [],
  questions: [],
  corrections: [],
};

export const registered: RequestView = {
  ...processed,
  row: { ...processed.row, stage: "registered", stage_label: "Menunggu kelengkapan", waiting_to_send: true },
  missing_documents: ["Salinan pengesahan badan hukum", "Surat kuasa khusus"],
  deadlines: preview(requestForm.draft).deadlines,
  next: steps(false),
  timeline: processed.timeline.slice(0, 2),
};

export const granted: RequestView = {
  ...processed,
  row: {
    ...processed.row,
    stage: "granted",
    stage_label: "Dikabulkan",
    tone: "done",
    left: "dijawab 22 Desember 2026",
  },
  decision: [
    { label: "Keputusan", value: "Dikabulkan seluruhnya" },
    { label: "Nomor surat", value: "000.8.3/412/KEC-TBS/2026" },
    { label: "Biaya", value: "Rp25.000,00" },
  ],
  next: [
    step("take_payment", "Terima biaya"),
    step("hand_over", "Serahkan informasi", { main: true }),
    step("note_received", "Catat jawaban diterima"),
    step("object", "Catat keberatan"),
    step("correct", "Koreksi isian"),
  ],
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

/** A request with everything that can stand on its page. */
export const eventful: RequestView = {
  ...processed,
  files: {
    ...files,
    items: [
      ...files.items,
      {
        digest: "b2",
        name: "Surat kuasa khusus pengurus perkumpulan kepada sekretaris.jpg",
        purpose: "Surat kuasa atau pengesahan badan hukum",
        details: "JPEG, 3,1 MB, dilampirkan 21 Desember 2026",
        state: "waiting",
        state_label: "di komputer ini, menunggu dikirim",
        away: false,
        reason: null,
      },
      {
        digest: "c3",
        name: "Rincian Dana Desa 2025.xlsx",
        purpose: "Informasi yang diserahkan",
        details: "XLSX, 120 kB, dilampirkan 22 Desember 2026",
        state: "away",
        state_label: "belum diambil dari PPID Utama",
        away: true,
        reason: null,
      },
      {
        digest: "d4",
        name: "Foto pekerjaan.zip",
        purpose: "Informasi yang diserahkan",
        details: "ZIP, 24,8 MB, dilampirkan 22 Desember 2026",
        state: "refused",
        state_label: "perlu ditinjau",
        away: false,
        reason: "Ruang berkas kantor ini di PPID Utama penuh; hubungi admin PPID Utama.",
      },
    ],
  },
  warning:
    "Batas waktu sudah dihitung ulang: Rabu, 9 Desember 2026 ditetapkan libur: Pemilihan kepala desa serentak (Keputusan Bupati 188.45/871/2026). Berikan surat perubahan batas waktu kepada pemohon.",
  coordination: [
    {
      from: "Kantor Camat Tebing Syahbandar",
      to: "PPID Utama",
      on_text: "Senin, 21 Desember 2026",
      who: "Dewi Kartika Sari Lubis, S.STP., M.Si.",
      note: "Mohon rincian Dana Desa yang dikuasai Dinas PMD.",
      number: "000.8.3/401/KEC-TBS/2026",
    },
    {
      from: "PPID Utama",
      to: "Kantor Camat Tebing Syahbandar",
      on_text: "Selasa, 22 Desember 2026",
      who: "PPID Utama",
      note: "Rincian dikirim melalui surel.",
      number: null,
    },
  ],
  objections: [
    { label: "Keberatan 012/KEB/KEC-TBS/XI/2026: Menunggu tanggapan", subject: { kind: "objection", id: "k12" } },
  ],
  questions: [{ label: "Format salinan peta desa (Sudah dijawab)", subject: { kind: "question", id: "t3" } }],
  corrections: [
    {
      field: "Alamat",
      before: "Jalan Negara Nomor 54",
      after: "Jalan Negara Nomor 45, Dusun III, Desa Firdaus",
      who: SITI,
      at: "Senin, 21 Desember 2026, 08.20 WIB",
      reason: "Nomor rumah tertukar saat mengetik.",
    },
  ],
};
