//! `loket-utama`: the command line of PPID Utama. The edge: here the clock is read and the process is told to stop.

mod command;

use clap::{ArgAction, Parser, Subcommand};
use loket_domain::calendar::Calendar;
use loket_utama::{
    CertificateFiles, CodeOrder, Config, Database, ObjectPlace, PlaceFault, S3Access, Server, ServerClock, Transport, check,
    check_objects, enrolment_code, office_code, office_name,
};
use std::error::Error;
use std::ffi::OsString;
use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

/// PPID Utama: server pusat Loket PPID. Menerima catatan dari meja layanan setiap kantor camat dan memperlihatkannya dalam halaman pemantauan.
#[derive(Parser)]
#[command(version, disable_help_subcommand = true, disable_help_flag = true, disable_version_flag = true)]
#[command(help_template = HELP, subcommand_help_heading = "Perintah", next_help_heading = OPTIONS)]
#[command(override_usage = "loket-utama <PERINTAH> [PILIHAN]", subcommand_value_name = "PERINTAH")]
struct CommandLine {
    #[command(subcommand)]
    what: What,
    /// Menampilkan bantuan ini.
    #[arg(short, long, action = ArgAction::Help, global = true)]
    help: Option<bool>,
    /// Menampilkan versi.
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

const OPTIONS: &str = "Pilihan";
const HELP: &str = "{about-with-newline}\nPemakaian: {usage}\n\n{all-args}";

#[derive(Subcommand)]
enum What {
    /// Menjalankan server sampai dihentikan dengan Ctrl-C atau SIGTERM.
    ///
    /// Jalur /sync/v1/ melayani meja; halaman lain melayani staf PPID Utama yang masuk dengan akunnya. Tanpa TLS server hanya
    /// menjawab komputer ini sendiri: beri --tls-cert dan --tls-key, atau pasang proksi ber-TLS di depannya dan sebutkan
    /// --behind-proxy. Sertifikat yang diperbarui dibaca lagi dengan SIGHUP.
    #[command(help_template = HELP, override_usage = "loket-utama serve [--listen ALAMAT:PORTA] [--tls-cert BERKAS --tls-key BERKAS | --behind-proxy [--proxy-address ALAMAT]] [--database TEMPAT] [--objects TEMPAT]")]
    Serve {
        /// Alamat dan porta; porta 0 berarti porta bebas mana saja. Bila tidak diisi: 127.0.0.1:8018.
        #[arg(long, value_name = "ALAMAT:PORTA", default_value = "127.0.0.1:8018", hide_default_value = true, help_heading = OPTIONS)]
        listen: SocketAddr,
        /// Sertifikat TLS dalam PEM, dengan rantainya.
        #[arg(long, value_name = "BERKAS", requires = "tls_key", conflicts_with = "behind_proxy", help_heading = OPTIONS)]
        tls_cert: Option<PathBuf>,
        /// Kunci sertifikat TLS dalam PEM.
        #[arg(long, value_name = "BERKAS", requires = "tls_cert", help_heading = OPTIONS)]
        tls_key: Option<PathBuf>,
        /// Ada proksi ber-TLS di depan server ini, dan hanya proksi itu yang dapat menjangkaunya.
        #[arg(long, help_heading = OPTIONS)]
        behind_proxy: bool,
        /// Alamat proksi itu; alamat pengunjung yang disebut siapa pun selain proksi ini tidak dipercaya.
        #[arg(long, value_name = "ALAMAT", requires = "behind_proxy", help_heading = OPTIONS)]
        proxy_address: Option<std::net::IpAddr>,
        #[command(flatten)]
        files: Files,
        #[command(flatten)]
        place: Place,
    },
    /// Membuat kode sekali pakai untuk mendaftarkan satu meja; boleh dijalankan selagi server berjalan.
    #[command(help_template = HELP)]
    #[command(override_usage = "loket-utama enrol --office KANTOR [--desk KODE] [--days HARI] [--database TEMPAT]")]
    Enrol {
        /// Kode wilayah (misalnya 12.18.02) atau nama kecamatan (misalnya Perbaungan).
        #[arg(long, value_name = "KANTOR", help_heading = OPTIONS)]
        office: String,
        /// Kode meja. Bila tidak diisi: A.
        #[arg(long, value_name = "KODE", default_value = "A", hide_default_value = true, help_heading = OPTIONS)]
        desk: String,
        /// Berapa hari kode berlaku, 1 sampai 90. Bila tidak diisi: 7.
        #[arg(long, value_name = "HARI", default_value_t = 7, hide_default_value = true, help_heading = OPTIONS)]
        days: u64,
        #[command(flatten)]
        place: Place,
    },
    /// Membuka, menutup, atau menampilkan akun staf PPID Utama; boleh dijalankan selagi server berjalan.
    #[command(help_template = HELP)]
    #[command(
        override_usage = "loket-utama account --add NAMA-PENGGUNA --name NAMA [--role PERAN] [--office KANTOR] [--database TEMPAT]\n       loket-utama account --password NAMA-PENGGUNA | --close NAMA-PENGGUNA | --list [--database TEMPAT]"
    )]
    Account {
        #[command(flatten)]
        account: command::account::AccountDeed,
        #[command(flatten)]
        place: Place,
    },
    /// Menampilkan, mencabut, atau mengganti kunci masuk meja; boleh dijalankan selagi server berjalan.
    #[command(help_template = HELP)]
    #[command(
        override_usage = "loket-utama desk --list [--database TEMPAT]\n       loket-utama desk --revoke | --rotate --office KANTOR [--desk KODE] [--database TEMPAT]"
    )]
    Desk {
        #[command(flatten)]
        desk: command::desk::DeskDeed,
        #[command(flatten)]
        place: Place,
    },
    /// Membaca berkas dari meja tanpa koneksi dan menulis berkas balasannya; boleh dijalankan selagi server berjalan.
    #[command(help_template = HELP, override_usage = "loket-utama bundle BERKAS BALASAN [--database TEMPAT]")]
    Bundle {
        #[command(flatten)]
        bundle: command::bundle::BundleDeed,
        #[command(flatten)]
        place: Place,
    },
    /// Memeriksa semua rantai catatan, tanda tangan, tabel pemantauan, dan berkas lampiran; berakhir dengan kode 1 bila ada yang salah.
    #[command(help_template = HELP, override_usage = "loket-utama check [--database TEMPAT] [--objects TEMPAT]")]
    Check {
        #[command(flatten)]
        files: Files,
        #[command(flatten)]
        place: Place,
    },
}

