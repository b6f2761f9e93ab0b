//! Coordination: what an office forwards, what PPID Utama answers, and how the desk comes to read it.

use loket_domain::change::Change;
use loket_domain::classification::{Classification, ClassificationStage};
use loket_domain::ids::{ClassificationId, QuestionId, RequestId};
use loket_domain::question::{About, Party, QuestionCommand, QuestionInput};
use loket_domain::request::{Command, Request};
use loket_journal::protocol::{DoubtKind, Parcel, PushAnswer};
use loket_journal::{Entry, Matter, Payload, Recorded, Subject};
use loket_utama::check;
use uuid::Uuid;

use crate::browser::Browser;
use crate::desk::{APPLICANT, Desk, NIK, forwarding, worksheet};
use crate::server::Utama;

const TEST: ClassificationId = ClassificationId(Uuid::from_u128(77));

/// An office that forwarded its first request and sent a consequence test, seen on 24 November 2026.
async fn asking() -> (Utama, Desk, RequestId) {
    let mut utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    let request = desk.register("2026-11-23");
    desk.decide("2026-11-24", request, Command::Forward(forwarding()));
    desk.test("2026-11-24", TEST, worksheet("2026-11-24"));
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    utama.set("2026-11-24", 14);
    (utama, desk, request)
}

fn changes(desk: &Desk, received: &[Entry], subject: Subject) -> Vec<Change> {
    let mut entries: Vec<_> = desk.entries.iter().chain(received).filter(|entry| entry.header.subject == subject).collect();
    entries.sort_by_key(|entry| entry.header.order());
    let read = |entry: &&Entry| match Payload::read(&entry.payload).unwrap().recorded() {
        Recorded::Known(change) => change,
        other => panic!("{other:?}"),
    };
    entries.iter().map(read).collect()
}

#[tokio::test]
async fn an_answer_of_ppid_utama_comes_to_the_desk_signed_and_in_its_place() {
    let (utama, desk, request) = asking().await;
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &["12.18.02"]).await;
    let inbox = siti.get(&utama, "/kotak-masuk").await.text();
    let case = format!("/kantor/12.18.02/penerusan/{request}");
    assert!(inbox.contains("001/PPID/KEC-A/XI/2026") && inbox.contains(&case) && !inbox.contains(APPLICANT), "{inbox}");
    let page = siti.get(&utama, &case).await.text();
    assert!(page.contains(APPLICANT) && page.contains("Salinan rencana kerja") && page.contains("Mohon dokumennya"), "{page}");
    assert!(!page.contains(NIK), "the number of an identity card is masked");
    let empty = siti.post(&utama, &case, &[("number", "12/PPID-U/2026"), ("unit", ""), ("note", " ")]).await;
    assert!(empty.status == 422 && empty.text().contains("Tulis isi jawabannya") && empty.text().contains("12/PPID-U/2026"));
    let boxes = [("number", "12/PPID-U/2026"), ("unit", "Dinas Pendidikan"), ("note", "Dokumen dikirim besok.")];
    assert_eq!(siti.post(&utama, &case, &boxes).await.status, 303);
    let again = siti.post(&utama, &case, &boxes).await;
    assert!(again.status == 422 && again.text().contains("Tidak ada penerusan yang menunggu"), "{}", again.text());

    let (received, more) = utama.pulled(&desk, vec![]).await;
    assert_eq!((received.len(), more), (1, false));
    assert_ne!(received[0].header.origin, desk.origin);
    let (state, misfits) = Request::replay(&changes(&desk, &received, Subject::Request(request)));
    assert_eq!(misfits, [] as [usize; 0]);
    let answer = state.unwrap().coordination[0].answer.clone().unwrap();
    assert_eq!((answer.number.as_deref(), answer.on.to_string().as_str()), (Some("12/PPID-U/2026"), "2026-11-24"));
    assert_eq!(answer.note, "Diteruskan ke Dinas Pendidikan. Dokumen dikirim besok.");
    assert!(!siti.get(&utama, "/kotak-masuk").await.text().contains("001/PPID"), "it no longer waits");
    let calendar = loket_domain::calendar::Calendar::shipped().unwrap();
    let store = utama.database().open(calendar.clone(), 0).await.unwrap();
    let checked = check(store.as_ref(), &calendar).await.unwrap();
    assert_eq!((checked.series, checked.findings.len()), (2, 0), "{checked:?}");
}

