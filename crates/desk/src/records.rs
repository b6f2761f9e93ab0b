//! One objection, classification, catalogue item or report, whole.

use crate::actions::catalogue;
use crate::actions::classification;
use crate::actions::objection;
use crate::context::Context;
use crate::explain;
use crate::figures;
use crate::find;
use crate::packs::view;
use crate::questions;
use crate::settings_lists;
use crate::sync::State;
use loket_domain::classification::{Classification, ClassificationStage};
use loket_domain::clock::Clock;
use loket_domain::dip::Listed;
use loket_domain::grounds::Ground;
use loket_domain::indonesian::{date as words, weekday_date};
use loket_domain::objection::{Objection, ObjectionStage};
use loket_domain::paper::PaperKind;
use loket_domain::problem::Refused;
use loket_domain::report::AnnualReport;
use loket_domain::request::{Issued, Letter, other_act};
use loket_journal::{Matter, Subject};
use rusqlite::Connection;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::edge::Moment;
use crate::error::DeskError;
use crate::store::{entries, matters, requests};
use crate::views::{Deadline, FactGroup, Linked, PaperItem, RecordView, SubjectKind, SubjectRef, Tone, facts};

fn group<const N: usize>(title: &str, rows: [(&str, Option<String>); N]) -> FactGroup {
    FactGroup { title: title.to_owned(), facts: facts(rows), text: None }
}

pub(crate) fn words_group(title: &str, text: &str) -> FactGroup {
    FactGroup { title: title.to_owned(), facts: vec![], text: Some(text.to_owned()) }
}

/// The papers of a matter, each with its number and how often it left.
fn papers(issued: &BTreeMap<PaperKind, Issued>, rows: &[(PaperKind, Option<String>)]) -> Vec<PaperItem> {
    let item = |(kind, number): &(PaperKind, Option<String>)| {
        let printed = issued.get(kind);
        PaperItem {
            kind: *kind,
            title: kind.label().into(),
            number: number.clone(),
            printed: printed.map_or(0, |issued| issued.times),
            printed_text: printed.map(|issued| format!("Terakhir dicetak atau disimpan {}", words(issued.last))),
        }
    };
    rows.iter().map(item).collect()
}

/// One thing, whole.
pub(crate) fn record(
    tables: &Connection,
    context: &Context<'_>,
    sync: &State,
    subject: &SubjectRef,
    moment: Moment,
) -> Result<RecordView, DeskError> {
    match subject.kind {
        SubjectKind::Objection => objection_record(tables, context, sync, &subject.id, moment),
        SubjectKind::Classification => classification_record(tables, context, sync, &subject.id, moment),
        SubjectKind::Question => questions::question_record(tables, context, sync, &subject.id),
        SubjectKind::DipItem => dip_record(tables, context, sync, &subject.id, moment),
        SubjectKind::Report => report_record(tables, context, sync, &subject.id),
        SubjectKind::Official | SubjectKind::Account | SubjectKind::Template | SubjectKind::DayOff => {
            setting_record(context, subject)
        }
        SubjectKind::Pack => view::pack_record(tables, context, sync, &subject.id),
        SubjectKind::Request | SubjectKind::Survey | SubjectKind::Office => Err(Refused::Unknown.into()),
    }
}

fn signer(context: &Context<'_>, letter: &Letter) -> Option<String> {
    context.office.official(letter.signed_by).map(|official| format!("{} ({})", official.name, official.role.label()))
}

pub(crate) fn story_of(
    tables: &Connection,
    context: &Context<'_>,
    sync: &State,
    matter: Matter,
    id: Uuid,
) -> Result<Vec<crate::views::TimelineItem>, DeskError> {
    find::timeline(tables, context, sync, &entries::subject_name(Subject::matter(matter, id)))
}

