//! The whole life of a request: the worked example of the domain study, every step, and every order of steps.

use loket_domain::authority::Duty;
use loket_domain::calendar::{DayOffKind, LocalDay};
use loket_domain::change::{Change, OfficeChange};
use loket_domain::clock::Clock;
use loket_domain::deadline::{Nearness, nearness};
use loket_domain::office::{Account, Appointment, Office, Role};
use loket_domain::paper::PaperKind;
use loket_domain::problem::{Refused, RequestRefused};
use loket_domain::report::Figures;
use loket_domain::request::{
    Command, Decision, DocumentsInput, ForwardAnswerInput, ForwardInput, Found, IncompleteInput, LetterNumberInput, NoteInput,
    Outcome, PaymentInput, ReceiptWithdrawnInput, Request, RequestDraft, RequestDuty, SendingInput, SendingWay, Stage,
    TidingsInput, decide,
};
use proptest::prelude::*;
use std::collections::BTreeSet;
use uuid::Uuid;

use crate::letter_life::wrong;
use crate::office::{
    Day, answer_in_parts, attorney, date, extension_letter, filled_form, grant_letter, hand_over, incomplete_letter, letter,
    new_address, not_entitled_letter, number, on_record, order, partial_letter, refund, refusal_letter, returned,
    unavailable_letter, vexatious,
};

/// A request on its way, one command a day.
struct Case {
    day: Day,
    changes: Vec<Change>,
}

impl Case {
    fn registered(on: &str, complete: bool) -> Self {
        let day = Day::at_perbaungan();
        let mut draft = RequestDraft { received_date: on.into(), ..filled_form() };
        if !complete {
            draft.documents.clear();
        }
        let command = Command::Register { draft: Box::new(draft), number: number(7, on) };
        let changes = decide(None, command, &day.on(on)).unwrap();
        Self { day, changes }
    }

    fn request(&self) -> Request {
        let (state, misfits) = Request::replay(&self.changes);
        assert!(misfits.is_empty(), "what was decided always fits");
        state.unwrap()
    }

    fn attempt(&mut self, on: &str, command: Command) -> Result<Request, Refused> {
        let made = decide(Some(&self.request()), command, &self.day.on(on))?;
        self.changes.extend(made);
        Ok(self.request())
    }

    fn then(&mut self, on: &str, command: Command) -> Request {
        self.attempt(on, command).unwrap()
    }
}

fn forwarding() -> ForwardInput {
    ForwardInput {
        recipient: "ppid_main".into(),
        unit: String::new(),
        number: "PN/7/2026".into(),
        note: "Mohon data penerima bantuan".into(),
        signed_by: Uuid::from_u128(1).to_string(),
    }
}

#[test]
fn the_worked_example_of_the_domain_study_holds_day_by_day() {
    let mut case = Case::registered("2026-11-23", false);
    let request = case.request();
    assert_eq!(request.promised.completeness, Some(date("2026-11-26")), "C1");
    let request = case.then("2026-11-23", Command::FindIncomplete(incomplete_letter("2026-11-23")));
    assert_eq!(request.incomplete.as_ref().unwrap().due, Some(date("2026-11-26")), "C2");
    let request = case.then("2026-11-24", Command::DeclareComplete { on: String::new() });
    assert_eq!(request.promised.official, Some(date("2026-12-08")), "C3a");
    assert_eq!(request.promised.safe, Some(date("2026-12-07")), "C3b");
    let request = case.then("2026-11-25", Command::Forward(forwarding()));
    assert_eq!(request.promised.official, Some(date("2026-12-08")), "forwarding does not stop the clock");

    let (profile, calendar) = (&case.day.office.profile, &case.day.calendar);
    let near = |on: &str| nearness(profile, calendar, date(on), date("2026-12-07")).unwrap().0;
    assert_eq!((near("2026-12-01"), near("2026-12-02")), (Nearness::Calm, Nearness::Near), "three working days before");

    let request = case.then("2026-12-07", Command::Extend(extension_letter("2026-12-07")));
    assert_eq!(request.promised.official, Some(date("2026-12-17")), "C4 from C3a");
    assert_eq!(request.promised.safe, Some(date("2026-12-16")), "C4 from C3b");
    assert_eq!(request.stage(), Stage::Extended);
    case.then("2026-12-14", Command::GrantPartly(Box::new(partial_letter("2026-12-14"))));
    let request = case.then("2026-12-15", Command::NoteReceived { on: "2026-12-15".into() });
    assert_eq!(request.stage(), Stage::PartlyGranted);
    let objection = Clock::Objection.ends(&case.day.calendar, case.day.office.profile.counting(), date("2026-12-15"));
    assert_eq!(objection, Some(date("2027-02-01")), "C6: thirty working days from receipt");
}

