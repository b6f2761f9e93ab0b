//! Forms that are printed empty, for whoever fills them in at home or while the queue is long.

use loket_desk::PaperRef;
use loket_domain::paper::BlankKind;

use crate::fixture::{at, perbaungan, words_of};

#[test]
fn every_form_is_printed_empty_in_the_number_that_is_asked_and_nothing_is_noted() {
    let (_dir, _, desk, _) = perbaungan();
    let written = desk.written();
    for (form, says) in [
        (BlankKind::Request, "FORMULIR PERMOHONAN INFORMASI PUBLIK"),
        (BlankKind::Objection, "PERNYATAAN KEBERATAN ATAS PERMOHONAN INFORMASI"),
        (BlankKind::Survey, "SURVEI KEPUASAN MASYARAKAT"),
        (BlankKind::Mandate, "SURAT KUASA KHUSUS"),
        (BlankKind::Withdrawal, "SURAT PENCABUTAN"),
    ] {
        let paper = desk.paper(&PaperRef::Blank { form, count: 3 }, at(9, 0)).unwrap();
        let words = words_of(&paper.pdf);
        assert_eq!(words.matches(says).count(), 3, "{words}");
        assert_eq!(words.matches("Jalan Contoh Nomor 1").count(), 3, "each on the kop of the office");
        assert_eq!((paper.file_name, paper.is_copy), (format!("{} kosong.pdf", form.label()), false));
    }
    assert_eq!(desk.written(), written);
}

#[test]
fn the_pages_of_each_form_are_counted_by_themselves() {
    let (_dir, _, desk, _) = perbaungan();
    let paper = desk.paper(&PaperRef::Blank { form: BlankKind::Request, count: 2 }, at(9, 0)).unwrap();
    let words = words_of(&paper.pdf);
    assert_eq!((words.matches("Halaman 1 dari 2").count(), words.matches("Halaman 2 dari 2").count()), (2, 2), "{words}");
}

#[test]
fn no_more_than_fifty_are_printed_at_a_time_and_none_is_no_number() {
    let (_dir, _, desk, _) = perbaungan();
    for count in [0, 51, 4_000_000_000] {
        let refused = desk.paper(&PaperRef::Blank { form: BlankKind::Survey, count }, at(9, 0)).err().unwrap().to_string();
        assert!(refused.contains("1 sampai 50"), "{refused}");
    }
    assert!(desk.paper(&PaperRef::Blank { form: BlankKind::Survey, count: 50 }, at(9, 0)).is_ok());
}
