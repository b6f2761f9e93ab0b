//! What is printed can be read: no letter is too small, and a word that is cut says so.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use loket_domain::office::PaperSize;
use loket_letters::*;
use lopdf::Document;
use lopdf::content::Content;

use crate::poppler::{Pdf, print_on};
use crate::samples::{self, lists, office};

/// The smallest letters of any paper, in points.
const SMALLEST: f32 = 7.0;

/// The size of each stretch of text that can be seen, in points.
fn sizes(pdf: &Pdf) -> Vec<f32> {
    let document = Document::load_mem(&pdf.bytes).unwrap();
    let mut sizes = Vec::new();
    for page in document.get_pages().into_values() {
        let mut hidden = false;
        for operation in Content::decode(&document.get_page_content(page)).unwrap().operations {
            match operation.operator.as_str() {
                "Tr" => hidden = operation.operands[0].as_i64().unwrap() == 3,
                "Tf" if !hidden => sizes.push(operation.operands[1].as_float().unwrap()),
                _ => {}
            }
        }
    }
    sizes
}

#[test]
fn nothing_on_any_paper_is_smaller_than_seven_points() {
    for size in [PaperSize::A4, PaperSize::F4] {
        for head in [office::letterhead(), office::long_letterhead()] {
            for (name, paper) in samples::all() {
                let sizes = sizes(&print_on(paper.as_ref(), &head, size));
                let smallest = sizes.iter().copied().fold(f32::MAX, f32::min);
                assert!(!sizes.is_empty() && smallest >= SMALLEST - 0.001, "{name}: {smallest} points");
            }
        }
    }
}

/// The words of letters alone that stand in these texts.
fn words<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    let apart = |text: &'a str| text.split(|c: char| !c.is_alphabetic()).map(str::to_owned).filter(|word| !word.is_empty());
    texts.into_iter().flat_map(apart).collect()
}

/// Whether these letters are the end of a word whose beginning bears a hyphen somewhere on the paper.
fn ends_a_parted_word(end: &str, known: &BTreeSet<String>, parted: &BTreeSet<String>) -> bool {
    known.iter().filter_map(|word| word.strip_suffix(end)).any(|mut begin| {
        while !begin.is_empty() {
            let Some(last) = parted.iter().filter(|part| begin.ends_with(part.as_str())).max_by_key(|part| part.len()) else {
                return false;
            };
            begin = &begin[..begin.len() - last.len()];
        }
        true
    })
}

/// Each word of letters is one of those known, a beginning with a hyphen, or the end of such a word.
fn assert_cut_with_hyphens(name: &str, pdf: &Pdf, known: &BTreeSet<String>) {
    let printed: Vec<&str> = pdf.words().iter().flat_map(|page| &page.words).map(|word| word.text.as_str()).collect();
    let parted: BTreeSet<String> = printed
        .iter()
        .filter_map(|word| word.strip_suffix('-'))
        .filter_map(|word| word.rsplit(|c: char| !c.is_alphabetic()).next())
        .map(str::to_owned)
        .collect();
    for word in printed.iter().filter(|word| word.chars().all(char::is_alphabetic)) {
        let whole = known.contains(*word) || ends_a_parted_word(word, known, &parted);
        assert!(whole, "{name}: \"{word}\" is a piece of a word without a hyphen");
    }
}

/// Long words of an office, which no narrow column holds.
const LONG: &str =
    "Pertanggungjawabannya ketidakseimbangan mempertanggungjawabkan Dipertanggungjawabkannya keanekaragaman Kewarganegaraan";

#[test]
fn a_word_that_is_cut_in_a_table_bears_a_hyphen() {
    let address = "Rahmawati.Simanjorang@kecamatan.contoh.example";
    for size in [PaperSize::A4, PaperSize::F4] {
        for sheet in [SheetSize::Office, SheetSize::A3] {
            let mut requests = RequestRegister { sheet, signed: None, ..lists::request_register(2) };
            let mut objections = ObjectionRegister { sheet, signed: None, ..lists::objection_register(2) };
            for rows in [&mut requests.rows, &mut objections.rows] {
                for cell in rows.iter_mut().flatten().filter(|cell| *cell != "√" && !cell.is_empty()) {
                    cell.push_str(&format!(" {LONG}"));
                }
            }
            let mut exempt = ExemptList { signed: None, ..samples::classifications::exempt_list() };
            exempt.rows.iter_mut().flatten().for_each(|cell| cell.push_str(&format!(" {LONG}")));
            let mut dip = Dip { signed: None, ..lists::dip(3) };
            for item in &mut dip.items {
                item.summary = LONG.to_owned();
                item.holder = LONG.to_owned();
                item.media = Some(LONG.to_owned());
                item.retention = LONG.to_owned();
            }
            requests.rows[0][6] = address.to_owned();
            objections.rows[0][8] = address.to_owned();
            let papers: [(&str, &dyn Paper); 4] =
                [("requests", &requests), ("objections", &objections), ("exempt", &exempt), ("dip", &dip)];
            for (name, paper) in papers {
                let pdf = print_on(paper, &office::letterhead(), size);
                pdf.assert_words_apart();
                // Every word is known from a print in which each stands whole, and from what was put in.
                let mut known = words([LONG, address]);
                for rows in [&requests.rows, &objections.rows, &exempt.rows] {
                    known.extend(words(rows.iter().flatten().map(String::as_str)));
                }
                let items = dip.items.iter().flat_map(|item| [&item.made, &item.format, &item.responsible]);
                known.extend(words(items.map(String::as_str)));
                known.extend(words(HEADS));
                assert_cut_with_hyphens(name, &pdf, &known);
            }
        }
    }
}

/// What stands above and below the tables.
const HEADS: [&str; 7] = [
    "No Nomor Pendaftaran NIK SK Badan Hukum Tgl Nama Alamat Kontak Pekerjaan Informasi yang Diminta Tujuan Penggunaan Ya Tidak Belum Didokumentasikan Softcopy Hardcopy Melihat Mengetahui Meminta Salinan Keputusan Alasan Penolakan Pemberitahuan Tertulis Pemberian Biaya Cara",
    "Status Bentuk Dikuasai Jenis Permohonan Hari dan Tanggal Pembayaran Di Bawah Penguasaan",
    "Registrasi Diterima Kuasa Telepon E mail a b c d e f g Atasan PPID Tanggapan Posisi Identitas Pemohon atau Pengajuan Keberatan Pasal",
    "Dasar Pengecualian Konsekuensi bila Dibuka Kepentingan Publik Ditutup Jangka Waktu Unit Pemilik",
    "Ringkasan Isi Kategori Pejabat Satuan Kerja Menguasai Penanggungjawab Pembuatan Penerbitan Tempat Format Tersedia Penyimpanan Retensi Arsip Tautan Jenis Media Memuat Berkala Setiap Saat Serta Merta Informasi",
    "REGISTER PERMOHONAN INFORMASI PUBLIK KEBERATAN DAFTAR YANG DIKECUALIKAN PEMERINTAH KABUPATEN SERDANG BEDAGAI KECAMATAN PERBAUNGAN sampai Januari Desember Keadaan Ditetapkan dengan tanggal Juli Maret",
    "Register Kode periksa Halaman dari Perbaungan Pejabat Pengelola Dokumentasi Pelaksana selaku Camat NIP DIK DIP diumumkan secara berkala serta merta tersedia setiap saat Bukan tanda tangan elektronik",
];
