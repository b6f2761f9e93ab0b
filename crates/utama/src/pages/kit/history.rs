//! What happened, in the order it happened.

use loket_domain::ids::AccountId;
use loket_journal::{OriginId, Recorded};
use maud::{Markup, html};
use std::collections::HashMap;

use super::words::dated;
use crate::fault::StoreFault;
use crate::inbox::{Event, SubjectHistory};
use crate::state::Shared;

/// Who writes about an office: its desks by their series, the people of PPID Utama by their accounts.
pub(crate) struct Writers {
    desks: HashMap<OriginId, String>,
    people: HashMap<AccountId, String>,
}

impl Writers {
    /// The desk whose series this is.
    pub(crate) fn desk(&self, origin: OriginId) -> &str {
        self.desks.get(&origin).map_or("Meja tidak dikenal", String::as_str)
    }

    /// Which person of PPID Utama wrote it; none for what a desk wrote.
    pub(crate) fn person(&self, event: &Event) -> Option<&str> {
        self.people.get(&event.actor).filter(|_| event.by_utama).map(String::as_str)
    }

    /// Who wrote it. PPID Utama is known by its key; a series that is neither its own nor a desk's of now was a desk's before, or is of
    /// one that did not come back yet.
    fn wrote(&self, event: &Event) -> String {
        match (self.desks.get(&event.origin), event.by_utama, self.person(event)) {
            (Some(desk), ..) => desk.clone(),
            (None, true, Some(person)) => format!("PPID Utama, {person}"),
            (None, true, None) => "PPID Utama".to_owned(),
            (None, false, _) => "Meja tidak dikenal".to_owned(),
        }
    }
}

/// Who writes about an office, as people name them.
pub(crate) async fn writers(shared: &Shared, office: &str) -> Result<Writers, StoreFault> {
    let desks = shared.store.desks_of(office).await?;
    let accounts = shared.store.accounts().await?;
    Ok(Writers {
        desks: desks.into_iter().map(|desk| (desk.origin, format!("Meja {}", desk.desk))).collect(),
        people: accounts.into_iter().map(|account| (account.id, account.name)).collect(),
    })
}

/// What happened, oldest first.
pub(crate) fn history(told: &SubjectHistory, writers: &Writers) -> Markup {
    html! {
        ol.story {
            @for event in &told.events {
                li {
                    span.quiet { (dated(event.at)) " · " (writers.wrote(event)) }
                    br;
                    (happened(event))
                }
            }
        }
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
