//! From pages to bytes. printpdf writes the document; this module feeds it glyphs it can embed
//! without their neighbours, and finishes what it leaves to chance or to the clock.

mod document;
mod draw;
mod fingerprint;
mod subset;
mod unhinted;

pub(crate) use document::{Ink, Print};
