//! Whichever database is beneath, people read the same pages.

use loket_domain::ids::ClassificationId;
use loket_domain::request::Command;
use uuid::Uuid;

use crate::browser::Browser;
use crate::desk::{Desk, forwarding, worksheet};
use crate::postgres::Cluster;
use crate::server::Utama;

#[tokio::test]
async fn postgres_shows_the_pages_that_sqlite_shows() {
    let mut shown = Vec::new();
    for mut utama in [Utama::start().await, Utama::on(Cluster::shared().database()).await] {
        let mut desk = Desk::perbaungan();
        let answered = desk.register("2026-11-16");
        desk.grant("2026-11-20", answered);
        let forwarded = desk.register("2026-11-19");
        desk.decide("2026-11-20", forwarded, Command::Forward(forwarding()));
        let test = ClassificationId(Uuid::from_u128(7));
        desk.test("2026-11-20", test, worksheet("2026-11-20"));
        utama.enrol(&mut desk).await;
        utama.pushed(&desk, desk.everything()).await;
        let mut reader = Browser::signed_in(&utama, "kepala", "verifikator", &[]).await;
        let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
        let (request, case, test) = (answered.0, forwarded.0, test.0);
        let mut pages = Vec::new();
        for path in [
            "/".to_owned(),
            "/?cari=a%00b".to_owned(),
            "/kantor.csv".to_owned(),
            "/kantor/12.18.02".to_owned(),
            "/kantor/%00".to_owned(),
            "/kantor/12.18.02/permohonan.csv".to_owned(),
            format!("/kantor/12.18.02/permohonan/{request}"),
            format!("/kantor/12.18.02%00/permohonan/{request}"),
            "/kotak-masuk".to_owned(),
            format!("/kantor/12.18.02/penerusan/{case}"),
            format!("/kantor/12%00/penerusan/{case}"),
            format!("/kantor/12.18.02/uji/{test}"),
            "/keberatan?cari=%00".to_owned(),
            format!("/kantor/12%00/keberatan/{test}"),
            "/informasi-publik?cari=a%00b&kategori=%00&kantor=%00".to_owned(),
            "/dikecualikan?cari=%00".to_owned(),
            "/laporan?tahun=2026&kantor=%00".to_owned(),
        ] {
            let answer = reader.get(&utama, &path).await;
            pages.push((path, answer.status, without_secrets(&answer.text())));
        }
        for path in ["/meja", "/akun", "/akun/admin", "/akun/a%00", "/catatan-akses"] {
            let answer = admin.get(&utama, path).await;
            pages.push((path.to_owned(), answer.status, without_secrets(&answer.text())));
        }
        let mut guessing = Browser::default();
        let answer = guessing.sign_in(utama.address(), "a\0b", "hujan di ladang tebu").await;
        pages.push(("sign-in".to_owned(), answer.status, without_secrets(&answer.text())));
        shown.push(pages);
    }
    for (sqlite, postgres) in shown[0].iter().zip(&shown[1]) {
        assert_eq!(sqlite, postgres);
        assert!(sqlite.1 < 500, "{sqlite:?}");
    }
}

/// Without the tokens of forms and the identities of accounts, which are random.
fn without_secrets(page: &str) -> String {
    page.split('"').filter(|part| !(part.len() >= 32 && part.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-'))).collect()
}

#[tokio::test]
async fn whoever_is_signed_in_keeps_the_way_home_at_a_wrong_address() {
    let utama = crate::server::Utama::start().await;
    let mut siti = crate::browser::Browser::signed_in(&utama, "siti", "auditor", &[]).await;
    let lost = siti.get(&utama, "/tidak-ada").await;
    assert!(lost.status == 404 && lost.text().contains("href=\"/permohonan\""), "{}", lost.text());
    let slash = siti.get(&utama, "/permohonan/").await;
    assert!(slash.status == 303 && slash.head.contains("location: /permohonan"), "{}", slash.head);
    let method = siti.post(&utama, "/permohonan", &[]).await;
    assert!(method.status == 404 && method.text().contains("Halaman tidak ditemukan"), "{}", method.head);
    let stranger = crate::http::get(utama.address(), "/tidak-ada").await;
    assert!(stranger.status == 404 && !stranger.text().contains("href=\"/permohonan\""));
}