#[test]
fn an_extension_comes_once_for_a_reason_of_the_law_and_before_the_first_deadline_has_passed() {
    let mut case = Case::registered("2026-11-23", true);
    let mut without_reason = extension_letter("2026-11-25");
    without_reason.reasons = vec!["sibuk".into()];
    let no_reason = case.attempt("2026-11-25", Command::Extend(without_reason)).unwrap_err();
    assert!(matches!(no_reason, Refused::Fields(problems) if problems[0].field == "reasons"));
    let late = case.attempt("2026-12-08", Command::Extend(extension_letter("2026-12-08"))).unwrap_err();
    assert!(matches!(late, Refused::Fields(problems) if problems[0].field == "letter_date"), "7 December was the last day");
    case.then("2026-12-07", Command::Extend(extension_letter("2026-12-07")));
    let second = case.attempt("2026-12-08", Command::Extend(extension_letter("2026-12-08"))).unwrap_err();
    assert_eq!(second, RequestRefused::AlreadyExtended.into());
}

#[test]
fn an_extension_into_a_year_without_a_calendar_names_no_date() {
    let mut case = Case::registered("2027-12-14", true);
    let refused = case.attempt("2027-12-20", Command::Extend(extension_letter("2027-12-20"))).unwrap_err();
    assert!(refused.to_string().starts_with("Kalender 2028 belum dimuat"), "{refused}");
}

#[test]
fn a_request_that_is_not_completed_ends_only_after_the_applicants_three_days() {
    let mut case = Case::registered("2026-11-23", false);
    assert_eq!(case.attempt("2026-11-24", Command::Lapse).unwrap_err(), RequestRefused::NotIncomplete.into());
    case.then("2026-11-24", Command::FindIncomplete(incomplete_letter("2026-11-24")));
    let twice = case.attempt("2026-11-24", Command::FindIncomplete(incomplete_letter("2026-11-24"))).unwrap_err();
    assert_eq!(twice, RequestRefused::AlreadyIncomplete.into());
    let early = case.attempt("2026-11-27", Command::Lapse).unwrap_err();
    assert_eq!(early, RequestRefused::CompletionRuns(date("2026-11-27")).into());
    assert_eq!(case.then("2026-11-30", Command::Lapse).stage(), Stage::NotProcessed);
    assert_eq!(
        case.attempt("2026-11-30", Command::DeclareComplete { on: String::new() }).unwrap_err(),
        RequestRefused::AlreadyDecided.into()
    );
}

#[test]
fn nothing_to_give_is_no_refusal_and_another_body_must_be_named() {
    for (absence, stage) in
        [("not_held", Stage::NotHeld), ("not_documented", Stage::NotDocumented), ("held_by_other", Stage::HeldByOther)]
    {
        let mut case = Case::registered("2026-11-23", true);
        let request = case.then("2026-11-25", Command::AnswerUnavailable(unavailable_letter("2026-11-25", absence)));
        assert_eq!(request.stage(), stage);
        assert!(request.has_paper(PaperKind::WrittenNotice) && !request.has_paper(PaperKind::RefusalDecision));
    }
    let mut nameless = unavailable_letter("2026-11-25", "held_by_other");
    nameless.body.clear();
    let refused = Case::registered("2026-11-23", true).attempt("2026-11-25", Command::AnswerUnavailable(nameless));
    assert!(matches!(refused.unwrap_err(), Refused::Fields(problems) if problems[0].field == "body"));
}

