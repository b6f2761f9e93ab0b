//! TLS with rustls and ring.

mod certificate;

pub(crate) use certificate::Certificate;
pub use certificate::{CertificateFault, CertificateFiles};
