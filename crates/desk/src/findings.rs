//! What people bring to the counter may belong to anything: the search box looks everywhere. Requests have a list of their own.

use rusqlite::Connection;

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::lists;
use crate::store::{entries, letters};
use crate::views::findings::{Hit, HitGroup};
use crate::views::rows::{ListKind, ListQuery};
use crate::views::subject::{SubjectKind, SubjectRef};
use loket_domain::indonesian::date;
use loket_journal::Matter;

/// How many of a kind are shown.
const SHOWN: u32 = 5;

/// The lists that are looked through, and what their rows are called.
const LISTS: [(ListKind, &str); 7] = [
    (ListKind::OldRequests, "Buku lama"),
    (ListKind::NumberedForms, "Formulir bernomor"),
    (ListKind::Objections, "Keberatan"),
    (ListKind::Dip, "Daftar Informasi Publik"),
    (ListKind::Classifications, "Uji konsekuensi dan klasifikasi"),
    (ListKind::Questions, "Tanya jawab dengan PPID Utama"),
    (ListKind::Reports, "Laporan tahunan"),
];

/// What was found of these words besides requests; kinds of which nothing was found are left out.
pub(crate) fn find(tables: &Connection, context: &Context<'_>, words: &str, moment: Moment) -> Result<Vec<HitGroup>, DeskError> {
    if words.trim().is_empty() {
        return Ok(vec![]);
    }
    let mut groups = vec![letters_found(tables, words)?];
    for (list, title) in LISTS {
        let query = ListQuery { list, words: words.to_owned(), filter: None, offset: 0, limit: SHOWN };
        let page = lists::rows(tables, context, &query, moment)?;
        let items = page.rows.into_iter().map(|row| {
            let mut cells = row.cells.into_iter().filter(|cell| !cell.is_empty() && cell != "–");
            let title = cells.next().unwrap_or_default();
            Hit { subject: row.subject, title, text: cells.take(TOLD).collect::<Vec<_>>().join(" · ") }
        });
        groups.push(HitGroup { title: title.to_owned(), total: page.total, items: items.collect() });
    }
    groups.retain(|group| group.total > 0);
    Ok(groups)
}

/// How many cells of a row are told besides its first.
const TOLD: usize = 3;

/// The letters that bear such a number.
fn letters_found(tables: &Connection, words: &str) -> Result<HitGroup, DeskError> {
    let (total, found) = letters::like(tables, words, SHOWN)?;
    let item = |(name, letter): (String, letters::NumberedLetter)| {
        let about = if letter.register.is_empty() { String::new() } else { format!(" · {}", letter.register) };
        let ended = if letter.in_force { "" } else { " · tidak berlaku lagi" };
        let text = format!("{}, {}{about}{ended}", letter.paper.label(), date(letter.on));
        Some(Hit { subject: subject_of(&name)?, title: letter.number, text })
    };
    Ok(HitGroup { title: "Surat".to_owned(), total, items: found.into_iter().filter_map(item).collect() })
}

/// What a subject's name stands for, where it has a page.
pub(crate) fn subject_of(name: &str) -> Option<SubjectRef> {
    if let Some(id) = entries::request_of(name) {
        return Some(SubjectRef::new(SubjectKind::Request, id));
    }
    let (matter, id) = entries::matter_of(name)?;
    let kind = match matter {
        Matter::Objection => SubjectKind::Objection,
        Matter::Classification => SubjectKind::Classification,
        Matter::Report => SubjectKind::Report,
        Matter::Question => SubjectKind::Question,
        Matter::DipItem => SubjectKind::DipItem,
        Matter::OldRequest => SubjectKind::OldRequest,
        Matter::Survey | Matter::Pack => return None,
    };
    Some(SubjectRef::new(kind, id))
}