#[derive(clap::Args)]
struct Place {
    /// Basis data: direktori untuk berkas SQLite, atau PostgreSQL dengan alamat seperti postgres://pengguna@komputer/nama. Dapat
    /// juga diisi lewat variabel LOKET_UTAMA_DATABASE, agar kata sandi tidak tampak di daftar proses. Tanpa keduanya:
    /// ./utama-data. PostgreSQL di komputer lain harus memakai TLS, kecuali alamatnya menyebut sslmode=disable.
    #[arg(long, alias = "data", value_name = "TEMPAT", help_heading = OPTIONS)]
    database: Option<OsString>,
}

impl Place {
    fn database(self) -> Database {
        // The second name is that of the first version, which knew only directories.
        let named = |variable| std::env::var_os(variable).filter(|named| !named.is_empty());
        let named = || named("LOKET_UTAMA_DATABASE").or_else(|| named("LOKET_UTAMA_DATA"));
        self.database.or_else(named).unwrap_or_else(|| "utama-data".into()).into()
    }
}

#[derive(clap::Args)]
struct Files {
    /// Tempat berkas lampiran: direktori, atau ember S3 seperti s3://EMBER/AWALAN?endpoint=https://ALAMAT&region=WILAYAH dengan
    /// kuncinya di variabel AWS_ACCESS_KEY_ID dan AWS_SECRET_ACCESS_KEY. Dapat juga diisi lewat variabel LOKET_UTAMA_OBJECTS.
    /// Tanpa keduanya: direktori berkas di dalam direktori data, atau ./utama-berkas bila memakai PostgreSQL. Isinya
    /// terenkripsi dengan kunci yang ada di basis data, jadi cadangkan keduanya.
    #[arg(long, value_name = "TEMPAT", help_heading = OPTIONS)]
    objects: Option<String>,
}

impl Files {
    fn place(self) -> Result<Option<ObjectPlace>, PlaceFault> {
        let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let access = || {
            let (key_id, secret) = (variable("AWS_ACCESS_KEY_ID")?, variable("AWS_SECRET_ACCESS_KEY")?);
            Some(S3Access { key_id, secret })
        };
        let named = self.objects.or_else(|| variable("LOKET_UTAMA_OBJECTS"));
        named.map(|named| ObjectPlace::read(&named, access)).transpose()
    }
}

