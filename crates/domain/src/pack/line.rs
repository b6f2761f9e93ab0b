//! Which packs replace each other.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

/// What a pack is a version of: each later one replaces the one before as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PackLine {
    /// The days off of one year.
    Calendar(i32),
    /// The wording of letters.
    Wording,
    /// The categories of the catalogue.
    Categories,
    /// The offices of the regency.
    Directory,
}

/// Text that names no line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Paket macam itu tidak dikenal.")]
pub struct NoSuchLine;

/// Whatever stands where a year should, there is no such line.
fn no_year(_: ParseIntError) -> NoSuchLine {
    NoSuchLine
}

impl PackLine {
    /// Whether a pack of this line holds as soon as it is there: it moves no date and says nothing in the office's name, so there
    /// is nothing to look at first.
    pub fn holds_at_once(self) -> bool {
        match self {
            Self::Directory => true,
            Self::Calendar(_) | Self::Wording | Self::Categories => false,
        }
    }

    /// What people read.
    pub fn label(self) -> String {
        match self {
            Self::Calendar(year) => format!("Kalender {year}"),
            Self::Wording => "Naskah surat".to_owned(),
            Self::Categories => "Kategori DIP".to_owned(),
            Self::Directory => "Direktori kantor".to_owned(),
        }
    }
}

/// The stable code: `kalender-2027`, `naskah`, `kategori`, `direktori`.
impl fmt::Display for PackLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Calendar(year) => write!(f, "kalender-{year}"),
            Self::Wording => f.write_str("naskah"),
            Self::Categories => f.write_str("kategori"),
            Self::Directory => f.write_str("direktori"),
        }
    }
}

impl FromStr for PackLine {
    type Err = NoSuchLine;

    fn from_str(code: &str) -> Result<Self, NoSuchLine> {
        match code {
            "naskah" => Ok(Self::Wording),
            "kategori" => Ok(Self::Categories),
            "direktori" => Ok(Self::Directory),
            _ => {
                let year = code.strip_prefix("kalender-").filter(|year| year.len() == 4).ok_or(NoSuchLine)?;
                year.parse().map(Self::Calendar).map_err(no_year)
            }
        }
    }
}

impl From<PackLine> for String {
    fn from(line: PackLine) -> Self {
        line.to_string()
    }
}

impl TryFrom<String> for PackLine {
    type Error = NoSuchLine;

    fn try_from(code: String) -> Result<Self, NoSuchLine> {
        code.parse()
    }
}
