//! Two calendars of PPID Utama: one that holds, one that is applied as shown and taken back.

use loket_desk::views::{ListKind, SubjectKind};
use serde_json::json;

use super::counter::RecordedCounter;
use super::settings::listed;
use super::utama::{Edition, Utama};
use crate::account::TaskError;

const SKB: &str = "SKB 3 Menteri 933/2026, 1/2026, 3/2026";
/// The second calendar: its version and day, and the day off it adds.
const SECOND: (Edition, (&str, &str)) = ((2, "2026-12-21"), ("2026-12-30", "Pemungutan suara"));

/// PPID Utama publishes the second; the desk hears of it with its next round.
pub(super) async fn publish_second(counter: &RecordedCounter, utama: &Utama) -> Result<(), TaskError> {
    utama.publish(counter.now(), SECOND.0, SKB, SECOND.1).await
}

/// A calendar of PPID Utama that holds since.
pub(super) async fn first(counter: &mut RecordedCounter, utama: &Utama) -> Result<(), TaskError> {
    counter.at("2026-11-20", "10:15")?;
    utama.publish(counter.now(), (1, "2026-11-20"), SKB, ("2026-11-25", "Hari guru setempat")).await?;
    counter.sync(&utama.link(counter.now())).await?;
    let pack = listed(counter, ListKind::Packs, "Kalender 2026 versi 1")?;
    counter.book.name("first_pack", &pack.id)?;
    let change = counter.with(|desk, now| desk.change_preview(&pack, "apply_pack", &Default::default(), now))?;
    counter.with(|desk, now| desk.accept_calendar(&change.token, now))?;
    Ok(())
}

/// The second calendar is applied as shown, and taken back.
pub(super) async fn second(counter: &mut RecordedCounter, utama: &Utama) -> Result<(), TaskError> {
    counter.at("2026-12-22", "11:30")?;
    let pack = counter.subject(SubjectKind::Pack, "pack")?;
    let reason = json!({"reason": "Salah terbit"});
    for (action, filled) in [("apply_pack", json!({})), ("revert_pack", reason)] {
        super::places::form(counter, action, &pack, action)?;
        let typed = serde_json::from_value(filled.clone()).unwrap_or_default();
        let asked = json!({"subject": pack, "action": action, "form": filled});
        let change = counter.see("change_preview", action, asked, |desk, now| desk.change_preview(&pack, action, &typed, now))?;
        let asked = json!({"token": change.token});
        counter.see("accept_calendar", action, asked, |desk, now| desk.accept_calendar(&change.token, now))?;
        if action == "apply_pack" {
            let asked = json!({"subject": pack});
            counter.see("record", "pack_in_force", asked, |desk, now| desk.record(&pack, now))?;
        }
    }
    let file = utama.pack_file(SECOND.0, SKB, SECOND.1)?;
    counter.see("read_pack", "known", json!({}), |desk, now| desk.read_pack(&file, now))?;
    let foreign = utama.foreign_pack_file(SECOND.0, SKB, SECOND.1)?;
    counter.ask("read_pack", "foreign", json!({}), |desk, now| desk.read_pack(&foreign, now))?;
    let broken = file.get(..file.len() / 2).unwrap_or_default().to_vec();
    counter.ask("read_pack", "broken", json!({}), |desk, now| desk.read_pack(&broken, now))?;
    counter.sync(&utama.link(counter.now())).await
}
