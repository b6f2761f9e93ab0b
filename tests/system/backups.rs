//! The day the PC dies, in the real window: a copy on a stick, an empty computer, the register back.

use loket_tests::{Screen, Window};
use std::fs;
use std::os::unix::fs::symlink;
use tempfile::TempDir;

use crate::steps::{MORNING, PASSWORD, fill_form, first_start, save};

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_on_a_stick_becomes_the_desk_of_an_empty_computer() {
    let (screen, stick) = (Screen::start(), TempDir::new().unwrap());
    let (old, new) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    // Where a test's window looks for the folder that is asked for.
    let plug_in = |computer: &TempDir| {
        fs::create_dir_all(computer.path().join("surat")).unwrap();
        symlink(stick.path(), computer.path().join("surat/flashdisk")).unwrap();
    };
    plug_in(&old);
    let window = Window::open(&screen, old.path(), MORNING).await;
    first_start(&window).await;
    fill_form(&window, "Warga Cadangan", "Rencana kerja kecamatan tahun 2026").await;
    let number = save(&window).await;
    window.click("nav-settings").await;
    window.click("choose-backup-place").await;
    window.reads("flashdisk").await;
    window.click("back-up").await;
    window.reads("selesai dan sudah diperiksa").await;
    window.axe_finds_nothing("pengaturan, cadangan").await;
    window.picture("80-cadangan").await;
    window.close().await;

    // Nothing of the old computer is left but the stick.
    drop(old);
    plug_in(&new);
    let window = Window::open(&screen, new.path(), "2026-11-24T09:00:00").await;
    window.click("to-restore").await;
    window.click("find-copies").await;
    window.find("found-copy").await;
    window.reads("Senin, 23 November 2026").await;
    window.reads(&number).await;
    window.type_in("field-password", "bukan sandinya").await;
    window.click("restore").await;
    window.reads("tidak cocok").await;
    window.axe_finds_nothing("pulihkan dari cadangan").await;
    window.picture("81-pulihkan").await;
    window.fill("field-password", PASSWORD).await;
    window.click("restore").await;
    window.reads("nomor perlu dipastikan").await;
    window.click("nav-requests").await;
    window.reads("Warga Cadangan").await;
    window.picture("82-pulih").await;
    window.close().await;
}
