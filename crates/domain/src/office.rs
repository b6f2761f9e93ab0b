//! The office: who it is, how it counts, who signs. A fold of the changes about it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::change::Change;
use crate::coded::coded;
use crate::ids::{AccountId, OfficialId};
use crate::numbering::{DeskCode, NumberPattern, SeriesStart};
use crate::working_days::{Counting, WorkWeek};

coded! {
    /// From which event the ten working days of an answer are counted. The sources disagree (UU KIP Ps 22(7), PERKI 1/2021): a setting.
    pub enum ClockStart {
        /// From completeness (newer practice).
        Complete = "complete" => "Sejak berkas dinyatakan lengkap (praktik PERKI 1/2021)",
        /// From receipt (text of the Act).
        Received = "received" => "Sejak permohonan diterima (bunyi UU 14/2008)",
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

coded! {
    /// What an official is in the PPID structure (Permendagri 3/2017).
    pub enum Role {
        /// Decides and signs at the kecamatan.
        PpidUnit = "ppid_unit" => "PPID Pelaksana",
        /// Answers objections.
        PpidSuperior = "ppid_superior" => "Atasan PPID",
        /// Registers and hands over receipts.
        DeskOfficer = "desk_officer" => "Petugas meja layanan",
        /// Coordinates at the regency.
        PpidMain = "ppid_main" => "PPID Utama",
    }
}

coded! {
    /// In which capacity an official signs.
    pub enum Capacity {
        /// Holder of the position.
        Definitive = "definitive" => "Pejabat definitif",
        /// On behalf of the holder.
        OnBehalf = "on_behalf" => "a.n. (atas nama)",
        /// Acting, position vacant.
        Acting = "acting" => "Plt. (pelaksana tugas)",
        /// Acting for the day, holder absent.
        Daily = "daily" => "Plh. (pelaksana harian)",
    }
}

/// Who the office is on paper and how it works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeProfile {
    /// Kemendagri code `PP.KK.CC`.
    pub code: String,
    /// E.g. `KABUPATEN SERDANG BEDAGAI`.
    pub regency: String,
    /// E.g. `Perbaungan`.
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
}

impl OfficeProfile {
    /// How this office counts working days.
    pub fn counting(&self) -> Counting {
        Counting { week: self.week, collective_leave_works: self.collective_leave_works }
    }

    /// `Kantor Camat Perbaungan`.
    pub fn name(&self) -> String {
        format!("Kantor Camat {}", self.kecamatan)
    }
}

/// An official named in the office's decree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Official {
    /// Identity.
    pub id: OfficialId,
    /// Name with titles.
    pub name: String,
    /// 18 digits, or none.
    pub nip: Option<String>,
    /// *Pangkat/golongan*.
    pub rank: Option<String>,
    /// *Jabatan* as it stands above the signature.
    pub position: String,
    /// Place in the PPID structure.
    pub role: Role,
    /// How the official signs.
    pub capacity: Capacity,
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
}

/// A counter of the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Desk {
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
    pub desks: Vec<Desk>,
}

impl Office {
    /// The state after `change`, or `None` when the change does not fit: kept in the journal, shown for review.
    pub fn apply(state: Option<Self>, change: &Change) -> Option<Self> {
        let mut office = match (state, change) {
            (None, Change::OfficeEstablished { profile }) => {
                return Some(Self { profile: profile.clone(), officials: vec![], accounts: vec![], desks: vec![] });
            }
            (Some(office), _) => office,
            (None, _) => return None,
        };
        match change {
            // Each desk says at its first start who the office is; the earliest word stands.
            Change::OfficeEstablished { profile } if profile.code == office.profile.code => {}
            Change::OfficialNamed { official } if office.official(official.id).is_none() => {
                office.officials.push(official.clone())
            }
            Change::AccountOpened { account } if office.account(account.id).is_none() => office.accounts.push(account.clone()),
            Change::DeskOpened { desk } if office.desk(desk.code.as_str()).is_none() => office.desks.push(desk.clone()),
            _ => return None,
        }
        Some(office)
    }

    /// The official with this identity.
    pub fn official(&self, id: OfficialId) -> Option<&Official> {
        self.officials.iter().find(|official| official.id == id)
    }

    /// The account with this identity.
    pub fn account(&self, id: AccountId) -> Option<&Account> {
        self.accounts.iter().find(|account| account.id == id)
    }

    /// The desk with this code.
    pub fn desk(&self, code: &str) -> Option<&Desk> {
        self.desks.iter().find(|desk| desk.code.as_str() == code)
    }
}
