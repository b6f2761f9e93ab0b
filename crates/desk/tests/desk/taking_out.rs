//! All that an office has leaves as one file that is read without this program.

use loket_desk::views::{ImportChoices, SubjectKind};
use loket_desk::{Desk, DeskError, TakeOut};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use crate::fixture::{at, form, grant, perbaungan, take, words_of};

/// An office with an answered request that holds a file, an objection to it, an item of the catalogue and a line of the old book.
fn office() -> (tempfile::TempDir, Desk, String) {
    let (dir, _, mut desk, _) = perbaungan();
    let id = desk.register_request(form("Warga Satu", "Data A"), at(8, 30)).unwrap().row.id;
    desk.attach(&id, "KTP warga.pdf", "identity", b"%PDF-1.4 rekaan", at(8, 40)).unwrap();
    take(&mut desk, (SubjectKind::Request, &id), "grant", grant(), at(9, 0)).unwrap();
    let item = json!({
        "summary": "Peta desa", "category": "setiap_saat", "made": "2026", "format": "Cetak", "retention": "5 tahun",
        "published_on": "2026-05-01"
    });
    take(&mut desk, (SubjectKind::DipItem, ""), "list", item, at(9, 1)).unwrap();
    let book = b"No;Tanggal;Nama;Informasi yang diminta\n1;06/01/2025;Warga Lama;Data Z\n";
    let preview = desk.old_book_preview("buku.csv", book, &ImportChoices::default(), at(9, 2)).unwrap();
    desk.accept_old_book(&preview.token, at(9, 2)).unwrap();
    (dir, desk, id)
}

fn packed(desk: &Desk, what: &TakeOut, path: &Path) -> Result<String, DeskError> {
    let plan = desk.take_out(what, at(10, 0))?;
    let done = plan.pack(path, &mut |part| desk.taken_part(&plan, part, at(10, 0)), &mut |_| true)?;
    Ok(done.said)
}

/// The files of a ZIP by their names, read with the tool that everybody has.
fn unpacked(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let into = tempfile::tempdir().unwrap();
    let run = std::process::Command::new("unzip").arg("-q").arg(path).arg("-d").arg(into.path()).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let mut files = BTreeMap::new();
    let mut folders = vec![into.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
                continue;
            }
            let mut bytes = vec![];
            std::fs::File::open(entry.path()).unwrap().read_to_end(&mut bytes).unwrap();
            let name = entry.path().strip_prefix(into.path()).unwrap().to_string_lossy().replace('\\', "/");
            files.insert(name, bytes);
        }
    }
    files
}

#[test]
fn the_whole_office_leaves_as_registers_papers_files_and_entries_with_a_list_of_them() {
    let (dir, desk, _) = office();
    let path = dir.path().join("semua.zip");
    let said = packed(&desk, &TakeOut::Office, &path).unwrap();
    let files = unpacked(&path);
    let manifest: Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
    assert_eq!((&manifest["tidak_ada"], &manifest["kantor"]), (&json!([]), &json!("Kantor Camat Perbaungan")));
    let listed: BTreeMap<&str, u64> = manifest["berkas"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| (file["nama"].as_str().unwrap(), file["ukuran"].as_u64().unwrap()))
        .collect();
    let there: BTreeMap<&str, u64> = files
        .iter()
        .filter(|(name, _)| *name != "manifest.json")
        .map(|(name, bytes)| (name.as_str(), bytes.len() as u64))
        .collect();
    assert_eq!(listed, there, "all that is there is listed, and all that is listed is there");
    assert_eq!(said, format!("{} berkas disimpan dalam satu ZIP.", there.len()));
    let request = "permohonan/2026/007-PPID-KEC-PBG-XI-2026";
    for name in [
        "BACA-DULU.txt",
        "register/Register Permohonan 2026.xlsx",
        "register/Register Permohonan 2025.xlsx",
        "register/Buku Agenda Surat 2026.xlsx",
        "daftar/Daftar Informasi Publik.xlsx",
        "data/kantor.json",
        "data/buku-lama.json",
        "data/jurnal/rangkaian-1-0001.jsonl",
        &format!("{request}/permohonan.json"),
        &format!("{request}/lampiran/KTP warga.pdf"),
        &format!("{request}/surat/Tanda Bukti Penerimaan.pdf"),
    ] {
        assert!(files.contains_key(name), "{name} is not among {:?}", files.keys());
    }
    assert_eq!(files[&format!("{request}/lampiran/KTP warga.pdf")], b"%PDF-1.4 rekaan", "as it came");
    let receipt = &files[&format!("{request}/surat/Tanda Bukti Penerimaan.pdf")];
    assert!(words_of(receipt).contains("007/PPID/KEC-PBG/XI/2026"));
    let told: Value = serde_json::from_slice(&files[&format!("{request}/permohonan.json")]).unwrap();
    assert_eq!(told["keadaan"]["registration"]["applicant"]["name"], "Warga Satu");
    assert!(told["riwayat"].as_array().unwrap().len() > 2, "{told}");
    let entries = String::from_utf8(files["data/jurnal/rangkaian-1-0001.jsonl"].clone()).unwrap();
    assert_eq!(entries.lines().count() as u64, desk.written());
    for name in files.keys() {
        assert!(!name.contains("Warga Satu"), "no name stands in a name of a file but that of what was attached: {name}");
    }
}

