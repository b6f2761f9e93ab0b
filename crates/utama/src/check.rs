//! Proving that what is stored is what the desks wrote and what the monitor shows.

use loket_domain::calendar::Calendar;
use loket_domain::indonesian;
use loket_domain::office::OfficeCode;
use loket_domain::zone::Zone;
use loket_journal::{Chain, DeskKey, Digest, OriginId};
use std::collections::HashSet;

use crate::backup::Lack;
use crate::clock::civil;
use crate::objects::{ObjectFault, ObjectPlace, ObjectVault, PlaceFault};
use crate::projection::Projection;
use crate::store::{Series, Store, StoreFault};

/// Opens every attached file that is said to be here whole.
///
/// # Errors
/// [`ObjectCheckFault`] when something cannot be read at all.
pub async fn check_objects(store: &dyn Store, place: &ObjectPlace, checked: &mut Checked) -> Result<(), ObjectCheckFault> {
    // Looking makes no folder.
    let away = matches!(place, ObjectPlace::Folder(folder) if !folder.is_dir());
    let mut vault = None;
    for office in store.offices().await?.into_iter().map(|office| office.code) {
        for named in store.named(&office).await?.into_iter().filter(|named| named.whole.is_some()) {
            if away {
                checked.findings.push(Finding::LostFile { office: office.clone(), digest: named.digest });
                continue;
            }
            // Opened for the first of them: a bucket that nothing is in need not be reached.
            let vault = match &vault {
                Some(vault) => vault,
                None => vault.insert(ObjectVault::new(place.open()?, &store.identity().await?.seed)),
            };
            let right = match vault.part(&office, &named.digest, named.size, 0, named.size).await {
                Ok(bytes) => Digest::of_object(&bytes) == named.digest,
                Err(ObjectFault::Place(fault)) => return Err(PlaceFault::from(fault).into()),
                Err(_) => false,
            };
            checked.files += u64::from(right);
            if !right {
                checked.findings.push(Finding::LostFile { office: office.clone(), digest: named.digest });
            }
        }
    }
    Ok(())
}

/// Why attached files could not be checked.
#[derive(Debug, thiserror::Error)]
pub enum ObjectCheckFault {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreFault),
    /// The place of the files.
    #[error(transparent)]
    Place(#[from] PlaceFault),
}

/// What a check went through, and what it found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Offices gone through.
    pub offices: usize,
    /// Series gone through.
    pub series: usize,
    /// Entries recomputed.
    pub entries: u64,
    /// Attached files that are here and sound.
    pub files: u64,
    /// Everything that is wrong; empty when all is well.
    pub findings: Vec<Finding>,
}

/// Something wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Finding {
    /// The file lacks its log.
    #[error(
        "Salinan tidak utuh: diambil selagi server berjalan (sejak {}) tanpa berkas utama.sqlite-wal; catatan terakhirnya tidak ada. Ambil juga berkas itu, atau pakai cadangan dari `loket-utama backup`.",
        dated(*since)
    )]
    LackingLog {
        /// Since when a server worked on it, in milliseconds since 1970.
        since: u64,
    },
    /// The copy has less than its list names.
    #[error("Cadangan tidak utuh: {0}")]
    LackingCopy(Lack),
    /// An entry does not continue the one before it.
    #[error("{office}: rantai catatan seri {} putus setelah catatan ke-{after}.", origin.0)]
    BrokenChain {
        /// Of which office.
        office: OfficeCode,
        /// Whose series.
        origin: OriginId,
        /// How many entries are sound.
        after: u64,
    },
    /// A head was not signed by its desk.
    #[error("{office}: tanda tangan seri {} pada catatan ke-{seq} tidak sah.", origin.0)]
    ForgedHead {
        /// Of which office.
        office: OfficeCode,
        /// Whose series.
        origin: OriginId,
        /// At which entry.
        seq: u64,
    },
    /// The record of who did what lost a line, or one was changed.
    #[error("Catatan akses putus di sekitar {}: ada baris yang diubah atau hilang. Bandingkan dengan cadangan dari sebelum itu.", dated(*at))]
    BrokenRecord {
        /// When the line was written at which it is seen, in milliseconds since 1970.
        at: u64,
    },
    /// An attached file is gone or damaged.
    #[error("{office}: berkas lampiran {digest} hilang atau rusak. Meja mengirimnya lagi setelah didaftarkan dengan kode baru.")]
    LostFile {
        /// Of which office.
        office: OfficeCode,
        /// Its digest.
        digest: Digest,
    },
    /// The rows the monitor reads are not those of the journal.
    #[error("{office}: tabel pemantauan berbeda dari jurnal.")]
    StaleRows {
        /// Of which office.
        office: OfficeCode,
    },
}

/// `24 November 2026, 14.00 WIB`.
fn dated(millis: u64) -> String {
    let at = civil(millis);
    format!("{}, {}", indonesian::date(at.date()), indonesian::time(at.time(), Zone::Western))
}

/// Recomputes every chain, verifies every signed head and folds every office again.
///
/// # Errors
/// [`StoreFault`] when something cannot be read at all.
pub async fn check(store: &dyn Store, calendar: &Calendar) -> Result<Checked, StoreFault> {
    let mut checked = Checked::default();
    checked.findings.extend(store.lacks_log_since().map(|since| Finding::LackingLog { since }));
    let own = DeskKey::from_seed(&store.identity().await?.seed).public();
    for office in store.offices().await?.into_iter().map(|office| office.code) {
        let mut utama = HashSet::new();
        for series in store.series(&office).await? {
            if series.writer.key == own {
                utama.insert(series.writer.origin);
            }
            walk(store, &office, series, &mut checked).await?;
        }
        let folded = Projection::of(store.entries(&office).await?, &utama, calendar);
        if folded != store.projection(&office).await? {
            checked.findings.push(Finding::StaleRows { office });
        }
        checked.offices += 1;
    }
    Ok(checked)
}

async fn walk(store: &dyn Store, office: &str, series: Series, checked: &mut Checked) -> Result<(), StoreFault> {
    checked.series += 1;
    let origin = series.writer.origin;
    let mut chain = Chain::empty(origin);
    // Without room a run ends at the nearest head, so that every head is met.
    while let Some(run) = store.run(office, origin, chain.length, 0).await? {
        let whole = run.entries.iter().all(|entry| entry.header.office == office && chain.accept(entry));
        checked.entries += run.entries.len() as u64;
        if !whole || (chain.length, chain.head) != (run.head.seq, run.head.hash) {
            break;
        }
        if run.head.verify(origin, &series.writer.key).is_err() {
            checked.findings.push(Finding::ForgedHead { office: office.into(), origin, seq: chain.length });
        }
    }
    // A head beyond the last entry vouches for entries that are gone.
    if chain != series.chain() || chain.length != series.vouched {
        checked.findings.push(Finding::BrokenChain { office: office.into(), origin, after: chain.length });
    }
    Ok(())
}
