//! A colleague forgot the password: the admin gives a temporary one, which opens nothing by itself, and nothing of it happens untold.

use loket_desk::views::SubjectKind;
use loket_desk::{Desk, DeskError, Folder, Said, SaidKind, VaultError, system_dice};
use loket_domain::authority::Duty;
use loket_domain::problem::Refused;
use serde_json::json;
use std::fs;
use tempfile::TempDir;

use crate::fixture::{NEW, PASSWORD, PETUGAS, account, at, on, perbaungan, take};

/// An office with an admin (`petugas`) and two colleagues; the admin is signed in.
fn office() -> (TempDir, Folder, Desk, String) {
    let (dir, folder, mut desk, card) = perbaungan();
    let own = account(&desk, "petugas");
    take(&mut desk, (SubjectKind::Account, &own), "revise", json!({"also": ["admin"]}), at(9, 0)).unwrap();
    for login in ["dewi", "andi"] {
        let opened = json!({
            "login": login, "name": format!("{login} rekaan"), "role": "desk_officer", "password": PETUGAS, "password_again": PETUGAS,
            "own_password": PASSWORD
        });
        take(&mut desk, (SubjectKind::Account, ""), "open", opened, at(9, 1)).unwrap();
    }
    (dir, folder, desk, card)
}

/// Gives `login` a temporary password, and returns it as it is shown.
fn reset(desk: &mut Desk, login: &str) -> String {
    let id = account(desk, login);
    let done =
        take(desk, (SubjectKind::Account, &id), "temporary_password", json!({"own_password": PASSWORD}), at(9, 30)).unwrap();
    let shown = done.shown_once.unwrap();
    assert!(!done.said.contains(&shown.secret), "what is said goes away, and is told in no other place");
    let letters: Vec<char> = shown.secret.chars().filter(|c| *c != '-').collect();
    assert!(letters.iter().all(|c| !"01oOlI".contains(*c) && !c.is_uppercase()), "each is read as itself: {}", shown.secret);
    shown.secret
}

fn notices(desk: &Desk) -> Vec<String> {
    desk.today_view(at(12, 0)).unwrap().notices.into_iter().map(|notice| notice.text).collect()
}

fn refused(opened: Result<Desk, DeskError>) -> DeskError {
    opened.err().unwrap()
}

#[test]
fn it_leads_to_a_password_of_ones_own_and_the_one_before_opens_nothing() {
    let (_dir, folder, mut desk, _) = office();
    let written = desk.written();
    let temporary = reset(&mut desk, "dewi");
    assert_eq!(temporary.len(), 14, "{temporary}");
    assert_eq!(desk.written(), written + 1, "it is written down");
    drop(desk);
    assert!(matches!(
        refused(folder.unlock("dewi", PETUGAS, at(9, 0), system_dice())),
        DeskError::Vault(VaultError::WrongPassword)
    ));
    let asked = refused(folder.unlock("dewi", &temporary, at(9, 0), system_dice()));
    let said = Said::from(&asked);
    assert!(said.kind == SaidKind::Temporary && said.message.contains("buat sandi Anda sendiri"), "{said:?}");
    let desk = folder.unlock_with_temporary(("dewi", &temporary), NEW, at(10, 0), system_dice()).unwrap();
    assert_eq!(desk.session(at(10, 0)).unwrap().person, "dewi rekaan");
    drop(desk);
    drop(folder.unlock("dewi", NEW.0, at(9, 0), system_dice()).unwrap());
    assert!(folder.unlock("dewi", &temporary, at(9, 0), system_dice()).is_err(), "it was good for that alone");
    assert!(folder.unlock("andi", PETUGAS, at(9, 0), system_dice()).is_ok(), "nobody else's changed");
}

#[test]
fn it_is_told_to_its_owner_and_to_everybody_else_but_whoever_did_it() {
    let (_dir, folder, mut desk, _) = office();
    let temporary = reset(&mut desk, "dewi");
    assert!(notices(&desk).is_empty(), "whoever did it knows");
    drop(desk);
    let desk = folder.unlock_with_temporary(("dewi", &temporary), NEW, at(10, 0), system_dice()).unwrap();
    let [told] = <[String; 1]>::try_from(notices(&desk)).unwrap();
    assert!(told.contains("Sandi Anda diganti dengan sandi sementara oleh Petugas Rekaan di meja A"), "{told}");
    assert!(told.contains("09.30 WIB") && told.contains("laporkan"), "{told}");
    drop(desk);
    let desk = folder.unlock("andi", PETUGAS, at(9, 0), system_dice()).unwrap();
    let [told] = <[String; 1]>::try_from(notices(&desk)).unwrap();
    assert!(told.contains("Sandi akun dewi rekaan diganti"), "{told}");
}

#[test]
fn an_admin_who_uses_it_in_anothers_name_is_seen_by_all_the_others_and_locks_its_owner_out() {
    let (_dir, folder, mut desk, _) = office();
    let temporary = reset(&mut desk, "dewi");
    drop(desk);
    // The admin signs in as the colleague, and reads away what was to be told to that one.
    let desk = folder.unlock_with_temporary(("dewi", &temporary), NEW, at(10, 0), system_dice()).unwrap();
    let id = desk.today_view(at(10, 0)).unwrap().notices.remove(0).id;
    desk.dismiss_notice(&id).unwrap();
    drop(desk);
    assert!(folder.unlock("dewi", &temporary, at(9, 0), system_dice()).is_err(), "its owner cannot use it any more, and asks");
    let mut desk = folder.unlock("andi", PETUGAS, at(9, 0), system_dice()).unwrap();
    assert_eq!(notices(&desk).len(), 1, "who is left reads of it");
    desk.verify().unwrap();
}

