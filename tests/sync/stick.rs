//! Rounds carried on a USB stick, alone and mixed with rounds over a network in any order.

use loket_desk::DeskError;
use loket_desk::sync::SyncState;
use loket_desk::sync::stick::{BundleFile, ROOM, StickFault, StickRound, fetch, save};
use loket_desk::views::SubjectKind;
use loket_utama::{Acknowledged, BundleRefusal};
use serde_json::json;

use crate::office::{Counter, Utama, at};

impl Counter {
    fn bundle(&self) -> BundleFile {
        self.with(|desk| desk.bundle(ROOM, at(400))).unwrap()
    }

    fn read(&self, file: &[u8]) -> Result<StickRound, DeskError> {
        self.with(|desk| desk.read_acknowledgment(file, at(401)))
    }

    /// There and back.
    pub async fn trip(&self, utama: &Utama) -> StickRound {
        self.read(&utama.take(&self.bundle().bytes).await.file).unwrap()
    }

    fn entries(&self) -> u64 {
        self.with(|desk| desk.series()).unwrap().iter().map(|(_, length)| length).sum()
    }

    /// How many of its entries the desk takes for sent.
    fn claimed(&self) -> u64 {
        self.with(|desk| desk.written().saturating_sub(desk.waiting().unwrap()))
    }
}

impl Utama {
    async fn try_take(&self, file: &[u8]) -> Result<Acknowledged, BundleRefusal> {
        let opened = self.service.open_bundle(file.to_vec()).await?;
        self.service.take_bundle(opened, self.tick()).await
    }

    async fn take(&self, file: &[u8]) -> Acknowledged {
        self.try_take(file).await.unwrap()
    }
}

#[tokio::test]
async fn a_desk_without_a_link_sends_and_receives_on_a_stick() {
    let utama = Utama::start().await;
    let second = Counter::enrolled("B", "Budi Misal", &utama).await;
    let theirs = second.register("Warga Dua", 5);
    second.sync(&utama.link()).await;
    let first = Counter::begin("A", "Sari Misal");
    first.enrol("A", &utama).await;
    // A fresh desk of an office that has entries gives no number before it has them.
    assert!(matches!(first.try_register("Warga Satu", 6), Err(DeskError::Held(_))));
    first.trip(&utama).await;
    let ours = first.register("Warga Satu", 6);

    let bundle = first.bundle();
    assert_eq!(bundle.file_name, "loket-12.18.02-A-2026-11-23.lku");
    assert_eq!((bundle.carries, bundle.left), (first.with(|desk| desk.waiting()).unwrap(), 0));
    let taken = utama.take(&bundle.bytes).await;
    assert_eq!((taken.taken, taken.refused, taken.returned, taken.more), (bundle.carries, 0, 0, false));
    assert_eq!(first.chip().waiting, u32::try_from(bundle.carries).unwrap(), "nothing counts as sent yet");
    let read = first.read(&taken.file).unwrap();
    let all = StickRound { acknowledged: bundle.carries, received: 0, waiting: 0, superseded: false, more: false };
    assert_eq!(read, all);
    assert_eq!(first.chip().state, SyncState::Synced, "{:?}", first.chip());

    assert_eq!(first.numbers(), [ours.clone(), theirs.clone()]);
    assert_eq!(utama.entries().await as u64, first.entries());
    second.trip(&utama).await;
    assert_eq!(second.numbers(), [ours, theirs]);
    first.verify();
}

