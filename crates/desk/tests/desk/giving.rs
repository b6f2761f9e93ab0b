//! What stands in the catalogue is given on the spot: one form, the three steps of the law, and their three papers.

use loket_desk::views::{SubjectKind, SubjectRef};
use loket_desk::{Desk, DeskError, PrintAs, system_dice};
use serde_json::{Value, json};

use crate::fixture::{PASSWORD, at, form, perbaungan, take, words_of};

fn listed(desk: &mut Desk) -> String {
    let item = json!({
        "summary": "Rencana kerja kecamatan tahun 2026", "category": "berkala", "made": "Januari 2026, Perbaungan",
        "format": "Softcopy", "retention": "5 tahun", "published_on": "2026-05-01"
    });
    take(desk, (SubjectKind::DipItem, ""), "list", item, at(8, 30)).unwrap().subject.unwrap().id
}

fn visitor() -> Value {
    json!({
        "name": "Siti Ginting", "identity_number": "1218 0101 0190 0003", "address": "Dusun II", "phone": "0812-6012-3456",
        "purpose": "Skripsi", "papers_shown": true, "letter_number": "000.8.3/50/2026", "number": "PB/50"
    })
}

fn give(desk: &mut Desk, item: &str, over: Value) -> Result<loket_desk::views::Done, DeskError> {
    let mut filled = visitor();
    filled.as_object_mut().unwrap().extend(over.as_object().unwrap().clone());
    take(desk, (SubjectKind::DipItem, item), "give_now", filled, at(9, 0))
}

#[test]
fn an_item_of_the_catalogue_is_registered_answered_and_handed_over_in_one_form_with_three_papers() {
    let (_dir, _, mut desk, _) = perbaungan();
    let item = listed(&mut desk);
    let done = give(&mut desk, &item, json!({})).unwrap();
    let id = done.subject.unwrap().id;
    let view = desk.request(&id, at(9, 5)).unwrap();
    assert_eq!((view.row.number.as_str(), view.row.stage_label.as_str()), ("007/PPID/KEC-PBG/XI/2026", "Informasi diserahkan"));
    assert_eq!(view.information, "Rencana kerja kecamatan tahun 2026");
    let story: Vec<&str> = view.timeline.iter().map(|item| item.what.as_str()).collect();
    assert_eq!(story[0], "Didaftarkan dengan nomor 007/PPID/KEC-PBG/XI/2026");
    assert_eq!(&story[2..], ["Dikabulkan seluruhnya", "Informasi diserahkan 23 November 2026"]);
    let titles: Vec<&str> = done.papers.iter().map(|paper| paper.title.as_str()).collect();
    assert_eq!(titles.len(), 3);
    for (paper, says) in done.papers.iter().zip(["TANDA BUKTI PENERIMAAN", "PEMBERITAHUAN TERTULIS", "TANDA BUKTI PENYERAHAN"]) {
        let words = words_of(&desk.paper(&paper.paper, at(9, 6)).unwrap().pdf);
        assert!(words.to_uppercase().contains(says), "{says} in {words}");
        desk.paper_issued(&paper.paper, &PrintAs::Next, at(9, 7)).unwrap();
    }
    desk.verify().unwrap();
}

#[test]
fn whatever_is_wrong_in_any_of_the_three_steps_nothing_of_them_is_written() {
    let (_dir, _, mut desk, _) = perbaungan();
    let item = listed(&mut desk);
    let before = desk.written();
    let wrong = [
        (json!({"name": ""}), "name"),
        (json!({"papers_shown": false}), "papers_shown"),
        (json!({"signed_by": ""}), "signed_by"),
        (json!({"number": ""}), "number"),
        (json!({"copy_format": "hardcopy", "sheets": 0}), "sheets"),
    ];
    for (over, field) in wrong {
        let Err(DeskError::Refused(loket_domain::problem::Refused::Fields(problems))) = give(&mut desk, &item, over) else {
            panic!("{field} is refused")
        };
        assert!(problems.iter().any(|problem| problem.field == field), "{field}: {problems:?}");
        assert_eq!(desk.written(), before, "{field}: nothing is written");
    }
    assert_eq!(give(&mut desk, &item, json!({})).unwrap().papers.len(), 3);
    let next = desk.register_request(form("Warga Dua", "Peta"), at(9, 30)).unwrap().row.number;
    assert_eq!(next, "008/PPID/KEC-PBG/XI/2026", "no number was lost");
}

