//! What several stores on one database owe each other: each is a process of its own in effect, with connections of its own.

use loket_domain::calendar::Calendar;
use loket_domain::change::{Change, PaperChange};
use loket_domain::paper::PaperKind;
use loket_journal::protocol::RefusalKind;
use loket_journal::{Digest, Subject};
use loket_utama::store::{Enrolment, GivenCode, Taking};
use loket_utama::{AccountRefusal, Database, StaffRole, check};
use rstest::rstest;
use std::collections::BTreeSet;
use std::sync::Arc;
use tokio::task::JoinSet;

use crate::accounts::person;
use crate::behind::execute;
use crate::both::Kind::{self, Postgres, Sqlite};
use crate::desk::{Desk, date};
use crate::postgres::Cluster;
use crate::store::{Opened, let_in, open, run};

#[tokio::test]
async fn a_store_set_up_anew_is_told_by_its_epoch() {
    let directories = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let [first, second] = directories.each_ref().map(|directory| Database::from(directory.path()));
    let mut epochs = BTreeSet::new();
    for database in [first, second, Cluster::shared().database(), Cluster::shared().database()] {
        epochs.insert(open(&database).await.identity().await.unwrap().epoch);
    }
    assert_eq!(epochs.len(), 4);
}

/// The rows grew as one fold of all entries gives them, and every chain and head holds.
async fn is_sound(store: &Opened) {
    let checked = check(store.as_ref(), &Calendar::shipped().unwrap()).await.unwrap();
    assert_eq!(checked.findings, []);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_restart_keeps_everything(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let store = open(&database).await;
    let mut desk = Desk::perbaungan();
    desk.register("2026-11-23");
    let_in(&store, &desk).await;
    store.take(run(&desk, 0, 4)).await.unwrap();
    let own = store.own_series("12.18.02").await.unwrap();
    let before = (store.identity().await.unwrap(), store.series("12.18.02").await.unwrap());
    let rows = store.projection("12.18.02").await.unwrap();
    drop(store);
    let store = open(&database).await;
    let after = (store.identity().await.unwrap(), store.series("12.18.02").await.unwrap());
    assert_eq!((before.0.origin, before.0.seed, before.0.epoch), (after.0.origin, after.0.seed, after.0.epoch));
    assert_eq!(before.1, after.1);
    assert_eq!(store.projection("12.18.02").await.unwrap(), rows);
    assert_ne!(store.own_series("12.18.02").await.unwrap(), own, "desks may know more of the old one than a restored store does");
    assert_eq!(store.series("12.18.02").await.unwrap().len(), before.1.len() + 1, "which stays");
    desk.register("2026-11-23");
    assert_eq!(store.take(run(&desk, 4, 6)).await.unwrap(), Taking::Taken(desk.after(6)));
    is_sound(&store).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn those_that_start_at_once_are_one_server(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let mut starting = JoinSet::new();
    for _ in 0..6 {
        let database = database.clone();
        starting.spawn(async move { open(&database).await.identity().await.unwrap() });
    }
    let identities: Vec<_> = starting.join_all().await.into_iter().map(|who| (who.origin, who.seed, who.epoch)).collect();
    assert!(identities.iter().all(|identity| identity == &identities[0]));
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_series_pushed_twice_at_once_is_stored_once(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let mut desk = Desk::perbaungan();
    for _ in 0..15 {
        desk.register("2026-11-23");
    }
    let length = desk.entries.len();
    let runs: Vec<_> = (0..length).step_by(2).map(|from| run(&desk, from, from + 2)).collect();
    let mut pushing = JoinSet::new();
    let first = open(&database).await;
    let_in(&first, &desk).await;
    for store in [first.clone(), first, open(&database).await] {
        let (runs, ends) = (runs.clone(), desk.after(length));
        pushing.spawn(async move {
            for run in runs {
                let Taking::Taken(chain) = store.take(run.clone()).await.unwrap() else { panic!("not taken") };
                assert!((run.head.seq..=ends.length).contains(&chain.length));
            }
        });
    }
    pushing.join_all().await;
    let store = open(&database).await;
    assert_eq!(store.series("12.18.02").await.unwrap()[0].chain(), desk.after(length));
    assert_eq!(store.entries("12.18.02").await.unwrap().len(), length);
    is_sound(&store).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn desks_that_write_about_the_same_requests_at_once_leave_the_rows_of_all(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let (one, other) = (open(&database).await, open(&database).await);
    let mut first = Desk::perbaungan();
    let requests: Vec<_> = (0..12).map(|_| first.register("2026-11-23")).collect();
    let registered = first.entries.len();
    let mut second = Desk::new(2, "12.18.02", "Perbaungan", "B");
    for request in requests {
        first.grant("2026-11-24", request);
        let granted = first.entries.last().unwrap().payload.clone();
        second.write_bytes("2026-11-25", Subject::Request(request), granted);
    }
    for desk in [&first, &second] {
        let_in(&one, desk).await;
    }
    one.take(run(&first, 0, registered)).await.unwrap();
    let (first, second) = (pushed_singly(one, first, registered), pushed_singly(other, second, 0));
    tokio::join!(first, second);
    let store = open(&database).await;
    let grown = store.projection("12.18.02").await.unwrap();
    assert_eq!((grown.requests.len(), grown.misfits.len()), (12, 12), "each was granted once; the later grant is to be reviewed");
    is_sound(&store).await;
    store.rebuild().await.unwrap();
    assert_eq!(store.projection("12.18.02").await.unwrap(), grown);
}

/// Pushes what the desk wrote after `from`, one entry at a time.
async fn pushed_singly(store: Opened, desk: Desk, from: usize) {
    for at in from..desk.entries.len() {
        assert_eq!(store.take(run(&desk, at, at + 1)).await.unwrap(), Taking::Taken(desk.after(at + 1)));
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_code_used_twice_at_once_lets_one_in(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let stores = [open(&database).await, open(&database).await];
    for round in 0..10_u8 {
        let code = GivenCode { hash: Digest([round; 32]), office: "12.18.02".into(), desk: "A".into(), expires: 1_000 };
        stores[0].keep_code(code).await.unwrap();
        let mut asking = JoinSet::new();
        for (store, number) in stores.iter().cycle().cloned().zip(1..=4) {
            let desk = Desk::new(u16::from(round) * 4 + number, "12.18.02", "Perbaungan", "A");
            let (hash, office, desk, key) = (Digest([round; 32]), "12.18.02".into(), desk.origin, desk.key.public());
            let token = Digest([round * 4 + number.to_le_bytes()[0]; 32]);
            let enrolment = Enrolment { code: hash, office, desk: "A".into(), origin: desk, key, token, now: 1 };
            asking.spawn(async move { store.enrol(enrolment).await.unwrap() });
        }
        let mut answers = asking.join_all().await;
        answers.sort_by_key(Result::is_err);
        assert_eq!(answers, [Ok(()), Err(RefusalKind::Code), Err(RefusalKind::Code), Err(RefusalKind::Code)]);
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_series_at_once_are_all_kept(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let stores = [open(&database).await, open(&database).await];
    let mut pushing = JoinSet::new();
    for (store, number) in stores.iter().cycle().cloned().zip(1..=60) {
        pushing.spawn(async move {
            // Three desks an office.
            let mut desk =
                Desk::new(number, &format!("12.18.{:02}", number / 3 + 1), "Rekaan", ["A", "B", "C"][number as usize % 3]);
            desk.establish();
            desk.register("2026-11-23");
            let_in(&store, &desk).await;
            for (from, to) in [(0, 1), (1, 3), (3, 4)] {
                assert_eq!(store.take(run(&desk, from, to)).await.unwrap(), Taking::Taken(desk.after(to)));
            }
            desk
        });
    }
    let desks = pushing.join_all().await;
    for desk in &desks {
        let series = stores[0].series(&desk.office.profile.code).await.unwrap();
        let series = series.iter().find(|series| series.writer.origin == desk.origin).unwrap();
        assert_eq!((series.chain(), series.writer.key), (desk.after(4), desk.key.public()));
        assert_eq!(stores[1].run(&desk.office.profile.code, desk.origin, 0, usize::MAX).await.unwrap(), Some(run(desk, 0, 4)));
    }
    is_sound(&stores[0]).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_run_that_cannot_be_stored_hurts_no_other(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let store = open(&database).await;
    let mut desks: Vec<_> = (1..=20).map(|number| Desk::new(number, &format!("12.18.{number:02}"), "Rekaan", "A")).collect();
    let printed = Change::Paper(PaperChange::PaperIssued { paper: PaperKind::Receipt, on: date("2026-11-23") });
    for desk in &mut desks {
        desk.establish();
        desk.write("2026-11-23", Subject::Other(9, uuid::Uuid::nil()), &printed);
        let_in(&store, desk).await;
    }
    // The database itself fails on one entry in the midst of a run, as a page gone bad would.
    execute(
        &database,
        match database {
            Database::Directory(_) | Database::Sealed(..) => {
                "create trigger bad before insert on entries when new.office = '12.18.07' and new.seq = 2
                 begin select raise(abort, 'bad'); end"
            }
            Database::Postgres(_) => {
                "create function bad() returns trigger language plpgsql as $$ begin raise 'bad'; end $$;
                 create trigger bad before insert on entries for each row
                 when (new.office = '12.18.07' and new.seq = 2) execute function bad()"
            }
        },
    )
    .await;
    let mut pushing = JoinSet::new();
    for desk in desks {
        let store = store.clone();
        pushing.spawn(async move {
            let taken = store.take(run(&desk, 0, 3)).await;
            match desk.office.profile.code.as_str() {
                "12.18.07" => assert!(taken.is_err(), "{taken:?}"),
                _ => assert_eq!(taken.unwrap(), Taking::Taken(desk.after(3))),
            }
        });
    }
    pushing.join_all().await;
    assert!(store.entries("12.18.07").await.unwrap().is_empty(), "nothing of it is half-written");
    is_sound(&store).await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_desk_replaced_twice_at_once_is_one_desk(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let stores = [open(&database).await, open(&database).await];
    for round in 0..10_u16 {
        let mut replacing = JoinSet::new();
        for (store, number) in stores.iter().cycle().cloned().zip(1..=4) {
            let desk = Desk::new(round * 4 + number, "12.18.02", "Perbaungan", "A");
            replacing.spawn(async move { let_in(&store, &desk).await });
        }
        replacing.join_all().await;
        let here = stores[0].desks().await.unwrap().into_iter().filter(|desk| desk.revoked.is_none()).count();
        assert_eq!(here, 1, "whoever was let in last turned the others away");
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn admins_who_close_each_other_at_once_leave_one(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let stores = [open(&database).await, open(&database).await];
    for round in 0..10_u128 {
        let mut closing = JoinSet::new();
        for number in 0..2 {
            let account = person(round * 2 + number, &format!("admin{round}-{number}"), StaffRole::Admin);
            stores[0].open(account).await.unwrap().unwrap();
        }
        for (store, account) in stores.iter().cycle().cloned().zip(stores[0].accounts().await.unwrap()) {
            closing.spawn(async move { store.close(account.id, 700).await.unwrap() });
        }
        let answers = closing.join_all().await;
        assert_eq!(answers.iter().filter(|answer| **answer == Err(AccountRefusal::LastAdmin)).count(), 1);
        let staff = stores[0].accounts().await.unwrap();
        assert_eq!(staff.iter().filter(|account| account.closed.is_none()).count(), 1);
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn attempts_at_once_are_all_counted(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let stores = [open(&database).await, open(&database).await];
    let (account, address) = (Digest([1; 32]), Digest([2; 32]));
    let mut guessing = JoinSet::new();
    for store in stores.iter().cycle().take(30) {
        let store = Arc::clone(store);
        guessing.spawn(async move { store.attempt(&[(account, 5), (address, 30)], 1_000).await.unwrap() });
    }
    let let_through = guessing.join_all().await.into_iter().filter(Result::is_ok).count();
    assert_eq!(let_through, 5);
}
