//! The contract of oversight: every story is told to every implementation.

use loket_domain::calendar::Calendar;
use loket_domain::change::Change;
use loket_domain::ids::{ClassificationId, QuestionId};
use loket_domain::office::OfficeChange;
use loket_domain::paper::PaperKind;
use loket_domain::question::{About, Asked, Message, Party, QuestionChange, QuestionCommand, QuestionInput, QuestionStage};
use loket_domain::request::{Command, SendingInput};
use loket_journal::protocol::Writer;
use loket_journal::{DeskKey, Digest, Matter, Subject};
use loket_utama::store::{Enrolment, GivenCode, Run};
use loket_utama::{Reach, Tally, check};
use rstest::rstest;
use uuid::Uuid;

use crate::both::Kind::{self, Postgres, Sqlite};
use crate::desk::{Desk, date, forwarding, worksheet};
use crate::store::Opened;

fn enrolment(desk: &Desk, hash: Digest) -> Enrolment {
    let (office, key) = (desk.office.profile.code.clone(), desk.key.public());
    Enrolment { code: hash, office, desk: desk.code.into(), origin: desk.origin, key, token: hash, now: 500 }
}

async fn give(store: &Opened, desk: &Desk, hash: Digest) {
    let code = GivenCode { hash, office: desk.office.profile.code.clone(), desk: desk.code.into(), expires: 1_000 };
    store.keep_code(code).await.unwrap();
}

/// Lets a desk in with its first token, and takes everything it wrote.
pub async fn take(store: &Opened, desk: &Desk) {
    let hash = Digest([desk.origin.0.as_bytes()[15]; 32]);
    if store.desk(hash).await.unwrap().is_none() {
        give(store, desk, hash).await;
        store.enrol(enrolment(desk, hash)).await.unwrap().unwrap();
    }
    let (before, head) = (desk.after(0), desk.key.sign(&desk.after(desk.entries.len())));
    let office = desk.office.profile.code.clone();
    store.take(Run { office, before, entries: desk.entries.clone(), head }).await.unwrap();
}

pub fn only(codes: &[&str]) -> Reach {
    Reach::Only(codes.iter().map(|code| (*code).into()).collect())
}

#[rstest]
#[tokio::test]
async fn months_are_tallied(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let mut desk = Desk::perbaungan();
    let late = desk.register("2026-10-05");
    desk.grant("2026-11-26", late);
    let soon = desk.register("2026-11-23");
    desk.grant("2026-11-26", soon);
    desk.decide("2026-11-26", soon, Command::NoteReceived { on: "2026-11-26".into() });
    let unsent = desk.register("2026-11-23");
    desk.grant("2026-11-26", unsent);
    // Dated in time, and by a date that was entered when the deadline had passed.
    let entered_late = desk.register("2026-10-06");
    desk.grant("2026-10-12", entered_late);
    let posted = SendingInput {
        paper: PaperKind::WrittenNotice.code().into(),
        sent_on: "2026-10-13".into(),
        way: "post".into(),
        proof: "RR 1".into(),
    };
    desk.decide("2026-11-26", entered_late, Command::NoteSent(posted));
    let withdrawn = desk.register("2026-11-23");
    desk.decide("2026-11-26", withdrawn, Command::Withdraw { reason: "Surat pemohon".into() });
    take(&store, &desk).await;
    let month = |month: &str, registered| Tally {
        office: "12.18.02".into(),
        month: month.into(),
        registered,
        answered: 0,
        measured: 0,
        in_time: 0,
        dated: 0,
        unsent: 0,
    };
    let october = Tally { answered: 1, measured: 1, dated: 1, ..month("2026-10", 2) };
    // The late one counts though nothing says that it left: its letter came after the deadline.
    let november = Tally { answered: 3, measured: 2, in_time: 1, unsent: 2, ..month("2026-11", 3) };
    let months = [october, november];
    assert_eq!(store.tallies(None).await.unwrap(), months);
    assert_eq!(store.tallies(Some("12.18.02")).await.unwrap(), months);
    for nowhere in ["12.18.04", "12.18.02\0"] {
        assert!(store.tallies(Some(nowhere)).await.unwrap().is_empty());
    }
}

