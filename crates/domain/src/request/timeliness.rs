//! Whether an answer came in time, and by what that is known.

use chrono::NaiveDate;

use super::{Moved, Outcome, Request};
use crate::coded::coded;

coded! {
    /// How an answer stands to its deadline.
    pub enum Timeliness {
        /// In time, and entered in time.
        InTime = "in_time" => "Tepat waktu",
        /// In time by a date that was entered after the deadline: counted apart, for nothing here proves it.
        InTimeAsDated = "in_time_as_dated" => "Tepat waktu menurut tanggal yang dicatat kemudian",
        /// Late.
        Late = "late" => "Terlambat",
    }
}

impl Timeliness {
    /// How an answer stands to the civil date `promised`: of this date, and left on a civil date that can be proved here from
    /// another one on. None while nothing says that one dated in time left.
    pub fn of(promised: NaiveDate, dated: NaiveDate, left: Option<(NaiveDate, NaiveDate)>) -> Option<Self> {
        if dated > promised {
            return Some(Self::Late);
        }
        let (on, proved) = left?;
        Some(match promised {
            promised if on > promised => Self::Late,
            promised if proved > promised => Self::InTimeAsDated,
            _ => Self::InTime,
        })
    }
}

impl Request {
    /// How the first answer stands to the date the applicant was promised; what a superior or a ruling had done anew later is
    /// another matter. None without an answer, while nothing says that one dated in time left (UU KIP Ps 22(7) *menyampaikan*), and
    /// where no date was promised.
    pub fn timeliness(&self) -> Option<Timeliness> {
        let letter = self.first_outcome().and_then(Outcome::letter)?;
        let late_extension = self.extension.as_ref().filter(|_| !self.extension_stands());
        let official = late_extension.map_or(self.first_promised().official, |extension| extension.first.official)?;
        let left = self.first_left();
        let kept = Timeliness::of(official, letter.date, left)?;
        // What was gained by a day off, or another day of receipt, that was entered when the day had passed is known by no more than
        // that; and so is what was gained by an extension of which only a later entry says that it left in time.
        let held = self.held_before_it_passed().and_then(|held| Timeliness::of(held, letter.date, left));
        let gained_late =
            held.is_some_and(|held| held != Timeliness::InTime) || (self.extension_stands() && !self.extension_is_proved());
        Some(if kept == Timeliness::InTime && gained_late { Timeliness::InTimeAsDated } else { kept })
    }

    /// The earliest day that was promised and had passed when it was moved to a later one.
    fn held_before_it_passed(&self) -> Option<NaiveDate> {
        let passed =
            |moved: &Moved| moved.before.official.filter(|before| moved.on > *before && moved.after.official > Some(*before));
        self.moved.iter().filter_map(passed).min()
    }

    /// Whether there was an answer, and nothing says yet that the first one left.
    pub fn first_is_unsent(&self) -> bool {
        self.first_outcome().and_then(Outcome::letter).is_some() && self.first_left().is_none()
    }

    /// Whether it was answered, and nothing says when that answer left: noted before it is answered anew, or never.
    pub(super) fn forgets_its_sending(&self) -> bool {
        self.reopened.is_empty() && self.first_is_unsent()
    }

    /// The civil date the first answer left, and that from which it can be proved here: as it was noted; else the day the applicant
    /// had it, for what was received or fetched had left. None without an answer, and while nothing says so.
    pub fn first_left(&self) -> Option<(NaiveDate, NaiveDate)> {
        let letter = self.first_outcome().and_then(Outcome::letter)?;
        let (received, entered, handed) = match self.first_reopened() {
            Some(first) => (first.answer_received_on, first.receipt_entered_on, first.handed_over.as_ref()),
            None => (self.answer_received_on, self.receipt_entered_on, self.handed_over.as_ref()),
        };
        let received = received.map(|on| (on, entered.unwrap_or(on)));
        // A parcel that came back had left, and so had the first of several.
        let until = self.first_reopened().map_or(NaiveDate::MAX, |first| first.order.given_on);
        let handed = self.handed_before.iter().filter(|handed| handed.on <= until).chain(handed);
        let handed = handed.map(|handed| (handed.on, handed.entered_on.unwrap_or(handed.on)));
        let had = received.into_iter().chain(handed).min();
        let had = had.map(|(on, proved)| (on, letter.proved_on().max(proved)));
        self.first_sent().map(|sent| (sent.on, sent.proved_on())).or(had)
    }
}
