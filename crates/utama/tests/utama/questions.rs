//! Questions: what an office asks, what PPID Utama answers and asks, and who may read it.

use loket_domain::change::Change;
use loket_domain::ids::{QuestionId, RequestId};
use loket_domain::question::{About, Party, Question, QuestionCommand, QuestionInput, QuestionStage};
use loket_journal::{Entry, Matter, Payload, Recorded, Subject};
use uuid::Uuid;

use crate::browser::Browser;
use crate::desk::{APPLICANT, Desk};
use crate::server::Utama;

const QUESTION: QuestionId = QuestionId(Uuid::from_u128(91));

/// An office that asked about its first request, seen on 24 November 2026.
async fn asking() -> (Utama, Desk, RequestId) {
    let mut utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    let request = desk.register("2026-11-23");
    let about = About::Request { id: request, number: "001/PPID/KEC-A/XI/2026".into() };
    let input = QuestionInput { line: "Format salinan <peta>".into(), text: "Bolehkah lewat e-mail?".into() };
    desk.question("2026-11-24", QUESTION, Party::Office, QuestionCommand::Ask(input, about));
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    utama.set("2026-11-24", 14);
    (utama, desk, request)
}

fn folded(desk: &Desk, received: &[Entry], question: QuestionId) -> Question {
    let subject = Subject::matter(Matter::Question, question.0);
    let mut entries: Vec<_> = desk.entries.iter().chain(received).filter(|entry| entry.header.subject == subject).collect();
    entries.sort_by_key(|entry| entry.header.order());
    let read = |entry: &&Entry| match Payload::read(&entry.payload).unwrap().recorded() {
        Recorded::Known(change) => change,
        other => panic!("{other:?}"),
    };
    let changes: Vec<Change> = entries.iter().map(read).collect();
    let (state, misfits) = Question::replay(&changes);
    assert!(misfits.is_empty());
    state.unwrap()
}

#[tokio::test]
async fn an_offices_question_waits_in_the_inbox_until_it_is_answered() {
    let (utama, desk, request) = asking().await;
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &["12.18.02"]).await;
    assert!(siti.get(&utama, "/").await.text().contains("1 pertanyaan"));
    let inbox = siti.get(&utama, "/kotak-masuk").await.text();
    let path = format!("/kantor/12.18.02/tanya/{QUESTION}");
    assert!(inbox.contains("Format salinan &lt;peta&gt;") && inbox.contains(&path), "{inbox}");
    let page = siti.get(&utama, &path).await.text();
    assert!(page.contains("Bolehkah lewat e-mail?") && page.contains(&format!("/kantor/12.18.02/permohonan/{request}")));
    assert!(!page.contains(APPLICANT), "nobody is named");
    let empty = siti.post(&utama, &path, &[("seen", "1"), ("text", " ")]).await;
    assert!(empty.status == 422 && empty.text().contains("Tulis jawabannya"));
    let unread = siti.post(&utama, &path, &[("text", "Boleh.")]).await;
    assert!(
        unread.status == 422 && unread.text().contains("berlanjut setelah Anda membukanya") && unread.text().contains("Boleh.")
    );
    assert_eq!(siti.post(&utama, &path, &[("seen", "1"), ("text", "Boleh.")]).await.status, 303);
    let again = siti.post(&utama, &path, &[("seen", "2"), ("text", "Boleh lagi.")]).await;
    assert!(again.status == 422 && again.text().contains("sudah dijawab"), "{}", again.text());

    let (received, _) = utama.pulled(&desk, vec![]).await;
    let state = folded(&desk, &received, QUESTION);
    assert_eq!((state.stage(), state.messages[1].text.as_str()), (QuestionStage::Answered, "Boleh."));
    let inbox = siti.get(&utama, "/kotak-masuk").await.text();
    assert!(inbox.contains("Tidak ada pertanyaan yang menunggu") && inbox.contains("Sudah dijawab"), "{inbox}");
    assert!(!siti.get(&utama, "/").await.text().contains("1 pertanyaan"));
}

#[tokio::test]
async fn ppid_utama_asks_an_office_about_a_request_and_closes_what_it_asked() {
    let (utama, desk, request) = asking().await;
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    let form = admin.get(&utama, &format!("/kantor/12.18.02/tanya?permohonan={request}")).await.text();
    assert!(form.contains("Tentang Permohonan 001/PPID/KEC-A/XI/2026"), "{form}");
    let boxes = [("permohonan", &*request.to_string()), ("line", "Batas waktu"), ("text", "Kapan dijawab?")];
    let short = admin.post(&utama, "/kantor/12.18.02/tanya", &boxes[..2]).await;
    assert!(short.status == 422 && short.text().contains("Tulis pertanyaannya") && short.text().contains("Batas waktu"));
    let sent = admin.post(&utama, "/kantor/12.18.02/tanya", &boxes).await;
    assert_eq!(sent.status, 303);
    let path = sent.head.lines().find_map(|line| line.strip_prefix("location: ")).unwrap().to_owned();
    let question = QuestionId(path.rsplit('/').next().unwrap().parse().unwrap());
    let (received, _) = utama.pulled(&desk, vec![]).await;
    let state = folded(&desk, &received, question);
    assert_eq!((state.stage(), state.about.request()), (QuestionStage::AwaitsOffice, Some(request)));
    assert!(admin.get(&utama, &path).await.text().contains("Menunggu jawaban kantor"));
    assert_eq!(admin.post(&utama, &path, &[("seen", "1"), ("text", "Mohon segera.")]).await.status, 303);
    assert_eq!(admin.post(&utama, &path, &[("seen", "2"), ("tutup", "ya")]).await.status, 303);
    let (received, _) = utama.pulled(&desk, vec![]).await;
    let state = folded(&desk, &received, question);
    assert_eq!((state.stage(), state.messages.len()), (QuestionStage::Closed, 2));
    let nowhere = admin.post(&utama, "/kantor/12.18.09/tanya", &boxes).await;
    assert_eq!(nowhere.status, 404, "an office nobody has heard of");
    let audit = admin.get(&utama, "/catatan-akses").await.text();
    for what in ["membaca tanya jawab", "bertanya kepada kantor", "menutup pertanyaan"] {
        assert!(audit.contains(what), "{what}");
    }
    assert!(!audit.contains("Batas waktu"), "what it says is not in the log");
}

#[tokio::test]
async fn who_may_not_read_cases_sees_how_many_questions_wait_and_not_what_they_say() {
    let (utama, _, _) = asking().await;
    let mut andi = Browser::signed_in(&utama, "andi", "auditor", &[]).await;
    let list = andi.get(&utama, "/").await.text();
    assert!(list.contains("1 pertanyaan") && !list.contains("Format salinan"));
    for path in ["/kantor/12.18.02/tanya".to_owned(), format!("/kantor/12.18.02/tanya/{QUESTION}")] {
        let answer = andi.get(&utama, &path).await;
        assert!(answer.status == 403 && !answer.text().contains("Format salinan"), "{path}");
    }
    let mut budi = Browser::signed_in(&utama, "budi", "verifikator", &["12.18.04"]).await;
    assert!(!budi.get(&utama, "/kotak-masuk").await.text().contains("Format salinan"), "another office's");
}
