//! Days off, year by year.
//!
//! National holidays and *cuti bersama* are set by joint decree (SKB 3 Menteri) and can change within the year, so they
//! are data: one file a year under `calendar/`. A year without a file is *not loaded*, and no date is ever named in it.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::coded::coded;

coded! {
    /// Why an office may be closed on a day.
    pub enum DayOffKind {
        /// National holiday.
        National = "libur_nasional" => "Libur nasional",
        /// Collective leave; whether it counts as a working day is a setting of the office.
        CollectiveLeave = "cuti_bersama" => "Cuti bersama",
        /// A holiday of the region, e.g. election day.
        Local = "libur_daerah" => "Libur daerah",
    }
}

/// One day off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayOff {
    /// The civil date.
    pub date: NaiveDate,
    /// What kind of day off.
    pub kind: DayOffKind,
    /// Its name; not unique within a year (2027 has two Isra Mikraj).
    pub name: String,
    /// Still waiting for the *sidang isbat*.
    #[serde(default)]
    pub estimated: bool,
}

/// An office's own word about a day: a day off by decree, or a day of the shipped calendar that is worked after all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalDay {
    /// The civil date.
    pub date: NaiveDate,
    /// What kind of day off; `None` makes it a working day whatever the shipped calendar says.
    pub kind: Option<DayOffKind>,
    /// Its name.
    pub name: String,
    /// Number of the decree.
    pub decree: String,
}

#[derive(Deserialize)]
struct YearFile {
    year: Option<i32>,
    #[serde(default)]
    source: String,
    days: Vec<DayOff>,
}

/// A year whose days off are not known; no date may be named in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Kalender {0} belum dimuat, jadi batas waktunya belum dapat ditetapkan; minta berkas kalender {0} kepada admin.")]
pub struct YearNotLoaded(pub i32);

/// A calendar file that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CalendarError {
    /// Not the documented format.
    #[error("Berkas kalender tidak dapat dibaca: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// A day lies outside the year the file says it is for.
    #[error("Berkas kalender {year} memuat tanggal {date} dari tahun lain; perbaiki berkasnya.")]
    StrayDay {
        /// The file's year.
        year: i32,
        /// The day that does not belong.
        date: NaiveDate,
    },
}

/// The days off of every loaded year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    years: BTreeMap<i32, String>,
    days: BTreeMap<NaiveDate, Vec<DayOff>>,
}

const SHIPPED: &[&str] = &[
    include_str!("../calendar/2019.json"),
    include_str!("../calendar/2020.json"),
    include_str!("../calendar/2021.json"),
    include_str!("../calendar/2022.json"),
    include_str!("../calendar/2023.json"),
    include_str!("../calendar/2024.json"),
    include_str!("../calendar/2025.json"),
    include_str!("../calendar/2026.json"),
    include_str!("../calendar/2027.json"),
];

impl Calendar {
    /// The years that come with the app.
    ///
    /// # Errors
    /// Never with the files in this repository, which the tests read; the error is there because they are data.
    pub fn shipped() -> Result<Self, CalendarError> {
        let mut calendar = Self::default();
        for text in SHIPPED {
            calendar.load(text)?;
        }
        Ok(calendar)
    }

    /// A calendar of this file alone. The format is described in `calendar/README.md`.
    ///
    /// # Errors
    /// [`CalendarError`] when the text is not such a file.
    pub fn from_file(text: &str) -> Result<Self, CalendarError> {
        let mut calendar = Self::default();
        calendar.load(text)?;
        Ok(calendar)
    }

    fn load(&mut self, text: &str) -> Result<(), CalendarError> {
        let file: YearFile = serde_json::from_str(text)?;
        if let Some(year) = file.year {
            self.years.insert(year, file.source.clone());
        }
        for day in file.days {
            if let Some(year) = file.year.filter(|year| *year != day.date.year()) {
                return Err(CalendarError::StrayDay { year, date: day.date });
            }
            self.years.entry(day.date.year()).or_insert_with(|| file.source.clone());
            self.days.entry(day.date).or_default().push(day);
        }
        Ok(())
    }

    /// The same calendar with an office's own days, which outrank the shipped ones. They do not load a year.
    #[must_use]
    pub fn with(&self, local: &[LocalDay]) -> Self {
        let mut calendar = self.clone();
        for day in local {
            let off = |kind| DayOff { date: day.date, kind, name: day.name.clone(), estimated: false };
            match day.kind {
                Some(kind) => calendar.days.insert(day.date, vec![off(kind)]),
                None => calendar.days.remove(&day.date),
            };
        }
        calendar
    }

    /// The same calendar with this year as these days have it and nothing else of it.
    #[must_use]
    pub fn with_year(mut self, year: i32, source: &str, days: &[DayOff]) -> Self {
        self.days.retain(|date, _| date.year() != year);
        self.years.insert(year, source.to_owned());
        for day in days {
            self.days.entry(day.date).or_default().push(day.clone());
        }
        self
    }

    /// Every day off of a year, in order of date; none while the year is not loaded.
    pub fn days_of(&self, year: i32) -> Vec<DayOff> {
        self.days.values().flatten().filter(|day| day.date.year() == year).cloned().collect()
    }

    /// The days off on this date.
    ///
    /// # Errors
    /// [`YearNotLoaded`] when nothing is known about the date's year.
    pub fn days_off(&self, date: NaiveDate) -> Result<&[DayOff], YearNotLoaded> {
        if !self.years.contains_key(&date.year()) {
            return Err(YearNotLoaded(date.year()));
        }
        Ok(self.days.get(&date).map_or(&[], Vec::as_slice))
    }

    /// The loaded years, each with its source and days off in order of date.
    pub fn years(&self) -> impl Iterator<Item = (i32, &str, Vec<&DayOff>)> {
        self.years.iter().map(|(year, source)| {
            let days = self.days.values().flatten().filter(|day| day.date.year() == *year).collect();
            (*year, source.as_str(), days)
        })
    }
}
