//! A new computer in the place of an old one, and a new key.

use loket_tests::{Screen, Utama, Window};
use tempfile::TempDir;

use crate::journey::wait_for_chip;
use crate::steps::{MORNING, ctrl, fill_form, first_start, first_start_in_place_of_another, join_utama, save};

#[tokio::test(flavor = "multi_thread")]
async fn a_new_computer_goes_on_with_the_numbers_of_the_old_one_and_the_old_one_is_told() {
    let (screen, old, new, utama) = (Screen::start(), TempDir::new().unwrap(), TempDir::new().unwrap(), Utama::start().await);
    let window = Window::open(&screen, old.path(), MORNING).await;
    first_start(&window).await;
    fill_form(&window, "Warga Pertama", "Data contoh").await;
    assert_eq!(save(&window).await, "007/PPID/KEC-PBG/XI/2026");
    join_utama(&window, &utama).await;
    wait_for_chip(&window, "tersinkron").await;
    window.close().await;

    let window = Window::open(&screen, new.path(), MORNING).await;
    first_start_in_place_of_another(&window).await;
    wait_for_chip(&window, "nomor perlu dipastikan, belum terhubung").await;
    fill_form(&window, "Warga Kedua", "Data contoh yang lain").await;
    window.press(&ctrl('s')).await;
    window.reads("nomor berikutnya belum pasti").await;
    window.picture("50-nomor-belum-pasti").await;
    join_utama(&window, &utama).await;
    wait_for_chip(&window, "tersinkron").await;
    window.press(&ctrl('n')).await;
    window.click("continue-draft").await;
    window.find("draft-restored").await;
    assert_eq!(window.value("field-name").await, "Warga Kedua", "what was typed is kept");
    assert_eq!(save(&window).await, "008/PPID/KEC-PBG/XI/2026");

    // Its key is changed when the officer who had it leaves.
    window.click("nav-settings").await;
    window.click("step-change_key").await;
    window.reads("bila petugas yang memakainya berganti").await;
    window.axe_finds_nothing("ganti kunci meja").await;
    window.picture("51-ganti-kunci").await;
    window.click("decide").await;
    window.reads("diganti 23 November 2026").await;
    wait_for_chip(&window, "tersinkron").await;
    window.close().await;

    // Whoever starts the old one again is told that it is this desk no more.
    let window = Window::open(&screen, old.path(), MORNING).await;
    crate::steps::unlock(&window).await;
    wait_for_chip(&window, "dijeda, perlu kode baru").await;
    window.click("nav-settings").await;
    window.find("field-code").await;
    window.axe_finds_nothing("pengaturan, kode baru").await;
    window.picture("52-perlu-kode-baru").await;
    window.close().await;
}
