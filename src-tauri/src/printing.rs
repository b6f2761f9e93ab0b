//! The system's printers, and where a paper is saved.

use loket_desk::cups::{self, UnknownSize};
use loket_desk::laid_name;
use loket_desk::views::{PrintOrder, PrinterAbilities};
use printers::common::base::job::PrinterJobOptions;
use printers::common::base::printer::Printer;
use serde::Serialize;
use std::io::Write;
use std::path::{Path, PathBuf};
use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt;
use ts_rs::TS;

use crate::edge;

/// A printer of this computer.
#[derive(Serialize, TS)]
pub(crate) struct SystemPrinter {
    /// Its name.
    name: String,
    /// Whether the system uses it when none is named.
    is_default: bool,
}

/// Why a paper was not printed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PrintFault {
    /// No printer is set up.
    #[error("Komputer ini belum punya printer. Pasang printer dahulu, atau pilih Simpan PDF lalu cetak di tempat lain.")]
    NoPrinter,
    /// The chosen one is gone.
    #[error("Printer {0} tidak ada lagi di komputer ini. Buka Cara mencetak dan pilih printer lain, atau pilih Simpan PDF.")]
    Gone(String),
    /// It has no such paper.
    #[error(transparent)]
    Size(#[from] UnknownSize),
    /// The system did not take the job.
    #[error("Printer tidak menerima surat ini. Periksa kertas dan kabelnya lalu cetak lagi; suratnya tetap tersimpan.")]
    NotTaken(#[source] Option<Box<dyn std::error::Error + Send + Sync>>),
    /// It is printed by hand, and no program opens it.
    #[error("Komputer ini tidak punya program untuk membuka PDF; pasang Microsoft Edge atau program PDF lain, lalu cetak lagi.")]
    NotShown,
    /// It is printed by hand, and was not.
    #[error("Surat ini belum dicatat tercetak; cetak lagi bila kertas dan printernya sudah siap.")]
    NotPrinted,
}

pub(crate) fn not_taken(cause: impl std::error::Error + Send + Sync + 'static) -> PrintFault {
    PrintFault::NotTaken(Some(cause.into()))
}

/// The printers of this computer, the default one first.
pub(crate) fn printers() -> Vec<SystemPrinter> {
    let mut found: Vec<SystemPrinter> =
        printers::get_printers().into_iter().map(|p| SystemPrinter { is_default: p.is_default, name: p.system_name }).collect();
    found.sort_by_key(|printer| !printer.is_default);
    found
}

/// More than these of one paper is a slip of the finger.
const MOST_SHEETS: u8 = 9;

/// The named printer, or where none is named the default one, or the only one.
fn find(wanted: Option<&str>) -> Result<Printer, PrintFault> {
    let mut found = printers::get_printers();
    let at = match wanted {
        Some(name) => {
            let at = found.iter().position(|printer| printer.system_name == name);
            at.ok_or_else(|| PrintFault::Gone(name.to_owned()))?
        }
        None => found.iter().position(|printer| printer.is_default).unwrap_or(0),
    };
    if at < found.len() { Ok(found.swap_remove(at)) } else { Err(PrintFault::NoPrinter) }
}

/// What the named printer, or the one that is used when none is named, can do; none where there is none.
pub(crate) fn abilities(wanted: Option<&str>) -> Option<PrinterAbilities> {
    find(wanted).ok().map(|printer| abilities_of(&printer.system_name))
}

/// What CUPS says of a printer; elsewhere nothing is known of it.
fn abilities_of(name: &str) -> PrinterAbilities {
    let asked = std::process::Command::new("lpoptions").args(["-p", name, "-l"]).output();
    let said = asked.map(|answer| String::from_utf8_lossy(&answer.stdout).into_owned()).unwrap_or_default();
    cups::abilities(name, &said)
}

/// Gives a paper to its printer, so many times. Returns the name of the printer.
///
/// The system reads it from a file in `place` that only this user can read and that is gone when this returns; should the program be ended
/// meanwhile, whoever empties that place removes it.
pub(crate) fn print(order: &PrintOrder, sheets: u8, place: &Path) -> Result<String, PrintFault> {
    let printer = find(order.way.printer.as_deref())?;
    let told = cups::job_options(&order.way, order.size, &abilities_of(&printer.system_name))?;
    let told: Vec<(&str, &str)> = told.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut file = tempfile::Builder::new().suffix(".pdf").tempfile_in(place).map_err(not_taken)?;
    file.write_all(&order.issued.pdf).and_then(|()| file.flush()).map_err(not_taken)?;
    let path = file.path().to_str().ok_or(PrintFault::NotTaken(None))?;
    // Each is a job of its own: not every printer's driver knows how to repeat one.
    for _ in 0..sheets.clamp(1, MOST_SHEETS) {
        let options =
            PrinterJobOptions { name: Some(&order.issued.file_name), raw_properties: &told, ..PrinterJobOptions::none() };
        printer.print_file(path, options).map_err(|refused| PrintFault::NotTaken(Some(format!("{refused:?}").into())))?;
    }
    Ok(printer.system_name)
}

/// Asks the officer where to save; `None` when they changed their mind.
pub(crate) async fn ask_where(app: &AppHandle, file_name: &str) -> Option<PathBuf> {
    let file_name = &laid_name(file_name);
    if let Some(folder) = edge::save_folder() {
        return Some(folder.join(file_name));
    }
    let (answer, asked) = tokio::sync::oneshot::channel();
    let ending = Path::new(file_name).extension().map_or_else(String::new, |ending| ending.to_string_lossy().into_owned());
    app.dialog().file().set_file_name(file_name).add_filter(ending.to_uppercase(), &[&ending]).save_file(move |path| {
        let _ = answer.send(path);
    });
    asked.await.ok().flatten().and_then(|path| path.into_path().ok())
}

/// Asks for a folder.
pub(crate) async fn ask_folder(app: &AppHandle) -> Option<PathBuf> {
    if let Some(folder) = edge::save_folder() {
        return Some(folder.join("flashdisk"));
    }
    let (answer, asked) = tokio::sync::oneshot::channel();
    app.dialog().file().pick_folder(move |path| {
        let _ = answer.send(path);
    });
    asked.await.ok().flatten().and_then(|path| path.into_path().ok())
}

/// What sort of file is asked for.
pub(crate) struct FileSort {
    /// What people call it.
    pub(crate) name: &'static str,
    /// How their names end.
    pub(crate) endings: &'static [&'static str],
    /// Which file of the folder a test means, where none can be asked.
    pub(crate) in_tests: &'static str,
}

