//! Registers and the catalogue as files for a spreadsheet.

use crate::catalogue::cells::cells_of;
use crate::catalogue::columns::{DIP_COLUMNS, IDENTITY};
use crate::catalogue::matching::in_catalogue;
use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::reports::figures;
use crate::reports::period::Period;
use crate::reports::register;
use crate::reports::register::objection_columns;
use crate::requests;
use crate::store::matters;

use crate::views::register::{ExportRef, RegisterKind, RegisterQuery, SheetFormat};
use loket_domain::dip::Listed;
use loket_letters::spreadsheet;
use rusqlite::Connection;

/// A file of figures and its name.
pub(crate) fn export(
    tables: &Connection,
    context: &Context<'_>,
    export: &ExportRef,
    moment: Moment,
) -> Result<(String, Vec<u8>), DeskError> {
    let (title, name, heads, rows, format) = match export {
        ExportRef::Requests { query, columns } => return requests::sheet::sheet(tables, context, query, columns, moment),
        ExportRef::Register { which, from, to, format } => {
            let period = Period::read(from, to)?;
            let query = RegisterQuery { which: *which, from: from.clone(), to: to.clone() };
            let view = register::register(tables, context, &query, moment.local.date())?;
            let title = match which {
                RegisterKind::Requests => "Register Permohonan",
                RegisterKind::Objections => "Register Keberatan",
                RegisterKind::Letters => "Buku Agenda Surat",
            };
            let rows = view.rows.into_iter().map(|row| row.cells);
            let (heads, rows) = match which {
                RegisterKind::Requests | RegisterKind::Letters => {
                    (view.columns.into_iter().map(|column| column.label).collect(), rows.collect())
                }
                RegisterKind::Objections => {
                    let numbered = rows.zip(1..).map(|(cells, running)| [vec![running.to_string()], cells].concat());
                    ([vec!["No.".to_owned()], objection_columns()].concat(), numbered.collect::<Vec<_>>())
                }
            };
            (title, format!("{title} {} {}", period.from, period.to), heads, rows, *format)
        }
        ExportRef::Figures { from, to } => {
            let heads = ["Bagian", "Uraian", "Jumlah", "Rata-rata", "Median"].map(str::to_owned).to_vec();
            let rows = figures::lines(&figures::figures(tables, context, (from, to))?);
            ("Angka layanan", format!("Angka layanan {from} {to}"), heads, rows, SheetFormat::Xlsx)
        }
        ExportRef::DipTemplate => {
            // What is new has no code yet.
            let heads = DIP_COLUMNS.iter().take(IDENTITY).map(|column| column.label.to_owned()).collect();
            ("Contoh tabel DIP", "Contoh tabel DIP".to_owned(), heads, vec![], SheetFormat::Xlsx)
        }
        ExportRef::Dip { format } => {
            let items = matters::all::<Listed>(tables)?;
            let listed = items.into_iter().filter(|found| in_catalogue(&found.state));
            let rows = listed.map(|found| cells_of(context, found)).collect();
            let heads = DIP_COLUMNS.iter().map(|column| column.label.to_owned()).collect();
            let title = "Daftar Informasi Publik";
            (title, format!("{title} {}", moment.local.date()), heads, rows, *format)
        }
    };
    Ok(match format {
        SheetFormat::Xlsx => (format!("{name}.xlsx"), spreadsheet::xlsx(title, &heads, &rows)?),
        SheetFormat::Csv => (format!("{name}.csv"), spreadsheet::csv(&heads, &rows)?),
    })
}
