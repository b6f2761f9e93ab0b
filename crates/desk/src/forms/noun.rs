//! The steps of a kind of subject as one list, and what they share.

use loket_domain::paper::PaperKind;
use loket_domain::problem::Problems;
use loket_domain::problem::Refused;
use rusqlite::Connection;
use std::convert::Infallible;
use uuid::Uuid;

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Beginning, Effect, Hands};
use crate::forms::boxes::Boxes;
use crate::forms::letter_number::{SAME_NUMBER, look_up, look_up_receipt};
use crate::forms::step::{step, unknown};
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::printing::printer::Printer;
use crate::views::action::{ActionForm, Done, FieldKind, FieldValue, Filled, Preview};
use crate::views::difference::CalendarChange;
use crate::views::paper::{IssuedPaper, PaperRef};
use crate::views::parts::FactGroup;
use crate::views::step::NextStep;
use crate::views::subject::{SubjectKind, SubjectRef};

/// Finds the subject of a name as it stands.
pub(crate) type Find<S, I> = fn(&Connection, &Context<'_>, &str) -> Result<(I, S), DeskError>;

/// A list of steps, and what its kind of subject adds to it.
pub(crate) struct Noun<S: 'static, C: 'static, I: 'static = Uuid> {
    pub(crate) kind: SubjectKind,
    /// Whether its subjects have a name; what begins one has none, nor has the office.
    pub(crate) named: bool,
    /// Every step, in the order of the buttons.
    pub(crate) steps: &'static [Action<S, C, I>],
    /// The subject of this name, as it stands.
    pub(crate) find: Find<S, I>,
    /// What stands above every form; each says it by itself where there is none.
    pub(crate) heading: fn(&S) -> Option<String>,
    /// What is known of the subject, in short, beside every form; nothing where each form says it all.
    pub(crate) about: AboutOf<S, I>,
    /// Whether this step usually follows; the first of these that may be taken stands out.
    pub(crate) main: fn(&S, &str) -> bool,
    /// Whether this step is seldom wanted.
    pub(crate) seldom: fn(&str) -> bool,
    /// Decides a command on the subject as it stands, and writes what follows.
    pub(crate) write: fn(&mut Journal, I, C, Moment) -> Result<(), DeskError>,
    /// Its page, where the window goes afterwards; none where it stays in the list.
    pub(crate) page: fn(I) -> Option<SubjectRef>,
    /// A paper of this kind.
    pub(crate) paper: fn(I, PaperKind) -> Option<PaperRef>,
    /// The paper of this kind as it would follow from a command, which is decided and not written.
    pub(crate) draft: MakeDraft<S, C, I>,
    /// What a letter said that the next one of this kind stands in for: the form begins with it.
    pub(crate) replaced: fn(&S, PaperKind) -> Option<serde_json::Value>,
}

