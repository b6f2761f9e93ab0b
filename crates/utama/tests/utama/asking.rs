//! Asking on the web: what is filed is registered at once, once, by the law of the counter, and nobody else sees it.

use loket_domain::numbering::NumberSeries;
use loket_utama::NumberClaim;
use rstest::rstest;
use std::collections::BTreeSet;
use std::sync::atomic::Ordering;
use uuid::Uuid;

use crate::both::Kind::{self, Postgres, Sqlite};
use crate::browser::Browser;
use crate::desk::{ADDRESS, APPLICANT, Desk, NIK};
use crate::door::{DOOR, opened, posted};
use crate::http::{Answer, get, send};
use crate::server::Utama;

const HERE: &str = "/publik/kantor/12.18.02/ajukan";

/// The form as somebody fills it in.
pub const FILLED: &[(&str, &str)] = &[
    ("category", "individual"),
    ("information", "Salinan rencana kerja kecamatan tahun 2026"),
    ("purpose", "Penelitian"),
    ("name", APPLICANT),
    ("identity_kind", "nik"),
    ("identity_number", NIK),
    ("address", ADDRESS),
    ("phone", "0812-0000-0000"),
    ("access_mode", "copy"),
    ("copy_format", "softcopy"),
    ("delivery_mode", "pick_up"),
    ("setuju", "ya"),
];

/// Opens the door, and lets every office take requests on the web.
pub async fn asking(utama: &Utama) {
    let mut admin = Browser::signed_in(utama, "admin", "admin", &[]).await;
    admin.get(utama, "/pintu-publik").await;
    let open = [DOOR, &[("asking", "terima")]].concat();
    assert_eq!(admin.post(utama, "/pintu-publik", &open).await.status, 303);
}

/// The seal of a form that is drawn now, a minute before it is sent.
pub async fn seal(utama: &Utama) -> String {
    let page = get(utama.address(), HERE).await.text();
    utama.now.fetch_add(60_000, Ordering::Relaxed);
    value(&page, "lembar")
}

pub fn value(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name}: {page}"));
    rest.split('"').next().unwrap().to_owned()
}

/// What stands under a label.
pub fn under(page: &str, label: &str) -> String {
    let (_, rest) = page.split_once(&format!("<dt>{label}</dt><dd>")).unwrap_or_else(|| panic!("no {label}: {page}"));
    rest.split('<').next().unwrap().to_owned()
}

/// Number and code on the page that somebody gets who filed.
pub fn shown_receipt(page: &str) -> (String, String) {
    (under(page, "Nomor pendaftaran"), under(page, "Kode periksa"))
}

/// The form with some boxes changed.
pub fn filled<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = FILLED.iter().copied().filter(|(name, _)| !changed.iter().any(|(other, _)| other == name));
    kept.chain(changed.iter().copied()).collect()
}

pub async fn sent(utama: &Utama, seal: &str, step: &str, boxes: &[(&str, &str)]) -> Answer {
    posted(utama, HERE, &[boxes, &[("lembar", seal), ("langkah", step)]].concat()).await
}

/// Perbaungan with one desk, and the web open.
pub async fn perbaungan(on: Kind) -> (Utama, Desk, Option<tempfile::TempDir>) {
    let (database, kept) = on.database();
    let mut utama = Utama::on(database).await;
    let mut desk = Desk::perbaungan();
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    asking(&utama).await;
    (utama, desk, kept)
}

