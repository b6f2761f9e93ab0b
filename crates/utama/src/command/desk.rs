//! `loket-utama desk`: which desks there are, turning one away, giving it a new token.

use clap::ArgGroup;
use loket_utama::{Audited, CodeOrder, DeskRow, Memory, UnusedCode, give_code, office_code, office_name};
use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

use super::noting::note;
use crate::OPTIONS;

#[derive(clap::Args)]
#[command(group(ArgGroup::new("deed").required(true).args(["list", "revoke", "rotate"])))]
pub(crate) struct DeskDeed {
    /// Menampilkan semua meja.
    #[arg(long, help_heading = OPTIONS)]
    list: bool,
    /// Mencabut meja: mulai saat ini tidak dapat mengirim atau mengambil catatan.
    #[arg(long, requires = "office", help_heading = OPTIONS)]
    revoke: bool,
    /// Mencabut kunci masuk meja dan membuat kode sekali pakai untuk yang baru.
    #[arg(long, requires = "office", help_heading = OPTIONS)]
    rotate: bool,
    /// Kode kantor, atau namanya di direktori.
    #[arg(long, value_name = "KANTOR", help_heading = OPTIONS)]
    office: Option<String>,
    /// Kode meja. Bila tidak diisi: A.
    #[arg(long, value_name = "KODE", default_value = "A", hide_default_value = true, help_heading = OPTIONS)]
    desk: String,
}

/// How long a code for a new token holds, in days.
const DAYS: u64 = 7;

/// Does what was asked and says so.
pub(crate) async fn run(asked: DeskDeed, store: &dyn Memory, now: u64) -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout();
    let desks = store.desks().await?;
    let Some(office) = asked.office.filter(|_| !asked.list) else {
        for DeskRow { office, desk, entries, revoked, .. } in desks {
            let state = if revoked.is_some() { "dicabut" } else { "terdaftar" };
            writeln!(out, "{office}\t{}\t{desk}\t{entries} catatan\t{state}", office_name(store, &office).await?)?;
        }
        return Ok(());
    };
    let (office, desk) = (office_code(&office, &store.listed().await?)?, asked.desk.trim().to_uppercase());
    let named = format!("{}, meja {desk}", office_name(store, &office).await?);
    // A replaced PC is another series of the same desk; all of them go.
    let meant: Vec<_> = desks.iter().filter(|row| row.office == office && row.desk == desk.as_str()).collect();
    if meant.is_empty() {
        return Err(format!("{named} belum pernah terdaftar.").into());
    }
    for row in meant {
        if store.revoke(row.origin, now).await? {
            note(store, Audited::DeskRevoked, Some(&office), format!("Meja {desk}"), now).await?;
        }
    }
    if asked.rotate {
        let code = give_code(store, now, &CodeOrder { office: office.to_string(), desk: desk.clone(), days: DAYS }).await?.code;
        note(store, Audited::CodeGiven, Some(&office), format!("Meja {desk}"), now).await?;
        writeln!(out, "{code}")?;
        writeln!(std::io::stderr(), "Kode sekali pakai untuk {named}; berlaku {DAYS} hari. Kunci masuk yang lama dicabut.")?;
    } else {
        writeln!(out, "{named} dicabut.")?;
    }
    Ok(())
}

/// Says which codes are still out: for whom and until when, never the code.
pub(crate) async fn run_codes(store: &dyn Memory, now: u64) -> Result<ExitCode, Box<dyn Error>> {
    let mut out = std::io::stdout();
    for UnusedCode { office, desk, expires, .. } in store.unused_codes(now).await? {
        let name = office_name(store, &office).await?;
        writeln!(out, "{office}\t{name}\tmeja {desk}\tberlaku sampai {}", super::keeping::dated(expires))?;
    }
    Ok(ExitCode::SUCCESS)
}
