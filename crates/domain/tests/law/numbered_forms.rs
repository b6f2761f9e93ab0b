//! Numbers on empty forms: never given twice, used once, and always accounted for.

use loket_domain::change::{Change, OfficeChange, RequestChange};
use loket_domain::numbering::{DeskCode, NumberPattern, NumberSeries, SeriesStart, VoidedNumbers};
use loket_domain::office::{Office, OfficeDesk, OfficeRefused, ReservedNumber, reserved_count};
use loket_domain::problem::{Problems, Refused};
use loket_domain::request::{Command, Request, decide};
use proptest::prelude::*;
use std::collections::BTreeSet;

use crate::office::{Day, date, filled_form, perbaungan};

fn desk(code: &str) -> DeskCode {
    DeskCode::check(&mut Problems::default(), "desk", code)
}

fn office() -> Office {
    let opened = |office: Office, code: &str| {
        let pattern = NumberPattern::check(&mut Problems::default(), "p", "{nomor}/PPID.{meja}/{bulan}/{tahun}", &desk(code));
        let desk =
            OfficeDesk { code: desk(code), pattern, start: SeriesStart { year: 2026, first: 7 }, opened_on: date("2026-11-01") };
        told(&office, OfficeChange::DeskOpened { desk }).unwrap()
    };
    ["A", "B"].into_iter().fold(perbaungan(), opened)
}

fn told(office: &Office, change: OfficeChange) -> Option<Office> {
    Office::apply(Some(office.clone()), &Change::Office(change))
}

/// The office after numbers were reserved for a desk, from this serial on.
fn reserving(office: Office, code: &str, next: u32, count: u32) -> Office {
    let reserved = office.reserve(&desk(code), next, count, date("2026-11-23")).unwrap();
    reserved.into_iter().fold(office, |office, reserved| told(&office, OfficeChange::NumberReserved { reserved }).unwrap())
}

fn voiding(office: &Office, reserved: &ReservedNumber) -> Office {
    let numbers = reserved.void("Formulir rusak", date("2026-11-24")).unwrap();
    told(office, OfficeChange::NumbersVoided { numbers }).unwrap()
}

const UNUSED: fn(&loket_domain::numbering::RegistrationNumber) -> bool = |_| false;

#[test]
fn reserved_numbers_are_of_the_desks_own_series_and_the_series_goes_on_behind_them() {
    let office = reserving(office(), "A", 7, 3);
    let texts: Vec<&str> = office.reserved.iter().map(|reserved| reserved.number.text.as_str()).collect();
    assert_eq!(texts, ["007/PPID.A/XI/2026", "008/PPID.A/XI/2026", "009/PPID.A/XI/2026"]);
    assert_eq!(office.last_reserved(&desk("A"), 2026), Some(9));
    assert_eq!((office.last_reserved(&desk("B"), 2026), office.last_reserved(&desk("A"), 2027)), (None, None));
}

#[test]
fn two_desks_reserve_the_same_serial_and_their_numbers_differ() {
    let office = reserving(reserving(office(), "A", 7, 1), "B", 7, 1);
    let texts: BTreeSet<&str> = office.reserved.iter().map(|reserved| reserved.number.text.as_str()).collect();
    assert_eq!(texts.len(), 2, "{texts:?}");
    let theirs = office.open_form(&desk("B"), "007/PPID.A/XI/2026", UNUSED);
    assert_eq!(theirs.unwrap_err(), OfficeRefused::NoSuchForm, "a form is registered at the desk that reserved it");
}

