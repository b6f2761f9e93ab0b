//! The hard cases of the law, one story each: what a program that is only right on the usual path gets wrong.

use loket_domain::calendar::{DayOffKind, LocalDay};
use loket_domain::change::Change;
use loket_domain::ids::RequestId;
use loket_domain::objection::{Objection, ObjectionCommand, ObjectionInput, StepKind, decide as decide_objection, doubts};
use loket_domain::paper::PaperKind;
use loket_domain::problem::{Refused, RequestRefused};
use loket_domain::report::{Measured, ReportInput};
use loket_domain::request::{
    Command, Decision, Found, HandOverInput, IncompleteInput, PaymentInput, Request, RequestDraft, RequestDuty, ReturnedInput,
    Stage, Timeliness, Turn,
};
use uuid::Uuid;

use crate::office::{
    Day, answer_in_parts, date, exemption, extension_letter, filled_form, grant_letter, hand_over, incomplete_letter, number,
    on_record, order, partial_letter, refund, refusal_letter, unavailable_letter,
};
use crate::story::{Story, sent};

#[test]
fn half_given_and_half_held_by_another_is_one_notice_without_an_exemption() {
    let mut story = Story::begun();
    let request = story.then("2026-12-01", Command::Answer(Box::new(answer_in_parts("2026-12-01"))));
    assert_eq!((request.stage(), request.decision()), (Stage::PartlyGranted, Some(Decision::PartlyGranted)));
    assert!(request.has_paper(PaperKind::WrittenNotice) && !request.has_paper(PaperKind::RefusalDecision));
    assert!(!Decision::withholds(&request.parts()), "nothing of it falls under Pasal 17");
    assert!(matches!(&request.parts()[1].found, Found::NotHeld { holder: Some(holder) } if holder == "Dinas Sosial Rekaan"));
    let request = story.then("2026-12-02", Command::HandOver(hand_over("2026-12-02")));
    assert_eq!(request.decision(), Some(Decision::PartlyGranted), "the hand-over does not make the decision forgotten");
}

#[test]
fn parts_without_an_answer_of_their_own_are_named_and_nothing_is_written() {
    let mut story = Story::begun();
    let mut one = answer_in_parts("2026-12-01");
    one.parts.truncate(1);
    assert_eq!(story.field("2026-12-01", Command::Answer(Box::new(one))), "part1_found");
    let mut open = answer_in_parts("2026-12-01");
    open.parts[1].found = String::new();
    assert_eq!(story.field("2026-12-01", Command::Answer(Box::new(open))), "part2_found");
    let mut withheld = answer_in_parts("2026-12-01");
    withheld.parts[1].found = "withheld".into();
    withheld.parts[1].exemption = exemption();
    withheld.decision_number = "000.8.3/42/2026".into();
    let request = story.then("2026-12-01", Command::Answer(Box::new(withheld)));
    assert!(
        request.has_paper(PaperKind::WrittenNotice) && request.has_paper(PaperKind::RefusalDecision),
        "the decision goes along"
    );
}

#[test]
fn withholding_a_part_is_withholding_and_is_signed_like_it() {
    let by_test = |mut input: loket_domain::request::ExemptionInput| {
        (input.basis, input.classification) = ("test".into(), String::new());
        (input.test_date, input.test_approved_by) = ("2026-12-03".into(), "Bupati Rekaan".into());
        input
    };
    let mut story = Story::begun();
    let mut partly = partial_letter("2026-12-03");
    partly.exemption = by_test(partly.exemption);
    assert_eq!(story.field("2026-12-03", Command::GrantPartly(Box::new(partly))), "signed_by");
    let mut parts = answer_in_parts("2026-12-03");
    (parts.parts[1].found, parts.decision_number) = ("withheld".into(), "SK/1".into());
    parts.parts[1].exemption = by_test(exemption());
    assert_eq!(story.field("2026-12-03", Command::Answer(Box::new(parts))), "signed_by");
}

#[test]
fn a_late_letter_about_missing_papers_wins_the_office_no_time() {
    let mut story = Story::incomplete();
    story.then("2026-12-04", Command::FindIncomplete(incomplete_letter("2026-12-04")));
    let request = story.then("2026-12-14", Command::DeclareComplete { on: String::new() });
    assert_eq!(request.promised.official, Some(date("2026-12-10")), "ten days from the end of the check on 26 November");
    story.then("2026-12-29", Command::Grant(grant_letter("2026-12-29")));
    assert_eq!(story.figures().late, 1);
}

