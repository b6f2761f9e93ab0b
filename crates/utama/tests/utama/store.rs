//! The contract of the store: every story is told to every implementation. What several stores on one database owe each other
//! is in `sharing.rs`.

use loket_domain::attachment::{Attachment, AttachmentPurpose, MediaType};
use loket_domain::calendar::Calendar;
use loket_domain::change::{Change, RequestChange};
use loket_domain::ids::AccountId;
use loket_journal::protocol::{RefusalKind, Writer};
use loket_journal::{Chain, DeskKey, Digest, EntryId, OriginId, Stamp, Subject};
use loket_utama::objects::{BegunObject, NamedObject};
use loket_utama::projection::Projection;
use loket_utama::store::{EnrolledDesk, Enrolment, GivenCode, Narrowing, Order, Page, Run, Taking, Which};
use loket_utama::{Database, Memory, StoreFault};
use rstest::rstest;
use std::collections::HashSet;
use std::sync::Arc;
use uuid::Uuid;

use crate::behind::execute;
use crate::both::Kind::{self, Postgres, Sqlite};
use crate::desk::Desk;
use crate::postgres::Cluster;

pub type Opened = Arc<dyn Memory>;
pub async fn open(database: &Database) -> Opened {
    database.open(Calendar::shipped().unwrap(), 1_795_366_800_000).await.unwrap()
}

#[tokio::test]
async fn a_database_of_a_newer_version_is_left_alone() {
    let directory = tempfile::tempdir().unwrap();
    let newer = [
        (directory.path().into(), "pragma user_version = 99"),
        (Cluster::shared().database(), "insert into migrations (number) values (99)"),
    ];
    for (database, newer) in newer {
        drop(open(&database).await);
        execute(&database, newer).await;
        let opened = database.open(Calendar::shipped().unwrap(), 0).await.err();
        assert!(matches!(opened, Some(StoreFault::NewerSchema(99))), "{opened:?}");
    }
}

#[tokio::test]
async fn a_store_of_the_first_version_goes_on_with_an_epoch() {
    let directory = tempfile::tempdir().unwrap();
    let database = directory.path().into();
    execute(&database, include_str!("../../src/sqlite/migrations/0001_first.sql")).await;
    execute(&database, "insert into server (one, origin, seed) values (1, zeroblob(16), zeroblob(32)); pragma user_version = 1")
        .await;
    let identity = open(&database).await.identity().await.unwrap();
    assert_eq!((identity.origin.0, identity.seed), (Uuid::nil(), [0; 32]));
    assert!(!identity.epoch.is_nil());
    assert_eq!(open(&database).await.identity().await.unwrap().epoch, identity.epoch);
}

fn enrolment(desk: &Desk, code: u8, token: u8) -> Enrolment {
    Enrolment {
        code: Digest([code; 32]),
        office: desk.office.profile.code.clone(),
        desk: desk.code.into(),
        origin: desk.origin,
        key: desk.key.public(),
        token: Digest([token; 32]),
        now: 500,
    }
}

/// Of the code and the token of a desk; in the stories told one by one, all bytes are its number.
fn desk_hash(desk: &Desk) -> Digest {
    let [.., high, low] = *desk.origin.0.as_bytes();
    let mut hash = [low; 32];
    hash[0] ^= high;
    Digest(hash)
}

pub async fn let_in(store: &Opened, desk: &Desk) {
    let hash = desk_hash(desk);
    let code = GivenCode { hash, office: desk.office.profile.code.clone(), desk: desk.code.into(), expires: 1_000 };
    store.keep_code(code).await.unwrap();
    let enrolment = Enrolment { code: hash, token: hash, ..enrolment(desk, 0, 0) };
    store.enrol(enrolment).await.unwrap().unwrap();
}

pub fn run(desk: &Desk, from: usize, to: usize) -> Run {
    let head = desk.key.sign(&desk.after(to));
    let office = desk.office.profile.code.clone();
    Run { office, before: desk.after(from), entries: desk.entries[from..to].to_vec(), head }
}

