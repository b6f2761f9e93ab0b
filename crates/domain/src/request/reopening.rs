//! A request that is answered anew: the superior, an agreement, Komisi Informasi or a court ordered disclosure (PERKI 1/2010
//! Ps 34, UU KIP Ps 46).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::papers::OF_AN_ANSWER;
use super::{Decision, Found, HandOver, NotFetched, Outcome, Part, Payment, Refund, Request, Returned, Sending};
use crate::coded::coded;
use crate::deadline::{Promised, Today};
use crate::ids::ObjectionId;
use crate::indonesian::date;
use crate::paper::PaperKind;
use crate::problem::{Problems, Refused};

coded! {
    /// Who ordered it.
    pub enum OrderedBy {
        /// The superior of the PPID, on an objection.
        Superior = "superior" => "Tanggapan Atasan PPID",
        /// An agreement in mediation or deliberation.
        Agreement = "agreement" => "Kesepakatan mediasi atau musyawarah",
        /// Komisi Informasi.
        Commission = "commission" => "Putusan Komisi Informasi",
        /// A court.
        Court = "court" => "Putusan pengadilan",
    }
}

/// The form as typed. Dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `Order`.
pub struct OrderInput {
    /// Identity of the objection in which it was given.
    pub objection: String,
    pub by: String,
    pub number: String,
    pub given_on: String,
    pub what: String,
    pub due: String,
}

/// An order that is on record in an objection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingOrder {
    /// By whom.
    pub by: OrderedBy,
    /// Number of the letter, agreement or ruling, where it is known.
    pub number: Option<String>,
    /// Its civil date.
    pub on: NaiveDate,
    /// What is to be given, as it was noted.
    pub what: String,
    /// The last day to do it, where one was set.
    pub due: Option<NaiveDate>,
    /// Whether everything that was asked is to be given.
    pub whole: bool,
}

/// How much of what was asked an order wants given; the strictest is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OrderExtent {
    /// What both sides agreed on, in their own words.
    AsAgreed,
    /// Something of it.
    InPart,
    /// All of it.
    InFull,
}

impl OrderExtent {
    fn by(by: OrderedBy, whole: bool) -> Self {
        match by {
            _ if whole => Self::InFull,
            OrderedBy::Agreement => Self::AsAgreed,
            OrderedBy::Superior | OrderedBy::Commission | OrderedBy::Court => Self::InPart,
        }
    }
}

impl StandingOrder {
    /// How much it wants given.
    pub fn extent(&self) -> OrderExtent {
        OrderExtent::by(self.by, self.whole)
    }

    /// Whether this is the order upon which a request was opened again: by the same and of the same day. Its number may follow.
    pub fn is(&self, order: &Order) -> bool {
        self.by == order.by && self.on == order.given_on
    }
}

/// What a request shows of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fulfilment {
    /// That it waits to be done.
    NotYet,
    /// That it is done since this civil date.
    Since(NaiveDate),
    /// Nothing: whoever notes it says so.
    NotTold,
}

/// An order to disclose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The objection in which it was given.
    pub objection: ObjectionId,
    /// By whom.
    pub by: OrderedBy,
    /// Number of the letter, agreement or ruling.
    pub number: String,
    /// Its civil date.
    pub given_on: NaiveDate,
    /// What is to be given.
    pub what: String,
    /// The last day to do it.
    pub due: NaiveDate,
    /// The civil date the request was opened again.
    pub on: NaiveDate,
    /// Whether everything that was asked is to be given, so that nothing of it may be withheld again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub whole: bool,
}

/// A request that was opened again, with how it had ended before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopened {
    /// Why.
    pub order: Order,
    /// How it had been answered.
    pub before: Box<Outcome>,
    /// The dates promised for that answer.
    pub promised: Promised,
    /// How that answer left.
    pub sent: Option<Sending>,
    /// How its papers had left that did not come back.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub on_its_way: BTreeMap<PaperKind, Sending>,
    /// Those of them that had come back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub returned: Vec<Returned>,
    /// That it had been noted as not fetched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_fetched: Option<NotFetched>,
    /// When it was received.
    pub answer_received_on: Option<NaiveDate>,
    /// When that was entered here; there where it was later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt_entered_on: Option<NaiveDate>,
    /// What was paid for it.
    pub payment: Option<Payment>,
    /// What was paid for it before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub part_payments: Vec<Payment>,
    /// What was given back of that.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refunds: Vec<Refund>,
    /// What was handed over.
    pub handed_over: Option<HandOver>,
}

