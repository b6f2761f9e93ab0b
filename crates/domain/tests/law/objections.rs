//! Objections to the superior, disputes at Komisi Informasi.

use loket_domain::change::Change;
use loket_domain::clock::Clock;
use loket_domain::ids::RequestId;
use loket_domain::objection::{
    DisputeFilingInput, DisputeStepInput, Objection, ObjectionAnswerInput, ObjectionCommand, ObjectionInput, ObjectionStage,
    StepKind, decide,
};
use loket_domain::office::OwnOffice;
use loket_domain::problem::{ObjectionRefused, Refused};
use loket_domain::request::{
    Category, Command, Contact, Fulfilment, OrderedBy, Outcome, PartyChange, PartyNow, Request, SendingInput, Timeliness, Turn,
    decide as decide_request,
};
use proptest::prelude::*;
use uuid::Uuid;

use crate::office::{Day, date, filled_form, letter, number, refusal_letter};

fn refused_request(day: &Day) -> (RequestId, Request) {
    let today = day.on("2026-11-23");
    let mut changes =
        decide_request(None, Command::Register { draft: Box::new(filled_form()), number: number(7, "2026-11-23") }, &today)
            .unwrap();
    let (state, _) = Request::replay(&changes);
    let refusal = Command::Refuse(Box::new(refusal_letter("2026-11-23")));
    changes.extend(decide_request(state.as_ref(), refusal, &today).unwrap());
    (RequestId(Uuid::from_u128(70)), Request::replay(&changes).0.unwrap())
}

fn form(grounds: &[&str]) -> ObjectionInput {
    ObjectionInput {
        request: Uuid::from_u128(70).to_string(),
        grounds: grounds.iter().map(|ground| (*ground).to_owned()).collect(),
        case_position: "Permohonan ditolak tanpa alasan yang dapat diterima".into(),
        ..ObjectionInput::default()
    }
}

fn answer(verdict: &str, on: &str) -> ObjectionCommand {
    let mut head = letter(on);
    head.signed_by = Uuid::from_u128(2).to_string();
    let input = ObjectionAnswerInput {
        letter: head,
        verdict: verdict.into(),
        considerations: "Telah diperiksa".into(),
        order: "Berikan informasi".into(),
        execute_by: "2027-03-01".into(),
    };
    ObjectionCommand::Answer { input: Box::new(input), about: None }
}

fn filing(on: &str) -> ObjectionCommand {
    ObjectionCommand::FileDispute(DisputeFilingInput {
        number: "012/KI-REKAAN/2027".into(),
        on: on.into(),
        commission: "Komisi Informasi Provinsi Rekaan".into(),
    })
}

fn step(kind: StepKind, on: &str) -> ObjectionCommand {
    let (step, on) = (kind.code().into(), on.into());
    let input = DisputeStepInput { step, on, received_on: String::new(), number: String::new(), note: "Tercatat".into() };
    ObjectionCommand::Proceed { input, done: Fulfilment::NotTold }
}

struct Case {
    day: Day,
    changes: Vec<Change>,
}

impl Case {
    fn registered(grounds: &[&str]) -> Result<Self, Refused> {
        let day = Day::at_perbaungan();
        let (id, request) = refused_request(&day);
        let command = ObjectionCommand::Register {
            input: Box::new(form(grounds)),
            request: Some((id, Box::new(request))),
            number: number(1, "2026-12-07"),
        };
        let change = decide(None, command, &day.on("2026-12-07"))?;
        Ok(Self { day, changes: vec![change] })
    }

    fn state(&self) -> Objection {
        let (state, misfits) = Objection::replay(&self.changes);
        assert!(misfits.is_empty());
        state.unwrap()
    }

    fn attempt(&mut self, on: &str, command: ObjectionCommand) -> Result<Objection, Refused> {
        let change = decide(Some(&self.state()), command, &self.day.on(on))?;
        self.changes.push(change);
        Ok(self.state())
    }
}

#[test]
fn the_superior_has_thirty_working_days_from_the_entry_in_the_register() {
    let case = Case::registered(&["a"]).unwrap();
    assert_eq!(case.state().due, Some(date("2027-01-22")));
}

