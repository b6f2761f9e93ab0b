//! What a pack may say.
//!
//! These rules are only ever loosened: an entry that applied a pack years ago is read by them too, and one that no longer passes
//! would be carried and not applied.

use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

use super::{Heading, Pack, PackContent, PackFault, PublicBody};
use crate::calendar::{DayOff, DayOffKind};
use crate::indonesian::date as words;
use crate::office::OfficeCode;
use crate::problem::Problems;

/// Years a calendar may be for: the fixed holidays below are what they are since 2017.
const YEARS: std::ops::RangeInclusive<i32> = 2017..=2100;
/// Longest text of a template, in characters.
const LONGEST_TEXT: usize = 5_000;
/// Most offices of one regency, its desa and schools included.
const MOST_OFFICES: usize = 2_000;
/// Most texts and most categories of one pack.
const MOST: usize = 200;
/// National holidays that fall on the same date every year (Keppres 24/2013 and 24/2016, and older decrees). A year without
/// one of them is only a part of a year, and would make working days of all that it leaves out.
const FIXED: [(u32, u32); 5] = [(1, 1), (5, 1), (6, 1), (8, 17), (12, 25)];

fn wrong<T>(sentence: impl Into<String>) -> Result<T, PackFault> {
    Err(PackFault::Wrong(sentence.into()))
}

/// Whether a line of text is there, short enough and without control characters.
fn line(text: &str, longest: usize, what: &str) -> Result<(), PackFault> {
    let length = text.chars().count();
    if text.trim() != text || length == 0 {
        return wrong(format!("Isi {what}."));
    }
    if length > longest || text.chars().any(char::is_control) {
        return wrong(format!("Pendekkan {what}: paling panjang {longest} huruf, dalam satu baris."));
    }
    Ok(())
}

impl Pack {
    /// Whether it may be used.
    pub(super) fn check(&self) -> Result<(), PackFault> {
        if self.format != super::FORMAT || self.version == 0 {
            return Err(PackFault::Unreadable);
        }
        line(&self.title, 120, "judul paket")?;
        line(&self.basis, 300, "dasar paket, misalnya nomor SKB")?;
        match &self.content {
            PackContent::Calendar { year, days } => check_year(*year, days),
            PackContent::Wording { texts } => check_texts(texts),
            PackContent::Categories { headings } => check_headings(headings),
            PackContent::Directory { offices } => check_offices(offices),
        }
    }
}

fn check_year(year: i32, days: &[DayOff]) -> Result<(), PackFault> {
    if !YEARS.contains(&year) {
        return wrong(format!("Tahun kalender harus antara {} dan {}.", YEARS.start(), YEARS.end()));
    }
    for day in days {
        line(&day.name, 120, "nama setiap hari libur")?;
        if day.date.year() != year {
            return wrong(format!("{} bukan tanggal tahun {year}; pisahkan kalender menurut tahun.", words(day.date)));
        }
    }
    if let Some(pair) = days.windows(2).find(|pair| pair[0].date >= pair[1].date) {
        let date = words(pair[1].date);
        return wrong(format!("{date} tertulis dua kali atau tidak menurut urutan; tulis setiap tanggal sekali saja."));
    }
    let fixed = FIXED.iter().filter_map(|(month, day)| NaiveDate::from_ymd_opt(year, *month, *day));
    let kept = |date: &NaiveDate| days.iter().any(|day| day.date == *date && day.kind == DayOffKind::National);
    match fixed.into_iter().find(|date| !kept(date)) {
        Some(date) => wrong(format!("{} belum ada sebagai libur nasional; sebuah paket memuat setahun penuh.", words(date))),
        None => Ok(()),
    }
}

fn is_code(code: &str) -> bool {
    (1..=40).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn check_texts(texts: &BTreeMap<String, String>) -> Result<(), PackFault> {
    if texts.len() > MOST {
        return wrong("Naskah dalam paket ini terlalu banyak.");
    }
    for (code, text) in texts {
        if !is_code(code) {
            return wrong("Ada kode naskah yang tidak dikenal dalam paket ini.");
        }
        let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        if text.trim().is_empty() || text.chars().count() > LONGEST_TEXT || text.chars().any(odd) {
            return wrong(format!("Naskah {code} kosong, atau lebih panjang dari {LONGEST_TEXT} huruf."));
        }
    }
    Ok(())
}

fn check_headings(headings: &[Heading]) -> Result<(), PackFault> {
    if headings.len() > MOST {
        return wrong(format!("Paling banyak {MOST} kategori dalam satu paket."));
    }
    let (mut codes, mut names) = (BTreeSet::new(), BTreeSet::new());
    for Heading { code, name, .. } in headings {
        line(name, 200, "nama setiap kategori")?;
        if !is_code(code) {
            return wrong(format!("Kode kategori “{name}” hanya boleh memakai huruf kecil, angka dan tanda hubung."));
        }
        if !codes.insert(code) || !names.insert(name.to_lowercase()) {
            return wrong(format!("Kategori “{name}” memakai kode atau nama yang sudah dipakai kategori lain."));
        }
    }
    Ok(())
}

fn check_offices(offices: &[PublicBody]) -> Result<(), PackFault> {
    if offices.is_empty() || offices.len() > MOST_OFFICES {
        return wrong(format!("Sebuah direktori memuat 1 sampai {MOST_OFFICES} kantor."));
    }
    let (mut codes, mut names) = (BTreeSet::new(), BTreeSet::new());
    for office in offices {
        line(&office.name, 120, "nama setiap kantor")?;
        let mut problems = Problems::default();
        OfficeCode::check(&mut problems, "code", &office.code);
        if !problems.into_vec().is_empty() {
            return wrong(format!("Kode {} harus berbentuk seperti 12.18.02.", office.called()));
        }
        if !codes.insert(office.code.as_str()) || !names.insert(office.called().to_lowercase()) {
            return wrong(format!("{} memakai kode atau nama yang sudah dipakai kantor lain.", office.called()));
        }
    }
    Ok(())
}
