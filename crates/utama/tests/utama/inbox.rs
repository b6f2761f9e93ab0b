//! Coordination: what an office forwards, what PPID Utama answers, and how the desk comes to read it.

use loket_domain::change::Change;
use loket_domain::classification::{Classification, ClassificationStage};
use loket_domain::ids::{ClassificationId, QuestionId, RequestId};
use loket_domain::question::{About, Party, QuestionCommand, QuestionInput};
use loket_domain::request::{Command, Request};
use loket_journal::protocol::{DoubtKind, GET_OBJECT_PATH, Parcel, PartAsked, PushAnswer};
use loket_journal::{Digest, Entry, Matter, Payload, Recorded, Subject};
use loket_utama::check;
use rstest::rstest;
use uuid::Uuid;

use crate::both::Kind;
use crate::browser::Browser;
use crate::desk::{APPLICANT, Desk, NIK, forwarding, worksheet};
use crate::http::send;
use crate::server::{Utama, bearer};

const TEST: ClassificationId = ClassificationId(Uuid::from_u128(77));

/// An office that forwarded its first request and sent a consequence test, seen on 24 November 2026.
async fn asking() -> (Utama, Desk, RequestId) {
    asking_on(Kind::Sqlite).await
}

async fn asking_on(kind: Kind) -> (Utama, Desk, RequestId) {
    let mut utama = match kind {
        Kind::Sqlite => Utama::start().await,
        Kind::Postgres => Utama::on(kind.database().0).await,
    };
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
    let empty = siti.post(&utama, &case, &[("number", "12/PPID-U/2026"), ("note", " ")]).await;
    assert!(empty.status == 422 && empty.text().contains("Tulis isi jawabannya") && empty.text().contains("12/PPID-U/2026"));
    let boxes = [("seen", "0"), ("number", "12/PPID-U/2026"), ("note", "Dokumen dikirim besok.")];
    assert_eq!(siti.post(&utama, &case, &boxes).await.status, 303);
    let again = siti.post(&utama, &case, &boxes).await;
    assert!(again.status == 422 && again.text().contains("sudah dijawab setelah Anda membukanya"), "{}", again.text());

    let (received, more) = utama.pulled(&desk, vec![]).await;
    assert_eq!((received.len(), more), (1, false));
    assert_ne!(received[0].header.origin, desk.origin);
    let (state, misfits) = Request::replay(&changes(&desk, &received, Subject::Request(request)));
    assert_eq!(misfits, [] as [usize; 0]);
    let answer = state.unwrap().coordination[0].answer.clone().unwrap();
    assert_eq!((answer.number.as_deref(), answer.on.to_string().as_str()), (Some("12/PPID-U/2026"), "2026-11-24"));
    assert_eq!(answer.note, "Dokumen dikirim besok.");
    assert!(!siti.get(&utama, "/kotak-masuk").await.text().contains("001/PPID"), "it no longer waits");
    let calendar = loket_domain::calendar::Calendar::shipped().unwrap();
    let store = utama.database().open(calendar.clone(), 0).await.unwrap();
    let checked = check(store.as_ref(), &calendar).await.unwrap();
    assert_eq!((checked.series, checked.findings.len()), (2, 0), "{checked:?}");
}

