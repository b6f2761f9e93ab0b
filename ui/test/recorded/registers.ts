import type {
  CalendarChange,
  ImportPreview,
  ListRow,
  RegisterQuery,
  RegisterView,
  ServiceFigures,
} from "../../src/core";

const REQUEST_COLUMNS = [
  "No.",
  "Nomor pendaftaran",
  "NIK/No. SK",
  "Tgl.",
  "Nama",
  "Alamat",
  "Nomor kontak",
  "Pekerjaan",
  "Informasi yang diminta",
  "Tujuan penggunaan",
  "Dikuasai: ya",
  "Dikuasai: tidak",
  "Belum didokumentasikan",
  "Softcopy",
  "Hardcopy",
  "Melihat/mengetahui",
  "Meminta salinan",
  "Keputusan",
  "Alasan penolakan",
  "Tgl. pemberitahuan tertulis",
  "Tgl. pemberian informasi",
  "Biaya",
  "Cara pembayaran",
];

const OBJECTION_COLUMNS = [
  "Nomor registrasi",
  "Tanggal diterima",
  "Nama pemohon",
  "Kuasa",
  "Alamat",
  "Keputusan Atasan PPID",
];

const requestLines = [
  ["101/PPID/KEC-TBS/XI/2026", "02/11/2026", "Rahmad Hidayat Nasution", "Dikabulkan", "Rp25.000,00"],
  ["102/PPID/KEC-TBS/XI/2026", "03/11/2026", "Lestari br. Sitorus", "Ditolak", ""],
  [
    "103/PPID/KEC-TBS/XI/2026",
    "09/11/2026",
    "Perkumpulan Pemantau Anggaran dan Pelayanan Publik Kabupaten Serdang Bedagai",
    "",
    "",
  ],
].map(([number = "", on = "", name = "", decision = "", cost = ""], at): ListRow => {
  const answered = decision !== "";
  const tick = (is: boolean) => (is ? "√" : "");
  const cells = [
    String(at + 1),
    number,
    "1218160101900003",
    on,
    name,
    "Dusun III, Desa Paya Pasir",
    "0812-0000-0000",
    "Wiraswasta",
    "Rincian penggunaan Dana Desa tahun anggaran 2025 untuk Desa Paya Pasir",
    "Bahan usulan musyawarah desa",
    tick(answered),
    "",
    "",
    "",
    tick(cost !== ""),
    "",
    "√",
    decision,
    decision === "Ditolak" ? "Pasal 17 huruf h" : "",
    answered ? "12/11/2026" : "",
    "",
    cost,
    "",
  ];
  return { subject: { kind: "request", id: `r${101 + at}` }, cells, tone: "calm", left: null };
});

const objectionLines: ListRow[] = [
  {
    subject: { kind: "objection", id: "k12" },
    cells: ["012/KEB/KEC-TBS/XI/2026", "12 November 2026", "Lestari br. Sitorus", "", "Dusun II, Desa Penggalian", ""],
    tone: "calm",
    left: null,
  },
];

/** A register of a period; before 2026 the office wrote nothing down. */
export function register({ which, from, to }: RegisterQuery): RegisterView {
  const heads = which === "requests" ? REQUEST_COLUMNS : OBJECTION_COLUMNS;
  const lines = which === "requests" ? requestLines : objectionLines;
  const rows = to < "2026-01-01" ? [] : lines;
  return {
    title: `${which === "requests" ? "Register Permohonan" : "Register Keberatan"}, ${from} sampai ${to}`,
    columns: heads.map((label, at) => ({ key: `k${at + 1}`, label, numeric: false })),
    rows,
    total: rows.length,
  };
}

export function figures(year: number): ServiceFigures {
  const served = year === 2026;
  const tiles: [string, string][] = [
    ["Permohonan", served ? "143" : "0"],
    ["Dikabulkan seluruhnya", served ? "98" : "0"],
    ["Dikabulkan sebagian", served ? "12" : "0"],
    ["Ditolak", served ? "9" : "0"],
    ["Belum dijawab", served ? "11" : "0"],
    ["Dijawab tepat waktu", served ? "127" : "0"],
    ["Dijawab terlambat", served ? "5" : "0"],
    ["Rata-rata waktu jawaban", served ? "6,4 hari kerja" : "–"],
    ["Indeks kepuasan", served ? "82,40 B (baik)" : "–"],
  ];
  const counted = (rows: [string, string][]) => (served ? rows : []);
  return {
    from_text: `1 Januari ${year}`,
    to_text: `31 Desember ${year}`,
    tiles: tiles.map(([label, value]) => ({ label, value })),
    tables: [
      {
        title: "Kategori pemohon",
        columns: ["Kategori", "Jumlah"],
        rows: counted([
          ["Badan Hukum", "21"],
          ["Kelompok Orang", "8"],
          ["Perorangan", "114"],
        ]),
      },
      {
        title: "Alasan penolakan",
        columns: ["Dasar", "Jumlah"],
        rows: counted([["Pasal 17 huruf h", "9"]]),
      },
      { title: "Alasan keberatan", columns: ["Alasan", "Jumlah"], rows: [] },
    ],
  };
}

export const calendarChange: CalendarChange = {
  said: "Rabu, 9 Desember 2026 ditetapkan libur: Pemilihan kepala desa serentak (Keputusan Bupati 188.45/871/2026). 2 batas waktu bergeser.",
  differences: [],
  rows: [
    {
      subject: { kind: "request", id: "r1" },
      number: "107/PPID/KEC-TBS/XI/2026",
      old_text: "10 Desember 2026",
      new_text: "11 Desember 2026",
      printed: true,
    },
    {
      subject: { kind: "request", id: "r2" },
      number: "106/PPID/KEC-TBS/XI/2026",
      old_text: "9 Desember 2026",
      new_text: "10 Desember 2026",
      printed: false,
    },
  ],
  token: "perubahan-1",
};

export const importPreview: ImportPreview = {
  file: "DIP Tebing Syahbandar 2026.xlsx",
  added: 12,
  changed: 3,
  same: 40,
  problems: [
    { field: "Baris 9", message: "Pilih kategori: Berkala, Serta merta, atau Setiap saat." },
    { field: "Baris 17", message: "Tautan dimulai dengan https:// ; kosongkan bila tidak ada." },
  ],
  token: "impor-1",
};
