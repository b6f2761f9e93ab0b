//! Where the bytes of attached files are: a folder, or a bucket.

use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::prefix::PrefixStore;
use object_store::{ObjectStore, RetryConfig};
use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// How often and how long a bucket that does not answer is asked again, before the desk is told to come back later.
const RETRIES: usize = 3;
const PATIENCE: Duration = Duration::from_secs(20);

/// Where the bytes of attached files are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ObjectPlace {
    /// In this folder, made when it is not there.
    Folder(PathBuf),
    /// In a bucket of an S3-compatible store.
    Bucket {
        /// Its name.
        bucket: String,
        /// What stands before every name in it; may be empty.
        prefix: String,
        /// The store's address, where it is not Amazon's.
        endpoint: Option<String>,
        /// Its region.
        region: String,
        /// What opens it.
        access: S3Access,
    },
}

/// What opens a bucket.
#[derive(Clone, PartialEq, Eq)]
pub struct S3Access {
    /// Names the key.
    pub key_id: String,
    /// The key.
    pub secret: String,
}

/// Never shown.
impl fmt::Debug for S3Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("S3Access")
    }
}

/// Why a place for attached files cannot be used; each a sentence for the administrator.
#[derive(Debug, thiserror::Error)]
pub enum PlaceFault {
    /// Not a place.
    #[error("Tempat berkas {0} tidak dikenal. Tulis direktori, atau s3://EMBER/AWALAN?endpoint=https://ALAMAT&region=WILAYAH.")]
    Unknown(String),
    /// A bucket without its key.
    #[error("Kunci ember belum ada: isi variabel AWS_ACCESS_KEY_ID dan AWS_SECRET_ACCESS_KEY.")]
    NoAccess,
    /// The key would travel in the clear.
    #[error("Alamat ember harus diawali https://; http hanya untuk komputer ini sendiri.")]
    InTheClear,
    /// The folder cannot be made.
    #[error("Direktori berkas {path} tidak dapat dibuat: {source}")]
    Folder {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The store says no.
    #[error("Tempat berkas tidak dapat dipakai: {0}")]
    Store(#[from] object_store::Error),
}

impl ObjectPlace {
    /// The place as the administrator names it; `access` is asked for a bucket only.
    ///
    /// # Errors
    /// [`PlaceFault`].
    pub fn read(named: &str, access: impl FnOnce() -> Option<S3Access>) -> Result<Self, PlaceFault> {
        let Some(address) = named.strip_prefix("s3://") else {
            // Another scheme is not a folder of that name.
            let folder = !named.is_empty() && !named.contains("://");
            return if folder { Ok(Self::Folder(named.into())) } else { Err(PlaceFault::Unknown(named.to_owned())) };
        };
        let (path, options) = address.split_once('?').unwrap_or((address, ""));
        let (bucket, prefix) = path.split_once('/').unwrap_or((path, ""));
        let (mut endpoint, mut region) = (None, "us-east-1".to_owned());
        for option in options.split('&').filter(|option| !option.is_empty()) {
            match option.split_once('=') {
                Some(("endpoint", value)) => endpoint = Some(checked(value)?),
                Some(("region", value)) => value.clone_into(&mut region),
                _ => return Err(PlaceFault::Unknown(named.to_owned())),
            }
        }
        if bucket.is_empty() {
            return Err(PlaceFault::Unknown(named.to_owned()));
        }
        let access = access().ok_or(PlaceFault::NoAccess)?;
        Ok(Self::Bucket { bucket: bucket.to_owned(), prefix: prefix.trim_matches('/').to_owned(), endpoint, region, access })
    }

    /// Whether what is there can be listed.
    ///
    /// # Errors
    /// [`PlaceFault`] when the place says no.
    pub async fn reachable(&self) -> Result<(), PlaceFault> {
        self.open()?.list_with_delimiter(None).await?;
        Ok(())
    }

    /// Opens it.
    ///
    /// # Errors
    /// [`PlaceFault`]; a bucket is not asked before it is used.
    pub fn open(&self) -> Result<Arc<dyn ObjectStore>, PlaceFault> {
        match self {
            Self::Folder(path) => {
                let made = make(path).map_err(|source| PlaceFault::Folder { path: path.clone(), source });
                made?;
                // What was acknowledged is on the disk.
                Ok(Arc::new(LocalFileSystem::new_with_prefix(path)?.with_fsync(true).with_automatic_cleanup(true)))
            }
            Self::Bucket { bucket, prefix, endpoint, region, access } => {
                // Another part of the process may have chosen the cryptography of TLS already.
                let _ = rustls::crypto::ring::default_provider().install_default();
                let retry = RetryConfig { max_retries: RETRIES, retry_timeout: PATIENCE, ..RetryConfig::default() };
                let mut builder = AmazonS3Builder::new()
                    .with_bucket_name(bucket)
                    .with_region(region)
                    .with_access_key_id(&access.key_id)
                    .with_secret_access_key(&access.secret)
                    .with_retry(retry);
                if let Some(endpoint) = endpoint {
                    builder = builder.with_endpoint(endpoint).with_allow_http(endpoint.starts_with("http://"));
                }
                let store = builder.build()?;
                Ok(if prefix.is_empty() { Arc::new(store) } else { Arc::new(PrefixStore::new(store, prefix.as_str())) })
            }
        }
    }
}

/// The address of a store, if what goes there is encrypted or stays on this machine.
fn checked(endpoint: &str) -> Result<String, PlaceFault> {
    let here = |address: &str| {
        let host = address.split('/').next().unwrap_or_default();
        let host = host.rsplit_once(':').map_or(host, |(host, _)| host).trim_matches(['[', ']']);
        host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
    };
    let safe = endpoint.starts_with("https://") || endpoint.strip_prefix("http://").is_some_and(here);
    if safe { Ok(endpoint.trim_end_matches('/').to_owned()) } else { Err(PlaceFault::InTheClear) }
}

/// Makes the folder; only its owner may look into one made here.
fn make(path: &std::path::Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(path)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn access() -> Option<S3Access> {
        Some(S3Access { key_id: "kunci".into(), secret: "rahasia".into() })
    }

    #[test]
    fn a_place_is_a_folder_or_a_bucket_and_nothing_else() {
        assert_eq!(ObjectPlace::read("/srv/berkas", || None).unwrap(), ObjectPlace::Folder("/srv/berkas".into()));
        let named = "s3://ppid/utama/?endpoint=https://s3.contoh.go.id&region=id-1";
        let place = ObjectPlace::read(named, access).unwrap();
        let ObjectPlace::Bucket { bucket, prefix, endpoint, region, .. } = &place else { unreachable!("a bucket was named") };
        assert_eq!((bucket.as_str(), prefix.as_str(), region.as_str()), ("ppid", "utama", "id-1"));
        assert_eq!(endpoint.as_deref(), Some("https://s3.contoh.go.id"));
        assert!(!format!("{place:?}").contains("rahasia"));
        assert!(matches!(ObjectPlace::read(named, || None), Err(PlaceFault::NoAccess)));
        for unknown in ["", "s3://", "s3:///a", "gs://ppid", "s3://ppid?kelas=murah"] {
            assert!(matches!(ObjectPlace::read(unknown, access), Err(PlaceFault::Unknown(_))), "{unknown}");
        }
    }

    #[test]
    fn a_key_never_travels_in_the_clear() {
        let read = |endpoint: &str| ObjectPlace::read(&format!("s3://ppid?endpoint={endpoint}"), access);
        for here in ["http://127.0.0.1:9000", "http://localhost", "http://[::1]:9000/", "https://10.0.0.7"] {
            assert!(read(here).is_ok(), "{here}");
        }
        for away in ["http://10.0.0.7:9000", "http://127.0.0.1.contoh.id", "s3.contoh.go.id", ""] {
            assert!(matches!(read(away), Err(PlaceFault::InTheClear)), "{away}");
        }
    }
}
