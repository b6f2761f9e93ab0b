//! Empty forms as papers.

use crate::blanks::numbered;
use crate::context::Context;
use crate::error::DeskError;
use crate::printing::names::file_name;
use crate::printing::printer::Printer;
use crate::views::paper::IssuedPaper;
use loket_domain::office::{OfficeRefused, ReservedNumber};
use loket_domain::paper::{BlankKind, MOST_BLANKS};
use loket_domain::problem::{Problems, Refused};
use loket_letters::{self as letters, Paper};
use rusqlite::Connection;

/// So many of one empty form as one document.
///
/// # Errors
/// [`Refused::Fields`] at the box `count` for none or too many.
pub(crate) fn blank_forms(
    context: &Context<'_>,
    printer: &Printer<'_>,
    kind: BlankKind,
    count: u32,
) -> Result<IssuedPaper, DeskError> {
    let mut p = Problems::default();
    let fits = (1..=u32::from(MOST_BLANKS)).contains(&count);
    p.when(!fits, "count", &format!("Isi berapa lembar: 1 sampai {MOST_BLANKS}."));
    p.or(Some(()))?;
    let form = letters::BlankForm {
        kind,
        place: context.office.profile.place.clone(),
        fee_decree: context.office.fees.as_ref().map(|fees| fees.decree.clone()),
    };
    let papers = vec![&form as &dyn Paper; count as usize];
    let pdf = printer.print_together(&format!("{} (kosong)", kind.label()), &papers)?;
    Ok(IssuedPaper { pdf, file_name: format!("{} kosong.pdf", kind.label()), is_copy: false })
}

/// Numbered forms as one document: those named, else every one of this desk that is still to be accounted for.
///
/// # Errors
/// [`OfficeRefused`] for one that is used, void, or of another desk, and where there is none.
pub(crate) fn numbered_forms(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    numbers: &[String],
) -> Result<IssuedPaper, DeskError> {
    let forms: Vec<&ReservedNumber> = if numbers.is_empty() {
        numbered::open_forms(tables, context)?
    } else {
        numbers.iter().map(|number| numbered::open_form(tables, context, number)).collect::<Result<_, _>>()?
    };
    let first = forms.first().ok_or(Refused::from(OfficeRefused::NoOpenForm))?;
    let name = match forms.len() {
        1 => file_name("Formulir bernomor", &first.number.text),
        many => file_name(&format!("{many} formulir bernomor sejak"), &first.number.text),
    };
    let made = |reserved: &&ReservedNumber| {
        Ok(letters::NumberedForm {
            registration_no: reserved.number.text.clone(),
            check_code: numbered::code(tables, reserved)?,
            reserved_on: reserved.on,
            contact: context.office.profile.contact_line(),
        })
    };
    let made = forms.iter().map(made).collect::<Result<Vec<_>, DeskError>>()?;
    let papers: Vec<&dyn Paper> = made.iter().map(|form| form as &dyn Paper).collect();
    Ok(IssuedPaper { pdf: printer.print_together("Formulir bernomor", &papers)?, file_name: name, is_copy: false })
}
