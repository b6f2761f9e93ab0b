//! What begins at a request and goes on elsewhere: an objection, a question, a consequence test.

use loket_domain::authority::Duty;
use loket_domain::ids::RequestId;
use loket_domain::request::{Command, Request};

use crate::forms::action::{Action, Effect, always};
use crate::{classifications, objections, questions};

pub(crate) const OBJECT: Action<Request, Command> = Action {
    code: objections::actions::OF_A_REQUEST.0,
    label: objections::actions::OF_A_REQUEST.1,
    duty: Some(Duty::Serve),
    offered: |_| true,
    may: always,
    confirm: |_| None,
    form: Some(|ask| objections::actions::objecting_form(Some(ask.state), ask.moment)),
    effect: Effect::Elsewhere(|journal, id, _, form, moment| {
        objections::actions::object(journal, Some(RequestId(id)), form, moment)
    }),
};

pub(crate) const ASK: Action<Request, Command> = questions::actions::asking();

pub(crate) const TEST: Action<Request, Command> = Action {
    code: "test",
    label: "Uji konsekuensi",
    duty: Some(Duty::Classify),
    offered: |request| request.complete_on.is_some() && request.outcome.is_none(),
    may: always,
    confirm: |_| None,
    form: Some(|ask| Ok(classifications::worksheet::worksheet_form(ask.context, Some(ask.state), ask.moment))),
    effect: Effect::Elsewhere(|journal, id, _, form, moment| {
        classifications::worksheet::test(journal, None, Some(RequestId(id)), form, moment)
    }),
};
