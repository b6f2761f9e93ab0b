//! Halaman uji: shows where a printer draws, on which paper, and how it was told to.

use chrono::NaiveDate;
use loket_domain::indonesian::weekday_date;

use crate::imprint::{Imprint, Orientation, SheetSize};
use crate::layout::{Piece, RichText, Sheet};
use crate::paper::Paper;
use crate::press_error::PressError;

/// From each edge of the page to the words within the rulers, in millimetres.
const INSET: f32 = 27.0;

/// A page to hold a ruler to.
#[derive(Clone, Debug)]
pub struct TestPage {
    /// For which kind of paper a printer is tried.
    pub kind: String,
    /// What it was told: label and value.
    pub told: Vec<(String, String)>,
    /// The civil date of the trial.
    pub on: NaiveDate,
    /// The sheet of that kind.
    pub sheet: SheetSize,
    /// How that kind lies.
    pub orientation: Orientation,
}

impl Paper for TestPage {
    fn imprint(&self) -> Imprint {
        Imprint { orientation: self.orientation, ..Imprint::unnumbered(format!("Halaman uji {}", self.kind)).on(self.sheet) }
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        sheet.ruler_frame();
        let body = sheet.body();
        let issuer = sheet.issuer();
        let told = self.told.iter().map(|(label, value)| Piece::new(RichText::new().plain(&format!("{label}: ")).bold(value)));
        let how = [
            "Ukur jarak bingkai ke tepi kertas. Bila tepat, di keempat sisi 10 mm.",
            "Bila jarak di kiri 12 mm, gesernya dikurangi 2 mm; bila 7 mm, ditambah 3 mm. Begitu pula jarak di atas.",
            "Bila bingkai terpotong, atau jarak di kanan dan bawah jauh berbeda, ukuran kertas yang disebut kepada printer belum benar.",
        ];
        let mut pieces = vec![
            Piece::new("HALAMAN UJI PRINTER").style(body.bold().size(body.size + 2.0)),
            Piece::new(RichText::new().plain("Untuk: ").bold(&self.kind)).above(2.0),
        ];
        pieces.extend(told);
        pieces.push(Piece::new(format!("Dicetak: {}", weekday_date(self.on))));
        pieces.extend(how.map(|line| Piece::labelled("–", 12.0, line).above(1.5)));
        pieces.extend(issuer.lines().map(Piece::new));
        let spot = sheet.inside(INSET);
        sheet.place(spot, body, (body.size, 7.0), &pieces);
        Ok(())
    }
}
