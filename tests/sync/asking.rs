//! What people file on the web, at the desks it is for: over sockets to the server, by sync to real desks.

use loket_desk::views::{PaperRef, RequestQuery, SubjectKind};
use loket_domain::paper::PaperKind;
use loket_utama::{Config, ObjectPlace, RunningServer, Server, ServerClock, Transport};
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tempfile::TempDir;

use crate::http::{get, send};
use crate::office::{Counter, OFFICE, Utama, at};

/// The server's pages beside the calls of desks, and a clock that only moves when told.
struct Pages {
    server: RunningServer,
    now: Arc<AtomicU64>,
}

impl Pages {
    async fn of(utama: &Utama) -> Self {
        let door = json!({
            "open": true, "regency": "Kabupaten Contoh", "address": "https://ppid.contoh.go.id", "contact": "PPID Utama",
            "asking": true
        });
        utama.store.keep_setting("public_door", &door.to_string()).await.unwrap();
        let now = Arc::new(AtomicU64::new(at(10).millis));
        let clock = Arc::clone(&now);
        let config = Config {
            listen: "127.0.0.1:0".parse().unwrap(),
            transport: Transport::ThisMachine,
            database: utama.database.clone(),
            objects: Some(ObjectPlace::Folder(utama.folder.path().join("berkas"))),
            clock: ServerClock::new(move || clock.load(Ordering::Relaxed)),
            second_factor_required: false,
        };
        Self { server: Server::start(config).await.unwrap(), now }
    }

    async fn post(&self, path: &str, boxes: &[(&str, &str)]) -> String {
        let body: Vec<_> = boxes.iter().map(|(name, value)| format!("{name}={}", value.replace(' ', "+"))).collect();
        let kind = ["content-type: application/x-www-form-urlencoded".to_owned()];
        let answer = send(self.server.address, "POST", path, &kind, body.join("&").as_bytes()).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.text()
    }

