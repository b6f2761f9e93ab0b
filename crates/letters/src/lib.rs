//! Paper: every receipt, form and formal letter of the office as a PDF.
//!
//! A paper is a plain value (domain's facts, and what only paper needs) that implements [`Paper`];
//! [`Press::print`] turns it into bytes. Nothing here reads a clock, a file, the environment or
//! chance: the same value under the same letterhead gives the same bytes.
//!
//! ```no_run
//! # fn demo() -> Result<(), loket_letters::PressError> {
//! use loket_domain::office::PaperSize;
//! use loket_letters::{Letterhead, Press, RecoveryCard};
//!
//! let press = Press::new(); // reads the bundled fonts; keep it for the life of the program
//! let head = Letterhead {
//!     emblem: None,
//!     government: "PEMERINTAH KABUPATEN SERDANG BEDAGAI".into(),
//!     office: "KECAMATAN PERBAUNGAN".into(),
//!     contact_lines: vec!["Jalan Contoh Nomor 1, Perbaungan 20986".into()],
//! };
//! # let card: RecoveryCard = todo!();
//! let pdf: Vec<u8> = press.print(&card, &head, PaperSize::F4)?;
//! # Ok(()) }
//! ```
//!
//! How it is built: `papers` says what stands on a paper, in blocks laid on a [`Sheet`]; `layout`
//! breaks the blocks into lines and pages (the words are shaped by parley); `ink` hands pages to
//! printpdf with only the glyphs they use. Fonts and the scripts they cover are listed in
//! `fonts/README.md`; a character no bundled font has is printed as its number, `[U+1E900]`.

mod applicant;
mod emblem;
mod faces;
mod imprint;
mod ink;
mod layout;
mod letterhead;
mod moved;
mod paper;
mod papers;
mod press;
mod press_error;
mod sample;
pub mod spreadsheet;
mod wording;

pub use emblem::{EmblemError, check_emblem};
pub use imprint::{Imprint, Orientation, PaperMark, Reference, SheetSize, Typeface, Version};
pub use layout::{Qr, Sheet};
pub use letterhead::Letterhead;
pub use moved::{Shift, moved, page_millimetres};
pub use paper::Paper;
pub use papers::*;
pub use press::Press;
pub use press_error::PressError;
pub use sample::sample;
pub use wording::{Template, Wording, WordingFault, check_pack, with_originals};
