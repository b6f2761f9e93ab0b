//! A desk sends the bytes of attached files, piece by piece, and fetches those it lacks.
//!
//! Only what an entry of the desk's own office names is taken or given. A piece counts when it is durable; a file counts when all
//! of it is here, its hash is right, and it is durable: then a signed receipt says so.

use loket_domain::attachment::LARGEST_ATTACHMENT;
use loket_journal::object::NONCE;
use loket_journal::protocol::{
    Answer, DamagedPiece, Held, LARGEST_PIECE, MOST_ASKED, ObjectPiece, ObjectsAsked, ObjectsHeld, Parcel, PartAsked,
    PieceAnswer, RefusalKind,
};
use loket_journal::{Digest, OriginId};
use std::collections::{HashMap, HashSet};
use tracing::{error, info, warn};

use super::refused::{CallRefused, postcard, unread};
use super::service::Service;
use crate::objects::{BegunObject, MOST_BEGUN, NamedObject, ObjectFault, ObjectVault, ROOM_OF_OFFICE};
use crate::store::{EnrolledDesk, StoreFault};

/// What the server has of the files a desk asks about.
pub(super) async fn held(service: &Service, desk: &EnrolledDesk, body: &[u8], now: u64) -> Result<Answer, CallRefused> {
    let asked: ObjectsAsked = ::postcard::from_bytes(body).map_err(unread)?;
    if asked.digests.len() > MOST_ASKED {
        return Err(RefusalKind::Message.into());
    }
    let named = service.store.named(&desk.office).await?;
    let named: HashMap<Digest, NamedObject> = named.into_iter().map(|object| (object.digest, object)).collect();
    let begun = service.store.begun(desk.origin).await?;
    let held = |digest: &Digest| match named.get(digest) {
        None => Held::Unnamed,
        Some(NamedObject { whole: Some(_), .. }) => Held::Whole(service.key.object_receipt(service.epoch, digest)),
        Some(_) => Held::Begun(begun.iter().find(|begun| begun.digest == *digest).map_or(0, |begun| begun.bytes)),
    };
    let objects = asked.digests.iter().map(held).collect();
    postcard(&ObjectsHeld { objects, upload: service.pieces().standing(desk.origin, now) })
}

/// Takes a piece.
pub(super) async fn put(service: &Service, desk: &EnrolledDesk, body: Vec<u8>, now: u64) -> Result<Answer, CallRefused> {
    let message = match Parcel::read(&body) {
        Parcel::Rest(length, rest) => match service.pieces().join(desk.origin, length, rest) {
            Some(whole) => whole,
            None => return postcard(&PieceAnswer::Lost),
        },
        _ => {
            service.pieces().forget(desk.origin);
            body
        }
    };
    let piece = ObjectPiece::read(&message).map_err(damaged)?;
    let named = named(service, desk, &piece.digest).await?;
    let sizes = service.store.sizes_named(&desk.office, piece.digest).await?;
    // Whoever says another length of the same file, by mistake or not, keeps nobody else from sending it.
    let sizes: Vec<u64> = sizes.into_iter().filter(|size| *size <= LARGEST_ATTACHMENT).collect();
    if sizes.is_empty() {
        return Err(RefusalKind::ObjectSize.into());
    }
    postcard(&taken(service, desk, (named, &sizes), &piece, now).await?)
}

/// A piece that is none says no more than that.
fn damaged(_: DamagedPiece) -> CallRefused {
    RefusalKind::Object.into()
}

async fn taken(
    service: &Service,
    desk: &EnrolledDesk,
    (named, sizes): (NamedObject, &[u64]),
    piece: &ObjectPiece<'_>,
    now: u64,
) -> Result<PieceAnswer, CallRefused> {
    let receipt = || PieceAnswer::Whole(service.key.object_receipt(service.epoch, &piece.digest));
    if named.whole.is_some() {
        return Ok(receipt());
    }
    let vault = service.vault().ok_or(CallRefused::Unable)?;
    let others = service.store.begun(desk.origin).await?;
    let here = others.iter().find(|begun| begun.digest == piece.digest).map_or(0, |begun| begun.bytes);
    if piece.offset != here {
        return Ok(PieceAnswer::Begun(here));
    }
    let next = here.saturating_add(piece.bytes.len() as u64);
    let largest = sizes.iter().copied().max().unwrap_or_default();
    if next > largest {
        return Err(RefusalKind::Object.into());
    }
    if here == 0 {
        make_room(service, vault, desk, largest, &others).await?;
    }
    if !piece.bytes.is_empty() {
        let nonce: [u8; NONCE] = service.roll()?;
        vault.put_piece(desk.origin, &piece.digest, here, piece.bytes, nonce).await?;
        let next = BegunObject { origin: desk.origin, digest: piece.digest, bytes: next, at: now };
        // Moved meanwhile by the same call made twice: the next one asks from where it stands.
        if !service.store.move_on(here, next).await? {
            return Ok(PieceAnswer::Begun(here));
        }
    }
    let complete = sizes.contains(&next) && complete(service, vault, desk, (piece.digest, next, largest), now).await?;
    Ok(if complete { receipt() } else { PieceAnswer::Begun(next) })
}

