//! The afternoon: a question is closed, what is over stays over, and the desk gets a new key.

use loket_desk::views::{SubjectKind, SubjectRef};
use serde_json::json;

use super::counter::RecordedCounter;
use super::office::exempt;
use crate::account::TaskError;

/// What is refused of a request that is over, what a question may still be told, and a new key.
pub(super) fn closing(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    counter.at("2026-12-22", "13:00")?;
    let question = counter.subject(SubjectKind::Question, "question")?;
    super::places::form(counter, "question/follow_up", &question, "follow_up")?;
    counter.act(&question, "follow_up", json!({"text": "Juga untuk peta A1?"}))?;
    counter.act(&question, "close", json!({}))?;
    let over = counter.subject(SubjectKind::Request, "granted")?;
    let form = serde_json::from_value(exempt("000.8.3/413/KEC-TBS/2026", "")).unwrap_or_default();
    let asked = json!({"subject": over, "action": "refuse", "form": form});
    counter.ask("act", "request/refuse_when_over", asked, |desk, now| desk.act(&over, "refuse", &form, now))?;
    let asked = json!({"subject": over, "action": "grant"});
    counter.ask("action_form", "granted/grant", asked, |desk, now| desk.action_form(&over, "grant", now))?;
    let office = SubjectRef::new(SubjectKind::Office, "");
    counter.act(&office, "change_key", json!({}))?;
    Ok(())
}
