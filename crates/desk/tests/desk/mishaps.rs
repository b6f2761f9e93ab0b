//! What goes wrong in an office, and what it costs: nothing that was stored.

use loket_desk::{DeskError, FirstStart, Folder, RequestDraft, Said, SaidKind, StoreError, system_dice};
use std::fs;
use std::io::{Seek, SeekFrom, Write};
use tempfile::TempDir;

use crate::fixture::{PASSWORD, at, first_start, form, perbaungan};

fn said<T>(result: Result<T, DeskError>) -> Said {
    Said::from(&result.err().unwrap())
}

#[test]
fn a_wrong_password_or_login_opens_nothing_and_says_the_same() {
    let (_dir, folder, desk, _) = perbaungan();
    drop(desk);
    let wrong = said(folder.unlock("petugas", "bukan sandinya", at(9, 0), system_dice()));
    assert_eq!(wrong.kind, SaidKind::Field);
    assert_eq!(wrong, said(folder.unlock("orang lain", PASSWORD, at(9, 0), system_dice())));
    assert!(folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).is_ok());
}

const NEW: (&str, &str) = ("sandi baru sekali", "sandi baru sekali");

#[test]
fn the_recovery_card_opens_the_desk_and_sets_a_new_password() {
    let (_dir, folder, desk, card) = perbaungan();
    drop(desk);
    let lost = said(folder.unlock_with_card(("AAAA-BBBB", "petugas"), NEW, at(9, 0), system_dice()));
    assert_eq!(lost.fields[0].field, "code");
    drop(folder.unlock_with_card((&card, "petugas"), NEW, at(9, 0), system_dice()).unwrap());
    assert!(folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).is_err());
    assert!(folder.unlock("petugas", "sandi baru sekali", at(9, 0), system_dice()).is_ok());
}

#[test]
fn a_second_instance_is_told_to_use_the_first() {
    let (_dir, folder, desk, _) = perbaungan();
    assert!(matches!(folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).err().unwrap(), DeskError::OpenElsewhere(None)));
    drop(desk);
    assert!(folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).is_ok());
}

#[test]
fn who_shares_the_folder_under_another_account_of_the_computer_is_told_who_has_it_open() {
    let (_dir, folder, desk, _) = perbaungan();
    drop(desk);
    let under = |account: &str| folder.clone().opened_by(Some(account.to_owned()));
    let second = |account: &str| said(under(account).unlock("petugas", PASSWORD, at(9, 0), system_dice()));
    let desk = under("umi").unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap();
    let told = second("sari");
    assert_eq!(told.kind, SaidKind::Refused);
    assert!(told.message.contains("oleh akun komputer umi; tutup dahulu"), "{}", told.message);
    assert!(second("umi").message.contains("pakai jendela yang sudah ada"), "one's own window is in sight");
    drop(desk);
    let desk = under("sari").unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap();
    assert!(second("umi").message.contains("oleh akun komputer sari"), "the last one counts");
    drop(desk);
    // A program that does not say who opens it leaves nobody's name.
    let _desk = folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap();
    assert!(second("umi").message.contains("pakai jendela yang sudah ada"));
}

#[test]
fn the_file_on_disk_holds_no_readable_name() {
    let (dir, _, mut desk, _) = perbaungan();
    desk.register_request(form("Warga Rahasia", "Data A"), at(9, 0)).unwrap();
    let mut files = vec![dir.path().to_owned()];
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            let bytes = fs::read(&path).unwrap();
            for secret in ["Warga Rahasia", "1218010101900003"] {
                assert!(!bytes.windows(secret.len()).any(|window| window == secret.as_bytes()), "{}", path.display());
            }
        }
    }
}

#[test]
fn a_damaged_database_is_named_and_left_as_it_is() {
    let (_dir, folder, desk, _) = perbaungan();
    drop(desk);
    let database = folder.path().join("data/loket.db");
    let mut file = fs::OpenOptions::new().write(true).open(&database).unwrap();
    file.seek(SeekFrom::Start(100)).unwrap();
    file.write_all(&[0x55; 3_000]).unwrap();
    let length = fs::metadata(&database).unwrap().len();
    let damaged = folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).err().unwrap();
    assert!(matches!(damaged, DeskError::Store(StoreError::Damaged(_))), "{damaged:?}");
    assert!(damaged.to_string().contains("Jangan hapus apa pun"));
    assert_eq!(fs::metadata(&database).unwrap().len(), length);
}

#[test]
fn a_missing_database_is_named_and_not_made_anew() {
    let (_dir, folder, desk, _) = perbaungan();
    drop(desk);
    let database = folder.path().join("data/loket.db");
    fs::remove_file(&database).unwrap();
    assert!(matches!(
        folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).err().unwrap(),
        DeskError::Store(StoreError::Missing)
    ));
    assert!(!database.exists());
}

#[test]
fn a_full_disk_writes_nothing_and_loses_nothing() {
    let (_dir, _, mut desk, _) = perbaungan();
    desk.register_request(form("Warga Satu", "Data A"), at(9, 0)).unwrap();
    let before = desk.written();
    let kept = form("Warga Dua", "Setengah jadi");
    desk.keep_draft("dua", &kept, at(9, 0)).unwrap();
    desk.fill_disk().unwrap();
    let mut refused = None;
    for n in 0..50 {
        let typed = form("Warga Dua", &"x".repeat(20_000));
        let registered = desk.register_request(typed, at(9, n));
        if let Err(error) = registered {
            refused = Some((n, error));
            break;
        }
    }
    let (n, error) = refused.unwrap();
    assert!(matches!(error, DeskError::Store(StoreError::Full)), "{error:?}");
    assert_eq!(Said::from(&error).kind, SaidKind::Fault);
    assert_eq!(desk.written(), before + 2 * u64::from(n), "a registration is written whole or not at all");
    assert_eq!(desk.request_form(Some("dua"), at(10, 0)).unwrap().draft, kept, "what was typed is still there");
    desk.verify().unwrap();
}

