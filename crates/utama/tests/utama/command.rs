//! The command line, as the administrator runs it: a process of its own that may be killed.

use loket_journal::protocol::{ENROL_PATH, EnrolAnswer, EnrolRequest, PUSH_PATH, PushAnswer};
use std::net::SocketAddr;
use std::path::Path;
use std::process::Stdio;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::desk::Desk;
use crate::http::{get, send};
use crate::server::bearer;

fn loket_utama(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_loket-utama"));
    command.args(arguments).arg("--data").arg(data).env_remove("LOKET_UTAMA_DATA").kill_on_drop(true);
    command
}

async fn serve(data: &Path) -> (Child, SocketAddr) {
    let mut command = loket_utama(data, &["serve", "--listen", "127.0.0.1:0"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let line = lines.next_line().await.unwrap().unwrap();
    let address = line.strip_prefix("PPID Utama berjalan di http://").unwrap().parse().unwrap();
    (child, address)
}

async fn run(data: &Path, arguments: &[&str]) -> (bool, String, String) {
    let output = loket_utama(data, arguments).output().await.unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

#[tokio::test]
async fn a_server_killed_between_pushes_keeps_everything_it_gave_a_receipt_for() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    let (mut child, address) = serve(&data).await;
    let (made, code, _) = run(&data, &["enrol", "--office", "Perbaungan"]).await;
    assert!(made, "while the server runs");
    let mut desk = Desk::perbaungan();
    desk.register("2026-11-23");
    let (office, key) = (desk.office.profile.code.clone(), desk.key.public());
    let request = EnrolRequest { code: code.trim().into(), office, desk: "A".into(), origin: desk.origin, key };
    let answer = send(address, "POST", ENROL_PATH, &[], &serde_json::to_vec(&request).unwrap()).await;
    desk.token = answer.json::<EnrolAnswer>().token;
    assert_eq!(send(address, "POST", PUSH_PATH, &[bearer(&desk)], &desk.encoded(0, 2)).await.status, 200);
    child.kill().await.unwrap();
    let (mut child, address) = serve(&data).await;
    let rest = send(address, "POST", PUSH_PATH, &[bearer(&desk)], &desk.encoded(2, 4)).await;
    assert!(matches!(postcard::from_bytes(&rest.body).unwrap(), PushAnswer::Taken { receipt, .. } if receipt.seq == 4));
    assert!(get(address, "/kantor/12.18.02").await.text().contains("001/PPID/KEC-A/XI/2026"));
    child.kill().await.unwrap();
    let (sound, said, _) = run(&data, &["check"]).await;
    assert!(sound && said.contains("1 kantor, 1 seri, 4 catatan; 0 temuan"), "{said}");
}

#[cfg(unix)]
#[tokio::test]
async fn a_server_told_to_end_ends_well() {
    let directory = tempfile::tempdir().unwrap();
    let (mut child, _) = serve(directory.path()).await;
    let id = child.id().unwrap().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().await.unwrap().success());
    assert!(child.wait().await.unwrap().success());
}

#[tokio::test]
async fn a_check_finds_what_was_changed_behind_the_servers_back() {
    let directory = tempfile::tempdir().unwrap();
    let mut utama = crate::server::Utama::start().await;
    let mut desk = Desk::perbaungan();
    desk.register("2026-11-23");
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.encoded(0, 2)).await;
    utama.pushed(&desk, desk.encoded(2, 4)).await;
    utama.stop().await;
    let original = utama.data().join("utama.sqlite");
    for (change, said) in [
        ("update entries set payload = cast('{}' as blob) where seq = 2", "putus setelah catatan ke-1"),
        ("update heads set signature = zeroblob(64) where seq = 4", "pada catatan ke-4 tidak sah"),
        ("delete from entries where seq = 4", "putus setelah catatan ke-2"),
        ("delete from entries where seq > 2", "putus setelah catatan ke-2"),
        ("update requests set due = '2099-01-01'", "tabel pemantauan berbeda"),
        ("delete from requests", "tabel pemantauan berbeda"),
    ] {
        let data = directory.path().join("changed");
        std::fs::create_dir_all(&data).unwrap();
        std::fs::copy(&original, data.join("utama.sqlite")).unwrap();
        rusqlite::Connection::open(data.join("utama.sqlite")).unwrap().execute(change, []).unwrap();
        let (sound, found, _) = run(&data, &["check"]).await;
        assert!(!sound && found.contains(said), "{change}: {found}");
        std::fs::remove_dir_all(&data).unwrap();
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_in_indonesian() {
    let directory = tempfile::tempdir().unwrap();
    let (made, _, said) = run(directory.path(), &["enrol", "--office", "Medan Kota"]).await;
    assert!(!made && said.contains("“Medan Kota” tidak dikenal"), "{said}");
    let (sound, _, said) = run(&directory.path().join("tiada"), &["check"]).await;
    assert!(!sound && said.contains("tidak ada"), "{said}");
    let (served, _, said) = run(directory.path(), &["serve", "--listen", "192.0.2.1:1"]).await;
    assert!(!served && said.contains("tidak dapat dipakai"), "{said}");
}
