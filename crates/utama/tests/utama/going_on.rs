//! What follows a request on the web: objecting, sending papers, withdrawing, for whoever has its receipt.

use rstest::rstest;
use std::sync::atomic::Ordering;

use crate::asking::{FILLED, asking, filled, perbaungan, seal, sent, shown_receipt, under, value};
use crate::both::Kind::{self, Postgres, Sqlite};
use crate::browser::Browser;
use crate::desk::{ADDRESS, APPLICANT, Desk, NIK};
use crate::door::{posted, receipt};
use crate::http::{Answer, send};
use crate::server::Utama;

/// A request of the counter that was refused what it asked, with its number and code.
async fn answered(on: Kind) -> (Utama, Desk, (String, String), Option<tempfile::TempDir>) {
    let (database, kept) = on.database();
    let mut utama = Utama::on(database).await;
    let mut desk = Desk::perbaungan();
    let request = desk.register("2026-11-02");
    desk.grant("2026-11-05", request);
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    asking(&utama).await;
    let code = receipt(&desk, request);
    (utama, desk, ("001/PPID/KEC-A/XI/2026".to_owned(), code), kept)
}

const OBJECT: &str = "/publik/lacak/keberatan";

#[rstest]
#[tokio::test]
async fn whoever_has_the_receipt_objects_on_the_web_once_and_the_desk_gets_it(#[values(Sqlite, Postgres)] on: Kind) {
    let (utama, desk, (number, code), _kept) = answered(on).await;
    let shown = [("nomor", &*number), ("kode", &*code)];
    let followed = posted(&utama, "/publik/lacak", &shown).await.text();
    assert!(followed.contains("Ajukan keberatan di sini") && !followed.contains("Unduh tanda bukti"), "{followed}");
    let form = posted(&utama, OBJECT, &shown).await;
    assert!(form.status == 200 && !form.text().contains(APPLICANT), "{}", form.text());
    let sheet = value(&form.text(), "lembar");
    let object = async |boxes: &[(&str, &str)]| {
        posted(&utama, OBJECT, &[&shown, boxes, &[("lembar", &*sheet), ("langkah", "kirim")]].concat()).await
    };
    assert!(object(&[]).await.text().contains("Terkirim terlalu cepat"));
    utama.now.fetch_add(60_000, Ordering::Relaxed);
    assert!(object(&[]).await.text().contains("Pilih sekurang-kurangnya satu alasan"));
    let told = "<b>Hanya sebagian</b> yang diberikan";
    let unsaid = object(&[("case_position", told)]).await;
    assert!(unsaid.status == 422 && unsaid.text().contains("&lt;b&gt;Hanya sebagian"), "{}", unsaid.text());
    let boxes = [("grounds", "d"), ("grounds", "g"), ("case_position", told)];
    let (one, two) = tokio::join!(object(&boxes), object(&boxes));
    assert_eq!([one.status, two.status], [200; 2], "{} {}", one.text(), two.text());
    let own = under(&one.text(), "Nomor keberatan");
    assert_eq!((own.as_str(), under(&two.text(), "Nomor keberatan")), ("001-W/KEB-PPID/XI/2026", own.clone()));
    let id = value(&one.text(), "keberatan");
    let paper = posted(&utama, "/publik/lacak/tanda-bukti", &[&shown[..], &[("keberatan", &*id)]].concat()).await;
    assert!(paper.status == 200 && paper.body.starts_with(b"%PDF"), "{}", paper.head);
    for other in ["x", "00000000-0000-0000-0000-000000000000"] {
        let none = posted(&utama, "/publik/lacak/tanda-bukti", &[&shown[..], &[("keberatan", other)]].concat()).await;
        assert_eq!(none.status, 422, "{other}");
    }
    let followed = posted(&utama, "/publik/lacak", &shown).await.text();
    assert!(followed.contains(&format!("Keberatan {own}")) && !followed.contains("Hanya sebagian"), "{followed}");
    assert!(!followed.contains("Ajukan keberatan di sini"), "one at a time");
    let second = posted(&utama, OBJECT, &shown).await;
    assert!(second.status == 409 && second.text().contains("sudah tercatat"), "{}", second.text());
    let (entries, _) = utama.pulled(&desk, vec![(desk.origin, desk.entries.len() as u64)]).await;
    let text: String = entries.iter().map(|entry| String::from_utf8_lossy(&entry.payload).into_owned()).collect();
    assert_eq!(text.matches("objection_registered").count(), 1, "{text}");
    assert!(text.contains(APPLICANT), "who objects is taken from the request: {text}");
    assert!(utama.page("/permohonan-laman").await.contains(&own));
    assert!(utama.page("/keberatan").await.contains(&own));
}

