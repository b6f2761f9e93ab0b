//! Who opens a desk: what the file of the slots says is not believed, and nothing about the keys happens untold.

use loket_desk::views::SubjectKind;
use loket_desk::{Desk, DeskError, Folder, Said, SaidKind, StoreError, VaultError, system_dice};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

use crate::fixture::{NEW, PASSWORD, PETUGAS, account, at, perbaungan, take, two_accounts};

fn slots(folder: &Folder) -> PathBuf {
    folder.path().join("data/loket.kunci")
}

fn edit(folder: &Folder, change: impl FnOnce(&mut Vec<Value>)) {
    let mut vault: Value = serde_json::from_slice(&fs::read(slots(folder)).unwrap()).unwrap();
    change(vault["slots"].as_array_mut().unwrap());
    fs::write(slots(folder), serde_json::to_vec(&vault).unwrap()).unwrap();
}

fn of<'a>(slots: &'a mut [Value], login: &str) -> &'a mut Value {
    slots.iter_mut().find(|slot| slot["login"] == login).unwrap()
}

fn notices(desk: &Desk) -> Vec<String> {
    desk.today_view(at(12, 0)).unwrap().notices.into_iter().map(|notice| notice.text).collect()
}

#[test]
fn a_slot_that_was_renamed_in_an_editor_opens_nothing() {
    let (_dir, folder, _) = two_accounts();
    edit(&folder, |slots| {
        of(slots, "petugas")["login"] = "lama".into();
        of(slots, "petugas2")["login"] = "petugas".into();
    });
    let refused = folder.unlock("petugas", PETUGAS, at(9, 0), system_dice()).err().unwrap();
    assert!(matches!(refused, DeskError::Vault(VaultError::WrongPassword)), "{refused:?}");
    assert!(folder.unlock("lama", PASSWORD, at(9, 0), system_dice()).is_err(), "nor does the one that was named away");
}

#[test]
fn a_slot_of_an_older_file_is_known_to_be_old() {
    let (_dir, folder, _) = two_accounts();
    let before = fs::read(slots(&folder)).unwrap();
    let mut desk = folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap();
    let own = account(&desk, "petugas");
    let changed = json!({"own_password": PASSWORD, "password": NEW.0, "password_again": NEW.1});
    take(&mut desk, (SubjectKind::Account, &own), "password", changed, at(9, 2)).unwrap();
    drop(desk);
    drop(folder.unlock("petugas", NEW.0, at(9, 0), system_dice()).unwrap());
    fs::write(slots(&folder), before).unwrap();
    let refused = folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).err().unwrap();
    assert!(matches!(refused, DeskError::Vault(VaultError::Altered)), "{refused:?}");
    let said = Said::from(&refused);
    assert!(said.kind == SaidKind::Refused && said.message.contains("loket.kunci pernah diubah"), "{said:?}");
    assert!(folder.unlock("petugas2", PETUGAS, at(9, 0), system_dice()).is_ok(), "a slot that is as it was goes on opening");
}

#[test]
fn the_password_of_a_closed_account_opens_nothing_and_its_name_is_not_offered() {
    let (_dir, folder, _) = two_accounts();
    let before = fs::read(slots(&folder)).unwrap();
    let mut desk = folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap();
    let other = account(&desk, "petugas2");
    take(&mut desk, (SubjectKind::Account, &other), "close", json!({}), at(9, 2)).unwrap();
    drop(desk);
    assert_eq!(folder.welcome().unwrap().1, ["petugas"]);
    assert!(folder.unlock("petugas2", PETUGAS, at(9, 0), system_dice()).is_err());
    let now = fs::read(slots(&folder)).unwrap();
    fs::write(slots(&folder), before).unwrap();
    let refused = folder.unlock("petugas2", PETUGAS, at(9, 0), system_dice()).err().unwrap();
    assert!(key_does_not_fit(&refused), "{refused:?}");
    fs::write(slots(&folder), now).unwrap();
    drop(folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap());
}

