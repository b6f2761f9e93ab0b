//! Forms that are sent too late, twice, or by a slip: what was typed stays, and nothing counts that was not meant.

use loket_domain::request::Command;
use loket_utama::IDLE;
use rstest::rstest;
use std::sync::atomic::Ordering;

use crate::both::Kind;
use crate::browser::{Browser, PASSWORD};
use crate::desk::{Desk, forwarding};
use crate::server::Utama;

const OFFICE: &str = "/kantor/12.18.02";
const TEXT: &str = "Dokumen rencana kerja dikirim besok & lewat pos.";
const ONCE: (&str, &str) = ("sekali", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");

/// An office that forwarded a request, on either database, and the address of the case.
async fn asked(kind: Kind) -> (Utama, Desk, String) {
    let mut utama = match kind {
        Kind::Sqlite => Utama::start().await,
        Kind::Postgres => Utama::on(kind.database().0).await,
    };
    let mut desk = Desk::perbaungan();
    let request = desk.register("2026-11-23");
    desk.decide("2026-11-24", request, Command::Forward(forwarding()));
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    utama.set("2026-11-24", 9);
    (utama, desk, format!("{OFFICE}/penerusan/{request}"))
}

#[rstest]
#[tokio::test]
async fn an_answer_sent_after_the_session_ended_is_not_lost(#[values(Kind::Sqlite, Kind::Postgres)] kind: Kind) {
    let (utama, desk, case) = asked(kind).await;
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &[]).await;
    siti.get(&utama, &case).await;
    utama.now.fetch_add(IDLE, Ordering::Relaxed);
    let late = siti.post_once(&utama, &case, &[("number", ""), ("unit", ""), ("note", TEXT)]).await;
    let page = late.text();
    assert!(
        late.status == 401 && page.contains("Sesi Anda berakhir") && page.contains("dikirim besok &amp; lewat pos"),
        "{page}"
    );
    let carried = [("login", "siti"), ("ke", case.as_str()), ("isian.number", ""), ("isian.unit", ""), ("isian.note", TEXT)];
    let wrong = siti.post_once(&utama, "/masuk", &[&carried[..], &[("sandi", "bukan yang ini")]].concat()).await;
    assert!(wrong.status == 422 && wrong.text().contains("dikirim besok"), "also when the password was mistyped");
    let back = siti.post_once(&utama, "/masuk", &[&carried[..], &[("sandi", PASSWORD)]].concat()).await;
    let page = back.text();
    assert!(
        back.status == 200 && page.contains("Isian Anda masih ada") && page.contains(&format!("action=\"{case}\"")),
        "{page}"
    );
    assert!(page.contains("name=\"note\" value=\"Dokumen rencana kerja dikirim besok &amp; lewat pos.\""), "{page}");
    assert_eq!(siti.post(&utama, &case, &[("number", ""), ("unit", ""), ("note", TEXT)]).await.status, 303);
    assert_eq!(utama.pulled(&desk, vec![]).await.0.len(), 1);
}

#[tokio::test]
async fn a_form_of_before_the_last_sign_in_comes_back_with_what_was_typed() {
    let (utama, _, case) = asked(Kind::Sqlite).await;
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &[]).await;
    let before = siti.token.clone();
    siti.sign_in(utama.address(), "siti", PASSWORD).await;
    siti.token = before;
    let stale = siti.post_once(&utama, &case, &[("note", TEXT)]).await;
    let page = stale.text();
    assert!(stale.status == 403 && page.contains("belum dikirim") && page.contains("dikirim besok &amp;"), "{page}");
    assert_eq!(siti.post(&utama, &case, &[("note", TEXT)]).await.status, 303, "it goes with the form of that page");
}

#[tokio::test]
async fn nobody_gets_a_form_to_carry_that_is_not_of_this_browser() {
    let (utama, _, case) = asked(Kind::Sqlite).await;
    let mut stranger = Browser { cookie: format!("loket-utama={}", "0".repeat(64)), token: "0".repeat(64) };
    let answer = stranger.post_once(&utama, &case, &[("note", TEXT)]).await;
    assert!(answer.status == 303 && answer.head.contains("location: /masuk"), "{}", answer.head);
}

