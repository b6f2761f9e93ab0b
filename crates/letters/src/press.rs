//! The one entry: a paper goes in, bytes come out.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use loket_domain::office::PaperSize;

use crate::emblem::{Emblem, EmblemError};
use crate::faces::Faces;
use crate::imprint::{Orientation, SheetSize, Typeface};
use crate::ink::{self, Ink};
use crate::layout::{Air, Dealt, DrawnPage, Geometry, Sheet, Typesetter, numbered};
use crate::letterhead::Letterhead;
use crate::paper::Paper;
use crate::papers::{Appendix, Cover, DisputeFile};
use crate::press_error::PressError;
use crate::wording::Wording;

/// Prints papers. It keeps the fonts, the last emblem and the last font subsets between prints,
/// which changes how fast a paper is printed and never how it looks.
///
/// A press can be shared between threads; it prints one paper at a time.
pub struct Press {
    faces: Arc<Faces>,
    workshop: Mutex<Workshop>,
}

struct Workshop {
    typesetter: Typesetter,
    ink: Ink,
    emblem: Option<(Vec<u8>, Arc<Emblem>)>,
}

impl Default for Press {
    fn default() -> Self {
        Self::new()
    }
}

impl Press {
    /// Reads the bundled fonts. Keep the press: what it keeps between prints makes it fast.
    #[must_use]
    pub fn new() -> Self {
        let faces = Arc::new(Faces::bundled());
        let workshop = Workshop { typesetter: Typesetter::new(Arc::clone(&faces)), ink: Ink::default(), emblem: None };
        Self { faces, workshop: Mutex::new(workshop) }
    }

    /// The characters of a text that no bundled font has, each once: paper shows their numbers instead.
    #[must_use]
    pub fn cannot_print(&self, text: &str) -> Vec<char> {
        numbered(text, &self.faces)
    }

    /// Prints one paper as a PDF document.
    ///
    /// # Errors
    ///
    /// When the emblem is unreadable, a code too long for a QR, or the document cannot be built.
    pub fn print(&self, paper: &dyn Paper, letterhead: &Letterhead, size: PaperSize) -> Result<Vec<u8>, PressError> {
        self.print_worded(paper, letterhead, size, &Wording::default())
    }

    /// Prints one paper in an office's own wording.
    ///
    /// # Errors
    ///
    /// As [`Press::print`].
    pub fn print_worded(
        &self,
        paper: &dyn Paper,
        letterhead: &Letterhead,
        size: PaperSize,
        wording: &Wording,
    ) -> Result<Vec<u8>, PressError> {
        let mut workshop = self.workshop();
        let imprint = paper.imprint();
        let geometry = Geometry::of(imprint.sheet.millimetres(size), imprint.orientation);
        let emblem = workshop.emblem_of(letterhead)?;
        let look = Look { letterhead, emblem: emblem.as_ref(), geometry, wording };
        let pages = workshop.pages(paper, look)?;
        if imprint.is_secret {
            workshop.typesetter.forget();
        }
        let author = letterhead.of(paper.signatory()).office.clone();
        let print = ink::Print { title: imprint.title, author, geometry, emblem, pages };
        workshop.ink.write(print, &self.faces)
    }

    /// Prints papers of one sort one after another as one document; each keeps the numbers of its own pages.
    ///
    /// # Errors
    ///
    /// As [`Press::print`].
    pub fn print_together(
        &self,
        title: &str,
        papers: &[&dyn Paper],
        letterhead: &Letterhead,
        size: PaperSize,
        wording: &Wording,
    ) -> Result<Vec<u8>, PressError> {
        let mut workshop = self.workshop();
        let geometry = Geometry::of(SheetSize::Office.millimetres(size), Orientation::Portrait);
        let emblem = workshop.emblem_of(letterhead)?;
        let look = Look { letterhead, emblem: emblem.as_ref(), geometry, wording };
        let mut pages = Vec::new();
        for paper in papers {
            pages.extend(workshop.pages(*paper, look)?);
        }
        let print = ink::Print { title: title.to_owned(), author: letterhead.office.clone(), geometry, emblem, pages };
        workshop.ink.write(print, &self.faces)
    }