#[test]
fn an_objection_is_registered_as_the_applicant_ticks_it_and_only_b_needs_no_request() {
    assert!(Case::registered(&["c"]).is_ok(), "whether it is true is the superior's to say");
    assert!(Case::registered(&[]).is_err());
    let day = Day::at_perbaungan();
    let register = |input: ObjectionInput| {
        let command = ObjectionCommand::Register { input: Box::new(input), request: None, number: number(1, "2026-12-07") };
        decide::<Change>(None, command, &day.on("2026-12-07"))
    };
    let periodic = ObjectionInput {
        name: "Warga Rekaan".into(),
        address: "Jalan Contoh 1".into(),
        phone: "0812-0000-0000".into(),
        information: "Laporan keuangan semester".into(),
        purpose: "Penelitian".into(),
        ..form(&["b"])
    };
    assert!(register(periodic.clone()).is_ok());
    for (field, phone, email) in [("phone", "tidak punya", ""), ("email", "", "warga di contoh")] {
        let unreadable = ObjectionInput { phone: phone.into(), email: email.into(), ..periodic.clone() };
        assert!(matches!(register(unreadable).unwrap_err(), Refused::Fields(p) if p[0].field == field), "{field} is no contact");
    }
    let wrong = ObjectionInput { grounds: vec!["a".into()], ..periodic };
    assert!(matches!(register(wrong).unwrap_err(), Refused::Fields(p) if p[0].field == "request"));
}

#[test]
fn a_representative_needs_a_stamped_special_power_of_attorney() {
    let day = Day::at_perbaungan();
    let (id, request) = refused_request(&day);
    let mut input = form(&["a"]);
    input.represented = true;
    input.representative_name = "Kuasa Rekaan".into();
    input.representative_address = "Jalan Contoh 2".into();
    let refused = input.check(Some((id, &request)), &day.on("2026-12-07")).unwrap_err();
    assert!(matches!(refused, Refused::Fields(p) if p[0].field == "mandate"));
    input.mandate = true;
    assert!(input.check(Some((id, &request)), &day.on("2026-12-07")).is_ok());
}

#[test]
fn only_the_superior_signs_the_answer_and_an_overturned_one_is_carried_out() {
    let mut case = Case::registered(&["a"]).unwrap();
    let ObjectionCommand::Answer { input: mut by_ppid, about } = answer("upheld", "2026-12-10") else { unreachable!() };
    by_ppid.letter.signed_by = Uuid::from_u128(1).to_string();
    let refused = case.attempt("2026-12-10", ObjectionCommand::Answer { input: by_ppid, about }).unwrap_err();
    assert!(matches!(refused, Refused::Fields(p) if p[0].field == "signed_by"));
    let objection = case.attempt("2026-12-10", answer("overturned", "2026-12-10")).unwrap();
    assert_eq!(objection.stage(), ObjectionStage::Overturned);
    let done = ObjectionCommand::NoteExecuted { on: "2026-12-14".into(), note: "Diberikan".into(), done: Fulfilment::NotTold };
    assert_eq!(case.attempt("2026-12-14", done).unwrap().stage(), ObjectionStage::Executed);
}

#[test]
fn a_dispute_waits_for_the_answer_or_for_thirty_silent_days() {
    let mut case = Case::registered(&["a"]).unwrap();
    assert!(case.attempt("2027-01-22", filing("2027-01-22")).is_err(), "the last day of the superior");
    let objection = case.state();
    let clock = |on: &str| objection.dispute_clock(&case.day.office.profile, &case.day.calendar, date(on));
    assert!(clock("2027-01-22").is_none());
    assert_eq!(clock("2027-01-25").unwrap().unwrap().deadline, date("2027-02-12"));
    assert_eq!(case.attempt("2027-01-25", filing("2027-01-25")).unwrap().stage(), ObjectionStage::Disputed);
}

#[test]
fn a_refusal_goes_to_adjudication_and_other_grounds_to_mediation_first() {
    let mut refused = Case::registered(&["a"]).unwrap();
    refused.attempt("2026-12-10", answer("upheld", "2026-12-10")).unwrap();
    refused.attempt("2026-12-15", filing("2026-12-15")).unwrap();
    refused.attempt("2026-12-20", step(StepKind::Begun, "2026-12-20")).unwrap();
    assert!(refused.attempt("2026-12-21", step(StepKind::Mediation, "2026-12-21")).is_err());
    for (kind, stage) in [
        (StepKind::Adjudication, ObjectionStage::Disputed),
        (StepKind::RuledForBody, ObjectionStage::Settled),
        (StepKind::Court, ObjectionStage::InCourt),
        (StepKind::CourtForApplicant, ObjectionStage::Ruled),
        (StepKind::Cassation, ObjectionStage::InCourt),
        (StepKind::CassationForApplicant, ObjectionStage::Ruled),
        (StepKind::Executed, ObjectionStage::Settled),
    ] {
        assert_eq!(refused.attempt("2026-12-22", step(kind, "2026-12-22")).unwrap().stage(), stage, "{kind:?}");
    }
    let mut other = Case::registered(&["f"]).unwrap();
    other.attempt("2026-12-10", answer("upheld", "2026-12-10")).unwrap();
    other.attempt("2026-12-15", filing("2026-12-15")).unwrap();
    other.attempt("2026-12-20", step(StepKind::Begun, "2026-12-20")).unwrap();
    assert!(other.attempt("2026-12-21", step(StepKind::Adjudication, "2026-12-21")).is_err());
    other.attempt("2026-12-21", step(StepKind::Mediation, "2026-12-21")).unwrap();
    other.attempt("2026-12-22", step(StepKind::Agreed, "2026-12-22")).unwrap();
}

