//! The page of a classification.

use crate::classifications::{actions, known, papers};
use crate::error::DeskError;
use crate::store::requests;
use crate::views::deadline::Tone;
use crate::views::parts::Linked;
use crate::views::record::RecordView;
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::look::Look;
use crate::words::sections;
use loket_domain::classification::ClassificationStage;
use loket_domain::indonesian::weekday_date;
use loket_journal::Matter;

pub(crate) fn classification_record(look: &Look<'_>, id: &str) -> Result<RecordView, DeskError> {
    let Look { tables, context, sync, moment } = *look;
    let (id, state) = known::known_classification(tables, id)?;
    let sheet = &state.worksheet;
    let decree = state.decree.as_ref();
    let reopening = state.reopening_due(context.calendar, context.office.profile.counting());
    let groups = vec![
        sections::words_group("Informasi", &sheet.information),
        sections::group(
            "Pengujian",
            [
                ("Unit yang menguasai", Some(sheet.unit.clone())),
                ("Dasar hukum", Some(papers::legal_basis(&state))),
                ("Tanggal pengujian", Some(weekday_date(sheet.tested_on))),
                ("Jangka waktu pengecualian", Some(sheet.lasting().in_words())),
                ("Dinyatakan terbuka paling lambat", reopening.map(weekday_date)),
                ("Tim penguji", Some(sheet.team.join("; "))),
                ("Disetujui", state.approved.as_ref().map(|(on, by)| format!("{} oleh {by}", weekday_date(*on)))),
                ("Tidak disetujui", state.rejected.as_ref().map(|(on, reason)| format!("{}: {reason}", weekday_date(*on)))),
                ("Nomor penetapan", decree.map(|decree| decree.letter.number.clone())),
                ("Tanggal penetapan", decree.map(|decree| weekday_date(decree.letter.date))),
                ("Ditandatangani", decree.and_then(|decree| sections::signer(context, &decree.letter))),
                ("Dibuka", state.lifted.as_ref().map(|(on, reason)| format!("{}: {reason}", weekday_date(*on)))),
            ],
        ),
        sections::words_group("Akibat bila dibuka", &sheet.consequence),
        sections::words_group("Kepentingan yang dilindungi", &sheet.benefit),
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
    Ok(RecordView {
        subject: SubjectRef::new(SubjectKind::Classification, id),
        title: "Uji konsekuensi dan klasifikasi".to_owned(),
        subtitle: decree.map_or_else(|| sheet.unit.clone(), |decree| decree.letter.number.clone()),
        status: if expired { "Jangka waktu berakhir: terbuka".to_owned() } else { state.stage().label().to_owned() },
        tone: if expired { Tone::Overdue } else { Tone::Calm },
        warning: expired.then(|| "Jangka waktu pengecualian sudah berakhir, jadi informasi ini terbuka.".to_owned()),
        groups,
        deadlines: vec![],
        next: actions::CLASSIFICATION.next(context, &state, moment),
        timeline: sections::story_of(tables, context, sync, Matter::Classification, id.0)?,
        papers: papers::PAPERS.items(&state),
        linked,
    })
}
