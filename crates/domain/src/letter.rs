//! What every letter of the office has: a number, a date, a signature, copies.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::deadline::Today;
use crate::ids::OfficialId;
use crate::office::Official;
use crate::paper::PaperKind;
use crate::problem::Problems;

/// The head of a letter's form as typed. Dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Letter`.
pub struct LetterInput {
    pub letter_number: String,
    pub letter_date: String,
    pub signed_by: String,
    pub cc: Vec<String>,
}

/// A letter that left the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// From the office's *buku agenda*.
    #[serde(rename = "letter_number")]
    pub number: String,
    /// The civil date of the letter.
    #[serde(rename = "letter_date")]
    pub date: NaiveDate,
    /// Who signs.
    pub signed_by: OfficialId,
    /// Copies of the letter (*tembusan*).
    #[serde(default)]
    pub cc: Vec<String>,
    /// The civil date it was entered here; there where that is later than its own. A date written back is kept, and marked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered_on: Option<NaiveDate>,
}

impl Letter {
    /// A letter without copies, entered on its own day.
    pub fn new(number: impl Into<String>, date: NaiveDate, signed_by: OfficialId) -> Self {
        Self { number: number.into(), date, signed_by, cc: vec![], entered_on: None }
    }

    /// The civil date from which it can be proved: of its entry where it was entered late, else its own.
    pub fn proved_on(&self) -> NaiveDate {
        self.entered_on.unwrap_or(self.date)
    }
}

/// What must hold of a letter's date: the earliest day and why.
pub(crate) type NotBefore<'a> = (NaiveDate, &'a str);

impl LetterInput {
    /// Reads the head of `paper` on `today`: dated neither in the future nor before `earliest`, signed by an official whose
    /// role the office's matrix allows and who held it on that day.
    pub(crate) fn check(
        &self,
        p: &mut Problems,
        paper: PaperKind,
        (earliest, too_early): NotBefore<'_>,
        today: &Today<'_>,
    ) -> Option<Letter> {
        let number = p.text("letter_number", &self.letter_number, 60, "Isi nomor surat dari buku agenda.");
        let date = p.date("letter_date", &self.letter_date, "Isi tanggal surat.");
        if let Some(date) = date {
            p.when(date > today.date, "letter_date", "Tanggal surat tidak boleh setelah hari ini.");
            p.when(date < earliest, "letter_date", too_early);
        }
        let signer = self.signer(p, today);
        if let Some(official) = signer {
            if !today.office.signing.allows(paper, official.role) {
                let roles = today.office.signing.roles_in_words(paper);
                p.add("signed_by", format!("{} ditandatangani {roles}; pilih pejabat lain.", paper.label()));
            }
            let out_of_office = date.is_some_and(|date| !official.serves_on(date));
            p.when(out_of_office, "signed_by", "Pejabat ini tidak menjabat pada tanggal surat; pilih pejabat lain.");
        }
        p.when(self.cc.len() > 10, "cc", "Tembusan paling banyak 10 baris.");
        let lines = self.cc.iter().map(|line| p.short("cc", line, 150));
        let cc = lines.filter(|line| !line.is_empty()).collect();
        let date = date?;
        Some(Letter { number, date, signed_by: signer?.id, cc, entered_on: (date < today.date).then_some(today.date) })
    }

    /// The official chosen to sign.
    pub(crate) fn signer<'a>(&self, p: &mut Problems, today: &Today<'a>) -> Option<&'a Official> {
        let signer = self.signed_by.parse().ok().and_then(|id| today.office.official(id));
        p.when(signer.is_none(), "signed_by", "Pilih pejabat yang menandatangani.");
        signer
    }
}
