//! `loket-utama backup`, `restore` and `check`: copies of the server, and whether what is stored is whole.

use loket_domain::calendar::Calendar;
use loket_domain::indonesian;
use loket_domain::zone::Zone;
use loket_utama::{CopyList, Database, Finding, ObjectPlace, back_up, check, check_copy, check_objects, renew_web_desk, restore};
use std::error::Error;
use std::io::Write;
use std::path::PathBuf;

use crate::OPTIONS;

#[derive(clap::Args)]
pub(crate) struct CopyDeed {
    /// Folder cadangan: baru untuk backup, yang sudah ada untuk restore.
    #[arg(value_name = "FOLDER", help_heading = OPTIONS)]
    folder: PathBuf,
}

/// Makes a copy and says what is in it.
pub(crate) async fn run_backup(
    asked: CopyDeed,
    database: &Database,
    objects: &ObjectPlace,
    now: u64,
) -> Result<(), Box<dyn Error>> {
    let list = back_up(database, objects, &asked.folder, now).await?;
    writeln!(std::io::stdout(), "Cadangan {} selesai: {}.", asked.folder.display(), told(&list))?;
    writeln!(
        std::io::stderr(),
        "Simpan di komputer lain dan jaga seperti aslinya: isinya memuat data pribadi. Periksa dengan: loket-utama check --database {}",
        asked.folder.display()
    )?;
    Ok(())
}

/// Puts a copy back and says what was in it.
pub(crate) async fn run_restore(
    asked: CopyDeed,
    database: &Database,
    objects: &ObjectPlace,
    now: u64,
) -> Result<(), Box<dyn Error>> {
    let list = restore(&asked.folder, database, objects, now).await?;
    // What people filed since the copy may be forgotten here, and they hold its numbers.
    let desk = renew_web_desk(database.open_made(Calendar::shipped()?, now).await?.as_ref(), now).await?;
    let mut out = std::io::stdout();
    writeln!(out, "Dipulihkan ke {database} dari cadangan {}: {}.", dated(list.made), told(&list))?;
    writeln!(out, "Permohonan lewat laman berikutnya bernomor dengan kode meja {desk}.")?;
    writeln!(out, "Jalankan servernya; setiap meja mengirim lagi sendiri catatan yang dibuat sesudah cadangan ini.")?;
    Ok(())
}

fn told(list: &CopyList) -> String {
    let entries: u64 = list.series.values().sum();
    let CopyList { accounts, packs, files, series, .. } = list;
    format!("{entries} catatan dalam {} seri, {accounts} akun, {packs} paket, {files} berkas lampiran", series.len())
}

/// `24 November 2026, 14.00 WIB`.
pub(crate) fn dated(millis: u64) -> String {
    let at = loket_utama::civil(millis);
    format!("{}, {}", indonesian::date(at.date()), indonesian::time(at.time(), Zone::Western))
}

/// Checks everything and says what is wrong; whether nothing is.
pub(crate) async fn run_check(database: &Database, objects: &ObjectPlace, now: u64) -> Result<bool, Box<dyn Error>> {
    let calendar = Calendar::shipped()?;
    let store = database.open_made(calendar.clone(), now).await?;
    let mut checked = check(store.as_ref(), &calendar).await?;
    check_objects(store.as_ref(), objects, &mut checked).await?;
    let broken = store.audit_chain().await?.broken_at();
    checked.findings.extend(broken.map(|at| Finding::BrokenRecord { at }));
    let mut out = std::io::stdout();
    if let Some(folder) = database.directory()
        && let Some((list, lacks)) = check_copy(folder, store.as_ref(), now).await?
    {
        writeln!(out, "Cadangan dari {}: {}.", dated(list.made), told(&list))?;
        checked.findings.extend(lacks.into_iter().map(Finding::LackingCopy));
    }
    for finding in &checked.findings {
        writeln!(out, "{finding}")?;
    }
    let held = CopyList::of(store.as_ref(), now).await?;
    let contact = store.desks().await?.into_iter().filter_map(|desk| desk.last_contact).max();
    let contact = contact.map_or_else(|| "belum pernah".to_owned(), dated);
    writeln!(out, "Basis data {database}: {}; kontak terakhir sebuah meja {contact}.", told(&held))?;
    if checked.files > 0 {
        writeln!(out, "Berkas lampiran yang utuh: {}.", checked.files)?;
    }
    let (offices, series, entries) = (checked.offices, checked.series, checked.entries);
    writeln!(out, "Diperiksa: {offices} kantor, {series} seri, {entries} catatan; {} temuan.", checked.findings.len())?;
    Ok(checked.findings.is_empty())
}
