//! Tanda Bukti Penerimaan: the receipt. The registration number on it is the proof that
//! UU 14/2008 article 22(4) demands; the law has no form for the paper.

use chrono::{NaiveDate, NaiveDateTime};
use loket_domain::indonesian::{date, time, weekday_date};

use crate::applicant::Applicant;
use crate::layout::{Piece, Sheet, Side, Words};
use crate::paper::{Paper, PaperMark, Reference};
use crate::press::PressError;

/// The receipt that an applicant takes home.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// Registration number (*nomor pendaftaran*), the largest thing on the paper.
    pub registration_no: String,
    /// The code with which the applicant follows the request.
    pub tracking_code: String,
    /// Short check code of this paper.
    pub check_code: String,
    /// When the request was received, in Western Indonesian Time.
    pub received_at: NaiveDateTime,
    /// Who asks.
    pub applicant: Applicant,
    /// The information asked for.
    pub information: String,
    /// What the information is for.
    pub purpose: String,
    /// The documents that belong to the request, and whether each was handed in.
    pub checklist: Vec<ChecklistItem>,
    /// Remarks of the officer.
    pub notes: Option<String>,
    /// The last day of the completeness check; `None` when the request is already complete.
    pub completeness_due: Option<NaiveDate>,
    /// The last day for the written answer; `None` as long as the request is not complete.
    pub answer_due: Option<NaiveDate>,
    /// Where the receipt is given.
    pub place: String,
    /// The officer who gives it; empty leaves a line to write on.
    pub officer: String,
    /// How to reach the office about this request; `None` leaves the line out.
    pub contact: Option<String>,
    /// Original or copy.
    pub mark: PaperMark,
}

/// A document on the checklist.
#[derive(Clone, Debug)]
pub struct ChecklistItem {
    /// What it is: `Salinan KTP`.
    pub document: String,
    /// Whether it was handed in.
    pub present: bool,
}

impl Paper for Receipt {
    fn title(&self) -> String {
        format!("Tanda Bukti Penerimaan {}", self.registration_no)
    }

    fn mark(&self) -> PaperMark {
        self.mark
    }

    fn reference(&self) -> Option<Reference> {
        Some(Reference { registration_no: self.registration_no.clone(), check_code: self.check_code.clone() })
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        sheet.letterhead();
        sheet.title("TANDA BUKTI PENERIMAAN", &["Permohonan Informasi Publik".to_owned()]);
        let code = format!("{} {}", self.registration_no, self.check_code);
        sheet.number_panel(
            "Nomor Pendaftaran",
            &self.registration_no,
            &[("Kode pelacakan", &self.tracking_code), ("Kode periksa", &self.check_code)],
            &code,
        )?;
        sheet.fields(self.fields());
        sheet.space(6.0);
        sheet.heading("Selanjutnya");
        sheet.block(&self.next_steps());
        let right = Side::person(
            vec![format!("{}, {}", self.place, date(self.received_at.date())), "Petugas Pelayanan Informasi,".to_owned()],
            &self.officer,
        );
        sheet.signatures(Side::Nobody, right)?;
        let small = sheet.small().grey();
        sheet.space(10.0);
        sheet.glue_last(1);
        sheet.block(&[Piece::new(
            "Kode QR memuat nomor pendaftaran dan kode periksa. Keaslian tanda bukti ini dapat diverifikasi setelah sinkronisasi dengan PPID Utama.",
        )
        .style(small)]);
        Ok(())
    }
}

impl Receipt {
    fn fields(&self) -> Vec<(&'static str, Vec<Piece>)> {
        let applicant = &self.applicant;
        let filled = |text: Option<&str>| vec![Piece::filled(text)];
        let received = format!("{}, pukul {}", weekday_date(self.received_at.date()), time(self.received_at.time()));
        let mut fields = vec![
            ("Diterima", filled(Some(&received))),
            ("Nama Pemohon", filled(Some(&applicant.name))),
            ("Kategori Pemohon", filled(Some(applicant.category.label()))),
            ("NIK/No. Identitas", filled(applicant.shown_identity().as_deref())),
            ("Alamat", filled(Some(&applicant.address))),
            ("No. HP/E-mail", filled(applicant.contact().as_deref())),
            ("Rincian Informasi", filled(Some(&self.information))),
            ("Tujuan Penggunaan", filled(Some(&self.purpose))),
        ];
        if !self.checklist.is_empty() {
            let items = self.checklist.iter().map(|item| Piece::tick(item.present, item.document.as_str()));
            fields.push(("Kelengkapan Berkas", items.collect()));
        }
        if let Some(notes) = &self.notes {
            fields.push(("Catatan", filled(Some(notes))));
        }
        fields
    }

    fn next_steps(&self) -> Vec<Piece> {
        let mut steps = Vec::new();
        match self.completeness_due {
            Some(due) => steps.push(
                Words::new()
                    .plain("Kelengkapan permohonan diperiksa paling lambat ")
                    .bold(&weekday_date(due))
                    .plain(". Apabila ada kekurangan, Pemohon menerima surat keterangan tidak lengkap."),
            ),
            None => steps.push(Words::from("Permohonan telah dinyatakan lengkap.")),
        }
        let answer = Words::new().plain("Pemberitahuan tertulis disampaikan paling lambat ");
        let answer = match self.answer_due {
            Some(due) => answer.bold(&weekday_date(due)),
            None => answer.bold("10 (sepuluh) hari kerja sejak permohonan dinyatakan lengkap"),
        };
        steps.push(
            answer.plain(", dan dapat diperpanjang 1 (satu) kali paling lama 7 (tujuh) hari kerja dengan alasan tertulis."),
        );
        if let Some(contact) = &self.contact {
            steps.push(
                Words::new()
                    .plain("Pertanyaan mengenai permohonan ini, dengan menyebut nomor pendaftaran: ")
                    .plain(contact)
                    .plain("."),
            );
        }
        const LABELS: [&str; 3] = ["1.", "2.", "3."];
        LABELS.into_iter().zip(steps).map(|(label, words)| Piece::labelled(label, 16.0, words).above(1.5)).collect()
    }
}
