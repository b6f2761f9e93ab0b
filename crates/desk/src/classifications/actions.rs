//! Consequence tests and classifications.

use crate::classifications::known::{known_classification, write_classification};
use crate::classifications::papers::PAPERS;
use crate::classifications::steps;
use crate::classifications::worksheet::{test, worksheet_form};
use crate::forms::action::{Action, Beginning, Effect, always};
use crate::forms::noun::Noun;
use crate::kernel::slip::Slip;
use crate::views::paper::PaperRef;
use crate::views::subject::{SubjectKind, SubjectRef};
use loket_domain::authority::Duty;
use loket_domain::change::Change;
use loket_domain::classification::{Classification, ClassificationCommand, decide};
use loket_letters::PaperMark;
use std::convert::Infallible;

/// How the steps of its list are written, and its papers named.
pub(crate) const CLASSIFICATION: Noun<Classification, ClassificationCommand> = Noun {
    kind: SubjectKind::Classification,
    named: true,
    steps: ALL,
    find: |tables, _, id| known_classification(tables, id).map(|(id, state)| (id.0, state)),
    heading: |state| Some(state.worksheet.information.chars().take(160).collect()),
    about: |_| Ok(vec![]),
    main: |_, _| true,
    seldom: |_| false,
    write: write_classification,
    page: |id| Some(SubjectRef::new(SubjectKind::Classification, id)),
    paper: |id, kind| Some(PaperRef::Classification { id: id.to_string(), kind }),
    draft: |ask, printer, command, kind| {
        let change: Change = decide(Some(ask.state), command, &ask.context.today(ask.moment))?;
        let after = Classification::apply(Some(ask.state), &change).ok_or_else(|| Slip::alone("draft"))?;
        PAPERS.print_marked(ask.tables, ask.context, printer, (ask.id, &after), kind, PaperMark::Draft)
    },
    replaced: |_, _| None,
};

/// Every step of a classification, in the order of its buttons.
const ALL: &[Action<Classification, ClassificationCommand>] =
    &[steps::APPROVE, steps::REJECT, steps::DECREE, steps::LIFT, steps::TEST];

/// A test that no request gave rise to, from the list.
pub(crate) const NEW_TEST: Noun<(), Infallible, ()> = Noun::beginning(SubjectKind::Classification, NEW);

const NEW: &[Beginning] = &[Action {
    code: "test",
    label: "Uji konsekuensi baru",
    duty: Some(Duty::Classify),
    offered: |()| true,
    may: always,
    confirm: |()| None,
    form: Some(|ask| Ok(worksheet_form(ask.context, None, ask.moment))),
    effect: Effect::Elsewhere(|journal, (), (), form, moment| test(journal, None, None, form, moment)),
}];
