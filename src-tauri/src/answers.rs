//! What the shell itself answers to the window, beside what the core answers.

use loket_desk::views::{FirstStartChoices, Session};
use loket_desk::{FirstStart, PaperRef};
use serde::Serialize;
use tauri::ipc::{InvokeResponseBody, IpcResponse};
use ts_rs::TS;

/// What the window shows first.
#[derive(Serialize, TS)]
pub(crate) struct Opening {
    pub(crate) state: OpeningState,
    pub(crate) office: Option<String>,
    pub(crate) logins: Vec<String>,
    pub(crate) first_start: Option<FirstStartChoices>,
    /// What was typed into a first start that was not finished.
    pub(crate) kept: Option<FirstStart>,
    pub(crate) session: Option<Session>,
}

/// Whether the desk is new, locked or open.
#[derive(Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum OpeningState {
    FirstStart,
    Locked,
    Open,
}

/// The first start is done.
#[derive(Serialize, TS)]
pub(crate) struct Begun {
    pub(crate) recovery_code: String,
    pub(crate) session: Session,
}

/// A paper went to a printer.
#[derive(Serialize, TS)]
pub(crate) struct Printed {
    /// What it is, without anything about a citizen.
    pub(crate) what: String,
    pub(crate) printer: String,
    pub(crate) is_copy: bool,
}

/// Papers that were printed in one go, and those that were not.
#[derive(Serialize, TS)]
pub(crate) struct PrintedRun {
    pub(crate) printed: Vec<Printed>,
    pub(crate) failed: Vec<FailedPrint>,
}

/// A paper that was not printed.
#[derive(Serialize, TS)]
pub(crate) struct FailedPrint {
    /// Which.
    pub(crate) paper: PaperRef,
    /// What it is.
    pub(crate) what: String,
    /// Why, and what to do.
    pub(crate) message: String,
}

/// A paper was saved, or not.
#[derive(Serialize, TS)]
pub(crate) struct Saved {
    pub(crate) saved: bool,
    pub(crate) file: Option<String>,
}

/// The bytes of a PDF, sent to the window as they are.
#[derive(TS)]
pub(crate) struct Pdf(#[ts(type = "ArrayBuffer")] pub(crate) Vec<u8>);

impl IpcResponse for Pdf {
    fn body(self) -> tauri::Result<InvokeResponseBody> {
        Ok(InvokeResponseBody::Raw(self.0))
    }
}
