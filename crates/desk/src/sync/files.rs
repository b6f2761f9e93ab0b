//! The engine for attached files: they go after the entries, piece by piece, and between two pieces whatever was written meanwhile
//! goes first. Here the pieces travel; `pieces` chooses them and keeps what comes of them.

use crate::sync;
use crate::sync::pieces;

use loket_journal::protocol::{PieceAnswer, RefusalKind};

use super::asking::Pulled;
use super::round::{Exchange, with};
use super::{Link, SyncFault};
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::sync::files_under_way::{FileStep, Incoming, OutgoingPiece};

/// After how many milliseconds a round that carries a large file looks what others wrote.
const COMPARE_AGAIN: u64 = 60_000;

impl<L: Link, N: Fn() -> Moment> Exchange<'_, L, N> {
    /// Moves files until none is left to move, or they are to wait.
    pub(super) async fn files(&mut self) -> Result<(), DeskError> {
        let mut compared = (self.now)().millis;
        // A file whose entry is not there is not taken; entries that cannot go now hold their files back too.
        if with(self.shared, |desk| sync::waiting(desk.journal.tables(), &desk.journal.context(), &desk.sync))? > 0 {
            return Ok(());
        }
        while let Some(step) =
            with(self.shared, |desk| pieces::next_file_step(desk.journal.tables(), &mut desk.sync, &desk.shelf))?
        {
            match step {
                FileStep::Ask(digests) => match self.peer().objects(&digests).await {
                    Ok(held) => {
                        let enrolment = &self.enrolment;
                        self.moved.files += with(self.shared, |desk| {
                            pieces::keep_held(desk.journal.tables(), &mut desk.sync, &digests, held, enrolment)
                        })?;
                    }
                    // A server of before there were files: they wait until it is brought up to date.
                    Err(SyncFault::Refused(RefusalKind::Message)) => return with(self.shared, |desk| desk.sync.files_unknown()),
                    Err(fault) => return Err(fault.into()),
                },
                FileStep::Send(piece) => self.send_piece(&piece).await?,
                FileStep::Fetch(incoming) => self.fetch_part(&incoming).await?,
            }
            let now = (self.now)().millis;
            if with(self.shared, |desk| sync::waiting(desk.journal.tables(), &desk.journal.context(), &desk.sync))? > 0
                || now.saturating_sub(compared) >= COMPARE_AGAIN
            {
                self.records().await?;
                if with(self.shared, |desk| sync::waiting(desk.journal.tables(), &desk.journal.context(), &desk.sync))? > 0 {
                    break;
                }
                compared = now;
            }
        }
        Ok(())
    }

    async fn send_piece(&mut self, piece: &OutgoingPiece) -> Result<(), DeskError> {
        match self.peer().put_piece(piece.message()).await {
            Ok(PieceAnswer::Begun(bytes)) => with(self.shared, |desk| desk.sync.piece_arrived(piece, bytes)),
            Ok(PieceAnswer::Whole(receipt)) => {
                let enrolment = &self.enrolment;
                with(self.shared, |desk| {
                    pieces::file_arrived(desk.journal.tables(), &mut desk.sync, &piece.digest, &receipt, enrolment)
                })?;
                self.moved.files += 1;
                Ok(())
            }
            Ok(PieceAnswer::Lost) => self.tell(|desk| desk.sync.files.ask_again(&piece.digest)),
            Err(SyncFault::Unreachable) => {
                // What arrived of it is known only to the server; where nothing did, there is no link.
                let held = self.peer().objects(&[piece.digest]).await?;
                let enrolment = &self.enrolment;
                let got_on = with(self.shared, |desk| {
                    let before = desk.sync.files.reached(&piece.digest);
                    pieces::keep_held(desk.journal.tables(), &mut desk.sync, &[piece.digest], held, enrolment)?;
                    Ok(desk.sync.files.reached(&piece.digest) > before)
                })?;
                if got_on {
                    return Ok(());
                }
                self.tell(|desk| desk.sync.pace.broke())?;
                Err(SyncFault::Unreachable.into())
            }
            Err(SyncFault::Refused(kind)) if is_about_the_file(kind) => {
                with(self.shared, |desk| pieces::file_refused(desk.journal.tables(), &mut desk.sync, &piece.digest, kind))
            }
            Err(fault) => Err(fault.into()),
        }
    }

    async fn fetch_part(&mut self, incoming: &Incoming) -> Result<(), DeskError> {
        let digest = &incoming.asked.digest;
        match self.peer().part(&incoming.asked).await {
            Ok(Pulled::Whole(bytes)) => {
                self.moved.files += u64::from(with(self.shared, |desk| {
                    pieces::part_arrived(&mut desk.journal, &mut desk.sync, &desk.shelf, incoming, &bytes)
                })?);
                Ok(())
            }
            Ok(Pulled::Cut(bytes)) => match with(self.shared, |desk| Ok(desk.sync.part_cut(incoming, &bytes)))? {
                true => Ok(()),
                false => Err(SyncFault::Unreachable.into()),
            },
            Err(SyncFault::Refused(RefusalKind::Message)) => with(self.shared, |desk| desk.sync.files_unknown()),
            Err(SyncFault::Refused(kind)) if is_about_the_file(kind) => {
                with(self.shared, |desk| pieces::file_refused(desk.journal.tables(), &mut desk.sync, digest, kind))
            }
            Err(fault) => {
                self.tell(|desk| desk.sync.pace.broke())?;
                Err(fault.into())
            }
        }
    }
}

/// Whether a no stops this file only, while all others go on.
fn is_about_the_file(kind: RefusalKind) -> bool {
    use RefusalKind::{Object, ObjectAbsent, ObjectRoom, ObjectSize, Unnamed};
    matches!(kind, Object | ObjectAbsent | ObjectRoom | ObjectSize | Unnamed)
}