#[rstest]
#[tokio::test]
async fn what_is_filed_has_its_number_code_receipt_and_deadlines_at_once(#[values(Sqlite, Postgres)] on: Kind) {
    let (utama, _, _kept) = perbaungan(on).await;
    let seal = seal(&utama).await;
    let review = sent(&utama, &seal, "periksa", FILLED).await;
    let shown = review.text();
    assert!(review.status == 200 && shown.contains("Periksa, lalu kirim") && shown.contains(NIK), "{shown}");
    assert!(review.head.contains("cache-control: no-store") && !review.head.contains("set-cookie"), "{}", review.head);
    let done = sent(&utama, &seal, "kirim", FILLED).await;
    let page = done.text();
    assert_eq!(done.status, 200, "{page}");
    let (number, code) = shown_receipt(&page);
    assert_eq!(number, "001-W/PPID/XI/2026");
    assert!(page.contains("Senin, 23 November 2026, pukul 11.01 WIB"), "{page}");
    assert!(page.contains("Selasa, 24 November 2026") && page.contains("paling lambat Kamis, 26 November 2026"), "{page}");
    assert!(page.contains("sejak berkas dinyatakan lengkap") && page.contains("Salinan KTP/SIM/paspor"), "{page}");
    let shown = [("nomor", &*number), ("kode", &*code)];
    let followed = posted(&utama, "/publik/lacak", &shown).await.text();
    assert!(followed.contains("sudah tercatat") && !followed.contains(APPLICANT), "{followed}");
    let receipt = posted(&utama, "/publik/lacak/tanda-bukti", &shown).await;
    assert!(receipt.status == 200 && receipt.body.starts_with(b"%PDF"), "{}", receipt.head);
    assert!(receipt.head.contains("filename=\"tanda bukti 001-w-ppid-xi-2026.pdf\""), "{}", receipt.head);
    let again = posted(&utama, "/publik/lacak/tanda-bukti", &shown).await;
    assert_eq!(again.body, receipt.body, "the same paper to the byte");
    for (number, code) in [(&*number, "0000-0000"), ("002-W/PPID/XI/2026", &*code), ("", "")] {
        assert_eq!(posted(&utama, "/publik/lacak/tanda-bukti", &[("nomor", number), ("kode", code)]).await.status, 422);
    }
    // Staff see that it waits for a desk of the office, and no name.
    let waiting = utama.page("/permohonan-laman").await;
    assert!(waiting.contains(&number) && waiting.contains("belum diambil meja") && !waiting.contains(APPLICANT), "{waiting}");
}

#[rstest]
#[tokio::test]
async fn a_form_that_is_sent_again_is_the_same_request_also_after_a_restart(#[values(Sqlite, Postgres)] on: Kind) {
    let (mut utama, _, _kept) = perbaungan(on).await;
    let seal = seal(&utama).await;
    let twice = async || sent(&utama, &seal, "kirim", FILLED).await;
    let (one, two) = tokio::join!(twice(), twice());
    assert_eq!([one.status, two.status], [200; 2], "{} {}", one.text(), two.text());
    assert_eq!(under(&one.text(), "Kode periksa"), under(&two.text(), "Kode periksa"));
    utama.restart().await;
    utama.now.fetch_add(600_000, Ordering::Relaxed);
    let later = sent(&utama, &seal, "kirim", FILLED).await.text();
    assert_eq!(under(&later, "Kode periksa"), under(&one.text(), "Kode periksa"));
    // Another question on the same form is another request, once it is looked at again.
    let other = filled(&[("information", "Peraturan desa tahun 2025")]);
    let told = sent(&utama, &seal, "kirim", &other).await;
    assert!(told.status == 422 && told.text().contains("sudah pernah dikirim") && told.text().contains("Peraturan desa"));
    let anew = value(&told.text(), "lembar");
    utama.now.fetch_add(10_000, Ordering::Relaxed);
    let done = sent(&utama, &anew, "kirim", &other).await.text();
    assert_eq!(under(&done, "Nomor pendaftaran"), "002-W/PPID/XI/2026", "numbers go on after a restart");
}

#[rstest]
#[tokio::test]
async fn many_people_at_once_get_a_number_each_and_none_is_left_out(#[values(Sqlite, Postgres)] on: Kind) {
    let (utama, desk, _kept) = perbaungan(on).await;
    let mut seals = vec![];
    for _ in 0..12 {
        seals.push(seal(&utama).await);
    }
    let file = async |seal: &str| under(&sent(&utama, seal, "kirim", FILLED).await.text(), "Nomor pendaftaran");
    let filing = seals.iter().map(|seal| file(seal));
    let numbers: BTreeSet<_> = futures_util::future::join_all(filing).await.into_iter().collect();
    let expected: BTreeSet<_> = (1..=12).map(|n| format!("{n:03}-W/PPID/XI/2026")).collect();
    assert_eq!(numbers, expected);
    let (entries, _) = utama.pulled(&desk, vec![(desk.origin, desk.entries.len() as u64)]).await;
    assert_eq!(entries.len(), 1 + 12 * 2, "the desk of the web once; registration and receipt of each");
}

