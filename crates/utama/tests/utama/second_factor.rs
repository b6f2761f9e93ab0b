//! A password that leaked opens nothing where a telephone is asked for too.

use loket_utama::{AuditNarrowing, Audited, Reach};
use rstest::rstest;
use std::sync::atomic::Ordering;
use totp_rs::{Algorithm, Secret, TOTP};

use crate::both::Kind::{self, Postgres, Sqlite};
use crate::browser::{Browser, PASSWORD};
use crate::bundle::memory;
use crate::http::{Answer, send};
use crate::server::Utama;

/// The telephone: what it was given, and what it shows.
pub struct Telephone(TOTP);

impl Telephone {
    /// Takes the secret off the page that shows it.
    pub fn given(page: &str) -> Self {
        let (_, rest) = page.split_once("<p class=\"code\">").unwrap();
        let typed: String = rest.split_once("</p>").unwrap().0.split_whitespace().collect();
        let secret = Secret::Encoded(typed).to_bytes().unwrap();
        Self(TOTP::new(Algorithm::SHA1, 6, 0, 30, secret).unwrap())
    }

    pub fn shows(&self, utama: &Utama) -> String {
        self.0.generate(utama.now.load(Ordering::Relaxed) / 1000)
    }
}

fn minutes_pass(utama: &Utama, minutes: u64) {
    utama.now.fetch_add(minutes * 60_000, Ordering::Relaxed);
}

async fn tried(utama: &Utama, password: &str, code: &str) -> (Browser, Answer) {
    let mut browser = Browser::default();
    browser.get(utama, "/masuk").await;
    let answer = browser.post_once(utama, "/masuk", &[("login", "siti"), ("sandi", password), ("kode", code), ("ke", "/")]).await;
    if answer.status == 303 {
        browser.get(utama, "/sandi").await;
    }
    (browser, answer)
}

/// Sets it up, and gives the telephone and the codes on paper.
async fn set_up(utama: &Utama, browser: &mut Browser) -> (Telephone, Vec<String>) {
    let page = browser.post(utama, "/kode-masuk/siapkan", &[("sandi", PASSWORD)]).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let telephone = Telephone::given(&page.text());
    let done = browser.post(utama, "/kode-masuk", &[("kode", &telephone.shows(utama))]).await;
    let text = done.text();
    assert!(done.status == 200 && text.contains("Kode masuk terpasang"), "{text}");
    let codes = text.split("<li class=\"code\">").skip(1).map(|rest| rest.split_once("</li>").unwrap().0.to_owned());
    (telephone, codes.collect())
}

async fn written(utama: &Utama) -> Vec<Audited> {
    let lines = memory(utama).await.audit(&Reach::Every, &AuditNarrowing::default(), 0, 100).await.unwrap();
    lines.into_iter().rev().map(|line| line.what).collect()
}

