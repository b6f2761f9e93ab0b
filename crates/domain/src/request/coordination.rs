//! Forwarding a request inside the same public body. The clock does not stop: no source allows it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Request;
use crate::coded::coded;
use crate::deadline::Today;
use crate::problem::{Problems, Refused, RequestRefused};

coded! {
    /// To whom a request is forwarded.
    pub enum Recipient {
        /// The regency's information office.
        PpidMain = "ppid_main" => "PPID Utama",
        /// The PPID of another agency of the regency.
        OtherUnit = "other_unit" => "PPID Pelaksana perangkat daerah lain",
    }
}

/// The form of a forwarding as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Forwarding`.
pub struct ForwardInput {
    pub recipient: String,
    pub unit: String,
    pub number: String,
    pub note: String,
    pub signed_by: String,
}

/// A request was forwarded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forwarding {
    /// To what kind of office.
    pub recipient: Recipient,
    /// Its name.
    pub to: String,
    /// Number of the *lembar penerusan*.
    pub number: String,
    /// The civil date.
    pub on: NaiveDate,
    /// What is asked of them.
    pub note: String,
    /// Who signs the slip.
    pub signed_by: crate::ids::OfficialId,
}

/// The form of an answer that came back, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `ForwardAnswer`.
pub struct ForwardAnswerInput {
    pub number: String,
    pub on: String,
    pub note: String,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForwardAnswer {
    /// Their own number for the request, where they give one.
    pub number: Option<String>,
    /// The civil date it came in.
    pub on: NaiveDate,
    /// What they say.
    pub note: String,
}

/// A forwarding and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coordination {
    /// What went out.
    pub forwarding: Forwarding,
    /// What came back.
    pub answer: Option<ForwardAnswer>,
    /// What came after that, in order: what was added, or what corrects what was said before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further: Vec<ForwardAnswer>,
}

impl Coordination {
    /// Everything that came back, in order.
    pub fn answers(&self) -> impl Iterator<Item = &ForwardAnswer> {
        self.answer.iter().chain(&self.further)
    }

    /// The civil date the last of it came back.
    fn last_on(&self) -> Option<NaiveDate> {
        self.answers().last().map(|answer| answer.on)
    }
}

impl ForwardInput {
    /// Reads the form on `today`.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, today: &Today<'_>) -> Result<Forwarding, Refused> {
        let mut p = Problems::default();
        let recipient = Recipient::from_code(&self.recipient);
        p.when(recipient.is_none(), "recipient", "Pilih ke mana permohonan diteruskan.");
        let to = match recipient {
            Some(Recipient::OtherUnit) => p.text("unit", &self.unit, 200, "Isi nama perangkat daerah yang dituju."),
            _ => "PPID Utama".to_owned(),
        };
        let number = p.text("number", &self.number, 60, "Isi nomor lembar penerusan.");
        let note = p.text("note", &self.note, 5_000, "Isi apa yang diminta dari penerima.");
        let signer = self.signed_by.parse().ok().and_then(|id| today.office.official(id));
        p.when(signer.is_none(), "signed_by", "Pilih pejabat yang menandatangani.");
        let made = recipient.zip(signer).map(|(recipient, signer)| Forwarding {
            recipient,
            to,
            number,
            on: today.date,
            note,
            signed_by: signer.id,
        });
        p.or(made)
    }
}

impl ForwardAnswerInput {
    /// Reads the form on `today` for the last forwarding of `request`.
    ///
    /// # Errors
    /// [`RequestRefused::NothingForwarded`] when nothing waits for an answer; [`Refused::Fields`].
    pub fn check(&self, request: &Request, today: &Today<'_>) -> Result<ForwardAnswer, Refused> {
        let sent = request.awaited().ok_or(RequestRefused::NothingForwarded)?.on;
        self.read(sent, today)
    }

    /// Reads the form on `today` as one that adds to what came back on the last forwarding of `request`, or corrects it.
    ///
    /// # Errors
    /// [`RequestRefused::NothingForwarded`] when nothing came back yet; [`Refused::Fields`].
    pub fn check_further(&self, request: &Request, today: &Today<'_>) -> Result<ForwardAnswer, Refused> {
        let last = request.coordination.last().and_then(Coordination::last_on).ok_or(RequestRefused::NothingForwarded)?;
        self.read(last, today)
    }

    fn read(&self, sent: NaiveDate, today: &Today<'_>) -> Result<ForwardAnswer, Refused> {
        let mut p = Problems::default();
        let number = p.optional("number", &self.number, 60);
        let on = p.date("on", &self.on, "Isi tanggal jawaban diterima.");
        if let Some(on) = on {
            p.when(on < sent, "on", "Jawaban tidak mungkin datang sebelum permohonan diteruskan.");
            p.when(on > today.date, "on", "Tanggal jawaban tidak boleh setelah hari ini.");
        }
        let note = p.text("note", &self.note, 5_000, "Tulis isi jawabannya.");
        p.or(on.map(|on| ForwardAnswer { number, on, note }))
    }
}
