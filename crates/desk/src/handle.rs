//! The use cases of the counter, each one named operation.

use crate::actions::office;
use crate::answers;
use crate::context::Context;
use crate::explain;
use crate::files::Shelf;
use crate::files::progress;
use crate::find;
use crate::sync;
use crate::sync::State;
use crate::sync::chip;
use crate::sync::enrolment;
use crate::sync::series;
use crate::write;
use crate::write::Journal;
use loket_domain::deadline::Clocks;
use loket_domain::indonesian::{date as words, time, weekday_date};
use loket_domain::numbering::NumberSeries;
use loket_domain::office::Account;
use loket_domain::problem::Refused;
use loket_domain::request::{
    AccessMode, Category, Channel, CopyFormat, DeliveryMode, Document, IdentityKind, Registration, RequestDraft,
};
use rusqlite::Connection;

use crate::edge::Moment;
use crate::error::DeskError;
use crate::store::{drafts, local, requests};
use crate::views::*;
use crate::write::{REQUEST_DRAFT, next_number};

/// Who is signed in, where, and how sync stands.
pub(crate) fn session(
    tables: &Connection,
    context: &Context<'_>,
    sync: &State,
    shelf: &Shelf,
    moment: Moment,
) -> Result<Session, DeskError> {
    let Account { name, role, .. } = context.account;
    Ok(Session {
        office: context.office.profile.name(),
        desk_code: context.desk_code.to_owned(),
        person: name.clone(),
        role: role.label().into(),
        today: moment.local.date().to_string(),
        today_text: weekday_date(moment.local.date()),
        sync: chip::sync_chip(tables, context, sync, shelf)?,
    })
}

/// The form of a new request: what was typed before, or a fresh one received now.
pub(crate) fn request_form(tables: &Connection, moment: Moment) -> Result<RequestForm, DeskError> {
    let kept = drafts::kept(tables, REQUEST_DRAFT)?;
    let kept = kept.and_then(|(content, at)| Some((serde_json::from_str::<RequestDraft>(&content).ok()?, at)));
    let (draft, draft_kept) = match kept {
        Some((draft, at)) => (draft, Some(at)),
        None => (
            RequestDraft {
                received_date: moment.local.date().to_string(),
                received_time: moment.local.format("%H.%M").to_string(),
                ..RequestDraft::default()
            },
            None,
        ),
    };
    let document = |document: &Document| DocumentChoice {
        code: document.code().into(),
        label: document.label().into(),
        categories: document.categories().iter().map(|category| category.code().into()).collect(),
        representative_only: document.categories().is_empty(),
    };
    Ok(RequestForm {
        categories: choices!(Category),
        identity_kinds: choices!(IdentityKind),
        access_modes: choices!(AccessMode),
        copy_formats: choices!(CopyFormat),
        delivery_modes: choices!(DeliveryMode),
        channels: choices!(Channel),
        documents: Document::ALL.iter().map(document).collect(),
        draft,
        draft_kept,
    })
}

/// Keeps what is being typed, so that it survives a power cut.
pub(crate) fn keep_draft(tables: &Connection, draft: &RequestDraft, moment: Moment) -> Result<(), DeskError> {
    let content = serde_json::to_string(draft).map_err(|_| DeskError::Journal("draft"))?;
    let at = format!("{}, {}", words(moment.local.date()), time(moment.local.time()));
    drafts::keep(tables, REQUEST_DRAFT, &content, &at)
}

/// Forgets what was being typed.
pub(crate) fn discard_draft(tables: &Connection) -> Result<(), DeskError> {
    drafts::discard(tables, REQUEST_DRAFT)
}

/// What saving the form now would give. Nothing is written.
pub(crate) fn preview_request(
    tables: &Connection,
    context: &Context<'_>,
    sync: &State,
    draft: &RequestDraft,
    moment: Moment,
) -> Result<RequestPreview, DeskError> {
    let today = context.today(moment);
    let checked = draft.check(&today);
    let received = draft.received_date.parse().unwrap_or(today.date).min(today.date);
    let category = Category::from_code(&draft.category).unwrap_or(Category::Individual);
    let asked = Document::ALL.iter().filter(|document| document.is_asked_of(category, draft.represented));
    let missing: Vec<_> = asked.filter(|document| !draft.documents.iter().any(|code| code == document.code())).collect();
    let complete = missing.is_empty().then_some(today.date);
    let clocks = Clocks::of(&context.office.profile, context.calendar, received, today.date, complete);
    let similar = requests::similar(tables, &draft.information)?;
    let sent = find::sent_up_to(tables, context, sync)?;
    Ok(RequestPreview {
        next_number: match context.hold {
            Some(_) => "belum pasti".to_owned(),
            None => next_number(tables, NumberSeries::Requests, context.office, context.desk_code, today.date)?.text,
        },
        deadlines: explain::deadlines(context, &clocks, None, moment),
        missing_documents: missing.iter().map(|document| document.label().to_owned()).collect(),
        warnings: checked.as_ref().map_or_else(|_| vec![], warnings),
        problems: match checked {
            Err(Refused::Fields(problems)) => problems,
            _ => vec![],
        },
        dip: answers::matching_items(tables, &draft.information)?,
        similar: similar.iter().map(|listed| find::row(tables, context, listed, sent, moment)).collect::<Result<_, _>>()?,
    })
}

