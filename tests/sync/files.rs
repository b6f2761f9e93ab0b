//! Attached files on their way: after the entries, in pieces, over whatever goes wrong.

use loket_desk::sync::{Client, Joining, SyncFault, SyncState, enrol, round};
use loket_desk::views::{FileState, SubjectKind};
use loket_desk::{DeskError, ShelfError};
use loket_journal::Digest;
use loket_journal::protocol::{Answer, Call, CallKind};
use loket_tests::{BadLink, Badness};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use crate::agreeing::dice;
use crate::office::{Counter, OFFICE, Trouble, Utama, at};

/// An invented scan of so many bytes that packs no smaller, different for each seed.
pub fn scan(length: usize, seed: u32) -> Vec<u8> {
    let mut state = seed | 1;
    let noise = std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state.to_be_bytes()[0]
    });
    b"%PDF-1.7\n".iter().copied().chain(noise).take(length).collect()
}

/// A counter with one request and this scan attached to it: its request and the scan's digest.
pub fn attached(counter: &Counter, bytes: &[u8], minute: u32) -> (String, String) {
    let number = counter.register("Warga Satu", minute);
    let id = counter.id_of(&number);
    counter.with(|desk| desk.attach(&id, "KTP.PDF", "identity", bytes, at(minute))).unwrap();
    (id, Digest::of_object(bytes).to_string())
}

pub fn state(counter: &Counter, id: &str, digest: &str) -> FileState {
    let items = counter.with(|desk| desk.request(id, at(600))).unwrap().files.items;
    items.into_iter().find(|item| item.digest == digest).unwrap().state
}

#[tokio::test]
async fn a_scan_is_sent_after_its_entry_and_counts_only_with_the_servers_word() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let bytes = scan(300_000, 1);
    let (id, digest) = attached(&counter, &bytes, 5);
    assert_eq!(state(&counter, &id, &digest), FileState::Waiting);
    // Every answer about the file is lost once.
    let link = utama.bad_link(|call| if call < 8 && call % 2 == 1 { Trouble::Unanswered } else { Trouble::None });
    while counter.try_sync(&link).await.is_err() {
        assert_eq!(state(&counter, &id, &digest), FileState::Waiting);
    }
    assert_eq!(state(&counter, &id, &digest), FileState::Sent);
    assert_eq!(counter.chip().state, SyncState::Synced, "{:?}", counter.chip());
    let named = utama.store.named(OFFICE).await.unwrap();
    assert_eq!((named.len(), named[0].size), (1, 300_000));
    assert!(named[0].whole.is_some());
    // Nobody who has only the folder reads it, and nothing is left of the pieces.
    for file in utama.files() {
        let sealed = std::fs::read(&file).unwrap();
        assert!(!sealed.windows(9).any(|window| window == b"%PDF-1.7\n"), "{file:?}");
        assert!(!file.to_string_lossy().contains(&digest[..16]));
    }
    assert_eq!(utama.files().len(), 1);
    let link = utama.link();
    counter.sync(&link).await;
    assert_eq!(link.calls.load(Ordering::Relaxed), 1, "an idle round asks nothing about files");
    counter.verify();
}

#[tokio::test]
async fn whatever_is_lost_doubled_or_cut_every_desk_of_the_office_gets_the_file_and_no_other_does() {
    let troubles: [fn(u32) -> Trouble; 5] = [
        |call| if dice(call).is_multiple_of(3) { Trouble::Unanswered } else { Trouble::None },
        |_| Trouble::Doubled,
        |call| if dice(call).is_multiple_of(3) { Trouble::Lost } else { Trouble::None },
        |_| Trouble::CutAsking(5_000),
        |_| Trouble::CutAnswering(4_000),
    ];
    for (kind, trouble) in troubles.into_iter().enumerate() {
        let utama = Utama::start().await;
        let (first, second) = (Counter::begin("A", "Sari Misal"), Counter::begin("B", "Budi Misal"));
        for (counter, code) in [(&first, "A"), (&second, "B")] {
            counter.enrol(code, &utama).await;
        }
        let bytes = scan(200_000, 2);
        let (id, digest) = attached(&first, &bytes, 5);
        let link = utama.bad_link(trouble);
        until(&first, &link, || state(&first, &id, &digest) == FileState::Sent).await;
        until(&second, &link, || !second.numbers().is_empty()).await;
        assert_eq!(state(&second, &id, &digest), FileState::Away, "fetched only when somebody wants it");
        assert!(matches!(second.with(|desk| desk.file(&id, &digest, at(900))), Err(DeskError::FileAway)));
        second.with(|desk| desk.want_file(&id, &digest)).unwrap();
        until(&second, &link, || state(&second, &id, &digest) == FileState::Sent || here(&second, &id, &digest)).await;
        let (name, fetched) = second.with(|desk| desk.file(&id, &digest, at(900))).unwrap();
        assert!(name == "KTP.pdf" && fetched == bytes, "trouble {kind}");
        second.verify();
    }
}

