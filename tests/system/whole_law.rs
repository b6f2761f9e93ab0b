//! A request through every step the law knows, in the real window and with the keyboard alone: incomplete, completed,
//! extended, granted in part, handed over, objected to, answered, disputed; and another one, answered part by part.

use loket_tests::{DOWN, ENTER, ESCAPE, Screen, TAB, Window};
use tempfile::TempDir;

use crate::steps::{MORNING, ctrl, fill_form, first_start, save, scanned_decree, unlock};

/// Opens a step's form with Tab and Enter.
async fn step(window: &Window, action: &str) {
    window.tab_to(&format!("step-{action}")).await;
    window.press(&ENTER.to_string()).await;
}

/// Fills boxes in the order of Tab.
async fn fill(window: &Window, boxes: &[(&str, &str)]) {
    window.find("decide").await;
    for (name, text) in boxes {
        window.tab_and_type(&format!("field-{name}"), text).await;
    }
}

/// Ticks a box with the space bar.
async fn tick(window: &Window, id: &str) {
    window.tab_to(id).await;
    window.press(" ").await;
}

/// Goes this many radios on from the first of a row, with the arrow keys.
async fn choose(window: &Window, first: &str, further: usize) {
    tick(window, first).await;
    for _ in 0..further {
        window.press(&DOWN.to_string()).await;
    }
}

/// Sends the form, sees the paper it made, and goes back.
async fn send(window: &Window, picture: &str) {
    window.press(&ctrl('s')).await;
    window.find("paper-frame").await;
    window.picture(picture).await;
    window.press(&ESCAPE.to_string()).await;
}

async fn stage(window: &Window, wanted: &str) {
    window.find("stage").await;
    window.reads(wanted).await;
}

/// Closes the window and opens it on another morning, at the request.
async fn on(screen: &Screen, desk: &TempDir, window: Window, date: &str) -> Window {
    window.close().await;
    let window = Window::open(screen, desk.path(), &format!("{date}T09:00:00")).await;
    unlock(&window).await;
    window.press(&ctrl('k')).await;
    window.type_in("search", &format!("rekaan{ENTER}")).await;
    window.find("registration-number").await;
    window
}

