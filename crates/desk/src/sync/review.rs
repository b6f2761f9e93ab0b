//! What sync brought in that a person must look at.

use crate::context::Context;
use crate::error::DeskError;
use crate::store::{entries, offers, requests};
use crate::views::*;
use crate::words::told::{DAMAGED, told};
use loket_journal::Recorded;
use rusqlite::Connection;

/// Entries that wait for a person.
pub(crate) fn review(tables: &Connection, context: &Context<'_>) -> Result<Vec<ReviewItem>, DeskError> {
    let mut items = Vec::new();
    let mut query = tables.prepare_cached("select place, subject from review order by place")?;
    let rows: Vec<(i64, String)> = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    for (place, subject) in rows {
        let Some(kept) = entries::of_subject(tables, &subject)?.into_iter().find(|kept| kept.place == place) else {
            continue;
        };
        items.push(ReviewItem {
            at: context.said_at(kept.payload.at),
            what: told(&kept.recorded()).0,
            reason: match kept.recorded() {
                Recorded::Damaged { .. } => DAMAGED,
                Recorded::Known(_) | Recorded::Newer { .. } => {
                    "Catatan ini datang setelah keadaannya berubah, jadi disimpan tetapi tidak diterapkan."
                }
            }
            .to_owned(),
            request: entries::request_of(&subject).map(|id| id.to_string()),
        });
    }
    review_of_server(tables, context, &mut items)?;
    for (id, number) in requests::with_the_same_number(tables)? {
        items.push(ReviewItem {
            at: String::new(),
            what: format!("Nomor {number} dipakai dua permohonan"),
            reason: "Keduanya tersimpan. Hubungi pemohonnya dan buat catatan koreksi di berkas yang keliru.".to_owned(),
            request: Some(id),
        });
    }
    Ok(items)
}

/// What PPID Utama keeps and cannot use.
fn review_of_server(tables: &Connection, context: &Context<'_>, items: &mut Vec<ReviewItem>) -> Result<(), DeskError> {
    for doubted in offers::doubted(tables)? {
        let kept = entries::of_subject(tables, &doubted.subject)?;
        let Some(kept) = kept.into_iter().find(|kept| kept.place == doubted.place) else { continue };
        items.push(ReviewItem {
            at: context.said_at(kept.payload.at),
            what: told(&kept.recorded()).0,
            reason: doubted.reason.to_owned(),
            request: entries::request_of(&doubted.subject).map(|id| id.to_string()),
        });
    }
    Ok(())
}
