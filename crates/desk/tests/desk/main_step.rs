//! Which step stands out: the one that the law asks for next, at every stage of a life.

use loket_desk::views::{ListKind, ListQuery, SubjectKind, SubjectRef};
use loket_desk::{Desk, Moment, RequestDraft};
use serde_json::{Value, json};

use crate::fixture::{form, on, perbaungan, take};
use crate::whole_law::exempt;

fn main_of(desk: &Desk, id: &str, moment: Moment) -> Option<String> {
    let next = desk.request(id, moment).unwrap().next;
    next.into_iter().find(|step| step.main).map(|step| step.action)
}

fn registered(desk: &mut Desk, documents: &[&str]) -> String {
    let documents = documents.iter().map(|code| (*code).to_owned()).collect();
    let draft = RequestDraft { documents, ..form("Warga Rekaan", "Anggaran jalan desa") };
    desk.register_request(draft, on("2026-11-23", 9, 0)).unwrap().row.id
}

/// Takes one step after another, and looks each time at what stands out then.
fn along(desk: &mut Desk, id: &str, story: &[(&str, Value, Option<&str>)]) {
    for (step, over, then) in story {
        take(desk, (SubjectKind::Request, id), step, over.clone(), on("2026-11-24", 10, 0)).unwrap();
        assert_eq!(main_of(desk, id, on("2026-11-24", 11, 0)).as_deref(), *then, "after {step}");
    }
}

#[test]
fn what_is_missing_is_asked_for_and_not_called_complete() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, &[]);
    assert_eq!(main_of(&desk, &id, on("2026-11-23", 10, 0)).as_deref(), Some("find_incomplete"));
    let by_post = json!({"letter_number": "", "received_on": ""});
    let story = [
        ("find_incomplete", by_post, Some("number_letter")),
        ("number_letter", json!({"letter_number": "SK/1"}), Some("note_sent")),
        ("note_sent", json!({"way": "post", "proof": "RR 123 ID"}), Some("note_notice_received")),
        ("note_notice_received", json!({}), Some("note_documents")),
        ("note_documents", json!({"documents": ["identity"]}), Some("grant")),
    ];
    along(&mut desk, &id, &story);
}

#[test]
fn an_answer_is_numbered_sent_paid_for_and_handed_over_in_this_order() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, &["identity"]);
    assert_eq!(main_of(&desk, &id, on("2026-11-23", 10, 0)).as_deref(), Some("grant"));
    let copies = json!({
        "letter_number": "", "hardcopy": true, "sheets": 12, "price_per_sheet": 250, "means": "Diambil langsung di meja layanan"
    });
    let story = [
        ("grant", copies, Some("number_letter")),
        ("number_letter", json!({"letter_number": "PT/1"}), Some("note_sent")),
        ("note_sent", json!({"way": "in_person"}), Some("take_payment")),
        ("take_payment", json!({"number": "KW/1"}), Some("hand_over")),
    ];
    along(&mut desk, &id, &story);
}

#[test]
fn a_refusal_is_sent_and_an_extension_before_the_answer() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, &["identity"]);
    let reasons = json!({"letter_number": "PP/1", "reasons": ["not_held"], "explanation": "Data masih dikumpulkan"});
    along(&mut desk, &id, &[("extend", reasons, Some("note_sent")), ("note_sent", json!({"way": "in_person"}), Some("grant"))]);
    let mut refusal = json!({"letter_number": "SKP/1"});
    let exemption = exempt(&mut desk, &id, on("2026-11-24", 10, 0));
    refusal.as_object_mut().unwrap().extend(exemption.as_object().unwrap().clone());
    along(&mut desk, &id, &[("refuse", refusal, Some("note_sent"))]);
}

#[test]
fn an_objection_is_begun_from_its_list_as_a_step_of_a_request_that_is_found_first() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, &["identity"]);
    let query = ListQuery { list: ListKind::Objections, words: String::new(), filter: None, offset: 0, limit: 1 };
    let moment = on("2026-11-24", 10, 0);
    let next = desk.list(&query, moment).unwrap().next;
    let found: Vec<_> = next.iter().filter(|step| step.taken_on == Some(SubjectKind::Request)).collect();
    assert_eq!(found.iter().map(|step| step.label.as_str()).collect::<Vec<_>>(), ["Catat keberatan"]);
    assert!(desk.action_form(&SubjectRef::new(SubjectKind::Request, &id), &found[0].action, moment).is_ok());
}
