//! Printing where the system cannot be given a PDF: it is opened in the program the computer has for it, and the officer says whether it
//! came out of the printer. Only then does it count as printed.

use loket_desk::views::PrintOrder;
use loket_desk::{Folder, by_hand};
use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt, MessageDialogButtons, MessageDialogKind};

use crate::files;
use crate::printing::{PrintFault, not_taken};

/// Whether papers are printed so here. The spooler of Windows hands on bytes as they are, and few printers read a PDF: the others would
/// print pages of signs.
pub(crate) const IS_WAY: bool = cfg!(windows);

/// What stands where a printer is named.
const PRINTER: &str = "yang dipilih di program PDF";

/// Opens a paper to be printed so many times, and waits for the officer's word. Returns what is said in place of a printer's name.
///
/// # Errors
/// [`PrintFault::NotShown`] where no program opens it, [`PrintFault::NotPrinted`] where the officer says so.
pub(crate) async fn print(app: &AppHandle, folder: &Folder, order: &PrintOrder, sheets: u8) -> Result<String, PrintFault> {
    let laid = files::lay(folder, &order.issued.file_name, &order.issued.pdf).map_err(not_taken)?;
    // What was wrong is in the log already.
    files::show(&laid).map_err(|_said| PrintFault::NotShown)?;
    let (answer, asked) = tokio::sync::oneshot::channel();
    app.dialog()
        .message(by_hand::asked(order, sheets))
        .title("Mencetak")
        .kind(MessageDialogKind::Info)
        .buttons(MessageDialogButtons::OkCancelCustom("Sudah tercetak".to_owned(), "Belum".to_owned()))
        .show(move |printed| {
            let _ = answer.send(printed);
        });
    if asked.await.unwrap_or(false) { Ok(PRINTER.to_owned()) } else { Err(PrintFault::NotPrinted) }
}
