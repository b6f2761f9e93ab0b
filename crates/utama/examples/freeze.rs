//! Freezes the stores as this tree writes them: `cargo run -p loket-utama --example freeze -- crates/utama/tests/frozen/DATE`
//!
//! The folder gets the SQLite store and the PostgreSQL dump of one scripted office each, their attached files, and the tokens of
//! the desks. `tests/utama/frozen.rs` opens every such folder with the code of its day; none is ever written again.
#![allow(clippy::unwrap_used, clippy::panic, clippy::cast_possible_truncation, dead_code, missing_docs, unreachable_pub)]

use std::fs;
use std::path::{Path, PathBuf};

#[path = "../tests/utama/browser.rs"]
mod browser;
#[path = "../tests/utama/bundle.rs"]
mod bundle;
#[path = "../tests/utama/desk.rs"]
mod desk;
#[path = "../tests/utama/http.rs"]
mod http;
#[path = "../tests/utama/postgres.rs"]
mod postgres;
#[path = "../tests/utama/scripted.rs"]
mod scripted;
#[path = "../tests/utama/server.rs"]
mod server;

use browser::Browser;
use bundle::{memory, sealed};
use postgres::Cluster;
use scripted::{OFFICE, Scripted};
use server::Utama;

#[tokio::main]
async fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap());
    assert!(!folder.exists(), "what is frozen stays as it is");
    let sqlite = folder.join("sqlite");
    let mut utama = Utama::start().await;
    let tokens = lived_in(&mut utama).await;
    utama.stop().await;
    fs::create_dir_all(&sqlite).unwrap();
    // Everything into the one file that is copied.
    let live = rusqlite::Connection::open(utama.data().join("utama.sqlite")).unwrap();
    live.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(())).unwrap();
    fs::copy(utama.data().join("utama.sqlite"), sqlite.join("utama.sqlite")).unwrap();
    keep(&sqlite, &utama, &tokens);

    let (cluster, postgres) = (Cluster::shared(), folder.join("postgres"));
    let database = cluster.database();
    let mut utama = Utama::on(database.clone()).await;
    let tokens = lived_in(&mut utama).await;
    utama.stop().await;
    fs::create_dir_all(&postgres).unwrap();
    fs::write(postgres.join("utama.sql"), cluster.dumped(&database)).unwrap();
    keep(&postgres, &utama, &tokens);
}

/// The tokens of Perbaungan's two desks, after the office did something of everything and the staff did too.
async fn lived_in(utama: &mut Utama) -> String {
    let mut office = Scripted::sent(utama).await;
    let mut admin = Browser::signed_in(utama, "admin", "admin", &[]).await;
    let mut siti = Browser::signed_in(utama, "siti", "verifikator", &[OFFICE]).await;
    let mut awas = Browser::signed_in(utama, "awas", "auditor", &[]).await;
    assert_eq!(awas.get(utama, "/kantor/12.18.02").await.status, 200);
    let question = format!("/kantor/{OFFICE}/tanya/{}", office.question);
    siti.get(utama, &question).await;
    assert_eq!(siti.post(utama, &question, &[("seen", "1"), ("text", "Boleh.")]).await.status, 303);
    let boxes = [("title", "Kategori"), ("basis", "Surat edaran 2"), ("isi", "Kode;Nama;Kategori\r\nprofil;Profil;Berkala")];
    let publish = [&boxes[..], &[("langkah", "terbitkan"), ("versi", "1")]].concat();
    assert_eq!(admin.post(utama, "/paket/baru/kategori", &publish).await.status, 303);
    let (desk, server) = (&mut office.desk, bundle::server(memory(utama).await.as_ref()).await);
    desk.register("2026-11-24");
    assert_eq!(siti.post_file(utama, "/berkas-meja", &sealed(desk, &server)).await.status, 200);
    // A desk that holds the same as the server is given the pack.
    let series = memory(utama).await.series(OFFICE).await.unwrap();
    let series: Vec<_> = series.iter().map(|series| series.chain()).collect();
    utama.hello(&office.desk, utama.epoch.unwrap(), &series).await;
    assert_eq!(admin.post(utama, "/akun", &[("login", "budi"), ("name", "Budi"), ("role", "auditor")]).await.status, 200);
    assert_eq!(admin.post(utama, "/akun/budi/tutup", &[]).await.status, 303);
    let revoke = format!("/kantor/12.18.04/meja/{}/cabut", office.other.origin.0);
    assert_eq!(admin.post(utama, &revoke, &[]).await.status, 303);
    assert_eq!(admin.post(utama, "/meja", &[("office", OFFICE), ("desk", "C")]).await.status, 200);
    format!("A {}\nB {}\n", office.desk.token, office.second.token)
}

/// Beside a store: its attached files and the tokens.
fn keep(folder: &Path, utama: &Utama, tokens: &str) {
    fs::write(folder.join("tokens"), tokens).unwrap();
    copied(&utama.directory.path().join("berkas"), &folder.join("berkas"));
}

/// Copies a folder with all that is in it.
fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for found in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (path, to) = (found.path(), to.join(found.file_name()));
        if path.is_dir() {
            copied(&path, &to);
        } else {
            fs::copy(&path, &to).unwrap();
        }
    }
}
