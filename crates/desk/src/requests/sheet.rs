//! The list of requests as a file or a paper: what is listed, all of it, in the columns that are shown.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::printing::basis;
use crate::printing::printer::Printer;
use crate::requests::list::{self, officer};
use crate::store::listed::{self, RequestsWanted};
use crate::store::requests::FoundRequest;
use crate::views::{IssuedPaper, RequestColumn, RequestQuery, RequestSort};
use crate::words::deadline;
use loket_domain::indonesian::date as words;
use loket_domain::problem::Refused;
use loket_letters::{self as letters, spreadsheet};
use rusqlite::Connection;

const TITLE: &str = "Daftar Permohonan";
/// More rows than these nobody reads on paper; it is some hundred pages.
const MOST_PRINTED: u32 = 2_000;

/// The file and its name.
pub(crate) fn sheet(
    tables: &Connection,
    context: &Context<'_>,
    query: &RequestQuery,
    columns: &[RequestColumn],
    moment: Moment,
) -> Result<(String, Vec<u8>), DeskError> {
    let rows = rows(tables, context, query, columns, moment)?;
    let heads: Vec<String> = columns.iter().map(|column| head(*column).to_owned()).collect();
    Ok((format!("{TITLE} {}.xlsx", moment.local.date()), spreadsheet::xlsx(TITLE, &heads, &rows)?))
}

/// The same on paper, with what it is narrowed to at its head.
///
/// # Errors
/// [`Refused::NotNow`] for more requests than anybody would print.
pub(crate) fn paper(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    query: &RequestQuery,
    columns: &[RequestColumn],
    moment: Moment,
) -> Result<IssuedPaper, DeskError> {
    if listed::are_more_than(tables, &list::wanted(query, moment)?, MOST_PRINTED)? {
        return Err(
            Refused::NotNow("Daftar ini lebih dari 2.000 permohonan. Persempit dahulu, atau simpan sebagai Excel.").into()
        );
    }
    let today = moment.local.date();
    let list = letters::RequestList {
        on: words(today),
        check_code: basis::state_code(context),
        narrowed: narrowed(context, query, moment)?,
        columns: columns.iter().map(|column| (head(*column), share(*column))).collect(),
        rows: rows(tables, context, query, columns, moment)?,
    };
    Ok(IssuedPaper { pdf: printer.print(&list)?, file_name: format!("{TITLE} {today}.pdf"), is_copy: false })
}

fn rows(
    tables: &Connection,
    context: &Context<'_>,
    query: &RequestQuery,
    columns: &[RequestColumn],
    moment: Moment,
) -> Result<Vec<Vec<String>>, DeskError> {
    let all = RequestsWanted { after: None, limit: u32::MAX, ..list::wanted(query, moment)? };
    let row = |found: &FoundRequest| columns.iter().map(|column| cell(context, found, *column, moment)).collect();
    Ok(listed::find(tables, &all)?.iter().map(row).collect())
}

/// What the list is narrowed to and how it is put in order, in words.
fn narrowed(context: &Context<'_>, query: &RequestQuery, moment: Moment) -> Result<Vec<String>, DeskError> {
    let wanted = list::wanted(query, moment)?;
    let days = match (wanted.from, wanted.to) {
        (Some(from), Some(to)) => Some(format!("diterima {} sampai {}", words(from), words(to))),
        (Some(from), None) => Some(format!("diterima sejak {}", words(from))),
        (None, Some(to)) => Some(format!("diterima sampai {}", words(to))),
        (None, None) => None,
    };
    let named = |what: &str, value: Option<String>| value.map(|value| format!("{what} {value}"));
    let parts = [
        (!query.words.trim().is_empty()).then(|| format!("memuat “{}”", query.words.trim())),
        named("keadaan", wanted.stage.map(|stage| stage.label().to_owned())),
        query.late.then(|| "lewat batas waktu".to_owned()),
        days,
        named("melalui", wanted.channel.map(list::channel_label)),
        named("didaftarkan oleh", wanted.officer.map(|id| officer(context, id))),
        named("meja", wanted.desk.map(str::to_owned)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let order = query.order.map_or("terbaru lebih dahulu".to_owned(), |order| {
        let by = match order.by {
            RequestSort::Number => RequestColumn::Number,
            RequestSort::Received => RequestColumn::Received,
            RequestSort::Applicant => RequestColumn::Applicant,
            RequestSort::Due => RequestColumn::Due,
        };
        format!("{}{}", head(by).to_lowercase(), if order.descending { ", dari belakang" } else { "" })
    });
    let only = if parts.is_empty() { "Semua permohonan".to_owned() } else { format!("Hanya yang {}", parts.join("; ")) };
    Ok(vec![only, format!("Urut {order}")])
}

/// How wide a column is on paper, in proportion to the others.
fn share(column: RequestColumn) -> f32 {
    match column {
        RequestColumn::Information => 30.0,
        RequestColumn::Applicant | RequestColumn::Number => 16.0,
        RequestColumn::Due | RequestColumn::Left | RequestColumn::Stage | RequestColumn::Category => 12.0,
        RequestColumn::Received | RequestColumn::Phone | RequestColumn::Channel | RequestColumn::Officer => 11.0,
    }
}

fn head(column: RequestColumn) -> &'static str {
    match column {
        RequestColumn::Number => "Nomor pendaftaran",
        RequestColumn::Received => "Diterima",
        RequestColumn::Applicant => "Pemohon",
        RequestColumn::Phone => "Telepon",
        RequestColumn::Information => "Informasi yang diminta",
        RequestColumn::Channel => "Melalui",
        RequestColumn::Category => "Kategori pemohon",
        RequestColumn::Officer => "Didaftarkan oleh",
        RequestColumn::Stage => "Keadaan",
        RequestColumn::Due => "Batas waktu",
        RequestColumn::Left => "Sisa waktu",
    }
}

/// One cell; what the list cuts short is whole here.
fn cell(context: &Context<'_>, found: &FoundRequest, column: RequestColumn, moment: Moment) -> String {
    let (request, form) = (&found.request, &found.request.registration);
    match column {
        RequestColumn::Number => request.number.text.clone(),
        RequestColumn::Received => words(form.received_on),
        RequestColumn::Applicant => form.applicant.name.clone(),
        RequestColumn::Phone => form.applicant.phone.clone().unwrap_or_default(),
        RequestColumn::Information => form.information.clone(),
        RequestColumn::Channel => form.channel_label().to_owned(),
        RequestColumn::Category => form.applicant.category.label().to_owned(),
        RequestColumn::Officer => officer(context, &found.officer),
        RequestColumn::Stage => request.stage_label().to_owned(),
        RequestColumn::Due => deadline::due_of(context, request, moment).text.unwrap_or_default(),
        RequestColumn::Left => deadline::due_of(context, request, moment).left.unwrap_or_default(),
    }
}
