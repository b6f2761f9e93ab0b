//! Tanggapan atas Keberatan: the superior's decision (PERKI 1/2010 Ps 34).

use chrono::NaiveDate;
use loket_domain::indonesian::{date, weekday_date};
use loket_domain::objection::{Objected, ObjectionAnswer as Answer, Verdict};
use loket_domain::office::Official;

use super::official_letter::{Replaced, addressee, letter_head, replacing};
use super::signature::signed_letter;
use crate::imprint::{Imprint, PaperMark, Reference};
use crate::layout::{Piece, RichText, Sheet, Side};
use crate::paper::Paper;
use crate::press_error::PressError;
use crate::wording::Template;

/// The superior's answer to an objection.
#[derive(Clone, Debug)]
pub struct ObjectionAnswer {
    /// Number in the register of objections.
    pub objection_no: String,
    /// The civil date of its entry.
    pub registered_on: NaiveDate,
    /// Short check code of this paper.
    pub check_code: String,
    /// What the objection says.
    pub form: Objected,
    /// What is answered.
    pub answer: Answer,
    /// The answer it stands in for, where one was wrong.
    pub replaces: Option<Replaced>,
    /// Where the letter is signed.
    pub place: String,
    /// The superior of the PPID.
    pub signatory: Official,
    /// Original or copy.
    pub mark: PaperMark,
}

impl Paper for ObjectionAnswer {
    fn imprint(&self) -> Imprint {
        Imprint::new(format!("Tanggapan atas Keberatan {}", self.objection_no), self.code()).marked(self.mark)
    }

    fn signatory(&self) -> Option<&Official> {
        Some(&self.signatory)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        let applicant = &self.form.applicant;
        let letter = &self.answer.letter;
        sheet.letterhead();
        letter_head(sheet, (&self.place, &self.signatory), letter.date, &letter.number, "Tanggapan atas keberatan");
        addressee(sheet, applicant, self.form.representative.as_ref());
        replacing(sheet, self.replaces.as_ref());
        let on = date(self.registered_on);
        let values = [
            ("nomor_keberatan", self.objection_no.as_str()),
            ("tanggal_keberatan", on.as_str()),
            ("nama", applicant.name.as_str()),
        ];
        sheet.worded(Template::AnswerOpening, &values);
        let letters: Vec<String> =
            self.form.grounds.iter().map(|ground| format!("{}. {}", ground.code(), ground.label())).collect();
        let mut fields = vec![("Nomor Keberatan", vec![Piece::filled(Some(&self.objection_no))])];
        if let Some(number) = &self.form.request_number {
            fields.push(("Nomor Pendaftaran Permohonan", vec![Piece::filled(Some(number))]));
        }
        fields.push(("Informasi yang Diminta", vec![Piece::filled(Some(&self.form.information))]));
        fields.push(("Alasan Keberatan", letters.iter().map(|letter| Piece::new(letter.as_str())).collect()));
        sheet.fields(fields);
        sheet.space(6.0);
        sheet.heading("Pertimbangan");
        sheet.paragraphs(&self.answer.considerations);
        sheet.heading("Putusan");
        sheet.paragraph(RichText::new().plain("Atasan PPID memutuskan: ").bold(self.answer.verdict.label()).plain("."));
        if let Some((order, by)) = &self.answer.order {
            let deliberated = self.answer.verdict == Verdict::Deliberated;
            let (what, this) =
                if deliberated { ("Yang disepakati: ", "Kesepakatan") } else { ("PPID diperintahkan: ", "Perintah") };
            sheet.paragraph(RichText::new().plain(what).plain(order));
            sheet.paragraph(
                RichText::new().plain(&format!("{this} ini dilaksanakan paling lambat ")).whole(&weekday_date(*by)).plain("."),
            );
        }
        sheet.worded(Template::DisputeRight, &[("nama", applicant.name.as_str())]);
        let left = Side::Code { reference: self.code(), copies_to: letter.cc.clone() };
        sheet.signatures(left, signed_letter(&self.signatory))
    }
}

impl ObjectionAnswer {
    fn code(&self) -> Reference {
        Reference::of_objection(&self.objection_no, &self.check_code)
    }
}
