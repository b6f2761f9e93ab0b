//! Signing in, and what keeps others from doing so.

use loket_utama::{ABSOLUTE, ATTEMPTS_OF_ACCOUNT, ATTEMPTS_OF_ADDRESS, IDLE, WINDOW};
use std::sync::atomic::Ordering;

use crate::browser::{Browser, PASSWORD};
use crate::http::{get, send};
use crate::server::Utama;

fn pass(utama: &Utama, millis: u64) {
    utama.now.fetch_add(millis, Ordering::Relaxed);
}

#[tokio::test]
async fn a_session_lives_in_a_cookie_that_scripts_and_other_sites_cannot_use() {
    let utama = Utama::start().await;
    let mut browser = Browser::signed_in(&utama, "siti", "auditor", &[]).await;
    let before = browser.cookie.clone();
    let answer = browser.sign_in(utama.address(), "siti", PASSWORD).await;
    assert_eq!(answer.status, 303, "{}", answer.head);
    let mut other = Browser::default();
    let answer = other.sign_in(utama.address(), "siti", PASSWORD).await;
    assert!(answer.head.contains("; httponly; samesite=lax") && !answer.head.contains("secure"), "{}", answer.head);
    assert_ne!(other.cookie, before, "every session has a token of its own");
    assert_eq!(browser.get(&utama, "/").await.status, 303, "who signs in again leaves no other session open");
    assert_eq!(other.get(&utama, "/").await.status, 200);
}

#[tokio::test]
async fn a_session_ends_when_idle_when_old_and_when_told() {
    let utama = Utama::start().await;
    let mut browser = Browser::signed_in(&utama, "siti", "auditor", &[]).await;
    pass(&utama, IDLE - 1);
    assert_eq!(browser.get(&utama, "/").await.status, 200);
    pass(&utama, IDLE);
    assert_eq!(browser.get(&utama, "/").await.status, 303, "idle");
    let mut browser = Browser::signed_in(&utama, "siti", "auditor", &[]).await;
    for _ in 0..ABSOLUTE / (IDLE / 2) - 1 {
        pass(&utama, IDLE / 2);
        assert_eq!(browser.get(&utama, "/").await.status, 200);
    }
    pass(&utama, IDLE / 2);
    assert_eq!(browser.get(&utama, "/").await.status, 303, "a working day later");
    let mut browser = Browser::signed_in(&utama, "siti", "auditor", &[]).await;
    let cookie = browser.cookie.clone();
    assert_eq!(browser.post(&utama, "/keluar", &[]).await.status, 303);
    browser.cookie = cookie;
    assert_eq!(browser.get(&utama, "/").await.status, 303, "the cookie is worth nothing after signing out");
}

#[tokio::test]
async fn guessing_a_password_must_wait_also_with_the_right_one() {
    let utama = Utama::start().await;
    Browser::signed_in(&utama, "siti", "auditor", &[]).await;
    for _ in 0..ATTEMPTS_OF_ACCOUNT {
        let answer = Browser::default().sign_in(utama.address(), "siti", "salah sama sekali").await;
        assert_eq!(answer.status, 422);
        assert!(answer.text().contains("Nama pengguna atau kata sandi salah"));
    }
    let answer = Browser::default().sign_in(utama.address(), "SITI", PASSWORD).await;
    assert!(answer.status == 429 && answer.head.contains("retry-after: 900"), "{}", answer.head);
    assert_eq!(Browser::default().sign_in(utama.address(), "lain", PASSWORD).await.status, 422, "others are not held up");
    pass(&utama, WINDOW);
    assert_eq!(Browser::default().sign_in(utama.address(), "siti", PASSWORD).await.status, 303);
}

#[tokio::test]
async fn whoever_signs_in_often_is_not_taken_for_one_who_guesses() {
    let utama = Utama::start().await;
    Browser::signed_in(&utama, "siti", "auditor", &[]).await;
    for _ in 0..=ATTEMPTS_OF_ADDRESS {
        assert_eq!(Browser::default().sign_in(utama.address(), "siti", PASSWORD).await.status, 303);
    }
}