/// What is known of a subject, in short.
pub(crate) type AboutOf<S, I> = fn(&Ask<'_, S, I>) -> Result<Vec<FactGroup>, DeskError>;

/// How a draft is made.
pub(crate) type MakeDraft<S, C, I> = fn(&Ask<'_, S, I>, &Printer<'_>, C, PaperKind) -> Result<IssuedPaper, DeskError>;

/// A noun without papers has no drafts either.
pub(crate) fn no_draft<S, C, I>(_: &Ask<'_, S, I>, _: &Printer<'_>, _: C, _: PaperKind) -> Result<IssuedPaper, DeskError> {
    unknown()
}

impl Noun<(), Infallible, ()> {
    /// What begins a subject of this kind.
    pub(crate) const fn beginning(kind: SubjectKind, steps: &'static [Beginning]) -> Self {
        Self {
            kind,
            named: false,
            steps,
            find: |_, _, _| Ok(((), ())),
            heading: |()| None,
            about: |_| Ok(vec![]),
            main: |(), _| false,
            seldom: |_| false,
            write: |_, (), never, _| match never {},
            page: |()| None,
            paper: |(), _| None,
            draft: no_draft,
            replaced: |(), _| None,
        }
    }
}

impl<S, C, I: Copy> Noun<S, C, I> {
    /// The buttons: every step of the list that belongs to where the subject is.
    pub(crate) fn next(&self, context: &Context<'_>, state: &S, moment: Moment) -> Vec<NextStep> {
        let offered = self.steps.iter().filter(|action| (action.offered)(state));
        let button = |action: &Action<S, C, I>| NextStep {
            seldom: (self.seldom)(action.code),
            confirm: (action.confirm)(state),
            file: if let Effect::File(file) = action.effect { Some(file) } else { None },
            ..step(action.code, action.label, action.form.is_some(), action.allowed(context, state, moment))
        };
        let mut steps: Vec<NextStep> = offered.map(button).collect();
        if let Some(first) = steps.iter_mut().find(|step| step.allowed && (self.main)(state, &step.action)) {
            first.main = true;
        }
        steps
    }

    fn step(&self, code: &str) -> Result<&Action<S, C, I>, DeskError> {
        self.steps.iter().find(|action| action.code == code).map_or_else(unknown, Ok)
    }

    /// The subject with this identity, and a step that may be taken on it now.
    fn open(
        &self,
        tables: &Connection,
        context: &Context<'_>,
        (id, code): (&str, &str),
        moment: Moment,
    ) -> Result<Opened<'_, S, C, I>, DeskError> {
        let (id, state) = (self.find)(tables, context, id)?;
        let action = self.step(code)?;
        action.allowed(context, &state, moment)?;
        Ok(Opened { id, state, action })
    }

    fn done(&self, id: I, said: &str, paper: Option<PaperKind>) -> Done {
        let paper = paper.and_then(|kind| (self.paper)(id, kind));
        Done { subject: (self.page)(id), paper, papers: vec![], said: said.to_owned(), shown_once: None }
    }
}

/// A subject as it stands, and a step that may be taken on it now.
struct Opened<'a, S, C, I> {
    id: I,
    state: S,
    action: &'a Action<S, C, I>,
}

/// The lists of all nouns look alike from outside.
pub(crate) trait Steps: Sync {
    /// Whether it has this step for this subject.
    fn has(&self, subject: &SubjectRef, code: &str) -> bool;

