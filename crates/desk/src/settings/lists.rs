//! Lists of what the office set: officials, accounts, days off, wordings. Each stands on one page.

use crate::context::Context;
use crate::settings::{accounts, days_off, officials};
use crate::views::subject::SubjectKind;
use crate::words::rows::{ListOf, ListRows, columns, row};
use loket_domain::indonesian::{date as words, nip};
use loket_letters::Template;

pub(crate) const OFFICIALS: ListOf = ListOf {
    of: SubjectKind::Official,
    columns: || {
        columns([
            ("name", "Nama"),
            ("position", "Jabatan"),
            ("role", "Peran"),
            ("nip", "NIP"),
            ("decree", "SK"),
            ("until", "Masa"),
        ])
    },
    intro: "Pejabat menurut SK: siapa yang menandatangani surat.",
    next: |_, context, moment| Ok(officials::NEW_OFFICIAL.next(context, &(), moment)),
    rows: |_, context, _, _| Ok(official_rows(context)),
};

fn official_rows(context: &Context<'_>) -> ListRows {
    let rows = context.office.officials.iter().map(|official| {
        let appointed = official.appointment.as_ref();
        let cells = vec![
            official.name.clone(),
            official.position.clone(),
            official.role.label().to_owned(),
            official.nip.as_deref().map(in_one_line).unwrap_or_default(),
            appointed.map_or_else(String::new, |known| known.decree.clone()),
            appointed
                .and_then(|known| known.until)
                .map_or_else(|| "menjabat".to_owned(), |until| format!("sampai {}", words(until))),
        ];
        row(SubjectKind::Official, official.id, cells)
    });
    ListRows::all(rows)
}

pub(crate) const ACCOUNTS: ListOf = ListOf {
    of: SubjectKind::Account,
    columns: || {
        columns([("login", "Nama akun"), ("name", "Nama"), ("role", "Peran"), ("also", "Merangkap"), ("state", "Keadaan")])
    },
    intro: "Siapa yang dapat masuk di kantor ini dan perannya.",
    next: |_, context, moment| Ok(accounts::NEW_ACCOUNT.next(context, &(), moment)),
    rows: |_, context, _, _| Ok(account_rows(context)),
};

fn account_rows(context: &Context<'_>) -> ListRows {
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
    ListRows::all(rows)
}

pub(crate) const DAYS_OFF: ListOf = ListOf {
    of: SubjectKind::DayOff,
    columns: || columns([("date", "Tanggal"), ("kind", "Menjadi"), ("name", "Nama"), ("decree", "Dasar")]),
    intro: "Hari yang ditambahkan kantor di luar kalender nasional bawaan, masing-masing dengan dasarnya.",
    next: |_, context, moment| Ok(days_off::NEW_DAY_OFF.next(context, &(), moment)),
    rows: |_, context, _, _| Ok(day_off_rows(context)),
};

fn day_off_rows(context: &Context<'_>) -> ListRows {
    let rows = context.office.days_off.iter().map(|day| {
        let kind = day.kind.map_or("Hari kerja", |kind| kind.label());
        row(SubjectKind::DayOff, day.date, vec![words(day.date), kind.to_owned(), day.name.clone(), day.decree.clone()])
    });
    ListRows::all(rows)
}

pub(crate) const TEMPLATES: ListOf = ListOf {
    of: SubjectKind::Template,
    columns: || columns([("title", "Naskah"), ("paper", "Surat"), ("state", "Keadaan")]),
    intro: "Kalimat surat yang boleh disesuaikan kantor. Naskah asli selalu dapat dikembalikan.",
    next: |_, _, _| Ok(vec![]),
    rows: |_, context, _, _| Ok(template_rows(context)),
};

fn template_rows(context: &Context<'_>) -> ListRows {
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
    ListRows::all(rows)
}

/// A NIP whose groups are not torn apart where a column is narrow.
fn in_one_line(number: &str) -> String {
    nip(number).replace(' ', "\u{a0}")
}
