//! Questions between this office and PPID Utama: one whole, their list, and those that wait.

use crate::actions::question;
use crate::context::Context;
use crate::lists;
use crate::records;
use crate::sync::State;
use loket_domain::ids::{ObjectionId, RequestId};
use loket_domain::indonesian::date as words;
use loket_domain::question::{About, Message, Party, Question, QuestionStage};
use loket_journal::Matter;
use rusqlite::Connection;

use crate::error::DeskError;
use crate::lists::{columns, row};
use crate::records::words_group;
use crate::store::matters::{self, Found};
use crate::today::first_words;
use crate::views::{FactGroup, Linked, ListPage, ListQuery, ListRow, RecordView, SubjectKind, SubjectRef, Tone, WorkItem};

/// Where it stands, with the date since which.
fn standing(question: &Question) -> String {
    let since = question.since().map_or_else(String::new, |since| format!(" sejak {}", words(since)));
    format!("{}{since}", question.stage().label())
}

/// What the desk should do about it calls for attention; all else is calm.
fn tone(stage: QuestionStage) -> Tone {
    match stage {
        QuestionStage::AwaitsOffice => Tone::Near,
        QuestionStage::Closed => Tone::Done,
        QuestionStage::AwaitsUtama | QuestionStage::Answered => Tone::Calm,
    }
}

fn linked(found: &Found<Question>) -> Linked {
    let label = format!("{} ({})", found.state.line, found.state.stage().label());
    Linked { label, subject: SubjectRef::new(SubjectKind::Question, found.id) }
}

fn party(context: &Context<'_>, party: Party) -> String {
    match party {
        Party::Office => context.office.profile.name(),
        Party::Utama => party.label().to_owned(),
    }
}

pub(crate) fn question_record(
    tables: &Connection,
    context: &Context<'_>,
    sync: &State,
    id: &str,
) -> Result<RecordView, DeskError> {
    let (id, question) = question::known_question(tables, id)?;
    let message = |(place, message): (usize, &Message)| -> FactGroup {
        let verb = if message.by == question.by { "bertanya" } else { "menjawab" };
        let title = format!("{place}. {} {verb}, {}", party(context, message.by), words(message.on));
        words_group(&title, &message.text)
    };
    let about = match &question.about {
        About::Nothing => None,
        About::Request { id, .. } => Some(SubjectRef::new(SubjectKind::Request, id)),
        About::Objection { id, .. } => Some(SubjectRef::new(SubjectKind::Objection, id)),
    };
    let named = question.about.words().zip(about).map(|(label, subject)| Linked { label, subject });
    Ok(RecordView {
        subject: SubjectRef::new(SubjectKind::Question, id),
        title: question.line.clone(),
        subtitle: question.about.words().unwrap_or_else(|| "Hal umum".to_owned()),
        status: standing(&question),
        tone: tone(question.stage()),
        warning: None,
        groups: (1..).zip(&question.messages).map(message).collect(),
        deadlines: vec![],
        next: question::question_steps(context, &question),
        timeline: records::story_of(tables, context, sync, Matter::Question, id.0)?,
        papers: vec![],
        linked: named.into_iter().collect(),
    })
}

pub(crate) fn question_list(tables: &Connection, context: &Context<'_>, query: &ListQuery) -> Result<ListPage, DeskError> {
    let label = |code: &str| QuestionStage::from_code(code).map_or_else(String::new, |stage| stage.label().to_owned());
    let page = lists::page::<Question>(tables, query, label, |found| {
        let question = &found.state;
        let cells = vec![
            question.line.clone(),
            question.about.words().unwrap_or_else(|| "Hal umum".to_owned()),
            party(context, question.by),
            question.stage().label().to_owned(),
            question.since().map_or_else(String::new, words),
        ];
        ListRow { tone: tone(question.stage()), ..row(SubjectKind::Question, found.id, cells) }
    })?;
    Ok(ListPage {
        subject: SubjectRef::new(SubjectKind::Question, ""),
        columns: columns([
            ("line", "Pokok"),
            ("about", "Tentang"),
            ("by", "Ditanyakan"),
            ("stage", "Keadaan"),
            ("since", "Sejak"),
        ]),
        next: vec![question::ask_step(context)],
        intro: "Pertanyaan kepada PPID Utama dan sebaliknya, di luar penerusan permohonan. Jawabannya tampil di Hari ini."
            .to_owned(),
        ..page
    })
}

/// What PPID Utama was asked and has not answered, longest waiting first.
pub(crate) fn asked(tables: &Connection) -> Result<Vec<WorkItem>, DeskError> {
    let mut waiting = matters::at_stage::<Question>(tables, QuestionStage::AwaitsUtama.code())?;
    waiting.sort_by_key(|found| found.state.since());
    let item = |Found { id, state }: Found<Question>| WorkItem {
        subject: SubjectRef::new(SubjectKind::Question, id),
        text: state.since().map_or_else(String::new, |since| format!("Ditanyakan {}", words(since))),
        title: first_words(&state.line),
        due_text: None,
        tone: Tone::Calm,
        left: None,
    };
    Ok(waiting.into_iter().map(item).collect())
}

/// The questions about a request.
pub(crate) fn questions_about(tables: &Connection, request: RequestId) -> Result<Vec<Linked>, DeskError> {
    Ok(matters::about::<Question>(tables, request)?.iter().map(linked).collect())
}

/// The questions about an objection.
pub(crate) fn questions_about_objection(tables: &Connection, objection: ObjectionId) -> Result<Vec<Linked>, DeskError> {
    let about = |found: &&Found<Question>| matches!(found.state.about, About::Objection { id, .. } if id == objection);
    Ok(matters::all::<Question>(tables)?.iter().filter(about).map(linked).collect())
}