#[test]
fn a_ruling_for_the_applicant_is_the_offices_turn_until_it_is_done() {
    let mut case = Case::registered(&["a"]).unwrap();
    case.attempt("2026-12-10", answer("upheld", "2026-12-10")).unwrap();
    case.attempt("2026-12-15", filing("2026-12-15")).unwrap();
    for kind in [StepKind::Begun, StepKind::Adjudication] {
        case.attempt("2026-12-20", step(kind, "2026-12-20")).unwrap();
    }
    let ruled = case.attempt("2026-12-22", step(StepKind::RuledInPart, "2026-12-22")).unwrap();
    assert_eq!((ruled.stage(), ruled.turn()), (ObjectionStage::Ruled, Some(Turn::Office)));
    let orders = ruled.orders();
    assert_eq!(
        orders.iter().map(|order| (order.by, order.on)).collect::<Vec<_>>(),
        [(OrderedBy::Commission, date("2026-12-22"))]
    );
    let done = case.attempt("2026-12-28", step(StepKind::Executed, "2026-12-28")).unwrap();
    assert_eq!((done.stage(), done.turn()), (ObjectionStage::Settled, None));
}

#[test]
fn what_the_superior_orders_late_is_done_also_while_komisi_informasi_has_the_matter() {
    let mut case = Case::registered(&["a"]).unwrap();
    case.attempt("2027-01-25", filing("2027-01-25")).unwrap();
    let answered = case.attempt("2027-01-26", answer("overturned", "2027-01-26")).unwrap();
    assert_eq!((answered.stage(), answered.turn()), (ObjectionStage::Disputed, Some(Turn::Office)));
    assert_eq!(answered.order_due(), Some(date("2027-03-01")));
    let done = ObjectionCommand::NoteExecuted { on: "2027-01-28".into(), note: "Diberikan".into(), done: Fulfilment::NotTold };
    let done = case.attempt("2027-01-28", done).unwrap();
    assert_eq!((done.stage(), done.turn(), done.order_due()), (ObjectionStage::Disputed, Some(Turn::Commission), None));
    let again = ObjectionCommand::NoteExecuted { on: "2027-01-28".into(), note: "Diberikan".into(), done: Fulfilment::NotTold };
    assert!(case.attempt("2027-01-29", again).is_err());
}

#[test]
fn the_clock_to_go_on_to_a_court_runs_from_receipt_of_the_ruling_and_then_from_the_courts() {
    let mut case = Case::registered(&["a"]).unwrap();
    case.attempt("2026-12-10", answer("upheld", "2026-12-10")).unwrap();
    case.attempt("2026-12-15", filing("2026-12-15")).unwrap();
    for kind in [StepKind::Begun, StepKind::Adjudication] {
        case.attempt("2026-12-20", step(kind, "2026-12-20")).unwrap();
    }
    let ObjectionCommand::Proceed { mut input, done } = step(StepKind::RuledForApplicant, "2026-12-22") else { unreachable!() };
    input.received_on = "2026-12-21".into();
    assert!(
        case.attempt("2027-01-05", ObjectionCommand::Proceed { input: input.clone(), done }).is_err(),
        "not before it was ruled"
    );
    input.received_on = "2027-01-04".into();
    let ruled = case.attempt("2027-01-05", ObjectionCommand::Proceed { input, done }).unwrap();
    let ends = |objection: &Objection, day: &Day| objection.turn_ends(&day.office.profile, &day.calendar);
    assert_eq!(ruled.steps.last().unwrap().appeal(), Some((Clock::Court, date("2027-01-04"))));
    assert_eq!(ends(&ruled, &case.day), Ok(Some(date("2027-01-25"))), "fourteen working days");
    case.attempt("2027-01-20", step(StepKind::Court, "2027-01-20")).unwrap();
    let court = case.attempt("2027-02-10", step(StepKind::CourtForApplicant, "2027-02-10")).unwrap();
    assert_eq!(ends(&court, &case.day), Ok(Some(date("2027-02-24"))), "fourteen calendar days");
}

#[test]
fn a_dispute_about_an_objection_without_an_answer_leaves_the_superiors_duty_in_sight() {
    let mut case = Case::registered(&["a"]).unwrap();
    let filed = case.attempt("2027-01-25", filing("2027-01-25")).unwrap();
    assert_eq!(filed.turns().collect::<Vec<_>>(), [Turn::Superior, Turn::Commission]);
    let lapsed = case.attempt("2027-01-26", step(StepKind::Lapsed, "2027-01-26")).unwrap();
    assert_eq!((lapsed.stage(), lapsed.turns().count()), (ObjectionStage::Settled, 0));
}

