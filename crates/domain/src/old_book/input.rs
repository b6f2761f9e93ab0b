//! A line of the old book as it is read, and what must be right about it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use super::number::{serial_of, year_of};
use super::{BookTick, OldOutcome, OldRequest};
use crate::indonesian::{is_without_day, read_date};
use crate::problem::{Problems, Refused};
use crate::request::{ACT_IN_FORCE, Category, LONGEST_REQUEST};

/// A line of the book as it stands there: dates as people write them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one column of the book, named as on the checked `OldRequest`.
pub struct OldRequestInput {
    pub number: String,
    /// Empty where the number tells it.
    pub year: String,
    /// None where the number tells it.
    pub serial: Option<u32>,
    pub received_on: String,
    pub identity: String,
    pub name: String,
    pub address: String,
    pub contact: Vec<String>,
    pub occupation: String,
    pub category: String,
    pub information: String,
    pub purpose: String,
    pub ticks: BTreeSet<BookTick>,
    pub decision: String,
    pub reason: String,
    pub noticed_on: String,
    pub given_on: String,
    pub cost: String,
    pub payment: String,
}

impl OldRequestInput {
    /// Reads the line on `today`.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every column that must change.
    pub fn check(&self, today: NaiveDate) -> Result<OldRequest, Refused> {
        let mut p = Problems::default();
        let number = p.text("number", &self.number, 100, "Isi nomor pendaftarannya di buku.");
        let received_on = self.received(&mut p, today);
        let identity = p.short("identity", &self.identity, 100);
        let name = p.text("name", &self.name, 300, "Isi nama pemohon.");
        let address = p.short("address", &self.address, 500);
        let contact = self.contact.iter().map(|line| p.short("contact", line, 200)).filter(|line| !line.is_empty()).collect();
        let occupation = p.short("occupation", &self.occupation, 200);
        let category = named_category(&self.category);
        let information = p.text("information", &self.information, LONGEST_REQUEST, "Isi informasi yang diminta.");
        let purpose = p.short("purpose", &self.purpose, 5_000);
        let decision = p.short("decision", &self.decision, 1_000);
        let reason = p.short("reason", &self.reason, 5_000);
        let noticed_on = days(&mut p, "noticed_on", &self.noticed_on, (received_on, today));
        let given_on = days(&mut p, "given_on", &self.given_on, (received_on, today));
        let cost = p.short("cost", &self.cost, 200);
        let payment = p.short("payment", &self.payment, 300);
        p.or(received_on.map(|received_on| OldRequest {
            year: self.year.parse().unwrap_or_else(|_| year_of(&number, received_on)),
            serial: self.serial.or_else(|| serial_of(&number)),
            outcome: OldOutcome::named(&decision),
            ticks: self.ticks.clone(),
            number,
            received_on,
            identity,
            name,
            address,
            contact,
            occupation,
            category,
            information,
            purpose,
            decision,
            reason,
            noticed_on,
            given_on,
            cost,
            payment,
        }))
    }

    fn received(&self, p: &mut Problems, today: NaiveDate) -> Option<NaiveDate> {
        let received_on = read_date(&self.received_on);
        let message = match received_on {
            Some(on) if on > today => "Tanggal diterima tidak boleh setelah hari ini.",
            Some(on) if on < ACT_IN_FORCE => "Tanggal diterima terlalu lampau: UU 14/2008 berlaku sejak 30 April 2010.",
            Some(_) => return received_on,
            None if self.received_on.trim().is_empty() => "Isi tanggal diterima.",
            None if is_without_day(&self.received_on) => "Tanggal diterima harus menyebut harinya, misalnya 23/11/2025.",
            None => "Tanggal diterima belum terbaca; tulis misalnya 23/11/2025.",
        };
        p.add("received_on", message);
        received_on
    }
}

/// The days that a cell names, each after a semicolon or on a line of its own; a dash names none.
fn days(p: &mut Problems, field: &str, typed: &str, (received, today): (Option<NaiveDate>, NaiveDate)) -> Vec<NaiveDate> {
    let mut days = Vec::new();
    for part in typed.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty() && !matches!(*part, "-" | "–" | "—")) {
        match read_date(part) {
            Some(on) if on > today => p.once(field, "Tanggalnya tidak boleh setelah hari ini."),
            Some(on) if received.is_some_and(|received| on < received) => {
                p.once(field, "Tanggalnya tidak boleh sebelum tanggal diterima.");
            }
            Some(on) => days.push(on),
            None => p.once(field, "Tanggal belum terbaca; tulis misalnya 23/11/2025, atau kosongkan."),
        }
    }
    days
}

/// The category of applicants that a text names: its code, its label, or its usual words.
fn named_category(text: &str) -> Option<Category> {
    let plain = text.trim().to_lowercase();
    let is = |category: &&Category| category.code() == plain || category.label().to_lowercase() == plain;
    Category::ALL.iter().find(is).copied()
}
