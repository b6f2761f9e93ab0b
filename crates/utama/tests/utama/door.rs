//! The public's door: shut until an admin opens it, then what anybody may see, and nothing else.

use loket_domain::ids::{ClassificationId, RequestId};
use loket_domain::request::Command;
use loket_journal::{Matter, Subject};
use oxjsonld::JsonLdParser;
use rstest::rstest;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};
use uuid::Uuid;

use crate::both::Kind::{self, Postgres, Sqlite};
use crate::browser::{Browser, encoded};
use crate::desk::{ADDRESS, APPLICANT, Desk, NIK, worksheet};
use crate::http::{Answer, get, send};
use crate::matrix::FOR_THE_PUBLIC;
use crate::matters::{decreed, item, tell};
use crate::scripted::{OFFICE, Scripted};
use crate::server::Utama;

/// The form that opens it.
pub const DOOR: &[(&str, &str)] = &[
    ("open", "buka"),
    ("regency", "Kabupaten Serdang Bedagai"),
    ("address", "https://ppid.contoh.go.id"),
    ("contact", "PPID Utama, Jalan Negara 300, Sei Rampah"),
    ("hours", "Senin–Jumat, 08.00–15.00 WIB"),
];

/// Opens the door as an admin does.
pub async fn opened(utama: &Utama) {
    let mut admin = Browser::signed_in(utama, "admin", "admin", &[]).await;
    admin.get(utama, "/pintu-publik").await;
    assert_eq!(admin.post(utama, "/pintu-publik", DOOR).await.status, 303);
}

/// Sends a form as anybody does: without a cookie and without a token.
pub async fn posted(utama: &Utama, path: &str, boxes: &[(&str, &str)]) -> Answer {
    let body = boxes.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&");
    let kind = ["content-type: application/x-www-form-urlencoded".to_owned()];
    send(utama.address(), "POST", path, &kind, body.as_bytes()).await
}

/// The check code on the receipt of a request.
pub fn receipt(desk: &Desk, request: RequestId) -> String {
    let registering = desk.entries.iter().find(|entry| entry.header.subject == Subject::Request(request)).unwrap();
    registering.header.hash().check_code()
}

async fn look(utama: &Utama, path: &str) -> String {
    let answer = get(utama.address(), path).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.head);
    answer.text()
}

/// Every public address, of Perbaungan and its item.
fn addresses(id: u128) -> Vec<String> {
    let id = Uuid::from_u128(id).to_string();
    let public = FOR_THE_PUBLIC.iter().filter(|(method, _)| *method == "GET");
    public.map(|(_, path)| path.replace("{code}", OFFICE).replace("{id}", &id).replace("{action}", "status_show")).collect()
}

#[rstest]
#[tokio::test]
async fn the_door_is_shut_until_an_admin_opens_it_and_that_is_written_down(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let mut utama = Utama::on(database).await;
    Scripted::sent(&mut utama).await;
    let nowhere = get(utama.address(), "/tidak-ada").await;
    let shut = async |utama: &Utama| {
        for path in addresses(51) {
            let answer = get(utama.address(), &path).await;
            assert!(answer.status == 404 && answer.body == nowhere.body, "{path}: as any address that is none");
        }
        let followed = posted(utama, "/publik/lacak", &[("nomor", "x"), ("kode", "y")]).await;
        assert!(followed.status == 404 && followed.body == nowhere.body);
    };
    shut(&utama).await;
    opened(&utama).await;
    for path in addresses(51) {
        assert_eq!(get(utama.address(), &path).await.status, 200, "{path}");
    }
    utama.restart().await;
    assert_eq!(get(utama.address(), "/publik").await.status, 200, "it stays as it was set");
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    assert!(admin.get(&utama, "/catatan-akses").await.text().contains("mengatur pintu publik"));
    admin.get(&utama, "/pintu-publik").await;
    assert_eq!(admin.post(&utama, "/pintu-publik", &[("open", "")]).await.status, 303);
    shut(&utama).await;
    let wrong = admin.post(&utama, "/pintu-publik", &[("open", "buka"), ("regency", "Kabupaten Contoh")]).await;
    assert!(wrong.status == 422 && wrong.text().contains("value=\"Kabupaten Contoh\""), "what was typed stands there");
    shut(&utama).await;
}