#[test]
fn a_late_answer_takes_nothing_from_the_days_that_ran_without_one() {
    let mut case = Case::registered(&["a"]).unwrap();
    let answered = case.attempt("2027-01-26", answer("upheld", "2027-01-26")).unwrap();
    assert_eq!(answered.timeliness(), Some(Timeliness::Late));
    let clock = answered.dispute_clock(&case.day.office.profile, &case.day.calendar, date("2027-01-27"));
    assert_eq!(
        clock.unwrap().unwrap().deadline,
        date("2027-02-12"),
        "from the end of the thirty days, until its receipt is noted"
    );
    let mut in_time = Case::registered(&["a"]).unwrap();
    let answered = in_time.attempt("2027-01-20", answer("upheld", "2027-01-20")).unwrap();
    assert_ne!(answered.timeliness(), Some(Timeliness::Late));
    assert!(answered.dispute_clock(&case.day.office.profile, &case.day.calendar, date("2027-01-27")).is_none());
}

#[test]
fn an_answer_of_the_superior_is_in_time_once_it_left_and_waits_until_then() {
    let sent = |on: &str, way: &str, proof: &str| {
        let input = SendingInput { sent_on: on.into(), way: way.into(), proof: proof.into(), ..SendingInput::default() };
        ObjectionCommand::NoteSent(input)
    };
    let answered = || {
        let mut case = Case::registered(&["a"]).unwrap();
        let objection = case.attempt("2027-01-20", answer("upheld", "2027-01-20")).unwrap();
        (case, objection)
    };
    let (mut case, waiting) = answered();
    let profile = &case.day.office.profile;
    let due = Ok(Some(date("2027-01-21")));
    assert_eq!((waiting.timeliness(), waiting.turn()), (None, Some(Turn::Office)));
    assert_eq!(waiting.turn_ends(profile, &case.day.calendar), due, "it leaves within the thirty days, by the strictest reading");
    let refused = case.attempt("2027-01-21", sent("2027-01-21", "post", ""));
    assert!(matches!(refused, Err(Refused::Fields(_))), "something shows that it left: {refused:?}");
    let left = case.attempt("2027-01-21", sent("2027-01-21", "post", "Resi 0099887766")).unwrap();
    assert_eq!((left.timeliness(), left.turn()), (Some(Timeliness::InTime), None));
    let again = case.attempt("2027-01-21", sent("2027-01-21", "in_person", ""));
    assert_eq!(again, Err(ObjectionRefused::AlreadySent(date("2027-01-21")).into()));

    let cases = [
        ("2027-01-25", "2027-01-25", Timeliness::Late, "dated in time and left late"),
        ("2027-01-25", "2027-01-21", Timeliness::InTimeAsDated, "noted after the term for a day before it"),
    ];
    for (today, on, kept, why) in cases {
        let (mut case, _) = answered();
        assert_eq!(case.attempt(today, sent(on, "in_person", "")).unwrap().timeliness(), Some(kept), "{why}");
    }
    let (mut late, _) = answered();
    let left = late.attempt("2027-01-25", sent("2027-01-25", "in_person", "")).unwrap();
    let clock = left.dispute_clock(&late.day.office.profile, &late.day.calendar, date("2027-01-26"));
    assert!(clock.is_some(), "what left after the thirty days takes nothing from the fourteen that ran without it");
    let received = ObjectionCommand::NoteReceived { on: "2027-01-22".into(), reaction: "Menerima".into() };
    assert!(matches!(late.attempt("2027-01-26", received), Err(Refused::Fields(_))), "nobody has it before it left");

    let (mut disputed, _) = answered();
    let filed = disputed.attempt("2027-01-25", filing("2027-01-25")).unwrap();
    let turns = |objection: &Objection| objection.turns().collect::<Vec<_>>();
    assert_eq!(turns(&filed), [Turn::Office, Turn::Commission], "a dispute does not show that the answer left");
    let left = disputed.attempt("2027-01-26", sent("2027-01-26", "in_person", "")).unwrap();
    assert_eq!((turns(&left), left.timeliness()), (vec![Turn::Commission], Some(Timeliness::Late)));
}

