//! A paper on its way to a printer, moved as its kind is on this computer; and the page by which that is tried.

use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::printing::cups::size_in_words;
use crate::printing::printer::Printer;
use crate::printing::way;
use crate::views::paper::{IssuedPaper, PrintOrder};
use crate::views::printing::{PrintWay, PrintWayForm, PrinterAbilities};
use loket_letters as letters;

/// The paper as it goes to the printer.
pub(crate) fn order(issued: IssuedPaper, what: &'static str, way: PrintWay) -> Result<PrintOrder, DeskError> {
    let size = letters::page_millimetres(&issued.pdf)?;
    let by = letters::Shift { right: f32::from(way.right) / 10.0, down: f32::from(way.down) / 10.0 };
    let pdf = letters::moved(&issued.pdf, by)?;
    Ok(PrintOrder { issued: IssuedPaper { pdf, ..issued }, what, way, size })
}

/// A page with rulers, printed the way that is typed. Nothing is set by it.
///
/// # Errors
/// [`loket_domain::problem::Refused::Fields`] with what must change first.
pub(crate) fn test_page(
    printer: &Printer<'_>,
    kind: &str,
    form: &PrintWayForm,
    abilities: Option<&PrinterAbilities>,
    moment: Moment,
) -> Result<PrintOrder, DeskError> {
    let kind = way::known(kind)?;
    let checked = way::check(form, abilities)?;
    let (sheet, orientation) = kind.sheet();
    // A page tells by name which printer it came out of, also where none was chosen.
    let named = PrintWay { printer: abilities.map(|known| known.printer.clone()), ..checked.clone() };
    let paper = ("Kertas", size_in_words(sheet.millimetres(printer.context.office.profile.paper)));
    let told = way::told(&named).into_iter().chain([paper]);
    let page = letters::TestPage {
        kind: kind.label().to_owned(),
        told: told.map(|(label, value)| (label.to_owned(), value)).collect(),
        on: moment.local.date(),
        sheet,
        orientation,
    };
    let issued = IssuedPaper { pdf: printer.print(&page)?, file_name: "Halaman uji.pdf".into(), is_copy: false };
    order(issued, "Halaman uji", checked)
}