#[rstest]
#[tokio::test]
async fn an_identity_stays(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let (first, second) = (store.identity().await.unwrap(), store.identity().await.unwrap());
    assert_eq!((first.origin, first.seed, first.epoch), (second.origin, second.seed, second.epoch));
    assert_ne!(first.seed, [0; 32]);
}

#[rstest]
#[tokio::test]
async fn an_office_has_one_series_of_the_server_since_its_start(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let mut desk = Desk::perbaungan();
    let request = desk.register("2026-11-23");
    let_in(&store, &desk).await;
    store.take(run(&desk, 0, desk.entries.len())).await.unwrap();
    assert_eq!(store.series("12.18.02").await.unwrap().len(), 1, "not made before it is needed");
    let origin = store.own_series("12.18.02").await.unwrap();
    assert_eq!(store.own_series("12.18.02").await.unwrap(), origin);
    assert_ne!(store.own_series("12.18.03").await.unwrap(), origin);
    let mut intruder = Desk::new(9, "12.18.02", "Perbaungan", "A");
    intruder.origin = origin;
    store
        .keep_code(GivenCode { hash: Digest([9; 32]), office: "12.18.02".into(), desk: "A".into(), expires: 1_000 })
        .await
        .unwrap();
    assert_eq!(store.enrol(enrolment(&intruder, 9, 9)).await.unwrap(), Err(RefusalKind::Forked), "a desk may not write in it");

    let key = DeskKey::from_seed(&store.identity().await.unwrap().seed);
    let before = Chain::empty(origin);
    let mut chain = before;
    let (id, actor) = (EntryId(Uuid::from_u128(1)), AccountId(Uuid::from_u128(6)));
    let entry =
        chain.append(&"12.18.02".into(), id, Stamp(u64::MAX), actor, Subject::Request(request), desk.entries[3].payload.clone());
    let run = Run { office: "12.18.02".into(), before, entries: vec![entry], head: key.sign(&chain) };
    assert_eq!(store.take(run.clone()).await.unwrap(), Taking::Taken(chain));
    let series = store.series("12.18.02").await.unwrap();
    let own = series.iter().find(|series| series.writer.origin == origin).unwrap();
    assert_eq!((series.len(), own.writer.key, own.chain(), own.vouched), (2, key.public(), chain, 1));
    assert_eq!(store.run("12.18.02", origin, 0, usize::MAX).await.unwrap(), Some(run), "desks pull it like any other");
}

#[rstest]
#[tokio::test]
async fn a_code_lets_one_series_in(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let desk = Desk::perbaungan();
    assert_eq!(store.enrol(enrolment(&desk, 1, 1)).await.unwrap(), Err(RefusalKind::Code), "never given");
    let_in(&store, &desk).await;
    let other = Desk::new(2, "12.18.02", "Perbaungan", "A");
    assert_eq!(store.enrol(enrolment(&other, 1, 2)).await.unwrap(), Err(RefusalKind::Code), "used");
    assert_eq!(store.enrol(enrolment(&desk, 1, 3)).await.unwrap(), Ok(()), "asked again");
    let late = Enrolment { now: 1_000, ..enrolment(&desk, 1, 4) };
    assert_eq!(store.enrol(late).await.unwrap(), Err(RefusalKind::Code), "expired");
}

#[rstest]
#[tokio::test]
async fn a_token_leads_to_its_desk(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let desk = Desk::perbaungan();
    let_in(&store, &desk).await;
    let expected = EnrolledDesk { origin: desk.origin, key: desk.key.public(), office: "12.18.02".into(), desk: "A".into() };
    assert_eq!(store.desk(Digest([1; 32])).await.unwrap(), Some(expected.clone()));
    assert_eq!(store.desk(Digest([2; 32])).await.unwrap(), None);
    assert_eq!(store.member(desk.origin).await.unwrap(), Some(expected), "a stick shows no token");
    assert_eq!(store.member(Desk::new(2, "12.18.02", "Perbaungan", "A").origin).await.unwrap(), None);
    assert_eq!(store.offices().await.unwrap()[0].desks[0].last_contact, None);
    store.note_contact(desk.origin, 700).await.unwrap();
    assert_eq!(store.offices().await.unwrap()[0].desks[0].last_contact, Some(700));
    assert_eq!(store.enrol(enrolment(&desk, 1, 5)).await.unwrap(), Err(RefusalKind::Code), "the token arrived");
}

