//! Programs that speak CKAN read the catalogue as from a site of CKAN.

use loket_journal::Matter;
use rstest::rstest;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::both::Kind::{self, Postgres, Sqlite};
use crate::desk::Desk;
use crate::door::opened;
use crate::http::{get, send};
use crate::matters::{item, tell};
use crate::server::Utama;

const API: &str = "/publik/api/3/action";

/// A regency whose Perbaungan lists three items, one of which it took back.
async fn listing(on: Kind) -> (Utama, Option<tempfile::TempDir>) {
    let (database, kept) = on.database();
    let mut utama = Utama::on(database).await;
    let mut desk = Desk::perbaungan();
    tell(&mut desk, "2026-11-20", Matter::DipItem, 51, item("Rencana kerja", "berkala", "2026-01-20"));
    let mut odd = item("Anggaran <b>\"&</b>", "setiap_saat", "2026-02-20");
    odd["item"]["link"] = Value::from("javascript: alert(1)");
    tell(&mut desk, "2026-11-21", Matter::DipItem, 52, odd);
    tell(&mut desk, "2026-11-22", Matter::DipItem, 53, item("Ditarik", "setiap_saat", "2026-02-22"));
    tell(&mut desk, "2026-11-23", Matter::DipItem, 53, json!({"kind": "dip_item_withdrawn", "on": "2026-11-23", "reason": "x"}));
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    opened(&utama).await;
    (utama, kept)
}

async fn asked(utama: &Utama, action: &str) -> (u16, Value) {
    let answer = get(utama.address(), &format!("{API}/{action}")).await;
    assert!(answer.head.contains("access-control-allow-origin: *"), "any site may read it: {}", answer.head);
    (answer.status, serde_json::from_str(&answer.text()).unwrap())
}

async fn result(utama: &Utama, action: &str) -> Value {
    let (status, told) = asked(utama, action).await;
    assert!(status == 200 && told["success"] == true, "{action}: {told}");
    told["result"].clone()
}

/// The titles that a search finds, and how many there are in all.
async fn found(utama: &Utama, search: &str) -> (Vec<String>, u64) {
    let told = result(utama, &format!("package_search?{search}")).await;
    let titles = told["results"].as_array().unwrap().iter().map(|set| set["title"].as_str().unwrap().to_owned());
    (titles.collect(), told["count"].as_u64().unwrap())
}

#[rstest]
#[tokio::test]
async fn a_harvester_lists_shows_and_searches_what_is_published(#[values(Sqlite, Postgres)] on: Kind) {
    let (utama, _kept) = listing(on).await;
    assert_eq!(result(&utama, "site_read").await, true);
    let without_version = get(utama.address(), "/publik/api/action/site_read").await;
    assert_eq!(without_version.status, 200, "as CKAN's own client asks");
    assert_eq!(result(&utama, "status_show").await["site_url"], "https://ppid.contoh.go.id/publik");
    let id = |n| Uuid::from_u128(n).to_string();
    let name = |n| format!("12-18-02-{}", id(n));
    let mut names: Vec<String> = serde_json::from_value(result(&utama, "package_list").await).unwrap();
    names.sort();
    assert_eq!(names, [name(51), name(52)], "what was taken back is no more");
    assert_eq!(result(&utama, "package_list?limit=1&offset=1").await.as_array().unwrap().len(), 1);
    for wanted in [id(51), name(51)] {
        let shown = result(&utama, &format!("package_show?id={wanted}")).await;
        assert_eq!((&shown["id"], &shown["name"], &shown["title"]), (&json!(id(51)), &json!(name(51)), &json!("Rencana kerja")));
        assert_eq!(shown["organization"]["title"], "Kantor Camat Perbaungan");
        assert_eq!(shown["groups"][0]["name"], "berkala");
        assert_eq!(shown["resources"][0]["url"], "https://contoh.go.id/rencana");
        assert_eq!(shown["metadata_modified"], "2026-01-20T00:00:00");
    }
    assert_eq!(result(&utama, &format!("package_show?id={}", id(52))).await["num_resources"], 0, "a script is no address");
    let every = found(&utama, "q=*:*").await;
    assert_eq!((every.0.len(), every.1), (2, 2));
    let cases = [
        ("q=anggaran", vec!["Anggaran <b>\"&</b>"]),
        ("fq=groups:berkala", vec!["Rencana kerja"]),
        ("fq=%2Borganization:%2212-18-02%22+type:dataset&q=kerja", vec!["Rencana kerja"]),
        ("fq=organization:12.18.02+AND+groups:berkala", vec!["Rencana kerja"]),
        ("fq=organization:12-18-04", vec![]),
        ("q=tiada", vec![]),
    ];
    for (search, titles) in cases {
        assert_eq!(found(&utama, search).await.0, titles, "{search}");
    }
    for (search, shown, count) in [("rows=1", 1, 2), ("rows=0", 0, 2), ("start=1", 1, 2), ("rows=100000&start=9", 0, 2)] {
        let (titles, all) = found(&utama, search).await;
        assert_eq!((titles.len(), all), (shown, count), "{search}");
    }
    let offices = result(&utama, "organization_list?all_fields=true").await;
    assert!(offices.as_array().unwrap().iter().any(|one| one["name"] == "12-18-02" && one["title"] == "Kantor Camat Perbaungan"));
    assert_eq!(result(&utama, "organization_show?id=12-18-02").await["id"], "12.18.02");
    assert_eq!(result(&utama, "group_list").await, json!(["berkala", "serta_merta", "setiap_saat"]));
    assert_eq!(result(&utama, "group_show?id=berkala").await["type"], "group");
}

