//! Granting, in full or in part: the facts of the Pemberitahuan Tertulis (UU KIP Ps 22(7)).

use serde::{Deserialize, Serialize};

use super::exemption::{Exemption, ExemptionInput};
use super::refusal::may_sign;
use super::{AccessMode, Given, Request};
use crate::deadline::Today;
use crate::letter::{Letter, LetterInput};
use crate::paper::PaperKind;
use crate::problem::{Problems, Refused};

/// The largest amount of one fee in rupiah: above it a slip of the keyboard is likelier than a fee.
const LARGEST_FEE: u32 = 100_000_000;

/// The most sheets of one answer.
const MOST_SHEETS: u32 = 100_000;

/// The longest time until granted information is ready, in working days.
const LONGEST_WAIT: u32 = 30;

/// The letter's form as typed. Amounts are whole rupiah; dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Grant`.
pub struct GrantInput {
    #[serde(flatten)]
    pub letter: LetterInput,
    pub softcopy: bool,
    pub hardcopy: bool,
    pub sheets: u32,
    pub price_per_sheet: u32,
    pub delivery_cost: u32,
    pub other_cost: u32,
    pub ready_in_days: u32,
    pub means: String,
}

/// The form of a partial grant as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Redaction`.
pub struct PartialGrantInput {
    #[serde(flatten)]
    pub grant: GrantInput,
    pub withheld: String,
    pub redaction: String,
    #[serde(flatten)]
    pub exemption: ExemptionInput,
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

/// The information is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// The Pemberitahuan Tertulis.
    #[serde(flatten)]
    pub letter: Letter,
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
}

/// What is blacked out of a partial grant, and why (Ps 22(7) e).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redaction {
    /// The parts that are not given.
    pub withheld: String,
    /// How they were blacked out, for the applicant.
    pub explanation: String,
    /// The exemption they fall under.
    #[serde(flatten)]
    pub exemption: Exemption,
}

impl Given {
    /// Notes what cannot be of something that is given to whoever asked in `request`.
    pub(super) fn check(&self, p: &mut Problems, request: &Request) {
        let copy = request.registration.access_mode == AccessMode::Copy;
        p.when(copy && !self.softcopy && !self.hardcopy, "softcopy", "Pilih bentuk fisik yang tersedia.");
        p.when(self.sheets > MOST_SHEETS, "sheets", "Jumlah lembar terlalu besar; periksa angkanya.");
        if self.ready_in_days > LONGEST_WAIT {
            p.add("ready_in_days", format!("Waktu penyediaan paling lama {LONGEST_WAIT} hari kerja."));
        }
    }
}

/// Notes an amount that no fee can have.
pub(super) fn may_cost(p: &mut Problems, field: &str, amount: u32) {
    p.when(amount > LARGEST_FEE, field, "Biaya terlalu besar; periksa jumlah angkanya.");
}

impl GrantInput {
    /// Reads the form on `today` for `request`.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, request: &Request, today: &Today<'_>) -> Result<Grant, Refused> {
        let mut p = Problems::default();
        let made = self.read(&mut p, request, today);
        p.or(made)
    }

    fn read(&self, p: &mut Problems, request: &Request, today: &Today<'_>) -> Option<Grant> {
        let letter = self.letter.check(p, PaperKind::WrittenNotice, request.answers_begin(), today);
        let Self { softcopy, hardcopy, sheets, ready_in_days, .. } = *self;
        Given { softcopy, hardcopy, sheets, ready_in_days }.check(p, request);
        p.when(sheets == 0 && self.price_per_sheet > 0, "sheets", "Isi jumlah lembar yang disalin.");
        let copied_for_nobody = request.registration.access_mode == AccessMode::View && sheets > 0 && self.price_per_sheet > 0;
        let why = "Pemohon hanya melihat di tempat, jadi tidak ada biaya salinan; bila ia minta salinan, betulkan dahulu cara \
                   memperolehnya dengan Koreksi isian.";
        p.when(copied_for_nobody, "price_per_sheet", why);
        for (field, amount) in
            [("price_per_sheet", self.price_per_sheet), ("delivery_cost", self.delivery_cost), ("other_cost", self.other_cost)]
        {
            may_cost(p, field, amount);
        }
        let means = p.text("means", &self.means, 300, "Isi cara penyampaian informasi.");
        Some(Grant {
            letter: letter?,
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
        })
    }
}

impl PartialGrantInput {
    /// Reads the form on `today` for `request`: a grant, and for the rest every precondition of a refusal.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, request: &Request, today: &Today<'_>) -> Result<(Grant, Redaction), Refused> {
        let mut p = Problems::default();
        let grant = self.grant.read(&mut p, request, today);
        let withheld = p.text("withheld", &self.withheld, 10_000, "Sebutkan bagian yang tidak diberikan.");
        let explanation = p.text("redaction", &self.redaction, 10_000, "Jelaskan bagian yang dihitamkan dan caranya.");
        let date = grant.as_ref().map(|grant| grant.letter.date);
        let exemption = self.exemption.check(&mut p, request, date);
        let signer = grant.as_ref().and_then(|grant| today.office.official(grant.letter.signed_by));
        if let Some(exemption) = &exemption {
            may_sign(&mut p, signer, &exemption.basis, today);
        }
        let made = grant.zip(exemption);
        p.or(made.map(|(grant, exemption)| (grant, Redaction { withheld, explanation, exemption })))
    }
}
