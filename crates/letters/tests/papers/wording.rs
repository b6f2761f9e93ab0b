//! The sentences an office words its own way.
#![allow(clippy::unwrap_used)]

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
