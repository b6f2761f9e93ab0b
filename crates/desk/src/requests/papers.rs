//! The papers of a request: which there are, and one of them as a PDF.

use crate::context::Context;
use crate::error::DeskError;
use crate::printing::basis;
use crate::printing::names;
use crate::printing::printer::Printer;
use crate::requests::paper_list::ALL;
use crate::requests::story::Story;
use crate::store::entries;
use crate::views::paper::{IssuedPaper, PrintAs};
use crate::views::parts::PaperItem;
use crate::words::sections;
use loket_domain::ids::RequestId;
use loket_domain::paper::PaperKind;
use loket_domain::problem::PaperRefused;
use loket_domain::request::{Request, may};
use loket_letters as letters;
use rusqlite::Connection;

pub(crate) fn request_paper(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    (id, request): (RequestId, &Request),
    kind: PaperKind,
    how: &PrintAs,
) -> Result<IssuedPaper, DeskError> {
    let mark = basis::mark(request.issued.contains_key(&kind), request.has_left(kind), how);
    marked(tables, context, printer, (id, request), kind, mark)
}

/// A paper of a request, marked so.
pub(crate) fn marked(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    (id, request): (RequestId, &Request),
    kind: PaperKind,
    mark: letters::PaperMark,
) -> Result<IssuedPaper, DeskError> {
    if !request.has_paper(kind) {
        return Err(PaperRefused::NoSuchPaper.into());
    }
    let kept = entries::of_subject(tables, &format!("request:{id}"))?;
    let is_copy = mark == letters::PaperMark::Copy;
    let story = Story { tables, context, request, kept: &kept, mark };
    let pdf = printer.print(&*story.paper(kind)?)?;
    Ok(IssuedPaper { pdf, file_name: names::file_name(kind.label(), &request.number.text), is_copy })
}

/// The papers of a request and how often each was printed.
pub(crate) fn paper_items(request: &Request) -> Vec<PaperItem> {
    let here = ALL.iter().filter(|paper| request.has_paper(paper.kind));
    let rows: Vec<_> = here.map(|paper| (paper.kind, (paper.number)(request))).collect();
    sections::papers(&request.issued, &rows, |kind| may::reprint_original(request, kind).is_ok())
}

/// The number of a paper of a request, where it has one.
pub(crate) fn number(request: &Request, kind: PaperKind) -> Option<String> {
    ALL.iter().find(|paper| paper.kind == kind).and_then(|paper| (paper.number)(request))
}
