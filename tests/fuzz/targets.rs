//! The decoders. Each reads what it is fed; what it takes must be what somebody said, and must read back as it was.

use loket_domain::change::Change;
use loket_journal::bundle::{Acknowledgment, Bundle};
use loket_journal::protocol::{
    CallKind, EnrolAnswer, EnrolRequest, Hello, Parcel, PullAnswer, PullRequest, PushAnswer, RefusalKind, RefusalMessage,
    Standing, Succession,
};
use loket_journal::{Batch, Entry, Header, Payload, Recorded};
use loket_utama::projection::Projection;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::carried;
use crate::session::Session;

/// A decoder, and what it is fed.
pub struct Target {
    pub name: &'static str,
    /// Real inputs.
    pub corpus: fn(&Session) -> Vec<Vec<u8>>,
    pub eat: fn(&Session, &[u8]),
    /// Bytes of memory an input may take beside a hundred times its own length.
    pub swells: usize,
}

/// Memory for what grows with the input only.
const LITTLE: usize = 1 << 20;
/// Memory for what is unpacked: 32 MiB, and what is read from it.
const UNPACKED: usize = 160 << 20;

const fn target(name: &'static str, corpus: fn(&Session) -> Vec<Vec<u8>>, eat: fn(&Session, &[u8]), swells: usize) -> Target {
    Target { name, corpus, eat, swells }
}

/// Every decoder there is.
pub const TARGETS: &[Target] = &[
    target("header", headers, |_, bytes| same_in_postcard::<Header>(bytes), LITTLE),
    target("payload", payloads, payload, LITTLE),
    target("batch", batches, batch, UNPACKED),
    target("batch_within", unpacked, |session, plain| batch(session, &packed(plain)), UNPACKED),
    target("parcel", parcels, parcel, UNPACKED),
    target("enrol_request", |s| s.calls(CallKind::Enrol), |_, bytes| same_in_json::<EnrolRequest>(bytes), LITTLE),
    target("enrol_answer", |s| s.answers(CallKind::Enrol), |_, bytes| same_in_json::<EnrolAnswer>(bytes), LITTLE),
    target("hello", |s| s.calls(CallKind::Hello), |_, bytes| same_in_postcard::<Hello>(bytes), LITTLE),
    target("standing", |s| s.answers(CallKind::Hello), standing, LITTLE),
    target("push_answer", |s| s.answers(CallKind::Push), push_answer, LITTLE),
    target("pull_request", |s| s.calls(CallKind::Pull), |_, bytes| same_in_postcard::<PullRequest>(bytes), LITTLE),
    target("pull_answer", |s| s.answers(CallKind::Pull), pull_answer, UNPACKED),
    target("pull_answer_within", pulled, |_, bytes| same_in_postcard::<PullAnswer>(bytes), LITTLE),
    target("succession", |s| s.calls(CallKind::Succeed), succession, LITTLE),
    target("bundle", carried::bundles, carried::content::<Bundle>, LITTLE),
    target("bundle_sealed", carried::sealed, carried::opened, LITTLE),
    target("acknowledgment", carried::acknowledgments, carried::content::<Acknowledgment>, LITTLE),
    target("pack", carried::packs, carried::read_pack, UNPACKED),
    target("refusal", |_| refusals(), |_, bytes| same_in_json::<RefusalMessage>(bytes), LITTLE),
];

pub fn same_in_postcard<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(bytes: &[u8]) {
    if let Ok(read) = postcard::from_bytes::<T>(bytes) {
        let written = postcard::to_allocvec(&read).unwrap();
        assert_eq!(postcard::from_bytes::<T>(&written).unwrap(), read);
    }
}

fn same_in_json<T: Serialize + DeserializeOwned>(bytes: &[u8]) {
    if let Ok(read) = serde_json::from_slice::<T>(bytes) {
        let written = serde_json::to_vec(&read).unwrap();
        let again: T = serde_json::from_slice(&written).unwrap();
        assert_eq!(serde_json::to_vec(&again).unwrap(), written);
    }
}

fn headers(session: &Session) -> Vec<Vec<u8>> {
    session.entries.iter().map(|entry| postcard::to_allocvec(&entry.header).unwrap()).collect()
}

fn payloads(session: &Session) -> Vec<Vec<u8>> {
    session.entries.iter().map(|entry| entry.payload.clone()).collect()
}

/// A payload is read, and whatever it says is folded into the office's tables beside what stands there already.
fn payload(session: &Session, bytes: &[u8]) {
    let Ok(read) = Payload::read(bytes) else { return };
    assert_eq!(Payload::read(&read.write().unwrap()).unwrap(), read);
    if let Recorded::Known(change) = read.recorded() {
        let again: Change = serde_json::from_value(serde_json::to_value(&change).unwrap()).unwrap();
        assert_eq!(again, change);
    }
    for subject in session.entries.iter().map(|entry| entry.header.subject).take(3) {
        let mut entries = session.entries.clone();
        let mut header = entries.last().unwrap().header.clone();
        header.subject = subject;
        header.seq += 1;
        entries.push(Entry { header, payload: bytes.to_vec() });
        let some = entries.first().map(|entry| entry.header.origin).into_iter().collect();
        Projection::of(entries, &some, &session.calendar);
    }
}