#[tokio::test]
async fn public_pages_are_small_need_nothing_and_leave_nothing() {
    let mut utama = Utama::start().await;
    let mut office = Scripted::sent(&mut utama).await;
    opened(&utama).await;
    // A whole regency, and items as long as an office may write them.
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    admin.get(&utama, "/direktori").await;
    let lines: Vec<_> = (21..51).map(|n| format!("12.18.{n};Dinas Pemberdayaan Masyarakat Rekaan Nomor {n}")).collect();
    assert_eq!(admin.post(&utama, "/direktori", &[("lines", &lines.join("\n"))]).await.status, 303);
    let before = office.desk.entries.len();
    for id in 100..130 {
        tell(&mut office.desk, "2026-11-24", Matter::DipItem, id, item(&"panjang ".repeat(124), "berkala", "2026-01-20"));
    }
    utama.pushed(&office.desk, office.desk.encoded(before, before + 30)).await;
    let style = get(utama.address(), "/publik.css").await.body.len();
    for path in addresses(51) {
        // A cookie that somebody has is not looked at, and none is given.
        let answer = send(utama.address(), "GET", &path, &["cookie: loket-utama=x".to_owned()], b"").await;
        assert_eq!(answer.status, 200, "{path}");
        assert!(!answer.head.contains("set-cookie"), "{path}");
        assert!(answer.head.contains("default-src 'none'; style-src 'self'"), "{path}: {}", answer.head);
        assert!(
            answer.head.contains("cache-control: public") || path.ends_with("/lacak") || path == "/publik/kantor/12.18.02/ajukan",
            "{path}: {}",
            answer.head
        );
        if answer.head.contains("text/html") {
            assert!(answer.body.len() + style <= 30_000, "{path}: {} bytes", answer.body.len() + style);
            let page = answer.text();
            for unwanted in ["<script", "<img", " style=", "onclick", "http-equiv", "name=\"tanda\""] {
                assert!(!page.contains(unwanted), "{path}: {unwanted}");
            }
        }
    }
    let code = receipt(&office.desk, office.granted);
    let followed = posted(&utama, "/publik/lacak", &[("nomor", "002/PPID/KEC-A/XI/2026"), ("kode", &code)]).await;
    assert!(followed.head.contains("cache-control: no-store") && !followed.head.contains("set-cookie"), "{}", followed.head);
    for (kind, body) in
        [("text/plain", "x"), ("application/x-www-form-urlencoded", &*"x".repeat(9_000)), ("multipart/form-data", "")]
    {
        let odd = send(utama.address(), "POST", "/publik/lacak", &[format!("content-type: {kind}")], body.as_bytes()).await;
        assert!(odd.status == 422 && odd.text().contains("tidak cocok"), "{kind}: {}", odd.head);
    }
}

