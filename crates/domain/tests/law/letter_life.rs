//! The life of a letter after it was decided: its number follows, its paper jams, it was wrong.

use loket_domain::paper::PaperKind;
use loket_domain::problem::{PaperRefused, Refused};
use loket_domain::request::{Command, LetterCancelInput, LetterInput, LetterNumberInput, RequestDuty, Stage, Timeliness};

use crate::office::{
    answer_in_parts, extension_letter, grant_letter, hand_over, incomplete_letter, letter, not_entitled_letter, refusal_letter,
};
use crate::story::{Story, sent};

use PaperKind::{ExtensionNotice, IncompleteNotice, RefusalDecision, WrittenNotice};

/// A letter of this day whose number the agenda book still has to give.
fn unnumbered(day: &str) -> LetterInput {
    LetterInput { letter_number: String::new(), ..letter(day) }
}

fn numbered(paper: PaperKind, number: &str) -> Command {
    Command::NumberLetter(LetterNumberInput {
        paper: paper.code().into(),
        letter_number: number.into(),
        ..LetterNumberInput::default()
    })
}

pub(crate) fn wrong(paper: PaperKind) -> Command {
    let input = LetterCancelInput { paper: paper.code().into(), reason: "Jumlah lembarnya salah".into() };
    Command::CancelLetter { input, disputed: false }
}

fn again(paper: PaperKind, reason: &str) -> Command {
    Command::ReprintOriginal { paper, reason: reason.into() }
}

fn refused(result: Result<loket_domain::request::Request, Refused>) -> PaperRefused {
    match result {
        Err(Refused::Paper(refused)) => refused,
        other => panic!("expected a refusal, got {other:?}"),
    }
}

#[test]
fn a_number_may_follow_and_a_wrong_one_is_put_right() {
    let mut story = Story::begun();
    let mut grant = grant_letter("2026-12-01");
    grant.letter = unnumbered("2026-12-01");
    let request = story.then("2026-12-01", Command::Grant(grant));
    assert_eq!(request.unnumbered().collect::<Vec<_>>(), [WrittenNotice]);
    assert_eq!(request.letter(WrittenNotice).unwrap().shown_number(), "(menyusul)");
    assert_eq!(story.field("2026-12-02", numbered(WrittenNotice, " ")), "letter_number");
    assert_eq!(story.field("2026-12-02", numbered(RefusalDecision, "1")), "paper", "there is no such letter");
    let request = story.then("2026-12-02", numbered(WrittenNotice, "000.8.3/12"));
    assert_eq!((request.number_of(WrittenNotice), request.unnumbered().count()), (Some("000.8.3/12"), 0));
    let request = story.then("2026-12-03", numbered(WrittenNotice, "000.8.3/21"));
    assert_eq!(request.number_of(WrittenNotice), Some("000.8.3/21"));
    assert_eq!(request.letter(WrittenNotice).unwrap().date.to_string(), "2026-12-01", "its day stays");
}

#[test]
fn a_number_that_people_hold_in_their_hands_is_another_only_with_a_reason() {
    let mut story = Story::begun();
    story.then("2026-12-01", Command::Grant(grant_letter("2026-12-01")));
    story.then("2026-12-01", numbered(WrittenNotice, "000.8.3/12"));
    story.then("2026-12-01", sent(WrittenNotice, "2026-12-01", "post", "Resi 0099887766"));
    assert_eq!(story.field("2026-12-02", numbered(WrittenNotice, "000.8.3/13")), "reason");
    story.then("2026-12-02", numbered(WrittenNotice, "000.8.3/12"));
    let paper = WrittenNotice.code().into();
    let input = LetterNumberInput { paper, letter_number: "000.8.3/13".into(), reason: "Agenda tertukar".into() };
    let request = story.then("2026-12-02", Command::NumberLetter(input));
    assert_eq!(request.number_of(WrittenNotice), Some("000.8.3/13"));
    let told = story.changes.last().unwrap().words();
    assert_eq!(told.note.as_deref(), Some("Agenda tertukar"), "whoever compares the two papers finds why");

    let mut follows = Story::begun();
    let mut grant = grant_letter("2026-12-01");
    grant.letter = unnumbered("2026-12-01");
    follows.then("2026-12-01", Command::Grant(grant));
    follows.then("2026-12-01", sent(WrittenNotice, "2026-12-01", "in_person", ""));
    follows.then("2026-12-02", numbered(WrittenNotice, "000.8.3/12"));
}

#[test]
fn the_decision_that_goes_with_a_notice_has_a_number_of_its_own_which_may_follow_too() {
    let mut story = Story::begun();
    let mut answer = answer_in_parts("2026-12-01");
    answer.parts[1].found = "withheld".into();
    answer.parts[1].exemption = crate::office::exemption();
    answer.decision_number.clear();
    let request = story.then("2026-12-01", Command::Answer(Box::new(answer)));
    assert_eq!(request.unnumbered().collect::<Vec<_>>(), [RefusalDecision]);
    let request = story.then("2026-12-02", numbered(RefusalDecision, "188/7"));
    assert_eq!((request.number_of(RefusalDecision), request.unnumbered().count()), (Some("188/7"), 0));
    assert_ne!(request.number_of(WrittenNotice), Some("188/7"));
}