#[test]
fn an_order_is_done_by_an_answer_given_upon_it_and_not_by_one_of_the_same_day() {
    let mut case = Case::registered(&["a"]).unwrap();
    let overturned = case.attempt("2026-12-10", answer("overturned", "2026-12-10")).unwrap();
    let (_, mut request) = refused_request(&case.day);
    assert_eq!(overturned.fulfilment(Some(&request)), Fulfilment::NotYet, "it is refused still");
    // The refusal is dated on the very day of the order: what counts is that it was opened again by it.
    if let Some(Outcome::Refused(refusal)) = &mut request.outcome {
        refusal.letter.date = date("2026-12-10");
    }
    assert_eq!(overturned.fulfilment(Some(&request)), Fulfilment::NotYet);
    let by_ki = [StepKind::Begun, StepKind::Adjudication, StepKind::RuledForApplicant];
    let mut disputed = Case::registered(&["a"]).unwrap();
    disputed.attempt("2026-12-10", answer("upheld", "2026-12-10")).unwrap();
    disputed.attempt("2026-12-14", filing("2026-12-14")).unwrap();
    for kind in by_ki {
        disputed.attempt("2026-12-22", step(kind, "2026-12-22")).unwrap();
    }
    assert_eq!(disputed.state().fulfilment(Some(&request)), Fulfilment::NotYet, "a ruling is obeyed by another answer too");
    request.outcome = Some(Outcome::Withdrawn { on: date("2026-12-11"), reason: "Tidak perlu lagi".into() });
    let given_up = Fulfilment::Since(date("2026-12-11"));
    assert_eq!(overturned.fulfilment(Some(&request)), given_up, "what nobody wants any more need not be given");
}

#[test]
fn the_order_stands_again_when_the_dispute_fell_and_waits_in_it() {
    let mut case = Case::registered(&["a"]).unwrap();
    case.attempt("2026-12-10", answer("partly_overturned", "2026-12-10")).unwrap();
    case.attempt("2026-12-14", filing("2026-12-14")).unwrap();
    case.attempt("2026-12-15", step(StepKind::Begun, "2026-12-15")).unwrap();
    let over = case.attempt("2026-12-16", step(StepKind::Withdrawn, "2026-12-16")).unwrap();
    assert_eq!((over.order_due(), over.turn()), (Some(date("2027-03-01")), Some(Turn::Office)));
    let done = ObjectionCommand::NoteExecuted { on: "2026-12-21".into(), note: "Diserahkan".into(), done: Fulfilment::NotTold };
    assert!(case.attempt("2026-12-21", done).unwrap().executed.is_some());
}

#[test]
fn an_objection_that_was_entered_late_is_answered_and_disputed_by_the_day_it_came() {
    let day = Day::at_perbaungan();
    let (id, request) = refused_request(&day);
    let late = ObjectionInput { received_date: "2026-12-07".into(), ..form(&["a"]) };
    let command = ObjectionCommand::Register {
        input: Box::new(late),
        request: Some((id, Box::new(request))),
        number: number(1, "2027-01-25"),
    };
    let changes: Vec<Change> = vec![decide(None, command, &day.on("2027-01-25")).unwrap()];
    let objection = Objection::replay(&changes).0.unwrap();
    assert_eq!(objection.due, Some(date("2027-01-22")), "thirty working days from receipt");
    let filed = decide::<Change>(Some(&objection), filing("2027-01-25"), &day.on("2027-01-25"));
    assert!(filed.is_ok(), "the thirty days are over: {filed:?}");
}

#[test]
fn an_answer_that_came_back_is_sent_again_and_a_wrong_day_of_receipt_is_put_right() {
    let sent = |on: &str| {
        let input = SendingInput { sent_on: on.into(), way: "post".into(), proof: "RR 1 ID".into(), ..SendingInput::default() };
        ObjectionCommand::NoteSent(input)
    };
    let mut case = Case::registered(&["a"]).unwrap();
    case.attempt("2026-12-14", answer("upheld", "2026-12-14")).unwrap();
    let nothing = ObjectionCommand::NoteReturned { on: "2026-12-15".into(), why: "Pindah".into() };
    assert_eq!(case.attempt("2026-12-15", nothing), Err(ObjectionRefused::NothingReturned.into()));
    case.attempt("2026-12-14", sent("2026-12-14")).unwrap();
    let received = ObjectionCommand::NoteReceived { on: "2026-12-16".into(), reaction: String::new() };
    case.attempt("2026-12-16", received.clone()).unwrap();
    let withdrawn = case.attempt("2026-12-17", ObjectionCommand::WithdrawReceipt { reason: "Resi lain".into() }).unwrap();
    assert_eq!((withdrawn.timeliness(), withdrawn.received), (Some(Timeliness::InTime), None));
    let back =
        case.attempt("2026-12-18", ObjectionCommand::NoteReturned { on: "2026-12-18".into(), why: "Pindah".into() }).unwrap();
    assert_eq!((back.turn(), back.timeliness()), (Some(Turn::Office), Some(Timeliness::InTime)), "it had left in time");
    assert!(matches!(case.attempt("2026-12-21", sent("2026-12-17")), Err(Refused::Fields(_))), "it was not here by then");
    let again = case.attempt("2026-12-21", sent("2026-12-21")).unwrap();
    assert_eq!((again.turn(), again.waits_to_leave()), (None, false));
    assert!(case.attempt("2026-12-23", received).is_err(), "nobody has it before it was sent again");
}