#[test]
fn granted_information_is_paid_for_and_handed_over_once() {
    let mut case = Case::registered("2026-11-23", true);
    assert_eq!(
        case.attempt("2026-11-24", Command::HandOver(hand_over("2026-11-24"))).unwrap_err(),
        RequestRefused::NothingToHandOver.into()
    );
    let mut grant = grant_letter("2026-11-24");
    (grant.sheets, grant.price_per_sheet) = (50, 500);
    case.then("2026-11-24", Command::Grant(grant));
    let payment =
        PaymentInput { number: "KW/1".into(), on: "2026-11-25".into(), payer: "Warga Rekaan".into(), ..PaymentInput::default() };
    let request = case.then("2026-11-25", Command::TakePayment(payment.clone()));
    assert_eq!(request.payment.unwrap().amount, 25_000);
    assert_eq!(case.attempt("2026-11-25", Command::TakePayment(payment)).unwrap_err(), RequestRefused::AlreadyPaid.into());
    let request = case.then("2026-11-25", Command::HandOver(hand_over("2026-11-25")));
    assert_eq!((request.stage(), request.answer_received_on), (Stage::HandedOver, Some(date("2026-11-25"))));
    assert_eq!(request.handed_over.unwrap().items[0].sheets, Some(12));
    assert_eq!(
        case.attempt("2026-11-25", Command::HandOver(hand_over("2026-11-25"))).unwrap_err(),
        RequestRefused::AlreadyHandedOver.into()
    );
}

#[test]
fn a_forwarded_request_keeps_both_numbers_and_waits_for_one_answer_at_a_time() {
    let mut case = Case::registered("2026-11-23", true);
    case.then("2026-11-25", Command::Forward(forwarding()));
    assert_eq!(case.attempt("2026-11-25", Command::Forward(forwarding())).unwrap_err(), RequestRefused::AlreadyForwarded.into());
    let answer = |on: &str| {
        Command::NoteForwardAnswer(ForwardAnswerInput {
            number: "019/PPID-UTAMA/2026".into(),
            on: on.into(),
            note: "Data terlampir".into(),
        })
    };
    assert!(case.attempt("2026-11-26", answer("2026-11-24")).is_err(), "an answer does not come before its question");
    let request = case.then("2026-11-26", answer("2026-11-26"));
    assert_eq!(request.coordination[0].answer.as_ref().unwrap().number.as_deref(), Some("019/PPID-UTAMA/2026"));
    assert_eq!(request.number.text, "007/PPID/KEC-PBG/XI/2026");
    assert_eq!(case.attempt("2026-11-27", answer("2026-11-27")).unwrap_err(), RequestRefused::NothingForwarded.into());
}

#[test]
fn a_correction_keeps_what_stood_before_and_the_day_of_receipt_moves_the_deadline_in_sight() {
    let mut case = Case::registered("2026-11-23", true);
    case.then("2026-11-23", Command::IssuePaper(PaperKind::Receipt));
    let correct = |draft: RequestDraft| Command::Correct { draft: Box::new(draft), reason: "Nama salah ketik".into() };
    assert!(case.attempt("2026-11-24", correct(filled_form())).is_err(), "nothing changed");
    let moved = RequestDraft { received_date: "2026-11-20".into(), ..filled_form() };
    let request = case.then("2026-11-24", correct(moved));
    assert_eq!(request.registration.received_on, date("2026-11-20"));
    assert_eq!((request.moved[0].before.safe, request.moved[0].after.safe), (Some(date("2026-12-07")), Some(date("2026-12-04"))));
    assert!(request.has_paper(PaperKind::DeadlineAddendum), "what was promised on paper is told anew");
    let later = RequestDraft { received_date: "2026-11-24".into(), ..filled_form() };
    let refused = case.attempt("2026-11-24", correct(later)).unwrap_err();
    assert!(matches!(refused, Refused::Fields(problems) if problems[0].field == "received_date"), "not after its number");
    case.then("2026-11-24", correct(filled_form()));
    let request = case.then("2026-11-24", correct(RequestDraft { name: "Warga Rekaan Kedua".into(), ..filled_form() }));
    assert_eq!((request.version(), request.issued[&PaperKind::Receipt].version), (4, 1));
    assert_eq!(request.corrections[2].before.applicant.name, "Warga Rekaan");
    assert_eq!(request.registration.applicant.name, "Warga Rekaan Kedua");
}

