//! What the shell itself answers to the window, beside what the core answers.

use loket_desk::FirstStart;
use loket_desk::views::{FirstStartChoices, Session};
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
    pub(crate) printer: String,
    pub(crate) is_copy: bool,
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
