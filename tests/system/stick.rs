//! A desk whose link is gone since its enrolment: what waits goes to PPID Utama on a USB stick, and the answer comes back.

use loket_tests::{Link, Screen, Utama, Window};
use std::fs;
use tempfile::TempDir;

use crate::journey::wait_for_chip;
use crate::steps::{MORNING, PASSWORD, fill_form, first_start, save};

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_without_a_link_goes_on_a_stick_and_counts_once_the_answer_is_read() {
    let (screen, desk, utama) = (Screen::start(), TempDir::new().unwrap(), Utama::start().await);
    let window = Window::open(&screen, desk.path(), MORNING).await;
    first_start(&window).await;
    let link = Link::cut_off(utama.address()).await;
    link.restore();
    window.click("nav-settings").await;
    assert!(!window.has("save-bundle").await, "there is nobody to seal a file to");
    window.type_in("field-server", &link.url()).await;
    window.type_in("field-code", &utama.code("12.18.02", "A").await).await;
    window.type_in("field-own_password", PASSWORD).await;
    window.click("enrol").await;
    window.find("save-bundle").await;
    link.cut();
    fill_form(&window, "Warga Tanpa Jaringan", "Peta batas wilayah kecamatan").await;
    let number = save(&window).await;
    wait_for_chip(&window, "menunggu, tanpa koneksi").await;

    window.click("nav-settings").await;
    window.reads("Berkas akan membawa").await;
    window.click("save-bundle").await;
    window.reads("yang baru dihitung terkirim setelah balasannya dibaca").await;
    window.axe_finds_nothing("lewat usb").await;
    window.picture("30-lewat-usb").await;
    wait_for_chip(&window, "menunggu, tanpa koneksi").await;
    let stick = desk.path().join("surat");
    let file = stick.join("loket-12.18.02-A-2026-11-23.lku");
    assert!(!fs::read(&file).unwrap().windows(5).any(|part| part == b"Warga"), "sealed");

    // Not an answer yet; then what PPID Utama makes of the file.
    window.click("read-acknowledgment").await;
    window.reads("tidak dapat dibaca").await;
    assert!(!utama.page("/kantor/12.18.02").await.contains(&number));
    utama.read_stick(&file, &stick.join("balasan.lku")).await;
    assert!(utama.page("/kantor/12.18.02").await.contains(&number));
    window.click("read-acknowledgment").await;
    window.reads("catatan diakui PPID Utama").await;
    wait_for_chip(&window, "semua terkirim, tanpa koneksi").await;
    window.picture("31-balasan-dibaca").await;

    link.restore();
    wait_for_chip(&window, "tersinkron").await;
    assert_eq!(utama.page("/kantor/12.18.02").await.matches(&number).count(), 1, "once");
    let log = fs::read_to_string(desk.path().join("log/loket.log")).unwrap();
    assert!(!log.contains("Warga") && !log.contains("Tanpa Jaringan"));
    window.close().await;
}
