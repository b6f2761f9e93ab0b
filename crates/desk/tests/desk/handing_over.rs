//! A desk that passes to another person: one act, after which the one is out and the other in, and nothing that was begun is lost.

use loket_desk::views::{Done, SubjectKind, SubjectRef};
use loket_desk::{Desk, DeskError, Folder, PaperRef, RequestDraft, VaultError, system_dice};
use loket_domain::problem::Refused;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

use crate::fixture::{PASSWORD, account, at, boxes, form, on, perbaungan, take, words_of};

const THEIRS: &str = "sungai di hulu";

fn newcomer() -> Value {
    json!({
        "number": "000.9/12/2026", "basis": "SK Bupati 821/77/2026", "things": ["Buku register"], "login": "ganti",
        "name": "Pengganti Rekaan", "password": THEIRS, "password_again": THEIRS, "own_password": PASSWORD
    })
}

fn slots_of(folder: &Folder) -> PathBuf {
    folder.path().join("data/loket.kunci")
}

fn hand_over(desk: &mut Desk, login: &str, over: Value) -> Result<Done, DeskError> {
    let id = account(desk, login);
    take(desk, (SubjectKind::Account, &id), "hand_over", over, at(15, 0))
}

fn opened(desk: &mut Desk, login: &str, role: &str) {
    let asked = json!({
        "login": login, "name": format!("{login} rekaan"), "role": role, "password": THEIRS, "password_again": THEIRS,
        "own_password": PASSWORD
    });
    take(desk, (SubjectKind::Account, ""), "open", asked, at(9, 1)).unwrap();
}

fn minutes(desk: &Desk, done: &Done) -> String {
    words_of(&desk.paper(done.paper.as_ref().unwrap(), at(15, 1)).unwrap().pdf)
}

fn refused(opened: Result<Desk, DeskError>) -> DeskError {
    opened.err().unwrap()
}

#[test]
fn the_only_account_passes_to_whoever_comes_and_its_password_opens_nothing_any_more() {
    let (_dir, folder, mut desk, card) = perbaungan();
    let id = desk.register_request(form("Warga Satu", "Data A"), at(9, 0)).unwrap().row.id;
    let kept = fs::read(slots_of(&folder)).unwrap();
    let (series, key) = (desk.origin(), desk.series().unwrap().len());
    let done = hand_over(&mut desk, "petugas", newcomer()).unwrap();
    assert!(done.said.contains("Pengganti Rekaan") && done.said.contains("Kunci data diganti"), "{}", done.said);
    assert!(desk.origin() != series && desk.series().unwrap().len() > key, "another key signs from now on");
    assert_eq!(desk.session(at(15, 1)).unwrap().person, "Pengganti Rekaan", "who typed the password sits there now");
    take(&mut desk, (SubjectKind::Request, &id), "add_note", json!({"text": "Diteruskan"}), at(15, 2)).unwrap();
    assert_eq!(done.papers.len(), 2, "the minutes and a new card");
    assert!(desk.paper(&PaperRef::RecoveryCard, at(15, 2)).is_ok());
    desk.verify().unwrap();
    drop(desk);
    assert!(refused(folder.unlock("petugas", PASSWORD, at(9, 0), system_dice())).to_string().len() > 5);
    let by_card = folder.unlock_with_card((&card, "ganti"), ("kebun teh pagi", "kebun teh pagi"), at(16, 0), system_dice());
    assert!(matches!(refused(by_card), DeskError::Vault(VaultError::WrongCard)));
    let now = fs::read(slots_of(&folder)).unwrap();
    fs::write(slots_of(&folder), kept).unwrap();
    assert!(folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).is_err(), "nor does a copy of the slots that was kept");
    fs::write(slots_of(&folder), now).unwrap();
    folder.unlock("ganti", THEIRS, at(9, 0), system_dice()).unwrap().verify().unwrap();
}