#[test]
fn nobody_but_an_admin_with_the_own_password_gives_one_and_nobody_gives_it_to_oneself() {
    let (_dir, folder, mut desk, _) = office();
    let (own, other) = (account(&desk, "petugas"), account(&desk, "dewi"));
    let typed = |secret: &str| json!({"own_password": secret});
    let written = desk.written();
    let step = "temporary_password";
    let wrong = take(&mut desk, (SubjectKind::Account, &other), step, typed("bukan sandinya"), at(9, 30));
    assert!(matches!(wrong, Err(DeskError::Refused(Refused::Fields(_)))), "{wrong:?}");
    assert!(take(&mut desk, (SubjectKind::Account, &own), step, typed(PASSWORD), at(9, 30)).is_err());
    let closed = account(&desk, "andi");
    take(&mut desk, (SubjectKind::Account, &closed), "close", json!({}), at(9, 31)).unwrap();
    assert!(take(&mut desk, (SubjectKind::Account, &closed), step, typed(PASSWORD), at(9, 32)).is_err());
    assert_eq!(desk.written(), written + 1, "only the closing");
    drop(desk);
    let mut desk = folder.unlock("dewi", PETUGAS, at(9, 0), system_dice()).unwrap();
    let refused = take(&mut desk, (SubjectKind::Account, &own), step, typed(PETUGAS), at(9, 33));
    assert!(matches!(refused, Err(DeskError::Refused(Refused::DutyOfOthers { duty: Duty::Administer, .. }))), "{refused:?}");
}

#[test]
fn a_bad_new_password_changes_nothing_and_after_three_days_it_opens_nothing() {
    let (_dir, folder, mut desk, _) = office();
    let temporary = reset(&mut desk, "dewi");
    drop(desk);
    let with = |new: (&str, &str), moment| folder.unlock_with_temporary(("dewi", &temporary), new, moment, system_dice());
    for (new, field) in [
        (("pendek", "pendek"), "password"),
        (("perbaungan26", "perbaungan26"), "password"),
        (("sungai di hulu", "sungai di hilir"), "password_again"),
        ((temporary.as_str(), temporary.as_str()), "password"),
    ] {
        assert_eq!(Said::from(&refused(with(new, at(10, 0)))).fields[0].field, field, "{new:?}");
    }
    assert!(matches!(refused(with(NEW, on("2026-11-26", 9, 31))), DeskError::TemporaryOver));
    assert!(with(NEW, on("2026-11-26", 9, 30)).is_ok(), "to the minute");
    // A password of one's own is no temporary one.
    let again = folder.unlock_with_temporary(("dewi", NEW.0), ("hujan di ladang", "hujan di ladang"), at(11, 0), system_dice());
    assert!(matches!(refused(again), DeskError::Refused(Refused::NotNow(_))));
}

#[test]
fn it_opens_no_copy_and_a_slot_of_before_that_is_put_back_opens_nothing() {
    let (dir, folder, mut desk, _) = office();
    let slots = folder.path().join("data/loket.kunci");
    let before = fs::read(&slots).unwrap();
    // So that the copy could be put in place with it, the colleague is an admin too.
    let dewi = account(&desk, "dewi");
    take(&mut desk, (SubjectKind::Account, &dewi), "revise", json!({"also": ["admin"]}), at(9, 10)).unwrap();
    let temporary = reset(&mut desk, "dewi");
    let stick = dir.path().join("flashdisk");
    fs::create_dir(&stick).unwrap();
    desk.keep_copies_in(&stick).unwrap();
    let made = desk.backup_job(at(15, 30)).unwrap().run(&mut |_| true).unwrap();
    desk.backup_made(&made).unwrap();
    drop(desk);
    let new = Folder::at(dir.path().join("komputer baru"));
    let copy = new.copies_in(&stick).unwrap().remove(0).path;
    let restored = new.restore(copy.as_ref(), ("dewi", &temporary), at(16, 0), system_dice());
    assert!(matches!(refused(restored), DeskError::TemporaryPassword));
    assert!(!new.is_started(), "and nothing was put in place");
    fs::write(&slots, before).unwrap();
    assert!(matches!(refused(folder.unlock("dewi", PETUGAS, at(9, 0), system_dice())), DeskError::Vault(VaultError::Altered)));
}

#[test]
fn the_card_that_is_used_after_it_gives_a_password_of_ones_own() {
    let (_dir, folder, mut desk, card) = office();
    reset(&mut desk, "dewi");
    drop(desk);
    drop(folder.unlock_with_card((&card, "dewi"), NEW, at(10, 0), system_dice()).unwrap());
    assert!(folder.unlock("dewi", NEW.0, at(9, 0), system_dice()).is_ok());
}

#[test]
fn ones_own_password_is_at_hand_for_everybody_and_no_other_step_on_the_account() {
    let (_dir, folder, desk, _) = office();
    drop(desk);
    let desk = folder.unlock("dewi", PETUGAS, at(9, 0), system_dice()).unwrap();
    let session = desk.session(at(9, 0)).unwrap();
    let offered: Vec<(&str, bool)> = session.own_steps.iter().map(|step| (step.label.as_str(), step.allowed)).collect();
    assert_eq!(offered, [("Ganti sandi", true)]);
    assert_eq!(session.account.id, account(&desk, "dewi"));
}

#[test]
fn whoever_leaves_the_name_of_the_account_empty_is_told_to_fill_it_and_not_that_it_does_not_match() {
    let (_dir, folder, desk, _) = office();
    drop(desk);
    let said = Said::from(&refused(folder.unlock(" ", PASSWORD, at(9, 0), system_dice())));
    assert_eq!((said.fields[0].field.as_str(), said.message.as_str()), ("login", "Isi nama akun Anda."));
}
