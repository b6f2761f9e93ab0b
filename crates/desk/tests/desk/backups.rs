//! Copies of a desk: made while work goes on, proved, kept by a rule, and made into a desk again when the PC is gone.

use loket_desk::views::{BackupProgress, SubjectKind, Tone};
use loket_desk::{BackupFault, BackupMade, Desk, DeskError, Folder, Hold, Moment, VaultError, system_dice};
use loket_domain::problem::Refused;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

use crate::fixture::{PASSWORD, at, first_start, form, on, perbaungan, take};

/// An office with a stick, two requests and a scan.
struct Office {
    dir: TempDir,
    folder: Folder,
    desk: Desk,
    stick: PathBuf,
}

impl Office {
    fn begun() -> Self {
        let (dir, folder, mut desk, _) = perbaungan();
        let stick = dir.path().join("flashdisk");
        fs::create_dir(&stick).unwrap();
        let id = desk.register_request(form("Warga Satu", "Data A"), at(9, 0)).unwrap().row.id;
        desk.register_request(form("Warga Dua", "Data B"), at(9, 5)).unwrap();
        desk.attach(&id, "ktp.pdf", "identity", b"%PDF-1.4 pindaian rekaan", at(9, 6)).unwrap();
        desk.keep_copies_in(&stick).unwrap();
        Self { dir, folder, desk, stick }
    }

    fn back_up(&self, moment: Moment) -> BackupMade {
        let made = self.desk.backup_job(moment).unwrap().run(&mut |_| true).unwrap();
        self.desk.backup_made(&made).unwrap();
        made
    }

    /// The only copy, or the newest.
    fn copy(&self) -> PathBuf {
        PathBuf::from(&self.folder.copies_in(&self.stick).unwrap()[0].path)
    }

    /// A computer on which nothing lies yet.
    fn new_pc(&self) -> Folder {
        Folder::at(self.dir.path().join("komputer baru"))
    }

    fn restore(&self, folder: &Folder, login: &str, password: &str) -> Result<Desk, DeskError> {
        folder.restore(&self.copy(), (login, password), on("2026-11-24", 8, 0), system_dice())
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|found| found.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn backup_fault(result: Result<impl Sized, DeskError>) -> BackupFault {
    match result {
        Err(DeskError::Backup(fault)) => fault,
        Err(other) => panic!("another error: {other:?}"),
        Ok(_) => panic!("nothing was wrong"),
    }
}

#[test]
fn a_dead_pc_comes_back_from_the_stick_with_its_requests_and_scans_and_asks_for_the_numbers() {
    let office = Office::begun();
    office.back_up(at(15, 30));
    let new = office.new_pc();
    let found = new.copies_in(&office.stick).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].made_text, "Senin, 23 November 2026, 15.30");
    assert_eq!(found[0].desk, "Kantor Camat Perbaungan, meja A");
    let facts: Vec<_> = found[0].facts.iter().map(|fact| (fact.label.as_str(), fact.value.as_str())).collect();
    assert_eq!(facts[..2], [("Permohonan", "2"), ("Nomor terakhir", "008/PPID/KEC-PBG/XI/2026")]);
    assert_eq!((found[0].logins.as_slice(), &found[0].lacks, &found[0].refused), (&["petugas".to_owned()][..], &None, &None));
    let mut desk = office.restore(&new, "petugas", PASSWORD).unwrap();
    assert_eq!(desk.verify().unwrap().files, 1, "the scan is there, whole");
    assert_eq!(desk.hold(), Some(Hold::Restored { written: None }), "what was given after the copy is not known here");
    assert!(matches!(desk.register_request(form("Warga Tiga", "Data C"), on("2026-11-24", 8, 5)), Err(DeskError::Held(_))));
    let told = json!({"last_request": 9, "reason": "Komputer lama mati"});
    take(&mut desk, (SubjectKind::Office, ""), "account_numbers", told, on("2026-11-24", 8, 10)).unwrap();
    let next = desk.register_request(form("Warga Tiga", "Data C"), on("2026-11-24", 8, 15)).unwrap();
    assert_eq!(next.row.number, "010/PPID/KEC-PBG/XI/2026", "no number is given twice");
    desk.verify().unwrap();
}

