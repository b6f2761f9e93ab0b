//! What must be there before information is withheld, in whole or in part (UU KIP Ps 6(3), 17, 19, 20).

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use crate::coded::coded;
use crate::grounds::{DutyLimit, Ground};
use crate::ids::ClassificationId;
use crate::indonesian::date;
use crate::problem::Problems;

use super::Request;
use super::draft::ACT_IN_FORCE;

coded! {
    /// What kind of earlier finding a refusal stands on.
    pub enum BasisKind {
        /// A classification decree that already covers the information.
        Classification = "decree" => "SK penetapan klasifikasi yang sudah ada",
        /// An approved consequence test.
        ConsequenceTest = "test" => "Uji konsekuensi yang sudah disetujui pimpinan",
    }
}

/// The exemption's part of a form, as typed. Dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Exemption`.
pub struct ExemptionInput {
    pub grounds: Vec<String>,
    pub limits: Vec<String>,
    pub other_law: String,
    pub other_article: String,
    pub consequence: String,
    pub basis: String,
    /// Identity of a classification of this office that is cited, or empty.
    pub classification: String,
    pub decree_number: String,
    pub decree_date: String,
    /// Digest of the scan of a decree that is not this office's own record, among the files of the request.
    pub decree_scan: String,
    pub test_date: String,
    pub test_approved_by: String,
    pub expires: String,
    pub term: String,
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
        /// The office's own record of it, where it has one.
        #[serde(default)]
        id: Option<ClassificationId>,
        /// Digest of its scan among the files of the request, where the office has no record of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        scan: Option<String>,
    },
    /// An approved consequence test.
    ConsequenceTest {
        /// Its civil date.
        date: NaiveDate,
        /// The leader who approved it.
        approved_by: String,
        /// The office's own record of it, where it has one.
        #[serde(default)]
        id: Option<ClassificationId>,
    },
}

impl Basis {
    /// The office's own record of the classification or test, where it has one.
    pub fn own(&self) -> Option<ClassificationId> {
        match self {
            Self::Classification { id, .. } | Self::ConsequenceTest { id, .. } => *id,
        }
    }
}

/// Why information is withheld.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exemption {
    /// The letters of Pasal 17.
    pub grounds: BTreeSet<Ground>,
    /// The letters of Pasal 6(3).
    #[serde(default)]
    pub limits: BTreeSet<DutyLimit>,
    /// The other act and its article; there with letter j.
    pub other_law: Option<(String, String)>,
    /// What opening the information would cause.
    pub consequence: String,
    /// The finding it stands on.
    pub basis: Basis,
    /// The civil date on which the exemption ends; there with letters a–f.
    pub expires: Option<NaiveDate>,
    /// The article that sets how long it lasts; there where no date does, but in what was written before it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<String>,
}

/// How long an exemption lasts, as papers say it after its label or after its first day: never without an end that can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lasting<'a> {
    expires: Option<NaiveDate>,
    term: Option<&'a str>,
}

impl<'a> Lasting<'a> {
    /// What ends on a date, by an article, by both, or by nothing that was said.
    pub(crate) fn of(expires: Option<NaiveDate>, term: Option<&'a str>) -> Self {
        Self { expires, term }
    }

    /// `sampai dengan 30 November 2031`, `menurut Pasal 44 …`; what was written without either says so.
    pub fn in_words(self) -> String {
        match (self.expires, self.term) {
            (Some(day), None) => format!("sampai dengan {}", date(day)),
            (Some(day), Some(term)) => format!("sampai dengan {}, menurut {term}", date(day)),
            (None, Some(term)) => format!("selama jangka waktu menurut {term}"),
            (None, None) => "belum ditetapkan; ditetapkan pada peninjauan".to_owned(),
        }
    }

    /// The same after the day it began: `sejak 1 Desember 2026 sampai dengan …`.
    pub fn since(self, from: NaiveDate) -> String {
        let between = if self.expires.is_none() && self.term.is_none() { "; berakhirnya" } else { "" };
        format!("sejak {}{between} {}", date(from), self.in_words())
    }
}

impl Exemption {
    /// Its grounds one by one, as registers and reports name them: `Pasal 17 huruf h`, `Pasal 6 ayat (3) huruf d`.
    pub fn grounds_in_words(&self) -> Vec<String> {
        let letters = self.grounds.iter().map(|ground| format!("Pasal 17 huruf {}", ground.code()));
        let limits = self.limits.iter().map(|limit| format!("Pasal 6 ayat (3) huruf {}", limit.code()));
        letters.chain(limits).collect()
    }

    /// How long it lasts.
    pub fn lasting(&self) -> Lasting<'_> {
        Lasting::of(self.expires, self.term.as_deref())
    }

    /// Its whole legal basis, the other act included.
    pub fn basis_in_words(&self) -> Vec<String> {
        let mut words = self.grounds_in_words();
        words.extend(self.other_law.as_ref().map(|(law, article)| other_act(law, article)));
        words
    }
}

impl ExemptionInput {
    /// Reads the boxes of a letter of `letter_date` about `request` and checks every precondition.
    pub(crate) fn check(&self, p: &mut Problems, request: &Request, letter_date: Option<NaiveDate>) -> Option<Exemption> {
        let grounds: BTreeSet<Ground> = self.grounds.iter().filter_map(|code| Ground::from_code(code)).collect();
        let limits: BTreeSet<DutyLimit> = self.limits.iter().filter_map(|code| DutyLimit::from_code(code)).collect();
        p.when(
            grounds.is_empty() && limits.is_empty(),
            "grounds",
            "Pilih sekurang-kurangnya satu huruf Pasal 17, atau Pasal 6 ayat (3).",
        );
        let other_law = other_law(p, &grounds, &self.other_law, &self.other_article);
        let consequence = p.text("consequence", &self.consequence, 10_000, "Uraikan akibat bila informasi dibuka.");
        let basis = self.basis(p, request, letter_date);
        let expires = expiry(p, &self.expires, &grounds, letter_date);
        let term = term(p, &self.term, &self.expires, &grounds);
        Some(Exemption { grounds, limits, other_law, consequence, basis: basis?, expires, term })
    }

