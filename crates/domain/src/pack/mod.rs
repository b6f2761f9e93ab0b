//! What PPID Utama sends its offices to work with: the calendar of a year, the wording of letters, the categories of the
//! catalogue, the offices of the regency (*paket*).
//!
//! A [`Pack`] is one version of one [`PackLine`]; [`SignedPack`] is the text that PPID Utama signed, read and checked;
//! [`AppliedPacks`] is what an office made of them. An office's own word stands before the pack in force, that before what
//! comes with the app.

mod applied;
mod change;
mod check;
mod difference;
mod line;
mod signed;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::calendar::{Calendar, DayOff};
use crate::dip::DipCategory;
use crate::office::{OfficeCode, OfficeKind};
use crate::regions::{KECAMATAN, Kecamatan};

pub use applied::AppliedPacks;
pub use change::PackChange;
pub use difference::{Difference, differences};
pub use line::{NoSuchLine, PackLine};
pub use signed::{LARGEST_PACK, SignedPack};

/// The format this version writes, and the newest it reads.
const FORMAT: u32 = 1;

/// One version of what offices work with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    format: u32,
    /// Grows by one with each pack of its line.
    pub version: u32,
    /// What it is called, e.g. `Kalender 2027`.
    pub title: String,
    /// What it rests on, e.g. the number of the joint decree (*SKB 3 Menteri*).
    pub basis: String,
    /// The civil date it was published.
    pub published_on: NaiveDate,
    /// What it says.
    #[serde(flatten)]
    pub content: PackContent,
}

/// What a pack says: always the whole of its line, never a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PackContent {
    /// Every day off of a year, in order of date.
    Calendar {
        /// The year.
        year: i32,
        /// Its days off.
        days: Vec<DayOff>,
    },
    /// Texts of letters by code of template; a template that is not named keeps the text that comes with the app.
    Wording {
        /// The texts.
        texts: BTreeMap<String, String>,
    },
    /// The categories under which items of the catalogue are grouped, within those of the law.
    Categories {
        /// The categories, in the order they are listed.
        headings: Vec<Heading>,
    },
    /// The offices of the regency.
    Directory {
        /// The offices, in order of code.
        offices: Vec<PublicBody>,
    },
}

/// An office as PPID Utama names it to the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicBody {
    /// Its code.
    pub code: OfficeCode,
    /// Its name: of a kecamatan its place alone, of another office all of it.
    pub name: String,
    /// What kind of public body it is.
    pub kind: OfficeKind,
}

impl PublicBody {
    /// `Kantor Camat Perbaungan`, `Dinas Pendidikan`.
    pub fn called(&self) -> String {
        self.kind.called(&self.name)
    }
}

/// A category of the catalogue that PPID Utama set, within one of the law's (UU KIP Ps 9–11).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// Stable code: small letters, digits and dashes.
    pub code: String,
    /// What people read.
    pub name: String,
    /// When its items must be public.
    pub category: DipCategory,
}

/// Why a pack cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackFault {
    /// Not a pack.
    #[error("Ini bukan paket dari PPID Utama, atau rusak di jalan; salin atau unduh lagi berkasnya.")]
    Unreadable,
    /// Larger than any pack.
    #[error("Berkas ini lebih besar daripada paket mana pun; periksa apakah Anda memilih berkas yang benar.")]
    TooLarge,
    /// Written for a newer version of the app.
    #[error("Paket ini dibuat untuk versi aplikasi yang lebih baru; perbarui aplikasi ini, lalu coba lagi.")]
    Newer,
    /// What it says cannot be right.
    #[error("{0}")]
    Wrong(String),
}

impl PackContent {
    /// The line it belongs to.
    pub fn line(&self) -> PackLine {
        match self {
            Self::Calendar { year, .. } => PackLine::Calendar(*year),
            Self::Wording { .. } => PackLine::Wording,
            Self::Categories { .. } => PackLine::Categories,
            Self::Directory { .. } => PackLine::Directory,
        }
    }

    /// The offices that come with the app.
    pub fn shipped_offices() -> Vec<PublicBody> {
        KECAMATAN.iter().map(shipped_office).collect()
    }

    /// What holds in a line without any pack: the calendar that comes with the app, the original texts, no categories, the kecamatan.
    pub fn shipped(line: PackLine, calendar: &Calendar) -> Self {
        match line {
            PackLine::Calendar(year) => Self::Calendar { year, days: calendar.days_of(year) },
            PackLine::Wording => Self::Wording { texts: BTreeMap::new() },
            PackLine::Categories => Self::Categories { headings: vec![] },
            PackLine::Directory => Self::Directory { offices: Self::shipped_offices() },
        }
    }
}

fn shipped_office(one: &Kecamatan) -> PublicBody {
    PublicBody { code: one.code.into(), name: one.name.to_owned(), kind: OfficeKind::Kecamatan }
}

/// What is wrong with a text from outside is not told: whoever brought it gets it anew.
fn unreadable(_: serde_json::Error) -> PackFault {
    PackFault::Unreadable
}

impl Pack {
    /// A pack of this version's format, checked.
    ///
    /// # Errors
    /// [`PackFault::Wrong`] says what must change.
    pub fn new(version: u32, title: &str, basis: &str, published_on: NaiveDate, content: PackContent) -> Result<Self, PackFault> {
        let (title, basis) = (title.trim().to_owned(), basis.trim().to_owned());
        let pack = Self { format: FORMAT, version, title, basis, published_on, content };
        pack.check()?;
        Ok(pack)
    }

    /// The line it belongs to.
    pub fn line(&self) -> PackLine {
        self.content.line()
    }

    /// What people call it: `Kalender 2027 versi 2`.
    pub fn name(&self) -> String {
        format!("{} versi {}", self.line().label(), self.version)
    }

    /// A calendar with the year that this pack replaces; the same when it is about something else.
    #[must_use]
    pub fn over(&self, calendar: Calendar) -> Calendar {
        match &self.content {
            PackContent::Calendar { year, days } => calendar.with_year(*year, &self.basis, days),
            PackContent::Wording { .. } | PackContent::Categories { .. } | PackContent::Directory { .. } => calendar,
        }
    }

    /// The text that is signed.
    ///
    /// # Errors
    /// [`PackFault::Unreadable`] when it cannot be written as JSON; no pack of this version is such.
    pub fn text(&self) -> Result<String, PackFault> {
        serde_json::to_string(self).map_err(unreadable)
    }

    /// Reads the text of a pack and checks it.
    ///
    /// # Errors
    /// [`PackFault`] says why it cannot be used.
    pub fn read(text: &str) -> Result<Self, PackFault> {
        #[derive(Deserialize)]
        struct Format {
            format: u32,
        }
        let Format { format } = serde_json::from_str(text).map_err(unreadable)?;
        if format > FORMAT {
            return Err(PackFault::Newer);
        }
        let pack: Self = serde_json::from_str(text).map_err(unreadable)?;
        pack.check()?;
        Ok(pack)
    }
}
