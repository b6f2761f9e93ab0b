//! The programs without a window.

use loket_tests::{loket_ppid, loket_utama, loketctl};
use serde_json::Value;
use std::process::{Command, Output};

fn ctl(arguments: &[&str]) -> Output {
    Command::new(loketctl()).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_deadline_is_the_same_in_every_time_zone() {
    for zone in ["Asia/Jakarta", "UTC", "Pacific/Kiritimati", "America/Adak"] {
        let run =
            Command::new(loketctl()).args(["deadline", "--received", "2026-11-23", "--json"]).env("TZ", zone).output().unwrap();
        let json: Value = serde_json::from_slice(&run.stdout).unwrap();
        assert_eq!(json["deadline"], "2026-12-07", "{zone}");
        assert_eq!(json["days"].as_array().unwrap().len(), 15);
    }
}

#[test]
fn settings_of_the_count_change_the_date() {
    let date = |more: &[&str]| {
        let run = ctl(&[&["deadline", "--received", "2026-12-18", "--json"], more].concat());
        serde_json::from_slice::<Value>(&run.stdout).unwrap()["deadline"].as_str().unwrap().to_owned()
    };
    assert_eq!(date(&[]), "2027-01-07");
    assert_eq!(date(&["--collective-leave", "work"]), "2027-01-06");
    assert_eq!(date(&["--week", "6"]), "2027-01-02");
    assert_eq!(date(&["--days", "3"]), "2026-12-23");
}

#[test]
fn every_clock_of_the_law_can_be_counted() {
    let clocks = [
        ("c1", "2026-11-23", "2026-11-26"),
        ("c2", "2026-11-23", "2026-11-26"),
        ("c3", "2026-11-24", "2026-12-08"),
        ("c4", "2026-12-08", "2026-12-17"),
        ("c6", "2026-12-07", "2027-01-22"),
        ("c7", "2027-01-11", "2027-02-23"),
        ("c8", "2027-02-26", "2027-03-30"),
        ("c9a", "2027-02-26", "2027-03-30"),
        ("c9b", "2026-01-02", "2026-06-12"),
        ("c10", "2026-12-31", "2027-03-31"),
        ("c11", "2026-08-31", "2027-02-28"),
        ("c12", "2026-11-23", "2026-11-23"),
        ("court", "2027-02-26", "2027-03-30"),
        ("cassation", "2027-02-26", "2027-03-12"),
        ("reopening", "2027-02-26", "2027-01-14"),
    ];
    let listed = text(&ctl(&["deadline", "--clocks"]).stdout);
    assert_eq!(listed.lines().count(), clocks.len(), "{listed}");
    for (clock, from, expected) in clocks {
        for zone in ["Asia/Jakarta", "Pacific/Kiritimati"] {
            let arguments = ["deadline", "--clock", clock, "--received", from, "--json"];
            let run = Command::new(loketctl()).args(arguments).env("TZ", zone).output().unwrap();
            let json: Value = serde_json::from_slice(&run.stdout).unwrap();
            assert_eq!(json["deadline"], expected, "{clock} from {from} in {zone}");
        }
        assert!(listed.contains(clock));
    }
    assert!(text(&ctl(&["deadline", "--clock", "c5", "--received", "2026-11-23"]).stderr).contains("c12"));
}

#[test]
fn the_explanation_names_each_day_and_why_it_was_skipped() {
    let said = text(&ctl(&["deadline", "--received", "2026-12-23", "--days", "1"]).stdout);
    assert!(said.starts_with("Batas waktu: Senin, 28 Desember 2026"), "{said}");
    for part in ["hari ke-0", "Cuti bersama Natal", "Natal", "akhir pekan"] {
        assert!(said.contains(part), "{part} in {said}");
    }
}

#[test]
fn a_calendar_file_replaces_the_shipped_years() {
    let dir = tempfile::TempDir::new().unwrap();
    let file = dir.path().join("2031.json");
    std::fs::write(&file, r#"{"days": [{"date": "2031-01-02", "kind": "libur_nasional", "name": "Hari Rekaan"}]}"#).unwrap();
    let file = file.to_str().unwrap();
    let run = ctl(&["deadline", "--received", "2031-01-01", "--days", "1", "--calendar", file, "--json"]);
    assert_eq!(serde_json::from_slice::<Value>(&run.stdout).unwrap()["deadline"], "2031-01-03");
    let gone = ctl(&["deadline", "--received", "2026-11-23", "--calendar", file]);
    assert!(!gone.status.success());
    assert!(text(&gone.stderr).contains("Kalender 2026 belum dimuat"));
}

#[test]
fn what_cannot_be_counted_is_said_in_one_sentence() {
    let year = ctl(&["deadline", "--received", "2027-12-27"]);
    assert!(!year.status.success() && text(&year.stderr).starts_with("Kalender 2028 belum dimuat"));
    assert!(!ctl(&["deadline", "--received", "2026-02-30"]).status.success());
    assert!(!ctl(&["deadline", "--received", "2026-11-23", "--week", "7"]).status.success());
    let missing = ctl(&["deadline", "--received", "2026-11-23", "--calendar", "/tidak/ada.json"]);
    assert!(text(&missing.stderr).contains("/tidak/ada.json"));
}

#[test]
fn the_demonstration_walks_the_whole_journey_and_its_file_verifies() {
    let dir = tempfile::TempDir::new().unwrap();
    let into = dir.path().join("demo");
    let run = ctl(&["demo", into.to_str().unwrap()]);
    let said = text(&run.stdout);
    assert!(run.status.success(), "{said}{}", text(&run.stderr));
    for part in ["007/PPID/KEC-PBG/XI/2026", "7 Desember 2026", "0 menunggu"] {
        assert!(said.contains(part), "“{part}” in:\n{said}");
    }
    let papers: Vec<_> = std::fs::read_dir(into.join("surat")).unwrap().map(|file| file.unwrap().path()).collect();
    assert!(papers.len() >= 5, "{papers:?}");
    for paper in papers {
        assert!(std::fs::read(&paper).unwrap().starts_with(b"%PDF"), "{}", paper.display());
    }
    let password = into.join("sandi.txt");
    let desk = into.join("meja");
    let on_desk = |task| ctl(&[task, desk.to_str().unwrap(), "--login", "sari", "--password-file", password.to_str().unwrap()]);
    let verified = on_desk("verify");
    assert!(verified.status.success(), "{}", text(&verified.stderr));
    assert!(text(&verified.stdout).contains("Berkas utuh"));
    let worked = on_desk("work");
    assert!(!worked.status.success(), "no invented requests in a register that looks like a real one");
    assert!(text(&worked.stderr).contains("bukan kantor rekaan"), "{}", text(&worked.stderr));
    let again = ctl(&["demo", into.to_str().unwrap()]);
    assert!(!again.status.success(), "a demonstration does not write over another");
}

#[test]
fn every_program_explains_itself() {
    for (program, words) in [
        (loketctl(), &["demo", "deadline", "verify", "work"][..]),
        (loket_utama(), &["serve", "enrol", "account", "desk", "check"]),
    ] {
        let said = text(&Command::new(program).arg("--help").output().unwrap().stdout);
        assert!(words.iter().all(|word| said.contains(word)), "{said}");
    }
}

#[test]
fn a_data_folder_that_another_program_copies_away_is_refused_with_a_reason_before_any_window() {
    let run = Command::new(loket_ppid()).env("LOKET_DATA", "/tidak/ada/Dropbox/loket").output().unwrap();
    let said = text(&run.stderr);
    assert!(!run.status.success() && said.contains("di dalam Dropbox") && said.contains("LOKET_DATA"), "{said}");
}