#[tokio::test]
async fn nobody_objects_without_the_receipt_or_where_the_office_takes_nothing_on_the_web() {
    let (utama, _, (number, code), _kept) = answered(Sqlite).await;
    for (number, code) in [(&*number, "0000-0000"), ("999/PPID/KEC-A/XI/2026", &*code), ("", "")] {
        let answer = posted(&utama, OBJECT, &[("nomor", number), ("kode", code), ("langkah", "kirim")]).await;
        assert!(answer.status == 422 && answer.text().contains("tidak cocok"), "{}", answer.text());
    }
    let shown = [("nomor", &*number), ("kode", &*code)];
    let form = posted(&utama, OBJECT, &shown).await.text();
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    admin.get(&utama, "/direktori/12.18.02").await;
    assert_eq!(admin.post(&utama, "/direktori/12.18.02/laman", &[("asking", "tutup")]).await.status, 303);
    utama.now.fetch_add(60_000, Ordering::Relaxed);
    let sheet = value(&form, "lembar");
    let boxes = [("grounds", "d"), ("case_position", "Panjang sekali"), ("lembar", &*sheet), ("langkah", "kirim")];
    let late = posted(&utama, OBJECT, &[&shown[..], &boxes].concat()).await;
    assert!(late.status == 409 && late.text().contains("Panjang sekali"), "{}", late.text());
    assert!(!posted(&utama, "/publik/lacak", &shown).await.text().contains("Ajukan keberatan di sini"));
    // A seal is of one request: it opens no other.
    let foreign = "kind=x";
    let odd = send(utama.address(), "POST", OBJECT, &["content-type: text/plain".to_owned()], foreign.as_bytes()).await;
    assert_eq!(odd.status, 422);
}

const PAPERS: &str = "/publik/lacak/berkas";
const PHOTO: &[u8] = b"\xff\xd8\xff\xe0 foto rekaan";

/// Sends a file with a form, the boxes before it.
pub async fn paper(utama: &Utama, boxes: &[(&str, &str)], name: &str, bytes: &[u8]) -> Answer {
    let mut body = Vec::new();
    for (box_, value) in boxes {
        body.extend(format!("--batas\r\ncontent-disposition: form-data; name=\"{box_}\"\r\n\r\n{value}\r\n").bytes());
    }
    let head = format!("--batas\r\ncontent-disposition: form-data; name=\"berkas\"; filename=\"{name}\"\r\n\r\n");
    body.extend(head.bytes().chain(bytes.iter().copied()).chain(b"\r\n--batas--\r\n".iter().copied()));
    let kind = ["content-type: multipart/form-data; boundary=batas".to_owned()];
    send(utama.address(), "POST", PAPERS, &kind, &body).await
}

#[rstest]
#[tokio::test]
async fn whoever_filed_sends_papers_afterwards_which_only_the_office_opens(#[values(Sqlite, Postgres)] on: Kind) {
    let (utama, desk, _kept) = perbaungan(on).await;
    let sheet = seal(&utama).await;
    let (number, code) = shown_receipt(&sent(&utama, &sheet, "kirim", FILLED).await.text());
    let shown = [("nomor", &*number), ("kode", &*code), ("purpose", "identity")];
    let came = paper(&utama, &shown, "KTP Siti Rekaan.jpg", PHOTO).await;
    let page = came.text();
    assert!(came.status == 200 && page.contains("Berkas diterima") && page.contains("Identitas pemohon: JPEG"), "{page}");
    assert!(!page.contains("Siti") && !page.contains(APPLICANT), "{page}");
    assert!(paper(&utama, &shown, "lagi.jpg", PHOTO).await.text().contains("sudah diterima"), "twice is once");
    let held = |files: Vec<loket_utama::objects::NamedObject>| files.iter().filter(|file| file.whole.is_some()).count();
    let store = utama.database().open(loket_domain::calendar::Calendar::shipped().unwrap(), 0).await.unwrap();
    assert_eq!(held(store.named("12.18.02").await.unwrap()), 1);
    for (name, bytes, said) in [
        ("virus.exe", b"MZ\x90\x00\x03".as_slice(), ""),
        ("ktp.pdf", b"<html><script>".as_slice(), ""),
        ("ktp.jpg", b"".as_slice(), ""),
        ("data.csv", b"a;b\n1;2\n".as_slice(), ""),
    ] {
        let refused = paper(&utama, &shown, name, bytes).await;
        assert!(refused.status == 422 && refused.text().contains(said), "{name}: {}", refused.text());
        assert!(!refused.text().contains("Berkas diterima"), "{name}");
    }
    let large = [PHOTO, &vec![0; 5 << 20]].concat();
    let refused = paper(&utama, &shown, "besar.jpg", &large).await;
    assert!(refused.status == 422 && refused.text().contains("5 MB"), "{}", refused.head);
    for (number, code) in [(&*number, "0000-0000"), ("x", &*code), ("", "")] {
        let answer = paper(&utama, &[("nomor", number), ("kode", code)], "ktp.jpg", PHOTO).await;
        assert!(answer.status == 422 && answer.text().contains("tidak cocok"), "{}", answer.text());
    }
    for n in 1..8_u8 {
        let more = [PHOTO, &[n]].concat();
        assert_eq!(paper(&utama, &shown, "kk.jpg", &more).await.status, 200, "{n}");
    }
    assert!(paper(&utama, &shown, "kk.jpg", b"\xff\xd8\xff\xe0 9").await.text().contains("sudah cukup banyak"));
    let odd = send(utama.address(), "POST", PAPERS, &["content-type: text/plain".to_owned()], b"x").await;
    assert_eq!(odd.status, 422);
    let (entries, _) = utama.pulled(&desk, vec![(desk.origin, desk.entries.len() as u64)]).await;
    let text: String = entries.iter().map(|entry| String::from_utf8_lossy(&entry.payload).into_owned()).collect();
    assert_eq!(text.matches("attachment_added").count(), 8);
    // Once the papers were found complete nothing more is taken here.
    for page in ["/permohonan-laman", "/kantor/12.18.02"] {
        assert!(!utama.page(page).await.contains("KTP Siti"), "{page}");
    }
}