#[test]
fn a_day_off_decreed_later_moves_open_deadlines_and_keeps_the_printed_one() {
    let mut case = Case::registered("2026-11-23", true);
    let nothing = case.attempt("2026-11-24", Command::MoveDeadline { reason: "Tidak ada".into() }).unwrap_err();
    assert_eq!(nothing, RequestRefused::NothingMoved.into());
    let day = LocalDay {
        date: date("2026-12-02"),
        kind: Some(DayOffKind::Local),
        name: "Pilkada".into(),
        decree: "Keputusan Gubernur Rekaan 1/2026".into(),
    };
    case.day.calendar = case.day.calendar.with(&[day]);
    let request = case.then("2026-11-24", Command::MoveDeadline { reason: "Pilkada 2 Desember 2026".into() });
    assert_eq!(request.moved[0].before.official, Some(date("2026-12-07")));
    assert_eq!(request.promised.official, Some(date("2026-12-08")));
    assert!(request.has_paper(PaperKind::DeadlineAddendum));
    let number = LetterNumberInput {
        paper: "deadline_addendum".into(),
        letter_number: "000.8.3/44".into(),
        ..LetterNumberInput::default()
    };
    let request = case.then("2026-11-25", Command::NumberLetter(number));
    assert_eq!(request.number_of(PaperKind::DeadlineAddendum), Some("000.8.3/44"));
    assert_eq!(request.written_on(PaperKind::DeadlineAddendum), Some(date("2026-11-24")));
    let request = case.then("2026-11-25", Command::IssuePaper(PaperKind::DeadlineAddendum));
    assert!(request.issued.contains_key(&PaperKind::DeadlineAddendum));
    let again = LocalDay {
        date: date("2026-12-03"),
        kind: Some(DayOffKind::Local),
        name: "Libur daerah".into(),
        decree: "Keputusan Gubernur Rekaan 2/2026".into(),
    };
    case.day.calendar = case.day.calendar.with(&[again]);
    let request = case.then("2026-11-26", Command::MoveDeadline { reason: "Libur 3 Desember 2026".into() });
    assert_eq!(request.number_of(PaperKind::DeadlineAddendum), Some(""), "the next move is told in a letter of its own");
    assert!(!request.issued.contains_key(&PaperKind::DeadlineAddendum), "which is an original of its own");
}

#[test]
fn a_letter_is_signed_by_somebody_in_office_whose_role_the_matrix_names() {
    let mut case = Case::registered("2026-11-23", true);
    let grant = || Command::Grant(grant_letter("2026-11-25"));
    let relieved =
        Change::Office(OfficeChange::OfficialRelieved { id: case.day.office.officials[0].id, until: date("2026-11-24") });
    let before = case.day.office.clone();
    case.day.office = Office::apply(Some(before.clone()), &relieved).unwrap();
    assert!(matches!(case.attempt("2026-11-25", grant()).unwrap_err(), Refused::Fields(p) if p[0].field == "signed_by"));
    let only_main =
        Change::Office(OfficeChange::SigningSet { paper: PaperKind::WrittenNotice, roles: BTreeSet::from([Role::PpidMain]) });
    case.day.office = Office::apply(Some(before.clone()), &only_main).unwrap();
    let refused = case.attempt("2026-11-25", grant()).unwrap_err();
    assert_eq!(refused.to_string(), "Pemberitahuan Tertulis ditandatangani PPID Utama; pilih pejabat lain.");
    let mut appointed = before;
    appointed.officials[0].appointment =
        Some(Appointment { decree: "SK 1/2026".into(), decreed_on: date("2026-01-02"), from: date("2026-01-05"), until: None });
    case.day.office = appointed;
    assert_eq!(case.then("2026-11-25", grant()).stage(), Stage::Granted);
}

#[test]
fn a_role_does_its_duties_and_no_others_and_a_single_account_does_all() {
    let account = |n: u128, role| Account {
        id: loket_domain::ids::AccountId(Uuid::from_u128(n)),
        login: format!("akun{n}"),
        name: format!("Pegawai Rekaan {n}"),
        role,
        also: BTreeSet::new(),
        closed_on: None,
    };
    let (desk, ppid) = (account(1, Role::DeskOfficer), account(2, Role::PpidUnit));
    let mut office = Day::at_perbaungan().office;
    office.accounts = vec![desk.clone()];
    assert!(Duty::ALL.iter().all(|duty| office.may(&desk, *duty).is_ok()));
    office.accounts.push(ppid.clone());
    assert_eq!(office.may(&desk, Duty::Serve), Ok(()));
    assert_eq!(office.may(&desk, Duty::Decide), Err(Refused::NotYourDuty(Duty::Decide)));
    assert_eq!(office.may(&ppid, Duty::Decide), Ok(()));
    assert_eq!(office.may(&ppid, Duty::AnswerObjections), Err(Refused::NotYourDuty(Duty::AnswerObjections)));
    assert_eq!(office.may(&desk, Duty::Administer), Err(Refused::NotYourDuty(Duty::Administer)));
    let twice = Office { accounts: vec![desk.clone(), account(3, Role::DeskOfficer)], ..office.clone() };
    assert_eq!(twice.may(&desk, Duty::Administer), Ok(()), "nobody else could");
    assert_eq!(twice.may(&desk, Duty::Decide), Err(Refused::NotYourDuty(Duty::Decide)));
    let given = Change::Office(OfficeChange::DutySet { duty: Duty::Decide, roles: BTreeSet::from([Role::DeskOfficer]) });
    let office = Office::apply(Some(office), &given).unwrap();
    assert_eq!(office.may(&desk, Duty::Decide), Ok(()));
    let closed = Change::Office(OfficeChange::AccountClosed { id: desk.id, on: date("2026-11-23") });
    let office = Office::apply(Some(office), &closed).unwrap();
    assert!(office.may(&desk, Duty::Serve).is_err());
}

