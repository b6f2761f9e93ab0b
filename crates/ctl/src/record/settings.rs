//! What is set up once: people, fees, wordings, days off.

use loket_desk::views::{ListKind, ListQuery, SubjectKind, SubjectRef};
use loket_domain::paper::PaperKind;
use serde_json::json;

use super::counter::RecordedCounter;
use super::office::{DEWI, LOGIN, PASSWORD, VERSION};
use super::places::{every_list, form};
use crate::account::TaskError;

/// The wording that the office words its own way.
const OWN_WORDS: &str = "hak-sengketa";

fn nothing(kind: SubjectKind) -> SubjectRef {
    SubjectRef::new(kind, "")
}

/// What an office sees in which nothing was ever written down.
pub(super) fn nothing_yet(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    counter.at("2026-09-01", "08:00")?;
    counter.see("today", "empty", json!({}), |desk, now| desk.today_view(now))?;
    super::looking::request_page(counter, "empty", None)?;
    for list in every_list() {
        let query = ListQuery { list, words: String::new(), filter: None, offset: 0, limit: 200 };
        let name = format!("empty/{}", super::places::list_code(list)?);
        counter.see("list", &name, json!({"query": query}), |desk, now| desk.list(&query, now))?;
    }
    Ok(())
}

/// The identity of the row of this list whose first cell says so.
pub(super) fn listed(counter: &RecordedCounter, list: ListKind, first: &str) -> Result<SubjectRef, TaskError> {
    let query = ListQuery { list, words: String::new(), filter: None, offset: 0, limit: 200 };
    let page = counter.with(|desk, now| desk.list(&query, now))?;
    let row = page.rows.into_iter().find(|row| row.cells.first().is_some_and(|cell| cell == first));
    row.map(|row| row.subject).ok_or_else(|| TaskError::Unexpected(format!("{first} is not in its list")))
}

/// Siti may do what a small office needs of one person; Dewi gets an account of her own.
pub(super) fn people(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    counter.at("2026-09-01", "08:10")?;
    let siti = listed(counter, ListKind::Accounts, LOGIN)?;
    counter.book.name("siti", &siti.id)?;
    counter.act(&siti, "revise", json!({"also": ["ppid_unit", "ppid_superior", "admin"]}))?;
    let dewi = json!({
        "login": "dewi", "name": DEWI, "role": "ppid_unit", "password": "sandi rekaan dewi",
        "password_again": "sandi rekaan dewi", "own_password": PASSWORD
    });
    counter.act(&nothing(SubjectKind::Account), "open", dewi)?;
    let dewi = listed(counter, ListKind::Accounts, "dewi")?;
    counter.book.name("dewi", &dewi.id)?;
    let superior = listed(counter, ListKind::Officials, "Drs. H. Muhammad Yusuf Hasibuan, M.A.P.")?;
    counter.book.name("camat", &superior.id)?;
    let secretary = listed(counter, ListKind::Officials, DEWI)?;
    counter.book.name("sekcam", &secretary.id)?;
    let decree = json!({"decree": "188.45/4/2025", "decreed_on": "2025-01-06", "from": "2025-01-06"});
    counter.act(&secretary, "revise", decree)?;
    let head = json!({"name": "Sukimin, S.Sos.", "position": "Kepala Seksi Pelayanan", "role": "desk_officer"});
    counter.act(&nothing(SubjectKind::Official), "name", head)?;
    counter.act(&siti, "password", json!({"own_password": PASSWORD, "password": PASSWORD, "password_again": PASSWORD}))?;
    Ok(())
}

/// Fees, an own wording, and the settings of a desk that knows no server yet.
pub(super) fn fees_and_words(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    counter.at("2026-09-01", "08:20")?;
    let office = nothing(SubjectKind::Office);
    let fees = json!({"decree": "Keputusan Camat 188.45/9/2026", "price_per_sheet": 1000});
    counter.act(&office, "edit_fees", fees)?;
    let words = SubjectRef::new(SubjectKind::Template, OWN_WORDS);
    let text = counter.with(|desk, now| desk.action_form(&words, "reword", now))?.filled();
    let text = text.get("text").cloned();
    counter.act(&words, "reword", json!({"text": text}))?;
    counter.see("settings", "alone", json!({}), |desk, now| desk.settings(VERSION, now))?;
    for action in ["edit_profile", "edit_letterhead", "edit_counting", "edit_fees", "edit_duties", "set_retention", "new_card"] {
        form(counter, action, &office, action)?;
    }
    Ok(())
}

/// A day off by decree: who promised what by when is shown before it holds.
pub(super) fn election_day(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    counter.at("2026-12-08", "13:00")?;
    form(counter, "add_day_off", &nothing(SubjectKind::DayOff), "add_day_off")?;
    let filled = json!({
        "date": "2026-12-09", "kind": "libur_daerah", "name": "Pemilihan kepala desa serentak",
        "decree": "Keputusan Bupati 188.45/871/2026"
    });
    let unnamed = json!({"date": "2026-12-09", "kind": "libur_daerah", "name": "", "decree": ""});
    for (name, filled) in [("unnamed", unnamed), ("election", filled)] {
        let typed = serde_json::from_value(filled.clone()).unwrap_or_default();
        let day = nothing(SubjectKind::DayOff);
        let asked = json!({"subject": day, "action": "add_day_off", "form": filled});
        let change =
            counter.ask("change_preview", name, asked, |desk, now| desk.change_preview(&day, "add_day_off", &typed, now))?;
        if let Some(change) = change {
            let asked = json!({"token": change.token});
            // Something else came in between: what was shown is no longer so.
            let request = counter.book.named("near")?;
            counter.paper(&request, PaperKind::RequestForm)?;
            counter.see("accept_calendar", name, asked, |desk, now| desk.accept_calendar(&change.token, now))?;
        }
    }
    counter.book.name("election", "2026-12-09")
}

/// Dewi leaves, and somebody new takes over what she did.
pub(super) fn handed_over(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    counter.at("2026-12-23", "08:30")?;
    let dewi = counter.subject(SubjectKind::Account, "dewi")?;
    let filled = json!({
        "number": "000.9/31/2026", "basis": "Keputusan Bupati 821/77/2026", "things": ["Buku register 2026"], "login": "rina",
        "name": "Rina Contoh, S.AP.", "password": "sungai di hulu", "password_again": "sungai di hulu", "own_password": PASSWORD
    });
    let done = counter.act(&dewi, "hand_over", filled)?;
    let handover = done.subject.ok_or_else(|| TaskError::Unexpected("a handover has a page".into()))?;
    counter.book.name("handover", &handover.id)?;
    counter.see("record", "handover", json!({"subject": handover}), |desk, now| desk.record(&handover, now))?;
    counter.see("record", "handed_on", json!({"subject": dewi}), |desk, now| desk.record(&dewi, now))?;
    Ok(())
}