#[rstest]
#[tokio::test]
async fn whoever_knows_the_receipt_and_the_identity_withdraws(#[values(Sqlite, Postgres)] on: Kind) {
    let (utama, desk, _kept) = perbaungan(on).await;
    let sheet = seal(&utama).await;
    let (number, code) = shown_receipt(&sent(&utama, &sheet, "kirim", FILLED).await.text());
    let shown = [("nomor", &*number), ("kode", &*code)];
    let withdraw = async |boxes: &[(&str, &str)]| posted(&utama, "/publik/lacak/cabut", &[&shown, boxes].concat()).await;
    let asked = withdraw(&[]).await;
    assert!(asked.status == 200 && asked.text().contains("tidak dapat dibatalkan") && !asked.text().contains(NIK));
    for wrong in ["", "0000", "1218", NIK.replace('3', "4").leak()] {
        let answer = withdraw(&[("identity", wrong), ("reason", "Sudah <dapat>"), ("langkah", "cabut")]).await;
        assert!(answer.status == 422 && answer.text().contains("tidak cocok dengan permohonan ini"), "{}", answer.text());
        assert!(answer.text().contains("Sudah &lt;dapat&gt;"), "what was typed stands there");
    }
    let done = withdraw(&[("identity", "00 03"), ("reason", "Sudah <dapat>"), ("langkah", "cabut")]).await;
    assert!(done.status == 200 && done.text().contains("dicabut oleh pemohon"), "{}", done.text());
    assert!(!done.text().contains("Sudah"), "{}", done.text());
    let again = withdraw(&[("identity", "0003"), ("langkah", "cabut")]).await;
    assert!(again.status == 200 && again.text().contains("sudah dicabut"), "pressed twice is done once: {}", again.text());
    let (entries, _) = utama.pulled(&desk, vec![(desk.origin, desk.entries.len() as u64)]).await;
    let text: String = entries.iter().map(|entry| String::from_utf8_lossy(&entry.payload).into_owned()).collect();
    assert_eq!(text.matches("request_withdrawn").count(), 1, "{text}");
    // Whoever guesses waits, as with numbers and codes.
    let seal_ = seal(&utama).await;
    let (number, code) = shown_receipt(&sent(&utama, &seal_, "kirim", FILLED).await.text());
    let shown = [("nomor", &*number), ("kode", &*code), ("langkah", "cabut")];
    for n in 0..20 {
        let guess = format!("9{n:03}");
        posted(&utama, "/publik/lacak/cabut", &[&shown[..], &[("identity", &*guess)]].concat()).await;
    }
    let late = posted(&utama, "/publik/lacak/cabut", &[&shown[..], &[("identity", "0003")]].concat()).await;
    assert_eq!(late.status, 429);
}

#[tokio::test]
async fn nobody_withdraws_whose_identity_was_never_told() {
    let (utama, _, _kept) = perbaungan(Sqlite).await;
    let sheet = seal(&utama).await;
    let unknown = filled(&[("identity_kind", "not_shown"), ("identity_number", "")]);
    let (number, code) = shown_receipt(&sent(&utama, &sheet, "kirim", &unknown).await.text());
    let shown = [("nomor", &*number), ("kode", &*code)];
    assert!(!posted(&utama, "/publik/lacak", &shown).await.text().contains("Cabut permohonan"));
    let tried = posted(&utama, "/publik/lacak/cabut", &[&shown[..], &[("identity", ""), ("langkah", "cabut")]].concat()).await;
    assert_eq!(tried.status, 409);
}

