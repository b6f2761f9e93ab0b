//! The pages of settings. They have no story of their own here: only what they are and what may be done.

use crate::error::DeskError;
use crate::handovers;
use crate::settings::accounts::ACCOUNT;
use crate::settings::days_off::{DAY_OFF, known_day};
use crate::settings::officials::{OFFICIAL, known_official};
use crate::settings::seen_account::Seen;
use crate::settings::wording::TEMPLATE;
use crate::views::deadline::Tone;
use crate::views::facts;
use crate::views::parts::FactGroup;
use crate::views::record::RecordView;
use crate::views::step::NextStep;
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::look::Look;
use loket_domain::indonesian::date as words;
use loket_domain::problem::Refused;
use loket_letters::Template;

/// A page with these facts; it is headed by what the setting is called and what it is.
fn page(subject: SubjectRef, heads: (String, String), group: FactGroup, next: Vec<NextStep>) -> RecordView {
    RecordView {
        subject,
        title: heads.0,
        subtitle: heads.1,
        status: String::new(),
        tone: Tone::Calm,
        groups: vec![group],
        deadlines: vec![],
        warning: None,
        next,
        timeline: vec![],
        papers: vec![],
        linked: vec![],
    }
}

fn untitled<const N: usize>(rows: [(&str, Option<String>); N]) -> FactGroup {
    FactGroup { title: String::new(), facts: facts(rows), text: None }
}

pub(crate) fn official(look: &Look<'_>, id: &str) -> Result<RecordView, DeskError> {
    let official = known_official(look.context, id)?;
    let appointed = official.appointment.as_ref();
    let (represents, own_position) = official.standing();
    let group = untitled([
        ("NIP", official.nip.clone()),
        ("Pangkat/golongan", official.rank.clone()),
        ("Jabatan", Some(own_position)),
        ("Yang diwakili", (!represents.is_empty()).then(|| represents.join(", "))),
        ("Instansi", official.own_office.as_ref().map(|office| format!("{}, {}", office.name, office.place))),
        ("Peran", Some(official.role.label().to_owned())),
        ("Menandatangani sebagai", Some(official.capacity.label().to_owned())),
        ("SK", appointed.map(|known| format!("{} tanggal {}", known.decree, words(known.decreed_on)))),
        ("Menjabat sejak", appointed.map(|known| words(known.from))),
        ("Sampai", appointed.and_then(|known| known.until).map(words)),
    ]);
    let heads = (official.name.clone(), official.role.label().to_owned());
    let next = OFFICIAL.next(look.context, official, look.moment);
    Ok(page(SubjectRef::new(SubjectKind::Official, id), heads, group, next))
}

pub(crate) fn account(look: &Look<'_>, id: &str) -> Result<RecordView, DeskError> {
    let seen = Seen::of(look.context, id)?;
    let account = &seen.account;
    let group = untitled([
        ("Nama akun", Some(account.login.clone())),
        ("Peran", Some(account.role.label().to_owned())),
        ("Merangkap", Some(account.also.iter().map(|role| role.label()).collect::<Vec<_>>().join(", "))),
        ("Ditutup", account.closed_on.map(words)),
    ]);
    let heads = (account.name.clone(), account.role.label().to_owned());
    let next = ACCOUNT.next(look.context, &seen, look.moment);
    let linked = handovers::record::linked(look.tables, account.id)?;
    Ok(RecordView { linked, ..page(SubjectRef::new(SubjectKind::Account, id), heads, group, next) })
}

pub(crate) fn day_off(look: &Look<'_>, id: &str) -> Result<RecordView, DeskError> {
    let day = known_day(look.context, id)?;
    let group = untitled([
        ("Menjadi", Some(day.kind.map_or("Hari kerja", |kind| kind.label()).to_owned())),
        ("Nama", Some(day.name.clone())),
        ("Dasar", Some(day.decree.clone())),
    ]);
    let next = DAY_OFF.next(look.context, day, look.moment);
    Ok(page(SubjectRef::new(SubjectKind::DayOff, id), (words(day.date), day.name.clone()), group, next))
}

pub(crate) fn template(look: &Look<'_>, id: &str) -> Result<RecordView, DeskError> {
    let template = Template::from_code(id).ok_or(Refused::Unknown)?;
    let text = look.context.office.text(id).unwrap_or(template.original()).to_owned();
    let group = FactGroup { title: "Naskah yang dipakai".to_owned(), facts: vec![], text: Some(text) };
    let heads = (template.title().to_owned(), template.paper().to_owned());
    let next = TEMPLATE.next(look.context, &template, look.moment);
    Ok(page(SubjectRef::new(SubjectKind::Template, id), heads, group, next))
}
