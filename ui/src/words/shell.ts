export const fault = {
  title: "Terjadi gangguan",
  sentence: "Terjadi gangguan pada aplikasi. Data yang sudah disimpan tetap aman. Coba sekali lagi.",
  boundary:
    "Terjadi gangguan saat menampilkan layar ini. Data tersimpan aman. Tekan “Coba lagi” untuk membuka layar ini kembali.",
  again: "Coba lagi",
  field_title: "Ada yang perlu diperbaiki",
  refused_title: "Belum dapat dilakukan",
  locked_title: "Aplikasi terkunci",
  loading: "Memuat …",
} as const;

export const fields = {
  caps_lock: "Caps Lock menyala",
  show_password: "Tampilkan atau sembunyikan sandi",
  line: "Baris {place}: {message}",
  date_example: "mis. 23/11/2026",
  clear_date: "Kosongkan tanggal",
  clear_short: "Kosongkan",
  clear: "Kosongkan {label}",
  month_before: "Sebelumnya",
  month_after: "Sesudahnya",
} as const;

export const shell = {
  app: "Loket PPID",
  skip: "Langsung ke isi halaman",
  nav: "Menu utama",
  nav_today: "Hari ini",
  nav_requests: "Permohonan",
  nav_objections: "Keberatan",
  nav_questions: "Tanya PPID Utama",
  nav_information: "Informasi",
  nav_registers: "Register & laporan",
  nav_settings: "Pengaturan",
  new_request: "Permohonan baru",
  desk: "Meja {code}",
  search: "Cari nomor, nama, isi permohonan",
  search_clear: "Kosongkan pencarian",
  lock: "Kunci aplikasi",
  dark: "Gelap",
  light: "Terang",
  colors: "Warna layar",
  text_size: "Ukuran huruf",
  text_normal: "Normal",
  text_large: "Besar",
  help: "Bantuan",
  person: "Menu {name}",
  sync_title: "Sinkronisasi",
  sync_now: "Sinkronkan sekarang",
  sync_nothing_waits: "Tidak ada catatan yang menunggu dikirim.",
  sync_waiting: "{count} catatan menunggu dikirim.",
  sync_settings: "Buka pengaturan sinkronisasi",
  back: "Kembali",
} as const;

export const help = {
  title: "Bantuan",
  keys_title: "Tombol cepat",
  keys: [
    ["Ctrl + K", "Cari permohonan"],
    ["Ctrl + S", "Simpan isian"],
    ["Ctrl + P", "Cetak surat yang sedang dibuka"],
    ["Esc", "Kembali ke layar sebelumnya"],
    ["F1", "Bantuan ini"],
    ["↑ ↓ lalu Enter", "Memilih dan membuka baris dalam daftar"],
  ],
  how_title: "Cara kerja singkat",
  how: [
    "Catat permohonan di “Permohonan baru”; urutannya sama dengan formulir kertas.",
    "Begitu disimpan, nomor pendaftaran langsung berlaku dan tanda bukti siap dicetak, juga tanpa internet.",
    "Isian yang belum disimpan tetap diingat, sekalipun listrik padam.",
    "“Hari ini” menunjukkan apa yang harus dijawab lebih dahulu.",
    "Buka satu permohonan untuk langkah berikutnya menurut undang-undang; alasan tertulis pada tombol yang belum boleh ditekan.",
    "Keberatan, daftar informasi, register, dan laporan tahunan ada di menu kiri.",
    "Bila ada koneksi, catatan dikirim sendiri ke PPID Utama; Anda tidak perlu menunggu.",
  ],
  close: "Tutup",
} as const;

export const papers = {
  frame: "Pratinjau {title}",
  print: "Cetak",
  print_copy: "Cetak salinan",
  save: "Simpan PDF",
  printer: "Printer",
  printer_default: "{name} (utama)",
  no_printer: "Belum ada printer yang terpasang. Simpan PDF, lalu cetak dari komputer lain.",
  printed: "Dikirim ke printer {printer}.",
  printed_copy: "Salinan dikirim ke printer {printer}.",
  saved: "Disimpan: {file}",
} as const;

export const rows = {
  number: "Nomor pendaftaran",
  received: "Diterima",
  applicant: "Pemohon",
  information: "Informasi yang diminta",
  stage: "Keadaan",
  due: "Batas waktu",
  left: "Sisa waktu",
  waiting_to_send: "Menunggu dikirim ke PPID Utama",
  tone: { overdue: "Lewat batas", near: "Segera", calm: "Masih cukup waktu", done: "Selesai" },
} as const;