#[test]
fn on_the_same_pc_it_is_told_what_is_lacking_and_what_lay_there_is_kept_aside() {
    let mut office = Office::begun();
    office.back_up(at(12, 0));
    office.desk.register_request(form("Warga Tiga", "Data C"), at(13, 0)).unwrap();
    let written = office.desk.written();
    let Office { dir, folder, desk, stick } = office;
    drop(desk);
    let found = &folder.copies_in(&stick).unwrap()[0];
    let lacks = found.lacks.clone().unwrap();
    assert!(lacks.contains("catatan terakhir meja ini belum ada"), "{lacks}");
    let desk = folder.restore(Path::new(&found.path), ("petugas", PASSWORD), on("2026-11-24", 8, 0), system_dice()).unwrap();
    assert_eq!(desk.hold(), Some(Hold::Restored { written: Some(written) }));
    drop(desk);
    let aside = dir.path().join("loket/data.disisihkan-20261124-080000");
    assert_eq!(names(&aside), ["berkas", "loket.db", "loket.kunci"], "nothing that lay there is thrown away");
    assert!(!dir.path().join("loket/dipulihkan").exists());
}

#[test]
fn a_copy_that_lacks_nothing_asks_for_nothing() {
    let office = Office::begun();
    office.back_up(at(15, 30));
    let Office { dir: _dir, folder, desk, stick } = office;
    drop(desk);
    let found = &folder.copies_in(&stick).unwrap()[0];
    assert_eq!(found.lacks.as_deref(), Some("Tidak ada catatan meja ini yang kurang di cadangan ini."));
    let mut desk = folder.restore(Path::new(&found.path), ("petugas", PASSWORD), on("2026-11-24", 8, 0), system_dice()).unwrap();
    assert_eq!(desk.hold(), None);
    let story = desk.record(&loket_desk::views::SubjectRef::new(SubjectKind::Office, ""), on("2026-11-24", 8, 1));
    assert!(story.is_err(), "the office has no page; what happened to it is told to the others");
    assert!(desk.register_request(form("Warga Tiga", "Data C"), on("2026-11-24", 8, 15)).is_ok());
    desk.verify().unwrap();
}

#[test]
fn whoever_may_not_or_cannot_prove_it_restores_nothing() {
    let mut office = Office::begun();
    let opened = json!({
        "login": "loket", "name": "Loket Rekaan", "role": "desk_officer", "password": "rumah kayu biru",
        "password_again": "rumah kayu biru", "own_password": PASSWORD, "keeps": ["ppid_unit", "ppid_superior", "admin"]
    });
    take(&mut office.desk, (SubjectKind::Account, ""), "open", opened, at(10, 0)).unwrap();
    office.back_up(at(15, 30));
    let new = office.new_pc();
    let wrong = office.restore(&new, "petugas", "bukan sandinya");
    assert!(matches!(wrong, Err(DeskError::Vault(VaultError::WrongPassword))));
    let another = office.restore(&new, "loket", "rumah kayu biru");
    assert!(matches!(another, Err(DeskError::Refused(Refused::NotYourDuty(_)))), "it would put an older register in place");
    assert!(!new.is_started(), "nothing was put in place");
    assert!(!new.path().join("dipulihkan").exists(), "and nothing of the copy stays");
    assert!(office.restore(&new, "petugas", PASSWORD).is_ok(), "a try that failed stands in nobody's way");
}