#[rstest]
#[tokio::test]
async fn what_waits_is_found_until_it_is_answered(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let mut desk = Desk::perbaungan();
    let asked = desk.register("2026-11-23");
    desk.register("2026-11-23");
    desk.decide("2026-11-24", asked, Command::Forward(forwarding()));
    let test = ClassificationId(Uuid::from_u128(77));
    desk.test("2026-11-24", test, worksheet("2026-11-24"));
    take(&store, &desk).await;
    let waiting = store.forwarded(&Reach::Every).await.unwrap();
    assert_eq!((waiting.len(), waiting[0].0.as_str(), waiting[0].1.request), (1, "12.18.02", asked));
    assert_eq!(waiting[0].1.forwarded_on, Some(date("2026-11-24")));
    let tests = store.tests(&Reach::Every).await.unwrap();
    assert_eq!((tests.len(), tests[0].1.test, tests[0].1.unit.as_str()), (1, test, "Seksi Pelayanan"));
    assert_eq!(store.waiting(&Reach::Every).await.unwrap(), 2, "the request and the test");
    assert_eq!(store.waiting(&only(&["12.18.03"])).await.unwrap(), 0);
    assert_eq!(store.forwarded(&only(&["12.18.02", "12.18.03"])).await.unwrap(), waiting);
    assert_eq!(store.tests(&only(&["12.18.02"])).await.unwrap(), tests);
    for elsewhere in [only(&[]), only(&["12.18.03", "12.18.02\0"])] {
        assert!(store.forwarded(&elsewhere).await.unwrap().is_empty() && store.tests(&elsewhere).await.unwrap().is_empty());
    }
    let folded = store.projection("12.18.02").await.unwrap();
    store.rebuild().await.unwrap();
    assert_eq!(store.projection("12.18.02").await.unwrap(), folded);
    let answer = loket_domain::request::ForwardAnswerInput { number: "7".into(), on: "2026-11-25".into(), note: "Ada.".into() };
    desk.decide("2026-11-25", asked, Command::NoteForwardAnswer(answer));
    desk.reject("2026-11-25", test);
    take(&store, &desk).await;
    assert_eq!((store.forwarded(&Reach::Every).await.unwrap().len(), store.tests(&Reach::Every).await.unwrap().len()), (0, 0));
}

/// What PPID Utama writes in a series: one begun now, or, where the database was put back, one of before that a desk brought back.
struct UtamasHand(Desk);

impl UtamasHand {
    async fn begun(store: &Opened) -> Self {
        let mut hand = Desk::new(900, "12.18.02", "Perbaungan", "A");
        hand.continue_as(store.own_series("12.18.02").await.unwrap());
        hand.key = DeskKey::from_seed(&store.identity().await.unwrap().seed);
        Self(hand)
    }

    async fn brought_back(store: &Opened) -> Self {
        let mut hand = Desk::new(901, "12.18.02", "Perbaungan", "A");
        hand.key = DeskKey::from_seed(&store.identity().await.unwrap().seed);
        store.vouch("12.18.02", Writer { origin: hand.origin, key: hand.key.public() }).await.unwrap();
        Self(hand)
    }

    async fn says(&mut self, store: &Opened, day: &str, question: QuestionId, change: QuestionChange) {
        let desk = &mut self.0;
        desk.write(day, Subject::matter(Matter::Question, question.0), &Change::Question(change));
        let (before, head) = (desk.after(0), desk.key.sign(&desk.after(desk.entries.len())));
        store.take(Run { office: "12.18.02".into(), before, entries: desk.entries.clone(), head }).await.unwrap();
    }
}

