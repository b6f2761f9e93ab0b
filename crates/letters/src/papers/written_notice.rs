//! Pemberitahuan Tertulis: the written answer to a request, UU 14/2008 article 22(7); sections and
//! labels of PERKI 1/2010 lampiran V.

use chrono::NaiveDate;
use loket_domain::indonesian::{date, rupiah, spelled};
use loket_domain::office::Official;
use loket_domain::request::{Fees, Registration};

use super::letter_number;
use super::signature::signed;
use crate::applicant::contact;
use crate::imprint::{Imprint, PaperMark, Reference, Version};
use crate::layout::{Columns, Piece, RichText, Sheet, Side};
use crate::paper::Paper;
use crate::press_error::PressError;
use crate::wording::Template;

/// The written answer to a request.
#[derive(Clone, Debug)]
pub struct WrittenNotice {
    /// The number of the letter; an empty one leaves dots for the agenda book's.
    pub letter_no: String,
    /// Registration number of the request.
    pub registration_no: String,
    /// Short check code of this paper.
    pub check_code: String,
    /// Who asked for what, and when.
    pub registration: Registration,
    /// The answer.
    pub outcome: NoticeOutcome,
    /// Where the letter is signed.
    pub place: String,
    /// When the letter is signed.
    pub date: NaiveDate,
    /// The PPID who signs.
    pub signatory: Official,
    /// Who gets a copy (*tembusan*).
    pub copies_to: Vec<String>,
    /// Original or copy.
    pub mark: PaperMark,
    /// Which version of the form it stands on, after a correction.
    pub version: Option<Version>,
}

/// What is answered.
#[derive(Clone, Debug)]
pub enum NoticeOutcome {
    /// The information is given.
    Granted(Granted),
    /// A part is given; the rest is blacked out or held back, article 22(7)e.
    PartlyGranted {
        /// What is given, and how.
        granted: Granted,
        /// Which part is not given, and why.
        withheld: String,
    },
    /// The office does not hold the information (*belum dikuasai*) and does not know who does.
    NotHeld,
    /// The office holds it but has not documented it yet (*belum didokumentasikan*).
    NotDocumented {
        /// Working days until it can be given.
        available_in_days: u32,
    },
    /// Another public body holds it; article 22(7)b demands its name.
    HeldByOther {
        /// The name of that body.
        body: String,
    },
}

/// How granted information is given.
#[derive(Clone, Debug)]
pub struct Granted {
    /// Available as a file or recording.
    pub softcopy: bool,
    /// Available on paper.
    pub hardcopy: bool,
    /// What it costs.
    pub fees: Fees,
    /// Working days until it is ready; 0 is today.
    pub ready_in_days: u32,
    /// How it is handed over, article 22(7)f.
    pub means: String,
    /// What is blacked out and why (*penghitaman/pengaburan*).
    pub redaction: Option<String>,
}

impl Paper for WrittenNotice {
    fn imprint(&self) -> Imprint {
        Imprint::new(format!("Pemberitahuan Tertulis {}", self.registration_no), self.code())
            .marked(self.mark)
            .in_version(self.version)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        sheet.letterhead();
        sheet.title("PEMBERITAHUAN TERTULIS", &[letter_number(&self.letter_no)]);
        let form = &self.registration;
        let asked_on = date(form.received_on);
        let values = [
            ("nomor_pendaftaran", self.registration_no.as_str()),
            ("tanggal_permohonan", asked_on.as_str()),
            ("nama", form.applicant.name.as_str()),
        ];
        sheet.worded(Template::NoticeOpening, &values);
        let filled = |text: Option<&str>| vec![Piece::filled(text)];
        sheet.fields(vec![
            ("Nama", filled(Some(&form.applicant.name))),
            ("Alamat", filled(Some(&form.applicant.address))),
            ("No. Telp/E-mail", filled(contact(&form.applicant).as_deref())),
            ("Rincian Informasi", filled(Some(&form.information))),
        ]);
        sheet.space(6.0);
        sheet.heading("A.  Informasi Dapat Diberikan");
        sheet.table(
            &Columns::new(&["No.", "Hal-hal terkait informasi publik", "Keterangan"], &[0.065, 0.365, 0.57]),
            self.section_a(),
        );
        sheet.space(10.0);
        sheet.heading("B.  Informasi Tidak Dapat Diberikan karena");
        sheet.block(&self.section_b());
        sheet.space(6.0);
        if let NoticeOutcome::HeldByOther { body } = &self.outcome {
            sheet.worded(Template::NoticeOtherBody, &[("badan", body), ("nama", form.applicant.name.as_str())]);
        }
        if !matches!(self.outcome, NoticeOutcome::Granted(_)) {
            // Who does not get everything may object.
            sheet.worded(Template::ObjectionRight, &[("nama", form.applicant.name.as_str())]);
        }
        let right = signed(&self.place, self.date, &self.signatory);
        let left = Side::Code { reference: self.code(), copies_to: self.copies_to.clone() };
        sheet.signatures(left, right)?;
        Ok(())
    }
}

impl WrittenNotice {
    fn code(&self) -> Reference {
        Reference::of_request(&self.registration_no, &self.check_code)
    }

