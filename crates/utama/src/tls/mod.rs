//! TLS with rustls and ring.

mod certificate;
mod listener;

pub(crate) use certificate::Certificate;
pub use certificate::{CertificateFault, CertificateFiles};
pub(crate) use listener::TlsListener;
