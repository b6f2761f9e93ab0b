import type { ActionForm } from "../../src/core";
import { date, form, lines, long, many, needed, number, one, section, text, when } from "./boxes";
import { choices, ELEMENTS, EXPIRING, GROUNDS } from "./coded";
import { TODAY } from "./office";
import { objectWithoutRequest, SUPERIOR, signedBy } from "./request-forms";

const OFFICE = "Kantor Camat Tebing Syahbandar";
const objection = { intro: "012/KEB/KEC-TBS/XI/2026: Lestari br. Sitorus" };
const overturned = when("verdict", "overturned", "partly_overturned");

export const objectionForms: Record<string, ActionForm> = {
  object: objectWithoutRequest,
  answer: form(
    "Tanggapan atas keberatan",
    "Simpan tanggapan",
    [
      signedBy("Atasan PPID", SUPERIOR),
      section("Tanggapan", [
        one(
          "verdict",
          "Putusan",
          choices([
            ["upheld", "Menguatkan putusan PPID"],
            ["overturned", "Mengabulkan keberatan seluruhnya"],
            ["partly_overturned", "Mengabulkan keberatan sebagian"],
          ]),
          "upheld",
          needed,
        ),
        long("considerations", "Pertimbangan", "", { ...needed, help: "Wajib tertulis (Pasal 36)." }),
        long("order", "Perintah kepada PPID", "", { ...needed, ...overturned }),
        date("execute_by", "Dilaksanakan paling lambat", "", { ...needed, ...overturned }),
      ]),
    ],
    { ...objection, danger: true },
  ),
  note_received: form(
    "Tanggapan diterima pengaju",
    "Catat",
    [
      section(null, [
        date("on", "Diterima pengaju", TODAY, { ...needed, help: "Hari ke-0 dari 14 hari kerja untuk sengketa." }),
        text("reaction", "Tanggapan pengaju", "", {
          ...needed,
          help: "Misalnya: menerima, atau akan ke Komisi Informasi.",
        }),
      ]),
    ],
    objection,
  ),
};

export const classificationForms: Record<string, ActionForm> = {
  test: form("Lembar uji konsekuensi", "Simpan lembar uji", [
    section("Informasi yang diuji", [
      long("information", "Informasi", "", { ...needed, help: "Sebutkan dengan jelas dan terang." }),
      text("unit", "Unit yang menguasai", OFFICE, needed),
    ]),
    section("Dasar hukum", [
      many("grounds", "Pasal 17 UU 14/2008", GROUNDS, [], needed),
      text("other_law", "Undang-undang lain", "", { ...needed, ...when("grounds", "j") }),
      text("other_article", "Pasal undang-undang itu", "", { ...needed, ...when("grounds", "j") }),
    ]),
    section("Pengujian", [
      long("consequence", "Akibat bila dibuka", "", needed),
      long("benefit", "Kepentingan yang dilindungi bila ditutup", "", needed),
      date("tested_on", "Tanggal pengujian", TODAY, needed),
      date("expires", "Pengecualian berakhir", "", {
        ...needed,
        ...when("grounds", ...EXPIRING),
        help: "Huruf a–f tidak bersifat permanen; penegakan hukum paling lama 30 tahun.",
      }),
      lines("team", "Tim penguji", [], { ...needed, help: "Satu baris: nama, jabatan." }),
    ]),
  ]),
  approve: form(
    "Persetujuan pimpinan",
    "Catat persetujuan",
    [
      section(null, [
        date("on", "Tanggal persetujuan", TODAY, needed),
        text("by", "Pimpinan yang menyetujui", "", { ...needed, help: "Nama dan jabatan." }),
      ]),
    ],
    { intro: "Data kesehatan penerima bantuan sosial per orang", danger: true },
  ),
};

export const dipForms: Record<string, ActionForm> = {
  list: form("Informasi dalam DIP", "Simpan", [
    section(null, [
      long("summary", "Ringkasan isi informasi", "", needed),
      one(
        "category",
        "Kategori",
        choices([
          ["berkala", "Berkala"],
          ["serta_merta", "Serta merta"],
          ["setiap_saat", "Setiap saat"],
        ]),
        "setiap_saat",
        needed,
      ),
      text("holder", "Pejabat/unit yang menguasai", OFFICE, needed),
      text("responsible", "Penanggung jawab pembuatan/penerbitan", OFFICE, needed),
      text("made", "Waktu dan tempat pembuatan", "", needed),
      text("format", "Format/bentuk yang tersedia", "", needed),
      text("retention", "Jangka waktu penyimpanan", "", needed),
      text("link", "Tautan", "", { help: "Bila dapat dibaca daring." }),
      date("published_on", "Terakhir dimutakhirkan", TODAY, {
        help: "Informasi berkala diingatkan 6 bulan sesudahnya.",
      }),
    ]),
  ]),
  withdraw: form(
    "Keluarkan dari DIP",
    "Keluarkan",
    [section(null, [long("reason", "Mengapa keluar dari daftar", "", needed)])],
    { intro: "Laporan realisasi anggaran kecamatan tahun 2025" },
  ),
};

export const reportForms: Record<string, ActionForm> = {
  report: form(
    "Laporan layanan informasi publik",
    "Bekukan angka dan simpan",
    [
      section("Tahun", [number("year", "Tahun laporan", 2025, needed)]),
      signedBy(),
      section(
        "Isi laporan",
        [
          ["policy", "Gambaran umum kebijakan"],
          ["facilities", "Sarana dan prasarana"],
          ["staff", "Sumber daya manusia"],
          ["budget", "Anggaran dan realisasi"],
          ["obstacles_outside", "Kendala eksternal"],
          ["obstacles_inside", "Kendala internal"],
          ["recommendations", "Rekomendasi dan rencana tindak lanjut"],
        ].map(([name = "", label = ""]) => long(name, label, "", needed)),
      ),
    ],
    { intro: "Angka diambil dari register saat disimpan dan tidak berubah lagi. Batasnya 31 Maret tahun berikutnya." },
  ),
};

const marks = choices([
  ["1", "1 Tidak baik"],
  ["2", "2 Kurang baik"],
  ["3", "3 Baik"],
  ["4", "4 Sangat baik"],
]);
const named = (labels: string[]) => choices(labels.map((label) => [label, label]));

export const surveyForms: Record<string, ActionForm> = {
  survey: form("Survei kepuasan masyarakat", "Simpan jawaban", [
    section("Responden (tanpa nama)", [
      date("on", "Tanggal", TODAY, needed),
      one("gender", "Jenis kelamin", named(["Laki-laki", "Perempuan"]), ""),
      one("education", "Pendidikan", named(["SD", "SMP", "SMA", "Diploma", "S1", "S2 ke atas"]), ""),
      text("occupation", "Pekerjaan"),
    ]),
    section(
      "Jawaban",
      ELEMENTS.map((label, at) => one(`u${at + 1}`, `U${at + 1} ${label}`, marks, "")),
    ),
  ]),
};
