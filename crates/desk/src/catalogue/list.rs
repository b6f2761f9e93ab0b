//! The list of catalogue items.

use crate::catalogue::{actions, headings};
use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::views::deadline::Tone;
use crate::views::rows::{ListQuery, ListRow};
use crate::views::subject::SubjectKind;
use crate::words::rows::{ListOf, ListRows};
use crate::words::{deadline, rows};
use loket_domain::dip::{DipCategory, Listed};
use loket_domain::indonesian::date as words;
use rusqlite::Connection;

pub(crate) const ITEMS: ListOf = ListOf {
    of: SubjectKind::DipItem,
    columns: || {
        rows::columns([
            ("summary", "Ringkasan isi informasi"),
            ("category", "Kategori"),
            ("holder", "Yang menguasai"),
            ("responsible", "Penanggung jawab"),
            ("format", "Format"),
            ("retention", "Retensi"),
            ("published", "Dimutakhirkan"),
        ])
    },
    intro: "Daftar Informasi Publik: yang sudah ada di sini dapat langsung dijawab di meja. Masukkan satu per satu atau \
                impor dari Excel/CSV.",
    next: |_, context, moment| Ok(actions::NEW_ITEM.next(context, &(), moment)),
    rows: dip,
};

fn dip(tables: &Connection, context: &Context<'_>, query: &ListQuery, moment: Moment) -> Result<ListRows, DeskError> {
    let label =
        |code: &str| DipCategory::from_code(code).map_or_else(|| "Keluar dari daftar".to_owned(), |it| it.label().to_owned());
    rows::page::<Listed>(tables, query, label, |found| {
        let item = &found.state.item;
        let due = found.state.renewal_due().filter(|_| found.state.withdrawn.is_none());
        let left = due.map(|due| deadline::left(context, due, moment.local.date()));
        let cells = vec![
            rows::short(&item.summary),
            headings::category_of(context, item),
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
    })
}
