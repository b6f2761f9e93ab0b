//! Lists of everything but requests.

use crate::actions::catalogue;
use crate::context::Context;
use crate::explain;
use crate::packs::view;
use crate::questions;
use crate::settings_lists;
use loket_domain::authority::Duty;
use loket_domain::classification::{Classification, ClassificationStage};
use loket_domain::dip::{DipCategory, Listed};
use loket_domain::indonesian::date as words;
use loket_domain::objection::{Objection, ObjectionStage};
use loket_domain::report::AnnualReport;
use loket_domain::survey::{Element, SurveyResponse};
use rusqlite::Connection;

use crate::actions::step;
use crate::edge::Moment;
use crate::error::DeskError;
use crate::records::{legal_basis, waits};
use crate::store::matters::{self, Folded, Found, Wanted};
use crate::views::{Column, ListKind, ListPage, ListQuery, ListRow, StageCount, SubjectKind, SubjectRef, Tone};

pub(crate) fn columns<const N: usize>(labels: [(&str, &str); N]) -> Vec<Column> {
    let column = |(key, label): (&str, &str)| Column { key: key.into(), label: label.into(), numeric: false };
    labels.map(column).to_vec()
}

fn short(text: &str) -> String {
    let mut short: String = text.chars().take(160).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

pub(crate) fn row(kind: SubjectKind, id: impl ToString, cells: Vec<String>) -> ListRow {
    ListRow { subject: SubjectRef::new(kind, id), cells, tone: Tone::Calm, left: None }
}

/// A page of a list.
pub(crate) fn list(tables: &Connection, context: &Context<'_>, query: &ListQuery, moment: Moment) -> Result<ListPage, DeskError> {
    match query.list {
        ListKind::Objections => objections(tables, context, query, moment),
        ListKind::Classifications => classifications(tables, context, query, moment),
        ListKind::Questions => questions::question_list(tables, context, query),
        ListKind::Dip => dip(tables, context, query, moment),
        ListKind::Surveys => surveys(tables, context, query),
        ListKind::Reports => reports(tables, context, query),
        ListKind::Officials => Ok(settings_lists::officials(context)),
        ListKind::Accounts => Ok(settings_lists::accounts(context)),
        ListKind::DaysOff => Ok(settings_lists::days_off(context)),
        ListKind::Templates => Ok(settings_lists::templates(context)),
        ListKind::Packs => view::pack_list(tables, context),
    }
}

/// A page of matters: rows by `row`, filters by `label` of their stages.
pub(crate) fn page<S: Folded>(
    tables: &Connection,
    query: &ListQuery,
    label: impl Fn(&str) -> String,
    row: impl Fn(&Found<S>) -> ListRow,
) -> Result<ListPage, DeskError> {
    let stage = query.filter.as_deref().filter(|filter| !filter.is_empty());
    let wanted = Wanted { words: &query.words, stage, offset: query.offset, limit: query.limit.min(500) };
    let counts = matters::count_by_stage::<S>(tables, &query.words)?;
    let total = counts.iter().filter(|(code, _)| stage.is_none_or(|stage| stage == code)).map(|(_, count)| count).sum();
    let rows = matters::find::<S>(tables, &wanted)?.iter().map(row).collect();
    let filters = counts.into_iter().map(|(code, count)| StageCount { label: label(&code), code, count }).collect();
    Ok(ListPage {
        subject: SubjectRef::new(SubjectKind::Office, ""),
        columns: vec![],
        rows,
        total,
        filters,
        next: vec![],
        intro: String::new(),
    })
}

fn objections(tables: &Connection, context: &Context<'_>, query: &ListQuery, moment: Moment) -> Result<ListPage, DeskError> {
    let label = |code: &str| ObjectionStage::from_code(code).map_or_else(String::new, |stage| stage.label().to_owned());
    let page = page::<Objection>(tables, query, label, |found| {
        let objection = &found.state;
        let form = &objection.form;
        let due = objection.due.filter(|_| waits(objection));
        let left = due.map(|due| explain::left(context, due, moment.local.date()));
        let letters: Vec<&str> = form.grounds.iter().map(|ground| ground.code()).collect();
        let cells = vec![
            objection.number.text.clone(),
            words(objection.registered_on),
            form.applicant.name.clone(),
            form.request_number.clone().unwrap_or_else(|| "tanpa permohonan".to_owned()),
            letters.join(", "),
            objection.stage().label().to_owned(),
            due.map_or_else(String::new, words),
        ];
        ListRow {
            tone: left.as_ref().map_or(Tone::Done, |left| left.tone),
            left: left.map(|left| left.text),
            ..row(SubjectKind::Objection, found.id, cells)
        }
    })?;
    Ok(ListPage {
        subject: SubjectRef::new(SubjectKind::Objection, ""),
        columns: columns([
            ("number", "Nomor"),
            ("on", "Dicatat"),
            ("applicant", "Pengaju"),
            ("request", "Permohonan"),
            ("grounds", "Alasan"),
            ("stage", "Keadaan"),
            ("due", "Batas tanggapan"),
        ]),
        next: vec![step("object", "Keberatan tanpa permohonan", true, context.may(Duty::Serve))],
        intro: "Keberatan atas permohonan dicatat dari halaman permohonannya. Di sini keberatan menunggu tanggapan Atasan \
                PPID, dan sengketanya diikuti."
            .to_owned(),
        ..page
    })
}

fn classifications(tables: &Connection, context: &Context<'_>, query: &ListQuery, moment: Moment) -> Result<ListPage, DeskError> {
    let label = |code: &str| ClassificationStage::from_code(code).map_or_else(String::new, |stage| stage.label().to_owned());
    let page = page::<Classification>(tables, query, label, |found| {
        let state = &found.state;
        let sheet = &state.worksheet;
        let number = state.decree.as_ref().map_or_else(String::new, |decree| decree.letter.number.clone());
        let holds = state.stage() == ClassificationStage::Decreed;
        let left = sheet.expires.filter(|_| holds).map(|expires| explain::left(context, expires, moment.local.date()));
        let cells = vec![
            short(&sheet.information),
            legal_basis(state),
            state.stage().label().to_owned(),
            number,
            sheet.expires.map_or_else(|| "–".to_owned(), words),
            sheet.unit.clone(),
        ];
        ListRow {
            tone: left.as_ref().map_or(Tone::Calm, |left| left.tone),
            left: left.map(|left| left.text),
            ..row(SubjectKind::Classification, found.id, cells)
        }
    })?;
    Ok(ListPage {
        subject: SubjectRef::new(SubjectKind::Classification, ""),
        columns: columns([
            ("information", "Informasi"),
            ("basis", "Dasar hukum"),
            ("stage", "Keadaan"),
            ("decree", "Penetapan"),
            ("expires", "Berakhir"),
            ("unit", "Unit"),
        ]),
        next: vec![step("test", "Uji konsekuensi baru", true, context.may(Duty::Classify))],
        intro: "Uji konsekuensi mendahului setiap penolakan Pasal 17. Yang sudah disetujui atau ditetapkan dapat dipakai lagi \
                untuk permohonan berikutnya."
            .to_owned(),
        ..page
    })
}

fn dip(tables: &Connection, context: &Context<'_>, query: &ListQuery, moment: Moment) -> Result<ListPage, DeskError> {
    let label =
        |code: &str| DipCategory::from_code(code).map_or_else(|| "Keluar dari daftar".to_owned(), |it| it.label().to_owned());
    let page = page::<Listed>(tables, query, label, |found| {
        let item = &found.state.item;
        let due = found.state.renewal_due().filter(|_| found.state.withdrawn.is_none());
        let left = due.map(|due| explain::left(context, due, moment.local.date()));
        let cells = vec![
            short(&item.summary),
            catalogue::category_of(context, item),
            item.holder.clone(),
            item.responsible.clone(),
            item.format.clone(),
            item.retention.clone(),
            item.published_on.map_or_else(|| "–".to_owned(), words),
        ];
        ListRow {
            tone: left.as_ref().map_or(Tone::Calm, |left| left.tone),
            left: left.map(|left| left.text),
            ..row(SubjectKind::DipItem, found.id, cells)
        }
    })?;
    Ok(ListPage {
        subject: SubjectRef::new(SubjectKind::DipItem, ""),
        columns: columns([
            ("summary", "Ringkasan isi informasi"),
            ("category", "Kategori"),
            ("holder", "Yang menguasai"),
            ("responsible", "Penanggung jawab"),
            ("format", "Format"),
            ("retention", "Retensi"),
            ("published", "Dimutakhirkan"),
        ]),
        next: vec![step("list", "Tambah informasi", true, context.may(Duty::Catalogue))],
        intro: "Daftar Informasi Publik: yang sudah ada di sini dapat langsung dijawab di meja. Masukkan satu per satu atau \
                impor dari Excel/CSV."
            .to_owned(),
        ..page
    })
}

fn surveys(tables: &Connection, context: &Context<'_>, query: &ListQuery) -> Result<ListPage, DeskError> {
    let page = page::<SurveyResponse>(
        tables,
        query,
        |_| "Dijawab".to_owned(),
        |found| {
            let response = &found.state;
            let mut cells = vec![words(response.on)];
            let mark = |answer: &u8| if *answer == 0 { "–".to_owned() } else { answer.to_string() };
            cells.extend(response.answers.iter().map(mark));
            row(SubjectKind::Survey, found.id, cells)
        },
    )?;
    let mut heads = columns([("on", "Tanggal")]);
    heads.extend(Element::ALL.iter().map(|element| Column {
        key: element.code().into(),
        label: element.code().to_uppercase(),
        numeric: true,
    }));
    Ok(ListPage {
        subject: SubjectRef::new(SubjectKind::Survey, ""),
        columns: heads,
        filters: vec![],
        next: vec![step("survey", "Isi jawaban survei", true, context.may(Duty::Report))],
        intro: "Survei Kepuasan Masyarakat: sembilan unsur, sekurang-kurangnya sekali setahun, tanpa nama responden.".to_owned(),
        ..page
    })
}

fn reports(tables: &Connection, context: &Context<'_>, query: &ListQuery) -> Result<ListPage, DeskError> {
    let page = page::<AnnualReport>(
        tables,
        query,
        |_| "Dibekukan".to_owned(),
        |found| {
            let report = &found.state;
            let cells = vec![
                report.year.to_string(),
                report.letter.number.clone(),
                words(report.frozen_on),
                report.figures.requests.to_string(),
                report.figures.objections.to_string(),
            ];
            row(SubjectKind::Report, found.id, cells)
        },
    )?;
    Ok(ListPage {
        subject: SubjectRef::new(SubjectKind::Report, ""),
        columns: columns([
            ("year", "Tahun"),
            ("number", "Nomor"),
            ("frozen", "Angka dibekukan"),
            ("requests", "Permohonan"),
            ("objections", "Keberatan"),
        ]),
        filters: vec![],
        next: vec![step("report", "Susun laporan tahunan", true, context.may(Duty::Report))],
        intro: "Laporan tahunan paling lambat 31 Maret, dengan salinan kepada Komisi Informasi.".to_owned(),
        ..page
    })
}
