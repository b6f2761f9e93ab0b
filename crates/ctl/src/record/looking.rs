//! What an officer sees on the morning of 22 December 2026: the first screen, the settings, requests, a form half filled.

use loket_desk::views::{Filled, RequestPage, RequestQuery, SubjectKind, SubjectRef};
use loket_desk::{DeskError, RequestDraft};
use serde_json::json;

use super::counter::RecordedCounter;
use super::office::{VERSION, society};
use super::places::{form, forms};
use crate::account::TaskError;

/// The door, the first screen and the settings.
pub(super) fn office_today(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    counter.at("2026-12-22", "10:42")?;
    super::door::door(counter)?;
    counter.see("today", "busy", json!({}), |desk, now| desk.today_view(now))?;
    for (name, month) in
        [("here", None), ("december", Some("2026-12")), ("january", Some("2027-01")), ("unloaded", Some("2031-03"))]
    {
        counter.see("month", name, json!({"month": month}), |desk, now| desk.month_view(month, now))?;
    }
    counter.see("settings", "enrolled", json!({}), |desk, now| desk.settings(VERSION, now))?;
    super::printing::printing(counter)?;
    form(counter, "change_key", &SubjectRef::new(SubjectKind::Office, ""), "change_key")
}

/// The list under each of its stages, and each request whole.
pub(super) fn requests(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    let page = request_page(counter, "all", None)?;
    for stage in page.stages {
        request_page(counter, &stage.code, Some(&stage.code))?;
    }
    counter.see("find", "everywhere", json!({"words": "bantuan"}), |desk, now| desk.find("bantuan", now))?;
    let names = [
        "handed_over",
        "refused",
        "partly",
        "lapsed",
        "elsewhere",
        "withdrawn",
        "extended",
        "late",
        "eventful",
        "near",
        "granted",
        "processed",
        "registered",
        "in_parts",
        "reopened",
    ];
    for name in names {
        let subject = counter.subject(SubjectKind::Request, name)?;
        let asked = json!({"id": subject.id});
        let view = counter.see("request", name, asked, |desk, now| desk.request(&subject.id, now))?;
        if ["granted", "processed", "registered", "in_parts"].contains(&name) {
            forms(counter, name, &subject, &view.next)?;
        }
    }
    for (name, about) in [("granted", "siap_diambil"), ("granted", "dijawab"), ("processed", "diterima")] {
        let subject = counter.subject(SubjectKind::Request, name)?;
        let asked = json!({"id": subject.id, "about": about});
        counter.see("tidings", &format!("{name}/{about}"), asked, |desk, _| desk.tidings(&subject.id, about))?;
    }
    Ok(())
}

/// A page of the list of requests, as the window asks for it.
pub(super) fn request_page(counter: &mut RecordedCounter, name: &str, stage: Option<&str>) -> Result<RequestPage, TaskError> {
    let query = RequestQuery { stage: stage.map(ToOwned::to_owned), limit: 200, ..RequestQuery::default() };
    counter.see("requests", name, json!({"query": query}), |desk, now| desk.requests(&query, now))
}

/// A form that is empty, half filled, kept, and refused.
pub(super) fn drafts(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    let fresh = counter.see("request_form", "fresh", json!({"kept": null}), |desk, now| desk.request_form(None, now))?;
    preview(counter, "fresh", &fresh.draft)?;
    let half = RequestDraft {
        name: "Rahmad Hidayat Nasution".into(),
        identity_number: "121816".into(),
        information: "Rincian Dana Desa Paya Pasir tahun 2025".into(),
        ..fresh.draft.clone()
    };
    preview(counter, "half", &half)?;
    let id = fresh.id.clone();
    let kept = json!({"id": id, "draft": half});
    counter.see("keep_draft", "kept", kept, |desk, now| desk.keep_draft(&id, &half, now))?;
    counter.see("request_form", "beside", json!({"kept": null}), |desk, now| desk.request_form(None, now))?;
    counter.see("request_form", "kept", json!({"kept": id}), |desk, now| desk.request_form(Some(&id), now))?;
    let (refused, asked) = (half.clone(), json!({"draft": half, "kept": id}));
    counter.ask("register_request", "half", asked, |desk, now| desk.register_kept(refused, &id, now))?;
    let whole = RequestDraft { received_time: "10.05".into(), ..society(&counter.today().to_string()) };
    preview(counter, "whole", &whole)?;
    counter.see("discard_draft", "gone", json!({"id": id}), |desk, _| desk.discard_draft(&id))
}

fn preview(counter: &mut RecordedCounter, name: &str, draft: &RequestDraft) -> Result<(), TaskError> {
    let look = |desk: &mut loket_desk::Desk, now| -> Result<_, DeskError> { desk.preview_request(draft, now) };
    counter.see("preview_request", name, json!({"draft": draft}), look).map(|_| ())
}

/// Forms sent with mistakes: each comes back with what is wrong beside its boxes, and nothing is written.
pub(super) fn mistakes(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    let processed = counter.subject(SubjectKind::Request, "processed")?;
    let granted = counter.subject(SubjectKind::Request, "granted")?;
    let incomplete = counter.subject(SubjectKind::Request, "registered")?;
    let question = SubjectRef::new(SubjectKind::Question, "");
    let missing = ["Salinan pengesahan badan hukum", "Surat kuasa khusus", &"Foto lokasi ".repeat(40)];
    let sent = [
        (&processed, "grant", json!({"means": "", "signed_by": ""})),
        (&processed, "refuse", json!({"basis": "decree"})),
        (&granted, "hand_over", json!({"items": ["Rencana kerja 2026"]})),
        (&incomplete, "find_incomplete", json!({"letter_number": "000.8.3/420/KEC-TBS/2026", "missing": missing})),
        (&question, "ask", json!({"text": "Berapa?"})),
    ];
    for (subject, action, over) in sent {
        let over: Filled = serde_json::from_value(over).unwrap_or_default();
        let form = counter.with(|desk, now| desk.action_form(subject, action, now))?.filled();
        let form: Filled = form.into_iter().chain(over).collect();
        let name = format!("{}/{action}_wrong", super::counter::kind_code(subject.kind)?);
        let asked = json!({"subject": subject, "action": action, "form": form});
        counter.ask("act", &name, asked, |desk, now| desk.act(subject, action, &form, now))?;
    }
    Ok(())
}
