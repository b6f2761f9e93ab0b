//! `loket-utama key` and `seal`: the key of the file, and the file under it.

use loket_utama::{StoreKey, seal as reseal};
use std::error::Error;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::settings::Settings;

/// Makes a key and says what to do with it.
pub(crate) fn make_key(file: &Path) -> Result<(), Box<dyn Error>> {
    StoreKey::make(file)?;
    let mut err = std::io::stderr();
    writeln!(std::io::stdout(), "Kunci dibuat di {}.", file.display())?;
    writeln!(
        err,
        "Salin ke kertas atau flashdisk dan simpan di brankas, terpisah dari cadangan: tanpa kunci ini tidak ada yang dapat dibuka."
    )?;
    writeln!(
        err,
        "Beri layanan hak membacanya (chown loket-utama), tulis key-file di /etc/loket-utama.toml, lalu: loket-utama seal"
    )?;
    Ok(())
}

/// Seals the file, or gives it another key.
pub(crate) async fn seal(
    settings: &Settings,
    new_key_file: Option<PathBuf>,
    database: Option<OsString>,
) -> Result<(), Box<dyn Error>> {
    let plain = settings.place_of_database(database)?;
    let present = settings.key_file().map(|path| StoreKey::read(&path)).transpose()?;
    let fresh = new_key_file.map(|path| StoreKey::read(&path)).transpose()?;
    let (database, fresh) = match (present, fresh) {
        (Some(present), Some(fresh)) => (plain.under(present)?, fresh),
        (Some(key), None) | (None, Some(key)) => (plain, key),
        (None, None) => return Err("Sebutkan kuncinya: --key-file BERKAS, yang dibuat dengan `loket-utama key`.".into()),
    };
    reseal(&database, fresh).await?;
    writeln!(std::io::stdout(), "Basis data {database} kini disandikan dengan kunci itu.")?;
    writeln!(
        std::io::stderr(),
        "Cadangan yang dibuat sebelumnya tetap seperti waktu dibuat: buat cadangan baru, lalu musnahkan yang lama bila tidak diperlukan lagi."
    )?;
    Ok(())
}