#[test]
fn a_late_letter_about_missing_papers_does_not_let_the_office_close_what_it_did_not_answer() {
    let mut story = Story::incomplete();
    story.then("2026-12-04", Command::FindIncomplete(incomplete_letter("2026-12-04")));
    let refused = story.attempt("2026-12-14", Command::Lapse);
    assert_eq!(refused, Err(RequestRefused::NoticeTooLate(date("2026-11-26")).into()));
    let mut dated_back = Story::incomplete();
    dated_back.then("2026-12-04", Command::FindIncomplete(incomplete_letter("2026-11-26")));
    assert!(dated_back.attempt("2026-12-14", Command::Lapse).is_err(), "a date written back proves nothing");
}

#[test]
fn an_answer_waits_to_leave_until_something_says_that_it_did() {
    let mut story = Story::begun();
    story.then("2026-12-01", Command::Extend(extension_letter("2026-12-01")));
    let waits = |story: &Story| story.request().waits_to_leave();
    assert_eq!(waits(&story), Some((PaperKind::ExtensionNotice, Some(date("2026-12-07")))), "within the first term");
    story.then("2026-12-02", sent(PaperKind::ExtensionNotice, "2026-12-02", "email", "warga@contoh.id"));
    assert_eq!(waits(&story), None);
    let mut answered = Story::begun();
    answered.then("2026-12-04", Command::Grant(grant_letter("2026-12-04")));
    assert_eq!(waits(&answered), Some((PaperKind::WrittenNotice, Some(date("2026-12-07")))));
    answered.then("2026-12-09", sent(PaperKind::WrittenNotice, "2026-12-09", "post", "RR 1"));
    assert_eq!((waits(&answered), answered.request().timeliness()), (None, Some(Timeliness::Late)));
    let mut fetched = Story::begun();
    fetched.then("2026-12-04", Command::Grant(grant_letter("2026-12-04")));
    fetched.then("2026-12-07", Command::HandOver(hand_over("2026-12-07")));
    assert_eq!(waits(&fetched), None, "who took the copy has the answer");
}

#[test]
fn a_check_that_was_not_made_is_late_like_any_other_duty() {
    let story = Story::incomplete();
    assert_eq!(story.nearest("2026-11-27"), (RequestDuty::Check, "2026-11-26".into()));
    let mut told = Story::incomplete();
    told.then("2026-11-25", Command::FindIncomplete(incomplete_letter("2026-11-25")));
    assert_eq!(told.nearest("2026-11-27"), (RequestDuty::Complete, "2026-11-30".into()));
    assert_eq!(RequestDuty::Complete.turn(), Turn::Applicant);
    assert_eq!(told.nearest("2026-12-01"), (RequestDuty::Close, "2026-11-30".into()), "then it is the office's turn again");
    assert_eq!(RequestDuty::Close.turn(), Turn::Office);
}

#[test]
fn an_extension_dated_back_is_kept_and_clears_no_alarm_until_its_sending_is_proved() {
    let mut story = Story::begun();
    let request = story.then("2026-12-14", Command::Extend(extension_letter("2026-12-07")));
    assert_eq!(request.extension.as_ref().unwrap().letter.entered_on, Some(date("2026-12-14")));
    assert_eq!(story.nearest("2026-12-14"), (RequestDuty::Send, "2026-12-07".into()), "still late: send it, or answer");
    let posted = sent(PaperKind::ExtensionNotice, "2026-12-07", "post", "RR 123 ID");
    story.then("2026-12-15", posted);
    assert_eq!(story.nearest("2026-12-15"), (RequestDuty::Answer, "2026-12-16".into()));
}

#[test]
fn an_answer_dated_back_is_counted_apart_and_a_late_sending_is_late() {
    let mut dated_back = Story::begun();
    let request = dated_back.then("2026-12-14", Command::Grant(grant_letter("2026-12-07")));
    assert_eq!(request.timeliness(), None, "nothing says that it left");
    let figures = dated_back.figures();
    assert_eq!((figures.unsent, figures.in_time_as_dated, figures.timed), (1, 0, 0));
    let request = dated_back.then("2026-12-14", sent(PaperKind::WrittenNotice, "2026-12-07", "in_person", ""));
    assert_eq!(request.timeliness(), Some(Timeliness::InTimeAsDated));
    let figures = dated_back.figures();
    assert_eq!((figures.in_time, figures.in_time_as_dated, figures.late, figures.unsent), (0, 1, 0, 0));
    let mut sent_late = Story::begun();
    sent_late.then("2026-12-07", Command::Grant(grant_letter("2026-12-07")));
    let request = sent_late.then("2026-12-09", sent(PaperKind::WrittenNotice, "2026-12-09", "post", "RR 124 ID"));
    assert_eq!(request.timeliness(), Some(Timeliness::Late), "what counts is the sending");
}

