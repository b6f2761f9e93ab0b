//! What may be done to a request, in the law's order: one value a step.

pub(crate) mod answer;
pub(crate) mod answer_parts;
pub(crate) mod completeness;
pub(crate) mod correction;
pub(crate) mod extension;
pub(crate) mod forwarding;
pub(crate) mod further;
pub(crate) mod hand_over;
pub(crate) mod letter_life;
pub(crate) mod money;
pub(crate) mod noting;
pub(crate) mod party;
pub(crate) mod reopening;
pub(crate) mod sending;
pub(crate) mod standing;
pub(crate) mod telling;

use loket_domain::change::Change;
use loket_domain::ids::RequestId;
use loket_domain::paper::PaperKind;
use loket_domain::request::{Command, Request, Stage, decide, may};
use loket_letters::PaperMark;

use crate::error::DeskError;
use crate::forms::action::{Action, Ask};
use crate::forms::noun::Noun;
use crate::kernel::slip::Slip;
use crate::printing::printer::Printer;
use crate::requests::command::write_command;
use crate::requests::known::known;
use crate::requests::papers;
use crate::requests::summary;
use crate::views::paper::{IssuedPaper, PaperRef};
use crate::views::subject::{SubjectKind, SubjectRef};

/// How the steps of its list are written, and its papers named.
pub(crate) const REQUEST: Noun<Request, Command> = Noun {
    kind: SubjectKind::Request,
    named: true,
    steps: ALL,
    find: |tables, _, id| known(tables, id).map(|(id, state)| (id.0, state)),
    heading: |request| Some(format!("{}: {}", request.number.text, request.registration.applicant.name)),
    about: summary::summary,
    main: |request, code| main_step(request) == Some(code),
    seldom: |code| SELDOM.contains(&code),
    write: |journal, id, command, moment| write_command(journal, RequestId(id), command, moment),
    page: |id| Some(SubjectRef::new(SubjectKind::Request, id)),
    paper: |id, kind| Some(PaperRef::Request { id: id.to_string(), kind }),
    draft,
    replaced: |request, kind| request.replaced_by(kind).and_then(|letter| serde_json::to_value(&letter.content).ok()),
};

/// The paper that would follow from a step, before it is taken.
fn draft(ask: &Ask<'_, Request>, printer: &Printer<'_>, command: Command, kind: PaperKind) -> Result<IssuedPaper, DeskError> {
    let changes: Vec<Change> = decide(Some(ask.state), command, &ask.context.today(ask.moment))?;
    let after = changes.iter().try_fold(ask.state.clone(), |request, change| Request::apply(Some(&request), change));
    let after = after.ok_or_else(|| Slip::alone("draft"))?;
    papers::marked(ask.tables, ask.context, printer, (RequestId(ask.id), &after), kind, PaperMark::Draft)
}

/// Every step of a request, in the order of its buttons.
const ALL: &[Action<Request, Command>] = &[
    completeness::NOTE_DOCUMENTS,
    completeness::DECLARE_COMPLETE,
    completeness::DECLARE_COMPLETE_ON,
    completeness::FIND_INCOMPLETE,
    completeness::NOTE_NOTICE_RECEIVED,
    completeness::LAPSE,
    answer::GRANT,
    answer::GRANT_PARTLY,
    answer::REFUSE,
    answer::ANSWER_UNAVAILABLE,
    answer_parts::ANSWER,
    standing::NOT_ENTITLED,
    extension::EXTEND,
    forwarding::NOTE_FORWARD_ANSWER,
    forwarding::FORWARD,
    completeness::WITHDRAW,
    standing::ABATE,
    money::TAKE_PAYMENT,
    hand_over::HAND_OVER,
    hand_over::NOTE_NOT_FETCHED,
    money::REFUND,
    letter_life::NUMBER_LETTER,
    sending::NOTE_SENT,
    sending::NOTE_RETURNED,
    sending::WITHDRAW_RECEIPT,
    hand_over::NOTE_RECEIVED,
    reopening::REOPEN,
    reopening::SET_ORDER_ASIDE,
    letter_life::CANCEL_LETTER,
    further::OBJECT,
    further::ASK,
    further::TEST,
    telling::TELL_APPLICANT,
    noting::ADD_NOTE,
    party::CHANGE_CONTACT,
    party::NAME_REPRESENTATIVE,
    party::END_REPRESENTATIVE,
    standing::FIND_VEXATIOUS,
    correction::CORRECT,
    completeness::CANCEL,
    correction::WITHDRAW_FILE,
];

/// Steps that most requests never need: folded away, so that the usual ones are found at a glance.
const SELDOM: [&str; 7] = [
    letter_life::CANCEL_LETTER.code,
    standing::NOT_ENTITLED.code,
    standing::ABATE.code,
    standing::FIND_VEXATIOUS.code,
    party::CHANGE_CONTACT.code,
    party::NAME_REPRESENTATIVE.code,
    completeness::CANCEL.code,
];

/// The step that the law asks for next, as far as it can be told; nothing where only the applicant can do something.
///
/// A letter that was decided is numbered and sent before anything else: its clock runs until it left. What is missing is asked for
/// rather than overlooked, and a copy that costs something is paid before it is given.
fn main_step(request: &Request) -> Option<&'static str> {
    if request.unnumbered().next().is_some() {
        return Some(letter_life::NUMBER_LETTER.code);
    }
    if !request.unsent().is_empty() {
        return Some(sending::NOTE_SENT.code);
    }
    let complete = request.missing_documents().is_empty();
    match request.stage() {
        Stage::Registered | Stage::Incomplete if complete => Some(completeness::DECLARE_COMPLETE.code),
        Stage::Registered => Some(completeness::FIND_INCOMPLETE.code),
        Stage::Incomplete if request.notice_on_its_way().is_some() => Some(completeness::NOTE_NOTICE_RECEIVED.code),
        Stage::Incomplete => Some(completeness::NOTE_DOCUMENTS.code),
        Stage::Processed | Stage::Extended | Stage::Reopened => Some(answer::GRANT.code),
        _ if may::take_payment(request).is_ok() => Some(money::TAKE_PAYMENT.code),
        _ if may::hand_over(request).is_ok() => Some(hand_over::HAND_OVER.code),
        Stage::Granted
        | Stage::PartlyGranted
        | Stage::NotDocumented
        | Stage::HandedOver
        | Stage::Refused
        | Stage::NotHeld
        | Stage::HeldByOther
        | Stage::NotProcessed
        | Stage::NotEntitled
        | Stage::Abated
        | Stage::Cancelled
        | Stage::Withdrawn => Some(hand_over::NOTE_RECEIVED.code),
    }
}
