//! A letter that came back: noted, and sent again. What was sent in time stays sent in time.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{HandOver, Request, Sending};
use crate::deadline::Today;
use crate::paper::PaperKind;
use crate::problem::{Problems, Refused};

/// The form as typed. Dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Returned`.
pub struct ReturnedInput {
    pub paper: String,
    pub on: String,
    pub why: String,
}

/// A letter that was not delivered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returned {
    /// Which.
    pub paper: PaperKind,
    /// How it had left.
    pub sending: Sending,
    /// The civil date it came back.
    pub on: NaiveDate,
    /// Why, as the carrier says it.
    pub why: String,
}

impl Returned {
    /// Reads the boxes `on` and `why` of whatever had left so and came back.
    pub(crate) fn check(
        p: &mut Problems,
        (on, why): (&str, &str),
        left: Option<&Sending>,
        today: &Today<'_>,
    ) -> Option<(NaiveDate, String)> {
        let on = p.date("on", on, "Isi tanggal surat itu kembali.");
        let early = on.zip(left).is_some_and(|(on, left)| on < left.on);
        p.when(early, "on", "Surat tidak mungkin kembali sebelum dikirim.");
        p.when(on.is_some_and(|on| on > today.date), "on", "Tanggal ini tidak boleh setelah hari ini.");
        let why = p.text("why", why, 500, "Tulis mengapa surat itu kembali, misalnya alamat tidak dikenal.");
        on.map(|on| (on, why))
    }
}

impl Request {
    /// The letters that left by a carrier and may still come back, and the information that was handed over so.
    pub fn may_return(&self) -> Vec<PaperKind> {
        let carried = self.sent.iter().filter(|(_, sending)| sending.way.needs_proof());
        let letters = carried.map(|(paper, _)| *paper).filter(|paper| self.letter(*paper).is_some());
        letters.chain(self.parcel().map(|_| PaperKind::HandOverReceipt)).collect()
    }

    /// How the information left, where a carrier took it.
    fn parcel(&self) -> Option<Sending> {
        let HandOver { on, way, proof, entered_on, .. } = self.handed_over.as_ref()?;
        Some(Sending { on: *on, way: (*way)?, proof: proof.clone(), entered_on: *entered_on })
    }

    /// How this paper left last.
    fn left_by(&self, paper: PaperKind) -> Option<Sending> {
        if paper == PaperKind::HandOverReceipt { self.parcel() } else { self.sent.get(&paper).cloned() }
    }

    /// The letters that came back and were not sent again, with the last day each came back.
    pub fn lying_here(&self) -> impl Iterator<Item = &Returned> {
        let unsent = self.unsent();
        PaperKind::ALL
            .iter()
            .filter(move |paper| {
                let parcel = **paper == PaperKind::HandOverReceipt && self.handed_over.is_none() && self.may_be_given();
                parcel || unsent.contains(paper) && self.still_wanted(**paper)
            })
            .filter_map(|paper| self.last_returned(*paper))
    }

    /// Whether a letter still tells the applicant something that is not known to them.
    fn still_wanted(&self, paper: PaperKind) -> bool {
        if paper == PaperKind::IncompleteNotice {
            return self.outcome.is_none() && self.notice_on_its_way().is_some();
        }
        if paper == PaperKind::ExtensionNotice { self.outcome.is_none() } else { self.answer_received_on.is_none() }
    }

    fn last_returned(&self, paper: PaperKind) -> Option<&Returned> {
        self.returned.iter().rfind(|returned| returned.paper == paper)
    }

    /// The request with a letter that came back; none where it did not leave by a carrier before.
    pub(super) fn with_returned(mut self, paper: PaperKind, on: NaiveDate, why: &str) -> Option<Self> {
        if !self.may_return().contains(&paper) {
            return None;
        }
        let sending = self.left_by(paper).filter(|sending| sending.on <= on)?;
        self.sent.remove(&paper);
        if paper == PaperKind::HandOverReceipt {
            // It is handed over again, with a receipt of its own.
            self.handed_before.extend(self.handed_over.take());
            self.issued.remove(&paper);
        }
        self.returned.push(Returned { paper, sending, on, why: why.to_owned() });
        Some(self)
    }
}

impl ReturnedInput {
    /// Reads the form on `today` for `request`: which letter, when, why.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, request: &Request, today: &Today<'_>) -> Result<(PaperKind, NaiveDate, String), Refused> {
        let mut p = Problems::default();
        let paper = PaperKind::from_code(&self.paper).filter(|paper| request.may_return().contains(paper));
        p.when(paper.is_none(), "paper", "Pilih surat yang kembali.");
        let left = paper.and_then(|paper| request.left_by(paper));
        let back = Returned::check(&mut p, (&self.on, &self.why), left.as_ref(), today);
        let made = paper.zip(back);
        p.or(made.map(|(paper, (on, why))| (paper, on, why)))
    }
}