#[test]
fn whatever_is_entered_after_the_term_for_a_day_before_it_proves_no_more_than_its_entry() {
    let mut received = Story::begun();
    received.then("2026-12-01", Command::Grant(grant_letter("2026-12-01")));
    let request = received.then("2027-02-01", Command::NoteReceived { on: "2026-12-02".into() });
    assert_eq!((request.receipt_entered_on, request.timeliness()), (Some(date("2027-02-01")), Some(Timeliness::InTimeAsDated)));
    let same_day = {
        let mut story = Story::begun();
        story.then("2026-12-01", Command::Grant(grant_letter("2026-12-01")));
        story.then("2026-12-02", Command::NoteReceived { on: "2026-12-02".into() })
    };
    assert_eq!((same_day.receipt_entered_on, same_day.timeliness()), (None, Some(Timeliness::InTime)));

    let mut extended = Story::begun();
    extended.then("2026-12-14", Command::Extend(extension_letter("2026-12-07")));
    let request = extended.then("2026-12-14", sent(PaperKind::ExtensionNotice, "2026-12-07", "in_person", ""));
    assert!(request.extension_stands(), "as it is dated");
    extended.then("2026-12-14", Command::Grant(grant_letter("2026-12-14")));
    let request = extended.then("2026-12-14", sent(PaperKind::WrittenNotice, "2026-12-14", "in_person", ""));
    assert_eq!(request.timeliness(), Some(Timeliness::InTimeAsDated), "by an extension that was entered after the first term");
}

#[test]
fn what_stands_where_a_number_or_an_address_belongs_is_one() {
    for word in ["menyusul", "-", "belum ada"] {
        let mut letter = grant_letter("2026-12-01");
        letter.letter.letter_number = word.into();
        assert_eq!(Story::begun().field("2026-12-01", Command::Grant(letter)), "letter_number", "{word}");
    }
    let mut story = Story::begun();
    story.then("2026-12-02", Command::Grant(grant_letter("2026-12-02")));
    assert_eq!(story.field("2026-12-03", sent(PaperKind::WrittenNotice, "2026-12-03", "email", "tidak ada alamat")), "proof");
    let draft =
        RequestDraft { name: "Warga\u{202e} Reka\u{0}an".into(), information: "Baris satu\nBaris dua".into(), ..filled_form() };
    let form = Story::registered("2026-11-23", draft).request().registration;
    assert_eq!((form.applicant.name.as_str(), form.information.as_str()), ("Warga Rekaan", "Baris satu\nBaris dua"));
}

#[test]
fn a_letter_leaves_after_it_was_written_once_and_with_a_proof() {
    let mut story = Story::begun();
    let nothing = story.attempt("2026-12-01", sent(PaperKind::WrittenNotice, "2026-12-01", "post", "RR 1")).unwrap_err();
    assert!(nothing.to_string().contains("belum tercatat pengirimannya"), "{nothing}");
    story.then("2026-12-02", Command::Grant(grant_letter("2026-12-02")));
    assert_eq!(story.field("2026-12-03", sent(PaperKind::WrittenNotice, "2026-12-01", "post", "RR 1")), "sent_on");
    assert_eq!(story.field("2026-12-03", sent(PaperKind::WrittenNotice, "2026-12-04", "post", "RR 1")), "sent_on");
    assert_eq!(story.field("2026-12-03", sent(PaperKind::WrittenNotice, "2026-12-03", "email", "")), "proof");
    let request = story.then("2026-12-03", sent(PaperKind::WrittenNotice, "2026-12-03", "in_person", ""));
    assert_eq!(request.answer_received_on, Some(date("2026-12-03")), "into the hand is received");
    assert!(story.attempt("2026-12-03", sent(PaperKind::WrittenNotice, "2026-12-03", "post", "RR 1")).is_err(), "once");
}

#[test]
fn a_letter_with_all_papers_was_complete_when_it_came_however_late_it_is_entered() {
    let draft = RequestDraft { received_date: "2026-11-16".into(), ..filled_form() };
    let request = Story::registered("2026-11-23", draft).request();
    assert_eq!((request.complete_on, request.promised.official), (Some(date("2026-11-16")), Some(date("2026-11-30"))));
    let mut late = Story::registered("2026-11-23", RequestDraft { received_date: "2026-11-16".into(), ..filled_form() });
    let field = late.field("2026-11-24", Command::Grant(grant_letter("2026-11-20")));
    assert_eq!(field, "letter_date", "no letter names a number before it was given");
    late.then("2026-11-24", Command::Grant(grant_letter("2026-11-23")));
    let mut paper_book = Story::registered("2026-11-23", RequestDraft { documents: vec![], ..filled_form() });
    let request = paper_book.then("2026-11-25", Command::DeclareComplete { on: "2026-11-24".into() });
    assert_eq!(request.promised.official, Some(date("2026-12-08")));
}

