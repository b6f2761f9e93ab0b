import type { ActionForm } from "../../src/core";
import { date, form, lines, long, many, money, needed, note, one, password, section, text, yes } from "./boxes";
import { CAPACITIES, CLOCK_STARTS, choices, DUTIES, PAPERS, ROLES, WORK_WEEKS } from "./coded";
import { TODAY } from "./office";

const TEN = "Sekurang-kurangnya 10 huruf.";

export const officeForms: Record<string, ActionForm> = {
  edit_profile: form("Kantor", "Simpan", [
    section(null, [
      text("regency", "Kabupaten", "KABUPATEN SERDANG BEDAGAI", needed),
      text("kecamatan", "Kecamatan", "Tebing Syahbandar", needed),
      text("place", "Tempat surat", "Tebing Syahbandar", needed),
      one("paper", "Kertas", PAPERS, "f4", needed),
    ]),
  ]),
  edit_letterhead: form("Kop surat", "Simpan", [
    section(null, [
      text("letterhead_government", "Baris pertama", "PEMERINTAH KABUPATEN SERDANG BEDAGAI", needed),
      text("letterhead_office", "Nama kantor", "KECAMATAN TEBING SYAHBANDAR", needed),
      lines("letterhead_lines", "Alamat dan kontak", ["Jalan Besar Paya Pasir Nomor 12, Kode Pos 20998"], {
        ...needed,
        help: "Paling banyak empat baris.",
      }),
    ]),
  ]),
  edit_counting: form(
    "Hitungan hari kerja",
    "Simpan",
    [
      section(null, [
        one("work_week", "Hari kerja", WORK_WEEKS, "mon_fri", needed),
        one("clock_start", "Awal hitungan 10 hari", CLOCK_STARTS, "complete", needed),
        yes("collective_leave_is_workday", "Cuti bersama dihitung hari kerja", false),
      ]),
    ],
    {
      warning:
        "Batas waktu permohonan yang masih berjalan dihitung ulang; yang sudah tercetak di surat tetap tercatat.",
    },
  ),
  edit_fees: form("Biaya", "Simpan", [
    section(null, [
      text("decree", "Keputusan tentang biaya", "", {
        ...needed,
        help: "Nomor dan tanggal; dicetak di lembar hak pemohon.",
      }),
      money("price_per_sheet", "Harga salinan per lembar", 0),
    ]),
  ]),
  edit_duties: form(
    "Siapa mengerjakan apa",
    "Simpan",
    [
      section(
        null,
        DUTIES.map(({ code, label }) => many(code, label, ROLES, ["ppid_unit"])),
      ),
    ],
    { intro: "Selama kantor hanya punya satu akun, akun itu boleh mengerjakan semuanya." },
  ),
  change_key: form(
    "Ganti kunci meja",
    "Ganti kunci",
    [
      section(null, [
        note(
          "when",
          "Ganti kunci bila komputer ini pernah dipegang orang yang tidak berhak, bila petugas yang memakainya berganti, dan sekurang-kurangnya setahun sekali.",
        ),
        note(
          "then",
          "Kunci menandatangani setiap catatan meja ini. Catatan dan nomor tidak berubah, dan tidak ada yang perlu dicatat: PPID Utama mengenal kunci baru dari kunci lama pada kontak berikutnya, juga bila sekarang tanpa koneksi.",
        ),
        note("since", "Kunci yang sekarang: sejak meja ini disiapkan."),
      ]),
    ],
    { danger: true },
  ),
  new_card: form(
    "Kartu pemulihan baru",
    "Buat kartu",
    [
      section(null, [
        note("card", "Kartu lama tidak berlaku lagi begitu kartu baru dibuat. Cetak dan simpan di tempat terkunci."),
        password("own_password", "Sandi Anda", needed),
      ]),
    ],
    { danger: true },
  ),
};

