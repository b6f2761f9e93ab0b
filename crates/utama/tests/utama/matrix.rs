//! Who gets in where: every route, every role, every reach, over the real router. A route without a row fails.

use loket_utama::{Entrance, StaffRole, routes};
use std::collections::BTreeSet;

use crate::browser::Browser;
use crate::desk::Desk;
use crate::server::Utama;

use StaffRole::{Admin, Auditor, Verifier};

const EVERYBODY: &[StaffRole] = &[Admin, Verifier, Auditor];
const OFFICE: &str = "12.18.02";
const OTHER_OFFICE: &str = "12.18.04";

struct Row {
    method: &'static str,
    path: &'static str,
    roles: &'static [StaffRole],
    /// Only for those who work for every office.
    every_office: bool,
}

const fn row(method: &'static str, path: &'static str, roles: &'static [StaffRole]) -> Row {
    Row { method, path, roles, every_office: false }
}

const fn whole(method: &'static str, path: &'static str, roles: &'static [StaffRole]) -> Row {
    Row { method, path, roles, every_office: true }
}

/// The sign-in is for anyone, and so is the public's door ([`FOR_THE_PUBLIC`]). Signing out stands last: after it nobody is signed in.
const ROWS: &[Row] = &[
    row("GET", "/sandi", EVERYBODY),
    row("POST", "/sandi", EVERYBODY),
    row("GET", "/sesi", EVERYBODY),
    row("GET", "/kode-masuk", EVERYBODY),
    row("POST", "/kode-masuk", EVERYBODY),
    row("POST", "/kode-masuk/siapkan", EVERYBODY),
    row("POST", "/kode-masuk/cadangan", EVERYBODY),
    row("POST", "/kode-masuk/matikan", EVERYBODY),
    row("GET", "/", EVERYBODY),
    row("GET", "/kantor.csv", EVERYBODY),
    row("GET", "/permohonan", EVERYBODY),
    row("GET", "/permohonan.csv", EVERYBODY),
    row("GET", "/kantor/{code}", EVERYBODY),
    row("GET", "/kantor/{code}/permohonan.csv", EVERYBODY),
    row("GET", "/kantor/{code}/permohonan/{id}", EVERYBODY),
    row("GET", "/permohonan-laman", EVERYBODY),
    row("GET", "/keberatan", EVERYBODY),
    row("GET", "/keberatan.csv", EVERYBODY),
    row("GET", "/kantor/{code}/keberatan/{id}", EVERYBODY),
    row("GET", "/informasi-publik", EVERYBODY),
    row("GET", "/informasi-publik.csv", EVERYBODY),
    row("GET", "/dikecualikan", EVERYBODY),
    row("GET", "/dikecualikan.csv", EVERYBODY),
    row("GET", "/laporan", EVERYBODY),
    row("GET", "/laporan.csv", EVERYBODY),
    row("GET", "/kotak-masuk", &[Admin, Verifier]),
    row("GET", "/kotak-masuk/arsip", &[Admin, Verifier]),
    row("GET", "/kantor/{code}/penerusan/{id}", &[Admin, Verifier]),
    row("POST", "/kantor/{code}/penerusan/{id}", &[Verifier]),
    row("POST", "/kantor/{code}/penerusan/{id}/lampiran", &[Verifier]),
    row("POST", "/kantor/{code}/penerusan/{id}/langkah", &[Verifier]),
    row("GET", "/kantor/{code}/penerusan/{id}/berkas/{digest}", &[Admin, Verifier]),
    row("GET", "/kantor/{code}/uji/{id}", &[Admin, Verifier]),
    row("POST", "/kantor/{code}/uji/{id}", &[Verifier]),
    row("GET", "/berkas-meja", &[Admin, Verifier]),
    row("POST", "/berkas-meja", &[Admin, Verifier]),
    row("GET", "/kantor/{code}/meja/{origin}/balasan", &[Admin, Verifier]),
    row("GET", "/paket", EVERYBODY),
    whole("GET", "/paket/baru/{kind}", &[Admin]),
    whole("POST", "/paket/baru/{kind}", &[Admin]),
    row("GET", "/paket/{line}", EVERYBODY),
    whole("POST", "/paket/{line}/tarik", &[Admin]),
    row("GET", "/paket/{line}/{version}/berkas", EVERYBODY),
    row("GET", "/kantor/{code}/tanya", &[Admin, Verifier]),
    row("POST", "/kantor/{code}/tanya", &[Admin, Verifier]),
    row("GET", "/kantor/{code}/tanya/{id}", &[Admin, Verifier]),
    row("POST", "/kantor/{code}/tanya/{id}", &[Admin, Verifier]),
    row("GET", "/meja", &[Admin]),
    row("POST", "/meja", &[Admin]),
    row("POST", "/kantor/{code}/meja/{origin}/cabut", &[Admin]),
    row("POST", "/kantor/{code}/meja/{origin}/ganti", &[Admin]),
    row("POST", "/kantor/{code}/kode/{hash}/batal", &[Admin]),
    row("GET", "/direktori", &[Admin]),
    whole("POST", "/direktori", &[Admin]),
    whole("GET", "/direktori/{code}", &[Admin]),
    whole("POST", "/direktori/{code}", &[Admin]),
    whole("POST", "/direktori/{code}/pensiun", &[Admin]),
    whole("POST", "/direktori/{code}/aktif", &[Admin]),
    whole("GET", "/akun", &[Admin]),
    whole("POST", "/akun", &[Admin]),
    whole("GET", "/akun/{login}", &[Admin]),
    whole("POST", "/akun/{login}", &[Admin]),
    whole("POST", "/akun/{login}/sesi", &[Admin]),
    whole("POST", "/akun/{login}/sandi", &[Admin]),
    whole("POST", "/akun/{login}/kode", &[Admin]),
    whole("POST", "/akun/{login}/tutup", &[Admin]),
    whole("GET", "/pintu-publik", &[Admin]),
    whole("POST", "/pintu-publik", &[Admin]),
    whole("GET", "/masa-baca", &[Admin]),
    whole("POST", "/masa-baca", &[Admin]),
    whole("POST", "/pintu-publik/seri", &[Admin]),
    whole("POST", "/direktori/{code}/laman", &[Admin]),
    row("GET", "/catatan-akses", &[Admin, Auditor]),
    row("GET", "/catatan-akses.csv", &[Admin, Auditor]),
    row("POST", "/keluar", EVERYBODY),
];
const FOR_ANYONE: &[(&str, &str)] = &[("GET", "/masuk"), ("POST", "/masuk")];

