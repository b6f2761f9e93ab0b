//! Questions between this office and PPID Utama: one whole, their list, and those that wait.

use crate::context::Context;
use crate::error::DeskError;
use crate::questions::actions;
use crate::store::matters;

use crate::store::matters::Found;
use crate::views::deadline::Tone;
use crate::views::parts::{FactGroup, Linked};
use crate::views::record::RecordView;
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::views::today::WorkItem;
use crate::words::look::Look;
use crate::words::sections;
use crate::words::sections::words_group;
use crate::words::short::first_words;
use loket_domain::ids::{ObjectionId, RequestId};
use loket_domain::indonesian::date as words;
use loket_domain::question::{About, Message, Party, Question, QuestionStage};
use loket_domain::request::Turn;
use loket_journal::Matter;
use rusqlite::Connection;

/// Where it stands, with the date since which.
fn standing(question: &Question) -> String {
    let since = question.since().map_or_else(String::new, |since| format!(" sejak {}", words(since)));
    format!("{}{since}", question.stage().label())
}

/// What the desk should do about it calls for attention; all else is calm.
pub(crate) fn tone(stage: QuestionStage) -> Tone {
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

pub(crate) fn party(context: &Context<'_>, party: Party) -> String {
    match party {
        Party::Office => context.office.profile.name(),
        Party::Utama => party.label().to_owned(),
    }
}

pub(crate) fn question_record(look: &Look<'_>, id: &str) -> Result<RecordView, DeskError> {
    let Look { tables, context, sync, moment } = *look;
    let (id, question) = actions::known_question(tables, id)?;
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
        next: actions::QUESTION.next(context, &question, moment),
        timeline: sections::story_of(tables, context, sync, Matter::Question, id.0)?,
        papers: vec![],
        linked: named.into_iter().collect(),
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
        turn: Some(Turn::Main.label().to_owned()),
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