#[test]
fn an_interrupted_first_start_leaves_no_desk_and_can_be_done_again() {
    let dir = TempDir::new().unwrap();
    let folder = Folder::at(dir.path());
    fs::create_dir_all(dir.path().join("belum-selesai/data")).unwrap();
    fs::write(dir.path().join("belum-selesai/data/loket.db"), b"half").unwrap();
    assert!(!folder.is_started());
    drop(folder.begin(&first_start(), at(8, 0), system_dice()).unwrap());
    assert!(folder.is_started());
    assert!(matches!(folder.begin(&first_start(), at(8, 0), system_dice()).err().unwrap(), DeskError::AlreadyStarted));
}

#[test]
fn each_wrong_box_of_the_first_start_is_named_and_nothing_is_made() {
    type Edit = fn(&mut FirstStart);
    let table: &[(&str, Edit)] = &[
        ("office_code", |f| f.office_code = "1218".into()),
        ("kecamatan", |f| f.kecamatan.clear()),
        ("letterhead_lines", |f| f.letterhead_lines = vec![" ".into()]),
        ("emblem", |f| f.emblem = "bukan gambar".into()),
        ("number_pattern", |f| f.number_pattern = "{nomor}".into()),
        ("first_number", |f| f.first_number = 0),
        ("desk_code", |f| {
            f.desk_code = "MEJA 1".into();
            f.number_pattern = "{nomor}.{meja}/{tahun}".into();
        }),
        ("number_pattern", |f| f.desk_code = "B".into()),
        ("officials.0.nip", |f| f.officials[0].nip = "123".into()),
        ("officials", |f| f.officials.truncate(0)),
        ("login", |f| f.login = "nama dengan spasi".into()),
        ("password", |f| {
            f.password = "pendek".into();
            f.password_again = "pendek".into();
        }),
        ("password_again", |f| f.password_again = "sandi lain sekali".into()),
    ];
    for (field, edit) in table {
        let dir = TempDir::new().unwrap();
        let folder = Folder::at(dir.path().join("loket"));
        let mut first = first_start();
        edit(&mut first);
        let refused = said(folder.begin(&first, at(8, 0), system_dice()));
        let fields: Vec<&str> = refused.fields.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, [*field]);
        assert!(!folder.path().exists(), "{field}: nothing is made");
    }
}

#[test]
fn no_error_text_repeats_what_a_citizen_gave() {
    let (_dir, _, mut desk, _) = perbaungan();
    let wrong = RequestDraft {
        identity_number: "12180101019000039999".into(),
        email: "warga.rahasia".into(),
        phone: "nomor rahasia".into(),
        ..form("Warga Rahasia", "Data A")
    };
    let refused = said(desk.register_request(wrong, at(9, 0)));
    let text = format!("{refused:?}");
    assert!(!text.contains("rahasia") && !text.contains("Rahasia") && !text.contains("12180101"), "{text}");
}

#[test]
fn what_a_preview_says_of_a_long_table_is_what_is_taken_in() {
    let (_dir, _, mut desk, _) = perbaungan();
    let heads = "Ringkasan;Kategori;Pejabat yang menguasai;Penanggung jawab;Pembuatan;Format;Retensi\n";
    let catalogue = |items: usize| {
        let long = "x".repeat(250);
        let row = |n| format!("Peta desa {n} {long};Setiap saat;Seksi {long};Kasi {long};2025;Softcopy;10 tahun\n");
        heads.to_owned() + &(0..items).map(row).collect::<String>()
    };
    let too_many = desk.import_preview("dip.csv", catalogue(5_001).as_bytes(), at(9, 0)).unwrap_err();
    assert!(too_many.to_string().contains("pisahkan menjadi beberapa berkas"), "{too_many}");
    let preview = desk.import_preview("dip.csv", catalogue(5_000).as_bytes(), at(9, 0)).unwrap();
    assert_eq!((preview.added, preview.problems.len()), (5_000, 0));
    let before = desk.written();
    desk.accept_import(&preview.token, at(9, 1)).unwrap();
    assert_eq!(desk.written(), before + 5_000);
    let again = desk.import_preview("dip.csv", catalogue(5_000).as_bytes(), at(9, 2)).unwrap();
    assert_eq!((again.added, again.changed, again.same), (0, 0, 5_000));
    desk.verify().unwrap();
}

#[test]
fn a_file_brought_from_elsewhere_gives_no_number_before_the_last_one_is_told() {
    let (dir, folder, desk, _) = perbaungan();
    drop(desk);
    fs::remove_file(dir.path().join("loket/loket.jejak")).unwrap();
    let mut desk = folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap();
    let held = desk.register_request(form("Warga Satu", "Data A"), at(9, 0));
    assert!(said(held).message.contains("nomor terakhir"));
    drop(desk);
    // A torn trail says nothing by itself.
    fs::write(dir.path().join("loket/loket.jejak"), [0; 48]).unwrap();
    let desk = folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap();
    assert!(desk.hold().is_some(), "what was found once is not forgotten");
}
