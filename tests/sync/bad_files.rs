//! Files that are refused, at the desk and at the server: each with a reason, and nothing else is disturbed.

use loket_desk::SaidKind;
use loket_desk::views::FileState;
use loket_domain::attachment::LARGEST_ATTACHMENT;
use loket_journal::protocol::{
    Answer, Call, CallKind, Held, ObjectPiece, ObjectsAsked, ObjectsHeld, PartAsked, RefusalKind, RefusalMessage,
};
use loket_journal::{Digest, Parity};

use crate::files::{Recording, attached, scan, state};
use crate::office::{Counter, Utama, at};

#[tokio::test]
async fn a_file_that_is_not_one_is_refused_with_a_sentence_and_nothing_is_written() {
    let counter = Counter::begin("A", "Sari Misal");
    let id = counter.id_of(&counter.register("Warga Satu", 5));
    let written = counter.with(|desk| desk.written());
    let refused = |name: &str, purpose: &str, bytes: &[u8]| {
        let fault = counter.with(|desk| desk.attach(&id, name, purpose, bytes, at(6))).unwrap_err();
        let said = loket_desk::Said::from(&fault);
        assert!(said.kind == SaidKind::Refused && said.message.ends_with('.'), "{said:?}");
        said.message
    };
    let too_large = counter.with(|desk| desk.file_fits(2 << 30)).unwrap_err();
    assert!(too_large.to_string().contains("25 MB"), "{too_large}");
    assert!(counter.with(|desk| desk.file_fits(LARGEST_ATTACHMENT)).is_ok());
    assert!(refused("besar.pdf", "identity", &vec![b'%'; 26 << 20]).contains("25 MB"));
    assert!(refused("kosong.pdf", "identity", b"").contains("kosong"));
    assert!(refused("ktp.pdf", "identity", b"MZ\x90\x00 bukan pdf").contains("Jenis berkas"));
    assert!(refused("data.zip", "identity", b"PK\x03\x04 arsip").contains("tidak membuktikan identitas"));
    assert!(refused("ktp.pdf", "apa saja", &scan(100, 1)).contains("Pilih"));
    assert_eq!(counter.with(|desk| desk.written()), written);
    assert!(!counter.path().join("data/berkas").exists());
    counter.with(|desk| desk.attach(&id, "../surat kuasa.pdf", "authority", &scan(100, 1), at(7))).unwrap();
    assert!(refused("lagi.pdf", "authority", &scan(100, 1)).contains("sama"));
    counter.with(|desk| desk.attach(&id, "data.zip", "released", b"PK\x03\x04 arsip", at(8))).unwrap();
}

/// What the server says to a call of this desk.
async fn asked(utama: &Utama, token: &str, action: CallKind, body: Vec<u8>) -> Answer {
    utama.service.answer(Call { action, token: Some(token.to_owned()), body }, at(9).millis).await
}

fn refusal(answer: &Answer) -> RefusalKind {
    assert!((400..500).contains(&answer.status), "{}", answer.status);
    serde_json::from_slice::<RefusalMessage>(&answer.body).unwrap().refused
}

#[tokio::test]
async fn the_server_takes_and_gives_only_what_an_entry_of_the_office_names_and_only_whole() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let bytes = scan(100_000, 10);
    counter.with(|desk| desk.pause_files(true)).unwrap();
    let (id, digest) = attached(&counter, &bytes, 5);
    let link = Recording::of(&utama);
    counter.sync(&link).await;
    let token = link.token.into_inner().unwrap();
    let own = Digest::of_object(&bytes);
    let put = |digest: Digest, offset: u64, bytes: &[u8]| ObjectPiece { digest, offset, bytes }.write();
    let ask = async |body: Vec<u8>| asked(&utama, &token, CallKind::PutObject, body).await;

    let nobodys = scan(1_000, 11);
    let unnamed = ask(put(Digest::of_object(&nobodys), 0, &nobodys)).await;
    assert_eq!(refusal(&unnamed), RefusalKind::Unnamed);
    let mut damaged = put(own, 0, &bytes[..50_000]);
    damaged[200] ^= 1;
    assert_eq!(refusal(&ask(damaged).await), RefusalKind::Object);
    assert_eq!(refusal(&ask(b"LKO1".to_vec()).await), RefusalKind::Object);
    assert_eq!(refusal(&ask(put(own, 0, &vec![0; 100_001])).await), RefusalKind::Object, "longer than its entry says");
    assert_eq!(utama.files().len(), 0, "nothing of all that is kept");

    // The right length and the wrong bytes: taken piece by piece, refused as a whole, and nothing is left of it.
    let mut wrong = bytes.clone();
    wrong[99_999] ^= 1;
    ask(put(own, 0, &wrong[..60_000])).await;
    assert_eq!(refusal(&ask(put(own, 60_000, &wrong[60_000..])).await), RefusalKind::Object);
    assert!(utama.files().is_empty() && utama.store.all_begun().await.unwrap().is_empty());

    let part = PartAsked { digest: own, offset: 0, room: 10, skip: 0 };
    let get = async |part: PartAsked| asked(&utama, &token, CallKind::GetObject, postcard::to_allocvec(&part).unwrap()).await;
    assert_eq!(refusal(&get(part).await), RefusalKind::ObjectAbsent);
    counter.with(|desk| desk.pause_files(false)).unwrap();
    counter.sync(&utama.link()).await;
    assert_eq!(state(&counter, &id, &digest), FileState::Sent);
    let tail = get(PartAsked { offset: 65_530, room: 20, skip: 5, ..part }).await;
    let (hash, rest) = PartAsked::split(&tail.body).unwrap();
    assert_eq!((hash, rest), (Parity::of_message(&bytes[65_530..65_550]), &bytes[65_535..65_550]));

    // A desk of another office that learnt the digest.
    let foreign = utama.enrolled_elsewhere().await;
    let refused = asked(&utama, &foreign, CallKind::GetObject, postcard::to_allocvec(&part).unwrap()).await;
    assert_eq!(refusal(&refused), RefusalKind::Unnamed);
    let question = postcard::to_allocvec(&ObjectsAsked { digests: vec![own] }).unwrap();
    let held: ObjectsHeld = postcard::from_bytes(&asked(&utama, &foreign, CallKind::Objects, question).await.body).unwrap();
    assert_eq!(held.objects, [Held::Unnamed]);
    assert_eq!(refusal(&asked(&utama, &foreign, CallKind::PutObject, put(own, 0, &bytes)).await), RefusalKind::Unnamed);
    assert_eq!(refusal(&asked(&utama, "bukan token", CallKind::GetObject, vec![]).await), RefusalKind::NotEnrolled);
}