#[rstest]
#[tokio::test]
async fn a_desk_that_speaks_often_is_not_noted_each_time(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let desk = Desk::perbaungan();
    let_in(&store, &desk).await;
    for (now, noted) in [(100_000, 100_000), (129_999, 100_000), (130_000, 130_000), (90_000, 90_000)] {
        store.note_contact(desk.origin, now).await.unwrap();
        assert_eq!(store.offices().await.unwrap()[0].desks[0].last_contact, Some(noted), "{now}");
    }
}

#[rstest]
#[tokio::test]
async fn whatever_a_desk_claims_is_kept(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let mut desk = Desk::perbaungan();
    desk.register("2026-11-23");
    desk.register("2026-11-23");
    let mut claiming = Desk::new(2, "12.18.02", "Perbaungan", "B");
    for (entry, claim) in desk.entries[2..].iter().zip([("001/", "0\\u00001/"), ("", ""), ("2026-11-23", "-7000-01-01")]) {
        let said = String::from_utf8(entry.payload.clone()).unwrap().replace(claim.0, claim.1);
        claiming.write_bytes("2026-11-23", entry.header.subject, said.into_bytes());
    }
    let_in(&store, &desk).await;
    let_in(&store, &claiming).await;
    store.take(run(&desk, 0, 2)).await.unwrap();
    let length = claiming.entries.len();
    assert_eq!(store.take(run(&claiming, 0, length)).await.unwrap(), Taking::Taken(claiming.after(length)));
    let rows = store.requests("12.18.02", &Narrowing::default(), Page { skip: 0, take: 10 }).await.unwrap();
    assert_eq!(rows.len(), 2);
    assert!(rows.iter().any(|row| row.number.starts_with("0\u{FFFD}1/")), "{rows:?}");
    assert!(rows.iter().any(|row| row.received_on.to_string().starts_with("-7000")), "{rows:?}");
    let entries = store.entries("12.18.02").await.unwrap();
    let folded = Projection::of(entries, &HashSet::new(), &Calendar::shipped().unwrap());
    assert_eq!(store.projection("12.18.02").await.unwrap(), folded);
}

#[rstest]
#[tokio::test]
async fn a_run_is_taken_once(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let mut desk = Desk::perbaungan();
    desk.register("2026-11-23");
    let_in(&store, &desk).await;
    let whole = Taking::Taken(desk.after(4));
    assert_eq!(store.take(run(&desk, 0, 2)).await.unwrap(), Taking::Taken(desk.after(2)));
    assert_eq!(store.take(run(&desk, 1, 4)).await.unwrap(), whole);
    assert_eq!(store.take(run(&desk, 0, 4)).await.unwrap(), whole);
    assert_eq!(store.take(run(&desk, 1, 2)).await.unwrap(), whole);
    assert_eq!(store.entries("12.18.02").await.unwrap().len(), 4);
    assert_eq!(store.series("12.18.02").await.unwrap()[0].chain(), desk.after(4));
}

#[rstest]
#[tokio::test]
async fn a_gap_and_a_fork_store_nothing(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let mut desk = Desk::perbaungan();
    let_in(&store, &desk).await;
    assert_eq!(store.take(run(&desk, 1, 2)).await.unwrap(), Taking::Gap(1));
    store.take(run(&desk, 0, 2)).await.unwrap();
    let mut other = Desk::new(1, "12.18.02", "Perbaungan", "A");
    other.register("2026-11-23");
    other.register("2026-11-23");
    for (from, to) in [(0, 1), (0, 4), (1, 3), (2, 4)] {
        assert_eq!(store.take(run(&other, from, to)).await.unwrap(), Taking::Forked, "{from}..{to}");
    }
    let strange = Chain { head: Digest([9; 32]), ..desk.after(2) };
    desk.register("2026-11-23");
    assert_eq!(store.take(Run { before: strange, ..run(&desk, 2, 3) }).await.unwrap(), Taking::Forked);
    assert_eq!(store.entries("12.18.02").await.unwrap().len(), 2);
}

