//! What was ordered or agreed in an objection and its dispute, which of it binds, and whether it was done.

use chrono::NaiveDate;

use super::{DisputeStep, Objection, ObjectionGround, StepKind, Verdict};
use crate::request::{Fulfilment, OrderedBy, Request, StandingOrder, Turn};

impl Objection {
    /// What was ordered or agreed in it and holds, oldest first: the request is answered anew for the last of them. A ruling does not
    /// hold while a court has it, nor once a later one went the other way (UU KIP Ps 47–50).
    pub fn orders(&self) -> Vec<StandingOrder> {
        let answered = self.answer.as_ref().and_then(|answer| Some((answer, answer.order.as_ref()?)));
        let superior = answered.map(|(answer, (what, due))| StandingOrder {
            by: if answer.verdict == Verdict::Deliberated { OrderedBy::Agreement } else { OrderedBy::Superior },
            number: Some(answer.letter.number.clone()).filter(|number| !number.is_empty()),
            on: answer.letter.date,
            what: what.clone(),
            due: Some(*due),
            whole: answer.verdict == Verdict::Overturned,
        });
        let ruled = self.rulings().map(|(by, step)| {
            let (number, what, whole) = (step.number.clone(), step.note.clone(), step.kind.orders_all());
            StandingOrder { by, number, on: step.on, what, due: None, whole }
        });
        superior.into_iter().chain(ruled).collect()
    }

    /// The steps of the dispute that ordered something and hold, oldest first.
    fn rulings(&self) -> impl Iterator<Item = (OrderedBy, &DisputeStep)> {
        let overruled = self.steps.iter().rposition(|step| step.kind.overrules()).map_or(0, |place| place + 1);
        self.steps[overruled..].iter().filter_map(|step| Some((step.kind.ordered_by()?, step)))
    }

    /// Those of [`Self::orders`] that wait to be done: the request may be opened again for them.
    pub fn waiting_orders(&self) -> Vec<StandingOrder> {
        // What a court ruled before its words were kept may order something.
        let may_order = matches!(self.last_step(), Some(StepKind::CourtRuled | StepKind::CassationRuled));
        if may_order || matches!(self.turn_of_stage(), Some(Turn::Office)) { self.orders() } else { vec![] }
    }

    /// The last order that waits and is about disclosing: whatever answers the request is held to it.
    pub fn binding_order(&self) -> Option<StandingOrder> {
        self.waiting_orders().pop().filter(|_| self.is_about_disclosing())
    }

    /// Whether it is about giving information: a fee, and what is to be published, may be put right without an answer.
    fn is_about_disclosing(&self) -> bool {
        use ObjectionGround::{A, C, D, E, G};
        [A, C, D, E, G].iter().any(|ground| self.form.grounds.contains(ground))
    }

    /// What `request` shows of the order that was given last. What was agreed, what asks for no information, and what is about no
    /// request on record is for whoever notes it to say.
    pub fn fulfilment(&self, request: Option<&Request>) -> Fulfilment {
        use ObjectionGround::{A, C, D, E, F, G};
        let has = |wanted: ObjectionGround| self.form.grounds.contains(&wanted);
        let orders = self.orders();
        let last = orders.last().filter(|order| order.by != OrderedBy::Agreement);
        let Some((order, request)) = last.zip(request) else { return Fulfilment::NotTold };
        // What came too late came; an order about that may ask for no more information, but not of a request that nobody answered.
        let discloses = [A, C, D, E, F].into_iter().any(has) || (has(G) && request.first_outcome().is_none());
        if !discloses {
            return Fulfilment::NotTold;
        }
        // Where only the fee was too high, giving it back is enough; it discloses nothing that was ordered besides.
        let fee_only = has(F) && !self.is_about_disclosing();
        let given_back = request.all_refunds().filter(|refund| fee_only && refund.on >= order.on).map(|refund| refund.on).max();
        if let Some(on) = given_back {
            return Fulfilment::Since(on);
        }
        let unanswered = self.form.decided.is_none() && !self.form.not_entitled;
        request.done_since(order, has(C) || unanswered)
    }

    /// Until when the superior's order is to be done, while it waits: also while Komisi Informasi or a court has the matter, and when the
    /// dispute fell, was withdrawn or was ruled for the body, which leaves what the superior decided as it is (UU KIP Ps 46).
    pub fn order_due(&self) -> Option<NaiveDate> {
        let (_, due) = self.answer.as_ref()?.order.as_ref()?;
        let decided = self.last_step() == Some(StepKind::Executed) || self.rulings().next().is_some();
        let waits = self.executed.is_none() && self.withdrawn.is_none() && !decided;
        waits.then_some(*due)
    }
}
