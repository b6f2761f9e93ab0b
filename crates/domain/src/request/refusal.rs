//! Refusing under Pasal 17: what must be there before a citizen is told no.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use super::Request;
use super::grant::{cc, letter, signer};
use crate::coded::coded;
use crate::deadline::Today;
use crate::grounds::Ground;
use crate::ids::OfficialId;
use crate::paper::may_sign_refusal;
use crate::problem::{Problems, Refused};

coded! {
    /// What kind of earlier finding a refusal stands on.
    pub enum BasisKind {
        /// A classification decree that already covers the information.
        Classification = "decree" => "SK penetapan klasifikasi yang sudah ada",
        /// An approved consequence test.
        ConsequenceTest = "test" => "Uji konsekuensi yang sudah disetujui pimpinan",
    }
}

/// The decision's form as typed. Dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Refusal`.
pub struct RefusalInput {
    pub letter_number: String,
    pub letter_date: String,
    pub signed_by: String,
    pub grounds: Vec<String>,
    pub other_law: String,
    pub other_article: String,
    pub consequence: String,
    pub basis: String,
    pub decree_number: String,
    pub decree_date: Option<String>,
    pub test_date: Option<String>,
    pub test_approved_by: String,
    pub expires: Option<String>,
    pub cc: Vec<String>,
}

/// The finding a refusal stands on (UU KIP Ps 19: the consequence test comes first).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "basis", rename_all = "snake_case")]
pub enum Basis {
    /// An existing classification decree.
    Classification {
        /// Its number.
        number: String,
        /// Its civil date.
        date: NaiveDate,
    },
    /// An approved consequence test.
    ConsequenceTest {
        /// Its civil date.
        date: NaiveDate,
        /// The leader who approved it.
        approved_by: String,
    },
}

/// The information is withheld.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// From the office's *buku agenda*.
    pub letter_number: String,
    /// The civil date of the decision.
    pub letter_date: NaiveDate,
    /// Who signs.
    pub signed_by: OfficialId,
    /// The letters of Pasal 17.
    pub grounds: BTreeSet<Ground>,
    /// The other act and its article; there with letter j.
    pub other_law: Option<(String, String)>,
    /// What opening the information would cause.
    pub consequence: String,
    /// The finding it stands on.
    pub basis: Basis,
    /// The civil date on which the exemption ends; there with letters a–f.
    pub expires: Option<NaiveDate>,
    /// Copies of the letter (*tembusan*).
    pub cc: Vec<String>,
}

impl RefusalInput {
    /// Reads the form on `today` for `request` and checks every precondition of a refusal.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, request: &Request, today: &Today<'_>) -> Result<Refusal, Refused> {
        let mut p = Problems::default();
        let (letter_number, letter_date) = letter(&mut p, &self.letter_number, &self.letter_date, request, today);
        let grounds: BTreeSet<Ground> = self.grounds.iter().filter_map(|code| Ground::from_code(code)).collect();
        p.when(grounds.is_empty(), "grounds", "Pilih sekurang-kurangnya satu huruf Pasal 17.");
        let other_law = grounds.contains(&Ground::J).then(|| {
            let law = p.text("other_law", &self.other_law, 300, "Huruf j: sebutkan undang-undang yang melarangnya.");
            let article = p.text("other_article", &self.other_article, 100, "Huruf j: sebutkan pasalnya.");
            (law, article)
        });
        let consequence = p.text("consequence", &self.consequence, 10_000, "Uraikan akibat bila informasi dibuka.");
        let basis = self.basis(&mut p, letter_date);
        let expires = self.expires(&mut p, &grounds, letter_date);
        let signer = signer(&mut p, &self.signed_by, today);
        p.when(
            signer.zip(basis.as_ref()).is_some_and(|(official, basis)| !may_sign_refusal(official, basis)),
            "signed_by",
            "PPID Pelaksana hanya menandatangani penolakan yang sudah tercakup SK klasifikasi; selain itu PPID Utama.",
        );
        let cc = cc(&mut p, &self.cc);
        let made = (|| {
            Some(Refusal {
                letter_number,
                letter_date: letter_date?,
                signed_by: signer?.id,
                grounds,
                other_law,
                consequence,
                basis: basis?,
                expires,
                cc,
            })
        })();
        p.or(made)
    }

    fn basis(&self, p: &mut Problems, letter_date: Option<NaiveDate>) -> Option<Basis> {
        let text = |date: &Option<String>| date.clone().unwrap_or_default();
        let not_after = |p: &mut Problems, field: &str, date: Option<NaiveDate>, message: &str| {
            p.when(date.zip(letter_date).is_some_and(|(date, letter)| date > letter), field, message);
        };
        match BasisKind::from_code(&self.basis) {
            Some(BasisKind::Classification) => {
                let number = p.text("decree_number", &self.decree_number, 100, "Isi nomor SK penetapan klasifikasi.");
                let date = p.date("decree_date", &text(&self.decree_date), "Isi tanggal SK penetapan klasifikasi.");
                not_after(p, "decree_date", date, "SK klasifikasi harus sudah ada pada tanggal surat ini.");
                date.map(|date| Basis::Classification { number, date })
            }
            Some(BasisKind::ConsequenceTest) => {
                let date = p.date("test_date", &text(&self.test_date), "Isi tanggal uji konsekuensi.");
                not_after(p, "test_date", date, "Uji konsekuensi harus selesai sebelum surat ini.");
                let approved_by = p.text("test_approved_by", &self.test_approved_by, 200, "Isi pimpinan yang menyetujui.");
                date.map(|date| Basis::ConsequenceTest { date, approved_by })
            }
            None => {
                p.add("basis", "Pilih dasar penolakan: SK klasifikasi atau uji konsekuensi.");
                None
            }
        }
    }

    fn expires(&self, p: &mut Problems, grounds: &BTreeSet<Ground>, letter_date: Option<NaiveDate>) -> Option<NaiveDate> {
        let typed = self.expires.clone().unwrap_or_default();
        let needed = grounds.iter().any(|ground| ground.must_expire());
        if typed.trim().is_empty() && !needed {
            return None;
        }
        let missing = if typed.trim().is_empty() {
            "Huruf a–f tidak bersifat permanen: isi tanggal berakhirnya pengecualian."
        } else {
            "Tanggal berakhirnya pengecualian belum benar."
        };
        let date = p.date("expires", &typed, missing)?;
        let letter_date = letter_date?;
        p.when(date <= letter_date, "expires", "Pengecualian harus berakhir setelah tanggal surat.");
        for years in grounds.iter().filter_map(|ground| ground.longest_years()) {
            let latest = letter_date.checked_add_months(Months::new(years * 12));
            if latest.is_some_and(|latest| date > latest) {
                p.add("expires", format!("Untuk penegakan hukum pengecualian paling lama {years} tahun (PP 61/2010)."));
            }
        }
        Some(date)
    }
}
