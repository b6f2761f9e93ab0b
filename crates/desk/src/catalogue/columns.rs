//! The columns of the list of public information, and the many words by which offices head them.

use crate::bringing_in::columns::{KnownColumn, find_places, plain};

/// How many columns there are.
pub(crate) const WIDTH: usize = 12;

pub(crate) const SUMMARY: usize = 0;
pub(crate) const CATEGORY: usize = 1;
pub(crate) const FORMAT: usize = 5;
pub(crate) const LINK: usize = 7;
pub(crate) const PUBLISHED: usize = 8;
pub(crate) const HEADING: usize = 9;
pub(crate) const MEDIA: usize = 10;
pub(crate) const IDENTITY: usize = 11;

/// The columns in the order in which they are exported.
pub(crate) const DIP_COLUMNS: [KnownColumn; WIDTH] = [
    KnownColumn {
        label: "Ringkasan isi informasi",
        needed: true,
        known: &[
            &["ringkasan"],
            &["judul"],
            &["nama informasi"],
            &["isi informasi"],
            &["rincian informasi"],
            &["uraian"],
            &["nama dokumen"],
            &["nama data"],
            &["daftar informasi"],
            &["informasi publik"],
            &["deskripsi"],
        ],
        never: &["jenis", "kode", "ppid utama", "media", "menguasai", "tautan", "link", "tanggal", "penanggung"],
    },
    KnownColumn {
        label: "Kategori",
        needed: true,
        known: &[&["kategori"], &["klasifikasi"], &["sifat"], &["kelompok"], &["golongan"], &["jenis informasi"], &[" jenis "]],
        never: &["kode", "media", "ppid utama", "arsip"],
    },
    KnownColumn {
        label: "Pejabat/unit yang menguasai informasi",
        needed: true,
        known: &[
            &["menguasai"],
            &["penguasa"],
            &["pejabat"],
            &[" unit"],
            &["satuan kerja"],
            &["satker"],
            &[" skpd "],
            &[" opd "],
            &["perangkat daerah"],
            &["bidang"],
            &["seksi"],
            &["pemilik"],
            &["sumber"],
        ],
        never: &[],
    },
    KnownColumn {
        label: "Penanggungjawab pembuatan atau penerbitan informasi",
        needed: true,
        known: &[
            &["penanggung"],
            &["terbitkan oleh"],
            &["dibuat oleh"],
            &["disusun oleh"],
            &[" pj "],
            &[" penerbit "],
            &[" pembuat "],
            &["penyusun"],
            &["yang membuat"],
            &["yang menerbitkan"],
        ],
        never: &[],
    },
    KnownColumn {
        label: "Waktu dan tempat pembuatan informasi",
        needed: true,
        known: &[
            &["waktu", "tempat"],
            &["waktu", "buat"],
            &["tempat", "buat"],
            &["tanggal", "buat"],
            &["tgl", "buat"],
            &["tahun", "buat"],
            &["waktu", "terbit"],
            &["pembuatan"],
            &[" tahun "],
            &[" waktu "],
            &["periode"],
            &["tanggal"],
        ],
        never: &["penanggung", "oleh", "pejabat", "jangka", "simpan", "retensi", "mutakhir", "barui", " unit"],
    },
    KnownColumn {
        label: "Format/bentuk informasi yang tersedia",
        needed: true,
        known: &[&[" format"], &["bentuk"], &["wujud"]],
        never: &[],
    },
    KnownColumn {
        label: "Jangka waktu penyimpanan atau retensi arsip",
        needed: true,
        known: &[&["retensi"], &["simpan"], &["jangka waktu"], &["masa berlaku"], &[" jra "]],
        never: &[],
    },
    KnownColumn {
        label: "Tautan",
        needed: false,
        known: &[&["tautan"], &[" link"], &[" url"], &["alamat web"], &["alamat situs"], &["website"], &[" laman"]],
        never: &[],
    },
    KnownColumn {
        label: "Terakhir dimutakhirkan",
        needed: false,
        known: &[
            &["mutakhir"],
            &["barui"],
            &["pembaruan"],
            &["update"],
            &["tanggal", "terbit"],
            &["tgl", "terbit"],
            &["tanggal", "publikasi"],
            &["tanggal", "umum"],
            &[" terbit "],
            &["diterbitkan"],
        ],
        never: &["oleh", "penanggung", "pejabat", " unit", "tempat"],
    },
    KnownColumn { label: "Kategori PPID Utama", needed: false, known: &[&["ppid utama"]], never: &[] },
    KnownColumn { label: "Jenis media yang memuat informasi", needed: false, known: &[&["media"], &["sarana"]], never: &[] },
    KnownColumn {
        label: "Kode informasi (jangan diubah)",
        needed: false,
        known: &[&["kode informasi", "jangan diubah"]],
        never: &[],
    },
];

/// The order in which columns look for their heads among words as sure.
const IN_TURN: [usize; WIDTH] = [IDENTITY, HEADING, SUMMARY, 3, 2, 6, FORMAT, 4, MEDIA, PUBLISHED, LINK, CATEGORY];

/// The columns whose head may stand over several.
const PARTED: [usize; 5] = [2, 3, 4, FORMAT, 6];

/// Forms of information that stand as heads of their own, with marks below them.
const CHOICES: [&str; 10] = [
    " cetak ",
    " tercetak ",
    " hardcopy ",
    " hard copy ",
    " softcopy ",
    " soft copy ",
    " rekaman ",
    " terekam ",
    " elektronik ",
    " digital ",
];

/// Where a column stands in a file, and the form of information that a mark in it means.
#[derive(Clone)]
pub(crate) struct ColumnPlace {
    pub(crate) at: usize,
    pub(crate) choice: String,
}

impl ColumnPlace {
    /// A column whose cells say themselves what is meant.
    pub(crate) fn at(at: usize) -> Self {
        Self { at, choice: String::new() }
    }
}

/// For each column where it stands, which may be several places.
pub(crate) type Places = [Vec<ColumnPlace>; WIDTH];

/// Which of these heads are those of which column; a head is that of one at most.
pub(crate) fn places_of(heads: &[String]) -> Places {
    let found = find_places(&DIP_COLUMNS, &IN_TURN, &PARTED, heads);
    let mut places: Places = found.map(|places| places.into_iter().map(ColumnPlace::at).collect());
    if places[FORMAT].is_empty() {
        let plain: Vec<String> = heads.iter().map(|head| plain(head)).collect();
        let choice = |(at, head): (usize, &String)| ColumnPlace { at, choice: head.trim().to_owned() };
        let marked = heads.iter().enumerate().filter(|(at, _)| plain.get(*at).is_some_and(|it| CHOICES.contains(&it.as_str())));
        places[FORMAT] = marked.map(choice).collect();
    }
    places
}