/// What anybody may see while the public's door is open; `door.rs` says what stands there, and what never does.
pub const FOR_THE_PUBLIC: &[(&str, &str)] = &[
    ("GET", "/publik.css"),
    ("GET", "/publik"),
    ("GET", "/publik/kantor/{code}"),
    ("GET", "/publik/ajukan"),
    ("GET", "/publik/kantor/{code}/ajukan"),
    ("POST", "/publik/kantor/{code}/ajukan"),
    ("GET", "/publik/informasi"),
    ("GET", "/publik/informasi.csv"),
    ("GET", "/publik/informasi.atom"),
    ("GET", "/publik/data.json"),
    ("GET", "/publik/api/3/action/{action}"),
    ("POST", "/publik/api/3/action/{action}"),
    ("GET", "/publik/api/action/{action}"),
    ("POST", "/publik/api/action/{action}"),
    ("GET", "/publik/kantor/{code}/informasi/{id}"),
    ("GET", "/publik/kantor/{code}/informasi.csv"),
    ("GET", "/publik/kantor/{code}/informasi.atom"),
    ("GET", "/publik/kantor/{code}/data.json"),
    ("GET", "/publik/dikecualikan"),
    ("GET", "/publik/dikecualikan.csv"),
    ("GET", "/publik/lacak"),
    ("POST", "/publik/lacak"),
    ("POST", "/publik/lacak/berkas"),
    ("POST", "/publik/lacak/cabut"),
    ("POST", "/publik/lacak/keberatan"),
    ("POST", "/publik/lacak/tanda-bukti"),
    ("GET", "/publik/angka"),
    ("GET", "/publik/angka.csv"),
    ("GET", "/publik/angka.json"),
    ("GET", "/publik/kantor/{code}/angka"),
    ("GET", "/publik/kantor/{code}/angka.csv"),
    ("GET", "/publik/kantor/{code}/angka.json"),
    ("GET", "/publik/kantor/{code}/lencana.svg"),
];

