//! `loket-utama bundle`: reads a desk's file in and writes the acknowledgment, as the page of the monitor does.

use super::noting::note;
use loket_utama::{Acknowledged, Audited, Memory, Service, office_name};
use std::error::Error;
use std::fs::{File, rename};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(clap::Args)]
pub(crate) struct BundleDeed {
    /// Berkas .lku yang disimpan di meja.
    #[arg(value_name = "BERKAS", help_heading = crate::OPTIONS)]
    file: PathBuf,
    /// Ke mana berkas balasan ditulis.
    #[arg(value_name = "BALASAN", help_heading = crate::OPTIONS)]
    reply: PathBuf,
}

/// Larger than any bundle: the rest of such a file need not be read to refuse it.
const ENOUGH: u64 = 65 << 20;

/// Reads the file in and says what came of it.
pub(crate) async fn run(asked: BundleDeed, store: Arc<dyn Memory>, now: u64) -> Result<(), Box<dyn Error>> {
    let BundleDeed { file, reply } = asked;
    let mut bytes = Vec::new();
    let opened = File::open(&file).and_then(|opened| opened.take(ENOUGH).read_to_end(&mut bytes));
    opened.map_err(|why| format!("Berkas {} tidak dapat dibaca: {why}", file.display()))?;
    let dice = Box::new(|bytes: &mut [u8]| Ok(getrandom::fill(bytes)?));
    let service = Service::open(store.clone(), dice).await?;
    let done = service.take_bundle(service.open_bundle(bytes).await?, now).await?;
    store.keep_acknowledgment(&done, now).await?;
    write(&reply, &done.file).map_err(|why| format!("Berkas balasan {} tidak dapat ditulis: {why}", reply.display()))?;
    let Acknowledged { office, desk, taken, refused, returned, more, .. } = done;
    note(store.as_ref(), Audited::StickRead, Some(&office), format!("Meja {desk}"), now).await?;
    let rest = if more { "; masih ada sisanya" } else { "" };
    let office = office_name(store.as_ref(), &office).await?;
    writeln!(
        std::io::stdout(),
        "{office}, meja {desk}: {taken} catatan baru, {refused} bagian menunggu, {returned} catatan dibawa pulang{rest}."
    )?;
    Ok(())
}

/// Whole under its name, or not there.
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".sebagian");
    let mut file = File::create(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    rename(&unfinished, path)
}
