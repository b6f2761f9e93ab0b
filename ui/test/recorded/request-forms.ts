import type { ActionForm } from "../../src/core";
import {
  date,
  form,
  letter,
  lines,
  long,
  many,
  money,
  needed,
  note,
  number,
  one,
  section,
  text,
  when,
  yes,
} from "./boxes";
import { choices, EXPIRING, GROUNDS, LIMITS, OBJECTION_GROUNDS } from "./coded";
import { TODAY } from "./office";

const TODAY_TEXT = "Senin, 23 November 2026";
const NUMBER = "108/PPID/KEC-TBS/XII/2026";
const APPLICANT = "Perkumpulan Pemantau Anggaran dan Pelayanan Publik Kabupaten Serdang Bedagai";
const about = { intro: `${NUMBER}: ${APPLICANT}` };
const final = { ...about, danger: true };

export const SIGNERS = choices([
  ["o2", "Dewi Kartika Sari Lubis, S.STP., M.Si., Sekretaris Kecamatan (PPID Pelaksana)"],
  ["o3", "Ir. H. Ahmad Fauzi Siregar, M.T., Kepala Dinas Komunikasi dan Informatika (PPID Utama)"],
]);
export const SUPERIOR = choices([
  ["o1", "Drs. H. Muhammad Yusuf Hasibuan, M.A.P., Camat Tebing Syahbandar (Atasan PPID)"],
]);

export const signedBy = (who = "PPID Pelaksana atau PPID Utama", signers = SIGNERS) =>
  letter(TODAY, TODAY_TEXT, signers, who);

const given = section("Informasi yang diberikan", [
  yes("softcopy", "Tersedia softcopy", false),
  yes("hardcopy", "Tersedia hardcopy", true),
  number("sheets", "Jumlah lembar", 0, { suffix: "lembar" }),
  money("price_per_sheet", "Harga per lembar", 0),
  money("delivery_cost", "Biaya pengiriman", 0),
  money("other_cost", "Biaya lain-lain", 0),
  number("ready_in_days", "Waktu penyediaan", 0, { suffix: "hari kerja", help: "0 berarti hari ini juga." }),
  text("means", "Cara penyampaian", "Diambil langsung di kantor", needed),
]);

const exemption = section("Dasar pengecualian", [
  one(
    "basis",
    "Berdasarkan",
    choices([
      ["c1", "SK 188.45/12/2026: Data kesehatan penerima bantuan sosial per orang, sampai 23 November 2029"],
      ["decree", "SK penetapan klasifikasi yang sudah ada"],
      ["test", "Uji konsekuensi yang sudah disetujui pimpinan"],
    ]),
    "c1",
    {
      ...needed,
      help: "Klasifikasi milik kantor ini mengisi sendiri huruf, akibat, dan jangka waktunya bila dikosongkan.",
    },
  ),
  text("decree_number", "Nomor SK klasifikasi", "", { ...needed, ...when("basis", "decree") }),
  date("decree_date", "Tanggal SK klasifikasi", "", { ...needed, ...when("basis", "decree") }),
  date("test_date", "Tanggal uji konsekuensi", "", { ...needed, ...when("basis", "test") }),
  text("test_approved_by", "Pimpinan yang menyetujui", "", { ...needed, ...when("basis", "test") }),
  many("grounds", "Pasal 17 UU 14/2008", GROUNDS),
  many("limits", "Pasal 6 ayat (3) UU 14/2008", LIMITS),
  text("other_law", "Undang-undang lain", "", { ...needed, ...when("grounds", "j") }),
  text("other_article", "Pasal undang-undang itu", "", { ...needed, ...when("grounds", "j") }),
  long("consequence", "Akibat bila informasi dibuka"),
  date("expires", "Pengecualian berakhir", "", {
    ...needed,
    ...when("grounds", ...EXPIRING),
    help: "Huruf a–f tidak bersifat permanen.",
  }),
]);

const represented = section("Kuasa", [
  yes("represented", "Melalui kuasa", false),
  text("representative_name", "Nama kuasa", "", { ...needed, ...when("represented", "true") }),
  text("representative_address", "Alamat kuasa", "", { ...needed, ...when("represented", "true") }),
  text("representative_phone", "Telepon kuasa", "", when("represented", "true")),
  yes("mandate", "Surat kuasa khusus bermeterai sudah diserahkan", false, when("represented", "true")),
]);

