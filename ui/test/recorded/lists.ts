import type { Column, ListKind, ListPage, ListQuery, ListRow, NextStep, SubjectKind, Tone } from "../../src/core";
import { ELEMENTS } from "./coded";
import { questionRows } from "./questions";
import { step } from "./steps";

const columns = (labels: [key: string, label: string][], numeric = false): Column[] =>
  labels.map(([key, label]) => ({ key, label, numeric }));

const row = (
  kind: SubjectKind,
  id: string,
  cells: string[],
  tone: Tone = "calm",
  left: string | null = null,
): ListRow => ({
  subject: { kind, id },
  cells,
  tone,
  left,
});

interface Kept {
  kind: SubjectKind;
  columns: Column[];
  rows: ListRow[];
  /** The column by whose words the filters are named, with their codes. */
  stages?: { at: number; codes: [code: string, label: string][] };
  next: NextStep[];
  intro: string;
}

const DIP_TITLES = [
  "Laporan realisasi anggaran kecamatan",
  "Rencana kerja kecamatan",
  "Profil kecamatan dan desa-desanya, termasuk susunan organisasi, tugas, dan fungsi setiap seksi",
  "Daftar aset kecamatan",
  "Peringatan dini banjir Sungai Padang",
];

const dipRow = (at: number) => {
  const category = ["Berkala", "Setiap saat", "Serta merta"][at % 3] ?? "";
  const timed = at % 3 === 0;
  return row(
    "dip_item",
    `d${at}`,
    [
      `${DIP_TITLES[at % DIP_TITLES.length]} tahun ${2026 - (at % 7)}`,
      category,
      "Kantor Camat Tebing Syahbandar",
      "Sekretaris Kecamatan",
      "PDF; cetak",
      "5 tahun",
      "1 Juni 2026",
    ],
    timed && at === 0 ? "near" : "calm",
    timed ? (at === 0 ? "hari ini terakhir" : "12 hari kerja lagi") : null,
  );
};

export const HOW_MANY_ITEMS = 450;

