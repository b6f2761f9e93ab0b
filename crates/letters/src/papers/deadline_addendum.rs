//! Pemberitahuan Perubahan Batas Waktu: a day off was decreed after a paper had named a date.

use chrono::NaiveDate;
use loket_domain::indonesian::weekday_date;
use loket_domain::office::Official;

use super::official_letter::CaseLetter;
use crate::imprint::Imprint;
use crate::layout::Sheet;
use crate::paper::Paper;
use crate::press_error::PressError;
use crate::wording::Template;

/// The letter that names the moved deadline.
#[derive(Clone, Debug)]
pub struct DeadlineAddendum {
    /// Whose request, and the letter.
    pub case: CaseLetter,
    /// The date that was named.
    pub before: NaiveDate,
    /// The date now.
    pub after: NaiveDate,
    /// Which day, by which decree.
    pub reason: String,
}

impl Paper for DeadlineAddendum {
    fn imprint(&self) -> Imprint {
        self.case.imprint("Pemberitahuan Perubahan Batas Waktu")
    }

    fn signatory(&self) -> Option<&Official> {
        Some(&self.case.signatory)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        self.case.head(sheet, "Perubahan batas waktu jawaban permohonan informasi publik");
        let (before, after) = (weekday_date(self.before), weekday_date(self.after));
        let name = &self.case.registration.applicant.name;
        sheet.worded(
            Template::AddendumBody,
            &[
                ("nomor_pendaftaran", &self.case.registration_no),
                ("batas_lama", &before),
                ("batas_baru", &after),
                ("alasan", &self.reason),
                ("nama", name),
            ],
        );
        self.case.sign_letter(sheet)
    }
}