/// What an old slot gives is no key of what was written since.
fn key_does_not_fit(refused: &DeskError) -> bool {
    matches!(refused, DeskError::Store(StoreError::Damaged(_)))
}

#[test]
fn whoever_left_with_a_copy_of_the_slots_opens_no_later_copy_of_the_desk() {
    let (dir, folder, _) = two_accounts();
    let kept = fs::read(slots(&folder)).unwrap();
    let mut desk = folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap();
    let other = account(&desk, "petugas2");
    let id = desk.register_request(crate::fixture::form("Warga Nol", "Data Nol"), at(9, 1)).unwrap().row.id;
    desk.attach(&id, "lama.pdf", "identity", b"%PDF-1.4 lama", at(9, 1)).unwrap();
    let done = take(&mut desk, (SubjectKind::Account, &other), "close", json!({}), at(9, 2)).unwrap();
    assert!(done.said.contains("Kunci data diganti"), "{}", done.said);
    desk.register_request(crate::fixture::form("Warga Satu", "Data A"), at(9, 3)).unwrap();
    desk.attach(&id, "baru.pdf", "signed", b"%PDF-1.4 baru", at(9, 3)).unwrap();
    desk.verify().unwrap();
    drop(desk);
    // The later copy, with the slots of before.
    let stolen = Folder::at(dir.path().join("dicuri"));
    fs::create_dir_all(stolen.path().join("data")).unwrap();
    fs::copy(folder.path().join("data/loket.db"), stolen.path().join("data/loket.db")).unwrap();
    fs::write(slots(&stolen), kept).unwrap();
    for (login, password) in [("petugas2", PETUGAS), ("petugas", PASSWORD)] {
        let refused = stolen.unlock(login, password, at(9, 0), system_dice()).err().unwrap();
        assert!(key_does_not_fit(&refused), "{refused:?}");
    }
    let mut desk = folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap();
    desk.verify().unwrap();
    // A desk that changes hands gets a new key too.
    let before = fs::read(folder.path().join("data/loket.db")).unwrap()[..16].to_vec();
    let done = take(&mut desk, (SubjectKind::Office, ""), "change_key", json!({}), at(9, 4)).unwrap();
    assert!(done.said.contains("Kunci data diganti"), "{}", done.said);
    assert_ne!(fs::read(folder.path().join("data/loket.db")).unwrap()[..16], before, "the file is another");
    desk.register_request(crate::fixture::form("Warga Dua", "Data B"), at(9, 5)).unwrap();
    desk.verify().unwrap();
}

#[test]
fn a_new_key_waits_for_who_did_not_sign_in_since_the_update_and_says_so() {
    let (_dir, folder) = earlier();
    let mut desk = folder.unlock("siti", "sandi rekaan siti", at(9, 0), system_dice()).unwrap();
    let done = take(&mut desk, (SubjectKind::Office, ""), "change_key", json!({}), at(9, 4));
    let said = done.unwrap().said;
    assert!(said.contains("setelah") && said.contains("dewi") && said.contains("masuk sekali lagi"), "{said}");
    let told = desk.settings("0", at(9, 5)).unwrap().sync.key_text;
    assert!(told.contains("kunci data diganti setelah"), "{told}");
    desk.verify().unwrap();
}

#[test]
fn a_lost_card_opens_nothing_once_there_is_another() {
    let (_dir, folder, card) = two_accounts();
    let before = fs::read(slots(&folder)).unwrap();
    let mut desk = folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap();
    take(&mut desk, (SubjectKind::Office, ""), "new_card", json!({"own_password": PASSWORD}), at(9, 2)).unwrap();
    drop(desk);
    assert!(folder.unlock_with_card((&card, "petugas"), NEW, at(9, 3), system_dice()).is_err());
    fs::write(slots(&folder), before).unwrap();
    let refused = folder.unlock_with_card((&card, "petugas"), NEW, at(9, 3), system_dice()).err().unwrap();
    assert!(key_does_not_fit(&refused), "{refused:?}");
}