#[rstest]
#[tokio::test]
async fn the_public_sees_what_is_published_and_never_a_request_an_applicant_or_a_draft(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let mut utama = Utama::on(database).await;
    let mut desk = Desk::perbaungan();
    let request = desk.register("2026-11-02");
    desk.grant("2026-11-05", request);
    crate::scripted::object(&mut desk, "2026-11-20", 61, request);
    tell(&mut desk, "2026-11-20", Matter::DipItem, 51, item("Laporan <keuangan> 2025", "berkala", "2026-01-20"));
    tell(&mut desk, "2026-11-20", Matter::DipItem, 52, item("Daftar yang ditarik", "setiap_saat", "2026-02-20"));
    tell(
        &mut desk,
        "2026-11-21",
        Matter::DipItem,
        52,
        json!({"kind": "dip_item_withdrawn", "on": "2026-11-21", "reason": "Rahasia"}),
    );
    decreed(&mut desk, 71, "12/DIK/2026");
    decreed(&mut desk, 72, "");
    desk.test("2026-11-24", ClassificationId(Uuid::from_u128(73)), worksheet("2026-11-24"));
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    utama.set("2026-11-24", 9);
    opened(&utama).await;
    for path in addresses(51) {
        let page = look(&utama, &path).await;
        for hidden in [
            APPLICANT,
            NIK,
            ADDRESS,
            "0812-0000-0000",
            "rencana kerja",
            "001/PPID",
            "001/KEB",
            "Membuka riwayat",
            "Rahasia pribadi",
            "Pejabat Rekaan",
            "Anggota Rekaan",
            "Bupati Rekaan",
            "Rahasia",
        ] {
            assert!(!page.contains(hidden), "{path} shows {hidden}");
        }
        assert!(!page.contains("Daftar yang ditarik"), "{path} shows what was withdrawn");
    }
    let list = look(&utama, "/publik/informasi").await;
    assert!(list.contains("Laporan &lt;keuangan&gt; 2025") && list.contains("1 informasi"), "{list}");
    for (narrowed, count) in [
        ("cari=KEUANGAN+laporan", 1),
        ("kategori=setiap_saat", 0),
        ("tahun=2026&kantor=12.18.02", 1),
        ("tahun=2025", 0),
        ("kantor=99.99.99", 0),
        ("hal=99", 1),
    ] {
        let page = look(&utama, &format!("/publik/informasi?{narrowed}")).await;
        assert!(page.contains(&format!("{count} informasi")), "{narrowed}: {page}");
    }
    let one = look(&utama, &format!("/publik/kantor/12.18.02/informasi/{}", Uuid::from_u128(51))).await;
    assert!(one.contains("href=\"https://contoh.go.id/rencana\"") && one.contains("Pasal 9"), "{one}");
    let gone = get(utama.address(), &format!("/publik/kantor/12.18.02/informasi/{}", Uuid::from_u128(52))).await;
    assert!(gone.status == 410 && !gone.text().contains("ditarik") && !gone.text().contains("Rahasia"), "{}", gone.text());
    let closed = look(&utama, "/publik/dikecualikan").await;
    assert!(closed.contains("1 informasi") && closed.contains("12/DIK/2026"), "only what is decreed: {closed}");
    assert_eq!(look(&utama, "/publik/dikecualikan.csv?kantor=12.18.02").await.lines().count(), 2);
    for nowhere in
        ["/publik/kantor/99.99.99", "/publik/kantor/12.18.02/informasi/x", "/publik/kantor/12%00/angka.json", "/publik/x"]
    {
        assert_eq!(get(utama.address(), nowhere).await.status, 404, "{nowhere}");
    }
    // An office that was dissolved keeps its address, and its items are no longer offered.
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    admin.get(&utama, "/direktori/12.18.02").await;
    assert_eq!(admin.post(&utama, "/direktori/12.18.02/pensiun", &[]).await.status, 303);
    assert!(look(&utama, "/publik/informasi").await.contains("0 informasi"));
    assert!(look(&utama, "/publik/kantor/12.18.02").await.contains("tidak aktif lagi"));
}

/// The subjects of this kind in linked data, as a reader that is not ours reads it.
fn subjects(data: &str, kind: &str) -> BTreeSet<String> {
    let quads = JsonLdParser::new().for_slice(data.as_bytes()).map(Result::unwrap);
    let of_kind =
        quads.filter(|quad| quad.predicate.as_str().ends_with("#type") && quad.object.to_string() == format!("<{kind}>"));
    of_kind.map(|quad| quad.subject.to_string()).collect()
}

