//! What a superior, an agreement, Komisi Informasi or a court ordered: opened again, obeyed, set aside.

use loket_domain::paper::PaperKind;
use loket_domain::problem::{Refused, RequestRefused};
use loket_domain::request::{
    Command, Decision, Fulfilment, OrderExtent, OrderInput, OrderedBy, PaymentInput, RequestDuty, ReturnedInput, Stage,
    StandingOrder,
};

use crate::office::{
    answer_in_parts, date, exemption, extension_letter, grant_letter, hand_over, not_entitled_letter, on_record, order,
    partial_letter, refund, refusal_letter, unavailable_letter,
};
use crate::story::{Story, sent};

#[test]
fn what_the_superior_orders_is_answered_anew_and_handed_over() {
    let mut story = Story::begun();
    story.then("2026-11-30", Command::Refuse(Box::new(refusal_letter("2026-11-30"))));
    story.then("2026-12-01", sent(PaperKind::RefusalDecision, "2026-12-01", "post", "RR 9 ID"));
    let nothing_ordered = Command::Reopen { input: order("2026-12-14"), ordered: vec![] };
    assert_eq!(story.field("2026-12-14", nothing_ordered), "objection");
    let reopen = |input: OrderInput| Command::Reopen { input, ordered: on_record("2026-12-14") };
    let by_court = OrderInput { by: "court".into(), ..order("2026-12-14") };
    assert_eq!(story.field("2026-12-14", reopen(by_court)), "by", "no court ruled");
    let another_day = OrderInput { given_on: "2026-12-11".into(), ..order("2026-12-14") };
    assert_eq!(story.field("2026-12-14", reopen(another_day)), "given_on");
    let another = OrderInput { number: "1/PTS".into(), ..order("2026-12-14") };
    assert_eq!(story.field("2026-12-14", reopen(another)), "number");
    let request = story.then("2026-12-14", reopen(order("2026-12-14")));
    assert_eq!(request.stage(), Stage::Reopened);
    assert_eq!(story.nearest("2026-12-15"), (RequestDuty::Execute, "2026-12-21".into()));
    assert!(story.attempt("2026-12-15", Command::Extend(extension_letter("2026-12-15"))).is_err(), "an order is not extended");
    let refused = story.attempt("2026-12-16", Command::Refuse(Box::new(refusal_letter("2026-12-16"))));
    assert_eq!(refused, Err(RequestRefused::OrderedWhole.into()), "what was ordered in full is not withheld again");
    let mut parts = answer_in_parts("2026-12-16");
    (parts.parts[1].found, parts.decision_number) = ("withheld".into(), "SK/1".into());
    parts.parts[1].exemption = exemption();
    assert_eq!(story.attempt("2026-12-16", Command::Answer(Box::new(parts))), Err(RequestRefused::OrderedWhole.into()));
    let request = story.then("2026-12-16", Command::Grant(grant_letter("2026-12-16")));
    let (_, standing) = &on_record("2026-12-14")[0];
    assert_eq!(request.done_since(standing, false), Fulfilment::NotYet, "a letter alone gives nothing");
    let request = story.then("2026-12-17", Command::HandOver(hand_over("2026-12-17")));
    assert_eq!((request.stage(), request.decision()), (Stage::HandedOver, Some(Decision::Granted)));
    assert_eq!(Decision::of(&request.first_parts()), Some(Decision::Refused), "what the PPID decided stays decided");
    assert_eq!((story.figures().refused, story.figures().in_time), (1, 1));
    assert_eq!(story.request().done_since(standing, false), Fulfilment::Since(date("2026-12-17")));
}

#[test]
fn a_wrong_answer_under_an_order_is_put_right_under_the_same() {
    let reopen = || Command::Reopen { input: order("2026-12-14"), ordered: on_record("2026-12-14") };
    let mut story = Story::begun();
    story.then("2026-11-30", Command::Refuse(Box::new(refusal_letter("2026-11-30"))));
    story.then("2026-12-01", sent(PaperKind::RefusalDecision, "2026-12-01", "post", "RR 9 ID"));
    story.then("2026-12-14", reopen());
    story.then("2026-12-16", Command::AnswerUnavailable(unavailable_letter("2026-12-16", "not_held")));
    let request = story.then("2026-12-17", reopen());
    assert_eq!((request.stage(), request.reopened.len()), (Stage::Reopened, 2), "also where the wrong answer left");
    story.then("2026-12-17", Command::Grant(grant_letter("2026-12-17")));
    assert_eq!(story.request().may_be_cancelled(), [PaperKind::WrittenNotice], "one that is still here is taken back");
}

