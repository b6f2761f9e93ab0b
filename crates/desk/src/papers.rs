//! Papers of a request: what the journal knows of it, handed to `letters`.
//!
//! The first print or saved file is the original, every later one is marked *salinan*.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use loket_domain::change::Change;
use loket_domain::ids::{OfficialId, RequestId};
use loket_domain::indonesian::date as words;
use loket_domain::office::{ClockStart, Official};
use loket_domain::paper::PaperKind;
use loket_domain::problem::Refused;
use loket_domain::request::{Command, Grant, Outcome, Refusal, Request};
use loket_journal::Recorded;
use loket_letters as letters;
use serde::Deserialize;

use crate::desk::Desk;
use crate::edge::Moment;
use crate::error::DeskError;
use crate::store::entries::{self, Kept};
use crate::views::PaperItem;

/// Letters of a check code: none is taken for another when read aloud.
const CHECK_LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Which paper is meant.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
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
    /// The recovery card, right after the first start.
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

impl Desk {
    /// The paper as it would be printed now.
    ///
    /// # Errors
    /// [`DeskError::Refused`] when there is no such paper; [`DeskError::Paper`].
    pub fn paper(&self, paper: &PaperRef) -> Result<IssuedPaper, DeskError> {
        match paper {
            PaperRef::Request { id, kind } => {
                let (id, request) = self.known(id)?;
                self.request_paper(id, &request, *kind)
            }
            PaperRef::RecoveryCard => self.recovery_card(),
        }
    }

    /// Notes that the paper was printed or saved.
    ///
    /// # Errors
    /// [`DeskError::Refused`] when there is no such paper.
    pub fn paper_issued(&mut self, paper: &PaperRef, moment: Moment) -> Result<(), DeskError> {
        match paper {
            PaperRef::Request { id, kind } => {
                let (id, _) = self.known(id)?;
                self.write_command(id, Command::IssuePaper(*kind), moment)
            }
            PaperRef::RecoveryCard => Ok(()),
        }
    }

    fn recovery_card(&self) -> Result<IssuedPaper, DeskError> {
        let code = self.card.as_ref().ok_or(Refused::NoCard)?;
        let opened = self.office.desk(&self.desk_code);
        let card = letters::RecoveryCard {
            desk_code: self.desk_code.clone(),
            date: opened.ok_or(Refused::NoCard)?.opened_on,
            recovery_code: code.to_string(),
            mark: letters::PaperMark::Original,
        };
        Ok(IssuedPaper { pdf: self.print(&card)?, file_name: "Kartu Pemulihan.pdf".into(), is_copy: false })
    }

    fn request_paper(&self, id: RequestId, request: &Request, kind: PaperKind) -> Result<IssuedPaper, DeskError> {
        if !request.has_paper(kind) {
            return Err(Refused::NoSuchPaper.into());
        }
        let kept = entries::of_subject(&self.connection, &format!("request:{id}"))?;
        let is_copy = request.issued.contains_key(&kind);
        let mark = if is_copy { letters::PaperMark::Copy } else { letters::PaperMark::Original };
        let story = Story { desk: self, request, kept: &kept, mark };
        let pdf = match (kind, &request.outcome) {
            (PaperKind::RequestForm, _) => self.print(&story.request_form())?,
            (PaperKind::Receipt, _) => self.print(&story.receipt())?,
            (PaperKind::WrittenNotice, Some(Outcome::Granted(grant))) => self.print(&story.written_notice(grant)?)?,
            (PaperKind::RefusalDecision, Some(Outcome::Refused(refusal))) => self.print(&story.refusal_decision(refusal)?)?,
            _ => return Err(Refused::NoSuchPaper.into()),
        };
        let number: String = request.number.text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        Ok(IssuedPaper { pdf, file_name: format!("{} {number}.pdf", kind.label()), is_copy })
    }

    fn print(&self, paper: &impl letters::Paper) -> Result<Vec<u8>, DeskError> {
        let profile = &self.office.profile;
        let head = letters::Letterhead {
            emblem: profile.emblem.as_ref().and_then(|emblem| STANDARD.decode(emblem).ok()),
            government: profile.letterhead_government.clone(),
            office: profile.letterhead_office.clone(),
            contact_lines: profile.letterhead_lines.clone(),
        };
        Ok(self.press.print(paper, &head, profile.paper)?)
    }

    /// The papers of a request and how often each was printed.
    pub(crate) fn paper_items(&self, request: &Request) -> Vec<PaperItem> {
        let number = |kind| match (kind, &request.outcome) {
            (PaperKind::WrittenNotice, Some(Outcome::Granted(grant))) => Some(grant.letter_number.clone()),
            (PaperKind::RefusalDecision, Some(Outcome::Refused(refusal))) => Some(refusal.letter_number.clone()),
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
        let order = [PaperKind::Receipt, PaperKind::RequestForm, PaperKind::WrittenNotice, PaperKind::RefusalDecision];
        order.into_iter().filter(|kind| request.has_paper(*kind)).map(item).collect()
    }
}

/// What the papers of one request are made from.
struct Story<'a> {
    desk: &'a Desk,
    request: &'a Request,
    kept: &'a [Kept],
    mark: letters::PaperMark,
}

