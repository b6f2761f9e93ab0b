//! The papers of a request: which there are, and one of them as a PDF.

use crate::context::Context;
use crate::error::DeskError;
use crate::printing::names;
use crate::printing::printer::Printer;
use crate::requests::story::Story;
use crate::store::entries;
use crate::views::paper::IssuedPaper;
use crate::views::parts::PaperItem;
use loket_domain::ids::RequestId;
use loket_domain::indonesian::date as words;
use loket_domain::paper::PaperKind;
use loket_domain::problem::Refused;
use loket_domain::request::{Letter, Outcome, Request};
use loket_letters as letters;
use rusqlite::Connection;

pub(crate) fn request_paper(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    id: RequestId,
    request: &Request,
    kind: PaperKind,
) -> Result<IssuedPaper, DeskError> {
    if !request.has_paper(kind) {
        return Err(Refused::NoSuchPaper.into());
    }
    let kept = entries::of_subject(tables, &format!("request:{id}"))?;
    let is_copy = request.issued.contains_key(&kind);
    let mark = if is_copy { letters::PaperMark::Copy } else { letters::PaperMark::Original };
    let story = Story { tables, context, request, kept: &kept, mark };
    let pdf = printer.print(&*story.paper(kind)?)?;
    Ok(IssuedPaper { pdf, file_name: names::file_name(kind.label(), &request.number.text), is_copy })
}

/// The papers of a request and how often each was printed.
pub(crate) fn paper_items(request: &Request) -> Vec<PaperItem> {
    let letter = |letter: Option<&Letter>| letter.map(|letter| letter.number.clone());
    let number = |kind| match kind {
        PaperKind::WrittenNotice | PaperKind::RefusalDecision => letter(request.outcome.as_ref().and_then(Outcome::letter)),
        PaperKind::IncompleteNotice => letter(request.incomplete.as_ref().map(|known| &known.letter)),
        PaperKind::ExtensionNotice => letter(request.extension.as_ref().map(|known| &known.letter)),
        PaperKind::HandOverReceipt => request.handed_over.as_ref().map(|known| known.number.clone()),
        PaperKind::FeeReceipt => request.payment.as_ref().map(|known| known.number.clone()),
        PaperKind::Disposition => request.coordination.last().map(|known| known.forwarding.number.clone()),
        _ => Some(request.number.text.clone()),
    };
    let item = |kind: PaperKind| {
        let issued = request.issued.get(&kind);
        PaperItem {
            kind,
            title: kind.label().into(),
            number: number(kind),
            printed: issued.map_or(0, |issued| issued.times),
            printed_text: issued.map(|issued| format!("Terakhir dicetak atau disimpan {}", words(issued.last))),
        }
    };
    // The receipt first: it is what the citizen waits for.
    let order = [PaperKind::Receipt, PaperKind::RequestForm].into_iter().chain(IN_ORDER);
    order.filter(|kind| request.has_paper(*kind)).map(item).collect()
}

/// The papers that follow the receipt and the form, in the order of what happened.
pub(crate) const IN_ORDER: [PaperKind; 8] = [
    PaperKind::IncompleteNotice,
    PaperKind::Disposition,
    PaperKind::ExtensionNotice,
    PaperKind::DeadlineAddendum,
    PaperKind::WrittenNotice,
    PaperKind::RefusalDecision,
    PaperKind::FeeReceipt,
    PaperKind::HandOverReceipt,
];
