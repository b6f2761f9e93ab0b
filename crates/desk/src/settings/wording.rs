//! A letter as its template would print, before the wording is kept.

use crate::context::Context;
use crate::error::DeskError;
use crate::printing::basis;
use crate::printing::printer::Printer;
use crate::views::paper::IssuedPaper;
use chrono::NaiveDate;
use loket_domain::problem::{Problems, Refused};
use loket_letters as letters;

/// The letter a template stands in, with the text as typed and an invented request. It is shown, never counted as printed.
pub(crate) fn template_preview(
    context: &Context<'_>,
    printer: &Printer<'_>,
    code: &str,
    text: &str,
    today: NaiveDate,
) -> Result<IssuedPaper, DeskError> {
    let template = letters::Template::from_code(code).ok_or(Refused::Unknown)?;
    if let Err(fault) = template.check(text) {
        let mut p = Problems::default();
        p.add("text", fault.to_string());
        return Err(Refused::Fields(p.into_vec()).into());
    }
    let signer = basis::ppid(context, today).ok_or(Refused::NotNow("Tambahkan dahulu seorang PPID Pelaksana di Pengaturan."))?;
    let paper = letters::sample(template, &context.office.profile.place, today, &signer.official);
    let wording = letters::Wording::of(context.texts().chain([(code, text)]));
    let pdf = printer.press.print_worded(&*paper, &printer.letterhead(), context.office.profile.paper, &wording)?;
    Ok(IssuedPaper { pdf, file_name: format!("Contoh {}.pdf", template.title()), is_copy: false })
}
