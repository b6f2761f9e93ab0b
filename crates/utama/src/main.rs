//! `loket-utama`: the command line of PPID Utama. The edge: here the clock is read and the process is told to stop.

mod command;

use clap::{ArgAction, Parser, Subcommand};
use command::settings::{Settings, SettingsFile, TypedTransport};
use loket_domain::calendar::Calendar;
use loket_utama::{Audited, CodeOrder, Config, Database, ObjectPlace, ServerClock, give_code, office_name};
use std::error::Error;
use std::ffi::OsString;
use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::FormatTime;

/// Memory that is given back is emptied: what passed through it does not stay there.
#[global_allocator]
static MEMORY: zeroizing_alloc::ZeroAlloc<std::alloc::System> = zeroizing_alloc::ZeroAlloc(std::alloc::System);

/// PPID Utama: server pusat Loket PPID. Menerima catatan dari meja layanan setiap kantor dan memperlihatkannya dalam halaman pemantauan.
#[derive(Parser)]
#[command(version, disable_help_subcommand = true, disable_help_flag = true, disable_version_flag = true)]
#[command(help_template = HELP, subcommand_help_heading = "Perintah", next_help_heading = OPTIONS)]
#[command(override_usage = "loket-utama <PERINTAH> [PILIHAN]", subcommand_value_name = "PERINTAH")]
struct CommandLine {
    #[command(subcommand)]
    what: What,
    #[command(flatten)]
    settings: SettingsFile,
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
        #[arg(long, value_name = "ALAMAT:PORTA", help_heading = OPTIONS)]
        listen: Option<SocketAddr>,
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
    #[command(
        override_usage = "loket-utama enrol --office KANTOR [--desk KODE] [--days HARI] [--database TEMPAT]\n       loket-utama enrol --list [--database TEMPAT]"
    )]
    Enrol {
        /// Kode kantor (misalnya 12.18.02), atau namanya di direktori (misalnya Perbaungan atau Dinas Pendidikan).
        #[arg(long, value_name = "KANTOR", required_unless_present = "list", help_heading = OPTIONS)]
        office: Option<String>,
        /// Menampilkan kode yang sudah diberikan dan belum dipakai, tanpa kodenya sendiri.
        #[arg(long, conflicts_with = "office", help_heading = OPTIONS)]
        list: bool,
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
        override_usage = "loket-utama account --add NAMA-PENGGUNA --name NAMA [--role PERAN] [--office KANTOR] [--database TEMPAT]\n       loket-utama account --password NAMA-PENGGUNA | --no-code NAMA-PENGGUNA | --close NAMA-PENGGUNA | --list [--database TEMPAT]"
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
    /// Memeriksa semua rantai catatan, tanda tangan, tabel pemantauan, berkas lampiran, dan apakah salinannya utuh; berakhir dengan kode
    /// 1 bila ada yang salah.
    #[command(help_template = HELP, override_usage = "loket-utama check [--database TEMPAT] [--objects TEMPAT]")]
    Check {
        #[command(flatten)]
        files: Files,
        #[command(flatten)]
        place: Place,
    },
    /// Membuat cadangan utuh (basis data SQLite, berkas lampiran, dan daftar isinya) ke folder baru; boleh dijalankan selagi server
    /// berjalan.
    #[command(help_template = HELP, override_usage = "loket-utama backup FOLDER [--database TEMPAT] [--objects TEMPAT]")]
    Backup {
        #[command(flatten)]
        copy: command::keeping::CopyDeed,
        #[command(flatten)]
        files: Files,
        #[command(flatten)]
        place: Place,
    },
    /// Memulihkan cadangan ke tempat yang belum ada servernya; cadangannya diperiksa dahulu.
    #[command(help_template = HELP, override_usage = "loket-utama restore FOLDER [--database TEMPAT] [--objects TEMPAT]")]
    Restore {
        #[command(flatten)]
        copy: command::keeping::CopyDeed,
        #[command(flatten)]
        files: Files,
        #[command(flatten)]
        place: Place,
    },
    /// Membuat kunci baru untuk menyandikan basis data SQLite ke berkas yang belum ada. Simpan salinannya di brankas: tanpa kunci itu
    /// basis data dan semua cadangannya tidak dapat dibuka oleh siapa pun.
    #[command(help_template = HELP, override_usage = "loket-utama key BERKAS")]
    Key {
        /// Berkas baru, di luar folder data, misalnya /etc/loket-utama.kunci.
        #[arg(value_name = "BERKAS", help_heading = OPTIONS)]
        file: PathBuf,
    },
    /// Menyandikan basis data SQLite dengan kunci (--key-file atau key-file di berkas pengaturan), atau mengganti kuncinya
    /// (--new-key-file); server harus berhenti dahulu.
    #[command(help_template = HELP, override_usage = "loket-utama seal [--key-file BERKAS] [--new-key-file BERKAS] [--database TEMPAT]")]
    Seal {
        /// Kunci yang menggantikan kunci sekarang.
        #[arg(long, value_name = "BERKAS", help_heading = OPTIONS)]
        new_key_file: Option<PathBuf>,
        #[command(flatten)]
        place: Place,
    },
    /// Memeriksa apakah server ini dapat dijalankan: basis data, tempat berkas, sertifikat, ruang, dan cadangan; berakhir dengan kode 1
    /// bila ada yang harus dibenahi.
    #[command(help_template = HELP, override_usage = "loket-utama doctor [--database TEMPAT] [--objects TEMPAT]")]
    Doctor {
        #[command(flatten)]
        files: Files,
        #[command(flatten)]
        place: Place,
    },
}

