export const unlock = {
  title: "Masuk",
  login: "Nama pengguna",
  password: "Sandi",
  unlock: "Masuk",
  forgot: "Lupa sandi? Pakai kartu pemulihan",
  card_title: "Buka dengan kartu pemulihan",
  card_lead: "Ketik kode yang tercetak pada kartu pemulihan, lalu buat sandi baru. Data tidak berubah.",
  code: "Kode pemulihan",
  new_password: "Sandi baru",
  again: "Ketik sandi baru sekali lagi",
  open_with_card: "Buka dan ganti sandi",
  back: "Kembali ke masuk biasa",
  safe: "Data di komputer ini tersandi dan tetap aman selama aplikasi terkunci.",
};

export const today = {
  title: "Hari ini",
  empty_title: "Belum ada permohonan yang harus dikerjakan",
  empty:
    "Layar ini menunjukkan permohonan yang harus dijawab, yang paling dekat batasnya di atas. Mulailah dengan mencatat permohonan pertama.",
  months: "Permohonan per bulan",
  registered: "Terdaftar",
  answered: "Dijawab",
  month: "Bulan",
  all: "Lihat semua permohonan",
};

export const requests = {
  title: "Permohonan",
  all: "Semua",
  stages: "Saring menurut keadaan",
  found: (total: number) => `${total.toLocaleString("id-ID")} permohonan`,
  count: (count: number) => count.toLocaleString("id-ID"),
  for_words: (typed: string) => `cocok dengan “${typed}”`,
  clear_words: "Hapus kata pencarian",
  columns: "Kolom",
  columns_title: "Kolom yang ditampilkan",
  compact: "Baris rapat",
  empty_title: "Belum ada permohonan",
  empty: "Semua permohonan yang tercatat di kantor ini tampil di sini.",
  none_title: "Tidak ada yang cocok",
  none: "Periksa ejaan, pakai sebagian nama atau nomor, atau pilih “Semua”.",
  none_clear: "Tampilkan semua",
  table: "Daftar permohonan",
  more: "Memuat berikutnya …",
};

export const settings = {
  title: "Pengaturan",
  office: "Kantor",
  letterhead: "Kop surat",
  numbering: "Penomoran",
  officials: "Pejabat",
  accounts: "Akun",
  calendar: "Kalender hari kerja",
  sync: "Sinkronisasi",
  name: "Nama",
  nip: "NIP",
  rank: "Pangkat/golongan",
  position: "Jabatan",
  role: "Peran",
  login: "Nama pengguna",
  year: "Tahun",
  national: "Libur nasional",
  collective: "Cuti bersama",
  source: "Sumber",
  version: (version: string) => `Loket PPID versi ${version}`,
  server: "Alamat PPID Utama",
  enrolled: "Terdaftar",
  last: "Kontak terakhir",
  last_never: "Belum pernah",
  waiting: "Menunggu dikirim",
  waiting_count: (count: number) => (count === 0 ? "Tidak ada" : `${count} catatan`),
  stick: "Tanpa koneksi: lewat USB",
  stick_lead: (count: number) =>
    `${count === 0 ? "Tidak ada catatan yang menunggu; berkas tetap dapat meminta catatan baru." : `Berkas akan membawa ${count} catatan yang menunggu.`} Berkas terkunci: hanya PPID Utama yang dapat membukanya. Antar ke sana, lalu baca berkas balasannya di sini.`,
  stick_save: "Simpan berkas untuk PPID Utama…",
  stick_read: "Baca berkas balasan…",
  enrol_lead: "Daftarkan meja ini sekali saja. Alamat dan kode sekali pakai diberikan oleh PPID Utama.",
  enrol_again: "Nomor dan catatan meja ini dilanjutkan dengan kode yang baru.",
  key: "Kunci meja",
  enrol_server: "Alamat PPID Utama",
  enrol_server_example: "https://ppid.serdangbedagaikab.go.id",
  enrol_code: "Kode sekali pakai",
  enrol: "Daftarkan meja ini",
  review: "Perlu ditinjau",
  review_lead:
    "Catatan ini datang dari meja lain dan tidak dapat diterapkan. Tidak ada yang hilang; periksa bersama meja itu.",
  review_open: "Buka permohonan",
  fees: "Biaya dan wewenang",
  templates: "Naskah surat",
  days_off: "Hari libur kantor",
  days_off_open: "Tambah atau hapus hari libur kantor",
  officials_open: "Kelola pejabat",
  accounts_open: "Kelola akun",
  templates_open: "Kelola naskah surat",
  packs: "Paket dari PPID Utama",
  packs_lead: "Kalender, naskah surat, dan kategori DIP yang diterbitkan PPID Utama untuk semua kantor.",
  packs_open: "Lihat dan terapkan paket",
  back: "Semua pengaturan",
};

