//! The office: who it is, how it counts, who signs. A fold of the changes about it.

mod change;
mod code;
mod contact;
mod fold;
mod handover;
mod holders;
mod kind;
mod official;
mod refused;
mod reserved;
mod retention;
mod words;

pub use crate::role::Role;
pub use change::OfficeChange;
pub use code::OfficeCode;
pub use contact::OfficeContact;
pub use handover::{Handover, HandoverParty, OpenCase, OpenCaseKind};
pub use kind::OfficeKind;
pub use official::{Appointment, Capacity, Official, OwnOffice, read_letterhead_lines, read_nip, read_represented};
pub use refused::OfficeRefused;
pub use reserved::{MOST_RESERVED, ReservedNumber, reserved_count};
pub use retention::{LONGEST_RETENTION, Retention};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use crate::authority::{Authority, Duty, SigningMatrix};
use crate::calendar::{Calendar, LocalDay};
use crate::coded::coded;
use crate::ids::{AccountId, OfficialId};
use crate::numbering::{DeskCode, NumberPattern, NumberSeries, SeriesStart, VoidedNumbers};
use crate::pack::AppliedPacks;
use crate::problem::Refused;
use crate::working_days::{Counting, WorkWeek};
use crate::zone::Zone;

coded! {
    /// From which event the ten working days of an answer are counted. The sources disagree (UU KIP Ps 22(7), PERKI 1/2021): a setting.
    pub enum ClockStart {
        /// From completeness (newer practice).
        Complete = "complete" => "Sejak berkas dinyatakan lengkap (praktik PERKI 1/2021)",
        /// From receipt (text of the Act).
        Received = "received" => "Sejak permohonan diterima (bunyi UU 14/2008)",
        /// From the entry in the register, as some offices restate it.
        Registered = "registered" => "Sejak permohonan dicatat dalam register",
    }
}

coded! {
    /// Paper on which an office prints.
    pub enum PaperSize {
        /// 215 × 330 mm.
        F4 = "f4" => "F4/Folio (215 × 330 mm)",
        /// 210 × 297 mm.
        A4 = "a4" => "A4 (210 × 297 mm)",
    }
}

/// Who the office is on paper and how it works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeProfile {
    /// Its Kemendagri code.
    pub code: OfficeCode,
    /// E.g. `KABUPATEN SERDANG BEDAGAI`.
    pub regency: String,
    /// E.g. `Perbaungan`; of another kind of office its whole name, `Dinas Pendidikan`.
    pub kecamatan: String,
    /// Short form used in numbers.
    pub abbreviation: String,
    /// First line of the letterhead.
    pub letterhead_government: String,
    /// Largest line of the letterhead.
    pub letterhead_office: String,
    /// Address, phone, e-mail: up to four lines.
    pub letterhead_lines: Vec<String>,
    /// The emblem as standard base64 of a PNG or JPEG.
    pub emblem: Option<String>,
    /// Where letters are dated.
    pub place: String,
    /// Paper of letters.
    pub paper: PaperSize,
    /// Working week.
    pub week: WorkWeek,
    /// Official start of the ten days.
    pub clock_start: ClockStart,
    /// Whether *cuti bersama* counts as a working day.
    pub collective_leave_works: bool,
    /// After how many working days an applicant is reminded of what lies ready; the usual where none is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fetch_reminder_days: Option<u32>,
    /// The time zone of its clock; that of its province where none was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Zone>,
    /// How applicants reach its desk; the last line of the letterhead where nothing was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<OfficeContact>,
    /// The decree that sets its list of public information (DIP).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dip_decree: Option<ListDecree>,
    /// The decree that sets its list of exempt information (DIK).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dik_decree: Option<ListDecree>,
    /// Who usually gets a copy of its letters (*tembusan*); the form of a letter begins with them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copies_to: Vec<String>,
}

/// After how many working days an applicant is usually reminded of what lies ready.
const FETCH_REMINDER: u32 = 10;

impl OfficeProfile {
    /// How this office counts working days.
    pub fn counting(&self) -> Counting {
        Counting { week: self.week, collective_leave_works: self.collective_leave_works }
    }

    /// After how many working days an applicant is reminded of what lies ready.
    pub fn fetch_reminder(&self) -> u32 {
        self.fetch_reminder_days.unwrap_or(FETCH_REMINDER)
    }

    /// The time zone in which its papers name the hour.
    pub fn zone(&self) -> Zone {
        self.zone.unwrap_or_else(|| Zone::of_province(&self.code))
    }

    /// How applicants reach the desk, in one line.
    pub fn contact_line(&self) -> Option<String> {
        self.contact.as_ref().map(OfficeContact::in_words).or_else(|| self.letterhead_lines.last().cloned())
    }

    /// What kind of public body it is.
    pub fn kind(&self) -> OfficeKind {
        OfficeKind::of_name(&self.kecamatan)
    }

    /// `Kantor Camat Perbaungan`, `Dinas Pendidikan`.
    pub fn name(&self) -> String {
        self.kind().called(&self.kecamatan)
    }
}