#[derive(clap::Args)]
struct Place {
    /// Basis data: direktori untuk berkas SQLite, atau PostgreSQL dengan alamat seperti postgres://pengguna@komputer/nama. Dapat
    /// juga diisi lewat variabel LOKET_UTAMA_DATABASE, agar kata sandi tidak tampak di daftar proses. Bila tidak diisi di mana pun:
    /// /var/lib/loket-utama. PostgreSQL di komputer lain harus memakai TLS, kecuali alamatnya menyebut sslmode=disable.
    #[arg(long, alias = "data", value_name = "TEMPAT", help_heading = OPTIONS)]
    database: Option<OsString>,
}

#[derive(clap::Args)]
struct Files {
    /// Tempat berkas lampiran: direktori, atau ember S3 seperti s3://EMBER/AWALAN?endpoint=https://ALAMAT&region=WILAYAH dengan
    /// kuncinya di variabel AWS_ACCESS_KEY_ID dan AWS_SECRET_ACCESS_KEY. Dapat juga diisi lewat variabel LOKET_UTAMA_OBJECTS.
    /// Tanpa keduanya: direktori berkas di dalam direktori data, atau ./utama-berkas bila memakai PostgreSQL. Isinya
    /// terenkripsi dengan kunci yang ada di basis data, jadi cadangkan keduanya, paling mudah dengan `loket-utama backup`.
    #[arg(long, value_name = "TEMPAT", help_heading = OPTIONS)]
    objects: Option<String>,
}

/// The one place that reads the machine's clock: in UTC, so that the machine's zone does not matter.
#[allow(clippy::disallowed_methods)] // This is the edge; everything inside gets the time handed in.
fn clock() -> ServerClock {
    ServerClock::new(|| u64::try_from(chrono::Utc::now().timestamp_millis()).unwrap_or(0))
}

/// The time of the log: that of the offices, as on the pages.
struct OfficeTime;