#[tokio::test]
async fn what_a_desk_says_in_the_name_of_ppid_utama_is_doubted_and_nobody_reads_it_as_an_answer() {
    let (utama, mut desk, _) = asking().await;
    let before = desk.entries.len();
    let question = QuestionId(Uuid::from_u128(78));
    let ask = QuestionInput { line: "Batas biaya salinan".into(), text: "Berapa batasnya?".into() };
    desk.question("2026-11-24", question, Party::Office, QuestionCommand::Ask(ask, About::Nothing));
    desk.question("2026-11-24", question, Party::Utama, QuestionCommand::Answer { text: "JAWABAN PALSU".into() });
    let PushAnswer::Taken { doubts, .. } = utama.push(&desk, desk.encoded(before, desk.entries.len())).await.unwrap() else {
        panic!("not taken")
    };
    let doubted: Vec<_> = doubts.into_iter().map(|doubt| (doubt.seq, doubt.kind)).collect();
    assert_eq!(doubted, [(desk.entries.len() as u64, DoubtKind::Misfit)]);
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &["12.18.02"]).await;
    let path = format!("/kantor/12.18.02/tanya/{question}");
    let page = siti.get(&utama, &path).await.text();
    assert!(page.contains("Berapa batasnya?") && !page.contains("JAWABAN PALSU"), "{page}");
    assert!(page.contains("Jawaban PPID Utama"), "it still waits for one: {page}");
    assert_eq!(siti.post(&utama, &path, &[("seen", "2"), ("text", "Sesuai SK.")]).await.status, 303);
    assert!(siti.get(&utama, &path).await.text().contains("Sesuai SK."));
}

#[tokio::test]
async fn a_series_of_no_desk_of_now_is_not_taken_for_ppid_utama() {
    let (utama, desk, _) = asking().await;
    let mut lost = Desk::new(5, "12.18.02", "Perbaungan", "B");
    lost.establish();
    let request = lost.register("2026-11-24");
    let vouched = Parcel::Vouched(lost.key.public(), &lost.everything()).write();
    assert!(matches!(utama.push(&desk, vouched).await.unwrap(), PushAnswer::Taken { .. }));
    let page = utama.page(&format!("/kantor/12.18.02/permohonan/{request}")).await;
    let history = page.split_once("class=\"story\"").unwrap().1;
    assert!(history.contains("Meja tidak dikenal") && !history.split("</ol>").next().unwrap().contains("PPID Utama"), "{page}");
}

#[tokio::test]
async fn an_answer_follows_the_question_also_when_the_desks_clock_runs_years_ahead() {
    let mut utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    let request = desk.register("2026-11-23");
    desk.decide("2029-01-02", request, Command::Forward(forwarding()));
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &[]).await;
    siti.get(&utama, "/kotak-masuk").await;
    let case = format!("/kantor/12.18.02/penerusan/{request}");
    assert_eq!(siti.post(&utama, &case, &[("note", "Sudah ada.")]).await.status, 303);
    let (received, _) = utama.pulled(&desk, vec![]).await;
    let (_, misfits) = Request::replay(&changes(&desk, &received, Subject::Request(request)));
    assert_eq!(misfits, [] as [usize; 0]);
}

