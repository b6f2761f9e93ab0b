//! What comes out of the press, read back with poppler's tools (`pdftotext`, `pdfinfo`, `pdffonts`).

mod ends;
mod golden;
mod legible;
mod letterheads;
mod moved;
mod names;
mod poppler;
mod samples;
mod signers;
mod wording;
mod worst_cases;