fn objection_record(
    tables: &Connection,
    context: &Context<'_>,
    sync: &State,
    id: &str,
    moment: Moment,
) -> Result<RecordView, DeskError> {
    let (id, objection) = objection::known_objection(tables, id)?;
    let form = &objection.form;
    let who = &form.applicant;
    let representative = form.representative.as_ref();
    let mut groups = vec![
        group(
            "Pengaju",
            [
                ("Nama", Some(who.name.clone())),
                ("Alamat", Some(who.address.clone())),
                ("Telepon", who.phone.clone()),
                ("E-mail", who.email.clone()),
                ("Kuasa", representative.map(|known| known.name.clone())),
                ("Alamat kuasa", representative.map(|known| known.address.clone())),
            ],
        ),
        group(
            "Keberatan",
            [
                ("Dicatat", Some(weekday_date(objection.registered_on))),
                ("Nomor permohonan", form.request_number.clone()),
                (
                    "Alasan",
                    Some(
                        form.grounds
                            .iter()
                            .map(|ground| format!("{}. {}", ground.code(), ground.label()))
                            .collect::<Vec<_>>()
                            .join("; "),
                    ),
                ),
                ("Tanggapan dijanjikan", objection.due.map(weekday_date)),
            ],
        ),
        words_group("Informasi yang diminta", &form.information),
        words_group("Kasus posisi", &form.case_position),
    ];
    if let Some(answer) = &objection.answer {
        groups.push(group(
            "Tanggapan Atasan PPID",
            [
                ("Putusan", Some(answer.verdict.label().to_owned())),
                ("Nomor surat", Some(answer.letter.number.clone())),
                ("Tanggal surat", Some(weekday_date(answer.letter.date))),
                ("Ditandatangani", signer(context, &answer.letter)),
                ("Perintah", answer.order.as_ref().map(|(order, _)| order.clone())),
                ("Dilaksanakan paling lambat", answer.order.as_ref().map(|(_, by)| weekday_date(*by))),
                ("Diterima pengaju", objection.received.as_ref().map(|(on, _)| weekday_date(*on))),
                ("Tanggapan pengaju", objection.received.as_ref().map(|(_, reaction)| reaction.clone())),
                ("Dilaksanakan", objection.executed.as_ref().map(|(on, note)| format!("{}: {note}", weekday_date(*on)))),
            ],
        ));
        groups.push(words_group("Pertimbangan", &answer.considerations));
    }
    if let Some(filing) = &objection.dispute {
        groups.push(group(
            "Sengketa",
            [
                ("Komisi", Some(filing.commission.clone())),
                ("Nomor register", Some(filing.number.clone())),
                ("Diterima", Some(weekday_date(filing.on))),
                ("Langkah terakhir", objection.last_step().map(|step| step.label().to_owned())),
            ],
        ));
    }
    let deadlines = objection_deadlines(context, &objection, moment);
    let request = form.request.map(|request| Linked {
        label: format!("Permohonan {}", form.request_number.clone().unwrap_or_default()),
        subject: SubjectRef::new(SubjectKind::Request, request),
    });
    let linked = request.into_iter().chain(questions::questions_about_objection(tables, id)?).collect();
    let mut rows = vec![(PaperKind::ObjectionForm, Some(objection.number.text.clone()))];
    rows.extend(objection.answer.as_ref().map(|answer| (PaperKind::ObjectionAnswer, Some(answer.letter.number.clone()))));
    Ok(RecordView {
        subject: SubjectRef::new(SubjectKind::Objection, id),
        title: format!("Keberatan {}", objection.number.text),
        subtitle: who.name.clone(),
        status: objection.stage().label().to_owned(),
        tone: deadlines.first().map_or(Tone::Calm, |deadline| deadline.tone),
        warning: late_objection(tables, context, &objection),
        groups,
        deadlines,
        next: objection::objection_steps(context, &objection, moment),
        timeline: story_of(tables, context, sync, Matter::Objection, id.0)?,
        papers: papers(&objection.issued, &rows),
        linked,
    })
}

/// An objection that came after its thirty days is recorded all the same; the superior must know.
fn late_objection(tables: &Connection, context: &Context<'_>, objection: &Objection) -> Option<String> {
    let request = requests::one(tables, objection.form.request?).ok()??;
    let due = Clock::Objection.ends(context.calendar, context.office.profile.counting(), request.answer_received_on?)?;
    (objection.registered_on > due).then(|| {
        format!("Keberatan ini diajukan setelah batas 30 hari kerja ({}); pertimbangkan dalam tanggapan.", weekday_date(due))
    })
}

fn objection_deadlines(context: &Context<'_>, objection: &Objection, moment: Moment) -> Vec<Deadline> {
    let today = moment.local.date();
    let (profile, calendar) = (&context.office.profile, context.calendar);
    let mut deadlines = Vec::new();
    let mut add = |count: Result<loket_domain::working_days::Count, _>, basis: &str, done| {
        if let Ok(count) = count {
            deadlines.push(explain::deadline(context, &count, basis, done, today));
        }
    };
    if objection.withdrawn.is_none() {
        let answered = objection.answer.as_ref().map(|answer| answer.letter.date);
        let basis = "30 hari kerja sejak dicatat dalam register keberatan";
        add(objection.answer_clock(profile, calendar), basis, answered.map(|on| ("ditanggapi", on)));
    }
    let filed = objection.dispute.as_ref().map(|filing| filing.on);
    if let Some(count) = objection.dispute_clock(profile, calendar, filed.unwrap_or(today)) {
        add(count, "14 hari kerja bagi pengaju untuk ke Komisi Informasi", filed.map(|on| ("diajukan", on)));
    }
    if let Some(filing) = &objection.dispute {
        let begun = objection.steps.first().map(|step| step.on);
        let settled = objection.steps.iter().find(|step| step.kind.settles()).map(|step| step.on);
        let counting = profile.counting();
        add(
            Clock::DisputeBegins.count(calendar, counting, filing.on),
            "14 hari kerja bagi Komisi Informasi untuk mulai",
            begun.map(|on| ("dimulai", on)),
        );
        let ends = Clock::DisputeEnds.count(calendar, counting, filing.on);
        add(ends, "100 hari kerja bagi Komisi Informasi", settled.map(|on| ("selesai", on)));
    }
    deadlines
}

