//! The list of objections.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::objections::about::waits;
use crate::objections::actions;
use crate::views::deadline::Tone;
use crate::views::rows::{ListQuery, ListRow};
use crate::views::subject::SubjectKind;
use crate::words::rows::{ListOf, ListRows};
use crate::words::{deadline, rows};
use loket_domain::indonesian::date as words;
use loket_domain::objection::{Objection, ObjectionStage};
use rusqlite::Connection;

pub(crate) const OBJECTIONS: ListOf = ListOf {
    of: SubjectKind::Objection,
    columns: || {
        rows::columns([
            ("number", "Nomor"),
            ("on", "Dicatat"),
            ("applicant", "Pengaju"),
            ("request", "Permohonan"),
            ("grounds", "Alasan"),
            ("stage", "Keadaan"),
            ("due", "Batas tanggapan"),
        ])
    },
    intro: "Keberatan atas permohonan dicatat dari halaman permohonannya. Di sini keberatan menunggu tanggapan Atasan \
                PPID, dan sengketanya diikuti.",
    next: |_, context, moment| Ok(actions::NEW_OBJECTION.next(context, &(), moment)),
    rows: objections,
};

fn objections(tables: &Connection, context: &Context<'_>, query: &ListQuery, moment: Moment) -> Result<ListRows, DeskError> {
    let label = |code: &str| ObjectionStage::from_code(code).map_or_else(String::new, |stage| stage.label().to_owned());
    rows::page::<Objection>(tables, query, label, |found| {
        let objection = &found.state;
        let form = &objection.form;
        let due = objection.due.filter(|_| waits(objection));
        let left = due.map(|due| deadline::left(context, due, moment.local.date()));
        let letters: Vec<&str> = form.grounds.iter().map(|ground| ground.code()).collect();
        let cells = vec![
            objection.number.text.clone(),
            words(objection.registered_on),
            form.applicant.name.clone(),
            form.request_number.clone().unwrap_or_else(|| "tanpa permohonan".to_owned()),
            letters.join(", "),
            objection.stage().label().to_owned(),
            due.map_or_else(String::new, words),
        ];
        ListRow {
            tone: left.as_ref().map_or(Tone::Done, |left| left.tone),
            left: left.map(|left| left.text),
            ..rows::row(SubjectKind::Objection, found.id, cells)
        }
    })
}
