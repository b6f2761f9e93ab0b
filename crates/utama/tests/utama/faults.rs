//! What happens beneath the server and is not its fault: a full disk, a damaged file, a database that is away or was changed.

use loket_domain::calendar::Calendar;
use loket_journal::Subject;
use loket_journal::protocol::{ENROL_PATH, EnrolAnswer, EnrolRequest, PUSH_PATH};
use loket_utama::Database;
use std::ffi::OsStr;
use std::process::Stdio;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, BufReader};
use tokio::process::Command;
use uuid::Uuid;

use crate::behind::execute;
use crate::desk::Desk;
use crate::http::send;
use crate::postgres::Cluster;
use crate::server::{Utama, bearer};

const PROGRAM: &str = env!("CARGO_BIN_EXE_loket-utama");

/// Runs `check` on a database; whether all is well, and everything it says.
async fn check(database: impl AsRef<OsStr>) -> (bool, String) {
    let output = Command::new(PROGRAM).arg("check").env("LOKET_UTAMA_DATABASE", database).output().await.unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(said).unwrap())
}

#[tokio::test]
async fn a_check_finds_what_was_changed_in_postgres() {
    let cluster = Cluster::shared();
    let original = cluster.database();
    let mut utama = Utama::on(original.clone()).await;
    let mut desk = Desk::perbaungan();
    desk.register("2026-11-23");
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.encoded(0, 2)).await;
    utama.pushed(&desk, desk.encoded(2, 4)).await;
    utama.stop().await;
    for (change, said) in [
        ("select 1", "1 kantor, 1 seri, 4 catatan; 0 temuan"),
        ("update entries set payload = '{}' where seq = 2", "putus setelah catatan ke-1"),
        ("update heads set signature = decode(repeat('00', 64), 'hex') where seq = 4", "pada catatan ke-4 tidak sah"),
        ("delete from entries where seq = 4", "putus setelah catatan ke-2"),
        ("delete from entries where seq > 2", "putus setelah catatan ke-2"),
        ("update requests set due = '2099-01-01'", "tabel pemantauan berbeda"),
        ("delete from requests", "tabel pemantauan berbeda"),
    ] {
        let changed = cluster.copy(&original);
        execute(&changed, change).await;
        let Database::Postgres(address) = changed else { panic!("not of a cluster") };
        let (sound, found) = check(address).await;
        assert!(sound == (change == "select 1") && found.contains(said), "{change}: {found}");
    }
}

#[tokio::test]
async fn a_postgres_that_was_away_is_used_again_as_soon_as_it_is_back() {
    let cluster = Cluster::start("-F");
    let database = cluster.database();
    let mut utama = Utama::on(database.clone()).await;
    let mut desk = Desk::perbaungan();
    desk.register("2026-11-23");
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.encoded(0, 2)).await;
    utama.page("/").await;
    for _ in 0..2 {
        cluster.stop();
        for _ in 0..3 {
            let answer = send(utama.address(), "POST", PUSH_PATH, &[bearer(&desk)], &desk.encoded(2, 4)).await;
            assert_eq!(answer.status, 503);
            assert_eq!(utama.look("/").await.status, 503);
        }
        let Database::Postgres(address) = &database else { panic!("not of a cluster") };
        let (sound, said) = check(address).await;
        assert!(!sound && said.contains("PostgreSQL tidak dapat dihubungi"), "{said}");
        cluster.begin();
        assert_eq!(utama.pushed(&desk, desk.encoded(0, 2)).await, 2);
    }
    assert_eq!(utama.pushed(&desk, desk.encoded(2, 4)).await, 4);
    utama.stop().await;
}

#[tokio::test]
async fn a_postgres_that_does_not_know_the_server_is_named_without_its_password() {
    let Database::Postgres(address) = Cluster::shared().database() else { panic!("not of a cluster") };
    let stranger = address.replace("user=loket", "user=siapa&password=Rahasia123");
    let (sound, said) = check(&stranger).await;
    assert!(!sound && said.contains("PostgreSQL menolak masuk (kode 28000)") && !said.contains("Rahasia123"), "{said}");
    for unreadable in ["postgres://", "postgres://u:Rahasia123@host:porta/x"] {
        let (sound, said) = check(unreadable).await;
        assert!(!sound && said.contains("Alamat PostgreSQL tidak dapat dibaca") && !said.contains("Rahasia123"), "{said}");
    }
    let debug = format!("{:?}", Database::named(std::ffi::OsString::from(&stranger)).unwrap());
    assert_eq!(debug, "Postgres");
}

