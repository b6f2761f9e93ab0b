//! Every page of PPID Utama as it is drawn, in its main states: recorded from one scripted office in `snapshots/`.
//!
//! A page without a snapshot fails, and so does a snapshot that nothing draws. After a change that is meant:
//! `INSTA_UPDATE=always cargo test -p loket-utama --test utama snapshots`, and the difference is read before it is kept.

use loket_journal::Digest;
use loket_utama::{Database, routes};
use rstest::rstest;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::Ordering;

use crate::asking::{FILLED, filled, seal, shown_receipt};
use crate::browser::{Browser, PASSWORD};
use crate::bundle::{memory, sealed, server};
use crate::door::{DOOR, posted, receipt};
use crate::going_on::paper as upload;
use crate::http::{Answer, get};
use crate::matrix::FOR_THE_PUBLIC;
use crate::packs::{PUBLISH, boxes, lines_with};
use crate::postgres::Cluster;
use crate::scripted::{NEVER_SENT, OFFICE, SCAN, Scripted};
use crate::second_factor::Telephone;
use crate::server::Utama;

/// What differs from run to run.
const RANDOM: &[(&str, &str)] = &[
    // Form tokens, and digests of files.
    ("[0-9a-f]{64}", "[64 hex]"),
    // Identities made by the server; those of the script have no version.
    ("[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", "[uuid]"),
    // Every release has another.
    ("versi [0-9]+\\.[0-9]+\\.[0-9]+", "versi [x]"),
    // Codes and passwords shown once.
    ("<p class=\"code\">[^<]*", "<p class=\"code\">[secret]"),
    ("<li class=\"code\">[^<]*", "<li class=\"code\">[secret]"),
    // Codes on receipts.
    (">[0-9A-Z]{4}-[0-9A-Z]{4}<", ">[code]<"),
    ("name=\"kode\" value=\"[^\"]*\"", "name=\"kode\" value=\"[code]\""),
    // A secret as a picture.
    ("d=\"(M[0-9]+ [0-9]+h[0-9]+v1h-[0-9]+z)+\"", "d=\"[picture]\""),
];

/// Compares answers with what was recorded, all of them before it says what differs.
#[derive(Default)]
pub struct Recorder {
    /// Below `snapshots/`; empty for the folder itself.
    folder: String,
    routes: BTreeSet<(&'static str, &'static str)>,
    files: BTreeSet<String>,
    different: Vec<String>,
}

impl Recorder {
    /// For a store that was frozen that day.
    pub fn frozen(day: &str) -> Self {
        Self { folder: format!("frozen-{day}"), ..Self::default() }
    }

    /// Compares what `method` `path` answered in this state.
    fn keep(&mut self, method: &'static str, path: &'static str, state: &str, answer: &Answer) {
        self.routes.insert((method, path));
        let place: String = path.chars().filter(|c| !"{}".contains(*c)).collect();
        let name = format!("{}{}-{state}", method.to_lowercase(), place.replace('/', "."));
        self.compare(&name, answer);
    }

    /// Compares an answer under a name of its own.
    pub fn compare(&mut self, name: &str, answer: &Answer) {
        if answer.head.contains("content-type: text/html") {
            every_box_has_its_label(name, &answer.text());
        }
        let mut settings = insta::Settings::clone_current();
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.set_snapshot_path(Path::new("snapshots").join(&self.folder));
        settings.set_filters(RANDOM.iter().copied());
        let same = settings.bind(|| catch_unwind(AssertUnwindSafe(|| insta::assert_snapshot!(name, drawn(answer)))).is_ok());
        if !same {
            self.different.push(name.to_owned());
        }
        self.files.insert(format!("{name}.snap"));
    }

    /// Fails when something was not as recorded.
    pub fn done(&self) {
        assert!(self.different.is_empty(), "not as recorded: {:#?}", self.different);
    }
}

