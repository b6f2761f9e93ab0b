//! What the server says to a call, whoever carried it.
//!
//! The seam for everything that is not HTTP: a [`Service`] stands over a [`Store`] and answers one [`Call`] at a time. It
//! reads no clock and takes its randomness from the dice it was given, so that a simulator drives the very code that
//! `crate::api` puts behind axum.

use loket_domain::pack::{Pack, PackFault, SignedPack};
use loket_journal::protocol::{Call, CallKind, Parcel, RefusalKind};
use loket_journal::{Chain, DeskKey, Epoch, OriginId, PublicKey, SignedHead};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::allowance::Allowances;
use super::refused::CallRefused;
use super::uploads::Uploads;
use crate::objects::{ObjectPlace, ObjectVault, PlaceFault};
use crate::secret::{Dice, NoRandomness, roll, token_hash};
use crate::store::{EnrolledDesk, Store, StoreFault};

/// The part of PPID Utama that desks talk to.
pub struct Service {
    pub(super) store: Arc<dyn Store>,
    pub(super) origin: OriginId,
    pub(super) key: Arc<DeskKey>,
    pub(super) epoch: Epoch,
    uploads: Mutex<Uploads>,
    pieces: Mutex<Uploads>,
    pub(super) allowances: Allowances,
    seed: [u8; 32],
    vault: Option<ObjectVault>,
    dice: Mutex<Dice>,
}

impl Service {
    /// The service over `store`, with its identity.
    ///
    /// # Errors
    /// [`StoreFault`] when the identity cannot be read.
    pub async fn open(store: Arc<dyn Store>, dice: Dice) -> Result<Self, StoreFault> {
        let identity = store.identity().await?;
        Ok(Self {
            store,
            origin: identity.origin,
            key: Arc::new(DeskKey::from_seed(&identity.seed)),
            epoch: Epoch(identity.epoch),
            uploads: Mutex::default(),
            pieces: Mutex::default(),
            allowances: Allowances::default(),
            seed: identity.seed,
            vault: None,
            dice: Mutex::new(dice),
        })
    }

    /// With a place for attached files; without one it takes none and asks desks to come again later.
    ///
    /// # Errors
    /// [`PlaceFault`] when it cannot be used.
    pub fn with_objects(self, place: &ObjectPlace) -> Result<Self, PlaceFault> {
        let vault = Some(ObjectVault::new(place.open()?, &self.seed));
        Ok(Self { vault, ..self })
    }

    /// The bytes of attached files.
    pub(crate) fn vault(&self) -> Option<&ObjectVault> {
        self.vault.as_ref()
    }

    /// Whether a desk may sign with this key: one that somebody holds, and not the server's own.
    pub(super) fn lets_in(&self, key: &PublicKey) -> bool {
        key.is_sound() && *key != self.key.public()
    }

    /// The key that PPID Utama signs with.
    pub(crate) fn public(&self) -> PublicKey {
        self.key.public()
    }

    /// What the forms of the public's door are sealed with; the same in every process of this server.
    pub(crate) fn form_key(&self) -> [u8; 32] {
        blake3::derive_key("loket-ppid utama public form v1", &self.seed)
    }

    /// Vouches for a series that PPID Utama writes itself.
    pub(crate) fn sign(&self, chain: &Chain) -> SignedHead {
        self.key.sign(chain)
    }

    /// Vouches for a pack.
    ///
    /// # Errors
    /// [`PackFault`] when no desk would take it.
    pub fn sign_pack(&self, pack: &Pack) -> Result<SignedPack, PackFault> {
        self.key.sign_pack(pack)
    }

    /// Hears a call whose link broke while it was sent: `call.body` is the beginning that arrived. Of a push, or of a piece of
    /// a file, it is kept, so that the desk need send only the rest.
    pub async fn cut_off(&self, call: Call, now: u64) {
        if let Ok(desk) = self.authenticated(call.token.as_deref(), now).await {
            self.keep_beginning(&desk, call.action, call.body, now);
        }
    }

    pub(crate) fn keep_beginning(&self, desk: &EnrolledDesk, action: CallKind, body: Vec<u8>, now: u64) {
        let mut uploads = match action {
            CallKind::Push => self.uploads(),
            CallKind::PutObject => self.pieces(),
            _ => return,
        };
        match Parcel::read(&body) {
            Parcel::Rest(length, rest) => {
                if let Some(longer) = uploads.join(desk.origin, length, rest) {
                    uploads.begin(desk.origin, longer, now);
                }
            }
            _ => uploads.begin(desk.origin, body, now),
        }
    }

    pub(super) fn uploads(&self) -> MutexGuard<'_, Uploads> {
        self.uploads.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Pieces of files that were cut off on their way.
    pub(super) fn pieces(&self) -> MutexGuard<'_, Uploads> {
        self.pieces.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The desk that shows its token; its contact is noted.
    pub(crate) async fn authenticated(&self, token: Option<&str>, now: u64) -> Result<EnrolledDesk, CallRefused> {
        let known = match token {
            Some(token) => self.store.desk(token_hash(token.trim())).await?,
            None => None,
        };
        let desk = known.ok_or(RefusalKind::NotEnrolled)?;
        self.store.note_contact(desk.origin, now).await?;
        Ok(desk)
    }

    pub(crate) fn roll<const N: usize>(&self) -> Result<[u8; N], NoRandomness> {
        roll(&mut self.dice.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
