//! What the server says to a call, whoever carried it.
//!
//! The seam for everything that is not HTTP: a [`Service`] stands over a [`Store`] and answers one [`Call`] at a time. It
//! reads no clock and takes its randomness from the dice it was given, so that a simulator drives the very code that
//! `mod.rs` puts behind axum.

use loket_journal::DeskKey;
use loket_journal::OriginId;
use loket_journal::protocol::{Action, Answer, Call, RefusalKind};
use std::sync::{Arc, Mutex, PoisonError};

use super::refused::Refused;
use super::{enrol, pull, push};
use crate::secret::{NoRandomness, token_hash};
use crate::store::{EnrolledDesk, Store, StoreFault};

/// Fills a buffer with random bytes.
pub type Dice = Box<dyn FnMut(&mut [u8]) -> Result<(), NoRandomness> + Send>;

/// The part of PPID Utama that desks talk to.
pub struct Service {
    pub(super) store: Arc<dyn Store>,
    pub(super) origin: OriginId,
    pub(super) key: DeskKey,
    dice: Mutex<Dice>,
}

impl Service {
    /// The service over `store`, with its identity.
    ///
    /// # Errors
    /// [`StoreFault`] when the identity cannot be read.
    pub async fn open(store: Arc<dyn Store>, dice: Dice) -> Result<Self, StoreFault> {
        let identity = store.identity().await?;
        Ok(Self { store, origin: identity.origin, key: DeskKey::from_seed(&identity.seed), dice: Mutex::new(dice) })
    }

    /// Answers a call that arrived whole, at `now` in milliseconds since 1970.
    pub async fn answer(&self, call: Call, now: u64) -> Answer {
        let answer = match call.action {
            Action::Enrol => enrol::enrol(self, &call.body, now).await,
            action => match self.authenticated(call.token.as_deref(), now).await {
                Ok(desk) => self.answer_desk(&desk, action, call.body).await,
                Err(refused) => Err(refused),
            },
        };
        answer.unwrap_or_else(Answer::from)
    }

    /// Answers a desk that has shown its token.
    pub(super) async fn answer_desk(&self, desk: &EnrolledDesk, action: Action, body: Vec<u8>) -> Result<Answer, Refused> {
        match action {
            Action::Push => push::push(self, desk, body).await,
            Action::Pull => pull::pull(self, desk, &body).await,
            Action::Enrol => Err(RefusalKind::Message.into()),
        }
    }

    /// The desk that shows its token; its contact is noted.
    pub(super) async fn authenticated(&self, token: Option<&str>, now: u64) -> Result<EnrolledDesk, Refused> {
        let known = match token {
            Some(token) => self.store.desk(token_hash(token.trim())).await?,
            None => None,
        };
        let desk = known.ok_or(RefusalKind::NotEnrolled)?;
        self.store.note_contact(desk.origin, now).await?;
        Ok(desk)
    }

    pub(super) fn roll<const N: usize>(&self) -> Result<[u8; N], NoRandomness> {
        let mut bytes = [0; N];
        (self.dice.lock().unwrap_or_else(PoisonError::into_inner))(&mut bytes)?;
        Ok(bytes)
    }
}
