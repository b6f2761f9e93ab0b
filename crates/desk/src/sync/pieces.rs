//! Which piece of which file is next, and what is kept of the answer.

use crate::error::DeskError;
use crate::files::error::ShelfError;
use crate::files::progress;
use crate::files::shelf::Shelf;
use crate::journal::Journal;
use crate::kernel::random::roll;
use crate::store::enrolment::Enrolment;
use crate::store::objects;
use crate::store::writing;
use crate::sync::fault::SyncFault;
use crate::sync::files_under_way::{FileStep, Incoming, OutgoingPiece, SMALLEST_PIECE};
use crate::sync::state::State;
use loket_journal::object::CHUNK;
use loket_journal::protocol::{Held, LARGEST_PIECE, MOST_ASKED, ObjectPiece, ObjectReceipt, ObjectsHeld, PartAsked, RefusalKind};
use loket_journal::{Digest, Parity};
use rusqlite::Connection;

impl State {
    pub(crate) fn piece_arrived(&mut self, piece: &OutgoingPiece, bytes: u64) -> Result<(), DeskError> {
        let files = &mut self.files;
        if files.there.insert(piece.digest, bytes) == Some(bytes) {
            // It goes no further, and would go round for ever.
            files.ask_again(&piece.digest);
            return Err(SyncFault::Unreachable.into());
        }
        (files.sending, files.upload) = (None, None);
        self.pace.went_well();
        Ok(())
    }

    /// The server is too old to take files: they wait until the desk is opened again.
    pub(crate) fn files_unknown(&mut self) -> Result<(), DeskError> {
        self.files.unknown = true;
        Ok(())
    }

    /// Keeps what came of a part before the link was cut. Whether any of it was new.
    pub(crate) fn part_cut(&mut self, incoming: &Incoming, arrived: &[u8]) -> bool {
        let Some((hash, rest)) = PartAsked::split(arrived).filter(|(_, rest)| !rest.is_empty()) else { return false };
        let mut bytes = self.begun_part(incoming, hash);
        bytes.extend_from_slice(rest);
        if bytes.len() > LARGEST_PIECE {
            self.files.coming = None;
            return false;
        }
        self.files.coming = Some((incoming.asked, hash, bytes));
        true
    }

    /// The bytes of this part that came before.
    fn begun_part(&mut self, incoming: &Incoming, hash: Parity) -> Vec<u8> {
        match self.files.coming.take() {
            Some((asked, of, bytes))
                if of == hash && (asked.digest, asked.offset) == (incoming.asked.digest, incoming.asked.offset) =>
            {
                bytes
            }
            _ => vec![],
        }
    }
}

/// What to do next about files; nothing while they are to wait.
pub(crate) fn next_file_step(tables: &Connection, sync: &mut State, shelf: &Shelf) -> Result<Option<FileStep>, DeskError> {
    if progress::files_paused(tables)? || sync.files.unknown {
        return Ok(None);
    }
    if let Some(file) = objects::wanted(tables)?.into_iter().next() {
        return Ok(Some(FileStep::Fetch(next_part(sync, shelf, &file))));
    }
    let unsent = objects::unsent(tables)?;
    let unasked = unsent.iter().map(|file| file.digest).filter(|digest| !sync.files.there.contains_key(digest));
    let unasked: Vec<Digest> = unasked.take(MOST_ASKED).collect();
    if !unasked.is_empty() {
        return Ok(Some(FileStep::Ask(unasked)));
    }
    for file in unsent {
        match next_piece(sync, shelf, &file) {
            Ok(piece) => return Ok(Some(FileStep::Send(piece))),
            // It was here and is damaged: said at its request, and all others go on.
            Err(DeskError::Shelf(ShelfError::Lost(_))) => {
                writing::note(tables, |tables| objects::lose(tables, &file.digest))?;
            }
            Err(fault) => return Err(fault),
        }
    }
    Ok(None)
}

fn next_piece(sync: &mut State, shelf: &Shelf, file: &objects::HeldFile) -> Result<OutgoingPiece, DeskError> {
    let (digest, offset) = (file.digest, sync.files.sent(&file.digest));
    let room = sync.pace.room().clamp(SMALLEST_PIECE, LARGEST_PIECE);
    // What is under way is sent again as it was, so that the server can use the beginning it has.
    let same = sync.files.sending.filter(|(of, after, _)| (*of, *after) == (digest, offset));
    let length = same.map_or(room, |(.., length)| length);
    let bytes = shelf.part(&digest, file.size, offset..offset.saturating_add(length as u64))?;
    let whole = ObjectPiece { digest, offset, bytes: &bytes }.write();
    let begun = sync.files.upload.filter(|_| same.is_some()).and_then(|upload| {
        let begun = whole.get(..upload.length as usize)?;
        (Parity::of_message(begun) == upload.digest).then_some(begun.len())
    });
    sync.files.sending = Some((digest, offset, length));
    Ok(OutgoingPiece { digest, whole, begun: begun.unwrap_or(0) })
}

