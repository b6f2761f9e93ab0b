//! A real `loket-utama` in a folder of its own.

use std::path::Path;
use std::process::Stdio;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::programs::loket_utama;
use crate::staff::Staff;

/// A running server; it is killed with this value.
pub struct Utama {
    folder: TempDir,
    process: Child,
    address: String,
    onlooker: Staff,
}

impl Utama {
    /// Starts a server with empty data on a free port.
    pub async fn start() -> Self {
        let folder = TempDir::new().unwrap();
        let (process, address) = serve(folder.path(), "127.0.0.1:0").await;
        let onlooker = Staff::signed_in(folder.path(), &address, "pengawas", "auditor").await;
        Self { folder, process, address, onlooker }
    }

    /// Host and port.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Kills the server, as a power cut would, and starts it again on the same port and data.
    pub async fn kill_and_restart(&mut self) {
        self.process.kill().await.unwrap();
        (self.process, self.address) = serve(self.folder.path(), &self.address.clone()).await;
    }

    /// A one-time code for a desk, made by the command an admin uses while the server runs.
    pub async fn code(&self, office: &str, desk: &str) -> String {
        let run = Command::new(loket_utama())
            .args(["enrol", "--office", office, "--desk", desk, "--data"])
            .arg(self.folder.path())
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

    /// A page of the monitor, as the browser of an auditor gets it.
    pub async fn page(&self, path: &str) -> String {
        self.onlooker.page(path).await
    }
}

async fn serve(data: &Path, listen: &str) -> (Child, String) {
    let mut process = Command::new(loket_utama())
        .args(["serve", "--listen", listen, "--data"])
        .arg(data)
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
