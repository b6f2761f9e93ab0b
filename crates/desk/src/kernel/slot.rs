//! One slot of the vault: a secret opens it, and it gives the key of the database.
//!
//! argon2id turns the secret into a slot key, XChaCha20-Poly1305 seals with it. In it lies the half of a pair of keys that only this
//! slot holds; the key of the database is sealed to the other half, which stands open. So the database gets a new key without
//! anybody's password, and whoever kept an old slot has only the old key. Anyone could seal something to an open half; what the desk
//! itself sealed there bears its voucher, which lies in the slot too.
//!
//! Whose slot it is, and what it costs to try a password on it, is bound into the seal: in a file that was edited such a slot opens
//! nothing. Slots of the first and second way hold the key of the database itself; they are read, and sealed anew when they are opened.

use crate::kernel::random::{Dice, roll};
use crate::kernel::slip::Slip;
use crate::kernel::vault_error::VaultError;
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use loket_journal::{Digest, holder};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// Memory for argon2id in KiB: 64 MiB is about a tenth of a second on an old office PC.
const MEMORY_KIB: u32 = 64 * 1024;

const PASSES: u32 = 2;

/// Dearest derivation that is tried: a file that asks for more was edited to keep the desk busy.
const DEAREST: (u32, u32) = (1 << 20, 64);

/// How slots were sealed at first: nothing bound, no mark.
const FIRST_WAY: u8 = 1;
/// Then: bound, with a mark, and the key of the database within.
const SECOND_WAY: u8 = 2;
/// How they are sealed now: with half of a pair of keys within.
const PRESENT_WAY: u8 = 3;

/// For what the key of the database is sealed to a slot.
const PURPOSE: &str = "loket-ppid database key for a slot v1";

/// The key that encrypts the database.
pub(crate) type DatabaseKey = Zeroizing<[u8; 32]>;

/// By which a slot knows that this desk sealed a key to it.
#[derive(Clone)]
pub(crate) struct Voucher(Zeroizing<[u8; 32]>);

impl Voucher {
    /// The first one of a desk, which its first key gives.
    pub(crate) fn first(key: &DatabaseKey) -> Self {
        Self(Zeroizing::new(blake3::derive_key("loket-ppid slot voucher v1", key.as_slice())))
    }

    /// One that was kept.
    pub(crate) fn kept(bytes: Digest) -> Self {
        Self(Zeroizing::new(bytes.0))
    }

    /// As it is kept.
    pub(crate) fn to_keep(&self) -> Digest {
        Digest(*self.0)
    }

    fn for_key(&self, public: &Digest, sealed: &str) -> Digest {
        Digest(*blake3::keyed_hash(&self.0, format!("{public}\n{sealed}").as_bytes()).as_bytes())
    }
}

/// Which secret opens a slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "opens_with", rename_all = "snake_case")]
pub(crate) enum Opener {
    /// The password of an account.
    Password {
        /// Of which.
        login: String,
    },
    /// The recovery card.
    Card,
}

impl Opener {
    /// The password of this login.
    pub(crate) fn password(login: &str) -> Self {
        Self::Password { login: login.trim().to_owned() }
    }

    /// By which name the database knows the slot.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Password { login } => format!("password:{login}"),
            Self::Card => "card".to_owned(),
        }
    }
}

/// A key of the database, sealed to a slot.
#[derive(Clone, Serialize, Deserialize)]
struct SealedKey {
    sealed: String,
    voucher: Digest,
}

/// One slot as it stands in the file.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Slot {
    #[serde(flatten)]
    pub(crate) secret: Opener,
    #[serde(default = "first_way", skip_serializing_if = "is_first_way")]
    version: u8,
    memory_kib: u32,
    passes: u32,
    salt: Digest,
    nonce: String,
    sealed: String,
    /// The open half of its pair of keys; none in slots of before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    public: Option<Digest>,
    /// The key of the database; while it is being changed, first the old one and then the new one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    keys: Vec<SealedKey>,
}

fn first_way() -> u8 {
    FIRST_WAY
}

fn is_first_way(version: &u8) -> bool {
    *version == FIRST_WAY
}

