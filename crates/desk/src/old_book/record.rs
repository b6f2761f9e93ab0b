//! The page of a request of the old book.

use crate::error::DeskError;
use crate::old_book::actions;
use crate::old_book::known::known_copy;
use crate::old_book::list::decision;
use crate::views::deadline::Tone;
use crate::views::record::RecordView;
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::look::Look;
use crate::words::sections;
use chrono::NaiveDate;
use loket_domain::indonesian::weekday_date;
use loket_domain::old_book::OldRequest;
use loket_journal::Matter;

pub(crate) fn old_request_record(look: &Look<'_>, id: &str) -> Result<RecordView, DeskError> {
    let Look { tables, context, sync, moment } = *look;
    let (id, copied) = known_copy(tables, id)?;
    let old = &copied.request;
    let told = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let days = |days: &[NaiveDate]| told(&days.iter().map(|on| weekday_date(*on)).collect::<Vec<_>>().join("; "));
    let ticks: Vec<&str> = old.ticks.iter().map(|tick| tick.label()).collect();
    let applicant = sections::group(
        "Pemohon",
        [
            ("Nama", told(&old.name)),
            ("NIK/No. SK", told(&old.identity)),
            ("Kategori", old.category.map(|category| category.label().to_owned())),
            ("Alamat", told(&old.address)),
            ("Kontak", told(&old.contact.join(", "))),
            ("Pekerjaan", told(&old.occupation)),
        ],
    );
    let decided = sections::group(
        "Jawaban menurut buku",
        [
            ("Keputusan", told(&old.decision)),
            ("Dihitung sebagai", Some(counted_as(old))),
            ("Alasan penolakan", told(&old.reason)),
            ("Dicentang", told(&ticks.join(", "))),
            ("Pemberitahuan tertulis", days(&old.noticed_on)),
            ("Pemberian informasi", days(&old.given_on)),
            ("Biaya", told(&old.cost)),
            ("Cara pembayaran", told(&old.payment)),
        ],
    );
    let asked = sections::group(
        "Permohonan",
        [("Diterima", Some(weekday_date(old.received_on))), ("Diminta", told(&old.information)), ("Tujuan", told(&old.purpose))],
    );
    let taken_back = copied.taken_back.as_ref().map(|(on, reason)| format!("Ditarik kembali {}: {reason}", weekday_date(*on)));
    Ok(RecordView {
        subject: SubjectRef::new(SubjectKind::OldRequest, id),
        title: format!("{} (buku lama)", old.number),
        subtitle: old.name.clone(),
        status: if copied.holds() { "Dari buku lama" } else { "Ditarik kembali" }.to_owned(),
        tone: Tone::Done,
        warning: taken_back,
        groups: vec![asked, applicant, decided],
        deadlines: vec![],
        next: actions::OLD_REQUEST.next(context, &copied, moment),
        timeline: sections::story_of(tables, context, sync, Matter::OldRequest, id)?,
        papers: vec![],
        linked: vec![],
    })
}

fn counted_as(old: &OldRequest) -> String {
    if old.outcome.is_some() { decision(old) } else { "Keputusan tidak tercatat".to_owned() }
}
