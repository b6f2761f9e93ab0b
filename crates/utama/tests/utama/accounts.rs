//! The contract of the accounts: every story is told to every implementation.

use loket_domain::ids::AccountId;
use loket_journal::Digest;
use loket_utama::{
    ABSOLUTE, AccountRefusal, AuditLine, AuditNarrowing, Audited, IDLE, PasswordHash, Reach, Session, StaffAccount, StaffRole,
    WINDOW,
};
use rstest::rstest;
use uuid::Uuid;

use crate::behind::execute;
use crate::both::Kind::{self, Postgres, Sqlite};

pub fn person(number: u128, login: &str, role: StaffRole) -> StaffAccount {
    StaffAccount {
        id: AccountId(Uuid::from_u128(number)),
        login: login.into(),
        name: format!("Staf Rekaan {number}"),
        role,
        reach: Reach::Every,
        password: PasswordHash::of("hujan di ladang tebu").unwrap(),
        temporary: true,
        temporary_until: Some(1_795_366_800_000),
        closed: None,
        second_factor: false,
    }
}

fn only(office: &str) -> Reach {
    Reach::of([office.into()].into())
}

#[rstest]
#[tokio::test]
async fn a_login_is_given_once_for_ever(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let siti = person(1, "siti", StaffRole::Verifier);
    store.open(siti.clone()).await.unwrap().unwrap();
    assert_eq!(store.with_login("siti").await.unwrap(), Some(siti.clone()));
    assert_eq!(store.with_login("budi").await.unwrap(), None);
    assert_eq!(store.with_login("si\0ti").await.unwrap(), None);
    assert_eq!(store.open(person(2, "siti", StaffRole::Admin)).await.unwrap(), Err(AccountRefusal::LoginTaken));
    store.close(siti.id, 500).await.unwrap().unwrap();
    assert_eq!(store.open(person(3, "siti", StaffRole::Admin)).await.unwrap(), Err(AccountRefusal::LoginTaken));
    assert_eq!(store.accounts().await.unwrap().len(), 1);
}

#[rstest]
#[tokio::test]
async fn an_account_is_changed_and_closed(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let siti = person(1, "siti", StaffRole::Verifier);
    store.open(siti.clone()).await.unwrap().unwrap();
    store.open(person(2, "andi", StaffRole::Auditor)).await.unwrap().unwrap();
    store.revise(siti.id, "Siti", StaffRole::Auditor, only("12.18.02")).await.unwrap().unwrap();
    let changed = store.with_login("siti").await.unwrap().unwrap();
    assert_eq!((changed.name.as_str(), changed.role, changed.reach), ("Siti", StaffRole::Auditor, only("12.18.02")));
    store.close(siti.id, 700).await.unwrap().unwrap();
    assert_eq!(store.with_login("siti").await.unwrap().unwrap().closed, Some(700));
    let again = store.revise(siti.id, "Siti", StaffRole::Admin, Reach::Every).await.unwrap();
    assert_eq!(again, Err(AccountRefusal::Unknown));
    let logins: Vec<_> = store.accounts().await.unwrap().into_iter().map(|account| account.login).collect();
    assert_eq!(logins, ["andi", "siti"], "open ones first");
}

#[rstest]
#[tokio::test]
async fn somebody_can_always_manage_accounts(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let (first, second) = (person(1, "siti", StaffRole::Admin), person(2, "budi", StaffRole::Admin));
    store.open(first.clone()).await.unwrap().unwrap();
    let bound = StaffAccount { reach: only("12.18.02"), ..person(3, "andi", StaffRole::Admin) };
    store.open(bound).await.unwrap().unwrap();
    assert_eq!(store.close(first.id, 1).await.unwrap(), Err(AccountRefusal::LastAdmin));
    let demoted = store.revise(first.id, "Siti", StaffRole::Auditor, Reach::Every).await.unwrap();
    assert_eq!(demoted, Err(AccountRefusal::LastAdmin));
    let bound = store.revise(first.id, "Siti", StaffRole::Admin, only("12.18.02")).await.unwrap();
    assert_eq!(bound, Err(AccountRefusal::LastAdmin));
    store.open(second).await.unwrap().unwrap();
    store.close(first.id, 1).await.unwrap().unwrap();
}

fn session(token: u8, account: &StaffAccount, began: u64) -> Session {
    Session { token: Digest([token; 32]), account: account.id, began, used: began, address: Some([192, 0, 2, token].into()) }
}