/** The form of every action on a request. */
export const requestForms: Record<string, ActionForm> = {
  find_incomplete: form(
    "Surat Keterangan Tidak Lengkap",
    "Buat surat",
    [
      signedBy("PPID Pelaksana atau Petugas meja layanan"),
      section("Isi surat", [
        lines("missing", "Kekurangan", ["Salinan pengesahan badan hukum", "Surat kuasa khusus"], {
          ...needed,
          help: "Satu baris untuk setiap kekurangan.",
        }),
        date("received_on", "Diterima pemohon", TODAY, {
          ...needed,
          help: "Hari ke-0 dari 3 hari kerja untuk melengkapi.",
        }),
      ]),
    ],
    about,
  ),
  lapse: form(
    "Tutup permohonan",
    "Tutup",
    [
      section(null, [
        note("lapse", "Pemohon tidak melengkapi berkas dalam 3 hari kerja. Permohonan ditutup sebagai tidak diproses."),
      ]),
    ],
    final,
  ),
  extend: form(
    "Perpanjangan waktu",
    "Perpanjang",
    [
      signedBy(),
      section("Perpanjangan", [
        many(
          "reasons",
          "Alasan",
          choices([
            ["not_held", "Informasi yang diminta belum dikuasai"],
            ["not_documented", "Informasi yang diminta belum didokumentasikan"],
            ["undecided", "Belum dapat diputuskan apakah informasi yang diminta termasuk informasi yang dikecualikan"],
          ]),
          [],
          { ...needed, help: "Undang-undang hanya mengenal tiga alasan ini." },
        ),
        long("explanation", "Penjelasan", "", needed),
      ]),
    ],
    {
      ...final,
      warning:
        "Batas resmi bergeser dari Rabu, 6 Januari 2027 ke Jumat, 15 Januari 2027. Perpanjangan hanya sekali dan suratnya harus keluar sebelum batas pertama lewat.",
    },
  ),
  grant: form("Kabulkan seluruhnya", "Simpan keputusan", [signedBy(), given], final),
  grant_partly: form(
    "Kabulkan sebagian",
    "Simpan keputusan",
    [
      signedBy(),
      given,
      section("Bagian yang dihitamkan", [
        long("withheld", "Bagian yang tidak diberikan", "", needed),
        long("redaction", "Penjelasan penghitaman/pengaburan", "", needed),
      ]),
      exemption,
    ],
    final,
  ),
  refuse: form("Tolak permohonan", "Simpan keputusan", [signedBy(), exemption], {
    ...final,
    warning:
      "Putusan pengadilan dan peraturan tidak pernah dikecualikan (Pasal 18). Belum dikuasai atau belum didokumentasikan bukan penolakan: pakai Tidak dikuasai.",
  }),
  answer_unavailable: form(
    "Informasi tidak dapat diberikan",
    "Simpan keputusan",
    [
      signedBy(),
      section("Isi pemberitahuan", [
        one(
          "absence",
          "Informasi ini",
          choices([
            ["not_held", "Belum dikuasai"],
            ["not_documented", "Belum didokumentasikan"],
            ["held_by_other", "Dikuasai badan publik lain"],
          ]),
          "not_held",
          needed,
        ),
        text("body", "Badan publik yang menguasai", "", {
          ...needed,
          ...when("absence", "held_by_other"),
          help: "Wajib disebut (Pasal 22 ayat (7) huruf b).",
        }),
        number("available_in_days", "Akan tersedia dalam", 0, {
          ...needed,
          ...when("absence", "not_documented"),
          suffix: "hari kerja",
        }),
      ]),
    ],
    final,
  ),
  note_received: form(
    "Jawaban diterima pemohon",
    "Catat",
    [
      section(null, [
        date("on", "Diterima pemohon", TODAY, {
          ...needed,
          help: "Hari ke-0 dari 30 hari kerja untuk keberatan.",
        }),
      ]),
    ],
    about,
  ),
  take_payment: form(
    "Terima biaya",
    "Buat kuitansi",
    [
      section(null, [
        note("total", "Jumlah: Rp25.000,00"),
        text("number", "Nomor kuitansi", "", needed),
        date("on", "Tanggal", TODAY, needed),
        text("payer", "Dibayar oleh", APPLICANT, needed),
      ]),
    ],
    about,
  ),
  hand_over: form(
    "Serahkan informasi",
    "Buat tanda bukti",
    [
      section(null, [
        text("number", "Nomor tanda bukti", "", needed),
        date("on", "Tanggal penyerahan", TODAY, needed),
        text("received_by", "Diterima oleh", APPLICANT, needed),
        lines("items", "Dokumen", ["Rincian penggunaan Dana Desa tahun anggaran 2025; hardcopy; 1"], {
          ...needed,
          help: "Tiap baris: judul; softcopy atau hardcopy; jumlah lembar.",
        }),
      ]),
    ],
    about,
  ),
  forward: form(
    "Teruskan permohonan",
    "Teruskan",
    [
      section(null, [
        one(
          "recipient",
          "Diteruskan kepada",
          choices([
            ["ppid_main", "PPID Utama"],
            ["other_unit", "PPID Pelaksana perangkat daerah lain"],
          ]),
          "ppid_main",
          needed,
        ),
        text("unit", "Perangkat daerah", "", { ...needed, ...when("recipient", "other_unit") }),
        text("number", "Nomor lembar penerusan", "", needed),
        long("note", "Yang diminta", "", needed),
        one("signed_by", "Pejabat yang menandatangani", SIGNERS, "o2", {
          ...needed,
          help: "Ditandatangani PPID Pelaksana atau PPID Utama.",
        }),
      ]),
    ],
    { ...about, warning: "Penerusan tidak menghentikan batas waktu." },
  ),
  withdraw: form(
    "Permohonan dicabut pemohon",
    "Catat pencabutan",
    [
      section(null, [
        long("reason", "Pernyataan pemohon", "", {
          ...needed,
          help: "Misalnya: dicabut dengan surat tanggal 25 November 2026.",
        }),
      ]),
    ],
    final,
  ),
  object: form(
    "Catat keberatan",
    "Catat dan beri nomor",
    [
      section("Alasan keberatan (Pasal 35)", [many("grounds", "Alasan", OBJECTION_GROUNDS, [], needed)]),
      section("Kasus posisi", [long("case_position", "Apa yang terjadi", "", needed)]),
      represented,
    ],
    about,
  ),
  correct: form(
    "Koreksi isian",
    "Simpan koreksi",
    [
      section("Pemohon", [
        text("name", "Nama", APPLICANT, needed),
        text("identity_number", "Nomor identitas", "AHU-0001234.AH.01.07.TAHUN 2019"),
        text("address", "Alamat", "Jalan Negara Nomor 45, Dusun III, Desa Firdaus, Kecamatan Sei Rampah", needed),
        text("occupation", "Pekerjaan"),
        text("phone", "Nomor telepon", "0812-0000-0000"),
        text("email", "E-mail", "sekretariat@contoh.org"),
      ]),
      section("Permohonan", [
        long("information", "Rincian informasi", "Rincian penggunaan Dana Desa tahun anggaran 2025", needed),
        long("purpose", "Tujuan penggunaan", "Bahan kajian keterbukaan anggaran desa", needed),
        long("notes", "Catatan petugas"),
      ]),
      section("Koreksi", [long("reason", "Mengapa dikoreksi", "", needed)]),
    ],
    {
      ...about,
      warning:
        "Isian lama tetap tersimpan. Tanggal diterima (18 Desember 2026) tidak dapat dikoreksi karena menentukan batas waktu. Surat yang dicetak setelah ini menyebut versinya.",
    },
  ),
};

/** An objection without a request has a form of its own. */
export const objectWithoutRequest: ActionForm = form(
  "Catat keberatan",
  "Catat dan beri nomor",
  [
    section("Pengaju keberatan", [
      text("name", "Nama", "", needed),
      text("identity_number", "NIK", "", { help: "16 angka; boleh kosong bila belum ditunjukkan." }),
      text("address", "Alamat", "", needed),
      text("occupation", "Pekerjaan"),
      text("phone", "Nomor telepon", "", { help: "Telepon atau e-mail, salah satu cukup." }),
      text("email", "E-mail"),
    ]),
    section("Informasi berkala yang tidak disediakan", [
      long("information", "Informasi", "", needed),
      text("purpose", "Tujuan penggunaan", "", needed),
      many(
        "grounds",
        "Alasan",
        OBJECTION_GROUNDS.filter(({ code }) => code === "b"),
        ["b"],
        needed,
      ),
      long("case_position", "Kasus posisi: apa yang terjadi", "", needed),
    ]),
    represented,
  ],
  { intro: "Tanpa permohonan hanya alasan b. Untuk alasan lain, buka permohonannya lalu pilih Catat keberatan." },
);