impl OrderInput {
    /// Reads the form on `today` for `request`; `ordered` is what was ordered in the objections about it.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(
        &self,
        request: &Request,
        ordered: &[(ObjectionId, StandingOrder)],
        today: &Today<'_>,
    ) -> Result<Order, Refused> {
        let mut p = Problems::default();
        let objection = self.objection.parse().ok().filter(|id| ordered.iter().any(|(of, _)| of == id));
        p.when(
            objection.is_none(),
            "objection",
            "Pilih keberatan yang memerintahkannya; catat dahulu tanggapan atau putusannya di halaman keberatan.",
        );
        let by = OrderedBy::from_code(&self.by);
        p.when(by.is_none(), "by", "Pilih siapa yang memerintahkan.");
        let known: Vec<&StandingOrder> =
            ordered.iter().filter(|(of, _)| Some(*of) == objection).map(|(_, order)| order).collect();
        let by_another = objection.is_some() && by.is_some_and(|by| known.iter().all(|order| order.by != by));
        p.when(
            by_another,
            "by",
            "Yang tercatat pada keberatan ini bukan perintah dari sana; catat dahulu tanggapan atau putusannya.",
        );
        let known: Vec<&StandingOrder> = known.into_iter().filter(|order| Some(order.by) == by).collect();
        let number = p.short("number", &self.number, 100);
        let given_on = p.date("given_on", &self.given_on, "Isi tanggal surat atau putusannya.");
        // Whoever answers wrongly under an order answers again under the same.
        let again = objection.is_some() && request.reopened.iter().any(|known| Some(known.order.given_on) == given_on);
        let answered = request.outcome.as_ref().map(Outcome::on).filter(|_| !again);
        let early = given_on.zip(answered).is_some_and(|(given, answered)| given < answered);
        let another_day = given_on.is_some_and(|on| !known.is_empty() && known.iter().all(|order| order.on != on));
        p.when(
            another_day,
            "given_on",
            "Menurut catatan tanggalnya lain; isi tanggal surat atau putusan yang tercatat pada keberatannya.",
        );
        // The superior's letter may have no number yet: then it is named by its day, and by no number that somebody thinks of.
        let of_day: Vec<&StandingOrder> = known.iter().copied().filter(|order| Some(order.on) == given_on).collect();
        let unnumbered = !of_day.is_empty() && of_day.iter().all(|order| order.number.is_none());
        let follows = by == Some(OrderedBy::Superior) && unnumbered;
        p.when(
            follows && !number.is_empty(),
            "number",
            "Nomor tanggapan itu belum dicatat; kosongkan, atau catat dahulu nomornya di halaman keberatan.",
        );
        p.when(!follows && number.is_empty(), "number", "Isi nomor surat atau putusannya.");
        let another = !number.is_empty() && !known.is_empty();
        let another = another && known.iter().all(|order| order.number.as_ref().is_some_and(|known| *known != number));
        p.when(another, "number", "Menurut catatan nomornya lain; isi nomor surat atau putusan yang tercatat pada keberatannya.");
        p.when(early, "given_on", "Perintah tidak mungkin lebih awal daripada jawaban yang dipersoalkan.");
        p.when(given_on.is_some_and(|on| on > today.date), "given_on", "Tanggal ini tidak boleh setelah hari ini.");
        let what = p.text("what", &self.what, 10_000, "Tulis apa yang harus diberikan.");
        let whole = of_day.iter().any(|order| order.whole);
        let recorded = of_day.first();
        let otherwise = by == Some(OrderedBy::Superior) && recorded.is_some_and(|order| order.what != what) && !what.is_empty();
        p.when(otherwise, "what", "Perintah Atasan PPID tercatat lain; salin dari tanggapannya, jangan diubah.");
        let due = p.date("due", &self.due, "Isi batas pelaksanaannya.");
        if let Some(last) = recorded.and_then(|order| order.due).filter(|last| due.is_some_and(|due| due > *last)) {
            p.add("due", format!("Menurut perintahnya paling lambat {}; isi hari itu atau lebih awal.", date(last)));
        }
        let too_soon = due.zip(given_on).is_some_and(|(due, given)| due < given);
        p.when(too_soon, "due", "Batas pelaksanaan tidak boleh sebelum tanggal perintahnya.");
        let made = (|| {
            let (objection, by, given_on, due) = (objection?, by?, given_on?, due?);
            Some(Order { objection, by, number, given_on, what, due, on: today.date, whole })
        })();
        p.or(made)
    }
}

impl Request {
    /// The order that waits for a new answer.
    pub fn order(&self) -> Option<&Order> {
        self.reopened.last().filter(|_| self.outcome.is_none()).map(|reopened| &reopened.order)
    }

    /// How much of it the order that waits for a new answer wants given.
    pub fn ordered(&self) -> Option<OrderExtent> {
        self.order().map(|order| OrderExtent::by(order.by, order.whole))
    }

    /// How it was first opened again after it had been decided; a registration that was taken for a mistake decided nothing.
    pub(super) fn first_reopened(&self) -> Option<&Reopened> {
        self.reopened.iter().find(|known| !matches!(*known.before, Outcome::Cancelled { .. }))
    }

    /// What an answer's paper of this kind answers anew; none for the first answer, and for other papers.
    pub fn answers_anew(&self, paper: PaperKind) -> Option<&Reopened> {
        self.reopened.last().filter(|_| OF_AN_ANSWER.contains(&paper))
    }

    /// Whether an order may open it again: it has an answer that could be replaced, or was closed without one, for whatever reason; that
    /// was what was objected to.
    pub fn may_be_reopened(&self) -> bool {
        self.outcome.is_some()
    }