#[rstest]
#[tokio::test]
async fn the_list_of_questions_believes_the_key_as_their_pages_do(
    #[values(Sqlite, Postgres)] on: Kind,
    #[values(false, true)] back: bool,
) {
    let (store, _kept) = on.open().await;
    let mut desk = Desk::perbaungan();
    let ids = [91, 92, 93].map(|id| QuestionId(Uuid::from_u128(id)));
    let [open, forged, asked] = ids;
    let ask = |line: &str| QuestionCommand::Ask(QuestionInput { line: line.into(), text: "Isinya".into() }, About::Nothing);
    desk.question("2026-11-23", open, Party::Office, ask("Ditanya kantor"));
    desk.question("2026-11-24", open, Party::Utama, QuestionCommand::Answer { text: "Jawaban palsu.".into() });
    desk.question("2026-11-23", forged, Party::Utama, ask("Pertanyaan palsu"));
    take(&store, &desk).await;
    let stages = async || -> Vec<_> {
        store.open_questions(&Reach::Every).await.unwrap().into_iter().map(|(_, row)| (row.question, row.stage)).collect()
    };
    assert_eq!(stages().await, [(open, QuestionStage::AwaitsUtama)], "neither a forged answer nor a forged question counts");
    assert_eq!((store.offices().await.unwrap()[0].questions, store.waiting(&Reach::Every).await.unwrap()), (1, 1));
    let mut utama = if back { UtamasHand::brought_back(&store).await } else { UtamasHand::begun(&store).await };
    let said = |by, text: &str, day| Message { by, text: text.into(), on: date(day) };
    // Nor does what PPID Utama says in the name of the office.
    let close = QuestionChange::QuestionClosed { by: Party::Office, on: date("2026-11-25") };
    utama.says(&store, "2026-11-25", open, close).await;
    assert_eq!(stages().await, [(open, QuestionStage::AwaitsUtama)]);
    let answer = QuestionChange::QuestionAnswered { message: said(Party::Utama, "Begini.", "2026-11-25") };
    utama.says(&store, "2026-11-25", open, answer).await;
    let about = About::Nothing;
    let ask = Asked { by: Party::Utama, about, line: "Ditanya PPID Utama".into(), text: "Isinya".into(), on: date("2026-11-26") };
    utama.says(&store, "2026-11-26", asked, QuestionChange::QuestionAsked { asked: Box::new(ask) }).await;
    let truly = [(open, QuestionStage::Answered), (asked, QuestionStage::AwaitsOffice)];
    assert_eq!(stages().await, truly, "what PPID Utama said does");
    // The same after the office itself changed, and after everything was folded again.
    desk.write(
        "2026-11-27",
        Subject::Office,
        &Change::Office(OfficeChange::OfficeEstablished { profile: desk.office.profile.clone() }),
    );
    take(&store, &desk).await;
    assert_eq!(stages().await, truly);
    store.rebuild().await.unwrap();
    assert_eq!(stages().await, truly);
    assert_eq!(check(store.as_ref(), &Calendar::shipped().unwrap()).await.unwrap().findings, []);
}

#[rstest]
#[tokio::test]
async fn questions_stand_open_until_they_are_closed(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let mut desk = Desk::perbaungan();
    let (first, second) = (QuestionId(Uuid::from_u128(91)), QuestionId(Uuid::from_u128(92)));
    let ask = |line: &str| QuestionCommand::Ask(QuestionInput { line: line.into(), text: "Isi\0nya".into() }, About::Nothing);
    desk.question("2026-11-24", first, Party::Office, ask("Kedua yang ditanya"));
    take(&store, &desk).await;
    let mut utama = UtamasHand::begun(&store).await;
    let (by, about, line, text) = (Party::Utama, About::Nothing, "Yang ditanya dahulu".into(), "Isinya".into());
    let asked = Box::new(Asked { by, about, line, text, on: date("2026-11-23") });
    utama.says(&store, "2026-11-23", second, QuestionChange::QuestionAsked { asked }).await;
    let open = store.open_questions(&Reach::Every).await.unwrap();
    let standing: Vec<_> = open.iter().map(|(office, row)| (office.as_str(), row.question, row.stage)).collect();
    let (asked, asking) = (QuestionStage::AwaitsOffice, QuestionStage::AwaitsUtama);
    assert_eq!(standing, [("12.18.02", second, asked), ("12.18.02", first, asking)], "longest standing first");
    assert_eq!(store.open_questions(&only(&["12.18.02"])).await.unwrap(), open);
    assert!(store.open_questions(&only(&["12.18.03"])).await.unwrap().is_empty());
    assert_eq!(store.offices().await.unwrap()[0].questions, 1, "one waits for PPID Utama");
    let message = Message { by, text: "Begini.".into(), on: date("2026-11-25") };
    utama.says(&store, "2026-11-25", first, QuestionChange::QuestionAnswered { message }).await;
    desk.question("2026-11-26", first, Party::Office, QuestionCommand::Close);
    take(&store, &desk).await;
    assert_eq!(store.open_questions(&Reach::Every).await.unwrap().len(), 1);
    let all = store.questions("12.18.02").await.unwrap();
    assert_eq!(all.iter().map(|row| row.question).collect::<Vec<_>>(), [second, first], "closed ones last");
    assert_eq!((all[1].stage, all[1].since), (QuestionStage::Closed, date("2026-11-26")));
    assert!(store.questions("12.18.04\0").await.unwrap().is_empty());
    assert_eq!(store.offices().await.unwrap()[0].questions, 0);
    let folded = store.projection("12.18.02").await.unwrap();
    assert_eq!(folded.questions.len(), 2);
    store.rebuild().await.unwrap();
    assert_eq!(store.projection("12.18.02").await.unwrap(), folded);
}

