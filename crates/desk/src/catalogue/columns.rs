//! The columns of the list of public information, and the many words by which offices head them.

/// A column of the list.
pub(crate) struct DipColumn {
    /// Its head in what is exported.
    pub(crate) label: &'static str,
    /// Whether a list cannot do without it.
    pub(crate) needed: bool,
    /// Words by which an import knows it, the surest first: all of a line must be in the head. Blanks at the ends of a word are the
    /// ends of words in the head.
    known: &'static [&'static [&'static str]],
    /// Words that a head of this column never has.
    never: &'static [&'static str],
}

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
pub(crate) const DIP_COLUMNS: [DipColumn; WIDTH] = [
    DipColumn {
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
    DipColumn {
        label: "Kategori",
        needed: true,
        known: &[&["kategori"], &["klasifikasi"], &["sifat"], &["kelompok"], &["golongan"], &["jenis informasi"], &[" jenis "]],
        never: &["kode", "media", "ppid utama", "arsip"],
    },
    DipColumn {
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
    DipColumn {
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
    DipColumn {
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
    DipColumn {
        label: "Format/bentuk informasi yang tersedia",
        needed: true,
        known: &[&[" format"], &["bentuk"], &["wujud"]],
        never: &[],
    },
    DipColumn {
        label: "Jangka waktu penyimpanan atau retensi arsip",
        needed: true,
        known: &[&["retensi"], &["simpan"], &["jangka waktu"], &["masa berlaku"], &[" jra "]],
        never: &[],
    },
    DipColumn {
        label: "Tautan",
        needed: false,
        known: &[&["tautan"], &[" link"], &[" url"], &["alamat web"], &["alamat situs"], &["website"], &[" laman"]],
        never: &[],
    },
    DipColumn {
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
    DipColumn { label: "Kategori PPID Utama", needed: false, known: &[&["ppid utama"]], never: &[] },
    DipColumn { label: "Jenis media yang memuat informasi", needed: false, known: &[&["media"], &["sarana"]], never: &[] },
    DipColumn {
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

/// For each column where it stands, which may be several places.
pub(crate) type Places = [Vec<ColumnPlace>; WIDTH];

/// Which of these heads are those of which column; a head is that of one at most.
pub(crate) fn places_of(heads: &[String]) -> Places {
    let plain: Vec<String> = heads.iter().map(|head| plain(head)).collect();
    let mut places: Places = std::array::from_fn(|_| vec![]);
    let mut taken = vec![false; heads.len()];
    let surest = DIP_COLUMNS.iter().map(|column| column.known.len()).max().unwrap_or(0);
    for sureness in 0..surest {
        for of in IN_TURN.into_iter().filter(|of| *of < WIDTH) {
            let column = &DIP_COLUMNS[of];
            let Some(words) = column.known.get(sureness).filter(|_| places[of].is_empty()) else { continue };
            let is_head = |head: &String| {
                words.iter().all(|word| head.contains(word)) && !column.never.iter().any(|word| head.contains(word))
            };
            let free = |taken: &[bool], at: usize| taken.get(at) == Some(&false);
            let Some(found) = plain.iter().enumerate().position(|(at, head)| free(&taken, at) && is_head(head)) else {
                continue;
            };
            // One head is often merged over several columns, such as one for each form.
            let merged = |(at, head): &(usize, &String)| free(&taken, *at) && plain.get(found) == Some(*head);
            let all: Vec<usize> = if PARTED.contains(&of) {
                plain.iter().enumerate().filter(merged).map(|(at, _)| at).collect()
            } else {
                vec![found]
            };
            for at in all {
                if let Some(taken) = taken.get_mut(at) {
                    *taken = true;
                }
                places[of].push(ColumnPlace { at, choice: String::new() });
            }
        }
    }
    if places[FORMAT].is_empty() {
        let choice = |(at, head): (usize, &String)| ColumnPlace { at, choice: head.trim().to_owned() };
        let marked = heads.iter().enumerate().filter(|(at, _)| plain.get(*at).is_some_and(|it| CHOICES.contains(&it.as_str())));
        places[FORMAT] = marked.map(choice).collect();
    }
    places
}

/// A head in small letters, with one blank around and between its words.
fn plain(head: &str) -> String {
    let letters: String = head.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    format!(" {} ", letters.split_whitespace().collect::<Vec<_>>().join(" "))
}
