//! `loket-utama account`: the people of PPID Utama.

use clap::ArgGroup;
use loket_utama::{
    AccountOrder, Audited, Memory, Reach, StoreFault, close_account, new_password, office_name, open_account, staff,
};
use std::error::Error;
use std::io::{BufRead, IsTerminal, Write};

use super::noting::note;
use crate::OPTIONS;

#[derive(clap::Args)]
#[command(group(ArgGroup::new("deed").required(true).args(["add", "password", "no_code", "close", "list"])))]
pub(crate) struct AccountDeed {
    /// Membuka akun dengan nama pengguna ini. Kata sandinya diminta, atau dibaca dari masukan standar.
    #[arg(long, value_name = "NAMA-PENGGUNA", requires = "name", help_heading = OPTIONS)]
    add: Option<String>,
    /// Nama lengkap pemilik akun baru.
    #[arg(long, value_name = "NAMA", requires = "add", help_heading = OPTIONS)]
    name: Option<String>,
    /// Peran akun baru: admin, verifikator, atau auditor. Bila tidak diisi: admin.
    #[arg(long, value_name = "PERAN", default_value = "admin", hide_default_value = true, help_heading = OPTIONS)]
    role: String,
    /// Membatasi akun baru pada kantor ini, menurut kode atau nama di direktori; boleh lebih dari satu kali.
    #[arg(long, value_name = "KANTOR", requires = "add", help_heading = OPTIONS)]
    office: Vec<String>,
    /// Mengganti kata sandi akun ini dan mengakhiri semua sesinya.
    #[arg(long, value_name = "NAMA-PENGGUNA", help_heading = OPTIONS)]
    password: Option<String>,
    /// Mematikan kode masuk akun ini, bila ponsel dan kode cadangannya hilang.
    #[arg(long, value_name = "NAMA-PENGGUNA", help_heading = OPTIONS)]
    no_code: Option<String>,
    /// Menutup akun ini untuk seterusnya.
    #[arg(long, value_name = "NAMA-PENGGUNA", help_heading = OPTIONS)]
    close: Option<String>,
    /// Menampilkan semua akun.
    #[arg(long, help_heading = OPTIONS)]
    list: bool,
}

/// Does what was asked and says so.
pub(crate) async fn run(account: AccountDeed, store: &dyn Memory, now: u64) -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout();
    if let Some(login) = account.add {
        let (name, role, offices) = (account.name.unwrap_or_default(), account.role, account.office);
        let order = AccountOrder { login, name, role, offices };
        // The administrator may be somebody else, but knows no password that a prompt did not ask for.
        let opened = open_account(store, &order, &asked_password()?, false, now).await?;
        note(store, Audited::AccountOpened, None, opened.login.clone(), now).await?;
        writeln!(
            out,
            "Akun {} dibuka sebagai {} untuk {}.",
            opened.login,
            opened.role.label(),
            reach(store, &opened.reach).await?
        )?;
    } else if let Some(login) = account.password {
        let login = staff(store, &login).await?.login;
        new_password(store, &login, &asked_password()?, None).await?;
        note(store, Audited::PasswordReset, None, login.clone(), now).await?;
        writeln!(out, "Kata sandi {login} diganti; semua sesinya berakhir.")?;
    } else if let Some(login) = account.no_code {
        let account = staff(store, &login).await?;
        let before = store.second_factor(account.id).await?;
        if before.is_none() || !store.swap_second_factor(account.id, before, None).await? {
            return Err(format!("Akun {} tidak memakai kode masuk.", account.login).into());
        }
        note(store, Audited::SecondFactorReset, None, account.login.clone(), now).await?;
        writeln!(out, "Kode masuk {} dimatikan; kata sandinya saja membuka akun itu sampai dipasang lagi.", account.login)?;
    } else if let Some(login) = account.close {
        close_account(store, &login, now).await?;
        note(store, Audited::AccountClosed, None, login.trim().to_lowercase(), now).await?;
        writeln!(out, "Akun {} ditutup.", login.trim())?;
    } else {
        for account in store.accounts().await? {
            let closed = if account.closed.is_some() { "\tditutup" } else { "" };
            let (login, name, role) = (account.login, account.name, account.role.label());
            writeln!(out, "{login}\t{name}\t{role}\t{}{closed}", reach(store, &account.reach).await?)?;
        }
    }
    Ok(())
}

async fn reach(store: &dyn Memory, reach: &Reach) -> Result<String, StoreFault> {
    let mut names = Vec::new();
    for code in reach.codes() {
        names.push(office_name(store, code).await?);
    }
    Ok(if names.is_empty() { "semua kantor".to_owned() } else { names.join(", ") })
}

/// A password from the keyboard, unseen and typed twice; or the first line of what is piped in. Never an argument: those are
/// seen by everyone on the machine and stay in the shell's history.
fn asked_password() -> Result<String, Box<dyn Error>> {
    let input = std::io::stdin();
    if input.is_terminal() {
        let typed = rpassword::prompt_password("Kata sandi: ")?;
        if rpassword::prompt_password("Sekali lagi: ")? != typed {
            return Err("Kedua kata sandi berbeda; ulangi perintahnya.".into());
        }
        return Ok(typed);
    }
    let mut line = String::new();
    input.lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