#[tokio::test]
async fn a_file_read_twice_late_or_after_the_network_changes_nothing() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    counter.register("Warga Satu", 5);
    let early = counter.bundle();
    let early_answer = utama.take(&early.bytes).await;
    counter.register("Warga Dua", 6);
    let late = counter.bundle();
    counter.sync(&utama.link()).await;
    counter.register("Warga Tiga", 7);
    let (waiting, entries) = (counter.chip().waiting, utama.entries().await);

    let late_answer = utama.take(&late.bytes).await;
    assert_eq!((late_answer.taken, utama.take(&early.bytes).await.taken), (0, 0));
    assert_eq!(utama.entries().await, entries);
    for answer in [&early_answer, &late_answer, &early_answer] {
        let read = counter.read(&answer.file).unwrap();
        assert!(read.superseded && read.acknowledged == 0 && read.received == 0, "{read:?}");
        assert_eq!(counter.chip().waiting, waiting, "the network is newer");
    }
    // Two trips at once, read in either order, and one of them again.
    let one = counter.bundle();
    counter.register("Warga Empat", 8);
    let two = counter.bundle();
    let (one, two) = (utama.take(&one.bytes).await.file, utama.take(&two.bytes).await.file);
    assert!(!counter.read(&one).unwrap().superseded);
    assert_eq!(counter.read(&two).unwrap().waiting, 0);
    assert!(counter.read(&one).unwrap().superseded);
    assert!(!counter.read(&two).unwrap().superseded, "a file may be read again where reading it failed");
    assert_eq!(counter.chip().waiting, 0);
    assert_eq!(counter.sync(&utama.link()).await.sent, 0);
    counter.verify();
}

#[tokio::test]
async fn a_restored_server_is_refilled_by_sticks_and_old_files_do_not_speak_for_it() {
    let utama = Utama::start().await;
    let first = Counter::enrolled("A", "Sari Misal", &utama).await;
    let gone = Counter::enrolled("B", "Budi Misal", &utama).await;
    let yesterday = utama.backup();
    gone.register("Warga Dua", 5);
    gone.sync(&utama.link()).await;
    first.register("Warga Satu", 6);
    first.trip(&utama).await;
    first.register("Warga Tiga", 7);
    let lost = utama.take(&first.bundle().bytes).await;
    let whole = utama.entries().await;

    let restored = utama.put_back(yesterday).await;
    let trip = first.trip(&restored).await;
    assert!(trip.waiting > 0 && !trip.superseded, "what it lost waits again: {trip:?}");
    let waiting = first.chip().waiting;
    assert!(first.read(&lost.file).unwrap().superseded, "it was made before the server lost it");
    assert_eq!(first.chip().waiting, waiting);
    assert_eq!(first.trip(&restored).await.waiting, 0);
    assert_eq!(restored.entries().await, whole, "also what the desk that is gone wrote");
}

#[tokio::test]
async fn a_restored_desk_gets_its_later_entries_back_on_a_stick() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    counter.register("Warga Satu", 5);
    counter.trip(&utama).await;
    let backup = counter.backup();
    counter.register("Warga Dua", 6);
    let old = utama.take(&counter.bundle().bytes).await;
    counter.read(&old.file).unwrap();
    let before = counter.numbers();
    counter.restore(&backup);
    assert!(matches!(counter.try_register("Warga Tiga", 7), Err(DeskError::Held(_))));
    counter.read(&old.file).unwrap();
    assert!(matches!(counter.try_register("Warga Tiga", 7), Err(DeskError::Held(_))), "an old file settles nothing");
    assert!(counter.trip(&utama).await.received > 0);
    assert_eq!(counter.numbers(), before);
    assert_eq!(counter.register("Warga Tiga", 8), "003/PPID/KEC-PBG.A/XI/2026");
    assert_eq!(counter.trip(&utama).await.waiting, 0);
    counter.verify();
}

#[tokio::test]
async fn a_desk_that_wrote_on_after_a_restore_goes_on_under_a_new_series_without_a_link() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    counter.register("Warga Satu", 5);
    counter.trip(&utama).await;
    let (backup, trail) = (counter.backup(), counter.trail());
    counter.register("Warga Dua", 6);
    counter.trip(&utama).await;
    counter.restore_unnoticed(&backup, &trail);
    counter.register("Warga Tiga", 7);
    let former = counter.with(|desk| desk.origin());
    let trip = counter.trip(&utama).await;
    assert!(trip.received > 0 && trip.waiting > 0, "{trip:?}");
    assert_ne!(counter.with(|desk| desk.origin()), former);
    // The first of these is lost on its way back; the server has heard of the new series, the desk does not know it.
    utama.take(&counter.bundle().bytes).await;
    counter.register("Warga Empat", 8);
    assert_eq!(counter.trip(&utama).await.waiting, 0);
    assert_eq!(utama.entries().await as u64, counter.entries());
    assert_eq!(counter.sync(&utama.link()).await.sent, 0, "and with a link it is let in by its new token");
    assert_eq!(counter.numbers().len(), 4);
    counter.verify();
}