#[test]
fn whoever_stands_in_after_the_objection_came_is_answered() {
    let mut case = Case::registered(&["a"]).unwrap();
    case.attempt("2026-12-10", answer("upheld", "2026-12-10")).unwrap();
    let objection = case.state();
    let (_, mut request) = refused_request(&case.day);
    let moved = |noted: &str, address: &str| PartyChange {
        noted_on: date(noted),
        now: PartyNow::Contact(Contact { address: address.into(), phone: None, email: None }),
    };
    request.parties = vec![moved("2026-12-08", "Jalan Baru 2"), moved("2026-12-28", "Jalan Lain 3")];
    let at = |day: &str| objection.form_on(date(day), Some(&request)).applicant.address;
    assert_eq!((at("2026-12-10").as_str(), at("2026-12-28").as_str()), ("Jalan Baru 2", "Jalan Lain 3"));
    assert_eq!(objection.form_on(date("2026-12-10"), None), objection.form, "without a request it says what the form says");
}

#[test]
fn an_order_is_done_within_a_year_of_the_letter() {
    let ordered = |by: &str| {
        let ObjectionCommand::Answer { mut input, about } = answer("overturned", "2026-12-10") else { unreachable!() };
        input.execute_by = by.into();
        Case::registered(&["a"]).unwrap().attempt("2026-12-10", ObjectionCommand::Answer { input, about })
    };
    assert!(ordered("2027-12-10").is_ok());
    for by in ["2026-12-09", "2072-12-10", "9999-12-31"] {
        assert!(matches!(ordered(by), Err(Refused::Fields(problems)) if problems[0].field == "execute_by"), "{by}");
    }
}

#[test]
fn what_was_ordered_is_done_when_the_request_shows_it() {
    let mut case = Case::registered(&["a"]).unwrap();
    case.attempt("2026-12-10", answer("overturned", "2026-12-10")).unwrap();
    let not_done = ObjectionCommand::NoteExecuted { on: "2026-12-14".into(), note: "Sudah".into(), done: Fulfilment::NotYet };
    assert_eq!(case.attempt("2026-12-14", not_done), Err(ObjectionRefused::NotDone.into()));
    let overturned = case.state();
    let (_, request) = refused_request(&case.day);
    assert_eq!(overturned.fulfilment(Some(&request)), Fulfilment::NotYet, "it was answered before the order");
    assert_eq!(overturned.fulfilment(None), Fulfilment::NotTold, "about periodic information there is no request");
}

proptest! {
    #[test]
    fn no_sequence_of_steps_reaches_a_dispute_the_law_does_not_know(
        refusal in any::<bool>(),
        tries in proptest::collection::vec((0usize..18, 0u64..20), 0..24),
    ) {
        let mut case = Case::registered(&[if refusal { "a" } else { "g" }]).unwrap();
        let mut today = date("2026-12-07");
        for (which, days) in tries {
            today = (today + chrono::Days::new(days)).min(date("2027-12-01"));
            let on = today.to_string();
            let command = match which {
                0 => answer("upheld", &on),
                1 => answer("partly_overturned", &on),
                2 => ObjectionCommand::NoteReceived { on: on.clone(), reaction: "Menerima".into() },
                3 => ObjectionCommand::NoteExecuted { on: on.clone(), note: "Sudah".into(), done: Fulfilment::NotTold },
                4 => ObjectionCommand::Withdraw { reason: "Dicabut".into() },
                5 => filing(&on),
                other => step(StepKind::ALL[(other - 6) % StepKind::ALL.len()], &on),
            };
            let before = case.state();
            let _ = case.attempt(&on, command);
            let after = case.state();
            prop_assert!(before.answer.is_none() || before.answer == after.answer, "an answer never changes");
            prop_assert!(after.dispute.is_none() || after.withdrawn.is_none());
            prop_assert!(after.steps.is_empty() || after.dispute.is_some());
            prop_assert!(after.steps.windows(2).all(|pair| pair[0].on <= pair[1].on));
            prop_assert!(after.executed.is_none() || after.answer.as_ref().is_some_and(|answer| answer.order.is_some()));
        }
    }
}

#[test]
fn a_dispute_that_comes_too_early_is_told_how_long_the_superior_has() {
    assert_eq!(
        ObjectionRefused::TooEarlyToFile.to_string(),
        "Sengketa baru dapat diajukan setelah ada tanggapan, atau setelah 30 hari kerja tanpa tanggapan."
    );
}

