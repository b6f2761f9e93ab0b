//! What the applicant pays and gets back: whole or in parts, in cash or by transfer.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Request;
use super::handover::after_answer;
use crate::coded::coded;
use crate::deadline::Today;
use crate::indonesian::rupiah;
use crate::paper::PaperKind;
use crate::problem::{Problems, Refused, RequestRefused};

/// The form of a payment as typed. The amount is in whole rupiah; zero means all that is still to pay.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Payment`.
pub struct PaymentInput {
    pub number: String,
    pub on: String,
    pub payer: String,
    pub amount: u32,
    pub way: String,
    pub proof: String,
}

/// A fee was paid, whole or in part.
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
    /// How; cash in what was stored before there was a choice.
    #[serde(default, skip_serializing_if = "PaymentWay::is_cash")]
    pub way: PaymentWay,
    /// What shows a transfer: its number and bank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<String>,
}

/// The form of a refund as typed. The amount is in whole rupiah.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Refund`.
pub struct RefundInput {
    pub number: String,
    pub on: String,
    pub to: String,
    pub amount: u32,
    pub way: String,
    pub proof: String,
    pub reason: String,
}

/// Money was given back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refund {
    /// Number of the receipt the payee signed.
    pub number: String,
    /// The civil date.
    pub on: NaiveDate,
    /// To whom.
    pub to: String,
    /// Whole rupiah.
    pub amount: u64,
    /// How.
    pub way: PaymentWay,
    /// What shows a transfer.
    pub proof: Option<String>,
    /// Why.
    pub reason: String,
}

coded! {
    /// How a fee is paid.
    #[derive(Default)]
    pub enum PaymentWay {
        /// In cash, at the counter.
        #[default]
        Cash = "cash" => "Tunai",
        /// To the account of the treasurer.
        Transfer = "transfer" => "Transfer",
    }
}

impl PaymentWay {
    #[allow(clippy::trivially_copy_pass_by_ref)] // serde asks for a reference.
    fn is_cash(&self) -> bool {
        *self == Self::Cash
    }
}

impl Request {
    /// The receipts that somebody took home or signed, by kind, number and civil date: of what was paid, given back and handed over.
    pub fn receipts(&self) -> impl Iterator<Item = (PaperKind, &str, NaiveDate)> {
        let paid = self.all_payments().map(|paid| (PaperKind::FeeReceipt, paid.number.as_str(), paid.on));
        let given_back = self.all_refunds().map(|refund| (PaperKind::RefundReceipt, refund.number.as_str(), refund.on));
        let before = self.reopened.iter().filter_map(|before| before.handed_over.as_ref());
        let handed = self.handed_before.iter().chain(before).chain(&self.handed_over);
        paid.chain(given_back).chain(handed.map(|handed| (PaperKind::HandOverReceipt, handed.number.as_str(), handed.on)))
    }

    /// Everything that was paid, also for an answer before an order, oldest first: the money is the applicant's whatever is answered
    /// anew.
    pub fn all_payments(&self) -> impl Iterator<Item = &Payment> {
        let before = self.reopened.iter().flat_map(|known| known.part_payments.iter().chain(&known.payment));
        before.chain(self.payments())
    }

    /// Everything that was given back, also before an order, oldest first.
    pub fn all_refunds(&self) -> impl Iterator<Item = &Refund> {
        self.reopened.iter().flat_map(|known| &known.refunds).chain(&self.refunds)
    }

    /// What was paid for the answer that stands, oldest first.
    pub fn payments(&self) -> impl DoubleEndedIterator<Item = &Payment> {
        self.part_payments.iter().chain(&self.payment)
    }

    /// What the office holds of the applicant's money, in whole rupiah.
    pub fn paid(&self) -> u64 {
        let paid: u64 = self.all_payments().map(|payment| payment.amount).sum();
        paid.saturating_sub(self.all_refunds().map(|refund| refund.amount).sum())
    }

