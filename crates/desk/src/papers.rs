//! Papers of a request: what the journal knows of it, handed to `letters`.
//!
//! The first print or saved file is the original, every later one is marked *salinan*.

use crate::actions::classification;
use crate::actions::objection;
use crate::context::Context;
use crate::dispute_file;
use crate::find;
use crate::other_papers;
use crate::printer::Printer;
use crate::write;
use crate::write::Journal;
use chrono::NaiveDate;
use loket_domain::change::Change;
use loket_domain::classification::ClassificationCommand;
use loket_domain::ids::RequestId;
use loket_domain::indonesian::date as words;
use loket_domain::objection::ObjectionCommand;
use loket_domain::office::ClockStart;
use loket_domain::paper::PaperKind;
use loket_domain::problem::Refused;
use loket_domain::request::{Command, Letter, Outcome, Request};
use loket_journal::Recorded;
use loket_letters as letters;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::edge::Moment;
use crate::error::DeskError;
use crate::store::entries::{self, Kept};
use crate::views::{PaperItem, RegisterKind};

/// Letters of a check code: none is taken for another when read aloud.
const CHECK_LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Which paper is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "paper", rename_all = "snake_case")]
pub enum PaperRef {
    /// A paper of a request.
    Request {
        /// The request.
        id: String,
        /// Which of its papers.
        kind: PaperKind,
    },
    /// A paper of an objection.
    Objection {
        /// The objection.
        id: String,
        /// Which of its papers.
        kind: PaperKind,
    },
    /// A paper of a consequence test or classification.
    Classification {
        /// Which one.
        id: String,
        /// Which of its papers.
        kind: PaperKind,
    },
    /// A register of a period; both days are part of it.
    Register {
        /// Which register.
        which: RegisterKind,
        /// First civil date, `YYYY-MM-DD`.
        from: String,
        /// Last civil date, `YYYY-MM-DD`.
        to: String,
    },
    /// The catalogue of public information.
    Dip,
    /// The list of exempt information.
    ExemptList,
    /// A frozen yearly report.
    Report {
        /// Which one.
        id: String,
    },
    /// Everything about one request as one document.
    DisputeFile {
        /// The request.
        id: String,
    },
    /// A letter as a changed wording would make it, with invented content.
    Template {
        /// Code of the template.
        code: String,
        /// The changed text.
        text: String,
    },
    /// The recovery card, right after it was made.
    RecoveryCard,
}

/// A paper as a PDF.
pub struct IssuedPaper {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// A name for its file, without anything about a citizen.
    pub file_name: String,
    /// Whether it is marked *salinan*.
    pub is_copy: bool,
}

/// The paper as it would be printed now.
pub(crate) fn paper(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    card: Option<&str>,
    paper: &PaperRef,
    moment: Moment,
) -> Result<IssuedPaper, DeskError> {
    let today = moment.local.date();
    match paper {
        PaperRef::Request { id, kind } => {
            let (id, request) = find::known(tables, id)?;
            request_paper(tables, context, printer, id, &request, *kind)
        }
        PaperRef::Objection { id, kind } => other_papers::objection_paper(tables, context, printer, id, *kind),
        PaperRef::Classification { id, kind } => other_papers::classification_paper(tables, context, printer, id, *kind),
        PaperRef::Register { which, from, to } => other_papers::register_paper(tables, context, printer, *which, from, to, today),
        PaperRef::Dip => other_papers::dip_paper(tables, context, printer, today),
        PaperRef::ExemptList => other_papers::exempt_list(tables, context, printer, today),
        PaperRef::Report { id } => other_papers::report_paper(tables, context, printer, id),
        PaperRef::DisputeFile { id } => dispute_file::dispute_file(tables, context, printer, id, today),
        PaperRef::Template { code, text } => other_papers::template_preview(context, printer, code, text, today),
        PaperRef::RecoveryCard => recovery_card(context, printer, card, today),
    }
}

