//! The real window, driven as an officer would: by keyboard and mouse, reading what stands on the screen.

use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep};

use crate::last_words;
use crate::programs::{loket_ppid, repository};
use crate::screen::Screen;

/// How long something may take to appear before the test says what it missed.
const PATIENCE: Duration = Duration::from_secs(20);

/// A window on a desk's folder.
pub struct Window {
    driver: Child,
    client: Client,
    data: PathBuf,
    pictures: PathBuf,
}

impl Window {
    /// Opens the app on `screen` with its data in `data`, as if started at `clock`, papers saved to `data/surat`.
    pub async fn open(screen: &Screen, data: &Path, clock: &str) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
        let papers = data.join("surat");
        let forgotten = data.join("tmp");
        fs::create_dir_all(&papers).and_then(|()| fs::create_dir_all(&forgotten)).unwrap();
        // A bus of its own, so that the single-instance lock of one test is not another's.
        let driver = Command::new("dbus-run-session")
            .args(["--", "WebKitWebDriver", &format!("--port={port}")])
            .env("DISPLAY", screen.display())
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("LOKET_DATA", data)
            .env("LOKET_CLOCK", clock)
            .env("LOKET_SAVE_TO", &papers)
            .env("TMPDIR", &forgotten)
            // Nobody listens here, and a page's process has crashed while the bus for listeners of a second session began.
            .env("GTK_A11Y", "none")
            .env("NO_AT_BRIDGE", "1")
            .env("AT_SPI_BUS_ADDRESS", "")
            .stdout(Stdio::null())
            .stderr(last_words::kept_in(data).unwrap())
            .kill_on_drop(true)
            .process_group(0)
            .spawn()
            .expect("WebKitWebDriver is installed by `make setup`");
        let began = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            assert!(began.elapsed() < PATIENCE, "WebKitWebDriver does not listen");
            sleep(Duration::from_millis(50)).await;
        }
        let options = json!({"webkitgtk:browserOptions": {"binary": loket_ppid(), "args": []}});
        let Value::Object(options) = options else { unreachable!("an object was written just above") };
        let address = format!("http://127.0.0.1:{port}");
        let client = ClientBuilder::new(HttpConnector::new()).capabilities(options).connect(&address).await.unwrap();
        let pictures = std::env::var_os("LOKET_PICTURES").map_or_else(|| repository().join("target/pictures"), PathBuf::from);
        fs::create_dir_all(&pictures).unwrap();
        Self { driver, client, data: data.to_owned(), pictures }
    }

    /// The element with this test id, once it is there.
    pub async fn find(&self, id: &str) -> Element {
        self.find_css(&format!("[data-testid=\"{id}\"]")).await
    }

    async fn find_css(&self, css: &str) -> Element {
        let began = Instant::now();
        loop {
            match self.client.find(Locator::Css(css)).await {
                Ok(element) => return element,
                Err(_) if began.elapsed() < PATIENCE => sleep(Duration::from_millis(50)).await,
                Err(error) => self.give_up(&format!("{css} did not appear: {error:?}")).await,
            }
        }
    }

    /// Whether an element with this test id is there now.
    pub async fn has(&self, id: &str) -> bool {
        self.client.find(Locator::Css(&format!("[data-testid=\"{id}\"]"))).await.is_ok()
    }

    /// Clicks the element with this test id, once it can be clicked.
    pub async fn click(&self, id: &str) {
        self.click_css(&format!("[data-testid=\"{id}\"]")).await;
    }

    /// Clicks the first row of the list of requests.
    pub async fn click_first_row(&self) {
        self.click_css("[data-testid=\"request-row\"] td, [data-testid=\"list-row\"] td").await;
    }

    /// Clicks the first row of any other list.
    pub async fn click_first_of_list(&self) {
        self.click_css("[data-testid=\"list-row\"] td").await;
    }

    async fn click_css(&self, css: &str) {
        let began = Instant::now();
        loop {
            match self.find_css(css).await.click().await {
                Ok(()) => return,
                Err(_) if began.elapsed() < PATIENCE => sleep(Duration::from_millis(50)).await,
                Err(error) => self.give_up(&format!("{css} cannot be clicked: {error:?}")).await,
            }
        }
    }

    /// Types into the field with this test id, after what is there.
    pub async fn type_in(&self, id: &str, text: &str) {
        if let Err(error) = self.find(id).await.send_keys(text).await {
            self.give_up(&format!("typing in {id}: {error:?}")).await;
        }
    }

    /// Replaces what is in the field with this test id.
    pub async fn fill(&self, id: &str, text: &str) {
        self.type_in(id, &format!("{}a{}{}", CONTROL, RELEASE, DELETE)).await;
        self.type_in(id, text).await;
    }

    /// Presses keys wherever the focus is.
    pub async fn press(&self, keys: &str) {
        let pressed = async { self.client.active_element().await?.send_keys(keys).await };
        if let Err(error) = pressed.await {
            self.give_up(&format!("{keys:?} cannot be pressed: {error:?}")).await;
        }
    }

    /// Presses Tab until the field or button with this test id has the focus, as one does without a mouse.
    pub async fn tab_to(&self, id: &str) {
        let mut passed = Vec::new();
        for _ in 0..80 {
            let focused = self.focused().await;
            if focused == id {
                return;
            }
            passed.push(focused);
            self.press(&TAB.to_string()).await;
        }
        self.give_up(&format!("{id} is not reached with Tab; passed {passed:?}")).await;
    }

    /// Reaches a field with Tab and types into it.
    pub async fn tab_and_type(&self, id: &str, text: &str) {
        self.tab_to(id).await;
        self.press(text).await;
    }

    /// What a script finds on the screen.
    pub async fn ask(&self, script: &str) -> Value {
        match self.client.execute(script, vec![]).await {
            Ok(answer) => answer,
            Err(error) => self.give_up(&format!("{script}: {error:?}")).await,
        }
    }

    /// Waits until a script says yes.
    pub async fn until(&self, script: &str) {
        let began = Instant::now();
        while self.ask(script).await != Value::Bool(true) {
            if began.elapsed() > PATIENCE {
                self.give_up(&format!("never true: {script}")).await;
            }
            sleep(Duration::from_millis(50)).await;
        }
    }

    /// Makes the window this large, in pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.unwrap();
    }

    /// Everything that can be read on the screen.
    pub async fn text(&self) -> String {
        let script = "return document.body.innerText";
        let text = self.client.execute(script, vec![]).await.ok().and_then(|text| text.as_str().map(str::to_owned));
        // A day keeps to one line; to whoever reads it the blanks in it are blanks.
        text.unwrap_or_default().replace('\u{a0}', " ")
    }

    /// Waits until this can be read on the screen.
    pub async fn reads(&self, wanted: &str) {
        let began = Instant::now();
        loop {
            let text = self.text().await;
            if text.contains(wanted) {
                return;
            }
            if began.elapsed() > PATIENCE {
                self.give_up(&format!("“{wanted}” cannot be read")).await;
            }
            sleep(Duration::from_millis(50)).await;
        }
    }

    /// What stands in the element with this test id.
    pub async fn said(&self, id: &str) -> String {
        self.find(id).await.prop("textContent").await.unwrap().unwrap_or_default()
    }

    /// What was typed into the field with this test id.
    pub async fn value(&self, id: &str) -> String {
        self.find(id).await.prop("value").await.unwrap().unwrap_or_default()
    }

    /// The test id of what has the focus.
    pub async fn focused(&self) -> String {
        let script = "return document.activeElement?.dataset?.testid ?? ''";
        self.client.execute(script, vec![]).await.unwrap().as_str().unwrap_or_default().to_owned()
    }

    /// Saves what is on the screen as `target/pictures/NAME.png`, once it stands still (a paper takes a moment to be drawn).
    pub async fn picture(&self, name: &str) {
        let began = Instant::now();
        let mut last = self.client.screenshot().await.unwrap_or_default();
        while began.elapsed() < Duration::from_secs(4) {
            sleep(Duration::from_millis(400)).await;
            let now = self.client.screenshot().await.unwrap_or_default();
            if now == last && self.is_drawn().await {
                break;
            }
            last = now;
        }
        fs::write(self.pictures.join(format!("{name}.png")), last).unwrap();
    }

    /// Whether the paper in sight, if there is one, is drawn.
    async fn is_drawn(&self) -> bool {
        let script = "const frame = document.querySelector('[data-testid=paper-frame]');
            return !frame || Boolean(frame.querySelector('canvas[data-drawn]'));";
        self.client.execute(script, vec![]).await.is_ok_and(|drawn| drawn == json!(true))
    }

    /// What axe finds wrong with the screen: nothing, or this test fails with the list.
    pub async fn axe_finds_nothing(&self, screen: &str) {
        let axe = fs::read_to_string(repository().join("ui/node_modules/axe-core/axe.min.js")).unwrap();
        self.client.execute(&axe, vec![]).await.unwrap();
        // Half-faded text has no contrast yet: what moves is let come to rest first.
        let run = "const done = arguments[0];
            const ends = (moving) => moving.effect?.getComputedTiming().endTime !== Infinity;
            Promise.allSettled(document.getAnimations().filter(ends).map((moving) => moving.finished))
                .then(() => axe.run(document))
                .then((r) => done(r.violations.map((v) =>
                    v.id + ': ' + v.nodes.map((n) => n.html).slice(0, 3).join(' | '))), (e) => done(['axe: ' + e]))";
        let found = self.client.execute_async(run, vec![]).await.unwrap();
        assert_eq!(found, json!([]), "axe on {screen}");
    }

    /// Kills the app without warning, as a power cut would.
    pub async fn kill(mut self) {
        kill(&self.running("loket-ppid"));
        let _ = self.driver.kill().await;
        self.end_group();
    }

    /// Kills the process that draws the page, as the system does when memory runs out, and waits until the program drew it again.
    /// WebDriver's session ends with that process: what is drawn then is not asked for through it.
    pub async fn kill_page(&self) {
        let (program, page) = (self.running("loket-ppid"), self.running(PAGE));
        kill(&page);
        let began = Instant::now();
        while self.running(PAGE).iter().all(|pid| page.contains(pid)) {
            assert!(began.elapsed() < PATIENCE, "the page is not drawn again");
            sleep(Duration::from_millis(50)).await;
        }
        assert_eq!(self.running("loket-ppid"), program, "the program itself goes on");
    }

    /// Ends the test: what it missed, what stands on the screen, who of the programs still runs, and what they said last.
    async fn give_up(&self, missed: &str) -> ! {
        self.picture("given-up").await;
        let (program, page) = (self.running("loket-ppid"), self.running(PAGE));
        let (screen, last) = (self.text().await, last_words::of(&self.data));
        panic!("{missed}\non the screen:\n{screen}\nrunning: program {program:?}, page {page:?}\n{last}");
    }

    /// The processes on this desk's folder under this name.
    fn running(&self, named: &str) -> Vec<String> {
        let ours = format!("LOKET_DATA={}", self.data.display());
        let is_ours = |process: &fs::DirEntry| {
            let environ = fs::read(process.path().join("environ")).unwrap_or_default();
            let name = fs::read_to_string(process.path().join("comm")).unwrap_or_default();
            name.trim() == named && environ.split(|byte| *byte == 0).any(|pair| pair == ours.as_bytes())
        };
        let processes = fs::read_dir("/proc").unwrap().flatten().filter(is_ours);
        processes.map(|process| process.file_name().to_string_lossy().into_owned()).collect()
    }

    /// What the system lets the program do and the page's process, as it lists it.
    pub fn limits(&self) -> Vec<String> {
        let processes = ["loket-ppid", PAGE].into_iter().flat_map(|named| self.running(named));
        processes.filter_map(|process| fs::read_to_string(format!("/proc/{process}/limits")).ok()).collect()
    }

    /// Closes the window and waits for the app to end.
    pub async fn close(mut self) {
        let _ = self.client.clone().close().await;
        self.end_group();
        let _ = self.driver.kill().await;
    }

    fn end_group(&self) {
        if let Some(pid) = self.driver.id() {
            let _ = std::process::Command::new("kill").args(["-TERM", "--", &format!("-{pid}")]).stderr(Stdio::null()).status();
        }
    }
}

/// The process that draws the page, by the fifteen signs the system keeps of a name.
const PAGE: &str = "WebKitWebProces";

fn kill(pids: &[String]) {
    assert!(!pids.is_empty(), "nothing to kill");
    assert!(std::process::Command::new("kill").arg("-9").args(pids).status().unwrap().success());
}

/// The Tab key.
pub const TAB: char = '\u{e004}';
/// The Enter key.
pub const ENTER: char = '\u{e007}';
/// WebDriver's code for the Control key, held until [`RELEASE`].
pub const CONTROL: char = '\u{e009}';
/// Releases every held key.
pub const RELEASE: char = '\u{e000}';
/// The Escape key.
pub const ESCAPE: char = '\u{e00c}';
/// The Down arrow.
pub const DOWN: char = '\u{e015}';
/// The Delete key.
pub const DELETE: char = '\u{e017}';
