//! The receipt of what was filed on the web: the paper that the counter prints.

use axum::extract::rejection::FormRejection;
use axum::extract::{Extension, Form, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use loket_domain::objection::Objection;
use loket_domain::office::Office;
use loket_domain::request::Request;
use loket_journal::{Matter, Subject};
use loket_letters::{AnswerDue, CompletenessDue, Letterhead, ObjectionForm, Paper, PaperMark, Press, Receipt, check_emblem};
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

use super::super::kit::answer::Unable;
use super::by_receipt::{Followed, ShownReceipt, codes, steadily};
use super::entrance::VisitorAddress;
use super::follow::{not_found, opened};
use super::typed::TypedBoxes;
use crate::fault::StoreFault;
use crate::inbox::Case;
use crate::settings::PublicDoor;
use crate::state::Shared;

/// Who gives a receipt where no officer does.
const GIVEN_BY: &str = "PPID Utama";

/// What stands for an address that only the office prints.
const AT_THE_OFFICE: &str = "tercatat di kantor";

/// The receipt as a PDF, for whoever has its number and its code.
pub(crate) async fn download(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Extension(VisitorAddress(from)): Extension<VisitorAddress>,
    sent: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Result<Response, Unable> {
    let typed = TypedBoxes::read(sent).unwrap_or_default();
    let shown = ShownReceipt::of(|name| typed.get(name));
    steadily(async {
        let followed = match opened(&shared, &door, &shown, from).await? {
            Ok(followed) => followed,
            Err(page) => return Ok(page),
        };
        let objection = typed.get("keberatan");
        let printed = if objection.is_empty() {
            of_request(&shared, &followed).await?
        } else {
            of_objection(&shared, &followed, objection).await?
        };
        Ok(printed.map_or_else(|| not_found(&door, &shown.number), |(name, pdf)| saved(&name, pdf)))
    })
    .await
}

/// A file that the browser saves under this name.
fn saved(name: &str, pdf: Vec<u8>) -> Response {
    let plain = |sign: char| if sign.is_ascii_alphanumeric() || " .-".contains(sign) { sign } else { '-' };
    let name: String = name.chars().map(plain).collect();
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.pdf\"")),
    ];
    (headers, pdf).into_response()
}

/// A paper under its name.
type Printed = (String, Vec<u8>);

/// The receipt of a request that was filed on the web; none of one that got its receipt at a counter.
async fn of_request(shared: &Shared, followed: &Followed) -> Result<Option<Printed>, StoreFault> {
    if !followed.came_on_the_web(shared).await? {
        return Ok(None);
    }
    let (office, subject) = (&followed.office.code, Subject::Request(followed.row.request));
    let Some(case) = Case::read(shared.store.as_ref(), &shared.sync.public(), office, subject).await? else { return Ok(None) };
    // The paper of that day: what was corrected since stands on what the office prints.
    let Some(request) = Request::replay(case.told.changes().take(1)).0 else { return Ok(None) };
    let Some(code) = codes(shared.store.story(office, subject).await?).into_iter().next() else { return Ok(None) };
    let name = format!("Tanda Bukti {}", request.number.text);
    let paper = Box::new(receipt(&case.office, request, code));
    Ok(Some((name, print(shared, paper, &case.office).await?)))
}

/// The form of an objection to how the request was handled, where that was filed on the web.
async fn of_objection(shared: &Shared, followed: &Followed, id: &str) -> Result<Option<Printed>, StoreFault> {
    let (office, own) = (&followed.office.code, shared.sync.public());
    let book = shared.books.of(shared.store.as_ref(), &own, office).await?;
    let known = id.parse::<Uuid>().ok().filter(|id| book.entries().iter().any(|entry| entry.subject == *id));
    let Some(subject) = known.map(|id| Subject::matter(Matter::Objection, id)) else { return Ok(None) };
    let Some(case) = Case::read(shared.store.as_ref(), &own, office, subject).await? else { return Ok(None) };
    let objection = Objection::replay(case.told.changes().take(1)).0;
    let objection = objection.filter(|objection| objection.form.request == Some(followed.row.request));
    let mut entries = shared.store.story(office, subject).await?;
    entries.sort_unstable_by_key(|entry| entry.header.order());
    let (Some(objection), Some(entry)) = (objection, entries.first()) else { return Ok(None) };
    let name = format!("Formulir Keberatan {}", objection.number.text);
    let mut form = objection.form;
    // Of a request that came at a counter, the code alone opens nobody's address: whoever filled the form in knows it.
    if !followed.came_on_the_web(shared).await? {
        form.applicant.address = AT_THE_OFFICE.to_owned();
        (form.applicant.occupation, form.applicant.phone, form.applicant.email) = (None, None, None);
    }
    let paper = ObjectionForm {
        objection_no: objection.number.text,
        check_code: entry.header.hash().check_code(),
        form,
        due: objection.due,
        place: case.office.profile.place.clone(),
        on: objection.registered_on,
        officer: GIVEN_BY.to_owned(),
        mark: PaperMark::Original,
    };
    Ok(Some((name, print(shared, Box::new(paper), &case.office).await?)))
}

/// Prints a paper under the office's letterhead.
async fn print(shared: &Shared, paper: Box<dyn Paper + Send>, office: &Office) -> Result<Vec<u8>, StoreFault> {
    let (head, size) = (letterhead(office), office.profile.paper);
    let press = Arc::clone(&shared.press);
    let printing = move || press.get_or_init(Press::new).print(paper.as_ref(), &head, size);
    let pdf = tokio::task::spawn_blocking(printing).await.map_err(StoreFault::stopped)?;
    pdf.map_err(StoreFault::damaged("surat tanda bukti"))
}

fn receipt(office: &Office, request: Request, check_code: String) -> Receipt {
    let profile = &office.profile;
    Receipt {
        registration_no: request.number.text,
        check_code,
        brought: BTreeMap::new(),
        completeness_due: CompletenessDue::of(request.promised, false),
        answer_due: AnswerDue::of(request.promised, false, profile.clock_start),
        zone: profile.zone(),
        on: request.registered_on,
        place: profile.place.clone(),
        officer: GIVEN_BY.to_owned(),
        contact: profile.contact_line(),
        mark: PaperMark::Original,
        version: None,
        form: None,
        registration: request.registration,
    }
}

fn letterhead(office: &Office) -> Letterhead {
    let profile = &office.profile;
    Letterhead {
        // One that no paper can bear is left out: the receipt must not wait for it.
        emblem: profile
            .emblem
            .as_ref()
            .and_then(|emblem| STANDARD.decode(emblem).ok())
            .filter(|emblem| check_emblem(emblem).is_ok()),
        government: profile.letterhead_government.clone(),
        office: profile.letterhead_office.clone(),
        contact_lines: profile.letterhead_lines.clone(),
    }
}