fn classification_record(
    tables: &Connection,
    context: &Context<'_>,
    sync: &State,
    id: &str,
    moment: Moment,
) -> Result<RecordView, DeskError> {
    let (id, state) = classification::known_classification(tables, id)?;
    let sheet = &state.worksheet;
    let decree = state.decree.as_ref();
    let groups = vec![
        words_group("Informasi", &sheet.information),
        group(
            "Pengujian",
            [
                ("Unit yang menguasai", Some(sheet.unit.clone())),
                ("Dasar hukum", Some(legal_basis(&state))),
                ("Tanggal pengujian", Some(weekday_date(sheet.tested_on))),
                ("Pengecualian berakhir", sheet.expires.map(weekday_date)),
                ("Tim penguji", Some(sheet.team.join("; "))),
                ("Disetujui", state.approved.as_ref().map(|(on, by)| format!("{} oleh {by}", weekday_date(*on)))),
                ("Tidak disetujui", state.rejected.as_ref().map(|(on, reason)| format!("{}: {reason}", weekday_date(*on)))),
                ("Nomor penetapan", decree.map(|decree| decree.letter.number.clone())),
                ("Tanggal penetapan", decree.map(|decree| weekday_date(decree.letter.date))),
                ("Ditandatangani", decree.and_then(|decree| signer(context, &decree.letter))),
                ("Dibuka", state.lifted.as_ref().map(|(on, reason)| format!("{}: {reason}", weekday_date(*on)))),
            ],
        ),
        words_group("Akibat bila dibuka", &sheet.consequence),
        words_group("Kepentingan yang dilindungi", &sheet.benefit),
    ];
    let today = moment.local.date();
    let expired = sheet.expires.is_some_and(|expires| today > expires) && state.stage() == ClassificationStage::Decreed;
    let mut linked = Vec::new();
    if let Some(request) = sheet.request
        && let Some(found) = requests::one(tables, request)?
    {
        let label = format!("Permohonan {}", found.number.text);
        linked.push(Linked { label, subject: SubjectRef::new(SubjectKind::Request, request) });
    }
    let mut rows = vec![(PaperKind::ConsequenceTest, None)];
    rows.extend(decree.map(|decree| (PaperKind::ClassificationDecree, Some(decree.letter.number.clone()))));
    Ok(RecordView {
        subject: SubjectRef::new(SubjectKind::Classification, id),
        title: "Uji konsekuensi dan klasifikasi".to_owned(),
        subtitle: decree.map_or_else(|| sheet.unit.clone(), |decree| decree.letter.number.clone()),
        status: if expired { "Jangka waktu berakhir: terbuka".to_owned() } else { state.stage().label().to_owned() },
        tone: if expired { Tone::Overdue } else { Tone::Calm },
        warning: expired.then(|| "Jangka waktu pengecualian sudah berakhir, jadi informasi ini terbuka.".to_owned()),
        groups,
        deadlines: vec![],
        next: classification::classification_steps(context, &state),
        timeline: story_of(tables, context, sync, Matter::Classification, id.0)?,
        papers: papers(&state.issued, &rows),
        linked,
    })
}

