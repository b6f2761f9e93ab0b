//! The papers of a request: which there are, and one of them as a PDF.

use crate::context::Context;
use crate::error::DeskError;
use crate::printing::names;
use crate::printing::printer::Printer;
use crate::requests::paper_list::{ALL, RequestPaper};
use crate::requests::story::Story;
use crate::store::entries;
use crate::views::paper::IssuedPaper;
use crate::views::parts::PaperItem;
use loket_domain::ids::RequestId;
use loket_domain::indonesian::date as words;
use loket_domain::paper::PaperKind;
use loket_domain::problem::PaperRefused;
use loket_domain::request::Request;
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
        return Err(PaperRefused::NoSuchPaper.into());
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
    let item = |paper: &RequestPaper| {
        let issued = request.issued.get(&paper.kind);
        PaperItem {
            kind: paper.kind,
            title: paper.kind.label().into(),
            number: (paper.number)(request),
            printed: issued.map_or(0, |issued| issued.times),
            printed_text: issued.map(|issued| format!("Terakhir dicetak atau disimpan {}", words(issued.last))),
        }
    };
    ALL.iter().filter(|paper| request.has_paper(paper.kind)).map(item).collect()
}