#[rstest]
#[tokio::test]
async fn harvesters_and_feed_readers_read_the_catalogue(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let mut utama = Utama::on(database).await;
    let mut desk = Desk::perbaungan();
    tell(&mut desk, "2026-11-20", Matter::DipItem, 51, item("Rencana kerja", "berkala", "2026-01-20"));
    // Whatever a desk says, what is told stays well formed.
    let mut odd = item("]]>&amp; <b>\"\u{0}\u{8}\u{FFFE}</b>", "setiap_saat", "2026-02-20");
    odd["item"]["link"] = Value::from("https://contoh.go.id/a b\"><x>");
    tell(&mut desk, "2026-11-21", Matter::DipItem, 52, odd);
    let mut script = item("Tautan jahat", "setiap_saat", "2026-02-21");
    script["item"]["link"] = Value::from("javascript:alert(1)");
    tell(&mut desk, "2026-11-22", Matter::DipItem, 53, script);
    tell(&mut desk, "2026-11-22", Matter::DipItem, 54, item("Ditarik", "setiap_saat", "2026-02-22"));
    tell(&mut desk, "2026-11-23", Matter::DipItem, 54, json!({"kind": "dip_item_withdrawn", "on": "2026-11-23", "reason": "x"}));
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    opened(&utama).await;
    let base = "https://ppid.contoh.go.id/publik/kantor/12.18.02/informasi";
    for (data, feed) in [
        ("/publik/data.json", "/publik/informasi.atom"),
        ("/publik/kantor/12.18.02/data.json", "/publik/kantor/12.18.02/informasi.atom"),
    ] {
        let answer = get(utama.address(), data).await;
        assert!(
            answer.head.contains("application/ld+json") && answer.head.contains("access-control-allow-origin: *"),
            "{}",
            answer.head
        );
        let sets = subjects(&answer.text(), "http://www.w3.org/ns/dcat#Dataset");
        let expected = [51, 52, 53].map(|id| format!("<{base}/{}>", Uuid::from_u128(id)));
        assert_eq!(sets, BTreeSet::from(expected), "{data}");
        assert_eq!(subjects(&answer.text(), "http://www.w3.org/ns/dcat#Catalog").len(), 1);
        assert_eq!(subjects(&answer.text(), "http://www.w3.org/ns/dcat#Distribution").len(), 1, "only what is an address is one");
        let answer = get(utama.address(), feed).await;
        let read = feed_rs::parser::parse(answer.body.as_slice()).unwrap();
        let titles: Vec<_> = read.entries.iter().map(|entry| entry.title.clone().unwrap().content).collect();
        assert_eq!(titles[..2], ["Informasi dikeluarkan dari daftar", "Tautan jahat"], "{feed}: the latest change first");
        assert!(titles[2].starts_with("]]>&amp; <b>") && titles[3] == "Rencana kerja", "{titles:?}");
        assert!(
            read.entries.iter().all(|entry| entry.id.starts_with(base) && entry.updated.is_some() && !entry.authors.is_empty())
        );
    }
    let page = look(&utama, &format!("/publik/kantor/12.18.02/informasi/{}", Uuid::from_u128(53))).await;
    assert!(!page.contains("javascript:"), "{page}");
    assert!(look(&utama, "/publik/informasi.csv").await.lines().count() == 4);
}

#[rstest]
#[tokio::test]
async fn whoever_has_the_receipt_follows_the_request_and_nobody_else(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let mut utama = Utama::on(database).await;
    let mut desk = Desk::perbaungan();
    let waiting = desk.register("2026-11-20");
    let granted = desk.register("2026-11-02");
    desk.grant("2026-11-05", granted);
    crate::scripted::object(&mut desk, "2026-11-20", 61, granted);
    let withdrawn = desk.register("2026-11-20");
    desk.decide("2026-11-21", withdrawn, Command::Withdraw { reason: "Urusan keluarga".into() });
    // Another office wrote the same number.
    let mut other = Desk::new(3, "12.18.04", "Sei Rampah", "A");
    other.establish();
    let elsewhere = other.register("2026-11-20");
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    utama.enrol(&mut other).await;
    utama.pushed(&other, other.everything()).await;
    utama.set("2026-11-24", 9);
    opened(&utama).await;
    let follow = async |number: &str, code: &str| posted(&utama, "/publik/lacak", &[("nomor", number), ("kode", code)]).await;
    let (number, code) = ("001/PPID/KEC-A/XI/2026", receipt(&desk, waiting));
    let page = follow(number, &code).await;
    let shown = page.text();
    assert!(
        page.status == 200 && shown.contains("menyiapkan jawaban") && shown.contains("Jumat, 4 Desember 2026, 8 hari kerja lagi"),
        "{shown}"
    );
    assert!(shown.contains("Kantor Camat Perbaungan") && shown.contains("20 November 2026: Didaftarkan"), "{shown}");
    let same = follow(" 001/ppid/kec-a/xi/2026 ", &code.to_lowercase().replace('-', " ")).await;
    assert_eq!(same.status, 200, "however it is typed");
    let there = follow(number, &receipt(&other, elsewhere)).await.text();
    assert!(there.contains("Kantor Camat Sei Rampah"), "the code tells two offices apart: {there}");
    let decided = follow("002/PPID/KEC-A/XI/2026", &receipt(&desk, granted)).await.text();
    assert!(
        decided.contains("dikabulkan") && decided.contains("Keberatan 001/KEB") && decided.contains("Menunggu tanggapan"),
        "{decided}"
    );
    let ended = follow("003/PPID/KEC-A/XI/2026", &receipt(&desk, withdrawn)).await.text();
    assert!(ended.contains("dicabut oleh pemohon") && !ended.contains("Urusan keluarga"), "{ended}");
    for shown in [&shown, &decided, &ended] {
        for hidden in [
            APPLICANT,
            NIK,
            ADDRESS,
            "0812-0000-0000",
            "rencana kerja",
            "Penelitian",
            "Pejabat Rekaan",
            "e-mail pemohon",
            "tidak lengkap",
        ] {
            assert!(!shown.contains(hidden), "{hidden}");
        }
    }
    // A number that is none, and a code that is wrong: the same words, in a time that tells nothing.
    let without = |answer: &Answer, number: &str| (answer.status, answer.text().replace(number, ""));
    let mut times = vec![];
    let mut answers = vec![];
    for (number, code) in [(number, "0000-0000"), ("901/PPID/KEC-A/XI/2026", &*code), (number, ""), ("", &*code), ("a\0b", "x")] {
        let began = Instant::now();
        answers.push(without(&follow(number, code).await, number));
        times.push(began.elapsed());
    }
    assert!(answers.iter().all(|answer| *answer == answers[0] && answer.0 == 422), "{answers:?}");
    assert!(times.iter().all(|time| *time >= Duration::from_millis(390)), "{times:?}");
    for _ in 5..20 {
        assert_eq!(follow(number, "1111-1111").await.status, 422);
    }
    let turned_away = follow(number, &code).await;
    assert!(turned_away.status == 429 && turned_away.head.contains("retry-after"), "whoever guesses waits: {}", turned_away.head);
    utama.set("2026-11-24", 10);
    assert_eq!(follow(number, &code).await.status, 200);
}