#[test]
fn what_was_ordered_in_part_is_given_in_part_and_nobody_is_sent_away() {
    let mut partly = on_record("2026-12-14");
    partly[0].1.whole = false;
    let mut story = Story::begun();
    story.then("2026-11-30", Command::Refuse(Box::new(refusal_letter("2026-11-30"))));
    story.then("2026-12-01", sent(PaperKind::RefusalDecision, "2026-12-01", "post", "RR 9 ID"));
    story.then("2026-12-14", Command::Reopen { input: order("2026-12-14"), ordered: partly });
    let refused = story.attempt("2026-12-16", Command::Refuse(Box::new(refusal_letter("2026-12-16"))));
    assert_eq!(refused, Err(RequestRefused::OrderedInPart.into()));
    let sent_away = story.attempt("2026-12-16", Command::NotEntitled(not_entitled_letter("2026-12-16")));
    assert_eq!(sent_away, Err(RequestRefused::OrderStands.into()));
}

#[test]
fn what_was_closed_without_an_answer_is_opened_again_by_an_order() {
    let reopen = || Command::Reopen { input: order("2026-12-14"), ordered: on_record("2026-12-14") };
    let mut by_mistake = Story::begun();
    by_mistake.then("2026-12-01", Command::Cancel { reason: "Terdaftar dua kali".into(), objected: false });
    assert_eq!(by_mistake.then("2026-12-14", reopen()).stage(), Stage::Reopened);
    by_mistake.then("2026-12-15", Command::Grant(grant_letter("2026-12-15")));
    assert_eq!((by_mistake.figures().granted, by_mistake.figures().cancelled), (1, 0), "it was no mistake");
    let mut died = Story::begun();
    died.then("2026-12-01", Command::Abate { reason: "Akta kematian 1/2026".into() });
    assert_eq!(died.then("2026-12-14", reopen()).stage(), Stage::Reopened, "for the heirs, or because nobody died");
    assert_eq!(Story::begun().attempt("2026-12-14", reopen()), Err(RequestRefused::NotToBeReopened.into()), "what is open");
}

#[test]
fn the_first_answer_obeys_the_order_that_came_before_it() {
    let under = |ordered, command| Command::UnderOrder { ordered, command: Box::new(command) };
    let day = "2027-01-25";
    let refusal = || Command::Refuse(Box::new(refusal_letter(day)));
    let partly = || Command::GrantPartly(Box::new(partial_letter(day)));
    let entitled = || Command::NotEntitled(not_entitled_letter(day));
    let attempt = |command| Story::begun().attempt(day, command);
    assert_eq!(attempt(under(OrderExtent::InFull, refusal())), Err(RequestRefused::OrderedWhole.into()));
    assert_eq!(attempt(under(OrderExtent::InFull, partly())), Err(RequestRefused::OrderedWhole.into()));
    assert_eq!(attempt(under(OrderExtent::InPart, refusal())), Err(RequestRefused::OrderedInPart.into()));
    assert_eq!(attempt(under(OrderExtent::AsAgreed, entitled())), Err(RequestRefused::OrderStands.into()));
    assert!(attempt(under(OrderExtent::InPart, partly())).is_ok());
    assert!(attempt(under(OrderExtent::AsAgreed, refusal())).is_ok(), "what was agreed is in the words of both");
    assert!(attempt(refusal()).is_ok(), "without an order the law decides");
}

/// Refused on 30 November, and opened again on 14 December by an order to give everything.
fn ordered_open() -> Story {
    let mut story = Story::begun();
    story.then("2026-11-30", Command::Refuse(Box::new(refusal_letter("2026-11-30"))));
    story.then("2026-12-01", sent(PaperKind::RefusalDecision, "2026-12-01", "post", "RR 9 ID"));
    story.then("2026-12-14", Command::Reopen { input: order("2026-12-14"), ordered: on_record("2026-12-14") });
    story
}

