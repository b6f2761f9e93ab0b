//! Everything that can ever happen, one variant each, in the past tense.
//!
//! Variants are only added. A field is only added with `#[serde(default)]`, so that an entry written ten years ago still reads.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::deadline::Promised;
use crate::numbering::RegistrationNumber;
use crate::office::{Account, Desk, OfficeProfile, Official};
use crate::paper::PaperKind;
use crate::request::{Grant, Refusal, Registration};

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Change {
    /// The office was set up at its first start.
    OfficeEstablished {
        /// Who it is and how it works.
        profile: OfficeProfile,
    },
    /// An official was named.
    OfficialNamed {
        /// Who.
        official: Official,
    },
    /// A person was given a way to sign in. The password is not part of it.
    AccountOpened {
        /// Who.
        account: Account,
    },
    /// A counter was opened with its code and the number it continues from.
    DeskOpened {
        /// Which.
        desk: Desk,
    },
    /// A request was received and given its number (UU KIP Ps 22(4)).
    RequestRegistered {
        /// Its number, final.
        number: RegistrationNumber,
        /// The civil date of registration.
        on: NaiveDate,
        /// What the form says. Boxed: it is far larger than the other variants.
        registration: Box<Registration>,
        /// The dates the receipt names.
        promised: Promised,
    },
    /// The papers were found complete; the ten days of the newer practice begin.
    RequestDeclaredComplete {
        /// The civil date.
        on: NaiveDate,
        /// The dates that follow from it.
        promised: Promised,
    },
    /// The information is given in full (UU KIP Ps 22(7)).
    RequestGranted {
        /// The letter and its facts.
        grant: Grant,
    },
    /// The information is withheld under Pasal 17.
    RequestRefused {
        /// The decision and its grounds.
        refusal: Refusal,
    },
    /// A paper was sent to a printer or saved as a file.
    PaperIssued {
        /// Which paper.
        paper: PaperKind,
        /// The civil date.
        on: NaiveDate,
    },
}