export const objections = { title: "Keberatan" };

export const questions = { title: "Tanya PPID Utama" };

export const information = {
  title: "Informasi",
  parts: "Bagian informasi",
  dip: "Daftar Informasi Publik (DIP)",
  dik: "Informasi dikecualikan (DIK)",
  print_dip: "Simpan DIP (PDF)",
  print_dik: "Simpan DIK (PDF)",
  export_xlsx: "Ekspor Excel",
  export_csv: "Ekspor CSV",
  import: "Impor Excel/CSV",
  import_title: (file: string) => `Impor dari ${file}`,
  import_said: (added: number, changed: number, same: number) =>
    `${added} informasi baru, ${changed} berubah, ${same} tetap sama.`,
  import_problems: "Baris berikut belum dapat diimpor; perbaiki di berkasnya:",
  import_more: (count: number) => `dan ${count} lagi.`,
  import_accept: "Masukkan ke DIP",
};

export const registers = {
  title: "Register & laporan",
  parts: "Bagian register dan laporan",
  register: "Register",
  figures: "Angka layanan",
  reports: "Laporan tahunan",
  surveys: "Survei kepuasan",
  which: "Register",
  requests: "Permohonan",
  objections: "Keberatan",
  from: "Dari tanggal",
  to: "Sampai tanggal",
  period: "Masa",
  this_month: "Bulan ini",
  this_quarter: "Triwulan ini",
  this_year: "Tahun ini",
  save_pdf: "Simpan PDF",
  nothing_title: "Tidak ada catatan",
  nothing: "Tidak ada yang dicatat dalam masa ini. Ubah tanggalnya untuk melihat masa lain.",
  year: "Tahun",
};

export const list = {
  search: "Cari dalam daftar",
  filters: "Saring menurut keadaan",
  nothing: "Belum ada catatan",
  more: (shown: number, total: number) =>
    `Tampilkan berikutnya (${shown.toLocaleString("id-ID")} dari ${total.toLocaleString("id-ID")})`,
};

export const action = {
  cancel: "Batal",
  final: "Langkah ini tercatat tetap dan tidak dapat ditarik.",
  sum: "Jumlah biaya",
  made_card:
    "Cetak kartu ini sekarang, masukkan ke amplop, dan simpan di lemari terkunci. Kartu lama tidak berlaku lagi.",
  paper: "surat",
  made: "Cetak surat ini, mintakan tanda tangan, lalu serahkan kepada yang berhak.",
  back: "Kembali",
  differences: "Batas waktu yang bergeser",
  pieces: "Perbedaan paket",
  piece: "Apa",
  piece_before: "Semula",
  piece_after: "Menjadi",
  old_date: "Batas lama",
  new_date: "Batas baru",
  printed: "Sudah tercetak?",
  printed_yes: "Ya, tanggal di kertas tetap; berikan surat perubahan",
  printed_no: "Belum",
  accept: "Terima dan simpan",
  preview: "Lihat contoh surat",
};

export const record = {
  may: "Yang dapat dilakukan",
  linked: "Berkaitan",
};
