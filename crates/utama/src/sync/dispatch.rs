//! Which call is answered by whom.

use loket_journal::protocol::{Action, Answer, Call, RefusalKind};

use super::refused::Refused;
use super::service::Service;
use super::{enrol, hello, objects, pull, push, succeed};
use crate::store::EnrolledDesk;

impl Service {
    /// Answers a call that arrived whole, at `now` in milliseconds since 1970.
    pub async fn answer(&self, call: Call, now: u64) -> Answer {
        let answer = match call.action {
            Action::Enrol => enrol::enrol(self, &call.body, now).await,
            action => match self.authenticated(call.token.as_deref(), now).await {
                Ok(desk) => self.answer_desk(&desk, action, call.body, now).await,
                Err(refused) => Err(refused),
            },
        };
        answer.unwrap_or_else(Answer::from)
    }

    /// Answers a desk that has shown its token.
    pub(crate) async fn answer_desk(
        &self,
        desk: &EnrolledDesk,
        action: Action,
        body: Vec<u8>,
        now: u64,
    ) -> Result<Answer, Refused> {
        match action {
            Action::Hello => hello::hello(self, desk, &body, now).await,
            Action::Push => push::push(self, desk, body).await,
            Action::Pull => pull::pull(self, desk, &body).await,
            Action::Objects => objects::held(self, desk, &body, now).await,
            Action::PutObject => objects::put(self, desk, body, now).await,
            Action::GetObject => objects::get(self, desk, &body).await,
            Action::Succeed => succeed::succeed(self, desk, &body, now).await,
            Action::Enrol => Err(RefusalKind::Message.into()),
        }
    }
}
