//! What comes out of the press, read back with poppler's tools (`pdftotext`, `pdfinfo`, `pdffonts`).

mod golden;
mod poppler;
mod samples;
mod worst_cases;
