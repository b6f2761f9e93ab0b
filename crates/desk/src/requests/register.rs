//! Registering a request: what saving would give, and the registration itself.

use crate::blanks::numbered;
use crate::catalogue::matching;
use crate::context::Context;
use crate::error::DeskError;
use crate::journal::Journal;
use crate::journal::numbers::next_number;
use crate::journal::transaction::Written;
use crate::kernel::moment::Moment;
use crate::kernel::random::new_uuid;
use crate::requests::kept_draft::KeptDraft;
use crate::requests::list;
use crate::requests::people;
use crate::requests::view;
use crate::store::requests;
use crate::sync::state::State;
use crate::views::*;
use crate::words::deadline;
use chrono::NaiveDate;
use loket_domain::authority::Duty;
use loket_domain::deadline::{Clocks, Course};
use loket_domain::ids::RequestId;
use loket_domain::numbering::{DeskCode, NumberSeries};
use loket_domain::office::Office;
use loket_domain::problem::Refused;
use loket_domain::request::{ActingAs, Category, Command, Document, IdentityKind, Registration, RequestDraft, decide};
use loket_journal::Subject;
use loket_letters::Press;
use rusqlite::Connection;

/// What saving the form now would give. Nothing is written.
pub(crate) fn preview_request(
    tables: &Connection,
    context: &Context<'_>,
    sync: &State,
    press: &Press,
    draft: &RequestDraft,
    moment: Moment,
) -> Result<RequestPreview, DeskError> {
    let today = context.today(moment);
    let checked = draft.check(&today);
    let received = draft.received_date.parse().unwrap_or(today.date).min(today.date);
    let category = Category::from_code(&draft.category).unwrap_or(Category::Individual);
    let acting_as = ActingAs::from_code(&draft.representative_as).unwrap_or_default();
    let mandated = draft.represented && acting_as.needs_mandate();
    let asked = Document::ALL.iter().filter(|document| document.is_asked_of(category, mandated));
    let missing: Vec<_> = asked.filter(|document| !draft.documents.iter().any(|code| code == document.code())).collect();
    // What came with the letter was complete when it came.
    let from_form = !draft.form_number.trim().is_empty();
    let registered = if from_form { received } else { today.date };
    let course = Course { received, registered, complete: missing.is_empty().then_some(received), told: None };
    let clocks = Clocks::of(&context.office.profile, context.calendar, &course);
    let mut odd = checked.as_ref().map_or_else(|_| vec![], warnings);
    if from_form && let Some(received) = draft.received_at() {
        odd.extend(numbered::earlier_than_made(tables, context, (&draft.form_number, received), moment)?);
    }
    odd.extend(unprintable(press, draft));
    let similar = requests::similar(tables, &draft.information)?;
    let sent = list::sent_up_to(tables, context, sync)?;
    Ok(RequestPreview {
        next_number: match context.hold {
            Some(_) => "belum pasti".to_owned(),
            None if from_form => draft.form_number.clone(),
            None => next_number(tables, NumberSeries::Requests, context.office, context.desk_code, today.date)?.text,
        },
        deadlines: deadline::deadlines_if_registered(context, &clocks, moment),
        missing_documents: missing.iter().map(|document| document.label().to_owned()).collect(),
        warnings: odd,
        problems: match checked {
            Err(Refused::Fields(problems)) => problems,
            _ => vec![],
        },
        known_applicants: people::known_applicants(tables, draft)?,
        known_representatives: people::known_representatives(tables, draft)?,
        dip: matching::matching_items(tables, context, &draft.information, moment)?,
        similar: similar.iter().map(|listed| list::row(tables, context, listed, sent, moment)).collect::<Result<_, _>>()?,
    })
}