    /// Files a request at the invented office; its number and code.
    async fn file(&self, information: &str) -> (String, String) {
        let here = format!("/publik/kantor/{OFFICE}/ajukan");
        let form = get(self.server.address, &here).await.text();
        let seal = form.split("name=\"lembar\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        self.now.fetch_add(60_000, Ordering::Relaxed);
        let boxes = [
            ("category", "individual"),
            ("information", information),
            ("purpose", "Uji"),
            ("name", "Warga Laman"),
            ("identity_kind", "nik"),
            ("identity_number", "1218010101900003"),
            ("address", "Jalan Contoh"),
            ("access_mode", "copy"),
            ("copy_format", "softcopy"),
            ("delivery_mode", "pick_up"),
            ("setuju", "ya"),
            ("langkah", "kirim"),
            ("lembar", &seal),
        ];
        let page = self.post(&here, &boxes).await;
        let under = |label: &str| {
            let rest = page.split(&format!("<dt>{label}</dt><dd>")).nth(1).unwrap_or_else(|| panic!("{page}"));
            rest.split('<').next().unwrap().to_owned()
        };
        (under("Nomor pendaftaran"), under("Kode periksa"))
    }

    /// Sends a scan to a request that was filed.
    async fn scan(&self, (number, code): &(String, String), bytes: &[u8]) {
        let boxes = [("nomor", number.as_str()), ("kode", code), ("purpose", "identity")];
        let boxes =
            boxes.map(|(name, value)| format!("--batas\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"));
        let file = "--batas\r\ncontent-disposition: form-data; name=\"berkas\"; filename=\"ktp.jpg\"\r\n\r\n";
        let body = [boxes.concat().as_bytes(), file.as_bytes(), bytes, b"\r\n--batas--\r\n"].concat();
        let kind = ["content-type: multipart/form-data; boundary=batas".to_owned()];
        let answer = send(self.server.address, "POST", "/publik/lacak/berkas", &kind, &body).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
    }

    /// Objects to how a request was handled; the number of the objection.
    async fn object(&self, (number, code): &(String, String)) -> String {
        let here = "/publik/lacak/keberatan";
        let shown = [("nomor", number.as_str()), ("kode", code)];
        let form = self.post(here, &shown).await;
        let seal = form.split("name=\"lembar\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        self.now.fetch_add(60_000, Ordering::Relaxed);
        let boxes = [("grounds", "d"), ("case_position", "Hanya sebagian"), ("langkah", "kirim"), ("lembar", &seal)];
        let page = self.post(here, &[&shown[..], &boxes].concat()).await;
        let rest = page.split("<dt>Nomor keberatan</dt><dd>").nth(1).unwrap_or_else(|| panic!("{page}"));
        rest.split('<').next().unwrap().to_owned()
    }

    async fn follow(&self, (number, code): &(String, String)) -> String {
        self.post("/publik/lacak", &[("nomor", number), ("kode", code)]).await
    }
}

/// What the first screen tells under news.
fn news(counter: &Counter) -> Vec<String> {
    let today = counter.with(|desk| desk.today_view(at(400))).unwrap();
    let items = today.groups.into_iter().flat_map(|group| group.items);
    items.filter(|item| item.text.contains("lewat laman")).map(|item| item.title).collect()
}

#[tokio::test]
async fn a_request_filed_on_the_web_is_answered_at_a_desk_without_a_network_and_followed_on_the_web() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let pages = Pages::of(&utama).await;
    let filed = pages.file("Data jalan desa").await;
    assert_eq!(filed.0, "001/PPID/KEC-PBG.W/XI/2026");
    // The desk was away, and went on meanwhile.
    counter.register("Warga Satu", 5);
    counter.sync(&utama.link()).await;
    assert_eq!(counter.numbers(), ["001/PPID/KEC-PBG.A/XI/2026", "001/PPID/KEC-PBG.W/XI/2026"]);
    assert_eq!(news(&counter), std::slice::from_ref(&filed.0), "it is told on the first screen");
    assert!(counter.review().is_empty(), "{:?}", counter.review());
    assert_eq!(counter.chip().waiting, 0);
    let id = counter.id_of(&filed.0);
    let view = counter.with(|desk| desk.request(&id, at(400))).unwrap();
    let told = serde_json::to_string(&view).unwrap();
    assert!(told.contains("Laman/aplikasi") && told.contains("Warga Laman") && told.contains("PPID Utama"), "{told}");
    assert!(told.contains("26 November 2026"), "the papers are looked at within three days: {told}");
    // The applicant has the receipt: what the desk prints is a copy of the same paper.
    let receipt = PaperRef::Request { id: id.clone(), kind: PaperKind::Receipt };
    assert!(counter.with(|desk| desk.paper(&receipt, at(400))).unwrap().is_copy);
    // The desk's own numbers go on beside those of the web.
    assert_eq!(counter.register("Warga Dua", 9), "002/PPID/KEC-PBG.A/XI/2026");
    counter.act(SubjectKind::Request, &id, "declare_complete", json!({}), 20).unwrap();
    assert!(news(&counter).is_empty(), "nothing is left to look at");
    let grant = json!({
        "letter_number": "000.8/1/2026", "letter_date": "2026-11-23", "softcopy": true, "means": "Diambil di kantor"
    });
    counter.act(SubjectKind::Request, &id, "grant", grant, 22).unwrap();
    assert!(pages.follow(&filed).await.contains("sudah tercatat"), "the server has not heard of it yet");
    counter.sync(&utama.link()).await;
    let followed = pages.follow(&filed).await;
    assert!(followed.contains("dikabulkan") && !followed.contains("Warga Laman"), "{followed}");
    counter.verify();
    pages.server.stop().await;
}

#[tokio::test]
async fn the_scan_that_somebody_sends_afterwards_is_opened_at_the_desk() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let pages = Pages::of(&utama).await;
    let filed = pages.file("Data jalan desa").await;
    counter.sync(&utama.link()).await;
    let photo = b"\xff\xd8\xff\xe0 foto rekaan";
    pages.scan(&filed, photo).await;
    counter.sync(&utama.link()).await;
    let id = counter.id_of(&filed.0);
    let told = serde_json::to_value(counter.with(|desk| desk.today_view(at(400))).unwrap()).unwrap().to_string();
    assert!(told.contains("Pemohon mengirim berkas lewat laman"), "{told}");
    let digest = loket_journal::Digest::of_object(photo).to_string();
    counter.with(|desk| desk.want_file(&id, &digest)).unwrap();
    counter.sync(&utama.link()).await;
    let (name, bytes) = counter.with(|desk| desk.file(&id, &digest, at(400))).unwrap();
    assert_eq!((name.as_str(), bytes.as_slice()), ("ktp.jpg", photo.as_slice()));
    counter.act(SubjectKind::Request, &id, "declare_complete", json!({}), 20).unwrap();
    let told = serde_json::to_value(counter.with(|desk| desk.today_view(at(400))).unwrap()).unwrap().to_string();
    assert!(!told.contains("lewat laman"), "{told}");
    assert!(counter.review().is_empty(), "{:?}", counter.review());
    counter.verify();
    pages.server.stop().await;
}