    /// Whether the answer that stands was given upon this order: the request was opened again by it, or by another after which the
    /// answer is younger than both.
    fn answers_order(&self, order: &StandingOrder) -> bool {
        let by_it = |known: &Reopened| order.is(&known.order);
        let younger = self.outcome.as_ref().and_then(Outcome::letter).is_some_and(|letter| letter.date > order.on);
        self.answered() && (self.reopened.iter().any(by_it) || (!self.reopened.is_empty() && younger))
    }

    /// Whether the answer gives what was ordered: all of it, or at least something. What had been withheld is held, and whoever answers as
    /// was overturned gives nothing.
    fn obeys(&self, order: &StandingOrder) -> bool {
        if matches!(self.outcome, Some(Outcome::NotEntitled(_))) {
            return false;
        }
        let parts = self.parts();
        let handed = self.handed_whole();
        let is_given =
            |part: &Part| part.found.given().is_some() || (handed && matches!(part.found, Found::NotDocumented { .. }));
        let given = parts.iter().filter(|part| is_given(part)).count();
        let withheld = parts.iter().filter(|part| part.found.exemption().is_some());
        let before = self.reopened.last().map_or_else(Vec::new, |known| known.before.parts(&self.registration.information));
        let repeats = given == 0 && Decision::of(&before).is_some_and(|before| Some(before) == self.decision());
        if repeats {
            return false;
        }
        let was_withheld = before.iter().any(|part| part.found.exemption().is_some());
        if order.whole {
            return withheld.count() == 0 && (!was_withheld || given == parts.len());
        }
        withheld.filter(|part| part.found.given().is_none()).count() < parts.len() && (!was_withheld || given > 0)
    }

    /// Since when an order is done: the request was answered anew upon it, or for the first time since where `first` is enough, as it
    /// was ordered, and what is given was handed over; or there was nothing to hand over, and the answer left. What the applicant gave
    /// up afterwards need not be done.
    pub fn done_since(&self, order: &StandingOrder, first: bool) -> Fulfilment {
        if let Some(Outcome::Withdrawn { on, .. } | Outcome::Abated { on, .. }) = &self.outcome {
            let reopened = self.reopened.iter().any(|known| known.order.given_on >= order.on);
            return if reopened || *on > order.on { Fulfilment::Since(*on) } else { Fulfilment::NotYet };
        }
        let letter = self.outcome.as_ref().and_then(Outcome::letter).map(|letter| letter.date);
        let first_since = first && self.reopened.is_empty() && letter.is_some_and(|date| date >= order.on);
        let left = self.answer_sent().map(|sent| sent.on).or(self.answer_received_on).filter(|_| !self.may_be_given());
        let given = self.handed_over.as_ref().map(|handed| handed.on).or(left);
        let upon_it = (self.answers_order(order) || first_since) && self.obeys(order);
        given.filter(|_| upon_it).map_or(Fulfilment::NotYet, Fulfilment::Since)
    }

    /// The request as it was before an order that holds no more: the answer that had been given stands again. None where no order waits.
    pub(super) fn with_order_set_aside(mut self) -> Option<Self> {
        self.order()?;
        let known = self.reopened.pop()?;
        self.outcome = Some(*known.before);
        self.promised = known.promised;
        (self.answer_received_on, self.receipt_entered_on) = (known.answer_received_on, known.receipt_entered_on);
        // What was paid and given back meanwhile was, whatever holds.
        self.payment = known.payment.or(self.payment);
        self.part_payments.splice(..0, known.part_payments);
        self.refunds.splice(..0, known.refunds);
        self.handed_over = known.handed_over;
        self.sent.extend(known.on_its_way);
        self.returned.extend(known.returned);
        self.not_fetched = known.not_fetched;
        Some(self)
    }

    /// The request opened again; none where it has no answer that could be replaced.
    pub(crate) fn opened_again(mut self, order: &Order) -> Option<Self> {
        let before = Box::new(self.outcome.take()?);
        let sent = self.answer_sent().cloned();
        // The new papers are originals of their own.
        let on_its_way = OF_AN_ANSWER.into_iter().filter_map(|paper| Some((paper, self.sent.remove(&paper)?))).collect();
        let (returned, others) =
            std::mem::take(&mut self.returned).into_iter().partition(|back| OF_AN_ANSWER.contains(&back.paper));
        self.returned = others;
        for paper in OF_AN_ANSWER {
            self.issued.remove(&paper);
        }
        self.reopened.push(Reopened {
            order: order.clone(),
            before,
            promised: self.promised,
            sent,
            on_its_way,
            returned,
            not_fetched: self.not_fetched.take(),
            answer_received_on: self.answer_received_on.take(),
            receipt_entered_on: self.receipt_entered_on.take(),
            payment: self.payment.take(),
            part_payments: std::mem::take(&mut self.part_payments),
            refunds: std::mem::take(&mut self.refunds),
            handed_over: self.handed_over.take(),
        });
        self.promised = Promised { completeness: None, official: Some(order.due), safe: Some(order.due) };
        Some(self)
    }
}
