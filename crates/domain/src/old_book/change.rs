//! What happens to a request of the old book.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::OldRequest;
use crate::indonesian::date;
use crate::kinds::kinds;
use crate::numbering::DeskCode;
use crate::words::Words;

/// What happens to a request of the old book, one variant each, in the past tense.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum OldBookChange {
    /// A line of the book was copied.
    OldRequestCopied {
        /// The act of copying it came in by, with many others.
        import: Uuid,
        /// The desk that copied it.
        desk: DeskCode,
        /// Its row in the file.
        row: u32,
        /// What it says.
        request: Box<OldRequest>,
    },
    /// It was copied by mistake.
    OldRequestTakenBack {
        /// The civil date.
        on: NaiveDate,
        /// Why.
        reason: String,
    },
}

kinds! {
    OldBookChange:
    OldRequestCopied = "old_request_copied",
    OldRequestTakenBack = "old_request_taken_back",
}

impl OldBookChange {
    /// What happened, in words.
    pub fn words(&self) -> Words {
        match self {
            Self::OldRequestCopied { request, row, .. } => Words::of("Disalin dari buku lama")
                .and(format!(", diterima {}", date(request.received_on)))
                .note(format!("Baris {row} berkasnya")),
            Self::OldRequestTakenBack { reason, .. } => Words::of("Salinan dari buku lama ditarik kembali").note(reason.clone()),
        }
    }
}
