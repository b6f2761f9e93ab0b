//! What is offered opens, and what is not offered says the same sentence when it is asked for all the same.

use loket_desk::views::{SubjectKind, SubjectRef};
use loket_desk::{Desk, RequestDraft};
use serde_json::json;
use std::collections::BTreeSet;

use crate::fixture::{form, grant, on, perbaungan, take};

/// Looks at every button of a request's page; the steps it saw open.
fn look(desk: &Desk, id: &str, date: &str) -> BTreeSet<String> {
    let moment = on(date, 11, 0);
    let subject = SubjectRef::new(SubjectKind::Request, id);
    let next = desk.request(id, moment).unwrap().next;
    assert_eq!(next.iter().map(|step| &step.action).collect::<BTreeSet<_>>().len(), next.len(), "each step once");
    assert!(next.iter().filter(|step| step.main).count() <= 1, "one step stands out at most");
    let mut opened = BTreeSet::new();
    for step in next.iter().filter(|step| step.form) {
        match desk.action_form(&subject, &step.action, moment) {
            Ok(_) => {
                assert!(step.allowed, "{} opens though it is not offered", step.action);
                opened.insert(step.action.clone());
            }
            Err(refused) => {
                assert!(!step.allowed, "{} is offered and does not open: {refused}", step.action);
                assert_eq!(step.reason.as_deref(), Some(refused.to_string().as_str()), "{} says one thing", step.action);
            }
        }
    }
    opened
}

#[test]
fn at_every_stage_of_a_request_what_is_offered_opens_and_nothing_else() {
    let (_dir, _, mut desk, _) = perbaungan();
    let draft = RequestDraft { documents: vec![], ..form("Warga Satu", "Daftar penerima bantuan tahun 2026") };
    let id = desk.register_request(draft, on("2026-11-23", 10, 5)).unwrap().row.id;
    let mut seen = look(&desk, &id, "2026-11-23");
    let reasons = json!({"letter_number": "PP/1", "reasons": ["not_held"], "explanation": "Data masih dikumpulkan"});
    let story = [
        ("find_incomplete", "2026-11-23", json!({"letter_number": "SK/1"})),
        ("declare_complete", "2026-11-24", json!({})),
        ("forward", "2026-11-25", json!({"number": "PN/1", "note": "Mohon data penerima bantuan"})),
        ("note_forward_answer", "2026-12-01", json!({"number": "19/UTAMA", "note": "Data terlampir"})),
        ("extend", "2026-12-07", reasons),
        ("grant", "2026-12-14", grant()),
        ("take_payment", "2026-12-15", json!({"number": "KW/1"})),
        ("hand_over", "2026-12-15", json!({"number": "PB/1", "items": ["Daftar penerima; hardcopy; 12"]})),
    ];
    for (action, date, over) in story {
        take(&mut desk, (SubjectKind::Request, &id), action, over, on(date, 10, 0))
            .unwrap_or_else(|error| panic!("{action}: {error}"));
        seen.extend(look(&desk, &id, date));
    }
    let lapsed = RequestDraft { documents: vec![], ..form("Warga Dua", "Salinan keputusan camat") };
    let lapsed = desk.register_request(lapsed, on("2026-12-16", 12, 0)).unwrap().row.id;
    take(
        &mut desk,
        (SubjectKind::Request, &lapsed),
        "find_incomplete",
        json!({"letter_number": "SK/2"}),
        on("2026-12-16", 13, 0),
    )
    .unwrap();
    seen.extend(look(&desk, &lapsed, "2026-12-28"));
    let all = [
        "answer_unavailable",
        "ask",
        "correct",
        "extend",
        "find_incomplete",
        "forward",
        "grant",
        "grant_partly",
        "hand_over",
        "lapse",
        "note_forward_answer",
        "note_received",
        "object",
        "refuse",
        "take_payment",
        "test",
        "withdraw",
    ];
    assert_eq!(seen, all.map(str::to_owned).into(), "every step was open once");
}
