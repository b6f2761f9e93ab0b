//! Questions between an office and PPID Utama.

use loket_domain::change::Change;
use loket_domain::ids::RequestId;
use loket_domain::problem::{QuestionRefused, Refused};
use loket_domain::question::{About, Party, Question, QuestionCommand, QuestionInput, QuestionStage, decide};
use uuid::Uuid;

use crate::office::{Day, date};

const MONDAY: &str = "2026-11-23";

fn ask(line: &str, text: &str) -> QuestionCommand {
    QuestionCommand::Ask(QuestionInput { line: line.into(), text: text.into() }, About::Nothing)
}

fn answer(text: &str) -> QuestionCommand {
    QuestionCommand::Answer { text: text.into() }
}

fn follow_up(text: &str) -> QuestionCommand {
    QuestionCommand::FollowUp { text: text.into() }
}

/// A talk as it is told: who did what, one after the other.
fn told(day: &Day, steps: Vec<(Party, QuestionCommand)>) -> (Question, Vec<Change>) {
    let mut changes = Vec::new();
    for (by, command) in steps {
        let state = Question::replay(&changes).0;
        changes.push(decide(state.as_ref(), by, command, &day.on(MONDAY)).unwrap());
    }
    let (state, misfits) = Question::replay(&changes);
    assert!(misfits.is_empty());
    (state.unwrap(), changes)
}

#[test]
fn a_question_is_asked_answered_asked_further_and_closed_by_who_asked() {
    let day = Day::at_perbaungan();
    let tuesday = day.on("2026-11-24");
    let (asked, mut changes) = told(&day, vec![(Party::Office, ask("Format salinan", "Bolehkah lewat e-mail?"))]);
    assert_eq!((asked.stage(), asked.since()), (QuestionStage::AwaitsUtama, Some(date(MONDAY))));
    let further = decide(Some(&asked), Party::Office, follow_up("Mohon segera."), &tuesday).unwrap();
    changes.push(further);
    let (state, _) = Question::replay(&changes);
    assert_eq!(state.as_ref().unwrap().since(), Some(date(MONDAY)), "it waits since the first of them");
    changes.push(decide(state.as_ref(), Party::Utama, answer("Boleh."), &tuesday).unwrap());
    let (state, _) = Question::replay(&changes);
    assert_eq!(state.as_ref().unwrap().stage(), QuestionStage::Answered);
    changes.push(decide(state.as_ref(), Party::Office, QuestionCommand::Close, &tuesday).unwrap());
    let (state, misfits) = Question::replay(&changes);
    assert_eq!((state.unwrap().stage(), misfits.len()), (QuestionStage::Closed, 0));
}

#[test]
fn nobody_answers_oneself_or_twice_and_nobody_else_closes() {
    let day = Day::at_perbaungan();
    let (asked, _) = told(&day, vec![(Party::Utama, ask("Laporan triwulan", "Sudah dikirim?"))]);
    assert_eq!(asked.stage(), QuestionStage::AwaitsOffice);
    let no = |state: &Question, by, command| match decide::<Change>(Some(state), by, command, &day.on(MONDAY)) {
        Err(Refused::Question(why)) => why,
        other => panic!("{other:?}"),
    };
    assert_eq!(no(&asked, Party::Utama, answer("Sudah.")), QuestionRefused::AskedHere);
    assert_eq!(no(&asked, Party::Office, QuestionCommand::Close), QuestionRefused::AskedByOthers);
    assert_eq!(no(&asked, Party::Office, follow_up("?")), QuestionRefused::AskedByOthers);
    let (answered, _) = told(&day, vec![(Party::Utama, ask("Laporan", "Sudah?")), (Party::Office, answer("Sudah."))]);
    assert_eq!(no(&answered, Party::Office, answer("Sudah lagi.")), QuestionRefused::AlreadyAnswered);
    let (closed, _) = told(&day, vec![(Party::Office, ask("A", "B")), (Party::Office, QuestionCommand::Close)]);
    assert_eq!(no(&closed, Party::Utama, answer("C")), QuestionRefused::Closed);
    assert_eq!(no(&closed, Party::Office, QuestionCommand::Close), QuestionRefused::Closed);
}

#[test]
fn an_empty_or_endless_question_is_refused_box_by_box() {
    let day = Day::at_perbaungan();
    let fields = |line: &str, text: &str| match decide::<Change>(None, Party::Office, ask(line, text), &day.on(MONDAY)) {
        Err(Refused::Fields(fields)) => fields.into_iter().map(|problem| problem.field).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(fields(" ", ""), ["line", "text"]);
    assert_eq!(fields(&"x".repeat(121), "isi"), ["line"]);
    assert_eq!(fields("dua\nbaris", "isi"), ["line"]);
    assert_eq!(fields("pokok", &"x".repeat(5_001)), ["text"]);
    let mut steps = vec![(Party::Office, ask("Panjang", "1"))];
    steps.extend((1..100).map(|n| (Party::Office, follow_up(&n.to_string()))));
    let (long, _) = told(&day, steps);
    let more = decide::<Change>(Some(&long), Party::Office, follow_up("lagi"), &day.on(MONDAY));
    assert_eq!(more, Err(QuestionRefused::TooLong.into()));
    assert!(
        decide::<Change>(Some(&long), Party::Utama, answer("Cukup."), &day.on(MONDAY)).is_ok(),
        "an answer always finds room"
    );
}

#[test]
fn what_two_wrote_without_knowing_of_each_other_is_all_kept() {
    let day = Day::at_perbaungan();
    let (asked, mut changes) = told(&day, vec![(Party::Office, ask("A", "B"))]);
    for (by, command) in [
        (Party::Utama, answer("Satu.")),
        (Party::Utama, answer("Dua.")),
        (Party::Office, QuestionCommand::Close),
        (Party::Office, follow_up("Lalu?")),
    ] {
        changes.push(decide(Some(&asked), by, command, &day.on(MONDAY)).unwrap());
    }
    let (state, misfits) = Question::replay(&changes);
    let state = state.unwrap();
    assert_eq!((state.messages.len(), misfits.len(), state.stage()), (4, 0, QuestionStage::AwaitsUtama), "open again");
}

#[test]
fn what_a_question_is_about_is_named_by_its_number() {
    let id = RequestId(Uuid::from_u128(1));
    let about = About::Request { id, number: "001/PPID/KEC-PBG/XI/2026".into() };
    assert_eq!((about.words().as_deref(), about.request()), (Some("Permohonan 001/PPID/KEC-PBG/XI/2026"), Some(id)));
    assert_eq!(About::Nothing.words(), None);
}
