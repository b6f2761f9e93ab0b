//! Withdrawing a request on the web. It ends the request, so the receipt alone is not enough: whoever withdraws also knows how the
//! applicant's identity number ends.

use axum::extract::rejection::FormRejection;
use axum::extract::{Extension, Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use loket_domain::problem::{Problems, Refused};
use loket_domain::request::{Command, Request, Stage};
use loket_journal::Subject;
use maud::{Markup, html};
use std::sync::Arc;

use super::super::kit::answer::Unable;
use super::ask::takes;
use super::by_receipt::{Followed, ShownReceipt, steadily};
use super::entrance::VisitorAddress;
use super::filed::shown;
use super::follow::{PLACE, opened, told, unread};
use super::frame::public_page;
use super::typed::{STEP_BOX, TypedBoxes, Wrongs, typed_field};
use crate::asking::FilingFault;
use crate::inbox::SubjectHistory;
use crate::settings::PublicDoor;
use crate::state::Shared;

/// Where requests are withdrawn.
const HERE: &str = "/publik/lacak/cabut";
/// How many signs of the identity number are asked for.
const ASKED: usize = 4;
/// Longest reason, in characters.
const LONGEST: u32 = 1_000;

/// The end of an identity number, as it is compared.
fn end(number: &str) -> String {
    let signs: Vec<_> = number.chars().filter(char::is_ascii_alphanumeric).map(|sign| sign.to_ascii_uppercase()).collect();
    signs[signs.len().saturating_sub(ASKED)..].iter().collect()
}

fn form(door: &PublicDoor, followed: &Followed, receipt: &ShownReceipt, typed: &TypedBoxes, wrongs: &Wrongs) -> Markup {
    let main = html! {
        h1 { "Cabut permohonan" }
        p { "Permohonan " strong { (followed.row.number) } " kepada " (followed.office.name) " berakhir dan tidak dijawab. Pencabutan tidak dapat dibatalkan; Anda boleh mengajukan permohonan baru." }
        (wrongs.summary())
        form method="post" action=(HERE) novalidate {
            (shown(&receipt.number, &receipt.code))
            (typed_field("identity", "Empat angka atau huruf terakhir nomor identitas pemohon", typed, wrongs).help("Seperti tertulis di formulirnya, misalnya empat angka terakhir NIK.").longest(10).line("text", "off"))
            (typed_field("reason", "Alasan", typed, wrongs).help("Boleh kosong.").longest(LONGEST).line("text", "off"))
            button.danger name=(STEP_BOX) value="cabut" { "Ya, cabut permohonan" }
        }
        form method="post" action="/publik/lacak" { (shown(&receipt.number, &receipt.code)) button.quieter { "Tidak jadi" } }
    };
    public_page(door, PLACE, "Cabut permohonan", main)
}

/// What is withdrawn with, or what must change first.
fn command(typed: &TypedBoxes, request: &Request) -> Result<Command, Refused> {
    let mut p = Problems::default();
    let known = end(&request.applicant().identity_number);
    // Compared as hashes, in the time of any other.
    let same = blake3::hash(end(typed.get("identity")).as_bytes()) == blake3::hash(known.as_bytes());
    p.when(
        !same || known.is_empty(),
        "identity",
        "Nomor identitas tidak cocok dengan permohonan ini. Periksa lagi, atau cabut langsung di kantor.",
    );
    let reason = p.short("reason", typed.get("reason"), LONGEST as usize);
    let reason = if reason.is_empty() { String::new() } else { format!(" Alasan: {reason}") };
    p.or(Some(Command::Withdraw { reason: format!("Dicabut pemohon lewat laman.{reason}") }))
}

pub(crate) async fn withdraw(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Extension(VisitorAddress(from)): Extension<VisitorAddress>,
    sent: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Result<Response, Unable> {
    let typed = match TypedBoxes::read(sent) {
        Ok(typed) => typed,
        Err(status) => return Ok(unread(&door, status)),
    };
    let receipt = ShownReceipt::of(|name| typed.get(name));
    steadily(async {
        let followed = match opened(&shared, &door, &receipt, from).await? {
            Ok(followed) => followed,
            Err(page) => return Ok(page),
        };
        let (office, id) = (&followed.office.code, followed.row.request);
        let own = shared.sync.public();
        let request = SubjectHistory::read(shared.store.as_ref(), &own, office, Subject::Request(id)).await?.request();
        let again = async |status: StatusCode, said: &str| {
            Ok::<_, Unable>((status, told(&shared, &door, &followed, &receipt, Some(Err(said))).await?).into_response())
        };
        if followed.row.stage == Stage::Withdrawn {
            return Ok(told(&shared, &door, &followed, &receipt, Some(Ok("Permohonan Anda sudah dicabut.")))
                .await?
                .into_response());
        }
        let open = takes(&shared, &door, &followed.office).await? && followed.row.decided_on.is_none();
        let Some(request) = request.filter(|request| open && !request.applicant().identity_number.is_empty()) else {
            return again(StatusCode::CONFLICT, "Permohonan ini tidak dapat dicabut di sini; hubungi kantornya.").await;
        };
        if typed.get(STEP_BOX) != "cabut" {
            return Ok(form(&door, &followed, &receipt, &typed, &Wrongs::default()).into_response());
        }
        let command = match command(&typed, &request) {
            Ok(command) => command,
            Err(Refused::Fields(problems)) => {
                if problems.iter().any(|problem| problem.field == "identity") {
                    shared.follow_guesses.note(from, shared.clock.millis());
                }
                let page = form(&door, &followed, &receipt, &typed, &Wrongs::of(problems));
                return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
            }
            Err(other) => return again(StatusCode::UNPROCESSABLE_ENTITY, &other.to_string()).await,
        };
        match shared.filing().go_on(office, id, &command, usize::MAX).await {
            Ok(()) => {
                // As it stands now.
                match opened(&shared, &door, &receipt, from).await? {
                    Ok(now) => {
                        let page = told(&shared, &door, &now, &receipt, Some(Ok("Permohonan Anda sudah dicabut."))).await?;
                        Ok(page.into_response())
                    }
                    Err(page) => Ok(page),
                }
            }
            Err(FilingFault::Store(fault)) => Err(fault.into()),
            Err(fault) => again(StatusCode::UNPROCESSABLE_ENTITY, &fault.to_string()).await,
        }
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_number_is_the_same_however_it_is_typed() {
        for typed in ["0003", "00 03", "1218-0101-0190-0003", "..0003"] {
            assert_eq!(end(typed), "0003", "{typed}");
        }
        assert_eq!([end(""), end("7"), end("x1234567b")], ["", "7", "567B"]);
    }
}
