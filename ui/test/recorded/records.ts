import type { RecordView, SubjectRef } from "../../src/core";
import { deadline } from "./days";
import { TODAY } from "./office";
import { WORDING } from "./office-forms";
import { packRecord } from "./packs";
import { question } from "./questions";
import { step } from "./steps";

const blank: Omit<RecordView, "subject" | "title"> = {
  subtitle: "",
  status: "",
  tone: "calm",
  groups: [],
  deadlines: [],
  warning: null,
  next: [],
  timeline: [],
  papers: [],
  linked: [],
};

const SITI = "Hj. Siti Rahmawati br. Simanungkalit, S.Sos.";
const shut = (reason: string) => ({ allowed: false, reason });

const objection: RecordView = {
  ...blank,
  subject: { kind: "objection", id: "k12" },
  title: "Keberatan 012/KEB/KEC-TBS/XI/2026",
  subtitle: "Lestari br. Sitorus",
  status: "Menunggu tanggapan",
  warning:
    "Keberatan ini diajukan setelah batas 30 hari kerja (Selasa, 10 November 2026); pertimbangkan dalam tanggapan.",
  groups: [
    {
      title: "Pengaju",
      facts: [
        { label: "Nama", value: "Lestari br. Sitorus" },
        { label: "Alamat", value: "Dusun II, Desa Penggalian, Kecamatan Tebing Syahbandar" },
        { label: "Telepon", value: "0812-0000-0001" },
      ],
      text: null,
    },
    {
      title: "Keberatan",
      facts: [
        { label: "Dicatat", value: "Kamis, 12 November 2026" },
        { label: "Nomor permohonan", value: "098/PPID/KEC-TBS/X/2026" },
        {
          label: "Alasan",
          value: "a. Permohonan informasi ditolak; d. Permintaan informasi ditanggapi tidak sebagaimana yang diminta",
        },
        { label: "Tanggapan dijanjikan", value: "Senin, 28 Desember 2026" },
      ],
      text: null,
    },
    { title: "Informasi yang diminta", facts: [], text: "Peta batas desa Penggalian dan Bahilang." },
    {
      title: "Kasus posisi",
      facts: [],
      text: "Permohonan ditolak tanpa uji konsekuensi.\nPeta itu pernah dipajang di kantor.",
    },
  ],
  deadlines: [
    deadline(
      "2026-11-12",
      30,
      TODAY,
      "30 hari kerja sejak dicatat dalam register keberatan",
      "24 hari kerja lagi",
      "calm",
    ),
    deadline(
      "2026-12-28",
      14,
      TODAY,
      "14 hari kerja bagi pengaju untuk ke Komisi Informasi",
      "38 hari kerja lagi",
      "calm",
    ),
  ],
  next: [
    step("answer", "Tanggapi", { main: true }),
    step("note_received", "Catat tanggapan diterima", shut("Keberatan ini belum ditanggapi.")),
    step("note_executed", "Catat pelaksanaan", shut("Tidak ada perintah yang harus dilaksanakan.")),
    step("withdraw", "Dicabut pengaju"),
    step("file_dispute", "Catat sengketa", shut("Batas tanggapan belum lewat.")),
    step("proceed", "Langkah sengketa", shut("Belum ada sengketa.")),
  ],
  timeline: [
    {
      at: "Kamis, 12 November 2026, 09.40 WIB",
      who: SITI,
      what: "Keberatan dicatat dengan nomor 012/KEB/KEC-TBS/XI/2026",
      note: "Batas tanggapan 28 Desember 2026",
      sent: true,
    },
  ],
  papers: [
    {
      kind: "objection_form",
      title: "Formulir Keberatan",
      number: "012/KEB/KEC-TBS/XI/2026",
      printed: 1,
      printed_text: "Terakhir dicetak atau disimpan 12 November 2026",
    },
  ],
  linked: [{ label: "Permohonan 098/PPID/KEC-TBS/X/2026", subject: { kind: "request", id: "r98" } }],
};

const classification: RecordView = {
  ...blank,
  subject: { kind: "classification", id: "c2" },
  title: "Uji konsekuensi dan klasifikasi",
  subtitle: "Seksi Tata Pemerintahan",
  status: "Menunggu persetujuan pimpinan",
  groups: [
    { title: "Informasi", facts: [], text: "Dokumen penyelidikan sengketa batas Desa Penggalian" },
    {
      title: "Pengujian",
      facts: [
        { label: "Unit yang menguasai", value: "Seksi Tata Pemerintahan" },
        { label: "Dasar hukum", value: "Pasal 17 huruf a UU 14/2008" },
        { label: "Tim penguji", value: "Dewi Kartika Sari Lubis, Sekretaris Kecamatan; Sukimin, Kepala Seksi" },
      ],
      text: null,
    },
    { title: "Akibat bila dibuka", facts: [], text: "Saksi dapat dipengaruhi." },
  ],
  next: [
    step("approve", "Catat persetujuan pimpinan", { main: true }),
    step("reject", "Tidak disetujui"),
    step("decree", "Tetapkan klasifikasi", shut("Uji konsekuensi ini belum disetujui pimpinan.")),
    step("test", "Ubah lembar uji"),
  ],
  papers: [
    { kind: "consequence_test", title: "Lembar Pengujian Konsekuensi", number: null, printed: 0, printed_text: null },
  ],
};