export const dayOffForms: Record<string, ActionForm> = {
  add_day_off: form(
    "Hari libur kantor",
    "Lihat akibatnya",
    [
      section(null, [
        date("date", "Tanggal", TODAY, needed),
        one(
          "kind",
          "Menjadi",
          choices([
            ["libur_nasional", "Libur nasional"],
            ["cuti_bersama", "Cuti bersama"],
            ["libur_daerah", "Libur daerah"],
            ["hari_kerja", "Hari kerja (libur bawaan dipindah)"],
          ]),
          "libur_daerah",
          needed,
        ),
        text("name", "Nama hari", "", { ...needed, help: "Misalnya: Pemungutan suara." }),
        text("decree", "Dasar", "", { ...needed, help: "Nomor keputusan atau SKB." }),
      ]),
    ],
    { intro: "Batas waktu yang bergeser ditunjukkan dahulu; baru disimpan setelah Anda menerimanya." },
  ),
  remove_day_off: form("Hapus hari libur kantor", "Lihat akibatnya", [
    section(null, [date("date", "Tanggal", "2026-12-09", needed), text("reason", "Mengapa dihapus", "", needed)]),
  ]),
};

export const WORDING =
  "Berdasarkan permohonan informasi yang Saudara {nama} ajukan dengan nomor pendaftaran {nomor_pendaftaran}, kami sampaikan hal-hal berikut.";

export const templateForms: Record<string, ActionForm> = {
  reword: form("Pembuka Pemberitahuan Tertulis", "Simpan naskah", [
    section(null, [
      long("text", "Naskah", WORDING, {
        ...needed,
        help: "Isian yang dikenal: {nomor_pendaftaran}, {tanggal_permohonan}, {nama}.",
      }),
    ]),
  ]),
};

const role = (value: string) => one("role", "Peran", ROLES, value, needed);
const also = many("also", "Merangkap", ROLES, [], {
  help: "Di kecamatan satu orang sering memegang beberapa peran.",
});

export const officialForms: Record<string, ActionForm> = {
  name: form("Tambah pejabat", "Simpan", [
    section("Pejabat", [
      text("name", "Nama dan gelar", "", needed),
      text("nip", "NIP", "", { help: "18 angka; kosongkan bila tidak ada." }),
      text("rank", "Pangkat/golongan"),
      text("position", "Jabatan", "", { ...needed, help: "Seperti di atas tanda tangan." }),
      role("ppid_unit"),
      one("capacity", "Menandatangani sebagai", CAPACITIES, "definitive", needed),
    ]),
    section("SK pengangkatan", [
      text("decree", "Nomor SK"),
      date("decreed_on", "Tanggal SK"),
      date("from", "Menjabat sejak"),
      date("until", "Sampai", "", { help: "Kosongkan selama masih menjabat." }),
    ]),
  ]),
  relieve: form("Akhiri jabatan", "Simpan", [section(null, [date("until", "Hari terakhir menjabat", TODAY, needed)])], {
    intro: "Dewi Kartika Sari Lubis, S.STP., M.Si.",
  }),
};

export const accountForms: Record<string, ActionForm> = {
  open: form("Buka akun", "Buka akun", [
    section("Akun", [
      text("login", "Nama akun", "", { ...needed, help: "Untuk masuk: huruf, angka, titik, tanpa spasi." }),
      text("name", "Nama lengkap", "", needed),
      role("desk_officer"),
      also,
      password("password", "Sandi akun baru", { ...needed, help: TEN }),
      password("password_again", "Ulangi sandi", needed),
    ]),
    section("Persetujuan", [
      password("own_password", "Sandi Anda", { ...needed, help: "Untuk membuka kunci data bagi akun baru." }),
    ]),
  ]),
  password: form("Ganti sandi", "Ganti sandi", [
    section(null, [
      password("own_password", "Sandi sekarang", needed),
      password("password", "Sandi baru", { ...needed, help: TEN }),
      password("password_again", "Ulangi sandi baru", needed),
    ]),
  ]),
  close: form("Tutup akun", "Tutup akun", [], {
    intro: "Dewi Kartika Sari Lubis, S.STP., M.Si. (dewi)",
    danger: true,
  }),
};
