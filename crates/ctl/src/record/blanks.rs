//! An hour without power is foreseen: three numbered forms, of which one is void, one registered, and one still lies somewhere.

use loket_desk::RequestDraft;
use loket_desk::views::{ListKind, SubjectKind, SubjectRef};
use serde_json::json;

use super::counter::RecordedCounter;
use super::office;
use super::places::{form, forms, page};
use crate::account::TaskError;

/// Numbers are reserved, and two of the three accounted for.
pub(super) fn numbered(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    counter.at("2026-12-22", "14:20")?;
    let new = SubjectRef::new(SubjectKind::NumberedForm, "");
    form(counter, "numbered_forms/reserve_forms", &new, "reserve_forms")?;
    counter.act(&new, "reserve_forms", json!({"count": 3}))?;
    let listed = page(counter, "numbered_forms/open_all", ListKind::NumberedForms, None)?;
    let numbers: Vec<SubjectRef> = listed.rows.into_iter().map(|row| row.subject).collect();
    let [third, second, first] = numbers.as_slice() else {
        return Err(TaskError::Unexpected("three forms were reserved".into()));
    };
    counter.book.name("open_form", &first.id)?;
    form(counter, "numbered_form/void_form", second, "void_form")?;
    counter.act(second, "void_form", json!({"reason": "Basah kena hujan"}))?;
    counter.at("2026-12-22", "16:05")?;
    let asked = json!({"kept": null, "number": first.id});
    counter.see("request_form_from", "open", asked, |desk, now| desk.request_form_from(None, &first.id, now))?;
    let typed = office::form("2026-12-22", "Warga Saat Listrik Padam", "Rencana kerja kecamatan tahun 2027");
    let draft = RequestDraft { form_number: third.id.clone(), received_time: "15.10".into(), ..typed };
    counter.register("from_a_form", draft)?;
    let whole = page(counter, "numbered_forms", ListKind::NumberedForms, None)?;
    for filter in &whole.filters {
        page(counter, &format!("numbered_forms/{}", filter.code), ListKind::NumberedForms, Some(filter.code.clone()))?;
    }
    let view = counter.see("record", "open_form", json!({"subject": first}), |desk, now| desk.record(first, now))?;
    forms(counter, "open_form", first, &view.next)
}
