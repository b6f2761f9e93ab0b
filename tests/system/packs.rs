//! A calendar of PPID Utama in the real window: published by a person, applied as shown, equal on both sides, taken back.

use loket_domain::calendar::Calendar;
use loket_tests::{Screen, Staff, Utama, Window};
use std::time::Duration;
use tempfile::TempDir;
use tokio::time::{Instant, sleep};

use crate::steps::{MORNING, PASSWORD, fill_form, first_start, save};

/// Publishes the shipped year 2026 with one more national holiday as this version.
async fn publish(staff: &Staff, day: &str, version: u32) {
    let mut lines = format!("{day};libur nasional;Pemungutan suara\n");
    for day in Calendar::shipped().unwrap().days_of(2026) {
        lines.push_str(&format!("{};{};{}\n", day.date, day.kind.code(), day.name));
    }
    let typed: String = lines.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let boxes = format!("title=Kalender+2026&basis=SKB+933%2F2026&tahun=2026&isi={typed}&langkah=terbitkan&versi={version}");
    let answer = staff.send("/paket/baru/kalender", &boxes).await;
    assert!(answer.contains("303 See Other"), "{answer}");
}

/// Asks for a round and looks at the monitor until it names this date for the request.
async fn both_say(window: &Window, utama: &Utama, date: &str) {
    window.click("nav-settings").await;
    window.click("sync-now").await;
    let began = Instant::now();
    while !utama.page("/kantor/12.18.02").await.contains(date) {
        assert!(began.elapsed() < Duration::from_secs(60), "the monitor never said {date}");
        sleep(Duration::from_millis(200)).await;
    }
    window.click("nav-requests").await;
    window.reads(date).await;
}

async fn open_pack(window: &Window) {
    window.click("nav-settings").await;
    window.click("manage-packs").await;
    window.click_first_row().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_of_ppid_utama_is_applied_as_shown_and_taken_back() {
    let (screen, desk) = (Screen::start(), TempDir::new().unwrap());
    let window = Window::open(&screen, desk.path(), MORNING).await;
    first_start(&window).await;
    fill_form(&window, "Warga Rekaan", "Salinan rencana kerja kecamatan tahun 2026").await;
    save(&window).await;
    let utama = Utama::start().await;
    let staff = utama.staff("admin", "admin").await;
    window.click("nav-settings").await;
    window.type_in("field-server", &format!("http://{}", utama.address())).await;
    window.type_in("field-code", &utama.code("12.18.02", "A").await).await;
    window.type_in("field-own_password", PASSWORD).await;
    window.click("enrol").await;
    window.find("sync-now").await;
    both_say(&window, &utama, "7 Desember 2026").await;

    publish(&staff, "2026-12-02", 1).await;
    window.click("nav-settings").await;
    window.click("sync-now").await;
    window.click("nav-today").await;
    window.reads("Paket Kalender 2026 versi 1").await;
    window.axe_finds_nothing("hari ini dengan paket").await;
    window.picture("40-paket-menunggu").await;
    window.click("work-row").await;
    window.reads("Ditambahkan: Libur nasional: Pemungutan suara").await;
    window.axe_finds_nothing("satu paket").await;
    window.picture("41-satu-paket").await;
    window.click("step-apply_pack").await;
    window.click("decide").await;
    window.reads("Rabu, 2 Desember 2026").await;
    window.reads("8 Desember 2026").await;
    window.axe_finds_nothing("perbedaan paket").await;
    window.picture("42-perbedaan-paket").await;
    window.click("accept-differences").await;
    window.reads("1 batas waktu dihitung ulang").await;
    window.picture("43-paket-berlaku").await;
    both_say(&window, &utama, "8 Desember 2026").await;
    assert!(staff.page("/paket").await.contains("1 dari 1 kantor"));

    open_pack(&window).await;
    window.click("step-revert_pack").await;
    window.type_in("field-reason", "Terbit terlalu awal").await;
    window.click("decide").await;
    window.reads("7 Desember 2026").await;
    window.click("accept-differences").await;
    window.reads("1 batas waktu dihitung ulang").await;
    both_say(&window, &utama, "7 Desember 2026").await;

    publish(&staff, "2026-12-03", 2).await;
    let folder = desk.path().join("surat");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("paket.lkp"), staff.file("/paket/kalender-2026/2/berkas").await).unwrap();
    window.click("nav-settings").await;
    window.click("manage-packs").await;
    window.click("step-read_pack").await;
    window.reads("Kalender 2026 versi 2").await;
    window.find("step-apply_pack").await;
    std::fs::write(folder.join("paket.lkp"), b"LKP1 ini bukan paket").unwrap();
    window.click("nav-settings").await;
    window.click("manage-packs").await;
    window.click("step-read_pack").await;
    window.reads("rusak di jalan").await;
    window.picture("44-berkas-ditolak").await;
    window.close().await;
}
