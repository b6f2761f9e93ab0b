//! The minutes of a handover as a paper. They say what was written down then, so they may be printed again at any time.

use crate::context::Context;
use crate::error::DeskError;
use crate::handovers::known;
use crate::printing::printer::Printer;
use crate::views::paper::IssuedPaper;
use loket_letters as letters;
use rusqlite::Connection;

/// The minutes of the handover of this identity.
pub(crate) fn minutes(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    id: &str,
) -> Result<IssuedPaper, DeskError> {
    let (kept, handover) = known::one(tables, id)?;
    let file_name = format!("Berita Acara Serah Terima {} {}.pdf", handover.desk, handover.on);
    let minutes = letters::HandoverMinutes {
        handover,
        check_code: kept.header.hash().check_code(),
        place: context.office.profile.place.clone(),
        mark: letters::PaperMark::Original,
    };
    Ok(IssuedPaper { pdf: printer.print(&minutes)?, file_name, is_copy: false })
}