#[rstest]
#[tokio::test]
async fn what_is_known_of_offices_is_asked_without_their_requests(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let (desk, silent) = (Desk::perbaungan(), Desk::new(2, "12.18.03", "Pegajahan", "A"));
    take(&store, &desk).await;
    give(&store, &silent, Digest([7; 32])).await;
    store.enrol(enrolment(&silent, Digest([7; 32]))).await.unwrap().unwrap();
    let known = store.known_offices(&Reach::Every).await.unwrap();
    let codes: Vec<_> = known.iter().map(|(code, office)| (code.as_str(), office.is_some())).collect();
    assert_eq!(codes, [("12.18.02", true), ("12.18.03", false)], "one has said nothing yet");
    assert_eq!(known[0].1, store.projection("12.18.02").await.unwrap().office);
    assert_eq!(store.known_offices(&only(&["12.18.03"])).await.unwrap(), known[1..]);
    assert!(store.known_offices(&only(&[])).await.unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn a_story_is_of_one_subject(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let mut desk = Desk::perbaungan();
    let first = desk.register("2026-11-23");
    desk.register("2026-11-23");
    let test = ClassificationId(Uuid::from_u128(77));
    desk.test("2026-11-24", test, worksheet("2026-11-24"));
    desk.test("2026-11-24", ClassificationId(Uuid::from_u128(78)), worksheet("2026-11-24"));
    take(&store, &desk).await;
    let matter = Subject::matter(Matter::Classification, test.0);
    for (subject, length) in [(Subject::Office, 2), (Subject::Request(first), 2), (matter, 1)] {
        let story = store.story("12.18.02", subject).await.unwrap();
        assert_eq!(story.len(), length, "{subject:?}");
        assert!(story.iter().all(|entry| entry.header.subject == subject));
    }
    assert!(store.story("12.18.04", Subject::Request(first)).await.unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn a_desk_is_turned_away(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let desk = Desk::perbaungan();
    take(&store, &desk).await;
    let (token, spare, fresh) = (Digest([1; 32]), Digest([8; 32]), Digest([9; 32]));
    give(&store, &desk, spare).await;
    let listed = store.desks().await.unwrap();
    assert_eq!(store.desks_of("12.18.02").await.unwrap(), listed);
    for nowhere in ["12.18.04", "12.18.02\0"] {
        assert!(store.desks_of(nowhere).await.unwrap().is_empty());
    }
    assert_eq!((listed.len(), listed[0].entries, listed[0].revoked), (1, 2, None));
    assert!(store.revoke(desk.origin, 600).await.unwrap());
    assert!(!store.revoke(desk.origin, 700).await.unwrap(), "once");
    assert_eq!(store.desks().await.unwrap()[0].revoked, Some(600));
    assert_eq!(store.desk(token).await.unwrap(), None, "at once");
    for code in [token, spare] {
        let late = Enrolment { now: 600, ..enrolment(&desk, code) };
        assert!(store.enrol(late).await.unwrap().is_err(), "no code of before opens the door");
    }
    give(&store, &desk, fresh).await;
    store.enrol(enrolment(&desk, fresh)).await.unwrap().unwrap();
    assert!(store.desk(fresh).await.unwrap().is_some());
    assert_eq!(store.desks().await.unwrap()[0].revoked, None);
}