#[test]
fn every_route_has_a_row_and_every_row_a_route() {
    let served: BTreeSet<_> = routes().iter().map(|route| (route.method, route.path)).collect();
    let open = FOR_ANYONE.iter().chain(FOR_THE_PUBLIC).copied();
    let known: BTreeSet<_> = ROWS.iter().map(|row| (row.method, row.path)).chain(open).collect();
    assert_eq!(served, known);
    assert_eq!(routes().len(), ROWS.len() + FOR_ANYONE.len() + FOR_THE_PUBLIC.len());
    for route in routes() {
        let public = route.entrance == Entrance::Public;
        assert_eq!(public, route.path.starts_with("/publik"), "{}: what is public has an address that says so", route.path);
    }
}

impl Row {
    fn lets_in(&self, role: StaffRole, reach: &[&str]) -> bool {
        let office = !self.path.contains("{code}") || reach.is_empty() || reach.contains(&OFFICE);
        self.roles.contains(&role) && office && (!self.every_office || reach.is_empty())
    }

    fn address(&self, desk: &Desk) -> String {
        let id = desk.entries.iter().find_map(|entry| match entry.header.subject {
            loket_journal::Subject::Request(id) => Some(id.to_string()),
            _ => None,
        });
        let path = self.path.replace("{code}", OFFICE).replace("{id}", &id.unwrap());
        let path = path.replace("{kind}", "kategori").replace("{line}", "kategori").replace("{version}", "1");
        let path = path.replace("{digest}", &"0".repeat(64)).replace("{hash}", &"0".repeat(64));
        path.replace("{origin}", &desk.origin.0.to_string()).replace("{login}", "tiada")
    }
}

#[tokio::test]
async fn each_role_gets_in_where_its_row_says_and_nowhere_else() {
    let mut utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    desk.register("2026-11-23");
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    let mut hour = 0;
    for (role, code) in [(Admin, "admin"), (Verifier, "verifikator"), (Auditor, "auditor")] {
        for (place, reach) in [&[][..], &[OFFICE], &[OTHER_OFFICE]].into_iter().enumerate() {
            // Attempts to sign in are counted for a quarter of an hour.
            hour += 1;
            utama.set("2026-11-24", hour);
            let mut browser = Browser::signed_in(&utama, &format!("{code}{place}"), code, reach).await;
            for row in ROWS {
                let address = row.address(&desk);
                let answer = if row.method == "GET" {
                    browser.get(&utama, &address).await
                } else {
                    browser.post(&utama, &address, &[("office", "bukan kantor")]).await
                };
                let turned_away = answer.status == 403;
                assert_eq!(
                    !turned_away,
                    row.lets_in(role, reach),
                    "{} {} as {code} for {reach:?}: {}",
                    row.method,
                    row.path,
                    answer.status
                );
                if row.path != "/keluar" {
                    assert!(!answer.head.contains("location: /masuk"), "{} {} as {code}: {}", row.method, row.path, answer.head);
                }
            }
        }
    }
}

#[tokio::test]
async fn nobody_gets_in_without_signing_in() {
    let mut utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    desk.register("2026-11-23");
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    for cookie in ["", "loket-utama=0000000000000000000000000000000000000000000000000000000000000000"] {
        for row in ROWS {
            let mut browser = Browser { cookie: cookie.into(), token: "0".repeat(64) };
            let address = row.address(&desk);
            let answer =
                if row.method == "GET" { browser.get(&utama, &address).await } else { browser.post(&utama, &address, &[]).await };
            assert!(answer.status == 303 && answer.head.contains("location: /masuk"), "{} {}", row.method, row.path);
            assert!(!answer.text().contains("Perbaungan"));
        }
    }
}