fn object(grounds: &[&str], request: &Request, received: &str, on: &str) -> Result<Vec<String>, Refused> {
    let day = Day::at_perbaungan();
    let input = ObjectionInput {
        grounds: grounds.iter().map(|ground| (*ground).to_owned()).collect(),
        received_date: received.into(),
        case_position: "Menurut pemohon haknya dilanggar".into(),
        ..ObjectionInput::default()
    };
    let form = input.check(Some((RequestId(Uuid::from_u128(70)), request)), &day.on(on))?;
    let received = form.received_on.unwrap_or(date(on));
    Ok(doubts(&form, received, request, &day.office.profile, &day.calendar))
}

#[test]
fn what_the_applicant_ticks_is_registered_and_what_the_office_knows_is_told_to_the_superior() {
    let mut stored = Story::begun();
    let granted = stored.then("2026-12-04", Command::Grant(grant_letter("2026-12-04")));
    let said = object(&["c"], &granted, "2026-12-10", "2026-12-10").unwrap();
    assert!(said[0].contains("sudah dijawab dengan surat tanggal 4 Desember 2026"), "{said:?}");
    let mut lapsed = Story::incomplete();
    lapsed.then("2026-11-24", Command::FindIncomplete(incomplete_letter("2026-11-24")));
    let lapsed = lapsed.then("2026-11-30", Command::Lapse);
    assert!(object(&["a"], &lapsed, "2026-12-01", "2026-12-01").is_ok());
    let silent = Story::begun().request();
    let early = object(&["c"], &silent, "2026-11-23", "2026-11-23").unwrap();
    assert!(early[0].contains("sebelum batas jawaban 7 Desember 2026"), "{early:?}");
    let late = object(&["c"], &silent, "2027-02-15", "2027-02-15").unwrap();
    assert!(late.iter().any(|said| said.contains("setelah batas 22 Januari 2027")), "{late:?}");
    assert!(object(&["c"], &silent, "2026-11-20", "2026-12-10").is_err(), "not before the request itself");
}

/// The objection on the ground of refusal alone, entered on 7 December.
fn objected_as_refused(request: Request) -> Objection {
    let input = ObjectionInput { grounds: vec!["a".into()], case_position: "Keberatan".into(), ..ObjectionInput::default() };
    let command = ObjectionCommand::Register {
        input: Box::new(input),
        request: Some((RequestId(Uuid::from_u128(70)), Box::new(request))),
        number: number(1, "2026-12-07"),
    };
    let registered = decide_objection::<Change>(None, command, &Day::at_perbaungan().on("2026-12-07")).unwrap();
    Objection::replay([&registered]).0.unwrap()
}

#[test]
fn not_held_is_no_refusal_and_is_mediated_first() {
    let mut story = Story::begun();
    let request = story.then("2026-12-01", Command::AnswerUnavailable(unavailable_letter("2026-12-01", "not_held")));
    let objection = objected_as_refused(request);
    assert!(StepKind::Mediation.may_follow(Some(StepKind::Begun), &objection.form));
    assert!(StepKind::Dismissed.may_follow(Some(StepKind::Failed), &objection.form), "withdrawn after a failed mediation");
}

#[test]
fn half_given_and_half_not_held_withholds_nothing_and_is_mediated_first() {
    let mut story = Story::begun();
    let request = story.then("2026-12-01", Command::Answer(Box::new(answer_in_parts("2026-12-01"))));
    let objection = objected_as_refused(request);
    assert_eq!((objection.form.decided, objection.form.withheld), (Some(Decision::PartlyGranted), Some(false)));
    assert!(StepKind::Mediation.may_follow(Some(StepKind::Begun), &objection.form));
    let mut story = Story::begun();
    let request = story.then("2026-12-01", Command::GrantPartly(Box::new(partial_letter("2026-12-01"))));
    let objection = objected_as_refused(request);
    assert_eq!((objection.form.decided, objection.form.withheld), (Some(Decision::PartlyGranted), Some(true)));
    assert!(!StepKind::Mediation.may_follow(Some(StepKind::Begun), &objection.form), "what was blacked out was withheld");
}

