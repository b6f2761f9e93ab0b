//! Files of a request: which there are, for everyone who may watch; what they are called and say, only for those who read the
//! case, on record.

use axum::extract::{Extension, Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use loket_domain::attachment::{Attached, Attachment};
use loket_domain::ids::RequestId;
use loket_domain::indonesian::{bytes, date};
use loket_domain::request::Request;
use loket_journal::{Digest, Subject};
use maud::{Markup, html};
use std::collections::HashSet;
use std::fmt::Write;
use std::sync::Arc;

use super::kit::answer::{Unable, note, unable, unknown};
use super::kit::notice;
use super::reading;
use crate::access::Visitor;
use crate::accounts::Audited;
use crate::fault::StoreFault;
use crate::inbox::{SubjectHistory, forwarded};
use crate::objects::ObjectFault;
use crate::state::Shared;

/// The files of a request; `names` for those who may read the case: each file then is a link to its bytes.
pub(super) async fn list(
    shared: &Shared,
    code: &str,
    id: RequestId,
    request: &Request,
    names: bool,
) -> Result<Markup, StoreFault> {
    if request.attached().next().is_none() {
        return Ok(html! {});
    }
    let named = shared.store.named(code).await?;
    let here: HashSet<Digest> = named.into_iter().filter(|named| named.whole.is_some()).map(|named| named.digest).collect();
    let is_here = |file: &Attachment| file.digest.parse().is_ok_and(|digest| here.contains(&digest));
    let details =
        |Attached { file, on, .. }: &Attached| format!("{}, {}, dilampirkan {}", file.label(), bytes(file.size), date(*on));
    Ok(html! {
        h2 { "Berkas" }
        ul.story {
            @for attached in request.attached() {
                @let file = &attached.file;
                li {
                    @if names && is_here(file) {
                        a href={ "/kantor/" (code) "/penerusan/" (id) "/berkas/" (file.digest) } { (file.name) } " · "
                    } @else if names {
                        (file.name) " · "
                    }
                    (file.purpose.label())
                    br;
                    span.quiet { (details(attached)) @if !is_here(file) { " · belum dikirim meja" } }
                }
            }
        }
    })
}

/// The bytes of a file of a request that was forwarded to PPID Utama. It is saved, never shown by the browser here.
pub(super) async fn open(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path((code, id, digest)): Path<(String, String, String)>,
) -> Result<Response, Unable> {
    let Ok(id) = id.parse::<RequestId>() else { return Ok(unknown(&visitor)) };
    let told = SubjectHistory::read(shared.store.as_ref(), &shared.sync.public(), &code, Subject::Request(id)).await?;
    let request = told.request().filter(forwarded);
    let file = request.as_ref().and_then(|request| request.attachment(&digest));
    let (Some(request), Some(file), Some(vault)) = (&request, file, shared.sync.vault()) else { return Ok(unknown(&visitor)) };
    if let Some(closed) = reading::closed(&shared, &visitor, request).await? {
        return Ok(closed);
    }
    let Ok(digest) = digest.parse::<Digest>() else { return Ok(unknown(&visitor)) };
    let named = shared.store.named_object(&code, digest).await?.filter(|named| named.whole.is_some());
    let Some(named) = named else {
        return Ok((StatusCode::NOT_FOUND, notice::file_away(&visitor)).into_response());
    };
    let bytes = match vault.part(&code, &digest, named.size, 0, named.size).await {
        Ok(bytes) => bytes,
        Err(fault @ ObjectFault::Place(_)) => {
            tracing::error!(%fault, "the place for files failed");
            return Ok(unable());
        }
        Err(fault) => {
            tracing::error!(office = code, %fault, "a file was lost");
            shared.store.note_whole(&code, digest, None).await?;
            return Ok((StatusCode::NOT_FOUND, notice::file_away(&visitor)).into_response());
        }
    };
    note(&shared, &visitor, Audited::FileRead, Some(&code), Some(request.number.text.clone())).await?;
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.content_type()));
    if let Ok(named) = HeaderValue::try_from(disposition(&file.name)) {
        headers.insert(header::CONTENT_DISPOSITION, named);
    }
    Ok(response)
}

/// Tells the browser to save, under this name (RFC 6266).
fn disposition(name: &str) -> String {
    let mut line = "attachment; filename*=UTF-8''".to_owned();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            line.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(line, "%{byte:02X}");
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_say_more_than_a_name() {
        assert_eq!(disposition("ktp 1.pdf"), "attachment; filename*=UTF-8''ktp%201.pdf");
        assert_eq!(disposition("a\";\r\nx: ü.pdf"), "attachment; filename*=UTF-8''a%22%3B%0D%0Ax%3A%20%C3%BC.pdf");
    }
}