#[rstest]
#[tokio::test]
async fn a_run_ends_at_a_head(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let mut desk = Desk::perbaungan();
    desk.register("2026-11-23");
    desk.register("2026-11-23");
    let_in(&store, &desk).await;
    store.take(run(&desk, 0, 2)).await.unwrap();
    store.take(run(&desk, 2, 5)).await.unwrap();
    store.take(run(&desk, 5, 6)).await.unwrap();
    let origin = desk.origin;
    for (after, room, to) in [(0, 0, 2), (1, 0, 2), (2, 0, 5), (4, 0, 5), (0, usize::MAX, 6), (5, usize::MAX, 6)] {
        let found = store.run("12.18.02", origin, after as u64, room).await.unwrap();
        assert_eq!(found, Some(run(&desk, after, to)), "after {after}");
    }
    for after in [6, 7, u64::MAX] {
        assert_eq!(store.run("12.18.02", origin, after, usize::MAX).await.unwrap(), None);
    }
}

#[rstest]
#[tokio::test]
async fn an_office_is_shown_with_its_requests(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let mut desk = Desk::perbaungan();
    let first = desk.register("2026-11-23");
    desk.register("2026-11-19");
    let third = desk.register("2026-11-16");
    desk.grant("2026-11-23", first);
    desk.grant("2026-11-24", third);
    let_in(&store, &desk).await;
    store.take(run(&desk, 0, desk.entries.len())).await.unwrap();
    let offices = store.offices().await.unwrap();
    let office = &offices[0];
    assert_eq!((offices.len(), office.code.as_str(), office.open.len(), office.decided), (1, "12.18.02", 1, 2));
    assert_eq!(office.profile.as_ref().unwrap().emblem, None, "an emblem is not needed here");
    let rows = store.requests("12.18.02", &Narrowing::default(), Page { skip: 0, take: 10 }).await.unwrap();
    let numbers: Vec<_> = rows.iter().map(|row| &row.number[..3]).collect();
    assert_eq!(numbers, ["002", "003", "001"], "open first, then the latest decision");
    let second = store.requests("12.18.02", &Narrowing::default(), Page { skip: 1, take: 1 }).await.unwrap();
    assert_eq!(second, rows[1..2]);
    assert!(store.requests("12.18.03", &Narrowing::default(), Page { skip: 0, take: 10 }).await.unwrap().is_empty());
    let one = second[0].request;
    assert_eq!(store.request("12.18.02", one).await.unwrap().as_ref(), Some(&second[0]));
    assert_eq!(store.request("12.18.03", one).await.unwrap(), None, "it is of another office");
}