#[tokio::test]
async fn whatever_is_wrong_is_said_beside_its_box_and_nothing_typed_is_lost() {
    let (utama, _, _kept) = perbaungan(Sqlite).await;
    let seal = seal(&utama).await;
    for (box_, typed, said) in [
        ("information", "  ", "Isi rincian informasi"),
        ("purpose", "", "Isi tujuan penggunaan"),
        ("name", "", "Isi nama pemohon"),
        ("identity_number", "12180101", "NIK terdiri atas 16 angka; yang diisi 8"),
        ("identity_number", "121801010190000X", "hanya terdiri atas angka"),
        ("identity_kind", "kartu", "Pilih jenis identitas"),
        ("address", "", "Isi alamat pemohon"),
        ("address", "x".repeat(501).leak(), "Paling panjang 500 huruf"),
        ("email", "bukan e-mail", "Alamat e-mail belum benar"),
        ("phone", "telepon", "Periksa nomornya"),
        ("delivery_mode", "merpati", "Pilih cara mendapatkan salinan"),
        ("delivery_mode", "email", "Isi alamat e-mail untuk mengirim"),
        ("access_mode", "", "Pilih cara memperoleh"),
        ("setuju", "", "centang bila setuju"),
        ("information", "x".repeat(50_001).leak(), "Paling panjang 50000 huruf"),
    ] {
        for step in ["periksa", "kirim", "", "lain"] {
            let answer = sent(&utama, &seal, step, &filled(&[(box_, typed)])).await;
            let page = answer.text();
            assert!(answer.status == 422 && page.contains(said), "{box_}: {page}");
            assert!(page.contains("aria-invalid=\"true\"") && page.contains("class=\"problem\""), "{box_}");
            let others = FILLED.iter().filter(|(name, _)| ["name", "address", "purpose"].contains(name) && *name != box_);
            assert!(others.into_iter().all(|(_, value)| page.contains(value)), "{box_}: what was typed stands there");
        }
    }
    let represented = filled(&[("represented", "ya"), ("representative_as", "wali")]);
    let page = sent(&utama, &seal, "periksa", &represented).await.text();
    assert!(page.contains("Isi nama kuasa pemohon") && page.contains("<details open"), "{page}");
    let group = filled(&[("category", "group"), ("members", "Siti; 123\nBudi")]);
    let page = sent(&utama, &seal, "periksa", &group).await.text();
    assert!(page.contains("NIK anggota terdiri atas 16 angka") && page.contains("Siti; 123\nBudi"), "{page}");
    assert!(utama.page("/permohonan-laman").await.contains("Belum ada permohonan lewat laman"), "nothing was written");
    // Whoever finds out that a group asks goes on with what was typed.
    let other = sent(&utama, &seal, "group", FILLED).await;
    let page = other.text();
    assert!(other.status == 200 && page.contains("Anggota kelompok") && page.contains(ADDRESS), "{page}");
    assert!(page.contains("name=\"category\" value=\"group\"") && value(&page, "lembar") == seal, "{page}");
    // Back from what is looked at to what is typed.
    let back = sent(&utama, &seal, "ubah", FILLED).await;
    assert!(back.status == 200 && back.text().contains(ADDRESS) && !back.text().contains("class=\"problem\""));
}

#[tokio::test]
async fn everyone_asks_as_at_the_counter() {
    let (utama, desk, _kept) = perbaungan(Sqlite).await;
    for changed in [
        &[("identity_kind", "not_shown"), ("identity_number", "")][..],
        &[("identity_kind", "passport"), ("identity_number", "X1234567")],
        &[("identity_kind", "kitas"), ("identity_number", "2C11JE0000")],
        &[("category", "legal_entity"), ("identity_kind", "legal_entity_decree"), ("identity_number", "AHU-1")],
        &[("category", "group"), ("members", "Siti Rekaan; 1218010101900003\nBudi Rekaan")],
        &[("represented", "ya"), ("representative_as", "wali"), ("representative_name", "Ibu"), ("representative_address", "Jl")],
        &[("phone", ""), ("email", ""), ("access_mode", "view")],
    ] {
        let seal = seal(&utama).await;
        let boxes = filled(changed);
        let done = sent(&utama, &seal, "kirim", &boxes).await;
        assert!(done.status == 200 && done.text().contains("terdaftar"), "{changed:?}: {}", done.text());
    }
    let (entries, _) = utama.pulled(&desk, vec![(desk.origin, desk.entries.len() as u64)]).await;
    let text: String = entries.iter().map(|entry| String::from_utf8_lossy(&entry.payload).into_owned()).collect();
    assert!(text.contains("\"channel\":\"web\"") && text.contains("versi 1, 30 November 2026 disetujui"), "{text}");
}

