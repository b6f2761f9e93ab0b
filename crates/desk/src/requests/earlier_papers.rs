//! Papers of a request that were issued and are not its papers any more: replaced, taken back, answered anew, or followed by another of
//! their kind. They are evidence all the same.

use crate::context::Context;
use crate::error::DeskError;
use crate::printing::names::file_name;
use crate::printing::printer::Printer;
use crate::requests::paper_list::ALL;
use crate::requests::story::Story;
use crate::requests::{known, papers};
use crate::store::entries::{self, Kept};
use crate::views::paper::IssuedPaper;
use crate::views::parts::EarlierItem;
use loket_domain::change::{Change, RequestChange};
use loket_domain::paper::PaperKind;
use loket_domain::problem::PaperRefused;
use loket_domain::request::Request;
use loket_journal::Recorded;
use loket_letters::PaperMark;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// A paper as it last was.
pub(crate) struct EarlierPaper {
    pub(crate) kind: PaperKind,
    /// The request as it then stood.
    pub(crate) request: Request,
    /// How many entries of its story had happened.
    upto: usize,
}

impl EarlierPaper {
    /// What a copy of it is made from; `kept` is the whole story of its request.
    pub(crate) fn copy<'a>(&'a self, tables: &'a Connection, context: &'a Context<'a>, kept: &'a [Kept]) -> Story<'a> {
        Story { tables, context, request: &self.request, kept: &kept[..self.upto], mark: PaperMark::Copy }
    }
}

/// The earlier papers of a request, for its page.
pub(crate) fn items(kept: &[Kept]) -> Vec<EarlierItem> {
    let item = |(paper, place): (EarlierPaper, u32)| EarlierItem {
        place,
        title: paper.kind.label().to_owned(),
        number: papers::number(&paper.request, paper.kind).filter(|number| !number.is_empty()),
    };
    earlier(kept).into_iter().zip(0..).map(item).collect()
}

/// One of them, as a copy of what it was.
///
/// # Errors
/// [`PaperRefused::NoSuchPaper`] where the request has none at this place.
pub(crate) fn print(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    id: &str,
    place: u32,
) -> Result<IssuedPaper, DeskError> {
    let (id, _) = known::known(tables, id)?;
    let kept = entries::of_subject(tables, &format!("request:{id}"))?;
    let mut all = earlier(&kept).into_iter().zip(0..);
    let (paper, _) = all.find(|(_, at)| *at == place).ok_or(PaperRefused::NoSuchPaper)?;
    let (kind, request) = (paper.kind, &paper.request);
    let pdf = printer.print(&*paper.copy(tables, context, &kept).paper(kind)?)?;
    Ok(IssuedPaper { pdf, file_name: file_name(&format!("{} terdahulu", kind.label()), &request.number.text), is_copy: true })
}

/// The papers that the request of this story no longer has, in the order in which they ceased.
pub(crate) fn earlier(kept: &[Kept]) -> Vec<EarlierPaper> {
    let known = |kept: &Kept| if let Recorded::Known(change) = kept.recorded() { Some(change) } else { None };
    let changes: Vec<Option<Change>> = kept.iter().map(known).collect();
    let mut state: Option<Request> = None;
    let (mut last, mut ceased): (BTreeMap<PaperKind, usize>, Vec<(PaperKind, usize)>) = (BTreeMap::new(), vec![]);
    for (at, change) in changes.iter().enumerate() {
        let Some(change) = change else { continue };
        state = Request::apply(state.as_ref(), change).or(state);
        let Some(request) = &state else { continue };
        let set_aside = matches!(<&RequestChange>::try_from(change), Ok(RequestChange::OrderSetAside { .. }));
        for paper in ALL {
            let anew = <&RequestChange>::try_from(change).is_ok_and(paper.stands_on);
            let here = request.has_paper(paper.kind);
            // With the order that fell, the answer before it came back to its place.
            let again = ceased.iter().rposition(|(kind, _)| *kind == paper.kind);
            if let Some(place) = again.filter(|_| set_aside && here && !last.contains_key(&paper.kind)) {
                ceased.remove(place);
            }
            if anew || !here {
                ceased.extend(last.remove(&paper.kind).map(|upto| (paper.kind, upto)));
            }
            if here {
                last.insert(paper.kind, at + 1);
            }
        }
    }
    // Few papers ever cease: their request is folded again, and not kept along for every other.
    let as_it_stood = |(kind, upto): (PaperKind, usize)| {
        let (request, _) = Request::replay(changes[..upto].iter().flatten());
        Some(EarlierPaper { kind, request: request?, upto })
    };
    ceased.into_iter().filter_map(as_it_stood).collect()
}
