//! `loket-utama doctor`: whether the server could run here, and what to mend first.

use loket_domain::calendar::Calendar;
use loket_utama::{CertificateFiles, Database, ObjectPlace, Transport};
use std::error::Error;
use std::io::Write;
use std::path::Path;

use super::keeping::dated;
use super::settings::{Settings, TypedTransport};

/// One thing that was looked at: what, and what to do when it is not well.
struct DoctorLook {
    what: &'static str,
    found: Result<String, String>,
}

/// Looks at everything a server needs, says each in a line, and whether all is well.
pub(crate) async fn run(
    settings: &Settings,
    database: &Database,
    objects: &ObjectPlace,
    now: u64,
) -> Result<bool, Box<dyn Error>> {
    let mut looks = vec![at_database(database, now).await, at_objects(objects).await, at_transport(settings)];
    if let Some(directory) = database.directory() {
        looks.push(at_rights(directory));
        looks.push(at_key(settings, database));
    }
    let mut out = std::io::stdout();
    for DoctorLook { what, found } in &looks {
        match found {
            Ok(well) => writeln!(out, "baik     {what}: {well}")?,
            Err(wrong) => writeln!(out, "BENAHI   {what}: {wrong}")?,
        }
    }
    Ok(looks.iter().all(|look| look.found.is_ok()))
}

async fn at_database(database: &Database, now: u64) -> DoctorLook {
    let looked = async || {
        let calendar = Calendar::shipped().map_err(|fault| fault.to_string())?;
        let store = database.open_made(calendar, now).await.map_err(|fault| fault.to_string())?;
        if let Some(since) = store.lacks_log_since() {
            return Err(format!("salinan tanpa utama.sqlite-wal, diambil selagi server berjalan sejak {}.", dated(since)));
        }
        let accounts = store.accounts().await.map_err(|fault| fault.to_string())?;
        let open = accounts.iter().filter(|account| account.closed.is_none()).count();
        if open == 0 {
            return Err(format!(
                "{database} belum punya akun. Buat admin pertama: loket-utama account --add NAMA-PENGGUNA --name NAMA"
            ));
        }
        let contact =
            store.desks().await.map_err(|fault| fault.to_string())?.into_iter().filter_map(|desk| desk.last_contact).max();
        let contact = contact.map_or_else(|| "belum pernah".to_owned(), dated);
        Ok(format!("{database}, {open} akun, kontak terakhir sebuah meja {contact}"))
    };
    DoctorLook { what: "basis data", found: looked().await }
}

async fn at_objects(objects: &ObjectPlace) -> DoctorLook {
    let found = match objects {
        ObjectPlace::Folder(folder) if !folder.exists() => {
            Ok(format!("{} belum ada; dibuat saat server berjalan", folder.display()))
        }
        place => place.reachable().await.map(|()| named(place)).map_err(|fault| fault.to_string()),
    };
    DoctorLook { what: "tempat berkas", found }
}

fn named(place: &ObjectPlace) -> String {
    match place {
        ObjectPlace::Folder(folder) => folder.display().to_string(),
        ObjectPlace::Bucket { bucket, .. } => format!("ember {bucket}"),
    }
}

fn at_transport(settings: &Settings) -> DoctorLook {
    let typed = TypedTransport { tls_cert: None, tls_key: None, behind_proxy: false, proxy_address: None };
    let found = match (settings.transport(typed), settings.listen(None)) {
        (Err(fault), _) | (_, Err(fault)) => Err(fault.to_string()),
        (Ok(Transport::Tls(files)), Ok(listen)) => certificate(files).map(|()| format!("{listen} dengan TLS sendiri")),
        (Ok(Transport::ThisMachine), Ok(listen)) if listen.ip().is_loopback() => {
            Ok(format!("{listen}, hanya untuk komputer ini"))
        }
        (Ok(Transport::ThisMachine), Ok(listen)) => {
            Err(format!("{listen} terbuka ke jaringan tanpa TLS; isi tls-cert dan tls-key, atau behind-proxy."))
        }
        (Ok(Transport::BehindProxy), Ok(listen)) if !listen.ip().is_loopback() => {
            Err(format!("{listen} di belakang proksi tanpa proxy-address; sebutkan alamat proksinya."))
        }
        (Ok(Transport::BehindProxy | Transport::BehindProxyAt(_)), Ok(listen)) => Ok(format!("{listen} di belakang proksi")),
    };
    DoctorLook { what: "alamat", found }
}

fn certificate(files: CertificateFiles) -> Result<(), String> {
    files.readable().map_err(|fault| fault.to_string())
}

/// Only the service may look into the folder: it names people.
fn at_rights(directory: &Path) -> DoctorLook {
    #[cfg(unix)]
    let shared = std::fs::metadata(directory)
        .is_ok_and(|found| std::os::unix::fs::PermissionsExt::mode(&found.permissions()) & 0o077 != 0);
    #[cfg(not(unix))]
    let shared = false;
    let found = if shared {
        Err(format!("{0} dapat dibuka pengguna lain komputer ini. Jalankan: chmod 700 {0}", directory.display()))
    } else {
        Ok("folder data hanya terbuka untuk pemiliknya".to_owned())
    };
    DoctorLook { what: "hak akses", found }
}

/// Whether whoever carries the file away can read it, and whether its key lies where it may not be carried along.
fn at_key(settings: &Settings, database: &Database) -> DoctorLook {
    let found = match (settings.key_file(), database.directory()) {
        (Some(key), Some(directory)) if key.starts_with(directory) => {
            Err(format!("kunci {} ada di dalam folder data; pindahkan ke tempat lain, misalnya /etc.", key.display()))
        }
        (Some(key), _) if readable_by_all(&key) => {
            Err(format!("kunci {0} dapat dibaca pengguna lain. Jalankan: chmod o-rwx {0}", key.display()))
        }
        (Some(key), _) => Ok(format!("basis data disandikan dengan kunci {}; simpan salinan kuncinya di brankas", key.display())),
        (None, _) => Ok("belum disandikan oleh aplikasi; pakai disk tersandi, atau `loket-utama key` dan `seal`".to_owned()),
    };
    DoctorLook { what: "penyandian", found }
}

#[cfg(unix)]
fn readable_by_all(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|found| std::os::unix::fs::PermissionsExt::mode(&found.permissions()) & 0o007 != 0)
}

#[cfg(not(unix))]
fn readable_by_all(_: &Path) -> bool {
    false
}