#[test]
fn what_was_promised_in_days_keeps_its_clock_until_it_is_handed_over() {
    let mut story = Story::begun();
    let mut grant = grant_letter("2026-12-01");
    grant.ready_in_days = 3;
    story.then("2026-12-01", Command::Grant(grant));
    assert_eq!(story.nearest("2026-12-02"), (RequestDuty::Ready, "2026-12-04".into()));
    let mut later = Story::begun();
    later.then("2026-12-01", Command::AnswerUnavailable(unavailable_letter("2026-12-01", "not_documented")));
    later.then("2026-12-01", sent(PaperKind::WrittenNotice, "2026-12-01", "in_person", ""));
    assert_eq!(later.nearest("2026-12-02").0, RequestDuty::Document);
    let request = later.then("2026-12-22", Command::HandOver(hand_over("2026-12-22")));
    assert!(request.running(&later.day.office.profile, &later.day.calendar, date("2026-12-22")).is_empty());
}

#[test]
fn a_citizen_without_telephone_and_e_mail_is_registered_and_a_nik_may_have_blanks() {
    let draft = RequestDraft {
        phone: String::new(),
        email: String::new(),
        identity_number: " 1218 0101\u{a0}0190-0003 ".into(),
        ..filled_form()
    };
    let applicant = Story::registered("2026-11-23", draft).request().registration.applicant;
    assert_eq!((applicant.phone, applicant.email, applicant.identity_number.as_str()), (None, None, "1218010101900003"));
}

#[test]
fn a_viewing_on_the_spot_is_handed_over_and_what_is_posted_needs_a_proof_and_no_signature() {
    let viewing =
        RequestDraft { access_mode: "view".into(), copy_format: String::new(), delivery_mode: String::new(), ..filled_form() };
    let mut story = Story::registered("2026-11-23", viewing);
    story.then("2026-12-01", Command::Grant(grant_letter("2026-12-01")));
    let seen = HandOverInput { items: vec!["Notulen; dilihat".into()], ..hand_over("2026-12-01") };
    assert!(story.attempt("2026-12-01", Command::HandOver(seen)).is_ok());
    let mut posted = Story::begun();
    posted.then("2026-12-01", Command::Grant(grant_letter("2026-12-01")));
    let by_post =
        |proof: &str| Command::HandOver(HandOverInput { way: "post".into(), proof: proof.into(), ..hand_over("2026-12-02") });
    assert_eq!(posted.field("2026-12-02", by_post("")), "proof");
    assert!(posted.attempt("2026-12-02", by_post("RR 125 ID")).is_ok());
}

#[test]
fn a_letter_about_missing_papers_goes_by_post_and_its_days_run_from_receipt() {
    let mut story = Story::incomplete();
    let posted = IncompleteInput { received_on: String::new(), ..incomplete_letter("2026-11-25") };
    let request = story.then("2026-11-25", Command::FindIncomplete(posted));
    assert_eq!(request.incomplete.as_ref().unwrap().due, None, "no date is guessed");
    assert!(story.attempt("2026-12-10", Command::Lapse).is_err(), "nobody knows when the three days began");
    let request = story.then("2026-12-01", Command::NoteNoticeReceived { on: "2026-11-30".into() });
    assert_eq!(request.incomplete.as_ref().unwrap().due, Some(date("2026-12-03")));
    assert_eq!(story.then("2026-12-04", Command::Lapse).stage(), Stage::NotProcessed);
}

#[test]
fn after_an_answer_the_question_stays_and_the_contact_may_be_corrected() {
    let mut story = Story::begun();
    story.then("2026-11-30", Command::Refuse(Box::new(refusal_letter("2026-11-30"))));
    let correct = |draft: RequestDraft| Command::Correct { draft: Box::new(draft), reason: "Salah ketik".into() };
    let other = RequestDraft { information: "Sesuatu yang lain".into(), ..filled_form() };
    assert_eq!(story.field("2026-12-01", correct(other)), "information");
    let contact = RequestDraft { phone: "0812-1111-1111".into(), ..filled_form() };
    assert!(story.attempt("2026-12-01", correct(contact)).is_ok());
}

