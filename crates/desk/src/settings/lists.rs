//! Lists of what the office set: officials, accounts, days off, wordings; and the facts of one of them.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::step::step;
use crate::settings::people;
use crate::views::facts;
use crate::views::parts::FactGroup;
use crate::views::rows::{Column, ListPage, ListRow};
use crate::views::step::NextStep;
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::rows::{columns, row};
use loket_domain::authority::Duty;
use loket_domain::indonesian::date as words;
use loket_domain::problem::Refused;
use loket_letters::Template;

/// A list of settings: all of it on one page.
fn settings_page(kind: SubjectKind, columns: Vec<Column>, rows: Vec<ListRow>, next: Vec<NextStep>, intro: &str) -> ListPage {
    let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    ListPage { subject: SubjectRef::new(kind, ""), columns, rows, total, filters: vec![], next, intro: intro.to_owned() }
}

pub(crate) fn officials(context: &Context<'_>) -> ListPage {
    let rows = context.office.officials.iter().map(|official| {
        let appointed = official.appointment.as_ref();
        let cells = vec![
            official.name.clone(),
            official.position.clone(),
            official.role.label().to_owned(),
            official.nip.clone().unwrap_or_default(),
            appointed.map_or_else(String::new, |known| known.decree.clone()),
            appointed
                .and_then(|known| known.until)
                .map_or_else(|| "menjabat".to_owned(), |until| format!("sampai {}", words(until))),
        ];
        row(SubjectKind::Official, official.id, cells)
    });
    let heads = columns([
        ("name", "Nama"),
        ("position", "Jabatan"),
        ("role", "Peran"),
        ("nip", "NIP"),
        ("decree", "SK"),
        ("until", "Masa"),
    ]);
    let next = vec![step("name", "Tambah pejabat", true, context.may(Duty::Administer))];
    settings_page(SubjectKind::Official, heads, rows.collect(), next, "Pejabat menurut SK: siapa yang menandatangani surat.")
}

pub(crate) fn accounts(context: &Context<'_>) -> ListPage {
    let rows = context.office.accounts.iter().map(|account| {
        let also: Vec<&str> = account.also.iter().map(|role| role.label()).collect();
        let cells = vec![
            account.login.clone(),
            account.name.clone(),
            account.role.label().to_owned(),
            also.join(", "),
            account.closed_on.map_or_else(|| "terbuka".to_owned(), |on| format!("ditutup {}", words(on))),
        ];
        row(SubjectKind::Account, account.id, cells)
    });
    let heads =
        columns([("login", "Nama akun"), ("name", "Nama"), ("role", "Peran"), ("also", "Merangkap"), ("state", "Keadaan")]);
    let next = vec![step("open", "Buka akun", true, context.may(Duty::Administer))];
    let intro = "Siapa yang dapat masuk di kantor ini dan perannya.";
    settings_page(SubjectKind::Account, heads, rows.collect(), next, intro)
}

pub(crate) fn days_off(context: &Context<'_>) -> ListPage {
    let rows = context.office.days_off.iter().map(|day| {
        let kind = day.kind.map_or("Hari kerja", |kind| kind.label());
        row(SubjectKind::DayOff, day.date, vec![words(day.date), kind.to_owned(), day.name.clone(), day.decree.clone()])
    });
    let heads = columns([("date", "Tanggal"), ("kind", "Menjadi"), ("name", "Nama"), ("decree", "Dasar")]);
    let next = vec![step("add_day_off", "Tambah hari", true, context.may(Duty::Administer))];
    let intro = "Hari yang ditambahkan kantor di luar kalender nasional bawaan, masing-masing dengan dasarnya.";
    settings_page(SubjectKind::DayOff, heads, rows.collect(), next, intro)
}

pub(crate) fn templates(context: &Context<'_>) -> ListPage {
    let rows = Template::ALL.iter().map(|template| {
        let state = match context.office.wordings.get(template.code()) {
            None if context.office.text(template.code()).is_some() => "paket PPID Utama",
            None => "asli",
            Some(own) if own.original != Template::digest(context.basic_text(*template)) => {
                "diubah kantor; naskah asli sudah diperbarui"
            }
            Some(_) => "diubah kantor",
        };
        let cells = vec![template.title().to_owned(), template.paper().to_owned(), state.to_owned()];
        row(SubjectKind::Template, template.code(), cells)
    });
    let heads = columns([("title", "Naskah"), ("paper", "Surat"), ("state", "Keadaan")]);
    let intro = "Kalimat surat yang boleh disesuaikan kantor. Naskah asli selalu dapat dikembalikan.";
    settings_page(SubjectKind::Template, heads, rows.collect(), vec![], intro)
}

/// Title, subtitle, facts and steps of one setting.
pub(crate) fn setting_facts(
    context: &Context<'_>,
    subject: &SubjectRef,
) -> Result<(String, String, FactGroup, Vec<NextStep>), DeskError> {
    let group = |facts| FactGroup { title: String::new(), facts, text: None };
    Ok(match subject.kind {
        SubjectKind::Official => {
            let official = people::known_official(context, &subject.id)?;
            let appointed = official.appointment.as_ref();
            let rows = facts([
                ("NIP", official.nip.clone()),
                ("Pangkat/golongan", official.rank.clone()),
                ("Jabatan", Some(official.position.clone())),
                ("Peran", Some(official.role.label().to_owned())),
                ("Menandatangani sebagai", Some(official.capacity.label().to_owned())),
                ("SK", appointed.map(|known| format!("{} tanggal {}", known.decree, words(known.decreed_on)))),
                ("Menjabat sejak", appointed.map(|known| words(known.from))),
                ("Sampai", appointed.and_then(|known| known.until).map(words)),
            ]);
            (official.name.clone(), official.role.label().to_owned(), group(rows), people::official_steps(context, official))
        }
        SubjectKind::Account => {
            let account = people::known_account(context, &subject.id)?;
            let rows = facts([
                ("Nama akun", Some(account.login.clone())),
                ("Peran", Some(account.role.label().to_owned())),
                ("Merangkap", Some(account.also.iter().map(|role| role.label()).collect::<Vec<_>>().join(", "))),
                ("Ditutup", account.closed_on.map(words)),
            ]);
            (account.name.clone(), account.role.label().to_owned(), group(rows), people::account_steps(context, account))
        }
        SubjectKind::DayOff => {
            let day = context.office.days_off.iter().find(|day| day.date.to_string() == subject.id).ok_or(Refused::Unknown)?;
            let rows = facts([
                ("Menjadi", Some(day.kind.map_or("Hari kerja", |kind| kind.label()).to_owned())),
                ("Nama", Some(day.name.clone())),
                ("Dasar", Some(day.decree.clone())),
            ]);
            let next = vec![step("remove_day_off", "Hapus", true, context.may(Duty::Administer))];
            (words(day.date), day.name.clone(), group(rows), next)
        }
        _ => {
            let template = Template::from_code(&subject.id).ok_or(Refused::Unknown)?;
            let own = context.office.wordings.get(&subject.id);
            let text = context.office.text(&subject.id).unwrap_or(template.original()).to_owned();
            let may = context.may(Duty::Administer);
            let restorable = if own.is_some() { may.clone() } else { Err(Refused::NotNow("Naskah ini masih asli.")) };
            let next =
                vec![step("reword", "Ubah naskah", true, may), step("restore", "Kembalikan naskah asli", true, restorable)];
            let group = FactGroup { title: "Naskah yang dipakai".to_owned(), facts: vec![], text: Some(text) };
            (template.title().to_owned(), template.paper().to_owned(), group, next)
        }
    })
}