/// Everything an officer can try; the letters are dated on the day of the attempt.
fn commands(on: &str) -> Vec<Command> {
    let mut paid = grant_letter(on);
    (paid.sheets, paid.price_per_sheet) = (2, 500);
    vec![
        Command::DeclareComplete { on: String::new() },
        Command::FindIncomplete(incomplete_letter(on)),
        Command::Lapse,
        Command::Withdraw { reason: "Dicabut dengan surat".into() },
        Command::Extend(extension_letter(on)),
        Command::Grant(paid),
        Command::GrantPartly(Box::new(partial_letter(on))),
        Command::Refuse(Box::new(refusal_letter(on))),
        Command::AnswerUnavailable(unavailable_letter(on, "not_documented")),
        Command::NoteReceived { on: on.into() },
        Command::TakePayment(PaymentInput {
            number: "KW/1".into(),
            on: on.into(),
            payer: "Warga Rekaan".into(),
            ..PaymentInput::default()
        }),
        Command::HandOver(hand_over(on)),
        Command::Forward(forwarding()),
        Command::NoteForwardAnswer(ForwardAnswerInput { number: String::new(), on: on.into(), note: "Ada".into() }),
        Command::Correct {
            draft: Box::new(RequestDraft { name: format!("Warga {on}"), ..filled_form() }),
            reason: "Salah ketik".into(),
        },
        Command::IssuePaper(PaperKind::Receipt),
        Command::IssuePaper(PaperKind::ExtensionNotice),
        Command::Answer(Box::new(answer_in_parts(on))),
        Command::FindIncomplete(IncompleteInput { received_on: String::new(), ..incomplete_letter(on) }),
        Command::NoteNoticeReceived { on: on.into() },
        Command::NoteSent(SendingInput {
            paper: PaperKind::WrittenNotice.code().into(),
            sent_on: on.into(),
            way: SendingWay::Email.code().into(),
            proof: "warga@contoh.example".into(),
        }),
        Command::Reopen { input: order(on), ordered: on_record(on) },
        Command::Cancel { reason: "Terdaftar dua kali".into(), objected: false },
        Command::NumberLetter(LetterNumberInput {
            paper: PaperKind::WrittenNotice.code().into(),
            letter_number: "9".into(),
            reason: "Salah ketik".into(),
        }),
        Command::ReprintOriginal { paper: PaperKind::Receipt, reason: "Macet".into() },
        wrong(PaperKind::WrittenNotice),
        wrong(PaperKind::RefusalDecision),
        wrong(PaperKind::ExtensionNotice),
        wrong(PaperKind::IncompleteNotice),
        Command::NotEntitled(not_entitled_letter(on)),
        Command::Abate { reason: "Akta kematian 12/2026".into() },
        Command::ChangeContact(new_address(on)),
        Command::NameRepresentative(attorney(on)),
        Command::EndRepresentative { on: on.into(), reason: "Kuasa dicabut".into(), in_objection: false },
        Command::FindVexatious(vexatious()),
        Command::NoteNotFetched { note: "Ditelepon dua kali".into() },
        Command::NoteReturned(returned(PaperKind::WrittenNotice, on)),
        Command::TakePayment(PaymentInput {
            number: "KW/2".into(),
            on: on.into(),
            payer: "Warga Rekaan".into(),
            amount: 300,
            ..PaymentInput::default()
        }),
        Command::Refund(refund(on, 200)),
        Command::NoteDocuments(DocumentsInput { documents: vec!["identity".into()], on: on.into() }),
        Command::WithdrawReceipt(ReceiptWithdrawnInput { paper: "written_notice".into(), reason: "Tanggal lain".into() }),
        Command::AddNote(NoteInput { about: "umum".into(), text: "Pemohon menelepon".into() }),
        Command::Tell(TidingsInput { about: "dijawab".into(), way: "whatsapp".into() }),
    ]
}