#[test]
fn a_mistaken_registration_is_cancelled_and_counted_apart() {
    let mut story = Story::begun();
    let request = story.then("2026-11-23", Command::Cancel { reason: "Terdaftar dua kali".into(), objected: false });
    assert_eq!(request.stage(), Stage::Cancelled);
    assert_eq!((story.figures().requests, story.figures().cancelled), (0, 1));
    let mut extended = Story::begun();
    extended.then("2026-12-01", Command::Extend(extension_letter("2026-12-01")));
    let mut forgotten = Story::begun();
    let too_late = forgotten.attempt("2026-12-08", Command::Cancel { reason: "Keliru".into(), objected: false });
    assert_eq!(
        too_late,
        Err(RequestRefused::TermIsOver(date("2026-12-07")).into()),
        "what should be answered is not made away with"
    );
    let objected = forgotten.attempt("2026-12-01", Command::Cancel { reason: "Keliru".into(), objected: true });
    assert_eq!(objected, Err(RequestRefused::ObjectedTo.into()));
    assert!(
        extended.attempt("2026-12-01", Command::Cancel { reason: "Keliru".into(), objected: false }).is_err(),
        "a letter went out about it"
    );
}

#[test]
fn a_report_is_frozen_only_after_its_year() {
    let day = Day::at_perbaungan();
    let input = ReportInput { year: 2026, ..ReportInput::default() };
    let Refused::Fields(problems) = input.check(Measured::default(), &day.on("2026-11-23")).unwrap_err() else {
        panic!("expected boxes")
    };
    assert_eq!(problems[0].field, "year");
}

#[test]
fn a_fee_that_arrives_after_another_answer_pays_for_nothing() {
    let mut paid = Story::begun();
    let mut grant = grant_letter("2026-12-01");
    (grant.sheets, grant.price_per_sheet) = (2, 500);
    paid.then("2026-12-01", Command::Grant(grant));
    let payment =
        PaymentInput { number: "KW/1".into(), on: "2026-12-01".into(), payer: "Warga Rekaan".into(), ..PaymentInput::default() };
    paid.then("2026-12-01", Command::TakePayment(payment));
    let fee = paid.changes.last().unwrap();
    let mut free = Story::begun();
    free.then("2026-12-01", Command::Grant(grant_letter("2026-12-01")));
    assert_eq!(Request::apply(Some(&free.request()), fee), None, "kept aside for a person: nothing was to be paid");
    assert!(Request::apply(Some(&Story::begun().request()), fee).is_none());
}

#[test]
fn papers_that_are_asked_for_weeks_after_the_letter_came_gain_no_time() {
    let draft = RequestDraft { received_date: "2026-11-23".into(), documents: vec![], ..filled_form() };
    let mut story = Story::registered("2026-12-21", draft);
    assert_eq!(story.request().promised.completeness, Some(date("2026-11-26")), "from the day it came");
    story.then("2026-12-21", Command::FindIncomplete(incomplete_letter("2026-12-21")));
    assert!(story.attempt("2026-12-29", Command::Lapse).is_err(), "what was asked for too late closes nothing");
    story.then("2026-12-28", Command::DeclareComplete { on: "2026-12-28".into() });
    assert_eq!(story.request().promised.official, Some(date("2026-12-10")), "ten days from the end of the check");
    assert!(story.attempt("2026-12-28", Command::Extend(extension_letter("2026-12-28"))).is_err());
}

#[test]
fn a_parcel_has_left_and_is_not_there_yet_and_may_come_back() {
    let mut story = Story::begun();
    story.then("2026-12-01", Command::Grant(grant_letter("2026-12-01")));
    let by_post = HandOverInput { way: "post".into(), proof: "RR 5 ID".into(), ..hand_over("2026-12-02") };
    let request = story.then("2026-12-02", Command::HandOver(by_post.clone()));
    assert_eq!((request.answer_received_on, request.timeliness()), (None, Some(Timeliness::InTime)));
    let returned = ReturnedInput { paper: "hand_over_receipt".into(), on: "2026-12-08".into(), why: "Pindah".into() };
    let request = story.then("2026-12-08", Command::NoteReturned(returned));
    assert_eq!((request.stage(), request.lying_here().count()), (Stage::Granted, 1));
    let again = HandOverInput { number: "TP/2".into(), on: "2026-12-09".into(), ..by_post };
    let request = story.then("2026-12-09", Command::HandOver(again));
    assert_eq!((request.stage(), request.lying_here().count(), request.receipts().count()), (Stage::HandedOver, 0, 2));
    let request = story.then("2026-12-11", Command::NoteReceived { on: "2026-12-11".into() });
    assert_eq!(request.answer_received_on, Some(date("2026-12-11")));
}

