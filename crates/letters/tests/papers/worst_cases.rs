//! Names, texts and letterheads at the edge of what an office meets.
#![allow(clippy::unwrap_used)]

use loket_domain::grounds::Ground;
use loket_domain::office::{Capacity, Official, PaperSize};
use loket_domain::request::{Applicant, Category, Fees, IdentityKind, Refusal, Registration};
use loket_letters::*;

use crate::poppler::print_on;
use crate::samples::{self, LONG_NAME, applicant, by, letterhead, receipt, registration, request_form, written_notice};

fn named(name: &str) -> Registration {
    by(Applicant { name: name.into(), ..applicant() })
}

#[test]
fn the_longest_names_are_printed_whole_and_apart() {
    assert!(LONG_NAME.chars().count() >= 80);
    let head = Letterhead {
        government: "PEMERINTAH KABUPATEN KEPULAUAN SIAU TAGULANDANG BIARO DAN PULAU-PULAU SEKITARNYA".into(),
        office: "KECAMATAN SIAU TIMUR SELATAN DAN KEPULAUAN PEMEKARAN CONTOH YANG SANGAT PANJANG SEKALI".into(),
        contact_lines: vec!["Jalan Trans Siau Kilometer 12, Kompleks Perkantoran Terpadu, Gedung B Lantai 2, Kode Pos 95862, Telepon (0432) 000000".into()],
        ..letterhead()
    };
    for size in [PaperSize::A4, PaperSize::F4] {
        let form = RequestForm { registration: named(LONG_NAME), officer: LONG_NAME.into(), ..request_form() };
        let pdf = print_on(&form, &head, size);
        let text = pdf.flat_pages().join(" ");
        assert!(text.contains("PULAU-PULAU SEKITARNYA"), "{text}");
        assert!(text.contains("PANJANG SEKALI"), "{text}");
        assert!(text.contains(LONG_NAME), "{text}");
        assert_eq!(text.matches("Hutagalungsari").count(), 3, "{text}");
    }
}

#[test]
fn a_position_that_does_not_name_the_ppid_is_joined_with_the_role() {
    let secretary = Official { position: "Sekretaris Kecamatan".into(), capacity: Capacity::Acting, ..samples::signatory() };
    let pdf = print_on(&WrittenNotice { signatory: secretary, ..written_notice() }, &letterhead(), PaperSize::F4);
    let text = pdf.flat_pages().join(" ");
    assert!(text.contains("Plt. Sekretaris Kecamatan selaku PPID Pelaksana,"), "{text}");
}

#[test]
fn a_name_without_spaces_wraps() {
    let name = "X".repeat(200);
    let pdf = print_on(&Receipt { registration: named(&name), ..receipt() }, &letterhead(), PaperSize::A4);
    let text = pdf.flat_pages().join(" ");
    assert_eq!(text.matches('X').count(), 200 + text.matches("/XI/").count());
}

#[test]
fn a_request_of_twenty_thousand_characters_runs_on_with_nothing_lost() {
    let words: Vec<String> = (0..2_500).map(|i| format!("kata{i:04}")).collect();
    let information = words.join(" ");
    assert!(information.chars().count() > 20_000);
    for size in [PaperSize::A4, PaperSize::F4] {
        let form =
            RequestForm { registration: Registration { information: information.clone(), ..registration() }, ..request_form() };
        let pdf = print_on(&form, &letterhead(), size);
        let pages = pdf.flat_pages();
        assert_eq!(pages.len(), pdf.pages());
        let text = pages.join(" ");
        let found: Vec<&str> = text.split(' ').filter(|word| word.starts_with("kata")).collect();
        assert_eq!(found, words.iter().map(String::as_str).collect::<Vec<_>>());
        let signed = pages.iter().find(|page| page.contains("Petugas Pelayanan Informasi")).unwrap();
        assert!(signed.contains("Cara Mendapatkan Salinan"), "the signatures stand alone: {signed}");
    }
}

