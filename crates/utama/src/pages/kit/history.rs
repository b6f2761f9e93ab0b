//! What happened, in the order it happened.

use loket_journal::{OriginId, Recorded};
use maud::{Markup, html};
use std::collections::HashMap;

use super::words::dated;
use crate::fault::StoreFault;
use crate::inbox::{Event, SubjectHistory};
use crate::state::Shared;

/// Who wrote which series of an office, as people name them.
pub(crate) async fn writers(shared: &Shared, office: &str) -> Result<HashMap<OriginId, String>, StoreFault> {
    let desks = shared.store.desks_of(office).await?;
    Ok(desks.into_iter().map(|desk| (desk.origin, format!("Meja {}", desk.desk))).collect())
}

/// What happened, oldest first.
pub(crate) fn history(told: &SubjectHistory, desks: &HashMap<OriginId, String>) -> Markup {
    html! {
        ol.story {
            @for event in &told.events {
                li {
                    span.quiet { (dated(event.at)) " · " (wrote(event, desks)) }
                    br;
                    (happened(event))
                }
            }
        }
    }
}

/// Who wrote it. PPID Utama is known by its key; a series that is neither its own nor a desk's of now was a desk's before, or is of
/// one that did not come back yet.
fn wrote<'a>(event: &Event, desks: &'a HashMap<OriginId, String>) -> &'a str {
    match desks.get(&event.origin) {
        Some(desk) => desk,
        None if event.by_utama => "PPID Utama",
        None => "Meja tidak dikenal",
    }
}

/// In a few words that name no citizen and repeat nothing that was typed.
fn happened(event: &Event) -> String {
    match &event.recorded {
        Recorded::Known(change) => change.words().brief,
        Recorded::Newer { .. } => "Catatan dari versi yang lebih baru".to_owned(),
        Recorded::Damaged { .. } => "Catatan rusak: isinya tidak terbaca; mintalah kantor mencatatnya ulang".to_owned(),
    }
}
