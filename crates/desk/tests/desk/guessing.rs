//! Whoever guesses at this desk waits, at every door where a secret is asked; and what is done with what the desk holds is written down
//! where whoever administers the office reads it, and nobody else.

use loket_desk::sync::{Client, Joining, enrol};
use loket_desk::views::{ExportRef, ListKind, ListQuery, SheetFormat, SubjectKind};
use loket_desk::{Desk, DeskError, Folder, Said, SaidKind, TakeOut, VaultError, system_dice};
use loket_domain::problem::Refused;
use serde_json::json;
use std::sync::Mutex;

use crate::fixture::{NEW, PASSWORD, PETUGAS, account, at, form, on, take, two_accounts};

fn query(list: ListKind, words: &str) -> ListQuery {
    ListQuery { list, words: words.into(), filter: None, offset: 0, limit: 99 }
}

/// What stands in the list of what was done, the latest first: who, what, and what exactly.
fn uses(desk: &Desk) -> Vec<(String, String, String)> {
    let page = desk.list(&query(ListKind::Uses, ""), at(12, 0)).unwrap();
    page.rows.into_iter().map(|row| (row.cells[1].clone(), row.cells[2].clone(), row.cells[3].clone())).collect()
}

fn is_kept_waiting(error: &DeskError) -> bool {
    matches!(error, DeskError::Vault(VaultError::TooOften(_)))
}

#[test]
fn whoever_guesses_a_password_at_the_door_waits_also_after_the_program_was_started_anew() {
    let (dir, folder, _) = two_accounts();
    for _ in 0..5 {
        let wrong = folder.unlock("petugas", "bukan sandinya", at(10, 0), system_dice()).err().unwrap();
        assert!(matches!(wrong, DeskError::Vault(VaultError::WrongPassword)), "{wrong:?}");
    }
    // Started anew, in the same folder.
    let anew = Folder::at(dir.path().join("loket"));
    let waits = anew.unlock("petugas", PASSWORD, at(10, 0), system_dice()).err().unwrap();
    assert!(is_kept_waiting(&waits), "the right one waits too: {waits:?}");
    let said = Said::from(&waits);
    assert!(said.kind == SaidKind::Refused && said.message.contains("tunggu 5 detik"), "{said:?}");
    assert!(anew.unlock("petugas2", PETUGAS, at(10, 0), system_dice()).is_ok(), "and nobody else does");
    // A temporary password is a password, and the wait is one.
    let temporary = anew.unlock_with_temporary(("petugas", "x"), NEW, at(10, 0), system_dice()).err().unwrap();
    assert!(is_kept_waiting(&temporary));
    assert!(anew.unlock("petugas", PASSWORD, at(10, 1), system_dice()).is_ok());
}

#[test]
fn whoever_guesses_the_recovery_card_waits() {
    let (_dir, folder, card) = two_accounts();
    for _ in 0..5 {
        let wrong = folder.unlock_with_card(("AAAA-BBBB", "petugas"), NEW, at(10, 0), system_dice()).err().unwrap();
        assert!(matches!(wrong, DeskError::Vault(VaultError::WrongCard)), "{wrong:?}");
    }
    assert!(is_kept_waiting(&folder.unlock_with_card((&card, "petugas"), NEW, at(10, 0), system_dice()).err().unwrap()));
    assert!(folder.unlock("petugas", PASSWORD, at(10, 0), system_dice()).is_ok(), "a password is another door");
    assert!(folder.unlock_with_card((&card, "petugas"), NEW, at(10, 5), system_dice()).is_ok());
}

#[tokio::test]
async fn whoever_guesses_at_any_box_that_asks_the_own_password_again_waits_at_all_of_them_and_at_the_door() {
    let (_dir, folder, _) = two_accounts();
    let mut desk = folder.unlock("petugas", PASSWORD, at(10, 0), system_dice()).unwrap();
    let (own, other) = (account(&desk, "petugas"), account(&desk, "petugas2"));
    let wrong = json!({"own_password": "tebakan", "password": NEW.0, "password_again": NEW.1});
    let card = |desk: &mut Desk| take(desk, (SubjectKind::Office, ""), "new_card", json!({"own_password": "tebakan"}), at(10, 0));
    let tries: [Result<_, DeskError>; 4] = [
        card(&mut desk),
        take(&mut desk, (SubjectKind::Account, &own), "password", wrong.clone(), at(10, 0)),
        take(&mut desk, (SubjectKind::Account, &other), "temporary_password", json!({"own_password": "tebakan"}), at(10, 0)),
        card(&mut desk),
    ];
    for refused in tries {
        assert!(Said::from(&refused.unwrap_err()).fields[0].message.contains("tidak cocok"));
    }
    let desk = Mutex::new(Some(desk));
    let joining = Joining::new("http://127.0.0.1:1", "KODE", "tebakan");
    enrol(&desk, &Client::new().unwrap(), &joining, at(10, 0)).await.unwrap_err();
    let waits = enrol(&desk, &Client::new().unwrap(), &Joining::new("http://127.0.0.1:1", "KODE", PASSWORD), at(10, 0)).await;
    assert!(Said::from(&waits.unwrap_err()).fields[0].message.contains("tunggu"));
    drop(desk);
    assert!(is_kept_waiting(&folder.unlock("petugas", PASSWORD, at(10, 0), system_dice()).err().unwrap()));
}