const dip: RecordView = {
  ...blank,
  subject: { kind: "dip_item", id: "d0" },
  title: "Laporan realisasi anggaran kecamatan tahun 2026",
  subtitle: "Berkala",
  status: "Dalam daftar",
  tone: "near",
  groups: [
    {
      title: "Informasi",
      facts: [
        { label: "Ringkasan isi", value: "Laporan realisasi anggaran kecamatan tahun 2026" },
        { label: "Kategori", value: "Berkala" },
        { label: "Yang menguasai", value: "Kantor Camat Tebing Syahbandar" },
        { label: "Dimutakhirkan paling lambat", value: "Selasa, 1 Desember 2026" },
      ],
      text: null,
    },
  ],
  warning: "Informasi berkala wajib dimutakhirkan sekurang-kurangnya setiap 6 bulan (Pasal 9).",
  next: [
    step("renew", "Mutakhirkan hari ini", { form: false, main: true }),
    step("list", "Ubah"),
    step("withdraw", "Keluarkan dari daftar"),
  ],
  timeline: [{ at: "Senin, 1 Juni 2026, 10.02 WIB", who: SITI, what: "Dimuat dalam DIP", note: "Berkala", sent: true }],
};

const report: RecordView = {
  ...blank,
  subject: { kind: "report", id: "l2025" },
  title: "Laporan layanan informasi publik tahun 2025",
  subtitle: "000.8.3/88/KEC-TBS/2026",
  status: "Angka dibekukan 16 Maret 2026",
  tone: "done",
  groups: [
    { title: "Angka", facts: [{ label: "Permohonan", value: "143" }], text: null },
    { title: "Gambaran umum kebijakan", facts: [], text: "Layanan informasi dilaksanakan menurut UU 14/2008." },
  ],
  papers: [
    {
      kind: "annual_report",
      title: "Laporan Layanan Informasi Publik",
      number: "000.8.3/88/KEC-TBS/2026",
      printed: 0,
      printed_text: null,
    },
  ],
};

const official: RecordView = {
  ...blank,
  subject: { kind: "official", id: "o2" },
  title: "Dewi Kartika Sari Lubis, S.STP., M.Si.",
  subtitle: "PPID Pelaksana",
  groups: [
    {
      title: "",
      facts: [
        { label: "NIP", value: "198405222003122001" },
        { label: "Jabatan", value: "Sekretaris Kecamatan" },
        { label: "SK", value: "188.45/4/2025 tanggal 6 Januari 2025" },
      ],
      text: null,
    },
  ],
  next: [step("revise", "Ubah"), step("relieve", "Akhiri jabatan")],
};

const account: RecordView = {
  ...blank,
  subject: { kind: "account", id: "a1" },
  title: SITI,
  subtitle: "Petugas meja layanan",
  groups: [{ title: "", facts: [{ label: "Nama akun", value: "siti" }], text: null }],
  next: [
    step("revise", "Ubah peran"),
    step("password", "Ganti sandi"),
    step("close", "Tutup akun", shut("Akun yang sedang dipakai tidak dapat ditutup; masuk dengan akun lain.")),
  ],
};

const dayOff: RecordView = {
  ...blank,
  subject: { kind: "day_off", id: "2026-12-09" },
  title: "9 Desember 2026",
  subtitle: "Pemilihan kepala desa serentak",
  groups: [{ title: "", facts: [{ label: "Menjadi", value: "Libur daerah" }], text: null }],
  next: [step("remove_day_off", "Hapus")],
};

const template: RecordView = {
  ...blank,
  subject: { kind: "template", id: "pemberitahuan-pembuka" },
  title: "Pembuka Pemberitahuan Tertulis",
  subtitle: "Pemberitahuan Tertulis",
  groups: [{ title: "Naskah yang dipakai", facts: [], text: WORDING }],
  next: [step("reword", "Ubah naskah"), step("restore", "Kembalikan naskah asli")],
};

const ALL = [objection, classification, question, dip, report, official, account, dayOff, template, packRecord];

/** One thing, whole; of each kind one was recorded. */
export function record({ kind, id }: SubjectRef): RecordView {
  const found = ALL.find(({ subject }) => subject.kind === kind);
  if (!found) throw new Error(`nothing was recorded of ${kind}`);
  return { ...found, subject: { kind, id } };
}
