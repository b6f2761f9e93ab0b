//! The one list of parts, read off every way in which a request was ever answered.

use chrono::NaiveDate;

use super::{
    Absence, Answer, Decision, Fees, Found, Given, Grant, Outcome, Part, Redaction, Refusal, Request, Sending, Unavailable,
};
use crate::deadline::Promised;

impl Outcome {
    /// What was answered to a request for `asked`, part by part; empty where the request ended without an answer.
    pub fn parts(&self, asked: &str) -> Vec<Part> {
        let whole = |found| vec![Part { what: asked.to_owned(), found }];
        match self {
            Self::Granted(grant) => whole(Found::Given(grant.given())),
            Self::PartlyGranted { grant, redaction: Redaction { withheld, explanation, exemption } } => {
                whole(Found::PartlyGiven {
                    given: grant.given(),
                    withheld: withheld.clone(),
                    explanation: explanation.clone(),
                    exemption: exemption.clone(),
                })
            }
            Self::Refused(Refusal { exemption, .. }) => whole(Found::Withheld { exemption: exemption.clone() }),
            Self::Unavailable(unavailable) => whole(unavailable.found()),
            Self::Answered(answer) => answer.parts.clone(),
            // Who may not ask is answered, and nothing of what was asked is decided.
            Self::NotEntitled(_)
            | Self::NotProcessed { .. }
            | Self::Withdrawn { .. }
            | Self::Abated { .. }
            | Self::Cancelled { .. } => vec![],
        }
    }

    /// What the answer comes to, without making its list of parts; none where the request ended without an answer.
    pub fn decision(&self) -> Option<Decision> {
        match self {
            Self::Granted(_) => Some(Decision::Granted),
            Self::PartlyGranted { .. } => Some(Decision::PartlyGranted),
            Self::Refused(_) => Some(Decision::Refused),
            Self::Unavailable(unavailable) => Decision::of(&[Part { what: String::new(), found: unavailable.found() }]),
            Self::Answered(answer) => Decision::of(&answer.parts),
            Self::NotEntitled(_)
            | Self::NotProcessed { .. }
            | Self::Withdrawn { .. }
            | Self::Abated { .. }
            | Self::Cancelled { .. } => None,
        }
    }
}

impl Unavailable {
    fn found(&self) -> Found {
        match (self.absence, &self.body) {
            (Absence::NotDocumented, _) => Found::NotDocumented { available_in_days: self.available_in_days.unwrap_or_default() },
            (Absence::HeldByOther, Some(body)) => Found::Elsewhere { body: body.clone() },
            (Absence::HeldByOther, None) | (Absence::NotHeld, _) => Found::NotHeld { holder: self.body.clone() },
        }
    }
}

impl Grant {
    fn given(&self) -> Given {
        let Self { softcopy, hardcopy, ready_in_days, fees, .. } = self;
        Given { softcopy: *softcopy, hardcopy: *hardcopy, sheets: fees.sheets, ready_in_days: *ready_in_days }
    }
}

impl Answer {
    /// What all given parts cost together.
    pub fn fees(&self) -> Fees {
        let sheets = self.given().map(|given| given.sheets).fold(0, u32::saturating_add);
        Fees { sheets, price_per_sheet: self.price_per_sheet, delivery: self.delivery, other: self.other }
    }

    /// What is given of the whole, as one grant; none where nothing is.
    pub fn grant(&self) -> Option<Grant> {
        let ready_in_days = self.given().map(|given| given.ready_in_days).max()?;
        Some(Grant {
            letter: self.letter.clone(),
            softcopy: self.given().any(|given| given.softcopy),
            hardcopy: self.given().any(|given| given.hardcopy),
            fees: self.fees(),
            ready_in_days,
            means: self.means.clone(),
        })
    }

    fn given(&self) -> impl Iterator<Item = &Given> {
        self.parts.iter().filter_map(|part| part.found.given())
    }
}

impl Request {
    /// What was answered, part by part; empty before an answer, and where the request ended without one.
    pub fn parts(&self) -> Vec<Part> {
        self.outcome.as_ref().map_or_else(Vec::new, |outcome| outcome.parts(&self.registration.information))
    }

    /// The answer that stood on a civil date, by the dates of the letters; none before the first.
    pub fn answered_by(&self, date: NaiveDate) -> Option<&Outcome> {
        let mut all = self.reopened.iter().map(|known| &*known.before).chain(&self.outcome);
        all.rfind(|outcome| outcome.letter().is_some_and(|letter| letter.date <= date))
    }

    /// When the applicant received the answer that stood on a civil date, where that is known and was by then.
    pub fn received_by(&self, date: NaiveDate) -> Option<NaiveDate> {
        let all = self.reopened.iter().map(|known| known.answer_received_on).chain([self.answer_received_on]);
        all.flatten().rfind(|received| *received <= date)
    }

    /// How it ended first, whatever was ordered afterwards: what the PPID decided.
    pub fn first_outcome(&self) -> Option<&Outcome> {
        self.first_reopened().map(|first| &*first.before).or(self.outcome.as_ref())
    }

    /// When it was first closed without an answer; none where it was answered or is open.
    pub fn first_closed_on(&self) -> Option<NaiveDate> {
        self.first_outcome().filter(|outcome| outcome.letter().is_none()).map(Outcome::on)
    }

    /// The dates that were promised for the first answer.
    pub fn first_promised(&self) -> &Promised {
        self.first_reopened().map_or(&self.promised, |first| &first.promised)
    }

    /// What was answered first, part by part.
    pub fn first_parts(&self) -> Vec<Part> {
        self.first_outcome().map_or_else(Vec::new, |outcome| outcome.parts(&self.registration.information))
    }

    /// How the first answer left, where that is known.
    pub fn first_sent(&self) -> Option<&Sending> {
        self.first_reopened().map_or_else(|| self.answer_sent(), |first| first.sent.as_ref())
    }

    /// What the answer comes to; none before an answer, and where the request ended without one.
    pub fn decision(&self) -> Option<Decision> {
        self.outcome.as_ref().and_then(Outcome::decision)
    }
}