#[test]
fn what_was_tried_in_vain_is_told_to_whoever_administers_the_office_and_to_nobody_else() {
    let (_dir, folder, card) = two_accounts();
    for login in ["petugas", "petugas", "tidak ada"] {
        assert!(folder.unlock(login, "tebakan", at(10, 0), system_dice()).is_err());
    }
    assert!(folder.unlock_with_card(("AAAA", "petugas"), NEW, at(10, 1), system_dice()).is_err());
    let desk = folder.unlock("petugas2", PETUGAS, at(10, 2), system_dice()).unwrap();
    let refused = desk.list(&query(ListKind::Uses, ""), at(10, 2));
    assert!(matches!(refused, Err(DeskError::Refused(Refused::NotYourDuty(_)))), "{refused:?}");
    drop(desk);
    drop(folder.unlock_with_card((&card, "petugas"), NEW, at(10, 3), system_dice()).unwrap());
    let mut desk = folder.unlock("petugas", NEW.0, at(10, 4), system_dice()).unwrap();
    let told = uses(&desk);
    let holds = |what: &str, detail: &str| told.iter().any(|(_, known, found)| known == what && found.contains(detail));
    for (what, detail) in [
        ("Sandi atau kartu salah", "2 kali: sandi akun petugas"),
        ("Sandi atau kartu salah", "1 kali: nama akun yang tidak ada"),
        ("Sandi atau kartu salah", "1 kali: kartu pemulihan"),
        ("Masuk", "petugas2"),
        ("Masuk", "petugas, dengan kartu pemulihan"),
    ] {
        assert!(holds(what, detail), "{what}: {detail} is not in {told:?}");
    }
    desk.verify().unwrap();
}

#[test]
fn what_leaves_the_desk_and_what_touches_its_keys_is_written_down_with_who_did_it() {
    let (_dir, folder, _) = two_accounts();
    let mut desk = folder.unlock("petugas", PASSWORD, at(10, 0), system_dice()).unwrap();
    let id = desk.register_request(form("Warga Satu", "Data A"), at(10, 0)).unwrap().row.id;
    desk.attach(&id, "ktp.pdf", "identity", b"%PDF-1.4 rekaan", at(10, 1)).unwrap();
    let digest = desk.request(&id, at(10, 1)).unwrap().files.items[0].digest.clone();
    let own = account(&desk, "petugas");
    desk.file(&id, &digest, at(10, 2)).unwrap();
    desk.export(&ExportRef::Dip { format: SheetFormat::Xlsx }, at(10, 3)).unwrap();
    desk.take_out(&TakeOut::Office, at(10, 4)).unwrap();
    desk.take_out(&TakeOut::Person { typed: "1218010101900003".into() }, at(10, 4)).unwrap();
    let receipt = serde_json::from_value(json!({"paper": "request", "id": id, "kind": "receipt"})).unwrap();
    desk.paper_to_save(&receipt, at(10, 5)).unwrap();
    desk.bundle(1 << 20, at(10, 6)).ok();
    let changed = json!({"own_password": PASSWORD, "password": NEW.0, "password_again": NEW.1});
    take(&mut desk, (SubjectKind::Account, &own), "password", changed, at(10, 7)).unwrap();
    take(&mut desk, (SubjectKind::Office, ""), "new_card", json!({"own_password": NEW.0}), at(10, 8)).unwrap();
    let told = uses(&desk);
    for what in ["Berkas dibuka", "Daftar diekspor", "Data dikeluarkan", "Surat disimpan", "Akun, sandi dan pengaturan"] {
        assert!(told.iter().any(|(who, known, _)| who == "Petugas Rekaan" && known == what), "{what} is not in {told:?}");
    }
    assert!(told.iter().any(|(.., detail)| detail == "Buat kartu pemulihan baru" || detail.contains("kartu")), "{told:?}");
    let said: String = told.iter().map(|(.., detail)| detail.as_str()).collect();
    assert!(!said.contains(NEW.0) && !said.contains(PASSWORD) && !said.contains("1218010101900003"), "{said}");
    // What was refused leaves nothing, and what cannot be opened neither.
    let before = uses(&desk).len();
    assert!(desk.file(&id, "00", at(10, 9)).is_err());
    assert_eq!(uses(&desk).len(), before);
    assert_eq!(desk.list(&query(ListKind::Uses, "ktp"), at(12, 0)).unwrap().rows.len(), 1, "it is found by words");
    desk.verify().unwrap();
}

