//! A step of a subject's life as one value: when it is offered, who may take it, what it asks, and what follows.
//!
//! The steps of a noun are one list; the buttons of its page, the form of a step and its deed are loops over that list, so that
//! what is offered opens, and what opens is decided by the same rule.

use loket_domain::authority::Duty;
use loket_domain::deadline::Today;
use loket_domain::paper::PaperKind;
use loket_domain::problem::Refused;
use rusqlite::Connection;
use uuid::Uuid;

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::step::{done, step, unknown};
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::views::action::{ActionForm, Done, Filled};
use crate::views::paper::PaperRef;
use crate::views::step::{Confirm, NextStep};
use crate::views::subject::SubjectKind;

/// What a form is made from: the subject as it stands, and who asks.
pub(crate) struct Ask<'a, S> {
    pub(crate) tables: &'a Connection,
    pub(crate) context: &'a Context<'a>,
    pub(crate) id: Uuid,
    pub(crate) state: &'a S,
    pub(crate) moment: Moment,
}

/// What a step asks, made from where the subject is.
pub(crate) type FormOf<S> = fn(&Ask<'_, S>) -> Result<ActionForm, DeskError>;

/// What follows from a filled form.
pub(crate) enum Effect<S, C> {
    /// A command of the domain on this very subject.
    Command {
        /// The command, read off the form.
        command: fn(&Ask<'_, S>, &Filled) -> Result<C, DeskError>,
        /// What the person is told.
        said: &'static str,
        /// The paper that follows.
        paper: Option<PaperKind>,
    },
    /// Something about another subject.
    Elsewhere(fn(&mut Journal, Uuid, &S, &Filled, Moment) -> Result<Done, DeskError>),
}

/// One step. `S` is the state it is taken on, `C` the commands of its noun.
pub(crate) struct Action<S, C> {
    /// Stable code, as the window sends it.
    pub(crate) code: &'static str,
    /// On the button.
    pub(crate) label: &'static str,
    /// Whose duty it is; the core asks for it again when the step is taken.
    pub(crate) duty: Duty,
    /// Whether it belongs to the part of life the subject is in. A step that is offered elsewhere than among the buttons of the
    /// page is never offered here.
    pub(crate) offered: fn(&S) -> bool,
    /// What the law and the state say now.
    pub(crate) may: fn(&S, &Today<'_>) -> Result<(), Refused>,
    /// What is asked once more, of a step that acts at once.
    pub(crate) confirm: fn(&S) -> Option<Confirm>,
    /// What it asks; a step without a form acts at once.
    pub(crate) form: Option<FormOf<S>>,
    pub(crate) effect: Effect<S, C>,
}

/// Nothing in the law or the state stands in the way.
#[allow(clippy::unnecessary_wraps)] // It is one of the answers of `Action::may`.
pub(crate) fn always<S>(_state: &S, _today: &Today<'_>) -> Result<(), Refused> {
    Ok(())
}

/// The buttons of a page: every step of the list that belongs to where the subject is.
pub(crate) fn steps<S, C>(all: &[Action<S, C>], context: &Context<'_>, state: &S, moment: Moment) -> Vec<NextStep> {
    let today = context.today(moment);
    let offered = all.iter().filter(|action| (action.offered)(state));
    offered
        .map(|action| {
            let may = (action.may)(state, &today).and_then(|()| context.may(action.duty));
            NextStep { confirm: (action.confirm)(state), ..step(action.code, action.label, action.form.is_some(), may) }
        })
        .collect()
}

fn found<'l, S, C>(all: &'l [Action<S, C>], code: &str) -> Result<&'l Action<S, C>, DeskError> {
    all.iter().find(|action| action.code == code).map_or_else(unknown, Ok)
}

/// The form of a step; the sentence why not, where it may not be taken now.
pub(crate) fn form<S, C>(all: &[Action<S, C>], code: &str, ask: &Ask<'_, S>) -> Result<ActionForm, DeskError> {
    let action = found(all, code)?;
    (action.may)(ask.state, &ask.context.today(ask.moment))?;
    action.form.map_or_else(unknown, |form| form(ask))
}

/// What a noun adds to its list of steps: how its commands are written, and how its papers are named.
pub(crate) struct Noun<C> {
    pub(crate) kind: SubjectKind,
    /// Decides a command on the subject as it stands, and writes what follows.
    pub(crate) write: fn(&mut Journal, Uuid, C, Moment) -> Result<(), DeskError>,
    /// Names a paper of the subject with this identity.
    pub(crate) paper: fn(String, PaperKind) -> PaperRef,
}

/// Takes a step with its filled form.
pub(crate) fn take<S, C>(
    all: &[Action<S, C>],
    noun: &Noun<C>,
    code: &str,
    journal: &mut Journal,
    (id, state): (Uuid, &S),
    filled: &Filled,
    moment: Moment,
) -> Result<Done, DeskError> {
    match found(all, code)?.effect {
        Effect::Command { command, said, paper } => {
            let ask = Ask { tables: journal.tables(), context: &journal.context(), id, state, moment };
            let command = command(&ask, filled)?;
            (noun.write)(journal, id, command, moment)?;
            let done = done(noun.kind, id, said);
            Ok(match paper {
                Some(kind) => done.with((noun.paper)(id.to_string(), kind)),
                None => done,
            })
        }
        Effect::Elsewhere(act) => act(journal, id, state, filled, moment),
    }
}
