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

fn poppler(program: &str, arguments: &[&str], pdf: &Path) -> String {
    let run = Command::new(program).args(arguments).arg(pdf).args((program == "pdftotext").then_some("-")).output().unwrap();
    String::from_utf8(run.stdout).unwrap()
}

/// Where the first word of a document stands, in points from the upper left.
fn first_word(pdf: &Path) -> (f64, f64) {
    let html = poppler("pdftotext", &["-bbox"], pdf);
    let word = html.split("<word ").nth(1).unwrap();
    let number = |name: &str| word.split_once(&format!("{name}=\"")).unwrap().1.split('"').next().unwrap().parse().unwrap();
    (number("xMin"), number("yMin"))
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
    let (_, page) = printed(jobs, &files).await;
    assert!(poppler("pdftotext", &["-layout"], &page).contains("HALAMAN UJI PRINTER"));
    window.click("way-keep").await;
    window.until("return document.querySelector('[role=dialog]') === null").await;

    let (jobs, files) = (CupsPdf::jobs().len(), CupsPdf::printed());
    window.click("print").await;
    let (job, paper) = printed(jobs, &files).await;
    let told = |name: &str| job.get(name).map(String::as_str);
    assert_eq!(told("media"), Some("Custom.215x330mm"));
    assert_eq!((told("print-scaling"), told("sides")), (Some("none"), Some("one-sided")));
    assert!(!job.values().any(|value| value.contains("Warga")), "the queue knows no citizen: {job:?}");
    assert!(poppler("pdfinfo", &[], &paper).contains("609 x 935 pts"), "it came out on F4");
    let saved = std::fs::read_dir(desk.path().join("surat")).unwrap().next().unwrap().unwrap().path();
    let (there, here) = (first_word(&saved), first_word(&paper));
    // A driver rounds to whole points.
    assert!((here.0 - there.0 - 5.0 * MILLIMETRE).abs() < 1.5, "{there:?} {here:?}");
    assert!((here.1 - there.1 + 2.0 * MILLIMETRE).abs() < 1.5, "{there:?} {here:?}");
    drop(printer);
    window.close().await;
}