#[tokio::test]
async fn a_request_that_was_answered_is_read_by_staff_no_longer_than_an_admin_set() {
    let (utama, mut desk, request) = asking().await;
    let mut admin = Browser::signed_in(&utama, "adm", "admin", &[]).await;
    admin.get(&utama, "/masa-baca").await;
    for wrong in ["0", "-1", "banyak", "99999"] {
        assert_eq!(admin.post(&utama, "/masa-baca", &[("days", wrong)]).await.status, 422, "{wrong}");
    }
    assert_eq!(admin.post(&utama, "/masa-baca", &[("days", "30")]).await.status, 303);
    let case = format!("/kantor/12.18.02/penerusan/{request}");
    let read = async |day: &str| {
        utama.set(day, 9);
        let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &["12.18.02"]).await;
        let page = siti.get(&utama, &case).await;
        (page.status, page.text().contains(APPLICANT))
    };
    assert_eq!(read("2027-06-01").await, (200, true), "what waits is read however long it does");
    utama.set("2026-11-24", 15);
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &["12.18.02"]).await;
    siti.get(&utama, &case).await;
    assert_eq!(siti.post(&utama, &case, &[("seen", "0"), ("note", "Sudah ada.")]).await.status, 303);
    assert_eq!(read("2026-12-24").await, (200, true), "the last day is one");
    assert_eq!(read("2026-12-25").await, (403, false));
    // Nor by what stands beside the page: its files, an answer, a file that is added.
    utama.set("2026-12-25", 9);
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &["12.18.02"]).await;
    siti.get(&utama, "/kotak-masuk").await;
    assert_eq!(siti.post(&utama, &case, &[("seen", "1"), ("note", "Tambahan.")]).await.status, 403);
    let mut admin = Browser::signed_in(&utama, "adm", "admin", &[]).await;
    assert_eq!(admin.get(&utama, &case).await.status, 403, "nor by anybody else");
    let record = admin.get(&utama, "/catatan-akses").await.text();
    assert!(record.contains("mengatur masa baca") && record.contains("dari tanpa batas menjadi 30 hari"), "{record}");
    // Forwarded again, it is read again.
    let before = desk.entries.len();
    let subject = Subject::Request(request);
    let again = desk.story(subject).into_iter().find(|change| change.kind() == "request_forwarded").unwrap();
    desk.write("2026-12-25", subject, &again);
    utama.pushed(&desk, desk.encoded(before, desk.entries.len())).await;
    assert_eq!(read("2026-12-26").await, (200, true));
}

#[tokio::test]
async fn who_asks_for_what_is_not_theirs_is_written_down_once_in_a_while() {
    let (utama, _, request) = asking().await;
    let mut other = Browser::signed_in(&utama, "budi", "verifikator", &["12.18.04"]).await;
    for _ in 0..3 {
        assert_eq!(other.get(&utama, "/akun").await.status, 403);
        assert_eq!(other.get(&utama, &format!("/kantor/12.18.02/penerusan/{request}")).await.status, 403);
    }
    let mut admin = Browser::signed_in(&utama, "adm", "admin", &[]).await;
    let record = admin.get(&utama, "/catatan-akses").await.text();
    assert_eq!(record.matches("ditolak membuka halaman").count() - in_the_choices(&record), 2, "{record}");
    assert!(record.contains("/kantor/{code}/penerusan/{id}"), "the page, and nothing that was typed: {record}");
}

/// How often it stands among what the record can be narrowed to.
fn in_the_choices(page: &str) -> usize {
    page.split("<option")
        .skip(1)
        .filter(|option| option.split("</option>").next().unwrap().contains("ditolak membuka halaman"))
        .count()
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
    assert!(siti.get(&utama, "/kotak-masuk").await.text().contains(&path), "and stands in the inbox as such");
    assert!(siti.get(&utama, "/kantor/12.18.02/tanya").await.text().contains("Menunggu jawaban PPID Utama"));
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

#[tokio::test]
async fn the_second_of_two_colleagues_keeps_her_text_and_reads_who_answered_and_when() {
    let (utama, desk, request) = asking().await;
    let case = format!("/kantor/12.18.02/penerusan/{request}");
    let mut sahat = Browser::signed_in(&utama, "sahat", "verifikator", &[]).await;
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &[]).await;
    siti.get(&utama, &case).await;
    let page = sahat.get(&utama, &case).await.text();
    assert!(page.contains("Baru saja dibuka juga oleh Staf Rekaan siti"), "{page}");
    assert_eq!(sahat.post(&utama, &case, &[("seen", "0"), ("note", "Sudah kami kirim.")]).await.status, 303);
    let late = siti.post(&utama, &case, &[("seen", "0"), ("note", "Menyusul minggu depan.")]).await;
    let page = late.text();
    assert!(late.status == 422 && page.contains("sudah dijawab setelah Anda membukanya"), "{page}");
    assert!(page.contains("Sudah kami kirim.") && page.contains(">Menyusul minggu depan.</textarea>"), "both texts: {page}");
    assert!(page.contains("Dijawab oleh Staf Rekaan sahat, 24 November 2026, 14.00 WIB."), "{page}");
    assert!(page.contains("PPID Utama, Staf Rekaan sahat"), "the story says so too: {page}");
    assert_eq!(utama.pulled(&desk, vec![]).await.0.len(), 1);
}

