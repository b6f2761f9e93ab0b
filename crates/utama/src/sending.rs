//! A form that is sent twice counts once: the second sending gets the answer of the first.
//!
//! A double click ends the first request and sends a second; a page loaded again sends its form again. So what a form asks is done by
//! a task that no browser can end, and its answer is kept for a while. Only answers of what was done are kept: what was refused may
//! be sent again. Kept by each server process for itself.

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use loket_journal::Digest;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// How long the answer of a form is kept, in milliseconds: ten minutes.
const KEPT: u64 = 10 * 60 * 1000;
/// How many are kept at most.
const MOST: usize = 1_000;
/// Larger than any page that follows a form, in bytes.
const LARGEST: usize = 4 << 20;

/// What names one sending of one form: the same form sent again is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct FormSending(Digest);

impl FormSending {
    /// The sending of these parts: the browser's cookie, the address, and every box.
    pub(crate) fn of<'a>(parts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut hasher = blake3::Hasher::new_derive_key("loket-ppid utama one sending of a form v1");
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
        }
        Self(Digest(*hasher.finalize().as_bytes()))
    }
}

/// The answers of late.
#[derive(Default)]
pub(crate) struct Answers(Mutex<HashMap<FormSending, (u64, AnswerSlot)>>);

type AnswerSlot = Arc<tokio::sync::Mutex<Option<KeptAnswer>>>;

struct KeptAnswer {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl KeptAnswer {
    fn again(&self) -> Response {
        let mut response = Response::new(Body::from(self.body.clone()));
        *response.status_mut() = self.status;
        response.headers_mut().clone_from(&self.headers);
        response
    }
}

impl Answers {
    fn slot(&self, sending: FormSending, now: u64) -> AnswerSlot {
        let mut answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if answers.len() >= MOST {
            answers.retain(|_, (at, _)| at.saturating_add(KEPT) > now);
        }
        if answers.len() >= MOST {
            answers.clear();
        }
        let (at, slot) = answers.entry(sending).or_insert_with(|| (now, AnswerSlot::default()));
        if at.saturating_add(KEPT) <= now {
            (*at, *slot) = (now, AnswerSlot::default());
        }
        Arc::clone(slot)
    }

    /// The answer of this sending: `done` is asked for it the first time, and goes on also when nobody waits any more. None when
    /// the task broke off.
    pub(crate) async fn of<F>(&self, sending: FormSending, now: u64, done: F) -> Option<Response>
    where
        F: Future<Output = Response> + Send + 'static,
    {
        let slot = self.slot(sending, now);
        let doing = tokio::spawn(async move {
            let mut kept = slot.lock().await;
            if let Some(answer) = &*kept {
                return Some(answer.again());
            }
            let (head, body) = done.await.into_parts();
            let body = to_bytes(body, LARGEST).await.ok()?;
            let answer = KeptAnswer { status: head.status, headers: head.headers, body };
            let response = answer.again();
            if answer.status.is_success() || answer.status.is_redirection() {
                *kept = Some(answer);
            }
            Some(response)
        });
        doing.await.ok().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    #[tokio::test]
    async fn what_is_sent_twice_is_done_once_and_what_was_refused_may_be_sent_again() {
        let (answers, done) = (Answers::default(), Arc::new(AtomicU32::new(0)));
        let ask = |note: &str, status: u16, now| {
            let done = Arc::clone(&done);
            let doing = async move {
                done.fetch_add(1, Ordering::Relaxed);
                let mut response = Response::new(Body::from("isi"));
                *response.status_mut() = StatusCode::from_u16(status).unwrap_or_default();
                response
            };
            answers.of(FormSending::of(["cookie", "/p", note]), now, doing)
        };
        let (one, two) = tokio::join!(ask("a", 303, 0), ask("a", 303, 0));
        assert_eq!([one, two].map(|answer| answer.map(|answer| answer.status().as_u16())), [Some(303); 2]);
        assert_eq!(done.load(Ordering::Relaxed), 1);
        ask("b", 422, 0).await;
        ask("b", 422, 0).await;
        assert_eq!(done.load(Ordering::Relaxed), 3, "a refusal is not kept");
        ask("a", 303, KEPT).await;
        assert_eq!(done.load(Ordering::Relaxed), 4, "nor anything for ever");
    }

    #[test]
    fn a_changed_form_is_another_sending() {
        assert_eq!(FormSending::of(["a", "b"]), FormSending::of(["a", "b"]));
        assert_ne!(FormSending::of(["a", "b"]), FormSending::of(["ab"]));
    }
}
