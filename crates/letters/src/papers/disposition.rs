//! Lembar Penerusan: a request forwarded inside the same public body. The clock does not stop.

use chrono::NaiveDate;
use loket_domain::clock::Clock;
use loket_domain::indonesian::weekday_date;
use loket_domain::office::Official;

use super::letter_number;
use super::official_letter::CaseLetter;
use crate::imprint::Imprint;
use crate::layout::{Piece, Sheet};
use crate::paper::Paper;
use crate::press_error::PressError;
use crate::wording::Template;

/// The slip that goes with a forwarded request.
#[derive(Clone, Debug)]
pub struct Disposition {
    /// Whose request, and the slip's number, date and signature.
    pub case: CaseLetter,
    /// From which office.
    pub from: String,
    /// To which office.
    pub to: String,
    /// What is asked of them.
    pub note: String,
    /// By when the applicant must be answered; none while the clock waits or its year is not loaded.
    pub due: Option<NaiveDate>,
    /// The number they gave it, and what they answered.
    pub answer: Option<(Option<String>, NaiveDate, String)>,
}

impl Paper for Disposition {
    fn imprint(&self) -> Imprint {
        self.case.imprint("Lembar Penerusan")
    }

    fn signatory(&self) -> Option<&Official> {
        Some(&self.case.signatory)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        sheet.letterhead();
        sheet.title("LEMBAR PENERUSAN PERMOHONAN INFORMASI", &[letter_number(&self.case.letter.number)]);
        let filled = |text: &str| vec![Piece::filled(Some(text))];
        let form = &self.case.registration;
        let mut fields = vec![
            ("Dari", filled(&self.from)),
            ("Kepada", filled(&self.to)),
            ("Tanggal", filled(&weekday_date(self.case.letter.date))),
            ("Nomor asal", filled(&self.case.registration_no)),
            ("Pemohon", filled(&format!("{}, permohonan tanggal {}", form.applicant.name, self.case.asked_on()))),
        ];
        if let Some((number, on, note)) = &self.answer {
            fields.push(("Nomor penerima", filled(number.as_deref().unwrap_or("tanpa nomor"))));
            fields.push(("Jawaban diterima", filled(&weekday_date(*on))));
            fields.push(("Isi jawaban", filled(note)));
        }
        sheet.fields(fields);
        sheet.space(6.0);
        let values = [("nomor_pendaftaran", self.case.registration_no.as_str()), ("tujuan", self.to.as_str())];
        sheet.worded(Template::DispositionOpening, &values);
        sheet.fields(vec![
            ("Informasi yang diminta", filled(&form.information)),
            ("Tujuan penggunaan", filled(&form.purpose)),
            ("Yang diminta dari penerima", filled(&self.note)),
        ]);
        sheet.space(6.0);
        let due = self.due.map_or_else(|| format!("{} sejak berkas lengkap", Clock::Answer.in_words()), weekday_date);
        sheet.worded(Template::DispositionClosing, &[("batas", &due), ("tujuan", &self.to)]);
        self.case.sign(sheet)
    }
}
