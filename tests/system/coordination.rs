//! What an office forwards, answered by a person at PPID Utama and read at the desk.

use loket_desk::Desk;
use loket_desk::sync::{Client, Joining, enrol, round};
use loket_desk::views::{Filled, SubjectKind, SubjectRef, WorkItem};
use loket_tests::{Screen, Staff, Utama, Window};
use loket_utama::{CodeOrder, Config, RunningServer, Server, ServerClock, Transport, enrolment_code};
use serde_json::json;
use std::path::Path;
use std::sync::Mutex;
use tempfile::TempDir;

use crate::journey::wait_for_chip;
use crate::steps::{MORNING, fill_form, first_start, join_utama, save};
use crate::two_desks::{at, form, open};

fn news(desk: &Desk, minute: u32) -> Vec<WorkItem> {
    let groups = desk.today_view(at(minute)).unwrap().groups;
    groups.into_iter().find(|group| group.code == "news").unwrap().items
}

async fn start(data: &Path, clock: &ServerClock) -> RunningServer {
    let (listen, transport) = ("127.0.0.1:0".parse().unwrap(), Transport::ThisMachine);
    Server::start(Config {
        listen,
        transport,
        database: data.into(),
        objects: None,
        clock: clock.clone(),
        second_factor_required: false,
    })
    .await
    .unwrap()
}

/// The desk joins PPID Utama and sends what it has; a verifikator signs in.
async fn joined(desk: &Mutex<Option<Desk>>, server: &RunningServer, data: &Path, clock: &ServerClock) -> (Client, Staff) {
    let client = Client::new().unwrap();
    let order = CodeOrder { office: "12.18.02".into(), desk: "A".into(), days: 7 };
    let code = enrolment_code(data, clock, &order).await.unwrap();
    enrol(desk, &client, &Joining::new(&format!("http://{}", server.address), &code, "sandi rekaan"), at(8)).await.unwrap();
    round(desk, &client, || at(9)).await.unwrap();
    let staff = Staff::signed_in(data, &server.address.to_string(), "siti", "verifikator").await;
    (client, staff)
}

#[tokio::test]
async fn an_answer_of_ppid_utama_is_news_at_the_desk_until_the_request_is_decided() {
    let dir = TempDir::new().unwrap();
    let (data, clock) = (dir.path().join("utama"), ServerClock::new(|| at(30).millis));
    let server = start(&data, &clock).await;
    let mut desk = open(dir.path(), "A", "{nomor}/PPID/KEC-PBG/{bulan}/{tahun}", "Sari Misal");
    let request = desk.register_request(form("Warga Rekaan"), at(5)).unwrap().row.id;
    let subject = SubjectRef::new(SubjectKind::Request, &request);
    let mut boxes = desk.action_form(&subject, "forward", at(6)).unwrap().filled();
    let typed = json!({"recipient": "ppid_main", "number": "045/1/2026", "note": "Mohon dokumennya."});
    boxes.extend(serde_json::from_value::<loket_desk::views::Filled>(typed).unwrap());
    desk.act(&subject, "forward", &boxes, at(6)).unwrap();
    assert!(news(&desk, 7).is_empty());

    let desk = Mutex::new(Some(desk));
    let (client, staff) = joined(&desk, &server, &data, &clock).await;
    assert!(staff.page("/kotak-masuk").await.contains("001/PPID/KEC-PBG/XI/2026"));
    let case = format!("/kantor/12.18.02/penerusan/{request}");
    assert!(staff.send(&case, "number=12%2FUTAMA&unit=&note=Dokumennya+terlampir.").await.contains("303 See Other"));
    round(&desk, &client, || at(31)).await.unwrap();
    server.stop().await;

    let mut desk = desk.into_inner().unwrap().unwrap();
    let items = news(&desk, 32);
    assert_eq!((items.len(), items[0].title.as_str()), (1, "001/PPID/KEC-PBG/XI/2026"));
    assert_eq!((items[0].text.as_str(), &items[0].subject), ("Dokumennya terlampir.", &subject));
    assert_eq!(desk.sync_chip().unwrap().state, loket_desk::sync::SyncState::Synced, "nothing waits for review");
    desk.verify().unwrap();
    let withdrawn = serde_json::from_value(json!({"reason": "Surat pemohon."})).unwrap();
    desk.act(&subject, "withdraw", &withdrawn, at(33)).unwrap();
    assert!(news(&desk, 34).is_empty(), "acted on");
}