#[test]
fn a_petugas_who_may_not_decide_is_told_who_must_before_anything_is_typed() {
    let (_dir, folder, mut desk, _) = perbaungan();
    let item = listed(&mut desk);
    let opened = json!({
        "login": "loket", "name": "Loket Rekaan", "role": "desk_officer", "password": "sandi rekaan 2",
        "password_again": "sandi rekaan 2", "own_password": PASSWORD, "keeps": ["ppid_unit", "ppid_superior", "admin"]
    });
    take(&mut desk, (SubjectKind::Account, ""), "open", opened, at(8, 40)).unwrap();
    drop(desk);
    let mut desk = folder.unlock("loket", "sandi rekaan 2", at(9, 0), system_dice()).unwrap();
    let subject = SubjectRef::new(SubjectKind::DipItem, &item);
    let step = desk.record(&subject, at(9, 0)).unwrap().next.into_iter().find(|step| step.action == "give_now").unwrap();
    assert!(!step.allowed);
    let reason = step.reason.unwrap();
    assert!(reason.contains("yang berwenang: PPID Pelaksana (Petugas Rekaan)"), "{reason}");
    let typed = loket_desk::RequestDraft { information: "Rencana kerja kecamatan".into(), ..loket_desk::RequestDraft::default() };
    let offered = &desk.preview_request(&typed, at(9, 0)).unwrap().dip[0].give;
    assert_eq!((offered.allowed, offered.reason.as_ref()), (false, Some(&reason)));
    let before = desk.written();
    assert_eq!(give(&mut desk, &item, json!({})).unwrap_err().to_string(), reason);
    assert_eq!(desk.written(), before);
}

#[test]
fn what_costs_something_is_not_given_so_for_it_needs_a_receipt() {
    let (_dir, _, mut desk, _) = perbaungan();
    let item = listed(&mut desk);
    let fees = json!({"decree": "SK 9/2026", "price_per_sheet": 300});
    take(&mut desk, (SubjectKind::Office, ""), "edit_fees", fees, at(8, 50)).unwrap();
    let refused = give(&mut desk, &item, json!({"copy_format": "hardcopy", "sheets": 4})).unwrap_err();
    assert!(refused.to_string().contains("kuitansi"), "{refused}");
    let seen = json!({"access_mode": "view", "copy_format": ""});
    assert_eq!(give(&mut desk, &item, seen).unwrap().papers.len(), 3, "to look at it costs nothing");
}

#[test]
fn a_form_that_was_begun_at_the_counter_goes_on_as_one_given_on_the_spot() {
    let (_dir, _, mut desk, _) = perbaungan();
    let item = SubjectRef::new(SubjectKind::DipItem, listed(&mut desk));
    let begun: loket_desk::views::Filled =
        serde_json::from_value(serde_json::to_value(form("Siti Ginting", "Rencana kerja")).unwrap()).unwrap();
    desk.keep_step(&item, "give_now", begun, at(9, 0)).unwrap();
    let kept = desk.action_form(&item, "give_now", at(9, 1)).unwrap().kept.unwrap().typed;
    let text = |name: &str| serde_json::to_value(&kept[name]).unwrap();
    assert_eq!(text("name"), "Siti Ginting");
    assert_eq!(text("address"), "Jalan Contoh 1");
    assert!(!kept.contains_key("documents"), "what the form does not ask is not kept in it");
}
