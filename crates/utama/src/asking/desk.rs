//! Which desk of an office the web is.

use loket_domain::change::{Change, OfficeChange};
use loket_domain::numbering::{DeskCode, NumberPattern, SeriesStart, WEB_DESK};
use loket_domain::office::{Office, OfficeDesk};
use loket_journal::Recorded;

use chrono::{Datelike, NaiveDate};

use crate::inbox::SubjectHistory;

/// Letters and digits that follow in the codes of later ones.
const SIGNS: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/// Half an hour in milliseconds.
const HALF_HOUR: u64 = 30 * 60 * 1000;

/// A code of the web's desk that none had before: for a database that was put back, which may have forgotten numbers that people hold.
/// Half hours in three signs; they come again after two and a half years.
pub(crate) fn renewed_web_desk(now: u64) -> DeskCode {
    let mut left = now / HALF_HOUR;
    let mut signs = [0; 3];
    for sign in signs.iter_mut().rev() {
        let place = usize::try_from(left % 36).unwrap_or(0);
        *sign = SIGNS[place];
        left /= 36;
    }
    DeskCode::from(format!("{WEB_DESK}{}", signs.map(char::from).iter().collect::<String>()))
}

/// The web's desk at this office: its code, and the desk itself when it must be opened first. `wanted` is the code this server gives it;
/// a counter that has that one from before leaves it another.
pub(super) fn web_desk(
    office: &Office,
    told: &SubjectHistory,
    counters: &[DeskCode],
    (wanted, on): (&DeskCode, NaiveDate),
) -> (OfficeDesk, bool) {
    let ours = |code: &DeskCode| {
        let first = told.events.iter().find(|event| {
            let Recorded::Known(Change::Office(OfficeChange::DeskOpened { desk })) = &event.recorded else { return false };
            desk.code == *code
        });
        first.is_some_and(|event| event.by_utama)
    };
    let taken = |code: &DeskCode| counters.contains(code) || (office.desk(code).is_some() && !ours(code));
    let others = SIGNS.iter().map(|sign| DeskCode::from(format!("{WEB_DESK}{}", char::from(*sign))));
    let code = std::iter::once(wanted.clone()).chain(others).find(|code| !taken(code)).unwrap_or_else(|| wanted.clone());
    if let Some(open) = office.desk(&code) {
        return (open.clone(), false);
    }
    let pattern = office.desks.first().map_or_else(NumberPattern::usual, |desk| desk.pattern.naming_its_desk());
    (OfficeDesk { code, pattern, start: SeriesStart { year: on.year(), first: 1 }, opened_on: on }, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_desk_after_a_database_was_put_back_is_another_each_time() {
        let now = 1_795_395_600_000;
        let codes = [0, HALF_HOUR, 7 * 24 * 2 * HALF_HOUR].map(|later| renewed_web_desk(now + later));
        assert!(codes.iter().all(|code| code.len() == 4 && code.starts_with(WEB_DESK)), "{codes:?}");
        assert!(codes[0] != codes[1] && codes[1] != codes[2] && codes[0] != codes[2]);
    }
}