fn here(counter: &Counter, id: &str, digest: &str) -> bool {
    counter.with(|desk| desk.file(id, digest, at(900))).is_ok()
}

async fn until(counter: &Counter, link: &impl loket_desk::sync::Link, done: impl Fn() -> bool) {
    for _ in 0..300 {
        let _ = counter.try_sync(link).await;
        if done() {
            return;
        }
    }
    panic!("never done: {:?} {:?}", counter.chip(), counter.with(|desk| desk.file_progress()));
}

/// A link that writes something at the desk while the n-th piece of a file is on its way, and tells in which order calls came.
struct Overtaking<'a> {
    utama: &'a Utama,
    counter: &'a Counter,
    pieces: AtomicU32,
    order: Mutex<Vec<CallKind>>,
}

impl loket_desk::sync::Link for Overtaking<'_> {
    async fn ask(&self, _: &str, call: Call) -> Result<Answer, loket_desk::sync::LinkFault> {
        let action = call.action;
        self.order.lock().unwrap().push(action);
        let answer = self.utama.service.answer(call, at(9).millis).await;
        if action == CallKind::PutObject && self.pieces.fetch_add(1, Ordering::Relaxed) == 2 {
            self.counter.register("Warga Mendesak", 9);
        }
        Ok(answer)
    }
}

#[tokio::test]
async fn an_entry_written_while_a_large_file_travels_overtakes_it_after_one_piece() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    attached(&counter, &scan(3_000_000, 3), 5);
    let link = Overtaking { utama: &utama, counter: &counter, pieces: AtomicU32::new(0), order: Mutex::default() };
    assert_eq!(counter.sync(&link).await.files, 1);
    let order = link.order.into_inner().unwrap();
    let third = order.iter().enumerate().filter(|(_, action)| **action == CallKind::PutObject).nth(2).unwrap().0;
    assert_eq!(order[third + 1], CallKind::Push, "{order:?}");
    assert!(order[third + 2..].contains(&CallKind::PutObject), "the file goes on after it");
    assert!(
        order.iter().position(|action| *action == CallKind::Push)
            < order.iter().position(|action| *action == CallKind::PutObject)
    );
}

#[tokio::test]
async fn a_pause_holds_files_up_and_nothing_else_and_outlives_the_window() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let (id, digest) = attached(&counter, &scan(100_000, 4), 5);
    counter.with(|desk| desk.pause_files(true)).unwrap();
    counter.while_closed(|_| {});
    assert!(counter.sync(&utama.link()).await.sent > 0, "entries go");
    let progress = counter.with(|desk| desk.file_progress()).unwrap();
    assert!(progress.paused && progress.text == "1 berkas dijeda: 0 kB dari 100 kB", "{progress:?}");
    assert!(counter.chip().detail.ends_with("1 berkas dijeda: 0 kB dari 100 kB."), "{:?}", counter.chip());
    counter.with(|desk| desk.pause_files(false)).unwrap();
    assert_eq!(counter.sync(&utama.link()).await.files, 1);
    assert_eq!(state(&counter, &id, &digest), FileState::Sent);
}

#[tokio::test]
async fn a_server_restarted_midway_goes_on_where_it_was() {
    let mut utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let bytes = scan(1_500_000, 5);
    let (id, digest) = attached(&counter, &bytes, 5);
    // The link goes away after some pieces.
    let link = utama.bad_link(|call| if call > 6 { Trouble::Lost } else { Trouble::None });
    counter.try_sync(&link).await.unwrap_err();
    let here = utama.store.all_begun().await.unwrap()[0].bytes;
    assert!(here > 100_000 && here < 1_500_000, "{here}");
    utama = utama.restarted().await;
    counter.while_closed(|_| {});
    let link = Recording::of(&utama);
    counter.sync(&link).await;
    assert_eq!(state(&counter, &id, &digest), FileState::Sent);
    let sent = u64::from(link.sent.load(Ordering::Relaxed));
    assert!(sent < 1_500_000 - here + 20_000, "{sent} bytes sent where {here} of 1500000 were there");
    assert_eq!(utama.files().len(), 1, "nothing is left of the pieces");
}