#[test]
fn the_minutes_name_everything_that_is_left_to_do_with_its_deadline_and_say_the_same_for_ever() {
    let (_dir, folder, mut desk, _) = perbaungan();
    let first = desk.register_request(form("Warga Satu", "Data A"), at(9, 0)).unwrap().row;
    let lacking = RequestDraft { documents: vec![], ..form("Warga Dua", "Data B") };
    let second = desk.register_request(lacking, at(9, 5)).unwrap().row;
    take(&mut desk, (SubjectKind::NumberedForm, ""), "reserve_forms", json!({"count": 1}), at(9, 6)).unwrap();
    let asked = json!({"line": "Format salinan", "text": "Bolehkah?"});
    take(&mut desk, (SubjectKind::Question, ""), "ask", asked, at(9, 7)).unwrap();
    let done = hand_over(&mut desk, "petugas", newcomer()).unwrap();
    let said = minutes(&desk, &done);
    for named in &[
        first.number.as_str(),
        second.number.as_str(),
        "Jawab permohonan",
        "Periksa kelengkapan",
        "7 Desember",
        "Format salinan",
        "Menunggu jawaban",
        "009/PPID/KEC-PBG/XI/2026",
        "Petugas Rekaan",
        "Pengganti Rekaan",
        "Camat Rekaan, M.Si.",
        "SK Bupati 821/77/2026",
        "Diserahkan pula: Buku register.",
    ] {
        // A cell may break a number after a stroke.
        let (found, sought): (String, String) = [said.as_str(), *named].map(|text| text.replace(' ', "")).into();
        assert!(found.contains(&sought), "{named} is not in: {said}");
    }
    assert!(!said.contains("Warga") && !said.contains("1218010101900003"), "nothing of a citizen: {said}");
    drop(desk);
    let mut desk = folder.unlock("ganti", THEIRS, at(9, 0), system_dice()).unwrap();
    let own = account(&desk, "ganti");
    let renamed = json!({"name": "Nama Lain"});
    take(&mut desk, (SubjectKind::Account, &own), "revise", renamed, on("2026-12-01", 9, 0)).unwrap();
    desk.register_request(form("Warga Tiga", "Data C"), on("2026-12-01", 9, 0)).unwrap();
    assert_eq!(minutes(&desk, &done), said);
    let page = desk.record(&SubjectRef::new(SubjectKind::Account, &own), at(16, 0)).unwrap();
    assert_eq!(page.linked[0].subject, done.subject.unwrap(), "and are found on the page of the account");
    desk.record(&page.linked[0].subject, at(16, 0)).unwrap();
}

#[test]
fn a_colleague_takes_over_only_with_the_own_password_and_gets_the_roles_that_were_left() {
    let (_dir, _, mut desk, _) = perbaungan();
    let own = account(&desk, "petugas");
    take(&mut desk, (SubjectKind::Account, &own), "revise", json!({"also": ["admin", "ppid_unit"]}), at(9, 0)).unwrap();
    opened(&mut desk, "dewi", "ppid_superior");
    let dewi = account(&desk, "dewi");
    let written = desk.written();
    let wrong = json!({"to": dewi, "to_password": PASSWORD, "own_password": PASSWORD});
    let said = hand_over(&mut desk, "petugas", wrong).err().unwrap().to_string();
    assert!(said.contains("tidak cocok"), "{said}");
    assert_eq!(desk.written(), written);
    let right = json!({"to": dewi, "to_password": THEIRS, "own_password": PASSWORD, "new_card": false});
    let done = hand_over(&mut desk, "petugas", right).unwrap();
    let session = desk.session(at(15, 1)).unwrap();
    assert_eq!(session.person, "dewi rekaan");
    for role in ["Atasan PPID", "Petugas meja layanan", "Admin aplikasi", "PPID Pelaksana"] {
        assert!(session.role.contains(role), "{}", session.role);
    }
    assert_eq!(done.papers.len(), 1);
    assert!(minutes(&desk, &done).contains("Kartu pemulihan tidak diganti"));
}

#[test]
fn an_admin_hands_over_the_account_of_another_and_every_account_is_told() {
    let (_dir, folder, mut desk, _) = perbaungan();
    let own = account(&desk, "petugas");
    take(&mut desk, (SubjectKind::Account, &own), "revise", json!({"also": ["admin"]}), at(9, 0)).unwrap();
    opened(&mut desk, "dewi", "desk_officer");
    opened(&mut desk, "andi", "desk_officer");
    hand_over(&mut desk, "dewi", newcomer()).unwrap();
    assert_eq!(desk.session(at(15, 1)).unwrap().person, "Petugas Rekaan", "whoever did it stays");
    drop(desk);
    assert!(folder.unlock("dewi", THEIRS, at(9, 0), system_dice()).is_err());
    let desk = folder.unlock("andi", THEIRS, at(9, 0), system_dice()).unwrap();
    let notices = desk.today_view(at(16, 0)).unwrap().notices;
    assert!(notices.iter().any(|notice| notice.text.contains("dari dewi rekaan kepada Pengganti Rekaan")), "{notices:?}");
}

