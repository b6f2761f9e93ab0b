//! The columns of the *Register Permohonan* (PERKI 1/2010 lampiran IV), and the words by which books and other programs head them.

use crate::bringing_in::columns::{KnownColumn, find_places, plain};
use crate::bringing_in::heads::{self, HeadsWanted, joined, lowest};
use loket_letters::spreadsheet::Line;

/// How many columns there are.
pub(crate) const WIDTH: usize = 25;

pub(crate) const NUMBER: usize = 0;
pub(crate) const RECEIVED: usize = 1;
pub(crate) const NAME: usize = 2;
pub(crate) const IDENTITY: usize = 3;
pub(crate) const ADDRESS: usize = 4;
pub(crate) const CONTACT: usize = 5;
pub(crate) const EMAIL: usize = 6;
pub(crate) const OCCUPATION: usize = 7;
pub(crate) const CATEGORY: usize = 8;
pub(crate) const INFORMATION: usize = 9;
pub(crate) const PURPOSE: usize = 10;
pub(crate) const HELD: usize = 11;
pub(crate) const NOT_HELD: usize = 12;
pub(crate) const STATUS: usize = 13;
pub(crate) const NOT_DOCUMENTED: usize = 14;
pub(crate) const SOFTCOPY: usize = 15;
pub(crate) const HARDCOPY: usize = 16;
pub(crate) const VIEW: usize = 17;
pub(crate) const COPY: usize = 18;
pub(crate) const DECISION: usize = 19;
pub(crate) const REASON: usize = 20;
pub(crate) const NOTICED: usize = 21;
pub(crate) const GIVEN: usize = 22;
pub(crate) const COST: usize = 23;
pub(crate) const PAYMENT: usize = 24;

/// The columns, in the order of the book.
pub(crate) const BOOK_COLUMNS: [KnownColumn; WIDTH] = [
    KnownColumn {
        label: "Nomor pendaftaran",
        needed: true,
        known: &[
            &["nomor pendaftaran"],
            &["no pendaftaran"],
            &["nomor registrasi"],
            &["no registrasi"],
            &["nomor register"],
            &["no register"],
            &["nomor permohonan"],
            &["no permohonan"],
            &[" no reg "],
            &["kode permohonan"],
            &[" nomor "],
            &[" no "],
            &["urut"],
        ],
        never: &[
            " nik ",
            " ktp ",
            " sk ",
            "identitas",
            "kontak",
            "telepon",
            " telp",
            " hp ",
            " wa ",
            "handphone",
            "surat",
            "kuitansi",
        ],
    },
    KnownColumn {
        label: "Tanggal diterima",
        needed: true,
        known: &[
            &["tanggal", "permohonan"],
            &["tgl", "permohonan"],
            &["tanggal", "terima"],
            &["tgl", "terima"],
            &["tanggal", "masuk"],
            &["tgl", "masuk"],
            &["tanggal", "daftar"],
            &["tgl", "daftar"],
            &["tanggal", "pengajuan"],
            &["tanggal", "regist"],
            &["created at"],
            &[" tgl "],
            &[" tanggal "],
        ],
        never: &[
            "pemberitahuan",
            "pemberian",
            "penyerahan",
            "serah",
            "jawab",
            "tanggapan",
            "keputusan",
            "selesai",
            "lahir",
            "tertulis",
            "batas",
            "perpanjang",
            "bayar",
        ],
    },
    KnownColumn {
        label: "Nama pemohon",
        needed: true,
        known: &[&["nama pemohon"], &["nama", "pemohon"], &[" nama "], &[" pemohon "]],
        never: &["alamat", "kuasa", "petugas", "nomor", "telepon", "pekerjaan", "jenis", "kategori", "tanda tangan"],
    },
    KnownColumn {
        label: "NIK/No. SK",
        needed: false,
        known: &[&[" nik "], &[" ktp "], &["identitas"], &["no sk"], &["nomor sk"]],
        never: &["jenis"],
    },
    KnownColumn { label: "Alamat", needed: false, known: &[&["alamat"]], never: &["email", "e mail", "surel", "web"] },
    KnownColumn {
        label: "Nomor kontak",
        needed: false,
        known: &[&["kontak"], &["telepon"], &[" telp"], &[" hp "], &["whatsapp"], &[" wa "], &["handphone"]],
        never: &[],
    },
    KnownColumn { label: "E-mail", needed: false, known: &[&["email"], &["e mail"], &["surel"]], never: &[] },
    KnownColumn { label: "Pekerjaan", needed: false, known: &[&["pekerjaan"], &["profesi"]], never: &[] },
    KnownColumn {
        label: "Kategori pemohon",
        needed: false,
        known: &[&["kategori", "pemohon"], &["jenis", "pemohon"], &["golongan", "pemohon"], &["kategori"]],
        never: &["informasi"],
    },
    KnownColumn {
        label: "Informasi yang diminta",
        needed: true,
        known: &[
            &["informasi", "diminta"],
            &["informasi", "dibutuhkan"],
            &["informasi", "dimohon"],
            &["rincian informasi"],
            &["rincian"],
            &["isi permohonan"],
            &["perihal"],
            &[" informasi "],
            &["permohonan"],
        ],
        never: &[
            "status",
            "bentuk",
            "penguasaan",
            "dikuasai",
            "tujuan",
            "alasan",
            "tanggal",
            "tgl",
            "pemberian",
            "jenis",
            "cara",
            "nomor",
            " no ",
            "kode",
        ],
    },
    KnownColumn {
        label: "Tujuan penggunaan",
        needed: false,
        known: &[&["tujuan"], &["kegunaan"], &["penggunaan"], &["alasan", "permohonan"], &["alasan", "permintaan"]],
        never: &["tolak", "penolakan"],
    },
    KnownColumn {
        label: "Dikuasai: ya",
        needed: false,
        known: &[&["penguasaan", " ya "], &["dikuasai", " ya "], &[" ya "]],
        never: &["tidak", "belum"],
    },
    KnownColumn {
        label: "Dikuasai: tidak",
        needed: false,
        known: &[&["penguasaan", " tidak "], &["dikuasai", " tidak "], &["tidak dikuasai"], &[" tidak "]],
        never: &["dokumentasi"],
    },
    KnownColumn {
        label: "Status informasi (ya/tidak dikuasai)",
        needed: false,
        known: &[&["penguasaan"], &["dikuasai"], &["status informasi"]],
        never: &[" ya ", "tidak", "belum", "bentuk"],
    },
    KnownColumn {
        label: "Belum didokumentasikan",
        needed: false,
        known: &[&["belum", "dokumentasi"], &["dokumentasi"]],
        never: &[],
    },
    KnownColumn {
        label: "Softcopy",
        needed: false,
        known: &[&["softcopy"], &["soft copy"], &["rekaman"], &["elektronik"]],
        never: &[],
    },
    KnownColumn { label: "Hardcopy", needed: false, known: &[&["hardcopy"], &["hard copy"], &["cetak"]], never: &[] },
    KnownColumn { label: "Melihat/mengetahui", needed: false, known: &[&["melihat"], &["mengetahui"]], never: &[] },
    KnownColumn { label: "Meminta salinan", needed: false, known: &[&["meminta", "salinan"], &["salinan"]], never: &["biaya"] },
    KnownColumn {
        label: "Keputusan",
        needed: false,
        known: &[&["keputusan"], &["putusan"], &["status permohonan"], &["hasil"], &["tindak lanjut"], &[" status "]],
        never: &["tanggal", "tgl", "alasan", "informasi", "hari", "nomor"],
    },
    KnownColumn {
        label: "Alasan penolakan",
        needed: false,
        known: &[&["alasan", "tolak"], &["dasar", "penolakan"], &["penolakan"], &[" alasan "]],
        never: &[],
    },
    KnownColumn {
        label: "Tgl. pemberitahuan tertulis",
        needed: false,
        known: &[
            &["pemberitahuan"],
            &["tanggal", "jawab"],
            &["tgl", "jawab"],
            &["tanggal", "tanggapan"],
            &["tanggal", "keputusan"],
            &["tgl", "keputusan"],
            &["tanggal", "selesai"],
        ],
        never: &[],
    },
    KnownColumn {
        label: "Tgl. pemberian informasi",
        needed: false,
        known: &[&["pemberian"], &["penyerahan"], &["tanggal", "serah"], &["tgl", "serah"]],
        never: &[],
    },
    KnownColumn { label: "Biaya", needed: false, known: &[&["biaya"]], never: &["cara"] },
    KnownColumn {
        label: "Cara pembayaran",
        needed: false,
        known: &[&["cara", "bayar"], &[" cara "], &["pembayaran"]],
        never: &["informasi", "salinan"],
    },
];

