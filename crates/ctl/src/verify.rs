//! `loketctl verify`: is this file what its writers wrote?

use clap::Args;
use loket_desk::{Folder, system_dice};
use std::path::PathBuf;

use crate::account::{TaskError, say};
use crate::clock::now;

#[derive(Args)]
pub(crate) struct Verify {
    /// Folder data meja, atau berkas loket.db di dalamnya.
    file: PathBuf,
    /// Nama akun untuk membuka berkas.
    #[arg(long)]
    login: String,
    /// Berkas berisi sandinya; tanpa ini sandi dibaca dari masukan.
    #[arg(long, value_name = "BERKAS")]
    password_file: Option<PathBuf>,
}

impl Verify {
    pub(crate) fn run(&self) -> Result<(), TaskError> {
        let password = match &self.password_file {
            Some(path) => std::fs::read_to_string(path).map_err(TaskError::file(path.display()))?,
            None => std::io::read_to_string(std::io::stdin()).map_err(TaskError::file("masukan"))?,
        };
        let mut desk = self.folder().unlock(&self.login, password.trim_end_matches(['\r', '\n']), now(), system_dice())?;
        let verified = desk.verify()?;
        let out = std::io::stdout();
        say(&out, "Berkas utuh.");
        say(
            &out,
            &format!("  {} rangkaian, {} catatan: semua sidik dihitung ulang dan cocok.", verified.series, verified.entries),
        );
        say(&out, &format!("  {} tanda tangan berlaku.", verified.heads));
        if verified.files > 0 {
            say(&out, &format!("  {} berkas lampiran utuh.", verified.files));
        }
        say(&out, "  Tabel sama dengan yang dibangun ulang dari catatan.");
        Ok(())
    }

    /// The desk's folder, whichever of its paths was named.
    fn folder(&self) -> Folder {
        let named = self.file.file_name().and_then(|name| name.to_str());
        let up = match named {
            Some("loket.db") => 2,
            Some("data") => 1,
            _ => 0,
        };
        let path = std::path::absolute(&self.file).unwrap_or_else(|_| self.file.clone());
        Folder::at(path.ancestors().nth(up).map_or_else(|| path.clone(), std::path::Path::to_path_buf))
    }
}
