//! What may stand in `/etc/loket-utama.toml`: the options of the command line by their names. What is typed wins over a variable,
//! and a variable over the file.

use loket_utama::{CertificateFiles, Database, ObjectPlace, S3Access, StoreKey, Transport, UnknownDatabase};
use serde::Deserialize;
use std::ffi::OsString;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::OPTIONS;

/// Where the file is looked for when no other is named.
const USUAL: &str = "/etc/loket-utama.toml";
/// Where everything is kept when nothing else is said.
pub(crate) const USUAL_DATA: &str = "/var/lib/loket-utama";
/// Where the server listens when nothing else is said.
const USUAL_LISTEN: SocketAddr = SocketAddr::new(IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8018);

/// Why the settings cannot be used; each a sentence for the administrator.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SettingsFault {
    /// The file cannot be read.
    #[error("Berkas pengaturan {} tidak dapat dibaca: {source}", .path.display())]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file says something that is not known. It may hold the password of a database, so none of it is repeated.
    #[error(
        "Berkas pengaturan {} tidak dapat dipahami{}. Nama pilihannya sama seperti di baris perintah, misalnya listen = \"127.0.0.1:8018\".",
        .path.display(), .line.map(|line| format!(" di baris {line}")).unwrap_or_default()
    )]
    Wrong {
        /// Which.
        path: PathBuf,
        /// Which line, from 1, where that is known.
        line: Option<usize>,
    },
    /// A variable says what is no value for it.
    #[error("Isi variabel {0} tidak dapat dipahami.")]
    Variable(&'static str),
    /// Half a certificate.
    #[error("Sertifikat dan kuncinya (tls-cert dan tls-key) harus disebut keduanya.")]
    HalfCertificate,
    /// Two ways at once.
    #[error("Pilih salah satu: sertifikat sendiri (tls-cert) atau proksi di depan server (behind-proxy).")]
    TwoWays,
    /// No database.
    #[error(transparent)]
    Database(#[from] UnknownDatabase),
    /// No key.
    #[error(transparent)]
    Key(#[from] loket_utama::StoreKeyFault),
    /// No place for files.
    #[error(transparent)]
    Objects(#[from] loket_utama::PlaceFault),
}

/// The file.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Settings {
    listen: Option<SocketAddr>,
    tls_cert: Option<PathBuf>,
    tls_key: Option<PathBuf>,
    behind_proxy: bool,
    proxy_address: Option<IpAddr>,
    database: Option<PathBuf>,
    key_file: Option<PathBuf>,
    second_factor_required: bool,
    objects: Option<String>,
    /// The key file as it was typed, which wins over all else.
    #[serde(skip)]
    typed_key_file: Option<PathBuf>,
}

#[derive(clap::Args)]
pub(crate) struct SettingsFile {
    /// Berkas pengaturan. Dapat juga disebut lewat variabel LOKET_UTAMA_CONFIG. Bila tidak diisi: /etc/loket-utama.toml, bila ada.
    #[arg(long, value_name = "BERKAS", global = true, help_heading = OPTIONS)]
    config: Option<PathBuf>,
    /// Berkas kunci yang menyandikan basis data SQLite, dibuat dengan `loket-utama key`. Simpan di luar folder data. Dapat juga disebut
    /// lewat variabel LOKET_UTAMA_KEY_FILE.
    #[arg(long, value_name = "BERKAS", global = true, help_heading = OPTIONS)]
    key_file: Option<PathBuf>,
}

impl SettingsFile {
    pub(crate) fn read(self) -> Result<Settings, SettingsFault> {
        let read = match self.config.or_else(|| variable("LOKET_UTAMA_CONFIG").map(PathBuf::from)) {
            Some(path) => Settings::read(&path),
            None if Path::new(USUAL).exists() => Settings::read(Path::new(USUAL)),
            None => Ok(Settings::default()),
        };
        Ok(Settings { typed_key_file: self.key_file, ..read? })
    }
}

/// What a variable of this process says, if anything.
fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// The value of a variable.
fn value<T: FromStr>(name: &'static str) -> Result<Option<T>, SettingsFault> {
    let Some(value) = variable(name) else { return Ok(None) };
    value.to_str().and_then(|text| text.parse().ok()).map(Some).ok_or(SettingsFault::Variable(name))
}

/// How people reach the server, as typed.
pub(crate) struct TypedTransport {
    pub(crate) tls_cert: Option<PathBuf>,
    pub(crate) tls_key: Option<PathBuf>,
    pub(crate) behind_proxy: bool,
    pub(crate) proxy_address: Option<IpAddr>,
}

impl Settings {
    fn read(path: &Path) -> Result<Self, SettingsFault> {
        let unreadable = |source| SettingsFault::Unreadable { path: path.to_owned(), source };
        let text = std::fs::read_to_string(path).map_err(unreadable)?;
        toml::from_str(&text).map_err(|fault| {
            let line = fault.span().map(|span| text.get(..span.start).unwrap_or_default().matches('\n').count() + 1);
            SettingsFault::Wrong { path: path.to_owned(), line }
        })
    }

    pub(crate) fn listen(&self, typed: Option<SocketAddr>) -> Result<SocketAddr, SettingsFault> {
        let said = value("LOKET_UTAMA_LISTEN")?;
        Ok(typed.or(said).or(self.listen).unwrap_or(USUAL_LISTEN))
    }

    /// What is typed stands for itself: a certificate on the command line does away with the proxy of the file.
    pub(crate) fn transport(&self, typed: TypedTransport) -> Result<Transport, SettingsFault> {
        let said = typed.tls_cert.is_some() || typed.tls_key.is_some() || typed.behind_proxy;
        let TypedTransport { tls_cert, tls_key, behind_proxy, proxy_address } = if said {
            typed
        } else {
            TypedTransport {
                tls_cert: value("LOKET_UTAMA_TLS_CERT")?.or_else(|| self.tls_cert.clone()),
                tls_key: value("LOKET_UTAMA_TLS_KEY")?.or_else(|| self.tls_key.clone()),
                behind_proxy: value("LOKET_UTAMA_BEHIND_PROXY")?.unwrap_or(self.behind_proxy),
                proxy_address: value("LOKET_UTAMA_PROXY_ADDRESS")?.or(self.proxy_address),
            }
        };
        match (tls_cert, tls_key, behind_proxy) {
            (Some(_), Some(_), true) => Err(SettingsFault::TwoWays),
            (Some(certificate), Some(key), false) => Ok(Transport::Tls(CertificateFiles { certificate, key })),
            (None, None, true) => Ok(proxy_address.map_or(Transport::BehindProxy, Transport::BehindProxyAt)),
            (None, None, false) => Ok(Transport::ThisMachine),
            _ => Err(SettingsFault::HalfCertificate),
        }
    }

    /// The database that is meant, with its key where one is named.
    pub(crate) fn database(&self, typed: Option<OsString>) -> Result<Database, SettingsFault> {
        let database = self.place_of_database(typed)?;
        Ok(match self.key_file() {
            Some(path) => database.under(StoreKey::read(&path)?)?,
            None => database,
        })
    }

    /// Where the key of the file lies, if anywhere.
    pub(crate) fn key_file(&self) -> Option<PathBuf> {
        let said = || variable("LOKET_UTAMA_KEY_FILE").map(PathBuf::from);
        self.typed_key_file.clone().or_else(said).or_else(|| self.key_file.clone())
    }

    /// The database that is meant, without a key.
    pub(crate) fn place_of_database(&self, typed: Option<OsString>) -> Result<Database, SettingsFault> {
        // The second name is that of the first version, which knew only directories.
        let said = || variable("LOKET_UTAMA_DATABASE").or_else(|| variable("LOKET_UTAMA_DATA"));
        let listed = || self.database.clone().map(PathBuf::into_os_string);
        Ok(Database::named(typed.or_else(said).or_else(listed).unwrap_or_else(|| USUAL_DATA.into()))?)
    }

    /// Whether admins and verifiers must have a second factor.
    pub(crate) fn second_factor_required(&self) -> Result<bool, SettingsFault> {
        Ok(value("LOKET_UTAMA_SECOND_FACTOR_REQUIRED")?.unwrap_or(self.second_factor_required))
    }

    /// The place for attached files; that beside the database where nothing is said.
    pub(crate) fn objects(&self, typed: Option<String>, database: &Database) -> Result<ObjectPlace, SettingsFault> {
        let text = |name| variable(name).and_then(|value| value.into_string().ok());
        let access = || {
            let (key_id, secret) = (text("AWS_ACCESS_KEY_ID")?, text("AWS_SECRET_ACCESS_KEY")?);
            Some(S3Access { key_id, secret })
        };
        let named = typed.or_else(|| text("LOKET_UTAMA_OBJECTS")).or_else(|| self.objects.clone());
        Ok(match named {
            Some(named) => ObjectPlace::read(&named, access)?,
            None => database.objects(),
        })
    }
}
