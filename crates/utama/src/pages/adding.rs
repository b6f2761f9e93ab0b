//! Adding a file to a forwarded request: what PPID Utama answers is often the document itself. Desks fetch it like any other.

use axum::extract::{Extension, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use loket_domain::attachment::{AttachmentPurpose, Offered, is_no_scan, told};
use loket_domain::ids::RequestId;
use loket_journal::{Digest, Subject};
use std::sync::Arc;

use super::case::Forwarded;
use super::kit::answer::{Unable, note, unknown};
use super::kit::deed;
use super::reading;
use crate::access::{Form, UploadedFile, Visitor};
use crate::accounts::Audited;
use crate::inbox::{Case, InboxAnswer, InboxFault, forwarded};
use crate::objects::ROOM_OF_OFFICE;
use crate::state::Shared;

/// What is said when the office has no room left.
const FULL: &str =
    "Ruang berkas kantor ini penuh. Minta kantornya menarik berkas yang tidak perlu, atau kirim berkas ini dengan cara lain.";
/// What is said when the place for files fails.
const AWAY: &str = "Tempat berkas sedang tidak dapat ditulis, jadi berkasnya belum dilampirkan. Coba lagi beberapa saat lagi.";

pub(super) async fn add(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(upload): Extension<UploadedFile>,
    Path((code, named)): Path<(String, String)>,
) -> Result<Response, Unable> {
    let (Ok(id), Some(account)) = (named.parse::<RequestId>(), visitor.account.clone()) else { return Ok(unknown(&visitor)) };
    let case = Case::read(shared.store.as_ref(), &shared.sync.public(), &code, Subject::Request(id)).await?;
    let Some(request) = case.and_then(|case| case.request()).filter(forwarded) else { return Ok(unknown(&visitor)) };
    if let Some(closed) = reading::closed(&shared, &visitor, &request).await? {
        return Ok(closed);
    }
    let again =
        async |told: &str| deed::show::<Forwarded>(&shared, &visitor, (&code, &named), &Form::default(), Some(told)).await;
    if upload.bytes.is_empty() {
        return again("Pilih berkasnya dahulu.").await;
    }
    let digest = Digest::of_object(&upload.bytes);
    let known = shared.store.named_object(&code, digest).await?;
    let attached = request.attachment(&digest.to_string()).is_some();
    // One that was named before its bytes were kept whole, because the server stopped between both, is sent once more.
    let file = if attached && known.is_none_or(|known| known.whole.is_none()) {
        None
    } else {
        // What only goes out with an answer says so; of the rest PPID Utama does not say what the office makes of it.
        let only_released = told(&upload.name, &upload.bytes).is_some_and(|(media_type, kind)| is_no_scan(media_type, kind));
        let purpose = if only_released { AttachmentPurpose::Released } else { AttachmentPurpose::Other };
        let text = digest.to_string();
        let offered = Offered { name: &upload.name, purpose: purpose.code(), digest: &text, bytes: &upload.bytes };
        match offered.check(&request) {
            Ok(file) => Some(file),
            Err(refused) => return again(&refused.to_string()).await,
        }
    };
    let Some(vault) = shared.sync.vault() else { return again(AWAY).await };
    if shared.store.room_used(&code).await?.saturating_add(upload.bytes.len() as u64) > ROOM_OF_OFFICE {
        return again(FULL).await;
    }
    if let Err(fault) = vault.put_whole(&code, &digest, &upload.bytes, shared.sync.roll()?).await {
        tracing::error!(%fault, "the place for files failed");
        return again(AWAY).await;
    }
    if let Some(file) = file {
        match shared.inbox().write(&code, account.id, &InboxAnswer::Attached { request: id, file }).await {
            Ok(()) => {}
            Err(InboxFault::Store(fault)) => return Err(fault.into()),
            Err(fault) => return again(&fault.to_string()).await,
        }
    }
    shared.store.note_whole(&code, digest, Some((shared.clock.millis(), upload.bytes.len() as u64))).await?;
    note(&shared, &visitor, Audited::FileAdded, Some(&code), Some(request.number.text.clone())).await?;
    Ok(Redirect::to(&format!("/kantor/{code}/penerusan/{named}")).into_response())
}
