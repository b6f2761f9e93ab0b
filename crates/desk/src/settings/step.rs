//! Steps on what the office set.

use crate::forms::action::Action;
use crate::forms::noun::{Find, Noun, no_draft};
use crate::views::subject::SubjectKind;
use loket_domain::change::{Change, OfficeChange};

/// A step on a setting: what it writes is about the office.
pub(crate) type SettingStep<S> = Action<S, Vec<OfficeChange>, ()>;

/// Steps on settings of one kind.
pub(crate) type Setting<S> = Noun<S, Vec<OfficeChange>, ()>;

/// The steps on settings of a kind; `named` where there are several, each with a name. The window stays in their list.
pub(crate) const fn setting<S>(
    kind: SubjectKind,
    named: bool,
    steps: &'static [SettingStep<S>],
    find: Find<S, ()>,
) -> Setting<S> {
    Noun {
        kind,
        named,
        steps,
        find,
        heading: |_| None,
        about: |_| Ok(vec![]),
        main: |_, _| false,
        seldom: |_| false,
        write: |journal, (), changes, moment| journal.write_office(moment, changes.into_iter().map(Change::Office).collect()),
        page: |()| None,
        paper: |(), _| None,
        draft: no_draft,
        replaced: |_, _| None,
    }
}
