//! `loket-utama serve`: runs the server until it is told to stop.

use loket_utama::{Config, Database, RunningServer, Server, Transport};
use std::error::Error;
use std::io::Write;
use tokio::time::{Interval, interval};

/// Runs the server and tells whoever started it, service managers included.
pub(crate) async fn run(config: Config) -> Result<(), Box<dyn Error>> {
    // Before anyone is told that the server runs, it must be able to hear that it should stop.
    let told = told_to_stop()?;
    let mut renewed = told_to_renew()?;
    let scheme = if matches!(config.transport, Transport::Tls(_)) { "https" } else { "http" };
    let (database, encrypted) = (config.database.clone(), matches!(config.transport, Transport::Tls(_)));
    let open = matches!(config.transport, Transport::BehindProxy) && !config.listen.ip().is_loopback();
    let server = Server::start(config).await?;
    let mut out = std::io::stdout();
    writeln!(out, "PPID Utama berjalan di {scheme}://{}", server.address)?;
    out.flush()?;
    // The address alone stands on the output, for scripts; the rest is for the person.
    say(&server, &database, open);
    manager::ready();
    let mut beats = Heartbeat(manager::patience().map(|patience| interval(patience / 2)));
    tokio::pin!(told);
    loop {
        tokio::select! {
            stop = &mut told => {
                stop?;
                break;
            }
            () = beats.next() => if server.alive().await { manager::alive() },
            () = renewed() => if encrypted {
                match server.renew_certificate() {
                    Ok(()) => tracing::info!("the certificate was read again"),
                    Err(fault) => tracing::error!(%fault, "the certificate was not renewed"),
                }
            } else {
                tracing::warn!("SIGHUP without --tls-cert: there is no certificate to read again");
            },
        }
    }
    manager::stopping();
    server.stop().await;
    Ok(())
}

fn say(server: &RunningServer, database: &Database, open: bool) {
    let mut err = std::io::stderr();
    // Nobody is left to tell when even this cannot be written.
    let _ = writeln!(err, "Basis data: {database}");
    if server.lacks_log {
        let _ = writeln!(
            err,
            "PERHATIAN: basis data ini salinan tanpa berkas utama.sqlite-wal, jadi catatan terakhirnya tidak ada. Jalankan `loket-utama check`, atau pulihkan cadangan yang utuh."
        );
    }
    if open {
        let _ = writeln!(
            err,
            "PERHATIAN: --behind-proxy tanpa --proxy-address: siapa pun yang menjangkau porta ini dapat menyamarkan alamatnya. Sebutkan alamat proksi dengan --proxy-address."
        );
    }
    if !server.staffed {
        let named = account_hint(database);
        let _ = writeln!(err, "Belum ada akun. Buat admin pertama: loket-utama account --add NAMA-PENGGUNA --name NAMA{named}");
    }
}

/// How the same database is named in the next command, where it is not the usual one.
fn account_hint(database: &Database) -> String {
    match database {
        Database::Directory(directory) | Database::Sealed(directory, _)
            if directory.as_os_str() == super::settings::USUAL_DATA =>
        {
            String::new()
        }
        Database::Directory(_) | Database::Sealed(..) => format!(" --database {database}"),
        Database::Postgres(_) => " (dengan LOKET_UTAMA_DATABASE atau berkas pengaturan yang sama)".to_owned(),
    }
}

/// When the watchdog wants to hear that the server is alive: twice in its patience.
struct Heartbeat(Option<Interval>);

impl Heartbeat {
    async fn next(&mut self) {
        match &mut self.0 {
            Some(interval) => drop(interval.tick().await),
            None => std::future::pending().await,
        }
    }
}

/// What systemd is told; without it nothing is.
#[cfg(target_os = "linux")]
mod manager {
    use sd_notify::{NotifyState, notify};
    use std::time::Duration;

    /// Nobody may be listening, and that is no fault.
    fn tell(state: &NotifyState<'_>) {
        let _ = notify(std::slice::from_ref(state));
    }

    pub(super) fn ready() {
        tell(&NotifyState::Ready);
    }

    pub(super) fn alive() {
        tell(&NotifyState::Watchdog);
    }

    pub(super) fn stopping() {
        tell(&NotifyState::Stopping);
    }

    /// How long the watchdog waits to hear that the server is alive, if there is one.
    pub(super) fn patience() -> Option<Duration> {
        sd_notify::watchdog_enabled()
    }
}

#[cfg(not(target_os = "linux"))]
mod manager {
    pub(super) fn ready() {}

    pub(super) fn alive() {}

    pub(super) fn stopping() {}

    pub(super) fn patience() -> Option<std::time::Duration> {
        None
    }
}

/// Listens for SIGHUP from now on; what it returns waits for one each time it is called.
#[cfg(unix)]
fn told_to_renew() -> std::io::Result<impl AsyncFnMut()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut hangup = signal(SignalKind::hangup())?;
    Ok(async move || {
        hangup.recv().await;
    })
}

/// Elsewhere the server is started again with the new certificate.
#[cfg(not(unix))]
fn told_to_renew() -> std::io::Result<impl AsyncFnMut()> {
    Ok(async || std::future::pending().await)
}

/// Listens for Ctrl-C and SIGTERM from now on; what it returns waits for one.
#[cfg(unix)]
fn told_to_stop() -> std::io::Result<impl Future<Output = std::io::Result<()>>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! { _ = interrupt.recv() => {}, _ = terminate.recv() => {} }
        Ok(())
    })
}

#[cfg(not(unix))]
fn told_to_stop() -> std::io::Result<impl Future<Output = std::io::Result<()>>> {
    Ok(tokio::signal::ctrl_c())
}
