//! The list of questions between the office and PPID Utama.

use crate::context::Context;
use crate::error::DeskError;
use crate::questions::{actions, record};
use crate::views::rows::{ListPage, ListQuery, ListRow};
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::rows;
use crate::words::rows::columns;
use loket_domain::indonesian::date as words;
use loket_domain::question::{Question, QuestionStage};
use rusqlite::Connection;

pub(crate) fn question_list(tables: &Connection, context: &Context<'_>, query: &ListQuery) -> Result<ListPage, DeskError> {
    let label = |code: &str| QuestionStage::from_code(code).map_or_else(String::new, |stage| stage.label().to_owned());
    let page = rows::page::<Question>(tables, query, label, |found| {
        let question = &found.state;
        let cells = vec![
            question.line.clone(),
            question.about.words().unwrap_or_else(|| "Hal umum".to_owned()),
            record::party(context, question.by),
            question.stage().label().to_owned(),
            question.since().map_or_else(String::new, words),
        ];
        ListRow { tone: record::tone(question.stage()), ..rows::row(SubjectKind::Question, found.id, cells) }
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
        next: vec![actions::ask_step(context)],
        intro: "Pertanyaan kepada PPID Utama dan sebaliknya, di luar penerusan permohonan. Jawabannya tampil di Hari ini."
            .to_owned(),
        ..page
    })
}