#[rstest]
#[tokio::test]
async fn an_answer_is_corrected_by_another_and_the_desk_reads_both(#[values(Kind::Sqlite, Kind::Postgres)] kind: Kind) {
    let (utama, desk, request) = asking_on(kind).await;
    let case = format!("/kantor/12.18.02/penerusan/{request}");
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &[]).await;
    siti.get(&utama, &case).await;
    assert_eq!(siti.post(&utama, &case, &[("seen", "0"), ("note", "Tahun 2025.")]).await.status, 303);
    let page = siti.get(&utama, &case).await.text();
    assert!(page.contains("Tambahan atau ralat jawaban") && page.contains("name=\"seen\" value=\"1\""), "{page}");
    assert_eq!(siti.post(&utama, &case, &[("seen", "1"), ("note", "Ralat: tahun 2026.")]).await.status, 303);
    let (received, _) = utama.pulled(&desk, vec![]).await;
    let (state, misfits) = Request::replay(&changes(&desk, &received, Subject::Request(request)));
    assert_eq!(misfits, [] as [usize; 0]);
    let coordination = state.unwrap().coordination;
    let notes: Vec<_> = coordination[0].answers().map(|answer| answer.note.as_str()).collect();
    assert_eq!(notes, ["Tahun 2025.", "Ralat: tahun 2026."]);
    assert!(coordination[0].answer.is_some() && !siti.get(&utama, "/kotak-masuk").await.text().contains("001/PPID"));
}

#[rstest]
#[tokio::test]
async fn what_was_asked_of_another_unit_waits_with_its_date_and_stays_open(#[values(Kind::Sqlite, Kind::Postgres)] kind: Kind) {
    let (utama, desk, request) = asking_on(kind).await;
    let case = format!("/kantor/12.18.02/penerusan/{request}");
    let step = format!("{case}/langkah");
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &[]).await;
    siti.get(&utama, &case).await;
    assert_eq!(siti.post(&utama, &step, &[("kind", "taken")]).await.status, 303);
    let pass = [("kind", "passed"), ("unit", "Dinas Pendidikan"), ("due", "2026-11-27"), ("text", "Nota dinas 4/2026.")];
    let refused = siti.post(&utama, &step, &[pass[0], pass[1], ("due", "2026-11-20"), pass[3]]).await;
    assert!(refused.status == 422 && refused.text().contains("tidak boleh sebelum hari ini"), "{}", refused.text());
    assert!(refused.text().contains("value=\"Dinas Pendidikan\"") && refused.text().contains(">Nota dinas 4/2026.</textarea>"));
    assert_eq!(siti.post(&utama, &step, &pass).await.status, 303);
    assert_eq!(siti.post(&utama, &step, &[("kind", "noted"), ("catatan", "Sudah ditelepon.")]).await.status, 303);
    let inbox = siti.get(&utama, "/kotak-masuk").await.text();
    assert!(inbox.contains("menunggu Dinas Pendidikan sampai 27 November 2026"), "{inbox}");
    assert!(inbox.contains("dikerjakan Staf Rekaan siti"), "{inbox}");
    let page = siti.get(&utama, &case).await.text();
    assert!(page.contains("Sudah ditelepon.") && page.contains("Kirim jawaban"), "it can still be answered: {page}");
    utama.set("2026-11-30", 8);
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &[]).await;
    let inbox = siti.get(&utama, "/kotak-masuk").await.text();
    assert!(inbox.contains("tone overdue\">menunggu Dinas Pendidikan"), "its date has passed: {inbox}");
    let (received, _) = utama.pulled(&desk, vec![]).await;
    let (state, misfits) = Request::replay(&changes(&desk, &received, Subject::Request(request)));
    let state = state.unwrap();
    assert_eq!((misfits.len(), state.notes.len()), (0, 1), "the desk is told once, and of no note among colleagues");
    assert!(state.awaited().is_some() && state.notes[0].text.contains("Dinas Pendidikan"));
    siti.get(&utama, &case).await;
    assert_eq!(siti.post(&utama, &case, &[("seen", "0"), ("note", "Ini dari Dinas.")]).await.status, 303);
    assert_eq!(siti.post(&utama, &step, &[("kind", "taken")]).await.status, 404, "nothing waits any more");
}