#[test]
fn a_number_is_reserved_once_and_not_after_it_was_void() {
    let office = reserving(office(), "A", 7, 1);
    let reserved = office.reserved[0].clone();
    assert_eq!(told(&office, OfficeChange::NumberReserved { reserved }), None, "what does not fit is for a person to look at");
    let lost = VoidedNumbers {
        series: NumberSeries::Requests,
        desk: desk("A"),
        year: 2026,
        from: 8,
        to: 12,
        on: date("2026-11-24"),
        reason: "Dipulihkan dari cadangan".into(),
    };
    let office = told(&office, OfficeChange::NumbersVoided { numbers: lost }).unwrap();
    let late = office.reserve(&desk("A"), 10, 1, date("2026-11-25")).unwrap().remove(0);
    assert_eq!(told(&office, OfficeChange::NumberReserved { reserved: late }), None);
}

#[test]
fn a_form_is_open_until_it_is_used_or_void() {
    let office = reserving(office(), "A", 7, 2);
    let (first, second) = (&office.reserved[0], &office.reserved[1]);
    assert_eq!(office.open_form(&desk("A"), " 007/PPID.A/XI/2026 ", UNUSED).unwrap(), first);
    assert_eq!(office.open_form(&desk("A"), &first.number.text, |_| true).unwrap_err(), OfficeRefused::FormUsed);
    let office = voiding(&office, second);
    assert_eq!(office.open_form(&desk("A"), &second.number.text, UNUSED).unwrap_err(), OfficeRefused::FormVoid);
    assert!(office.open_form(&desk("A"), &first.number.text, UNUSED).is_ok(), "the other is as it was");
    assert!(matches!(first.void("  ", date("2026-11-24")), Err(Refused::Fields(_))), "why is always said");
    for (typed, taken) in [(None, false), (Some(0), false), (Some(1), true), (Some(20), true), (Some(21), false)] {
        assert_eq!(reserved_count(typed).is_ok(), taken, "{typed:?}");
    }
}

/// The request that is entered on `today` off the first form, received as its paper says.
fn entered(received: &str, time: &str, today: &str) -> Result<Request, Refused> {
    let mut day = Day::at_perbaungan();
    day.office = reserving(office(), "A", 7, 1);
    let reserved = day.office.reserved[0].clone();
    let mut draft = filled_form();
    (draft.received_date, draft.received_time) = (received.into(), time.into());
    let command = Command::RegisterFromForm { draft: Box::new(draft), reserved, check_code: "7K3F-Q2AB".into() };
    let changes: Vec<Change> = decide(None, command, &day.on(today))?;
    let (state, misfits) = Request::replay(&changes);
    assert!(misfits.is_empty());
    Ok(state.unwrap())
}

#[test]
fn what_was_written_on_a_form_counts_from_the_day_on_the_form() {
    let request = entered("2026-11-24", "09.15", "2026-11-26").unwrap();
    assert_eq!(request.number.text, "007/PPID.A/XI/2026");
    assert_eq!((request.registered_on, request.registration.received_on), (date("2026-11-24"), date("2026-11-24")));
    let form = request.form.unwrap();
    assert_eq!(
        (form.reserved_on, form.entered_on, form.check_code.as_str()),
        (date("2026-11-23"), date("2026-11-26"), "7K3F-Q2AB")
    );
}

