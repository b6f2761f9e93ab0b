//! The sentences an office words its own way.
#![allow(clippy::unwrap_used)]

use loket_domain::clock::Clock;
use loket_domain::office::PaperSize;
use loket_letters::*;

use crate::poppler::Pdf;
use crate::samples::{day, office};

fn preview(template: Template, wording: &Wording) -> String {
    let paper = sample(template, "Perbaungan", day(2026, 11, 23), &office::signatory());
    let pdf = Press::new().print_worded(paper.as_ref(), &office::letterhead(), PaperSize::A4, wording).unwrap();
    Pdf::new(pdf).flat_pages().join(" ")
}

#[test]
fn what_an_office_words_its_own_way_is_printed_in_the_letter_it_belongs_to() {
    for template in Template::ALL {
        let holes: String = template.needed().iter().map(|name| format!(" {{{name}}}")).collect();
        let own = format!("Kalimat kantor sendiri:{holes}.\n\nDan *alinea* kedua.");
        assert_eq!(template.check(&own), Ok(()));
        let text = preview(*template, &Wording::of([(template.code(), own.as_str())]));
        assert!(text.contains("Kalimat kantor sendiri:") && text.contains("Dan alinea kedua."), "{template:?}: {text}");
        assert!(!text.contains('{'), "{template:?}: {text}");
        assert!(text.contains("CONTOH"), "a preview is no letter: {text}");
    }
}

#[test]
fn the_original_is_printed_again_once_the_own_wording_is_taken_back() {
    for template in Template::ALL {
        let first = template.original().split(['{', '}', '*', '\n']).find(|words| words.len() > 20).unwrap();
        let first: Vec<&str> = first.split_whitespace().collect();
        let text = preview(*template, &Wording::default());
        assert!(text.contains(&first.join(" ")), "{template:?}: {text}");
    }
}

/// The terms in working days that a text names, as it writes them.
fn terms(text: &str) -> Vec<String> {
    let unit = " hari kerja";
    let ends: Vec<usize> = text.match_indices(unit).map(|(at, _)| at).collect();
    let term = |end: &usize| {
        let words = text[..*end].rfind('(').unwrap();
        let number = text[..words].trim_end().rfind(|c: char| !c.is_ascii_digit()).map_or(0, |before| before + 1);
        text[number..end + unit.len()].to_owned()
    };
    ends.iter().map(term).collect()
}

#[test]
fn the_originals_name_the_terms_of_the_law() {
    for template in Template::ALL {
        let law: &[Clock] = match template {
            Template::ApplicantRights => {
                &[Clock::Answer, Clock::Extension, Clock::Objection, Clock::ObjectionAnswer, Clock::Dispute]
            }
            Template::IncompleteClosing | Template::IncompleteClosingOnItsWay => &[Clock::Completion],
            Template::ExtensionClosing => &[Clock::Extension],
            Template::ObjectionRight => &[Clock::Objection],
            Template::DisputeRight => &[Clock::Dispute],
            _ => &[],
        };
        let law: Vec<String> = law.iter().map(|clock| clock.in_words()).collect();
        assert_eq!(terms(template.original()), law, "{template:?}");
    }
}