#[test]
fn what_komisi_informasi_decides_on_the_way_does_not_take_the_mediation_away() {
    let day = Day::at_perbaungan();
    let (id, request) = refused_request(&day);
    let objected = |grounds: &[&str]| form(grounds).check(Some((id, &request)), &day.on("2026-12-07")).unwrap();
    let (mixed, refusal) = (objected(&["a", "f"]), objected(&["a"]));
    assert!(StepKind::Mediation.may_follow(Some(StepKind::InterimRuling), &mixed));
    assert!(!StepKind::Mediation.may_follow(Some(StepKind::InterimRuling), &refusal), "a refusal is adjudicated at once");
}

#[test]
fn where_the_ppid_decided_nothing_there_is_nothing_to_uphold() {
    let day = Day::at_perbaungan();
    let (_, refused) = refused_request(&day);
    let open = Box::new(Request { outcome: None, ..refused.clone() });
    let upon = |verdict: &str, request: &Request| {
        let ObjectionCommand::Answer { input, .. } = answer(verdict, "2026-12-10") else { unreachable!() };
        let command = ObjectionCommand::Answer { input, about: Some(Box::new(request.clone())) };
        Case::registered(&["c"]).unwrap().attempt("2026-12-10", command)
    };
    assert!(matches!(upon("upheld", &open).unwrap_err(), Refused::Fields(p) if p[0].field == "verdict"));
    for verdict in ["overturned", "partly_overturned", "inadmissible", "deliberated"] {
        assert!(upon(verdict, &open).is_ok(), "{verdict}");
    }
    let withdrawn = Outcome::Withdrawn { on: date("2026-12-01"), reason: "Surat".into() };
    let withdrawn = Request { outcome: Some(withdrawn), ..refused.clone() };
    assert!(upon("upheld", &withdrawn).is_err(), "whoever withdrew was decided by nobody");
    assert!(upon("upheld", &refused).is_ok(), "what was decided may stand");
}

#[test]
fn the_superior_of_a_camats_ppid_does_not_judge_what_ppid_utama_decided() {
    let mut case = Case::registered(&["a"]).unwrap();
    let (_, mut refused) = refused_request(&case.day);
    let Some(Outcome::Refused(refusal)) = &mut refused.outcome else { unreachable!() };
    refusal.letter.signed_by = case.day.office.officials[2].id;
    let regency = || OwnOffice {
        government: "Pemerintah Kabupaten Rekaan".into(),
        name: "Sekretariat Daerah".into(),
        lines: vec!["Jalan Contoh 1".into()],
        place: "Kota Rekaan".into(),
    };
    let upon = |case: &mut Case, request: &Request| {
        let ObjectionCommand::Answer { input, .. } = answer("upheld", "2026-12-10") else { unreachable!() };
        case.attempt("2026-12-10", ObjectionCommand::Answer { input, about: Some(Box::new(request.clone())) })
    };
    assert!(upon(&mut case, &refused).is_err(), "at a kecamatan also without a letterhead on record");
    case.day.office.officials[2].own_office = Some(regency());
    assert!(matches!(upon(&mut case, &refused).unwrap_err(), Refused::Fields(p) if p[0].field == "signed_by"));
    case.day.office.officials[1].own_office = Some(regency());
    assert!(upon(&mut case, &refused).is_ok(), "the secretary of the regency is above PPID Utama");
}

/// A case before Komisi Informasi up to these steps, a day apart from 20 December on.
fn disputed(verdict: &str, kinds: &[StepKind]) -> Case {
    let mut case = Case::registered(&["a"]).unwrap();
    case.attempt("2026-12-10", answer(verdict, "2026-12-10")).unwrap();
    case.attempt("2026-12-15", filing("2026-12-15")).unwrap();
    for (kind, on) in kinds.iter().zip(20..) {
        case.attempt("2027-03-01", step(*kind, &format!("2026-12-{on}"))).unwrap();
    }
    case
}