#[tokio::test]
async fn what_strangers_send_is_refused_with_a_sentence_and_shown_as_text() {
    let (utama, _, _kept) = perbaungan(Sqlite).await;
    let attack = "<script>alert(1)</script>\"'><img src=x>{{7*7}}\u{202e}";
    let seal_ = seal(&utama).await;
    let boxes = ["information", "purpose", "name", "address", "occupation"].map(|name| (name, attack));
    for step in ["periksa", "kirim"] {
        let page = sent(&utama, &seal_, step, &filled(&boxes)).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(!page.text().contains("<script") && !page.text().contains("<img"), "{}", page.text());
    }
    for path in ["/permohonan-laman", "/permohonan", "/kantor/12.18.02"] {
        let page = utama.page(path).await;
        assert!(!page.contains("alert(1)"), "{path}");
    }
    // Forms that are not ours, too old, too soon, or filled in by a robot.
    let seal_ = seal(&utama).await;
    for forged in ["", "x", &"0".repeat(64), &format!("{}{}", &seal_[..63], if seal_.ends_with('0') { 1 } else { 0 })] {
        let answer = sent(&utama, forged, "kirim", FILLED).await;
        assert!(answer.status == 422 && answer.text().contains("terlalu lama terbuka") && answer.text().contains(ADDRESS));
    }
    let trapped = filled(&[("situs", "https://contoh.example")]);
    assert!(sent(&utama, &seal_, "kirim", &trapped).await.text().contains("Kotak yang harus kosong"));
    let soon = value(&get(utama.address(), HERE).await.text(), "lembar");
    assert!(sent(&utama, &soon, "kirim", FILLED).await.text().contains("Terkirim terlalu cepat"));
    utama.now.fetch_add(72 * 3_600_000, Ordering::Relaxed);
    let old = sent(&utama, &seal_, "kirim", FILLED).await;
    assert!(old.status == 422 && old.text().contains("terlalu lama terbuka"), "{}", old.text());
    // What is no form, or larger than any.
    let kind = |kind: &str| [format!("content-type: {kind}")];
    let urlencoded = "application/x-www-form-urlencoded";
    for (kind_, body, status) in [
        ("text/plain", "x".to_owned(), 415),
        ("multipart/form-data", "x".to_owned(), 415),
        (urlencoded, format!("information={}", "x".repeat(800 << 10)), 413),
        (urlencoded, "%FF%FE=%00&name=%FF%00&\u{0}=".to_owned(), 422),
    ] {
        let answer = send(utama.address(), "POST", HERE, &kind(kind_), body.as_bytes()).await;
        assert_eq!(answer.status, status, "{kind_}: {}", answer.head);
        assert!(answer.text().contains("publik.css"), "a page that says what to do");
    }
    assert_eq!(utama.page("/permohonan-laman").await.matches("-W/PPID").count(), 1, "only what was right");
}

#[rstest]
#[tokio::test]
async fn signs_that_no_database_keeps_do_no_harm(#[values(Sqlite, Postgres)] on: Kind) {
    let (utama, desk, _kept) = perbaungan(on).await;
    let seal = seal(&utama).await;
    let odd = "A\u{0}B\u{8}C\u{FFFE}D\u{1F600} \u{644}";
    let boxes = filled(&[("information", odd), ("name", odd), ("purpose", odd), ("address", odd)]);
    let done = sent(&utama, &seal, "kirim", &boxes).await;
    assert_eq!(done.status, 200, "{}", done.text());
    let page = done.text();
    let shown = [("nomor", under(&page, "Nomor pendaftaran")), ("kode", under(&page, "Kode periksa"))];
    let shown: Vec<_> = shown.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(posted(&utama, "/publik/lacak/tanda-bukti", &shown).await.status, 200);
    assert!(!utama.pulled(&desk, vec![(desk.origin, desk.entries.len() as u64)]).await.0.is_empty(), "and hold up no sync");
}