/// What a slot gives to whoever opens it.
pub(crate) struct OpenedSlot {
    /// The key of the database.
    pub(crate) key: DatabaseKey,
    /// The one it is getting instead, where a power cut came in between.
    pub(crate) next: Option<DatabaseKey>,
    /// By which the database knows the slot.
    pub(crate) mark: Digest,
    /// Whether it is sealed as slots were before, and should be sealed anew.
    pub(crate) older: bool,
}

impl Slot {
    /// A slot that `typed` opens and that gives `key`.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`].
    pub(crate) fn fresh(
        secret: Opener,
        typed: &str,
        (key, voucher): (&DatabaseKey, &Voucher),
        dice: &mut Dice,
    ) -> Result<Self, VaultError> {
        let salt = Digest(roll(dice)?);
        let nonce: [u8; 24] = roll(dice)?;
        let own: Zeroizing<[u8; 32]> = Zeroizing::new(roll(dice)?);
        let public = Digest(holder::public_half(&own).map_err(Slip::at("slot"))?);
        let (memory_kib, passes, version) = (MEMORY_KIB, PASSES, PRESENT_WAY);
        let (nonce_text, public) = (to_hex(&nonce), Some(public));
        let mut slot =
            Self { secret, version, memory_kib, passes, salt, nonce: nonce_text, sealed: String::new(), public, keys: vec![] };
        let cipher = cipher(typed, &salt.0, memory_kib, passes).ok_or(Slip::alone("slot"))?;
        let opens = Zeroizing::new([own.as_slice(), voucher.0.as_slice()].concat());
        let payload = Payload { msg: opens.as_slice(), aad: &slot.bound() };
        slot.sealed = to_hex(&cipher.encrypt(&XNonce::from(nonce), payload).map_err(Slip::at("slot"))?);
        // The dice of this one slot: nothing else was sealed to it yet.
        let stretched = blake3::derive_key("loket-ppid slot first seal v1", own.as_slice());
        slot.reseal(&[(key, stretched)], voucher)?;
        Ok(slot)
    }

    /// Lets the slot give these keys, the one of now first. Nobody's secret is needed; each comes with random bytes.
    ///
    /// # Errors
    /// [`VaultError::Slip`] for a slot of before.
    pub(crate) fn reseal(&mut self, keys: &[(&DatabaseKey, [u8; 32])], voucher: &Voucher) -> Result<(), VaultError> {
        let public = self.public.ok_or(Slip::alone("older slot"))?;
        let seal = |(key, dice): &(&DatabaseKey, [u8; 32])| {
            let sealed = holder::seal_to(&public.0, PURPOSE, key.as_slice(), *dice).map_err(Slip::at("slot"))?;
            let sealed = to_hex(&sealed);
            Ok::<_, Slip>(SealedKey { voucher: voucher.for_key(&public, &sealed), sealed })
        };
        self.keys = keys.iter().map(seal).collect::<Result<_, _>>()?;
        Ok(())
    }

    /// Whether it gives a key that is to come besides the present one.
    pub(crate) fn is_between(&self) -> bool {
        self.keys.len() > 1
    }

    /// Whether it can be sealed anew only by whoever has its secret.
    pub(crate) fn is_of_before(&self) -> bool {
        self.version < PRESENT_WAY
    }

    /// What a slot of the first way is known by; none for others.
    pub(crate) fn first_mark(&self) -> Option<Digest> {
        let Self { secret, memory_kib, passes, salt, nonce, sealed, .. } = self;
        let made_of = format!("{}\n{salt}\n{memory_kib}\n{passes}\n{nonce}\n{sealed}", secret.name());
        let mark = || Digest(blake3::derive_key("loket-ppid slot mark v1", made_of.as_bytes()));
        (self.version == FIRST_WAY).then(mark)
    }

    /// What a slot of now is known by, which its open half tells; none for those of before.
    pub(crate) fn mark(&self) -> Option<Digest> {
        self.public.map(|public| Digest(blake3::derive_key("loket-ppid slot mark v3", &public.0)))
    }