#[tokio::test]
async fn a_temporary_password_opens_the_door_for_three_days() {
    let utama = Utama::start().await;
    let mut admin = Browser::signed_in(&utama, "siti", "admin", &[]).await;
    let boxes = [("login", "budi"), ("name", "Budi Rekaan"), ("role", "verifikator"), ("offices", "Perbaungan")];
    let page = admin.post(&utama, "/akun", &boxes).await.text();
    let password = page.split_once("<p class=\"code\">").unwrap().1.split_once('<').unwrap().0.to_owned();
    pass(&utama, 72 * 60 * 60 * 1000 - 1);
    assert_eq!(Browser::default().sign_in(utama.address(), "budi", &password).await.status, 303);
    pass(&utama, 1);
    let answer = Browser::default().sign_in(utama.address(), "budi", &password).await;
    assert!(answer.status == 422 && answer.text().contains("minta admin PPID Utama membuatkan yang baru"), "{}", answer.text());
}

#[tokio::test]
async fn signing_in_again_ends_the_session_that_this_browser_had() {
    let utama = Utama::start().await;
    let mut browser = Browser::signed_in(&utama, "siti", "auditor", &[]).await;
    let before = browser.cookie.clone();
    // Sent with the cookie of the session, as a browser does.
    let boxes = [("login", "siti"), ("sandi", PASSWORD), ("ke", "/")];
    assert_eq!(browser.post(&utama, "/masuk", &boxes).await.status, 303);
    assert_eq!(browser.get(&utama, "/").await.status, 200);
    browser.cookie = before;
    assert_eq!(browser.get(&utama, "/").await.status, 303, "nobody goes on with the older one");
}

#[tokio::test]
async fn a_person_sees_since_when_and_from_where_and_what_others_tried() {
    let utama = Utama::start().await;
    let mut siti = Browser::signed_in(&utama, "siti", "auditor", &[]).await;
    Browser::signed_in(&utama, "budi", "verifikator", &[]).await;
    for login in ["siti", "budi"] {
        assert_eq!(Browser::default().sign_in(utama.address(), login, "salah sama sekali").await.status, 422);
    }
    let page = siti.get(&utama, "/sesi").await.text();
    assert_eq!(page.matches("sesi ini</strong>").count(), 1, "{page}");
    assert!(page.contains("127.0.0.1") && page.contains("hari ini"), "{page}");
    assert_eq!(page.matches("gagal masuk").count(), 1, "not what others tried with the login of others: {page}");
    assert!(!page.contains("budi") && !page.contains(&siti.cookie[siti.cookie.len() - 64..]), "{page}");
    assert!(siti.get(&utama, "/sandi").await.text().contains("href=\"/sesi\""));
}

#[tokio::test]
async fn an_admin_ends_the_session_of_a_colleague_and_it_is_written_down() {
    let utama = Utama::start().await;
    let mut admin = Browser::signed_in(&utama, "adm", "admin", &[]).await;
    let mut siti = Browser::signed_in(&utama, "siti", "auditor", &[]).await;
    let page = admin.get(&utama, "/akun/siti").await.text();
    assert!(page.contains("127.0.0.1") && page.contains("Akhiri sesi akun ini"), "{page}");
    assert_eq!(admin.post_once(&utama, "/akun/siti/sesi", &[]).await.status, 200, "asked first");
    assert_eq!(siti.get(&utama, "/").await.status, 200);
    assert_eq!(admin.post(&utama, "/akun/siti/sesi", &[]).await.status, 303);
    assert_eq!(siti.get(&utama, "/").await.status, 303);
    assert_eq!(admin.get(&utama, "/").await.status, 200, "no other ended with it");
    let page = admin.get(&utama, "/akun/siti").await.text();
    assert!(page.contains("sedang tidak masuk di mana pun") && !page.contains("Akhiri sesi akun ini"), "{page}");
    // There is nothing to end any more, and so nothing to write down.
    admin.post(&utama, "/akun/siti/sesi", &[]).await;
    let record = admin.get(&utama, "/catatan-akses").await.text();
    assert_eq!(record.matches(">mengakhiri sesi orang lain<").count(), 1, "{record}");
    siti.sign_in(utama.address(), "siti", PASSWORD).await;
    let seen = siti.get(&utama, "/sesi").await.text();
    assert!(seen.contains("diakhiri adm"), "its person sees by whom: {seen}");
    assert_eq!(siti.post(&utama, "/akun/adm/sesi", &[]).await.status, 403, "nobody else may");
}

