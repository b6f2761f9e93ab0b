//! A request that was written on a numbered form while there was no power, and is entered afterwards.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Registration, Request, RequestDraft};
use crate::deadline::Today;
use crate::indonesian::date;
use crate::office::ReservedNumber;
use crate::problem::{Problems, Refused};

/// The numbered form that a request was written on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperForm {
    /// The civil date its number was reserved.
    pub reserved_on: NaiveDate,
    /// The civil date the request was entered here.
    pub entered_on: NaiveDate,
    /// The check code printed on form and receipt.
    pub check_code: String,
}

impl Request {
    /// The day of its registration once its form says what `registration` does: a number on a paper form was given on the day that
    /// stands on it, whenever it was entered.
    pub(super) fn registered_for(&self, registration: &Registration) -> NaiveDate {
        if self.form.is_some() { registration.received_on } else { self.registered_on }
    }
}

impl RequestDraft {
    /// Reads the form as it was written on paper under `reserved`: what came before the number was there did not come on it.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change, in the order of the form.
    pub(super) fn check_from(&self, reserved: &ReservedNumber, today: &Today<'_>) -> Result<Registration, Refused> {
        let received = self.received_date.trim().parse::<NaiveDate>().ok();
        let mut p = Problems::default();
        if received.is_some_and(|received| received < reserved.on) {
            let words = "Formulir ini baru disediakan tanggal";
            p.add("received_date", format!("{words} {}; isi tanggal yang tertulis pada formulir.", date(reserved.on)));
        }
        match self.check(today) {
            Ok(registration) => p.or(Some(registration)),
            Err(Refused::Fields(problems)) => {
                problems.into_iter().for_each(|problem| p.add(&problem.field, problem.message));
                p.or(None)
            }
            Err(refused) => Err(refused),
        }
    }
}
