//! A change this version knows, and where it stands.

use loket_domain::change::Change;
use loket_domain::question::Party;
use loket_journal::OriginId;

/// A change this version knows, and where it stands.
pub(crate) struct Known {
    /// Its entry's place of arrival.
    pub(crate) place: i64,
    /// Who wrote it.
    pub(crate) origin: OriginId,
    pub(crate) change: Change,
    /// Whether PPID Utama wrote it.
    pub(crate) by_utama: bool,
}

impl Known {
    /// Whether it was written by the party that it says to speak for.
    pub(crate) fn speaks_for_itself(&self) -> bool {
        match &self.change {
            Change::Question(change) => (change.by() == Party::Utama) == self.by_utama,
            Change::Office(_)
            | Change::Request(_)
            | Change::Objection(_)
            | Change::Classification(_)
            | Change::Catalogue(_)
            | Change::Survey(_)
            | Change::OldBook(_)
            | Change::Report(_)
            | Change::Pack(_)
            | Change::Paper(_) => true,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::invented::{begun, moment};
    use crate::journal::transaction::Written;
    use crate::store::matters;
    use loket_domain::authority::Duty;
    use loket_domain::ids::AccountId;
    use loket_domain::question::{About, Asked, Message, Question, QuestionChange, QuestionStage};
    use loket_journal::{Matter, Subject};
    use uuid::Uuid;

    #[test]
    fn what_a_desk_says_in_the_name_of_ppid_utama_counts_for_nothing_and_waits_for_review() {
        let (_dir, _, mut desk) = begun();
        let (id, on) = (Uuid::from_u128(5), moment().local.date());
        let asked = Asked { by: Party::Office, about: About::Nothing, line: "Biaya".into(), text: "Berapa?".into(), on };
        let message = Message { by: Party::Utama, text: "JAWABAN PALSU".into(), on };
        let changes = [QuestionChange::QuestionAsked { asked: Box::new(asked) }, QuestionChange::QuestionAnswered { message }];
        let changes = changes.into_iter().map(Change::Question).collect();
        let subject = Subject::matter(Matter::Question, id);
        desk.journal.commit(Duty::Serve, moment(), |_, _, _| Ok(vec![Written { subject, changes }])).unwrap();
        let question = matters::one::<Question>(desk.journal.tables(), id).unwrap().unwrap();
        assert_eq!((question.stage(), question.messages.len()), (QuestionStage::AwaitsUtama, 1));
        assert_eq!(desk.settings("0", moment()).unwrap().sync.review.len(), 1);
        desk.verify().unwrap();
    }

    #[test]
    fn an_account_that_nobody_knows_is_called_unknown_and_not_ppid_utama() {
        let (_dir, _, desk) = begun();
        assert_eq!(desk.journal.context().account_name(AccountId(Uuid::nil())), "tidak dikenal");
    }
}
