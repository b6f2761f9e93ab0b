//! What applying a pack, or taking it back, does.

use crate::context::Context;
use crate::error::DeskError;
use crate::settings::packs;
use crate::settings::packs::told_differences;
use crate::views::difference::PieceChange;
use crate::words::short::pack_name;
use loket_domain::change::{Change, OfficeChange};
use loket_domain::pack::{Difference, Pack, PackContent, PackLine};
use loket_letters::Template;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

/// What is to be done with a pack.
#[derive(Serialize, Deserialize)]
pub(crate) enum PackPlan {
    /// Put it in force; of these templates the office gives up its own wording.
    Apply { id: String, given_up: Vec<String> },
    /// Take the one in force back.
    Revert { id: String, reason: String },
}

/// A plan, worked out on the office as it stands.
pub(crate) struct WorkedOut {
    /// What is written about the office.
    pub(crate) changes: Vec<Change>,
    /// What stands beside a moved deadline.
    pub(crate) reason: String,
    /// What changes in what the office works with.
    pub(crate) differences: Vec<Difference>,
    /// Whether deadlines may move.
    pub(crate) calendar: bool,
}

/// The templates of a pack for which the office has its own wording.
pub(crate) fn own_wordings(context: &Context<'_>, pack: &Pack) -> impl Iterator<Item = Template> {
    let named = |template: &Template| match &pack.content {
        PackContent::Wording { texts } => texts.contains_key(template.code()),
        _ => false,
    };
    Template::ALL.iter().copied().filter(named).filter(|template| context.office.wordings.contains_key(template.code()))
}

/// Works a plan out on the office as it stands now.
pub(crate) fn work_out(tables: &Connection, context: &Context<'_>, plan: &PackPlan) -> Result<WorkedOut, DeskError> {
    match plan {
        PackPlan::Apply { id, given_up } => {
            let known = packs::known_pack(tables, context, id)?;
            known.standing.may_be_applied()?;
            let pack = known.pack();
            let mut differences = told_differences(packs::content_in_force(context, pack), pack.content.clone());
            // What the office words itself does not change unless it gives that up.
            let kept: Vec<&str> =
                own_wordings(context, pack).map(Template::code).filter(|code| given_up.iter().all(|it| it != code)).collect();
            differences.retain(|difference| !kept.contains(&difference.what.as_str()));
            for difference in &mut differences {
                if let Some(own) = context.office.wordings.get(&difference.what) {
                    difference.before = Some(own.text.clone());
                }
            }
            let reason = format!("{} diterapkan ({})", known.name(), pack.basis);
            let calendar = matches!(pack.line(), PackLine::Calendar(_));
            let restored = |template: &String| Change::Office(OfficeChange::WordingRestored { template: template.clone() });
            let mut changes: Vec<Change> = given_up.iter().map(restored).collect();
            changes.push(Change::Office(OfficeChange::PackApplied { pack: Box::new(known.signed) }));
            Ok(WorkedOut { changes, reason, differences, calendar })
        }
        PackPlan::Revert { id, reason } => {
            let known = packs::known_pack(tables, context, id)?;
            known.may_be_taken_back()?;
            let pack = known.pack();
            let before = context.office.packs.content_before(pack.line(), context.shipped);
            let mut differences = told_differences(pack.content.clone(), before);
            differences.retain(|difference| !context.office.wordings.contains_key(&difference.what));
            let change =
                Change::Office(OfficeChange::PackReverted { line: pack.line(), version: pack.version, reason: reason.clone() });
            let reason = format!("{} dikembalikan: {reason}", pack_name(pack));
            let calendar = matches!(pack.line(), PackLine::Calendar(_));
            Ok(WorkedOut { changes: vec![change], reason, differences, calendar })
        }
    }
}

/// A difference as people read it.
pub(crate) fn piece(difference: Difference) -> PieceChange {
    let title = Template::from_code(&difference.what).map(|template| template.title().to_owned());
    PieceChange {
        what: title.unwrap_or(difference.what),
        before: difference.before.unwrap_or_else(|| NOTHING.to_owned()),
        after: difference.after.unwrap_or_else(|| NOTHING.to_owned()),
    }
}

/// What stands where a piece is new or falls away.
pub(crate) const NOTHING: &str = "–";