/// Registers the form: final number, receipt, deadlines.
pub(crate) fn register_request(
    journal: &mut Journal,
    sync: &State,
    draft: RequestDraft,
    moment: Moment,
) -> Result<RequestView, DeskError> {
    let id = write::write_registration(journal, draft, moment)?;
    find::request(journal.tables(), &journal.context(), sync, &id.to_string(), moment)
}

/// The settings as they stand; `version` is the app's.
pub(crate) fn settings(
    tables: &Connection,
    context: &Context<'_>,
    sync: &State,
    shelf: &Shelf,
    version: &str,
) -> Result<SettingsView, DeskError> {
    let profile = &context.office.profile;
    let desk = context.office.desk(context.desk_code);
    let officials = context.office.officials.iter().map(|official| OfficialView {
        name: official.name.clone(),
        nip: official.nip.clone().unwrap_or_default(),
        rank: official.rank.clone().unwrap_or_default(),
        position: official.position.clone(),
        role_label: official.role.label().into(),
    });
    let accounts = context.office.accounts.iter().map(|account| AccountView {
        login: account.login.clone(),
        name: account.name.clone(),
        role_label: account.role.label().into(),
    });
    let leave = if profile.collective_leave_works { "dihitung hari kerja" } else { "dihitung libur" };
    let first = desk.map(|desk| format!("{} pada tahun {}", desk.start.first, desk.start.year));
    Ok(SettingsView {
        office: facts([
            ("Kantor", Some(profile.name())),
            ("Kode wilayah", Some(profile.code.clone())),
            ("Kabupaten", Some(profile.regency.clone())),
            ("Tempat surat", Some(profile.place.clone())),
            ("Kertas", Some(profile.paper.label().into())),
            ("Hari kerja", Some(profile.week.label().into())),
            ("Cuti bersama", Some(leave.into())),
            ("Awal hitungan 10 hari", Some(profile.clock_start.label().into())),
        ]),
        letterhead: [&profile.letterhead_government, &profile.letterhead_office]
            .into_iter()
            .chain(&profile.letterhead_lines)
            .cloned()
            .collect(),
        numbering: facts([
            ("Pola nomor", desk.map(|desk| desk.pattern.as_str().to_owned())),
            ("Kode meja", Some(context.desk_code.to_owned())),
            ("Nomor awal", first),
        ]),
        officials: officials.collect(),
        accounts: accounts.collect(),
        sync: sync_settings(tables, context, sync, shelf)?,
        calendar: calendar_years(context),
        next: office::office_steps(context),
        version: version.to_owned(),
    })
}

fn calendar_years(context: &Context<'_>) -> Vec<CalendarYear> {
    use loket_domain::calendar::{DayOff, DayOffKind};
    let count = |days: &[&DayOff], kind| u32::try_from(days.iter().filter(|day| day.kind == kind).count()).unwrap_or(u32::MAX);
    let year = |(year, source, days): (i32, &str, Vec<&DayOff>)| CalendarYear {
        year,
        national_holidays: count(&days, DayOffKind::National),
        collective_leave: count(&days, DayOffKind::CollectiveLeave),
        source: source.to_owned(),
    };
    context.calendar.years().map(year).collect()
}

fn sync_settings(tables: &Connection, context: &Context<'_>, sync: &State, shelf: &Shelf) -> Result<SyncSettings, DeskError> {
    let enrolment = enrolment::enrolment(tables)?;
    Ok(SyncSettings {
        server: enrolment.as_ref().map(|enrolment| enrolment.server.clone()),
        enrolled_text: enrolment.map(|enrolment| enrolment.since),
        waiting: u32::try_from(sync::waiting(tables, context, sync)?).unwrap_or(u32::MAX),
        last_text: local::read(tables, local::LAST_SYNC)?,
        chip: chip::sync_chip(tables, context, sync, shelf)?,
        needs_code: sync.needs_code(),
        key_text: series::key_since(tables)?,
        review: find::review(tables)?,
        files: progress::file_progress(tables, sync, shelf)?,
    })
}

/// What is odd about a form and still allowed.
fn warnings(registration: &Registration) -> Vec<String> {
    let mut warnings = Vec::new();
    let who = &registration.applicant;
    if who.identity_kind == IdentityKind::Nik && who.identity_number.ends_with("0000") {
        warnings.push("Empat angka terakhir NIK tidak lazim 0000; periksa lagi KTP-nya.".to_owned());
    }
    if who.category == Category::LegalEntity && who.identity_kind != IdentityKind::LegalEntityDecree {
        warnings.push("Badan hukum biasanya memakai nomor SK pengesahan, bukan identitas orang.".to_owned());
    }
    warnings
}
