//! Attached files outside the desk: picked by the officer, and opened in another program.
//!
//! Another program reads a file only unsealed, so it is laid in a folder that only this user may look into; the folder is emptied
//! when the window is locked, closed or opened again.

use loket_desk::{Folder, Said, SaidKind};
use std::path::{Path, PathBuf};

use crate::printing::FileSort;

/// What may be attached.
pub(crate) const TAKEN: FileSort = FileSort {
    name: "PDF, gambar, XLSX atau ZIP",
    endings: &["pdf", "jpg", "jpeg", "png", "xlsx", "zip"],
    in_tests: "lampiran.pdf",
};

fn opened(folder: &Folder) -> PathBuf {
    folder.path().join("dibuka")
}

/// Lays a file where another program can read it, and says where.
pub(crate) fn lay(folder: &Folder, name: &str, bytes: &[u8]) -> std::io::Result<PathBuf> {
    let place = opened(folder);
    let mut maker = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
    maker.recursive(true).create(&place)?;
    // Two files of one name do not stand in each other's way.
    let file = tempfile::Builder::new().prefix("").tempdir_in(&place)?.keep().join(name);
    std::fs::write(&file, bytes)?;
    Ok(file)
}

/// Opens a file in the program the system has for it.
pub(crate) fn show(file: &Path) -> Result<(), Said> {
    open::that_detached(file).map_err(|error| {
        tracing::warn!(kind = ?error.kind(), "no program opened a file");
        let message = "Komputer ini tidak punya program untuk membuka berkas ini; pilih Simpan, lalu buka di komputer lain.";
        Said { message: message.to_owned(), fields: vec![], kind: SaidKind::Refused }
    })
}

/// Removes what was laid for other programs.
pub(crate) fn forget_opened(folder: &Folder) {
    let place = opened(folder);
    // A program that still holds a file keeps it from going on some systems: the next time removes it.
    if place.exists() && std::fs::remove_dir_all(&place).is_err() {
        tracing::warn!("opened files remain");
    }
}
