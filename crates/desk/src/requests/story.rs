//! What the papers of one request are made from, and the two made at the counter: form and receipt.

use crate::context::Context;
use crate::printing::basis;
use crate::store::entries::Kept;
use loket_domain::change::{Change, RequestChange};
use loket_domain::request::Request;
use loket_journal::Recorded;
use loket_letters as letters;
use rusqlite::Connection;

/// What the papers of one request are made from.
pub(crate) struct Story<'a> {
    pub(crate) tables: &'a Connection,
    pub(crate) context: &'a Context<'a>,
    pub(crate) request: &'a Request,
    pub(crate) kept: &'a [Kept],
    pub(crate) mark: letters::PaperMark,
}

impl Story<'_> {
    /// The first entry of this kind.
    pub(crate) fn entry(&self, wanted: impl Fn(&Change) -> bool) -> Option<&Kept> {
        self.kept.iter().find(|kept| matches!(kept.recorded(), Recorded::Known(change) if wanted(&change)))
    }

    /// The last entry of this kind.
    pub(crate) fn last_entry(&self, wanted: impl Fn(&Change) -> bool) -> Option<&Kept> {
        self.kept.iter().rfind(|kept| matches!(kept.recorded(), Recorded::Known(change) if wanted(&change)))
    }

    pub(crate) fn registering(&self) -> Option<&Kept> {
        self.entry(|change| matches!(change, Change::Request(RequestChange::RequestRegistered { .. })))
    }

    pub(crate) fn officer(&self) -> String {
        self.registering().map_or_else(String::new, |kept| self.context.writer(kept))
    }
}

impl Story<'_> {
    pub(crate) fn request_form(&self) -> letters::RequestForm {
        letters::RequestForm {
            registration_no: self.request.number.text.clone(),
            check_code: basis::code(self.registering()),
            registration: self.request.registration.clone(),
            place: self.context.office.profile.place.clone(),
            date: self.request.registered_on,
            officer: self.officer(),
            rights_page: true,
            fee_decree: self.context.office.fees.as_ref().map(|fees| fees.decree.clone()),
            mark: self.mark,
            version: self.version(),
        }
    }

    pub(crate) fn receipt(&self) -> letters::Receipt {
        let (completeness_due, answer_due) = self.due_on_the_receipt();
        letters::Receipt {
            registration_no: self.request.number.text.clone(),
            check_code: basis::code(self.registering()),
            registration: self.request.registration.clone(),
            brought: self.request.brought.clone(),
            completeness_due,
            answer_due,
            zone: self.context.office.profile.zone(),
            on: self.request.registered_on,
            place: self.context.office.profile.place.clone(),
            officer: self.officer(),
            contact: self.context.office.profile.contact_line(),
            mark: self.mark,
            version: self.version(),
            form: self.request.form.clone(),
        }
    }

    /// Whether the papers were found complete with the registration, not by a step of their own.
    fn complete_at_once(&self) -> bool {
        let at =
            |wanted: fn(&RequestChange) -> bool| self.entry(|change| matches!(change, Change::Request(change) if wanted(change)));
        let registered = at(|change| matches!(change, RequestChange::RequestRegistered { .. }));
        let complete = at(|change| matches!(change, RequestChange::RequestDeclaredComplete { .. }));
        registered.zip(complete).is_some_and(|(registered, complete)| registered.payload.at == complete.payload.at)
    }

    /// The receipt is the paper of the day of registration: it names the dates promised then, not what came later.
    fn due_on_the_receipt(&self) -> (letters::CompletenessDue, letters::AnswerDue) {
        use letters::{AnswerDue, CompletenessDue};
        let complete = self.request.complete_on.is_some_and(|on| on <= self.request.registered_on) && self.complete_at_once();
        let named_by = |kept: &Kept| {
            let Recorded::Known(Change::Request(change)) = kept.recorded() else { return None };
            if let RequestChange::RequestRegistered { promised, .. } = change {
                return (!complete).then_some(promised);
            }
            let RequestChange::RequestDeclaredComplete { promised, .. } = change else { return None };
            complete.then_some(promised)
        };
        let promised = self.kept.iter().find_map(named_by);
        let promised = promised.unwrap_or(self.request.promised);
        let start = self.context.office.profile.clock_start;
        (CompletenessDue::of(promised, complete), AnswerDue::of(promised, complete, start))
    }
}
