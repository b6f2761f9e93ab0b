//! Clocks that run into a year whose calendar is not loaded: said first of all, and never shown as calm.

use loket_desk::views::{ListKind, ListQuery, SubjectKind, SubjectRef, Tone};
use loket_desk::{Desk, Moment, RequestDraft};
use serde_json::json;

use crate::fixture::{form, grant, on, perbaungan, take};

const REQUEST: SubjectKind = SubjectKind::Request;
const OBJECTION: SubjectKind = SubjectKind::Objection;

fn day(date: &str) -> Moment {
    on(date, 10, 0)
}

fn uncounted(desk: &Desk, date: &str) -> Vec<String> {
    let groups = desk.today_view(day(date)).unwrap().groups;
    assert!(groups[0].code == "uncounted" || groups.iter().all(|group| group.code != "uncounted"), "it is said first of all");
    groups.into_iter().filter(|group| group.code == "uncounted").flat_map(|group| group.items).map(|item| item.title).collect()
}

fn listed(desk: &Desk, date: &str) -> (Tone, Vec<String>) {
    let query = ListQuery { list: ListKind::Objections, words: String::new(), filter: None, offset: 0, limit: 10 };
    let row = desk.list(&query, day(date)).unwrap().rows.remove(0);
    (row.tone, row.cells)
}

#[test]
fn an_objection_whose_term_runs_into_a_year_without_calendar_is_said_everywhere() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = desk.register_request(form("Warga Satu", "Data A"), day("2027-11-24")).unwrap().row.id;
    take(&mut desk, (REQUEST, &id), "grant", grant(), day("2027-11-25")).unwrap();
    take(&mut desk, (REQUEST, &id), "note_received", json!({}), day("2027-11-25")).unwrap();
    let grounds = json!({"grounds": ["d"], "case_position": "Jawaban tidak sesuai"});
    let objection = take(&mut desk, (REQUEST, &id), "object", grounds, day("2027-12-20")).unwrap().subject.unwrap().id;

    let (tone, cells) = listed(&desk, "2027-12-21");
    assert_eq!((tone, cells.last().map(String::as_str)), (Tone::Near, Some("kalender belum dimuat")), "{cells:?}");
    assert!(uncounted(&desk, "2027-12-21").contains(&cells[0]));
    let page = desk.record(&SubjectRef::new(OBJECTION, &objection), day("2027-12-21")).unwrap();
    assert!(page.warning.unwrap().contains("Kalender 2028 belum dimuat"));

    let mut step = |action: &str, date: &str, over: serde_json::Value| {
        take(&mut desk, (OBJECTION, &objection), action, over, day(date)).unwrap_or_else(|error| panic!("{action}: {error}"))
    };
    step("answer", "2027-12-22", json!({"letter_number": "TK/1", "verdict": "upheld", "considerations": "Sudah sesuai"}));
    step("note_received", "2027-12-22", json!({"reaction": "Tidak puas"}));
    assert_eq!(uncounted(&desk, "2027-12-22"), Vec::<String>::new(), "nobody of ours waits");
}

#[test]
fn a_promise_that_runs_into_a_year_without_calendar_warns_on_the_page_of_its_request() {
    let (_dir, _, mut desk, _) = perbaungan();
    let draft = RequestDraft { received_date: "2027-12-20".into(), ..form("Warga Satu", "Data A") };
    let id = desk.register_request(draft, day("2027-12-20")).unwrap().row.id;
    let mut promised = grant();
    promised["ready_in_days"] = json!(20);
    take(&mut desk, (REQUEST, &id), "grant", promised, day("2027-12-21")).unwrap();
    let page = desk.request(&id, day("2027-12-22")).unwrap();
    assert!(page.deadlines.warning.unwrap().contains("Kalender 2028 belum dimuat"));
    assert_eq!(uncounted(&desk, "2027-12-22"), [page.row.number]);
}
