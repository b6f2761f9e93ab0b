//! Which call is answered by whom.

use loket_journal::protocol::{Answer, Call, CallKind, RefusalKind};

use super::refused::CallRefused;
use super::service::Service;
use super::{enrol, hello, objects, pull, push, succeed};
use crate::store::EnrolledDesk;

impl Service {
    /// Answers a call that arrived whole, at `now` in milliseconds since 1970.
    pub async fn answer(&self, call: Call, now: u64) -> Answer {
        let answer = match call.action {
            CallKind::Enrol => enrol::enrol(self, &call.body, now).await,
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
        action: CallKind,
        body: Vec<u8>,
        now: u64,
    ) -> Result<Answer, CallRefused> {
        match action {
            CallKind::Hello => hello::hello(self, desk, &body, now).await,
            CallKind::Push => push::push(self, desk, body, now).await,
            CallKind::Pull => pull::pull(self, desk, &body).await,
            CallKind::Objects => objects::held(self, desk, &body, now).await,
            CallKind::PutObject => objects::put(self, desk, body, now).await,
            CallKind::GetObject => objects::get(self, desk, &body).await,
            CallKind::Succeed => succeed::succeed(self, desk, &body, now).await,
            CallKind::Enrol => Err(RefusalKind::Message.into()),
        }
    }
}
