//! What desks talk to: the calls of [`loket_journal::protocol`].
//!
//! [`Service`] answers calls and the files that stand for them ([`bundle`]), whoever carries them; over HTTP that is `crate::api`.

mod allowance;
mod bundle;
mod deliver;
mod dispatch;
mod enrol;
mod hello;
mod objects;
mod pull;
mod push;
mod refused;
mod service;
mod succeed;
mod turns;
mod uploads;

pub use bundle::{BundleRefusal, OpenedBundle};
pub(crate) use refused::CallRefused;
pub use service::Service;
pub(crate) use turns::Turns;
pub(crate) use uploads::LARGEST_PARCEL;