#[rstest]
#[tokio::test]
async fn a_session_holds_while_it_is_used(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let siti = person(1, "siti", StaffRole::Verifier);
    store.open(siti.clone()).await.unwrap().unwrap();
    let start = 1_795_366_800_000;
    let alive = async |token: u8, at| store.session(Digest([token; 32]), start + at).await.unwrap().is_some();
    store.begin_session(session(1, &siti, start)).await.unwrap();
    assert!(alive(1, IDLE - 1).await && alive(1, 2 * IDLE - 2).await, "its idle time began anew");
    assert!(!alive(1, 3 * IDLE).await && !alive(2, 0).await);
    store.begin_session(session(2, &siti, start)).await.unwrap();
    for at in (0..ABSOLUTE).step_by(usize::try_from(IDLE / 2).unwrap()) {
        assert!(alive(2, at).await, "{at}");
    }
    assert!(!alive(2, ABSOLUTE).await);
    store.begin_session(session(3, &siti, start)).await.unwrap();
    store.end_session(Digest([3; 32])).await.unwrap();
    assert!(!alive(3, 1).await);
}

#[rstest]
#[tokio::test]
async fn a_new_password_and_a_closed_account_end_sessions(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let siti = person(1, "siti", StaffRole::Verifier);
    store.open(siti.clone()).await.unwrap().unwrap();
    store.begin_session(session(1, &siti, 100)).await.unwrap();
    let password = PasswordHash::of("panas di ladang karet").unwrap();
    store.set_password(siti.id, password.clone(), None).await.unwrap().unwrap();
    assert_eq!(store.session(Digest([1; 32]), 101).await.unwrap(), None);
    store.begin_session(session(2, &siti, 100)).await.unwrap();
    let known = store.session(Digest([2; 32]), 101).await.unwrap().unwrap();
    assert!(known.password == password && !known.temporary);
    store.close(siti.id, 102).await.unwrap().unwrap();
    assert_eq!(store.session(Digest([2; 32]), 103).await.unwrap(), None);
    assert_eq!(store.set_password(siti.id, password, None).await.unwrap(), Err(AccountRefusal::Unknown));
}

#[rstest]
#[tokio::test]
async fn the_sessions_of_an_account_are_listed_while_they_live_and_ended_at_once(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let (siti, budi) = (person(1, "siti", StaffRole::Verifier), person(2, "budi", StaffRole::Admin));
    for account in [&siti, &budi] {
        store.open(account.clone()).await.unwrap().unwrap();
    }
    let start = 1_795_366_800_000;
    let of = async |account: &StaffAccount, at| store.sessions(account.id, start + at).await.unwrap();
    assert_eq!(of(&siti, 0).await, []);
    store.begin_session(session(1, &siti, start)).await.unwrap();
    store.begin_session(Session { address: None, ..session(2, &budi, start) }).await.unwrap();
    assert_eq!(of(&siti, 0).await, [session(1, &siti, start)], "with from where it was begun");
    assert_eq!(of(&budi, 0).await[0].address, None, "that of one from before is not known");
    store.session(Digest([1; 32]), start + IDLE - 1).await.unwrap().unwrap();
    assert_eq!(
        of(&siti, IDLE).await,
        [Session { used: start + IDLE - 1, ..session(1, &siti, start) }],
        "and when it was last used"
    );
    assert_eq!(of(&budi, IDLE).await, [], "one that has ended by itself is not listed");
    store.begin_session(session(3, &siti, start + IDLE)).await.unwrap();
    assert_eq!(of(&siti, IDLE).await, [session(3, &siti, start + IDLE)], "whoever signs in again leaves no other");
    store.begin_session(session(4, &budi, start + IDLE)).await.unwrap();
    store.end_sessions(siti.id).await.unwrap();
    assert_eq!((of(&siti, IDLE).await.len(), of(&budi, IDLE).await.len()), (0, 1), "only that account's");
    assert_eq!(store.session(Digest([3; 32]), start + IDLE).await.unwrap(), None);
}

#[rstest]
#[tokio::test]
async fn a_person_sees_who_signed_in_or_tried_to_with_the_own_login(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let line = |at, login: &str, what, about: Option<&str>| AuditLine {
        at,
        login: login.into(),
        what,
        office: None,
        about: about.map(Into::into),
        address: "192.0.2.7".into(),
    };
    let lines = [
        line(1, "siti", Audited::SignedIn, None),
        line(2, "", Audited::SignInFailed, Some("siti")),
        line(3, "siti", Audited::CaseRead, Some("siti")),
        line(4, "budi", Audited::SignedIn, None),
        line(5, "", Audited::SignInFailed, Some("budi")),
        line(6, "budi", Audited::SessionEnded, Some("siti")),
        line(7, "siti", Audited::SessionEnded, Some("budi")),
        line(8, "siti", Audited::PaperCodeUsed, None),
        line(9, "siti", Audited::SignedOut, None),
    ];
    for line in &lines {
        store.note(line.clone()).await.unwrap();
    }
    let seen = async |login: &str, take| -> Vec<u64> {
        store.sign_ins(login, take).await.unwrap().into_iter().map(|line| line.at).collect()
    };
    assert_eq!(seen("siti", 10).await, [9, 8, 6, 2, 1]);
    assert_eq!(seen("siti", 2).await, [9, 8], "the last ones");
    assert!(seen("sit", 10).await.is_empty() && seen("si\0ti", 10).await.is_empty());
}

