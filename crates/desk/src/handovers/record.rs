//! The page of a handover.

use crate::error::DeskError;
use crate::handovers::known;
use crate::views::deadline::Tone;
use crate::views::facts;
use crate::views::parts::{FactGroup, Linked};
use crate::views::record::RecordView;
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::look::Look;
use loket_domain::ids::AccountId;
use loket_domain::indonesian::{date as words, weekday_date};
use loket_domain::office::Handover;
use rusqlite::Connection;

pub(crate) fn handover_record(look: &Look<'_>, id: &str) -> Result<RecordView, DeskError> {
    let (kept, handover) = known::one(look.tables, id)?;
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let cases = match handover.cases.len() {
        0 => "tidak ada".to_owned(),
        many => format!("{many}, disebut satu per satu dalam berita acara"),
    };
    let group = FactGroup {
        title: String::new(),
        facts: facts([
            ("Tanggal", Some(weekday_date(handover.on))),
            ("Meja", Some(handover.desk.to_string())),
            ("Nomor berita acara", given(&handover.number)),
            ("Dasar", given(&handover.basis)),
            ("Yang menyerahkan", Some(handover.from.name.clone())),
            ("Yang menerima", Some(handover.to.name.clone())),
            ("Yang mengetahui", handover.witness.as_ref().map(|official| official.name.clone())),
            ("Yang belum selesai", Some(cases)),
            ("Dicatat oleh", Some(look.context.writer(&kept))),
            ("Kode periksa", Some(kept.header.hash().check_code())),
        ]),
        text: None,
    };
    let account = |party: &loket_domain::office::HandoverParty| Linked {
        label: format!("Akun {}", party.name),
        subject: SubjectRef::new(SubjectKind::Account, party.account),
    };
    Ok(RecordView {
        subject: SubjectRef::new(SubjectKind::Handover, handover.id),
        title: format!("Serah terima meja {}", handover.desk),
        subtitle: words(handover.on),
        status: String::new(),
        tone: Tone::Calm,
        groups: vec![group],
        deadlines: vec![],
        warning: None,
        next: vec![],
        timeline: vec![],
        papers: vec![],
        linked: vec![account(&handover.from), account(&handover.to)],
    })
}

/// The handovers of an account, for its page.
pub(crate) fn linked(tables: &Connection, account: AccountId) -> Result<Vec<Linked>, DeskError> {
    let of = |handover: Handover| Linked {
        label: format!("Serah terima meja {}, {}", handover.desk, words(handover.on)),
        subject: SubjectRef::new(SubjectKind::Handover, handover.id),
    };
    Ok(known::of_account(tables, account)?.into_iter().map(of).collect())
}
