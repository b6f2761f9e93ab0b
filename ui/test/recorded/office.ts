import type { FirstStartChoices, RequestForm, Session, SettingsView, SyncChip } from "../../src/core";
import { CAPACITIES, CLOCK_STARTS, choices, PAPERS, ROLES, WORK_WEEKS } from "./coded";
import { step } from "./steps";

export const TODAY = "2026-11-23";

export const synced: SyncChip = {
  state: "synced",
  text: "tersinkron 10.42",
  detail: "Semua catatan meja ini sudah diterima PPID Utama pada Senin, 23 November 2026 pukul 10.42 WIB.",
  waiting: 0,
};

export const waiting: SyncChip = {
  state: "waiting",
  text: "3 menunggu, tanpa koneksi",
  detail:
    "Belum ada koneksi ke PPID Utama sejak 08.10 WIB. Pekerjaan dapat diteruskan; catatan dikirim begitu tersambung.",
  waiting: 3,
};

export const session: Session = {
  office: "Kantor Camat Tebing Syahbandar",
  desk_code: "A",
  person: "Hj. Siti Rahmawati br. Simanungkalit, S.Sos.",
  role: "Petugas meja layanan",
  today: TODAY,
  today_text: "Senin, 23 November 2026",
  sync: synced,
};

export const firstStart: FirstStartChoices = {
  offices: [
    ["12.18.01", "Pantai Cermin", "PTC"],
    ["12.18.02", "Perbaungan", "PBG"],
    ["12.18.03", "Teluk Mengkudu", "TLM"],
    ["12.18.04", "Sei Rampah", "SRP"],
    ["12.18.05", "Tanjung Beringin", "TJB"],
    ["12.18.06", "Bandar Khalipah", "BDK"],
    ["12.18.07", "Dolok Merawan", "DLM"],
    ["12.18.08", "Sipispis", "SPS"],
    ["12.18.09", "Dolok Masihul", "DLK"],
    ["12.18.10", "Kotarih", "KTR"],
    ["12.18.11", "Silinda", "SLD"],
    ["12.18.12", "Serba Jadi", "SBJ"],
    ["12.18.13", "Tebing Tinggi", "TBT"],
    ["12.18.14", "Pegajahan", "PGJ"],
    ["12.18.15", "Sei Bamban", "SBB"],
    ["12.18.16", "Tebing Syahbandar", "TBS"],
    ["12.18.17", "Bintang Bayu", "BTB"],
  ].map(([code = "", kecamatan = "", abbreviation = ""]) => ({ code, kecamatan, abbreviation })),
  regency: "KABUPATEN SERDANG BEDAGAI",
  roles: ROLES,
  work_weeks: WORK_WEEKS,
  clock_starts: CLOCK_STARTS,
  papers: PAPERS,
  pattern_help:
    "{nomor} nomor urut, {bulan} bulan Romawi, {tahun} tahun, {meja} kode meja. Contoh: {nomor}/PPID/KEC-PBG/{bulan}/{tahun}",
  capacities: CAPACITIES,
};

export const requestForm: RequestForm = {
  categories: choices([
    ["individual", "Perorangan"],
    ["group", "Kelompok Orang"],
    ["legal_entity", "Badan Hukum"],
  ]),
  identity_kinds: choices([
    ["nik", "NIK (KTP)"],
    ["sim", "SIM"],
    ["passport", "Paspor"],
    ["legal_entity_decree", "Nomor SK pengesahan badan hukum"],
  ]),
  access_modes: choices([
    ["view", "Melihat/membaca/mendengarkan/mencatat"],
    ["copy", "Mendapatkan salinan informasi"],
  ]),
  copy_formats: choices([
    ["softcopy", "Softcopy"],
    ["hardcopy", "Hardcopy"],
  ]),
  delivery_modes: choices([
    ["pick_up", "Mengambil langsung"],
    ["courier", "Kurir"],
    ["post", "Pos"],
    ["fax", "Faksimili"],
    ["email", "E-mail"],
  ]),
  channels: choices([
    ["langsung", "Datang langsung"],
    ["lisan", "Lisan"],
    ["surat", "Surat/pos"],
    ["email", "E-mail"],
    ["telepon", "Telepon"],
    ["web", "Situs web"],
  ]),
  documents: [
    {
      code: "identity",
      label: "Salinan KTP/SIM/paspor",
      categories: ["individual", "legal_entity"],
      representative_only: false,
    },
    {
      code: "members_identity",
      label: "Salinan identitas semua anggota kelompok",
      categories: ["group"],
      representative_only: false,
    },
    {
      code: "recognition",
      label: "Salinan pengesahan badan hukum",
      categories: ["legal_entity"],
      representative_only: false,
    },
    { code: "power_of_attorney", label: "Surat kuasa khusus", categories: [], representative_only: true },
  ],
  draft: {
    channel: "langsung",
    received_date: TODAY,
    received_time: "10:05",
    category: "individual",
    name: "",
    identity_kind: "nik",
    identity_number: "",
    address: "",
    occupation: "",
    phone: "",
    email: "",
    represented: false,
    representative_name: "",
    representative_address: "",
    representative_phone: "",
    information: "",
    purpose: "",
    access_mode: "copy",
    copy_format: "hardcopy",
    delivery_mode: "pick_up",
    documents: [],
    notes: "",
  },
  draft_kept: null,
};