#[test]
fn another_desks_copy_and_a_damaged_or_newer_one_are_refused_and_change_nothing() {
    let office = Office::begun();
    office.back_up(at(15, 30));
    let copy = office.copy();
    let other = Folder::at(office.dir.path().join("kantor lain"));
    drop(
        other
            .begin(&loket_desk::FirstStart { kecamatan: "Sei Rampah".into(), ..first_start() }, at(8, 0), system_dice())
            .unwrap(),
    );
    let refused = other.copies_in(&office.stick).unwrap()[0].refused.clone().unwrap();
    assert!(refused.contains("kantor atau meja lain"), "{refused}");
    assert!(matches!(backup_fault(office.restore(&other, "petugas", PASSWORD)), BackupFault::AnotherDesk));

    let new = office.new_pc();
    let whole = |name: &str| fs::read(copy.join(name)).unwrap();
    let spoil = |name: &str, bytes: &[u8], expected: fn(&BackupFault) -> bool| {
        let before = whole(name);
        fs::write(copy.join(name), bytes).unwrap();
        let fault = backup_fault(new.restore(&copy, ("petugas", PASSWORD), on("2026-11-24", 8, 0), system_dice()));
        assert!(expected(&fault), "{name}: {fault:?}");
        assert!(!new.is_started(), "{name}");
        fs::write(copy.join(name), before).unwrap();
    };
    let damaged: fn(&BackupFault) -> bool = |fault| matches!(fault, BackupFault::Damaged(_));
    let mut database = whole("loket.db");
    database[5_000] ^= 1;
    spoil("loket.db", &database, damaged);
    spoil("loket.db", &whole("loket.db")[..8_192], damaged);
    spoil("loket.kunci", b"{}", damaged);
    let manifest = String::from_utf8(whole("cadangan.json")).unwrap();
    spoil("cadangan.json", manifest.replacen("\"version\": 1", "\"version\": 2", 1).as_bytes(), |fault| {
        matches!(fault, BackupFault::Newer)
    });
    spoil("cadangan.json", b"{\"version\": 1}", damaged);
    let entries = manifest.split("\"entries\": ").nth(1).unwrap().split(',').next().unwrap();
    spoil("cadangan.json", manifest.replacen(&format!("\"entries\": {entries}"), "\"entries\": 3", 1).as_bytes(), damaged);
    let scan = names(&copy.parent().unwrap().join("berkas")).remove(0);
    spoil("cadangan.json", manifest.replace(&scan, "../../di luar").as_bytes(), damaged);
    fs::remove_file(copy.parent().unwrap().join("berkas").join(&scan)).unwrap();
    assert!(damaged(&backup_fault(office.restore(&new, "petugas", PASSWORD))), "a scan is missing");
    assert!(matches!(backup_fault(new.copies_in(office.dir.path().join("loket").as_path())), BackupFault::NoCopy));
}

#[test]
fn what_is_written_while_a_copy_is_made_is_in_the_next_one_and_the_copy_holds() {
    let Office { dir: _dir, folder, mut desk, stick } = Office::begun();
    let job = desk.backup_job(at(15, 30)).unwrap();
    let mut steps: Vec<BackupProgress> = Vec::new();
    let made = job
        .run(&mut |progress| {
            if steps.is_empty() {
                desk.register_request(form("Warga Tiga", "Data C"), at(15, 31)).unwrap();
            }
            steps.push(progress);
            true
        })
        .unwrap();
    desk.backup_made(&made).unwrap();
    assert!(steps.iter().all(|step| step.percent <= 100) && steps.len() > 2, "{steps:?}");
    assert_eq!(folder.copies_in(&stick).unwrap()[0].facts[0].value, "2", "the moment it was begun");
    assert!(desk.backup_is_due(on("2026-11-24", 8, 0)).is_ok());
}

