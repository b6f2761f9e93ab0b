//! What is carried in files: bundles and their answers on a stick, and packs.

use chrono::NaiveDate;
use loket_domain::pack::{Pack, PackContent, PackLine, SignedPack};
use loket_journal::bundle::{Acknowledgment, Bundle, Content, Mark, Part, PartAnswer, PartOf, Signed, decode};
use loket_journal::protocol::{CallKind, PushAnswer, Writer};
use loket_journal::{Batch, DeskKey, OriginId, Parity, decode_pack, encode_pack, verify_pack};
use uuid::Uuid;

use crate::session::Session;
use crate::targets::same_in_postcard;

/// Who reads a sealed file, and who signs it.
fn reader() -> (OriginId, DeskKey) {
    (OriginId(Uuid::from_u128(1)), DeskKey::from_seed(&[1; 32]))
}

fn signer() -> (OriginId, DeskKey) {
    (OriginId(Uuid::from_u128(2)), DeskKey::from_seed(&[2; 32]))
}

fn parts(session: &Session) -> Vec<Part> {
    let batches = session.pulled().into_iter().flat_map(|answer| answer.batches);
    let part = |parcel: Vec<u8>| {
        let batch = Batch::decode(&parcel).unwrap();
        Part { run: PartOf { origin: batch.origin, after: batch.after, last: batch.head.seq }, parcel }
    };
    batches.map(part).collect()
}

const MARK: Mark = Mark { heard: Parity([3; 16]), read: Parity([0; 16]) };

fn bundle(session: &Session) -> Bundle {
    let standing = session.standings().remove(0);
    let have = standing.series.iter().map(|end| (end.origin, end.length)).collect();
    let successions = session.calls(CallKind::Succeed).iter().map(|call| serde_json::from_slice(call).unwrap()).collect();
    let office = session.entries[0].header.office.clone();
    Bundle { office, end: standing.series[0], successions, parts: parts(session), have, mark: MARK }
}

fn acknowledgment(session: &Session) -> Acknowledgment {
    let answers = session.answers(CallKind::Push);
    let answered =
        |(part, answer): (Part, &Vec<u8>)| (part.run, PartAnswer::Answered(postcard::from_bytes::<PushAnswer>(answer).unwrap()));
    let office = session.entries[0].header.office.clone();
    let parts = parts(session).into_iter().zip(&answers).map(answered).collect();
    Acknowledgment { office, mark: MARK, at: 1, parts, standing: session.standings().remove(0), pulled: session.pulled() }
}

pub fn bundles(session: &Session) -> Vec<Vec<u8>> {
    vec![postcard::to_allocvec(&bundle(session)).unwrap()]
}

pub fn acknowledgments(session: &Session) -> Vec<Vec<u8>> {
    vec![postcard::to_allocvec(&acknowledgment(session)).unwrap()]
}

/// What is decoded is whole: nothing stands behind it.
pub fn content<T: Content + PartialEq + std::fmt::Debug>(_: &Session, bytes: &[u8]) {
    same_in_postcard::<T>(bytes);
    if let Ok(read) = decode::<T>(bytes) {
        assert_eq!(decode::<T>(&postcard::to_allocvec(&read).unwrap()).unwrap(), read);
    }
}

pub fn sealed(session: &Session) -> Vec<Vec<u8>> {
    let ((to, key), (from, signs)) = (reader(), signer());
    let reader = Writer { origin: to, key: key.public() };
    vec![bundle(session).seal(&reader, &[(from, &signs)], [4; 32]).unwrap()]
}

/// A file that opens says what was sealed, to the letter.
pub fn opened(session: &Session, bytes: &[u8]) {
    let ((to, key), (from, signs)) = (reader(), signer());
    let writer = Writer { origin: from, key: signs.public() };
    if let Ok(read) = Signed::<Bundle>::open(bytes, to, &key).and_then(|signed| signed.by(&writer)) {
        assert_eq!(read, bundle(session), "nobody sealed this");
    }
}

fn pack(session: &Session) -> SignedPack {
    let content = PackContent::shipped(PackLine::Calendar(2027), &session.calendar);
    let on = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    signer().1.sign_pack(&Pack::new(1, "Kalender 2027", "SKB rekaan 1/2026", on, content).unwrap()).unwrap()
}

pub fn packs(session: &Session) -> Vec<Vec<u8>> {
    vec![encode_pack(&pack(session)).unwrap()]
}

/// A pack that verifies is the very one that was signed.
pub fn read_pack(session: &Session, bytes: &[u8]) {
    let Ok(read) = decode_pack(bytes) else { return };
    assert!(decode_pack(&encode_pack(&read).unwrap()).unwrap().is(&read));
    assert!(verify_pack(&read, &signer().1.public()).is_err() || read.is(&pack(session)), "nobody signed this");
}