#[test]
fn a_wrong_answer_holds_no_more_and_what_counts_is_the_one_that_replaces_it() {
    let mut story = Story::begun();
    story.then("2026-12-01", Command::Grant(grant_letter("2026-12-01")));
    story.then("2026-12-02", sent(WrittenNotice, "2026-12-02", "in_person", ""));
    assert_eq!(story.field("2026-12-04", wrong(RefusalDecision)), "paper");
    let request = story.then("2026-12-04", wrong(WrittenNotice));
    assert_eq!((request.stage(), request.answer_received_on), (Stage::Processed, None));
    assert_eq!(story.nearest("2026-12-04"), (RequestDuty::Answer, "2026-12-07".to_owned()), "no clock stopped");
    assert!(request.letter(WrittenNotice).is_none() && request.unsent().is_empty());
    let request = story.then("2026-12-09", Command::Grant(grant_letter("2026-12-09")));
    let replaced = request.replaced_by(WrittenNotice).unwrap();
    assert_eq!(replaced.content.letter().unwrap().date.to_string(), "2026-12-01");
    assert_eq!(replaced.sent.as_ref().unwrap().on.to_string(), "2026-12-02");
    assert_eq!(request.timeliness(), Some(Timeliness::Late), "a letter that holds no more won no time");
}

#[test]
fn a_refusal_may_be_replaced_by_a_grant_and_the_other_way_round() {
    let mut story = Story::begun();
    story.then("2026-12-01", Command::Refuse(Box::new(refusal_letter("2026-12-01"))));
    story.then("2026-12-01", wrong(RefusalDecision));
    let request = story.then("2026-12-02", Command::Grant(grant_letter("2026-12-02")));
    assert_eq!((request.stage(), request.replaced_by(WrittenNotice).unwrap().paper), (Stage::Granted, RefusalDecision));
    assert_eq!(story.figures().refused, 0);
}

#[test]
fn what_was_done_upon_a_letter_keeps_it() {
    let mut story = Story::begun();
    assert_eq!(refused(story.attempt("2026-11-24", wrong(WrittenNotice))), PaperRefused::NothingToCancel);
    story.then("2026-12-01", Command::Grant(grant_letter("2026-12-01")));
    let input = LetterCancelInput { paper: WrittenNotice.code().into(), reason: "Keliru".into() };
    let disputed = story.attempt("2026-12-02", Command::CancelLetter { input, disputed: true });
    assert_eq!(refused(disputed), PaperRefused::ActedUpon, "what is objected to is the superior's to judge");
    story.then("2026-12-02", Command::HandOver(hand_over("2026-12-02")));
    assert_eq!(refused(story.attempt("2026-12-03", wrong(WrittenNotice))), PaperRefused::ActedUpon);
}

#[test]
fn a_wrong_extension_gives_the_first_deadline_back_and_a_wrong_notice_the_check() {
    let mut story = Story::begun();
    story.then("2026-12-01", Command::Extend(extension_letter("2026-12-01")));
    let request = story.then("2026-12-02", wrong(ExtensionNotice));
    assert_eq!((request.stage(), request.promised.official.unwrap().to_string().as_str()), (Stage::Processed, "2026-12-07"));
    assert!(story.attempt("2026-12-02", Command::Extend(extension_letter("2026-12-02"))).is_ok(), "its one time was not used");

    let mut story = Story::incomplete();
    story.then("2026-11-24", Command::FindIncomplete(incomplete_letter("2026-11-24")));
    let request = story.then("2026-11-24", wrong(IncompleteNotice));
    assert_eq!((request.stage(), request.incomplete), (Stage::Registered, None));
    let request = story.then("2026-11-25", Command::FindIncomplete(incomplete_letter("2026-11-25")));
    assert!(request.replaced_by(IncompleteNotice).is_some() && request.replaced_by(WrittenNotice).is_none());
}

#[test]
fn what_was_noted_on_the_wrong_request_is_taken_back_with_a_reason() {
    let mut story = Story::begun();
    story.then("2026-12-01", Command::Withdraw { reason: "Surat 1 Desember".into() });
    let request = story.then("2026-12-02", wrong(WrittenNotice));
    assert_eq!((request.stage(), request.cancelled.len()), (Stage::Processed, 1));
    assert!(request.replaced_by(WrittenNotice).unwrap().content.letter().is_none(), "it had no numbered letter");
    let mut story = Story::incomplete();
    story.then("2026-11-25", Command::NotEntitled(not_entitled_letter("2026-11-25")));
    assert_eq!(story.then("2026-11-26", wrong(WrittenNotice)).stage(), Stage::Registered);
}

#[test]
fn an_original_is_printed_again_while_it_is_here_and_the_story_says_why() {
    let mut story = Story::begun();
    story.then("2026-12-01", Command::Grant(grant_letter("2026-12-01")));
    assert_eq!(refused(story.attempt("2026-12-01", again(WrittenNotice, "Macet"))), PaperRefused::NotPrinted);
    story.then("2026-12-01", Command::IssuePaper(WrittenNotice));
    assert_eq!(story.field("2026-12-01", again(WrittenNotice, "  ")), "reason");
    let request = story.then("2026-12-01", again(WrittenNotice, "Kertas macet"));
    assert_eq!(request.issued[&WrittenNotice].times, 2);
    let words = story.changes.last().unwrap().words();
    assert_eq!(
        (words.brief.as_str(), words.note.as_deref()),
        ("Pemberitahuan Tertulis asli dicetak ulang", Some("Kertas macet"))
    );
    story.then("2026-12-02", sent(WrittenNotice, "2026-12-02", "in_person", ""));
    assert_eq!(refused(story.attempt("2026-12-02", again(WrittenNotice, "Hilang"))), PaperRefused::OriginalLeft);
    let receipt = story.then("2026-12-02", Command::IssuePaper(PaperKind::Receipt));
    assert!(!receipt.has_left(PaperKind::Receipt), "a receipt that jams at the counter is printed again");
}
