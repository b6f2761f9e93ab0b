//! The list of objections.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::step::step;
use crate::kernel::moment::Moment;
use crate::objections::about::waits;
use crate::views::deadline::Tone;
use crate::views::rows::{ListPage, ListQuery, ListRow};
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::{deadline, rows};
use loket_domain::authority::Duty;
use loket_domain::indonesian::date as words;
use loket_domain::objection::{Objection, ObjectionStage};
use rusqlite::Connection;

pub(crate) fn objections(
    tables: &Connection,
    context: &Context<'_>,
    query: &ListQuery,
    moment: Moment,
) -> Result<ListPage, DeskError> {
    let label = |code: &str| ObjectionStage::from_code(code).map_or_else(String::new, |stage| stage.label().to_owned());
    let page = rows::page::<Objection>(tables, query, label, |found| {
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
    })?;
    Ok(ListPage {
        subject: SubjectRef::new(SubjectKind::Objection, ""),
        columns: rows::columns([
            ("number", "Nomor"),
            ("on", "Dicatat"),
            ("applicant", "Pengaju"),
            ("request", "Permohonan"),
            ("grounds", "Alasan"),
            ("stage", "Keadaan"),
            ("due", "Batas tanggapan"),
        ]),
        next: vec![step("object", "Keberatan tanpa permohonan", true, context.may(Duty::Serve))],
        intro: "Keberatan atas permohonan dicatat dari halaman permohonannya. Di sini keberatan menunggu tanggapan Atasan \
                PPID, dan sengketanya diikuti."
            .to_owned(),
        ..page
    })
}
