//! An applicant whom the law does not know: neither an Indonesian citizen nor an Indonesian legal entity (UU KIP Ps 1(12), Ps 4).
//! The request is registered and answered all the same, in writing, and may be objected to.

use serde::{Deserialize, Serialize};

use super::{Category, IdentityKind, Request};
use crate::coded::coded;
use crate::deadline::Today;
use crate::letter::{Letter, LetterInput};
use crate::paper::PaperKind;
use crate::problem::{Problems, Refused};

coded! {
    /// Why the applicant is not entitled.
    pub enum NoStanding {
        /// A foreigner.
        Foreigner = "wna" => "Pemohon bukan warga negara Indonesia",
        /// A foreign entity.
        ForeignEntity = "badan_asing" => "Pemohon bukan badan hukum Indonesia",
        /// Nothing shows either.
        NotShown = "tidak_terbukti" => "Kedudukan sebagai warga negara atau badan hukum Indonesia tidak dapat ditunjukkan",
    }
}

/// The letter's form as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `NotEntitled`.
pub struct NotEntitledInput {
    #[serde(flatten)]
    pub letter: LetterInput,
    pub why: String,
    pub considerations: String,
    pub advice: String,
}

/// The applicant is not entitled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotEntitled {
    /// The written notice.
    #[serde(flatten)]
    pub letter: Letter,
    /// Why.
    pub why: NoStanding,
    /// By what that is known, for the applicant.
    pub considerations: String,
    /// Where the applicant may turn instead.
    pub advice: Option<String>,
}

impl NotEntitledInput {
    /// Reads the form on `today` for `request`. The papers need not be complete: what is missing may be the very reason.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, request: &Request, today: &Today<'_>) -> Result<NotEntitled, Refused> {
        let mut p = Problems::default();
        let letter = self.letter.check(&mut p, PaperKind::WrittenNotice, request.answers_begin(), today);
        let why = NoStanding::from_code(&self.why);
        p.when(why.is_none(), "why", "Pilih mengapa pemohon bukan pemohon yang berhak.");
        let who = &request.registration.applicant;
        let entity = who.category == Category::LegalEntity;
        let other = matches!((why, entity), (Some(NoStanding::Foreigner), true) | (Some(NoStanding::ForeignEntity), false));
        p.when(other, "why", "Pilih yang sesuai dengan kategori pemohon: warga negara bagi orang, badan hukum bagi badan hukum.");
        // What was not shown yet is asked for first: that is no reason of the law (Ps 1(12)).
        let asked = who.identity_kind != IdentityKind::NotShown || request.incomplete.is_some();
        let unshown = why == Some(NoStanding::NotShown) && !asked;
        p.when(unshown, "why", "Identitas belum diminta; buat dahulu Surat Keterangan Tidak Lengkap.");
        let considerations =
            p.text("considerations", &self.considerations, 5_000, "Jelaskan dari surat apa kedudukan pemohon diketahui.");
        let advice = p.optional("advice", &self.advice, 2_000);
        p.or(letter.zip(why).map(|(letter, why)| NotEntitled { letter, why, considerations, advice }))
    }
}