#[tokio::test]
async fn an_office_takes_requests_only_where_somebody_said_so() {
    let mut utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    assert_eq!(get(utama.address(), HERE).await.status, 404, "the door is shut");
    assert_eq!(posted(&utama, HERE, FILLED).await.status, 404);
    opened(&utama).await;
    let shut = async |why: &str| {
        let page = get(utama.address(), HERE).await;
        assert!(page.status == 200 && page.text().contains("tidak menerima permohonan lewat laman"), "{why}");
        assert!(!get(utama.address(), "/publik/kantor/12.18.02").await.text().contains("12.18.02/ajukan"), "{why}");
        assert!(!get(utama.address(), "/publik/ajukan").await.text().contains("12.18.02/ajukan"), "{why}");
        let sent = posted(&utama, HERE, FILLED).await;
        assert!(sent.status == 409 && sent.text().contains("Salinan rencana kerja"), "{why}: what was written is shown");
    };
    let open = async |why: &str| {
        assert!(get(utama.address(), HERE).await.text().contains("name=\"lembar\""), "{why}");
        assert!(get(utama.address(), "/publik/ajukan").await.text().contains("12.18.02/ajukan"), "{why}");
    };
    shut("nobody said so").await;
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    let mut set = async |asking: &str| {
        admin.get(&utama, "/direktori/12.18.02").await;
        assert_eq!(admin.post(&utama, "/direktori/12.18.02/laman", &[("asking", asking)]).await.status, 303);
    };
    set("buka").await;
    open("this office alone").await;
    let unknown = get(utama.address(), "/publik/kantor/12.18.01/ajukan").await;
    assert!(unknown.text().contains("tidak menerima"), "an office without a desk");
    set("").await;
    asking(&utama).await;
    // Whoever signs in anew ends the session of before.
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    let mut set = async |asking: &str| {
        admin.get(&utama, "/direktori/12.18.02").await;
        assert_eq!(admin.post(&utama, "/direktori/12.18.02/laman", &[("asking", asking)]).await.status, 303);
    };
    open("all of the regency").await;
    set("tutup").await;
    shut("all but this office").await;
    set("").await;
    assert_eq!(get(utama.address(), "/publik/kantor/99.99.99/ajukan").await.status, 404);
    assert_eq!(posted(&utama, "/publik/kantor/99.99.99/ajukan", FILLED).await.status, 404);
    assert!(admin.get(&utama, "/catatan-akses").await.text().contains("Menerima permohonan lewat laman"));
    admin.get(&utama, "/direktori/12.18.02").await;
    assert_eq!(admin.post(&utama, "/direktori/12.18.02/pensiun", &[]).await.status, 303);
    shut("the office is retired").await;
}

#[tokio::test]
async fn whoever_files_without_end_waits() {
    let (utama, _, _kept) = perbaungan(Sqlite).await;
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    admin.get(&utama, "/pintu-publik").await;
    let wrong = [DOOR, &[("asking", "terima"), ("by_address", "dua ratus"), ("at_office", "3")]].concat();
    let wrong = admin.post(&utama, "/pintu-publik", &wrong).await;
    assert_eq!(wrong.status, 422);
    for typed in ["value=\"dua ratus\"", "value=\"3\""] {
        assert!(wrong.text().contains(typed), "what was typed is not lost: {}", wrong.text());
    }
    let limited = [DOOR, &[("asking", "terima"), ("by_address", "2"), ("at_office", "3")]].concat();
    assert_eq!(admin.post(&utama, "/pintu-publik", &limited).await.status, 303);
    let mut seals = vec![];
    for _ in 0..4 {
        seals.push(seal(&utama).await);
    }
    for seal in &seals[..2] {
        assert_eq!(sent(&utama, seal, "kirim", FILLED).await.status, 200);
    }
    let late = sent(&utama, &seals[2], "kirim", FILLED).await;
    assert!(late.status == 429 && late.head.contains("retry-after") && late.text().contains(ADDRESS), "{}", late.head);
    assert_eq!(sent(&utama, &seals[0], "kirim", FILLED).await.status, 200, "what was filed is shown again");
    utama.now.fetch_add(3_600_000, Ordering::Relaxed);
    assert_eq!(sent(&utama, &seals[2], "kirim", FILLED).await.status, 200);
    let full = sent(&utama, &seals[3], "kirim", FILLED).await;
    assert!(full.status == 429 && full.text().contains("Coba lagi besok"), "{}", full.text());
}

