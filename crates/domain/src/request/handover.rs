//! After the answer: its receipt by the applicant, money, and the information itself.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{CopyFormat, Outcome, Request};
use crate::deadline::Today;
use crate::problem::{Problems, Refused};

/// The form of a hand-over as typed. A line of `items` is `title; softcopy or hardcopy; sheets`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `HandOver`.
pub struct HandOverInput {
    pub number: String,
    pub on: String,
    pub received_by: String,
    pub items: Vec<String>,
}

/// One document handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedItem {
    /// Its title.
    pub title: String,
    /// File or paper.
    pub form: CopyFormat,
    /// Sheets, for paper.
    pub sheets: Option<u32>,
}

/// The information was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOver {
    /// Number of the Tanda Bukti Penyerahan.
    pub number: String,
    /// The civil date.
    pub on: NaiveDate,
    /// Who signed for it.
    pub received_by: String,
    /// What was handed over.
    pub items: Vec<HandedItem>,
}

/// The form of a payment as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Payment`.
pub struct PaymentInput {
    pub number: String,
    pub on: String,
    pub payer: String,
}

/// The fee was paid at the counter, in the amount the letter named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// Number of the *kuitansi*.
    pub number: String,
    /// The civil date.
    pub on: NaiveDate,
    /// Who paid.
    pub payer: String,
    /// Whole rupiah.
    pub amount: u64,
}

/// Reads the date of something that follows the answer.
pub(crate) fn after_answer(p: &mut Problems, typed: &str, answered: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    let on = p.date("on", typed, "Isi tanggalnya.");
    if let Some(on) = on {
        p.when(on < answered, "on", "Tanggal ini tidak boleh sebelum tanggal surat jawaban.");
        p.when(on > today, "on", "Tanggal ini tidak boleh setelah hari ini.");
    }
    on
}

fn item(p: &mut Problems, place: usize, line: &str) -> HandedItem {
    let field = format!("items.{place}");
    let mut parts = line.split(';').map(str::trim);
    let title = p.text(&field, parts.next().unwrap_or_default(), 300, "Isi judul dokumen.");
    let form = parts.next().unwrap_or_default();
    let sheets = parts.next().map(|sheets| sheets.trim_end_matches(|c: char| !c.is_ascii_digit()).parse::<u32>().ok());
    let form = CopyFormat::ALL.iter().copied().find(|known| known.code() == form.to_lowercase());
    p.when(
        form.is_none(),
        &field,
        "Tulis: judul; softcopy atau hardcopy; jumlah lembar. Contoh: Rencana kerja 2026; hardcopy; 12",
    );
    let wrong = form == Some(CopyFormat::Hardcopy) && !sheets.flatten().is_some_and(|sheets| (1..=100_000).contains(&sheets));
    p.when(wrong, &field, "Isi jumlah lembar dokumen cetak. Contoh: Rencana kerja 2026; hardcopy; 12");
    HandedItem { title, form: form.unwrap_or(CopyFormat::Hardcopy), sheets: sheets.flatten() }
}

impl HandOverInput {
    /// Reads the form on `today` for `request`.
    ///
    /// # Errors
    /// [`Refused::NothingToHandOver`] unless information was granted; [`Refused::Fields`].
    pub fn check(&self, request: &Request, today: &Today<'_>) -> Result<HandOver, Refused> {
        let answered = request.granted().ok_or(Refused::NothingToHandOver)?.letter.date;
        let mut p = Problems::default();
        let number = p.text("number", &self.number, 60, "Isi nomor tanda bukti penyerahan.");
        let on = after_answer(&mut p, &self.on, answered, today.date);
        let received_by = p.text("received_by", &self.received_by, 200, "Isi nama penerima.");
        p.when(self.items.len() > 60, "items", "Paling banyak 60 dokumen; gabungkan yang sejenis.");
        let lines = self.items.iter().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let items: Vec<HandedItem> = lines.map(|(place, line)| item(&mut p, place, line)).collect();
        p.when(items.is_empty(), "items", "Isi sekurang-kurangnya satu dokumen yang diserahkan.");
        p.or(on.map(|on| HandOver { number, on, received_by, items }))
    }
}

impl PaymentInput {
    /// Reads the form on `today` for `request`.
    ///
    /// # Errors
    /// [`Refused::NothingToPay`] where the letter named no fee; [`Refused::Fields`].
    pub fn check(&self, request: &Request, today: &Today<'_>) -> Result<Payment, Refused> {
        let grant = request.granted().filter(|grant| grant.fees.total() > 0).ok_or(Refused::NothingToPay)?;
        let mut p = Problems::default();
        let number = p.text("number", &self.number, 60, "Isi nomor kuitansi.");
        let on = after_answer(&mut p, &self.on, grant.letter.date, today.date);
        let payer = p.text("payer", &self.payer, 200, "Isi nama pembayar.");
        p.or(on.map(|on| Payment { number, on, payer, amount: grant.fees.total() }))
    }
}

/// The day the applicant received the answer: day zero of the thirty days for an objection.
pub(crate) fn answer_received(request: &Request, typed: &str, today: &Today<'_>) -> Result<NaiveDate, Refused> {
    let answered = request.outcome.as_ref().and_then(Outcome::letter).ok_or(Refused::NotAnswered)?.date;
    let mut p = Problems::default();
    let on = after_answer(&mut p, typed, answered, today.date);
    p.or(on)
}