    /// Prints the file of a dispute: index, papers in their order, and the journal, numbered through.
    ///
    /// # Errors
    ///
    /// As [`Press::print`].
    pub fn print_file(
        &self,
        file: &DisputeFile<'_>,
        letterhead: &Letterhead,
        size: PaperSize,
        wording: &Wording,
    ) -> Result<Vec<u8>, PressError> {
        let mut workshop = self.workshop();
        let geometry = Geometry::of(SheetSize::Office.millimetres(size), Orientation::Portrait);
        let emblem = workshop.emblem_of(letterhead)?;
        let look = Look { letterhead, emblem: emblem.as_ref(), geometry, wording };
        let papers: Vec<Vec<DrawnPage>> =
            file.papers.iter().map(|bundled| workshop.pages(bundled.paper, look)).collect::<Result<_, _>>()?;
        // The index is as long whatever numbers stand in it, so it is set once to be counted.
        let blank = Cover { file, pages: vec![(1, 1); papers.len()] };
        let mut at = workshop.pages(&blank, look)?.len();
        let ranges = papers.iter().map(|pages| {
            let first = at + 1;
            at += pages.len();
            (first, at)
        });
        let cover = Cover { file, pages: ranges.collect() };
        let mut pages = workshop.pages(&cover, look)?;
        pages.extend(papers.into_iter().flatten());
        pages.extend(workshop.pages(&Appendix(file), look)?);
        let imprint = cover.imprint();
        let count = pages.len();
        let mut sheet = workshop.sheet(imprint.typeface, look, Air::USUAL);
        for (page, number) in pages.iter_mut().zip(1..) {
            sheet.number_in_file(page, number, count);
        }
        let print = ink::Print { title: imprint.title, author: letterhead.office.clone(), geometry, emblem, pages };
        workshop.ink.write(print, &self.faces)
    }

    /// A print that failed halfway leaves nothing behind that the next one could see.
    fn workshop(&self) -> MutexGuard<'_, Workshop> {
        self.workshop.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What the pages of a document have in common.
#[derive(Clone, Copy)]
struct Look<'a> {
    letterhead: &'a Letterhead,
    emblem: Option<&'a Arc<Emblem>>,
    geometry: Geometry,
    wording: &'a Wording,
}

impl Workshop {
    fn sheet<'a>(&'a mut self, typeface: Typeface, look: Look<'a>, air: Air) -> Sheet<'a> {
        let Look { letterhead, emblem, geometry, wording } = look;
        Sheet::new(&mut self.typesetter, (geometry, air), typeface, letterhead, emblem.cloned(), wording)
    }

    /// The pages of a paper; with less air where that spares a page with little more than its end.
    fn pages(&mut self, paper: &dyn Paper, look: Look<'_>) -> Result<Vec<DrawnPage>, PressError> {
        let letterhead = look.letterhead.of(paper.signatory());
        let look = Look { letterhead: &letterhead, ..look };
        let usual = self.deal(paper, look, Air::USUAL)?;
        if usual.spills {
            for air in Air::LESS {
                let dealt = self.deal(paper, look, air)?;
                if dealt.pages.len() < usual.pages.len() {
                    return Ok(dealt.pages);
                }
            }
        }
        Ok(usual.pages)
    }

    fn deal(&mut self, paper: &dyn Paper, look: Look<'_>, air: Air) -> Result<Dealt, PressError> {
        let imprint = paper.imprint();
        let mut sheet = self.sheet(imprint.typeface, look, air);
        paper.compose(&mut sheet)?;
        Ok(sheet.into_pages(&imprint))
    }

    fn emblem_of(&mut self, head: &Letterhead) -> Result<Option<Arc<Emblem>>, EmblemError> {
        let Some(bytes) = &head.emblem else {
            return Ok(None);
        };
        if let Some((kept, emblem)) = &self.emblem
            && kept == bytes
        {
            return Ok(Some(Arc::clone(emblem)));
        }
        let emblem = Arc::new(Emblem::read(bytes)?);
        self.emblem = Some((bytes.clone(), Arc::clone(&emblem)));
        Ok(Some(emblem))
    }
}
