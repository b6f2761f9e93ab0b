//! The check of completeness (PERKI 1/2021 practice): three working days to find what is missing, three to bring it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Request;
use crate::clock::Clock;
use crate::deadline::Today;
use crate::letter::{Letter, LetterInput};
use crate::paper::PaperKind;
use crate::problem::{Problems, Refused};

/// The form of a Surat Keterangan Tidak Lengkap as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Incomplete`.
pub struct IncompleteInput {
    #[serde(flatten)]
    pub letter: LetterInput,
    pub missing: Vec<String>,
    pub received_on: String,
}

/// The papers were found incomplete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incomplete {
    /// The Surat Keterangan Tidak Lengkap.
    #[serde(flatten)]
    pub letter: Letter,
    /// What is missing, one line each.
    pub missing: Vec<String>,
    /// The civil date the applicant got the letter: day zero of the three days to complete.
    pub received_on: NaiveDate,
    /// The last day to complete, as the letter names it; none when its year is not loaded.
    pub due: Option<NaiveDate>,
}

impl IncompleteInput {
    /// Reads the form on `today` for `request`.
    ///
    /// # Errors
    /// [`Refused::Fields`]; [`Refused::YearNotLoaded`] when the letter could not name its date.
    pub fn check(&self, request: &Request, today: &Today<'_>) -> Result<Incomplete, Refused> {
        let mut p = Problems::default();
        let begin = (request.registered_on, "Tanggal surat tidak boleh sebelum permohonan didaftarkan.");
        let letter = self.letter.check(&mut p, PaperKind::IncompleteNotice, begin, today);
        p.when(self.missing.len() > 60, "missing", "Kekurangan paling banyak 60 baris; gabungkan yang sejenis.");
        let lines = self.missing.iter().map(|line| p.short("missing", line, 300));
        let missing: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
        p.when(missing.is_empty(), "missing", "Sebutkan sekurang-kurangnya satu kekurangan.");
        let received_on = p.date("received_on", &self.received_on, "Isi tanggal surat ini diterima pemohon.");
        if let (Some(letter), Some(received)) = (&letter, received_on) {
            p.when(received < letter.date, "received_on", "Pemohon tidak mungkin menerima surat sebelum tanggalnya.");
            p.when(received > today.date, "received_on", "Tanggal diterima tidak boleh setelah hari ini.");
        }
        let day_zero = received_on.unwrap_or(today.date);
        let due = Clock::Completion.count(today.calendar, today.office.profile.counting(), day_zero);
        let due = due.map_err(Refused::YearNotLoaded)?.deadline;
        let made =
            letter.zip(received_on).map(|(letter, received_on)| Incomplete { letter, missing, received_on, due: Some(due) });
        p.or(made)
    }
}

/// Whether the three days to complete are over.
///
/// # Errors
/// [`Refused::CompletionRuns`] while they run; [`Refused::NotIncomplete`] where no letter asked for anything.
pub(crate) fn may_lapse(request: &Request, today: &Today<'_>) -> Result<(), Refused> {
    let notice = request.incomplete.as_ref().filter(|_| request.complete_on.is_none()).ok_or(Refused::NotIncomplete)?;
    let due = Clock::Completion.count(today.calendar, today.office.profile.counting(), notice.received_on);
    let due = due.map_err(Refused::YearNotLoaded)?.deadline.max(notice.due.unwrap_or(notice.received_on));
    if today.date > due { Ok(()) } else { Err(Refused::CompletionRuns(due)) }
}
