//! Requests: what may happen next, and what may not.

use loket_domain::change::{Change, RequestChange};
use loket_domain::paper::PaperKind;
use loket_domain::problem::{PaperRefused, Refused, RequestRefused};
use loket_domain::request::{Basis, Command, GrantInput, RefusalInput, Request, RequestDraft, Stage, decide};
use uuid::Uuid;

use crate::office::{Day, date, filled_form, grant_letter, number, refusal_letter};

fn fields(refused: Refused) -> Vec<String> {
    match refused {
        Refused::Fields(problems) => problems.into_iter().map(|problem| problem.field).collect(),
        other => panic!("expected field problems, got {other:?}"),
    }
}

/// Field problems of the form after `edit`, on 23 November 2026.
fn problems(edit: impl FnOnce(&mut RequestDraft)) -> Vec<String> {
    let day = Day::at_perbaungan();
    let mut draft = filled_form();
    edit(&mut draft);
    draft.check(&day.on("2026-11-23")).map_or_else(fields, |_| vec![])
}

/// The request after registering `draft` and the `commands`, all on 23 November 2026.
fn story(draft: RequestDraft, commands: Vec<Command>) -> Result<Request, Refused> {
    let day = Day::at_perbaungan();
    let today = day.on("2026-11-23");
    let mut changes = decide(None, Command::Register { draft: Box::new(draft), number: number(7, "2026-11-23") }, &today)?;
    for command in commands {
        let (state, _) = Request::replay(&changes);
        changes.extend(decide(state.as_ref(), command, &today)?);
    }
    let (state, misfits) = Request::replay(&changes);
    assert!(misfits.is_empty(), "what was decided always fits");
    Ok(state.unwrap())
}

fn granted() -> Result<Request, Refused> {
    story(filled_form(), vec![Command::Grant(grant_letter("2026-11-23"))])
}

fn refusal_problems(edit: impl FnOnce(&mut RefusalInput)) -> Vec<String> {
    let mut input = refusal_letter("2026-11-23");
    edit(&mut input);
    story(filled_form(), vec![Command::Refuse(Box::new(input))]).map_or_else(fields, |_| vec![])
}

fn grant_problems(edit: impl FnOnce(&mut GrantInput)) -> Vec<String> {
    let mut input = grant_letter("2026-11-23");
    edit(&mut input);
    story(filled_form(), vec![Command::Grant(input)]).map_or_else(fields, |_| vec![])
}

#[test]
fn a_request_with_complete_papers_is_processed_at_once() {
    let request = story(filled_form(), vec![]).unwrap();
    assert_eq!(request.stage(), Stage::Processed);
    assert_eq!(request.number.text, "007/PPID/KEC-PBG/XI/2026");
    assert_eq!(request.promised.official, Some(date("2026-12-07")));
}

#[test]
fn a_missing_copy_of_the_ktp_is_noted_and_never_turns_a_citizen_away() {
    let mut draft = filled_form();
    draft.documents.clear();
    draft.identity_kind = "not_shown".into();
    draft.identity_number.clear();
    let request = story(draft.clone(), vec![]).unwrap();
    assert_eq!(request.stage(), Stage::Registered);
    assert_eq!(request.missing_documents().len(), 1);
    assert_eq!(
        story(draft.clone(), vec![Command::Grant(grant_letter("2026-11-23"))]).unwrap_err(),
        RequestRefused::NotComplete.into()
    );
    let complete = story(draft, vec![Command::DeclareComplete { on: String::new() }]).unwrap();
    assert_eq!((complete.stage(), complete.missing_documents().len()), (Stage::Processed, 0));
}

#[test]
fn an_identity_is_not_both_handed_in_and_not_shown() {
    let mut draft = filled_form();
    draft.identity_kind = "not_shown".into();
    draft.identity_number.clear();
    draft.documents = vec!["identity".into()];
    match story(draft, vec![]).unwrap_err() {
        Refused::Fields(problems) => {
            assert_eq!(problems.iter().map(|problem| problem.field.as_str()).collect::<Vec<_>>(), ["identity_kind"]);
        }
        other => panic!("expected a box, got {other}"),
    }
}

