//! Doing one step on a case.

use axum::extract::{Extension, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use loket_domain::deadline::Today;
use loket_domain::ids::RequestId;
use loket_domain::office::OfficeCode;
use loket_domain::problem::Problems;
use loket_journal::Subject;
use std::sync::Arc;

use super::case::{Forwarded, waits};
use super::kit::answer::{Unable, note, now, unknown};
use super::kit::deed;
use crate::access::{Form, Visitor};
use crate::accounts::Audited;
use crate::casework::{CaseStep, CaseStepKind};
use crate::inbox::{Case, InboxAnswer, InboxFault, passed_on};
use crate::state::Shared;

/// Does one step and goes back to the case.
pub(super) async fn step(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(form): Extension<Form>,
    Path((code, named)): Path<(String, String)>,
) -> Result<Response, Unable> {
    let (Ok(id), Some(kind)) = (named.parse::<RequestId>(), CaseStepKind::from_code(form.get("kind"))) else {
        return Ok(unknown(&visitor));
    };
    let Some(account) = visitor.account.clone() else { return Ok(unknown(&visitor)) };
    let case = Case::read(shared.store.as_ref(), &shared.sync.public(), &code, Subject::Request(id)).await?;
    let found = case.and_then(|case| case.request().filter(waits).map(|request| (case, request)));
    let Some((case, request)) = found else { return Ok(unknown(&visitor)) };
    let again = async |told: String| deed::show::<Forwarded>(&shared, &visitor, (&code, &named), &form, Some(&told)).await;
    let mut step = CaseStep {
        office: OfficeCode::from(code.as_str()),
        subject: id.0,
        at: shared.clock.millis(),
        login: account.login.clone(),
        kind,
        unit: String::new(),
        due: None,
        text: String::new(),
    };
    let mut problems = Problems::default();
    match kind {
        CaseStepKind::Taken | CaseStepKind::Released => {}
        CaseStepKind::Noted => {
            step.text = problems.text("catatan", form.get("catatan"), 5_000, "Tulis catatannya.");
        }
        CaseStepKind::Passed => {
            let (now, calendar) = (now(&shared), case.office.calendar(&shared.calendar));
            let today = Today { date: now.civil.date(), time: now.civil.time(), office: &case.office, calendar: &calendar };
            let (unit, due) = match passed_on(form.get("unit"), form.get("due"), &today) {
                Ok(read) => read,
                Err(refused) => return again(refused.to_string()).await,
            };
            step.text = problems.text("text", form.get("text"), 5_000, "Tulis apa yang diminta.");
            (step.unit, step.due) = (unit, Some(due));
        }
    }
    if let Some(problem) = problems.into_vec().into_iter().next() {
        return again(problem.message).await;
    }
    if let (CaseStepKind::Passed, Some(due)) = (kind, step.due) {
        let answer = InboxAnswer::PassedOn { request: id, unit: step.unit.clone(), due: due.to_string() };
        match shared.inbox().write(&code, account.id, &answer).await {
            Ok(()) => {}
            Err(InboxFault::Store(fault)) => return Err(fault.into()),
            Err(fault) => return again(fault.to_string()).await,
        }
    }
    shared.store.keep_step(step).await?;
    note(&shared, &visitor, Audited::CaseStep, Some(&code), Some(request.number.text.clone())).await?;
    Ok(Redirect::to(&format!("/kantor/{code}/penerusan/{named}")).into_response())
}