#[tokio::test]
async fn a_postgres_over_a_network_is_spoken_to_only_under_its_certificate() {
    let made = rcgen::generate_simple_self_signed(["db.contoh.test".to_owned()]).unwrap();
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let cluster = Cluster::with_certificate(port, &made.cert.pem(), &made.signing_key.serialize_pem());
    let database = cluster.database();
    drop(database.open(Calendar::shipped().unwrap(), 0).await.unwrap());
    let Database::Postgres(local) = database else { panic!("not of a cluster") };
    let name = local.split(['/', '?']).nth(3).unwrap();
    let directory = tempfile::tempdir().unwrap();
    let known = directory.path().join("cert.pem");
    std::fs::write(&known, made.cert.pem()).unwrap();
    // Another machine by its name, which happens to be this one.
    let over_the_network = |host: &str| format!("postgres://loket@{host}:{port}/{name}?hostaddr=127.0.0.1");
    for (host, trusted, sound) in
        [("db.contoh.test", true, true), ("lain.contoh.test", true, false), ("db.contoh.test", false, false)]
    {
        let mut checking = Command::new(PROGRAM);
        checking.arg("check").env("LOKET_UTAMA_DATABASE", over_the_network(host));
        if trusted {
            checking.env("SSL_CERT_FILE", &known);
        }
        let output = checking.output().await.unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert_eq!(output.status.success(), sound, "{host}: {said}");
        assert!(sound || said.contains("PostgreSQL tidak dapat dihubungi"), "{said}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_full_disk_is_said_and_nothing_is_half_written() {
    let directory = tempfile::tempdir().unwrap();
    // No file may grow beyond a megabyte, which a process meets as it meets the end of the disk.
    let limited = "trap '' XFSZ; ulimit -f 2048; exec \"$@\"";
    let mut server = Command::new("sh");
    server.args(["-c", limited, "sh", PROGRAM, "serve", "--listen", "127.0.0.1:0", "--database"]).arg(directory.path());
    let mut server = server.stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true).spawn().unwrap();
    let mut lines = BufReader::new(server.stdout.take().unwrap()).lines();
    let line = lines.next_line().await.unwrap().unwrap();
    let address = line.strip_prefix("PPID Utama berjalan di http://").unwrap().parse().unwrap();

    let code = Command::new(PROGRAM).args(["enrol", "--office", "Perbaungan", "--database"]).arg(directory.path()).output();
    let code = String::from_utf8(code.await.unwrap().stdout).unwrap();
    let mut desk = Desk::perbaungan();
    let (office, key) = (desk.office.profile.code.clone(), desk.key.public());
    let request = EnrolRequest { code: code.trim().into(), office, desk: "A".into(), origin: desk.origin, key };
    let answer = send(address, "POST", ENROL_PATH, &[], &serde_json::to_vec(&request).unwrap()).await;
    desk.token = answer.json::<EnrolAnswer>().token;

    let noise = (0..300_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
    desk.write_bytes("2026-11-23", Subject::Other(9, Uuid::nil()), noise);
    for (from, to, status) in [(0, 1, 200), (1, 3, 503), (1, 2, 200), (2, 3, 503)] {
        let answer = send(address, "POST", PUSH_PATH, &[bearer(&desk)], &desk.encoded(from, to)).await;
        assert_eq!(answer.status, status, "{from}..{to}");
    }
    server.kill().await.unwrap();
    let mut log = String::new();
    server.stderr.take().unwrap().read_to_string(&mut log).await.unwrap();
    assert!(log.contains("Penyimpanan basis data gagal") || log.contains("Ruang penyimpanan basis data habis"), "{log}");
    let (sound, said) = check(directory.path()).await;
    assert!(sound && said.contains("1 kantor, 1 seri, 2 catatan; 0 temuan"), "{said}");
}

#[tokio::test]
async fn a_damaged_file_is_said_with_what_to_do() {
    let mut utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    utama.stop().await;
    let file = utama.data().join("utama.sqlite");
    let whole = std::fs::read(&file).unwrap();
    for damage in [damaged(&whole, 0, 64), damaged(&whole, 4096, whole.len()), whole[..whole.len() / 2].to_vec()] {
        std::fs::write(&file, damage).unwrap();
        let (sound, said) = check(utama.data()).await;
        assert!(!sound && said.contains("Berkas basis data rusak") && said.contains("cadangan"), "{said}");
    }
}

/// The file with nonsense between two places.
fn damaged(whole: &[u8], from: usize, to: usize) -> Vec<u8> {
    let nonsense = whole[from..to].iter().map(|byte| !byte);
    [&whole[..from], &nonsense.collect::<Vec<_>>(), &whole[to..]].concat()
}