#[rstest]
#[tokio::test]
async fn a_number_is_held_until_it_is_written_and_no_longer(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let claim = |subject: u128, now: u64| NumberClaim {
        office: "12.18.02".into(),
        series: NumberSeries::Requests,
        desk: "W".into(),
        year: 2026,
        subject: Uuid::from_u128(subject),
        now,
    };
    let given = BTreeSet::from([1]);
    let now = 1_795_395_600_000;
    assert_eq!(store.claim_number(&claim(1, now), &given).await.unwrap(), 2);
    assert_eq!(store.claim_number(&claim(2, now), &given).await.unwrap(), 3);
    assert_eq!(store.claim_number(&claim(1, now + 1), &given).await.unwrap(), 2, "the same gets the same");
    let other = NumberClaim { series: NumberSeries::Objections, ..claim(3, now) };
    assert_eq!(store.claim_number(&other, &BTreeSet::new()).await.unwrap(), 1, "another series");
    let later = now + 20 * 60 * 1000;
    assert_eq!(store.claim_number(&claim(4, later), &given).await.unwrap(), 2, "what came to nothing leaves no gap");
}

#[rstest]
#[tokio::test]
async fn a_desk_that_is_called_as_the_web_keeps_its_numbers(#[values(Sqlite, Postgres)] on: Kind) {
    let (database, _kept) = on.database();
    let mut utama = Utama::on(database).await;
    // From before the web was a desk: it was let in then.
    let mut desk = Desk::new(1, "12.18.02", "Perbaungan", "A");
    desk.establish();
    let opened_w = loket_domain::office::OfficeDesk {
        code: "W".into(),
        pattern: loket_domain::numbering::NumberPattern::usual(),
        start: loket_domain::numbering::SeriesStart { year: 2026, first: 1 },
        opened_on: "2026-11-20".parse().unwrap(),
    };
    let change = loket_domain::change::OfficeChange::DeskOpened { desk: opened_w };
    desk.write("2026-11-20", loket_journal::Subject::Office, &loket_domain::change::Change::Office(change));
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    asking(&utama).await;
    let seal = seal(&utama).await;
    let page = sent(&utama, &seal, "kirim", FILLED).await.text();
    assert_eq!(under(&page, "Nomor pendaftaran"), "001-W0/PPID/XI/2026");
}

#[tokio::test]
async fn the_form_is_small_needs_nothing_and_leaves_nothing() {
    let (utama, _, _kept) = perbaungan(Sqlite).await;
    let sheet = seal(&utama).await;
    let style = get(utama.address(), "/publik.css").await.body.len();
    let mut answers = vec![];
    for path in ["/publik/ajukan", HERE, &format!("{HERE}?sebagai=group"), &format!("{HERE}?sebagai=legal_entity")] {
        answers.push(get(utama.address(), path).await);
    }
    let wrong: Vec<_> = FILLED.iter().map(|(name, _)| (*name, "?")).collect();
    for (step, boxes) in [("periksa", &wrong[..]), ("periksa", FILLED), ("kirim", FILLED)] {
        answers.push(sent(&utama, &sheet, step, boxes).await);
    }
    for answer in &answers {
        assert!(answer.body.len() + style <= 30_000, "{} bytes: {}", answer.body.len() + style, answer.text());
        assert!(!answer.head.contains("set-cookie"), "{}", answer.head);
        assert!(answer.head.contains("default-src 'none'; style-src 'self'") && !answer.head.contains("\nlocation:"));
        for unwanted in ["<script", "<img", " style=", "onclick", "http-equiv", "name=\"tanda\""] {
            assert!(!answer.text().contains(unwanted), "{unwanted}");
        }
    }
    assert!(answers[1..].iter().all(|answer| answer.head.contains("cache-control: no-store")), "nobody keeps what is one's own");
}
