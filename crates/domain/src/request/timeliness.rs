//! Whether an answer came in time, and by what that is known.

use super::{Outcome, Request};
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

impl Request {
    /// How the first answer stands to the date the applicant was promised; what a superior or a ruling had done anew later is
    /// another matter. None without an answer, and where no date was promised.
    pub fn timeliness(&self) -> Option<Timeliness> {
        let letter = self.first_outcome().and_then(Outcome::letter)?;
        let promised = self.reopened.first().map_or(&self.promised, |first| &first.promised);
        let late_extension = self.extension.as_ref().filter(|_| !self.extension_stands());
        let official = late_extension.map_or(promised.official, |extension| extension.first.official)?;
        let (on, proved) = self.first_sent().map_or((letter.date, letter.proved_on()), |sent| (sent.on, sent.proved_on()));
        Some(match official {
            official if on > official => Timeliness::Late,
            official if proved > official => Timeliness::InTimeAsDated,
            _ => Timeliness::InTime,
        })
    }
}
