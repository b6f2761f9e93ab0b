//! What did not fit, for a person to review: what it says, which request it is about and which desk wrote it.

use loket_journal::{Payload, Recorded, Subject};
use maud::{Markup, html};

use super::kit::history::writers;
use super::kit::table::{Table, text};
use super::kit::words::dated;
use crate::fault::StoreFault;
use crate::state::Shared;

/// Entries of an office that are shown at most.
const MOST: u32 = 100;

pub(super) async fn misfits(shared: &Shared, code: &str) -> Result<Markup, StoreFault> {
    let (entries, writers) = (shared.store.misfit_entries(code, MOST).await?, writers(shared, code).await?);
    let mut rows = Vec::with_capacity(entries.len());
    for entry in &entries {
        let payload = Payload::read(&entry.payload).unwrap_or_else(|_| Payload::illegible());
        let (what, at) = match payload.recorded() {
            Recorded::Known(change) => (change.words().brief, Some(dated(payload.at))),
            Recorded::Newer { .. } => ("Catatan dari versi yang lebih baru".to_owned(), Some(dated(payload.at))),
            Recorded::Damaged { .. } => ("Catatan rusak: isinya tidak terbaca".to_owned(), None),
        };
        let about = match entry.header.subject {
            Subject::Request(id) => {
                let number = shared.store.request(code, id).await?.map(|row| row.number);
                html! { a href={ "/kantor/" (code) "/permohonan/" (id) } { (number.as_deref().unwrap_or("permohonan yang belum sampai")) } }
            }
            Subject::Office => html! { "Kantor" },
            Subject::Other(..) => html! { "Hal lain" },
        };
        rows.push([
            about,
            html! { (what) },
            html! { (writers.desk(entry.header.origin)) ", catatan ke-" (entry.header.seq) },
            html! { (at.as_deref().unwrap_or("–")) },
        ]);
    }
    Ok(html! {
        section #tinjau {
            h2 { "Perlu ditinjau" }
            p { "Catatan ini tersimpan, tetapi tidak cocok dengan catatan lain, misalnya dua meja memutus permohonan yang sama. Mintalah kantornya memeriksa permohonan itu dan mencatat ulang yang benar." }
            (Table::new([text("Tentang"), text("Apa"), text("Ditulis"), text("Kapan")]).rows(rows, |row| row))
        }
    })
}
