//! The command line, as the administrator runs it: a process of its own that may be killed.

use loket_domain::calendar::Calendar;
use loket_journal::protocol::{ENROL_PATH, EnrolAnswer, EnrolRequest, PUSH_PATH, PushAnswer, RefusalKind, Writer};
use loket_utama::{AuditNarrowing, Audited, COMMAND_LINE, Reach};
use std::net::SocketAddr;
use std::path::Path;
use std::process::Stdio;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, Command};

use crate::browser::Browser;
use crate::bundle::{opened, sealed};
use crate::desk::Desk;
use crate::http::send;
use crate::server::bearer;
use crate::tls::{certify, client};

fn loket_utama(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_loket-utama"));
    command.args(arguments).arg("--data").arg(data).kill_on_drop(true);
    // Neither what this machine is set to nor a server of its own.
    command.env_remove("LOKET_UTAMA_DATA").env_remove("LOKET_UTAMA_DATABASE").env("LOKET_UTAMA_CONFIG", "/dev/null");
    command
}

/// A directory in which a server began and ended well.
async fn made() -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    let store = loket_utama::Database::from(directory.path()).open(Calendar::shipped().unwrap(), 0).await.unwrap();
    drop(store);
    directory
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

/// Runs a command that reads `input`.
async fn run_with(data: &Path, arguments: &[&str], input: &str) -> (bool, String, String) {
    let mut command = loket_utama(data, arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut keys = child.stdin.take().unwrap();
    // A command that refuses its arguments reads nothing.
    let _ = keys.write_all(input.as_bytes()).await;
    drop(keys);
    let output = child.wait_with_output().await.unwrap();
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
    assert!(run_with(&data, &["account", "--add", "siti", "--name", "Siti Rekaan"], "hujan di ladang tebu\n").await.0);
    let mut browser = Browser::default();
    assert_eq!(browser.sign_in(address, "siti", "hujan di ladang tebu").await.status, 303);
    let page = browser.get_from(address, "/kantor/12.18.02").await.text();
    assert!(page.contains("001/PPID/KEC-A/XI/2026"), "{page}");
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

#[cfg(unix)]
#[tokio::test]
async fn a_hangup_makes_the_server_show_its_renewed_certificate() {
    let directory = tempfile::tempdir().unwrap();
    certify(directory.path());
    let file = |name: &str| directory.path().join(name).display().to_string();
    let (certificate, key) = (file("cert.pem"), file("key.pem"));
    let arguments = ["serve", "--listen", "127.0.0.1:0", "--tls-cert", &certificate, "--tls-key", &key];
    let mut command = loket_utama(directory.path(), &arguments);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut log = BufReader::new(child.stderr.take().unwrap()).lines();
    let line = said.next_line().await.unwrap().unwrap();
    let page = format!("{}/masuk", line.strip_prefix("PPID Utama berjalan di ").unwrap());
    assert!(log.next_line().await.unwrap().unwrap().starts_with("Basis data: "));
    let hint = log.next_line().await.unwrap().unwrap();
    let named = format!("--database {}", directory.path().display());
    assert!(hint.contains("account --add") && hint.contains(&named), "nobody can sign in yet: {hint}");
    let renewed = client(certify(directory.path()));
    assert!(renewed.get(&page).send().await.is_err(), "the old one is shown");
    Command::new("kill").args(["-HUP", &child.id().unwrap().to_string()]).status().await.unwrap();
    while !log.next_line().await.unwrap().unwrap().contains("the certificate was read again") {}
    assert_eq!(renewed.get(&page).send().await.unwrap().status(), 200);
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
    let directory = made().await;
    let (made, _, said) = run(directory.path(), &["enrol", "--office", "Medan Kota"]).await;
    assert!(!made && said.contains("“Medan Kota” tidak dikenal"), "{said}");
    let (sound, _, said) = run(&directory.path().join("tiada"), &["check"]).await;
    assert!(!sound && said.contains("tidak ada"), "{said}");
    let (served, _, said) = run(directory.path(), &["serve", "--behind-proxy", "--listen", "192.0.2.1:1"]).await;
    assert!(!served && said.contains("tidak dapat dipakai"), "{said}");
    let (served, _, said) = run(directory.path(), &["serve", "--listen", "0.0.0.0:0"]).await;
    assert!(!served && said.contains("tanpa TLS") && said.contains("--tls-cert"), "{said}");
}

#[tokio::test]
async fn an_account_is_opened_with_a_password_that_is_no_argument() {
    let directory = made().await;
    let data = directory.path();
    let add =
        ["account", "--add", "Siti.Aminah", "--name", "Siti Aminah Rekaan", "--role", "verifikator", "--office", "Perbaungan"];
    let (opened, said, _) = run_with(data, &add, "hujan di ladang tebu\n").await;
    assert!(opened && said.contains("siti.aminah") && said.contains("Verifikator") && said.contains("Perbaungan"), "{said}");
    let (again, _, said) = run_with(data, &add, "hujan di ladang tebu\n").await;
    assert!(!again && said.contains("sudah dipakai"), "{said}");
    let (weak, _, said) = run_with(data, &["account", "--add", "budi", "--name", "Budi Rekaan"], "pendek\n").await;
    assert!(!weak && said.contains("paling sedikit 10"), "{said}");
    let (changed, _, _) = run_with(data, &["account", "--password", "siti.aminah"], "panas di ladang karet\n").await;
    let (closed, _, _) = run(data, &["account", "--close", "siti.aminah"]).await;
    let (_, listed, _) = run(data, &["account", "--list"]).await;
    assert!(changed && closed && listed.contains("siti.aminah") && listed.contains("ditutup"), "{listed}");
    let (missing, _, _) = run(data, &["account", "--add", "tanpa-nama"]).await;
    assert!(!missing);
}

#[tokio::test]
async fn a_desk_is_turned_away_and_let_in_again_from_the_command_line() {
    let mut utama = crate::server::Utama::start().await;
    let mut desk = Desk::perbaungan();
    utama.enrol(&mut desk).await;
    let named = ["--office", "Perbaungan", "--desk", "a"];
    let (rotated, code, _) = run(&utama.data(), &[&["desk", "--rotate"], &named[..]].concat()).await;
    assert!(rotated);
    assert_eq!(utama.push(&desk, desk.everything()).await.unwrap_err(), RefusalKind::NotEnrolled);
    desk.token = utama.ask_to_enrol(&desk, code.trim()).await.unwrap().token;
    utama.push(&desk, desk.everything()).await.unwrap();
    assert!(run(&utama.data(), &[&["desk", "--revoke"], &named[..]].concat()).await.0);
    assert_eq!(utama.push(&desk, desk.everything()).await.unwrap_err(), RefusalKind::NotEnrolled);
    let (_, listed, _) = run(&utama.data(), &["desk", "--list"]).await;
    assert!(listed.contains("Kantor Camat Perbaungan") && listed.contains("dicabut"), "{listed}");
    let (unknown, _, said) = run(&utama.data(), &["desk", "--revoke", "--office", "Pantai Cermin"]).await;
    assert!(!unknown && said.contains("belum pernah terdaftar"), "{said}");
}

#[tokio::test]
async fn a_desks_file_is_read_in_from_the_command_line_while_the_server_runs() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    let (mut child, address) = serve(&data).await;
    let (_, code, _) = run(&data, &["enrol", "--office", "Perbaungan"]).await;
    let mut desk = Desk::perbaungan();
    desk.register("2026-11-23");
    let (office, key) = (desk.office.profile.code.clone(), desk.key.public());
    let request = EnrolRequest { code: code.trim().into(), office, desk: "A".into(), origin: desk.origin, key };
    let answer = send(address, "POST", ENROL_PATH, &[], &serde_json::to_vec(&request).unwrap()).await;
    let EnrolAnswer { server, server_key, .. } = answer.json();
    let server = Writer { origin: server, key: server_key };

    let (file, reply) = (directory.path().join("loket.lku"), directory.path().join("balasan.lku"));
    let named = [file.to_str().unwrap(), reply.to_str().unwrap()];
    let command = ["bundle", named[0], named[1]];
    let (made, _, said) = run(&data, &command).await;
    assert!(!made && said.contains("tidak dapat dibaca"), "{said}");
    std::fs::write(&file, &sealed(&desk, &server)[..200]).unwrap();
    let (made, _, said) = run(&data, &command).await;
    assert!(!made && said.contains("terpotong") && !reply.exists(), "{said}");
    std::fs::write(&file, sealed(&desk, &server)).unwrap();
    let (made, told, said) = run(&data, &command).await;
    assert!(made && told.contains("meja A: 4 catatan baru"), "{told}{said}");
    assert_eq!(opened(&desk, &server, &std::fs::read(&reply).unwrap()).standing.receipt.seq, 4);
    child.kill().await.unwrap();
}

#[tokio::test]
async fn a_mistyped_place_is_told_and_makes_no_server() {
    let directory = tempfile::tempdir().unwrap();
    let typo = directory.path().join("utama-dataa");
    for arguments in [
        &["account", "--add", "siti", "--name", "Siti Rekaan"][..],
        &["enrol", "--office", "Perbaungan"],
        &["desk", "--list"],
        &["check"],
        &["backup", "salinan"],
        &["doctor"],
    ] {
        let (done, told, said) = run_with(&typo, arguments, "hujan di ladang tebu\n").await;
        let both = format!("{told}{said}");
        assert!(
            !done && both.contains("tidak ada basis data PPID Utama") && both.contains("utama-dataa"),
            "{arguments:?}: {both}"
        );
        assert!(!typo.exists(), "{arguments:?}");
    }
    let (done, _, said) = run(Path::new("mysql://u:Rahasia123@host/x"), &["desk", "--list"]).await;
    assert!(!done && said.contains("mysql://… tidak dikenal") && !said.contains("Rahasia123"), "{said}");
    let made = made().await;
    let (done, _, said) = run(made.path(), &["desk", "--list"]).await;
    assert!(done && said.contains(&format!("Basis data: {}", made.path().display())), "which one was used is said: {said}");
}

#[tokio::test]
async fn a_file_of_settings_is_used_where_nothing_else_is_said() {
    let (directory, made) = (tempfile::tempdir().unwrap(), made().await);
    let file = directory.path().join("loket-utama.toml");
    let ask = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_loket-utama"));
        command.args(arguments).arg("--config").arg(&file).env_remove("LOKET_UTAMA_DATABASE");
        async move {
            let output = command.output().await.unwrap();
            (output.status.success(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
        }
    };
    std::fs::write(&file, format!("database = {:?}\n", made.path())).unwrap();
    let (done, said) = ask(&["desk", "--list"]).await;
    assert!(done && said.contains(&made.path().display().to_string()), "{said}");
    std::fs::write(&file, "database = \"/x\"\n\nkata-sandi = \"Rahasia123\"\n").unwrap();
    let (done, said) = ask(&["desk", "--list"]).await;
    assert!(!done && said.contains("di baris 3") && !said.contains("Rahasia123"), "{said}");
    std::fs::write(&file, "tls-cert = \"/x.pem\"\n").unwrap();
    let (done, said) = ask(&["serve"]).await;
    assert!(!done && said.contains("keduanya"), "{said}");
    std::fs::remove_file(&file).unwrap();
    let (done, said) = ask(&["desk", "--list"]).await;
    assert!(!done && said.contains("tidak dapat dibaca"), "{said}");
}

#[tokio::test]
async fn a_copy_is_made_and_looked_at_from_the_command_line() {
    let (directory, made) = (tempfile::tempdir().unwrap(), made().await);
    let copy = directory.path().join("cadangan");
    let named = copy.to_str().unwrap();
    assert!(run_with(made.path(), &["account", "--add", "siti", "--name", "Siti Rekaan"], "hujan di ladang tebu\n").await.0);
    let (done, told, said) = run(made.path(), &["backup", named]).await;
    assert!(done && told.contains("1 akun"), "{told}{said}");
    let (sound, told, _) = run(&copy, &["check"]).await;
    assert!(sound && told.contains("Cadangan dari") && told.contains("0 temuan"), "{told}");
    let back = directory.path().join("lain");
    let (done, told, said) = run(&back, &["restore", named]).await;
    assert!(done && told.contains("Dipulihkan"), "{told}{said}");
    let (well, told, _) = run(&back, &["doctor"]).await;
    assert!(well && told.contains("1 akun"), "{told}");
}

#[tokio::test]
async fn what_the_command_line_does_is_written_down_too() {
    let made = made().await;
    let data = made.path();
    let add = ["account", "--add", "siti", "--name", "Siti Rekaan", "--role", "auditor"];
    assert!(run_with(data, &add, "hujan di ladang tebu\n").await.0);
    assert!(run_with(data, &["account", "--password", "siti"], "panas di ladang karet\n").await.0);
    assert!(run(data, &["enrol", "--office", "Perbaungan"]).await.0);
    let (done, told, _) = run(data, &["enrol", "--list"]).await;
    assert!(
        done && told.contains("Kantor Camat Perbaungan") && told.contains("meja A") && told.contains("berlaku sampai"),
        "{told}"
    );
    let store = loket_utama::Database::from(data).open_made(Calendar::shipped().unwrap(), 0).await.unwrap();
    let lines = store.audit(&Reach::Every, &AuditNarrowing::default(), 0, 10).await.unwrap();
    let mut told: Vec<_> = lines.iter().map(|line| (line.login.as_str(), line.what, line.about.as_deref().unwrap())).collect();
    told.reverse();
    assert_eq!(
        told,
        [
            (COMMAND_LINE, Audited::AccountOpened, "siti"),
            (COMMAND_LINE, Audited::PasswordReset, "siti"),
            (COMMAND_LINE, Audited::CodeGiven, "Meja A"),
        ]
    );
}

#[tokio::test]
async fn a_command_that_cannot_be_read_is_answered_in_indonesian() {
    let made = made().await;
    for (arguments, told) in [
        (&["desk", "--lihat"][..], "Pilihan --lihat tidak dikenal."),
        (&["jalankan"], "Perintah jalankan tidak dikenal."),
        (&["enrol"], "belum disebut"),
        (&["serve", "--listen", "di sini"], "tidak dapat dipahami"),
    ] {
        let (done, _, said) = run(made.path(), arguments).await;
        assert!(!done && said.contains(told) && said.contains("Bantuan: loket-utama --help"), "{arguments:?}: {said}");
    }
    let (helped, told, _) = run(made.path(), &["--help"]).await;
    assert!(helped && told.contains("Pemakaian"), "{told}");
}

#[tokio::test]
async fn a_server_is_sealed_from_the_command_line_and_asks_for_its_key_from_then_on() {
    let (directory, made) = (tempfile::tempdir().unwrap(), made().await);
    let file = directory.path().join("utama.kunci");
    let key = file.to_str().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_loket-utama")).args(["key", key]).output().await.unwrap();
    assert!(output.status.success() && file.exists());
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(!String::from_utf8([output.stdout, output.stderr].concat()).unwrap().contains(text.trim()), "it is not shown");
    assert!(run_with(made.path(), &["account", "--add", "siti", "--name", "Siti Rekaan"], "hujan di ladang tebu\n").await.0);
    let (done, _, said) = run(made.path(), &["seal"]).await;
    assert!(!done && said.contains("--key-file"), "{said}");
    let (done, told, said) = run(made.path(), &["seal", "--key-file", key]).await;
    assert!(done && told.contains("kini disandikan"), "{told}{said}");
    let (done, _, said) = run(made.path(), &["check"]).await;
    assert!(!done && said.contains("sebutkan berkas kuncinya"), "{said}");
    let (sound, told, said) = run(made.path(), &["check", "--key-file", key]).await;
    assert!(sound && told.contains("1 akun") && told.contains("0 temuan"), "{told}{said}");
    let (_, told, _) = run(made.path(), &["doctor", "--key-file", key]).await;
    assert!(told.contains("baik     penyandian: basis data disandikan dengan kunci"), "{told}");
    let inside = made.path().join("kunci");
    std::fs::copy(&file, &inside).unwrap();
    let (well, told, _) = run(made.path(), &["doctor", "--key-file", inside.to_str().unwrap()]).await;
    assert!(!well && told.contains("pindahkan"), "{told}");
}
