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
    /// A directory of PPID Utama came, by sync or as a file. The newest holds as soon as it is there. Its own kind, so that a desk
    /// of an older version carries it instead of calling it damaged.
    DirectoryReceived {
        /// The pack.
        pack: Box<SignedPack>,
    },
}

kinds! {
    PackChange:
    PackReceived = "pack_received",
    DirectoryReceived = "directory_received",
}

impl PackChange {
    /// How a pack that came is written down.
    pub fn received(pack: SignedPack) -> Self {
        let pack = Box::new(pack);
        if pack.pack().line().holds_at_once() { Self::DirectoryReceived { pack } } else { Self::PackReceived { pack } }
    }

    /// The pack that came.
    pub fn pack(&self) -> &SignedPack {
        match self {
            Self::PackReceived { pack } | Self::DirectoryReceived { pack } => pack,
        }
    }

    /// What happened, in words.
    pub fn words(&self) -> Words {
        match self {
            Self::PackReceived { pack } | Self::DirectoryReceived { pack } => {
                Words::of(format!("Paket {} dari PPID Utama diterima", pack.pack().name())).note(pack.pack().basis.clone())
            }
        }
    }
}