    fn granted(&self) -> Option<&Granted> {
        match &self.outcome {
            NoticeOutcome::Granted(granted) | NoticeOutcome::PartlyGranted { granted, .. } => Some(granted),
            NoticeOutcome::NotHeld | NoticeOutcome::NotDocumented { .. } | NoticeOutcome::HeldByOther { .. } => None,
        }
    }

    fn section_a(&self) -> Vec<Vec<Vec<Piece>>> {
        let rows = [
            ("Penguasaan Informasi Publik", self.holder()),
            ("Bentuk fisik yang tersedia", self.physical_form()),
            ("Biaya yang dibutuhkan", self.costs()),
            ("Waktu penyediaan", self.ready()),
            ("Penjelasan penghitaman/pengaburan informasi yang dimohon", self.redaction()),
            ("Cara penyampaian", self.means()),
        ];
        rows.into_iter()
            .zip(1..)
            .map(|((label, pieces), number)| vec![vec![Piece::new(format!("{number}."))], vec![Piece::new(label)], pieces])
            .collect()
    }

    fn holder(&self) -> Vec<Piece> {
        let ours = match self.outcome {
            NoticeOutcome::Granted(_) | NoticeOutcome::PartlyGranted { .. } | NoticeOutcome::NotDocumented { .. } => true,
            NoticeOutcome::NotHeld | NoticeOutcome::HeldByOther { .. } => false,
        };
        let other = match &self.outcome {
            NoticeOutcome::HeldByOther { body } => {
                Piece::tick(true, RichText::new().plain("Badan Publik lain, yaitu ").bold(body))
            }
            _ => return vec![Piece::choices([(ours, "Kami"), (false, "Badan Publik lain")])],
        };
        vec![Piece::tick(ours, "Kami"), other]
    }

    fn physical_form(&self) -> Vec<Piece> {
        let (softcopy, hardcopy) = self.granted().map_or((false, false), |granted| (granted.softcopy, granted.hardcopy));
        vec![Piece::tick(softcopy, "Softcopy (termasuk rekaman)"), Piece::tick(hardcopy, "Hardcopy/salinan tertulis")]
    }

    fn costs(&self) -> Vec<Piece> {
        let Some(granted) = self.granted() else {
            return none();
        };
        let fees = granted.fees;
        let total = RichText::new().plain("Jumlah ").bold(&rupiah(fees.total())).plain(&if fees.total() == 0 {
            " (tidak dipungut biaya)".to_owned()
        } else {
            format!(" ({} rupiah)", spelled(fees.total()))
        });
        vec![
            Piece::tick(
                fees.copying() > 0,
                format!(
                    "Penyalinan {} × {} lembar = {}",
                    rupiah(fees.price_per_sheet.into()),
                    fees.sheets,
                    rupiah(fees.copying())
                ),
            ),
            Piece::tick(fees.delivery > 0, format!("Pengiriman {}", rupiah(fees.delivery.into()))),
            Piece::tick(fees.other > 0, format!("Lain-lain {}", rupiah(fees.other.into()))),
            Piece::new(total).above(2.0),
        ]
    }

    fn ready(&self) -> Vec<Piece> {
        match self.granted().map(|granted| granted.ready_in_days) {
            None => none(),
            Some(0) => vec![Piece::new("Hari ini juga")],
            Some(days) => vec![Piece::new(format!("{days} ({}) hari kerja", spelled(u64::from(days))))],
        }
    }

    fn redaction(&self) -> Vec<Piece> {
        let redaction = self.granted().and_then(|granted| granted.redaction.as_deref());
        match (&self.outcome, redaction) {
            (NoticeOutcome::PartlyGranted { withheld, .. }, redaction) => {
                let mut pieces = vec![Piece::new(withheld.as_str())];
                pieces.extend(redaction.map(|redaction| Piece::new(redaction).above(2.0)));
                pieces
            }
            (_, Some(redaction)) => vec![Piece::new(redaction)],
            (_, None) => none(),
        }
    }

    fn means(&self) -> Vec<Piece> {
        match self.granted() {
            Some(granted) => vec![Piece::filled(Some(&granted.means))],
            None => none(),
        }
    }

    fn section_b(&self) -> Vec<Piece> {
        let not_held = matches!(self.outcome, NoticeOutcome::NotHeld | NoticeOutcome::HeldByOther { .. });
        let mut pieces = vec![
            Piece::tick(not_held, "Informasi yang diminta belum dikuasai"),
            Piece::tick(
                matches!(self.outcome, NoticeOutcome::NotDocumented { .. }),
                "Informasi yang diminta belum didokumentasikan",
            ),
        ];
        if let NoticeOutcome::NotDocumented { available_in_days: days } = self.outcome {
            let days = format!("{days} ({})", spelled(u64::from(days)));
            pieces.push(
                Piece::new(format!(
                    "Penyediaan informasi yang belum didokumentasikan dilakukan dalam jangka waktu {days} hari kerja."
                ))
                .above(4.0),
            );
        }
        pieces
    }
}

fn none() -> Vec<Piece> {
    vec![Piece::new("–")]
}
