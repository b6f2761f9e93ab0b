//! Tanda Bukti Penerimaan: the receipt. The registration number on it is the proof that
//! UU 14/2008 article 22(4) demands; the law has no form for the paper.

use chrono::NaiveDate;
use loket_domain::clock::Clock;
use loket_domain::deadline::Promised;
use loket_domain::indonesian::{date, time, weekday_date};
use loket_domain::office::ClockStart;
use loket_domain::request::{Document, PaperForm, Registration};
use loket_domain::zone::Zone;
use std::collections::BTreeMap;

use crate::applicant::{contact, identity_label, representative, shown_identity};
use crate::imprint::{Imprint, PaperMark, Reference, Version};
use crate::layout::{Piece, RichText, Sheet, Side};
use crate::paper::Paper;
use crate::press_error::PressError;

/// The receipt that an applicant takes home.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// Registration number (*nomor pendaftaran*), the largest thing on the paper.
    pub registration_no: String,
    /// Short check code of this paper.
    pub check_code: String,
    /// What the form says.
    pub registration: Registration,
    /// The papers that came afterwards, and when.
    pub brought: BTreeMap<Document, NaiveDate>,
    /// The last day of the completeness check.
    pub completeness_due: CompletenessDue,
    /// The last day for the written answer.
    pub answer_due: AnswerDue,
    /// The zone of the office's clock.
    pub zone: Zone,
    /// The civil date it is made: that of its number, not of what was received.
    pub on: NaiveDate,
    /// Where the receipt is given.
    pub place: String,
    /// The officer who gives it; empty leaves a line to write on.
    pub officer: String,
    /// How to reach the office about this request; `None` leaves the line out.
    pub contact: Option<String>,
    /// Original or copy.
    pub mark: PaperMark,
    /// Which version of the form it stands on, after a correction.
    pub version: Option<Version>,
    /// The numbered form it was written on, where the applicant took home what was cut off that one.
    pub form: Option<PaperForm>,
}

/// The last day of the completeness check, as far as a receipt can name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompletenessDue {
    /// The request is already complete: nothing to check.
    Complete,
    /// This day.
    On(NaiveDate),
    /// A working day of that year is not known yet, so no date is printed.
    CalendarNotLoaded,
}

impl CompletenessDue {
    /// As promised at the registration; `complete` where the papers came with it.
    pub fn of(promised: Promised, complete: bool) -> Self {
        match promised.completeness {
            _ if complete => Self::Complete,
            Some(day) => Self::On(day),
            None => Self::CalendarNotLoaded,
        }
    }
}

/// The last day for the written answer, as far as a receipt can name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerDue {
    /// This day.
    On(NaiveDate),
    /// The ten days have not begun: they wait for completeness.
    AfterCompleteness,
    /// They have begun, but a working day of that year is not known yet, so no date is printed.
    CalendarNotLoaded,
}

impl AnswerDue {
    /// As promised at the registration of an office that counts from `start`; `complete` where the papers came with it.
    pub fn of(promised: Promised, complete: bool, start: ClockStart) -> Self {
        match (promised.official, start) {
            (Some(day), _) => Self::On(day),
            (None, ClockStart::Complete) if !complete => Self::AfterCompleteness,
            (None, _) => Self::CalendarNotLoaded,
        }
    }
}