#[tokio::test(flavor = "multi_thread")]
async fn every_step_the_law_knows_is_taken_with_the_keyboard_alone() {
    let (screen, desk) = (Screen::start(), TempDir::new().unwrap());
    let window = Window::open(&screen, desk.path(), MORNING).await;
    first_start(&window).await;

    // The camat answers objections: an official more, with the decree that appointed him.
    window.tab_to("nav-settings").await;
    window.press(&ENTER.to_string()).await;
    window.tab_to("manage-officials").await;
    window.press(&ENTER.to_string()).await;
    step(&window, "name").await;
    fill(&window, &[("name", "Drs. Burhan Rekaan, M.AP."), ("position", "Camat Perbaungan")]).await;
    // Arrow keys move between roles, from the first to the second.
    window.tab_to("field-role-ppid_unit").await;
    window.press(&DOWN.to_string()).await;
    fill(&window, &[("decree", "800/17/2026"), ("decreed_on", "05/01/2026"), ("from", "05/01/2026")]).await;
    window.axe_finds_nothing("pejabat baru").await;
    window.picture("30-pejabat").await;
    window.press(&ctrl('s')).await;
    window.reads("Drs. Burhan Rekaan, M.AP.").await;

    // 23 November: registered without a copy of the identity card, told what is missing, completed.
    fill_form(&window, "Warga Rekaan", "Daftar penerima bantuan tahun 2026").await;
    tick(&window, "field-documents-identity").await;
    assert_eq!(save(&window).await, "007/PPID/KEC-PBG/XI/2026");
    window.tab_to("open-request").await;
    window.press(&ENTER.to_string()).await;
    step(&window, "find_incomplete").await;
    fill(&window, &[("letter_number", "000.8.3/1/2026")]).await;
    window.axe_finds_nothing("tidak lengkap").await;
    window.picture("31-tidak-lengkap").await;
    send(&window, "32-surat-tidak-lengkap").await;
    stage(&window, "Belum lengkap").await;
    step(&window, "declare_complete").await;
    window.find("confirm-declare_complete").await;
    window.tab_to("confirm-declare_complete").await;
    window.press(&ENTER.to_string()).await;
    window.reads("Berkas dinyatakan lengkap").await;
    window.axe_finds_nothing("diproses").await;
    window.picture("33-diproses").await;

    // 7 December: extended, once.
    let window = on(&screen, &desk, window, "2026-12-07").await;
    step(&window, "extend").await;
    fill(&window, &[("letter_number", "000.8.3/2/2026")]).await;
    tick(&window, "field-reasons-not_held").await;
    fill(&window, &[("explanation", "Data masih diminta dari perangkat daerah lain.")]).await;
    send(&window, "34-perpanjangan").await;
    window.reads("Rabu, 16 Desember 2026").await;
    window.picture("35-diperpanjang").await;

    // 14 December: granted in part, with a decree for what is blacked out; handed over.
    let window = on(&screen, &desk, window, "2026-12-14").await;
    let decree = scanned_decree(desk.path());
    window.tab_to("attach").await;
    window.press(&ENTER.to_string()).await;
    while window.focused().await != "purpose-signed" {
        window.press(&DOWN.to_string()).await;
    }
    window.press(&ENTER.to_string()).await;
    window.reads("lampiran.pdf").await;
    step(&window, "grant_partly").await;
    fill(&window, &[("letter_number", "000.8.3/3/2026")]).await;
    fill(
        &window,
        &[
            ("means", "Diambil langsung di meja layanan"),
            ("withheld", "Alamat penerima"),
            ("redaction", "Alamat pada halaman 3 sampai 7 dihitamkan."),
            ("decree_number", "188.45/12/2026"),
            ("decree_date", &format!("12/01/2026{TAB}")),
        ],
    )
    .await;
    tick(&window, &format!("field-decree_scan-{decree}")).await;
    tick(&window, "field-grounds-h").await;
    let why = "Membuka alamat penerima mengungkap rahasia pribadi.";
    fill(&window, &[("consequence", why), ("term", "Pasal 4 ayat (2) UU 27/2022")]).await;
    window.axe_finds_nothing("kabulkan sebagian").await;
    window.picture("36-kabulkan-sebagian").await;
    send(&window, "37-pemberitahuan-sebagian").await;
    stage(&window, "Dikabulkan sebagian").await;
    step(&window, "hand_over").await;
    fill(&window, &[("number", "PB/1/2026")]).await;
    send(&window, "38-penyerahan").await;
    stage(&window, "Informasi diserahkan").await;

    // 21 December: objected to; the camat answers on 4 January; the applicant goes to Komisi Informasi.
    let window = on(&screen, &desk, window, "2026-12-21").await;
    step(&window, "object").await;
    window.find("decide").await;
    tick(&window, "field-grounds-a").await;
    fill(&window, &[("case_position", "Alamat desa penerima dihitamkan padahal bukan rahasia pribadi.")]).await;
    window.picture("39-keberatan").await;
    send(&window, "40-formulir-keberatan").await;
    window.reads("Keberatan 001/KEB-PPID/KEC-PBG/XII/2026").await;
    window.axe_finds_nothing("keberatan").await;
    window.picture("41-satu-keberatan").await;
    let window = on(&screen, &desk, window, "2027-01-04").await;
    window.tab_to("linked").await;
    window.press(&ENTER.to_string()).await;
    step(&window, "answer").await;
    fill(&window, &[("letter_number", "000.8.3/4/2027")]).await;
    tick(&window, "field-verdict-upheld").await;
    fill(&window, &[("considerations", "Data yang dihitamkan termasuk rahasia pribadi menurut Pasal 17 huruf h.")]).await;
    send(&window, "42-tanggapan").await;
    stage(&window, "Putusan PPID dikuatkan").await;
    step(&window, "note_received").await;
    fill(&window, &[("reaction", "Akan ke Komisi Informasi")]).await;
    window.press(&ctrl('s')).await;
    window.reads("Tanggapan diterima pengaju").await;
    step(&window, "file_dispute").await;
    fill(&window, &[("number", "012/KI-SU/2027"), ("commission", "Komisi Informasi Provinsi Rekaan")]).await;
    window.press(&ctrl('s')).await;
    stage(&window, "Sengketa di Komisi Informasi").await;
    window.axe_finds_nothing("sengketa").await;
    window.picture("43-sengketa").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_letter_answers_a_request_part_by_part() {
    let (screen, desk) = (Screen::start(), TempDir::new().unwrap());
    let window = Window::open(&screen, desk.path(), MORNING).await;
    first_start(&window).await;
    let asked = format!("1. Anggaran bantuan sosial tahun 2026{ENTER}2. Daftar penerima bantuan per desa");
    fill_form(&window, "Warga Rekaan", &asked).await;
    assert_eq!(save(&window).await, "007/PPID/KEC-PBG/XI/2026");
    window.tab_to("open-request").await;
    window.press(&ENTER.to_string()).await;

    // Each line is a part already; the second is asked once the first has its answer.
    step(&window, "answer").await;
    window.find("decide").await;
    assert_eq!(window.value("field-part1_what").await, "Anggaran bantuan sosial tahun 2026");
    assert!(!window.has("field-part2_what").await, "nothing is asked about the second part yet");
    window.picture("44-jawab-per-bagian-kosong").await;
    choose(&window, "field-part1_found-given", 0).await;
    tick(&window, "field-part1_hardcopy").await;
    fill(&window, &[("part1_sheets", "4")]).await;
    assert_eq!(window.value("field-part2_what").await, "Daftar penerima bantuan per desa");
    choose(&window, "field-part2_found-given", 3).await;
    assert!(!window.has("field-part2_sheets").await, "what is not held has no sheets");
    fill(&window, &[("part2_body", "Dinas Sosial Kabupaten Serdang Bedagai")]).await;
    fill(&window, &[("price_per_sheet", "500"), ("means", "Diambil langsung di meja layanan")]).await;
    window.reads("Rp2.000,00").await;
    window.axe_finds_nothing("jawab per bagian").await;
    window.picture("45-jawab-per-bagian").await;
    fill(&window, &[("letter_number", "000.8.3/5/2026")]).await;
    window.picture("46-jawab-per-bagian-surat").await;
    send(&window, "47-pemberitahuan-per-bagian").await;
    stage(&window, "Dikabulkan sebagian").await;
    window.reads("Dinas Sosial Kabupaten Serdang Bedagai").await;
    window.axe_finds_nothing("dijawab per bagian").await;
    window.picture("48-dijawab-per-bagian").await;

    // The letter leaves the office, which is what keeps the deadline.
    step(&window, "note_sent").await;
    window.find("decide").await;
    choose(&window, "field-way-in_person", 3).await;
    fill(&window, &[("proof", "warga@contoh.id")]).await;
    window.axe_finds_nothing("pengiriman surat").await;
    window.picture("49-pengiriman-surat").await;
    window.press(&ctrl('s')).await;
    window.reads("Pengiriman surat dicatat").await;
    window.close().await;
}