/// Notes that the paper was printed or saved.
pub(crate) fn paper_issued(journal: &mut Journal, paper: &PaperRef, moment: Moment) -> Result<(), DeskError> {
    match paper {
        PaperRef::Request { id, kind } => {
            let (id, _) = find::known(journal.tables(), id)?;
            write::write_command(journal, id, Command::IssuePaper(*kind), moment)
        }
        PaperRef::Objection { id, kind } => {
            let (id, _) = objection::known_objection(journal.tables(), id)?;
            objection::write_objection(journal, id.0, ObjectionCommand::IssuePaper(*kind), moment)
        }
        PaperRef::Classification { id, kind } => {
            let (id, _) = classification::known_classification(journal.tables(), id)?;
            classification::write_classification(journal, id.0, ClassificationCommand::IssuePaper(*kind), moment)
        }
        // Lists and files are made anew each time; the journal they come from is their proof.
        PaperRef::Register { .. }
        | PaperRef::Dip
        | PaperRef::ExemptList
        | PaperRef::Report { .. }
        | PaperRef::DisputeFile { .. }
        | PaperRef::Template { .. }
        | PaperRef::RecoveryCard => Ok(()),
    }
}

fn recovery_card(
    context: &Context<'_>,
    printer: &Printer<'_>,
    card: Option<&str>,
    today: NaiveDate,
) -> Result<IssuedPaper, DeskError> {
    let code = card.as_ref().ok_or(Refused::NoCard)?;
    let card = letters::RecoveryCard {
        desk_code: context.desk_code.to_owned(),
        date: today,
        recovery_code: code.to_string(),
        mark: letters::PaperMark::Original,
    };
    Ok(IssuedPaper { pdf: printer.print(&card)?, file_name: "Kartu Pemulihan.pdf".into(), is_copy: false })
}

fn request_paper(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    id: RequestId,
    request: &Request,
    kind: PaperKind,
) -> Result<IssuedPaper, DeskError> {
    if !request.has_paper(kind) {
        return Err(Refused::NoSuchPaper.into());
    }
    let kept = entries::of_subject(tables, &format!("request:{id}"))?;
    let is_copy = request.issued.contains_key(&kind);
    let mark = if is_copy { letters::PaperMark::Copy } else { letters::PaperMark::Original };
    let story = Story { tables, context, request, kept: &kept, mark };
    let pdf = printer.print(&*story.paper(kind)?)?;
    Ok(IssuedPaper { pdf, file_name: file_name(kind.label(), &request.number.text), is_copy })
}

/// The papers of a request and how often each was printed.
pub(crate) fn paper_items(request: &Request) -> Vec<PaperItem> {
    let letter = |letter: Option<&Letter>| letter.map(|letter| letter.number.clone());
    let number = |kind| match kind {
        PaperKind::WrittenNotice | PaperKind::RefusalDecision => letter(request.outcome.as_ref().and_then(Outcome::letter)),
        PaperKind::IncompleteNotice => letter(request.incomplete.as_ref().map(|known| &known.letter)),
        PaperKind::ExtensionNotice => letter(request.extension.as_ref().map(|known| &known.letter)),
        PaperKind::HandOverReceipt => request.handed_over.as_ref().map(|known| known.number.clone()),
        PaperKind::FeeReceipt => request.payment.as_ref().map(|known| known.number.clone()),
        PaperKind::Disposition => request.coordination.last().map(|known| known.forwarding.number.clone()),
        _ => Some(request.number.text.clone()),
    };
    let item = |kind: PaperKind| {
        let issued = request.issued.get(&kind);
        PaperItem {
            kind,
            title: kind.label().into(),
            number: number(kind),
            printed: issued.map_or(0, |issued| issued.times),
            printed_text: issued.map(|issued| format!("Terakhir dicetak atau disimpan {}", words(issued.last))),
        }
    };
    // The receipt first: it is what the citizen waits for.
    let order = [PaperKind::Receipt, PaperKind::RequestForm].into_iter().chain(IN_ORDER);
    order.filter(|kind| request.has_paper(*kind)).map(item).collect()
}

/// Forty bits of a hash: a paper can be held against the journal, also at PPID Utama after sync.
pub(crate) fn check_code(hash: [u8; 32]) -> String {
    let letters = hash.iter().take(8).map(|byte| CHECK_LETTERS[usize::from(byte & 31)] as char);
    let code: String = letters.collect();
    format!("{}-{}", &code[..4], &code[4..])
}

