//! The catalogue as a paper.

use crate::catalogue::headings;
use crate::catalogue::matching::in_catalogue;
use crate::context::Context;
use crate::error::DeskError;
use crate::printing::basis;
use crate::printing::printer::Printer;
use crate::store::matters;

use crate::views::paper::IssuedPaper;
use chrono::NaiveDate;
use loket_domain::dip::{DipItem, Listed};
use loket_letters as letters;
use rusqlite::Connection;

pub(crate) fn dip_paper(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    today: NaiveDate,
) -> Result<IssuedPaper, DeskError> {
    let items = matters::all::<Listed>(tables)?;
    let named = |item: DipItem| DipItem { heading: headings::heading_name(context, &item), ..item };
    let items = items.into_iter().filter(|found| in_catalogue(&found.state)).map(|found| named(found.state.item)).collect();
    let decree = context.office.profile.dip_decree.clone();
    let dip =
        letters::Dip { on: today, check_code: basis::state_code(context), decree, items, signed: basis::ppid(context, today) };
    Ok(IssuedPaper { pdf: printer.print(&dip)?, file_name: format!("Daftar Informasi Publik {today}.pdf"), is_copy: false })
}
