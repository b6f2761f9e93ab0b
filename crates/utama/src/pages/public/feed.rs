//! What changed in the catalogue, as an Atom feed: listed, brought up to date, or no longer listed.

use atom_syndication::{Category, Entry, Feed, Link, Person, Text};
use axum::extract::{Extension, Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use loket_domain::dip::DipCategory;
use loket_domain::office::OfficeCode;
use std::sync::Arc;

use super::super::kit::answer::Unable;
use super::catalogue::{ATOM, brief, item};
use super::data::{item_address, shared_with_all};
use super::frame::missing;
use super::offices::{PublicOffice, PublicOffices};
use crate::accounts::Reach;
use crate::matters::{MatterNarrowing, MatterOrder};
use crate::projection::{MatterKind, MatterRow};
use crate::settings::PublicDoor;
use crate::state::Shared;
use crate::store::Page;

/// Changes that a feed tells of.
const CHANGES: Page = Page { skip: 0, take: 50 };

/// The changes of all offices.
pub(crate) async fn feed(State(shared): State<Arc<Shared>>, Extension(door): Extension<PublicDoor>) -> Result<Response, Unable> {
    let offices = PublicOffices::read(&shared).await?;
    let name = |code: &str| offices.name(code).unwrap_or(code).to_owned();
    let title = format!("Informasi publik {}", door.regency);
    told(&shared, &door, &offices.reach(""), name, title, "/publik/informasi").await
}

/// The changes of one office.
pub(crate) async fn office_feed(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Path(code): Path<String>,
) -> Result<Response, Unable> {
    let Some(office) = PublicOffice::read(&shared, &code).await? else { return Ok(missing(&door)) };
    let only = Reach::Only([office.code.clone()].into());
    let (title, page) = (format!("Informasi publik {}", office.name), format!("/publik/kantor/{}", office.code));
    told(&shared, &door, &only, |_| office.name.clone(), title, &page).await
}

async fn told(
    shared: &Shared,
    door: &PublicDoor,
    reach: &Reach,
    name: impl Fn(&str) -> String,
    title: String,
    page: &str,
) -> Result<Response, Unable> {
    let changed = MatterNarrowing { order: MatterOrder::Changed, ..MatterNarrowing::all(MatterKind::Item) };
    let rows = shared.store.matters(reach, &changed, CHANGES).await?;
    let latest = rows.iter().map(|(_, row)| row.changed).max().unwrap_or_else(|| shared.clock.millis());
    let here = format!("{}{page}", door.address);
    let feed = Feed {
        title: Text::plain(printable(&title)),
        id: here.clone(),
        updated: moment(latest).into(),
        links: vec![
            Link { href: here, rel: "alternate".to_owned(), mime_type: Some("text/html".to_owned()), ..Link::default() },
            Link { href: format!("{}{page}.atom", door.address), rel: "self".to_owned(), ..Link::default() },
        ],
        lang: Some("id".to_owned()),
        entries: rows.iter().map(|(code, row)| entry(door, code, &name(code), row)).collect(),
        ..Feed::default()
    };
    let kind = format!("{ATOM}; charset=utf-8");
    Ok(shared_with_all(([(header::CONTENT_TYPE, kind)], feed.to_string()).into_response()))
}

fn entry(door: &PublicDoor, code: &OfficeCode, office: &str, row: &MatterRow) -> Entry {
    let address = item_address(door, code, row.subject);
    // What left the catalogue is named no more: what it said may be why.
    let listed = item(&row.content).filter(|row| row.withdrawn_on.is_none());
    let title = listed.map_or_else(|| "Informasi dikeluarkan dari daftar".to_owned(), |row| brief(&row.item.summary));
    let category = listed.map(|row| row.item.category);
    let told = |category: DipCategory| Category {
        term: category.code().to_owned(),
        label: Some(category.label().to_owned()),
        scheme: None,
    };
    Entry {
        title: Text::plain(printable(&title)),
        id: address.clone(),
        updated: moment(row.changed).into(),
        authors: vec![Person { name: printable(office), ..Person::default() }],
        categories: category.map(told).into_iter().collect(),
        links: vec![Link { href: address, rel: "alternate".to_owned(), ..Link::default() }],
        summary: listed.map(|row| Text::plain(printable(&row.item.summary))),
        ..Entry::default()
    }
}

/// When something was written, as feeds have it.
pub(super) fn moment(millis: u64) -> DateTime<Utc> {
    i64::try_from(millis).ok().and_then(DateTime::from_timestamp_millis).unwrap_or_default()
}

/// Without what no XML may hold.
fn printable(text: &str) -> String {
    text.chars()
        .filter(|sign| !sign.is_control() || matches!(sign, '\n' | '\t'))
        .filter(|sign| !matches!(sign, '\u{FFFE}' | '\u{FFFF}'))
        .collect()
}