#[tokio::test]
async fn another_text_in_a_form_that_was_sent_is_said_and_kept_and_a_form_too_long_as_well() {
    let (utama, _, (number, code), _kept) = answered(Sqlite).await;
    let shown = [("nomor", &*number), ("kode", &*code)];
    let sheet = value(&posted(&utama, OBJECT, &shown).await.text(), "lembar");
    utama.now.fetch_add(60_000, Ordering::Relaxed);
    let object = async |text: &str| {
        let boxes = [("grounds", "d"), ("case_position", text), ("lembar", &*sheet), ("langkah", "kirim")];
        posted(&utama, OBJECT, &[&shown[..], &boxes].concat()).await
    };
    assert_eq!(object("Isi pertama").await.status, 200);
    let second = object("Isi kedua yang lain").await;
    assert!(
        second.status == 422 && second.text().contains("isi lain") && second.text().contains("Isi kedua"),
        "{}",
        second.text()
    );
    let long = "Saya sudah mendapatkannya. ".repeat(4_000);
    let withdrawn = posted(&utama, "/publik/lacak/cabut", &[&shown[..], &[("reason", &*long)]].concat()).await;
    assert!(withdrawn.status == 413 && withdrawn.text().contains("terlalu panjang"), "{}", withdrawn.head);
}

#[tokio::test]
async fn whoever_objects_early_is_told_so_and_withdrawing_twice_is_once() {
    let (utama, _desk, _kept) = perbaungan(Sqlite).await;
    let sheet = seal(&utama).await;
    let (number, code) = shown_receipt(&sent(&utama, &sheet, "kirim", FILLED).await.text());
    let shown = [("nomor", &*number), ("kode", &*code)];
    let early = posted(&utama, OBJECT, &shown).await;
    assert!(early.status == 200 && early.text().contains("Atasan PPID yang menilainya"), "never refused: {}", early.text());
    let end = &NIK[NIK.len() - 4..];
    let withdraw = [&shown[..], &[("langkah", "cabut"), ("identity", end)]].concat();
    let once = posted(&utama, "/publik/lacak/cabut", &withdraw).await;
    assert!(once.text().contains("Permohonan Anda sudah dicabut") && once.text().contains("Dicabut"), "{}", once.text());
    let twice = posted(&utama, "/publik/lacak/cabut", &withdraw).await;
    assert!(twice.status == 200 && twice.text().contains("Permohonan Anda sudah dicabut"), "{}", twice.text());
}

#[tokio::test]
async fn several_at_once_are_no_way_around_a_limit() {
    let (utama, _, (number, code), _kept) = answered(Sqlite).await;
    let shown = [("nomor", &*number), ("kode", &*code)];
    let mut sheets = vec![];
    for _ in 0..2 {
        sheets.push(value(&posted(&utama, OBJECT, &shown).await.text(), "lembar"));
    }
    utama.now.fetch_add(60_000, Ordering::Relaxed);
    let object = async |sheet: &str| {
        let boxes = [("grounds", "d"), ("case_position", "Kurang"), ("lembar", sheet), ("langkah", "kirim")];
        posted(&utama, OBJECT, &[&shown[..], &boxes].concat()).await.status
    };
    let (one, two) = tokio::join!(object(&sheets[0]), object(&sheets[1]));
    assert_eq!([one, two].iter().filter(|status| **status == 200).count(), 1, "one objection runs at a time: {one} {two}");
}

/// What stands on a paper.
fn words_of(pdf: &[u8]) -> String {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let read = std::process::Command::new("pdftotext").arg("-layout").arg(file.path()).arg("-").output().unwrap();
    String::from_utf8(read.stdout).unwrap()
}

#[tokio::test]
async fn the_code_of_a_counters_receipt_opens_nobodys_address() {
    let (utama, _, (number, code), _kept) = answered(Sqlite).await;
    let shown = [("nomor", &*number), ("kode", &*code)];
    let sheet = value(&posted(&utama, OBJECT, &shown).await.text(), "lembar");
    utama.now.fetch_add(60_000, Ordering::Relaxed);
    let boxes = [("grounds", "d"), ("case_position", "Kurang"), ("lembar", &*sheet), ("langkah", "kirim")];
    let filed = posted(&utama, OBJECT, &[&shown[..], &boxes].concat()).await.text();
    let id = value(&filed, "keberatan");
    let paper = posted(&utama, "/publik/lacak/tanda-bukti", &[&shown[..], &[("keberatan", &*id)]].concat()).await;
    let said = words_of(&paper.body);
    assert!(said.contains("tercatat di kantor") && !said.contains(ADDRESS), "{said}");
}