/// A name for a file: what it is and its number, nothing about a citizen.
pub(crate) fn file_name(what: &str, number: &str) -> String {
    let number: String = number.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    format!("{what} {number}.pdf")
}

/// The papers that follow the receipt and the form, in the order of what happened.
pub(crate) const IN_ORDER: [PaperKind; 8] = [
    PaperKind::IncompleteNotice,
    PaperKind::Disposition,
    PaperKind::ExtensionNotice,
    PaperKind::DeadlineAddendum,
    PaperKind::WrittenNotice,
    PaperKind::RefusalDecision,
    PaperKind::FeeReceipt,
    PaperKind::HandOverReceipt,
];

/// What the papers of one request are made from.
pub(crate) struct Story<'a> {
    pub(crate) tables: &'a Connection,
    pub(crate) context: &'a Context<'a>,
    pub(crate) request: &'a Request,
    pub(crate) kept: &'a [Kept],
    pub(crate) mark: letters::PaperMark,
}

impl Story<'_> {
    /// The first entry of this kind.
    pub(crate) fn entry(&self, wanted: impl Fn(&Change) -> bool) -> Option<&Kept> {
        self.kept.iter().find(|kept| matches!(kept.recorded(), Recorded::Known(change) if wanted(&change)))
    }

    pub(crate) fn registering(&self) -> Option<&Kept> {
        self.entry(|change| matches!(change, Change::RequestRegistered { .. }))
    }

    pub(crate) fn check_code(entry: Option<&Kept>) -> String {
        check_code(entry.map_or([0; 32], |kept| kept.header.hash().0))
    }

    pub(crate) fn officer(&self) -> String {
        self.registering().map_or_else(String::new, |kept| self.context.account_name(kept.header.actor))
    }
}

impl Story<'_> {
    pub(crate) fn request_form(&self) -> letters::RequestForm {
        letters::RequestForm {
            registration_no: self.request.number.text.clone(),
            check_code: Self::check_code(self.registering()),
            registration: self.request.registration.clone(),
            place: self.context.office.profile.place.clone(),
            date: self.request.registered_on,
            officer: self.officer(),
            rights_page: true,
            fee_decree: self.context.office.fees.as_ref().map(|fees| fees.decree.clone()),
            mark: self.mark,
            version: self.version(),
        }
    }

    pub(crate) fn receipt(&self) -> letters::Receipt {
        let (completeness_due, answer_due) = self.due_on_the_receipt();
        letters::Receipt {
            registration_no: self.request.number.text.clone(),
            check_code: Self::check_code(self.registering()),
            registration: self.request.registration.clone(),
            completeness_due,
            answer_due,
            place: self.context.office.profile.place.clone(),
            officer: self.officer(),
            contact: self.context.office.profile.letterhead_lines.last().cloned(),
            mark: self.mark,
            version: self.version(),
        }
    }

    /// The receipt is the paper of the day of registration: it names the dates promised then, not what came later.
    fn due_on_the_receipt(&self) -> (letters::CompletenessDue, letters::AnswerDue) {
        use letters::{AnswerDue, CompletenessDue};
        let complete = self.request.complete_on == Some(self.request.registered_on);
        let promised = self.kept.iter().find_map(|kept| match kept.recorded() {
            Recorded::Known(Change::RequestRegistered { promised, .. }) if !complete => Some(promised),
            Recorded::Known(Change::RequestDeclaredComplete { promised, .. }) if complete => Some(promised),
            _ => None,
        });
        let promised = promised.unwrap_or(self.request.promised);
        let completeness = match promised.completeness {
            _ if complete => CompletenessDue::Complete,
            Some(day) => CompletenessDue::On(day),
            None => CompletenessDue::CalendarNotLoaded,
        };
        let answer = match (promised.official, self.context.office.profile.clock_start) {
            (Some(day), _) => AnswerDue::On(day),
            (None, ClockStart::Complete) if !complete => AnswerDue::AfterCompleteness,
            (None, _) => AnswerDue::CalendarNotLoaded,
        };
        (completeness, answer)
    }
}
