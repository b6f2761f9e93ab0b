//! The certificate, read from two PEM files and read again when it was renewed.

use rustls::pki_types::pem::{self, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

/// Where the certificate and its key are.
#[derive(Debug, Clone)]
pub struct CertificateFiles {
    /// The chain in PEM, the server's own certificate first.
    pub certificate: PathBuf,
    /// The private key in PEM.
    pub key: PathBuf,
}

impl CertificateFiles {
    /// Whether a server could show this certificate.
    ///
    /// # Errors
    /// [`CertificateFault`].
    pub fn readable(&self) -> Result<(), CertificateFault> {
        read(self).map(drop)
    }
}

/// A certificate that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CertificateFault {
    /// A file cannot be read or holds nothing of its kind.
    #[error("Berkas TLS {} tidak dapat dibaca sebagai PEM. Periksa letak, izin, dan isinya.", .path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why it cannot be read; none when it holds nothing.
        #[source]
        source: Option<pem::Error>,
    },
    /// Certificate and key do not belong together, or are of a kind that is not known.
    #[error("Sertifikat TLS dan kuncinya tidak cocok satu sama lain: {0}")]
    Unfit(#[from] rustls::Error),
}

/// What the server shows a client: replaced as a whole, so that connections under way keep theirs.
#[derive(Debug)]
pub(crate) struct Certificate {
    files: CertificateFiles,
    shown: RwLock<Arc<CertifiedKey>>,
}

impl Certificate {
    pub(crate) fn read(files: CertificateFiles) -> Result<Self, CertificateFault> {
        let shown = RwLock::new(Arc::new(read(&files)?));
        Ok(Self { files, shown })
    }

    /// Reads the files again; the present certificate stays when they cannot be used.
    pub(crate) fn renew(&self) -> Result<(), CertificateFault> {
        let renewed = Arc::new(read(&self.files)?);
        *self.shown.write().unwrap_or_else(PoisonError::into_inner) = renewed;
        Ok(())
    }

    /// How this server speaks TLS: 1.2 and 1.3, and HTTP/1.1 within.
    pub(crate) fn config(self: &Arc<Self>) -> Result<rustls::ServerConfig, CertificateFault> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let versions = rustls::ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
        let resolver: Arc<dyn ResolvesServerCert> = Arc::<Self>::clone(self);
        let mut config = versions.with_no_client_auth().with_cert_resolver(resolver);
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(config)
    }
}

impl ResolvesServerCert for Certificate {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(Arc::clone(&self.shown.read().unwrap_or_else(PoisonError::into_inner)))
    }
}

fn read(files: &CertificateFiles) -> Result<CertifiedKey, CertificateFault> {
    let unread = |path: &Path, source| CertificateFault::File { path: path.to_owned(), source };
    let chain = CertificateDer::pem_file_iter(&files.certificate).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let chain = chain.map_err(|error| unread(&files.certificate, Some(error)))?;
    if chain.is_empty() {
        return Err(unread(&files.certificate, None));
    }
    let key = PrivateKeyDer::from_pem_file(&files.key).map_err(|error| unread(&files.key, Some(error)))?;
    let certified = CertifiedKey::from_der(chain, key, &rustls::crypto::ring::default_provider())?;
    certified.keys_match()?;
    Ok(certified)
}