#[test]
fn what_happens_with_a_recovery_card_is_told_to_every_account_until_it_is_read() {
    let (_dir, folder, _) = two_accounts();
    let mut desk = folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap();
    assert!(notices(&desk).is_empty());
    let written = desk.written();
    take(&mut desk, (SubjectKind::Office, ""), "new_card", json!({"own_password": PASSWORD}), at(9, 2)).unwrap();
    assert_eq!(desk.written(), written + 1, "it is written down");
    assert!(notices(&desk).is_empty(), "whoever made it knows");
    let paper = serde_json::from_value(json!({"paper": "recovery_card"})).unwrap();
    let words = crate::fixture::words_of(&desk.paper(&paper, at(9, 3)).unwrap().pdf);
    let groups = words.split_once("Kode Pemulihan").unwrap().1.split_whitespace().take(6);
    let card = groups.collect::<Vec<_>>().join("-");
    drop(desk);
    let desk = folder.unlock("petugas2", PETUGAS, at(9, 0), system_dice()).unwrap();
    let [told] = <[String; 1]>::try_from(notices(&desk)).unwrap();
    assert!(told.contains("Kartu pemulihan baru") && told.contains("Petugas Rekaan") && told.contains("09.02 WIB"), "{told}");
    let id = desk.today_view(at(12, 0)).unwrap().notices.remove(0).id;
    desk.dismiss_notice(&id).unwrap();
    assert!(notices(&desk).is_empty(), "read");
    drop(desk);
    // Somebody uses the card in the name of the admin.
    let desk = folder.unlock_with_card((&card, "petugas"), NEW, at(10, 0), system_dice()).unwrap();
    assert_eq!(notices(&desk).len(), 1);
    drop(desk);
    for (login, password) in [("petugas", NEW.0), ("petugas2", PETUGAS)] {
        let mut desk = folder.unlock(login, password, at(9, 0), system_dice()).unwrap();
        let [told] = <[String; 1]>::try_from(notices(&desk)).unwrap();
        assert!(told.contains("Sandi akun Petugas Rekaan diganti dengan kartu pemulihan"), "{told}");
        desk.verify().unwrap();
    }
}

/// The folder of a desk of an earlier day, whose slots bind nothing.
fn earlier() -> (TempDir, Folder) {
    fn copy(from: &std::path::Path, to: &std::path::Path) {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()) {
            let to = to.join(entry.file_name().unwrap());
            if entry.is_dir() {
                copy(&entry, &to);
            } else {
                fs::copy(&entry, &to).unwrap();
            }
        }
    }
    let frozen = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/frozen");
    let mut days: Vec<PathBuf> = fs::read_dir(frozen).unwrap().map(|day| day.unwrap().path()).collect();
    days.sort();
    let dir = TempDir::new().unwrap();
    copy(&days[0].join("desk"), dir.path());
    let folder = Folder::at(dir.path());
    (dir, folder)
}

#[test]
fn slots_of_before_open_as_they_were_found_and_are_sealed_anew_by_their_owners() {
    let (_dir, folder) = earlier();
    let swapped = |folder: &Folder| {
        edit(folder, |slots| {
            of(slots, "siti")["login"] = "lama".into();
            of(slots, "dewi")["login"] = "siti".into();
        });
    };
    let version = |folder: &Folder, login: &str| {
        let mut vault: Value = serde_json::from_slice(&fs::read(slots(folder)).unwrap()).unwrap();
        of(vault["slots"].as_array_mut().unwrap(), login).get("version").and_then(Value::as_u64)
    };
    drop(folder.unlock("siti", "sandi rekaan siti", at(9, 0), system_dice()).unwrap());
    assert_eq!((version(&folder, "siti"), version(&folder, "dewi")), (Some(3), None), "each at its owner's sign-in");
    let found = fs::read(slots(&folder)).unwrap();
    swapped(&folder);
    let refused = folder.unlock("siti", "sandi rekaan dewi", at(9, 0), system_dice()).err().unwrap();
    assert!(matches!(refused, DeskError::Vault(VaultError::Altered)), "{refused:?}");
    fs::write(slots(&folder), found).unwrap();
    drop(folder.unlock("dewi", "sandi rekaan dewi", at(9, 0), system_dice()).unwrap());
    assert_eq!(version(&folder, "dewi"), Some(3));
    assert!(folder.unlock("siti", "sandi rekaan siti", at(9, 0), system_dice()).is_ok());
}

