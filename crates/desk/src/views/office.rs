//! The office, the session and the settings.

use loket_domain::clock::Clock;
use loket_domain::numbering::PATTERN_HELP;
use loket_domain::office::{Capacity, ClockStart, PaperSize, Role};
use loket_domain::regions::{KECAMATAN, REGENCY};
use loket_domain::working_days::WorkWeek;
use serde::Serialize;

use super::{BackupView, Choice, Fact, FileProgress, choices};
use crate::sync::SyncChip;
use crate::views::step::NextStep;
use crate::views::subject::SubjectRef;

/// What the first start offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct FirstStartChoices {
    /// The kecamatan that come with the app.
    pub offices: Vec<OfficeChoice>,
    /// Their regency.
    pub regency: String,
    /// Roles.
    pub roles: Vec<Choice>,
    /// Working weeks.
    pub work_weeks: Vec<Choice>,
    /// Readings of the clock.
    pub clock_starts: Vec<Choice>,
    /// How long the answer's clock runs, in words.
    pub answer_term: String,
    /// Paper sizes.
    pub papers: Vec<Choice>,
    /// What may stand in a number pattern.
    pub pattern_help: String,
    /// How officials sign.
    pub capacities: Vec<Choice>,
}

/// A kecamatan that comes with the app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct OfficeChoice {
    /// Kemendagri code.
    pub code: String,
    /// Name.
    pub kecamatan: String,
    /// Abbreviation offered for numbers.
    pub abbreviation: String,
}

/// What the first start offers.
pub fn first_start_choices() -> FirstStartChoices {
    let office = |k: &loket_domain::regions::Kecamatan| OfficeChoice {
        code: k.code.into(),
        kecamatan: k.name.into(),
        abbreviation: k.abbreviation.into(),
    };
    FirstStartChoices {
        offices: KECAMATAN.iter().map(office).collect(),
        regency: REGENCY.into(),
        roles: choices!(Role),
        work_weeks: choices!(WorkWeek),
        clock_starts: choices!(ClockStart),
        answer_term: Clock::Answer.length().to_string(),
        papers: choices!(PaperSize),
        pattern_help: PATTERN_HELP.into(),
        capacities: choices!(Capacity),
    }
}

/// Who is signed in, where, and how sync stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Session {
    /// Name of the office.
    pub office: String,
    /// Code of the desk.
    pub desk_code: String,
    /// Who is signed in.
    pub person: String,
    /// In which roles, apart by commas.
    pub role: String,
    /// That person's account.
    pub account: SubjectRef,
    /// What that person may do with it by themselves.
    pub own_steps: Vec<NextStep>,
    /// Whether the desktop tells what there is to do.
    pub alerts: bool,
    /// The civil date, `YYYY-MM-DD`.
    pub today: String,
    /// That date in words.
    pub today_text: String,
    /// How sync stands.
    pub sync: SyncChip,
}

/// The settings as they stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SettingsView {
    /// The office.
    pub office: Vec<Fact>,
    /// Lines of the letterhead.
    pub letterhead: Vec<String>,
    /// Numbers.
    pub numbering: Vec<Fact>,
    /// Officials.
    pub officials: Vec<OfficialView>,
    /// Accounts.
    pub accounts: Vec<AccountView>,
    /// Sync.
    pub sync: SyncSettings,
    /// Copies of this desk.
    pub backup: BackupView,
    /// Loaded calendar years.
    pub calendar: Vec<CalendarYear>,
    /// What may be changed about the office.
    pub next: SettingsSteps,
    /// Version of the app.
    pub version: String,
}

/// What the app tells of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct AboutDesk {
    /// Version, system, counts, copies, and where the data lie.
    pub facts: Vec<Fact>,
    /// What a helper on the telephone needs of it, line by line: nothing of a citizen, and no name of a person.
    pub copied: String,
}

/// What may be changed about the office, by the parts of the settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SettingsSteps {
    /// The key of the desk.
    pub sync: Vec<NextStep>,
    /// What the office is.
    pub office: Vec<NextStep>,
    /// Its letterhead.
    pub letterhead: Vec<NextStep>,
    /// Its numbers.
    pub numbering: Vec<NextStep>,
    /// What it decreed: fees, who signs, who does what.
    pub rules: Vec<NextStep>,
    /// The recovery card.
    pub card: Vec<NextStep>,
}

/// An official.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct OfficialView {
    /// Name.
    pub name: String,
    /// NIP, or empty.
    pub nip: String,
    /// Rank, or empty.
    pub rank: String,
    /// Position.
    pub position: String,
    /// Role.
    pub role_label: String,
}

/// An account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct AccountView {
    /// Login.
    pub login: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role_label: String,
}

/// How the desk and PPID Utama stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SyncSettings {
    /// Address of PPID Utama.
    pub server: Option<String>,
    /// Since when the desk is enrolled.
    pub enrolled_text: Option<String>,
    /// Entries that wait.
    pub waiting: u32,
    /// When the last round ended well.
    pub last_text: Option<String>,
    /// The chip.
    pub chip: SyncChip,
    /// Whether only a new one-time code lets this desk in again.
    pub needs_code: bool,
    /// Why whoever is signed in may not join the desk to PPID Utama, if so.
    pub join_refused: Option<String>,
    /// Since when the desk's key signs, in words.
    pub key_text: String,
    /// What a person must look at.
    pub review: Vec<ReviewItem>,
    /// How far attached files have come.
    pub files: FileProgress,
}

/// An entry that did not fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ReviewItem {
    /// When, in words.
    pub at: String,
    /// What it wanted.
    pub what: String,
    /// Why it waits for a person.
    pub reason: String,
    /// The request it is about.
    pub request: Option<String>,
}

/// A loaded calendar year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CalendarYear {
    /// The year.
    pub year: i32,
    /// National holidays in it.
    pub national_holidays: u32,
    /// *Cuti bersama* in it.
    pub collective_leave: u32,
    /// Where the dates come from.
    pub source: String,
}
