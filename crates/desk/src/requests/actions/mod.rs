//! What may be done to a request, in the law's order: one value a step.

pub(crate) mod answer;
pub(crate) mod completeness;
pub(crate) mod correction;
pub(crate) mod extension;
pub(crate) mod forwarding;
pub(crate) mod further;
pub(crate) mod hand_over;

use loket_domain::ids::RequestId;
use loket_domain::request::{Command, Request, Stage};
use rusqlite::Connection;

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::action::{self, Action, Ask, Noun};
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::requests::command::write_command;
use crate::requests::known::known;
use crate::views::action::{ActionForm, Done, Filled};
use crate::views::paper::PaperRef;
use crate::views::step::NextStep;
use crate::views::subject::SubjectKind;

/// How the steps of its list are written, and its papers named.
const REQUEST: Noun<Command> = Noun {
    kind: SubjectKind::Request,
    write: |journal, id, command, moment| write_command(journal, RequestId(id), command, moment),
    paper: |id, kind| PaperRef::Request { id, kind },
};

/// Every step of a request, in the order of its buttons.
pub(crate) const ALL: &[Action<Request, Command>] = &[
    completeness::DECLARE_COMPLETE,
    completeness::FIND_INCOMPLETE,
    completeness::LAPSE,
    answer::GRANT,
    answer::GRANT_PARTLY,
    answer::REFUSE,
    answer::ANSWER_UNAVAILABLE,
    extension::EXTEND,
    forwarding::NOTE_FORWARD_ANSWER,
    forwarding::FORWARD,
    completeness::WITHDRAW,
    hand_over::TAKE_PAYMENT,
    hand_over::HAND_OVER,
    hand_over::NOTE_RECEIVED,
    further::OBJECT,
    further::ASK,
    further::TEST,
    correction::CORRECT,
    correction::WITHDRAW_FILE,
];

/// The step that nearly always follows at this stage.
fn main_step(stage: Stage) -> &'static str {
    match stage {
        Stage::Registered | Stage::Incomplete => completeness::DECLARE_COMPLETE.code,
        Stage::Processed | Stage::Extended => answer::GRANT.code,
        Stage::Granted | Stage::PartlyGranted => hand_over::HAND_OVER.code,
        Stage::HandedOver
        | Stage::Refused
        | Stage::NotHeld
        | Stage::NotDocumented
        | Stage::HeldByOther
        | Stage::NotProcessed
        | Stage::Withdrawn => hand_over::NOTE_RECEIVED.code,
    }
}

/// What may be done next and what may not. Steps of a part of the life that is over, or far ahead, are left out.
pub(crate) fn request_steps(context: &Context<'_>, request: &Request, moment: Moment) -> Vec<NextStep> {
    let main = main_step(request.stage());
    let mut steps = action::steps(ALL, context, request, moment);
    for step in &mut steps {
        step.main = step.action == main && step.allowed;
    }
    steps
}

/// The form of a step, headed with the request it is about.
pub(crate) fn request_form_of(
    tables: &Connection,
    context: &Context<'_>,
    id: &str,
    code: &str,
    moment: Moment,
) -> Result<ActionForm, DeskError> {
    let (id, request) = known(tables, id)?;
    let ask = Ask { tables, context, id: id.0, state: &request, moment };
    let form = action::form(ALL, code, &ask)?;
    Ok(form.intro(format!("{}: {}", request.number.text, request.registration.applicant.name)))
}

/// Takes a step.
pub(crate) fn act_on_request(
    journal: &mut Journal,
    id: &str,
    code: &str,
    filled: &Filled,
    moment: Moment,
) -> Result<Done, DeskError> {
    let (id, request) = known(journal.tables(), id)?;
    action::take(ALL, &REQUEST, code, journal, (id.0, &request), filled, moment)
}
