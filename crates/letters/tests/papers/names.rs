//! Names of people, offices and positions at the edge of what an office meets.
#![allow(clippy::unwrap_used)]

use loket_domain::office::{Capacity, Official, PaperSize};
use loket_domain::request::{Applicant, IdentityKind, Registration};
use loket_letters::*;

use crate::poppler::print_on;
use crate::samples;
use crate::samples::answers::{self, written_notice};
use crate::samples::forms::{receipt, request_form};
use crate::samples::office::{self, letterhead};
use crate::samples::people::{LONG_NAME, applicant, by};

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
    let secretary = Official { position: "Sekretaris Kecamatan".into(), capacity: Capacity::Acting, ..office::signatory() };
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
fn identity_numbers_stand_whole_in_the_internal_register_alone() {
    for (name, paper) in samples::all() {
        let text = print_on(paper.as_ref(), &letterhead(), PaperSize::A4).text();
        // The register is the office's own book.
        assert_eq!(text.contains("1218014507920003"), name.starts_with("request-register") && !name.ends_with("empty"), "{name}");
    }
    let passport = Applicant { identity_kind: IdentityKind::Passport, identity_number: "C9876543".into(), ..applicant() };
    let text = print_on(&RequestForm { registration: by(passport), ..request_form() }, &letterhead(), PaperSize::A4).text();
    assert!(text.contains("Paspor ••••6543") && !text.contains("C9876543"), "{text}");
}

#[test]
fn the_foot_of_a_corrected_paper_keeps_to_one_line_while_there_is_room() {
    let version = Some(Version { number: 2, corrected_on: crate::samples::day(2026, 11, 24) });
    let notice = WrittenNotice { version, parts: answers::whole(answers::partly_given()), ..answers::written_notice() };
    let pdf = print_on(&notice, &office::letterhead(), PaperSize::A4);
    assert_eq!(pdf.pages(), 2);
    for page in pdf.words() {
        let of = |text: &str| page.words.iter().filter(|word| word.text == text).map(|word| word.top).fold(0.0, f64::max);
        assert!((of("dikoreksi") - of("Halaman")).abs() < 1.0 && (of("Versi") - of("dikoreksi")).abs() < 1.0);
        let foot = of("dikoreksi");
        assert!(page.words.iter().all(|word| word.top < foot + 1.0), "something stands below the foot's line");
    }
}