#[rstest]
#[tokio::test]
async fn requests_are_narrowed_ordered_and_counted_where_they_lie(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let mut desk = Desk::perbaungan();
    let ids = ["2026-11-23", "2026-11-19", "2026-10-30", "2026-11-16"].map(|day| desk.register(day));
    desk.grant("2026-11-23", ids[0]);
    desk.grant("2026-11-24", ids[3]);
    desk.decide("2026-11-20", ids[1], loket_domain::request::Command::Forward(crate::desk::forwarding()));
    let_in(&store, &desk).await;
    store.take(run(&desk, 0, desk.entries.len())).await.unwrap();
    let every = Page { skip: 0, take: 10 };
    let these = |numbers: &[usize]| Which::These(numbers.iter().map(|at| ids[*at]).collect());
    for (which, received, order, expected) in [
        (Which::Every, "", Order::Due, &["003", "002", "004", "001"][..]),
        (Which::Every, "", Order::Number, &["001", "002", "003", "004"]),
        (Which::Every, "", Order::Received, &["001", "002", "004", "003"]),
        (Which::Every, "", Order::Decided, &["004", "001", "003", "002"]),
        (Which::Every, "2026-11", Order::Due, &["002", "004", "001"]),
        (Which::Every, "2025", Order::Due, &[]),
        (Which::Open, "2026", Order::Due, &["003", "002"]),
        (Which::Decided, "", Order::Number, &["001", "004"]),
        (Which::Forwarded, "", Order::Due, &["002"]),
        (these(&[2, 0]), "", Order::Due, &["003", "001"]),
        (these(&[]), "", Order::Due, &[]),
    ] {
        let narrowing = Narrowing { which, received: received.into(), order };
        let rows = store.requests("12.18.02", &narrowing, every).await.unwrap();
        let numbers: Vec<_> = rows.iter().map(|row| &row.number[..3]).collect();
        assert_eq!(numbers, expected, "{narrowing:?}");
        assert_eq!(store.count_requests("12.18.02", &narrowing).await.unwrap(), expected.len() as u64, "{narrowing:?}");
        let second = store.requests("12.18.02", &narrowing, Page { skip: 1, take: 1 }).await.unwrap();
        assert_eq!(second, rows.get(1..2).unwrap_or_default());
    }
}

#[rstest]
#[tokio::test]
async fn one_office_is_shown_as_it_stands_in_the_list(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let mut desks = [Desk::perbaungan(), Desk::new(2, "12.18.04", "Sei Rampah", "A")];
    desks[1].establish();
    for desk in &mut desks {
        desk.register("2026-11-23");
        let_in(&store, desk).await;
        store.take(run(desk, 0, desk.entries.len())).await.unwrap();
    }
    for listed in store.offices().await.unwrap() {
        assert_eq!(store.office(&listed.code).await.unwrap(), Some(listed));
    }
    for nowhere in ["12.18.05", "", "12.18.02\0"] {
        assert_eq!(store.office(nowhere).await.unwrap(), None);
    }
}

#[rstest]
#[tokio::test]
async fn a_replaced_desk_shows_its_token_in_vain(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let (old, new) = (Desk::perbaungan(), Desk::new(2, "12.18.02", "Perbaungan", "A"));
    let other = Desk::new(3, "12.18.02", "Perbaungan", "B");
    for desk in [&old, &other, &new] {
        let_in(&store, desk).await;
    }
    assert_eq!(store.desk(Digest([1; 32])).await.unwrap(), None);
    assert_eq!(store.member(old.origin).await.unwrap(), None, "nor is its file taken");
    assert_eq!(store.desk(Digest([2; 32])).await.unwrap().unwrap().origin, new.origin);
    assert_eq!(store.desk(Digest([3; 32])).await.unwrap().unwrap().origin, other.origin, "another desk is left alone");
}

#[rstest]
#[tokio::test]
async fn a_series_is_known_by_who_vouches_for_it(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let (gone, here) = (Desk::perbaungan(), Desk::new(2, "12.18.02", "Perbaungan", "B"));
    let_in(&store, &here).await;
    let writer = |desk: &Desk, key: &Desk| Writer { origin: desk.origin, key: key.key.public() };
    store.vouch("12.18.02", writer(&gone, &gone)).await.unwrap();
    store.vouch("12.18.02", writer(&gone, &here)).await.unwrap();
    store.vouch("12.18.04", writer(&here, &gone)).await.unwrap();
    store.take(run(&gone, 0, 2)).await.unwrap();
    let known: Vec<_> = store.series("12.18.02").await.unwrap().iter().map(|series| (series.writer, series.length)).collect();
    assert_eq!(known, [(writer(&gone, &gone), 2), (writer(&here, &here), 0)], "the first word stands, and an enrolled desk's");
    assert!(store.series("12.18.04").await.unwrap().is_empty());
    let_in(&store, &gone).await;
    assert_eq!(store.series("12.18.02").await.unwrap().len(), 2, "it may still enrol itself");
}

/// How a store may know a series.
#[derive(Debug, Clone, Copy)]
pub enum KnownAs {
    Enrolled,
    Vouched,
    VouchedAndWritten,
    Begun,
    Written,
}