#[test]
fn each_wrong_box_of_the_form_is_named() {
    type Edit = fn(&mut RequestDraft);
    let table: &[(&str, Edit)] = &[
        ("received_date", |d| d.received_date = "2026-11-24".into()),
        ("received_date", |d| d.received_date = "2009-01-05".into()),
        ("received_date", |d| d.received_date = "kemarin".into()),
        ("received_time", |d| d.received_time = "25.00".into()),
        ("received_time", |d| d.received_time = "16.30".into()),
        ("name", |d| d.name = "   ".into()),
        ("identity_number", |d| d.identity_number = "121801010190000".into()),
        ("identity_number", |d| d.identity_number = "1218O101O190OOO3".into()),
        ("identity_number", |d| {
            d.identity_kind = "sim".into();
            d.identity_number = String::new();
        }),
        ("address", |d| d.address = String::new()),
        ("phone", |d| d.phone = "telepon".into()),
        ("email", |d| d.email = "warga@".into()),
        ("information", |d| d.information = String::new()),
        ("information", |d| d.information = "a".repeat(50_001)),
        ("purpose", |d| d.purpose = String::new()),
        ("access_mode", |d| d.access_mode = String::new()),
        ("copy_format", |d| d.copy_format = String::new()),
        ("representative_name", |d| {
            d.represented = true;
            d.representative_address = "Jalan Contoh 2".into();
        }),
    ];
    for (field, edit) in table {
        assert_eq!(problems(edit), [*field], "{field}");
    }
}

#[test]
fn a_nik_of_fifteen_digits_is_told_how_many_were_typed() {
    let day = Day::at_perbaungan();
    let draft = RequestDraft { identity_number: "121801010190000".into(), ..filled_form() };
    let said = draft.check(&day.on("2026-11-23")).unwrap_err().to_string();
    assert!(said.contains("16 angka; yang diisi 15"), "{said}");
    assert!(!said.contains("121801"), "an error text never repeats a NIK");
}

#[test]
fn names_with_quotes_arabic_or_emoji_and_a_request_of_twenty_thousand_characters_are_kept_as_typed() {
    for name in ["D’Arcy \"Rekaan\" O'Contoh", "محمد رضوان", "Warga 🌾 Rekaan"] {
        let mut draft = filled_form();
        draft.name = name.into();
        draft.information = "é".repeat(20_000);
        let request = story(draft, vec![]).unwrap();
        assert_eq!(request.registration.applicant.name, name);
        assert_eq!(request.registration.information.chars().count(), 20_000);
    }
}

#[test]
fn a_granted_request_is_answered_once_and_for_all() {
    let request = granted().unwrap();
    assert_eq!(request.stage(), Stage::Granted);
    assert!(request.has_paper(PaperKind::WrittenNotice) && !request.has_paper(PaperKind::RefusalDecision));
    let again = vec![Command::Grant(grant_letter("2026-11-23")), Command::Refuse(Box::new(refusal_letter("2026-11-23")))];
    assert_eq!(story(filled_form(), again).unwrap_err(), RequestRefused::AlreadyDecided.into());
}

#[test]
fn a_grant_needs_date_signer_form_and_means_and_its_number_may_follow() {
    assert_eq!(grant_problems(|g| g.letter.letter_number.clear()), Vec::<String>::new());
    assert_eq!(grant_problems(|g| g.letter.letter_number = "9".repeat(61)), ["letter_number"]);
    assert_eq!(grant_problems(|g| g.letter.letter_date = "2026-11-24".into()), ["letter_date"]);
    assert_eq!(grant_problems(|g| g.letter.letter_date = "2026-11-20".into()), ["letter_date"]);
    assert_eq!(
        grant_problems(|g| g.letter.signed_by = Uuid::from_u128(2).to_string()),
        ["signed_by"],
        "Atasan PPID answers objections"
    );
    assert_eq!(grant_problems(|g| g.letter.signed_by = "siapa".into()), ["signed_by"]);
    assert_eq!(grant_problems(|g| g.softcopy = false), ["softcopy"]);
    assert_eq!(grant_problems(|g| g.price_per_sheet = 200), ["sheets"]);
    assert_eq!(grant_problems(|g| g.means.clear()), ["means"]);
}

