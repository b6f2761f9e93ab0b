//! The journal: what was written, by whom, when, in an order nobody can quietly change.
//!
//! - An [`Entry`] is a [`Header`] and a payload; headers form a chain per [`OriginId`], gap-free from 1 ([`Chain`]).
//! - A [`SignedHead`] vouches for every entry of its origin up to its seq, so entries carry no signature of their own.
//! - A [`Batch`] carries a run of one origin's entries; hashes are recomputed by the receiver, not sent.
//! - [`Stamp`]s from a [`HybridClock`] order entries of different origins; `(time, origin, seq)` is the order of the fold.
//! - A change of a kind this version does not know is kept and carried on ([`Recorded::Newer`]); one that does not read is kept
//!   just so and shown to a person ([`Recorded::Damaged`]).
//! - A [`Receipt`] is a server's signed word that it has a series durably; a [`Parity`] tells both sides whether they hold the same.
//! - A pack of PPID Utama is signed on its own ([`verify_pack`]), so that a file proves as much as an entry.
//! - An [`object`] is a file beside the entries, named by its hash and sealed wherever it rests.
//! - [`holder`] seals a few bytes to whoever holds a secret.
//! - [`protocol`] holds the messages of sync; [`bundle`] carries a round of them in two files.
//!
//! Nothing here reads a clock or makes random numbers: both come in from the edges.

// A variant that is added is asked for wherever its kind is told apart.
#![warn(clippy::wildcard_enum_match_arm)]

mod batch;
pub mod bundle;
mod bytes;
mod chain;
mod check_code;
mod clock;
mod entry;
pub mod holder;
pub mod object;
mod pack;
mod payload;
pub mod protocol;
mod receipt;
mod stretched;

pub use batch::{Batch, BatchFault, LARGEST_BATCH};
pub use bytes::{Digest, HexFault, Parity, PublicKey, Signature};
pub use chain::{Chain, DeskKey, ForgedHead, SignedHead};
pub use clock::{HybridClock, Stamp};
pub use entry::{Entry, EntryId, FoldOrder, Header, Matter, OriginId, Subject};
pub use pack::{LARGEST_PACK_FILE, decode_pack, encode_pack, pack_subject, verify_pack};
pub use payload::{Payload, PayloadFault, Recorded};
pub use receipt::{Epoch, Receipt};
