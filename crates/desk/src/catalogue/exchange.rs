//! Bringing the catalogue in from a table: differences first, then all of it or nothing.

use crate::catalogue::headings;
use crate::catalogue::matching::in_catalogue;
use crate::context::Context;
use crate::error::DeskError;
use crate::forms::step::nothing;
use crate::journal::Journal;
use crate::journal::transaction::Written;
use crate::kernel::moment::Moment;
use crate::kernel::random::new_uuid;
use crate::store::matters;

use crate::views::action::Done;
use crate::views::import::ImportPreview;
use crate::views::subject::{SubjectKind, SubjectRef};
use loket_domain::authority::Duty;
use loket_domain::change::{CatalogueChange, Change};
use loket_domain::dip::{DipItem, DipItemInput, Listed};
use loket_domain::pack::Heading;
use loket_domain::problem::{FieldProblem, Refused};
use loket_journal::{Matter, Subject};
use loket_letters::spreadsheet;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The columns of the catalogue as it is exported, each with words by which an import knows it.
pub(crate) const DIP_COLUMNS: [(&str, &[&str]); 11] = [
    ("Ringkasan isi informasi", &["ringkasan", "judul"]),
    ("Kategori", &["kategori"]),
    ("Pejabat/unit yang menguasai informasi", &["menguasai", "pejabat"]),
    ("Penanggungjawab pembuatan atau penerbitan informasi", &["penanggung"]),
    ("Waktu dan tempat pembuatan informasi", &["waktu dan tempat", "pembuatan"]),
    ("Format/bentuk informasi yang tersedia", &["format", "bentuk"]),
    ("Jangka waktu penyimpanan atau retensi arsip", &["retensi", "penyimpanan"]),
    ("Tautan", &["tautan", "link"]),
    ("Terakhir dimutakhirkan", &["mutakhir", "terbit"]),
    ("Kategori PPID Utama", &["ppid utama"]),
    ("Jenis media yang memuat informasi", &["media"]),
];

/// What an import would write: identity of the item and what it says then.
#[derive(Serialize, Deserialize)]
struct Token(Vec<(Option<Uuid>, DipItem)>);

pub(crate) fn cells(item: DipItem, heading: Option<String>) -> Vec<String> {
    vec![
        item.summary,
        item.category.label().to_owned(),
        item.holder,
        item.responsible,
        item.made,
        item.format,
        item.retention,
        item.link.unwrap_or_default(),
        item.published_on.map(|on| on.to_string()).unwrap_or_default(),
        heading.unwrap_or_default(),
        item.media.unwrap_or_default(),
    ]
}

/// What importing this file would change. Nothing is written; an item is known again by its summary.
pub(crate) fn import_preview(
    tables: &Connection,
    context: &Context<'_>,
    file: &str,
    bytes: &[u8],
    moment: Moment,
) -> Result<ImportPreview, DeskError> {
    context.office.may(context.account, Duty::Catalogue)?;
    let rows = spreadsheet::read(bytes)?;
    let (heads, rows) = rows.split_first().ok_or(Refused::NotNow("Berkas ini kosong; pilih berkas lain."))?;
    let places = columns(heads)?;
    let known = matters::all::<Listed>(tables)?;
    let mut preview =
        ImportPreview { file: file.to_owned(), added: 0, changed: 0, same: 0, problems: vec![], token: String::new() };
    let mut token = Token(vec![]);
    for (line, row) in (2..).zip(rows) {
        let cell = |at: usize| places[at].and_then(|place| row.get(place)).cloned().unwrap_or_default();
        let input = DipItemInput {
            summary: cell(0),
            category: cell(1),
            heading: heading_code(context, &cell(9)),
            holder: cell(2),
            responsible: cell(3),
            made: cell(4),
            format: cell(5),
            retention: cell(6),
            media: cell(10),
            link: cell(7),
            published_on: cell(8),
        };
        let checked = input.check(moment.local.date()).and_then(|item| headings::check_heading(context, &item).map(|()| item));
        match checked {
            Ok(item) => {
                let before = known.iter().find(|found| found.state.item.summary == item.summary && in_catalogue(&found.state));
                // A table of before this column says nothing of the media.
                let media = before.filter(|_| places[10].is_none()).and_then(|found| found.state.item.media.clone());
                let item = DipItem { media: item.media.or(media), ..item };
                match before {
                    Some(found) if found.state.item == item => preview.same += 1,
                    Some(found) => {
                        preview.changed += 1;
                        token.0.push((Some(found.id), item));
                    }
                    None => {
                        preview.added += 1;
                        token.0.push((None, item));
                    }
                }
            }
            Err(Refused::Fields(problems)) => preview.problems.extend(
                problems.into_iter().map(|problem| FieldProblem { field: format!("Baris {line}"), message: problem.message }),
            ),
            Err(refused) => return Err(refused.into()),
        }
    }
    preview.token = serde_json::to_string(&token).map_err(DeskError::slip("token"))?;
    Ok(preview)
}

/// The code of the category of PPID Utama that a cell names; what names none stays as it is, to be refused.
fn heading_code(context: &Context<'_>, typed: &str) -> String {
    let named = |heading: &&Heading| heading.name.to_lowercase() == typed.trim().to_lowercase();
    context.office.packs.known_headings().find(named).map_or_else(|| typed.trim().to_owned(), |heading| heading.code.clone())
}

/// Writes what a preview said, all of it or nothing.
pub(crate) fn accept_import(journal: &mut Journal, token: &str, moment: Moment) -> Result<Done, DeskError> {
    let Token(items) = serde_json::from_str(token).map_err(nothing)?;
    let mut written = Vec::with_capacity(items.len());
    for (id, item) in items {
        let id = match id {
            Some(id) => id,
            None => new_uuid(&mut journal.dice, moment)?,
        };
        let changes = vec![Change::Catalogue(CatalogueChange::DipItemListed { item: Box::new(item) })];
        written.push(Written { subject: Subject::matter(Matter::DipItem, id), changes });
    }
    let count = written.len();
    journal.commit(Duty::Catalogue, moment, |_, _, _| Ok(written))?;
    let subject = Some(SubjectRef::new(SubjectKind::DipItem, ""));
    Ok(Done { subject, paper: None, said: format!("{count} informasi dimasukkan ke DIP.") })
}

/// Where each column of the catalogue stands among the heads of a file.
fn columns(heads: &[String]) -> Result<[Option<usize>; 11], Refused> {
    let heads: Vec<String> = heads.iter().map(|head| head.to_lowercase()).collect();
    // The first word is the surest; the others are asked only where no head has it.
    let place = |(_, words): &(&str, &[&str])| words.iter().find_map(|word| heads.iter().position(|head| head.contains(word)));
    let mut places = [None; 11];
    for (at, column) in places.iter_mut().zip(&DIP_COLUMNS) {
        *at = place(column);
    }
    let needed = places.iter().take(7).all(Option::is_some);
    if needed {
        Ok(places)
    } else {
        Err(Refused::NotNow("Kolom berkas ini belum lengkap; ekspor DIP dahulu untuk melihat judul kolomnya, lalu samakan."))
    }
}
