//! How the core says no.

use crate::authority::Duty;
use crate::calendar::YearNotLoaded;
pub use crate::classification::ClassificationRefused;
pub use crate::fields::{FieldProblem, Problems};
pub use crate::objection::ObjectionRefused;
pub use crate::office::OfficeRefused;
pub use crate::paper::PaperRefused;
pub use crate::question::QuestionRefused;
pub use crate::request::RequestRefused;

/// The core's no: a value, not a failure. Each reads as one Indonesian sentence that says what to do next. What only one noun
/// refuses stands with that noun.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Something typed must change first.
    #[error("{}", first_of(.0))]
    Fields(Vec<FieldProblem>),
    /// A legal date lies in a year without a calendar.
    #[error(transparent)]
    YearNotLoaded(#[from] YearNotLoaded),
    /// The role of the account does not allow it.
    #[error("Tugas ini ({}) bukan wewenang peran akun Anda; minta akun yang berwenang atau ubah di Pengaturan.", .0.label())]
    NotYourDuty(Duty),
    /// As before, with whoever may.
    #[error("Tugas ini ({}) bukan wewenang peran akun Anda; yang berwenang: {who}.", .duty.label())]
    DutyOfOthers {
        /// The duty.
        duty: Duty,
        /// Roles and accounts, in words.
        who: String,
    },
    /// The step does not fit where the matter stands.
    #[error("{0}")]
    NotNow(&'static str),
    /// It is not known here.
    #[error("Catatan ini tidak ada di meja ini; sinkronkan lalu cari lagi.")]
    Unknown,
    /// A step of a request, or a file for it.
    #[error(transparent)]
    Request(#[from] RequestRefused),
    /// A step of an objection or its dispute.
    #[error(transparent)]
    Objection(#[from] ObjectionRefused),
    /// A step of a consequence test or its classification.
    #[error(transparent)]
    Classification(#[from] ClassificationRefused),
    /// A step of a question.
    #[error(transparent)]
    Question(#[from] QuestionRefused),
    /// An account of the office, or a numbered form.
    #[error(transparent)]
    Office(#[from] OfficeRefused),
    /// A paper of any of them.
    #[error(transparent)]
    Paper(#[from] PaperRefused),
}

impl Problems {
    /// `made` when nothing was noted, otherwise everything that was.
    ///
    /// # Errors
    /// The problems, in the order of the form.
    pub fn or<T>(self, made: Option<T>) -> Result<T, Refused> {
        match made {
            Some(made) if self.is_empty() => Ok(made),
            _ => Err(Refused::Fields(self.into_vec())),
        }
    }
}

/// The first problem, and how many more there are.
fn first_of(problems: &[FieldProblem]) -> String {
    match problems {
        [] => "Periksa lagi isian formulir ini.".to_owned(),
        [only] => only.message.clone(),
        [first, more @ ..] => format!("{} Ada {} isian lain yang juga perlu diperbaiki.", first.message, more.len()),
    }
}
