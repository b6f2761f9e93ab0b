//! What an office keeps closed, once its leader approved.

use chrono::NaiveDate;
use loket_domain::classification::{Classification, ClassificationStage};
use loket_domain::grounds::Ground;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use crate::projection::text::keepable;

/// A line of the list of exempt information. What opening it would cause stands in the worksheet, not here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExemptRow {
    /// The information.
    pub information: String,
    /// The unit that holds it.
    pub unit: String,
    /// The letters of Ps 17.
    pub grounds: BTreeSet<Ground>,
    /// The other act and its article.
    pub other_law: Option<(String, String)>,
    /// How long, in words.
    pub lasting: String,
    /// The last civil date of the exemption, where a date ends it.
    pub expires: Option<NaiveDate>,
    /// Where it stands: approved, decreed or lifted.
    pub stage: ClassificationStage,
    /// The civil date of the approval, and of the decree with its number.
    pub approved_on: NaiveDate,
    /// Number of the decree, and the civil date from which it holds.
    pub decree: Option<(String, NaiveDate)>,
    /// The civil date it was declared open.
    pub lifted_on: Option<NaiveDate>,
}

impl ExemptRow {
    /// The row; none before the leader approved.
    pub(super) fn of(state: &Classification) -> Option<Self> {
        let (approved_on, _) = state.approved.as_ref()?;
        let sheet = &state.worksheet;
        Some(Self {
            information: keepable(&sheet.information),
            unit: keepable(&sheet.unit),
            grounds: sheet.grounds.clone(),
            other_law: sheet.other_law.as_ref().map(|(law, article)| (keepable(law), keepable(article))),
            lasting: keepable(&sheet.lasting().in_words()),
            expires: sheet.expires,
            stage: state.stage(),
            approved_on: *approved_on,
            decree: state.decree.as_ref().map(|decree| (keepable(&decree.letter.number), decree.from)),
            lifted_on: state.lifted.as_ref().map(|(on, _)| *on),
        })
    }

    /// Since when it is kept closed.
    pub(crate) fn since(&self) -> NaiveDate {
        self.decree.as_ref().map_or(self.approved_on, |(_, from)| *from)
    }

    /// Whether it is kept closed by a decree on this civil date: what was not decreed yet is not announced.
    pub(crate) fn is_decreed(&self, on: NaiveDate) -> bool {
        let begun = self.decree.as_ref().is_some_and(|(_, from)| *from <= on);
        begun && self.lifted_on.is_none() && self.expires.is_none_or(|expires| on <= expires)
    }

    /// Its legal basis in words: `Pasal 17 huruf h UU 14/2008`.
    pub(crate) fn basis(&self) -> String {
        let letters = self.grounds.iter().map(|ground| ground.code()).collect::<Vec<_>>().join(", ");
        let other = self.other_law.as_ref().map_or_else(String::new, |(law, article)| format!("; {law} {article}"));
        format!("Pasal 17 huruf {letters} UU 14/2008{other}")
    }
}
