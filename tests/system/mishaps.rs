//! What goes wrong at the window, and what it says.

use loket_tests::{Screen, Window};
use std::fs;
use tempfile::TempDir;

use crate::steps::{MORNING, PASSWORD, ctrl, fill_form, first_start, unlock};

#[tokio::test(flavor = "multi_thread")]
async fn wrong_boxes_are_named_beside_the_box_and_nothing_typed_is_lost() {
    let (screen, desk) = (Screen::start(), TempDir::new().unwrap());
    let window = Window::open(&screen, desk.path(), MORNING).await;
    window.click("begin").await;
    window.reads("Pilih kecamatan, atau isi kode wilayahnya").await;
    window.picture("20-mulai-pertama-pesan").await;
    let card = first_start(&window).await;

    // A NIK of fifteen digits, received tomorrow.
    fill_form(&window, "Warga “Kutip” محمد", "Data contoh").await;
    window.fill("field-identity_number", "121801010190000").await;
    window.fill("field-received_date", &format!("24/11/2026{}", loket_tests::TAB)).await;
    window.press(&ctrl('s')).await;
    window.reads("NIK terdiri atas 16 angka; yang diisi 15.").await;
    window.axe_finds_nothing("permohonan baru, dengan pesan").await;
    window.picture("21-permohonan-pesan").await;
    assert_eq!(window.value("field-name").await, "Warga “Kutip” محمد");
    assert_eq!(window.value("field-identity_number").await, "121801010190000");

    // A wrong password says so; the card opens the desk and sets a new one.
    window.click("person").await;
    window.click("lock").await;
    window.type_in("field-password", "bukan sandinya").await;
    window.click("unlock").await;
    window.reads("tidak cocok").await;
    window.picture("22-sandi-salah").await;
    window.click("use-card").await;
    window.type_in("field-code", &card).await;
    window.type_in("field-password", "sandi pengganti baru").await;
    window.type_in("field-password_again", "sandi pengganti baru").await;
    window.axe_finds_nothing("kartu pemulihan, masuk").await;
    window.picture("23-kartu").await;
    window.click("unlock").await;
    window.find("nav-new-request").await;
    window.close().await;

    // A damaged file is named, and kept.
    let database = desk.path().join("data/loket.db");
    let mut bytes = fs::read(&database).unwrap();
    bytes[200..3_000].fill(0x55);
    fs::write(&database, &bytes).unwrap();
    let window = Window::open(&screen, desk.path(), MORNING).await;
    window.type_in("field-password", "sandi pengganti baru").await;
    window.click("unlock").await;
    window.reads("Berkas data rusak").await;
    window.picture("24-rusak").await;
    assert!(database.exists() && desk.path().join("data/loket.kunci").exists(), "nothing is thrown away");
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_window_on_the_same_desk_is_told_to_use_the_first() {
    let (screen, desk) = (Screen::start(), TempDir::new().unwrap());
    let first = Window::open(&screen, desk.path(), MORNING).await;
    first_start(&first).await;
    // On a session bus of its own the second process is not caught by the bus, so the desk's own lock must hold.
    let second = Window::open(&screen, desk.path(), MORNING).await;
    second.type_in("field-password", PASSWORD).await;
    second.click("unlock").await;
    second.reads("sudah terbuka di komputer ini").await;
    second.close().await;
    first.click("person").await;
    first.click("lock").await;
    unlock(&first).await;
    first.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_whose_process_died_is_drawn_again_and_what_was_typed_is_kept() {
    let (screen, desk) = (Screen::start(), TempDir::new().unwrap());
    let window = Window::open(&screen, desk.path(), MORNING).await;
    first_start(&window).await;
    fill_form(&window, "Warga Contoh", "Data yang belum disimpan").await;
    window.reads("Isian disimpan sementara").await;
    window.kill_page().await;
    window.kill().await;
    let window = Window::open(&screen, desk.path(), MORNING).await;
    unlock(&window).await;
    window.press(&ctrl('n')).await;
    window.click("continue-draft").await;
    assert_eq!(window.value("field-name").await, "Warga Contoh");
    assert_eq!(window.value("field-information").await, "Data yang belum disimpan");
    window.close().await;
}
