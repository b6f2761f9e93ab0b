//! What happens to a pack before an office decides about it. Applying it and taking it back happen to the office.

use serde::{Deserialize, Serialize};

use super::SignedPack;
use crate::kinds::kinds;
use crate::words::Words;

/// What happens to a pack before an office decides about it, one variant each, in the past tense.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PackChange {
    /// A pack of PPID Utama came, by sync or as a file. It changes nothing before the office applies it.
    PackReceived {
        /// The pack. Boxed: it is far larger than the other variants.
        pack: Box<SignedPack>,
    },
}

kinds! {
    PackChange:
    PackReceived = "pack_received",
}

impl PackChange {
    /// What happened, in words.
    pub fn words(&self) -> Words {
        match self {
            Self::PackReceived { pack } => {
                Words::of(format!("Paket {} dari PPID Utama diterima", pack.pack().name())).note(pack.pack().basis.clone())
            }
        }
    }
}
