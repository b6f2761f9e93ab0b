//! How each kind of matter is folded, and what of it stands in columns.
#![warn(clippy::wildcard_enum_match_arm)]

use crate::store::finding;
use crate::store::letters::NumberedLetter;
use crate::store::news;
use loket_domain::change::{Change, PackChange, SurveyChange};
use loket_domain::classification::Classification;
use loket_domain::dip::Listed;
use loket_domain::ids::RequestId;
use loket_domain::numbering::RegistrationNumber;
use loket_domain::objection::{Objection, ObjectionStage};
use loket_domain::old_book::CopiedRequest;
use loket_domain::pack::SignedPack;
use loket_domain::paper::PaperKind;
use loket_domain::question::Question;
use loket_domain::report::FiledReport;
use loket_domain::request::Letter;
use loket_domain::survey::SurveyResponse;
use loket_journal::Matter;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What a list needs to know of a matter.
pub(crate) struct MatterColumns {
    pub(super) number: Option<RegistrationNumber>,
    pub(super) on: String,
    pub(super) due: Option<String>,
    pub(super) stage: &'static str,
    pub(super) request: Option<RequestId>,
    pub(super) words: String,
}

/// A state that is folded from the entries of one matter.
pub(crate) trait Folded: Serialize + DeserializeOwned {
    /// Which matter.
    const MATTER: Matter;
    /// The fold, with the places of the changes that did not fit.
    fn replay<'a>(changes: impl IntoIterator<Item = &'a Change>) -> (Option<Self>, Vec<usize>);
    /// Its row.
    fn columns(&self) -> MatterColumns;
    /// Its letters, by their numbers.
    fn letters(&self) -> Vec<NumberedLetter> {
        vec![]
    }
    /// What is news of it when PPID Utama wrote this change.
    fn news(&self, _change: &Change) -> Option<news::NewsLine> {
        None
    }
}

/// The letter of a matter that has one at most.
fn only_letter(paper: PaperKind, letter: Option<&Letter>, register: &str) -> Vec<NumberedLetter> {
    letter.map(|letter| NumberedLetter::in_force(paper, letter, register)).into_iter().collect()
}

/// What an objection is found by: its number, whoever objects and acts, and what was asked for.
fn found_by(objection: &Objection) -> String {
    let form = &objection.form;
    let people = finding::of_applicant(&form.applicant, form.representative.as_ref());
    let asked = [form.request_number.clone().unwrap_or_default(), form.information.clone()];
    std::iter::once(objection.number.text.clone()).chain(people).chain(asked).collect::<Vec<_>>().join(" ")
}

impl Folded for Objection {
    const MATTER: Matter = Matter::Objection;

    fn replay<'a>(changes: impl IntoIterator<Item = &'a Change>) -> (Option<Self>, Vec<usize>) {
        Self::replay(changes)
    }

    fn columns(&self) -> MatterColumns {
        let waits = self.stage() == ObjectionStage::Registered;
        MatterColumns {
            number: Some(self.number.clone()),
            on: self.registered_on.to_string(),
            due: self.due.filter(|_| waits).map(|due| due.to_string()),
            stage: self.stage().code(),
            request: self.form.request,
            words: found_by(self),
        }
    }

    fn letters(&self) -> Vec<NumberedLetter> {
        let (paper, register) = (PaperKind::ObjectionAnswer, &self.number.text);
        let answer = self.answer.as_ref().map(|answer| &answer.letter);
        let ended = self.cancelled.iter().map(|cancelled| NumberedLetter::ended(paper, &cancelled.answer.letter, register));
        only_letter(paper, answer, register).into_iter().chain(ended).collect()
    }
}

impl Folded for Classification {
    const MATTER: Matter = Matter::Classification;

    fn replay<'a>(changes: impl IntoIterator<Item = &'a Change>) -> (Option<Self>, Vec<usize>) {
        Self::replay(changes)
    }

    fn columns(&self) -> MatterColumns {
        let number = self.decree.as_ref().map_or("", |decree| decree.letter.number.as_str());
        MatterColumns {
            number: None,
            on: self.worksheet.tested_on.to_string(),
            due: self.worksheet.expires.filter(|_| self.lifted.is_none() && self.rejected.is_none()).map(|on| on.to_string()),
            stage: self.stage().code(),
            request: self.worksheet.request,
            words: [number, &self.worksheet.information, &self.worksheet.unit].join(" "),
        }
    }

    fn letters(&self) -> Vec<NumberedLetter> {
        only_letter(PaperKind::ClassificationDecree, self.decree.as_ref().map(|decree| &decree.letter), "")
    }

    fn news(&self, change: &Change) -> Option<news::NewsLine> {
        news::of_classification(self, change)
    }
}

impl Folded for Question {
    const MATTER: Matter = Matter::Question;

