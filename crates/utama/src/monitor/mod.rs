//! What people at PPID Utama look at: every office, and every office's requests. Server-rendered, without a script.

mod guard;
mod offices;
mod page;
mod requests;
mod words;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::collections::HashMap;
use std::sync::Arc;
use tracing::error;

use crate::clock::civil;
use crate::server::Shared;
use crate::store::{OfficeOverview, Page, StoreFault};
use words::Now;

/// Requests on one page of an office.
const PAGE: u32 = 100;

pub(crate) fn router() -> Router<Arc<Shared>> {
    let pages = Router::new().route("/", get(offices)).route("/kantor/{code}", get(requests)).fallback(unknown);
    let style = || async { ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("monitor.css")) };
    Router::new()
        .merge(pages.layer(middleware::from_fn(guard::only_from_this_machine)))
        .route("/monitor.css", get(style))
        .layer(middleware::from_fn(guard::strict))
}

async fn offices(State(shared): State<Arc<Shared>>) -> Result<Response, Unable> {
    let offices = shared.store.offices().await?;
    Ok(offices::list_page(&offices, &now(&shared)).into_response())
}

async fn requests(
    State(shared): State<Arc<Shared>>,
    Path(code): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let Some(office) = shared.store.offices().await?.into_iter().find(|office| office.code == code) else {
        return Ok(unknown().await);
    };
    let number = query.get("hal").and_then(|typed| typed.parse().ok()).unwrap_or(1).clamp(1, u32::MAX / PAGE);
    let page = Page { skip: (number - 1) * PAGE, take: PAGE };
    let rows = shared.store.requests(&office.code, page).await?;
    Ok(requests::list_page(&office, &rows, number, pages(&office), &now(&shared)).into_response())
}

fn pages(office: &OfficeOverview) -> u32 {
    let requests = office.decided + office.open.len() as u64;
    u32::try_from(requests.div_ceil(u64::from(PAGE))).unwrap_or(u32::MAX).max(1)
}

fn now(shared: &Shared) -> Now<'_> {
    Now { civil: civil(shared.clock.millis()), calendar: &shared.calendar }
}

async fn unknown() -> Response {
    (StatusCode::NOT_FOUND, page::unknown()).into_response()
}

/// The store failed beneath a page.
struct Unable;

impl From<StoreFault> for Unable {
    fn from(fault: StoreFault) -> Self {
        error!(%fault, "the store failed");
        Self
    }
}

impl IntoResponse for Unable {
    fn into_response(self) -> Response {
        (StatusCode::SERVICE_UNAVAILABLE, page::unable()).into_response()
    }
}