    /// What is still to pay, in whole rupiah: the fee of the answer that stands, but for what the office holds.
    pub fn owed(&self) -> u64 {
        self.granted().map_or(0, |grant| grant.fees.total()).saturating_sub(self.paid())
    }

    /// Whether `amount` rupiah may be owed, also as that was once reckoned: for each answer by itself, and as if nothing had been given
    /// back. What was stored then folds as it did.
    pub(super) fn may_be_paid(&self, amount: u64) -> bool {
        let parts: u64 = self.part_payments.iter().map(|payment| payment.amount).sum();
        let fee = self.granted().map_or(0, |grant| grant.fees.total());
        let by_itself = if self.payment.is_some() { 0 } else { fee.saturating_sub(parts) };
        self.owed().max(by_itself) >= amount
    }
}

fn way(p: &mut Problems, typed: &str) -> Option<PaymentWay> {
    let way = if typed.trim().is_empty() { Some(PaymentWay::Cash) } else { PaymentWay::from_code(typed) };
    p.when(way.is_none(), "way", "Pilih cara pembayaran.");
    way
}

/// What shows a transfer.
fn shown_by(p: &mut Problems, typed: &str, way: Option<PaymentWay>) -> Option<String> {
    let transfer = way == Some(PaymentWay::Transfer);
    transfer.then(|| p.text("proof", typed, 300, "Isi bukti transfernya: bank dan nomor transaksi."))
}

impl PaymentInput {
    /// Reads the form on `today` for `request`.
    ///
    /// # Errors
    /// [`RequestRefused::NothingToPay`] where the letter named no fee; [`Refused::Fields`].
    pub fn check(&self, request: &Request, today: &Today<'_>) -> Result<Payment, Refused> {
        let grant = request.granted().filter(|grant| grant.fees.total() > 0).ok_or(RequestRefused::NothingToPay)?;
        let mut p = Problems::default();
        let number = p.text("number", &self.number, 60, "Isi nomor kuitansi.");
        let on = after_answer(&mut p, &self.on, grant.letter.date, today.date);
        let payer = p.text("payer", &self.payer, 200, "Isi nama pembayar.");
        let owed = request.owed();
        let amount = if self.amount == 0 { owed } else { self.amount.into() };
        if amount > owed {
            p.add("amount", format!("Yang masih harus dibayar {}; isi jumlah itu atau kurang.", rupiah(owed)));
        }
        let way = way(&mut p, &self.way);
        let proof = shown_by(&mut p, &self.proof, way);
        p.or(on.zip(way).map(|(on, way)| Payment { number, on, payer, amount, way, proof }))
    }
}

impl RefundInput {
    /// Reads the form on `today` for `request`.
    ///
    /// # Errors
    /// [`RequestRefused::NothingToRefund`] where nothing was paid; [`Refused::Fields`].
    pub fn check(&self, request: &Request, today: &Today<'_>) -> Result<Refund, Refused> {
        let last = request.all_payments().last().ok_or(RequestRefused::NothingToRefund)?;
        let mut p = Problems::default();
        let number = p.text("number", &self.number, 60, "Isi nomor tanda terima pengembalian.");
        let on = after_answer(&mut p, &self.on, last.on, today.date);
        let to = p.text("to", &self.to, 200, "Isi nama penerima pengembalian.");
        let held = request.paid();
        let amount = u64::from(self.amount);
        if amount == 0 || amount > held {
            p.add("amount", format!("Isi jumlah yang dikembalikan, paling banyak {}.", rupiah(held)));
        }
        let way = way(&mut p, &self.way);
        let proof = shown_by(&mut p, &self.proof, way);
        let reason = p.text("reason", &self.reason, 1_000, "Tulis mengapa biaya dikembalikan.");
        p.or(on.zip(way).map(|(on, way)| Refund { number, on, to, amount, way, proof, reason }))
    }
}
