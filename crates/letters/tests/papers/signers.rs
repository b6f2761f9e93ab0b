//! Letterhead and place of a paper are those of the office whose official signs it.
#![allow(clippy::unwrap_used)]

use loket_domain::objection::Verdict;
use loket_domain::office::{Official, OwnOffice, PaperSize};
use loket_domain::paper::PaperKind;
use loket_letters::*;

use crate::poppler::{Pdf, print_on};
use crate::samples::office::{letterhead, main_ppid, signatory, superior};
use crate::samples::{self, answers, classifications, letters, lists, objections};

fn elsewhere(official: Official) -> Official {
    let own_office = Some(OwnOffice {
        government: "PEMERINTAH KABUPATEN SERDANG BEDAGAI".into(),
        name: "DINAS KOMUNIKASI DAN INFORMATIKA".into(),
        lines: vec!["Jalan Negara Nomor 300, Sei Rampah, Kode Pos 20995".into()],
        place: "Sei Rampah".into(),
    });
    Official { own_office, ..official }
}

fn signed_elsewhere(case: CaseLetter) -> CaseLetter {
    CaseLetter { signatory: elsewhere(signatory()), ..case }
}

#[test]
fn whatever_an_official_of_another_office_signs_bears_its_letterhead_and_place() {
    let refusal = RefusalDecision { signatory: elsewhere(main_ppid()), ..answers::refusal_decision(answers::refusal()) };
    let papers: [(&str, &dyn Paper); 9] = [
        ("refusal", &refusal),
        ("notice", &WrittenNotice { signatory: elsewhere(main_ppid()), ..answers::written_notice() }),
        ("decree", &ClassificationDecree { signatory: elsewhere(main_ppid()), ..classifications::classification_decree() }),
        ("answer", &ObjectionAnswer { signatory: elsewhere(superior()), ..objections::objection_answer(Verdict::Upheld) }),
        ("report", &AnnualReport { signatory: elsewhere(main_ppid()), ..lists::annual_report() }),
        (
            "incomplete",
            &IncompleteNotice { case: signed_elsewhere(letters::incomplete_notice().case), ..letters::incomplete_notice() },
        ),
        (
            "extension",
            &ExtensionNotice { case: signed_elsewhere(letters::extension_notice().case), ..letters::extension_notice() },
        ),
        ("disposition", &Disposition { case: signed_elsewhere(letters::disposition().case), ..letters::disposition() }),
        (
            "addendum",
            &DeadlineAddendum { case: signed_elsewhere(letters::deadline_addendum().case), ..letters::deadline_addendum() },
        ),
    ];
    for (name, paper) in papers {
        for size in [PaperSize::A4, PaperSize::F4] {
            let pdf = print_on(paper, &letterhead(), size);
            assert_signed_at_sei_rampah(name, &pdf);
        }
    }
}

fn assert_signed_at_sei_rampah(name: &str, pdf: &Pdf) {
    let text = pdf.flat_pages().join(" ");
    assert!(text.contains("DINAS KOMUNIKASI DAN INFORMATIKA Jalan Negara Nomor 300"), "{name}: {text}");
    assert!(!text.contains("KECAMATAN PERBAUNGAN Jalan"), "{name}: {text}");
    assert!(text.contains("Sei Rampah, ") && !text.contains("Perbaungan, 4 "), "{name}: {text}");
    assert_eq!(pdf.info("Author").as_deref(), Some("DINAS KOMUNIKASI DAN INFORMATIKA"), "{name}");
}

#[test]
fn every_kind_that_an_official_signs_says_who_signs_it() {
    let samples = samples::all();
    for kind in PaperKind::signed().filter(|kind| *kind != PaperKind::ConsequenceTest) {
        let name = samples::name_of(kind);
        let of_kind = samples.iter().filter(|(sample, _)| *sample == name || sample.starts_with(&format!("{name}-")));
        for (sample, paper) in of_kind {
            assert!(paper.signatory().is_some(), "{sample} does not say who signs it");
        }
    }
}
