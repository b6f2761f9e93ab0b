//! Somebody of PPID Utama's staff at a browser.

use std::ffi::OsStr;
use std::process::Stdio;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::process::Command;

use crate::programs::loket_utama;

const PASSWORD: &str = "hujan di ladang tebu";

/// A browser that has signed in.
pub struct Staff {
    address: String,
    cookie: String,
    token: String,
}

impl Staff {
    /// Opens an account of this role for every office, by the command an admin uses, and signs in.
    pub async fn signed_in(data: impl AsRef<OsStr>, address: &str, login: &str, role: &str) -> Self {
        let mut command = Command::new(loket_utama());
        command.args(["account", "--add", login, "--name", "Staf Misal", "--role", role, "--data"]).arg(data);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(format!("{PASSWORD}\n").as_bytes()).await.unwrap();
        assert!(child.wait().await.unwrap().success());
        let mut staff = Self { address: address.to_owned(), cookie: String::new(), token: String::new() };
        staff.remember(&staff.ask("GET /masuk", "").await);
        let form = format!("tanda={}&login={login}&sandi={}", staff.token, PASSWORD.replace(' ', "+"));
        staff.remember(&staff.ask("POST /masuk", &form).await);
        staff.remember(&staff.ask("GET /sandi", "").await);
        staff
    }

    /// A page, with its head.
    pub async fn page(&self, path: &str) -> String {
        self.ask(&format!("GET {path}"), "").await
    }

    /// Sends a form, its boxes encoded as `name=value&…`, and says at once that it is meant.
    pub async fn send(&self, path: &str, boxes: &str) -> String {
        self.ask(&format!("POST {path}"), &format!("tanda={}&pasti=ya&{boxes}", self.token)).await
    }

    /// A file to take along, without its head.
    pub async fn file(&self, path: &str) -> Vec<u8> {
        let answer = self.ask_bytes(&format!("GET {path}"), "").await;
        let body = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap() + 4;
        answer[body..].to_vec()
    }

    async fn ask(&self, what: &str, form: &str) -> String {
        String::from_utf8(self.ask_bytes(what, form).await).unwrap()
    }

    async fn ask_bytes(&self, what: &str, form: &str) -> Vec<u8> {
        let (address, cookie, length) = (&self.address, &self.cookie, form.len());
        let request = format!(
            "{what} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncookie: {cookie}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n\r\n{form}"
        );
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
        answer
    }

    fn remember(&mut self, answer: &str) {
        if let Some((_, set)) = answer.split_once("set-cookie: ") {
            self.cookie = set.split(';').next().unwrap_or_default().to_owned();
        }
        if let Some((_, token)) = answer.split_once("name=\"tanda\" value=\"") {
            self.token = token[..64].to_owned();
        }
    }
}