#[test]
fn an_order_is_opened_with_its_own_words_and_never_for_longer_than_it_says() {
    let mut recorded = on_record("2026-12-14");
    recorded[0].1.due = Some(date("2026-12-21"));
    let attempt = |input: OrderInput| {
        let mut story = Story::begun();
        story.then("2026-11-30", Command::Refuse(Box::new(refusal_letter("2026-11-30"))));
        story.then("2026-12-01", sent(PaperKind::RefusalDecision, "2026-12-01", "post", "RR 9 ID"));
        story.attempt("2026-12-14", Command::Reopen { input, ordered: recorded.clone() })
    };
    let later = OrderInput { due: "2027-06-30".into(), ..order("2026-12-14") };
    assert!(matches!(attempt(later), Err(Refused::Fields(p)) if p[0].field == "due"));
    let less = OrderInput { what: "Berikan satu halaman".into(), ..order("2026-12-14") };
    assert!(matches!(attempt(less), Err(Refused::Fields(p)) if p[0].field == "what"));
    assert!(attempt(OrderInput { due: "2026-12-18".into(), ..order("2026-12-14") }).is_ok(), "sooner is no harm");
}

#[test]
fn an_answer_is_not_replaced_before_it_is_known_when_it_left() {
    let mut story = Story::begun();
    story.then("2026-11-30", Command::Refuse(Box::new(refusal_letter("2026-11-30"))));
    let reopen = || Command::Reopen { input: order("2026-12-14"), ordered: on_record("2026-12-14") };
    assert_eq!(story.attempt("2026-12-14", reopen()), Err(RequestRefused::SendingForgotten.into()));
    story.then("2026-12-14", Command::NoteReceived { on: "2026-12-02".into() });
    assert!(story.attempt("2026-12-14", reopen()).is_ok());
}

#[test]
fn what_had_been_withheld_is_held() {
    let (_, standing) = &on_record("2026-12-14")[0];
    let mut story = ordered_open();
    story.then("2026-12-16", Command::AnswerUnavailable(unavailable_letter("2026-12-16", "not_held")));
    story.then("2026-12-16", sent(PaperKind::WrittenNotice, "2026-12-16", "email", "warga@contoh.id"));
    assert_eq!(story.request().done_since(standing, false), Fulfilment::NotYet, "nothing of what was refused was given");
}

#[test]
fn an_order_that_was_set_aside_gives_back_the_answer_that_had_been_given() {
    let mut story = ordered_open();
    let aside = |ordered| Command::SetOrderAside { reason: "Putusan PTUN 11/2027".into(), ordered };
    assert_eq!(story.attempt("2027-02-12", aside(on_record("2026-12-14"))), Err(RequestRefused::OrderHolds.into()));
    let request = story.then("2027-02-12", aside(vec![]));
    assert_eq!((request.stage(), request.order()), (Stage::Refused, None));
    assert_eq!(request.answer_sent().map(|sent| sent.on), Some(date("2026-12-01")), "it left as it had");
    assert_eq!(story.figures().in_time, 1);
    assert!(story.attempt("2027-02-12", aside(vec![])).is_err(), "once");
    let again = Command::Reopen { input: order("2027-02-12"), ordered: on_record("2027-02-12") };
    assert!(story.attempt("2027-02-12", again).is_ok(), "another order may follow");
}

#[test]
fn a_withdrawal_that_the_superior_does_not_believe_is_opened_again() {
    let mut story = Story::begun();
    story.then("2026-12-01", Command::Withdraw { reason: "Surat pencabutan".into() });
    let (_, standing) = &on_record("2026-12-14")[0];
    assert_eq!(story.request().done_since(standing, true), Fulfilment::NotYet, "it was withdrawn before the order");
    let reopen = Command::Reopen { input: order("2026-12-14"), ordered: on_record("2026-12-14") };
    assert_eq!(story.then("2026-12-14", reopen).stage(), Stage::Reopened);
}

