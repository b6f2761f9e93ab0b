//! The boxes of an exemption, and what a cited classification fills in.

use crate::error::DeskError;
use crate::forms::form::{choice, date, long_text, many, section, text};
use crate::kernel::moment::Moment;
use crate::store::matters;

use crate::views::action::{FormField, FormSection};
use crate::views::{Choice, choices};
use loket_domain::attachment::AttachmentPurpose;
use loket_domain::classification::Classification;
use loket_domain::grounds::{DutyLimit, Ground};
use loket_domain::indonesian::date as words;
use loket_domain::request::{BasisKind, ExemptionInput, Request};
use rusqlite::Connection;
use uuid::Uuid;

/// Letters of Pasal 17 with their code in front, as the law writes them.
pub(crate) fn ground_choices() -> Vec<Choice> {
    let label = |ground: &Ground| Choice { code: ground.code().into(), label: format!("{}. {}", ground.code(), ground.label()) };
    Ground::ALL.iter().map(label).collect()
}

/// The section of an exemption.
pub(crate) fn exemption_section(tables: &Connection, request: &Request, moment: Moment) -> Result<FormSection, DeskError> {
    Ok(section("Dasar pengecualian", exemption_fields(tables, request, moment)?))
}

/// The boxes of an exemption. An own classification that covers the day may be cited; it fills in what is left empty.
pub(crate) fn exemption_fields(tables: &Connection, request: &Request, moment: Moment) -> Result<Vec<FormField>, DeskError> {
    let today = moment.local.date();
    let mut bases = Vec::new();
    for found in matters::all::<Classification>(tables)? {
        if found.state.covers(today) {
            bases.push(Choice { code: found.id.to_string(), label: cited(&found.state) });
        }
    }
    let first = bases.first().map_or_else(|| BasisKind::Classification.code().to_owned(), |own| own.code.clone());
    bases.extend(choices!(BasisKind));
    let limits = DutyLimit::ALL
        .iter()
        .map(|limit| Choice { code: limit.code().into(), label: format!("{}. {}", limit.code(), limit.label()) });
    let (decree, test) = (BasisKind::Classification.code(), BasisKind::ConsequenceTest.code());
    let scans =
        request.attached().map(|attached| Choice { code: attached.file.digest.clone(), label: attached.file.name.clone() });
    Ok(vec![
        choice("basis", "Berdasarkan", bases, first)
            .needed()
            .help("Klasifikasi milik kantor ini mengisi sendiri huruf, akibat, dan jangka waktunya bila dikosongkan."),
        text("decree_number", "Nomor SK klasifikasi", "").needed().when("basis", &[decree]),
        date("decree_date", "Tanggal SK klasifikasi", "").needed().when("basis", &[decree]),
        choice("decree_scan", "Pindaian SK itu", scans.collect(), "")
            .needed()
            .when("basis", &[decree])
            .attaching(AttachmentPurpose::Signed)
            .help("SK yang tidak tercatat di meja ini harus terlampir pada permohonan."),
        date("test_date", "Tanggal uji konsekuensi", "").needed().when("basis", &[test]),
        text("test_approved_by", "Pimpinan yang menyetujui", "").needed().when("basis", &[test]),
        many("grounds", "Pasal 17 UU 14/2008", ground_choices(), vec![]),
        many("limits", "Pasal 6 ayat (3) UU 14/2008", limits.collect(), vec![]),
        text("other_law", "Undang-undang lain", "").needed().when("grounds", &[Ground::J.code()]),
        text("other_article", "Pasal undang-undang itu", "").needed().when("grounds", &[Ground::J.code()]),
        long_text("consequence", "Akibat bila informasi dibuka", ""),
        expires(String::new()),
        term(String::new()),
    ])
}

/// The box of the day on which an exemption ends.
pub(crate) fn expires(typed: String) -> FormField {
    date("expires", "Pengecualian berakhir", typed)
        .help("Wajib untuk huruf a–f (penegakan hukum paling lama 30 tahun). Untuk huruf g–j boleh diganti ketentuan di bawah.")
}

/// The box of the article that sets how long an exemption lasts.
pub(crate) fn term(typed: String) -> FormField {
    text("term", "Ketentuan yang menetapkan jangka waktu", typed)
        .help("Wajib bila tanggal berakhirnya kosong, misalnya Pasal 44 ayat (1) huruf h UU 43/2009.")
}

/// Fills in what a cited classification of this office says.
pub(crate) fn cite(tables: &Connection, input: &mut ExemptionInput) -> Result<(), DeskError> {
    // Which record is cited follows from what was chosen, never from what was sent beside it.
    input.classification.clear();
    let Ok(id) = input.basis.trim().parse::<Uuid>() else { return Ok(()) };
    let Some(own) = matters::one::<Classification>(tables, id)? else {
        input.basis.clear();
        return Ok(());
    };
    input.classification = id.to_string();
    match (&own.decree, &own.approved) {
        (Some(decree), _) => {
            input.basis = BasisKind::Classification.code().into();
            input.decree_number = decree.letter.number.clone();
            input.decree_date = decree.letter.date.to_string();
        }
        (None, Some((on, by))) => {
            input.basis = BasisKind::ConsequenceTest.code().into();
            input.test_date = on.to_string();
            input.test_approved_by = by.clone();
        }
        (None, None) => input.basis.clear(),
    }
    let sheet = &own.worksheet;
    if input.grounds.is_empty() && input.limits.is_empty() {
        input.grounds = sheet.grounds.iter().map(|ground| ground.code().to_owned()).collect();
        if let Some((law, article)) = &sheet.other_law {
            (input.other_law, input.other_article) = (law.clone(), article.clone());
        }
    }
    if input.consequence.trim().is_empty() {
        input.consequence = sheet.consequence.clone();
    }
    if input.expires.trim().is_empty() && input.term.trim().is_empty() {
        input.expires = sheet.expires.map(|expires| expires.to_string()).unwrap_or_default();
        input.term = sheet.term.clone().unwrap_or_default();
    }
    Ok(())
}

/// An own classification, for a list to choose from.
fn cited(own: &Classification) -> String {
    let what = match (&own.decree, &own.approved) {
        (Some(decree), _) => format!("SK {}", decree.letter.number),
        (None, Some((on, _))) => format!("Uji konsekuensi {}", words(*on)),
        (None, None) => "Uji konsekuensi".to_owned(),
    };
    let mut title: String = own.worksheet.information.chars().take(80).collect();
    if title.len() < own.worksheet.information.len() {
        title.push('…');
    }
    let until = own.worksheet.expires.map_or_else(String::new, |expires| format!(", sampai {}", words(expires)));
    format!("{what}: {title}{until}")
}
