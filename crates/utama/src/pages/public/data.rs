//! The catalogue for harvesters: a `dcat:Catalog` as JSON-LD (DCAT-AP 3), of one office and of all.

use axum::extract::{Extension, Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use loket_domain::dip::{DipCategory, DipItem};
use loket_domain::office::OfficeCode;
use serde_json::{Value, json};
use std::sync::Arc;
use uuid::Uuid;

use super::super::kit::answer::Unable;
use super::super::kit::items::Headings;
use super::catalogue::{brief, item};
use super::frame::missing;
use super::offices::{PublicOffice, PublicOffices};
use crate::accounts::Reach;
use crate::matters::{EVERY_ROW, MatterNarrowing};
use crate::projection::{CatalogueRow, MatterKind};
use crate::settings::PublicDoor;
use crate::state::Shared;

/// What the short names of the data stand for.
const NAMES: [(&str, &str); 5] = [
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];
const INDONESIAN: &str = "http://publications.europa.eu/resource/authority/language/IND";
const PUBLIC: &str = "http://publications.europa.eu/resource/authority/access-right/PUBLIC";
/// At least every six months, as the law says of periodic information.
const TWICE_A_YEAR: &str = "http://publications.europa.eu/resource/authority/frequency/ANNUAL_2";

/// The address of an item that stays.
pub(super) fn item_address(door: &PublicDoor, code: &str, subject: Uuid) -> String {
    format!("{}/publik/kantor/{code}/informasi/{subject}", door.address)
}

/// Any site may read it: it is public, and nobody is signed in here.
pub(super) fn shared_with_all(mut answer: Response) -> Response {
    answer.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    answer.headers_mut().insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    answer
}

/// The catalogue of all offices.
pub(crate) async fn data(State(shared): State<Arc<Shared>>, Extension(door): Extension<PublicDoor>) -> Result<Response, Unable> {
    let offices = PublicOffices::read(&shared).await?;
    let name = |code: &str| offices.name(code).unwrap_or(code).to_owned();
    let title = format!("Daftar Informasi Publik {}", door.regency);
    let publisher = agent(&format!("{}/publik", door.address), &format!("PPID {}", door.regency));
    catalogue(&shared, &door, &offices.reach(""), name, ("/publik", &title, publisher)).await
}

/// The catalogue of one office.
pub(crate) async fn office_data(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Path(code): Path<String>,
) -> Result<Response, Unable> {
    let Some(office) = PublicOffice::read(&shared, &code).await? else { return Ok(missing(&door)) };
    let only = Reach::Only([office.code.clone()].into());
    let (path, title) = (format!("/publik/kantor/{}", office.code), format!("Daftar Informasi Publik {}", office.name));
    let publisher = agent(&format!("{}{path}", door.address), &office.name);
    catalogue(&shared, &door, &only, |_| office.name.clone(), (&path, &title, publisher)).await
}

fn agent(address: &str, name: &str) -> Value {
    json!({"@id": address, "@type": "foaf:Agent", "foaf:name": name})
}

async fn catalogue(
    shared: &Shared,
    door: &PublicDoor,
    reach: &Reach,
    name: impl Fn(&str) -> String,
    (path, title, publisher): (&str, &str, Value),
) -> Result<Response, Unable> {
    let headings = Headings::read(shared).await?;
    let rows = shared.store.matters(reach, &MatterNarrowing::standing(MatterKind::Item), EVERY_ROW).await?;
    let sets =
        rows.iter().filter_map(|(code, row)| Some(dataset(door, code, &name(code), row.subject, item(&row.content)?, &headings)));
    let told = json!({
        "@context": NAMES.into_iter().collect::<std::collections::BTreeMap<_, _>>(),
        "@id": format!("{}{path}/data.json", door.address),
        "@type": "dcat:Catalog",
        "dct:title": indonesian(title),
        "dct:description": indonesian("Informasi publik yang diumumkan atau tersedia menurut UU 14/2008, per kantor."),
        "dct:language": {"@id": INDONESIAN},
        "dct:publisher": publisher,
        "foaf:homepage": {"@id": format!("{}{path}", door.address)},
        "dcat:dataset": sets.collect::<Vec<_>>(),
    });
    Ok(shared_with_all(([(header::CONTENT_TYPE, "application/ld+json")], told.to_string()).into_response()))
}

fn indonesian(text: &str) -> Value {
    json!({"@value": text, "@language": "id"})
}

fn dataset(
    door: &PublicDoor,
    code: &OfficeCode,
    office: &str,
    subject: Uuid,
    CatalogueRow { item, .. }: &CatalogueRow,
    headings: &Headings,
) -> Value {
    let address = item_address(door, code, subject);
    let heading = item.heading.as_deref().map(|code| headings.of(code));
    let keywords: Vec<_> = [Some(item.category.label()), heading].into_iter().flatten().map(indonesian).collect();
    let mut told = json!({
        "@id": address,
        "@type": "dcat:Dataset",
        "dct:identifier": subject.to_string(),
        "dct:title": indonesian(&brief(&item.summary)),
        "dct:description": indonesian(&item.summary),
        "dct:publisher": agent(&format!("{}/publik/kantor/{code}", door.address), office),
        "dct:language": {"@id": INDONESIAN},
        "dct:accessRights": {"@id": PUBLIC},
        "dcat:keyword": keywords,
        "dcat:landingPage": {"@id": address},
    });
    if let Some(on) = item.published_on {
        told["dct:modified"] = json!({"@value": on.to_string(), "@type": "xsd:date"});
    }
    if item.category == DipCategory::Periodic {
        told["dct:accrualPeriodicity"] = json!({"@id": TWICE_A_YEAR});
    }
    if let Some(link) = linked(item) {
        told["dcat:distribution"] = json!({
            "@id": format!("{address}#tautan"),
            "@type": "dcat:Distribution",
            "dct:title": indonesian(&item.format),
            "dcat:accessURL": {"@id": link},
        });
    }
    told
}

/// The link of an item, if it is one: a harvester reads it as an address.
pub(super) fn linked(item: &DipItem) -> Option<&str> {
    item.link.as_deref().filter(|link| is_address(link))
}

/// Whether every sign of it may stand in an address.
fn is_address(link: &str) -> bool {
    link.chars().all(|sign| !sign.is_control() && !sign.is_whitespace() && !"<>\"{}|\\^`".contains(sign))
}
