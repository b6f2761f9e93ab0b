//! How PostgreSQL is reached: which encryption, which patience, which settings.

use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod, Runtime};
use rustls::{ClientConfig, RootCertStore};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::{Config, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::fault::StoreFault;

/// Connections of one server process: the work is short, and PostgreSQL serves some hundred in all.
const CONNECTIONS: usize = 8;
/// Longest wait for a connection before the desk is told to come back later.
const PATIENCE: Duration = Duration::from_secs(5);
/// After so long without a sign of life a connection is given up.
const SILENCE: Duration = Duration::from_secs(30);
/// Plans are made for the tables as they are at the moment, not as they were when the server started on empty ones; and
/// what was acknowledged is on the disk, whatever the default of the role or the database is.
const SETTINGS: &str = "-c plan_cache_mode=force_custom_plan -c synchronous_commit=on";

/// What is wrong with an address is not told: it holds a password.
fn no_address<E>(_: E) -> StoreFault {
    StoreFault::Address
}

/// A pool for `address`; it connects when it is first asked.
pub(super) fn pool(address: &str) -> Result<Pool, StoreFault> {
    let mut config: Config = address.parse().map_err(no_address)?;
    if config.get_hosts().is_empty() {
        return Err(StoreFault::Address);
    }
    let options = config.get_options().map_or_else(|| SETTINGS.to_owned(), |given| format!("{given} {SETTINGS}"));
    config.options(options).application_name("loket-utama");
    config.connect_timeout(PATIENCE).keepalives_idle(SILENCE).tcp_user_timeout(SILENCE);
    let manager_config = ManagerConfig { recycling_method: RecyclingMethod::Fast };
    let manager = if needs_encryption(&config) {
        config.ssl_mode(SslMode::Require);
        Manager::from_config(config, MakeRustlsConnect::new(known_by_certificate()?), manager_config)
    } else {
        config.ssl_mode(SslMode::Disable);
        Manager::from_config(config, NoTls, manager_config)
    };
    let pool = Pool::builder(manager).max_size(CONNECTIONS).runtime(Runtime::Tokio1).wait_timeout(Some(PATIENCE));
    pool.build().map_err(no_address)
}

/// The journal names people: over a network it travels encrypted, unless the administrator says `sslmode=disable`.
fn needs_encryption(config: &Config) -> bool {
    let here = |host: &Host| match host {
        Host::Tcp(name) => name == "localhost" || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback()),
        #[cfg(unix)]
        Host::Unix(_) => true,
    };
    config.get_ssl_mode() != SslMode::Disable && !config.get_hosts().iter().all(here)
}

/// Whoever shows a certificate for the host's name that the machine trusts.
fn known_by_certificate() -> Result<ClientConfig, StoreFault> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() {
        return Err(StoreFault::NoCertificates(None));
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    Ok(builder.map_err(|error| StoreFault::NoCertificates(Some(error)))?.with_root_certificates(roots).with_no_client_auth())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stays_on_this_machine_or_is_meant_to_travels_in_the_clear() {
        let needs = |address: &str| needs_encryption(&address.parse().unwrap());
        for here in ["postgres:///loket?host=/run/postgresql", "postgres://u@localhost/loket", "postgres://u@127.0.0.1/loket"] {
            assert!(!needs(here), "{here}");
        }
        for away in ["postgres://u@db.serdangbedagaikab.go.id/loket", "postgres://u@localhost,10.0.0.7/loket?sslmode=prefer"] {
            assert!(needs(away), "{away}");
        }
        assert!(!needs("postgres://u@10.0.0.7/loket?sslmode=disable"));
    }
}
