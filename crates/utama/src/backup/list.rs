//! What a copy must hold.

use loket_journal::OriginId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;
use uuid::Uuid;

use super::{CopyFault, disk};
use crate::accounts::Reach;
use crate::fault::StoreFault;
use crate::memory::Memory;
use crate::sqlite::{HeldInFile, held};
use crate::store_key::StoreKey;

/// Name of the list within a copy.
pub(super) const LIST: &str = "cadangan.json";

/// What a copy must hold, as it was when it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyList {
    /// When it was made, in milliseconds since 1970.
    pub made: u64,
    /// Version of the program that made it.
    pub version: String,
    /// How many entries of each series.
    pub series: BTreeMap<Uuid, u64>,
    /// How many accounts, closed ones included.
    pub accounts: u64,
    /// How many published packs.
    pub packs: u64,
    /// How many attached files are here whole.
    pub files: u64,
}

/// Something that a copy must hold and does not.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Lack {
    /// Entries of a series.
    #[error("seri {} hanya punya {here} dari {listed} catatan.", origin.0)]
    Entries {
        /// Whose series.
        origin: OriginId,
        /// How many are here.
        here: u64,
        /// How many the list names.
        listed: u64,
    },
    /// Accounts, packs or files.
    #[error("{what}: hanya {here} dari {listed} yang ada.")]
    Others {
        /// Of what.
        what: &'static str,
        /// How many are here.
        here: u64,
        /// How many the list names.
        listed: u64,
    },
}

impl CopyList {
    /// The list of what `store` holds now.
    ///
    /// # Errors
    /// [`StoreFault`] when something cannot be read.
    pub async fn of(store: &dyn Memory, now: u64) -> Result<Self, StoreFault> {
        let (mut series, mut files) = (BTreeMap::new(), 0);
        for (office, _) in store.known_offices(&Reach::Every).await? {
            series.extend(store.series(&office).await?.into_iter().map(|one| (one.writer.origin.0, one.length)));
            files += store.named(&office).await?.iter().filter(|named| named.whole.is_some()).count() as u64;
        }
        let (accounts, packs) = (store.accounts().await?.len() as u64, store.packs().await?.len() as u64);
        Ok(Self { made: now, version: env!("CARGO_PKG_VERSION").to_owned(), series, accounts, packs, files })
    }

    /// The list of what the file of a copy holds.
    pub(super) fn of_file(path: &Path, key: Option<&StoreKey>, now: u64) -> Result<Self, StoreFault> {
        let HeldInFile { mut series, accounts, packs, files } = held(path, key)?;
        series.retain(|_, length| *length > 0);
        Ok(Self { made: now, version: env!("CARGO_PKG_VERSION").to_owned(), series, accounts, packs, files })
    }

    /// What `held` has less of than this list names.
    pub fn lacking(&self, held: &Self) -> Vec<Lack> {
        let mut lacks = Vec::new();
        for (origin, listed) in &self.series {
            let here = held.series.get(origin).copied().unwrap_or(0);
            if here < *listed {
                lacks.push(Lack::Entries { origin: OriginId(*origin), here, listed: *listed });
            }
        }
        let others = [
            ("Akun", held.accounts, self.accounts),
            ("Paket", held.packs, self.packs),
            ("Berkas lampiran", held.files, self.files),
        ];
        lacks.extend(others.into_iter().filter(|(_, here, listed)| here < listed).map(|(what, here, listed)| Lack::Others {
            what,
            here,
            listed,
        }));
        lacks
    }

    /// The list of the copy in this folder.
    ///
    /// # Errors
    /// [`CopyFault::NoList`].
    pub fn read(folder: &Path) -> Result<Self, CopyFault> {
        let bytes = std::fs::read(folder.join(LIST)).ok();
        bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).ok_or_else(|| CopyFault::NoList(folder.to_owned()))
    }

    pub(super) fn write(&self, folder: &Path) -> Result<(), CopyFault> {
        let path = folder.join(LIST);
        let bytes = serde_json::to_vec_pretty(self).map_err(StoreFault::damaged("daftar cadangan"))?;
        let written = std::fs::File::create(&path).and_then(|mut file| {
            std::io::Write::write_all(&mut file, &bytes)?;
            file.sync_all()
        });
        written.map_err(disk(&path))
    }
}

/// What `store`, which lies in this folder, has less of than the list beside it names; nothing where there is no list.
///
/// # Errors
/// [`StoreFault`] when something cannot be read.
pub async fn check_copy(folder: &Path, store: &dyn Memory, now: u64) -> Result<Option<(CopyList, Vec<Lack>)>, StoreFault> {
    let Ok(list) = CopyList::read(folder) else { return Ok(None) };
    let lacks = list.lacking(&CopyList::of(store, now).await?);
    Ok(Some((list, lacks)))
}
