//! The page of an objection.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::objections::actions;
use crate::objections::papers::PAPERS;
use crate::questions::record;
use crate::store::requests;
use crate::views::deadline::{Deadline, Tone};
use crate::views::parts::Linked;
use crate::views::record::RecordView;
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::look::Look;
use crate::words::{deadline, sections};
use loket_domain::clock::Clock;
use loket_domain::indonesian::weekday_date;
use loket_domain::objection::Objection;
use loket_journal::Matter;
use rusqlite::Connection;

pub(crate) fn objection_record(look: &Look<'_>, id: &str) -> Result<RecordView, DeskError> {
    let Look { tables, context, sync, moment } = *look;
    let (id, objection) = actions::known_objection(tables, id)?;
    let form = &objection.form;
    let who = &form.applicant;
    let representative = form.representative.as_ref();
    let mut groups = vec![
        sections::group(
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
        sections::group(
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
        sections::words_group("Informasi yang diminta", &form.information),
        sections::words_group("Kasus posisi", &form.case_position),
    ];
    if let Some(answer) = &objection.answer {
        groups.push(sections::group(
            "Tanggapan Atasan PPID",
            [
                ("Putusan", Some(answer.verdict.label().to_owned())),
                ("Nomor surat", Some(answer.letter.number.clone())),
                ("Tanggal surat", Some(weekday_date(answer.letter.date))),
                ("Ditandatangani", sections::signer(context, &answer.letter)),
                ("Perintah", answer.order.as_ref().map(|(order, _)| order.clone())),
                ("Dilaksanakan paling lambat", answer.order.as_ref().map(|(_, by)| weekday_date(*by))),
                ("Diterima pengaju", objection.received.as_ref().map(|(on, _)| weekday_date(*on))),
                ("Tanggapan pengaju", objection.received.as_ref().map(|(_, reaction)| reaction.clone())),
                ("Dilaksanakan", objection.executed.as_ref().map(|(on, note)| format!("{}: {note}", weekday_date(*on)))),
            ],
        ));
        groups.push(sections::words_group("Pertimbangan", &answer.considerations));
    }
    if let Some(filing) = &objection.dispute {
        groups.push(sections::group(
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
    let linked = request.into_iter().chain(record::questions_about_objection(tables, id)?).collect();
    Ok(RecordView {
        subject: SubjectRef::new(SubjectKind::Objection, id),
        title: format!("Keberatan {}", objection.number.text),
        subtitle: who.name.clone(),
        status: objection.stage().label().to_owned(),
        tone: deadlines.first().map_or(Tone::Calm, |deadline| deadline.tone),
        warning: late_objection(tables, context, &objection),
        groups,
        deadlines,
        next: actions::OBJECTION.next(context, &objection, moment),
        timeline: sections::story_of(tables, context, sync, Matter::Objection, id.0)?,
        papers: PAPERS.items(&objection),
        linked,
    })
}

/// An objection that came after its thirty days is recorded all the same; the superior must know.
fn late_objection(tables: &Connection, context: &Context<'_>, objection: &Objection) -> Option<String> {
    let request = requests::one(tables, objection.form.request?).ok()??;
    let due = Clock::Objection.ends(context.calendar, context.office.profile.counting(), request.answer_received_on?)?;
    (objection.registered_on > due).then(|| {
        let (term, due) = (Clock::Objection.length(), weekday_date(due));
        format!("Keberatan ini diajukan setelah batas {term} ({due}); pertimbangkan dalam tanggapan.")
    })
}

fn objection_deadlines(context: &Context<'_>, objection: &Objection, moment: Moment) -> Vec<Deadline> {
    let today = moment.local.date();
    let (profile, calendar) = (&context.office.profile, context.calendar);
    let mut deadlines = Vec::new();
    let mut add = |clock: Clock, count: Result<loket_domain::working_days::Count, _>, what: &str, done| {
        if let Ok(count) = count {
            let basis = format!("{} {what}", clock.length());
            deadlines.push(deadline::deadline(context, &count, &basis, done, today));
        }
    };
    if objection.withdrawn.is_none() {
        let answered = objection.answer.as_ref().map(|answer| answer.letter.date);
        let basis = "sejak dicatat dalam register keberatan";
        add(Clock::ObjectionAnswer, objection.answer_clock(profile, calendar), basis, answered.map(|on| ("ditanggapi", on)));
    }
    let filed = objection.dispute.as_ref().map(|filing| filing.on);
    if let Some(count) = objection.dispute_clock(profile, calendar, filed.unwrap_or(today)) {
        add(Clock::Dispute, count, "bagi pengaju untuk ke Komisi Informasi", filed.map(|on| ("diajukan", on)));
    }
    if let Some(filing) = &objection.dispute {
        let begun = objection.steps.first().map(|step| step.on);
        let settled = objection.steps.iter().find(|step| step.kind.settles()).map(|step| step.on);
        let counting = profile.counting();
        add(
            Clock::DisputeBegins,
            Clock::DisputeBegins.count(calendar, counting, filing.on),
            "bagi Komisi Informasi untuk mulai",
            begun.map(|on| ("dimulai", on)),
        );
        let ends = Clock::DisputeEnds.count(calendar, counting, filing.on);
        add(Clock::DisputeEnds, ends, "bagi Komisi Informasi", settled.map(|on| ("selesai", on)));
    }
    deadlines
}