/// How many commands there are to try.
const COMMANDS: usize = 43;

/// Register, report and papers follow from one list of parts: they never say two things about one request.
fn never_contradicts(request: &Request) {
    let (parts, decision) = (request.parts(), request.decision());
    assert_eq!(decision, Decision::of(&parts), "an outcome and its list of parts decide alike");
    let not_entitled = matches!(request.outcome, Some(Outcome::NotEntitled(_)));
    assert_eq!(
        decision.is_some() || not_entitled,
        request.answered(),
        "what was answered was decided, or asked by nobody entitled"
    );
    assert!(!not_entitled || request.granted().is_none() && !request.may_be_given());
    assert_eq!(request.granted().is_some(), matches!(decision, Some(Decision::Granted | Decision::PartlyGranted)));
    let withheld_whole = parts.iter().any(|part| matches!(part.found, Found::Withheld { .. }));
    assert_eq!(request.has_paper(PaperKind::RefusalDecision), withheld_whole);
    let only_a_decision = matches!(request.outcome, Some(Outcome::Refused(_)));
    let closed = request.closed_by_the_applicant();
    assert_eq!(request.has_paper(PaperKind::WrittenNotice), closed || request.answered() && !only_a_decision);
    let day = Day::at_perbaungan();
    let figures = Figures::of([request], [], &day.office.profile, &day.calendar);
    let ended = figures.granted
        + figures.partly_granted
        + figures.refused
        + figures.not_held
        + figures.not_documented
        + figures.held_by_other
        + figures.not_processed
        + figures.not_entitled
        + figures.abated
        + figures.withdrawn
        + figures.open;
    assert_eq!((ended, figures.cancelled), if figures.requests == 1 { (1, 0) } else { (0, 1) }, "each is counted once");
    let judged = figures.in_time + figures.late + figures.in_time_as_dated;
    let first = request.first_outcome().and_then(Outcome::letter);
    assert!(judged <= u32::from(first.is_some()));
    // What a person is told to do has its papers and its place in the register.
    for running in request.running(&day.office.profile, &day.calendar, date("2027-03-01")).into_iter().flatten() {
        match running.duty {
            RequestDuty::RemindToFetch => assert!(request.waits_to_be_fetched() && request.handed_over.is_none()),
            RequestDuty::Send => {
                let (letter, _) = request.waits_to_leave().unwrap();
                assert!(request.letter(letter).is_some() && !request.sent.contains_key(&letter));
            }
            RequestDuty::SendAgain => assert!(request.lying_here().all(|letter| request.has_paper(letter.paper))),
            RequestDuty::Ready | RequestDuty::Document => assert!(request.may_be_given()),
            RequestDuty::Check | RequestDuty::Complete | RequestDuty::Close | RequestDuty::NoteNotice => {
                assert!(request.outcome.is_none() && request.complete_on.is_none());
            }
            RequestDuty::Answer | RequestDuty::Execute => assert!(request.outcome.is_none()),
        }
    }
    let received: u64 = request.payments().map(|payment| payment.amount).sum();
    assert!(request.paid() <= received, "nothing is given back that was not paid");
    assert_eq!(request.has_paper(PaperKind::FeeReceipt), received > 0);
    assert_eq!(request.has_paper(PaperKind::RefundReceipt), request.paid() < received);
}

