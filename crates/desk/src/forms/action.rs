//! A step of a subject's life as one value: when it is offered, who may take it, what it asks, and what follows.
//!
//! The steps of a noun are one list ([`crate::forms::noun`]); the buttons of its page, the form of a step and its deed are loops
//! over that list, so that what is offered opens, and what opens is decided by the same rule.

use std::convert::Infallible;

use loket_domain::authority::Duty;
use loket_domain::deadline::Today;
use loket_domain::paper::PaperKind;
use loket_domain::problem::Refused;
use rusqlite::Connection;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::boxes::Boxes;
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::sync::state::State;
use crate::views::action::{ActionForm, Done};
use crate::views::difference::CalendarChange;
use crate::views::step::{Confirm, StepFile};

/// What a form is made from: the subject as it stands, and who asks.
pub(crate) struct Ask<'a, S, I = Uuid> {
    pub(crate) tables: &'a Connection,
    pub(crate) context: &'a Context<'a>,
    /// Whose state it is.
    pub(crate) id: I,
    pub(crate) state: &'a S,
    pub(crate) moment: Moment,
}

/// What a step may reach that is about this desk itself.
pub(crate) struct Hands<'a> {
    pub(crate) journal: &'a mut Journal,
    pub(crate) sync: &'a mut State,
    /// The code of a recovery card that was just made.
    pub(crate) card: &'a mut Option<Zeroizing<String>>,
}

/// What a step asks, made from where the subject is.
pub(crate) type FormOf<S, I = Uuid> = fn(&Ask<'_, S, I>) -> Result<ActionForm, DeskError>;

/// What follows from a filled form.
pub(crate) enum Effect<S, C, I = Uuid> {
    /// A command on this very subject.
    Command {
        /// The command, read off the form.
        command: fn(&Ask<'_, S, I>, &Boxes<'_>) -> Result<C, DeskError>,
        /// What the person is told.
        said: &'static str,
        /// The paper that follows.
        paper: Option<PaperKind>,
    },
    /// Something about another subject, or one that begins with it.
    Elsewhere(fn(&mut Journal, I, &S, &Boxes<'_>, Moment) -> Result<Done, DeskError>),
    /// Something about this desk itself: its keys, its passwords, its numbers.
    AtDesk(fn(&mut Hands<'_>, &S, &Boxes<'_>, Moment) -> Result<Done, DeskError>),
    /// What would change is shown first; accepting it as shown is the deed (`settings::recalculate`).
    Shown(fn(&Ask<'_, S, I>, &Boxes<'_>) -> Result<CalendarChange, DeskError>),
    /// A file that the person picks is read: the deed has a door of its own, because it brings bytes.
    File(StepFile),
}

/// One step. `S` is the state it is taken on, `C` the commands of its noun, `I` what names a subject.
pub(crate) struct Action<S, C, I = Uuid> {
    /// Stable code, as the window sends it.
    pub(crate) code: &'static str,
    /// On the button.
    pub(crate) label: &'static str,
    /// Whose duty it is; none for what anybody may do who is signed in.
    pub(crate) duty: Option<Duty>,
    /// Whether it belongs to the part of life the subject is in. A step that is offered elsewhere than among the buttons of the
    /// page is never offered here.
    pub(crate) offered: fn(&S) -> bool,
    /// What the law and the state say now.
    pub(crate) may: fn(&S, &Today<'_>) -> Result<(), Refused>,
    /// What is asked once more, of a step that acts at once.
    pub(crate) confirm: fn(&S) -> Option<Confirm>,
    /// What it asks; a step without a form acts at once.
    pub(crate) form: Option<FormOf<S, I>>,
    pub(crate) effect: Effect<S, C, I>,
}

/// A step that begins a new subject: there is no state yet, and no command on one.
pub(crate) type Beginning = Action<(), Infallible, ()>;

/// Nothing in the law or the state stands in the way.
#[allow(clippy::unnecessary_wraps)] // It is one of the answers of `Action::may`.
pub(crate) fn always<S>(_state: &S, _today: &Today<'_>) -> Result<(), Refused> {
    Ok(())
}

impl<S, C, I> Action<S, C, I> {
    /// Whether the step may be taken now by whoever asks: the one rule for its button, its form and its deed.
    ///
    /// # Errors
    /// [`Refused`] with the sentence for the person.
    pub(crate) fn allowed(&self, context: &Context<'_>, state: &S, moment: Moment) -> Result<(), Refused> {
        (self.may)(state, &context.today(moment))?;
        let Some(duty) = self.duty else { return Ok(()) };
        context.may(duty).map_err(|refused| match refused {
            Refused::NotYourDuty(duty) => Refused::DutyOfOthers { duty, who: context.office.holders_in_words(duty) },
            other => other,
        })
    }
}