/// A table to read.
pub(crate) const TABLE: FileSort = FileSort {
    name: "Excel, LibreOffice, CSV atau teks",
    endings: &["xlsx", "xls", "ods", "csv", "tsv", "txt"],
    in_tests: "impor.csv",
};
/// A pack of PPID Utama.
pub(crate) const PACK: FileSort = FileSort { name: "Paket PPID Utama", endings: &["lkp"], in_tests: "paket.lkp" };
/// An acknowledgment of PPID Utama.
pub(crate) const ACKNOWLEDGMENT: FileSort =
    FileSort { name: "Berkas balasan PPID Utama", endings: &["lku"], in_tests: "balasan.lku" };

/// Asks the officer for files to read, several at once; `None` when they changed their mind.
pub(crate) async fn ask_several(app: &AppHandle, asked_for: &FileSort) -> Option<Vec<PathBuf>> {
    if let Some(folder) = edge::save_folder() {
        return Some(vec![folder.join(asked_for.in_tests)]);
    }
    let (answer, asked) = tokio::sync::oneshot::channel();
    app.dialog().file().add_filter(asked_for.name, asked_for.endings).pick_files(move |paths| {
        let _ = answer.send(paths);
    });
    let paths = asked.await.ok().flatten()?;
    Some(paths.into_iter().filter_map(|path| path.into_path().ok()).collect())
}

/// Asks the officer for a file to read; `None` when they changed their mind.
pub(crate) async fn ask_which(app: &AppHandle, asked_for: &FileSort) -> Option<PathBuf> {
    if let Some(folder) = edge::save_folder() {
        return Some(folder.join(asked_for.in_tests));
    }
    let (answer, asked) = tokio::sync::oneshot::channel();
    app.dialog().file().add_filter(asked_for.name, asked_for.endings).pick_file(move |path| {
        let _ = answer.send(path);
    });
    asked.await.ok().flatten().and_then(|path| path.into_path().ok())
}
