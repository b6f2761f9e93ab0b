//! Files outside the desk: picked by the officer, opened in another program, or on their way to a printer.
//!
//! Another program reads a file only unsealed, so it is laid in a folder that only this user may look into; the folder is emptied
//! minutes after, and when the window is locked, closed or opened again.

use loket_desk::{Folder, Said, SaidKind, laid_name};
use std::path::{Path, PathBuf};

use crate::printing::FileSort;

/// What may be attached.
pub(crate) const TAKEN: FileSort = FileSort {
    name: "PDF, gambar, berkas Office, teks atau ZIP",
    endings: &[
        "pdf", "jpg", "jpeg", "png", "tif", "tiff", "webp", "heic", "heif", "docx", "doc", "xlsx", "xls", "pptx", "ppt", "odt",
        "ods", "odp", "rtf", "csv", "txt", "zip",
    ],
    in_tests: "lampiran.pdf",
};

fn opened(folder: &Folder) -> PathBuf {
    folder.path().join("dibuka")
}

/// The folder for what other programs read, made where it is not there.
pub(crate) fn laid(folder: &Folder) -> std::io::Result<PathBuf> {
    let place = opened(folder);
    let mut maker = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
    maker.recursive(true).create(&place)?;
    Ok(place)
}

/// Lays a file where another program can read it, and says where.
pub(crate) fn lay(folder: &Folder, name: &str, bytes: &[u8]) -> std::io::Result<PathBuf> {
    let place = laid(folder)?;
    // Two files of one name do not stand in each other's way.
    let file = tempfile::Builder::new().prefix("").tempdir_in(&place)?.keep().join(laid_name(name));
    let mut options = std::fs::OpenOptions::new();
    options.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    std::io::Write::write_all(&mut options.open(&file)?, bytes)?;
    Ok(file)
}

/// Opens a file in the program the system has for it.
pub(crate) fn show(file: &Path) -> Result<(), Said> {
    open::that_detached(file).map_err(|error| {
        tracing::warn!(kind = ?error.kind(), "no program opened a file");
        let message = "Komputer ini tidak punya program untuk membuka berkas ini; pilih Simpan, lalu buka di komputer lain.";
        refused(message)
    })
}

/// A no of the window itself.
pub(crate) fn refused(message: &str) -> Said {
    Said { message: message.to_owned(), fields: vec![], kind: SaidKind::Refused }
}

/// Why a file that was picked was not read.
pub(crate) fn unreadable(error: &std::io::Error) -> Said {
    tracing::warn!(kind = ?error.kind(), "a picked file was not read");
    refused("Berkas ini tidak dapat dibaca; periksa flashdisk atau izinnya, lalu pilih lagi.")
}

/// Why a folder, or what else is no file, is not attached.
pub(crate) fn no_file() -> Said {
    refused("Ini folder, bukan berkas; buka foldernya lalu pilih berkas di dalamnya.")
}

/// Removes what was laid for other programs. What one of them still holds goes later: some minutes after, or at the next start.
pub(crate) fn forget_opened(folder: &Folder) {
    told(folder.empty(&opened(folder), |_| true));
}

/// The same when the window closes for good: what is held for a moment is waited for.
pub(crate) fn forget_opened_at_the_end(folder: &Folder) {
    told(folder.empty_patiently(&opened(folder)));
}

/// How long a file that was laid for another program may lie there, in milliseconds: long enough for that program to read it.
const LAID_FOR: u64 = 10 * 60 * 1000;

/// Removes what was laid for other programs a while before `now`, in milliseconds since 1970.
pub(crate) fn forget_opened_before(folder: &Folder, now: u64) {
    let old = |path: &Path| {
        let since = std::fs::symlink_metadata(path).and_then(|found| found.modified()).ok();
        let since = since.and_then(|since| since.duration_since(std::time::UNIX_EPOCH).ok());
        since.is_none_or(|since| since.as_millis() + u128::from(LAID_FOR) < u128::from(now))
    };
    told(folder.empty(&opened(folder), old));
}

fn told(remain: usize) {
    if remain > 0 {
        tracing::warn!(remain, "opened files remain");
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_that_was_ended_left_for_a_printer_or_another_program_goes_at_the_next_start() {
        let dir = tempfile::TempDir::new().unwrap();
        let folder = Folder::at(dir.path());
        let left = |name: &str| {
            let paper = laid(&folder).unwrap().join(name);
            std::fs::write(&paper, b"%PDF rekaan").unwrap();
            (paper, lay(&folder, "lampiran.pdf", b"rekaan").unwrap())
        };
        let (paper, opened) = left("satu.pdf");
        forget_opened_before(&folder, 0);
        assert!(paper.exists() && opened.exists(), "they may still be read");
        forget_opened_before(&folder, u64::MAX);
        assert!(!paper.exists() && !opened.exists());
        for forget in [forget_opened, forget_opened_at_the_end] {
            let (paper, opened) = left("dua.pdf");
            forget(&folder);
            assert!(!paper.exists() && !opened.exists());
        }
    }
}