/// The one place that reads the machine's clock: in UTC, so that the machine's zone does not matter.
#[allow(clippy::disallowed_methods)] // This is the edge; everything inside gets the time handed in.
fn clock() -> ServerClock {
    ServerClock::new(|| u64::try_from(chrono::Utc::now().timestamp_millis()).unwrap_or(0))
}

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(false).init();
    let done = match CommandLine::parse().what {
        What::Serve { listen, tls_cert, tls_key, behind_proxy, proxy_address, files, place } => {
            let transport = match tls_cert.zip(tls_key) {
                Some((certificate, key)) => Transport::Tls(CertificateFiles { certificate, key }),
                None if behind_proxy => proxy_address.map_or(Transport::BehindProxy, Transport::BehindProxyAt),
                None => Transport::ThisMachine,
            };
            let config = |objects| Config { listen, transport, database: place.database(), objects, clock: clock() };
            match files.place() {
                Ok(objects) => serve(config(objects)).await,
                Err(fault) => Err(fault.into()),
            }
        }
        What::Enrol { office, desk, days, place } => enrol(CodeOrder { office, desk, days }, place.database()).await,
        What::Account { account, place } => keep_account(account, place.database()).await,
        What::Desk { desk, place } => keep_desk(desk, place.database()).await,
        What::Bundle { bundle, place } => read_bundle(bundle, place.database()).await,
        What::Check { files, place } => verify(place.database(), files).await,
    };
    done.unwrap_or_else(|fault| {
        // Nobody is left to tell when even this cannot be written.
        let _ = writeln!(std::io::stderr(), "{fault}");
        ExitCode::FAILURE
    })
}

async fn serve(config: Config) -> Result<ExitCode, Box<dyn Error>> {
    // Before anyone is told that the server runs, it must be able to hear that it should stop.
    let told = told_to_stop()?;
    let mut renewed = told_to_renew()?;
    let scheme = if matches!(config.transport, Transport::Tls(_)) { "https" } else { "http" };
    let server = Server::start(config).await?;
    let mut out = std::io::stdout();
    writeln!(out, "PPID Utama berjalan di {scheme}://{}", server.address)?;
    out.flush()?;
    if !server.staffed {
        // The address alone stands on the output, for scripts; the rest is for the person.
        let hint = "Belum ada akun. Buat admin pertama: loket-utama account --add NAMA-PENGGUNA --name NAMA";
        let _ = writeln!(std::io::stderr(), "{hint}");
    }
    tokio::pin!(told);
    loop {
        tokio::select! {
            stop = &mut told => {
                stop?;
                break;
            }
            () = renewed() => match server.renew_certificate() {
                Ok(()) => tracing::info!("the certificate was read again"),
                Err(fault) => tracing::error!(%fault, "the certificate was not renewed"),
            },
        }
    }
    server.stop().await;
    Ok(ExitCode::SUCCESS)
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

async fn enrol(order: CodeOrder, database: Database) -> Result<ExitCode, Box<dyn Error>> {
    let code = enrolment_code(database, &clock(), &order).await?;
    let office = office_code(&order.office)?;
    let mut out = std::io::stdout();
    writeln!(out, "{code}")?;
    // The code alone stands on the output, for scripts; the rest is for the person.
    let desk = order.desk.trim().to_uppercase();
    let name = office_name(&office, None);
    writeln!(std::io::stderr(), "Kode sekali pakai untuk {name} ({office}), meja {desk}; berlaku {} hari.", order.days)?;
    Ok(ExitCode::SUCCESS)
}

async fn keep_account(account: command::account::AccountDeed, database: Database) -> Result<ExitCode, Box<dyn Error>> {
    let now = clock().millis();
    let store = database.open(Calendar::shipped()?, now).await?;
    command::account::run(account, store.as_ref(), now).await?;
    Ok(ExitCode::SUCCESS)
}

async fn keep_desk(desk: command::desk::DeskDeed, database: Database) -> Result<ExitCode, Box<dyn Error>> {
    let now = clock().millis();
    let store = database.open(Calendar::shipped()?, now).await?;
    command::desk::run(desk, store.as_ref(), now).await?;
    Ok(ExitCode::SUCCESS)
}

async fn read_bundle(bundle: command::bundle::BundleDeed, database: Database) -> Result<ExitCode, Box<dyn Error>> {
    let now = clock().millis();
    let store = database.open(Calendar::shipped()?, now).await?;
    command::bundle::run(bundle, store, now).await?;
    Ok(ExitCode::SUCCESS)
}

async fn verify(database: Database, files: Files) -> Result<ExitCode, Box<dyn Error>> {
    if let Database::Directory(data) = &database
        && !data.is_dir()
    {
        return Err(format!("Direktori data {} tidak ada.", data.display()).into());
    }
    let calendar = Calendar::shipped()?;
    let store = database.open(calendar.clone(), clock().millis()).await?;
    let mut checked = check(store.as_ref(), &calendar).await?;
    let objects = files.place()?.unwrap_or_else(|| database.objects());
    check_objects(store.as_ref(), &objects, &mut checked).await?;
    let mut out = std::io::stdout();
    for finding in &checked.findings {
        writeln!(out, "{finding}")?;
    }
    let (offices, series, entries) = (checked.offices, checked.series, checked.entries);
    if checked.files > 0 {
        writeln!(out, "Berkas lampiran dibuka: {}.", checked.files)?;
    }
    writeln!(out, "Diperiksa: {offices} kantor, {series} seri, {entries} catatan; {} temuan.", checked.findings.len())?;
    Ok(if checked.findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
