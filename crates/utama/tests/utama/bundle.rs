//! Files of desks without a link, as a desk makes and opens them.

use loket_domain::calendar::Calendar;
use loket_journal::Parity;
use loket_journal::bundle::{Acknowledgment, Bundle, Mark, Part, PartOf, Signed};
use loket_journal::protocol::Writer;
use loket_utama::Memory;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use crate::desk::Desk;
use crate::server::Utama;

pub async fn memory(utama: &Utama) -> Arc<dyn Memory> {
    utama.database().open(Calendar::shipped().unwrap(), utama.now.load(Ordering::Relaxed)).await.unwrap()
}

pub async fn server(store: &dyn Memory) -> Writer {
    let identity = store.identity().await.unwrap();
    Writer { origin: identity.origin, key: loket_journal::DeskKey::from_seed(&identity.seed).public() }
}

/// Everything the desk wrote, as one part.
pub fn sealed(desk: &Desk, server: &Writer) -> Vec<u8> {
    let length = desk.entries.len();
    let run = PartOf { origin: desk.origin, after: 0, last: length as u64 };
    let bundle = Bundle {
        office: desk.office.profile.code.clone(),
        end: desk.after(length),
        successions: vec![],
        parts: vec![Part { run, parcel: desk.everything() }],
        have: vec![(desk.origin, 0)],
        mark: Mark { heard: Parity([1; 16]), read: Parity([2; 16]) },
    };
    bundle.seal(server, &[(desk.origin, &desk.key)], [3; 32]).unwrap()
}

pub fn opened(desk: &Desk, server: &Writer, file: &[u8]) -> Acknowledgment {
    Signed::open(file, desk.origin, &desk.key).unwrap().by(server).unwrap()
}