#[rstest]
#[tokio::test]
async fn a_series_that_one_office_has_lets_nobody_of_another_in(
    #[values(Sqlite, Postgres)] on: Kind,
    #[values(KnownAs::Enrolled, KnownAs::Vouched, KnownAs::VouchedAndWritten, KnownAs::Begun, KnownAs::Written)] known: KnownAs,
) {
    let (store, _kept) = on.open().await;
    let owner = Desk::perbaungan();
    let mut thief = Desk::new(7, "12.18.04", "Sei Rampah", "A");
    thief.origin = owner.origin;
    let writer = Writer { origin: owner.origin, key: owner.key.public() };
    match known {
        KnownAs::Enrolled => let_in(&store, &owner).await,
        KnownAs::Vouched | KnownAs::VouchedAndWritten => store.vouch("12.18.02", writer).await.unwrap(),
        KnownAs::Begun => thief.origin = store.own_series("12.18.02").await.unwrap(),
        KnownAs::Written => {}
    }
    if matches!(known, KnownAs::Enrolled | KnownAs::VouchedAndWritten | KnownAs::Written) {
        store.take(run(&owner, 0, 2)).await.unwrap();
    }
    let before: Vec<_> = store.series("12.18.02").await.unwrap();
    let code = GivenCode { hash: Digest([7; 32]), office: "12.18.04".into(), desk: "A".into(), expires: 1_000 };
    store.keep_code(code).await.unwrap();
    for key in [thief.key.public(), owner.key.public()] {
        let refused = store.enrol(Enrolment { key, ..enrolment(&thief, 7, 7) }).await.unwrap();
        assert!(matches!(refused, Err(RefusalKind::OtherOffice | RefusalKind::Forked)), "{refused:?}");
    }
    store.vouch("12.18.04", Writer { origin: thief.origin, key: thief.key.public() }).await.unwrap();
    assert_eq!(store.run("12.18.04", thief.origin, 0, usize::MAX).await.unwrap(), None, "nothing of it is handed to another");
    assert!(store.series("12.18.04").await.unwrap().iter().all(|series| series.length == 0));
    assert_eq!(store.series("12.18.02").await.unwrap(), before, "and its office still has it");
}

#[rstest]
#[tokio::test]
async fn a_vouched_series_lets_in_only_the_key_it_was_vouched_for(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let (gone, other) = (Desk::perbaungan(), Desk::new(2, "12.18.02", "Perbaungan", "A"));
    store.vouch("12.18.02", Writer { origin: gone.origin, key: gone.key.public() }).await.unwrap();
    let code = GivenCode { hash: Digest([7; 32]), office: "12.18.02".into(), desk: "A".into(), expires: 1_000 };
    store.keep_code(code).await.unwrap();
    let under = |key| Enrolment { key, ..enrolment(&gone, 7, 7) };
    assert_eq!(store.enrol(under(other.key.public())).await.unwrap(), Err(RefusalKind::Forked));
    assert_eq!(store.enrol(under(gone.key.public())).await.unwrap(), Ok(()));
}

#[rstest]
#[tokio::test]
async fn what_did_not_fit_is_named(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let mut desk = Desk::perbaungan();
    let request = desk.register("2026-11-23");
    desk.grant("2026-11-23", request);
    let twice = desk.entries.last().unwrap().payload.clone();
    desk.write_bytes("2026-11-24", loket_journal::Subject::Request(request), twice);
    let_in(&store, &desk).await;
    let length = desk.entries.len();
    store.take(run(&desk, 0, length)).await.unwrap();
    assert_eq!(store.misfits(desk.origin, 0).await.unwrap(), [length as u64]);
    assert!(store.misfits(desk.origin, length as u64).await.unwrap().is_empty());
}