    fn replay<'a>(changes: impl IntoIterator<Item = &'a Change>) -> (Option<Self>, Vec<usize>) {
        Self::replay(changes)
    }

    fn columns(&self) -> MatterColumns {
        let texts = self.messages.iter().map(|message| message.text.as_str());
        let words: Vec<&str> = std::iter::once(self.line.as_str()).chain(texts).collect();
        MatterColumns {
            number: None,
            on: self.messages.first().map_or_else(String::new, |asked| asked.on.to_string()),
            due: None,
            stage: self.stage().code(),
            request: self.about.request(),
            words: [self.about.words().unwrap_or_default(), words.join(" ")].join(" "),
        }
    }

    fn news(&self, change: &Change) -> Option<news::NewsLine> {
        news::of_question(self, change)
    }
}

impl Folded for Listed {
    const MATTER: Matter = Matter::DipItem;

    fn replay<'a>(changes: impl IntoIterator<Item = &'a Change>) -> (Option<Self>, Vec<usize>) {
        Self::replay(changes)
    }

    fn columns(&self) -> MatterColumns {
        let item = &self.item;
        MatterColumns {
            number: None,
            on: item.published_on.map_or_else(String::new, |on| on.to_string()),
            due: self.renewal_due().filter(|_| self.withdrawn.is_none()).map(|due| due.to_string()),
            stage: if self.withdrawn.is_some() { "withdrawn" } else { item.category.code() },
            request: None,
            words: [&item.summary, &item.holder, &item.responsible].map(String::as_str).join(" "),
        }
    }
}

impl Folded for CopiedRequest {
    const MATTER: Matter = Matter::OldRequest;

    fn replay<'a>(changes: impl IntoIterator<Item = &'a Change>) -> (Option<Self>, Vec<usize>) {
        Self::replay(changes)
    }

    fn columns(&self) -> MatterColumns {
        let old = &self.request;
        // What was taken back takes no number and is found by nothing.
        let number = |serial: u32| {
            let (desk, year, text) = (self.desk.clone(), old.year, old.number.clone());
            RegistrationNumber { desk, year, serial, text }
        };
        MatterColumns {
            number: old.serial.filter(|_| self.holds()).map(number),
            on: old.received_on.to_string(),
            due: None,
            stage: if self.holds() { "copied" } else { "taken_back" },
            request: None,
            words: if self.holds() { finding::of_old(old) } else { String::new() },
        }
    }
}

/// A matter that is one entry and never changes.
fn once<S>(changes: Vec<Option<S>>) -> (Option<S>, Vec<usize>) {
    let mut state = None;
    let mut misfits = Vec::new();
    for (place, found) in changes.into_iter().enumerate() {
        match found {
            Some(found) if state.is_none() => state = Some(found),
            Some(_) | None => misfits.push(place),
        }
    }
    (state, misfits)
}

impl Folded for SurveyResponse {
    const MATTER: Matter = Matter::Survey;

    fn replay<'a>(changes: impl IntoIterator<Item = &'a Change>) -> (Option<Self>, Vec<usize>) {
        let found = |change: &Change| {
            let SurveyChange::SurveyAnswered { response } = <&SurveyChange>::try_from(change).ok()?;
            Some(response.clone())
        };
        once(changes.into_iter().map(found).collect())
    }

    fn columns(&self) -> MatterColumns {
        let words = [&self.gender, &self.education, &self.occupation].map(String::as_str).join(" ");
        MatterColumns { number: None, on: self.on.to_string(), due: None, stage: "answered", request: None, words }
    }
}

impl Folded for FiledReport {
    const MATTER: Matter = Matter::Report;

    fn replay<'a>(changes: impl IntoIterator<Item = &'a Change>) -> (Option<Self>, Vec<usize>) {
        Self::replay(changes)
    }

    fn columns(&self) -> MatterColumns {
        let report = &self.report;
        MatterColumns {
            number: None,
            on: format!("{}-12-31", report.year),
            due: None,
            stage: if self.sent.is_some() { "sent" } else { "frozen" },
            request: None,
            words: format!("{} {}", report.year, report.letter.number),
        }
    }

    fn letters(&self) -> Vec<NumberedLetter> {
        only_letter(PaperKind::AnnualReport, Some(&self.report.letter), "")
    }
}

impl Folded for SignedPack {
    const MATTER: Matter = Matter::Pack;

    /// Who received it first does not matter: whatever is the same pack has the same text.
    fn replay<'a>(changes: impl IntoIterator<Item = &'a Change>) -> (Option<Self>, Vec<usize>) {
        let mut state: Option<Self> = None;
        let mut misfits = Vec::new();
        for (place, change) in changes.into_iter().enumerate() {
            match (<&PackChange>::try_from(change), &state) {
                (Ok(change), None) => state = Some(change.pack().clone()),
                (Ok(change), Some(known)) if known.is(change.pack()) => {}
                (Ok(_), Some(_)) | (Err(_), _) => misfits.push(place),
            }
        }
        (state, misfits)
    }

    fn columns(&self) -> MatterColumns {
        let pack = self.pack();
        let words = [&pack.title, &pack.basis].map(String::as_str).join(" ");
        MatterColumns { number: None, on: pack.published_on.to_string(), due: None, stage: "received", request: None, words }
    }
}