#[test]
fn nothing_was_received_on_a_form_before_it_was_there_or_after_today() {
    let refused = |received| match entered(received, "09.15", "2026-11-26") {
        Err(Refused::Fields(problems)) => {
            problems.into_iter().map(|problem| (problem.field, problem.message)).collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    let early = refused("2026-11-22");
    assert_eq!(early.len(), 1);
    assert!(early[0].0 == "received_date" && early[0].1.contains("disediakan tanggal 23 November 2026"), "{early:?}");
    assert_eq!(refused("2026-11-27")[0].0, "received_date");
}

#[test]
fn a_date_misread_off_the_form_is_corrected_and_the_registration_goes_with_it() {
    let mut day = Day::at_perbaungan();
    day.office = reserving(office(), "A", 7, 1);
    let request = entered("2026-11-23", "09.15", "2026-11-26").unwrap();
    let mut draft = loket_domain::request::RequestDraft::of(&request.registration);
    let correct = |draft: &loket_domain::request::RequestDraft| -> Result<Vec<Change>, Refused> {
        let command = Command::Correct { draft: Box::new(draft.clone()), reason: "Tanggal salah baca".into() };
        decide(Some(&request), command, &day.on("2026-11-26"))
    };
    draft.received_date = "2026-11-25".into();
    let changes = correct(&draft).unwrap();
    let corrected = changes.iter().fold(request.clone(), |request, change| Request::apply(Some(&request), change).unwrap());
    assert_eq!(corrected.registered_on, date("2026-11-25"));
    draft.received_date = "2026-11-20".into();
    assert!(correct(&draft).is_err(), "before the form was there");
}

#[test]
fn a_registration_without_a_form_is_written_as_it_always_was() {
    let day = Day::at_perbaungan();
    let number = crate::office::number(7, "2026-11-23");
    let changes: Vec<RequestChange> = {
        let all: Vec<Change> =
            decide(None, Command::Register { draft: Box::new(filled_form()), number }, &day.on("2026-11-23")).unwrap();
        all.into_iter().filter_map(|change| if let Change::Request(change) = change { Some(change) } else { None }).collect()
    };
    assert!(!serde_json::to_string(&changes[0]).unwrap().contains("\"form\""));
}

#[derive(Debug, Clone)]
enum Deed {
    Register,
    Reserve(u32),
    Use(usize),
    Void(usize),
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        Just(Deed::Register),
        (1_u32..=20).prop_map(Deed::Reserve),
        (0_usize..60).prop_map(Deed::Use),
        (0_usize..60).prop_map(Deed::Void),
    ];
    prop::collection::vec(deed, 0..40)
}

proptest! {
    /// Whatever a desk does, a serial is given once, and each up to the last is borne by a request, void, or on an open form.
    #[test]
    fn every_serial_is_given_once_and_each_is_accounted_for(deeds in deeds()) {
        let (mut office, code) = (office(), desk("A"));
        let start = SeriesStart { year: 2026, first: 7 };
        let mut given: BTreeSet<u32> = BTreeSet::new();
        let next = |office: &Office, given: &BTreeSet<u32>| {
            let voided = office.last_voided(NumberSeries::Requests, &code, 2026);
            start.next(2026, given.last().copied().max(voided).max(office.last_reserved(&code, 2026)))
        };
        for deed in deeds {
            match deed {
                Deed::Register => {
                    let serial = next(&office, &given);
                    prop_assert!(given.insert(serial), "given twice");
                    prop_assert!(office.reserved.iter().all(|reserved| reserved.number.serial != serial), "on a form");
                }
                Deed::Reserve(count) => {
                    let first = next(&office, &given);
                    office = reserving(office, "A", first, count);
                }
                Deed::Use(at) | Deed::Void(at) if office.reserved.is_empty() || at >= office.reserved.len() => {}
                Deed::Use(at) => {
                    let text = office.reserved[at].number.text.clone();
                    let open = office.open_form(&code, &text, |number| given.contains(&number.serial));
                    if let Ok(reserved) = open {
                        prop_assert!(given.insert(reserved.number.serial), "used twice");
                    }
                }
                Deed::Void(at) => {
                    let text = office.reserved[at].number.text.clone();
                    let open = office.open_form(&code, &text, |number| given.contains(&number.serial)).cloned();
                    if let Ok(reserved) = open {
                        office = voiding(&office, &reserved);
                    }
                }
            }
        }
        for serial in 7..next(&office, &given) {
            let on_form = office.reserved.iter().find(|reserved| reserved.number.serial == serial);
            let void = on_form.is_some_and(|reserved| office.is_void(reserved));
            prop_assert!(given.contains(&serial) || on_form.is_some(), "{serial} is nowhere");
            prop_assert!(!(given.contains(&serial) && void), "{serial} is void and used");
        }
    }
}
