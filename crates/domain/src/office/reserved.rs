//! Numbers of a desk's own series that were given to empty forms before anybody asked for anything: for hours without power. Each
//! stays accounted for until a request bears it or it is void, and the series goes on behind it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Office, OfficeRefused};
use crate::numbering::{DeskCode, NumberSeries, RegistrationNumber, VoidedNumbers};
use crate::problem::{Problems, Refused};

/// How many numbers are reserved at a time, at most.
pub const MOST_RESERVED: u32 = 20;

/// A number on an empty form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReservedNumber {
    /// The number as the form says it.
    pub number: RegistrationNumber,
    /// The civil date it was reserved: no request on this form came before.
    pub on: NaiveDate,
}

impl ReservedNumber {
    /// Whether these numbers of requests are of one desk and year and this is among them.
    fn is_in(&self, voided: &VoidedNumbers) -> bool {
        voided.series == NumberSeries::Requests && self.is_of(&voided.desk, voided.year, voided.from..=voided.to)
    }

    /// Whether a desk gave this number in `year` among these serials.
    pub fn is_of(&self, desk: &DeskCode, year: i32, serials: std::ops::RangeInclusive<u32>) -> bool {
        self.number.desk == *desk && self.number.year == year && serials.contains(&self.number.serial)
    }
}

/// How many empty forms get a number, as typed into the box `count`.
///
/// # Errors
/// [`Refused::Fields`] for none, or for more than are given at a time.
pub fn reserved_count(typed: Option<u32>) -> Result<u32, Refused> {
    let count = typed.filter(|count| (1..=MOST_RESERVED).contains(count));
    let mut p = Problems::default();
    p.when(count.is_none(), "count", &format!("Isi berapa formulir: 1 sampai {MOST_RESERVED}."));
    p.or(count)
}

impl Office {
    /// The highest serial that a desk gave to an empty form in `year`.
    pub fn last_reserved(&self, desk: &DeskCode, year: i32) -> Option<u32> {
        let of = |reserved: &&ReservedNumber| reserved.is_of(desk, year, 0..=u32::MAX);
        self.reserved.iter().filter(of).map(|reserved| reserved.number.serial).max()
    }

    /// Whether a number was accounted for as void.
    pub fn is_void(&self, reserved: &ReservedNumber) -> bool {
        self.voided_with(reserved).is_some()
    }

    /// The account by which a number on a form is void.
    pub fn voided_with(&self, reserved: &ReservedNumber) -> Option<&VoidedNumbers> {
        self.voided.iter().find(|voided| reserved.is_in(voided))
    }

    /// Whether a number may be given to an empty form: it is on none yet, and not void.
    pub(super) fn may_reserve(&self, reserved: &ReservedNumber) -> bool {
        let RegistrationNumber { desk, year, serial, .. } = &reserved.number;
        !self.is_void(reserved) && !self.reserved.iter().any(|known| known.is_of(desk, *year, *serial..=*serial))
    }

    /// The next `count` numbers of a desk for empty forms on `on`, from the serial that it would give next.
    ///
    /// # Errors
    /// [`OfficeRefused::NoSuchForm`] for a desk that is not of this office.
    pub fn reserve(&self, desk: &DeskCode, next: u32, count: u32, on: NaiveDate) -> Result<Vec<ReservedNumber>, Refused> {
        let known = self.desk(desk).ok_or(OfficeRefused::NoSuchForm)?;
        let number = |serial| ReservedNumber { number: known.pattern.number(&known.code, serial, on), on };
        Ok((next..next.saturating_add(count)).map(number).collect())
    }

    /// The number on a form of this desk that no request bears yet; `used` tells whether one does.
    ///
    /// # Errors
    /// [`OfficeRefused`]: no such form of this desk, registered already, or void.
    pub fn open_form(
        &self,
        desk: &DeskCode,
        number: &str,
        used: impl FnOnce(&RegistrationNumber) -> bool,
    ) -> Result<&ReservedNumber, OfficeRefused> {
        let of = |reserved: &&ReservedNumber| reserved.number.desk == *desk && reserved.number.text == number.trim();
        let reserved = self.reserved.iter().find(of).ok_or(OfficeRefused::NoSuchForm)?;
        if used(&reserved.number) {
            return Err(OfficeRefused::FormUsed);
        }
        if self.is_void(reserved) { Err(OfficeRefused::FormVoid) } else { Ok(reserved) }
    }
}

impl ReservedNumber {
    /// The account by which it is void from `on`.
    ///
    /// # Errors
    /// [`Refused::Fields`] without a reason.
    pub fn void(&self, reason: &str, on: NaiveDate) -> Result<VoidedNumbers, Refused> {
        let mut p = Problems::default();
        let reason = p.text("reason", reason, 500, "Tulis mengapa formulir ini batal, misalnya rusak atau hilang.");
        let RegistrationNumber { desk, year, serial, .. } = self.number.clone();
        p.or(Some(VoidedNumbers { series: NumberSeries::Requests, desk, year, from: serial, to: serial, on, reason }))
    }
}