#[tokio::test]
async fn who_looks_is_written_down_and_who_may_not_sees_nothing() {
    let (utama, _, request) = asking().await;
    let case = format!("/kantor/12.18.02/penerusan/{request}");
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &["12.18.02"]).await;
    siti.get(&utama, &case).await;
    for (login, role, offices) in [("budi", "verifikator", &["12.18.04"][..]), ("andi", "auditor", &[])] {
        let answer = Browser::signed_in(&utama, login, role, offices).await.get(&utama, &case).await;
        assert!(answer.status == 403 && !answer.text().contains(APPLICANT), "{login}");
    }
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    let page = admin.get(&utama, &case).await.text();
    assert!(page.contains(APPLICANT) && !page.contains("Kirim jawaban"), "reads, but does not answer");
    let audit = admin.get(&utama, "/catatan-akses").await.text();
    assert!(
        audit.contains("siti") && audit.contains("membaca permohonan yang diteruskan") && audit.contains("001/PPID"),
        "{audit}"
    );
    assert!(!audit.contains("budi</td><td role=\"cell\" data-label=\"Apa\">membaca") && !audit.contains(APPLICANT));
}

#[tokio::test]
async fn a_request_that_was_not_forwarded_here_is_not_shown_whole_to_anyone() {
    let (utama, mut desk, _) = asking().await;
    let before = desk.entries.len();
    let kept = desk.register("2026-11-24");
    let elsewhere = desk.register("2026-11-24");
    let input =
        loket_domain::request::ForwardInput { recipient: "other_unit".into(), unit: "Dinas Sosial".into(), ..forwarding() };
    desk.decide("2026-11-24", elsewhere, Command::Forward(input));
    utama.pushed(&desk, desk.encoded(before, desk.entries.len())).await;
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &[]).await;
    for request in [kept, elsewhere] {
        assert_eq!(siti.get(&utama, &format!("/kantor/12.18.02/penerusan/{request}")).await.status, 404);
        assert_eq!(siti.post(&utama, &format!("/kantor/12.18.02/penerusan/{request}"), &[("note", "x")]).await.status, 404);
    }
}

#[tokio::test]
async fn a_consequence_test_is_approved_or_rejected_as_it_was_read() {
    let (utama, mut desk, _) = asking().await;
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &[]).await;
    let path = format!("/kantor/12.18.02/uji/{}", TEST.0);
    let page = siti.get(&utama, &path).await.text();
    assert!(page.contains("Data kesehatan penerima bantuan") && page.contains("Pasal 17 huruf h"), "{page}");
    let approve = [("verdict", "approve"), ("seen", "1"), ("by", "Bupati Rekaan"), ("on", "2026-11-24")];
    let before = desk.entries.len();
    desk.test(
        "2026-11-24",
        TEST,
        loket_domain::classification::WorksheetInput { benefit: "Lain sama sekali.".into(), ..worksheet("2026-11-24") },
    );
    utama.pushed(&desk, desk.encoded(before, before + 1)).await;
    let changed = siti.post(&utama, &path, &approve).await;
    assert!(changed.status == 422 && changed.text().contains("diubah kantornya"), "{}", changed.text());
    let approve = approve.map(|(name, value)| if name == "seen" { (name, "2") } else { (name, value) });
    assert_eq!(siti.post(&utama, &path, &approve).await.status, 303);
    let (received, _) = utama.pulled(&desk, vec![]).await;
    let (state, misfits) = Classification::replay(&changes(&desk, &received, Subject::matter(Matter::Classification, TEST.0)));
    assert_eq!((state.unwrap().stage(), misfits.len()), (ClassificationStage::Approved, 0));
    let reject = [("verdict", "reject"), ("seen", "3"), ("reason", "Terlalu luas.")];
    let late = siti.post(&utama, &path, &reject).await;
    assert!(late.status == 422 && late.text().contains("sudah diputus"), "{}", late.text());
}

#[tokio::test]
async fn two_who_answer_at_once_leave_one_answer() {
    let (utama, desk, request) = asking().await;
    let case = format!("/kantor/12.18.02/penerusan/{request}");
    let mut first = Browser::signed_in(&utama, "siti", "verifikator", &[]).await;
    let mut second = Browser::signed_in(&utama, "budi", "verifikator", &[]).await;
    let (one, two) = tokio::join!(
        first.post(&utama, &case, &[("note", "Jawaban satu.")]),
        second.post(&utama, &case, &[("note", "Jawaban dua.")])
    );
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 422]);
    assert_eq!(utama.pulled(&desk, vec![]).await.0.len(), 1);
}
