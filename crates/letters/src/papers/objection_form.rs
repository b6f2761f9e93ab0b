//! Formulir Pernyataan Keberatan atas Permohonan Informasi; PERKI 1/2010 lampiran VII. Its copy is the receipt.

use chrono::NaiveDate;
use loket_domain::clock::Clock;
use loket_domain::indonesian::{date, weekday_date};
use loket_domain::objection::{Objected, ObjectionGround};

use super::footnotes;
use crate::applicant::{contact, identity_label, shown_identity};
use crate::imprint::{Imprint, PaperMark, Reference};
use crate::layout::{Piece, Sheet, Side};
use crate::paper::Paper;
use crate::press_error::PressError;

/// The filled objection form.
#[derive(Clone, Debug)]
pub struct ObjectionForm {
    /// Number in the register of objections.
    pub objection_no: String,
    /// Short check code of this paper.
    pub check_code: String,
    /// What the form says.
    pub form: Objected,
    /// The day the answer is promised for; none while its year has no calendar.
    pub due: Option<NaiveDate>,
    /// Where and when it was taken in.
    pub place: String,
    /// The civil date.
    pub on: NaiveDate,
    /// Who took it in; empty leaves a line to write on.
    pub officer: String,
    /// Original or copy.
    pub mark: PaperMark,
}

impl Paper for ObjectionForm {
    fn imprint(&self) -> Imprint {
        Imprint::new(
            format!("Formulir Keberatan {}", self.objection_no),
            Reference::of_objection(&self.objection_no, &self.check_code),
        )
        .marked(self.mark)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        sheet.letterhead();
        sheet.title("PERNYATAAN KEBERATAN ATAS PERMOHONAN INFORMASI", &[]);
        sheet.heading("A.  Informasi Pengaju Keberatan");
        sheet.fields(self.fields());
        sheet.space(6.0);
        sheet.heading("B.  Alasan Pengajuan Keberatan");
        let ground = |ground: &ObjectionGround| {
            let words = format!("{}. {}", ground.code(), ground.label());
            Piece::tick(self.form.grounds.contains(ground), words)
        };
        sheet.block(&ObjectionGround::ALL.iter().map(ground).collect::<Vec<_>>());
        sheet.space(6.0);
        sheet.heading("C.  Kasus Posisi");
        sheet.paragraphs(&self.form.case_position);
        sheet.space(4.0);
        sheet.heading("D.  Hari/Tanggal Tanggapan atas Keberatan akan Diberikan*");
        let due = self.due.map_or_else(
            || {
                let term = Clock::ObjectionAnswer.in_words();
                format!(
                    "{term} sejak keberatan diterima; tanggalnya belum dapat dicantumkan karena kalender tahun itu belum \
                     tersedia di kantor ini"
                )
            },
            weekday_date,
        );
        sheet.paragraph(due);
        let who = self.form.representative.as_ref().map_or(&self.form.applicant.name, |kuasa| &kuasa.name);
        let left =
            Side::person(vec!["Mengetahui,".to_owned(), "Petugas Informasi (Penerima Keberatan),".to_owned()], &self.officer);
        let right = Side::person(vec![format!("{}, {}", self.place, date(self.on)), "Pengaju Keberatan,".to_owned()], who);
        sheet.signatures(left, right)?;
        let officer = ("*", "Diisi oleh petugas berdasarkan register keberatan.");
        match self.form.representative {
            Some(ref acting) if acting.acting_as.needs_mandate() => {
                footnotes(sheet, &[officer, ("**", "Dilampiri surat kuasa khusus bermeterai.")])
            }
            Some(_) | None => footnotes(sheet, &[officer]),
        }
        Ok(())
    }
}

impl ObjectionForm {
    fn fields(&self) -> Vec<(&'static str, Vec<Piece>)> {
        let applicant = &self.form.applicant;
        let filled = |text: &str| vec![Piece::filled(Some(text))];
        let number = self.form.request_number.as_deref();
        let mut fields = vec![
            ("Nomor Registrasi Keberatan*", filled(&self.objection_no)),
            ("Nomor Pendaftaran Permohonan Informasi", filled(number.unwrap_or("Tanpa permohonan (informasi berkala)"))),
        ];
        if number.is_none() {
            fields.push(("Informasi yang Diminta", filled(&self.form.information)));
        }
        fields.push(("Tujuan Penggunaan Informasi", filled(&self.form.purpose)));
        fields.push(("Identitas Pemohon", vec![]));
        fields.push(("Nama", filled(&applicant.name)));
        if let Some(identity) = shown_identity(applicant) {
            fields.push((identity_label(applicant), filled(&identity)));
        }
        fields.push(("Alamat", filled(&applicant.address)));
        if let Some(occupation) = &applicant.occupation {
            fields.push(("Pekerjaan", filled(occupation)));
        }
        fields.push(("Nomor Telepon/E-mail", vec![Piece::filled(contact(applicant).as_deref())]));
        if let Some(kuasa) = &self.form.representative {
            fields.push(("Identitas Kuasa Pemohon**", vec![]));
            fields.push(("Nama", filled(&kuasa.name)));
            fields.push(("Alamat", filled(&kuasa.address)));
            fields.push(("Nomor Telepon", vec![Piece::filled(kuasa.phone.as_deref())]));
        }
        fields
    }
}
