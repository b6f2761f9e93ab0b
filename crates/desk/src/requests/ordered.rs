//! What was ordered about a request that is open: whatever answers it is held to every order that waits, also where there was no
//! answer that could have been opened again.

use loket_domain::ids::RequestId;
use loket_domain::indonesian::date;
use loket_domain::objection::Objection;
use loket_domain::request::{Command, Request, StandingOrder};

use crate::error::DeskError;
use crate::forms::action::Ask;
use crate::store::matters;
use crate::views::Fact;

/// The orders that wait to be done by an answer to an open request, oldest first.
fn ordered(ask: &Ask<'_, Request>) -> Result<Vec<StandingOrder>, DeskError> {
    if ask.state.outcome.is_some() {
        return Ok(vec![]);
    }
    let about = matters::about::<Objection>(ask.tables, RequestId(ask.id))?;
    let mut orders: Vec<_> = about.into_iter().filter_map(|found| found.state.binding_order()).collect();
    orders.sort_by_key(|order| order.on);
    Ok(orders)
}

/// The answer, held to what was ordered where something was.
pub(crate) fn under_order(ask: &Ask<'_, Request>, answer: Command) -> Result<Command, DeskError> {
    let strictest = ordered(ask)?.iter().map(StandingOrder::extent).chain(ask.state.ordered()).max();
    Ok(match strictest {
        Some(ordered) => Command::UnderOrder { ordered, command: Box::new(answer) },
        None => answer,
    })
}

/// What was ordered, beside the forms of an open request.
pub(crate) fn told(ask: &Ask<'_, Request>) -> Result<Vec<Fact>, DeskError> {
    let told = |order: StandingOrder| {
        let due = order.due.map_or_else(String::new, |due| format!(", paling lambat {}", date(due)));
        Fact::new(&format!("{}, {}", order.by.label(), date(order.on)), format!("{}{due}", order.what))
    };
    Ok(ordered(ask)?.into_iter().map(told).collect())
}
