//! The papers themselves, one file each: what stands on it, in which order, in which words.

mod agenda_book;
mod annual_report;
mod blank;
mod classification_decree;
mod closing_notice;
mod consequence_test;
mod deadline_addendum;
mod dip;
mod disposition;
mod dispute_file;
mod envelope;
mod exempt_list;
mod extension_notice;
mod fee_receipt;
mod figure_tables;
mod hand_over_receipt;
mod handover_minutes;
mod incomplete_notice;
mod labels;
mod list;
mod not_entitled_notice;
mod objection_answer;
mod objection_form;
mod objection_register;
mod official_letter;
mod receipt;
mod recovery_card;
mod refund_receipt;
mod refusal_decision;
mod request_form;
mod request_list;
mod request_register;
mod rights;
mod service_figures;
mod signature;
mod test_page;
mod written_notice;

pub use agenda_book::AgendaBook;
pub use annual_report::AnnualReport;
pub use blank::{BlankForm, NumberedForm};
pub use classification_decree::ClassificationDecree;
pub use closing_notice::{Closed, ClosingNotice};
pub use consequence_test::ConsequenceTest;
pub use deadline_addendum::DeadlineAddendum;
pub use dip::Dip;
pub use disposition::Disposition;
pub(crate) use dispute_file::{Appendix, Cover};
pub use dispute_file::{Bundled, DisputeFile, JournalLine};
pub use envelope::Envelope;
pub use exempt_list::ExemptList;
pub use extension_notice::ExtensionNotice;
pub use fee_receipt::FeeReceipt;
pub use figure_tables::ReportTable;
pub use hand_over_receipt::HandOverReceipt;
pub use handover_minutes::HandoverMinutes;
pub use incomplete_notice::IncompleteNotice;
pub use labels::Labels;
pub use list::SignedBy;
pub use not_entitled_notice::NotEntitledNotice;
pub use objection_answer::ObjectionAnswer;
pub use objection_form::ObjectionForm;
pub use objection_register::ObjectionRegister;
pub use official_letter::{CaseLetter, Ordered, Replaced};
pub use receipt::{AnswerDue, CompletenessDue, Receipt};
pub use recovery_card::RecoveryCard;
pub use refund_receipt::RefundReceipt;
pub use refusal_decision::{RefusalDecision, Withheld};
pub use request_form::RequestForm;
pub use request_list::RequestList;
pub use request_register::RequestRegister;
pub use service_figures::FiguresSheet;
pub use test_page::TestPage;
pub use written_notice::{Terms, WrittenNotice};

use crate::layout::{Piece, Sheet};

/// Dots to be written over, inside a sentence.
const DOTS: &str = "……………………………………";

/// The number of a letter; the agenda book may still have to give it.
fn letter_number(number: &str) -> String {
    let number = number.trim();
    format!("Nomor: {}", if number.is_empty() { DOTS } else { number })
}

/// Lines with their number in front, a little apart.
fn numbered(sheet: &mut Sheet<'_>, lines: &[String]) {
    let pieces: Vec<Piece> = Piece::numbered(lines, 20.0).map(|piece| piece.above(1.5)).collect();
    sheet.block(&pieces);
    sheet.space(8.0);
}

/// What the asterisks of a form mean; stays with the signatures before it.
fn footnotes(sheet: &mut Sheet<'_>, notes: &[(&str, &str)]) {
    let small = sheet.small();
    sheet.space(10.0);
    sheet.glue_last(1);
    let mut pieces = vec![Piece::new("Keterangan:").style(small)];
    pieces.extend(notes.iter().map(|(mark, text)| Piece::labelled(*mark, 16.0, *text).style(small)));
    sheet.block(&pieces);
}