#[rstest]
#[tokio::test]
async fn attempts_run_out_and_come_back(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let (account, address) = ((Digest([1; 32]), 2), (Digest([2; 32]), 3));
    let start = 1_795_366_800_000;
    let attempt = async |keys: &[(Digest, usize)], at| store.attempt(keys, start + at).await.unwrap();
    assert_eq!(attempt(&[account, address], 0).await, Ok(()));
    assert_eq!(attempt(&[account, address], 10).await, Ok(()));
    assert_eq!(attempt(&[account, address], 20).await, Err(WINDOW - 20), "the account has no more");
    assert_eq!(attempt(&[address], 20).await, Ok(()), "what was refused did not count");
    assert_eq!(attempt(&[address], 21).await, Err(WINDOW - 21));
    store.forgive(account.0).await.unwrap();
    assert_eq!(attempt(&[account], 30).await, Ok(()));
    assert_eq!(attempt(&[account, address], WINDOW).await, Ok(()), "the oldest no longer counts");
    assert!(attempt(&[address], WINDOW + 1).await.is_err());
    store.uncount(address.0, start + WINDOW).await.unwrap();
    assert_eq!(attempt(&[address], WINDOW + 1).await, Ok(()), "one that succeeded counts no more");
    assert!(attempt(&[address], WINDOW + 1).await.is_err(), "but that one only");
}

#[rstest]
#[tokio::test]
async fn what_was_looked_at_is_kept_for_whom_it_concerns(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let line = |at, office: Option<&str>| AuditLine {
        at,
        login: "siti".into(),
        what: Audited::CaseRead,
        office: office.map(Into::into),
        about: Some("001/PPID".into()),
        address: "192.0.2.7".into(),
    };
    let all = AuditNarrowing::default();
    let lines = [line(1, Some("12.18.02")), line(2, None), line(3, Some("12.18.04")), line(3, Some("12.18.02"))];
    for line in &lines {
        store.note(line.clone()).await.unwrap();
    }
    let [first, second, third, fourth] = lines;
    assert_eq!(store.audit(&Reach::Every, &all, 0, 10).await.unwrap(), [fourth.clone(), third.clone(), second, first.clone()]);
    assert_eq!(store.audit(&Reach::Every, &all, 1, 1).await.unwrap(), [third]);
    assert_eq!(store.audit(&only("12.18.02"), &all, 0, 10).await.unwrap(), [fourth, first]);
    assert_eq!(store.audit(&only("12.18.0"), &all, 0, 10).await.unwrap(), [], "a part of a code is not a code");
    let of = |login: &str, office: &str, from, until| AuditNarrowing { login: login.into(), office: office.into(), from, until };
    let count = async |of: AuditNarrowing| store.audit(&Reach::Every, &of, 0, 10).await.unwrap().len();
    assert_eq!((count(of("siti", "", 0, 9)).await, count(of("budi", "", 0, 9)).await), (4, 0));
    assert_eq!((count(of("", "12.18.04", 0, 9)).await, count(of("", "", 2, 3)).await), (1, 1));
    assert_eq!(count(of("siti\0", "", 0, 9)).await, 0);
}

#[rstest]
#[tokio::test]
async fn a_line_of_the_record_that_was_changed_or_taken_out_is_seen(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let store = crate::store::open(&database).await;
    let line = |at| AuditLine {
        at,
        login: "siti".into(),
        what: Audited::SignedIn,
        office: Some("12.18.02".into()),
        about: None,
        address: "192.0.2.7".into(),
    };
    assert_eq!(store.audit_chain().await.unwrap().broken_at(), None, "nothing was written yet");
    for at in 1..=6 {
        store.note(line(at)).await.unwrap();
    }
    let chain = store.audit_chain().await.unwrap();
    assert_eq!((chain.broken_at(), chain.lines.len()), (None, 6));
    assert_eq!(chain.lines[2].line, line(3));
    execute(&database, "update audit set address = '' where at = 5").await;
    assert_eq!(store.audit_chain().await.unwrap().broken_at(), Some(5));
    execute(&database, "delete from audit where at >= 5").await;
    assert_eq!(store.audit_chain().await.unwrap().broken_at(), Some(4), "also off the end");
    execute(&database, "delete from audit where at = 2").await;
    assert_eq!(store.audit_chain().await.unwrap().broken_at(), Some(3));
}
