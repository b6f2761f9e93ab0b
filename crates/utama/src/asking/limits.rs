//! How much may be filed: by one address in an hour, at one office in a day. Both are settings of the public's door.

use chrono::NaiveDate;
use loket_domain::office::OfficeCode;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use crate::clock::civil;
use crate::reception::neighbourhood;

/// An hour in milliseconds.
const HOUR: u64 = 60 * 60 * 1000;
/// Addresses that are remembered at most.
const ADDRESSES: usize = 10_000;

/// Why nothing more is taken for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Crowded {
    /// Too much came from this address; for how many seconds.
    Address(u32),
    /// Too much came for this office today.
    Office,
}

/// What was filed of late. Kept by each process for itself and forgotten when it stops.
#[derive(Default)]
pub(crate) struct FilingLimits(Mutex<Filings>);

#[derive(Default)]
struct Filings {
    from: HashMap<IpAddr, Vec<u64>>,
    at: HashMap<OfficeCode, (NaiveDate, u32)>,
}

impl FilingLimits {
    /// Counts what is filed from here at this office.
    ///
    /// # Errors
    /// [`Crowded`]; nothing is counted then.
    pub(crate) fn file(
        &self,
        from: IpAddr,
        office: &OfficeCode,
        (by_address, at_office): (u32, u32),
        now: u64,
    ) -> Result<(), Crowded> {
        let mut filings = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if filings.from.len() >= ADDRESSES {
            filings.from.retain(|_, at| at.last().is_some_and(|last| last.saturating_add(HOUR) > now));
        }
        let place = neighbourhood(from);
        let today = civil(now).date();
        let of_day = filings.at.get(office).filter(|(day, _)| *day == today).map_or(0, |(_, count)| *count);
        if of_day >= at_office {
            return Err(Crowded::Office);
        }
        let known = filings.from.get(&place).map_or(&[][..], |at| at.as_slice());
        let late: Vec<u64> = known.iter().copied().filter(|at| at.saturating_add(HOUR) > now).collect();
        if late.len() >= by_address as usize {
            let free = late[late.len() - by_address as usize].saturating_add(HOUR).saturating_sub(now);
            return Err(Crowded::Address(u32::try_from(free.div_ceil(1000)).unwrap_or(u32::MAX)));
        }
        if filings.from.len() < ADDRESSES || filings.from.contains_key(&place) {
            filings.from.insert(place, late.into_iter().chain([now]).collect());
        }
        filings.at.insert(office.clone(), (today, of_day + 1));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_files_without_end_waits_and_an_office_is_not_flooded() {
        let (limits, office) = (FilingLimits::default(), OfficeCode::from("12.18.02"));
        let address = |last: u8| IpAddr::from([192, 0, 2, last]);
        let file = |last: u8, now: u64| limits.file(address(last), &office, (2, 4), now);
        assert_eq!([file(1, 0), file(1, 1000)], [Ok(()); 2]);
        assert_eq!(file(1, 2000), Err(Crowded::Address(3598)));
        assert_eq!([file(1, HOUR), file(2, HOUR)], [Ok(()); 2], "after an hour, and from elsewhere");
        assert_eq!(file(3, HOUR), Err(Crowded::Office));
        assert_eq!(limits.file(address(3), &"12.18.04".into(), (2, 4), HOUR), Ok(()), "another office");
        assert_eq!(file(3, 24 * HOUR), Ok(()), "and the next day");
    }
}
