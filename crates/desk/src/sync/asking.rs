//! Calls made of messages, and messages read from answers.

use loket_journal::protocol::{Action, Answer, Call, EnrolAnswer, EnrolRequest, PullAnswer, PullRequest, PushAnswer, Refusal};

use super::{Link, SyncFault};

/// A server as one round speaks to it.
pub(super) struct Peer<'a, L> {
    pub(super) link: &'a L,
    pub(super) server: &'a str,
    pub(super) token: Option<&'a str>,
}

impl<L: Link> Peer<'_, L> {
    pub(super) async fn enrol(&self, request: &EnrolRequest) -> Result<EnrolAnswer, SyncFault> {
        let answer = self.ask(Action::Enrol, json(request)?).await?;
        serde_json::from_slice(&answer).map_err(|_| SyncFault::Rubbish)
    }

    pub(super) async fn push(&self, batch: Vec<u8>) -> Result<PushAnswer, SyncFault> {
        let answer = self.ask(Action::Push, batch).await?;
        serde_json::from_slice(&answer).map_err(|_| SyncFault::Rubbish)
    }

    pub(super) async fn pull(&self, request: &PullRequest) -> Result<PullAnswer, SyncFault> {
        let answer = self.ask(Action::Pull, json(request)?).await?;
        postcard::from_bytes(&answer).map_err(|_| SyncFault::Rubbish)
    }

    async fn ask(&self, action: Action, body: Vec<u8>) -> Result<Vec<u8>, SyncFault> {
        let call = Call { action, token: self.token.map(str::to_owned), body };
        said(self.link.ask(self.server, call).await?)
    }
}

fn json(message: &impl serde::Serialize) -> Result<Vec<u8>, SyncFault> {
    serde_json::to_vec(message).map_err(|_| SyncFault::Rubbish)
}

/// The message of a yes, or why there is none.
fn said(answer: Answer) -> Result<Vec<u8>, SyncFault> {
    match answer.status {
        200..300 => Ok(answer.body),
        500.. => Err(SyncFault::Unreachable),
        _ => {
            let refusal: Refusal = serde_json::from_slice(&answer.body).map_err(|_| SyncFault::Rubbish)?;
            Err(SyncFault::Refused(refusal.refused))
        }
    }
}
