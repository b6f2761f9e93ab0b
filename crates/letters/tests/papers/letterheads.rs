//! The letterhead with its emblem, and the press itself.
#![allow(clippy::unwrap_used)]

use loket_domain::office::PaperSize;
use loket_letters::*;

use crate::poppler::print_on;
use crate::samples;
use crate::samples::forms::{receipt, recovery_card};
use crate::samples::office::{self, letterhead};

/// Every paper but labels: an address stands on them and nothing else.
fn named_papers() -> impl Iterator<Item = samples::Sample> {
    samples::all().into_iter().filter(|(name, _)| !name.starts_with("labels"))
}

#[test]
fn every_paper_bears_the_longest_names_of_regency_and_kecamatan() {
    let head = office::long_letterhead();
    for size in [PaperSize::A4, PaperSize::F4] {
        for (name, paper) in named_papers() {
            let pdf = print_on(paper.as_ref(), &head, size);
            let text = pdf.flat_pages().join(" ");
            assert!(text.contains(&head.government) && text.contains(&head.office), "{name}: {text}");
            pdf.assert_words_apart();
            pdf.assert_numbered("Halaman");
            pdf.assert_signature_in_company();
        }
    }
}

#[test]
fn a_letterhead_needs_no_emblem_and_no_contacts() {
    let head = Letterhead { emblem: None, contact_lines: vec![], ..letterhead() };
    for (_, paper) in named_papers() {
        let pdf = print_on(paper.as_ref(), &head, PaperSize::F4);
        assert!(pdf.text().contains("KECAMATAN PERBAUNGAN"));
    }
}

#[test]
fn emblems_are_checked_and_huge_ones_made_small() {
    assert_eq!(check_emblem(&office::emblem()), Ok(()));
    assert_eq!(check_emblem(b""), Err(EmblemError::UnknownFormat));
    assert_eq!(check_emblem(b"%PDF-1.4"), Err(EmblemError::UnknownFormat));
    let emblem = office::emblem();
    assert!(matches!(check_emblem(&emblem[..emblem.len() / 2]), Err(EmblemError::Unreadable(_))));
    let mut jpeg = std::io::Cursor::new(Vec::new());
    let photo =
        image::RgbImage::from_fn(3_000, 2_000, |x, y| image::Rgb([(x % 251) as u8, (y % 241) as u8, ((x * y) % 239) as u8]));
    photo.write_to(&mut jpeg, image::ImageFormat::Jpeg).unwrap();
    let head = Letterhead { emblem: Some(jpeg.into_inner()), ..letterhead() };
    let pdf = print_on(&recovery_card(), &head, PaperSize::A4);
    assert!(pdf.bytes.len() < 100_000, "{} bytes", pdf.bytes.len());
    let broken = Letterhead { emblem: Some(emblem[..100].to_vec()), ..letterhead() };
    let refused = Press::new().print(&recovery_card(), &broken, PaperSize::A4);
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