const LISTS: Record<ListKind, Kept> = {
  objections: {
    kind: "objection",
    columns: columns([
      ["number", "Nomor"],
      ["on", "Dicatat"],
      ["applicant", "Pengaju"],
      ["request", "Permohonan"],
      ["grounds", "Alasan"],
      ["stage", "Keadaan"],
      ["due", "Batas tanggapan"],
    ]),
    rows: [
      row(
        "objection",
        "k12",
        [
          "012/KEB/KEC-TBS/XI/2026",
          "12 November 2026",
          "Lestari br. Sitorus",
          "098/PPID/KEC-TBS/X/2026",
          "a, d",
          "Menunggu tanggapan",
          "28 Desember 2026",
        ],
        "calm",
        "24 hari kerja lagi",
      ),
      row(
        "objection",
        "k11",
        [
          "011/KEB/KEC-TBS/X/2026",
          "5 Oktober 2026",
          "Perkumpulan Pemantau Anggaran dan Pelayanan Publik Kabupaten Serdang Bedagai",
          "tanpa permohonan",
          "b",
          "Menunggu tanggapan",
          "16 November 2026",
        ],
        "overdue",
        "terlambat 5 hari kerja",
      ),
      row(
        "objection",
        "k10",
        [
          "010/KEB/KEC-TBS/VIII/2026",
          "3 Agustus 2026",
          "PT Sawit Nusantara Contoh Abadi",
          "071/PPID/KEC-TBS/VII/2026",
          "c, g",
          "Sengketa di Komisi Informasi",
          "",
        ],
        "done",
      ),
    ],
    stages: {
      at: 5,
      codes: [
        ["registered", "Menunggu tanggapan"],
        ["disputed", "Sengketa di Komisi Informasi"],
      ],
    },
    next: [step("object", "Keberatan tanpa permohonan")],
    intro:
      "Keberatan atas permohonan dicatat dari halaman permohonannya. Di sini keberatan menunggu tanggapan Atasan PPID, dan sengketanya diikuti.",
  },
  classifications: {
    kind: "classification",
    columns: columns([
      ["information", "Informasi"],
      ["basis", "Dasar hukum"],
      ["stage", "Keadaan"],
      ["decree", "Penetapan"],
      ["expires", "Berakhir"],
      ["unit", "Unit"],
    ]),
    rows: [
      row(
        "classification",
        "c1",
        [
          "Data kesehatan penerima bantuan sosial per orang",
          "Pasal 17 huruf h UU 14/2008",
          "Ditetapkan",
          "188.45/12/2026",
          "23 November 2029",
          "Seksi Kesejahteraan Sosial",
        ],
        "calm",
        "738 hari kerja lagi",
      ),
      row("classification", "c2", [
        "Dokumen penyelidikan sengketa batas Desa Penggalian",
        "Pasal 17 huruf a, j UU 14/2008; Pasal 4 UU Contoh",
        "Menunggu persetujuan pimpinan",
        "",
        "31 Desember 2027",
        "Seksi Tata Pemerintahan",
      ]),
    ],
    stages: {
      at: 2,
      codes: [
        ["tested", "Menunggu persetujuan pimpinan"],
        ["decreed", "Ditetapkan"],
      ],
    },
    next: [step("test", "Uji konsekuensi baru")],
    intro:
      "Uji konsekuensi mendahului setiap penolakan Pasal 17. Yang sudah disetujui atau ditetapkan dapat dipakai lagi untuk permohonan berikutnya.",
  },
  questions: {
    kind: "question",
    columns: columns([
      ["line", "Pokok"],
      ["about", "Tentang"],
      ["by", "Ditanyakan"],
      ["stage", "Keadaan"],
      ["since", "Sejak"],
    ]),
    rows: questionRows,
    stages: {
      at: 3,
      codes: [
        ["answered", "Sudah dijawab"],
        ["awaits_office", "Menunggu jawaban kantor"],
        ["awaits_ppid_main", "Menunggu jawaban PPID Utama"],
      ],
    },
    next: [step("ask", "Tanya PPID Utama")],
    intro: "Pertanyaan kepada PPID Utama dan sebaliknya, di luar penerusan permohonan. Jawabannya tampil di Hari ini.",
  },
  dip: {
    kind: "dip_item",
    columns: columns([
      ["summary", "Ringkasan isi informasi"],
      ["category", "Kategori"],
      ["holder", "Yang menguasai"],
      ["responsible", "Penanggung jawab"],
      ["format", "Format"],
      ["retention", "Retensi"],
      ["published", "Dimutakhirkan"],
    ]),
    rows: Array.from({ length: HOW_MANY_ITEMS }, (_, at) => dipRow(at)),
    stages: {
      at: 1,
      codes: [
        ["berkala", "Berkala"],
        ["serta_merta", "Serta merta"],
        ["setiap_saat", "Setiap saat"],
      ],
    },
    next: [step("list", "Tambah informasi")],
    intro:
      "Daftar Informasi Publik: yang sudah ada di sini dapat langsung dijawab di meja. Masukkan satu per satu atau impor dari Excel/CSV.",
  },
  surveys: {
    kind: "survey",
    columns: [
      ...columns([["on", "Tanggal"]]),
      ...columns(
        ELEMENTS.map((_, at) => [`u${at + 1}`, `U${at + 1}`]),
        true,
      ),
    ],
    rows: ["16 November 2026", "9 November 2026"].map((on, at) =>
      row("survey", `s${at}`, [on, ...ELEMENTS.map((_, mark) => (mark === 3 ? "–" : String(3 + ((mark + at) % 2))))]),
    ),
    next: [step("survey", "Isi jawaban survei")],
    intro: "Survei Kepuasan Masyarakat: sembilan unsur, sekurang-kurangnya sekali setahun, tanpa nama responden.",
  },
  reports: {
    kind: "report",
    columns: columns([
      ["year", "Tahun"],
      ["number", "Nomor"],
      ["frozen", "Angka dibekukan"],
      ["requests", "Permohonan"],
      ["objections", "Keberatan"],
    ]),
    rows: [row("report", "l2025", ["2025", "000.8.3/88/KEC-TBS/2026", "16 Maret 2026", "143", "6"])],
    next: [step("report", "Susun laporan tahunan")],
    intro: "Laporan tahunan paling lambat 31 Maret, dengan salinan kepada Komisi Informasi.",
  },
  officials: {
    kind: "official",
    columns: columns([
      ["name", "Nama"],
      ["position", "Jabatan"],
      ["role", "Peran"],
      ["nip", "NIP"],
      ["decree", "SK"],
      ["until", "Masa"],
    ]),
    rows: [
      row("official", "o1", [
        "Drs. H. Muhammad Yusuf Hasibuan, M.A.P.",
        "Camat Tebing Syahbandar",
        "Atasan PPID",
        "197103141992031004",
        "188.45/3/2025",
        "menjabat",
      ]),
      row("official", "o2", [
        "Dewi Kartika Sari Lubis, S.STP., M.Si.",
        "Sekretaris Kecamatan",
        "PPID Pelaksana",
        "198405222003122001",
        "188.45/4/2025",
        "menjabat",
      ]),
    ],
    next: [step("name", "Tambah pejabat")],
    intro: "Pejabat menurut SK: siapa yang menandatangani surat.",
  },
  accounts: {
    kind: "account",
    columns: columns([
      ["login", "Nama akun"],
      ["name", "Nama"],
      ["role", "Peran"],
      ["also", "Merangkap"],
      ["state", "Keadaan"],
    ]),
    rows: [
      row("account", "a1", [
        "siti",
        "Hj. Siti Rahmawati br. Simanungkalit, S.Sos.",
        "Petugas meja layanan",
        "",
        "terbuka",
      ]),
      row("account", "a2", [
        "dewi",
        "Dewi Kartika Sari Lubis, S.STP., M.Si.",
        "PPID Pelaksana",
        "Admin aplikasi",
        "terbuka",
      ]),
    ],
    next: [step("open", "Buka akun")],
    intro: "Siapa yang dapat masuk di kantor ini dan perannya.",
  },
  days_off: {
    kind: "day_off",
    columns: columns([
      ["date", "Tanggal"],
      ["kind", "Menjadi"],
      ["name", "Nama"],
      ["decree", "Dasar"],
    ]),
    rows: [
      row("day_off", "2026-12-09", [
        "9 Desember 2026",
        "Libur daerah",
        "Pemilihan kepala desa serentak",
        "Keputusan Bupati 188.45/871/2026",
      ]),
    ],
    next: [step("add_day_off", "Tambah hari")],
    intro: "Hari yang ditambahkan kantor di luar kalender nasional bawaan, masing-masing dengan dasarnya.",
  },
  templates: {
    kind: "template",
    columns: columns([
      ["title", "Naskah"],
      ["paper", "Surat"],
      ["state", "Keadaan"],
    ]),
    rows: [
      row("template", "pemberitahuan-pembuka", [
        "Pembuka Pemberitahuan Tertulis",
        "Pemberitahuan Tertulis",
        "diubah kantor",
      ]),
      row("template", "hak-keberatan", ["Hak mengajukan keberatan", "Pemberitahuan Tertulis dan SK Penolakan", "asli"]),
    ],
    next: [],
    intro: "Kalimat surat yang boleh disesuaikan kantor. Naskah asli selalu dapat dikembalikan.",
  },
  packs: {
    kind: "pack",
    columns: columns([
      ["name", "Paket"],
      ["title", "Judul"],
      ["basis", "Dasar"],
      ["published", "Diterbitkan"],
      ["standing", "Keadaan"],
    ]),
    rows: [
      row("pack", "p2", [
        "Kalender 2026 versi 2",
        "Kalender 2026",
        "SKB 3 Menteri 933/2026, 1/2026, 3/2026",
        "23 November 2026",
        "Menunggu diterapkan",
      ]),
      row("pack", "p1", [
        "Kalender 2026 versi 1",
        "Kalender 2026",
        "SKB 3 Menteri 1497/2025, 2/2025, 5/2025",
        "2 Januari 2026",
        "Berlaku",
      ]),
    ],
    next: [step("read_pack", "Baca berkas…", { form: false })],
    intro:
      "Kalender, naskah surat, dan kategori DIP dari PPID Utama. Sebuah paket baru berlaku setelah diterapkan di kantor ini; ketentuan kantor sendiri selalu didahulukan.",
  },
};

/** A page of a list; like the real core it counts only the stages in which something stands. */
export function list({ list: which, words, filter, offset, limit }: ListQuery): ListPage {
  const { kind, columns: heads, rows, stages, next, intro } = LISTS[which];
  const found = rows.filter(({ cells }) => cells.join(" ").toLowerCase().includes(words.toLowerCase()));
  const counts = (stages?.codes ?? []).map(([code, label]) => ({
    code,
    label,
    count: found.filter(({ cells }) => stages && cells[stages.at] === label).length,
  }));
  const label = stages?.codes.find(([code]) => code === filter)?.[1];
  const chosen = found.filter(({ cells }) => !stages || !label || cells[stages.at] === label);
  return {
    subject: { kind, id: "" },
    columns: heads,
    rows: chosen.slice(offset, offset + limit),
    total: chosen.length,
    filters: counts.filter(({ count }) => count > 0),
    next,
    intro,
  };
}

/** The same list before anything was written in it. */
export const emptyList = (query: ListQuery): ListPage => ({ ...list(query), rows: [], total: 0, filters: [] });
