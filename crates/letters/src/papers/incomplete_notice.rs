//! Surat Keterangan Tidak Lengkap (PERKI 1/2021 practice): what is missing, and by when it may be brought.

use chrono::NaiveDate;
use loket_domain::indonesian::weekday_date;
use loket_domain::office::Official;

use super::official_letter::{CaseLetter, replacing};
use super::{letter_number, numbered};
use crate::applicant::{acting, contact, identity_label, shown_identity};
use crate::imprint::Imprint;
use crate::layout::{Piece, Sheet};
use crate::paper::Paper;
use crate::press_error::PressError;
use crate::wording::Template;

/// The letter that names what is missing.
#[derive(Clone, Debug)]
pub struct IncompleteNotice {
    /// Whose request, and the letter.
    pub case: CaseLetter,
    /// What is missing, one line each.
    pub missing: Vec<String>,
    /// The last day to complete; none where the letter travels and its day of receipt is not known.
    pub due: Option<NaiveDate>,
}

impl Paper for IncompleteNotice {
    fn imprint(&self) -> Imprint {
        self.case.imprint("Surat Keterangan Tidak Lengkap")
    }

    fn signatory(&self) -> Option<&Official> {
        Some(&self.case.signatory)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        sheet.letterhead();
        sheet.title("SURAT KETERANGAN TIDAK LENGKAP", &[letter_number(&self.case.letter.number)]);
        sheet.fields(self.fields());
        sheet.space(4.0);
        replacing(sheet, self.case.replaces.as_ref());
        let name = &self.case.registration.applicant.name;
        sheet.worded(
            Template::IncompleteOpening,
            &[("nomor_pendaftaran", &self.case.registration_no), ("nama", name), ("tanggal_permohonan", &self.case.asked_on())],
        );
        numbered(sheet, &self.missing);
        match self.due {
            Some(due) => sheet.worded(Template::IncompleteClosing, &[("batas", &weekday_date(due)), ("nama", name)]),
            None => sheet.worded(Template::IncompleteClosingOnItsWay, &[("nama", name)]),
        }
        self.case.sign(sheet)
    }
}

impl IncompleteNotice {
    /// The facts by which applicants know their own request again.
    fn fields(&self) -> Vec<(&'static str, Vec<Piece>)> {
        let form = &self.case.registration;
        let applicant = &form.applicant;
        let filled = |text: &str| vec![Piece::filled(Some(text))];
        let mut fields = vec![
            ("Nomor Pendaftaran", filled(&self.case.registration_no)),
            ("Tanggal Permohonan", filled(&self.case.asked_on())),
            ("Nama", filled(&applicant.name)),
        ];
        fields.extend(shown_identity(applicant).map(|identity| (identity_label(applicant), filled(&identity))));
        fields.extend([
            ("Alamat", filled(&applicant.address)),
            ("No. HP/E-mail", vec![Piece::filled(contact(applicant).as_deref())]),
        ]);
        fields.extend(acting(applicant));
        fields.extend([("Rincian Informasi", filled(&form.information)), ("Tujuan Penggunaan", filled(&form.purpose))]);
        fields
    }
}