/// Registers the form: final number, receipt, deadlines. What was kept of it as `kept` ends with it.
pub(crate) fn register_request(
    journal: &mut Journal,
    sync: &State,
    draft: RequestDraft,
    kept: Option<&str>,
    moment: Moment,
) -> Result<RequestView, DeskError> {
    let id = write_registration(journal, draft, kept, moment)?;
    view::request(journal.tables(), &journal.context(), sync, &id.to_string(), moment)
}

/// What is odd about a form and still allowed.
fn warnings(registration: &Registration) -> Vec<String> {
    let mut warnings = Vec::new();
    let who = &registration.applicant;
    if who.identity_kind == IdentityKind::Nik && who.identity_number.ends_with("0000") {
        warnings.push("Empat angka terakhir NIK tidak lazim 0000; periksa lagi KTP-nya.".to_owned());
    }
    if who.identity_kind == IdentityKind::Passport || who.foreign_paper.is_some() {
        warnings.push(
            "Hanya warga negara dan badan hukum Indonesia yang berhak memohon (Pasal 1 angka 12). Bila pemohon bukan itu, tetap \
             daftarkan, lalu jawab dengan langkah Bukan pemohon yang berhak."
                .to_owned(),
        );
    }
    if who.category == Category::LegalEntity && who.identity_kind != IdentityKind::LegalEntityDecree {
        warnings.push("Badan hukum biasanya memakai nomor SK pengesahan, bukan identitas orang.".to_owned());
    }
    warnings
}

/// What is said of letters that paper cannot show.
fn unprintable(press: &Press, draft: &RequestDraft) -> Option<String> {
    let who = [&draft.name, &draft.address, &draft.occupation, &draft.representative_name, &draft.representative_address];
    let what = [&draft.information, &draft.purpose, &draft.assistance];
    let typed: Vec<&str> = who.into_iter().chain(what).chain(&draft.members).map(String::as_str).collect();
    let letters: Vec<String> = press.cannot_print(&typed.join(" ")).iter().map(char::to_string).collect();
    let told =
        format!("Huruf {} tidak dapat dicetak dan di kertas menjadi kode; tulis juga dengan huruf Latin.", letters.join(" "));
    (!letters.is_empty()).then_some(told)
}

/// The command that registers a form: under the desk's next number, or under that of the paper form it was written on.
fn registering(
    tables: &Connection,
    office: &Office,
    desk_code: &DeskCode,
    draft: RequestDraft,
    on: NaiveDate,
) -> Result<Command, DeskError> {
    if draft.form_number.trim().is_empty() {
        let number = next_number(tables, NumberSeries::Requests, office, desk_code, on)?;
        return Ok(Command::Register { draft: Box::new(draft), number });
    }
    let reserved = numbered::usable(tables, office, desk_code, &draft.form_number)?.clone();
    let check_code = numbered::code(tables, &reserved)?;
    Ok(Command::RegisterFromForm { draft: Box::new(draft), reserved, check_code })
}

/// Registers the form and gives it the desk's next number, or that of its paper form. What was kept of it as `kept` ends with it, and
/// asked once more it is the same request.
pub(crate) fn write_registration(
    journal: &mut Journal,
    draft: RequestDraft,
    kept: Option<&str>,
    moment: Moment,
) -> Result<RequestId, DeskError> {
    let context = journal.context();
    let at = context.noted_at(moment.local);
    let kept = kept.map(|kept| KeptDraft::of(&context, kept));
    if let Some(registered) = kept.as_ref().map(|kept| kept.registered(journal.tables())).transpose()?.flatten() {
        return Ok(registered);
    }
    let id = RequestId(new_uuid(&mut journal.dice, moment)?);
    journal.commit(Duty::Serve, moment, |transaction, today, desk_code| {
        let changes = decide(None, registering(transaction, today.office, desk_code, draft, today.date)?, today)?;
        if let Some(kept) = &kept {
            kept.end_as(transaction, id, &at)?;
        }
        Ok(vec![Written { subject: Subject::Request(id), changes }])
    })?;
    Ok(id)
}