#[test]
fn one_request_leaves_with_all_that_belongs_to_it_and_nothing_else() {
    let (dir, desk, id) = office();
    let path = dir.path().join("satu.zip");
    packed(&desk, &TakeOut::Request { id }, &path).unwrap();
    let files = unpacked(&path);
    assert!(files.keys().any(|name| name.ends_with("lampiran/KTP warga.pdf")));
    assert!(files.keys().all(|name| !name.starts_with("register") && !name.starts_with("data")), "{:?}", files.keys());
}

#[test]
fn what_is_stopped_or_fails_leaves_no_half_and_the_older_file_as_it_was() {
    let (dir, desk, _) = office();
    let path = dir.path().join("semua.zip");
    std::fs::write(&path, b"yang lama").unwrap();
    let plan = desk.take_out(&TakeOut::Office, at(10, 0)).unwrap();
    for stop_at in [0, 1, plan.parts() / 2, plan.parts() - 1] {
        let mut seen = 0;
        let mut watch = |_| {
            seen += 1;
            seen <= stop_at
        };
        let stopped = plan.pack(&path, &mut |part| desk.taken_part(&plan, part, at(10, 0)), &mut watch).unwrap_err();
        assert_eq!(stopped.to_string(), "Dihentikan; tidak ada berkas yang disimpan.");
        let locked =
            plan.pack(&path, &mut |part| if part < stop_at { Ok(vec![]) } else { Err(DeskError::Locked) }, &mut |_| true);
        assert!(matches!(locked, Err(DeskError::Locked)));
        assert_eq!(std::fs::read(&path).unwrap(), b"yang lama");
        let left: Vec<_> = std::fs::read_dir(dir.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
        assert_eq!(left.len(), 2, "the desk and the older file: {left:?}");
    }
    packed(&desk, &TakeOut::Office, &path).unwrap();
    assert!(std::fs::read(&path).unwrap().starts_with(b"PK"));
}

#[test]
fn what_is_not_on_this_computer_is_named_and_keeps_nothing_else_here() {
    let (dir, desk, id) = office();
    let path = dir.path().join("satu.zip");
    let plan = desk.take_out(&TakeOut::Request { id }, at(10, 0)).unwrap();
    let mut away = |part: usize| match desk.taken_part(&plan, part, at(10, 0)) {
        Ok(bytes) if bytes == b"%PDF-1.4 rekaan" => Err(DeskError::FileAway),
        other => other,
    };
    let done = plan.pack(&path, &mut away, &mut |_| true).unwrap();
    assert!(done.said.contains("1 tidak dapat disertakan"), "{}", done.said);
    let manifest: Value = serde_json::from_slice(&unpacked(&path)["manifest.json"]).unwrap();
    assert!(manifest["tidak_ada"][0]["nama"].as_str().unwrap().ends_with("KTP warga.pdf"));
}