fn batches(session: &Session) -> Vec<Vec<u8>> {
    session.calls(CallKind::Push).into_iter().chain(session.pulled().into_iter().flat_map(|answer| answer.batches)).collect()
}

fn unpacked(session: &Session) -> Vec<Vec<u8>> {
    batches(session).iter().map(|batch| postcard::to_allocvec(&Batch::decode(batch).unwrap()).unwrap()).collect()
}

fn packed(plain: &[u8]) -> Vec<u8> {
    [b"LKB1".as_slice(), &zstd::bulk::compress(plain, 1).unwrap()].concat()
}

/// A batch that opens under a writer's key carries what that writer wrote, to the byte.
fn batch(session: &Session, bytes: &[u8]) {
    let Ok(batch) = Batch::decode(bytes) else { return };
    assert_eq!(Batch::decode(&batch.encode().unwrap()).unwrap(), batch);
    for writer in &session.writers {
        for entry in batch.clone().open(&writer.key).unwrap_or_default() {
            assert!(session.entries.contains(&entry), "nobody wrote this");
        }
    }
}

fn parcels(session: &Session) -> Vec<Vec<u8>> {
    let with_key = |batch: &Vec<u8>| Parcel::Vouched(session.writers[0].key, batch).write();
    let rest = |batch: &Vec<u8>| Parcel::Rest(5, &batch[5..]).write();
    let batches = batches(session);
    batches.iter().map(with_key).chain(batches.iter().map(rest)).chain(batches.clone()).collect()
}

fn parcel(session: &Session, bytes: &[u8]) {
    let read = Parcel::read(bytes);
    assert_eq!(read.write(), bytes);
    match read {
        Parcel::Batch(inner) | Parcel::Vouched(_, inner) => batch(session, inner),
        Parcel::Rest(..) => {}
    }
}

/// A receipt that verifies is one the server gave.
fn standing(session: &Session, bytes: &[u8]) {
    same_in_postcard::<Standing>(bytes);
    let Ok(standing) = postcard::from_bytes::<Standing>(bytes) else { return };
    let given = session.standings().into_iter().any(|real| real.receipt == standing.receipt);
    for writer in &session.writers {
        assert!(standing.receipt.verify(writer.origin, &session.server.server_key).is_err() || given, "nobody signed this");
    }
}

fn push_answer(session: &Session, bytes: &[u8]) {
    same_in_postcard::<PushAnswer>(bytes);
    let receipt = |bytes: &[u8]| match postcard::from_bytes::<PushAnswer>(bytes) {
        Ok(PushAnswer::Taken { receipt, .. }) => Some(receipt),
        _ => None,
    };
    let Some(read) = receipt(bytes) else { return };
    let given = session.answers(CallKind::Push).iter().any(|answer| receipt(answer) == Some(read));
    for writer in &session.writers {
        assert!(read.verify(writer.origin, &session.server.server_key).is_err() || given, "nobody signed this");
    }
    assert!(!given || read.epoch == session.epoch);
}

fn pull_answer(session: &Session, bytes: &[u8]) {
    let Some((digest, whole)) = PullAnswer::split(bytes) else { return };
    let Ok(answer) = PullAnswer::open(digest, whole) else { return };
    assert!(session.pulled().contains(&answer), "its digest does not say this");
    assert_eq!(answer.seal(None).unwrap(), bytes);
}

fn pulled(session: &Session) -> Vec<Vec<u8>> {
    session.pulled().iter().map(|answer| postcard::to_allocvec(answer).unwrap()).collect()
}

/// A succession that verifies names the very heir the old key named.
fn succession(session: &Session, bytes: &[u8]) {
    same_in_json::<Succession>(bytes);
    let Ok(read) = serde_json::from_slice::<Succession>(bytes) else { return };
    let real: Vec<Succession> =
        session.calls(CallKind::Succeed).iter().map(|call| serde_json::from_slice(call).unwrap()).collect();
    let named = real.iter().any(|real| (real.origin, real.key) == (read.origin, read.key));
    for writer in &session.writers {
        assert!(read.verify(writer.origin, &writer.key).is_err() || named, "the old key did not say this");
    }
}

fn refusals() -> Vec<Vec<u8>> {
    let kinds = [RefusalKind::Code, RefusalKind::NotEnrolled, RefusalKind::ForeignBatch, RefusalKind::Forked];
    kinds.map(|refused| serde_json::to_vec(&RefusalMessage { refused }).unwrap()).into()
}