#[test]
fn names_in_any_script_are_printed_and_can_be_copied() {
    for name in [
        "Aisyah بنت عبد الرحمن",
        "ڤندق چوريق ڠاراي ݢنتيڠ ڽاي",
        "ꦱꦸꦒꦼꦁ ꦫꦲꦂꦗ",
        "ᬓᬢᬸᬢ᭄ ᮞᮥᮔ᮪ᮓ ᯅᯖᯂ᯲ ᨅᨔ",
        "Tan 陳大文 김철수 さくら",
        "தமிழ் ไทย Łukasz Ђорђе Ωμέγα שלום",
        "Budi 😀 👍🏽 👨‍👩‍👧",
        "Nur’aini “Ani” D'Silva – Fitri & <Co> \\ (a) [b] 100%",
    ] {
        let pdf = print_on(&RequestForm { registration: named(name), ..request_form() }, &letterhead(), PaperSize::A4);
        pdf.assert_fonts();
        // pdftotext marks right-to-left stretches with invisible characters, and may put spaces
        // between the letters of scripts that stand above each other.
        let text = pdf.text().replace(['\u{202a}', '\u{202b}', '\u{202c}'], "");
        let line = text.lines().find(|line| line.starts_with("Nama ")).unwrap().replace(' ', "");
        for word in name.split(' ') {
            assert!(line.contains(word), "{word} of {name} in {line}");
        }
        assert!(!text.contains("[U+"), "{text}");
    }
}

#[test]
fn what_cannot_be_printed_is_named() {
    let pdf = print_on(
        &RequestForm { registration: named("Budi \u{1E900}\u{1E901} \u{7}"), ..request_form() },
        &letterhead(),
        PaperSize::A4,
    );
    let text = pdf.flat_pages().join(" ");
    assert!(text.contains("Budi [U+1E900][U+1E901] [U+0007]"), "{text}");
}

#[test]
fn a_letterhead_needs_no_emblem_and_no_contacts() {
    let head = Letterhead { emblem: None, contact_lines: vec![], ..letterhead() };
    for (_, paper) in samples::all() {
        let pdf = print_on(paper.as_ref(), &head, PaperSize::F4);
        assert!(pdf.text().contains("KECAMATAN PERBAUNGAN"));
    }
}

#[test]
fn blank_papers_leave_lines_to_write_on() {
    let nobody = Applicant {
        name: String::new(),
        category: Category::Individual,
        identity_kind: IdentityKind::NotShown,
        identity_number: String::new(),
        address: " ".into(),
        occupation: None,
        phone: None,
        email: None,
        representative: None,
    };
    let form = RequestForm {
        registration: Registration {
            information: String::new(),
            purpose: String::new(),
            copy_format: None,
            delivery_mode: None,
            ..by(nobody)
        },
        officer: String::new(),
        fee_decree: Some("Keputusan Camat Nomor 12 Tahun 2026".into()),
        ..request_form()
    };
    let pdf = print_on(&form, &letterhead(), PaperSize::A4);
    assert_eq!(pdf.pages(), 2);
    assert!(pdf.flat_pages().join(" ").contains("Keputusan Camat Nomor 12 Tahun 2026."));
}

#[test]
fn identity_numbers_never_stand_whole_on_paper() {
    for (_, paper) in samples::all() {
        let text = print_on(paper.as_ref(), &letterhead(), PaperSize::A4).text();
        assert!(!text.contains("1218014507920003"));
    }
    let passport = Applicant { identity_kind: IdentityKind::Passport, identity_number: "C9876543".into(), ..applicant() };
    let text = print_on(&RequestForm { registration: by(passport), ..request_form() }, &letterhead(), PaperSize::A4).text();
    assert!(text.contains("Paspor ••••6543") && !text.contains("C9876543"), "{text}");
}

#[test]
fn a_long_redaction_breaks_inside_the_table_and_repeats_its_head() {
    let granted = Granted { redaction: Some("Nama dan nomor rekening dihitamkan. ".repeat(150)), ..samples::granted() };
    let notice = WrittenNotice { outcome: Outcome::Granted(granted), ..written_notice() };
    let pdf = print_on(&notice, &letterhead(), PaperSize::A4);
    let pages = pdf.flat_pages();
    assert!(pages.len() > 1);
    assert!(pages.iter().filter(|page| page.contains("dihitamkan")).all(|page| page.contains("Keterangan")), "{pages:?}");
    let signed = pages.iter().find(|page| page.contains("NIP 197001011995031001")).unwrap();
    assert!(signed.contains("belum didokumentasikan"), "{signed}");
}

