//! Granting in full: the facts of the Pemberitahuan Tertulis (UU KIP Ps 22(7)).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{AccessMode, Request};
use crate::deadline::Today;
use crate::ids::OfficialId;
use crate::office::Official;
use crate::paper::may_sign_notice;
use crate::problem::{Problems, Refused};

/// The largest amount of one fee in rupiah: above it a slip of the keyboard is likelier than a fee.
const LARGEST_FEE: u32 = 100_000_000;

/// The letter's form as typed. Amounts are whole rupiah; dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Grant`.
pub struct GrantInput {
    pub letter_number: String,
    pub letter_date: String,
    pub signed_by: String,
    pub softcopy: bool,
    pub hardcopy: bool,
    pub sheets: u32,
    pub price_per_sheet: u32,
    pub delivery_cost: u32,
    pub other_cost: u32,
    pub ready_in_days: u32,
    pub means: String,
    pub cc: Vec<String>,
}

/// What the applicant pays, in whole rupiah.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fees {
    /// Sheets copied.
    pub sheets: u32,
    /// Price of one sheet.
    pub price_per_sheet: u32,
    /// Sending.
    pub delivery: u32,
    /// Anything else.
    pub other: u32,
}

impl Fees {
    /// `sheets × price`.
    pub fn copying(self) -> u64 {
        u64::from(self.sheets) * u64::from(self.price_per_sheet)
    }

    /// Everything together.
    pub fn total(self) -> u64 {
        self.copying() + u64::from(self.delivery) + u64::from(self.other)
    }
}

/// The information is given in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// From the office's *buku agenda*.
    pub letter_number: String,
    /// The civil date of the letter.
    pub letter_date: NaiveDate,
    /// Who signs.
    pub signed_by: OfficialId,
    /// Available as a file.
    pub softcopy: bool,
    /// Available on paper.
    pub hardcopy: bool,
    /// What it costs.
    pub fees: Fees,
    /// Working days until the information is ready; 0 means at once.
    pub ready_in_days: u32,
    /// How it is handed over (Ps 22(7) f).
    pub means: String,
    /// Copies of the letter (*tembusan*).
    pub cc: Vec<String>,
}

impl GrantInput {
    /// Reads the form on `today` for `request`.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, request: &Request, today: &Today<'_>) -> Result<Grant, Refused> {
        let mut p = Problems::default();
        let (letter_number, letter_date) = letter(&mut p, &self.letter_number, &self.letter_date, request, today);
        let signer = signer(&mut p, &self.signed_by, today);
        p.when(
            signer.is_some_and(|official| !may_sign_notice(official)),
            "signed_by",
            "Pemberitahuan Tertulis ditandatangani PPID Pelaksana atau PPID Utama; pilih pejabat lain.",
        );
        let copy = request.registration.access_mode == AccessMode::Copy;
        p.when(copy && !self.softcopy && !self.hardcopy, "softcopy", "Pilih bentuk fisik yang tersedia.");
        for (field, amount) in
            [("price_per_sheet", self.price_per_sheet), ("delivery_cost", self.delivery_cost), ("other_cost", self.other_cost)]
        {
            p.when(amount > LARGEST_FEE, field, "Biaya terlalu besar; periksa jumlah angkanya.");
        }
        p.when(self.sheets > 100_000, "sheets", "Jumlah lembar terlalu besar; periksa angkanya.");
        p.when(self.sheets == 0 && self.price_per_sheet > 0, "sheets", "Isi jumlah lembar yang disalin.");
        p.when(self.ready_in_days > 30, "ready_in_days", "Waktu penyediaan paling lama 30 hari kerja.");
        let means = p.text("means", &self.means, 300, "Isi cara penyampaian informasi.");
        let cc = cc(&mut p, &self.cc);
        let made = letter_date.zip(signer).map(|(letter_date, signer)| Grant {
            letter_number,
            letter_date,
            signed_by: signer.id,
            softcopy: self.softcopy,
            hardcopy: self.hardcopy,
            fees: Fees {
                sheets: self.sheets,
                price_per_sheet: self.price_per_sheet,
                delivery: self.delivery_cost,
                other: self.other_cost,
            },
            ready_in_days: self.ready_in_days,
            means,
            cc,
        });
        p.or(made)
    }
}

/// Number and date of a letter: the date is not in the future and not before the request.
pub(super) fn letter(
    p: &mut Problems,
    number: &str,
    date: &str,
    request: &Request,
    today: &Today<'_>,
) -> (String, Option<NaiveDate>) {
    let number = p.text("letter_number", number, 60, "Isi nomor surat dari buku agenda.");
    let date = p.date("letter_date", date, "Isi tanggal surat.");
    if let Some(date) = date {
        p.when(date > today.date, "letter_date", "Tanggal surat tidak boleh setelah hari ini.");
        let complete = request.complete_on.unwrap_or(request.registered_on);
        p.when(date < complete, "letter_date", "Tanggal surat tidak boleh sebelum berkas dinyatakan lengkap.");
    }
    (number, date)
}

/// The official chosen to sign.
pub(super) fn signer<'a>(p: &mut Problems, chosen: &str, today: &Today<'a>) -> Option<&'a Official> {
    let signer = chosen.parse().ok().and_then(|id| today.office.official(id));
    p.when(signer.is_none(), "signed_by", "Pilih pejabat yang menandatangani.");
    signer
}

/// The filled lines of the *tembusan*.
pub(super) fn cc(p: &mut Problems, typed: &[String]) -> Vec<String> {
    p.when(typed.len() > 10, "cc", "Tembusan paling banyak 10 baris.");
    let lines = typed.iter().map(|line| p.short("cc", line, 150));
    lines.filter(|line| !line.is_empty()).collect()
}
