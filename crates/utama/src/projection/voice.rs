//! Whose word counts in a question.

use loket_domain::change::Change;
use loket_domain::question::Party;

/// Whether a change was written by the party that it says to speak for; `by_utama` says whether PPID Utama wrote it, which the key of
/// its series tells. Only a question says so.
pub(crate) fn is_own_word(change: &Change, by_utama: bool) -> bool {
    let Change::Question(change) = change else { return true };
    (change.by() == Party::Utama) == by_utama
}
