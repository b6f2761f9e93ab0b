//! Over real sockets, to a real server, counted to the byte.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use loket_desk::sync::{Client, Joining, SyncState, enrol, round};
use loket_tests::{BadLink, Badness, Utama};
use std::time::Duration;

use crate::office::{Counter, OFFICE, at};

async fn enrolled_over(counter: &Counter, code: &str, utama: &Utama, link: &BadLink, client: &Client) {
    let code = utama.code(OFFICE, code).await;
    enrol(&counter.desk, client, &Joining::new(&link.url(), &code, "sandi rekaan"), at(1)).await.unwrap();
}

#[tokio::test]
async fn an_idle_round_and_one_change_are_a_few_bytes() {
    let utama = Utama::start().await;
    let link = BadLink::to(utama.address(), Badness::NONE).await;
    let (counter, client) = (Counter::begin("A", "Sari Misal"), Client::new().unwrap());
    enrolled_over(&counter, "A", &utama, &link, &client).await;
    counter.register("Warga Satu", 5);
    counter.sync(&client).await;
    let before = link.bytes();
    counter.sync(&client).await;
    let idle = link.bytes() - before;
    let id = counter.id_of("001/PPID/KEC-PBG.A/XI/2026");
    let withdrawn = serde_json::json!({"reason": "Sudah diperoleh"});
    counter.act(loket_desk::views::SubjectKind::Request, &id, "withdraw", withdrawn, 6).unwrap();
    let before = link.bytes();
    assert_eq!(counter.sync(&client).await.sent, 1);
    let change = link.bytes() - before;
    eprintln!("idle {idle} bytes, one change {change} bytes, heads of HTTP included");
    assert!(idle <= 250, "an idle round is {idle} bytes");
    assert!(change <= 850, "one change is {change} bytes");
}

/// A picture that packs to more than passes between two cuts, in base64.
fn large_emblem() -> String {
    let mut state = 1_u32;
    let noise = std::iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state.to_be_bytes()[0]
    });
    let noise: Vec<u8> = noise.take(64 * 64 * 3).collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 64, 64);
    encoder.set_color(png::ColorType::Rgb);
    encoder.write_header().unwrap().write_image_data(&noise).unwrap();
    assert!(file.len() > 10_000, "{}", file.len());
    STANDARD.encode(file)
}

/// Rounds until one ends well: one that ends in a cut is begun again, as the background task does, without its waits.
async fn until_synced(counter: &Counter, client: &Client) {
    for _ in 0..40 {
        if round(&counter.desk, client, || at(9)).await.is_ok() {
            break;
        }
    }
    assert_eq!(counter.chip().state, SyncState::Synced, "{:?}", counter.chip());
}

/// Bytes that a hundred requests and an emblem take over such a link to the server and from there to a second desk, and how
/// often it was cut.
async fn a_hundred_requests(badness: Badness) -> (u64, u64) {
    let utama = Utama::start().await;
    let link = BadLink::to(utama.address(), badness).await;
    let (counter, client) = (Counter::begin_with("A", "Sari Misal", &large_emblem()), Client::new().unwrap());
    for number in 0..100 {
        counter.register(&format!("Warga Rekaan {number}"), 5);
    }
    enrolled_over(&counter, "A", &utama, &link, &client).await;
    until_synced(&counter, &client).await;
    let second = Counter::begin("B", "Budi Misal");
    enrolled_over(&second, "B", &utama, &link, &client).await;
    until_synced(&second, &client).await;
    assert_eq!(second.numbers(), counter.numbers());
    (link.bytes(), link.cuts())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_cut_every_eight_kilobytes_delivers_a_hundred_requests_for_little_more() {
    let bad = Badness { bits_per_second: 200_000, round_trip: Duration::from_millis(600), cut_every: Some(8_192) };
    let ((whole, _), (cut, cuts)) = tokio::join!(a_hundred_requests(Badness::NONE), a_hundred_requests(bad));
    eprintln!("{whole} bytes uncut, {cut} bytes over {cuts} cuts");
    assert!(cuts >= 6, "the link was cut {cuts} times");
    assert!(cut * 10 <= whole * 13, "{cut} bytes where an uncut link takes {whole}");
}
