import type { Choice } from "../../src/core";

/** Coded lists of the domain, as the core names them. */
export const choices = (pairs: [code: string, label: string][]): Choice[] =>
  pairs.map(([code, label]) => ({ code, label }));

export const ROLES = choices([
  ["ppid_unit", "PPID Pelaksana"],
  ["ppid_superior", "Atasan PPID"],
  ["desk_officer", "Petugas meja layanan"],
  ["ppid_main", "PPID Utama"],
  ["admin", "Admin aplikasi"],
]);

export const CAPACITIES = choices([
  ["definitive", "Pejabat definitif"],
  ["on_behalf", "a.n. (atas nama)"],
  ["acting", "Plt. (pelaksana tugas)"],
  ["daily", "Plh. (pelaksana harian)"],
]);

export const WORK_WEEKS = choices([
  ["mon_fri", "5 hari: Senin–Jumat"],
  ["mon_sat", "6 hari: Senin–Sabtu"],
]);

export const CLOCK_STARTS = choices([
  ["complete", "Sejak berkas dinyatakan lengkap (praktik PERKI 1/2021)"],
  ["received", "Sejak permohonan diterima (bunyi UU 14/2008)"],
]);

export const PAPERS = choices([
  ["f4", "F4/Folio (215 × 330 mm)"],
  ["a4", "A4 (210 × 297 mm)"],
]);

export const GROUNDS = choices([
  ["a", "a. menghambat proses penegakan hukum"],
  [
    "b",
    "b. mengganggu kepentingan pelindungan hak atas kekayaan intelektual dan pelindungan dari persaingan usaha tidak sehat",
  ],
  ["c", "c. membahayakan pertahanan dan keamanan negara"],
  ["d", "d. mengungkapkan kekayaan alam Indonesia"],
  ["e", "e. merugikan ketahanan ekonomi nasional"],
  ["f", "f. merugikan kepentingan hubungan luar negeri"],
  ["g", "g. mengungkapkan isi akta otentik yang bersifat pribadi dan kemauan terakhir ataupun wasiat seseorang"],
  ["h", "h. mengungkap rahasia pribadi"],
  [
    "i",
    "i. memorandum atau surat antar-Badan Publik atau intra-Badan Publik yang menurut sifatnya dirahasiakan, kecuali atas putusan Komisi Informasi atau pengadilan",
  ],
  ["j", "j. informasi yang tidak boleh diungkapkan berdasarkan Undang-Undang"],
]);
/** Letters that must end. */
export const EXPIRING = ["a", "b", "c", "d", "e", "f"];

export const LIMITS = choices([
  ["a", "a. informasi yang dapat membahayakan negara"],
  ["b", "b. informasi yang berkaitan dengan kepentingan pelindungan usaha dari persaingan usaha tidak sehat"],
  ["c", "c. informasi yang berkaitan dengan hak-hak pribadi"],
  ["d", "d. informasi yang berkaitan dengan rahasia jabatan"],
]);

export const OBJECTION_GROUNDS = choices([
  ["a", "a. Permohonan informasi ditolak"],
  ["b", "b. Informasi berkala tidak disediakan"],
  ["c", "c. Permintaan informasi tidak ditanggapi"],
  ["d", "d. Permintaan informasi ditanggapi tidak sebagaimana yang diminta"],
  ["e", "e. Permintaan informasi tidak dipenuhi"],
  ["f", "f. Biaya yang dikenakan tidak wajar"],
  ["g", "g. Informasi disampaikan melebihi jangka waktu yang ditentukan"],
]);

export const DUTIES = choices([
  ["serve", "Melayani di meja: mendaftar, kelengkapan, penyerahan, pencatatan"],
  ["decide", "Memutuskan permohonan: mengabulkan, menolak, memperpanjang, meneruskan"],
  ["answer_objections", "Menanggapi keberatan dan mengurus sengketa"],
  ["classify", "Uji konsekuensi dan penetapan klasifikasi"],
  ["catalogue", "Daftar Informasi Publik"],
  ["report", "Laporan tahunan dan survei"],
  ["administer", "Pengaturan, kalender, akun, dan naskah surat"],
]);

export const ELEMENTS = [
  "Persyaratan",
  "Sistem, mekanisme, dan prosedur",
  "Waktu penyelesaian",
  "Biaya/tarif",
  "Produk spesifikasi jenis pelayanan",
  "Kompetensi pelaksana",
  "Perilaku pelaksana",
  "Penanganan pengaduan, saran dan masukan",
  "Sarana dan prasarana",
];
