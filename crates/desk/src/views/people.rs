//! People who asked before, offered while a request is typed.

use serde::Serialize;

/// Somebody who asked before, or acted for somebody who did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct KnownPerson {
    /// The last request, by its identity.
    pub last: String,
    /// Name.
    pub name: String,
    /// What of that which is typed is the same.
    pub why: String,
    /// By what one is known from a namesake: address, telephone.
    pub details: String,
    /// Number and day of the last request.
    pub last_text: String,
    /// How many requests there were.
    pub before_text: String,
    /// What choosing the person puts into the form.
    pub fills: KnownBoxes,
}

/// What choosing somebody puts into the form of a new request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum KnownBoxes {
    /// The applicant's part.
    Applicant(ApplicantBoxes),
    /// The part of whoever acts for the applicant.
    Representative(RepresentativeBoxes),
}

/// The boxes of the applicant, named as in [`loket_domain::request::RequestDraft`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[allow(missing_docs)] // Each is one box of the form.
pub struct ApplicantBoxes {
    pub category: String,
    pub name: String,
    pub identity_kind: String,
    pub identity_number: String,
    pub address: String,
    pub occupation: String,
    pub phone: String,
    pub email: String,
    pub members: Vec<String>,
}

/// The boxes of whoever acts for the applicant, named as in [`loket_domain::request::RequestDraft`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[allow(missing_docs)] // Each is one box of the form.
pub struct RepresentativeBoxes {
    pub representative_as: String,
    pub representative_name: String,
    pub representative_address: String,
    pub representative_phone: String,
}