#[tokio::test]
async fn a_file_of_which_every_byte_arrived_is_finished_once_the_server_can() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let bytes = scan(100_000, 14);
    let (id, digest) = attached(&counter, &bytes, 5);
    // Where whole files go, nothing can be made: as on a full disk, the last step fails.
    let in_the_way = utama.folder.path().join("berkas/berkas");
    std::fs::write(&in_the_way, b"").unwrap();
    let fault = counter.try_sync(&utama.link()).await.unwrap_err();
    assert!(matches!(fault, DeskError::Sync(SyncFault::Busy(_))), "{fault:?}");
    assert_eq!(utama.store.all_begun().await.unwrap()[0].bytes, 100_000);
    assert_eq!(state(&counter, &id, &digest), FileState::Waiting);
    std::fs::remove_file(in_the_way).unwrap();
    counter.while_closed(|_| {});
    counter.sync(&utama.link()).await;
    assert_eq!(state(&counter, &id, &digest), FileState::Sent);
    assert_eq!(counter.with(|desk| desk.file(&id, &digest, at(900))).unwrap().1, bytes, "and it is still here");
}

/// Counts the bytes of pieces, and sees the token that the desk shows.
pub struct Recording<'a> {
    utama: &'a Utama,
    sent: AtomicU32,
    pub token: Mutex<String>,
}

impl<'a> Recording<'a> {
    pub fn of(utama: &'a Utama) -> Self {
        Self { utama, sent: AtomicU32::new(0), token: Mutex::default() }
    }
}

impl loket_desk::sync::Link for Recording<'_> {
    async fn ask(&self, _: &str, call: Call) -> Result<Answer, loket_desk::sync::LinkFault> {
        *self.token.lock().unwrap() = call.token.clone().unwrap_or_default();
        if call.action == CallKind::PutObject {
            self.sent.fetch_add(u32::try_from(call.body.len()).unwrap(), Ordering::Relaxed);
        }
        Ok(self.utama.service.answer(call, at(9).millis).await)
    }
}

#[tokio::test]
async fn a_replaced_pc_gets_its_files_again() {
    let utama = Utama::start().await;
    let old = Counter::enrolled("A", "Sari Misal", &utama).await;
    let bytes = scan(150_000, 6);
    let (id, digest) = attached(&old, &bytes, 5);
    old.sync(&utama.link()).await;
    drop(old);
    let new = Counter::begin("A", "Sari Misal");
    new.enrol("A", &utama).await;
    new.sync(&utama.link()).await;
    assert_eq!(state(&new, &id, &digest), FileState::Away);
    new.with(|desk| desk.want_file(&id, &digest)).unwrap();
    assert!(new.sync(&utama.link()).await.files > 0);
    assert_eq!(new.with(|desk| desk.file(&id, &digest, at(900))).unwrap().1, bytes);
    new.verify();
}

#[tokio::test]
async fn a_server_that_lost_files_with_its_entries_is_sent_them_again() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let yesterday = utama.backup();
    let (id, digest) = attached(&counter, &scan(90_000, 7), 5);
    counter.sync(&utama.link()).await;
    drop(utama);
    let restored = Utama::on(yesterday).await;
    assert_eq!(counter.sync(&restored.link()).await.files, 1);
    assert_eq!(state(&counter, &id, &digest), FileState::Sent);
    assert!(restored.store.named(OFFICE).await.unwrap()[0].whole.is_some());
}

#[tokio::test]
async fn a_file_is_taken_back_and_its_story_stays() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let (id, digest) = attached(&counter, &scan(50_000, 8), 5);
    let form = |reason: &str| serde_json::json!({"digest": digest, "reason": reason});
    assert!(counter.act(SubjectKind::Request, &id, "withdraw_file", form(""), 6).is_err());
    counter.act(SubjectKind::Request, &id, "withdraw_file", form("Milik permohonan lain"), 6).unwrap();
    let view = counter.with(|desk| desk.request(&id, at(7))).unwrap();
    assert!(view.files.items.is_empty());
    let told: Vec<_> = view.timeline.iter().map(|item| item.what.as_str()).collect();
    assert!(told.ends_with(&["Berkas dilampirkan: identitas pemohon", "Berkas ditarik"]), "{told:?}");
    assert_eq!(counter.sync(&utama.link()).await.files, 0, "one that was taken back before it was sent is not sent");
    counter.verify();
}