#[tokio::test]
async fn a_link_into_a_narrowed_list_leads_there_after_the_sign_in() {
    let (utama, ..) = asked(Kind::Sqlite).await;
    let asked = "/kantor/12.18.02?keadaan=terlambat&periode=2026-11";
    let away = Browser::default().get(&utama, asked).await;
    let expected = "location: /masuk?ke=%2Fkantor%2F12.18.02%3Fkeadaan%3Dterlambat%26periode%3D2026-11";
    assert!(away.head.lines().any(|line| line == expected.to_lowercase()), "{}", away.head);
    Browser::signed_in(&utama, "siti", "verifikator", &[]).await;
    let mut siti = Browser::default();
    let page = siti.get(&utama, &expected["location: ".len()..]).await.text();
    assert!(page.contains("value=\"/kantor/12.18.02?keadaan=terlambat&amp;periode=2026-11\""), "{page}");
    let boxes = [("login", "siti"), ("sandi", PASSWORD), ("ke", asked)];
    let answer = siti.post_once(&utama, "/masuk", &boxes).await;
    assert!(answer.head.lines().any(|line| line == format!("location: {asked}")), "{}", answer.head);
}

#[rstest]
#[tokio::test]
async fn what_cannot_be_undone_is_asked_once_more(#[values(Kind::Sqlite, Kind::Postgres)] kind: Kind) {
    let (utama, desk, case) = asked(kind).await;
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &[]).await;
    let place = format!("{OFFICE}/meja/{}", desk.origin.0);
    for (path, question) in [
        ("/akun/siti/tutup".to_owned(), "Tutup akun ini?"),
        ("/akun/siti/sandi".to_owned(), "Buat kata sandi sementara?"),
        (format!("{place}/cabut"), "Cabut meja ini?"),
        (format!("{place}/ganti"), "Ganti kunci masuk meja ini?"),
    ] {
        let asked = admin.post_once(&utama, &path, &[]).await;
        assert!(asked.status == 200 && asked.text().contains(question) && asked.text().contains("Batal"), "{path}");
    }
    let asked = siti.post_once(&utama, &case, &[("note", TEXT)]).await.text();
    assert!(asked.contains("Kirim ini ke kantornya?") && asked.contains("dikirim besok &amp;"), "{asked}");
    assert_eq!(utama.pulled(&desk, vec![]).await.0.len(), 0, "nothing was sent, and the desk is still let in");
    let form = siti.post_once(&utama, &case, &[("note", TEXT), ("pasti", "belum")]).await;
    assert!(form.status == 200 && form.text().contains("dikirim besok &amp;") && form.text().contains("<textarea"));
    assert_eq!(siti.post(&utama, &case, &[("note", TEXT)]).await.status, 303);
    assert_eq!(admin.post(&utama, "/akun/siti/tutup", &[]).await.status, 303);
    assert_eq!(siti.get(&utama, "/").await.status, 303);
}

#[tokio::test]
async fn a_new_account_has_no_role_that_nobody_chose() {
    let (utama, ..) = asked(Kind::Sqlite).await;
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    let page = admin.get(&utama, "/akun").await.text();
    assert!(page.contains("<option value=\"\" selected>Pilih peran") && !page.contains("value=\"admin\" selected"), "{page}");
    let careless = admin.post(&utama, "/akun", &[("login", "budi"), ("name", "Budi Rekaan"), ("role", "")]).await;
    assert!(careless.status == 422 && careless.text().contains("Pilih peran: admin, verifikator, atau auditor."));
}

#[rstest]
#[tokio::test]
async fn a_form_that_is_sent_twice_counts_once(#[values(Kind::Sqlite, Kind::Postgres)] kind: Kind) {
    let (utama, desk, _) = asked(kind).await;
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &[]).await;
    let mut same = Browser { cookie: siti.cookie.clone(), token: siti.token.clone() };
    let (ask, boxes) = (format!("{OFFICE}/tanya"), [ONCE, ("line", "Batas waktu"), ("text", "Kapan dijawab?")]);
    let (first, second) = tokio::join!(siti.post_once(&utama, &ask, &boxes), same.post_once(&utama, &ask, &boxes));
    let location = |head: &str| head.lines().find(|line| line.starts_with("location: ")).map(str::to_owned);
    assert!(first.status == 303 && location(&first.head).is_some());
    assert_eq!(location(&first.head), location(&second.head), "both lead to the one question");
    assert_eq!(utama.pulled(&desk, vec![]).await.0.len(), 1);
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    let code = |page: String| page.split_once("<p class=\"code\">").map(|(_, rest)| rest[..14].to_owned());
    let boxes = [ONCE, ("login", "budi"), ("name", "Budi Rekaan"), ("role", "auditor"), ("offices", "")];
    let (first, second) = (admin.post_once(&utama, "/akun", &boxes).await, admin.post_once(&utama, "/akun", &boxes).await);
    assert!(code(first.text()).is_some());
    assert_eq!(code(first.text()), code(second.text()), "the password is seen in spite of the second click");
    let boxes = [ONCE, ("office", "12.18.02"), ("desk", "B")];
    let (first, second) = (admin.post_once(&utama, "/meja", &boxes).await, admin.post_once(&utama, "/meja", &boxes).await);
    assert_eq!(code(first.text()), code(second.text()), "a page that is loaded again shows the same code");
}