fn next_part(sync: &State, shelf: &Shelf, file: &objects::HeldFile) -> Incoming {
    let coming = sync.files.coming.as_ref().filter(|(asked, ..)| asked.digest == file.digest);
    let asked = if let Some((asked, _, bytes)) = coming {
        PartAsked { skip: u32::try_from(bytes.len()).unwrap_or(0), ..*asked }
    } else {
        let chunks = (sync.pace.room().min(LARGEST_PIECE) as u64 / CHUNK).max(1);
        let offset = shelf.fetched(&file.digest, file.size);
        PartAsked { digest: file.digest, offset, room: u32::try_from(chunks * CHUNK).unwrap_or(u32::MAX), skip: 0 }
    };
    Incoming { asked, size: file.size }
}

/// Keeps what the server has of files it was asked about. How many are whole there.
pub(crate) fn keep_held(
    tables: &Connection,
    sync: &mut State,
    asked: &[Digest],
    held: ObjectsHeld,
    enrolment: &Enrolment,
) -> Result<u64, DeskError> {
    if held.objects.len() != asked.len() {
        return Err(SyncFault::Rubbish.into());
    }
    sync.files.upload = held.upload;
    let mut whole = 0;
    for (digest, held) in asked.iter().zip(held.objects) {
        match held {
            Held::Unnamed => file_refused(tables, sync, digest, RefusalKind::Unnamed)?,
            Held::Begun(bytes) => {
                sync.files.there.insert(*digest, bytes);
            }
            Held::Whole(receipt) => {
                file_arrived(tables, sync, digest, &receipt, enrolment)?;
                whole += 1;
            }
        }
    }
    Ok(whole)
}

/// The server has a file, if its word holds.
pub(crate) fn file_arrived(
    tables: &Connection,
    sync: &mut State,
    digest: &Digest,
    receipt: &ObjectReceipt,
    enrolment: &Enrolment,
) -> Result<(), DeskError> {
    receipt.verify(digest, &enrolment.server_key).map_err(SyncFault::from)?;
    writing::note(tables, |tables| objects::keep_receipt(tables, digest, receipt))?;
    sync.files.ask_again(digest);
    sync.pace.went_well();
    Ok(())
}

/// A file waits for a person; all others go on.
pub(crate) fn file_refused(tables: &Connection, sync: &mut State, digest: &Digest, kind: RefusalKind) -> Result<(), DeskError> {
    sync.files.ask_again(digest);
    sync.files.coming = None;
    let why = SyncFault::Refused(kind).to_string();
    Ok(writing::note(tables, |tables| objects::refuse(tables, digest, &why))?)
}

/// Keeps a part that came whole. Whether the file is whole with it.
pub(crate) fn part_arrived(
    journal: &mut Journal,
    sync: &mut State,
    shelf: &Shelf,
    incoming: &Incoming,
    arrived: &[u8],
) -> Result<bool, DeskError> {
    let (hash, rest) = PartAsked::split(arrived).ok_or(SyncFault::Rubbish)?;
    let mut bytes = sync.begun_part(incoming, hash);
    bytes.extend_from_slice(rest);
    let PartAsked { digest, offset, room, .. } = incoming.asked;
    let expected = u64::from(room).min(incoming.size.saturating_sub(offset));
    if bytes.len() as u64 != expected || expected == 0 || Parity::of_message(&bytes) != hash {
        return Err(SyncFault::Rubbish.into());
    }
    let nonce = roll(&mut journal.dice)?;
    match shelf.add(&digest, incoming.size, offset, &bytes, nonce) {
        Ok(whole) => {
            sync.pace.went_well();
            if whole {
                writing::note(&journal.connection, |tables| objects::keep(tables, &digest))?;
            }
            Ok(whole)
        }
        // Every part was what the server sent, and the file is not what the entry names; or what lies here was touched.
        Err(ShelfError::Lost(_)) => {
            shelf.forget_fetched(&digest);
            file_refused(journal.tables(), sync, &digest, RefusalKind::Object)?;
            Ok(false)
        }
        Err(fault) => Err(fault.into()),
    }
}