#[tokio::test]
async fn what_does_not_fit_into_one_file_goes_in_the_next() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    for minute in 5..9 {
        counter.register("Warga Rekaan", minute);
    }
    let mut trips = 0;
    loop {
        let bundle = counter.with(|desk| desk.bundle(1000, at(400))).unwrap();
        let read = counter.read(&utama.take(&bundle.bytes).await.file).unwrap();
        assert_eq!((read.waiting, read.acknowledged), (bundle.left, bundle.carries));
        trips += 1;
        if read.waiting == 0 {
            break;
        }
    }
    assert!(trips > 1, "{trips}");
    assert_eq!(utama.entries().await as u64, counter.entries());
}

#[tokio::test]
async fn what_the_server_cannot_use_is_told_on_the_stick() {
    let utama = Utama::start().await;
    let first = Counter::enrolled("A", "Sari Misal", &utama).await;
    let second = Counter::enrolled("B", "Budi Misal", &utama).await;
    let number = first.register("Warga Satu", 5);
    first.trip(&utama).await;
    second.trip(&utama).await;
    let withdraw = |counter: &Counter, minute| {
        counter.act(SubjectKind::Request, &counter.id_of(&number), "withdraw", json!({"reason": "Batal"}), minute).unwrap();
    };
    withdraw(&first, 7);
    first.trip(&utama).await;
    withdraw(&second, 8);
    assert_eq!(second.trip(&utama).await.waiting, 0);
    assert_eq!(second.review().len(), 1, "{:?}", second.review());
    assert_eq!(second.chip().state, SyncState::Review);
}

#[tokio::test]
async fn a_file_for_somebody_else_or_changed_on_the_way_is_refused_and_nothing_is_written() {
    let (utama, other) = (Utama::start().await, Utama::start().await);
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let neighbour = Counter::enrolled("B", "Budi Misal", &utama).await;
    let stranger = Counter::begin("A", "Sari Misal");
    counter.register("Warga Satu", 5);
    let (entries, waiting) = (utama.entries().await, counter.chip().waiting);
    assert!(stranger.with(|desk| desk.bundle(ROOM, at(6))).is_err(), "it has no server to seal to");

    let bundle = counter.bundle().bytes;
    let answer = utama.take(&neighbour.bundle().bytes).await.file;
    let mut lettered = bundle.clone();
    lettered[3] = b'2';
    let mut changed = bundle.clone();
    changed[200] ^= 1;
    let refused = [
        (other.try_take(&bundle).await, "PPID Utama lain"),
        (utama.try_take(&bundle[..300]).await, "terpotong"),
        (utama.try_take(&changed).await, "rusak"),
        (utama.try_take(&lettered).await, "lebih baru"),
        (utama.try_take(&answer).await, "berkas balasan"),
        (utama.try_take(b"%PDF-1.7").await, "bukan berkas sinkron"),
        (utama.try_take(&vec![b'L'; 70 << 20]).await, "lebih besar"),
    ];
    for (outcome, word) in refused {
        let said = outcome.unwrap_err().to_string();
        assert!(said.contains(word) && !said.contains("Warga"), "{said}");
    }
    assert_eq!(utama.entries().await, entries);

    let mut forged = answer.clone();
    *forged.last_mut().unwrap() ^= 1;
    let refused: [(&Counter, &[u8], StickFault); 5] = [
        (&counter, &answer, StickFault::OtherDesk),
        (&neighbour, &forged, StickFault::Damaged),
        (&neighbour, &answer[..100], StickFault::Damaged),
        (&neighbour, &bundle, StickFault::OtherWay),
        (&neighbour, b"LKA2 of a later year", StickFault::Newer),
    ];
    for (reader, file, fault) in refused {
        assert!(matches!(reader.read(file), Err(DeskError::Stick(said)) if said == fault), "{fault}");
    }
    assert_eq!(counter.chip().waiting, waiting);
    counter.enrol("A", &other).await;
    let foreign = utama.take(&bundle).await.file;
    assert!(matches!(counter.read(&foreign), Err(DeskError::Stick(StickFault::Forged))), "of the server it had before");
}

