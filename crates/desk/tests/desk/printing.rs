//! How papers are printed on this computer: set once for a kind, told to the printer, tried by a page, and what is posted in.

use loket_desk::views::{PrintWayForm, PrintWayView, PrinterAbilities, RequestColumn, RequestQuery, SubjectKind};
use loket_desk::{Desk, DeskError, PaperRef, PrintAs, cups, system_dice};
use loket_domain::paper::{EnvelopeSize, LabelSheet, PaperKind};
use loket_domain::problem::Refused;
use serde_json::json;

use crate::fixture::{PASSWORD, at, form, on, perbaungan, take, words_of};

/// A printer as CUPS describes it.
fn epson() -> PrinterAbilities {
    let said = "PageSize/Media Size: *A4 Letter EnvDL Custom.WIDTHxHEIGHT\nInputSlot/Media Source: *Auto Rear\n\
                Duplex/2-Sided Printing: *None DuplexNoTumble\n";
    cups::abilities("Epson", said)
}

fn typed(printer: &str, sheets: &str, right: &str, down: &str) -> PrintWayForm {
    PrintWayForm {
        printer: printer.into(),
        sheets: sheets.into(),
        right: right.into(),
        down: down.into(),
        ..PrintWayForm::default()
    }
}

fn registered(desk: &mut Desk) -> String {
    desk.register_request(form("Warga Rekaan", "Anggaran 2026"), at(8, 10)).unwrap().row.id
}

fn receipt(id: &str) -> PaperRef {
    PaperRef::Request { id: id.into(), kind: PaperKind::Receipt }
}

/// What the printer is told of a paper.
fn told(desk: &Desk, paper: &PaperRef) -> String {
    let order = desk.print_order(paper, &PrintAs::Next, at(9, 0)).unwrap();
    let options = cups::job_options(&order.way, order.size, &epson()).unwrap();
    options.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
}

/// Where the first word of a paper stands, in points from the upper left.
fn first_word(pdf: &[u8]) -> (f64, f64) {
    use std::io::Write;
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    let read = std::process::Command::new("pdftotext").arg("-bbox").arg(file.path()).arg("-").output().unwrap();
    let html = String::from_utf8(read.stdout).unwrap();
    let word = html.split("<word ").nth(1).unwrap().to_owned();
    let number = |name: &str| word.split_once(&format!("{name}=\"")).unwrap().1.split('"').next().unwrap().parse().unwrap();
    (number("xMin"), number("yMin"))
}

fn refused<T>(answer: Result<T, DeskError>) -> String {
    match answer {
        Err(DeskError::Refused(Refused::Fields(wrong))) => {
            wrong.iter().map(|problem| format!("{}: {}", problem.field, problem.message)).collect::<Vec<_>>().join("\n")
        }
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it was taken"),
    }
}

fn of<'a>(ways: &'a [PrintWayView], kind: &str) -> &'a PrintWayView {
    ways.iter().find(|way| way.kind == kind).unwrap()
}

#[test]
fn until_something_is_set_a_paper_goes_to_the_printer_of_the_computer_at_its_own_size() {
    let (_dir, _, mut desk, _) = perbaungan();
    let paper = receipt(&registered(&mut desk));
    assert_eq!(told(&desk, &paper), "media=Custom.215x330mm print-scaling=none sides=one-sided", "the office writes on F4");
    let way = desk.print_way(&paper).unwrap();
    assert_eq!((way.label.as_str(), way.own, way.sheets), ("Tanda Bukti Penerimaan", false, 1));
    assert_eq!(way.told, "printer utama komputer ini, 1 rangkap");
}