/// Before a file is begun: is there room for it, and does the desk not begin ever more?
async fn make_room(
    service: &Service,
    vault: &ObjectVault,
    desk: &EnrolledDesk,
    size: u64,
    begun: &[BegunObject],
) -> Result<(), CallRefused> {
    let series: HashSet<OriginId> =
        service.store.series(&desk.office).await?.into_iter().map(|series| series.writer.origin).collect();
    // What is under way fills the disk too, also of a desk that was replaced.
    let under_way = service.store.all_begun().await?.into_iter().filter(|begun| series.contains(&begun.origin));
    let under_way = under_way.fold(0_u64, |sum, begun| sum.saturating_add(begun.bytes));
    let used = service.store.room_used(&desk.office).await?.saturating_add(under_way);
    if used.saturating_add(size) > ROOM_OF_OFFICE {
        return Err(RefusalKind::ObjectRoom.into());
    }
    for oldest in begun.iter().take((begun.len() + 1).saturating_sub(MOST_BEGUN)) {
        forget(service, vault, oldest).await?;
    }
    Ok(())
}

async fn forget(service: &Service, vault: &ObjectVault, begun: &BegunObject) -> Result<(), CallRefused> {
    // First the note: pieces without one are swept, a note without its pieces would be believed.
    service.store.forget_begun(begun.origin, begun.digest).await?;
    Ok(vault.forget_pieces(begun.origin, &begun.digest).await?)
}

/// As many bytes are here as an entry says: is it the file? One that is not may still become it where another says it is longer.
async fn complete(
    service: &Service,
    vault: &ObjectVault,
    desk: &EnrolledDesk,
    (digest, size, largest): (Digest, u64, u64),
    now: u64,
) -> Result<bool, CallRefused> {
    let begun = BegunObject { origin: desk.origin, digest, bytes: size, at: now };
    let whole = match vault.joined(desk.origin, &digest, size).await {
        Err(ObjectFault::Place(fault)) => return Err(ObjectFault::Place(fault).into()),
        joined => joined.ok(),
    };
    let hashing = tokio::task::spawn_blocking(move || whole.filter(|whole| Digest::of_object(whole) == digest));
    let Some(whole) = hashing.await.map_err(StoreFault::stopped)? else {
        if size < largest {
            return Ok(false);
        }
        forget(service, vault, &begun).await?;
        return Err(RefusalKind::Object.into());
    };
    vault.put_whole(&desk.office, &digest, &whole, service.roll()?).await?;
    service.store.note_whole(&desk.office, digest, Some((now, size))).await?;
    info!(office = desk.office.as_str(), desk = desk.desk.as_str(), bytes = size, "a file is whole");
    forget(service, vault, &begun).await?;
    Ok(true)
}

/// Gives a part.
pub(super) async fn get(service: &Service, desk: &EnrolledDesk, body: &[u8]) -> Result<Answer, CallRefused> {
    let asked: PartAsked = ::postcard::from_bytes(body).map_err(unread)?;
    let named = named(service, desk, &asked.digest).await?;
    if named.whole.is_none() {
        return Err(RefusalKind::ObjectAbsent.into());
    }
    let vault = service.vault().ok_or(CallRefused::Unable)?;
    let room = u64::from(asked.room).min(LARGEST_PIECE as u64);
    let part = match vault.part(&desk.office, &asked.digest, named.size, asked.offset, room).await {
        Err(fault @ (ObjectFault::Gone | ObjectFault::Broken(_))) => {
            error!(office = desk.office.as_str(), %fault, "a file was lost; a desk that has it may send it again");
            service.store.note_whole(&desk.office, asked.digest, None).await?;
            return Err(RefusalKind::ObjectAbsent.into());
        }
        part => part?,
    };
    Ok(Answer::yes(asked.answer(&part)))
}

async fn named(service: &Service, desk: &EnrolledDesk, digest: &Digest) -> Result<NamedObject, CallRefused> {
    let named = service.store.named_object(&desk.office, *digest).await?;
    Ok(named.ok_or(RefusalKind::Unnamed)?)
}

impl Service {
    /// Lets go of files that were begun and not gone on with for a fortnight, and of pieces that nothing knows of; `now` in
    /// milliseconds since 1970.
    ///
    /// # Errors
    /// [`StoreFault`]; the rest is swept the next time.
    pub async fn sweep_objects(&self, now: u64) -> Result<(), StoreFault> {
        let Some(vault) = self.vault() else { return Ok(()) };
        let oldest = now.saturating_sub(crate::objects::LONGEST_BEGUN);
        let begun = self.store.all_begun().await?;
        for stale in begun.iter().filter(|begun| begun.at < oldest) {
            self.store.forget_begun(stale.origin, stale.digest).await?;
        }
        let alive: Vec<_> =
            begun.into_iter().filter(|begun| begun.at >= oldest).map(|begun| (begun.origin, begun.digest)).collect();
        match vault.sweep(&alive, now.saturating_sub(A_DAY)).await {
            Ok(0) => {}
            Ok(swept) => info!(swept, "pieces of files were let go"),
            Err(fault) => warn!(%fault, "pieces of files were not swept"),
        }
        Ok(())
    }
}

/// Pieces younger than this may still be noted, in milliseconds.
const A_DAY: u64 = 24 * 60 * 60 * 1000;

impl From<ObjectFault> for CallRefused {
    fn from(fault: ObjectFault) -> Self {
        error!(%fault, "the place for files failed");
        Self::Unable
    }
}
