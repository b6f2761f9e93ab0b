//! No image of the memory of a program that holds passwords, keys and numbers of citizens reaches a disk when it crashes.

use loket_tests::{Screen, Utama, Window};
use tempfile::TempDir;

use crate::steps::MORNING;

/// Whether the system writes no such image, as it lists its limits.
fn writes_no_image(limits: &str) -> bool {
    let line = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    line.split_whitespace().skip(4).take(2).eq(["0", "0"])
}

#[tokio::test(flavor = "multi_thread")]
async fn neither_the_program_nor_its_page_nor_the_server_leaves_an_image_of_its_memory() {
    let (screen, data) = (Screen::start(), TempDir::new().unwrap());
    let window = Window::open(&screen, data.path(), MORNING).await;
    let limits = window.limits();
    assert!(limits.len() >= 2, "the program and its page: {}", limits.len());
    assert!(limits.iter().all(|limits| writes_no_image(limits)), "{limits:?}");
    window.close().await;
    let utama = Utama::start().await;
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", utama.process())).unwrap();
    assert!(writes_no_image(&limits), "{limits}");
}
