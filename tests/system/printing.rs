//! How a kind of paper is printed: set in the window, told to a real printer, and seen on what comes out.

use loket_tests::{CupsPdf, PrintJob, Screen, Window};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;
use tokio::time::{Instant, sleep};

use crate::steps::{MORNING, fill_form, first_start, save};

/// Points in a millimetre.
const MILLIMETRE: f64 = 72.0 / 25.4;

/// Where the ink of the first page begins, in points from the left and from above. A driver makes pictures of letters: there are no
/// words to be read any more.
fn ink(pdf: &Path) -> (usize, usize) {
    let run = Command::new("pdftoppm").args(["-r", "72", "-gray", "-f", "1", "-l", "1"]).arg(pdf).output().unwrap();
    let picture = run.stdout;
    let head: Vec<&[u8]> = picture.split(|byte| byte.is_ascii_whitespace()).take(3).collect();
    let width: usize = std::str::from_utf8(head[1]).unwrap().parse().unwrap();
    let height: usize = std::str::from_utf8(head[2]).unwrap().parse().unwrap();
    let dots = &picture[picture.len() - width * height..];
    let dark = || dots.iter().enumerate().filter(|(_, grey)| **grey < 140).map(|(at, _)| (at % width, at / width));
    (dark().map(|(x, _)| x).min().unwrap(), dark().map(|(_, y)| y).min().unwrap())
}

fn page_size(pdf: &Path) -> String {
    let run = Command::new("pdfinfo").arg(pdf).output().unwrap();
    String::from_utf8(run.stdout).unwrap().lines().find(|line| line.starts_with("Page size:")).unwrap().to_owned()
}

/// Whether a place is so many millimetres from its edge, but for a dot.
fn near(dots: usize, millimetres: f64) -> bool {
    (dots as f64 - millimetres * MILLIMETRE).abs() < 2.0
}

/// The job and the file that come out of the printer, of those that were not there before.
async fn printed(before: usize, files: &[PathBuf]) -> (PrintJob, PathBuf) {
    let began = Instant::now();
    loop {
        let (mut jobs, fresh) = (CupsPdf::jobs(), CupsPdf::printed());
        let fresh: Vec<PathBuf> = fresh.into_iter().filter(|file| !files.contains(file)).collect();
        if let (true, [file]) = (jobs.len() > before, fresh.as_slice()) {
            return (jobs.pop().unwrap(), file.clone());
        }
        assert!(began.elapsed() < Duration::from_secs(30), "nothing came out of the printer");
        sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_reaches_the_printer_as_its_kind_was_set_and_f4_is_neither_shrunk_nor_cut() {
    let (screen, desk) = (Screen::start(), TempDir::new().unwrap());
    let printer = CupsPdf::start();
    let window = Window::open(&screen, desk.path(), MORNING).await;
    first_start(&window).await;
    fill_form(&window, "Warga Pencetak", "Salinan rencana kerja").await;
    save(&window).await;
    window.find("paper-frame").await;
    window.click("save-paper").await;
    window.reads("Disimpan:").await;

    // A wrong value is told beside its box; a right one is tried by a page, then kept.
    window.click("print-way").await;
    window.fill("field-right", "25").await;
    window.click("way-keep").await;
    window.reads("antara -20 dan 20").await;
    window.fill("field-right", "5").await;
    window.fill("field-down", "-2").await;
    window.axe_finds_nothing("cara mencetak").await;
    window.picture("50-cara-mencetak").await;
    let (jobs, files) = (CupsPdf::jobs().len(), CupsPdf::printed());
    window.click("way-test").await;
    let (tried, page) = printed(jobs, &files).await;
    assert_eq!(tried.get("job-name").map(String::as_str), Some("Halaman uji.pdf"));
    let (left, top) = ink(&page);
    // The frame stands ten millimetres from each edge, and is moved with the rest.
    assert!(near(left, 15.0) && near(top, 8.0), "{left} {top}");
    window.click("way-keep").await;
    window.until("return document.querySelector('[role=dialog]') === null").await;

    let (jobs, files) = (CupsPdf::jobs().len(), CupsPdf::printed());
    window.click("print").await;
    let (job, paper) = printed(jobs, &files).await;
    let told = |name: &str| job.get(name).map(String::as_str);
    assert_eq!(told("media"), Some("Custom.215x330mm"));
    assert_eq!((told("print-scaling"), told("sides")), (Some("none"), Some("one-sided")));
    assert!(!job.values().any(|value| value.contains("Warga")), "the queue knows no citizen: {job:?}");
    assert!(page_size(&paper).contains("609 x 935 pts"), "it came out on F4: {}", page_size(&paper));
    let saved = std::fs::read_dir(desk.path().join("surat")).unwrap().next().unwrap().unwrap().path();
    let (there, here) = (ink(&saved), ink(&paper));
    let moved = |from: usize, to: usize| (to as f64 - from as f64) / MILLIMETRE;
    let (right, down) = (moved(there.0, here.0), moved(there.1, here.1));
    assert!((right - 5.0).abs() < 0.6 && (down + 2.0).abs() < 0.6, "moved by {right} and {down} mm");
    drop(printer);
    window.close().await;
}