#[test]
fn nobody_else_on_the_computer_can_look_into_the_folder_or_read_a_file_of_it() {
    use std::os::unix::fs::PermissionsExt;
    fn modes(folder: &std::path::Path, found: &mut Vec<(PathBuf, u32)>) {
        found.push((folder.to_owned(), fs::metadata(folder).unwrap().permissions().mode() & 0o777));
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                modes(&entry, found);
            } else {
                found.push((entry.clone(), fs::metadata(&entry).unwrap().permissions().mode() & 0o777));
            }
        }
    }
    let dir = TempDir::new().unwrap();
    let folder = Folder::at(dir.path().join("loket"));
    // As an earlier version, or another program, left it.
    fs::create_dir_all(folder.path().join("log")).unwrap();
    fs::write(folder.path().join("log/loket.log"), b"lama").unwrap();
    for (path, mode) in [("", 0o755), ("log", 0o755), ("log/loket.log", 0o644)] {
        fs::set_permissions(folder.path().join(path), PermissionsExt::from_mode(mode)).unwrap();
    }
    folder.keep_first_start(&crate::fixture::first_start()).unwrap();
    let (mut desk, _) = folder.begin(&crate::fixture::first_start(), at(8, 0), system_dice()).unwrap();
    let id = desk.register_request(crate::fixture::form("Warga Satu", "Data A"), at(9, 0)).unwrap().row.id;
    desk.attach(&id, "ktp.pdf", "identity", b"%PDF-1.4 pindaian rekaan", at(9, 1)).unwrap();
    let mut found = Vec::new();
    modes(folder.path(), &mut found);
    assert!(found.len() > 8, "{found:?}");
    let open: Vec<_> = found.iter().filter(|(_, mode)| mode & 0o077 != 0).collect();
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn an_unattended_desk_is_locked_within_a_quarter_of_an_hour_whatever_was_set() {
    let (_dir, _, mut desk, _) = perbaungan();
    let minutes = |minutes: u64| minutes * 60_000;
    assert!(!desk.locks_after(minutes(10) - 1).unwrap() && desk.locks_after(minutes(10)).unwrap(), "unless it is set");
    take(&mut desk, (SubjectKind::Office, ""), "edit_lock", json!({"minutes": 15}), at(9, 0)).unwrap();
    assert!(!desk.locks_after(minutes(15) - 1).unwrap() && desk.locks_after(minutes(15)).unwrap());
    for wrong in [0, 16, 600] {
        let refused = take(&mut desk, (SubjectKind::Office, ""), "edit_lock", json!({"minutes": wrong}), at(9, 0));
        assert!(refused.is_err(), "{wrong}");
    }
}

#[test]
fn a_password_that_everybody_tries_first_is_not_taken() {
    let (_dir, folder, mut desk, card) = perbaungan();
    let own = account(&desk, "petugas");
    for weak in ["1234567890", "password12", "perbaungan26", "ppid-utama", "petugas petugas"] {
        let changed = json!({"own_password": PASSWORD, "password": weak, "password_again": weak});
        let refused = take(&mut desk, (SubjectKind::Account, &own), "password", changed, at(9, 0)).unwrap_err();
        assert!(
            refused.to_string().contains("mudah ditebak") || Said::from(&refused).fields[0].message.contains("mudah ditebak")
        );
    }
    drop(desk);
    let refused =
        folder.unlock_with_card((&card, "petugas"), ("qwertyuiop", "qwertyuiop"), at(9, 0), system_dice()).err().unwrap();
    assert_eq!(Said::from(&refused).fields[0].field, "password");
}