fn dip_record(
    tables: &Connection,
    context: &Context<'_>,
    sync: &State,
    id: &str,
    moment: Moment,
) -> Result<RecordView, DeskError> {
    let (id, listed) = catalogue::known_dip(tables, id)?;
    let item = &listed.item;
    let renewal = listed.renewal_due().filter(|_| listed.withdrawn.is_none());
    let left = renewal.map(|due| explain::left(context, due, moment.local.date()));
    Ok(RecordView {
        subject: SubjectRef::new(SubjectKind::DipItem, id),
        title: item.summary.chars().take(120).collect(),
        subtitle: item.category.label().to_owned(),
        status: if listed.withdrawn.is_some() { "Keluar dari daftar".to_owned() } else { "Dalam daftar".to_owned() },
        tone: left.as_ref().map_or(Tone::Calm, |left| left.tone),
        groups: vec![group(
            "Informasi",
            [
                ("Ringkasan isi", Some(item.summary.clone())),
                ("Kategori", Some(catalogue::category_of(context, item))),
                ("Yang menguasai", Some(item.holder.clone())),
                ("Penanggung jawab", Some(item.responsible.clone())),
                ("Waktu dan tempat pembuatan", Some(item.made.clone())),
                ("Format yang tersedia", Some(item.format.clone())),
                ("Jangka waktu penyimpanan", Some(item.retention.clone())),
                ("Tautan", item.link.clone()),
                ("Terakhir dimutakhirkan", item.published_on.map(weekday_date)),
                ("Dimutakhirkan paling lambat", renewal.map(weekday_date)),
                ("Keluar dari daftar", listed.withdrawn.as_ref().map(|(on, reason)| format!("{}: {reason}", weekday_date(*on)))),
            ],
        )],
        deadlines: vec![],
        warning: left
            .filter(|left| left.tone == Tone::Overdue)
            .map(|_| "Informasi berkala wajib dimutakhirkan sekurang-kurangnya setiap 6 bulan (Pasal 9).".to_owned()),
        next: catalogue::dip_steps(context, &listed),
        timeline: story_of(tables, context, sync, Matter::DipItem, id.0)?,
        papers: vec![],
        linked: vec![],
    })
}

fn report_record(tables: &Connection, context: &Context<'_>, sync: &State, id: &str) -> Result<RecordView, DeskError> {
    let id: Uuid = id.parse().map_err(|_| Refused::Unknown)?;
    let report: AnnualReport = matters::one(tables, id)?.ok_or(Refused::Unknown)?;
    let figures = figures::figures_view(&report.figures, report.year);
    let mut groups = vec![FactGroup { title: "Angka".to_owned(), facts: figures.tiles, text: None }];
    let chapters = &report.chapters;
    for (title, text) in [
        ("Gambaran umum kebijakan", &chapters.policy),
        ("Sarana dan prasarana", &chapters.facilities),
        ("Sumber daya manusia", &chapters.staff),
        ("Anggaran dan realisasi", &chapters.budget),
        ("Kendala eksternal", &chapters.obstacles_outside),
        ("Kendala internal", &chapters.obstacles_inside),
        ("Rekomendasi dan rencana tindak lanjut", &chapters.recommendations),
    ] {
        groups.push(words_group(title, text));
    }
    let rows = [(PaperKind::AnnualReport, Some(report.letter.number.clone()))];
    Ok(RecordView {
        subject: SubjectRef::new(SubjectKind::Report, id),
        title: format!("Laporan layanan informasi publik tahun {}", report.year),
        subtitle: report.letter.number.clone(),
        status: format!("Angka dibekukan {}", words(report.frozen_on)),
        tone: Tone::Done,
        groups,
        deadlines: vec![],
        warning: None,
        next: vec![],
        timeline: story_of(tables, context, sync, Matter::Report, id)?,
        papers: papers(&BTreeMap::new(), &rows),
        linked: vec![],
    })
}

/// Settings have no story of their own here: only what they are and what may be done.
fn setting_record(context: &Context<'_>, subject: &SubjectRef) -> Result<RecordView, DeskError> {
    let (title, subtitle, group, next) = settings_lists::setting_facts(context, subject)?;
    Ok(RecordView {
        subject: subject.clone(),
        title,
        subtitle,
        status: String::new(),
        tone: Tone::Calm,
        groups: vec![group],
        deadlines: vec![],
        warning: None,
        next,
        timeline: vec![],
        papers: vec![],
        linked: vec![],
    })
}

/// Objections about a request, for its page.
pub(crate) fn objections_about(tables: &Connection, request: loket_domain::ids::RequestId) -> Result<Vec<Linked>, DeskError> {
    let found = matters::about::<Objection>(tables, request)?;
    Ok(found
        .into_iter()
        .map(|found| Linked {
            label: format!("Keberatan {}: {}", found.state.number.text, found.state.stage().label()),
            subject: SubjectRef::new(SubjectKind::Objection, found.id),
        })
        .collect())
}

/// The letters a classification rests on, as the list of exempt information names them.
pub(crate) fn legal_basis(state: &Classification) -> String {
    let sheet = &state.worksheet;
    let letters: Vec<&str> = sheet.grounds.iter().map(|ground: &Ground| ground.code()).collect();
    let mut basis = format!("Pasal 17 huruf {} UU 14/2008", letters.join(", "));
    if let Some((law, article)) = &sheet.other_law {
        basis = format!("{basis}; {}", other_act(law, article));
    }
    basis
}

/// Whether an objection waits for the superior.
pub(crate) fn waits(objection: &Objection) -> bool {
    objection.stage() == ObjectionStage::Registered
}

/// Whether an item is in the catalogue.
pub(crate) fn in_catalogue(listed: &Listed) -> bool {
    listed.withdrawn.is_none()
}