#[test]
fn a_copy_that_is_stopped_or_whose_stick_is_pulled_leaves_the_older_one_and_says_so() {
    let office = Office::begun();
    office.back_up(at(12, 0));
    let before = office.copy();
    let stopped = office.desk.backup_job(at(15, 30)).unwrap().run(&mut |progress| progress.text != "Memeriksa salinan");
    assert!(matches!(stopped, Err(BackupFault::Stopped)));
    assert_eq!(office.copy(), before);
    assert!(!names(before.parent().unwrap()).contains(&"sebagian".to_owned()), "what is unfinished goes again");
    let away = office.dir.path().join("dicabut");
    let pulled = office.desk.backup_job(at(15, 40)).unwrap().run(&mut |_| {
        let _ = fs::rename(&office.stick, &away);
        true
    });
    let fault = pulled.unwrap_err();
    assert!(fault.to_string().contains("flashdisk"), "{fault:?}");
    let gone = backup_fault(office.desk.backup_job(at(15, 50)));
    assert!(matches!(gone, BackupFault::Gone(_)) && gone.to_string().contains("pasang flashdisknya"), "{gone:?}");
    fs::rename(&away, &office.stick).unwrap();
    assert_eq!(office.folder.copies_in(&office.stick).unwrap().len(), 1, "the older copy is there");
    office.back_up(at(16, 0));
    assert_eq!(office.folder.copies_in(&office.stick).unwrap().len(), 1, "of one day the last stays");
}

#[test]
fn two_copies_of_one_second_stand_side_by_side() {
    let office = Office::begun();
    office.back_up(at(12, 0));
    office.back_up(at(12, 0));
    assert_eq!(office.folder.copies_in(&office.stick).unwrap().len(), 2);
    office.back_up(at(12, 1));
    assert_eq!(office.folder.copies_in(&office.stick).unwrap().len(), 1);
}

#[test]
fn scans_are_copied_once_and_go_with_the_last_copy_that_needs_them() {
    let mut office = Office::begun();
    office.back_up(on("2026-11-23", 15, 30));
    let scans = office.copy().parent().unwrap().join("berkas");
    let first = names(&scans);
    assert_eq!(first.len(), 1);
    let written = fs::metadata(scans.join(&first[0])).unwrap().modified().unwrap();
    for day in 1..=40 {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap() + chrono::Days::new(day);
        office.back_up(on(&day.to_string(), 15, 30));
    }
    assert_eq!(fs::metadata(scans.join(&first[0])).unwrap().modified().unwrap(), written, "it was not copied again");
    let found = office.folder.copies_in(&office.stick).unwrap();
    assert_eq!(found.len(), 11, "seven days, three weeks before them, and a month before those");
    let id = office.desk.requests(&loket_desk::views::RequestQuery { limit: 1, ..Default::default() }, at(9, 0)).unwrap().rows[0]
        .id
        .clone();
    office.desk.attach(&id, "surat.pdf", "other", b"%PDF-1.4 surat rekaan", on("2027-01-04", 9, 0)).unwrap();
    office.back_up(on("2027-01-04", 15, 30));
    assert_eq!(names(&scans).len(), 2);
}

#[test]
fn copies_go_to_a_folder_that_an_admin_chose_and_that_can_hold_them() {
    let (dir, folder, mut desk, _) = perbaungan();
    assert!(matches!(backup_fault(desk.backup_job(at(15, 0))), BackupFault::NoPlace));
    let within = folder.path().join("data");
    assert!(matches!(backup_fault(desk.keep_copies_in(&within)), BackupFault::WithinTheDesk));
    assert!(matches!(backup_fault(desk.keep_copies_in(&dir.path().join("tidak ada"))), BackupFault::Gone(_)));
    assert!(!desk.backup_is_due(at(16, 0)).unwrap(), "nothing is made where no place was chosen");
    let stick = dir.path().join("flashdisk");
    fs::create_dir(&stick).unwrap();
    desk.keep_copies_in(&stick).unwrap();
    assert!(desk.backup_is_due(at(9, 0)).unwrap(), "the first is made at once");
    let made = desk.backup_job(at(9, 0)).unwrap().run(&mut |_| true).unwrap();
    desk.backup_made(&made).unwrap();
    assert!(!desk.backup_is_due(at(14, 59)).unwrap());
    assert!(!desk.backup_is_due(at(15, 0)).unwrap(), "nothing was written since");
    desk.register_request(form("Warga Satu", "Data A"), at(9, 30)).unwrap();
    assert!(
        !desk.backup_is_due(at(14, 59)).unwrap() && desk.backup_is_due(at(15, 0)).unwrap(),
        "the day's own, in the afternoon"
    );
    assert!(desk.backup_is_due(on("2026-11-24", 8, 0)).unwrap(), "or the next morning");
}