/// Fails when two things of a page share an identity, or a box that is seen has no label of its own.
fn every_box_has_its_label(name: &str, page: &str) {
    let values = |attribute: &str| -> Vec<String> {
        let begins = format!(" {attribute}=\"");
        let ends = page.split(&begins).skip(1);
        ends.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    let (identities, labels) = (values("id"), values("for"));
    let distinct: BTreeSet<_> = identities.iter().collect();
    assert_eq!(distinct.len(), identities.len(), "{name}: one identity twice among {identities:?}");
    for (start, _) in page.match_indices('<') {
        let tag = page[start + 1..].split('>').next().unwrap();
        let kind = tag.split(' ').next().unwrap();
        if ["input", "select", "textarea"].contains(&kind) && !tag.contains("type=\"hidden\"") {
            let identity = tag.split_once(" id=\"").map(|(_, rest)| rest.split('"').next().unwrap());
            assert!(
                identity.is_some_and(|identity| labels.iter().any(|label| label == identity)),
                "{name}: no label for <{tag}>"
            );
        }
    }
}

/// Status, the headers that carry meaning, and the body with a line for each tag, or for each line of a table.
fn drawn(answer: &Answer) -> String {
    let meaning = ["content-type", "content-disposition", "location", "retry-after"];
    let headers = answer.head.lines().filter(|line| meaning.iter().any(|name| line.starts_with(name)));
    let head = headers.map(|line| format!("{line}\n")).collect::<String>();
    let body = if answer.head.contains("content-type: text/html") {
        answer.text().replace("><", ">\n<")
    } else if answer.head.contains("content-type: text/csv") {
        answer.text().split_inclusive('\n').map(|line| format!("{line:?}\n")).collect()
    } else if answer.body.is_empty() {
        String::new()
    } else {
        "(a file)".to_owned()
    };
    format!("{}\n{head}\n{body}", answer.status)
}

#[rstest]
#[case::sqlite(None)]
#[case::postgres(Some(Cluster::shared().database()))]
#[tokio::test]
async fn every_page_is_drawn_as_it_was_recorded(#[case] database: Option<Database>) {
    let mut utama = match database {
        None => Utama::start().await,
        Some(database) => Utama::on(database).await,
    };
    let mut recorder = Recorder::default();
    empty(&utama, &mut recorder).await;
    let office = Scripted::sent(&mut utama).await;
    watching(&utama, &office, &mut recorder).await;
    answering(&utama, &office, &mut recorder).await;
    asking(&utama, &office, &mut recorder).await;
    sticks(&utama, &office, &mut recorder).await;
    packs(&utama, &mut recorder).await;
    desks(&utama, &office, &mut recorder).await;
    directory(&utama, &mut recorder).await;
    public(&utama, &office, &mut recorder).await;
    accounts(&utama, &mut recorder).await;
    second_factor(&utama, &mut recorder).await;
    own_account(&utama, &mut recorder).await;
    filing(&utama, &office, &mut recorder).await;
    recorder.done();
    let served: BTreeSet<_> = routes().iter().map(|route| (route.method, route.path)).collect();
    let missing: Vec<_> = served.difference(&recorder.routes).collect();
    assert!(missing.is_empty(), "pages without a snapshot: {missing:?}");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/utama/snapshots");
    let kept = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let unused: Vec<_> = kept.filter(|name| name.ends_with(".snap") && !recorder.files.contains(name)).collect();
    assert!(unused.is_empty(), "snapshots that nothing draws: {unused:?}");
}

async fn empty(utama: &Utama, recorder: &mut Recorder) {
    recorder.keep("GET", "/masuk", "asked", &get(utama.address(), "/masuk?ke=/kotak-masuk").await);
    recorder.keep("GET", "/", "nobody", &get(utama.address(), "/").await);
    recorder.keep("GET", "/tidak-ada", "nobody", &get(utama.address(), "/tidak-ada").await);
    let mut admin = Browser::signed_in(utama, "admin", "admin", &[]).await;
    for path in [
        "/",
        "/kantor.csv",
        "/keberatan",
        "/keberatan.csv",
        "/informasi-publik",
        "/informasi-publik.csv",
        "/dikecualikan",
        "/dikecualikan.csv",
        "/laporan",
        "/laporan.csv",
        "/kotak-masuk",
        "/kotak-masuk/arsip",
        "/berkas-meja",
        "/paket",
        "/direktori",
        "/meja",
        "/akun",
        "/catatan-akses",
    ] {
        recorder.keep("GET", path, "empty", &admin.get(utama, path).await);
    }
}

async fn watching(utama: &Utama, office: &Scripted, recorder: &mut Recorder) {
    let mut admin = Browser::signed_in(utama, "admin", "admin", &[]).await;
    recorder.keep("GET", "/", "filled", &admin.get(utama, "/").await);
    recorder.keep("GET", "/", "narrowed", &admin.get(utama, "/?keadaan=terlambat&urut=kontak&periode=2026-11").await);
    recorder.keep("GET", "/", "none-left", &admin.get(utama, "/?keadaan=diam").await);
    recorder.keep("GET", "/kantor.csv", "filled", &admin.get(utama, "/kantor.csv").await);
    let list = "/permohonan";
    recorder.keep("GET", list, "filled", &admin.get(utama, list).await);
    recorder.keep("GET", list, "sought", &admin.get(utama, "/permohonan?cari=002&keadaan=").await);
    recorder.keep("GET", "/permohonan.csv", "filled", &admin.get(utama, "/permohonan.csv?keadaan=segera").await);
    let requests = "/kantor/{code}";
    recorder.keep("GET", requests, "filled", &admin.get(utama, "/kantor/12.18.02").await);
    recorder.keep("GET", requests, "narrowed", &admin.get(utama, "/kantor/12.18.02?keadaan=diputus&urut=nomor").await);
    recorder.keep("GET", requests, "none-left", &admin.get(utama, "/kantor/12.18.02?hal=9").await);
    recorder.keep("GET", requests, "hostile", &admin.get(utama, "/kantor/12.18.04").await);
    recorder.keep("GET", requests, "unknown", &admin.get(utama, "/kantor/12.18.05").await);
    let table = "/kantor/{code}/permohonan.csv";
    recorder.keep("GET", table, "filled", &admin.get(utama, "/kantor/12.18.02/permohonan.csv").await);
    recorder.keep("GET", table, "narrowed", &admin.get(utama, "/kantor/12.18.02/permohonan.csv?keadaan=diputus").await);
    recorder.keep("GET", table, "unknown", &admin.get(utama, "/kantor/12.18.05/permohonan.csv").await);
    for path in
        ["/keberatan", "/keberatan.csv", "/informasi-publik", "/informasi-publik.csv", "/dikecualikan", "/dikecualikan.csv"]
    {
        recorder.keep("GET", path, "filled", &admin.get(utama, path).await);
    }
    recorder.keep("GET", "/keberatan", "none-left", &admin.get(utama, "/keberatan?keadaan=terlambat&kantor=12.18.02").await);
    recorder.keep(
        "GET",
        "/informasi-publik",
        "none-left",
        &admin.get(utama, "/informasi-publik?cari=tiada&kategori=berkala").await,
    );
    recorder.keep("GET", "/laporan", "filled", &admin.get(utama, "/laporan?tahun=2026").await);
    recorder.keep("GET", "/laporan.csv", "filled", &admin.get(utama, "/laporan.csv?tahun=2026").await);
    let objection = "/kantor/{code}/keberatan/{id}";
    for (state, id) in [("filled", uuid::Uuid::from_u128(61).to_string()), ("unknown", "x".into())] {
        recorder.keep("GET", objection, state, &admin.get(utama, &format!("/kantor/{OFFICE}/keberatan/{id}")).await);
    }
    let request = "/kantor/{code}/permohonan/{id}";
    for (state, id) in
        [("granted", office.granted.to_string()), ("forwarded", office.forwarded.to_string()), ("unknown", "x".into())]
    {
        recorder.keep("GET", request, state, &admin.get(utama, &format!("/kantor/{OFFICE}/permohonan/{id}")).await);
    }
    let mut auditor = Browser::signed_in(utama, "awas", "auditor", &["12.18.04"]).await;
    recorder.keep("GET", "/", "of-one-office", &auditor.get(utama, "/").await);
    recorder.keep("GET", requests, "forbidden", &auditor.get(utama, "/kantor/12.18.02").await);
    recorder.keep("GET", "/kotak-masuk", "forbidden", &auditor.get(utama, "/kotak-masuk").await);
}

async fn answering(utama: &Utama, office: &Scripted, recorder: &mut Recorder) {
    let mut siti = Browser::signed_in(utama, "siti", "verifikator", &[OFFICE]).await;
    let mut admin = Browser::signed_in(utama, "admin", "admin", &[]).await;
    recorder.keep("GET", "/kotak-masuk", "filled", &siti.get(utama, "/kotak-masuk").await);
    let (case, path) = ("/kantor/{code}/penerusan/{id}", format!("/kantor/{OFFICE}/penerusan/{}", office.forwarded));
    recorder.keep("GET", case, "only-read", &admin.get(utama, &path).await);
    recorder.keep("GET", case, "unknown", &siti.get(utama, &path.replace(&office.forwarded.to_string(), "x")).await);
    recorder.keep("GET", case, "filled", &siti.get(utama, &path).await);
    let file = "/kantor/{code}/penerusan/{id}/berkas/{digest}";
    for (state, bytes) in [("open", SCAN), ("away", NEVER_SENT), ("unknown", b"x")] {
        recorder.keep("GET", file, state, &siti.get(utama, &format!("{path}/berkas/{}", Digest::of_object(bytes))).await);
    }
    let (step, steps) = ("/kantor/{code}/penerusan/{id}/langkah", format!("{path}/langkah"));
    let pass = [("kind", "passed"), ("unit", "Dinas Pendidikan"), ("due", "2026-11-27"), ("text", "Nota dinas 4/2026.")];
    recorder.keep("POST", step, "refused", &siti.post(utama, &steps, &pass[..3]).await);
    recorder.keep("POST", step, "done", &siti.post(utama, &steps, &pass).await);
    siti.post(utama, &steps, &[("kind", "taken")]).await;
    recorder.keep("GET", case, "waiting", &siti.get(utama, &path).await);
    recorder.keep("GET", "/kotak-masuk", "waiting", &siti.get(utama, "/kotak-masuk").await);
    let (add, adding) = ("/kantor/{code}/penerusan/{id}/lampiran", format!("{path}/lampiran"));
    recorder.keep("POST", add, "refused", &siti.post_file(utama, &adding, b"Surat biasa").await);
    recorder.keep("POST", add, "done", &siti.post_file(utama, &adding, b"%PDF-1.7 peta rekaan").await);
    let boxes = [("number", "12/PPID-U/2026"), ("note", " ")];
    recorder.keep("POST", case, "refused", &siti.post(utama, &path, &boxes).await);
    let boxes = [("number", "12/PPID-U/2026"), ("note", "Dokumen dikirim besok.")];
    recorder.keep("POST", case, "unsure", &siti.post_once(utama, &path, &boxes).await);
    recorder.keep("POST", case, "done", &siti.post(utama, &path, &boxes).await);
    recorder.keep("GET", case, "answered", &siti.get(utama, &path).await);
    let (test, path) = ("/kantor/{code}/uji/{id}", format!("/kantor/{OFFICE}/uji/{}", office.test.0));
    recorder.keep("GET", test, "only-read", &admin.get(utama, &path).await);
    recorder.keep("GET", test, "unknown", &siti.get(utama, &format!("/kantor/{OFFICE}/uji/x")).await);
    recorder.keep("GET", test, "filled", &siti.get(utama, &path).await);
    let approve = [("verdict", "approve"), ("seen", "1"), ("by", ""), ("on", "2026-11-24")];
    recorder.keep("POST", test, "refused", &siti.post(utama, &path, &approve).await);
    let approve = [("verdict", "approve"), ("seen", "1"), ("by", "Bupati Rekaan"), ("on", "2026-11-24")];
    recorder.keep("POST", test, "done", &siti.post(utama, &path, &approve).await);
    recorder.keep("GET", test, "answered", &siti.get(utama, &path).await);
    let rejected = path.replace(&office.test.0.to_string(), &uuid::Uuid::from_u128(78).to_string());
    recorder.keep("GET", "/kotak-masuk/arsip", "filled", &siti.get(utama, "/kotak-masuk/arsip").await);
    recorder.keep("GET", test, "rejected", &siti.get(utama, &rejected).await);
}

async fn asking(utama: &Utama, office: &Scripted, recorder: &mut Recorder) {
    let mut siti = Browser::signed_in(utama, "siti", "verifikator", &[OFFICE]).await;
    let (list, path) = ("/kantor/{code}/tanya", format!("/kantor/{OFFICE}/tanya"));
    recorder.keep("GET", list, "filled", &siti.get(utama, &path).await);
    let about = office.granted.to_string();
    recorder.keep("GET", list, "about-a-request", &siti.get(utama, &format!("{path}?permohonan={about}")).await);
    let boxes = [("permohonan", &*about), ("line", "Batas waktu"), ("text", "Kapan dijawab?")];
    recorder.keep("POST", list, "refused", &siti.post(utama, &path, &boxes[..2]).await);
    let sent = siti.post(utama, &path, &boxes).await;
    recorder.keep("POST", list, "done", &sent);
    let (one, own) = ("/kantor/{code}/tanya/{id}", sent.head.lines().find_map(|line| line.strip_prefix("location: ")).unwrap());
    recorder.keep("GET", one, "asked", &siti.get(utama, own).await);
    recorder.keep("POST", one, "closed", &siti.post(utama, own, &[("seen", "1"), ("tutup", "ya")]).await);
    recorder.keep("GET", one, "closed", &siti.get(utama, own).await);
    let path = format!("{path}/{}", office.question);
    recorder.keep("GET", one, "unknown", &siti.get(utama, &format!("/kantor/{OFFICE}/tanya/x")).await);
    recorder.keep("GET", one, "filled", &siti.get(utama, &path).await);
    recorder.keep("POST", one, "refused", &siti.post(utama, &path, &[("seen", "1"), ("text", " ")]).await);
    recorder.keep("POST", one, "done", &siti.post(utama, &path, &[("seen", "1"), ("text", "Boleh.")]).await);
    recorder.keep("GET", one, "answered", &siti.get(utama, &path).await);
    recorder.keep("GET", "/kotak-masuk", "answered", &siti.get(utama, "/kotak-masuk").await);
    let mut admin = Browser::signed_in(utama, "admin", "admin", &[]).await;
    recorder.keep("GET", list, "none", &admin.get(utama, "/kantor/12.18.04/tanya").await);
}

async fn sticks(utama: &Utama, office: &Scripted, recorder: &mut Recorder) {
    let mut siti = Browser::signed_in(utama, "siti", "verifikator", &[OFFICE]).await;
    siti.get(utama, "/berkas-meja").await;
    let sticks = "/berkas-meja";
    recorder.keep("POST", sticks, "refused", &siti.post_file(utama, sticks, b"Surat biasa").await);
    let file = sealed(&office.desk, &server(memory(utama).await.as_ref()).await);
    recorder.keep("POST", sticks, "done", &siti.post_file(utama, sticks, &file).await);
    recorder.keep("GET", sticks, "filled", &siti.get(utama, sticks).await);
    let (back, path) =
        ("/kantor/{code}/meja/{origin}/balasan", format!("/kantor/{OFFICE}/meja/{}/balasan", office.desk.origin.0));
    recorder.keep("GET", back, "open", &siti.get(utama, &path).await);
    recorder.keep("GET", back, "unknown", &siti.get(utama, &format!("/kantor/{OFFICE}/meja/x/balasan")).await);
}

async fn packs(utama: &Utama, recorder: &mut Recorder) {
    let mut admin = Browser::signed_in(utama, "admin", "admin", &[]).await;
    let form = "/paket/baru/{kind}";
    for kind in ["kalender", "naskah", "kategori", "lain"] {
        recorder.keep("GET", form, kind, &admin.get(utama, &format!("/paket/baru/{kind}")).await);
    }
    admin.get(utama, "/paket").await;
    let (path, lines) = ("/paket/baru/kalender", lines_with("2026-12-02"));
    recorder.keep("POST", form, "refused", &admin.post(utama, path, &boxes("2026-12-02;libur nasional;Hari", &[])).await);
    recorder.keep("POST", form, "shown", &admin.post(utama, path, &boxes(&lines, &[])).await);
    recorder.keep("POST", form, "done", &admin.post(utama, path, &boxes(&lines, PUBLISH)).await);
    recorder.keep("GET", "/paket", "filled", &admin.get(utama, "/paket").await);
    recorder.keep("GET", "/paket/{line}", "filled", &admin.get(utama, "/paket/kalender-2026").await);
    recorder.keep("GET", "/paket/{line}", "unknown", &admin.get(utama, "/paket/naskah").await);
    let file = "/paket/{line}/{version}/berkas";
    recorder.keep("GET", file, "open", &admin.get(utama, "/paket/kalender-2026/1/berkas").await);
    recorder.keep("GET", file, "unknown", &admin.get(utama, "/paket/kalender-2026/9/berkas").await);
    let (withdraw, path) = ("/paket/{line}/tarik", "/paket/kalender-2026/tarik");
    recorder.keep("POST", withdraw, "refused", &admin.post(utama, path, &[("versi", "2"), ("basis", "")]).await);
    recorder.keep("POST", withdraw, "done", &admin.post(utama, path, &[("versi", "2"), ("basis", "Salah ketik")]).await);
    recorder.keep("GET", "/paket/{line}", "withdrawn", &admin.get(utama, "/paket/kalender-2026").await);
    let mut siti = Browser::signed_in(utama, "siti", "verifikator", &[OFFICE]).await;
    recorder.keep("GET", "/paket", "only-watched", &siti.get(utama, "/paket").await);
    recorder.keep("GET", form, "forbidden", &siti.get(utama, "/paket/baru/naskah").await);
}

async fn desks(utama: &Utama, office: &Scripted, recorder: &mut Recorder) {
    let mut admin = Browser::signed_in(utama, "admin", "admin", &[]).await;
    recorder.keep("GET", "/meja", "filled", &admin.get(utama, "/meja").await);
    recorder.keep("POST", "/meja", "refused", &admin.post(utama, "/meja", &[("office", "bukan kantor"), ("desk", "C")]).await);
    recorder.keep("POST", "/meja", "done", &admin.post(utama, "/meja", &[("office", OFFICE), ("desk", "C")]).await);
    let place = format!("/kantor/{OFFICE}/meja");
    let (revoke, path) = ("/kantor/{code}/meja/{origin}/cabut", format!("{place}/{}/cabut", office.second.origin.0));
    recorder.keep("POST", revoke, "unknown", &admin.post(utama, &format!("{place}/x/cabut"), &[]).await);
    recorder.keep("POST", revoke, "done", &admin.post(utama, &path, &[]).await);
    let page = admin.get(utama, "/meja").await.text();
    let hash = page.split_once("/kode/").unwrap().1.split('/').next().unwrap().to_owned();
    let (back, path_back) = ("/kantor/{code}/kode/{hash}/batal", format!("/kantor/{OFFICE}/kode/{hash}/batal"));
    recorder.keep("POST", back, "unsure", &admin.post_once(utama, &path_back, &[]).await);
    recorder.keep("POST", back, "done", &admin.post(utama, &path_back, &[]).await);
    recorder.keep("POST", back, "unknown", &admin.post(utama, &path_back, &[]).await);
    recorder.keep("GET", "/meja", "revoked", &admin.get(utama, "/meja").await);
    let (rotate, path) = ("/kantor/{code}/meja/{origin}/ganti", format!("{place}/{}/ganti", office.second.origin.0));
    recorder.keep("POST", rotate, "done", &admin.post(utama, &path, &[]).await);
}

async fn directory(utama: &Utama, recorder: &mut Recorder) {
    let mut admin = Browser::signed_in(utama, "admin", "admin", &[]).await;
    let (list, one) = ("/direktori", "/direktori/{code}");
    let boxes = [("code", "12.18.71"), ("name", "Dinas Pendidikan"), ("kind", "dinas"), ("contact", "disdik@contoh.go.id")];
    recorder.keep("POST", list, "refused", &admin.post(utama, list, &boxes[..1]).await);
    recorder.keep("POST", list, "done", &admin.post(utama, list, &boxes).await);
    recorder.keep("GET", list, "filled", &admin.get(utama, list).await);
    recorder.keep("GET", one, "filled", &admin.get(utama, "/direktori/12.18.71").await);
    recorder.keep("GET", one, "unknown", &admin.get(utama, "/direktori/99.99.99").await);
    recorder.keep("POST", one, "refused", &admin.post(utama, "/direktori/12.18.71", &[("name", "")]).await);
    recorder.keep("POST", one, "done", &admin.post(utama, "/direktori/12.18.71", &boxes[1..]).await);
    let (retire, restore) = ("/direktori/{code}/pensiun", "/direktori/{code}/aktif");
    recorder.keep("POST", retire, "unsure", &admin.post_once(utama, "/direktori/12.18.04/pensiun", &[]).await);
    recorder.keep("POST", retire, "done", &admin.post(utama, "/direktori/12.18.04/pensiun", &[]).await);
    recorder.keep("GET", one, "retired", &admin.get(utama, "/direktori/12.18.04").await);
    recorder.keep("POST", restore, "done", &admin.post(utama, "/direktori/12.18.04/aktif", &[]).await);
}

async fn public(utama: &Utama, office: &Scripted, recorder: &mut Recorder) {
    let mut admin = Browser::signed_in(utama, "admin", "admin", &[]).await;
    let reading = "/masa-baca";
    recorder.keep("GET", reading, "unset", &admin.get(utama, reading).await);
    recorder.keep("POST", reading, "refused", &admin.post(utama, reading, &[("days", "0")]).await);
    recorder.keep("POST", reading, "done", &admin.post(utama, reading, &[("days", "90")]).await);
    recorder.keep("GET", reading, "set", &admin.get(utama, reading).await);
    let door = "/pintu-publik";
    recorder.keep("GET", door, "shut", &admin.get(utama, door).await);
    recorder.keep("GET", "/publik", "shut", &get(utama.address(), "/publik").await);
    recorder.keep("POST", door, "refused", &admin.post(utama, door, &DOOR[..2]).await);
    recorder.keep("POST", door, "unsure", &admin.post_once(utama, door, DOOR).await);
    recorder.keep("POST", door, "done", &admin.post(utama, door, DOOR).await);
    recorder.keep("GET", door, "open", &admin.get(utama, door).await);
    let item = uuid::Uuid::from_u128(51).to_string();
    for (_, path) in FOR_THE_PUBLIC.iter().filter(|(method, _)| *method == "GET") {
        let address = path.replace("{code}", OFFICE).replace("{id}", &item).replace("{action}", "status_show");
        recorder.keep("GET", path, "open", &get(utama.address(), &address).await);
    }
    for path in ["/publik/api/3/action/{action}", "/publik/api/action/{action}"] {
        let asked = posted(utama, &path.replace("{action}", "package_search"), &[]).await;
        recorder.keep("POST", path, "open", &asked);
    }
    recorder.keep(
        "GET",
        "/publik/informasi",
        "none-left",
        &get(utama.address(), "/publik/informasi?cari=tiada&tahun=2020").await,
    );
    recorder.keep("GET", "/publik/kantor/{code}", "silent", &get(utama.address(), "/publik/kantor/12.18.01").await);
    recorder.keep("GET", "/publik/kantor/{code}", "unknown", &get(utama.address(), "/publik/kantor/99.99.99").await);
    let follow = "/publik/lacak";
    let (number, code) = ("002/PPID/KEC-A/XI/2026", receipt(&office.desk, office.granted));
    recorder.keep("POST", follow, "refused", &posted(utama, follow, &[("nomor", number), ("kode", "0000-0000")]).await);
    recorder.keep("POST", follow, "done", &posted(utama, follow, &[("nomor", number), ("kode", &code)]).await);
}

/// What somebody sees who asks and objects on the web, and what staff sees of it.
async fn filing(utama: &Utama, office: &Scripted, recorder: &mut Recorder) {
    // Attempts to sign in are counted for a quarter of an hour.
    utama.now.fetch_add(3_600_000, Ordering::Relaxed);
    recorder.keep("GET", "/permohonan-laman", "empty", &utama.look("/permohonan-laman").await);
    let mut admin = Browser::signed_in(utama, "admin", "admin", &[]).await;
    let (list, set, renew) = ("/direktori/{code}", "/direktori/{code}/laman", "/pintu-publik/seri");
    admin.get(utama, "/direktori/12.18.02").await;
    recorder.keep("POST", set, "done", &admin.post(utama, "/direktori/12.18.02/laman", &[("asking", "buka")]).await);
    recorder.keep("GET", list, "asking", &admin.get(utama, "/direktori/12.18.02").await);
    recorder.keep("POST", renew, "unsure", &admin.post_once(utama, renew, &[]).await);
    let ask = "/publik/kantor/{code}/ajukan";
    let here = format!("/publik/kantor/{OFFICE}/ajukan");
    recorder.keep("GET", ask, "taking", &get(utama.address(), &here).await);
    for category in ["group", "legal_entity"] {
        recorder.keep("GET", ask, category, &get(utama.address(), &format!("{here}?sebagai={category}")).await);
    }
    recorder.keep("GET", "/publik/ajukan", "taking", &get(utama.address(), "/publik/ajukan").await);
    recorder.keep("GET", "/publik/kantor/{code}", "taking", &get(utama.address(), "/publik/kantor/12.18.02").await);
    let sheet = seal(utama).await;
    let sent = async |step: &str, boxes: &[(&str, &str)]| {
        posted(utama, &here, &[boxes, &[("lembar", &*sheet), ("langkah", step)]].concat()).await
    };
    recorder.keep("POST", ask, "refused", &sent("periksa", &filled(&[("name", ""), ("identity_number", "1")])).await);
    recorder.keep("POST", ask, "review", &sent("periksa", FILLED).await);
    let done = sent("kirim", FILLED).await;
    recorder.keep("POST", ask, "done", &done);
    let shown = shown_receipt(&done.text());
    let shown = [("nomor", shown.0.as_str()), ("kode", shown.1.as_str())];
    recorder.keep("POST", "/publik/lacak", "web", &posted(utama, "/publik/lacak", &shown).await);
    let paper = "/publik/lacak/tanda-bukti";
    recorder.keep("POST", paper, "done", &posted(utama, paper, &shown).await);
    let came = [&shown[..], &[("purpose", "identity")]].concat();
    recorder.keep("POST", "/publik/lacak/berkas", "done", &upload(utama, &came, "ktp.jpg", b"\xff\xd8\xff\xe0 foto").await);
    recorder.keep("POST", "/publik/lacak/berkas", "refused", &upload(utama, &came, "ktp.exe", b"MZ\x90\x00").await);
    recorder.keep("POST", paper, "refused", &posted(utama, paper, &[("nomor", "x"), ("kode", "y")]).await);
    let withdraw = "/publik/lacak/cabut";
    recorder.keep("POST", withdraw, "asked", &posted(utama, withdraw, &shown).await);
    let object = "/publik/lacak/keberatan";
    recorder.keep("POST", object, "closed", &objecting(utama, office).await);
    recorder.keep("POST", object, "form", &posted(utama, object, &shown).await);
    recorder.keep("GET", "/permohonan-laman", "filled", &utama.look("/permohonan-laman").await);
    recorder.keep("POST", set, "shut", &admin.post(utama, "/direktori/12.18.02/laman", &[("asking", "tutup")]).await);
    recorder.keep("POST", ask, "shut", &sent("kirim", FILLED).await);
    recorder.keep("POST", renew, "done", &admin.post(utama, renew, &[]).await);
}

/// Objecting where that was done already.
async fn objecting(utama: &Utama, office: &Scripted) -> Answer {
    let code = receipt(&office.desk, office.granted);
    posted(utama, "/publik/lacak/keberatan", &[("nomor", "002/PPID/KEC-A/XI/2026"), ("kode", &code)]).await
}

async fn accounts(utama: &Utama, recorder: &mut Recorder) {
    let mut admin = Browser::signed_in(utama, "admin", "admin", &[]).await;
    let budi = [("login", "budi"), ("name", "Budi Rekaan"), ("role", "verifikator"), ("offices", "12.18.02, 12.18.04")];
    recorder.keep("POST", "/akun", "refused", &admin.post(utama, "/akun", &budi[..2]).await);
    recorder.keep("POST", "/akun", "done", &admin.post(utama, "/akun", &budi).await);
    recorder.keep("GET", "/akun", "filled", &admin.get(utama, "/akun").await);
    let one = "/akun/{login}";
    recorder.keep("GET", one, "filled", &admin.get(utama, "/akun/budi").await);
    recorder.keep("GET", one, "unknown", &admin.get(utama, "/akun/tiada").await);
    recorder.keep("POST", one, "refused", &admin.post(utama, "/akun/budi", &[("name", ""), ("role", "auditor")]).await);
    recorder.keep("POST", one, "done", &admin.post(utama, "/akun/budi", &[("name", "Budi R."), ("role", "auditor")]).await);
    let (ask, end) = (admin.post_once(utama, "/akun/budi/sesi", &[]).await, admin.post(utama, "/akun/budi/sesi", &[]).await);
    recorder.keep("POST", "/akun/{login}/sesi", "unsure", &ask);
    recorder.keep("POST", "/akun/{login}/sesi", "done", &end);
    recorder.keep("GET", "/sesi", "filled", &admin.get(utama, "/sesi").await);
    recorder.keep("GET", one, "own", &admin.get(utama, "/akun/admin").await);
    recorder.keep("POST", "/akun/{login}/tutup", "unsure", &admin.post_once(utama, "/akun/budi/tutup", &[]).await);
    recorder.keep("POST", "/akun/{login}/sandi", "done", &admin.post(utama, "/akun/budi/sandi", &[]).await);
    recorder.keep("POST", "/akun/{login}/tutup", "done", &admin.post(utama, "/akun/budi/tutup", &[]).await);
    recorder.keep("POST", "/akun/{login}/tutup", "last-admin", &admin.post(utama, "/akun/admin/tutup", &[]).await);
    recorder.keep("GET", "/akun", "closed", &admin.get(utama, "/akun").await);
    recorder.keep("GET", "/catatan-akses", "filled", &admin.get(utama, "/catatan-akses").await);
    let narrowed = "?siapa=siti&dari=2026-11-24&sampai=2026-11-24";
    recorder.keep("GET", "/catatan-akses", "narrowed", &admin.get(utama, &format!("/catatan-akses{narrowed}")).await);
    recorder.keep("GET", "/catatan-akses.csv", "filled", &admin.get(utama, &format!("/catatan-akses.csv{narrowed}")).await);
}

async fn second_factor(utama: &Utama, recorder: &mut Recorder) {
    let mut rini = Browser::signed_in(utama, "rini", "verifikator", &[OFFICE]).await;
    recorder.keep("GET", "/kode-masuk", "without", &rini.get(utama, "/kode-masuk").await);
    let (begin, password) = ("/kode-masuk/siapkan", [("sandi", PASSWORD)]);
    recorder.keep("POST", begin, "refused", &rini.post(utama, begin, &[("sandi", "bukan ini")]).await);
    let shown = rini.post(utama, begin, &password).await;
    recorder.keep("POST", begin, "shown", &shown);
    recorder.keep("POST", "/kode-masuk", "refused", &rini.post(utama, "/kode-masuk", &[("kode", "000000")]).await);
    let code = Telephone::given(&shown.text()).shows(utama);
    recorder.keep("POST", "/kode-masuk", "done", &rini.post(utama, "/kode-masuk", &[("kode", &code)]).await);
    recorder.keep("GET", "/kode-masuk", "with", &rini.get(utama, "/kode-masuk").await);
    let renew = "/kode-masuk/cadangan";
    recorder.keep("POST", renew, "done", &rini.post(utama, renew, &password).await);
    let mut admin = Browser::signed_in(utama, "admin", "admin", &[]).await;
    recorder.keep("GET", "/akun/{login}", "second-factor", &admin.get(utama, "/akun/rini").await);
    let reset = "/akun/{login}/kode";
    recorder.keep("POST", reset, "unsure", &admin.post_once(utama, "/akun/rini/kode", &[]).await);
    recorder.keep("POST", reset, "done", &admin.post(utama, "/akun/rini/kode", &[]).await);
    let drop = "/kode-masuk/matikan";
    recorder.keep("POST", drop, "done", &rini.post(utama, drop, &password).await);
}

async fn own_account(utama: &Utama, recorder: &mut Recorder) {
    let mut siti = Browser::signed_in(utama, "siti", "verifikator", &[OFFICE]).await;
    recorder.keep("GET", "/sandi", "asked", &siti.get(utama, "/sandi").await);
    let boxes = [("lama", PASSWORD), ("baru", "angin di ladang tebu"), ("ulang", "angin di ladang teh")];
    recorder.keep("POST", "/sandi", "refused", &siti.post(utama, "/sandi", &boxes).await);
    let boxes = [("lama", PASSWORD), ("baru", "angin di ladang tebu"), ("ulang", "angin di ladang tebu")];
    recorder.keep("POST", "/sandi", "done", &siti.post(utama, "/sandi", &boxes).await);
    let mut stale = Browser::signed_in(utama, "awas", "auditor", &["12.18.04"]).await;
    recorder.keep("POST", "/keluar", "done", &stale.post(utama, "/keluar", &[]).await);
    stale.get(utama, "/masuk").await;
    let boxes = [("login", "awas"), ("sandi", "bukan ini"), ("ke", "/")];
    recorder.keep("POST", "/masuk", "refused", &stale.post(utama, "/masuk", &boxes).await);
    let boxes = [("login", "awas"), ("sandi", PASSWORD), ("ke", "/kantor.csv")];
    recorder.keep("POST", "/masuk", "done", &stale.post(utama, "/masuk", &boxes).await);
    stale.token = "0".repeat(64);
    recorder.keep("POST", "/keluar", "stale-form", &stale.post(utama, "/keluar", &[]).await);
}
