//! What was ordered about a request that is open: whatever answers it is held to every order that waits, also where there was no
//! answer that could have been opened again.

use loket_domain::ids::{ObjectionId, RequestId};
use loket_domain::indonesian::date;
use loket_domain::objection::Objection;
use loket_domain::problem::{Refused, RequestRefused};
use loket_domain::request::{Command, Order, Request, StandingOrder};
use rusqlite::Connection;
use uuid::Uuid;

use crate::error::DeskError;
use crate::forms::action::Ask;
use crate::store::matters::{self, Found};
use crate::views::Fact;

/// What is said of an order that stands no more.
pub(crate) const GONE: &str = "Tidak berlaku lagi; pilih Perintah tidak berlaku lagi agar jawaban sebelumnya berlaku";

/// The objections about an open request; none once it has ended.
fn objections(tables: &Connection, id: Uuid, request: &Request) -> Result<Vec<Found<Objection>>, DeskError> {
    if request.outcome.is_some() {
        return Ok(vec![]);
    }
    Ok(matters::about::<Objection>(tables, RequestId(id))?)
}

/// Of them the orders that wait to be done by an answer, oldest first.
fn waiting(about: &[Found<Objection>]) -> Vec<StandingOrder> {
    let mut orders: Vec<_> = about.iter().filter_map(|found| found.state.binding_order()).collect();
    orders.sort_by_key(|order| order.on);
    orders
}

/// Whether the order upon which it was opened again stands in its objection no more.
fn is_gone(order: &Order, about: &[Found<Objection>]) -> bool {
    let stands = |objection: &Objection| objection.orders().iter().any(|known| known.is(order));
    about.iter().any(|found| ObjectionId(found.id) == order.objection && !stands(&found.state))
}

/// Whether a request waits for an answer that nobody orders any more.
pub(crate) fn waits_for_nothing(tables: &Connection, id: Uuid, request: &Request) -> Result<bool, DeskError> {
    let Some(order) = request.order() else { return Ok(false) };
    Ok(is_gone(order, &objections(tables, id, request)?))
}

/// The answer, held to what was ordered where something was.
pub(crate) fn under_order(ask: &Ask<'_, Request>, answer: Command) -> Result<Command, DeskError> {
    let about = objections(ask.tables, ask.id, ask.state)?;
    if ask.state.order().is_some_and(|order| is_gone(order, &about)) {
        return Err(Refused::from(RequestRefused::OrderGone).into());
    }
    let strictest = waiting(&about).iter().map(StandingOrder::extent).chain(ask.state.ordered()).max();
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
    let about = objections(ask.tables, ask.id, ask.state)?;
    let mut facts: Vec<Fact> = waiting(&about).into_iter().map(told).collect();
    if let Some(order) = ask.state.order().filter(|order| is_gone(order, &about)) {
        facts.push(Fact::new(&format!("{}, {}", order.by.label(), date(order.given_on)), GONE));
    }
    Ok(facts)
}
