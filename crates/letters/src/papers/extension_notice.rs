//! Pemberitahuan Perpanjangan Waktu (UU KIP Ps 22(8)): once, seven working days, with written reasons.

use chrono::NaiveDate;
use loket_domain::indonesian::weekday_date;
use loket_domain::office::Official;
use loket_domain::request::ExtensionReason;
use std::collections::BTreeSet;

use super::numbered;
use super::official_letter::CaseLetter;
use crate::imprint::Imprint;
use crate::layout::Sheet;
use crate::paper::Paper;
use crate::press_error::PressError;
use crate::wording::Template;

/// The letter that extends the time for an answer.
#[derive(Clone, Debug)]
pub struct ExtensionNotice {
    /// Whose request, and the letter.
    pub case: CaseLetter,
    /// The reasons the law knows.
    pub reasons: BTreeSet<ExtensionReason>,
    /// In the office's own words.
    pub explanation: String,
    /// The first deadline.
    pub first: NaiveDate,
    /// The deadline now.
    pub extended: NaiveDate,
}

impl Paper for ExtensionNotice {
    fn imprint(&self) -> Imprint {
        self.case.imprint("Pemberitahuan Perpanjangan Waktu")
    }

    fn signatory(&self) -> Option<&Official> {
        Some(&self.case.signatory)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        self.case.head(sheet, "Perpanjangan waktu jawaban permohonan informasi publik");
        let name = &self.case.registration.applicant.name;
        sheet.worded(
            Template::ExtensionOpening,
            &[("nomor_pendaftaran", &self.case.registration_no), ("nama", name), ("tanggal_permohonan", &self.case.asked_on())],
        );
        let reasons: Vec<String> = self.reasons.iter().map(|reason| reason.label().to_owned()).collect();
        numbered(sheet, &reasons);
        sheet.paragraph(format!("Informasi yang diminta: {}", self.case.registration.information));
        sheet.paragraph(format!("Penjelasan: {}", self.explanation));
        let (first, extended) = (weekday_date(self.first), weekday_date(self.extended));
        sheet.worded(Template::ExtensionClosing, &[("batas_lama", &first), ("batas_baru", &extended), ("nama", name)]);
        self.case.sign_letter(sheet)
    }
}
