//! Whoever has a receipt: its number and its check code open the request, and nothing else does.
//!
//! A wrong number and a wrong code get the same answer after the same time, and whoever is wrong often waits.

use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use loket_domain::change::{Change, RequestChange};
use loket_journal::{Entry, Payload, Recorded, Subject};
use std::collections::HashMap;
use std::net::IpAddr;
use std::time::Duration;
use tokio::time::{Instant, sleep};

use super::super::kit::answer::Unable;
use super::offices::PublicOffice;
use crate::fault::StoreFault;
use crate::projection::RequestRow;
use crate::state::Shared;

/// Every answer takes a multiple of this: longer than any look takes, so that no time tells what was found.
const STEP: Duration = Duration::from_millis(400);
/// Requests of one number that are looked at: several offices may have written the same.
const MOST: u32 = 50;
/// Longest number and code that are read, in characters.
const LONGEST: usize = 100;

/// A request whose receipt was shown.
pub(super) struct Followed {
    pub(super) office: PublicOffice,
    pub(super) row: RequestRow,
}

impl Followed {
    /// Whether it was filed on the web, and not at a counter.
    pub(super) async fn came_on_the_web(&self, shared: &Shared) -> Result<bool, StoreFault> {
        let book = shared.books.of(shared.store.as_ref(), &shared.sync.public(), &self.office.code).await?;
        Ok(book.entries().iter().any(|entry| entry.subject == self.row.request.0))
    }
}

/// Number and code as they were typed.
#[derive(Default)]
pub(super) struct ShownReceipt {
    pub(super) number: String,
    pub(super) code: String,
}

/// What a number and a code open.
pub(super) enum Looked {
    Found(Box<Followed>),
    Wrong,
    /// Too many were wrong from there; for how many seconds nothing is looked at.
    TooOften(u32),
}

impl ShownReceipt {
    /// What is no form says no number.
    pub(super) fn read(typed: Result<Form<HashMap<String, String>>, FormRejection>) -> Self {
        let Form(typed) = typed.unwrap_or_default();
        Self::of(|name| typed.get(name).map(String::as_str).unwrap_or_default())
    }

    /// From boxes by their names.
    pub(super) fn of<'a>(typed: impl Fn(&str) -> &'a str) -> Self {
        let text = |name: &str| typed(name).trim().chars().take(LONGEST).collect::<String>();
        Self { number: text("nomor"), code: text("kode") }
    }

    /// Looks for the request, unless too many were wrong from there.
    pub(super) async fn look(&self, shared: &Shared, from: IpAddr) -> Result<Looked, StoreFault> {
        let millis = shared.clock.millis();
        if let Some(seconds) = shared.follow_guesses.wait(from, millis) {
            return Ok(Looked::TooOften(seconds));
        }
        match found(shared, &self.number, &self.code).await? {
            Some(followed) => Ok(Looked::Found(Box::new(followed))),
            None => {
                shared.follow_guesses.note(from, millis);
                Ok(Looked::Wrong)
            }
        }
    }
}

/// An answer that nobody keeps, after a time that does not tell what was found.
pub(super) async fn steadily(answering: impl Future<Output = Result<Response, Unable>>) -> Result<Response, Unable> {
    let began = Instant::now();
    let answer = answering.await?;
    let spent = began.elapsed();
    let steps = u32::try_from(spent.as_millis() / STEP.as_millis()).unwrap_or(0) + 1;
    sleep((STEP * steps).saturating_sub(spent)).await;
    Ok(kept_by_nobody(answer))
}

/// What nobody may keep: it is one person's.
pub(super) fn kept_by_nobody(answer: impl IntoResponse) -> Response {
    let mut answer = answer.into_response();
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

/// The letters of a code as they are compared: whatever stands between them, and whatever is taken for another.
fn letters(code: &str) -> String {
    let read = |letter: char| match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    code.chars().filter(char::is_ascii_alphanumeric).map(read).collect()
}

/// Whether these are the same code, in the time of any other.
fn same(one: &str, other: &str) -> bool {
    blake3::hash(letters(one).as_bytes()) == blake3::hash(letters(other).as_bytes())
}

/// The request with this number whose receipt bears this code.
async fn found(shared: &Shared, number: &str, code: &str) -> Result<Option<Followed>, StoreFault> {
    if letters(code).is_empty() {
        return Ok(None);
    }
    for (office, row) in shared.store.numbered(number, MOST).await? {
        let entries = shared.store.story(&office, Subject::Request(row.request)).await?;
        if codes(entries).iter().any(|printed| same(printed, code)) {
            let Some(office) = PublicOffice::read(shared, &office).await? else { return Ok(None) };
            return Ok(Some(Followed { office, row }));
        }
    }
    Ok(None)
}

/// The codes that an applicant may hold: that of the receipt first, and that of what was cut off a numbered form.
pub(super) fn codes(mut entries: Vec<Entry>) -> Vec<String> {
    entries.sort_unstable_by_key(|entry| entry.header.order());
    let registered = entries.iter().find_map(|entry| {
        let recorded = Payload::read(&entry.payload).ok()?.recorded();
        let Recorded::Known(Change::Request(RequestChange::RequestRegistered { form, .. })) = recorded else { return None };
        Some((entry.header.hash().check_code(), form))
    });
    let Some((receipt, form)) = registered else { return vec![] };
    std::iter::once(receipt).chain(form.map(|form| form.check_code)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_same_however_it_is_written() {
        for typed in ["7K3M-9Q0A", "7k3m9qOa", " 7K3M 9Q0A ", "7K3M–9QoA"] {
            assert!(same("7K3M-9Q0A", typed), "{typed}");
        }
        for typed in ["", "7K3M-9Q0B", "7K3M-9Q0", "7K3M-9Q0AA"] {
            assert!(!same("7K3M-9Q0A", typed), "{typed}");
        }
    }
}
