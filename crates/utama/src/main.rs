//! `loket-utama`: the command line of PPID Utama. The edge: here the clock is read and the process is told to stop.

use clap::{ArgAction, Parser, Subcommand};
use loket_domain::calendar::Calendar;
use loket_utama::{Clock, CodeOrder, Config, Server, SqliteStore, check, enrolment_code, office_code, office_name};
use std::error::Error;
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
    /// Jalur /sync/v1/ melayani meja dari mana pun. Halaman pemantauan hanya menjawab peramban di server ini sendiri (atau
    /// lewat terowongan SSH), karena belum memakai nama pengguna dan kata sandi. Bila server dijangkau lewat jaringan, pasang
    /// TLS di depannya (misalnya nginx atau Caddy) dan teruskan HANYA /sync/v1/.
    #[command(help_template = HELP, override_usage = "loket-utama serve [--listen ALAMAT:PORTA] [--data DIREKTORI]")]
    Serve {
        /// Alamat dan porta; porta 0 berarti porta bebas mana saja. Bila tidak diisi: 127.0.0.1:8018.
        #[arg(long, value_name = "ALAMAT:PORTA", default_value = "127.0.0.1:8018", hide_default_value = true, help_heading = OPTIONS)]
        listen: SocketAddr,
        #[command(flatten)]
        place: Place,
    },
    /// Membuat kode sekali pakai untuk mendaftarkan satu meja; boleh dijalankan selagi server berjalan.
    #[command(help_template = HELP)]
    #[command(override_usage = "loket-utama enrol --office KANTOR [--desk KODE] [--days HARI] [--data DIREKTORI]")]
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
    /// Memeriksa semua rantai catatan, tanda tangan, dan tabel pemantauan; berakhir dengan kode 1 bila ada yang salah.
    #[command(help_template = HELP, override_usage = "loket-utama check [--data DIREKTORI]")]
    Check {
        #[command(flatten)]
        place: Place,
    },
}

#[derive(clap::Args)]
struct Place {
    /// Direktori data; dapat juga diisi lewat variabel LOKET_UTAMA_DATA. Tanpa keduanya: ./utama-data.
    #[arg(long, value_name = "DIREKTORI", help_heading = OPTIONS)]
    data: Option<PathBuf>,
}

impl Place {
    fn directory(self) -> PathBuf {
        let named = self.data.or_else(|| std::env::var_os("LOKET_UTAMA_DATA").filter(|name| !name.is_empty()).map(PathBuf::from));
        named.unwrap_or_else(|| PathBuf::from("utama-data"))
    }
}

/// The one place that reads the machine's clock: in UTC, so that the machine's zone does not matter.
#[allow(clippy::disallowed_methods)] // This is the edge; everything inside gets the time handed in.
fn clock() -> Clock {
    Clock::new(|| u64::try_from(chrono::Utc::now().timestamp_millis()).unwrap_or(0))
}

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(false).init();
    let done = match CommandLine::parse().what {
        What::Serve { listen, place } => serve(listen, place.directory()).await,
        What::Enrol { office, desk, days, place } => enrol(CodeOrder { office, desk, days }, place.directory()).await,
        What::Check { place } => verify(place.directory()).await,
    };
    done.unwrap_or_else(|fault| {
        // Nobody is left to tell when even this cannot be written.
        let _ = writeln!(std::io::stderr(), "{fault}");
        ExitCode::FAILURE
    })
}

async fn serve(listen: SocketAddr, data: PathBuf) -> Result<ExitCode, Box<dyn Error>> {
    // Before anyone is told that the server runs, it must be able to hear that it should stop.
    let told = told_to_stop()?;
    let server = Server::start(Config { listen, data, clock: clock() }).await?;
    let mut out = std::io::stdout();
    writeln!(out, "PPID Utama berjalan di http://{}", server.address)?;
    if !server.address.ip().is_loopback() {
        writeln!(
            out,
            "Peringatan: alamat ini terbuka ke jaringan. Pasang TLS di depannya dan teruskan hanya /sync/v1/; data pribadi tidak boleh lewat tanpa enkripsi."
        )?;
    }
    out.flush()?;
    told.await?;
    server.stop().await;
    Ok(ExitCode::SUCCESS)
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

async fn enrol(order: CodeOrder, data: PathBuf) -> Result<ExitCode, Box<dyn Error>> {
    let code = enrolment_code(&data, &clock(), &order).await?;
    let office = office_code(&order.office)?;
    let mut out = std::io::stdout();
    writeln!(out, "{code}")?;
    // The code alone stands on the output, for scripts; the rest is for the person.
    let desk = order.desk.trim().to_uppercase();
    let name = office_name(&office, None);
    writeln!(std::io::stderr(), "Kode sekali pakai untuk {name} ({office}), meja {desk}; berlaku {} hari.", order.days)?;
    Ok(ExitCode::SUCCESS)
}

async fn verify(data: PathBuf) -> Result<ExitCode, Box<dyn Error>> {
    if !data.is_dir() {
        return Err(format!("Direktori data {} tidak ada.", data.display()).into());
    }
    let calendar = Calendar::shipped()?;
    let store = SqliteStore::open(&data, calendar.clone(), clock().millis()).await?;
    let checked = check(&store, &calendar).await?;
    let mut out = std::io::stdout();
    for finding in &checked.findings {
        writeln!(out, "{finding}")?;
    }
    let (offices, series, entries) = (checked.offices, checked.series, checked.entries);
    writeln!(out, "Diperiksa: {offices} kantor, {series} seri, {entries} catatan; {} temuan.", checked.findings.len())?;
    Ok(if checked.findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
