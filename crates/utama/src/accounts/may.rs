//! Who may do what: one function, asked before every page and every deed.

use loket_domain::closed_list;
use loket_domain::office::OfficeCode;
use std::collections::BTreeSet;

closed_list! {
    /// What a person of PPID Utama does.
    pub enum StaffRole {
        /// Keeps accounts and desks.
        Admin = "admin" => "Admin",
        /// Answers what is forwarded and decides on consequence tests.
        Verifier = "verifikator" => "Verifikator",
        /// Looks, and sees who looked.
        Auditor = "auditor" => "Auditor",
    }
}

/// For which offices a person works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// All of them, also those that enrol later.
    Every,
    /// Only these, by Kemendagri code. Never empty.
    Only(BTreeSet<OfficeCode>),
}

impl Reach {
    /// The reach that these codes stand for: none means every office.
    pub fn of(codes: BTreeSet<OfficeCode>) -> Self {
        if codes.is_empty() { Self::Every } else { Self::Only(codes) }
    }

    /// Whether this office lies within.
    pub fn holds(&self, office: &str) -> bool {
        match self {
            Self::Every => true,
            Self::Only(codes) => codes.contains(office),
        }
    }

    /// The codes it is limited to; none for every office.
    pub fn codes(&self) -> impl Iterator<Item = &OfficeCode> {
        let codes = match self {
            Self::Every => None,
            Self::Only(codes) => Some(codes),
        };
        codes.into_iter().flatten()
    }
}

/// Something a person may or may not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Right {
    /// See numbers, dates and stages.
    Watch,
    /// Read what is forwarded to PPID Utama, personal data included.
    ReadCases,
    /// Answer it, and decide on consequence tests.
    AnswerCases,
    /// Read in the files of desks without a link, and hand out their acknowledgments.
    ReadSticks,
    /// Ask an office, answer what it asks, and close what was asked.
    AskOffices,
    /// Let desks in, and revoke them.
    ManageDesks,
    /// Say which offices there are.
    ManageDirectory,
    /// Publish calendars, letter texts and catalogue categories for every office, and withdraw them.
    PublishPacks,
    /// Open, change and close accounts.
    ManageAccounts,
    /// See who looked at what.
    ReadAudit,
    /// Change the own password and sign out.
    OwnAccount,
}

/// Whether a person of this role and reach may do this: for one office, or (`None`) somewhere at all, which opens the pages
/// that then show only what lies within reach.
pub fn may(role: StaffRole, reach: &Reach, action: Right, office: Option<&str>) -> bool {
    let duty = match action {
        Right::Watch | Right::OwnAccount => true,
        Right::ReadCases | Right::ReadSticks | Right::AskOffices => matches!(role, StaffRole::Admin | StaffRole::Verifier),
        Right::AnswerCases => role == StaffRole::Verifier,
        Right::ManageDesks => role == StaffRole::Admin,
        // An account may be given any reach, so only somebody who has all of it gives them out.
        Right::ManageAccounts => role == StaffRole::Admin && *reach == Reach::Every,
        // A pack goes to every office, and so does what offices are called.
        Right::PublishPacks | Right::ManageDirectory => role == StaffRole::Admin && *reach == Reach::Every,
        Right::ReadAudit => matches!(role, StaffRole::Admin | StaffRole::Auditor),
    };
    duty && office.is_none_or(|office| reach.holds(office))
}
