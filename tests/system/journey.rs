//! The main job, from a new PC to PPID Utama's monitor, with the link cut and restored.

use loket_tests::{CupsPdf, ENTER, Link, Screen, Utama, Window};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;
use tokio::time::{Instant, sleep};

use crate::steps::{MORNING, PASSWORD, ctrl, fill_form, first_start, save, scanned_decree, unlock};

fn words_of(pdf: &Path) -> String {
    let run = Command::new("pdftotext").args(["-layout"]).arg(pdf).arg("-").output().unwrap();
    String::from_utf8(run.stdout).unwrap()
}

/// The file saved from the window whose name begins so.
fn saved(data: &Path, begins: &str) -> std::path::PathBuf {
    let files = fs::read_dir(data.join("surat")).unwrap().map(|file| file.unwrap().path());
    let mut found = files.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with(begins));
    found.next().unwrap_or_else(|| panic!("no saved {begins}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_goes_from_the_counter_to_the_monitor_of_ppid_utama() {
    let (screen, desk) = (Screen::start(), TempDir::new().unwrap());
    let printer = CupsPdf::start();
    let window = Window::open(&screen, desk.path(), MORNING).await;

    // 1. First start, no network.
    first_start(&window).await;
    window.axe_finds_nothing("hari ini, kosong").await;
    window.picture("03-hari-ini-kosong").await;

    // 2. A request by keyboard alone. Killed while typing: nothing typed is lost.
    fill_form(&window, "Siti \"Nur\" O'Rekaan", "Salinan rencana kerja kecamatan tahun 2026").await;
    window.reads("007/PPID/KEC-PBG/XI/2026").await;
    window.reads("Senin, 7 Desember 2026").await;
    window.axe_finds_nothing("permohonan baru").await;
    window.picture("04-permohonan-baru").await;
    window.reads("Isian disimpan sementara").await;
    window.kill().await;
    let window = Window::open(&screen, desk.path(), MORNING).await;
    window.find("field-password").await;
    window.axe_finds_nothing("masuk").await;
    window.picture("05-masuk").await;
    unlock(&window).await;
    window.press(&ctrl('n')).await;
    window.reads("1 formulir belum selesai").await;
    window.click("continue-draft").await;
    window.find("draft-restored").await;
    assert_eq!(window.value("field-name").await, "Siti \"Nur\" O'Rekaan");
    assert_eq!(window.value("field-purpose").await, "Bahan usulan musyawarah desa");

    // 3. Saved: the number at once, the receipt on the screen, Enter prints, Enter again begins the next.
    let before = CupsPdf::printed().len();
    assert_eq!(save(&window).await, "007/PPID/KEC-PBG/XI/2026");
    window.find("paper-frame").await;
    window.axe_finds_nothing("tersimpan").await;
    window.picture("06-tersimpan").await;
    assert_eq!(window.focused().await, "print");
    window.press(&ENTER.to_string()).await;
    let began = Instant::now();
    while CupsPdf::printed().len() == before {
        assert!(began.elapsed() < Duration::from_secs(30), "nothing came out of the printer");
        sleep(Duration::from_millis(100)).await;
    }
    let began = Instant::now();
    while window.focused().await != "next-request" {
        assert!(began.elapsed() < Duration::from_secs(10), "Enter again should begin the next request");
        sleep(Duration::from_millis(50)).await;
    }
    assert!(papers_left_in(desk.path()).is_empty(), "a printed paper lies about: {:?}", papers_left_in(desk.path()));
    window.click("save-form").await;
    window.reads("Formulir Permohonan").await;
    window.click("open-request").await;

    // 4. Found by a part of the name; opened with its deadline, story and papers.
    window.find("step-grant").await;
    window.press(&ctrl('k')).await;
    window.type_in("search", &format!("rekaan{ENTER}")).await;
    window.find("step-grant").await;
    window.click("nav-requests").await;
    window.reads("Siti \"Nur\" O'Rekaan").await;
    window.axe_finds_nothing("daftar permohonan").await;
    window.picture("07-daftar").await;
    window.click_first_row().await;
    window.find("step-grant").await;
    window.reads("Didaftarkan dengan nomor 007").await;
    window.axe_finds_nothing("satu permohonan").await;
    window.picture("08-satu-permohonan").await;

    // 5. Granted: the letter on the screen and saved.
    window.click("step-grant").await;
    window.type_in("field-letter_number", "000.8.3/41/2026").await;
    window.type_in("field-means", "Dikirim ke alamat e-mail pemohon").await;
    window.axe_finds_nothing("kabulkan").await;
    window.picture("09-kabulkan").await;
    window.click("decide").await;
    window.find("paper-frame").await;
    window.axe_finds_nothing("surat jadi").await;
    window.picture("10-pemberitahuan-tertulis").await;
    window.click("save-paper").await;
    window.reads("Pemberitahuan Tertulis").await;
    let letter = words_of(&wait_for_saved(desk.path(), "Pemberitahuan Tertulis").await);
    for part in ["000.8.3/41/2026", "007/PPID/KEC-PBG/XI/2026", "Rahmat Rekaan, S.Sos.", "KECAMATAN PERBAUNGAN"] {
        assert!(letter.contains(part), "{part} in:\n{letter}");
    }

    // A second one is refused under Pasal 17, by a decree that is attached; the core names each precondition first.
    fill_form(&window, "محمد رضوان", "Daftar penerima bantuan dengan riwayat kesehatannya").await;
    assert_eq!(save(&window).await, "008/PPID/KEC-PBG/XI/2026");
    window.click("open-request").await;
    let decree = scanned_decree(desk.path());
    window.click("attach").await;
    window.click("purpose-signed").await;
    window.reads("lampiran.pdf").await;
    window.click("step-refuse").await;
    window.click("decide").await;
    window.reads("Pilih sekurang-kurangnya satu huruf Pasal 17, atau Pasal 6 ayat (3).").await;
    window.axe_finds_nothing("tolak, dengan pesan").await;
    window.picture("11-tolak-pesan").await;
    window.type_in("field-letter_number", "000.8.3/42/2026").await;
    window.click("field-grounds-h").await;
    window.type_in("field-consequence", "Membuka riwayat kesehatan warga mengungkap rahasia pribadi.").await;
    window.type_in("field-term", "Pasal 4 ayat (2) UU 27/2022").await;
    window.type_in("field-decree_number", "188.45/12/2026").await;
    window.type_in("field-decree_date", &format!("12/01/2026{}", loket_tests::TAB)).await;
    window.click(&format!("field-decree_scan-{decree}")).await;
    window.picture("12-tolak").await;
    window.click("decide").await;
    window.find("paper-frame").await;
    window.picture("13-sk-penolakan").await;
    window.click("save-paper").await;
    let decision = words_of(&wait_for_saved(desk.path(), "Surat Keputusan Penolakan").await);
    assert!(decision.contains("PERMOHONAN INFORMASI DITOLAK") && decision.contains("188.45/12/2026"), "{decision}");

    // 6. Enrolled through a link that then fails: entries wait, work goes on, and they go by themselves.
    let mut utama = Utama::start().await;
    let link = Link::cut_off(utama.address()).await;
    window.click("nav-settings").await;
    window.type_in("field-server", &link.url()).await;
    window.type_in("field-code", &utama.code("12.18.02", "A").await).await;
    window.type_in("field-own_password", PASSWORD).await;
    window.click("enrol").await;
    window.reads("belum dapat dihubungi").await;
    assert_eq!(window.value("field-server").await, link.url(), "what was typed stays");
    window.axe_finds_nothing("pengaturan").await;
    window.picture("14-pengaturan").await;
    link.restore();
    window.click("enrol").await;
    wait_for_chip(&window, "tersinkron").await;
    let office = utama.page("/kantor/12.18.02").await;
    for part in ["007/PPID/KEC-PBG/XI/2026", "008/PPID/KEC-PBG/XI/2026", "Dikabulkan", "Ditolak"] {
        assert!(office.contains(part), "{part} in:\n{office}");
    }
    assert!(!office.contains("Rekaan") && !office.contains("Contoh II"), "the monitor names no applicant");

    link.cut();
    fill_form(&window, "Warga Ketiga", "Peta batas wilayah kecamatan").await;
    let third = save(&window).await;
    wait_for_chip(&window, "menunggu, tanpa koneksi").await;
    window.picture("15-menunggu").await;
    assert!(!utama.page("/kantor/12.18.02").await.contains(&third));
    utama.kill_and_restart().await;
    link.restore();
    wait_for_chip(&window, "tersinkron").await;
    window.picture("16-tersinkron").await;
    let office = utama.page("/kantor/12.18.02").await;
    assert!(office.contains(&third) && office.contains("7 Desember 2026"), "{office}");
    assert_eq!(office.matches(&third).count(), 1, "each once");

    window.click("nav-today").await;
    window.reads("Warga Ketiga").await;
    window.axe_finds_nothing("hari ini").await;
    window.picture("17-hari-ini").await;
    log_names_nobody(desk.path());
    window.close().await;
    let numbers = ["1218010101900003".to_owned()].into();
    let told = loket_tests::readable_numbers(desk.path(), &numbers);
    assert!(told.iter().all(|(path, _)| path.starts_with(desk.path().join("surat"))), "left readable: {told:?}");
    drop(printer);
}

async fn wait_for_saved(data: &Path, begins: &str) -> std::path::PathBuf {
    let began = Instant::now();
    let is_there =
        || fs::read_dir(data.join("surat")).unwrap().any(|f| f.unwrap().file_name().to_string_lossy().starts_with(begins));
    while !is_there() {
        assert!(began.elapsed() < Duration::from_secs(15), "{begins} was not saved");
        sleep(Duration::from_millis(50)).await;
    }
    saved(data, begins)
}

/// Waits until the chip at the top says so.
pub(crate) async fn wait_for_chip(window: &Window, wanted: &str) {
    let began = Instant::now();
    loop {
        let said = window.said("sync-chip").await;
        if said.contains(wanted) {
            return;
        }
        assert!(began.elapsed() < Duration::from_secs(90), "the chip says “{said}”, not “{wanted}”");
        sleep(Duration::from_millis(100)).await;
    }
}

/// PDFs in the desk's folder itself, or where programs put what they forget.
fn papers_left_in(desk: &Path) -> Vec<std::path::PathBuf> {
    let files = [desk.to_owned(), desk.join("tmp")].into_iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten();
    let files = files.map(|file| file.unwrap().path()).filter(|path| path.is_file());
    files.filter(|path| fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"%PDF"))).collect()
}

/// The log holds nothing of a citizen and no secret.
fn log_names_nobody(data: &Path) {
    let log = fs::read_to_string(data.join("log/loket.log")).unwrap();
    for secret in ["Rekaan", "رضوان", "1218010101900003", "Dusun Contoh", PASSWORD, "Ketiga"] {
        assert!(!log.contains(secret), "{secret} in the log");
    }
}
