//! Papers that an applicant sends after the request: sealed and sent to the desks like any attached file.

use axum::extract::{Extension, Multipart, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use loket_domain::attachment::{Attachment, Offered};
use loket_domain::request::Command;
use loket_journal::{Digest, Subject};
use std::sync::Arc;

use super::super::kit::answer::Unable;
use super::ask::takes;
use super::by_receipt::{Followed, ShownReceipt, steadily};
use super::entrance::VisitorAddress;
use super::follow::{not_found, opened, told};
use super::paper_form::{LARGEST_PAPER, MOST_PAPERS, PURPOSES, sent, takes_papers};
use crate::asking::FilingFault;
use crate::fault::StoreFault;
use crate::inbox::SubjectHistory;
use crate::objects::ROOM_OF_OFFICE;
use crate::settings::PublicDoor;
use crate::state::Shared;

/// A paper as it came.
struct CamePaper {
    name: String,
    purpose: String,
    bytes: axum::body::Bytes,
}

/// What came before the file: what opens the request, and what the file is.
#[derive(Default)]
struct Before {
    number: String,
    code: String,
    purpose: String,
}

/// Longest text of a box that is read, in bytes.
const LONGEST: usize = 400;

const AWAY: &str = "Berkas belum dapat disimpan. Coba lagi beberapa saat lagi, atau bawa ke kantor.";

/// Takes one paper in. Nothing of a file is read before the receipt was shown.
pub(crate) async fn add(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Extension(VisitorAddress(from)): Extension<VisitorAddress>,
    multipart: Result<Multipart, axum::extract::multipart::MultipartRejection>,
) -> Result<Response, Unable> {
    steadily(async {
        let Ok(mut boxes) = multipart else { return Ok(not_found(&door, "")) };
        let mut before = Before::default();
        let file = loop {
            match boxes.next_field().await {
                Ok(Some(part)) if part.file_name().is_some() => break Some(part),
                Ok(Some(part)) => {
                    let name = part.name().unwrap_or_default().to_owned();
                    let Ok(text) = part.text().await else { break None };
                    let text = if text.len() > LONGEST { String::new() } else { text };
                    match name.as_str() {
                        "nomor" => before.number = text,
                        "kode" => before.code = text,
                        "purpose" => before.purpose = text,
                        _ => {}
                    }
                }
                Ok(None) | Err(_) => break None,
            }
        };
        let receipt = ShownReceipt::of(|name| match name {
            "nomor" => &before.number,
            "kode" => &before.code,
            _ => "",
        });
        let followed = match opened(&shared, &door, &receipt, from).await? {
            Ok(followed) => followed,
            Err(page) => return Ok(page),
        };
        let said = match file {
            None => Err("Pilih berkasnya dahulu.".to_owned()),
            Some(part) => {
                let name = part.file_name().unwrap_or_default().to_owned();
                match part.bytes().await {
                    Ok(bytes) if bytes.len() <= LARGEST_PAPER => {
                        keep(&shared, &door, &followed, CamePaper { name, purpose: before.purpose, bytes }).await?
                    }
                    Ok(_) | Err(_) => {
                        Err("Berkas ini lebih besar dari 5 MB atau putus di jalan. Foto lagi dengan ukuran lebih kecil."
                            .to_owned())
                    }
                }
            }
        };
        let (status, said) = match &said {
            Ok(said) => (StatusCode::OK, Ok(*said)),
            Err(said) => (StatusCode::UNPROCESSABLE_ENTITY, Err(said.as_str())),
        };
        Ok((status, told(&shared, &door, &followed, &receipt, Some(said)).await?).into_response())
    })
    .await
}

/// Keeps a paper: what is said then, or why not.
async fn keep(
    shared: &Shared,
    door: &PublicDoor,
    followed: &Followed,
    paper: CamePaper,
) -> Result<Result<&'static str, String>, StoreFault> {
    let (office, id) = (&followed.office.code, followed.row.request);
    if !takes(shared, door, &followed.office).await? || !takes_papers(followed.row.stage) {
        return Ok(Err("Berkas permohonan ini tidak lagi diterima lewat laman; hubungi kantornya.".to_owned()));
    }
    let history = SubjectHistory::read(shared.store.as_ref(), &shared.sync.public(), office, Subject::Request(id)).await?;
    let Some(request) = history.request() else { return Ok(Err(AWAY.to_owned())) };
    let digest = Digest::of_object(&paper.bytes);
    let text = digest.to_string();
    let here = shared.store.named_object(office, digest).await?.is_some_and(|known| known.whole.is_some());
    let attached = request.attachment(&text).is_some();
    if attached && here {
        return Ok(Ok("Berkas ini sudah diterima."));
    }
    if !attached && sent(&history, &request).len() >= MOST_PAPERS {
        return Ok(Err("Berkas lewat laman sudah cukup banyak; bawa yang lain ke kantor.".to_owned()));
    }
    let purpose = PURPOSES.iter().find(|purpose| purpose.code() == paper.purpose).unwrap_or(&PURPOSES[0]);
    let file: Option<Attachment> = if attached {
        None
    } else {
        let offered = Offered { name: &paper.name, purpose: purpose.code(), digest: &text, bytes: &paper.bytes };
        match offered.check(&request) {
            Ok(file) => Some(file),
            Err(refused) => return Ok(Err(refused.to_string())),
        }
    };
    let room = shared.store.room_used(office).await?.saturating_add(paper.bytes.len() as u64);
    let Some(vault) = shared.sync.vault().filter(|_| room <= ROOM_OF_OFFICE) else { return Ok(Err(AWAY.to_owned())) };
    if let Err(fault) = vault.put_whole(office, &digest, &paper.bytes, shared.sync.roll()?).await {
        tracing::error!(%fault, "the place for files failed");
        return Ok(Err(AWAY.to_owned()));
    }
    // Counted again where it is written: others may send at the same moment.
    let room_for = request.attached().count() + MOST_PAPERS.saturating_sub(sent(&history, &request).len());
    if let Some(file) = file {
        match shared.filing().go_on(office, id, &Command::Attach(file), room_for).await {
            Ok(()) => {}
            Err(FilingFault::Store(fault)) => return Err(fault),
            Err(fault) => return Ok(Err(fault.to_string())),
        }
    }
    shared.store.note_whole(office, digest, Some((shared.clock.millis(), paper.bytes.len() as u64))).await?;
    Ok(Ok("Berkas diterima. Kantor melihatnya pada sinkron berikutnya."))
}
