//! What begins at a request and goes on elsewhere: an objection, a question, a consequence test.

use loket_domain::authority::Duty;
use loket_domain::ids::RequestId;
use loket_domain::question::About;
use loket_domain::request::{Command, Request};
use uuid::Uuid;

use crate::forms::action::{Action, Effect, always};
use crate::{classifications, objections, questions};

pub(crate) const OBJECT: Action<Request, Command> = Action {
    code: "object",
    label: "Catat keberatan",
    duty: Duty::Serve,
    offered: |_| true,
    may: always,
    confirm: |_| None,
    form: Some(|ask| objections::actions::objecting_form(Some(ask.state))),
    effect: Effect::Elsewhere(|journal, id, _, form, moment| {
        objections::actions::object(journal, Some(RequestId(id)), form, moment)
    }),
};

pub(crate) const ASK: Action<Request, Command> = Action {
    code: "ask",
    label: "Tanya PPID Utama",
    duty: Duty::Serve,
    offered: |_| true,
    may: always,
    confirm: |_| None,
    form: Some(|ask| Ok(questions::actions::asking_form(&about(ask.id, ask.state)))),
    effect: Effect::Elsewhere(|journal, id, request, form, moment| {
        questions::actions::ask(journal, about(id, request), form, moment)
    }),
};

pub(crate) const TEST: Action<Request, Command> = Action {
    code: "test",
    label: "Uji konsekuensi",
    duty: Duty::Classify,
    offered: |request| request.complete_on.is_some() && request.outcome.is_none(),
    may: always,
    confirm: |_| None,
    form: Some(|ask| Ok(classifications::worksheet::worksheet_form(ask.context, Some(ask.state), ask.moment))),
    effect: Effect::Elsewhere(|journal, id, _, form, moment| {
        classifications::worksheet::test(journal, None, Some(RequestId(id)), form, moment)
    }),
};

/// What a question from this page is about.
fn about(id: Uuid, request: &Request) -> About {
    About::Request { id: RequestId(id), number: request.number.text.clone() }
}