impl Paper for Receipt {
    fn imprint(&self) -> Imprint {
        Imprint::new(format!("Tanda Bukti Penerimaan {}", self.registration_no), self.reference())
            .marked(self.mark)
            .in_version(self.version)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        sheet.letterhead();
        sheet.title("TANDA BUKTI PENERIMAAN", &["Permohonan Informasi Publik".to_owned()]);
        sheet.number_panel("Nomor Pendaftaran", &self.reference())?;
        sheet.fields(self.fields());
        sheet.space(6.0);
        sheet.heading("Selanjutnya");
        sheet.block(&self.next_steps());
        let right = Side::person(
            vec![format!("{}, {}", self.place, date(self.on)), "Petugas Pelayanan Informasi,".to_owned()],
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
    fn reference(&self) -> Reference {
        Reference::of_request(&self.registration_no, &self.check_code)
    }

    fn fields(&self) -> Vec<(&'static str, Vec<Piece>)> {
        let form = &self.registration;
        let applicant = &form.applicant;
        let filled = |text: Option<&str>| vec![Piece::filled(text)];
        let received = format!("{}, pukul {}", weekday_date(form.received_on), time(form.received_at, self.zone));
        let identity = shown_identity(applicant).unwrap_or_else(|| applicant.identity_label().to_owned());
        let mut fields = vec![
            ("Diterima", filled(Some(&received))),
            ("Nama Pemohon", filled(Some(&applicant.name))),
            ("Kategori Pemohon", filled(Some(applicant.category.label()))),
            (identity_label(applicant), filled(Some(&identity))),
            ("Alamat", filled(Some(&applicant.address))),
            ("No. HP/E-mail", filled(contact(applicant).as_deref())),
        ];
        if let Some(kuasa) = &applicant.representative {
            fields.push(("Kuasa Pemohon", representative(kuasa)));
        }
        fields.extend([
            ("Rincian Informasi", filled(Some(&form.information))),
            ("Tujuan Penggunaan", filled(Some(&form.purpose))),
            ("Kelengkapan Berkas", self.checklist()),
        ]);
        if let Some(notes) = &form.notes {
            fields.push(("Catatan", filled(Some(notes))));
        }
        // Beside what was cut off the form on its day, this one says when it was made and how the first is known.
        if let Some(form) = &self.form {
            let entered = date(form.entered_on);
            let said =
                format!("Dimasukkan dalam register tanggal {entered}; kode periksa potongan formulir: {}", form.check_code);
            fields.push(("Formulir Bernomor", filled(Some(&said))));
        }
        fields
    }

    /// The documents asked of this applicant, those handed in ticked.
    fn checklist(&self) -> Vec<Piece> {
        let (applicant, handed_in) = (&self.registration.applicant, &self.registration.documents);
        let mandated = applicant.is_mandated();
        let asked = Document::ALL.iter().filter(|document| document.is_asked_of(applicant.category, mandated));
        let tick = |document: &Document| match self.brought.get(document) {
            Some(on) => Piece::tick(true, format!("{}, diterima {}", document.label(), date(*on))),
            None => Piece::tick(handed_in.contains(document), document.label()),
        };
        asked.map(tick).collect()
    }

    /// The paper must say nothing that is not so: without the calendar it names the length of a term and no date.
    fn next_steps(&self) -> Vec<Piece> {
        let check = RichText::new().plain("Kelengkapan permohonan diperiksa paling lambat ");
        let missing = ". Apabila ada kekurangan, Pemohon menerima surat keterangan tidak lengkap.";
        let completeness = match self.completeness_due {
            CompletenessDue::Complete => RichText::from("Permohonan telah dinyatakan lengkap."),
            CompletenessDue::On(due) => check.bold(&weekday_date(due)).plain(missing),
            CompletenessDue::CalendarNotLoaded => {
                let term = format!("{} sejak permohonan didaftarkan", Clock::Completeness.in_words());
                check.bold(&term).plain(missing)
            }
        };
        let answer = RichText::new().plain("Pemberitahuan tertulis disampaikan ");
        let answer = match self.answer_due {
            AnswerDue::On(due) => answer.plain("paling lambat ").bold(&weekday_date(due)),
            AnswerDue::AfterCompleteness => {
                answer.plain("paling lambat ").bold(&format!("{} sejak permohonan dinyatakan lengkap", Clock::Answer.in_words()))
            }
            AnswerDue::CalendarNotLoaded => answer.plain("dalam waktu ").bold(&Clock::Answer.in_words()),
        };
        let longer = Clock::Extension.in_words();
        let answer =
            answer.plain(&format!(", dan dapat diperpanjang 1 (satu) kali paling lama {longer} dengan alasan tertulis."));
        let answer = match self.answer_due {
            AnswerDue::CalendarNotLoaded => answer
                .plain(" Tanggalnya belum dapat dicantumkan karena kalender hari kerja tahun itu belum tersedia di kantor ini."),
            AnswerDue::On(_) | AnswerDue::AfterCompleteness => answer,
        };
        let objection = RichText::from(format!(
            "Apabila permohonan ditolak, tidak ditanggapi, atau tidak ditanggapi sebagaimana yang diminta, Pemohon berhak mengajukan \
             keberatan kepada Atasan PPID dalam waktu {} (Pasal 35 dan 36 Undang-Undang Nomor 14 Tahun 2008).",
            Clock::Objection.in_words()
        ));
        let mut steps = vec![completeness, answer, objection];
        if let Some(contact) = &self.contact {
            steps.push(
                RichText::new()
                    .plain("Pertanyaan mengenai permohonan ini, dengan menyebut nomor pendaftaran: ")
                    .plain(contact)
                    .plain("."),
            );
        }
        const LABELS: [&str; 4] = ["1.", "2.", "3.", "4."];
        LABELS.into_iter().zip(steps).map(|(label, words)| Piece::labelled(label, 16.0, words).above(1.5)).collect()
    }
}
