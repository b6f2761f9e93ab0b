//! The one entry: a paper goes in, bytes come out.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use loket_domain::office::PaperSize;

use crate::emblem::{Emblem, EmblemError};
use crate::faces::Faces;
use crate::ink::{self, Ink};
use crate::layout::{Geometry, Sheet, Typesetter};
use crate::letterhead::Letterhead;
use crate::paper::{Paper, millimetres};

/// Why a paper could not be printed.
#[derive(Debug, thiserror::Error)]
pub enum PressError {
    /// The letterhead's emblem is not a readable picture.
    #[error(transparent)]
    Emblem(#[from] EmblemError),
    /// A code is too long to be drawn as a QR.
    #[error("kode terlalu panjang untuk QR")]
    CodeTooLong,
    /// A bundled font could not be reduced to the glyphs in use.
    #[error("huruf {face} tidak dapat disematkan: {reason}")]
    Font {
        /// The PostScript name of the font.
        face: &'static str,
        /// What the subsetter says.
        reason: String,
    },
    /// The finished document could not be written.
    #[error("berkas PDF tidak dapat ditulis: {0}")]
    Writing(#[from] std::io::Error),
}

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

    /// Prints one paper as a PDF document.
    ///
    /// # Errors
    ///
    /// When the emblem is unreadable, a code too long for a QR, or the document cannot be built.
    pub fn print(&self, paper: &dyn Paper, letterhead: &Letterhead, size: PaperSize) -> Result<Vec<u8>, PressError> {
        let mut workshop = self.workshop();
        let workshop = &mut *workshop;
        let emblem = workshop.emblem_of(letterhead)?;
        let geometry = Geometry::of(millimetres(size));
        let mut sheet = Sheet::new(&mut workshop.typesetter, geometry, paper.typeface(), letterhead, emblem.clone());
        paper.compose(&mut sheet)?;
        let pages = sheet.into_pages(paper.reference().as_ref(), paper.mark());
        if paper.is_secret() {
            workshop.typesetter.forget();
        }
        let print = ink::Print { title: paper.title(), author: letterhead.office.clone(), geometry, emblem, pages };
        workshop.ink.write(print, &self.faces)
    }

    /// A print that failed halfway leaves nothing behind that the next one could see.
    fn workshop(&self) -> MutexGuard<'_, Workshop> {
        self.workshop.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Workshop {
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
