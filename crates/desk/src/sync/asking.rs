//! Calls made of messages, and messages read from answers.

use loket_journal::protocol::{
    Answer, Call, CallKind, EnrolAnswer, EnrolRequest, Hello, ObjectsAsked, ObjectsHeld, PartAsked, PieceAnswer, PullRequest,
    PushAnswer, RefusalMessage, Standing, Succession,
};
use loket_journal::{Digest, Parity};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::fault::rubbish;
use super::{Link, LinkFault, SyncFault};

/// A server as one round speaks to it.
pub(super) struct Peer<'a, L> {
    pub(super) link: &'a L,
    pub(super) server: &'a str,
    pub(super) token: Option<&'a str>,
}

/// What came of asking for what others wrote, or for a part of a file.
pub(super) enum Pulled {
    /// A whole answer, or its rest.
    Whole(Vec<u8>),
    /// The beginning of one: then the link broke.
    Cut(Vec<u8>),
}

impl<L: Link> Peer<'_, L> {
    pub(super) async fn enrol(&self, request: &EnrolRequest) -> Result<EnrolAnswer, SyncFault> {
        let answer = self.ask(CallKind::Enrol, json(request)?).await?;
        serde_json::from_slice(&answer).map_err(rubbish)
    }

    pub(super) async fn succeed(&self, succession: &Succession) -> Result<(), SyncFault> {
        self.ask(CallKind::Succeed, json(succession)?).await.map(|_| ())
    }

    /// What the server has; none when it has what `parity` is of.
    pub(super) async fn hello(&self, parity: Parity) -> Result<Option<Standing>, SyncFault> {
        let answer = self.ask(CallKind::Hello, postcard(&Hello { parity })?).await?;
        if answer.is_empty() { Ok(None) } else { read(&answer).map(Some) }
    }

    pub(super) async fn push(&self, parcel: Vec<u8>) -> Result<PushAnswer, SyncFault> {
        read(&self.ask(CallKind::Push, parcel).await?)
    }

    /// What the server has of these files.
    pub(super) async fn objects(&self, digests: &[Digest]) -> Result<ObjectsHeld, SyncFault> {
        read(&self.ask(CallKind::Objects, postcard(&ObjectsAsked { digests: digests.to_vec() })?).await?)
    }

    pub(super) async fn put_piece(&self, message: Vec<u8>) -> Result<PieceAnswer, SyncFault> {
        read(&self.ask(CallKind::PutObject, message).await?)
    }

    pub(super) async fn part(&self, asked: &PartAsked) -> Result<Pulled, SyncFault> {
        self.fetch(CallKind::GetObject, postcard(asked)?).await
    }

    pub(super) async fn pull(&self, request: &PullRequest) -> Result<Pulled, SyncFault> {
        self.fetch(CallKind::Pull, postcard(request)?).await
    }

    async fn fetch(&self, action: CallKind, body: Vec<u8>) -> Result<Pulled, SyncFault> {
        match self.carry(action, body).await {
            Ok(answer) => said(answer).map(Pulled::Whole),
            Err(LinkFault::Broken { received }) if !received.is_empty() => Ok(Pulled::Cut(received)),
            Err(fault) => Err(fault.into()),
        }
    }

    async fn ask(&self, action: CallKind, body: Vec<u8>) -> Result<Vec<u8>, SyncFault> {
        said(self.carry(action, body).await?)
    }

    async fn carry(&self, action: CallKind, body: Vec<u8>) -> Result<Answer, LinkFault> {
        self.link.ask(self.server, Call { action, token: self.token.map(str::to_owned), body }).await
    }
}

fn json(message: &impl Serialize) -> Result<Vec<u8>, SyncFault> {
    serde_json::to_vec(message).map_err(rubbish)
}

fn postcard(message: &impl Serialize) -> Result<Vec<u8>, SyncFault> {
    postcard::to_allocvec(message).map_err(rubbish)
}

fn read<T: DeserializeOwned>(answer: &[u8]) -> Result<T, SyncFault> {
    postcard::from_bytes(answer).map_err(rubbish)
}

/// The message of a yes, or why there is none.
fn said(answer: Answer) -> Result<Vec<u8>, SyncFault> {
    match (answer.status, answer.retry_after) {
        (200..300, _) => Ok(answer.body),
        (429 | 500.., Some(seconds)) => Err(SyncFault::Busy(seconds)),
        (429 | 500.., None) => Err(SyncFault::Unreachable),
        _ => {
            let refusal: RefusalMessage = serde_json::from_slice(&answer.body).map_err(rubbish)?;
            Err(SyncFault::Refused(refusal.refused))
        }
    }
}
