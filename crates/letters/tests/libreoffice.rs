//! What is written for a spreadsheet, opened by one: LibreOffice, set to Indonesian as in an office, is the judge.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use loket_letters::spreadsheet::{csv, read, xlsx};
use std::path::Path;
use std::process::Command;

/// How LibreOffice reads and writes a CSV here: semicolons, double quotes, UTF-8, from the first line, in Indonesian, cells in
/// quotes read like any other (as Excel does), dates and numbers of other forms looked for.
const INDONESIAN: &str = "59,34,76,1,,1057,false,true,true";

/// The profile of somebody whose computer speaks Indonesian.
const PROFILE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>id-ID</value></prop></item>
</oor:items>"#;

/// A file as LibreOffice saves it again after it was opened.
fn saved_again(file: &[u8], kind: &str, wanted: &str) -> Vec<u8> {
    let place = tempfile::tempdir().unwrap();
    let (profile, out) = (place.path().join("profile"), place.path().join("out"));
    std::fs::create_dir_all(profile.join("user")).unwrap();
    std::fs::write(profile.join("user/registrymodifications.xcu"), PROFILE).unwrap();
    let brought = place.path().join("register").with_extension(kind);
    std::fs::write(&brought, file).unwrap();
    let mut office = Command::new("soffice");
    office.env("HOME", place.path()).arg(format!("-env:UserInstallation=file://{}", profile.display()));
    office.args(["--headless", "--norestore"]);
    if kind == "csv" {
        office.arg(format!("--infilter=Text - txt - csv (StarCalc):{INDONESIAN}"));
    }
    let filter = if wanted == "csv" { format!("csv:Text - txt - csv (StarCalc):{INDONESIAN}") } else { wanted.to_owned() };
    let said = office.arg("--convert-to").arg(filter).arg("--outdir").args([&out, &brought]).output();
    let said = said.expect("LibreOffice is missing: scripts/setup.sh installs it");
    let saved = Path::new("register").with_extension(wanted);
    std::fs::read(out.join(saved)).unwrap_or_else(|why| panic!("{why}: {}", String::from_utf8_lossy(&said.stderr)))
}

fn cells(file: &[u8]) -> Vec<Vec<String>> {
    read(file).unwrap().into_iter().map(|(_, cells)| cells).collect()
}

/// A register with everything in it that a spreadsheet is known to change.
fn register() -> Vec<Vec<String>> {
    [
        ["Nomor", "NIK", "Telepon", "Kode", "Jumlah", "Keterangan"],
        ["001/PPID/XI/2026", "1218010101900003", "081234567890", "12.18.01.2001", "7", "satu; dua, tiga"],
        ["002/PPID/XI/2026", "0218010101900004", "+62 812-3456-7890", "007", "2025", "=1+1"],
        ["12E5", "1218 0101 0190 0003", "(061) 555", "B-0099", "123456789012345", "kata \"dikutip\"; =2+2"],
        ["1-2", "9412018010190003", "-", "12.A", "0", "Ma’ruf “Al”"],
        ["11/12", "1218-0101", "(7)", "00,5", "2,5", "Desember 2025"],
        ["1/2/3", "1234567890123456,5", "7-", "08.30", "31.5", "5 Mei"],
    ]
    .map(|row| row.map(str::to_owned).to_vec())
    .to_vec()
}

/// What a guard puts before a cell is seen in a cell of LibreOffice, and is not what was written.
fn unmarked(cells: Vec<Vec<String>>) -> Vec<Vec<String>> {
    cells.into_iter().map(|row| row.into_iter().map(|cell| cell.replace('\'', "")).collect()).collect()
}

#[test]
fn libreoffice_shows_every_digit_and_every_semicolon_of_a_csv() {
    let rows = register();
    let file = csv(&rows[0], &rows[1..]).unwrap();
    assert_eq!(unmarked(cells(&saved_again(&file, "csv", "xlsx"))), rows);
}

#[test]
fn a_csv_that_libreoffice_saved_again_reads_as_it_was_written() {
    let rows = register();
    let file = csv(&rows[0], &rows[1..]).unwrap();
    assert_eq!(cells(&saved_again(&file, "csv", "csv")), rows);
}

#[test]
fn libreoffice_shows_a_workbook_as_it_was_written() {
    let rows = register();
    let file = xlsx("Register", &rows[0], &rows[1..]).unwrap();
    assert_eq!(cells(&saved_again(&file, "xlsx", "ods")), rows);
}
