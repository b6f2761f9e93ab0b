//! What may happen next to a request.

use super::{GrantInput, RefusalInput, Request, RequestDraft, Stage};
use crate::change::Change;
use crate::deadline::{Clocks, Today};
use crate::numbering::RegistrationNumber;
use crate::paper::PaperKind;
use crate::problem::Refused;

/// Something an officer asks for.
#[derive(Debug, Clone)]
pub enum Command {
    /// Register the form under this number.
    Register {
        /// The form as typed. Boxed: it is far larger than the other variants.
        draft: Box<RequestDraft>,
        /// The number the desk allocated in the same transaction.
        number: RegistrationNumber,
    },
    /// Declare the papers complete today.
    DeclareComplete,
    /// Give the information in full.
    Grant(GrantInput),
    /// Withhold it under Pasal 17.
    Refuse(Box<RefusalInput>),
    /// Print a paper, or save it as a file.
    IssuePaper(PaperKind),
}

/// The changes that `command` makes to `state` on `today`, or why not. Nothing is written here.
///
/// # Errors
/// [`Refused`]: a value, not a failure; what was typed is still with the caller.
pub fn decide(state: Option<&Request>, command: Command, today: &Today<'_>) -> Result<Vec<Change>, Refused> {
    match (state, command) {
        (None, Command::Register { draft, number }) => register(&draft, number, today),
        (Some(_), Command::Register { .. }) => Err(Refused::AlreadyRegistered),
        (None, _) => Err(Refused::NotRegistered),
        (Some(request), Command::DeclareComplete) => match request.stage() {
            Stage::Registered => Ok(vec![complete(request.registration.received_on, request.registered_on, today)]),
            Stage::Processed => Err(Refused::AlreadyComplete),
            Stage::Granted | Stage::Refused => Err(Refused::AlreadyDecided),
        },
        (Some(request), Command::Grant(input)) => {
            answerable(request)?;
            input.check(request, today).map(|grant| vec![Change::RequestGranted { grant }])
        }
        (Some(request), Command::Refuse(input)) => {
            answerable(request)?;
            input.check(request, today).map(|refusal| vec![Change::RequestRefused { refusal }])
        }
        (Some(request), Command::IssuePaper(paper)) => {
            if !request.has_paper(paper) {
                return Err(Refused::NoSuchPaper);
            }
            Ok(vec![Change::PaperIssued { paper, on: today.date }])
        }
    }
}

/// Whether the request may be answered now.
///
/// # Errors
/// Why not, in a sentence for the button that cannot be pressed.
pub fn answerable(request: &Request) -> Result<(), Refused> {
    match request.stage() {
        Stage::Registered => Err(Refused::NotComplete),
        Stage::Processed => Ok(()),
        Stage::Granted | Stage::Refused => Err(Refused::AlreadyDecided),
    }
}

fn register(draft: &RequestDraft, number: RegistrationNumber, today: &Today<'_>) -> Result<Vec<Change>, Refused> {
    let registration = draft.check(today)?;
    let received = registration.received_on;
    let is_complete = registration.missing_documents().is_empty();
    let promised = Clocks::of(&today.office.profile, today.calendar, received, today.date, None).promised();
    let registered = Change::RequestRegistered { number, on: today.date, registration: Box::new(registration), promised };
    if is_complete { Ok(vec![registered, complete(received, today.date, today)]) } else { Ok(vec![registered]) }
}

fn complete(received: chrono::NaiveDate, registered: chrono::NaiveDate, today: &Today<'_>) -> Change {
    let clocks = Clocks::of(&today.office.profile, today.calendar, received, registered, Some(today.date));
    Change::RequestDeclaredComplete { on: today.date, promised: clocks.promised() }
}