impl FormatTime for OfficeTime {
    fn format_time(&self, line: &mut Writer<'_>) -> std::fmt::Result {
        write!(line, "{}", loket_utama::civil(clock().millis()).format("%Y-%m-%d %H:%M:%S%.3f WIB"))
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(false).with_timer(OfficeTime).init();
    command::core_files::none();
    let CommandLine { what, settings, .. } = match CommandLine::try_parse() {
        Ok(read) => read,
        Err(fault) => return command::misread::tell(&fault),
    };
    let done = match settings.read() {
        Ok(settings) => run(what, &settings).await,
        Err(fault) => Err(fault.into()),
    };
    done.unwrap_or_else(|fault| {
        // Nobody is left to tell when even this cannot be written.
        let _ = writeln!(std::io::stderr(), "{fault}");
        ExitCode::FAILURE
    })
}

/// Database and place for files of one command.
fn places(settings: &Settings, place: Place, files: Files) -> Result<(Database, ObjectPlace), Box<dyn Error>> {
    let database = settings.database(place.database)?;
    let objects = settings.objects(files.objects, &database)?;
    Ok((database, objects))
}

async fn run(what: What, settings: &Settings) -> Result<ExitCode, Box<dyn Error>> {
    let now = clock().millis();
    let open = async |place: Place| {
        let database = settings.database(place.database)?;
        let store = database.open_made(Calendar::shipped()?, now).await?;
        writeln!(std::io::stderr(), "Basis data: {database}")?;
        Ok::<_, Box<dyn Error>>(store)
    };
    match what {
        What::Serve { listen, tls_cert, tls_key, behind_proxy, proxy_address, files, place } => {
            let (database, objects) = places(settings, place, files)?;
            let transport = settings.transport(TypedTransport { tls_cert, tls_key, behind_proxy, proxy_address })?;
            let listen = settings.listen(listen)?;
            command::serve::run(Config {
                listen,
                transport,
                database,
                objects: Some(objects),
                clock: clock(),
                second_factor_required: settings.second_factor_required()?,
            })
            .await?;
        }
        What::Enrol { office, list, desk, days, place } => {
            let store = open(place).await?;
            if list {
                return command::desk::run_codes(store.as_ref(), now).await;
            }
            let order = CodeOrder { office: office.unwrap_or_default(), desk, days };
            let given = give_code(store.as_ref(), now, &order).await?;
            let about = format!("Meja {}", given.desk);
            command::noting::note(store.as_ref(), Audited::CodeGiven, Some(&given.office), about, now).await?;
            writeln!(std::io::stdout(), "{}", given.code)?;
            // The code alone stands on the output, for scripts; the rest is for the person.
            let (name, office) = (office_name(store.as_ref(), &given.office).await?, given.office);
            let desk = given.desk;
            writeln!(std::io::stderr(), "Kode sekali pakai untuk {name} ({office}), meja {desk}; berlaku {days} hari.")?;
        }
        What::Account { account, place } => command::account::run(account, open(place).await?.as_ref(), now).await?,
        What::Desk { desk, place } => command::desk::run(desk, open(place).await?.as_ref(), now).await?,
        What::Bundle { bundle, place } => command::bundle::run(bundle, open(place).await?, now).await?,
        What::Check { files, place } => {
            let (database, objects) = places(settings, place, files)?;
            if !command::keeping::run_check(&database, &objects, now).await? {
                return Ok(ExitCode::FAILURE);
            }
        }
        What::Backup { copy, files, place } => {
            let (database, objects) = places(settings, place, files)?;
            command::keeping::run_backup(copy, &database, &objects, now).await?;
        }
        What::Restore { copy, files, place } => {
            let (database, objects) = places(settings, place, files)?;
            command::keeping::run_restore(copy, &database, &objects, now).await?;
        }
        What::Key { file } => command::sealing::make_key(&file)?,
        What::Seal { new_key_file, place } => command::sealing::seal(settings, new_key_file, place.database).await?,
        What::Doctor { files, place } => {
            let (database, objects) = places(settings, place, files)?;
            if !command::doctor::run(settings, &database, &objects, now).await? {
                return Ok(ExitCode::FAILURE);
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}
