//! A first answer that the superior, a ruling or an agreement ordered meanwhile: there is nothing to open again, and it is obeyed all
//! the same.

use loket_domain::ids::RequestId;
use loket_domain::indonesian::date;
use loket_domain::objection::Objection;
use loket_domain::request::{Command, Request, StandingOrder};

use crate::error::DeskError;
use crate::forms::action::Ask;
use crate::store::matters;
use crate::views::Fact;

/// The order upon which a request without an answer is answered for the first time, the last of them.
fn ordered(ask: &Ask<'_, Request>) -> Result<Option<StandingOrder>, DeskError> {
    if ask.state.first_outcome().is_some() {
        return Ok(None);
    }
    let about = matters::about::<Objection>(ask.tables, RequestId(ask.id))?;
    Ok(about.into_iter().filter_map(|found| found.state.orders_an_answer()).max_by_key(|order| order.on))
}

/// The answer, held to what was ordered where something was.
pub(crate) fn under_order(ask: &Ask<'_, Request>, answer: Command) -> Result<Command, DeskError> {
    Ok(match ordered(ask)? {
        Some(order) => Command::UnderOrder { ordered: order.extent(), command: Box::new(answer) },
        None => answer,
    })
}

/// What was ordered, beside the forms of a request that was not answered yet.
pub(crate) fn told(ask: &Ask<'_, Request>) -> Result<Vec<Fact>, DeskError> {
    let told = |order: StandingOrder| {
        let due = order.due.map_or_else(String::new, |due| format!(", paling lambat {}", date(due)));
        Fact::new(&format!("{}, {}", order.by.label(), date(order.on)), format!("{}{due}", order.what))
    };
    Ok(ordered(ask)?.map(told).into_iter().collect())
}
