//! The list of catalogue items.

use crate::catalogue::actions;
use crate::context::Context;
use crate::error::DeskError;
use crate::forms::step::step;
use crate::kernel::moment::Moment;
use crate::views::deadline::Tone;
use crate::views::rows::{ListPage, ListQuery, ListRow};
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::{deadline, rows};
use loket_domain::authority::Duty;
use loket_domain::dip::{DipCategory, Listed};
use loket_domain::indonesian::date as words;
use rusqlite::Connection;

pub(crate) fn dip(tables: &Connection, context: &Context<'_>, query: &ListQuery, moment: Moment) -> Result<ListPage, DeskError> {
    let label =
        |code: &str| DipCategory::from_code(code).map_or_else(|| "Keluar dari daftar".to_owned(), |it| it.label().to_owned());
    let page = rows::page::<Listed>(tables, query, label, |found| {
        let item = &found.state.item;
        let due = found.state.renewal_due().filter(|_| found.state.withdrawn.is_none());
        let left = due.map(|due| deadline::left(context, due, moment.local.date()));
        let cells = vec![
            rows::short(&item.summary),
            actions::category_of(context, item),
            item.holder.clone(),
            item.responsible.clone(),
            item.format.clone(),
            item.retention.clone(),
            item.published_on.map_or_else(|| "–".to_owned(), words),
        ];
        ListRow {
            tone: left.as_ref().map_or(Tone::Calm, |left| left.tone),
            left: left.map(|left| left.text),
            ..rows::row(SubjectKind::DipItem, found.id, cells)
        }
    })?;
    Ok(ListPage {
        subject: SubjectRef::new(SubjectKind::DipItem, ""),
        columns: rows::columns([
            ("summary", "Ringkasan isi informasi"),
            ("category", "Kategori"),
            ("holder", "Yang menguasai"),
            ("responsible", "Penanggung jawab"),
            ("format", "Format"),
            ("retention", "Retensi"),
            ("published", "Dimutakhirkan"),
        ]),
        next: vec![step("list", "Tambah informasi", true, context.may(Duty::Catalogue))],
        intro: "Daftar Informasi Publik: yang sudah ada di sini dapat langsung dijawab di meja. Masukkan satu per satu atau \
                impor dari Excel/CSV."
            .to_owned(),
        ..page
    })
}
