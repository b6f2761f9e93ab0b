//! Every list, record, register and figure as it stands on the morning of 22 December 2026, with the forms behind them.

use loket_desk::views::{ListKind, ListQuery, NextStep, RegisterKind, RegisterQuery, SubjectKind, SubjectRef};
use serde_json::json;

use super::counter::{RecordedCounter, kind_code};
use crate::account::TaskError;

pub(super) fn every_list() -> [ListKind; 13] {
    use ListKind::*;
    [
        Objections,
        Classifications,
        Questions,
        Dip,
        Surveys,
        Reports,
        Officials,
        Accounts,
        DaysOff,
        Templates,
        Packs,
        Uses,
        Retained,
    ]
}

/// A list as it crosses the bridge.
pub(super) fn list_code(list: ListKind) -> Result<String, TaskError> {
    let code = serde_json::to_value(list).ok().and_then(|code| code.as_str().map(ToOwned::to_owned));
    code.ok_or_else(|| TaskError::Unexpected(format!("{list:?}")))
}

/// Keeps the form of an action under `name`.
pub(super) fn form(counter: &mut RecordedCounter, name: &str, subject: &SubjectRef, action: &str) -> Result<(), TaskError> {
    if counter.book.has("action_form", name) {
        return Ok(());
    }
    let asked = json!({"subject": subject, "action": action});
    counter.see("action_form", name, asked, |desk, now| desk.action_form(subject, action, now)).map(|_| ())
}

/// Keeps the form of every step that may be taken.
pub(super) fn forms(counter: &mut RecordedCounter, name: &str, subject: &SubjectRef, next: &[NextStep]) -> Result<(), TaskError> {
    for step in next.iter().filter(|step| step.allowed && step.form) {
        form(counter, &format!("{name}/{}", step.action), subject, &step.action)?;
    }
    Ok(())
}

/// Every list whole, and under each of its filters.
pub(super) fn lists(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    for list in every_list() {
        let code = list_code(list)?;
        let whole = page(counter, &code, list, None)?;
        for filter in &whole.filters {
            page(counter, &format!("{code}/{}", filter.code), list, Some(filter.code.clone()))?;
        }
        let Some(kind) = subject_of(list) else { continue };
        let new = SubjectRef::new(kind, "");
        for step in whole.next.iter().filter(|step| step.allowed && step.form) {
            form(counter, &format!("{code}/{}", step.action), &new, &step.action)?;
        }
    }
    Ok(())
}

/// What is made from a list.
fn subject_of(list: ListKind) -> Option<SubjectKind> {
    Some(match list {
        ListKind::Objections => SubjectKind::Objection,
        ListKind::Classifications => SubjectKind::Classification,
        ListKind::Questions => SubjectKind::Question,
        ListKind::Dip => SubjectKind::DipItem,
        ListKind::Surveys => SubjectKind::Survey,
        ListKind::Reports => SubjectKind::Report,
        ListKind::Officials => SubjectKind::Official,
        ListKind::Accounts => SubjectKind::Account,
        ListKind::DaysOff => SubjectKind::DayOff,
        ListKind::NumberedForms => SubjectKind::NumberedForm,
        // Wordings are there from the first; packs come from PPID Utama, and the old book from a table.
        ListKind::Templates | ListKind::Packs | ListKind::OldRequests => return None,
        // What was done, and what was kept long enough, is only read.
        ListKind::Uses | ListKind::Retained => return None,
    })
}

/// A list as it stands.
pub(super) fn page(
    counter: &mut RecordedCounter,
    name: &str,
    list: ListKind,
    filter: Option<String>,
) -> Result<loket_desk::views::ListPage, TaskError> {
    let query = ListQuery { list, words: String::new(), filter, offset: 0, limit: 200 };
    counter.see("list", name, json!({"query": query}), |desk, now| desk.list(&query, now))
}

/// Both registers of the year, of its last quarter and month, of a year before the desk; and the figures.
pub(super) fn registers(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    let times = [
        ("year", "2026-01-01", "2026-12-31"),
        ("quarter", "2026-10-01", "2026-12-31"),
        ("month", "2026-12-01", "2026-12-31"),
        ("two_years", "2025-01-01", "2026-12-31"),
        ("backwards", "2025-01-01", "2024-12-31"),
        ("before", "2025-01-01", "2025-12-31"),
    ];
    for (which, code) in
        [(RegisterKind::Requests, "requests"), (RegisterKind::Objections, "objections"), (RegisterKind::Letters, "letters")]
    {
        for (name, from, to) in times {
            let query = RegisterQuery { which, from: from.into(), to: to.into() };
            let asked = json!({"query": query});
            counter.ask("register", &format!("{code}/{name}"), asked, |desk, now| desk.register(&query, now))?;
        }
    }
    for (name, from, to) in [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("quarter", "2026-10-01", "2026-12-31"),
        ("month", "2026-12-01", "2026-12-31"),
    ] {
        counter.see("figures", name, json!({"from": from, "to": to}), |desk, _| desk.figures(from, to))?;
    }
    let (from, to) = ("2026-01-01", "2026-12-31");
    counter.see("satisfaction", "2026", json!({"from": from, "to": to}), |desk, _| desk.satisfaction(from, to))?;
    Ok(())
}

/// One record of each kind whole, with the forms of its steps.
pub(super) fn records(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    use SubjectKind::*;
    let named = [
        (Objection, "objection"),
        (Objection, "fresh_objection"),
        (Objection, "overdue_objection"),
        (Objection, "disputed"),
        (Classification, "decreed"),
        (Classification, "tested"),
        (Question, "question"),
        (Question, "waiting_question"),
        (Question, "its_question"),
        (DipItem, "periodic"),
        (DipItem, "profile"),
        (Official, "camat"),
        (Official, "sekcam"),
        (Account, "siti"),
        (Account, "dewi"),
        (DayOff, "election"),
        (Pack, "first_pack"),
        (Pack, "pack"),
    ];
    for (kind, name) in named {
        let subject = counter.subject(kind, name)?;
        record(counter, name, &subject)?;
    }
    for wording in ["pemberitahuan-pembuka", "hak-keberatan", "hak-sengketa"] {
        record(counter, wording, &SubjectRef::new(Template, wording))?;
    }
    Ok(())
}

fn record(counter: &mut RecordedCounter, name: &str, subject: &SubjectRef) -> Result<(), TaskError> {
    let view = counter.see("record", name, json!({"subject": subject}), |desk, now| desk.record(subject, now))?;
    // What a pack asks is asked while it is applied.
    if subject.kind == SubjectKind::Pack {
        return Ok(());
    }
    forms(counter, &format!("{}/{name}", kind_code(subject.kind)?), subject, &view.next)
}