impl Story<'_> {
    /// The entry that registered the request, or the one that answered it.
    fn entry(&self, wanted: impl Fn(&Change) -> bool) -> Option<&Kept> {
        self.kept.iter().find(|kept| matches!(kept.recorded(), Recorded::Known(change) if wanted(&change)))
    }

    fn registering(&self) -> Option<&Kept> {
        self.entry(|change| matches!(change, Change::RequestRegistered { .. }))
    }

    fn answering(&self) -> Option<&Kept> {
        self.entry(|change| matches!(change, Change::RequestGranted { .. } | Change::RequestRefused { .. }))
    }

    /// Forty bits of the entry's hash: a paper can be held against the journal, also at PPID Utama after sync.
    fn check_code(entry: Option<&Kept>) -> String {
        let hash = entry.map_or([0; 32], |kept| kept.header.hash().0);
        let letters = hash.iter().take(8).map(|byte| CHECK_LETTERS[usize::from(byte & 31)] as char);
        let code: String = letters.collect();
        format!("{}-{}", &code[..4], &code[4..])
    }

    fn officer(&self) -> String {
        self.registering().map_or_else(String::new, |kept| self.desk.account_name(kept.header.actor))
    }
}

impl Story<'_> {
    fn request_form(&self) -> letters::RequestForm {
        letters::RequestForm {
            registration_no: self.request.number.text.clone(),
            check_code: Self::check_code(self.registering()),
            registration: self.request.registration.clone(),
            place: self.desk.office.profile.place.clone(),
            date: self.request.registered_on,
            officer: self.officer(),
            rights_page: true,
            fee_decree: None,
            mark: self.mark,
        }
    }

    fn receipt(&self) -> letters::Receipt {
        let (completeness_due, answer_due) = self.due_on_the_receipt();
        letters::Receipt {
            registration_no: self.request.number.text.clone(),
            check_code: Self::check_code(self.registering()),
            registration: self.request.registration.clone(),
            completeness_due,
            answer_due,
            place: self.desk.office.profile.place.clone(),
            officer: self.officer(),
            contact: self.desk.office.profile.letterhead_lines.last().cloned(),
            mark: self.mark,
        }
    }

    /// The receipt is the paper of the day of registration: it names the dates promised then, not what came later.
    fn due_on_the_receipt(&self) -> (letters::CompletenessDue, letters::AnswerDue) {
        use letters::{AnswerDue, CompletenessDue};
        let complete = self.request.complete_on == Some(self.request.registered_on);
        let promised = match self.registering().map(Kept::recorded) {
            Some(Recorded::Known(Change::RequestRegistered { promised, .. })) if !complete => promised,
            _ => self.request.promised,
        };
        let completeness = match promised.completeness {
            _ if complete => CompletenessDue::Complete,
            Some(day) => CompletenessDue::On(day),
            None => CompletenessDue::CalendarNotLoaded,
        };
        let answer = match (promised.official, self.desk.office.profile.clock_start) {
            (Some(day), _) => AnswerDue::On(day),
            (None, ClockStart::Complete) if !complete => AnswerDue::AfterCompleteness,
            (None, ClockStart::Complete | ClockStart::Received) => AnswerDue::CalendarNotLoaded,
        };
        (completeness, answer)
    }

    fn written_notice(&self, grant: &Grant) -> Result<letters::WrittenNotice, DeskError> {
        Ok(letters::WrittenNotice {
            letter_no: grant.letter_number.clone(),
            registration_no: self.request.number.text.clone(),
            check_code: Self::check_code(self.answering()),
            registration: self.request.registration.clone(),
            outcome: letters::Outcome::Granted(letters::Granted {
                softcopy: grant.softcopy,
                hardcopy: grant.hardcopy,
                fees: grant.fees,
                ready_in_days: grant.ready_in_days,
                means: grant.means.clone(),
                redaction: None,
            }),
            place: self.desk.office.profile.place.clone(),
            date: grant.letter_date,
            signatory: self.signatory(grant.signed_by)?,
            copies_to: grant.cc.clone(),
            mark: self.mark,
        })
    }

    fn refusal_decision(&self, refusal: &Refusal) -> Result<letters::RefusalDecision, DeskError> {
        Ok(letters::RefusalDecision {
            registration_no: self.request.number.text.clone(),
            check_code: Self::check_code(self.answering()),
            registration: self.request.registration.clone(),
            refusal: refusal.clone(),
            place: self.desk.office.profile.place.clone(),
            signatory: self.signatory(refusal.signed_by)?,
            mark: self.mark,
        })
    }

    fn signatory(&self, id: OfficialId) -> Result<Official, DeskError> {
        self.desk.office.official(id).cloned().ok_or(DeskError::Journal("official"))
    }
}