#[rstest]
#[tokio::test]
async fn what_cannot_be_answered_is_said_as_a_site_of_ckan_says_it(#[values(Sqlite, Postgres)] on: Kind) {
    let (utama, _kept) = listing(on).await;
    let gone = Uuid::from_u128(53).to_string();
    let cases = [
        (format!("package_show?id={gone}"), 404, "Not Found Error"),
        ("package_show?id=tiada".to_owned(), 404, "Not Found Error"),
        ("organization_show?id=99".to_owned(), 404, "Not Found Error"),
        ("group_show?id=rahasia".to_owned(), 404, "Not Found Error"),
        ("package_show".to_owned(), 409, "Validation Error"),
        ("package_search?rows=-1".to_owned(), 409, "Validation Error"),
        ("package_search?start=satu".to_owned(), 409, "Validation Error"),
        ("package_search?fq=license_id:x".to_owned(), 409, "Validation Error"),
        ("package_search?fq=bebas".to_owned(), 409, "Validation Error"),
        ("package_create?name=x".to_owned(), 400, "Bad Request"),
    ];
    for (action, status, kind) in cases {
        let (got, told) = asked(&utama, &action).await;
        assert_eq!((got, &told["success"], &told["error"]["__type"]), (status, &json!(false), &json!(kind)), "{action}: {told}");
    }
    assert_eq!(found(&utama, "q=%27%3B--%22%00").await.0.len(), 0, "nothing that is sought is run");
}

#[rstest]
#[tokio::test]
async fn words_that_are_sent_as_json_are_read_like_those_of_the_address(#[values(Sqlite, Postgres)] on: Kind) {
    let (utama, _kept) = listing(on).await;
    let kind = ["content-type: application/json".to_owned()];
    let path = format!("{API}/package_search");
    let sent = async |body: &str| {
        let answer = send(utama.address(), "POST", &path, &kind, body.as_bytes()).await;
        (answer.status, serde_json::from_str::<Value>(&answer.text()).unwrap())
    };
    assert_eq!(sent(r#"{"q": "rencana", "rows": 5}"#).await.1["result"]["count"], 1);
    assert_eq!(sent("").await.1["result"]["count"], 2);
    for broken in ["{", "[]", "\"teks\"", "\u{0}"] {
        let (status, told) = sent(broken).await;
        assert_eq!((status, &told["error"]["__type"]), (409, &json!("Validation Error")), "{broken:?}");
    }
}
