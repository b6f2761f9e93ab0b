//! What an office forwards, answered by a person at PPID Utama and read at the desk.

use loket_desk::Desk;
use loket_desk::sync::{Client, enrol, round};
use loket_desk::views::{SubjectKind, SubjectRef, WorkItem};
use loket_tests::Staff;
use loket_utama::{Clock, CodeOrder, Config, Server, Transport, enrolment_code};
use serde_json::json;
use std::sync::Mutex;
use tempfile::TempDir;

use crate::two_desks::{at, form, open};

fn news(desk: &Desk, minute: u32) -> Vec<WorkItem> {
    let groups = desk.today_view(at(minute)).unwrap().groups;
    groups.into_iter().find(|group| group.code == "news").unwrap().items
}

#[tokio::test]
async fn an_answer_of_ppid_utama_is_news_at_the_desk_until_the_request_is_decided() {
    let dir = TempDir::new().unwrap();
    let data = dir.path().join("utama");
    let clock = Clock::new(|| at(30).millis);
    let (listen, transport) = ("127.0.0.1:0".parse().unwrap(), Transport::ThisMachine);
    let server = Server::start(Config { listen, transport, database: (&data).into(), clock: clock.clone() }).await.unwrap();
    let mut desk = open(dir.path(), "A", "{nomor}/PPID/KEC-PBG/{bulan}/{tahun}", "Sari Misal");
    let request = desk.register_request(form("Warga Rekaan"), at(5)).unwrap().row.id;
    let subject = SubjectRef::new(SubjectKind::Request, &request);
    let mut boxes = desk.action_form(&subject, "forward", at(6)).unwrap().filled();
    let typed = json!({"recipient": "ppid_main", "number": "045/1/2026", "note": "Mohon dokumennya."});
    boxes.extend(serde_json::from_value::<loket_desk::views::Filled>(typed).unwrap());
    desk.act(&subject, "forward", &boxes, at(6)).unwrap();
    assert!(news(&desk, 7).is_empty());

    let (desk, client) = (Mutex::new(Some(desk)), Client::new().unwrap());
    let order = CodeOrder { office: "12.18.02".into(), desk: "A".into(), days: 7 };
    let code = enrolment_code(&data, &clock, &order).await.unwrap();
    enrol(&desk, &client, &format!("http://{}", server.address), &code, at(8)).await.unwrap();
    round(&desk, &client, || at(9)).await.unwrap();
    let staff = Staff::signed_in(&data, &server.address.to_string(), "siti", "verifikator").await;
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
