//! Papers that the applicant brings one by one, after the registration.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use super::{Document, Request};
use crate::deadline::Today;
use crate::problem::{Problems, Refused};

/// The form as typed. Dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form.
pub struct DocumentsInput {
    pub documents: Vec<String>,
    pub on: String,
}

impl DocumentsInput {
    /// Reads the form on `today` for `request`: which papers came, and on which civil date.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub(super) fn check(&self, request: &Request, today: &Today<'_>) -> Result<(BTreeSet<Document>, NaiveDate), Refused> {
        let mut p = Problems::default();
        let missing = request.missing_documents();
        let came: Option<BTreeSet<Document>> =
            self.documents.iter().map(|code| Document::from_code(code).filter(|document| missing.contains(document))).collect();
        let came = came.filter(|came| !came.is_empty());
        p.when(came.is_none(), "documents", "Centang berkas yang datang; yang sudah tercatat tidak dicatat lagi.");
        let on = p.date("on", &self.on, "Isi tanggal berkas ini diterima.");
        let early = on.is_some_and(|on| on < request.registration.received_on);
        p.when(early, "on", "Berkas susulan tidak mungkin datang sebelum permohonannya.");
        p.when(on.is_some_and(|on| on > today.date), "on", "Tanggal diterima tidak boleh setelah hari ini.");
        p.or(came.zip(on))
    }
}

impl Request {
    /// The documents asked for and not handed in.
    pub fn missing_documents(&self) -> Vec<Document> {
        if self.complete_on.is_some() {
            return vec![];
        }
        let missing = self.registration.missing_documents().into_iter();
        missing.filter(|document| !self.brought.contains_key(document)).collect()
    }
}