#[test]
fn a_kind_of_paper_is_printed_as_it_was_set_also_after_the_desk_was_closed() {
    let (_dir, folder, mut desk, _) = perbaungan();
    let id = registered(&mut desk);
    let written = desk.written();
    let own = PrintWayForm { both_sides: true, tray: "Rear".into(), ..typed("Epson", "2", "1,5", "-2") };
    desk.keep_print_way("usual", &typed("Epson", "1", "0", "0"), Some(&epson())).unwrap();
    let ways = desk.keep_print_way("receipt", &own, Some(&epson())).unwrap();
    assert!(of(&ways, "receipt").own && !of(&ways, "request_form").own);
    drop(desk);

    let desk = folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap();
    let way = desk.print_way(&receipt(&id)).unwrap();
    assert_eq!(way.told, "Epson, 2 rangkap, bolak-balik, baki Rear, geser 1,5 mm ke kanan dan 2 mm ke atas");
    assert_eq!(way.form, own, "what was typed stands there again");
    assert_eq!(told(&desk, &receipt(&id)), "media=Custom.215x330mm print-scaling=none sides=two-sided-long-edge InputSlot=Rear");
    let form = PaperRef::Request { id: id.clone(), kind: PaperKind::RequestForm };
    assert_eq!(desk.print_way(&form).unwrap().told, "Epson, 1 rangkap", "another kind is printed as all papers are");
    desk.forget_print_way("receipt").unwrap();
    assert_eq!(desk.print_way(&receipt(&id)).unwrap().told, "Epson, 1 rangkap");
    assert_eq!(desk.written(), written, "another desk of the office has other printers: the journal says nothing of them");
}

#[test]
fn everything_on_a_page_is_moved_as_it_was_set_and_the_paper_on_the_screen_is_not() {
    let (_dir, _, mut desk, _) = perbaungan();
    let paper = receipt(&registered(&mut desk));
    desk.keep_print_way("receipt", &typed("", "1", "3", "-2,5"), Some(&epson())).unwrap();
    let before = first_word(&desk.paper(&paper, at(9, 0)).unwrap().pdf);
    let after = first_word(&desk.print_order(&paper, &PrintAs::Next, at(9, 0)).unwrap().issued.pdf);
    let millimetre = 72.0 / 25.4;
    assert!((after.0 - before.0 - 3.0 * millimetre).abs() < 0.02, "{before:?} {after:?}");
    assert!((after.1 - before.1 + 2.5 * millimetre).abs() < 0.02, "{before:?} {after:?}");
}

#[test]
fn what_no_printer_can_do_is_told_beside_its_box_and_nothing_is_set() {
    let (_dir, _, desk, _) = perbaungan();
    let wrong = PrintWayForm { tray: "Atas".into(), size: "F4".into(), ..typed("Epson", "10", "21", "dua") };
    let said = refused(desk.keep_print_way("receipt", &wrong, Some(&epson())));
    assert_eq!(
        said,
        "tray: Baki ini tidak ada pada printer itu; pilih baki lain.\n\
         size: Ukuran ini tidak dikenal printer itu; pilih ukuran lain.\n\
         sheets: Isi jumlah rangkap antara 1 dan 9.\n\
         right: Isi geseran dalam milimeter antara -20 dan 20, misalnya 2 atau -1,5.\n\
         down: Isi geseran dalam milimeter antara -20 dan 20, misalnya 2 atau -1,5."
    );
    let gone = refused(desk.keep_print_way("receipt", &typed("HP lama", "1", "0", "0"), None));
    assert_eq!(gone, "printer: Printer ini tidak ada lagi di komputer ini; pilih printer lain.");
    let simple = cups::abilities("Sederhana", "PageSize/Media Size: *A4\n");
    let both = PrintWayForm { both_sides: true, ..typed("Sederhana", "1", "", "") };
    assert!(refused(desk.test_page("receipt", &both, Some(&simple), at(9, 0))).contains("bolak-balik"));
    assert!(desk.keep_print_way("tak dikenal", &typed("", "1", "", ""), None).is_err());
    assert!(desk.print_ways().unwrap().iter().all(|way| !way.own));
}

#[test]
fn a_test_page_says_what_the_printer_was_told_and_is_moved_before_anything_is_set() {
    let (_dir, _, desk, _) = perbaungan();
    let way = PrintWayForm { tray: "Rear".into(), ..typed("", "3", "2", "0") };
    let order = desk.test_page("receipt", &way, Some(&epson()), at(9, 0)).unwrap();
    let words = words_of(&order.issued.pdf);
    for wanted in
        ["HALAMAN UJI PRINTER", "Tanda Bukti Penerimaan", "Epson", "baki Rear", "F4 (215 × 330 mm)", "geser 2 mm ke kanan"]
    {
        assert!(words.contains(wanted), "{wanted}: {words}");
    }
    assert_eq!((order.way.right, order.what), (20, "Halaman uji"));
    let wide = desk.test_page("register_a3", &typed("", "1", "0", "0"), Some(&epson()), at(9, 0)).unwrap();
    assert!((wide.size.0 - 420.0).abs() < 0.1, "{:?}", wide.size);
    let envelope = desk.test_page("envelope", &typed("", "1", "0", "0"), Some(&epson()), at(9, 0)).unwrap();
    assert!((envelope.size.0 - 230.0).abs() < 0.1, "{:?}", envelope.size);
    assert!(desk.print_ways().unwrap().iter().all(|way| !way.own));
}

