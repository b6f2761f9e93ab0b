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
    pub(crate) upto: usize,
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
    let EarlierPaper { kind, request, upto } = earlier(&kept)
        .into_iter()
        .zip(0..)
        .find(|(_, at)| *at == place)
        .map(|(paper, _)| paper)
        .ok_or(PaperRefused::NoSuchPaper)?;
    let story = Story { tables, context, request: &request, kept: &kept[..upto], mark: PaperMark::Copy };
    let pdf = printer.print(&*story.paper(kind)?)?;
    Ok(IssuedPaper { pdf, file_name: file_name(&format!("{} terdahulu", kind.label()), &request.number.text), is_copy: true })
}

/// The papers that the request of this story no longer has, in the order in which they ceased.
pub(crate) fn earlier(kept: &[Kept]) -> Vec<EarlierPaper> {
    let known = |kept: &Kept| if let Recorded::Known(change) = kept.recorded() { Some(change) } else { None };
    let changes: Vec<Option<Change>> = kept.iter().map(known).collect();
    let mut state: Option<Request> = None;
    let (mut last, mut found): (BTreeMap<PaperKind, EarlierPaper>, Vec<EarlierPaper>) = (BTreeMap::new(), vec![]);
    for (at, change) in changes.iter().enumerate() {
        let Some(change) = change else { continue };
        state = Request::apply(state.as_ref(), change).or(state);
        let Some(request) = &state else { continue };
        for paper in ALL {
            let anew = <&RequestChange>::try_from(change).is_ok_and(paper.stands_on);
            let here = request.has_paper(paper.kind);
            if anew || !here {
                found.extend(last.remove(&paper.kind));
            }
            if here {
                last.insert(paper.kind, EarlierPaper { kind: paper.kind, request: request.clone(), upto: at + 1 });
            }
        }
    }
    found
}
