//! Kuitansi: printed only where the office collects money.

use chrono::NaiveDate;
use loket_domain::indonesian::{date, rupiah, spelled};
use loket_domain::request::{Fees, PaymentWay};

use super::letter_number;
use crate::imprint::{Imprint, PaperMark, Reference, Version};
use crate::layout::{Piece, RichText, Sheet, Side};
use crate::paper::Paper;
use crate::press_error::PressError;

/// The receipt for a fee.
#[derive(Clone, Debug)]
pub struct FeeReceipt {
    /// Registration number of the request.
    pub registration_no: String,
    /// Short check code of this paper.
    pub check_code: String,
    /// Number of the receipt.
    pub number: String,
    /// The civil date.
    pub on: NaiveDate,
    /// Who paid.
    pub payer: String,
    /// What for.
    pub fees: Fees,
    /// What was paid with this receipt, in whole rupiah.
    pub amount: u64,
    /// What is still to pay, in whole rupiah.
    pub owed: u64,
    /// How it was paid.
    pub way: PaymentWay,
    /// What shows a transfer.
    pub proof: Option<String>,
    /// Where.
    pub place: String,
    /// Who took the money; empty leaves a line to write on.
    pub officer: String,
    /// Original or copy.
    pub mark: PaperMark,
    /// Which version of the form it stands on.
    pub version: Option<Version>,
}

impl Paper for FeeReceipt {
    fn imprint(&self) -> Imprint {
        Imprint::new(format!("Kuitansi {}", self.registration_no), Reference::of_request(&self.registration_no, &self.check_code))
            .marked(self.mark)
            .in_version(self.version)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        sheet.letterhead();
        sheet.title("KUITANSI", &[letter_number(&self.number)]);
        sheet.fields(vec![
            ("Sudah terima dari", vec![Piece::filled(Some(&self.payer))]),
            ("Uang sejumlah", vec![Piece::new(RichText::new().bold(&rupiah(self.amount)))]),
            ("Terbilang", vec![Piece::new(in_words(self.amount))]),
            ("Untuk pembayaran", self.breakdown()),
            ("Cara pembayaran", vec![Piece::new(paid_by(self.way, self.proof.as_deref()))]),
            ("Nomor Pendaftaran", vec![Piece::filled(Some(&self.registration_no))]),
        ]);
        let place = format!("{}, {}", self.place, date(self.on));
        let right = Side::person(vec![place, "Yang menerima,".to_owned()], &self.officer);
        sheet.signatures(Side::Nobody, right)
    }
}

impl FeeReceipt {
    fn breakdown(&self) -> Vec<Piece> {
        let fees = self.fees;
        let copying =
            format!("Penyalinan {} lembar × {} = {}", fees.sheets, rupiah(fees.price_per_sheet.into()), rupiah(fees.copying()));
        let part = self.amount < fees.total();
        let of = match self.owed {
            0 => format!("Pelunasan dari {}", rupiah(fees.total())),
            owed => format!("Sebagian dari {}; masih harus dibayar {}", rupiah(fees.total()), rupiah(owed)),
        };
        [
            (part, of),
            (fees.copying() > 0, copying),
            (fees.delivery > 0, format!("Pengiriman {}", rupiah(fees.delivery.into()))),
            (fees.other > 0, format!("Lain-lain {}", rupiah(fees.other.into()))),
        ]
        .into_iter()
        .filter_map(|(paid, words)| paid.then(|| Piece::new(words)))
        .collect()
    }
}

/// An amount of whole rupiah as a receipt spells it.
pub(super) fn in_words(amount: u64) -> String {
    let mut words = spelled(amount);
    if let Some(first) = words.get_mut(0..1) {
        first.make_ascii_uppercase();
    }
    format!("{words} rupiah")
}

/// How money changed hands, and what shows it.
pub(super) fn paid_by(way: PaymentWay, proof: Option<&str>) -> String {
    let shown = proof.map_or_else(String::new, |proof| format!(", bukti {proof}"));
    format!("{}{shown}", way.label())
}