#[test]
fn an_envelope_and_labels_bear_the_address_the_letters_bear() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk);
    let reasons = json!({"letter_number": "PP/1", "reasons": ["not_held"], "explanation": "Masih diminta"});
    take(&mut desk, (SubjectKind::Request, &id), "extend", reasons, on("2026-12-01", 9, 0)).unwrap();
    let letter = PaperRef::Request { id: id.clone(), kind: PaperKind::ExtensionNotice };
    let envelope = PaperRef::Envelope { id: id.clone(), size: EnvelopeSize::Dl };
    let read = |desk: &Desk, paper: &PaperRef| desk.paper(paper, on("2026-12-02", 9, 0)).map(|paper| words_of(&paper.pdf));
    let address = "Yth. Warga Rekaan di Jalan Contoh 1";
    assert!(read(&desk, &letter).unwrap().contains(address));
    let words = read(&desk, &envelope).unwrap();
    assert!(words.contains(address) && words.contains("KECAMATAN PERBAUNGAN"), "{words}");
    assert_eq!(told(&desk, &envelope), "media=EnvDL print-scaling=none sides=one-sided");
    let labels = |first, count| PaperRef::Labels { id: id.clone(), sheet: LabelSheet::Small, first, count };
    assert_eq!(read(&desk, &labels(23, 2)).unwrap().matches("Warga Rekaan").count(), 2);
    let name = desk.paper(&labels(1, 1), at(9, 0)).unwrap().file_name;
    assert!(name.starts_with("Label Alamat 007") && !name.contains("Warga"), "{name}");
    let said = |first, count| refused(desk.paper(&labels(first, count), at(9, 0)));
    assert_eq!(said(25, 1), "first: Isi letak label antara 1 dan 24, dihitung dari kiri atas.");
    assert_eq!(said(23, 3), "count: Dari letak itu lembar ini masih punya 2 label; isi antara 1 dan itu.");
    // Once somebody acts for the applicant, letters go there, and so does what they are posted in.
    let kuasa =
        json!({"acting_as": "kuasa", "name": "Kuasa Rekaan, S.H.", "address": "Jalan Kuasa 9, Medan", "mandate": "SKK 3/2026"});
    take(&mut desk, (SubjectKind::Request, &id), "name_representative", kuasa, on("2026-12-02", 9, 0)).unwrap();
    let words = read(&desk, &envelope).unwrap();
    assert!(words.contains("Yth. Kuasa Rekaan, S.H. selaku kuasa Warga Rekaan di Jalan Kuasa 9, Medan"), "{words}");
    let view = desk.request(&id, at(9, 0)).unwrap();
    assert_eq!(view.post.labels.iter().map(|sheet| sheet.places).collect::<Vec<_>>(), [24, 14]);
}

#[test]
fn the_list_of_requests_is_printed_with_what_it_is_narrowed_to_at_its_head() {
    let (_dir, _, mut desk, _) = perbaungan();
    registered(&mut desk);
    let columns = vec![RequestColumn::Number, RequestColumn::Applicant, RequestColumn::Stage];
    let print = |query: RequestQuery| {
        let paper = PaperRef::Requests { query, columns: columns.clone() };
        let issued = desk.paper(&paper, at(9, 0)).unwrap();
        (issued.file_name, words_of(&issued.pdf))
    };
    let (name, whole) = print(RequestQuery::default());
    assert_eq!(name, "Daftar Permohonan 2026-11-23.pdf");
    assert!(whole.contains("Semua permohonan Urut terbaru lebih dahulu 1 permohonan, keadaan 23 November 2026"), "{whole}");
    assert!(whole.contains("Warga Rekaan") && whole.contains("007/PPID/KEC-PBG/XI/2026"), "{whole}");
    let narrowed = RequestQuery { words: "tidak ada".into(), from: Some("2026-11-01".into()), ..RequestQuery::default() };
    let (_, none) = print(narrowed);
    assert!(none.contains("Hanya yang memuat “tidak ada”; diterima sejak 1 November 2026"), "{none}");
    assert!(none.contains("Tidak ada permohonan yang cocok."), "{none}");
}
