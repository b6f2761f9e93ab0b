//! Lists on a sheet that lies on its side: title, a table whose head repeats, a signature where one is due.

use chrono::NaiveDate;
use loket_domain::indonesian::date;
use loket_domain::office::{ListDecree, Official};

use super::signature::signed;
use crate::imprint::SheetSize;
use crate::layout::{Align, Columns, Piece, Sheet, Side};
use crate::press_error::PressError;

/// Who signs a list, where and when.
#[derive(Clone, Debug)]
pub struct SignedBy {
    /// Where.
    pub place: String,
    /// The civil date.
    pub on: NaiveDate,
    /// Who.
    pub official: Official,
}

/// What stands below the title of a list: its day, and the decree that sets it.
pub(super) fn below(on: NaiveDate, decree: Option<&ListDecree>) -> String {
    let set = decree.map_or_else(String::new, |decree| {
        format!("\nDitetapkan dengan Keputusan Nomor {} tanggal {}", decree.number, date(decree.date))
    });
    format!("Keadaan {}{set}", date(on))
}

/// The letters of a register with many columns, in points on A4 and in proportion on a wider sheet: 7 on A4, not quite 8 on A3.
pub(super) fn book_size(sheet: SheetSize) -> f32 {
    match sheet {
        SheetSize::Office | SheetSize::A4 | SheetSize::Envelope(_) => 7.0,
        SheetSize::A3 => 5.58,
    }
}

/// What a list is made of.
pub(super) struct List<'a> {
    pub(super) title: &'a str,
    /// Its period, or the day it stands for.
    pub(super) below: &'a str,
    pub(super) columns: Columns<'a>,
    pub(super) rows: &'a [Vec<String>],
    /// What is said where there is nothing to list.
    pub(super) empty: &'a str,
    pub(super) signed: Option<&'a SignedBy>,
}

impl List<'_> {
    pub(super) fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        let issuer = sheet.issuer();
        sheet.title(self.title, &[issuer, self.below.to_owned()]);
        if self.rows.is_empty() {
            sheet.paragraph(self.empty);
        } else {
            let cell = |cell: &String| match cell.as_str() {
                "√" => vec![Piece::new("√").align(Align::Centre)],
                words => vec![Piece::new(words)],
            };
            let cells = |row: &Vec<String>| row.iter().map(cell).collect();
            sheet.table(&self.columns, self.rows.iter().map(cells).collect());
        }
        if let Some(by) = self.signed {
            sheet.signatures(Side::Nobody, signed(&by.place, by.on, &by.official))?;
        }
        Ok(())
    }
}
