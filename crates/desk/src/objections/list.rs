//! The list of objections.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::objections::actions;
use crate::views::deadline::Tone;
use crate::views::rows::{ListQuery, ListRow};
use crate::views::subject::SubjectKind;
use crate::words::deadline::{self, Left, NO_CALENDAR};
use crate::words::rows;
use crate::words::rows::{ListOf, ListRows};
use loket_domain::indonesian::date as words;
use loket_domain::objection::{Objection, ObjectionStage};
use loket_domain::request::Turn;
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
            ("due", "Batas waktu"),
        ])
    },
    intro: "Keberatan dicatat atas permohonannya, yang dicari dahulu menurut nomor atau nama. Di sini keberatan menunggu \
                tanggapan Atasan PPID, dan sengketanya diikuti.",
    next: |_, context, moment| {
        let mut steps = vec![actions::of_a_request(context)];
        steps.extend(actions::NEW_OBJECTION.next(context, &(), moment));
        Ok(steps)
    },
    rows: objections,
};

fn objections(tables: &Connection, context: &Context<'_>, query: &ListQuery, moment: Moment) -> Result<ListRows, DeskError> {
    let label = |code: &str| ObjectionStage::from_code(code).map_or_else(String::new, |stage| stage.label().to_owned());
    rows::page::<Objection>(tables, query, label, |found| {
        let objection = &found.state;
        let form = &objection.form;
        let Due { text: due, tone, left } = due(context, objection, moment);
        let letters: Vec<&str> = form.grounds.iter().map(|ground| ground.code()).collect();
        let cells = vec![
            objection.number.text.clone(),
            words(objection.registered_on),
            form.applicant.name.clone(),
            form.request_number.clone().unwrap_or_else(|| "tanpa permohonan".to_owned()),
            letters.join(", "),
            objection.stage().label().to_owned(),
            due,
        ];
        ListRow { tone, left, ..rows::row(SubjectKind::Objection, found.id, cells) }
    })
}

/// Until when whoever has the turn must act, and how near that is.
struct Due {
    text: String,
    tone: Tone,
    left: Option<String>,
}

fn due(context: &Context<'_>, objection: &Objection, moment: Moment) -> Due {
    // Where others decide, nothing of ours is late.
    let ours = !matches!(objection.turn(), Some(Turn::Commission | Turn::Court));
    match objection.turn_ends(&context.office.profile, context.calendar) {
        Ok(Some(due)) if ours => {
            let Left { tone, text } = deadline::left(context, due, moment.local.date());
            Due { text: words(due), tone, left: Some(text) }
        }
        Ok(Some(due)) => Due { text: words(due), tone: Tone::Calm, left: None },
        Ok(None) => Due { text: String::new(), tone: Tone::Done, left: None },
        Err(_) => Due { text: NO_CALENDAR.to_owned(), tone: Tone::Near, left: None },
    }
}
