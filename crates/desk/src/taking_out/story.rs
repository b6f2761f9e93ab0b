//! What is known of something as JSON: what it is now, and all that happened to it.

use crate::context::Context;
use crate::error::DeskError;
use crate::store::entries::{self, Kept};
use crate::words::told::told;
use loket_journal::Entry;
use rusqlite::Connection;
use serde::Serialize;
use serde_json::{Value, json};

/// What something is now, and its story in words with what was written then.
pub(super) fn whole(
    tables: &Connection,
    context: &Context<'_>,
    subject: &str,
    state: &impl Serialize,
) -> Result<Vec<u8>, DeskError> {
    let kept = entries::of_subject(tables, subject)?;
    let happened: Vec<Value> = kept.iter().map(|kept| happened(context, kept)).collect();
    pretty(&json!({"keadaan": state, "riwayat": happened}))
}

fn happened(context: &Context<'_>, kept: &Kept) -> Value {
    let (what, note) = told(&kept.recorded());
    let written = serde_json::to_value(&kept.payload).unwrap_or_default();
    json!({
        "pada": kept.payload.at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        "oleh": context.writer(kept),
        "yang_terjadi": what,
        "keterangan": note,
        "isi": written.get("change"),
    })
}

/// An entry as it was written, with what is signed of it.
pub(super) fn entry(entry: &Entry) -> Value {
    let header = &entry.header;
    let payload: Value =
        serde_json::from_slice(&entry.payload).unwrap_or_else(|_| json!(String::from_utf8_lossy(&entry.payload)));
    json!({
        "id": header.id.0, "rangkaian": header.origin.0, "urutan": header.seq, "cap_waktu": header.time.0,
        "akun": header.actor.0, "perihal": entries::subject_name(header.subject),
        "hash_isi": hex(&header.payload.0), "hash_sebelumnya": hex(&header.previous.0), "isi": payload,
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn pretty(value: &impl Serialize) -> Result<Vec<u8>, DeskError> {
    serde_json::to_vec_pretty(value).map_err(DeskError::slip("take out"))
}
