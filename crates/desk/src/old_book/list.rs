//! The list of what was copied from the old book.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::views::rows::ListQuery;
use crate::views::subject::SubjectKind;
use crate::words::rows;
use crate::words::rows::{ListOf, ListRows, columns};
use loket_domain::indonesian::date as words;
use loket_domain::old_book::{CopiedRequest, OldRequest};
use rusqlite::Connection;

pub(crate) const OLD_REQUESTS: ListOf = ListOf {
    of: SubjectKind::OldRequest,
    columns: || {
        columns([
            ("number", "Nomor"),
            ("received", "Diterima"),
            ("applicant", "Pemohon"),
            ("information", "Informasi yang diminta"),
            ("decision", "Keputusan"),
        ])
    },
    intro: "Permohonan dari register sebelum aplikasi ini, disalin dari Excel atau CSV. Tampil di register dan angka tahunnya masing-masing; \
            tidak ada batas waktu yang dihitung.",
    next: |_, _, _| Ok(vec![]),
    rows: old_requests,
};

fn old_requests(tables: &Connection, _: &Context<'_>, query: &ListQuery, _: Moment) -> Result<ListRows, DeskError> {
    let label = |code: &str| if code == "taken_back" { "Ditarik kembali" } else { "Disalin" }.to_owned();
    rows::page::<CopiedRequest>(tables, query, label, |found| {
        let old = &found.state.request;
        let cells = vec![
            old.number.clone(),
            words(old.received_on),
            old.name.clone(),
            rows::short(&old.information),
            if found.state.holds() { decision(old) } else { "Ditarik kembali".to_owned() },
        ];
        rows::row(SubjectKind::OldRequest, found.id, cells)
    })
}

/// What was decided: in the words of the list where they are known, else in those of the book.
pub(crate) fn decision(old: &OldRequest) -> String {
    old.outcome.map_or_else(|| old.decision.clone(), |outcome| outcome.label().to_owned())
}