#[rstest]
#[tokio::test]
async fn the_password_alone_opens_nothing_any_more_and_no_code_opens_twice(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let utama = Utama::on(database).await;
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &[]).await;
    let refused = siti.post(&utama, "/kode-masuk/siapkan", &[("sandi", "bukan ini")]).await;
    assert!(refused.status == 422 && refused.text().contains("tidak cocok"));
    let page = siti.post(&utama, "/kode-masuk/siapkan", &[("sandi", PASSWORD)]).await.text();
    assert!(page.contains("<svg") && !page.contains("otpauth"), "the address stands in the picture alone");
    let wrong = siti.post(&utama, "/kode-masuk", &[("kode", "000000")]).await;
    assert!(wrong.status == 422 && wrong.text().contains("Kode itu tidak cocok"));
    assert_eq!(tried(&utama, PASSWORD, "").await.1.status, 303, "nothing is asked before the telephone showed a code");

    let (mut siti, _) = tried(&utama, PASSWORD, "").await;
    let (telephone, codes) = set_up(&utama, &mut siti).await;
    assert_eq!(codes.len(), 8);
    minutes_pass(&utama, 20);
    let refused = |answer: &Answer| (answer.status, answer.text().contains("Nama pengguna atau kata sandi salah"));
    let without = tried(&utama, PASSWORD, "").await.1;
    let guessed = tried(&utama, "bukan ini", &telephone.shows(&utama)).await.1;
    assert_eq!((refused(&without), refused(&guessed)), ((422, true), (422, true)), "nobody is told which was wrong");
    let shown = telephone.shows(&utama);
    assert_eq!(tried(&utama, PASSWORD, &shown).await.1.status, 303);
    assert_eq!(tried(&utama, PASSWORD, &shown).await.1.status, 422, "not twice");
    assert_eq!(tried(&utama, PASSWORD, &codes[0]).await.1.status, 303);
    assert_eq!(tried(&utama, PASSWORD, &codes[0]).await.1.status, 422, "nor a code on paper");

    let (mut siti, _) = tried(&utama, PASSWORD, &codes[1]).await;
    let renewed = siti.post(&utama, "/kode-masuk/cadangan", &[("sandi", PASSWORD)]).await.text();
    assert!(!renewed.contains(&codes[2]));
    minutes_pass(&utama, 20);
    assert_eq!(tried(&utama, PASSWORD, &codes[2]).await.1.status, 422, "the paper before is worth nothing");
    let (mut siti, _) = tried(&utama, PASSWORD, &telephone.shows(&utama)).await;
    let left = siti.post(&utama, "/kode-masuk/matikan", &[("sandi", PASSWORD)]).await;
    assert_eq!(left.status, 303);
    assert_eq!(tried(&utama, PASSWORD, "").await.1.status, 303);
    let written = written(&utama).await;
    for what in [Audited::SecondFactorSet, Audited::PaperCodeUsed, Audited::SecondFactorDropped, Audited::SignInFailed] {
        assert!(written.contains(&what), "{what:?} is not written down");
    }
}

#[tokio::test]
async fn where_it_is_required_whoever_reads_cases_sees_nothing_before_it_is_set_up() {
    let mut utama = Utama::start().await;
    utama.second_factor_required = true;
    utama.restart().await;
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &[]).await;
    for path in ["/", "/kotak-masuk", "/permohonan"] {
        let answer = siti.get(&utama, path).await;
        assert!(answer.status == 303 && answer.head.contains("location: /kode-masuk"), "{path}: {}", answer.head);
    }
    assert!(siti.get(&utama, "/kode-masuk").await.text().contains("harus memakai kode masuk"));
    set_up(&utama, &mut siti).await;
    assert_eq!(siti.get(&utama, "/kotak-masuk").await.status, 200);
    let mut auditor = Browser::signed_in(&utama, "awas", "auditor", &[]).await;
    assert_eq!(auditor.get(&utama, "/").await.status, 200, "who only looks is not asked");
}

#[tokio::test]
async fn an_admin_lets_somebody_in_whose_telephone_is_lost_and_it_is_written_down() {
    let utama = Utama::start().await;
    let mut siti = Browser::signed_in(&utama, "siti", "verifikator", &[]).await;
    set_up(&utama, &mut siti).await;
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    assert!(admin.get(&utama, "/akun/siti").await.text().contains("Matikan kode masuk"));
    let asked = admin.post_once(&utama, "/akun/siti/kode", &[]).await;
    assert!(asked.text().contains("Pastikan dahulu"), "{}", asked.text());
    assert_eq!(admin.post(&utama, "/akun/siti/kode", &[]).await.status, 303);
    assert_eq!(tried(&utama, PASSWORD, "").await.1.status, 303);
    assert!(written(&utama).await.contains(&Audited::SecondFactorReset));
}

#[tokio::test]
async fn a_form_that_another_site_sends_is_not_taken_whatever_it_carries() {
    let utama = Utama::start().await;
    let admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    let body = format!("tanda={}", admin.token);
    let sent = async |site: &str| {
        let headers = [
            format!("cookie: {}", admin.cookie),
            "content-type: application/x-www-form-urlencoded".to_owned(),
            format!("sec-fetch-site: {site}"),
        ];
        send(utama.address(), "POST", "/keluar", &headers, body.as_bytes()).await
    };
    for site in ["cross-site", "same-site"] {
        let answer = sent(site).await;
        assert!(answer.status >= 400, "{site}: {}", answer.head);
    }
    assert_eq!(sent("same-origin").await.status, 303);
}
