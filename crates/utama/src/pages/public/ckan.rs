//! The catalogue as a site of CKAN answers: the reading half of its action API, for the harvesters and programs that speak it.
//!
//! A dataset is an item of the catalogue, an organization an office, a group a category of UU 14/2008.

use axum::body::Bytes;
use axum::extract::{Extension, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use loket_domain::dip::DipCategory;
use loket_domain::office::OfficeCode;
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

use super::super::kit::answer::Unable;
use super::super::kit::items::Headings;
use super::catalogue::{brief, item};
use super::data::{item_address, linked, shared_with_all};
use super::feed::moment;
use super::offices::PublicOffices;
use crate::fault::StoreFault;
use crate::matters::{EVERY_ROW, MatterNarrowing};
use crate::projection::{MatterKind, MatterRow};
use crate::settings::PublicDoor;
use crate::state::Shared;
use crate::store::Page;

/// The version of CKAN whose answers these are like.
const LIKE: &str = "2.10.0";
/// Datasets of one answer where none are asked for, and at most.
const ROWS: (u32, u32) = (10, 1_000);
/// Narrowings that programs of CKAN send and that hold for everything here.
const ALWAYS_SO: [(&str, &str); 3] = [("type", "dataset"), ("state", "active"), ("private", "false")];

/// Why an action was not done.
enum Refusal {
    NoAction,
    NoSuchThing,
    Wrong { what: &'static str, why: &'static str },
    Store(Unable),
}

impl From<StoreFault> for Refusal {
    fn from(fault: StoreFault) -> Self {
        Self::Store(fault.into())
    }
}

type Asked = HashMap<String, String>;

/// An action whose words stand in the address.
pub(crate) async fn look(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Path(action): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Unable> {
    answered(&door, &action, done(&shared, &door, &action, &asked).await)
}

/// An action whose words are sent as JSON, as CKAN's own client does.
pub(crate) async fn send(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Path(action): Path<String>,
    body: Bytes,
) -> Result<Response, Unable> {
    let sent = if body.is_empty() { Ok(Map::new()) } else { serde_json::from_slice::<Map<String, Value>>(&body) };
    let Ok(sent) = sent else {
        return answered(&door, &action, Err(Refusal::Wrong { what: "data", why: "Isi bukan objek JSON." }));
    };
    let text = |value: Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let asked = sent.into_iter().map(|(name, value)| (name, text(value))).collect();
    answered(&door, &action, done(&shared, &door, &action, &asked).await)
}

fn answered(door: &PublicDoor, action: &str, done: Result<Value, Refusal>) -> Result<Response, Unable> {
    let (status, success, key, told) = match done {
        Ok(result) => (StatusCode::OK, true, "result", result),
        Err(Refusal::Store(fault)) => return Err(fault),
        Err(Refusal::NoAction) => {
            let message = "Tindakan ini tidak ada; yang dapat dibaca disebut di docs/publik.md.";
            (StatusCode::BAD_REQUEST, false, "error", json!({"__type": "Bad Request", "message": message}))
        }
        Err(Refusal::NoSuchThing) => {
            let message = "Not found: tidak ada dalam daftar.";
            (StatusCode::NOT_FOUND, false, "error", json!({"__type": "Not Found Error", "message": message}))
        }
        Err(Refusal::Wrong { what, why }) => {
            (StatusCode::CONFLICT, false, "error", json!({"__type": "Validation Error", what: [why]}))
        }
    };
    let help = format!("{}/publik/api/3/action/help_show?name={}", door.address, action.chars().take(60).collect::<String>());
    Ok(shared_with_all((status, axum::Json(json!({"help": help, "success": success, key: told}))).into_response()))
}

async fn done(shared: &Shared, door: &PublicDoor, action: &str, asked: &Asked) -> Result<Value, Refusal> {
    let whole = asked.get("all_fields").is_some_and(|said| said.eq_ignore_ascii_case("true"));
    let offices = PublicOffices::read(shared).await?;
    match action {
        "site_read" => Ok(json!(true)),
        "status_show" => Ok(json!({
            "ckan_version": LIKE,
            "site_title": format!("Daftar Informasi Publik {}", door.regency),
            "site_description": "Informasi publik yang diumumkan atau tersedia menurut UU 14/2008, per kantor.",
            "site_url": format!("{}/publik", door.address),
            "locale_default": "id",
            "error_emails_to": null,
            "extensions": [],
        })),
        "package_list" => {
            let (start, most) = (number(asked, "offset", 0)?, number(asked, "limit", u32::MAX)?);
            let rows = shared.store.matters(&offices.reach(""), &MatterNarrowing::standing(MatterKind::Item), EVERY_ROW).await?;
            let names = rows.iter().map(|(code, row)| package_name(code, row.subject));
            Ok(names.skip(start as usize).take(most as usize).collect())
        }
        "package_show" => package_show(shared, door, &offices, asked).await,
        "package_search" => package_search(shared, door, &offices, asked).await,
        "organization_list" => {
            let each = offices.each();
            Ok(each.map(|(code, name)| if whole { organization(code, name) } else { json!(dashed(code)) }).collect())
        }
        "organization_show" => {
            let found = office_called(&offices, wanted(asked)?);
            found.map(|(code, name)| organization(code, name)).ok_or(Refusal::NoSuchThing)
        }
        "group_list" => Ok(DipCategory::ALL.iter().map(|one| if whole { group(*one) } else { json!(one.code()) }).collect()),
        "group_show" => DipCategory::from_code(wanted(asked)?).map(group).ok_or(Refusal::NoSuchThing),
        _ => Err(Refusal::NoAction),
    }
}

/// What was asked for by `id`.
fn wanted(asked: &Asked) -> Result<&str, Refusal> {
    let named = asked.get("id").map(|id| id.trim()).filter(|id| !id.is_empty());
    named.ok_or(Refusal::Wrong { what: "id", why: "Isi id-nya." })
}

fn number(asked: &Asked, name: &'static str, usual: u32) -> Result<u32, Refusal> {
    let Some(said) = asked.get(name) else { return Ok(usual) };
    said.trim().parse().ok().ok_or(Refusal::Wrong { what: name, why: "Isi bilangan bulat, nol atau lebih." })
}

async fn package_show(shared: &Shared, door: &PublicDoor, offices: &PublicOffices, asked: &Asked) -> Result<Value, Refusal> {
    let wanted = wanted(asked)?;
    let headings = Headings::read(shared).await?;
    for (code, name) in offices.each() {
        // A name begins with its office, an identity may be of any.
        let own = wanted.strip_prefix(&dashed(code)).and_then(|rest| rest.strip_prefix('-')).unwrap_or(wanted);
        let Ok(id) = own.parse::<Uuid>() else { continue };
        if let Some(row) = shared.store.matter(code, MatterKind::Item, id).await?
            && let Some(told) = package(door, code, name, &row, &headings)
        {
            return Ok(told);
        }
    }
    Err(Refusal::NoSuchThing)
}

async fn package_search(shared: &Shared, door: &PublicDoor, offices: &PublicOffices, asked: &Asked) -> Result<Value, Refusal> {
    let text = |name: &str| asked.get(name).map_or("", String::as_str);
    let sought = text("q").trim();
    let mut narrowing =
        MatterNarrowing::standing(MatterKind::Item).seeking(if matches!(sought, "*:*" | "*") { "" } else { sought });
    let mut office = String::new();
    for term in text("fq").split_whitespace().filter(|term| *term != "AND") {
        let unknown = Refusal::Wrong { what: "fq", why: "Yang dikenal: organization:KODE dan groups:KATEGORI." };
        let Some((field, value)) = term.trim_start_matches('+').split_once(':') else { return Err(unknown) };
        let value = value.trim_matches(['"', '(', ')']);
        match field {
            "organization" | "owner_org" => {
                let known = office_called(offices, value);
                // No office of that name: nothing is of it.
                office = known.map_or_else(|| value.to_owned(), |(code, _)| code.to_string());
            }
            "groups" => value.clone_into(&mut narrowing.class),
            _ if ALWAYS_SO.contains(&(field, value)) || field.starts_with('-') => {}
            _ => return Err(unknown),
        }
    }
    let (take, skip) = (number(asked, "rows", ROWS.0)?.min(ROWS.1), number(asked, "start", 0)?);
    let reach = offices.reach(&office);
    let count = shared.store.count_matters(&reach, &narrowing).await?;
    let rows = if take == 0 { vec![] } else { shared.store.matters(&reach, &narrowing, Page { skip, take }).await? };
    let headings = Headings::read(shared).await?;
    let told = |(code, row): &(OfficeCode, MatterRow)| package(door, code, offices.name(code).unwrap_or(code), row, &headings);
    let results: Vec<Value> = rows.iter().filter_map(told).collect();
    Ok(json!({"count": count, "sort": "", "results": results, "facets": {}, "search_facets": {}}))
}

/// The code of an office as CKAN lets names be: small letters, digits and dashes.
fn dashed(code: &str) -> String {
    code.to_lowercase().chars().map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '-' }).collect()
}

