//! Mistakes that other systems made and lost data by, planted here so that the simulator can prove it would see them.
//!
//! Only with the feature `mutants`, which nothing turns on but the simulator's own run; then one mistake is chosen for the
//! present thread. The price is one `if mutant!(…)` at each place, which is the word `false` in every other build.

use crate::journal::Journal;
use crate::sync;
use crate::sync::series;
use crate::sync::state::State;
use loket_journal::{OriginId, Parity};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::series::branch;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::store::writing::Writing;

/// A planted mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mutant {
    /// Entries count as sent when they set out, not when the receipt is stored.
    SentBeforeReceipt,
    /// A receipt never goes back, also when the server lost what it had signed for.
    WatermarkPastHole,
    /// A batch ends in the middle of what one use case wrote.
    CutInsideUseCase,
    /// What was sent and not answered is written again as something new.
    LostAnswerDoubles,
    /// After a failure nothing is tried again, and nobody is told.
    RetryDies,
    /// Entries are stamped by the wall clock alone.
    WallClock,
    /// Any date of the computer is believed.
    ClockBelieved,
    /// Entry and tables are committed one after the other.
    TwoCommits,
    /// What the server says to hold is taken for what is here.
    ParityAdopted,
    /// A parcel is always as large as may be, and begins anew after each cut.
    WholeOrNothing,
}

thread_local! {
    static PLANTED: Cell<Option<Mutant>> = const { Cell::new(None) };
    static ADOPTED: RefCell<BTreeMap<OriginId, Parity>> = const { RefCell::new(BTreeMap::new()) };
}

/// Plants a mistake in this thread, or none.
pub fn plant(mutant: Option<Mutant>) {
    PLANTED.set(mutant);
    ADOPTED.take();
}

pub(crate) fn is_planted(mutant: Mutant) -> bool {
    PLANTED.get() == Some(mutant)
}

pub(super) fn adopt(own: OriginId, said: Parity) {
    ADOPTED.with_borrow_mut(|adopted| adopted.insert(own, said));
}

pub(super) fn adopted(own: OriginId) -> Option<Parity> {
    ADOPTED.with_borrow(|adopted| adopted.get(&own).copied())
}

pub(super) fn write_again(journal: &mut Journal, sync: &mut State, moment: Moment) -> Result<(), DeskError> {
    let keep = sync::acknowledged(journal.tables(), &journal.context(), sync)?;
    let transaction = Writing::begin(&journal.connection)?;
    let own = branch(&transaction, &mut journal.dice, moment, &journal.chain, keep)?;
    transaction.commit()?;
    series::take_over(journal, sync, own);
    Ok(())
}