#[rstest]
#[tokio::test]
async fn figures_are_open_as_page_table_data_and_badge(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let mut utama = Utama::on(database).await;
    let mut desk = Desk::perbaungan();
    let soon = desk.register("2026-11-02");
    desk.grant("2026-11-05", soon);
    desk.decide("2026-11-05", soon, Command::NoteReceived { on: "2026-11-05".into() });
    let late = desk.register("2026-10-05");
    desk.grant("2026-11-20", late);
    desk.register("2026-11-20");
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    opened(&utama).await;
    let page = look(&utama, "/publik/kantor/12.18.02/angka").await;
    assert!(
        page.contains("role=\"cell\">3</td><td class=\"number\" role=\"cell\">2</td><td class=\"number\" role=\"cell\">50%</td>"),
        "{page}"
    );
    assert!(look(&utama, "/publik/angka").await.contains("50%"));
    assert!(look(&utama, "/publik/angka?tahun=2025").await.contains("Angka layanan 2025"));
    let told: Value = serde_json::from_str(&look(&utama, "/publik/kantor/12.18.02/angka.json").await).unwrap();
    let this_year = told.as_array().unwrap().iter().find(|line| line["year"] == 2026).unwrap();
    assert_eq!([&this_year["registered"], &this_year["in_time"], &this_year["late"]], [3, 1, 1]);
    let all: Value = serde_json::from_str(&look(&utama, "/publik/angka.json").await).unwrap();
    assert_eq!(all.as_array().unwrap().len(), 17 * 5, "every office of the directory, five years");
    assert_eq!(look(&utama, "/publik/kantor/12.18.02/angka.csv").await.lines().count(), 6);
    let badge = get(utama.address(), "/publik/kantor/12.18.02/lencana.svg").await;
    assert!(
        badge.head.contains("image/svg+xml") && badge.head.contains("cross-origin-resource-policy: cross-origin"),
        "{}",
        badge.head
    );
    assert!(badge.text().contains("50% tepat waktu 2026"));
    assert!(look(&utama, "/publik/kantor/12.18.01/lencana.svg").await.contains("belum ada angka 2026"));
}

#[tokio::test]
async fn whoever_asks_for_more_pages_than_people_read_waits_and_staff_does_not() {
    let utama = Utama::start().await;
    opened(&utama).await;
    for _ in 0..300 {
        assert_eq!(get(utama.address(), "/publik.css").await.status, 200);
    }
    let answer = get(utama.address(), "/publik").await;
    assert!(answer.status == 429 && answer.head.contains("retry-after"), "{}", answer.head);
    assert_eq!(get(utama.address(), "/masuk").await.status, 200);
    utama.set("2026-11-23", 12);
    assert_eq!(get(utama.address(), "/publik").await.status, 200);
}
