//! What stands on a page is moved for a printer that draws beside the place; the page stays as it is.
#![allow(clippy::unwrap_used)]

use loket_domain::office::PaperSize;
use loket_letters::{Paper, Press, Shift, moved, page_millimetres};

use crate::poppler::Pdf;
use crate::samples::{forms, lists, office};

const MM: f64 = 72.0 / 25.4;

fn printed(paper: &dyn Paper) -> Vec<u8> {
    Press::new().print(paper, &office::letterhead(), PaperSize::F4).unwrap()
}

#[test]
fn every_word_of_every_page_is_moved_so_far_and_nothing_else_changes() {
    let paper = printed(&forms::request_form());
    let by = Shift { right: 3.5, down: -2.0 };
    let (before, after) = (Pdf::new(paper.clone()), Pdf::new(moved(&paper, by).unwrap()));
    assert!(before.pages() > 1, "it has a page behind the first");
    assert_eq!(before.text(), after.text());
    for (page, shifted) in before.words().iter().zip(after.words()) {
        assert_eq!(page.size, shifted.size, "the page is as large as before");
        assert_eq!(page.words.len(), shifted.words.len());
        for (word, moved) in page.words.iter().zip(&shifted.words) {
            assert!((moved.left - word.left - 3.5 * MM).abs() < 0.02, "{word:?} {moved:?}");
            assert!((moved.top - word.top + 2.0 * MM).abs() < 0.02, "{word:?} {moved:?}");
        }
    }
}

#[test]
fn a_page_that_is_not_moved_is_the_same_to_the_byte() {
    let paper = printed(&forms::receipt());
    assert_eq!(moved(&paper, Shift::default()).unwrap(), paper);
}

#[test]
fn a_document_knows_its_size_also_where_it_lies_on_its_side() {
    let near =
        |(width, height): (f32, f32), wanted: (f32, f32)| (width - wanted.0).abs() < 0.1 && (height - wanted.1).abs() < 0.1;
    assert!(near(page_millimetres(&printed(&forms::receipt())).unwrap(), (215.0, 330.0)));
    assert!(near(page_millimetres(&printed(&lists::request_register(2))).unwrap(), (330.0, 215.0)));
    assert!(page_millimetres(b"bukan PDF").is_err());
}
