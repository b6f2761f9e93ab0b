//! What every letter of the office has: a number, a date, a signature, copies.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::deadline::Today;
use crate::ids::OfficialId;
use crate::office::Official;
use crate::paper::PaperKind;
use crate::problem::{Problems, Refused};

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
    /// From the office's *buku agenda*; empty while it is to follow (*nomor menyusul*).
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

    /// Whether the agenda book gave it its number.
    pub fn is_numbered(&self) -> bool {
        !self.number.is_empty()
    }

    /// Its number as lists and sentences show it.
    pub fn shown_number(&self) -> &str {
        if self.is_numbered() { &self.number } else { NUMBER_FOLLOWS }
    }

    /// The civil date from which it can be proved: of its entry where it was entered late, else its own.
    pub fn proved_on(&self) -> NaiveDate {
        self.entered_on.unwrap_or(self.date)
    }
}

/// What stands for a number that is to follow.
const NUMBER_FOLLOWS: &str = "(menyusul)";

/// The longest number of a letter, in characters.
pub(crate) const LONGEST_NUMBER: usize = 60;

/// The number of a letter as typed: one that may follow may be left empty.
pub(crate) fn number(p: &mut Problems, field: &str, typed: &str, paper: PaperKind, empty: &str) -> String {
    let number = if paper.number_may_follow() {
        p.short(field, typed, LONGEST_NUMBER)
    } else {
        p.text(field, typed, LONGEST_NUMBER, empty)
    };
    p.when(is_word(&number), field, "Nomor surat memuat angka; bila nomornya menyusul, kosongkan kotak ini.");
    number
}

/// Whether something stands there that is no number: *menyusul*, a dash.
fn is_word(number: &str) -> bool {
    !number.is_empty() && !number.chars().any(|sign| sign.is_ascii_digit())
}

/// The form that notes the number of a letter, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form.
pub struct LetterNumberInput {
    pub paper: String,
    pub letter_number: String,
    /// Why a number that people hold in their hands is another.
    pub reason: String,
}

impl LetterNumberInput {
    /// Reads the form: which of `letters` gets which number, and why where it `left_with` another.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub(crate) fn check<'a>(
        &self,
        letters: &[PaperKind],
        left_with: impl Fn(PaperKind) -> Option<&'a str>,
    ) -> Result<(PaperKind, String, Option<String>), Refused> {
        let mut p = Problems::default();
        let paper = PaperKind::from_code(&self.paper).filter(|paper| letters.contains(paper));
        p.when(paper.is_none(), "paper", "Pilih surat yang diberi nomor.");
        let number = p.text("letter_number", &self.letter_number, LONGEST_NUMBER, "Isi nomor surat dari buku agenda.");
        p.when(is_word(&number), "letter_number", "Nomor surat memuat angka; isi seperti di buku agenda.");
        let other = paper.and_then(left_with).is_some_and(|left| left != number);
        let why = "Surat ini sudah di tangan penerimanya dengan nomor lain; tulis mengapa nomornya diganti.";
        let reason = if other { Some(p.text("reason", &self.reason, 1_000, why)) } else { None };
        p.or(paper.map(|paper| (paper, number, reason)))
    }
}

/// The form that takes a letter back, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form.
pub struct LetterCancelInput {
    pub paper: String,
    pub reason: String,
}

impl LetterCancelInput {
    /// Reads the form: which of `letters` holds no more, and why.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub(crate) fn check(&self, letters: &[PaperKind]) -> Result<(PaperKind, String), Refused> {
        let mut p = Problems::default();
        let paper = PaperKind::from_code(&self.paper).filter(|paper| letters.contains(paper));
        p.when(paper.is_none(), "paper", "Pilih surat yang keliru.");
        let reason = p.text("reason", &self.reason, 2_000, "Tulis apa yang keliru dalam surat ini.");
        p.or(paper.map(|paper| (paper, reason)))
    }
}

/// What became of the original before, as typed.
///
/// # Errors
/// [`Refused::Fields`] where nothing is said.
pub(crate) fn why_again(typed: &str) -> Result<String, Refused> {
    let mut p = Problems::default();
    let reason = p.text("reason", typed, 300, "Tulis mengapa aslinya dicetak ulang, misalnya kertas rusak.");
    p.or(Some(reason))
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
        let number = number(p, "letter_number", &self.letter_number, paper, "Isi nomor surat dari buku agenda.");
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
        let cc = read_copies(p, "cc", &self.cc);
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

/// Who gets a copy of a letter (*tembusan*), a line each as typed into the box `field`.
pub fn read_copies(p: &mut Problems, field: &str, typed: &[String]) -> Vec<String> {
    p.when(typed.len() > 10, field, "Tembusan paling banyak 10 baris.");
    let lines = typed.iter().map(|line| p.short(field, line, 150));
    lines.filter(|line| !line.is_empty()).collect()
}
