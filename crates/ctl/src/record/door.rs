//! The first start, the door, and the way in with the recovery card.

use loket_desk::FirstStart;
use loket_desk::views::{SubjectKind, SubjectRef, first_start_choices};
use serde_json::{Value, json};

use super::counter::RecordedCounter;
use super::office::{LOGIN, PASSWORD, first_start as typed};
use crate::account::TaskError;

/// What the window shows first, as `src-tauri` puts it together.
fn opening(state: &str, over: &Value) -> Value {
    let fresh = json!({"state": state, "office": null, "logins": [], "first_start": null, "kept": null, "session": null});
    super::office::both(fresh, over)
}

/// The desk is set up: once with mistakes, once without.
pub(super) fn first_start(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    counter.at("2026-09-01", "07:40")?;
    let choices = opening("first_start", &json!({"first_start": first_start_choices()}));
    counter.book.keep("opening", "first_start", json!({}), Ok(choices))?;

    let mut wrong = FirstStart { office_code: String::new(), kecamatan: String::new(), password: "pendek".into(), ..typed() };
    wrong.officials.iter_mut().for_each(|official| official.name.clear());
    let (dice, now) = (counter.dice(), counter.now());
    let begun = counter.folder().begin(&wrong, now, dice).map(|_| ());
    counter.book.keep("begin", "wrong", json!({"first": wrong}), begun)?;

    let dice = counter.dice();
    let (desk, recovery_code) = counter.folder().begin(&typed(), now, dice)?;
    counter.seat(Some(desk));
    let session = counter.with(|desk, now| desk.session(now))?;
    let begun = json!({"recovery_code": recovery_code, "session": session});
    counter.book.keep("begin", "begun", json!({"first": typed()}), Ok(begun))?;
    Ok(())
}

/// Locked, tried with a wrong password, and opened again.
pub(super) fn door(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    counter.seat(None);
    counter.ask("session", "locked", json!({}), |desk, now| desk.session(now))?;
    let (office, logins) = counter.folder().welcome()?;
    let locked = opening("locked", &json!({"office": office, "logins": logins}));
    counter.book.keep("opening", "locked", json!({}), Ok(locked))?;
    let (dice, now) = (counter.dice(), counter.now());
    let wrong = counter.folder().unlock(LOGIN, "salah sekali", now, dice).map(|_| ());
    counter.book.keep("unlock", "wrong", json!({"login": LOGIN, "password": "salah sekali"}), wrong)?;
    let dice = counter.dice();
    let desk = counter.folder().unlock(LOGIN, PASSWORD, now, dice)?;
    counter.seat(Some(desk));
    let session = counter.with(|desk, now| desk.session(now))?;
    counter.book.keep("unlock", "opened", json!({"login": LOGIN, "password": PASSWORD}), Ok(&session))?;
    counter.book.keep("opening", "open", json!({}), Ok(opening("open", &json!({"session": session}))))?;
    counter.book.keep("session", "synced", json!({}), Ok(session))?;
    Ok(())
}

/// A new recovery card, and what a wrong code is told.
pub(super) fn recovery(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    let office = SubjectRef::new(SubjectKind::Office, "");
    counter.act(&office, "new_card", json!({"own_password": PASSWORD}))?;
    counter.seat(None);
    let asked = json!({"code": "KRTP-7M2Q", "login": LOGIN, "password": PASSWORD, "password_again": PASSWORD});
    let (dice, now) = (counter.dice(), counter.now());
    let opened = counter.folder().unlock_with_card(("KRTP-7M2Q", LOGIN), (PASSWORD, PASSWORD), now, dice).map(|_| ());
    counter.book.keep("unlock_with_card", "wrong", asked, opened)?;
    Ok(())
}