#[test]
fn what_there_is_of_one_person_leaves_as_one_file_and_nobody_is_given_what_is_another_s() {
    let (_dir, folder, _) = two_accounts();
    let mut desk = folder.unlock("petugas", PASSWORD, at(10, 0), system_dice()).unwrap();
    let other = loket_desk::RequestDraft { identity_number: "1218010101900004".into(), ..form("Warga Satu", "Data B") };
    let first = desk.register_request(form("Warga Satu", "Data A"), at(10, 0)).unwrap().row.number;
    let second = desk.register_request(other, at(10, 1)).unwrap().row.number;
    desk.register_request(form("Warga Satu", "Data C"), at(10, 2)).unwrap();
    let of = |typed: &str| desk.take_out(&TakeOut::Person { typed: typed.into() }, at(11, 0));
    let plan = of("1218 0101 0190 0003").unwrap();
    assert!(!plan.file_name.contains("Warga") && !plan.file_name.contains("1218"), "{}", plan.file_name);
    let path = folder.path().join("orang.zip");
    let done = plan.pack(&path, &mut |part| desk.taken_part(&plan, part, at(11, 0)), &mut |_| true).unwrap();
    assert!(done.said.contains("disimpan dalam satu ZIP"), "{}", done.said);
    let listed = std::process::Command::new("unzip").arg("-l").arg(&path).output().unwrap();
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    let folder_of = |number: &str| number.replace('/', "-");
    assert!(listed.contains("Ringkasan data pribadi.xlsx") && listed.contains(&folder_of(&first)), "{listed}");
    assert!(!listed.contains(&folder_of(&second)), "that is another's: {listed}");
    for (typed, why) in [
        ("Warga Satu", "lebih dari satu orang"),
        ("1218010101900009", "Tidak ada"),
        ("Warga Sat", "Tidak ada"),
        ("12180101019000", "Tidak ada"),
        ("", "NIK"),
    ] {
        let refused = of(typed).map(|plan| plan.parts()).unwrap_err();
        let said = Said::from(&refused);
        assert!(said.fields[0].message.contains(why), "{typed}: {said:?}");
    }
}

#[test]
fn what_was_kept_as_long_as_the_office_set_is_listed_and_nothing_before() {
    let (_dir, folder, _) = two_accounts();
    let mut desk = folder.unlock("petugas", PASSWORD, at(10, 0), system_dice()).unwrap();
    let ended = desk.register_request(form("Warga Satu", "Data A"), at(10, 0)).unwrap().row;
    desk.register_request(form("Warga Dua", "Data B"), at(10, 1)).unwrap();
    let withdrawn = json!({"reason": "Sudah dapat di tempat lain"});
    take(&mut desk, (SubjectKind::Request, &ended.id), "withdraw", withdrawn, at(10, 2)).unwrap();
    let listed = |desk: &Desk, day: &str| {
        let page = desk.list(&query(ListKind::Retained, ""), on(day, 9, 0)).unwrap();
        page.rows.into_iter().map(|row| row.cells[0].clone()).collect::<Vec<_>>()
    };
    assert!(listed(&desk, "2099-01-01").is_empty(), "while nothing is set, nothing is said to be over");
    for (years, basis) in [(0, "JRA"), (101, "JRA"), (5, "")] {
        let set = json!({"years": years, "basis": basis});
        assert!(take(&mut desk, (SubjectKind::Office, ""), "set_retention", set, at(10, 3)).is_err());
    }
    let set = json!({"years": 5, "basis": "Perbup 12/2025 tentang JRA"});
    take(&mut desk, (SubjectKind::Office, ""), "set_retention", set, at(10, 3)).unwrap();
    assert!(listed(&desk, "2031-11-23").is_empty(), "the last day is one");
    assert_eq!(listed(&desk, "2031-11-24"), [ended.number], "and what is open is never over");
    drop(desk);
    let desk = folder.unlock("petugas2", PETUGAS, at(11, 0), system_dice()).unwrap();
    assert!(matches!(desk.list(&query(ListKind::Retained, ""), at(11, 0)), Err(DeskError::Refused(Refused::NotYourDuty(_)))));
}