/// An entry that attaches a file of so many bytes.
fn attach(desk: &mut Desk, request: loket_domain::ids::RequestId, digest: Digest, size: u64) {
    let (name, purpose) = ("ktp.pdf".to_owned(), AttachmentPurpose::Identity);
    let file = Attachment { digest: digest.to_string(), name, media_type: MediaType::Pdf, kind: None, size, purpose };
    let change = Change::Request(RequestChange::AttachmentAdded { on: "2026-11-24".parse().unwrap(), file });
    desk.write("2026-11-24", Subject::Request(request), &change);
}

#[rstest]
#[tokio::test]
async fn a_file_is_known_by_the_entry_that_names_it(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let mut desk = Desk::perbaungan();
    let request = desk.register("2026-11-23");
    let_in(&store, &desk).await;
    store.take(run(&desk, 0, desk.entries.len())).await.unwrap();
    assert!(store.named("12.18.02").await.unwrap().is_empty());
    let before = desk.entries.len();
    attach(&mut desk, request, Digest([9; 32]), 1_000);
    attach(&mut desk, request, Digest([3; 32]), 500);
    attach(&mut desk, request, Digest([3; 32]), 501);
    store.take(run(&desk, before, desk.entries.len())).await.unwrap();
    let named = |digest: u8, size, whole| NamedObject { digest: Digest([digest; 32]), size, whole };
    assert_eq!(store.named("12.18.02").await.unwrap(), [named(3, 500, None), named(9, 1_000, None)]);
    assert_eq!(store.named_object("12.18.04", Digest([9; 32])).await.unwrap(), None, "of another office");
    store.note_whole("12.18.02", Digest([9; 32]), Some((77, 1_000))).await.unwrap();
    assert_eq!(store.sizes_named("12.18.02", Digest([3; 32])).await.unwrap(), [500, 501], "all that was said of it");
    assert!(store.sizes_named("12.18.04", Digest([3; 32])).await.unwrap().is_empty());
    assert!(store.entries_size("12.18.02").await.unwrap() > 1_000);
    assert_eq!(store.entries_size("12.18.04").await.unwrap(), 0);
    assert_eq!(store.named_object("12.18.02", Digest([9; 32])).await.unwrap(), Some(named(9, 1_000, Some(77))));
    assert_eq!(store.room_used("12.18.02").await.unwrap(), 1_000);
    store.rebuild().await.unwrap();
    assert_eq!(store.named("12.18.02").await.unwrap().len(), 2, "what is here whole is not forgotten with the tables");
    assert_eq!(store.room_used("12.18.02").await.unwrap(), 1_000);
    store.note_whole("12.18.02", Digest([9; 32]), None).await.unwrap();
    assert_eq!(store.room_used("12.18.02").await.unwrap(), 0);
}

#[rstest]
#[tokio::test]
async fn what_a_desk_has_begun_moves_on_from_where_it_is(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let (first, second) = (OriginId(Uuid::from_u128(1)), OriginId(Uuid::from_u128(2)));
    let at = |origin, digest: u8, bytes, at| BegunObject { origin, digest: Digest([digest; 32]), bytes, at };
    assert!(store.move_on(0, at(first, 9, 100, 5)).await.unwrap());
    assert!(!store.move_on(0, at(first, 9, 50, 6)).await.unwrap(), "it was begun before");
    assert!(!store.move_on(50, at(first, 9, 150, 6)).await.unwrap(), "it stands elsewhere");
    assert!(!store.move_on(100, at(second, 9, 150, 6)).await.unwrap(), "another desk has begun nothing");
    assert!(store.move_on(100, at(first, 9, 150, 7)).await.unwrap());
    assert!(store.move_on(0, at(first, 3, 10, 6)).await.unwrap());
    assert!(store.move_on(0, at(second, 9, 20, 8)).await.unwrap());
    assert_eq!(store.begun(first).await.unwrap(), [at(first, 3, 10, 6), at(first, 9, 150, 7)], "the oldest first");
    assert_eq!(store.all_begun().await.unwrap().len(), 3);
    store.forget_begun(first, Digest([9; 32])).await.unwrap();
    assert_eq!(store.begun(first).await.unwrap(), [at(first, 3, 10, 6)]);
    assert_eq!(store.begun(second).await.unwrap().len(), 1);
}
