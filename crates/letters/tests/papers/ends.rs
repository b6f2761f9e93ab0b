//! No page carries only the end of a paper: its closing sentences and the signature.
#![allow(clippy::unwrap_used)]

use loket_domain::objection::Verdict;
use loket_domain::office::PaperSize;
use loket_domain::request::Registration;
use loket_letters::*;

use crate::poppler::{Pdf, print_on};
use crate::samples::people::{by, registration, represented};
use crate::samples::{self, answers, letters, objections, office};

const SIZES: [PaperSize; 2] = [PaperSize::A4, PaperSize::F4];

/// The sentences that close a paper.
const CLOSINGS: [Template; 8] = [
    Template::ObjectionRight,
    Template::DisputeRight,
    Template::IncompleteClosing,
    Template::ExtensionClosing,
    Template::DispositionClosing,
    Template::AddendumBody,
    Template::HandOverClosing,
    Template::DecreeClosing,
];

/// Words of the body go with what closes a paper: no page begins within its closing sentences.
fn assert_ends_in_company(name: &str, pdf: &Pdf) {
    for page in pdf.flat_pages().iter().skip(1) {
        let words: Vec<&str> = page.split(' ').skip_while(|word| ["SALINAN", "CONTOH"].contains(word)).take(3).collect();
        let begins = words.join(" ");
        let closes = CLOSINGS.iter().any(|closing| {
            let flat = closing.original().split_whitespace().collect::<Vec<_>>().join(" ");
            flat.contains(&begins)
        });
        assert!(!closes, "{name}: a page begins within the closing sentences: {page}");
    }
    pdf.assert_signature_in_company();
}

#[test]
fn no_page_of_any_paper_carries_only_its_end() {
    for size in SIZES {
        for head in [office::letterhead(), office::long_letterhead()] {
            for (name, paper) in samples::all() {
                assert_ends_in_company(name, &print_on(paper.as_ref(), &head, size));
            }
        }
    }
}

#[test]
fn however_long_a_letter_is_its_end_has_company() {
    let sentence = "Nama desa bukan data pribadi penerima bantuan. ";
    let name = by(represented());
    for sentences in (0..24).step_by(2) {
        let text = sentence.repeat(sentences);
        let mut answer = objections::objection_answer(Verdict::PartlyOverturned);
        answer.answer.considerations.push_str(&text);
        let mut refusal = answers::refusal();
        refusal.exemption.consequence.push_str(&text);
        let extension = ExtensionNotice { explanation: text.clone(), ..letters::extension_notice() };
        let information = format!("{} {text}", registration().information);
        let case = CaseLetter {
            registration: Registration { information: information.clone(), ..name.clone() },
            ..letters::incomplete_notice().case
        };
        let incomplete = IncompleteNotice { case, ..letters::incomplete_notice() };
        let notice = WrittenNotice {
            registration: Registration { information, ..name.clone() },
            parts: answers::whole(answers::partly_given()),
            ..answers::written_notice()
        };
        let papers: [(&str, &dyn Paper); 5] = [
            ("answer", &answer),
            ("refusal", &answers::refusal_decision(refusal)),
            ("extension", &extension),
            ("incomplete", &incomplete),
            ("notice", &notice),
        ];
        for (what, paper) in papers {
            let pdf = print_on(paper, &office::letterhead(), PaperSize::A4);
            assert_ends_in_company(&format!("{what}, {sentences} sentences longer"), &pdf);
        }
    }
}

#[test]
fn an_answer_that_runs_over_by_little_is_set_closer_and_keeps_to_its_page() {
    for verdict in [Verdict::Upheld, Verdict::Overturned, Verdict::PartlyOverturned] {
        let answer = objections::objection_answer(verdict);
        assert_eq!(print_on(&answer, &office::letterhead(), PaperSize::A4).pages(), 1, "{verdict:?}");
    }
}
