//! A thousand invented people ask something, and everything happens to the desk and the server that may: not one of their numbers stands
//! readable in any file that is left.

use loket_desk::views::{SubjectKind, SubjectRef};
use loket_desk::{Folder, RequestDraft, system_dice};
use loket_tests::readable_numbers;
use loket_utama::{ObjectPlace, back_up};
use serde_json::json;
use std::collections::BTreeSet;
use std::fs;
use tempfile::TempDir;

use crate::office::{Counter, Utama, at, copy_all};

const PEOPLE: u32 = 1_000;

fn number(person: u32) -> String {
    format!("121801010190{:04}", 1_000 + person)
}

fn form(person: u32) -> RequestDraft {
    RequestDraft {
        received_date: "2026-11-23".into(),
        received_time: "08.30".into(),
        name: format!("Warga Rekaan {person}"),
        identity_number: number(person),
        address: "Jalan Contoh".into(),
        phone: "0812-0000-0000".into(),
        information: format!("Data contoh; NIK pemohon {} tertulis di surat", number(person)),
        purpose: "Uji".into(),
        documents: vec!["identity".into()],
        ..RequestDraft::default()
    }
}

#[tokio::test]
async fn of_a_thousand_people_no_file_that_is_left_tells_one_number() {
    let (keys, all) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let utama = Utama::sealed(keys.path()).await;
    let counter = Counter::begin("A", "Sari Misal");
    counter.enrol("A", &utama).await;
    let mut first = String::new();
    for person in 0..PEOPLE {
        let view = counter.with(|desk| desk.register_request(form(person), at(1))).unwrap();
        if person == 0 {
            first = view.row.id;
        }
    }
    // Begun and not finished, with the number in it.
    counter.with(|desk| desk.keep_draft("0000000000001", &form(PEOPLE), at(2))).unwrap();
    let request = SubjectRef::new(SubjectKind::Request, &first);
    let typed = json!({"text": format!("NIK {}", number(1))});
    counter.with(|desk| desk.keep_step(&request, "add_note", serde_json::from_value(typed).unwrap(), at(2))).unwrap();
    let scan = format!("%PDF-1.4 pindaian {}", number(2));
    counter.with(|desk| desk.attach(&first, &format!("ktp {}.pdf", number(3)), "identity", scan.as_bytes(), at(3))).unwrap();
    counter.sync(&utama.link()).await;

    let left = |what: &str| {
        let folder = all.path().join(what);
        fs::create_dir_all(&folder).unwrap();
        folder
    };
    // As a crash leaves it: file, log and all, while the desk goes on.
    copy_all(&counter.path(), &left("mati mendadak"));
    copy_all(utama.folder.path(), &left("server mati mendadak"));
    let stick = left("flashdisk");
    counter.with(|desk| desk.keep_copies_in(&stick)).unwrap();
    let made = counter.with(|desk| desk.backup_job(at(4))).unwrap().run(&mut |_| true).unwrap();
    counter.with(|desk| desk.backup_made(&made)).unwrap();
    counter.register("Warga Yang Belum Terkirim", 5);
    let bundle = counter.with(|desk| desk.bundle(usize::MAX, at(6))).unwrap();
    fs::write(stick.join("kiriman.lku"), bundle.bytes).unwrap();
    // A new key, with a copy beside it until it is done.
    counter.act(SubjectKind::Office, "", "change_key", json!({}), 7).unwrap();
    counter.while_closed(|_| ());
    let files = ObjectPlace::Folder(utama.folder.path().join("berkas"));
    back_up(&utama.database, &files, &all.path().join("server"), 0).await.unwrap();
    copy_all(&counter.path(), &left("meja"));
    copy_all(utama.folder.path(), &left("server terakhir"));

    let numbers: BTreeSet<String> = (0..=PEOPLE).map(number).collect();
    assert_eq!(readable_numbers(all.path(), &numbers), vec![]);
    // They are all there for whoever may open it.
    let desk = Folder::at(all.path().join("meja")).unlock("petugas", "sandi rekaan", at(0), system_dice());
    let shown = desk.unwrap().request(&first, at(8)).unwrap();
    let shown = serde_json::to_string(&shown).unwrap();
    assert!(shown.contains(&number(0)) || shown.contains("1218"), "{shown}");
}