    fn basis(&self, p: &mut Problems, request: &Request, letter_date: Option<NaiveDate>) -> Option<Basis> {
        let not_after = |p: &mut Problems, field: &str, date: Option<NaiveDate>, message: &str| {
            p.when(date.zip(letter_date).is_some_and(|(date, letter)| date > letter), field, message);
        };
        let id = self.classification.trim().parse().ok();
        match BasisKind::from_code(&self.basis) {
            Some(BasisKind::Classification) => {
                let number = p.text("decree_number", &self.decree_number, 100, "Isi nomor SK penetapan klasifikasi.");
                let date = p.date("decree_date", &self.decree_date, "Isi tanggal SK penetapan klasifikasi.");
                not_after(p, "decree_date", date, "SK klasifikasi harus sudah ada pada tanggal surat ini.");
                let before_the_act = date.is_some_and(|date| date < ACT_IN_FORCE);
                p.when(before_the_act, "decree_date", "SK klasifikasi tidak mungkin lebih lama daripada berlakunya UU 14/2008.");
                // The one gate against a refusal without authority stands on something that can be shown.
                let scan = request.attachment(self.decree_scan.trim()).map(|file| file.digest.clone());
                p.when(
                    id.is_none() && scan.is_none(),
                    "decree_scan",
                    "SK ini belum tercatat di meja ini: lampirkan dahulu pindaiannya pada permohonan, lalu pilih di sini.",
                );
                date.map(|date| Basis::Classification { number, date, id, scan })
            }
            Some(BasisKind::ConsequenceTest) => {
                let date = p.date("test_date", &self.test_date, "Isi tanggal uji konsekuensi.");
                not_after(p, "test_date", date, "Uji konsekuensi harus selesai sebelum surat ini.");
                let before_the_act = date.is_some_and(|date| date < ACT_IN_FORCE);
                p.when(before_the_act, "test_date", "Uji konsekuensi tidak mungkin lebih lama daripada berlakunya UU 14/2008.");
                let approved_by = p.text("test_approved_by", &self.test_approved_by, 200, "Isi pimpinan yang menyetujui.");
                date.map(|date| Basis::ConsequenceTest { date, approved_by, id })
            }
            None => {
                p.add("basis", "Pilih dasar penolakan: SK klasifikasi atau uji konsekuensi.");
                None
            }
        }
    }
}

/// The act and article that letter j of Pasal 17 must name.
pub(crate) fn other_law(p: &mut Problems, grounds: &BTreeSet<Ground>, law: &str, article: &str) -> Option<(String, String)> {
    grounds.contains(&Ground::J).then(|| {
        let law = p.text("other_law", law, 300, "Huruf j: sebutkan undang-undang yang melarangnya.");
        let article = p.text("other_article", article, 100, "Huruf j: sebutkan pasalnya.");
        (law, article)
    })
}

/// The other act as papers cite it, `Pasal 84 ayat (1) Undang-Undang Nomor 24 Tahun 2013`, however much of that was typed.
pub fn other_act(law: &str, article: &str) -> String {
    let begun = |words: &[&str], typed: &str| {
        let first = typed.split_whitespace().next().unwrap_or_default();
        words.iter().any(|word| word.eq_ignore_ascii_case(first))
    };
    let pasal = if begun(&["Pasal", "Ps"], article) { "" } else { "Pasal " };
    let act = if begun(&["Undang-Undang", "UU"], law) { "" } else { "Undang-Undang " };
    format!("{pasal}{article} {act}{law}")
}

/// The article that sets how long an exemption lasts; it must be named where no date is, and letters a–f ask for a date.
pub(crate) fn term(p: &mut Problems, typed: &str, expires: &str, grounds: &BTreeSet<Ground>) -> Option<String> {
    let dated = !expires.trim().is_empty() || grounds.iter().any(|ground| ground.must_expire());
    if dated {
        return p.optional("term", typed, 300);
    }
    let missing = "Isi tanggal berakhirnya pengecualian, atau ketentuan yang menetapkan jangka waktunya.";
    Some(p.text("term", typed, 300, missing)).filter(|term| !term.is_empty())
}

/// The last day of an exemption that begins on `from`: needed for letters a–f, at most 30 years for letter a.
pub(crate) fn expiry(p: &mut Problems, typed: &str, grounds: &BTreeSet<Ground>, from: Option<NaiveDate>) -> Option<NaiveDate> {
    let needed = grounds.iter().any(|ground| ground.must_expire());
    if typed.trim().is_empty() && !needed {
        return None;
    }
    let missing = if typed.trim().is_empty() {
        "Huruf a–f tidak bersifat permanen: isi tanggal berakhirnya pengecualian."
    } else {
        "Tanggal berakhirnya pengecualian belum benar."
    };
    let date = p.date("expires", typed, missing)?;
    let from = from?;
    p.when(date <= from, "expires", "Pengecualian harus berakhir setelah tanggal surat.");
    for years in grounds.iter().filter_map(|ground| ground.longest_years()) {
        let latest = from.checked_add_months(Months::new(years * 12));
        if latest.is_some_and(|latest| date > latest) {
            p.add("expires", format!("Untuk penegakan hukum pengecualian paling lama {years} tahun (PP 61/2010)."));
        }
    }
    Some(date)
}
