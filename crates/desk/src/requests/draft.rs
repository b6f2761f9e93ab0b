//! What is being typed into forms of new requests; it survives a power cut. Several may lie unfinished: people go and fetch what
//! they forgot. Each belongs to the account that typed it.

use crate::blanks::numbered::{self, FormFate};
use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::requests::kept_draft::{KeptDraft, REQUEST_DRAFT, name_of, shelf, shelf_of};
use crate::store::drafts;
use crate::store::writing;
use crate::views::*;
use loket_domain::ids::AccountId;
use loket_domain::indonesian::date;
use loket_domain::request::{
    AccessMode, ActingAs, Category, Channel, CopyFormat, DeliveryMode, Document, IdentityKind, RequestDraft,
};
use rusqlite::Connection;

/// The form of a new request: the one kept as `kept`, one to be typed off the numbered form `numbered`, or a fresh one received now.
///
/// # Errors
/// [`loket_domain::office::OfficeRefused`] for a numbered form that may not be used.
pub(crate) fn request_form(
    tables: &Connection,
    context: &Context<'_>,
    kept: Option<&str>,
    form_number: Option<&str>,
    moment: Moment,
) -> Result<RequestForm, DeskError> {
    let today = moment.local.date().to_string();
    let now = moment.local.format("%H.%M").to_string();
    let found = kept.map(|id| drafts::kept(tables, &name_of(context, id))).transpose()?.flatten();
    let found = found.and_then(|(content, at)| Some((serde_json::from_str::<RequestDraft>(&content).ok()?, at)));
    let (id, draft, draft_kept) = match (kept, found) {
        (Some(id), Some((draft, at))) => (id.to_owned(), draft, Some(at)),
        _ => {
            let draft = match form_number {
                // Date and time are those on the paper: nothing here knows them.
                Some(number) => {
                    let form_number = numbered::open_form(tables, context, number)?.number.text.clone();
                    RequestDraft { form_number, ..RequestDraft::default() }
                }
                None => RequestDraft { received_date: today.clone(), received_time: now.clone(), ..RequestDraft::default() },
            };
            (unused(tables, context, moment)?, draft, None)
        }
    };
    let mut unfinished = unfinished(tables, context)?;
    unfinished.retain(|form| form.id != id);
    let document = |document: &Document| DocumentChoice {
        code: document.code().into(),
        label: document.label().into(),
        categories: document.categories().iter().map(|category| category.code().into()).collect(),
        representative_only: document.categories().is_empty(),
    };
    let form_note = form_note(tables, context, &draft)?;
    let open_forms = u32::try_from(numbered::open_forms(tables, context)?.len()).unwrap_or(u32::MAX);
    Ok(RequestForm {
        form_note,
        open_forms,
        categories: choices!(Category),
        identity_kinds: finer_choices!(IdentityKind),
        access_modes: choices!(AccessMode),
        copy_formats: choices!(CopyFormat),
        delivery_modes: finer_choices!(DeliveryMode),
        channels: finer_choices!(Channel),
        acting_as: choices!(ActingAs),
        documents: Document::ALL.iter().map(document).collect(),
        id,
        draft,
        draft_kept,
        today,
        now,
        unfinished,
    })
}

/// What to mind where the form is typed off a numbered one.
fn form_note(tables: &Connection, context: &Context<'_>, draft: &RequestDraft) -> Result<Option<String>, DeskError> {
    let Ok(reserved) = numbered::known(context, &draft.form_number) else { return Ok(None) };
    let (number, on) = (&reserved.number.text, date(reserved.on));
    // What was kept may have been overtaken: the form was entered by another, or is void.
    let note = match numbered::fate(tables, context, reserved)? {
        FormFate::Open => format!(
            "Disalin dari formulir bernomor {number}, disediakan {on}. Isi tanggal dan jam yang tertulis di formulir; permohonan ini \
             memakai nomor formulir itu."
        ),
        FormFate::Used(_) => format!(
            "Formulir bernomor {number} sementara itu sudah didaftarkan. Bandingkan dengan permohonan itu, lalu hapus isian ini."
        ),
        FormFate::Void(reason) => {
            format!(
                "Formulir bernomor {number} sementara itu dinyatakan batal: {reason}. Daftarkan isian ini pada formulir biasa."
            )
        }
    };
    Ok(Some(note))
}

/// An identity under which nothing is kept yet; later ones sort after earlier ones.
fn unused(tables: &Connection, context: &Context<'_>, moment: Moment) -> Result<String, DeskError> {
    let mut id = moment.millis;
    loop {
        let text = format!("{id:013}");
        if KeptDraft::of(context, &text).is_unused(tables)? {
            return Ok(text);
        }
        id += 1;
    }
}

/// The forms that this account has not finished, the latest first; also one kept before forms belonged to accounts.
fn unfinished(tables: &Connection, context: &Context<'_>) -> Result<Vec<UnfinishedForm>, DeskError> {
    let mut found = drafts::under(tables, &shelf(context))?;
    if let Some((content, at)) = drafts::kept(tables, REQUEST_DRAFT)? {
        found.push((REQUEST_DRAFT.to_owned(), content, at));
    }
    let form = |(name, content, kept_text): (String, String, String)| {
        let draft: RequestDraft = serde_json::from_str(&content).ok()?;
        let id = name.rsplit('/').next().unwrap_or_default().to_owned();
        let shown = [draft.name, short(&draft.information)].into_iter().find(|text| !text.trim().is_empty());
        Some(UnfinishedForm { id, name: shown.unwrap_or_else(|| "Belum bernama".to_owned()), kept_text })
    };
    Ok(found.into_iter().filter_map(form).collect())
}

/// The beginning of a text, enough to know it again.
fn short(text: &str) -> String {
    text.chars().take(60).collect()
}

/// Keeps what is being typed, so that it survives a power cut.
pub(crate) fn keep_draft(
    tables: &Connection,
    context: &Context<'_>,
    id: &str,
    draft: &RequestDraft,
    moment: Moment,
) -> Result<(), DeskError> {
    let content = serde_json::to_string(draft).map_err(DeskError::slip("draft"))?;
    let at = context.noted_at(moment.local);
    Ok(writing::note(tables, |tables| drafts::keep(tables, &name_of(context, id), &content, &at))?)
}

/// Forgets what was being typed.
pub(crate) fn discard_draft(tables: &Connection, context: &Context<'_>, id: &str) -> Result<(), DeskError> {
    Ok(writing::note(tables, |tables| drafts::discard(tables, &name_of(context, id)))?)
}

/// Lets another account go on with the forms that one had not finished.
pub(crate) fn hand_on(writing: &Connection, from: AccountId, to: AccountId) -> Result<(), DeskError> {
    Ok(drafts::move_shelf(writing, &shelf_of(from), &shelf_of(to))?)
}