/** Two files on their way. */
export const travelling: SettingsView["sync"]["files"] = {
  waiting: 2,
  paused: false,
  percent: 25,
  current: "KTP ketua perkumpulan.pdf",
  text: "2 berkas menunggu: 3,1 MB dari 12,4 MB",
};

export const settings: SettingsView = {
  office: [
    { label: "Kantor", value: "Kantor Camat Tebing Syahbandar" },
    { label: "Kode wilayah", value: "12.18.16" },
    { label: "Kabupaten", value: "Kabupaten Serdang Bedagai" },
    { label: "Hari kerja", value: "5 hari: Senin–Jumat" },
    { label: "Tenggat dihitung", value: "Sejak berkas dinyatakan lengkap (praktik PERKI 1/2021)" },
    { label: "Ukuran kertas", value: "F4/Folio (215 × 330 mm)" },
  ],
  letterhead: [
    "PEMERINTAH KABUPATEN SERDANG BEDAGAI",
    "KECAMATAN TEBING SYAHBANDAR",
    "Jalan Besar Paya Pasir Nomor 12, Kode Pos 20998",
    "Telepon (0621) 000000 · Surel kec.tebingsyahbandar@contoh.go.id",
  ],
  numbering: [
    { label: "Pola", value: "{nomor}/PPID/KEC-TBS/{bulan}/{tahun}" },
    { label: "Nomor berikutnya", value: "108/PPID/KEC-TBS/XI/2026" },
    { label: "Kode meja", value: "A" },
  ],
  officials: [
    {
      name: "Drs. H. Muhammad Yusuf Hasibuan, M.A.P.",
      nip: "197103141992031004",
      rank: "Pembina Tingkat I / IV.b",
      position: "Camat Tebing Syahbandar",
      role_label: "Atasan PPID",
    },
    {
      name: "Dewi Kartika Sari Lubis, S.STP., M.Si.",
      nip: "198405222003122001",
      rank: "Pembina / IV.a",
      position: "Sekretaris Kecamatan",
      role_label: "PPID Pelaksana",
    },
  ],
  accounts: [
    { login: "siti", name: "Hj. Siti Rahmawati br. Simanungkalit, S.Sos.", role_label: "Petugas meja layanan" },
    { login: "dewi", name: "Dewi Kartika Sari Lubis, S.STP., M.Si.", role_label: "PPID Pelaksana" },
  ],
  sync: {
    server: null,
    enrolled_text: null,
    waiting: 12,
    last_text: null,
    chip: {
      state: "not_enrolled",
      text: "belum terdaftar",
      detail: "Meja ini belum terdaftar di PPID Utama. Semua pekerjaan dapat dilakukan tanpa itu.",
      waiting: 12,
    },
    needs_code: false,
    key_text: "sejak meja ini disiapkan",
    review: [],
    files: { waiting: 0, paused: false, percent: 100, current: null, text: "Semua berkas sudah sampai." },
  },
  calendar: [
    { year: 2026, national_holidays: 17, collective_leave: 8, source: "SKB 3 Menteri 1497/2025, 2/2025, 5/2025" },
    { year: 2027, national_holidays: 18, collective_leave: 8, source: "SKB 3 Menteri 1205/2026, 3/2026, 2/2026" },
  ],
  next: [
    step("edit_profile", "Ubah kantor"),
    step("edit_letterhead", "Ubah kop"),
    step("edit_counting", "Ubah hitungan hari kerja"),
    step("edit_fees", "Tetapkan biaya"),
    step("edit_signing", "Siapa menandatangani apa"),
    step("edit_duties", "Siapa mengerjakan apa"),
    step("account_numbers", "Catat nomor yang tidak terpakai"),
    step("change_key", "Ganti kunci meja"),
    step("new_card", "Buat kartu pemulihan baru"),
  ],
  version: "0.1.0",
};

export const enrolled: SettingsView = {
  ...settings,
  sync: {
    server: "https://ppid.contoh.go.id",
    enrolled_text: "Senin, 2 November 2026 pukul 09.15 WIB",
    waiting: 3,
    last_text: "Senin, 23 November 2026 pukul 08.10 WIB",
    chip: {
      state: "review",
      text: "1 perlu ditinjau",
      detail: "Satu catatan dari meja lain perlu diperiksa.",
      waiting: 3,
    },
    needs_code: false,
    key_text: "diganti 2 November 2026",
    files: travelling,
    review: [
      {
        at: "Senin, 23 November 2026 pukul 08.10 WIB",
        what: "Meja B menolak permohonan 101/PPID/KEC-TBS/XI/2026",
        reason: "Permohonan ini sudah dikabulkan di meja ini pada hari yang sama.",
        request: "r7",
      },
    ],
  },
};
