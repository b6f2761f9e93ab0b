//! The whole folder of a desk, copied to another computer or beside the first.

use loket_desk::views::SubjectKind;
use loket_desk::{Desk, DeskError, Folder, Hold, MachineMark, system_dice};
use serde_json::json;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

use crate::fixture::{PASSWORD, at, first_start, form, take};

fn copy_all(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_all(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn on(computer: &str, path: &Path) -> Folder {
    Folder::at(path).known_by(Some(MachineMark::of(computer, Some(1))))
}

fn open(folder: &Folder) -> Desk {
    folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap()
}

/// A desk with one request on one computer, closed; its folder is `satu` of the first, and copied whole it is `dua`.
fn two_computers() -> (TempDir, Folder, Folder) {
    let dir = TempDir::new().unwrap();
    let (first, second) = (dir.path().join("satu"), dir.path().join("dua"));
    let folder = on("komputer satu", &first);
    let (mut desk, _) = folder.begin(&first_start(), at(8, 0), system_dice()).unwrap();
    desk.register_request(form("Warga Satu", "Data A"), at(9, 0)).unwrap();
    drop(desk);
    copy_all(&first, &second);
    (dir, folder, on("komputer dua", &second))
}

#[test]
fn a_folder_copied_whole_to_another_computer_gives_no_number_before_the_last_one_is_told() {
    let (_dir, first, second) = two_computers();
    let mut there = open(&second);
    assert_eq!(there.hold(), Some(Hold::Copied));
    let held = there.register_request(form("Warga Dua", "Data B"), at(9, 5)).err().unwrap();
    assert!(matches!(held, DeskError::Held(Hold::Copied)));
    assert!(held.to_string().contains("disalin dari komputer lain"), "{held}");
    drop(there);
    let mut here = open(&first);
    assert_eq!(here.hold(), None, "the computer it was copied from goes on");
    let number = here.register_request(form("Warga Dua", "Data B"), at(9, 6)).unwrap().row.number;
    assert!(number.starts_with("008/"), "{number}");
}

#[test]
fn whoever_may_not_tell_the_last_number_leaves_no_new_series_behind() {
    let (dir, first, _) = two_computers();
    let mut desk = open(&first);
    let opened = json!({
        "login": "camat", "name": "Camat Rekaan", "role": "ppid_superior", "password": "kebun teh pagi",
        "password_again": "kebun teh pagi", "own_password": PASSWORD, "keeps": ["admin", "ppid_unit"]
    });
    take(&mut desk, (SubjectKind::Account, ""), "open", opened, at(9, 10)).unwrap();
    drop(desk);
    let copied = dir.path().join("empat");
    copy_all(first.path(), &copied);
    let mut there = on("komputer dua", &copied).unlock("camat", "kebun teh pagi", at(9, 11), system_dice()).unwrap();
    assert_eq!(there.hold(), Some(Hold::Copied));
    let (origin, written) = (there.origin(), there.written());
    let told = crate::fixture::boxes(json!({"last_request": 10, "last_objection": 0, "other_years": [], "reason": "Pindah"}));
    let office = loket_desk::views::SubjectRef::new(SubjectKind::Office, "");
    let refused = there.act(&office, "account_lost_numbers", &told, at(10, 0)).unwrap_err();
    assert!(matches!(refused, DeskError::Refused(_)), "{refused:?}");
    assert_eq!((there.origin(), there.written(), there.hold()), (origin, written, Some(Hold::Copied)));
}

#[test]
fn a_desk_that_moves_to_a_new_computer_goes_on_after_the_last_number_and_the_old_one_is_then_the_copy() {
    let (dir, first, second) = two_computers();
    let before = open(&first).origin();
    let mut there = open(&second);
    let told = json!({"last_request": 10, "last_objection": 0, "reason": "Pindah komputer"});
    take(&mut there, (SubjectKind::Office, ""), "account_lost_numbers", told, at(10, 0)).unwrap();
    let number = there.register_request(form("Warga Tiga", "Data C"), at(10, 5)).unwrap().row.number;
    assert!(number.starts_with("011/"), "{number}");
    assert_ne!(there.origin(), before, "nothing is signed twice under one name");
    drop(there);
    assert_eq!(open(&second).hold(), None, "it is at home there now");
    let back = dir.path().join("tiga");
    copy_all(second.path(), &back);
    assert_eq!(open(&on("komputer satu", &back)).hold(), Some(Hold::Copied), "and elsewhere on the first");
}

#[test]
fn a_trail_of_before_there_were_marks_is_no_reason_to_hold_and_gets_one() {
    let (dir, first, _) = two_computers();
    let trail = first.path().join("loket.jejak");
    let marked = fs::read(&trail).unwrap();
    fs::write(&trail, &marked[..48]).unwrap();
    assert_eq!(open(&on("komputer dua", first.path())).hold(), None);
    let copy = dir.path().join("tiga");
    copy_all(first.path(), &copy);
    assert_eq!(open(&on("komputer tiga", &copy)).hold(), Some(Hold::Copied));
}

#[test]
fn a_trail_whose_mark_is_torn_or_that_nobody_can_compare_says_nothing_of_the_computer() {
    let (_dir, first, second) = two_computers();
    assert_eq!(open(&Folder::at(second.path())).hold(), None, "a system that does not say which computer it is");
    let trail = first.path().join("loket.jejak");
    let mut torn = fs::read(&trail).unwrap();
    torn[60] ^= 1;
    fs::write(&trail, torn).unwrap();
    assert_eq!(open(&on("komputer dua", first.path())).hold(), None);
}
