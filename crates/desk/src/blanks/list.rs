//! The list of numbered forms: each is accounted for.

use crate::blanks::actions;
use crate::blanks::numbered::{FormFate, fate};
use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::store::requests;
use crate::views::deadline::Tone;
use crate::views::list::StageCount;
use crate::views::rows::{ListQuery, ListRow};
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::rows::{ListOf, ListRows, columns};
use loket_domain::indonesian::date as words;
use loket_domain::office::ReservedNumber;
use rusqlite::Connection;

pub(crate) const NUMBERED_FORMS: ListOf = ListOf {
    of: SubjectKind::NumberedForm,
    columns: || columns([("number", "Nomor formulir"), ("on", "Disediakan"), ("desk", "Meja"), ("state", "Keadaan")]),
    intro: "Untuk jam tanpa listrik: formulir yang sudah bernomor, dengan tanda bukti di bagian bawahnya. Setiap nomor dipertanggungjawabkan \
            sampai permohonannya didaftarkan atau formulirnya dinyatakan batal.",
    next: |_, context, moment| Ok(actions::NEW_FORMS.next(context, &(), moment)),
    rows,
};

/// Code and label of where a form stands, and what is said of it.
fn told(tables: &Connection, fate: &FormFate) -> Result<(&'static str, &'static str, String), DeskError> {
    Ok(match fate {
        FormFate::Open => ("open", "Belum dicatat", "Belum dicatat".to_owned()),
        FormFate::Void(reason) => ("void", "Batal", format!("Batal: {reason}")),
        FormFate::Used(id) => {
            let request = requests::one(tables, *id)?;
            let received = request.map_or_else(String::new, |request| words(request.registration.received_on));
            ("used", "Terdaftar", format!("Terdaftar; diterima {received}"))
        }
    })
}

fn rows(tables: &Connection, context: &Context<'_>, query: &ListQuery, _moment: Moment) -> Result<ListRows, DeskError> {
    let filter = query.filter.as_deref().filter(|filter| !filter.is_empty());
    let typed = query.words.trim().to_lowercase();
    let mut rows = Vec::new();
    let mut filters: Vec<StageCount> = Vec::new();
    let found = |reserved: &&ReservedNumber| reserved.number.text.to_lowercase().contains(&typed);
    for reserved in context.office.reserved.iter().rev().filter(found) {
        let fate = fate(tables, context, reserved)?;
        let (code, label, state) = told(tables, &fate)?;
        match filters.iter_mut().find(|known| known.code == code) {
            Some(known) => known.count += 1,
            None => filters.push(StageCount { code: code.to_owned(), label: label.to_owned(), count: 1, more: false }),
        }
        if filter.is_some_and(|filter| filter != code) {
            continue;
        }
        let subject = match fate {
            FormFate::Used(id) => SubjectRef::new(SubjectKind::Request, id),
            FormFate::Open | FormFate::Void(_) => SubjectRef::new(SubjectKind::NumberedForm, &reserved.number.text),
        };
        let number = &reserved.number;
        let cells = vec![number.text.clone(), words(reserved.on), number.desk.to_string(), state];
        rows.push(ListRow { subject, cells, tone: Tone::Calm, left: None });
    }
    let (total, limit) = (u32::try_from(rows.len()).unwrap_or(u32::MAX), query.limit.min(500) as usize);
    let rows = rows.into_iter().skip(query.offset as usize).take(limit).collect();
    Ok(ListRows { rows, total, filters })
}