#[test]
fn nobody_pays_for_copies_that_are_only_looked_at() {
    let draft = RequestDraft { access_mode: "view".into(), ..filled_form() };
    let mut story = Story::registered("2026-11-23", draft);
    let mut grant = grant_letter("2026-12-01");
    (grant.sheets, grant.price_per_sheet) = (10, 500);
    assert_eq!(story.field("2026-12-01", Command::Grant(grant)), "price_per_sheet");
}

/// A day off that was decreed, or heard of, only now.
fn day_off(date_of: &str) -> LocalDay {
    let (name, decree) = ("Libur daerah".to_owned(), "Keputusan Bupati Rekaan 1/2026".to_owned());
    LocalDay { date: date(date_of), kind: Some(DayOffKind::Local), name, decree }
}

#[test]
fn a_day_off_that_is_entered_when_the_term_had_passed_proves_no_answer_in_time() {
    let answered_on_the_eighth = |entered: &str| {
        let mut story = Story::begun();
        story.day.calendar = story.day.calendar.with(&[day_off("2026-12-02")]);
        let request = story.then(entered, Command::MoveDeadline { reason: "Libur 2 Desember".into() });
        assert_eq!(request.promised.official, Some(date("2026-12-08")));
        story.then("2026-12-08", Command::Grant(grant_letter("2026-12-08")));
        story.then("2026-12-08", sent(PaperKind::WrittenNotice, "2026-12-08", "email", "warga@contoh.id"));
        story.request().timeliness()
    };
    assert_eq!(answered_on_the_eighth("2026-12-03"), Some(Timeliness::InTime), "while the term ran");
    assert_eq!(answered_on_the_eighth("2026-12-07"), Some(Timeliness::InTime), "on its last day");
    assert_eq!(answered_on_the_eighth("2026-12-08"), Some(Timeliness::InTimeAsDated), "when it had passed");
}

#[test]
fn a_day_of_receipt_that_is_put_right_when_the_term_had_passed_proves_no_answer_in_time() {
    let begun = || Story::registered("2026-11-23", RequestDraft { received_date: "2026-11-20".into(), ..filled_form() });
    let corrected = |on: &str| {
        let mut story = begun();
        assert_eq!(story.request().promised.official, Some(date("2026-12-04")));
        let draft = RequestDraft { received_date: "2026-11-23".into(), ..filled_form() };
        story.then(on, Command::Correct { draft: Box::new(draft), reason: "Salah ketik".into() });
        story.then("2026-12-07", Command::Grant(grant_letter("2026-12-07")));
        story.then("2026-12-07", sent(PaperKind::WrittenNotice, "2026-12-07", "email", "warga@contoh.id"));
        story.request().timeliness()
    };
    assert_eq!(corrected("2026-11-24"), Some(Timeliness::InTime));
    assert_eq!(corrected("2026-12-07"), Some(Timeliness::InTimeAsDated));
}

#[test]
fn money_is_the_applicants_whatever_is_answered_anew() {
    let pay = |number: &str, on: &str| {
        let (number, on, payer) = (number.into(), on.into(), "Warga Rekaan".into());
        Command::TakePayment(PaymentInput { number, on, payer, ..PaymentInput::default() })
    };
    let costing = |price: u32, on: &str| {
        let mut letter = grant_letter(on);
        (letter.hardcopy, letter.sheets, letter.price_per_sheet) = (true, 100, price);
        Command::Grant(letter)
    };
    let mut story = Story::begun();
    story.then("2026-12-01", costing(1_000, "2026-12-01"));
    story.then("2026-12-01", pay("KW/1", "2026-12-01"));
    story.then("2026-12-02", Command::HandOver(hand_over("2026-12-02")));
    story.then("2026-12-14", Command::Reopen { input: order("2026-12-14"), ordered: on_record("2026-12-14") });
    let request = story.then("2026-12-15", costing(200, "2026-12-15"));
    assert_eq!((request.paid(), request.owed()), (100_000, 0), "what was paid pays for it");
    assert!(story.attempt("2026-12-15", pay("KW/2", "2026-12-15")).is_err());
    let request = story.then("2026-12-16", Command::Refund(refund("2026-12-16", 80_000)));
    assert_eq!((request.paid(), request.owed()), (20_000, 0));
    assert_eq!(request.receipts().filter(|(paper, ..)| *paper == PaperKind::FeeReceipt).count(), 1, "KW/1 is not forgotten");

    let mut mistaken = Story::begun();
    mistaken.then("2026-12-01", costing(100, "2026-12-01"));
    mistaken.then("2026-12-01", pay("KW/1", "2026-12-01"));
    let request = mistaken.then("2026-12-02", Command::Refund(refund("2026-12-02", 10_000)));
    assert_eq!(request.owed(), 10_000, "the office holds nothing");
    let request = mistaken.then("2026-12-03", pay("KW/2", "2026-12-03"));
    assert_eq!((request.paid(), request.owed()), (10_000, 0));
    assert_eq!(request.payments().count(), 2);
}

