//! What is being typed into the form of a new request; it survives a power cut.

use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::store::drafts;
use crate::store::writing;
use crate::views::*;
use loket_domain::indonesian::{date as words, time};
use loket_domain::request::{
    AccessMode, ActingAs, Category, Channel, CopyFormat, DeliveryMode, Document, IdentityKind, RequestDraft,
};
use rusqlite::Connection;

/// The form of a new request: what was typed before, or a fresh one received now.
pub(crate) fn request_form(tables: &Connection, moment: Moment) -> Result<RequestForm, DeskError> {
    let kept = drafts::kept(tables, REQUEST_DRAFT)?;
    let kept = kept.and_then(|(content, at)| Some((serde_json::from_str::<RequestDraft>(&content).ok()?, at)));
    let (draft, draft_kept) = match kept {
        Some((draft, at)) => (draft, Some(at)),
        None => (
            RequestDraft {
                received_date: moment.local.date().to_string(),
                received_time: moment.local.format("%H.%M").to_string(),
                ..RequestDraft::default()
            },
            None,
        ),
    };
    let document = |document: &Document| DocumentChoice {
        code: document.code().into(),
        label: document.label().into(),
        categories: document.categories().iter().map(|category| category.code().into()).collect(),
        representative_only: document.categories().is_empty(),
    };
    Ok(RequestForm {
        categories: choices!(Category),
        identity_kinds: finer_choices!(IdentityKind),
        access_modes: choices!(AccessMode),
        copy_formats: choices!(CopyFormat),
        delivery_modes: finer_choices!(DeliveryMode),
        channels: finer_choices!(Channel),
        acting_as: choices!(ActingAs),
        documents: Document::ALL.iter().map(document).collect(),
        draft,
        draft_kept,
    })
}

/// Keeps what is being typed, so that it survives a power cut.
pub(crate) fn keep_draft(tables: &Connection, draft: &RequestDraft, moment: Moment) -> Result<(), DeskError> {
    let content = serde_json::to_string(draft).map_err(DeskError::slip("draft"))?;
    let at = format!("{}, {}", words(moment.local.date()), time(moment.local.time()));
    Ok(writing::note(tables, |tables| drafts::keep(tables, REQUEST_DRAFT, &content, &at))?)
}

/// Forgets what was being typed.
pub(crate) fn discard_draft(tables: &Connection) -> Result<(), DeskError> {
    Ok(writing::note(tables, |tables| drafts::discard(tables, REQUEST_DRAFT))?)
}

/// The draft of a new request.
pub(crate) const REQUEST_DRAFT: &str = "request";