#[test]
fn the_last_judgment_is_the_one_that_is_obeyed() {
    use StepKind::*;
    let stands = |verdict: &str, kinds: &[StepKind]| {
        let objection = disputed(verdict, kinds).state();
        let by: Vec<OrderedBy> = objection.orders().iter().map(|order| order.by).collect();
        (by, objection.waiting_orders().len())
    };
    let ruled = [Begun, Adjudication, RuledForApplicant];
    let then = |more: &[StepKind]| [&ruled[..], more].concat();
    assert_eq!(stands("upheld", &ruled), (vec![OrderedBy::Commission], 1));
    assert_eq!(stands("upheld", &then(&[Court])), (vec![], 0), "a court has it");
    assert_eq!(stands("upheld", &then(&[Court, CourtForBody])), (vec![], 0), "it was set aside");
    assert_eq!(stands("upheld", &then(&[Court, CourtForApplicant])), (vec![OrderedBy::Court], 1));
    assert_eq!(stands("upheld", &then(&[Court, CourtForApplicant, Cassation])), (vec![], 0));
    assert_eq!(stands("upheld", &then(&[Court, CourtForApplicant, Cassation, CassationForBody])), (vec![], 0));
    assert_eq!(stands("upheld", &then(&[Court, CourtForBody, Cassation, CassationForApplicant])), (vec![OrderedBy::Court], 1));
    assert_eq!(stands("upheld", &then(&[Executed])).1, 0, "what is done does not wait");
    let against = [Begun, Adjudication, RuledForBody];
    assert_eq!(stands("partly_overturned", &against), (vec![OrderedBy::Superior], 1), "what the superior decided stays");
    assert_eq!(stands("partly_overturned", &then(&[Court, CourtForBody])), (vec![OrderedBy::Superior], 1));
    assert_eq!(stands("partly_overturned", &[Begun]), (vec![OrderedBy::Superior], 1), "the superior's waits beside the dispute");
}

#[test]
fn a_receipt_that_is_entered_when_the_term_had_passed_proves_nothing() {
    let answered = |noted: &str| {
        let mut case = Case::registered(&["a"]).unwrap();
        case.attempt("2026-12-18", answer("upheld", "2026-12-18")).unwrap();
        let received = ObjectionCommand::NoteReceived { on: "2026-12-21".into(), reaction: String::new() };
        case.attempt(noted, received).unwrap().timeliness()
    };
    assert_eq!(answered("2026-12-21"), Some(Timeliness::InTime));
    assert_eq!(answered("2027-02-10"), Some(Timeliness::InTimeAsDated));
}

#[test]
fn what_came_back_is_sent_again_before_it_is_received() {
    let mut case = Case::registered(&["a"]).unwrap();
    case.attempt("2026-12-10", answer("upheld", "2026-12-10")).unwrap();
    let sent = SendingInput { sent_on: "2026-12-10".into(), way: "post".into(), proof: "RR 1".into(), ..SendingInput::default() };
    case.attempt("2026-12-10", ObjectionCommand::NoteSent(sent)).unwrap();
    case.attempt("2026-12-17", ObjectionCommand::NoteReturned { on: "2026-12-17".into(), why: "Pindah".into() }).unwrap();
    let received = ObjectionCommand::NoteReceived { on: "2026-12-17".into(), reaction: String::new() };
    assert_eq!(case.attempt("2026-12-18", received), Err(ObjectionRefused::LiesHere.into()));
}

#[test]
fn nothing_is_executed_before_the_request_shows_that_it_was() {
    let execute = |on: &str, done| ObjectionCommand::NoteExecuted { on: on.into(), note: "Diserahkan".into(), done };
    let overturned = || {
        let mut case = Case::registered(&["a"]).unwrap();
        case.attempt("2026-12-10", answer("overturned", "2026-12-10")).unwrap();
        case
    };
    let handed = Fulfilment::Since(date("2026-12-21"));
    let early = overturned().attempt("2026-12-22", execute("2026-12-14", handed)).unwrap_err();
    assert!(matches!(early, Refused::Fields(p) if p[0].field == "on"));
    assert!(overturned().attempt("2026-12-22", execute("2026-12-21", handed)).is_ok());
    let mut ruled = disputed("upheld", &[StepKind::Begun, StepKind::Adjudication, StepKind::RuledForApplicant]);
    let ObjectionCommand::Proceed { input, .. } = step(StepKind::Executed, "2026-12-23") else { unreachable!() };
    let handed = Fulfilment::Since(date("2026-12-28"));
    let early = ruled.attempt("2026-12-29", ObjectionCommand::Proceed { input, done: handed }).unwrap_err();
    assert!(matches!(early, Refused::Fields(p) if p[0].field == "on"));
}

#[test]
fn only_a_person_is_acted_for_by_law() {
    let day = Day::at_perbaungan();
    let (id, mut request) = refused_request(&day);
    request.registration.applicant.category = Category::LegalEntity;
    for (acting_as, mandate) in [("wali", false), ("ahli_waris", false)] {
        let input = ObjectionInput {
            represented: true,
            representative_as: acting_as.into(),
            representative_name: "Warga Rekaan".into(),
            representative_address: "Jalan Contoh 2".into(),
            mandate,
            ..form(&["a"])
        };
        let refused = input.check(Some((id, &request)), &day.on("2026-12-07")).unwrap_err();
        assert!(matches!(refused, Refused::Fields(p) if p[0].field == "representative_as"), "{acting_as}");
    }
}
