//! What happened to an objection and its dispute, in words.

use super::ObjectionChange;
use crate::indonesian::date;
use crate::words::{Words, letter};

impl ObjectionChange {
    /// What happened, in words.
    pub fn words(&self) -> Words {
        match self {
            Self::ObjectionRegistered { number, due, .. } => Words::of("Keberatan dicatat")
                .and(format!(" dengan nomor {}", number.text))
                .note(due.map(|due| format!("Batas tanggapan {}", date(due)))),
            Self::ObjectionAnswered { answer } => Words::of(answer.verdict.label()).note(letter("Tanggapan", &answer.letter)),
            Self::ObjectionAnswerSent { sending } => {
                let late = sending.entered_on.map_or_else(String::new, |on| format!(", dicatat {}", date(on)));
                Words::of("Tanggapan dikirim")
                    .and(format!(" {}, {}{late}", date(sending.on), sending.way.label().to_lowercase()))
                    .note(sending.proof.clone())
            }
            Self::ObjectionAnswerReceived { on, reaction, entered_on } => {
                let late = entered_on.map_or_else(String::new, |entered| format!(", dicatat {}", date(entered)));
                Words::of("Tanggapan diterima pengaju")
                    .and(format!(" {}{late}", date(*on)))
                    .note(Some(reaction.clone()).filter(|said| !said.is_empty()))
            }
            Self::ObjectionAnswerReturned { on, why } => {
                Words::of("Surat tanggapan kembali").and(format!(" {}", date(*on))).note(why.clone())
            }
            Self::ObjectionReceiptWithdrawn { reason } => Words::of("Tanggal tanggapan diterima dibatalkan").note(reason.clone()),
            Self::ObjectionExecuted { on, note } => {
                Words::of("Perintah dilaksanakan").and(format!(" {}", date(*on))).note(note.clone())
            }
            Self::ObjectionWithdrawn { reason, .. } => Words::of("Keberatan dicabut").note(reason.clone()),
            Self::DisputeFiled { filing } => Words::of("Sengketa diajukan")
                .and(format!(" ke {}", filing.commission))
                .note(format!("Nomor register {}", filing.number)),
            Self::DisputeProceeded { step } => {
                let number = step.number.as_ref().map_or_else(String::new, |number| format!(" nomor {number}"));
                Words::of(step.kind.label()).and(format!("{number}, {}", date(step.on))).note(step.note.clone())
            }
        }
    }
}
