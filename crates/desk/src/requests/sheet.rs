//! The list of requests as a sheet: what is listed, all of it, in the columns that are shown.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::requests::list::{self, officer};
use crate::store::requests::{self, FoundRequest, RequestsWanted};
use crate::views::{RequestColumn, RequestQuery};
use crate::words::deadline;
use loket_domain::indonesian::date as words;
use loket_letters::spreadsheet;
use rusqlite::Connection;

const TITLE: &str = "Daftar Permohonan";

/// The file and its name.
pub(crate) fn sheet(
    tables: &Connection,
    context: &Context<'_>,
    query: &RequestQuery,
    columns: &[RequestColumn],
    moment: Moment,
) -> Result<(String, Vec<u8>), DeskError> {
    let all = RequestsWanted { offset: 0, limit: u32::MAX, ..list::wanted(query, moment)? };
    let heads: Vec<String> = columns.iter().map(|column| head(*column).to_owned()).collect();
    let found = requests::find(tables, &all)?;
    let row = |found: &FoundRequest| columns.iter().map(|column| cell(context, found, *column, moment)).collect();
    let rows: Vec<Vec<String>> = found.iter().map(row).collect();
    Ok((format!("{TITLE} {}.xlsx", moment.local.date()), spreadsheet::xlsx(TITLE, &heads, &rows)?))
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
        RequestColumn::Stage => request.stage().label().to_owned(),
        RequestColumn::Due => deadline::due_of(context, request, moment).text.unwrap_or_default(),
        RequestColumn::Left => deadline::due_of(context, request, moment).left.map_or_else(String::new, |left| left.text),
    }
}