#[test]
fn all_reasons_of_a_refusal_fit() {
    let refusal = Refusal { grounds: Ground::ALL.iter().copied().collect(), ..samples::refusal() };
    let text = print_on(&samples::refusal_decision(refusal), &letterhead(), PaperSize::F4).flat_pages().join(" ");
    let order: Vec<usize> = ('a'..='j').map(|letter| text.find(&format!("Pasal 17 huruf {letter} ")).unwrap()).collect();
    assert!(order.is_sorted());
    assert_eq!(text.matches("Pasal 17 huruf a ").count(), 1);
}

#[test]
fn another_act_is_called_an_act_once_however_it_was_typed() {
    for (act, article, printed) in [
        ("Nomor 24 Tahun 2013", "84 ayat (1)", "Pasal 84 ayat (1) Undang-Undang Nomor 24 Tahun 2013"),
        ("Undang-Undang Nomor 24 Tahun 2013", "Pasal 84", "Pasal 84 Undang-Undang Nomor 24 Tahun 2013"),
        ("undang-undang nomor 24 tahun 2013", "pasal 84", "pasal 84 undang-undang nomor 24 tahun 2013"),
        ("UU 24/2013", "84", "Pasal 84 UU 24/2013"),
    ] {
        let refusal = Refusal { other_law: Some((act.into(), article.into())), ..samples::refusal() };
        let text = print_on(&samples::refusal_decision(refusal), &letterhead(), PaperSize::F4).flat_pages().join(" ");
        let text = text.replace("[x] ", "");
        assert!(text.contains(&format!("Undang-Undang {printed} Bahwa")), "{printed} in {text}");
    }
}

#[test]
fn the_largest_costs_fit() {
    let fees = Fees { price_per_sheet: u32::MAX, sheets: u32::MAX, delivery: u32::MAX, other: u32::MAX };
    let granted = Granted { fees, ..samples::granted() };
    let notice = WrittenNotice { outcome: Outcome::Granted(granted), ..written_notice() };
    print_on(&notice, &letterhead(), PaperSize::A4);
}

#[test]
fn emblems_are_checked_and_huge_ones_made_small() {
    assert_eq!(check_emblem(&samples::emblem()), Ok(()));
    assert_eq!(check_emblem(b""), Err(EmblemError::UnknownFormat));
    assert_eq!(check_emblem(b"%PDF-1.4"), Err(EmblemError::UnknownFormat));
    let emblem = samples::emblem();
    assert!(matches!(check_emblem(&emblem[..emblem.len() / 2]), Err(EmblemError::Unreadable(_))));
    let mut jpeg = std::io::Cursor::new(Vec::new());
    let photo =
        image::RgbImage::from_fn(3_000, 2_000, |x, y| image::Rgb([(x % 251) as u8, (y % 241) as u8, ((x * y) % 239) as u8]));
    photo.write_to(&mut jpeg, image::ImageFormat::Jpeg).unwrap();
    let head = Letterhead { emblem: Some(jpeg.into_inner()), ..letterhead() };
    let pdf = print_on(&samples::recovery_card(), &head, PaperSize::A4);
    assert!(pdf.0.len() < 100_000, "{} bytes", pdf.0.len());
    let broken = Letterhead { emblem: Some(emblem[..100].to_vec()), ..letterhead() };
    let refused = Press::new().print(&samples::recovery_card(), &broken, PaperSize::A4);
    assert!(matches!(refused, Err(PressError::Emblem(_))));
}

#[test]
fn a_press_prints_in_several_threads() {
    let press = Press::new();
    let head = letterhead();
    let alone = press.print(&receipt(), &head, PaperSize::A4).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(press.print(&receipt(), &head, PaperSize::A4).unwrap(), alone));
        }
    });
}