    /// What must be as it was when the slot was sealed.
    fn bound(&self) -> Vec<u8> {
        let Self { secret, version, memory_kib, passes, salt, public, .. } = self;
        if *version == FIRST_WAY {
            return vec![];
        }
        let bound = format!("loket-ppid slot v{version}\n{}\n{salt}\n{memory_kib}\n{passes}", secret.name());
        match public {
            Some(public) => format!("{bound}\n{public}").into_bytes(),
            None => bound.into_bytes(),
        }
    }

    /// What `typed` opens; none where it does not open this slot, or it is not as it was sealed.
    pub(crate) fn open(&self, typed: &str) -> Option<OpenedSlot> {
        if self.memory_kib > DEAREST.0 || self.passes > DEAREST.1 {
            return None;
        }
        let cipher = cipher(typed, &self.salt.0, self.memory_kib, self.passes)?;
        let nonce: [u8; 24] = from_hex(&self.nonce)?.try_into().ok()?;
        let (sealed, bound) = (from_hex(&self.sealed)?, self.bound());
        let payload = Payload { msg: sealed.as_slice(), aad: &bound };
        let opened = Zeroizing::new(cipher.decrypt(&XNonce::from(nonce), payload).ok()?);
        let (first, rest) = opened.split_at_checked(32)?;
        let first = Zeroizing::new(<[u8; 32]>::try_from(first).ok()?);
        match self.version {
            FIRST_WAY => Some(OpenedSlot { key: first, next: None, mark: self.first_mark()?, older: true }),
            SECOND_WAY => Some(OpenedSlot { key: first, next: None, mark: second_mark(rest), older: true }),
            _ => self.held(&first, &Voucher(Zeroizing::new(rest.try_into().ok()?))),
        }
    }

    /// The keys that were sealed to its own half, by whoever has the voucher.
    fn held(&self, own: &[u8; 32], voucher: &Voucher) -> Option<OpenedSlot> {
        let public = self.public.filter(|public| holder::public_half(own) == Ok(public.0))?;
        let mut keys = self.keys.iter().filter(|key| voucher.for_key(&public, &key.sealed) == key.voucher).map(|key| {
            let plain = holder::open_held(own, PURPOSE, &from_hex(&key.sealed)?).ok()?;
            <[u8; 32]>::try_from(plain.as_slice()).ok().map(Zeroizing::new)
        });
        Some(OpenedSlot { key: keys.next()??, next: keys.next().flatten(), mark: self.mark()?, older: false })
    }
}

#[cfg(test)]
impl Slot {
    /// A slot as they were sealed before, whose mark is of `[3; 32]`.
    pub(crate) fn second_way(secret: Opener, typed: &str, key: &DatabaseKey) -> Option<Self> {
        let (salt, nonce, memory_kib, passes) = (Digest([1; 32]), [2; 24], 8, 1);
        let (nonce_text, sealed) = (to_hex(&nonce), String::new());
        let mut slot =
            Self { secret, version: SECOND_WAY, memory_kib, passes, salt, nonce: nonce_text, sealed, public: None, keys: vec![] };
        let opens = [key.as_slice(), &[3; 32]].concat();
        let payload = Payload { msg: opens.as_slice(), aad: &slot.bound() };
        let cipher = cipher(typed, &salt.0, memory_kib, passes)?;
        slot.sealed = to_hex(&cipher.encrypt(&XNonce::from(nonce), payload).ok()?);
        Some(slot)
    }
}

/// What the database knows a slot of the second way by: it tells nothing of what the slot holds.
pub(crate) fn second_mark(secret: &[u8]) -> Digest {
    Digest(blake3::derive_key("loket-ppid slot mark v2", secret))
}

fn cipher(typed: &str, salt: &[u8], memory_kib: u32, passes: u32) -> Option<XChaCha20Poly1305> {
    let params = Params::new(memory_kib, passes, 1, Some(32)).ok()?;
    let mut slot_key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(typed.as_bytes(), salt, slot_key.as_mut())
        .ok()?;
    XChaCha20Poly1305::new_from_slice(slot_key.as_slice()).ok()
}

fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let pairs = (0..text.len()).step_by(2).map(|at| text.get(at..at + 2));
    pairs.map(|pair| u8::from_str_radix(pair?, 16).ok()).collect()
}