    /// Every step: on what it is taken, whether that has a name by then, and its code.
    fn codes(&self) -> Vec<(SubjectKind, bool, &'static str)>;

    /// What stands on the button of a step.
    fn label(&self, code: &str) -> Option<&'static str>;

    /// The form of a step; the sentence why not, where it may not be taken now.
    fn form(
        &self,
        tables: &Connection,
        context: &Context<'_>,
        id: &str,
        code: &str,
        moment: Moment,
    ) -> Result<ActionForm, DeskError>;

    /// What a step would change, where that is shown first. Nothing is written.
    fn shown(
        &self,
        tables: &Connection,
        context: &Context<'_>,
        id: &str,
        code: &str,
        filled: &Filled,
        moment: Moment,
    ) -> Result<CalendarChange, DeskError>;

    /// The paper that would follow from a step, as a draft. Nothing is written.
    fn draft(
        &self,
        printer: &Printer<'_>,
        tables: &Connection,
        id: &str,
        code: &str,
        filled: &Filled,
        moment: Moment,
    ) -> Result<IssuedPaper, DeskError>;

    /// Takes a step with its filled form.
    fn take(&self, hands: &mut Hands<'_>, id: &str, code: &str, filled: &Filled, moment: Moment) -> Result<Done, DeskError>;
}

/// What stands in a box for a number is one: a word there is told beside its box, and not read as something else.
fn numbers_are_read<S, C, I>(action: &Action<S, C, I>, ask: &Ask<'_, S, I>, filled: &Filled) -> Result<(), DeskError> {
    let is_text = |name: &String| matches!(filled.get(name), Some(FieldValue::Text(_)));
    let Some(form) = action.form.filter(|_| filled.keys().any(is_text)) else { return Ok(()) };
    let mut p = Problems::default();
    let boxes = form(ask)?.sections.into_iter().flat_map(|section| section.fields);
    for field in boxes.filter(|field| matches!(field.kind, FieldKind::Number | FieldKind::Money)) {
        p.when(is_text(&field.name), &field.name, "Isi dengan angka saja, misalnya 2.200.");
    }
    Ok(p.or(Some(()))?)
}

impl<S, C, I: Copy> Steps for Noun<S, C, I> {
    fn has(&self, subject: &SubjectRef, code: &str) -> bool {
        subject.kind == self.kind && self.named != subject.id.is_empty() && self.step(code).is_ok()
    }

    fn codes(&self) -> Vec<(SubjectKind, bool, &'static str)> {
        self.steps.iter().map(|action| (self.kind, self.named, action.code)).collect()
    }

    fn label(&self, code: &str) -> Option<&'static str> {
        self.step(code).ok().map(|action| action.label)
    }

    fn form(
        &self,
        tables: &Connection,
        context: &Context<'_>,
        id: &str,
        code: &str,
        moment: Moment,
    ) -> Result<ActionForm, DeskError> {
        let Opened { id, state, action } = self.open(tables, context, (id, code), moment)?;
        let ask = Ask { tables, context, id, state: &state, moment };
        let mut form = action.form.map_or_else(unknown, |form| form(&ask))?;
        form.about = (self.about)(&ask)?;
        if let Effect::Command { paper: Some(kind), .. } = action.effect {
            form.preview = Some(Preview::Draft);
            if let Some(before) = (self.replaced)(&state, kind) {
                form.begin_with(&before);
            }
        }
        Ok(match (self.heading)(&state) {
            Some(words) => form.intro(words),
            None => form,
        })
    }

    fn shown(
        &self,
        tables: &Connection,
        context: &Context<'_>,
        id: &str,
        code: &str,
        filled: &Filled,
        moment: Moment,
    ) -> Result<CalendarChange, DeskError> {
        let Opened { id, state, action } = self.open(tables, context, (id, code), moment)?;
        match action.effect {
            Effect::Shown(change) => change(&Ask { tables, context, id, state: &state, moment }, &Boxes::of(filled)),
            Effect::Command { .. } | Effect::Elsewhere(_) | Effect::AtDesk(_) | Effect::File(_) => unknown(),
        }
    }

    fn draft(
        &self,
        printer: &Printer<'_>,
        tables: &Connection,
        id: &str,
        code: &str,
        filled: &Filled,
        moment: Moment,
    ) -> Result<IssuedPaper, DeskError> {
        let context = &printer.context;
        let Opened { id, state, action } = self.open(tables, context, (id, code), moment)?;
        let Effect::Command { command, paper: Some(kind), .. } = action.effect else { return unknown() };
        let form = Boxes::of(filled);
        let ask = Ask { tables, context, id, state: &state, moment };
        numbers_are_read(action, &ask, filled)?;
        // Whether the number was used before is asked when the letter is decided: a draft may have none.
        form.get(SAME_NUMBER);
        let command = command(&ask, &form)?;
        form.all_read()?;
        (self.draft)(&ask, printer, command, kind)
    }

    fn take(&self, hands: &mut Hands<'_>, id: &str, code: &str, filled: &Filled, moment: Moment) -> Result<Done, DeskError> {
        let named = id;
        let Opened { id, state, action } = self.open(hands.journal.tables(), &hands.journal.context(), (id, code), moment)?;
        let form = Boxes::of(filled);
        let journal = &*hands.journal;
        let ask = Ask { tables: journal.tables(), context: &journal.context(), id, state: &state, moment };
        numbers_are_read(action, &ask, filled)?;
        look_up(hands.journal.tables(), named, &form)?;
        if let Effect::Command { paper: Some(kind), .. } = action.effect
            && kind.is_numbered_receipt()
        {
            look_up_receipt(hands.journal.tables(), kind, &form)?;
        }
        match action.effect {
            Effect::Command { command, said, paper } => {
                let command = command(&ask, &form)?;
                form.all_read()?;
                (self.write)(hands.journal, id, command, moment)?;
                Ok(self.done(id, said, paper))
            }
            Effect::Elsewhere(act) => act(hands.journal, id, &state, &form, moment),
            Effect::AtDesk(act) => act(hands, &state, &form, moment),
            // What it changes is shown before it is accepted; a file is read where its bytes come in.
            Effect::Shown(_) | Effect::File(_) => Err(Refused::Unknown.into()),
        }
    }
}