/// A person who signs in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Identity; the actor of journal entries.
    pub id: AccountId,
    /// What is typed to sign in.
    pub login: String,
    /// Name shown and printed.
    pub name: String,
    /// What the person does.
    pub role: Role,
    /// What the person does besides: one person often holds several roles at a kecamatan.
    #[serde(default)]
    pub also: BTreeSet<Role>,
    /// The civil date it was closed.
    #[serde(default)]
    pub closed_on: Option<NaiveDate>,
}

/// The decree that sets a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListDecree {
    /// Its number.
    pub number: String,
    /// Its civil date.
    pub date: NaiveDate,
}

/// The fees of copying, set by decree of the head of the public body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeeDecree {
    /// Number and date of the decree, as it stands on the rights page.
    pub decree: String,
    /// Price of one sheet in whole rupiah.
    pub price_per_sheet: u32,
}

/// The office's own wording of one letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnWording {
    /// The text.
    pub text: String,
    /// Digest of the original it was changed from: an update that changes the original is told by it.
    pub original: String,
}

/// A counter of the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeDesk {
    /// Its code.
    pub code: DeskCode,
    /// How its numbers are written.
    pub pattern: NumberPattern,
    /// Where its numbers begin.
    pub start: SeriesStart,
    /// The civil date it was opened.
    pub opened_on: NaiveDate,
}

/// The office as its changes made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// Who it is.
    pub profile: OfficeProfile,
    /// Its officials in the order they were named.
    pub officials: Vec<Official>,
    /// Its accounts.
    pub accounts: Vec<Account>,
    /// Its desks.
    pub desks: Vec<OfficeDesk>,
    /// Who signs what.
    #[serde(default)]
    pub signing: SigningMatrix,
    /// Who does what.
    #[serde(default)]
    pub authority: Authority,
    /// Its own days off, by date.
    #[serde(default)]
    pub days_off: Vec<LocalDay>,
    /// The packs of PPID Utama it put in force.
    #[serde(default)]
    pub packs: AppliedPacks,
    /// Its fees.
    #[serde(default)]
    pub fees: Option<FeeDecree>,
    /// How long it keeps requests, where that was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<Retention>,
    /// Its own wordings, by code of template.
    #[serde(default)]
    pub wordings: BTreeMap<String, OwnWording>,
    /// Numbers that were accounted for though nothing bears them.
    #[serde(default)]
    pub voided: Vec<VoidedNumbers>,
    /// Numbers that were given to empty forms, as they were given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reserved: Vec<ReservedNumber>,
}

impl Office {
    /// Whether an account may do a duty. While an office has a single open account, that person holds every role: a
    /// kecamatan often begins so. While no open account may administer, every one may, or nobody could ever mend it: after a
    /// replaced PC brought its officer's account a second time, for instance.
    ///
    /// # Errors
    /// [`Refused::NotYourDuty`]; [`OfficeRefused`] for a closed account.
    pub fn may(&self, account: &Account, duty: Duty) -> Result<(), Refused> {
        let open = || self.accounts.iter().filter(|known| known.closed_on.is_none());
        if !open().any(|known| known.id == account.id) {
            return Err(OfficeRefused::AccountClosed.into());
        }
        let roles = self.authority.roles(duty);
        let holds = |known: &Account| roles.contains(&known.role) || known.also.iter().any(|role| roles.contains(role));
        let nobody_administers = || duty == Duty::Administer && !open().any(holds);
        let known = self.account(account.id).unwrap_or(account);
        if holds(known) || open().count() == 1 || nobody_administers() { Ok(()) } else { Err(Refused::NotYourDuty(duty)) }
    }

    /// The shipped calendar, the years that packs in force replace, and before both this office's own days.
    pub fn calendar(&self, shipped: &Calendar) -> Calendar {
        self.packs.calendar(shipped).with(&self.days_off)
    }

    /// The text of a template that this office puts before the one that comes with the app: its own, else that of the pack in
    /// force.
    pub fn text(&self, template: &str) -> Option<&str> {
        let own = self.wordings.get(template).map(|own| own.text.as_str());
        own.or_else(|| self.packs.texts()?.get(template).map(String::as_str))
    }

    /// The official with this identity.
    pub fn official(&self, id: OfficialId) -> Option<&Official> {
        self.officials.iter().find(|official| official.id == id)
    }

    /// The account with this identity.
    pub fn account(&self, id: AccountId) -> Option<&Account> {
        self.accounts.iter().find(|account| account.id == id)
    }

    /// The highest serial of a desk's series that was accounted for in `year`.
    pub fn last_voided(&self, series: NumberSeries, desk: &DeskCode, year: i32) -> Option<u32> {
        let of = |voided: &&VoidedNumbers| voided.series == series && voided.desk == *desk && voided.year == year;
        self.voided.iter().filter(of).map(|voided| voided.to).max()
    }

    /// The desk with this code.
    pub fn desk(&self, code: &DeskCode) -> Option<&OfficeDesk> {
        self.desks.iter().find(|desk| desk.code == *code)
    }
}