/// The order in which columns look for their heads among words as sure.
const IN_TURN: [usize; WIDTH] = [
    IDENTITY,
    NOTICED,
    GIVEN,
    RECEIVED,
    NUMBER,
    PURPOSE,
    REASON,
    DECISION,
    NOT_DOCUMENTED,
    HELD,
    NOT_HELD,
    STATUS,
    SOFTCOPY,
    HARDCOPY,
    VIEW,
    COPY,
    CATEGORY,
    NAME,
    ADDRESS,
    EMAIL,
    CONTACT,
    OCCUPATION,
    PAYMENT,
    COST,
    INFORMATION,
];

/// For each column where it stands in a file.
pub(crate) type BookPlaces = [Option<usize>; WIDTH];

/// The heads of a book.
pub(crate) struct BookHeads {
    /// The first row below them, among those that were read.
    pub(crate) below: usize,
    pub(crate) places: BookPlaces,
    /// What stands over each column of the file.
    pub(crate) texts: Vec<String>,
}

/// Which columns stand where: what stands lowest over a column tells it first, and what stands above only where that does not.
fn places_of(rows: &[Line]) -> BookPlaces {
    let by = |heads: &[String]| find_places(&BOOK_COLUMNS, &IN_TURN, &[], heads).map(|places| places.first().copied());
    let mut places = by(&lowest(rows));
    // A head that is taken is none any more, so that no two columns read the same cells.
    let left = joined(rows).into_iter().enumerate();
    let left: Vec<String> = left.map(|(at, head)| if places.contains(&Some(at)) { String::new() } else { head }).collect();
    for (place, above) in places.iter_mut().zip(by(&left)) {
        *place = place.or(above);
    }
    places
}

/// How many columns have a place.
pub(crate) fn named(places: &BookPlaces) -> usize {
    places.iter().flatten().count()
}

/// The rows whose cells name most columns.
pub(crate) fn find_heads(lines: &[Line]) -> BookHeads {
    let of_row = |cells: &[String]| named(&places_of(&[(0, cells.to_vec())]));
    let answers_alone = |cells: &[String]| {
        let mut said = cells.iter().filter(|cell| !cell.trim().is_empty()).peekable();
        said.peek().is_some() && said.all(|cell| matches!(plain(cell).as_str(), " ya " | " tidak "))
    };
    let wanted = HeadsWanted {
        places: &places_of,
        named: &named,
        follows: &|cells| answers_alone(cells) || heads::may_be_heads(cells, |_| false) && of_row(cells) > 1,
    };
    match heads::find_heads(lines, &wanted) {
        Some((places, below, rows)) => BookHeads { below, places, texts: joined(rows) },
        None => BookHeads { below: 0, places: [None; WIDTH], texts: vec![] },
    }
}
