//! Requests that were kept as long as the office set: listed for whoever administers it. Nothing is taken away here.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::store::finding::name_key;
use crate::store::matters;
use crate::store::requests::{self, FoundRequest};
use crate::views::rows::ListQuery;
use crate::views::subject::SubjectKind;
use crate::words::rows::{ListOf, ListRows, columns, row};
use chrono::NaiveDate;
use loket_domain::authority::Duty;
use loket_domain::indonesian::date as words;
use loket_domain::objection::Objection;
use rusqlite::Connection;

pub(crate) const RETAINED: ListOf = ListOf {
    of: SubjectKind::Request,
    columns: || {
        columns([
            ("number", "Nomor"),
            ("applicant", "Pemohon"),
            ("last", "Terakhir terjadi sesuatu"),
            ("until", "Masa simpan berakhir"),
            ("files", "Berkas"),
        ])
    },
    intro: "Permohonan yang lewat masa simpannya menurut Tetapkan masa simpan di Pengaturan. Aplikasi tidak menghapusnya: catatannya \
            bagian dari rangkaian yang ditandatangani. Pindahkan atau musnahkan kertasnya menurut jadwal retensi arsip.",
    next: |_, _, _| Ok(vec![]),
    rows: retained,
};

fn retained(tables: &Connection, context: &Context<'_>, query: &ListQuery, moment: Moment) -> Result<ListRows, DeskError> {
    context.may(Duty::Administer)?;
    let Some(retention) = &context.office.retention else { return Ok(ListRows::all(std::iter::empty())) };
    let today = moment.local.date();
    let mut ended = Vec::new();
    for found in requests::ended_until(tables, today)? {
        let Some((last, until)) = retention.of(&found.request).filter(|(_, until)| *until < today) else { continue };
        // Whoever still objects, or did since, needs it.
        let about = matters::about::<Objection>(tables, found.id)?;
        let until = about.iter().filter_map(|found| retention.until(found.state.registered_on)).chain([until]).max();
        if let Some(until) = until.filter(|until| *until < today) {
            ended.push((found, last, until));
        }
    }
    let wanted: Vec<String> = query.words.split_whitespace().map(name_key).collect();
    ended.retain(|(found, ..)| {
        let known = name_key(&format!("{} {}", found.request.number.text, found.request.registration.applicant.name));
        wanted.iter().all(|word| known.contains(word.as_str()))
    });
    let total = u32::try_from(ended.len()).unwrap_or(u32::MAX);
    let page = ended.into_iter().skip(query.offset as usize).take(query.limit.min(500) as usize);
    let rows = page.map(|(found, last, until)| cells(&found, last, until)).collect();
    Ok(ListRows { rows, total, filters: vec![] })
}

fn cells(found: &FoundRequest, last: NaiveDate, until: NaiveDate) -> crate::views::rows::ListRow {
    let request = &found.request;
    let files = request.attached().count().to_string();
    let cells = vec![request.number.text.clone(), request.registration.applicant.name.clone(), words(last), words(until), files];
    row(SubjectKind::Request, found.id, cells)
}