#[test]
fn what_the_one_had_not_finished_typing_waits_for_the_other() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = desk.register_request(form("Warga Satu", "Data A"), at(9, 0)).unwrap().row.id;
    let subject = SubjectRef::new(SubjectKind::Request, id);
    desk.keep_draft("0000000000001", &form("Warga Setengah", "Data B"), at(9, 1)).unwrap();
    desk.keep_step(&subject, "grant", boxes(json!({"means": "Diambil besok"})), at(9, 2)).unwrap();
    let own = SubjectRef::new(SubjectKind::Account, account(&desk, "petugas"));
    desk.keep_step(&own, "hand_over", boxes(json!({"basis": "SK 1"})), at(9, 3)).unwrap();
    hand_over(&mut desk, "petugas", newcomer()).unwrap();
    let kept = desk.request_form(Some("0000000000001"), at(15, 1)).unwrap();
    assert_eq!(kept.draft.name, "Warga Setengah");
    let step = desk.action_form(&subject, "grant", at(15, 1)).unwrap();
    assert!(step.kept.is_some_and(|kept| kept.typed.contains_key("means")));
}

#[test]
fn what_is_wrong_is_said_before_anything_is_written() {
    let (_dir, folder, mut desk, _) = perbaungan();
    let (written, slots) = (desk.written(), fs::read(slots_of(&folder)).unwrap());
    let wrong = |over: Value| {
        let mut asked = newcomer();
        asked.as_object_mut().unwrap().extend(over.as_object().unwrap().clone());
        asked
    };
    for (over, said) in [
        (json!({"login": "petugas"}), "sudah dipakai"),
        (json!({"login": "dua kata"}), "hanya berisi"),
        (json!({"name": ""}), "Isi nama lengkap"),
        (json!({"password_again": "lain sekali ya"}), "Sandi kedua belum sama"),
        (json!({"password": "1234567890", "password_again": "1234567890"}), "mudah ditebak"),
        (json!({"own_password": "bukan ini"}), "tidak cocok"),
        (json!({"from_nip": "123"}), "NIP"),
        (json!({"witness": "bukan siapa-siapa"}), "pejabat"),
        (json!({"to": "00000000-0000-7000-8000-000000000001"}), "Pilih siapa"),
    ] {
        let problem = hand_over(&mut desk, "petugas", wrong(over)).err().unwrap();
        assert!(matches!(problem, DeskError::Refused(_)), "{problem:?}");
        let all = match &problem {
            DeskError::Refused(Refused::Fields(fields)) => fields.iter().map(|field| field.message.clone()).collect(),
            other => other.to_string(),
        };
        assert!(all.contains(said), "{all}");
        assert_eq!(desk.written(), written);
        assert_eq!(fs::read(slots_of(&folder)).unwrap(), slots);
    }
}

/// A copy of the folder, as a power cut would leave it.
fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copied(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn a_handover_that_broke_off_after_the_new_slot_lets_the_old_holder_in_and_is_taken_again() {
    let (dir, folder, mut desk, _) = perbaungan();
    let before = dir.path().join("sebelum");
    drop(desk);
    copied(folder.path(), &before);
    desk = folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap();
    hand_over(&mut desk, "petugas", newcomer()).unwrap();
    drop(desk);
    // The new slot lies in the file, and the database does not know the account yet.
    let cut = Folder::at(&before);
    let mut slots: Value = serde_json::from_slice(&fs::read(slots_of(&cut)).unwrap()).unwrap();
    let after: Value = serde_json::from_slice(&fs::read(slots_of(&folder)).unwrap()).unwrap();
    let list =
        |value: &Value| value.as_object().unwrap().iter().find(|(_, value)| value.is_array()).map(|(name, _)| name.clone());
    let name = list(&slots).unwrap();
    let new = after[&name].as_array().unwrap().iter().find(|slot| slot.to_string().contains("ganti")).unwrap().clone();
    slots[&name].as_array_mut().unwrap().push(new);
    fs::write(slots_of(&cut), slots.to_string()).unwrap();
    assert!(cut.unlock("ganti", THEIRS, at(9, 0), system_dice()).is_err(), "nobody of that name is there");
    let mut desk = cut.unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap();
    desk.verify().unwrap();
    hand_over(&mut desk, "petugas", newcomer()).unwrap();
    drop(desk);
    cut.unlock("ganti", THEIRS, at(9, 0), system_dice()).unwrap().verify().unwrap();
}
