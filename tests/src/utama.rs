//! A real `loket-utama`, as a process of its own.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::Stdio;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::sync::OnceCell;

use crate::programs::loket_utama;
use crate::staff::Staff;

/// A running server; it is killed with this value.
pub struct Utama {
    database: OsString,
    process: Child,
    address: String,
    onlooker: OnceCell<Staff>,
    _folder: Option<TempDir>,
}

impl Utama {
    /// Starts a server with empty data in a folder of its own, on a free port.
    pub async fn start() -> Self {
        let folder = TempDir::new().unwrap();
        let utama = Self::on(folder.path()).await;
        Self { _folder: Some(folder), ..utama }
    }

    /// Starts a server on this database: a folder, or the address of PostgreSQL, which others may serve too.
    pub async fn on(database: impl Into<OsString>) -> Self {
        Self::with(database, &[]).await
    }

    /// Starts a server on this database that takes whoever connects for a proxy, which speaks for everybody.
    pub async fn behind_proxy(database: impl Into<OsString>) -> Self {
        Self::with(database, &["--behind-proxy"]).await
    }

    async fn with(database: impl Into<OsString>, options: &[&str]) -> Self {
        let database = database.into();
        let (process, address) = serve(&database, "127.0.0.1:0", options).await;
        Self { database, process, address, onlooker: OnceCell::new(), _folder: None }
    }

    /// Host and port.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Where it keeps what it knows.
    pub fn database(&self) -> &OsStr {
        &self.database
    }

    /// The number of its process.
    pub fn process(&self) -> u32 {
        self.process.id().unwrap()
    }

    /// Kills the server, as a power cut would.
    pub async fn kill(&mut self) {
        self.process.kill().await.unwrap();
    }

    /// Kills the server and starts it again on the same port and data.
    pub async fn kill_and_restart(&mut self) {
        self.kill().await;
        (self.process, self.address) = serve(&self.database, &self.address.clone(), &[]).await;
    }

    /// A one-time code for a desk, made by the command an admin uses while the server runs.
    pub async fn code(&self, office: &str, desk: &str) -> String {
        let run = Command::new(loket_utama())
            .args(["enrol", "--office", office, "--desk", desk, "--database"])
            .arg(&self.database)
            .output()
            .await
            .unwrap();
        let said = String::from_utf8(run.stdout).unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        let looks =
            |word: &&str| word.len() >= 10 && word.contains('-') && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let code = said.split_whitespace().find(|word| looks(word) && word.to_uppercase() == **word);
        code.unwrap_or_else(|| panic!("no code in: {said}")).to_owned()
    }

    /// Somebody of PPID Utama with this role for every office, signed in.
    pub async fn staff(&self, login: &str, role: &str) -> Staff {
        Staff::signed_in(&self.database, &self.address, login, role).await
    }

    /// Reads a desk's file in and writes the answer, by the command an admin uses while the server runs.
    pub async fn read_stick(&self, file: &Path, answer: &Path) {
        let mut command = Command::new(loket_utama());
        command.arg("bundle").arg(file).arg(answer).arg("--database").arg(&self.database);
        let run = command.output().await.unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    }

    /// A page of the monitor, as the browser of an auditor gets it.
    pub async fn page(&self, path: &str) -> String {
        let onlooker = self.onlooker.get_or_init(|| Staff::signed_in(&self.database, &self.address, "pengawas", "auditor"));
        onlooker.await.page(path).await
    }

    /// Whether `loket-utama check` finds everything sound; what it said otherwise.
    pub async fn check(&self) -> Result<(), String> {
        let run = Command::new(loket_utama()).args(["check", "--database"]).arg(&self.database).output().await.unwrap();
        if run.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&run.stdout).into_owned()) }
    }
}

async fn serve(database: &OsStr, listen: &str, options: &[&str]) -> (Child, String) {
    let mut process = Command::new(loket_utama())
        .args(["serve", "--listen", listen, "--database"])
        .arg(database)
        .args(options)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    while let Some(line) = lines.next_line().await.unwrap() {
        if let Some(at) = line.find("http://") {
            let address: String = line[at + 7..].chars().take_while(|c| c.is_ascii_digit() || ".:".contains(*c)).collect();
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return (process, address.trim_end_matches([':', '.']).to_owned());
        }
    }
    panic!("loket-utama ended before it named its address");
}
