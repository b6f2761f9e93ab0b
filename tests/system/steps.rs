//! What people do at the window, step by step. Everyone here is invented.

use loket_tests::{CONTROL, ENTER, RELEASE, Utama, Window, repository};
use std::fs;
use std::path::Path;

/// The morning on which these stories happen.
pub(crate) const MORNING: &str = "2026-11-23T09:00:00";
pub(crate) const PASSWORD: &str = "sandi contoh satu";

/// Ctrl and a letter.
pub(crate) fn ctrl(letter: char) -> String {
    format!("{CONTROL}{letter}{RELEASE}")
}

/// Sets up Kantor Camat Perbaungan at desk A, continuing the paper book at number 7, and keeps the recovery card.
pub(crate) async fn first_start(window: &Window) -> String {
    window.fill("field-first_number", "7").await;
    first_start_of(window).await
}

/// Sets up Kantor Camat Perbaungan at desk A on a computer that takes the place of another.
pub(crate) async fn first_start_in_place_of_another(window: &Window) -> String {
    window.click("field-replaces").await;
    first_start_of(window).await
}

async fn first_start_of(window: &Window) -> String {
    window.click("pick-office").await;
    window.type_in("pick-office", &format!("Perbaungan{ENTER}")).await;
    window.type_in("field-letterhead_lines", "Jalan Contoh Nomor 1, Perbaungan 20986").await;
    let emblem = repository().join("src-tauri/icons/128x128.png");
    window.type_in("field-emblem", &emblem.display().to_string()).await;
    window.type_in("field-officials.0.name", "Rahmat Rekaan, S.Sos.").await;
    window.type_in("field-officials.0.position", "Sekretaris Kecamatan").await;
    window.type_in("field-officials.0.nip", "198001012005011001").await;
    window.type_in("field-account_name", "Sari Misal").await;
    window.type_in("field-login", "sari").await;
    window.type_in("field-password", PASSWORD).await;
    window.type_in("field-password_again", PASSWORD).await;
    window.axe_finds_nothing("mulai pertama").await;
    window.picture("01-mulai-pertama").await;
    window.click("begin").await;
    let code = window.said("recovery-code").await;
    window.find("paper-frame").await;
    window.axe_finds_nothing("kartu pemulihan").await;
    window.picture("02-kartu-pemulihan").await;
    window.click("card-kept").await;
    window.click("card-continue").await;
    window.find("nav-new-request").await;
    code
}

/// Signs in again.
pub(crate) async fn unlock(window: &Window) {
    window.type_in("field-password", PASSWORD).await;
    window.click("unlock").await;
    window.find("nav-new-request").await;
}

/// Opens a new form and fills it with the keyboard alone.
pub(crate) async fn fill_form(window: &Window, name: &str, information: &str) {
    window.press(&ctrl('n')).await;
    window.find("field-name").await;
    window.tab_and_type("field-name", name).await;
    window.tab_and_type("field-identity_number", "1218010101900003").await;
    window.tab_and_type("field-address", "Dusun Contoh II, Desa Misal").await;
    window.tab_and_type("field-phone", "0812-0000-0000").await;
    window.tab_and_type("field-information", information).await;
    window.tab_and_type("field-purpose", "Bahan usulan musyawarah desa").await;
    window.tab_to("field-documents-identity").await;
    window.press(" ").await;
}

/// Saves the form on the screen and returns the number it got.
pub(crate) async fn save(window: &Window) -> String {
    window.press(&ctrl('s')).await;
    window.said("registration-number").await
}

/// Puts an invented scan of the decree where the window takes its next file from. Returns the digest by which a form chooses it.
pub(crate) fn scanned_decree(data: &Path) -> String {
    let scan = b"%PDF-1.7\n% Surat Keputusan rekaan 188.45/12/2026\n%%EOF\n";
    fs::write(data.join("surat/lampiran.pdf"), scan).unwrap();
    blake3::hash(scan).to_string()
}

/// Joins PPID Utama at the settings with a new code for desk A.
pub(crate) async fn join_utama(window: &Window, utama: &Utama) {
    window.click("nav-settings").await;
    window.fill("field-server", &format!("http://{}", utama.address())).await;
    window.type_in("field-code", &utama.code("12.18.02", "A").await).await;
    window.type_in("field-own_password", PASSWORD).await;
    window.click("enrol").await;
}
