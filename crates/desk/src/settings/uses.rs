//! The list of what was done with what this desk holds, for whoever administers the office.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::store::uses::{self, UseKind, UseLine};
use crate::views::deadline::Tone;
use crate::views::list::StageCount;
use crate::views::rows::{ListQuery, ListRow};
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::rows::{ListOf, ListRows, columns};
use loket_domain::authority::Duty;
use rusqlite::Connection;

pub(crate) const USES: ListOf = ListOf {
    of: SubjectKind::Office,
    columns: || columns([("at", "Waktu"), ("who", "Siapa"), ("kind", "Apa"), ("detail", "Rincian")]),
    intro: "Siapa masuk, sandi yang salah, dan apa yang diekspor, dikeluarkan, dibuka atau diatur di meja ini. Tidak dikirim ke PPID Utama.",
    next: |_, _, _| Ok(vec![]),
    rows: use_rows,
};

fn use_rows(tables: &Connection, context: &Context<'_>, query: &ListQuery, _: Moment) -> Result<ListRows, DeskError> {
    context.may(Duty::Administer)?;
    let kind = query.filter.as_deref().filter(|filter| !filter.is_empty());
    let counts = uses::count(tables, &query.words)?;
    let total = counts.iter().filter(|(of, _)| kind.is_none_or(|kind| kind == of.code())).map(|(_, count)| count).sum();
    let rows = uses::find(tables, &query.words, kind, (query.offset, query.limit.min(500)))?.into_iter().map(row).collect();
    let filter = |(kind, count): (UseKind, u32)| StageCount {
        label: kind.label().to_owned(),
        code: kind.code().to_owned(),
        count,
        more: false,
    };
    Ok(ListRows { rows, total, filters: counts.into_iter().map(filter).collect() })
}

fn row(line: UseLine) -> ListRow {
    let cells = vec![line.at.format("%d/%m/%Y %H.%M").to_string(), line.who, line.kind.label().to_owned(), line.detail];
    let tone = if line.kind == UseKind::WrongSecret { Tone::Near } else { Tone::Calm };
    ListRow { subject: line.about.unwrap_or(SubjectRef::new(SubjectKind::Office, "")), cells, tone, left: None }
}