#[test]
fn what_the_window_hands_back_of_an_import_is_asked_again() {
    let (_dir, _, mut desk, _) = perbaungan();
    let heads = "Ringkasan;Kategori;Pejabat yang menguasai;Penanggung jawab;Pembuatan;Format;Retensi\n";
    let table = format!("{heads}Peta desa;Setiap saat;Seksi;Kasi;2025;Softcopy;10 tahun\n");
    let token = desk.import_preview("dip.csv", table.as_bytes(), at(9, 0)).unwrap().token;
    let written = desk.written();
    let (mark, plan) = token.split_once(' ').unwrap();
    for (field, forged) in [
        ("summary", json!("x".repeat(200_000))),
        ("summary", json!("Peta lain")),
        ("link", json!("javascript:alert(1)")),
        ("published_on", json!("2999-01-01")),
        ("holder", json!("")),
    ] {
        let mut edited: Value = serde_json::from_str(plan).unwrap();
        edited[0][1][field] = forged;
        for token in [edited.to_string(), format!("{mark} {edited}"), format!("{} {edited}", "0".repeat(64))] {
            assert!(desk.accept_import(&token, at(9, 1)).is_err(), "{field}");
        }
    }
    assert!(desk.accept_import(plan, at(9, 1)).is_err(), "without its mark");
    assert!(desk.accept_old_book(&token, at(9, 1)).is_err(), "nothing shown as one thing is accepted as another");
    assert!(desk.accept_calendar(&token, at(9, 1)).is_err());
    assert_eq!(desk.written(), written);
    desk.accept_import(&token, at(9, 1)).unwrap();
}

#[test]
fn what_the_window_hands_back_of_a_calendar_is_what_was_shown_to_this_very_person() {
    let (_dir, folder, mut desk, _) = perbaungan();
    let new_day = loket_desk::views::SubjectRef::new(SubjectKind::DayOff, "");
    let filled = crate::fixture::boxes(json!({"date": "2026-12-02", "name": "Pemungutan suara", "decree": "SK 1/2026"}));
    let mut form = desk.action_form(&new_day, "add_day_off", at(9, 0)).unwrap().filled();
    form.extend(filled.into_iter().filter(|(name, _)| form.contains_key(name)).collect::<loket_desk::views::Filled>());
    let token = desk.change_preview(&new_day, "add_day_off", &form, at(9, 0)).unwrap().token;
    let written = desk.written();
    let forged = token.replace("2026-12-02", "2026-12-03");
    assert_ne!(forged, token);
    assert!(desk.accept_calendar(&forged, at(9, 1)).is_err());
    assert_eq!(desk.written(), written);
    // Somebody else is handed what the first one was shown.
    let own = account(&desk, "petugas");
    take(&mut desk, (SubjectKind::Account, &own), "revise", json!({"also": ["admin"]}), at(9, 1)).unwrap();
    let opened = json!({
        "login": "lain", "name": "Admin Dua", "role": "admin", "password": PETUGAS, "password_again": PETUGAS,
        "own_password": PASSWORD
    });
    take(&mut desk, (SubjectKind::Account, ""), "open", opened, at(9, 1)).unwrap();
    drop(desk);
    let mut desk = folder.unlock("lain", PETUGAS, at(9, 2), system_dice()).unwrap();
    assert!(desk.accept_calendar(&token, at(9, 2)).is_err());
    drop(desk);
    folder.unlock("petugas", PASSWORD, at(9, 3), system_dice()).unwrap().accept_calendar(&token, at(9, 3)).unwrap();
}
