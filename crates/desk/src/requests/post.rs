//! What the letters of a request are posted in: an envelope, or labels, with the address that stands on them.

use crate::error::DeskError;
use crate::printing::names::file_name;
use crate::printing::printer::Printer;
use crate::views::choices;
use crate::views::paper::IssuedPaper;
use crate::views::printing::{LabelChoice, PostChoices};
use loket_domain::paper::{EnvelopeSize, LabelSheet};
use loket_domain::problem::Problems;
use loket_domain::request::Request;
use loket_letters as letters;

/// What there is to choose from.
pub(crate) fn choices() -> PostChoices {
    let label = |sheet: &LabelSheet| LabelChoice {
        code: sheet.code().to_owned(),
        label: sheet.label().to_owned(),
        places: sheet.places(),
    };
    PostChoices { envelopes: choices!(EnvelopeSize), labels: LabelSheet::ALL.iter().map(label).collect() }
}

/// An envelope.
pub(crate) fn envelope(printer: &Printer<'_>, request: &Request, size: EnvelopeSize) -> Result<IssuedPaper, DeskError> {
    let registration_no = request.number.text.clone();
    let envelope = letters::Envelope { registration_no, applicant: request.applicant(), size };
    Ok(IssuedPaper { pdf: printer.print(&envelope)?, file_name: file_name("Amplop", &request.number.text), is_copy: false })
}

/// Labels, from one place of their sheet on.
///
/// # Errors
/// [`loket_domain::problem::Refused::Fields`] where the sheet has not so many labels.
pub(crate) fn labels(
    printer: &Printer<'_>,
    request: &Request,
    sheet: LabelSheet,
    (first, count): (u8, u8),
) -> Result<IssuedPaper, DeskError> {
    let mut p = Problems::default();
    let places = sheet.places();
    if !(1..=places).contains(&first) {
        p.add("first", format!("Isi letak label antara 1 dan {places}, dihitung dari kiri atas."));
    } else if !(1..=places - first + 1).contains(&count) {
        p.add("count", format!("Dari letak itu lembar ini masih punya {} label; isi antara 1 dan itu.", places - first + 1));
    }
    p.or(Some(()))?;
    let registration_no = request.number.text.clone();
    let labels = letters::Labels { registration_no, applicant: request.applicant(), sheet, first, count };
    Ok(IssuedPaper { pdf: printer.print(&labels)?, file_name: file_name("Label Alamat", &request.number.text), is_copy: false })
}
