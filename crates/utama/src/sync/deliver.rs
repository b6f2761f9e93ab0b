//! Packs on their way to an office: written into the server's own series when a desk of it compares.

use loket_domain::change::{Change, PackChange};
use loket_domain::ids::AccountId;
use loket_journal::{Entry, Payload, PublicKey, Recorded, Stamp, pack_subject, verify_pack};
use tracing::info;
use uuid::Uuid;

use super::refused::CallRefused;
use super::service::Service;
use crate::clock::civil;
use crate::own_series::Draft;
use crate::packs::PublishedPack;
use crate::store::{StoreFault, Taking};

/// Whoever writes for PPID Utama as a whole.
const PPID_UTAMA: AccountId = AccountId(Uuid::nil());

/// Writes what the office has not got yet; says whether there was anything. Both sides hold the same at this moment, so what
/// is written continues what every desk of the office may have. When another process wrote at the same moment, the next
/// comparison tries again.
pub(super) async fn deliver(service: &Service, office: &str, now: u64) -> Result<bool, CallRefused> {
    let (mut written, mut noted) = (false, vec![]);
    let waiting = service.store.undelivered(office).await?;
    if waiting.is_empty() {
        return Ok(false);
    }
    let mut draft = Draft::begin(service.store.as_ref(), office).await?;
    for PublishedPack { signed, .. } in waiting {
        noted.push((signed.pack().line(), signed.pack().version));
        // A crash may have come between the entry and its note, and another desk may have read it from a file.
        if !service.store.holds_pack(office, &signed).await? {
            let subject = pack_subject(&signed);
            let change = Change::Pack(PackChange::received(signed));
            let rolled = (service.roll()?, service.roll()?);
            draft.add((PPID_UTAMA, subject, &change), (Stamp::at(now), now, civil(now)), rolled)?;
            written = true;
        }
    }
    if written && !matches!(service.store.take(draft.run(|chain| service.sign(chain))).await?, Taking::Taken(_)) {
        return Ok(false);
    }
    for (line, version) in noted {
        service.store.note_delivered(office, line, version).await?;
    }
    if written {
        info!(office, "packs delivered");
    }
    Ok(written)
}

/// The packs among entries that came back to a restored server in its own series, as it once published them.
pub(super) fn learned(entries: &[Entry], key: &PublicKey) -> Vec<PublishedPack> {
    let pack = |entry: &Entry| {
        let recorded = Payload::read(&entry.payload).ok()?.recorded();
        let Recorded::Known(Change::Pack(change)) = recorded else { return None };
        verify_pack(change.pack(), key).ok()?;
        Some(PublishedPack { signed: change.pack().clone(), published: entry.header.time.millis(), login: String::new() })
    };
    entries.iter().filter_map(pack).collect()
}

/// Keeps packs that came back; one that is known already stays as it is.
pub(super) async fn relearn(service: &Service, packs: Vec<PublishedPack>) -> Result<(), StoreFault> {
    for pack in packs {
        service.store.keep_pack(pack).await?;
    }
    Ok(())
}
