//! A mistake of the app itself.

use crate::kernel::cause::Cause;

/// A mistake of the app: what is stored is whole, and nothing was written.
#[derive(Debug, thiserror::Error)]
#[error(
    "Aplikasi keliru mengolah isian ini, bukan Anda; data tetap utuh dan tidak ada yang berubah. Hubungi admin dan sebutkan: {what}."
)]
pub struct Slip {
    /// Where.
    pub what: &'static str,
    /// What went wrong there.
    #[source]
    pub source: Option<Cause>,
}

impl Slip {
    /// One without another error behind it.
    pub(crate) fn alone(what: &'static str) -> Self {
        Self { what, source: None }
    }

    /// Makes an error of what the app could not put into its own form.
    pub(crate) fn at<E: Into<Cause>>(what: &'static str) -> impl FnOnce(E) -> Self {
        move |cause| Self { what, source: Some(cause.into()) }
    }
}