/// The office with this code, dotted or dashed.
fn office_called<'a>(offices: &'a PublicOffices, wanted: &str) -> Option<(&'a OfficeCode, &'a str)> {
    offices.each().find(|(code, _)| **code == wanted || dashed(code) == wanted)
}

fn package_name(code: &str, subject: Uuid) -> String {
    format!("{}-{subject}", dashed(code))
}

fn organization(code: &OfficeCode, name: &str) -> Value {
    json!({
        "id": code.to_string(), "name": dashed(code), "title": name, "display_name": name, "description": "", "image_url": "",
        "type": "organization", "is_organization": true, "state": "active", "approval_status": "approved",
    })
}

fn group(category: DipCategory) -> Value {
    let (code, label) = (category.code(), category.label());
    json!({
        "id": code, "name": code, "title": label, "display_name": label, "description": "", "type": "group",
        "is_organization": false, "state": "active",
    })
}

/// A dataset; none where the row is no item, or one that left the catalogue.
fn package(door: &PublicDoor, code: &OfficeCode, office: &str, row: &MatterRow, headings: &Headings) -> Option<Value> {
    let listed = item(&row.content).filter(|row| row.withdrawn_on.is_none())?;
    let item = &listed.item;
    let address = item_address(door, code, row.subject);
    let tags: Vec<Value> = item.heading.as_deref().map(|heading| headings.of(heading)).into_iter().map(tag).collect();
    let resources: Vec<Value> = linked(item).map(|link| resource(row.subject, link, &item.format)).into_iter().collect();
    let changed = item.published_on.unwrap_or_else(|| moment(row.changed).date_naive());
    Some(json!({
        "id": row.subject.to_string(),
        "name": package_name(code, row.subject),
        "title": brief(&item.summary),
        "notes": item.summary,
        "url": address,
        "author": item.responsible,
        "maintainer": item.holder,
        "owner_org": code.to_string(),
        "organization": organization(code, office),
        "groups": [group(item.category)],
        "tags": tags,
        "num_tags": tags.len(),
        "resources": resources,
        "num_resources": resources.len(),
        "metadata_created": format!("{changed}T00:00:00"),
        "metadata_modified": format!("{changed}T00:00:00"),
        "license_id": "notspecified",
        "isopen": false,
        "type": "dataset",
        "state": "active",
        "private": false,
        "extras": [],
    }))
}

fn tag(name: &str) -> Value {
    json!({"name": name, "display_name": name, "state": "active"})
}

fn resource(package: Uuid, link: &str, format: &str) -> Value {
    json!({
        "id": format!("{package}-tautan"), "package_id": package.to_string(), "name": format,
        "format": format, "url": link, "position": 0, "state": "active",
    })
}
