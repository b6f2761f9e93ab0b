//! The page of a catalogue item.

use crate::catalogue::{actions, headings};
use crate::error::DeskError;
use crate::views::deadline::Tone;
use crate::views::record::RecordView;
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::look::Look;
use crate::words::{deadline, sections};
use loket_domain::indonesian::weekday_date;
use loket_journal::Matter;

pub(crate) fn dip_record(look: &Look<'_>, id: &str) -> Result<RecordView, DeskError> {
    let Look { tables, context, sync, moment } = *look;
    let (id, listed) = actions::known_dip(tables, id)?;
    let item = &listed.item;
    let renewal = listed.renewal_due().filter(|_| listed.withdrawn.is_none());
    let left = renewal.map(|due| deadline::left(context, due, moment.local.date()));
    Ok(RecordView {
        subject: SubjectRef::new(SubjectKind::DipItem, id),
        title: item.summary.chars().take(120).collect(),
        subtitle: item.category.label().to_owned(),
        status: if listed.withdrawn.is_some() { "Keluar dari daftar".to_owned() } else { "Dalam daftar".to_owned() },
        tone: left.as_ref().map_or(Tone::Calm, |left| left.tone),
        groups: vec![sections::group(
            "Informasi",
            [
                ("Ringkasan isi", Some(item.summary.clone())),
                ("Kategori", Some(headings::category_of(context, item))),
                ("Yang menguasai", Some(item.holder.clone())),
                ("Penanggung jawab", Some(item.responsible.clone())),
                ("Waktu dan tempat pembuatan", Some(item.made.clone())),
                ("Format yang tersedia", Some(item.format.clone())),
                ("Jangka waktu penyimpanan", Some(item.retention.clone())),
                ("Jenis media", item.media.clone()),
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
        next: actions::ITEM.next(context, &listed, moment),
        timeline: sections::story_of(tables, context, sync, Matter::DipItem, id.0)?,
        papers: vec![],
        linked: vec![],
    })
}
