//! Who is let in.

use loket_journal::PublicKey;
use loket_journal::protocol::{ENROL_PATH, RefusalKind};
use loket_utama::{CodeFault, CodeOrder, enrolment_code};

use crate::desk::Desk;
use crate::http::send;
use crate::server::Utama;

#[tokio::test]
async fn a_desk_enrols_with_its_code_while_the_server_runs() {
    let utama = Utama::start().await;
    let desk = Desk::perbaungan();
    let code = utama.code("Perbaungan", "a").await;
    let answer = utama.ask_to_enrol(&desk, &code.to_lowercase().replace('-', " ")).await.unwrap();
    assert_eq!(answer.token.len(), 64);
}

#[tokio::test]
async fn a_code_is_used_once() {
    let utama = Utama::start().await;
    let code = utama.code("12.18.02", "A").await;
    utama.ask_to_enrol(&Desk::perbaungan(), &code).await.unwrap();
    let other = Desk::new(2, "12.18.02", "Perbaungan", "A");
    assert_eq!(utama.ask_to_enrol(&other, &code).await.unwrap_err(), RefusalKind::Code);
}

#[tokio::test]
async fn a_desk_whose_answer_was_lost_asks_again_and_the_lost_token_is_worth_nothing() {
    let utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    let code = utama.code("12.18.02", "A").await;
    let lost = utama.ask_to_enrol(&desk, &code).await.unwrap();
    let second = utama.ask_to_enrol(&desk, &code).await.unwrap();
    assert_ne!(lost.token, second.token);
    desk.token = lost.token;
    assert_eq!(utama.push(&desk, desk.everything()).await.unwrap_err(), RefusalKind::NotEnrolled);
    desk.token = second.token;
    utama.push(&desk, desk.everything()).await.unwrap();
    assert_eq!(utama.ask_to_enrol(&desk, &code).await.unwrap_err(), RefusalKind::Code, "the token arrived: the code is spent");
}

#[tokio::test]
async fn a_desk_that_asks_again_with_another_key_is_refused() {
    let utama = Utama::start().await;
    let desk = Desk::perbaungan();
    let code = utama.code("12.18.02", "A").await;
    utama.ask_to_enrol(&desk, &code).await.unwrap();
    let mut other_key = Desk::perbaungan();
    other_key.key = Desk::new(9, "12.18.02", "Perbaungan", "A").key;
    assert_eq!(utama.ask_to_enrol(&other_key, &code).await.unwrap_err(), RefusalKind::Forked);
}

#[tokio::test]
async fn a_key_that_nobody_holds_or_that_is_the_servers_own_is_refused() {
    let utama = Utama::start().await;
    let code = utama.code("12.18.02", "A").await;
    let mut of_small_order = [0; 32];
    of_small_order[0] = 1;
    for key in [PublicKey(of_small_order), PublicKey([0; 32])] {
        assert_eq!(utama.ask_to_enrol_under(&Desk::perbaungan(), &code, key).await.unwrap_err(), RefusalKind::Message);
    }
    let own = utama.ask_to_enrol(&Desk::perbaungan(), &code).await.unwrap().server_key;
    let code = utama.code("12.18.02", "B").await;
    let other = Desk::new(2, "12.18.02", "Perbaungan", "B");
    assert_eq!(utama.ask_to_enrol_under(&other, &code, own).await.unwrap_err(), RefusalKind::Message);
}

#[tokio::test]
async fn a_code_that_expired_is_refused() {
    let utama = Utama::start().await;
    let code = utama.code("12.18.02", "A").await;
    utama.set("2026-11-30", 11);
    assert_eq!(utama.ask_to_enrol(&Desk::perbaungan(), &code).await.unwrap_err(), RefusalKind::Code);
    utama.set("2026-11-30", 10);
    utama.ask_to_enrol(&Desk::perbaungan(), &code).await.unwrap();
}

#[tokio::test]
async fn a_code_for_another_office_or_desk_is_refused_and_not_used_up() {
    let utama = Utama::start().await;
    let code = utama.code("12.18.02", "A").await;
    for stranger in [Desk::new(3, "12.18.04", "Sei Rampah", "A"), Desk::new(4, "12.18.02", "Perbaungan", "B")] {
        assert_eq!(utama.ask_to_enrol(&stranger, &code).await.unwrap_err(), RefusalKind::OtherOffice);
    }
    utama.ask_to_enrol(&Desk::perbaungan(), &code).await.unwrap();
}

#[tokio::test]
async fn a_guessed_code_is_refused() {
    let utama = Utama::start().await;
    utama.code("12.18.02", "A").await;
    for guess in ["", "0000-0000-0000", "'; drop table codes; --", "\u{0}"] {
        assert_eq!(utama.ask_to_enrol(&Desk::perbaungan(), guess).await.unwrap_err(), RefusalKind::Code);
    }
}

#[tokio::test]
async fn whoever_goes_on_guessing_codes_is_told_to_wait() {
    let utama = Utama::start().await;
    let code = utama.code("12.18.02", "A").await;
    let guess = serde_json::json!({
        "code": "AAAA-AAAA-AAAA", "office": "12.18.02", "desk": "A", "origin": Desk::perbaungan().origin,
        "key": Desk::perbaungan().key.public()
    });
    let ask = async || send(utama.address(), "POST", ENROL_PATH, &[], guess.to_string().as_bytes()).await;
    for _ in 0..20 {
        assert_eq!(ask().await.status, 403);
    }
    let answer = ask().await;
    assert!(answer.status == 429 && answer.head.contains("retry-after: "), "{}", answer.head);
    utama.set("2026-11-23", 12);
    utama.ask_to_enrol(&Desk::perbaungan(), &code).await.unwrap();
}

#[tokio::test]
async fn a_replaced_pc_enrols_as_the_same_desk_with_a_new_code() {
    let mut utama = Utama::start().await;
    let mut old = Desk::perbaungan();
    utama.enrol(&mut old).await;
    utama.pushed(&old, old.everything()).await;
    let mut new = Desk::new(2, "12.18.02", "Perbaungan", "A");
    utama.enrol(&mut new).await;
    let (entries, _) = utama.pulled(&new, vec![]).await;
    assert_eq!(entries, old.entries);
}

#[tokio::test]
async fn a_series_never_moves_to_another_desk() {
    let mut utama = Utama::start().await;
    utama.enrol(&mut Desk::perbaungan()).await;
    let moved = Desk::new(1, "12.18.02", "Perbaungan", "B");
    let code = utama.code("12.18.02", "B").await;
    assert_eq!(utama.ask_to_enrol(&moved, &code).await.unwrap_err(), RefusalKind::OtherOffice);
}

#[tokio::test]
async fn a_code_for_no_office_no_desk_or_no_days_is_not_made() {
    let utama = Utama::start().await;
    let make = async |office: &str, desk: &str, days| {
        let order = CodeOrder { office: office.into(), desk: desk.into(), days };
        enrolment_code(utama.database(), &utama.clock(), &order).await.unwrap_err()
    };
    assert!(matches!(make("Medan Kota", "A", 7).await, CodeFault::Office(_)));
    assert!(matches!(make("12.18.02", "MEJA SATU", 7).await, CodeFault::Desk(_)));
    assert!(matches!(make("12.18.02", "A", 0).await, CodeFault::Days));
    assert!(matches!(make("12.18.02", "A", u64::MAX).await, CodeFault::Days));
}