#[test]
fn a_parcel_that_came_back_had_left_in_time() {
    let mut story = Story::begun();
    story.then("2026-12-01", Command::Grant(grant_letter("2026-12-01")));
    let by_post = HandOverInput { way: "post".into(), proof: "RR 12".into(), ..hand_over("2026-12-01") };
    story.then("2026-12-01", Command::HandOver(by_post.clone()));
    assert_eq!(story.request().timeliness(), Some(Timeliness::InTime));
    let back = ReturnedInput { paper: "hand_over_receipt".into(), on: "2026-12-21".into(), why: "Alamat tidak dikenal".into() };
    story.then("2026-12-21", Command::NoteReturned(back));
    assert_eq!(story.request().timeliness(), Some(Timeliness::InTime), "the first sending counts");
    assert_eq!(story.request().waits_to_leave(), None);
    let running = story.request().running(&story.day.office.profile, &story.day.calendar, date("2026-12-21"));
    let duties: Vec<RequestDuty> = running.into_iter().flatten().map(|running| running.duty).collect();
    assert!(duties.contains(&RequestDuty::SendAgain) && !duties.contains(&RequestDuty::Send), "{duties:?}");
    story.then("2026-12-22", Command::HandOver(HandOverInput { on: "2026-12-22".into(), number: "TB/2".into(), ..by_post }));
    assert_eq!(story.request().timeliness(), Some(Timeliness::InTime));
}

#[test]
fn only_a_person_dies_and_has_heirs() {
    for category in ["group", "legal_entity"] {
        let draft = RequestDraft {
            category: category.into(),
            identity_kind: "not_shown".into(),
            identity_number: String::new(),
            documents: vec![],
            ..filled_form()
        };
        let mut story = Story::registered("2026-11-23", draft.clone());
        let died = story.attempt("2026-11-24", Command::Abate { reason: "Surat".into() });
        assert_eq!(died, Err(RequestRefused::NoPerson.into()), "{category}");
        let heir = RequestDraft {
            represented: true,
            representative_as: "ahli_waris".into(),
            representative_name: "Warga Rekaan".into(),
            representative_address: "Jalan Contoh 2".into(),
            ..draft
        };
        let refused = heir.check(&story.day.on("2026-11-24")).unwrap_err();
        assert!(matches!(refused, Refused::Fields(p) if p[0].field == "representative_as"), "{category}");
    }
}

#[test]
fn doubts_go_by_the_day_that_held_and_by_the_day_the_ground_was_found() {
    let day = Day::at_perbaungan();
    let objected = |story: &Story, ground: &str, received: &str| {
        let input = ObjectionInput {
            request: Uuid::from_u128(70).to_string(),
            received_date: received.into(),
            grounds: vec![ground.into()],
            case_position: "Tidak sesuai".into(),
            ..ObjectionInput::default()
        };
        let request = story.request();
        let form = input.check(Some((RequestId(Uuid::from_u128(70)), &request)), &day.on(received)).unwrap();
        doubts(&form, date(received), &request, &day.office.profile, &day.calendar)
    };
    let mut void = Story::begun();
    void.then("2026-12-09", Command::Extend(extension_letter("2026-12-07")));
    void.then("2026-12-09", sent(PaperKind::ExtensionNotice, "2026-12-09", "email", "warga@contoh.id"));
    assert_eq!(objected(&void, "c", "2026-12-10"), [""; 0], "an extension that left too late moved nothing");

    let mut promised = Story::begun();
    let mut grant = grant_letter("2026-12-01");
    grant.ready_in_days = 3;
    promised.then("2026-12-01", Command::Grant(grant));
    promised.then("2026-12-01", sent(PaperKind::WrittenNotice, "2026-12-01", "in_person", ""));
    promised.then("2027-02-08", Command::HandOver(hand_over("2027-02-08")));
    assert_eq!(objected(&promised, "g", "2027-02-10"), [""; 0], "it was given two months after the day that was promised");
    assert_eq!(objected(&promised, "e", "2027-02-10"), [""; 0]);

    let mut withdrawn = Story::begun();
    withdrawn.then("2026-12-01", Command::Withdraw { reason: "Surat".into() });
    let said = objected(&withdrawn, "c", "2026-12-03");
    assert!(said.len() == 1 && said[0].contains("sudah ditutup"), "{said:?}");
}