#[rstest]
#[tokio::test]
async fn what_was_answered_is_found_again(#[values(Kind::Sqlite, Kind::Postgres)] kind: Kind) {
    let (utama, _, request) = asking_on(kind).await;
    let case = format!("/kantor/12.18.02/penerusan/{request}");
    let test = format!("/kantor/12.18.02/uji/{}", TEST.0);
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &[]).await;
    assert!(siti.get(&utama, "/kotak-masuk/arsip").await.text().contains("Tidak ada yang cocok"));
    siti.get(&utama, &case).await;
    siti.post(&utama, &case, &[("seen", "0"), ("note", "Ada.")]).await;
    siti.post(&utama, &test, &[("verdict", "approve"), ("seen", "1"), ("by", "Bupati Rekaan"), ("on", "2026-11-24")]).await;
    let archive = siti.get(&utama, "/kotak-masuk/arsip").await.text();
    assert!(archive.contains(&case) && archive.contains(&test) && archive.contains("2 perkara"), "{archive}");
    let sought = siti.get(&utama, "/kotak-masuk/arsip?cari=001%2Fppid").await.text();
    assert!(sought.contains(&case) && !sought.contains(&test), "{sought}");
    let request_page = siti.get(&utama, &format!("/kantor/12.18.02/permohonan/{request}")).await.text();
    assert!(request_page.contains(&format!("href=\"{case}\"")), "the request leads to its case also when it is answered");
    let mut elsewhere = Browser::signed_in(&utama, "budi", "verifikator", &["12.18.04"]).await;
    assert!(!elsewhere.get(&utama, "/kotak-masuk/arsip").await.text().contains(&case), "only within reach");
}

#[rstest]
#[tokio::test]
async fn a_document_goes_with_an_answer_and_the_desk_fetches_it(#[values(Kind::Sqlite, Kind::Postgres)] kind: Kind) {
    const MAP: &[u8] = b"%PDF-1.7 peta rekaan";
    let (utama, desk, request) = asking_on(kind).await;
    let case = format!("/kantor/12.18.02/penerusan/{request}");
    let adding = format!("{case}/lampiran");
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &[]).await;
    siti.get(&utama, &case).await;
    let wrong = siti.post_file(&utama, &adding, b"Surat biasa").await;
    assert!(wrong.status == 422 && wrong.text().contains("role=\"alert\""), "{}", wrong.text());
    let empty = siti.post_file(&utama, &adding, b"").await;
    assert!(empty.status == 422 && empty.text().contains("Pilih berkasnya dahulu."));
    assert_eq!(siti.post_file(&utama, &adding, MAP).await.status, 303);
    let twice = siti.post_file(&utama, &adding, MAP).await;
    assert!(twice.status == 422, "the same file is not attached twice: {}", twice.text());
    let page = siti.get(&utama, &case).await.text();
    assert!(page.contains(".pdf</a> · Lain-lain"), "it is here whole, to be opened: {page}");
    let digest = Digest::of_object(MAP);
    assert_eq!(siti.get(&utama, &format!("{case}/berkas/{digest}")).await.body, MAP);
    let (received, _) = utama.pulled(&desk, vec![]).await;
    let (state, misfits) = Request::replay(&changes(&desk, &received, Subject::Request(request)));
    let state = state.unwrap();
    assert!(misfits.is_empty() && state.attachment(&digest.to_string()).is_some() && state.awaited().is_some());
    let body = postcard::to_allocvec(&PartAsked { digest, offset: 0, room: 1 << 16, skip: 0 }).unwrap();
    let part = send(utama.address(), "POST", GET_OBJECT_PATH, &[bearer(&desk)], &body).await;
    assert!(part.status == 200 && part.body.ends_with(MAP), "the desk fetches it: {}", part.head);
    let mut awas = Browser::signed_in(&utama, "awas", "auditor", &[]).await;
    assert_eq!(awas.post_file(&utama, &adding, MAP).await.status, 403);
}