#[test]
fn everybody_is_told_while_no_copy_lies_outside_the_computer() {
    let (dir, _, desk, _) = perbaungan();
    let told = |desk: &Desk, day: &str| desk.today_view(on(day, 8, 0)).unwrap().backup.map(|notice| (notice.tone, notice.text));
    assert_eq!(told(&desk, "2026-11-29"), None);
    let (tone, text) = told(&desk, "2026-11-30").unwrap();
    assert!(tone == Tone::Near && text.contains("pilih tempatnya di Pengaturan"), "{text}");
    assert_eq!(told(&desk, "2026-12-23").unwrap().0, Tone::Overdue);
    let back_up = |desk: &Desk, place: &Path| {
        desk.keep_copies_in(place).unwrap();
        let made = desk.backup_job(on("2026-12-23", 9, 0)).unwrap().run(&mut |_| true).unwrap();
        desk.backup_made(&made).unwrap().said
    };
    let here = dir.path().join("disk yang sama");
    fs::create_dir(&here).unwrap();
    let said = back_up(&desk, &here);
    assert!(said.contains("masih di disk komputer ini"), "{said}");
    assert_eq!(told(&desk, "2026-12-23").unwrap().0, Tone::Overdue, "what dies with the computer is no second place");
    // Memory that is a disk of its own, as a stick would be.
    let stick = TempDir::new_in("/dev/shm").unwrap();
    let said = back_up(&desk, stick.path());
    assert!(!said.contains("masih di disk"), "{said}");
    assert_eq!(told(&desk, "2026-12-29"), None);
    let (tone, text) = told(&desk, "2026-12-30").unwrap();
    assert!(tone == Tone::Near && text.contains("23 Desember 2026"), "{text}");
}

#[test]
fn a_power_cut_between_the_two_steps_of_a_restore_leaves_the_old_desk_or_the_new_one() {
    let office = Office::begun();
    office.back_up(at(15, 30));
    let Office { dir, folder, desk, stick } = office;
    drop(desk);
    let path = folder.copies_in(&stick).unwrap()[0].path.clone();
    drop(folder.restore(Path::new(&path), ("petugas", PASSWORD), on("2026-11-24", 8, 0), system_dice()).unwrap());
    let (loket, incoming) = (dir.path().join("loket"), dir.path().join("loket/dipulihkan"));
    // As a cut leaves it after the old data were moved aside: what is restored lies whole beside.
    fs::create_dir(&incoming).unwrap();
    fs::rename(loket.join("data"), incoming.join("data")).unwrap();
    fs::write(incoming.join("utuh"), []).unwrap();
    folder.finish_restore().unwrap();
    assert!(folder.is_started() && !incoming.exists());
    folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap();
    // As a cut leaves it before: the old data are in place, and stay.
    fs::create_dir_all(incoming.join("data")).unwrap();
    fs::write(incoming.join("utuh"), []).unwrap();
    folder.finish_restore().unwrap();
    folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap();
    // As a cut leaves it while the copy was brought: on a new computer there is no desk yet.
    let new = Folder::at(dir.path().join("komputer baru"));
    fs::create_dir_all(new.path().join("dipulihkan/data")).unwrap();
    new.finish_restore().unwrap();
    assert!(!new.is_started());
    drop(new.restore(Path::new(&path), ("petugas", PASSWORD), on("2026-11-24", 8, 0), system_dice()).unwrap());
    assert!(new.is_started(), "and it is simply done again");
}