#[test]
fn two_orders_are_done_by_one_answer_that_is_younger_than_both() {
    let earlier = StandingOrder { on: date("2026-12-11"), ..on_record("2026-12-14").remove(0).1 };
    let mut story = ordered_open();
    story.then("2026-12-16", Command::Grant(grant_letter("2026-12-16")));
    story.then("2026-12-17", Command::HandOver(hand_over("2026-12-17")));
    assert_eq!(story.request().done_since(&earlier, false), Fulfilment::Since(date("2026-12-17")));
    let later = StandingOrder { on: date("2026-12-16"), number: Some("2".into()), by: OrderedBy::Commission, ..earlier };
    assert_eq!(story.request().done_since(&later, false), Fulfilment::NotYet, "one of the day of the answer is about it");
}

#[test]
fn whoever_answers_as_was_overturned_gives_nothing_and_what_was_promised_and_given_is_given() {
    let answered_as = |first: &str, again: &str| {
        let mut story = Story::begun();
        story.then("2026-12-01", Command::AnswerUnavailable(unavailable_letter("2026-12-01", first)));
        story.then("2026-12-01", sent(PaperKind::WrittenNotice, "2026-12-01", "email", "warga@contoh.id"));
        story.then("2026-12-14", Command::Reopen { input: order("2026-12-14"), ordered: on_record("2026-12-14") });
        story.then("2026-12-16", Command::AnswerUnavailable(unavailable_letter("2026-12-16", again)));
        story.then("2026-12-16", sent(PaperKind::WrittenNotice, "2026-12-16", "email", "warga@contoh.id"));
        story
    };
    let (_, standing) = &on_record("2026-12-14")[0];
    let repeated = answered_as("not_held", "not_held");
    assert_eq!(repeated.request().done_since(standing, false), Fulfilment::NotYet);
    let mut promised = answered_as("not_held", "not_documented");
    promised.then("2026-12-17", Command::HandOver(hand_over("2026-12-17")));
    assert_eq!(promised.request().done_since(standing, false), Fulfilment::Since(date("2026-12-17")));
}

#[test]
fn what_happened_while_the_order_waited_is_not_forgotten_with_it() {
    let mut story = Story::begun();
    let mut letter = grant_letter("2026-12-01");
    (letter.hardcopy, letter.sheets, letter.price_per_sheet) = (true, 100, 1_000);
    story.then("2026-12-01", Command::Grant(letter));
    let (number, on, payer) = ("KW/1".into(), "2026-12-01".into(), "Warga Rekaan".into());
    story.then("2026-12-01", Command::TakePayment(PaymentInput { number, on, payer, ..PaymentInput::default() }));
    story.then("2026-12-01", sent(PaperKind::WrittenNotice, "2026-12-01", "post", "RR 1"));
    let back = ReturnedInput { paper: "written_notice".into(), on: "2026-12-07".into(), why: "Pindah".into() };
    story.then("2026-12-07", Command::NoteReturned(back));
    story.then("2026-12-14", Command::Reopen { input: order("2026-12-14"), ordered: on_record("2026-12-14") });
    story.then("2026-12-15", Command::Refund(refund("2026-12-15", 80_000)));
    let aside = Command::SetOrderAside { reason: "Putusan PTUN 11/2027".into(), ordered: vec![] };
    let request = story.then("2027-02-12", aside);
    assert_eq!(request.paid(), 20_000, "what was given back is not given back again");
    assert_eq!(request.lying_here().count(), 1, "the letter that came back lies here still");
}

#[test]
fn the_superiors_letter_without_a_number_is_named_by_its_day() {
    let mut recorded = on_record("2026-12-14");
    recorded[0].1.number = None;
    let mut story = Story::begun();
    story.then("2026-11-30", Command::Refuse(Box::new(refusal_letter("2026-11-30"))));
    story.then("2026-12-01", sent(PaperKind::RefusalDecision, "2026-12-01", "post", "RR 9 ID"));
    let mut attempt = |number: &str| {
        let input = OrderInput { number: number.into(), ..order("2026-12-14") };
        story.attempt("2026-12-14", Command::Reopen { input, ordered: recorded.clone() })
    };
    assert!(matches!(attempt("SALAH/9"), Err(Refused::Fields(p)) if p[0].field == "number"));
    assert_eq!(attempt("").unwrap().order().unwrap().number, "");
    let told = story.changes.last().unwrap().words();
    assert_eq!(told.note.as_deref(), Some("Tanggapan Atasan PPID tanggal 14 Desember 2026"));
}
