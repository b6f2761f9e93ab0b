//! A scan in the real window: attached, held back, gone on with, seen at a real PPID Utama, and given back as it was.

use loket_tests::{ENTER, Link, Screen, Utama, Window};
use std::fs;
use std::time::Duration;
use tempfile::TempDir;
use tokio::time::{Instant, sleep};

use crate::steps::{MORNING, PASSWORD, ctrl, fill_form, first_start, save};

const OFFICE: &str = "/kantor/12.18.02";

async fn wait_until(what: &str, mut there: impl AsyncFnMut() -> bool) {
    let began = Instant::now();
    while !there().await {
        assert!(began.elapsed() < Duration::from_secs(90), "{what}");
        sleep(Duration::from_millis(100)).await;
    }
}

/// Opens the request of this applicant by searching for it.
async fn open_request(window: &Window, name: &str) {
    window.press(&ctrl('k')).await;
    window.type_in("search", &format!("{name}{ENTER}")).await;
    // The only one that is found opens at once.
    window.find("attach").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scan_is_attached_held_back_and_arrives_at_ppid_utama() {
    let (screen, desk) = (Screen::start(), TempDir::new().unwrap());
    let window = Window::open(&screen, desk.path(), MORNING).await;
    first_start(&window).await;
    fill_form(&window, "Warga Berkas", "Salinan rencana kerja kecamatan").await;
    save(&window).await;
    window.find("paper-frame").await;
    // A real PDF: what the app itself saves stands for what a scanner would.
    let papers = desk.path().join("surat");
    let saved = || fs::read_dir(&papers).unwrap().map(|file| file.unwrap().path()).find(|path| path.extension().is_some());
    window.click("save-form").await;
    let whole = |path| fs::read(path).unwrap().trim_ascii_end().ends_with(b"%%EOF");
    wait_until("the form is saved, to its last line", async || saved().is_some_and(whole)).await;
    let scan = fs::read(saved().unwrap()).unwrap();
    fs::rename(saved().unwrap(), papers.join("lampiran.pdf")).unwrap();

    let utama = Utama::start().await;
    let link = Link::cut_off(utama.address()).await;
    link.restore();
    window.click("nav-settings").await;
    window.type_in("field-server", &link.url()).await;
    window.type_in("field-code", &utama.code("12.18.02", "A").await).await;
    window.type_in("field-own_password", PASSWORD).await;
    window.click("enrol").await;
    wait_until("synced", async || window.said("sync-chip").await.contains("tersinkron")).await;
    link.cut();

    open_request(&window, "berkas").await;
    window.reads("Belum ada berkas").await;
    window.click("attach").await;
    window.click("purpose-signed").await;
    window.reads("lampiran.pdf").await;
    window.reads("menunggu dikirim").await;
    window.axe_finds_nothing("permohonan dengan berkas").await;
    window.picture("files-1-attached").await;

    // Held back: the entry goes, the file does not.
    window.click("nav-settings").await;
    window.click("pause-files").await;
    window.find("resume-files").await;
    link.restore();
    window.click("sync-now").await;
    wait_until("the entry arrives", async || window.said("sync-chip").await.contains("tersinkron")).await;
    window.reads("1 berkas dijeda").await;
    window.axe_finds_nothing("pengaturan, berkas dijeda").await;
    window.picture("files-2-paused").await;
    let office = utama.page(OFFICE).await;
    let (_, rest) = office.split_once(&format!("href=\"{OFFICE}/permohonan/")).unwrap();
    let request = format!("{OFFICE}/permohonan/{}", &rest[..36]);
    let page = utama.page(&request).await;
    assert!(page.contains("Formulir atau surat bertanda tangan") && page.contains("belum dikirim meja"), "{page}");
    assert!(!page.contains("lampiran.pdf"), "its name is not for everyone who watches");

    // Gone on with.
    window.click("resume-files").await;
    window.reads("Semua berkas sudah sampai.").await;
    assert!(!utama.page(&request).await.contains("belum dikirim meja"));
    open_request(&window, "berkas").await;
    window.reads("di komputer ini dan di PPID Utama").await;
    fs::remove_file(papers.join("lampiran.pdf")).unwrap();
    window.click("save-file").await;
    wait_until("the file is saved", async || papers.join("lampiran.pdf").exists()).await;
    window.reads("Disimpan: lampiran.pdf").await;
    assert_eq!(fs::read(papers.join("lampiran.pdf")).unwrap(), scan);
    window.picture("files-3-sent").await;

    // Taken back, and its story stays.
    window.click("withdraw-file").await;
    window.type_in("field-reason", "Pindaian permohonan lain").await;
    window.click("decide").await;
    window.find("attach").await;
    window.reads("Belum ada berkas").await;
    window.reads("Berkas ditarik").await;
    window.close().await;
}