#[tokio::test]
async fn the_file_of_a_desk_that_was_replaced_is_not_taken() {
    let utama = Utama::start().await;
    let old = Counter::enrolled("A", "Sari Misal", &utama).await;
    old.register("Warga Satu", 5);
    let bundle = old.bundle().bytes;
    let _new = Counter::enrolled("A", "Sari Misal", &utama).await;
    let entries = utama.entries().await;
    assert!(matches!(utama.try_take(&bundle).await, Err(BundleRefusal::NotEnrolled)));
    assert_eq!(utama.entries().await, entries);
}

#[test]
fn a_stick_that_is_full_or_gone_leaves_what_was_there() {
    let stick = tempfile::tempdir().unwrap();
    let path = stick.path().join("loket.lku");
    save(&path, b"first").unwrap();
    std::os::unix::fs::symlink("/dev/full", stick.path().join("loket.lku.sebagian")).unwrap();
    assert_eq!(save(&path, b"second"), Err(StickFault::Full));
    assert_eq!(fetch(&path).unwrap(), b"first");
    save(&path, b"second").unwrap();
    assert_eq!(fetch(&path).unwrap(), b"second");
    assert_eq!(std::fs::read_dir(stick.path()).unwrap().count(), 1, "nothing unfinished is left");
    let gone = stick.path().join("dicabut/loket.lku");
    assert_eq!((save(&gone, b"x"), fetch(&gone)), (Err(StickFault::NotSaved), Err(StickFault::NotRead)));
}

/// A throw of dice that is the same for the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

#[tokio::test]
async fn sticks_and_network_in_any_order_come_to_the_same() {
    for seed in 0..4 {
        let mut chance = Chance(seed);
        let mut utama = Utama::start().await;
        let desks = [Counter::enrolled("A", "Sari Misal", &utama).await, Counter::enrolled("B", "Budi Misal", &utama).await];
        let (mut backups, mut there, mut back) = (vec![], vec![], vec![]);
        // Whether a desk has heard nothing of the server since that was put back from a backup, and how often it was.
        let (mut excused, mut lives) = ([false; 2], 0);
        for step in 0..40 {
            let who = chance.below(2);
            let desk = &desks[who];
            match chance.below(12) {
                0..3 => drop(desk.register("Warga Rekaan", 10 + step)),
                3 => {
                    let moved = desk.sync(&utama.link()).await;
                    excused[who] = false;
                    assert_eq!(desk.chip().waiting, 0, "seed {seed}: {moved:?}");
                }
                4..6 => there.push((who, desk.bundle().bytes)),
                // A file may lie on its stick for long, be carried twice, or be lost for good.
                6..8 if !there.is_empty() => {
                    let (who, file) = there[chance.below(there.len())].clone();
                    back.push((who, lives, utama.take(&file).await.file));
                }
                8..11 if !back.is_empty() => {
                    let (who, life, file) = back[chance.below(back.len())].clone();
                    let read = desks[who].read(&file).unwrap();
                    excused[who] &= read.superseded || life < lives;
                }
                11 if chance.below(3) == 0 => match backups.pop() {
                    Some(files) => {
                        utama = utama.put_back(files).await;
                        (excused, lives) = ([true; 2], lives + 1);
                    }
                    None => backups.push(utama.backup()),
                },
                _ => {}
            }
            let entries = utama.lengths().await;
            for (who, desk) in desks.iter().enumerate().filter(|(who, _)| !excused[*who]) {
                let length = entries.get(&desk.with(|desk| desk.origin())).copied().unwrap_or(0);
                assert!(
                    desk.claimed() <= length,
                    "seed {seed}, step {step}, desk {who}: nothing counts as sent that is not there"
                );
            }
        }
        // Without any network, as many trips as it takes.
        for desk in desks.iter().cycle().take(8) {
            desk.trip(&utama).await;
        }
        for desk in &desks {
            assert_eq!(desk.trip(&utama).await.waiting, 0, "seed {seed}");
            assert_eq!(desk.entries(), utama.entries().await as u64, "seed {seed}");
            desk.verify();
        }
        assert_eq!(desks[0].numbers(), desks[1].numbers(), "seed {seed}");
    }
}
