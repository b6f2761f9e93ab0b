//! The check of completeness (PERKI 1/2021 practice): three working days to find what is missing, three to bring it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Request, Stage};
use crate::clock::Clock;
use crate::deadline::Today;
use crate::letter::{Letter, LetterInput};
use crate::paper::PaperKind;
use crate::problem::{Problems, Refused, RequestRefused};

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
    /// The civil date the applicant got the letter: day zero of the three days to complete. None while it is on its way, by
    /// post or e-mail.
    pub received_on: Option<NaiveDate>,
    /// The last day to complete; none while the day of receipt is not known, or its year is not loaded.
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
        let sent = letter.as_ref().map_or(today.date, |letter| letter.date);
        let received_on = if self.received_on.trim().is_empty() { None } else { got(&mut p, &self.received_on, sent, today) };
        let due = received_on.map(|on| last_day(on, today)).transpose()?;
        p.or(letter.map(|letter| Incomplete { letter, missing, received_on, due }))
    }
}

/// The day the applicant got a letter of `sent`, as typed.
fn got(p: &mut Problems, typed: &str, sent: NaiveDate, today: &Today<'_>) -> Option<NaiveDate> {
    let on = p.date("received_on", typed, "Isi tanggal surat ini diterima pemohon.");
    p.when(on.is_some_and(|on| on < sent), "received_on", "Pemohon tidak mungkin menerima surat sebelum tanggalnya.");
    p.when(on.is_some_and(|on| on > today.date), "received_on", "Tanggal diterima tidak boleh setelah hari ini.");
    on
}

/// The last day to complete for whoever got the letter on this day.
fn last_day(received: NaiveDate, today: &Today<'_>) -> Result<NaiveDate, Refused> {
    let due = Clock::Completion.count(today.calendar, today.office.profile.counting(), received);
    Ok(due.map_err(Refused::YearNotLoaded)?.deadline)
}

/// Reads when the applicant got a Surat Keterangan Tidak Lengkap that went by post or e-mail: the day, and the last day to
/// complete that follows from it.
///
/// # Errors
/// [`RequestRefused::NotIncomplete`] where no letter is on its way; [`Refused::Fields`]; [`Refused::YearNotLoaded`].
pub(crate) fn notice_received(request: &Request, typed: &str, today: &Today<'_>) -> Result<(NaiveDate, NaiveDate), Refused> {
    let notice = request.notice_on_its_way().ok_or(RequestRefused::NotIncomplete)?;
    let mut p = Problems::default();
    let on = got(&mut p, typed, notice.letter.date, today);
    let here = request.lying_here().any(|returned| returned.paper == PaperKind::IncompleteNotice);
    p.when(here, "received_on", "Surat itu kembali dan belum dikirim lagi; catat dahulu pengiriman ulangnya.");
    let on = p.or(on)?;
    Ok((on, last_day(on, today)?))
}

impl Request {
    /// The Surat Keterangan Tidak Lengkap of which it is not known yet when the applicant got it.
    pub fn notice_on_its_way(&self) -> Option<&Incomplete> {
        self.incomplete.as_ref().filter(|notice| self.stage() == Stage::Incomplete && notice.received_on.is_none())
    }
}

/// Whether the three days to complete are over.
///
/// # Errors
/// [`RequestRefused::CompletionRuns`] while they run; [`RequestRefused::NotIncomplete`] where no letter asked for anything;
/// [`RequestRefused::NoticeTooLate`] where it asked after the check had ended.
pub(crate) fn may_lapse(request: &Request, today: &Today<'_>) -> Result<(), Refused> {
    // What was ordered does not end because papers are missing.
    let incomplete = request.incomplete.as_ref().filter(|_| request.stage() == Stage::Incomplete);
    let notice = incomplete.ok_or(RequestRefused::NotIncomplete)?;
    let received = notice.received_on.ok_or(RequestRefused::NoticeOnItsWay)?;
    if let Some(check) = request.promised.completeness.filter(|check| notice.letter.proved_on() > *check) {
        return Err(RequestRefused::NoticeTooLate(check).into());
    }
    let due = last_day(received, today)?.max(notice.due.unwrap_or(received));
    if today.date > due { Ok(()) } else { Err(RequestRefused::CompletionRuns(due).into()) }
}