#[tokio::test]
async fn a_missing_or_damaged_file_is_noticed_and_fetched_again() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let bytes = scan(70_000, 9);
    let (id, digest) = attached(&counter, &bytes, 5);
    counter.sync(&utama.link()).await;
    counter.while_closed(|folder| {
        let file = std::fs::read_dir(folder.join("data/berkas")).unwrap().next().unwrap().unwrap().path();
        let mut sealed = std::fs::read(&file).unwrap();
        sealed[60_000] ^= 1;
        std::fs::write(&file, sealed).unwrap();
        // What a crash between a file and its entry left behind.
        std::fs::write(file.with_file_name("yatim"), b"sisa").unwrap();
    });
    assert!(!counter.path().join("data/berkas/yatim").exists(), "swept when the desk is opened");
    assert!(matches!(counter.with(|desk| desk.verify()), Err(DeskError::Shelf(ShelfError::Lost(_)))));
    assert!(matches!(counter.with(|desk| desk.file(&id, &digest, at(900))), Err(DeskError::Shelf(ShelfError::Lost(_)))));
    assert_eq!(state(&counter, &id, &digest), FileState::Away);
    counter.with(|desk| desk.want_file(&id, &digest)).unwrap();
    counter.sync(&utama.link()).await;
    assert_eq!(counter.with(|desk| desk.file(&id, &digest, at(900))).unwrap().1, bytes);
    counter.verify();
}

#[tokio::test]
async fn what_was_begun_and_left_is_let_go_after_a_fortnight() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    attached(&counter, &scan(500_000, 12), 5);
    let link = utama.bad_link(|call| if call > 3 { Trouble::Lost } else { Trouble::None });
    counter.try_sync(&link).await.unwrap_err();
    utama.service.sweep_objects(at(9).millis).await.unwrap();
    assert!(!utama.store.all_begun().await.unwrap().is_empty() && !utama.files().is_empty());
    utama.service.sweep_objects(at(9).millis + 15 * 24 * 3_600_000).await.unwrap();
    assert!(utama.store.all_begun().await.unwrap().is_empty());
    counter.sync(&utama.link()).await;
    assert!(utama.store.named(OFFICE).await.unwrap()[0].whole.is_some(), "and is sent anew");
}

/// Bytes that a scan takes over such a link to a real server and from there to a second desk, and how often it was cut.
async fn a_scan_over(badness: Badness) -> (u64, u64) {
    let utama = loket_tests::Utama::start().await;
    let link = BadLink::to(utama.address(), badness).await;
    let client = Client::new().unwrap();
    let (first, second) = (Counter::begin("A", "Sari Misal"), Counter::begin("B", "Budi Misal"));
    for (counter, code) in [(&first, "A"), (&second, "B")] {
        let code = utama.code(OFFICE, code).await;
        enrol(&counter.desk, &client, &Joining::new(&link.url(), &code, "sandi rekaan"), at(1)).await.unwrap();
    }
    let bytes = scan(100_000, 13);
    let (id, digest) = attached(&first, &bytes, 5);
    let rounds = async |counter: &Counter, done: &dyn Fn() -> bool| {
        for _ in 0..120 {
            let _ = round(&counter.desk, &client, || at(9)).await;
            if done() {
                return;
            }
        }
        panic!("never done: {:?}", counter.with(|desk| desk.file_progress()));
    };
    rounds(&first, &|| state(&first, &id, &digest) == FileState::Sent).await;
    rounds(&second, &|| !second.numbers().is_empty()).await;
    second.with(|desk| desk.want_file(&id, &digest)).unwrap();
    rounds(&second, &|| here(&second, &id, &digest)).await;
    assert_eq!(second.with(|desk| desk.file(&id, &digest, at(900))).unwrap().1, bytes);
    (link.bytes(), link.cuts())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_cut_every_eight_kilobytes_delivers_a_scan_there_and_back_for_little_more() {
    let bad = Badness { bits_per_second: 200_000, round_trip: Duration::from_millis(600), cut_every: Some(8_192) };
    let ((whole, _), (cut, cuts)) = tokio::join!(a_scan_over(Badness::NONE), a_scan_over(bad));
    eprintln!("{whole} bytes uncut, {cut} bytes over {cuts} cuts");
    assert!(cuts >= 20, "the link was cut {cuts} times");
    assert!(cut * 10 <= whole * 13, "{cut} bytes where an uncut link takes {whole}");
}