/// What holds of every request the law knows, whatever was tried.
fn lawful(before: &Request, after: &Request) {
    assert_eq!(after.number, before.number, "a number never changes");
    assert_eq!(after.registration.received_on, before.registration.received_on, "nothing here corrects the day of receipt");
    let reopened = after.reopened.len() > before.reopened.len();
    let taken_back = after.cancelled.len() > before.cancelled.len();
    assert!(after.cancelled.starts_with(&before.cancelled), "what held no more stays in the story");
    let ended = before.outcome.is_none() || after.outcome == before.outcome;
    // A letter whose number followed is the same letter.
    let numbered =
        after.unnumbered().count() != before.unnumbered().count() || after.number_of(PaperKind::WrittenNotice) == Some("9");
    assert!(ended || reopened || taken_back || numbered, "an end changes by order, or because its letter was wrong");
    assert!(after.reopened.starts_with(&before.reopened), "what was answered before stays");
    assert!(after.sent.iter().all(|(paper, sent)| after.letter(*paper).is_some_and(|letter| letter.date <= sent.on)));
    if matches!(after.outcome, Some(Outcome::Cancelled { .. })) {
        assert!(after.incomplete.is_none() && after.extension.is_none(), "no letter went out about a mistake");
    }
    never_contradicts(after);
    let kept = before.extension.is_none() || after.extension == before.extension;
    assert!(kept || taken_back, "an extension is the only one");
    let answered = after.outcome.as_ref().and_then(Outcome::letter);
    let not_entitled = matches!(after.outcome, Some(Outcome::NotEntitled(_)));
    assert!(answered.is_none() || not_entitled || after.complete_on.is_some(), "no answer before the papers are complete");
    if let Some(letter) = answered.filter(|_| !not_entitled) {
        assert!(after.complete_on.is_some_and(|complete| letter.date >= complete));
    }
    assert!(after.handed_over.is_none() || after.may_be_given(), "only what was given or promised is handed over");
    assert!(after.payments().next().is_none() || after.granted().is_some_and(|grant| grant.fees.total() > 0));
    assert!(after.answer_received_on.is_none() || answered.is_some());
    if let (Some(extension), Some(first)) = (&after.extension, after.extension.as_ref().and_then(|e| e.first.official)) {
        assert!(extension.letter.date <= first, "extended within the first deadline");
        assert!(extension.promised.official.is_some_and(|official| official > first));
    }
    if let Some(Outcome::Refused(refusal)) = &after.outcome {
        let exemption = &refusal.exemption;
        assert!(!exemption.grounds.is_empty() || !exemption.limits.is_empty(), "a refusal names its letter");
        assert!(!exemption.consequence.is_empty());
        let expires = exemption.grounds.iter().any(|ground| ground.must_expire());
        assert!(!expires || exemption.expires.is_some());
    }
    if let Some(Outcome::NotProcessed { on }) = &after.outcome {
        assert!(after.incomplete.as_ref().is_some_and(|notice| notice.due.is_some_and(|due| *on > due)));
    }
}

proptest! {
    #[test]
    fn no_sequence_of_commands_reaches_a_state_the_law_does_not_know(
        complete in any::<bool>(),
        tries in proptest::collection::vec((0usize..COMMANDS, 0u64..4), 0..20),
    ) {
        let mut case = Case::registered("2026-11-23", complete);
        let mut today = date("2026-11-23");
        for (which, days) in tries {
            today = today + chrono::Days::new(days);
            let on = today.to_string();
            let before = case.request();
            let command = commands(&on).swap_remove(which);
            let _ = case.attempt(&on, command);
            lawful(&before, &case.request());
        }
    }

    #[test]
    fn what_arrives_twice_or_out_of_place_never_breaks_a_request(
        tries in proptest::collection::vec((0usize..COMMANDS, 0u64..4), 0..16),
        picks in proptest::collection::vec(any::<prop::sample::Index>(), 0..24),
    ) {
        let mut case = Case::registered("2026-11-23", true);
        let mut today = date("2026-11-23");
        for (which, days) in tries {
            today = today + chrono::Days::new(days);
            let on = today.to_string();
            let _ = case.attempt(&on, commands(&on).swap_remove(which));
        }
        let shuffled: Vec<&Change> =
            std::iter::once(&case.changes[0]).chain(picks.iter().map(|pick| pick.get(&case.changes))).collect();
        let (state, misfits) = Request::replay(shuffled.iter().copied());
        let state = state.unwrap();
        lawful(&state, &state);
        prop_assert!(misfits.len() < shuffled.len());
    }
}

#[test]
fn a_letter_of_the_form_is_read_from_the_flat_boxes_of_the_window() {
    let json = serde_json::json!({
        "letter_number": "1", "letter_date": "2026-11-25", "signed_by": "x", "cc": [],
        "absence": "not_held", "body": "", "available_in_days": 0
    });
    let input: loket_domain::request::UnavailableInput = serde_json::from_value(json).unwrap();
    assert_eq!(input.letter.letter_date, letter("2026-11-25").letter_date);
}