#[test]
fn a_refusal_is_impossible_without_each_of_its_preconditions() {
    assert_eq!(refusal_problems(|_| {}), Vec::<String>::new());
    assert_eq!(refusal_problems(|r| r.exemption.grounds.clear()), ["grounds"]);
    assert_eq!(refusal_problems(|r| r.exemption.grounds = vec!["j".into()]), ["other_law", "other_article"]);
    assert_eq!(refusal_problems(|r| r.exemption.consequence = " ".into()), ["consequence"]);
    assert_eq!(refusal_problems(|r| r.exemption.basis.clear()), ["basis"]);
    assert_eq!(refusal_problems(|r| r.exemption.decree_number.clear()), ["decree_number"]);
    assert_eq!(refusal_problems(|r| r.exemption.decree_date = "2026-12-01".into()), ["decree_date"]);
    assert_eq!(refusal_problems(|r| r.exemption.decree_date = "1999-01-01".into()), ["decree_date"], "before the Act");
    assert_eq!(refusal_problems(|r| r.exemption.classification.clear()), ["decree_scan"], "typed, and nowhere on record");
    assert_eq!(refusal_problems(|r| r.exemption.grounds = vec!["c".into()]), ["expires"]);
    assert_eq!(refusal_problems(|r| r.exemption.term.clear()), ["term"], "letters g to j: a date, or the article that sets it");
    let dated = |r: &mut RefusalInput| {
        r.exemption.term.clear();
        r.exemption.expires = "2031-12-31".into();
    };
    assert_eq!(refusal_problems(dated), Vec::<String>::new());
    let with_expiry = |expires: &str| {
        refusal_problems(|r| {
            r.exemption.grounds = vec!["a".into()];
            r.exemption.expires = expires.into();
        })
    };
    assert_eq!(with_expiry("2026-11-23"), ["expires"]);
    assert_eq!(with_expiry("2056-11-24"), ["expires"], "law enforcement: thirty years at most");
    assert_eq!(with_expiry("2056-11-23"), Vec::<String>::new());
}

#[test]
fn only_ppid_utama_signs_a_refusal_that_no_classification_covers() {
    let by_test = |r: &mut RefusalInput| {
        r.exemption.basis = "test".into();
        r.exemption.test_date = "2026-11-20".into();
        r.exemption.test_approved_by = "Bupati Rekaan".into();
    };
    assert_eq!(refusal_problems(by_test), ["signed_by"]);
    let mut input = refusal_letter("2026-11-23");
    by_test(&mut input);
    input.letter.signed_by = Uuid::from_u128(3).to_string();
    let request = story(filled_form(), vec![Command::Refuse(Box::new(input))]).unwrap();
    assert_eq!(request.stage(), Stage::Refused);
}

#[test]
fn a_paper_exists_only_after_what_it_tells_of() {
    let none = story(filled_form(), vec![Command::IssuePaper(PaperKind::WrittenNotice)]).unwrap_err();
    assert_eq!(none, PaperRefused::NoSuchPaper.into());
    let twice = vec![Command::IssuePaper(PaperKind::Receipt), Command::IssuePaper(PaperKind::Receipt)];
    assert_eq!(story(filled_form(), twice).unwrap().issued[&PaperKind::Receipt].times, 2);
}

#[test]
fn a_second_decision_from_another_desk_is_kept_aside() {
    let request = granted().unwrap();
    let refusal = refusal_letter("2026-11-23").check(&request, &Day::at_perbaungan().on("2026-11-23")).unwrap();
    assert!(matches!(refusal.exemption.basis, Basis::Classification { .. }));
    assert_eq!(Request::apply(Some(&request), &Change::Request(RequestChange::RequestRefused { refusal })), None);
}
