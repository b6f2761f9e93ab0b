//! A letter on its way: when it left, how, and by what that can be shown. What ends a clock of the law is the sending (UU KIP
//! Ps 22(7) *menyampaikan*, 22(8) *mengirimkan*), not the date on the letter.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Outcome, Request};
use crate::coded::coded;
use crate::deadline::Today;
use crate::letter::Letter;
use crate::paper::PaperKind;
use crate::problem::{Problems, Refused};

coded! {
    /// How something reached the applicant.
    pub enum SendingWay {
        /// Into the hand.
        InPerson = "in_person" => "Diserahkan langsung",
        /// Post.
        Post = "post" => "Pos",
        /// Courier.
        Courier = "courier" => "Kurir",
        /// E-mail.
        Email = "email" => "E-mail",
        /// WhatsApp.
        WhatsApp = "whatsapp" => "WhatsApp",
        /// Fax.
        Fax = "fax" => "Faksimili",
    }
}

impl SendingWay {
    /// Whether something must show that it left: what is given into the hand is signed for.
    pub fn needs_proof(self) -> bool {
        self != Self::InPerson
    }
}

/// The form of a sending as typed. Dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Sending`.
pub struct SendingInput {
    pub paper: String,
    pub sent_on: String,
    pub way: String,
    pub proof: String,
}

/// A letter left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sending {
    /// The civil date it left.
    pub on: NaiveDate,
    /// How.
    pub way: SendingWay,
    /// Number of the postal receipt, address of the e-mail, whoever took it; none where it was signed for at the counter.
    pub proof: Option<String>,
    /// The civil date it was entered here; there where that is later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered_on: Option<NaiveDate>,
}

impl Sending {
    /// Reads the boxes `sent_on`, `way` and `proof` of whatever was written on a day and left for somebody.
    pub(crate) fn check(
        p: &mut Problems,
        (sent_on, way, proof): (&str, &str, &str),
        written: Option<NaiveDate>,
        to: &str,
        today: &Today<'_>,
    ) -> Option<Self> {
        let on = p.date("sent_on", sent_on, "Isi tanggal surat ini dikirim atau diserahkan.");
        let early = on.zip(written).is_some_and(|(on, written)| on < written);
        p.when(early, "sent_on", "Surat tidak mungkin dikirim sebelum tanggalnya.");
        p.when(on.is_some_and(|on| on > today.date), "sent_on", "Tanggal pengiriman tidak boleh setelah hari ini.");
        let way = SendingWay::from_code(way);
        p.when(way.is_none(), "way", &format!("Pilih cara surat ini sampai kepada {to}."));
        let proof = p.optional("proof", proof, 300);
        let no_address = way == Some(SendingWay::Email) && proof.as_ref().is_some_and(|proof| !proof.contains('@'));
        p.when(no_address, "proof", "Isi alamat e-mail yang dituju.");
        let needs_proof = way.is_some_and(SendingWay::needs_proof) && proof.is_none();
        p.when(needs_proof, "proof", "Isi buktinya: nomor resi, alamat e-mail, atau nomor yang dituju.");
        let (on, way) = on.zip(way)?;
        Some(Self { on, way, proof, entered_on: (on < today.date).then_some(today.date) })
    }

    /// Notes where what came back on a civil date is said to have been sent again before.
    pub(crate) fn must_follow(p: &mut Problems, again: Option<&Self>, back: Option<NaiveDate>) {
        let too_soon = again.zip(back).is_some_and(|(again, back)| again.on < back);
        p.when(too_soon, "sent_on", "Surat ini kembali setelah tanggal itu; isi tanggal pengiriman ulangnya.");
    }

    /// The civil date from which it can be proved here.
    pub fn proved_on(&self) -> NaiveDate {
        self.entered_on.unwrap_or(self.on)
    }
}

/// The papers of a request that are letters to the applicant.
pub(super) const SENT: [PaperKind; 4] =
    [PaperKind::IncompleteNotice, PaperKind::ExtensionNotice, PaperKind::WrittenNotice, PaperKind::RefusalDecision];

impl Request {
    /// The letter to the applicant of this kind.
    pub fn letter(&self, paper: PaperKind) -> Option<&Letter> {
        if !self.has_paper(paper) {
            return None;
        }
        match paper {
            PaperKind::IncompleteNotice => self.incomplete.as_ref().map(|notice| &notice.letter),
            PaperKind::ExtensionNotice => self.extension.as_ref().map(|extension| &extension.letter),
            PaperKind::WrittenNotice | PaperKind::RefusalDecision => self.outcome.as_ref().and_then(Outcome::letter),
            PaperKind::RequestForm
            | PaperKind::Receipt
            | PaperKind::HandOverReceipt
            | PaperKind::FeeReceipt
            | PaperKind::RefundReceipt
            | PaperKind::Disposition
            | PaperKind::DeadlineAddendum
            | PaperKind::ObjectionForm
            | PaperKind::ObjectionAnswer
            | PaperKind::ConsequenceTest
            | PaperKind::ClassificationDecree
            | PaperKind::AnnualReport => None,
        }
    }

    /// The letters to the applicant of which nothing says yet that they left.
    pub fn unsent(&self) -> Vec<PaperKind> {
        SENT.into_iter().filter(|paper| self.letter(*paper).is_some() && !self.sent.contains_key(paper)).collect()
    }

    /// How a letter first left, where that is known; that it came back and was sent again takes nothing from it.
    pub fn first_sending(&self, paper: PaperKind) -> Option<&Sending> {
        let returned = self.returned.iter().find(|returned| returned.paper == paper);
        returned.map(|returned| &returned.sending).or_else(|| self.sent.get(&paper))
    }

    /// How the answer first left, where that is known.
    pub fn answer_sent(&self) -> Option<&Sending> {
        self.first_sending(PaperKind::WrittenNotice).or_else(|| self.first_sending(PaperKind::RefusalDecision))
    }
}

impl SendingInput {
    /// Reads the form on `today` for `request`.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, request: &Request, today: &Today<'_>) -> Result<(PaperKind, Sending), Refused> {
        let mut p = Problems::default();
        let paper = PaperKind::from_code(&self.paper).filter(|paper| request.unsent().contains(paper));
        p.when(paper.is_none(), "paper", "Pilih surat yang dikirim; surat yang sudah tercatat dikirim tidak dapat dicatat lagi.");
        let written = paper.and_then(|paper| request.letter(paper)).map(|letter| letter.date);
        let left = (self.sent_on.as_str(), self.way.as_str(), self.proof.as_str());
        let sending = Sending::check(&mut p, left, written, "pemohon", today);
        let returned = paper.and_then(|paper| request.lying_here().find(|returned| returned.paper == paper));
        Sending::must_follow(&mut p, sending.as_ref(), returned.map(|returned| returned.on));
        p.or(paper.zip(sending))
    }
}
