//! The list of questions between the office and PPID Utama.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::questions::{actions, record};
use crate::views::rows::{ListQuery, ListRow};
use crate::views::subject::SubjectKind;
use crate::words::rows;
use crate::words::rows::{ListOf, ListRows, columns};
use loket_domain::indonesian::date as words;
use loket_domain::question::{Question, QuestionStage};
use rusqlite::Connection;

pub(crate) const QUESTIONS: ListOf = ListOf {
    of: SubjectKind::Question,
    columns: || {
        columns([("line", "Pokok"), ("about", "Tentang"), ("by", "Ditanyakan"), ("stage", "Keadaan"), ("since", "Sejak")])
    },
    intro: "Pertanyaan kepada PPID Utama dan sebaliknya, di luar penerusan permohonan. Jawabannya tampil di Hari ini.",
    next: |_, context, moment| Ok(actions::NEW_QUESTION.next(context, &(), moment)),
    rows: question_list,
};

fn question_list(tables: &Connection, context: &Context<'_>, query: &ListQuery, _moment: Moment) -> Result<ListRows, DeskError> {
    let label = |code: &str| QuestionStage::from_code(code).map_or_else(String::new, |stage| stage.label().to_owned());
    rows::page::<Question>(tables, query, label, |found| {
        let question = &found.state;
        let cells = vec![
            question.line.clone(),
            question.about.words().unwrap_or_else(|| "Hal umum".to_owned()),
            record::party(context, question.by),
            question.stage().label().to_owned(),
            question.since().map_or_else(String::new, words),
        ];
        ListRow { tone: record::tone(question.stage()), ..rows::row(SubjectKind::Question, found.id, cells) }
    })
}
