//! The acknowledgment file from PPID Utama.

use crate::journal::Journal;
use crate::store::enrolment;
use crate::sync;
use crate::sync::chip;
use crate::sync::state::State;

use crate::sync::parcels;
use crate::sync::series;
use crate::sync::standing;
use crate::sync::taking;
use crate::sync::under_way;
use loket_journal::Parity;
use loket_journal::bundle::{Acknowledgment, PartAnswer, Signed};
use loket_journal::protocol::{PushAnswer, Writer};

use super::{Heard, StickFault};
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::store::enrolment::Enrolment;
use crate::store::local;
use crate::store::writing;
use crate::sync::SyncFault;

/// What an acknowledgment brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StickRound {
    /// Entries of this desk that count as sent since.
    pub acknowledged: u64,
    /// Entries that came in.
    pub received: u64,
    /// Entries that still wait.
    pub waiting: u64,
    /// Whether PPID Utama was heard since the bundle was made: then the acknowledgment says nothing about what it has now, and
    /// only its entries were taken.
    pub superseded: bool,
    /// Whether PPID Utama has more for this desk than fitted in.
    pub more: bool,
}

impl StickRound {
    /// What the officer is told.
    pub fn said(&self) -> String {
        let Self { acknowledged, received, waiting, superseded, more } = *self;
        let new = if received == 0 { "tidak ada catatan baru".to_owned() } else { format!("{received} catatan baru masuk") };
        let mut said = match superseded {
            true => format!(
                "Balasan ini lebih lama daripada kabar terakhir dari PPID Utama, jadi hanya catatannya yang diambil: {new}."
            ),
            false => format!("Balasan dibaca: {acknowledged} catatan diakui PPID Utama, {new}."),
        };
        if waiting > 0 {
            said.push_str(&format!(" {waiting} catatan masih menunggu; simpan berkas berikutnya."));
        } else if more {
            said.push_str(" PPID Utama masih menyimpan catatan untuk meja ini; simpan berkas berikutnya untuk memintanya.");
        }
        said
    }
}

/// Reads an acknowledgment. May be done twice, late, or in any order with rounds over the network.
pub(crate) fn read_acknowledgment(
    journal: &mut Journal,
    sync: &mut State,
    file: &[u8],
    moment: Moment,
) -> Result<StickRound, DeskError> {
    let mut enrolment = enrolment::enrolment(journal.tables())?.ok_or(SyncFault::NotEnrolled)?;
    let server = Writer { origin: enrolment.server_origin, key: enrolment.server_key };
    let opened = Signed::<Acknowledgment>::open(file, journal.chain.origin, &journal.key).and_then(|signed| signed.by(&server));
    let acknowledgment = opened.map_err(StickFault::from)?;
    if acknowledgment.office != journal.office.profile.code {
        return Err(StickFault::OtherDesk.into());
    }
    let before = sync::waiting(journal.tables(), &journal.context(), sync)?;
    let heard = Heard::of(&journal.connection)?;
    let news = heard.is_before(&acknowledgment);
    let read = Heard { read: Some((Parity::of_message(file), acknowledgment.at)), ..heard };
    if news {
        hear(journal, sync, &acknowledgment, &mut enrolment)?;
        // Before anything else can fail, so that the file may be read again.
        writing::note(&journal.connection, |tables| local::write_json(tables, local::HEARD, &read))?;
    }
    let mut received = 0;
    for answer in &acknowledgment.pulled {
        received += taking::take_in(journal, sync, answer, true, moment)?.received;
    }
    if news {
        settle(journal, sync, &acknowledgment, &mut enrolment)?;
        writing::note(&journal.connection, |tables| local::write_json(tables, local::HEARD, &read))?;
        chip::round_ended(journal.tables(), &journal.context(), sync, Ok(()), moment)?;
    }
    let (waiting, more) = (sync::waiting(journal.tables(), &journal.context(), sync)?, acknowledgment.more());
    Ok(StickRound { acknowledged: before.saturating_sub(waiting), received, waiting, superseded: !news, more })
}

/// What the server says about this desk, its series and its entries.
fn hear(
    journal: &mut Journal,
    sync: &mut State,
    acknowledgment: &Acknowledgment,
    enrolment: &mut Enrolment,
) -> Result<(), DeskError> {
    // It is sealed to the present series, so the server knows every step to it.
    for (step, _) in series::untold_successions(journal)? {
        *enrolment = series::succeeded(journal, &step)?;
    }
    for (run, answer) in &acknowledgment.parts {
        if let PartAnswer::Answered(PushAnswer::Taken { doubts, .. }) = answer {
            parcels::keep_doubts(journal.tables(), run.origin, (run.after, run.last), doubts)?;
        }
    }
    sync.differing = standing::compare(journal, sync, &acknowledgment.standing, enrolment)?.differing;
    Ok(())
}

/// What follows once everything of it is here: the receipt may be about entries that it brought back, and both sides may
/// hold the same now.
fn settle(
    journal: &mut Journal,
    sync: &mut State,
    acknowledgment: &Acknowledgment,
    enrolment: &mut Enrolment,
) -> Result<(), DeskError> {
    let receipt = &acknowledgment.standing.receipt;
    let own = journal.chain.origin;
    if receipt.verify(own, &enrolment.server_key).is_ok() {
        parcels::keep_receipt(journal, sync, own, receipt, enrolment)?;
    }
    if standing::parity(journal.tables(), &journal.context(), enrolment)? == Some(acknowledgment.parity()) {
        under_way::noted(journal, sync, 0)
    } else {
        Ok(())
    }
}
