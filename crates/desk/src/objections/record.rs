//! The page of an objection.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::objections::actions;
use crate::objections::papers::PAPERS;
use crate::objections::summary;
use crate::questions::record;
use crate::store::requests;
use crate::views::deadline::{Deadline, Tone};
use crate::views::parts::Linked;
use crate::views::record::RecordView;
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::deadline::{self, Met};
use crate::words::look::Look;
use crate::words::sections;
use loket_domain::calendar::YearNotLoaded;
use loket_domain::clock::Clock;
use loket_domain::objection::{Objection, StepKind, doubts};
use loket_domain::working_days::Count;
use loket_journal::Matter;
use rusqlite::Connection;

pub(crate) fn objection_record(look: &Look<'_>, id: &str) -> Result<RecordView, DeskError> {
    let Look { tables, context, sync, moment } = *look;
    let (id, objection) = actions::known_objection(tables, id)?;
    let (form, who) = (&objection.form, &objection.form.applicant);
    let deadlines = objection_deadlines(context, &objection, moment);
    let ends = objection.turn_ends(&context.office.profile, context.calendar);
    // A clock that cannot be named must not look like one that does not run.
    let unnamed = ends.err().map(|year| year.to_string());
    let request = form.request.map(|request| Linked {
        label: format!("Permohonan {}", form.request_number.clone().unwrap_or_default()),
        subject: SubjectRef::new(SubjectKind::Request, request),
    });
    let linked = request.into_iter().chain(record::questions_about_objection(tables, id)?).collect();
    Ok(RecordView {
        subject: SubjectRef::new(SubjectKind::Objection, id),
        title: format!("Keberatan {}", objection.number.text),
        subtitle: who.name.clone(),
        status: objection.stage().label().to_owned(),
        tone: deadlines.first().map_or(Tone::Calm, |deadline| deadline.tone),
        warning: doubted(tables, context, &objection)?.or(unnamed),
        groups: summary::groups(context, &objection),
        deadlines,
        next: actions::OBJECTION.next(context, &objection, moment),
        timeline: sections::story_of(tables, context, sync, Matter::Objection, id.0)?,
        papers: PAPERS.items(&objection),
        linked,
    })
}

/// What speaks against its grounds: a fact for the superior, never a reason not to register it.
fn doubted(tables: &Connection, context: &Context<'_>, objection: &Objection) -> Result<Option<String>, DeskError> {
    let Some(id) = objection.form.request else { return Ok(None) };
    let Some(request) = requests::one(tables, id)? else { return Ok(None) };
    let profile = &context.office.profile;
    let doubts = doubts(&objection.form, objection.received_on(), &request, profile, context.calendar);
    Ok((!doubts.is_empty()).then(|| format!("Untuk dipertimbangkan Atasan PPID. {}", doubts.join(" "))))
}

fn objection_deadlines(context: &Context<'_>, objection: &Objection, moment: Moment) -> Vec<Deadline> {
    let today = moment.local.date();
    let (profile, calendar) = (&context.office.profile, context.calendar);
    let counting = profile.counting();
    let mut deadlines = Vec::new();
    let mut add = |count: Result<Count, YearNotLoaded>, basis: String, done: Option<Met>| {
        if let Ok(count) = count {
            let met = done.map(|met| met.by(count.deadline));
            deadlines.push(deadline::deadline(context, &count, &basis, met.as_ref(), today));
        }
    };
    let term = |clock: Clock, what: &str| format!("{} {what}", clock.length());
    if objection.withdrawn.is_none() {
        // A date that was written back proves nothing here either.
        let answer = objection.answer.as_ref().map(|answer| &answer.letter);
        let answered = answer.map(|letter| match objection.left() {
            Some((on, proved)) => Met::done("ditanggapi", on).entered(Some(proved).filter(|proved| *proved > on)),
            None => Met::done("ditanggapi", letter.date).entered(letter.entered_on).unsent(true),
        });
        let (official, safe) = (objection.answer_clock(profile, calendar), objection.safe_answer_clock(profile, calendar));
        // The form named a day, and it stays that day, as the register and the figures count it.
        let official = official.map(|count| match objection.due.filter(|due| *due < count.deadline) {
            Some(due) => Count { deadline: due, days: count.days.into_iter().filter(|day| day.date <= due).collect() },
            None => count,
        });
        let two_readings = official.as_ref().ok().map(|count| count.deadline) != safe.as_ref().ok().map(|count| count.deadline);
        add(official, term(Clock::ObjectionAnswer, "sejak keberatan diterima (Pasal 36 ayat (2))"), answered);
        if two_readings {
            let from = "sejak keberatan diterima, cuti bersama dihitung kerja: tanggal aman";
            add(safe, term(Clock::ObjectionAnswer, from), answered);
        }
    }
    if let Some((_, by)) = objection.answer.as_ref().and_then(|answer| answer.order.as_ref()) {
        let done = objection.executed.as_ref().map(|(on, _)| Met::done("dilaksanakan", *on));
        add(Ok(Count::on(*by)), "batas pelaksanaan perintah Atasan PPID".to_owned(), done);
    }
    let filed = objection.dispute.as_ref().map(|filing| filing.on);
    if let Some(count) = objection.dispute_clock(profile, calendar, filed.unwrap_or(today)) {
        add(count, term(Clock::Dispute, "bagi pengaju untuk ke Komisi Informasi"), filed.map(|on| Met::done("diajukan", on)));
    }
    if let Some(filing) = &objection.dispute {
        // What was dropped before it began was never begun in time.
        let first = objection.steps.first();
        let begun = first.filter(|step| !step.kind.drops()).map(|step| Met::done("dimulai", step.on));
        let settled = objection.steps.iter().find(|step| step.kind.settles()).map(|step| Met::done("selesai", step.on));
        let from_filing = |clock: Clock| clock.count(calendar, counting, filing.on);
        if begun.is_some() || first.is_none() {
            add(from_filing(Clock::DisputeBegins), term(Clock::DisputeBegins, "bagi Komisi Informasi untuk mulai"), begun);
        }
        add(from_filing(Clock::DisputeEnds), term(Clock::DisputeEnds, "bagi Komisi Informasi"), settled);
    }
    // After a ruling a party may go to court, after the court to the Supreme Court; both clocks end with the next step.
    for (place, step) in objection.steps.iter().enumerate() {
        let next = objection
            .steps
            .get(place + 1)
            .map(|next| Met::done(if next.kind == StepKind::Executed { "dilaksanakan" } else { "dilanjutkan" }, next.on));
        let Some((clock, from)) = step.appeal() else { continue };
        let whence = match (step.received_on, clock) {
            (Some(_), Clock::Cassation) => "sejak putusan pengadilan diterima, untuk kasasi",
            (None, Clock::Cassation) => "sejak putusan pengadilan, untuk kasasi",
            (Some(_), _) => "sejak putusan Komisi Informasi diterima, untuk ke pengadilan",
            (None, _) => "sejak putusan Komisi Informasi, untuk ke pengadilan",
        };
        add(clock.count(calendar, counting, from), term(clock, whence), next);
    }
    deadlines
}