#[tokio::test]
async fn a_desk_asks_and_is_asked_and_the_answers_are_news_until_somebody_acts_on_them() {
    let dir = TempDir::new().unwrap();
    let (data, clock) = (dir.path().join("utama"), ServerClock::new(|| at(30).millis));
    let server = start(&data, &clock).await;
    let mut desk = open(dir.path(), "A", "{nomor}/PPID/KEC-PBG/{bulan}/{tahun}", "Sari Misal");
    let request = desk.register_request(form("Warga Rekaan"), at(5)).unwrap().row.id;
    let about = SubjectRef::new(SubjectKind::Request, &request);
    let boxes = |json| serde_json::from_value::<Filled>(json).unwrap();
    let asked = boxes(json!({"line": "Format salinan", "text": "Bolehkah lewat e-mail?"}));
    let question = desk.act(&about, "ask", &asked, at(6)).unwrap().subject.unwrap();
    let desk = Mutex::new(Some(desk));
    let with = |work: &dyn Fn(&mut Desk)| work(desk.lock().unwrap().as_mut().unwrap());
    let (client, staff) = joined(&desk, &server, &data, &clock).await;

    // The desk asks, PPID Utama answers, the desk asks further and closes.
    let inbox = staff.page("/kotak-masuk").await;
    assert!(inbox.contains("Format salinan") && !inbox.contains("Warga Rekaan"), "{inbox}");
    let thread = format!("/kantor/12.18.02/tanya/{}", question.id);
    assert!(staff.send(&thread, "seen=1&text=Boleh.").await.contains("303 See Other"));
    round(&desk, &client, || at(31)).await.unwrap();
    with(&|desk| {
        let items = news(desk, 32);
        assert_eq!((items.len(), items[0].text.as_str(), &items[0].subject), (1, "Dijawab: Boleh.", &question));
        desk.act(&question, "follow_up", &boxes(json!({"text": "Juga untuk peta?"})), at(33)).unwrap();
        assert!(news(desk, 34).is_empty(), "it waits for PPID Utama again");
    });
    round(&desk, &client, || at(34)).await.unwrap();
    assert!(staff.page(&thread).await.contains("Juga untuk peta?"));
    assert!(staff.send(&thread, "seen=3&text=Juga.").await.contains("303 See Other"));
    round(&desk, &client, || at(35)).await.unwrap();
    with(&|desk| {
        assert_eq!(news(desk, 36)[0].text, "Dijawab: Juga.");
        desk.act(&question, "close", &Filled::new(), at(36)).unwrap();
        assert!(news(desk, 37).is_empty());
    });

    // PPID Utama asks, the desk answers.
    let sent = staff.send("/kantor/12.18.02/tanya", "line=Laporan+triwulan&text=Sudah+dikirim%3F").await;
    let theirs = sent.lines().find_map(|line| line.strip_prefix("location: ")).unwrap().to_owned();
    round(&desk, &client, || at(38)).await.unwrap();
    with(&|desk| {
        let items = news(desk, 39);
        assert_eq!((items[0].title.as_str(), items[0].text.as_str()), ("Laporan triwulan", "Bertanya: Sudah dikirim?"));
        desk.act(&items[0].subject, "answer", &boxes(json!({"text": "Kemarin."})), at(39)).unwrap();
        assert!(news(desk, 40).is_empty());
    });
    round(&desk, &client, || at(40)).await.unwrap();
    assert!(staff.page(&theirs).await.contains("Kemarin."));
    assert!(staff.page("/kotak-masuk").await.contains("Sudah dijawab"));
    server.stop().await;
    with(&|desk| {
        assert_eq!(desk.sync_chip().unwrap().state, loket_desk::sync::SyncState::Synced);
        desk.verify().unwrap();
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_asks_at_the_window_and_reads_the_answer_on_the_first_screen() {
    let (screen, folder, utama) = (Screen::start(), TempDir::new().unwrap(), Utama::start().await);
    let window = Window::open(&screen, folder.path(), MORNING).await;
    first_start(&window).await;
    join_utama(&window, &utama).await;
    wait_for_chip(&window, "tersinkron").await;
    fill_form(&window, "Warga Sembunyi", "Peta batas wilayah kecamatan").await;
    save(&window).await;
    window.click("open-request").await;
    window.click("step-ask").await;
    window.type_in("field-line", "Format salinan peta").await;
    window.type_in("field-text", "Bolehkah dikirim lewat e-mail?").await;
    window.axe_finds_nothing("tanya PPID Utama").await;
    window.picture("60-tanya").await;
    window.click("decide").await;
    window.reads("Menunggu jawaban PPID Utama sejak 23 November 2026").await;
    wait_for_chip(&window, "tersinkron").await;

    let staff = utama.staff("siti", "verifikator").await;
    let inbox = staff.page("/kotak-masuk").await;
    assert!(inbox.contains("Format salinan peta") && !inbox.contains("Warga Sembunyi"), "{inbox}");
    let thread = inbox.split('"').find(|part| part.contains("/tanya/")).unwrap().to_owned();
    assert!(staff.send(&thread, "seen=1&text=Boleh%2C+bila+pemohon+meminta+softcopy.").await.contains("303 See Other"));
    window.click("sync-chip").await;
    window.click("sync-now").await;
    window.click("nav-today").await;
    window.find("today-news").await;
    window.reads("Dijawab: Boleh, bila pemohon meminta softcopy.").await;
    window.axe_finds_nothing("hari ini dengan berita").await;
    window.picture("61-berita").await;
    window.click("nav-questions").await;
    window.reads("Sudah dijawab").await;
    window.picture("62-daftar-tanya").await;
    window.click_first_of_list().await;
    window.reads("2. PPID Utama menjawab").await;
    window.axe_finds_nothing("tanya jawab").await;
    window.picture("63-tanya-jawab").await;
    window.click("step-follow_up").await;
    window.type_in("field-text", "Juga untuk peta A1?").await;
    window.click("decide").await;
    window.reads("3. Kantor Camat Perbaungan bertanya").await;
    window.click("step-close").await;
    window.reads("Selesai sejak").await;
    wait_for_chip(&window, "tersinkron").await;
    assert!(staff.page(&thread).await.contains("Selesai"));
    window.close().await;
}
