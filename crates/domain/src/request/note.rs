//! Notes of the office about a request after it was registered: part of its story, on no paper.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Request;
use crate::coded::{coded, known_or_usual};
use crate::deadline::Today;
use crate::problem::{Problems, Refused};

coded! {
    /// What a note is about.
    #[derive(Default)]
    pub enum NoteAbout {
        /// Anything.
        #[default]
        Anything = "umum" => "Catatan kantor",
        /// Why a deadline was not kept.
        Delay = "delay" => "Alasan keterlambatan",
        /// What was said with the applicant.
        Contact = "kontak" => "Hubungan dengan pemohon",
    }
}

/// The form as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `RequestNote`.
pub struct NoteInput {
    pub about: String,
    pub text: String,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestNote {
    /// The civil date.
    pub on: NaiveDate,
    /// What it is about.
    #[serde(default, deserialize_with = "known_or_usual")]
    pub about: NoteAbout,
    /// In the officer's own words.
    pub text: String,
}

impl NoteInput {
    /// Reads the form on `today`.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub(super) fn check(&self, today: &Today<'_>) -> Result<RequestNote, Refused> {
        let mut p = Problems::default();
        let about = NoteAbout::from_code(&self.about);
        p.when(about.is_none(), "about", "Pilih tentang apa catatan ini.");
        let text = p.text("text", &self.text, 5_000, "Tulis catatannya.");
        p.or(about.map(|about| RequestNote { on: today.date, about, text }))
    }
}

impl Request {
    /// Whether somebody wrote down why a deadline was not kept.
    pub fn says_why_late(&self) -> bool {
        self.notes.iter().any(|note| note.about == NoteAbout::Delay)
    }
}