#[tokio::test]
async fn what_was_filed_comes_on_a_stick_as_well_and_so_does_an_objection() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let pages = Pages::of(&utama).await;
    let filed = pages.file("Data jalan desa").await;
    counter.trip(&utama).await;
    assert_eq!(news(&counter), std::slice::from_ref(&filed.0));
    let id = counter.id_of(&filed.0);
    counter.act(SubjectKind::Request, &id, "declare_complete", json!({}), 20).unwrap();
    let grant = json!({
        "letter_number": "000.8/1/2026", "letter_date": "2026-11-23", "softcopy": true, "means": "Diambil di kantor"
    });
    counter.act(SubjectKind::Request, &id, "grant", grant, 22).unwrap();
    counter.trip(&utama).await;
    let objection = pages.object(&filed).await;
    assert_eq!(objection, "001/KEB-PPID/KEC-PBG.W/XI/2026");
    counter.trip(&utama).await;
    let today = serde_json::to_value(counter.with(|desk| desk.today_view(at(400))).unwrap()).unwrap().to_string();
    assert!(today.contains(&objection), "the superior's thirty days run: {today}");
    let view = counter.with(|desk| desk.request(&id, at(400))).unwrap();
    assert!(serde_json::to_string(&view).unwrap().contains(&objection), "and it stands at its request");
    assert!(counter.review().is_empty(), "{:?}", counter.review());
    counter.verify();
    pages.server.stop().await;
}

#[tokio::test]
async fn two_desks_and_the_web_at_once_agree() {
    let utama = Utama::start().await;
    let (first, second) =
        (Counter::enrolled("A", "Sari Misal", &utama).await, Counter::enrolled("B", "Budi Misal", &utama).await);
    let pages = Pages::of(&utama).await;
    for round in 0..3 {
        first.register(&format!("Warga A {round}"), 5 + round);
        pages.file(&format!("Data laman {round}")).await;
        second.register(&format!("Warga B {round}"), 5 + round);
        first.sync(&utama.link()).await;
    }
    for counter in [&first, &second, &first, &second] {
        counter.sync(&utama.link()).await;
    }
    assert_eq!(first.numbers(), second.numbers());
    assert_eq!(first.numbers().len(), 9);
    // Both act on the same of it while apart: as in any conflict one counts, and a person looks at the other.
    let id = first.id_of("002/PPID/KEC-PBG.W/XI/2026");
    first.act(SubjectKind::Request, &id, "withdraw", json!({"reason": "Sudah dapat"}), 20).unwrap();
    second.act(SubjectKind::Request, &id, "withdraw", json!({"reason": "Telepon pemohon"}), 21).unwrap();
    for counter in [&first, &second, &first] {
        counter.sync(&utama.link()).await;
    }
    assert_eq!(first.review().len() + second.review().len(), 2, "{:?} {:?}", first.review(), second.review());
    first.verify();
    second.verify();
    pages.server.stop().await;
}

#[tokio::test]
async fn a_desk_that_meets_the_server_later_still_gets_what_was_filed_before() {
    let utama = Utama::start().await;
    let first = Counter::enrolled("A", "Sari Misal", &utama).await;
    let pages = Pages::of(&utama).await;
    let filed = pages.file("Data jalan desa").await;
    let late = Counter::enrolled("B", "Budi Misal", &utama).await;
    assert_eq!(late.numbers(), std::slice::from_ref(&filed.0));
    let found = late.with(|desk| desk.requests(&RequestQuery { limit: 10, ..RequestQuery::default() }, at(500))).unwrap();
    assert_eq!(found.rows.len(), 1);
    first.sync(&utama.link()).await;
    assert_eq!(first.numbers(), late.numbers());
    pages.server.stop().await;
}

#[tokio::test]
async fn a_database_that_was_put_back_gives_no_number_twice() {
    let utama = Utama::start().await;
    let first = Counter::enrolled("A", "Sari Misal", &utama).await;
    let yesterday = utama.backup();
    let pages = Pages::of(&utama).await;
    let (known, lost) = (pages.file("Data satu").await, pages.file("Data dua").await);
    first.sync(&utama.link()).await;
    pages.server.stop().await;
    drop(utama);
    // Copied back by hand: once a desk has called, the server knows what it had forgotten.
    let copied = copy(&yesterday);
    let restored = Utama::on(copied).await;
    first.sync(&restored.link()).await;
    let pages = Pages::of(&restored).await;
    let next = pages.file("Data tiga").await;
    assert!(next.0.starts_with("003/"), "{known:?} {lost:?} {next:?}");
    assert!(pages.follow(&lost).await.contains("sudah tercatat"), "and whoever filed it follows it again");
    pages.server.stop().await;
    drop(restored);
    // As the guide says: a desk of its own from then on, also before any desk has called.
    let restored = Utama::on(yesterday).await;
    loket_utama::renew_web_desk(restored.store.as_ref(), at(600).millis).await.unwrap();
    let pages = Pages::of(&restored).await;
    let next = pages.file("Data empat").await;
    assert!(next.0.starts_with("001/PPID/KEC-PBG.W") && next.0 != known.0, "{next:?}");
    first.sync(&restored.link()).await;
    assert_eq!(first.numbers().len(), 3, "{:?}", first.numbers());
    assert!(first.review().is_empty(), "{:?}", first.review());
    first.verify();
    pages.server.stop().await;
}

fn copy(folder: &TempDir) -> TempDir {
    let copy = TempDir::new().unwrap();
    crate::office::copy_all(folder.path(), copy.path());
    copy
}
