//! A browser: it keeps the cookie it is given and sends back the hidden box of the last form it saw.

use loket_domain::calendar::Calendar;
use loket_utama::{AccountOrder, open_account};
use std::net::SocketAddr;
use std::sync::atomic::Ordering;

use crate::http::{Answer, send};
use crate::server::Utama;

pub const PASSWORD: &str = "hujan di ladang tebu";

#[derive(Default)]
pub struct Browser {
    pub cookie: String,
    pub token: String,
}

impl Browser {
    /// Somebody of this role, for these offices or all of them, who has signed in. The account is opened when it is not there.
    pub async fn signed_in(utama: &Utama, login: &str, role: &str, offices: &[&str]) -> Self {
        let now = utama.now.load(Ordering::Relaxed);
        let store = utama.database().open(Calendar::shipped().unwrap(), now).await.unwrap();
        if store.with_login(login).await.unwrap().is_none() {
            let offices = offices.iter().map(|office| (*office).to_owned()).collect();
            let order = AccountOrder { login: login.into(), name: format!("Staf Rekaan {login}"), role: role.into(), offices };
            open_account(store.as_ref(), &order, PASSWORD, false, now).await.unwrap();
        }
        let mut browser = Self::default();
        let answer = browser.sign_in(utama.address(), login, PASSWORD).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        browser
    }

    pub async fn sign_in(&mut self, to: SocketAddr, login: &str, password: &str) -> Answer {
        self.get_from(to, "/masuk").await;
        let answer = self.post_to(to, "/masuk", &[("login", login), ("sandi", password), ("ke", "/")]).await;
        if answer.status == 303 {
            // Any page of a signed-in person has a form.
            self.get_from(to, "/sandi").await;
        }
        answer
    }

    pub async fn get(&mut self, utama: &Utama, path: &str) -> Answer {
        self.get_from(utama.address(), path).await
    }

    /// Sends a form, and says at once that it is meant.
    pub async fn post(&mut self, utama: &Utama, path: &str, boxes: &[(&str, &str)]) -> Answer {
        self.post_to(utama.address(), path, &[boxes, &[("pasti", "ya")]].concat()).await
    }

    /// Sends a form as its first button does.
    pub async fn post_once(&mut self, utama: &Utama, path: &str, boxes: &[(&str, &str)]) -> Answer {
        self.post_to(utama.address(), path, boxes).await
    }

    pub async fn get_from(&mut self, to: SocketAddr, path: &str) -> Answer {
        let answer = send(to, "GET", path, &self.headers(), b"").await;
        self.remember(&answer);
        answer
    }

    async fn post_to(&mut self, to: SocketAddr, path: &str, boxes: &[(&str, &str)]) -> Answer {
        let mut body = format!("tanda={}", self.token);
        for (name, value) in boxes {
            body.push_str(&format!("&{name}={}", encoded(value)));
        }
        let mut headers = self.headers();
        headers.push("content-type: application/x-www-form-urlencoded".into());
        let answer = send(to, "POST", path, &headers, body.as_bytes()).await;
        self.remember(&answer);
        answer
    }

    /// Sends a form with a file in it.
    pub async fn post_file(&mut self, utama: &Utama, path: &str, file: &[u8]) -> Answer {
        let mut headers = self.headers();
        headers.push("content-type: multipart/form-data; boundary=batas".into());
        let token = &self.token;
        let head = format!(
            "--batas\r\ncontent-disposition: form-data; name=\"tanda\"\r\n\r\n{token}\r\n--batas\r\ncontent-disposition: \
             form-data; name=\"berkas\"; filename=\"loket.lku\"\r\ncontent-type: application/octet-stream\r\n\r\n"
        );
        let body = [head.as_bytes(), file, b"\r\n--batas--\r\n"].concat();
        let answer = send(utama.address(), "POST", path, &headers, &body).await;
        self.remember(&answer);
        answer
    }

    fn headers(&self) -> Vec<String> {
        if self.cookie.is_empty() { vec![] } else { vec![format!("cookie: {}", self.cookie)] }
    }

    fn remember(&mut self, answer: &Answer) {
        if let Some(set) = answer.head.lines().find_map(|line| line.strip_prefix("set-cookie: ")) {
            self.cookie = set.split(';').next().unwrap().to_owned();
        }
        let text = String::from_utf8_lossy(&answer.body);
        if let Some((_, rest)) = text.split_once("name=\"tanda\" value=\"") {
            self.token = rest[..64].to_owned();
        }
    }
}

pub fn encoded(value: &str) -> String {
    value.bytes().map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}
