//! A client so small that it can also send what no client would.

use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    pub fn json<T: serde::de::DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("{} {}", self.head, self.text()))
    }
}

/// Sends one request with these header lines and reads the whole answer.
pub async fn send(to: SocketAddr, method: &str, path: &str, headers: &[String], body: &[u8]) -> Answer {
    let mut head = format!("{method} {path} HTTP/1.1\r\nconnection: close\r\ncontent-length: {}\r\n", body.len());
    if !headers.iter().any(|line| line.starts_with("host:")) {
        head.push_str(&format!("host: {to}\r\n"));
    }
    for line in headers {
        head.push_str(&format!("{line}\r\n"));
    }
    raw(to, &[head.as_bytes(), b"\r\n", body].concat()).await
}

pub async fn get(to: SocketAddr, path: &str) -> Answer {
    send(to, "GET", path, &[], b"").await
}

/// Sends these bytes as they are.
pub async fn raw(to: SocketAddr, bytes: &[u8]) -> Answer {
    let mut stream = TcpStream::connect(to).await.unwrap();
    stream.write_all(bytes).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    let split = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or_else(|| panic!("no HTTP answer"));
    let head = String::from_utf8(answer[..split].to_vec()).unwrap().to_lowercase();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    let mut body = answer[split + 4..].to_vec();
    assert!(!head.contains("transfer-encoding"), "answers are whole");
    body.shrink_to_fit();
    Answer { status, head, body }
}