#[tokio::test]
async fn one_address_cannot_try_every_name() {
    let utama = Utama::start().await;
    for guess in 0..ATTEMPTS_OF_ADDRESS {
        let answer = Browser::default().sign_in(utama.address(), &format!("nama{guess}"), PASSWORD).await;
        assert_eq!(answer.status, 422);
    }
    assert_eq!(Browser::default().sign_in(utama.address(), "satu-lagi", PASSWORD).await.status, 429);
}

#[tokio::test]
async fn a_form_that_another_site_made_is_refused() {
    let utama = Utama::start().await;
    let mut browser = Browser::signed_in(&utama, "siti", "admin", &[]).await;
    let good = std::mem::replace(&mut browser.token, "0".repeat(64));
    for token in ["", "x", &"0".repeat(64), &good[..63]] {
        browser.token = token.to_owned();
        let answer = browser.post(&utama, "/meja", &[("office", "Perbaungan"), ("desk", "A")]).await;
        assert!(answer.status == 403 && answer.text().contains("kedaluwarsa"), "{token}");
    }
    let mut stranger = Browser::signed_in(&utama, "budi", "admin", &[]).await;
    stranger.token.clone_from(&good);
    assert_eq!(stranger.post(&utama, "/meja", &[("office", "Perbaungan")]).await.status, 403, "each session has its own");
    browser.token = good;
    assert_eq!(browser.post(&utama, "/meja", &[("office", "Perbaungan"), ("desk", "A")]).await.status, 200);
    let sent = ["content-type: application/x-www-form-urlencoded".to_owned()];
    assert_eq!(send(utama.address(), "POST", "/masuk", &sent, b"login=siti&sandi=x").await.status, 403, "signing in too");
}

#[tokio::test]
async fn after_signing_in_one_comes_back_to_the_page_that_was_asked_for_and_to_no_other_site() {
    let utama = Utama::start().await;
    Browser::signed_in(&utama, "siti", "auditor", &[]).await;
    let answer = get(utama.address(), "/kantor/12.18.02").await;
    assert!(answer.head.contains("location: /masuk?ke=%2fkantor%2f12.18.02"), "{}", answer.head);
    for (asked, location) in [
        ("/kantor/12.18.02", "/kantor/12.18.02"),
        ("//jahat.contoh.id", "/"),
        ("https://x", "/"),
        ("/\\x", "/"),
        ("/\t/jahat.contoh.id", "/"),
        ("/\nx", "/"),
    ] {
        let mut browser = Browser::default();
        browser.get(&utama, "/masuk").await;
        let boxes = [("login", "siti"), ("sandi", PASSWORD), ("ke", asked)];
        let answer = browser.post(&utama, "/masuk", &boxes).await;
        assert!(answer.head.lines().any(|line| line == format!("location: {location}")), "{asked}: {}", answer.head);
    }
}

#[tokio::test]
async fn a_password_is_changed_by_who_knows_it_and_ends_every_session() {
    let utama = Utama::start().await;
    let mut elsewhere = Browser::signed_in(&utama, "siti", "auditor", &[]).await;
    let mut browser = Browser::signed_in(&utama, "siti", "auditor", &[]).await;
    let new = "panas di ladang karet";
    for (old, first, second, why) in [
        ("salah sama sekali", new, new, "tidak cocok"),
        (PASSWORD, new, "lain", "berbeda"),
        (PASSWORD, PASSWORD, PASSWORD, "sama dengan yang sekarang"),
        (PASSWORD, "pendek", "pendek", "paling sedikit 10"),
    ] {
        let answer = browser.post(&utama, "/sandi", &[("lama", old), ("baru", first), ("ulang", second)]).await;
        assert!(answer.status == 422 && answer.text().contains(why), "{why}: {}", answer.text());
    }
    let answer = browser.post(&utama, "/sandi", &[("lama", PASSWORD), ("baru", new), ("ulang", new)]).await;
    assert_eq!(answer.status, 303);
    assert_eq!(elsewhere.get(&utama, "/").await.status, 303);
    assert_eq!(Browser::default().sign_in(utama.address(), "siti", PASSWORD).await.status, 422);
    assert_eq!(Browser::default().sign_in(utama.address(), "siti", new).await.status, 303);
}

#[tokio::test]
async fn a_new_colleague_gets_a_password_that_opens_only_its_own_replacement() {
    let utama = Utama::start().await;
    let mut admin = Browser::signed_in(&utama, "siti", "admin", &[]).await;
    let boxes = [("login", "Budi"), ("name", "Budi Rekaan"), ("role", "verifikator"), ("offices", "Perbaungan, 12.18.04")];
    let page = admin.post(&utama, "/akun", &boxes).await.text();
    let password = page.split_once("<p class=\"code\">").unwrap().1.split_once('<').unwrap().0.to_owned();
    assert!(!admin.get(&utama, "/akun").await.text().contains(&password), "shown once");
    let mut budi = Browser::default();
    assert!(budi.sign_in(utama.address(), "budi", &password).await.head.contains("location: /sandi"));
    assert!(budi.get(&utama, "/kotak-masuk").await.head.contains("location: /sandi"));
    let new = "panas di ladang karet";
    budi.post(&utama, "/sandi", &[("lama", &password), ("baru", new), ("ulang", new)]).await;
    budi.sign_in(utama.address(), "budi", new).await;
    assert_eq!(budi.get(&utama, "/kotak-masuk").await.status, 200);
    assert_eq!(admin.post(&utama, "/akun/budi", &[("name", "Budi"), ("role", "auditor"), ("offices", "")]).await.status, 303);
    assert_eq!(budi.get(&utama, "/kotak-masuk").await.status, 403, "at once");
    assert_eq!(admin.post(&utama, "/akun/budi/tutup", &[]).await.status, 303);
    assert_eq!(budi.get(&utama, "/").await.status, 303, "at once");
    assert_eq!(Browser::default().sign_in(utama.address(), "budi", new).await.status, 422);
    let answer = admin.post(&utama, "/akun/siti/tutup", &[]).await;
    assert!(answer.status == 422 && answer.text().contains("satu-satunya admin"), "{}", answer.text());
}

#[tokio::test]
async fn who_failed_to_sign_in_and_who_left_is_written_down_with_the_address() {
    let utama = Utama::start().await;
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    let mut siti = Browser::signed_in(&utama, "siti", "auditor", &[]).await;
    Browser::default().sign_in(utama.address(), "siti", "salah sama sekali").await;
    Browser::default().sign_in(utama.address(), "Kata Sandi Saya", "siti").await;
    siti.post(&utama, "/keluar", &[]).await;
    let audit = admin.get(&utama, "/catatan-akses").await.text();
    assert!(audit.contains("gagal masuk") && audit.contains(">keluar<") && audit.contains("127.0.0.1"), "{audit}");
    assert!(!audit.contains("kata sandi saya"), "what is no login may be a password");
    let boxes = [("name", "Staf Rekaan siti"), ("role", "verifikator"), ("offices", "12.18.02")];
    admin.post(&utama, "/akun/siti", &boxes).await;
    let audit = admin.get(&utama, "/catatan-akses?siapa=admin").await.text();
    assert!(audit.contains("siti: peran Auditor menjadi Verifikator; kantor semua kantor menjadi 12.18.02"), "{audit}");
    assert!(!audit.contains("gagal masuk"), "only what that person did");
}
