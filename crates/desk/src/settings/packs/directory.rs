//! The offices of the regency as PPID Utama last named them. The newest directory holds as soon as it is there: it moves no date and
//! says nothing in the office's name, so nobody must apply it.

use crate::error::DeskError;
use crate::store::{enrolment, matters};
use loket_domain::pack::{PackContent, PackLine, PublicBody, SignedPack};
use loket_domain::regions::KECAMATAN;
use loket_journal::{PublicKey, verify_pack};
use rusqlite::Connection;

/// The newest directory that PPID Utama signed, if any came.
pub(crate) fn latest(tables: &Connection) -> Result<Option<SignedPack>, DeskError> {
    let Some(enrolment) = enrolment::enrolment(tables)? else { return Ok(None) };
    let all: Vec<SignedPack> = matters::all::<SignedPack>(tables)?.into_iter().map(|found| found.state).collect();
    Ok(latest_of(&all, &enrolment.server_key).cloned())
}

/// The newest directory of these packs that bears this key.
pub(super) fn latest_of<'a>(all: &'a [SignedPack], key: &PublicKey) -> Option<&'a SignedPack> {
    let ours = all.iter().filter(|signed| signed.pack().line() == PackLine::Directory);
    let proven = ours.filter(|signed| verify_pack(signed, key).is_ok());
    // A restored server may once have given a version twice: every desk then takes the same of the two.
    proven.max_by(|one, other| (one.pack().version, one.text()).cmp(&(other.pack().version, other.text())))
}

/// What the other offices are called, in order of name: as the directory has them, else the kecamatan that come with the app where
/// this office is one of them.
pub(crate) fn names_of_others(tables: &Connection, own: &str) -> Result<Vec<String>, DeskError> {
    let known = latest(tables)?.map(|signed| signed.pack().content.clone());
    let offices: Vec<PublicBody> = match known {
        Some(PackContent::Directory { offices }) => offices,
        _ if KECAMATAN.iter().any(|one| one.code == own) => PackContent::shipped_offices(),
        _ => vec![],
    };
    let mut names: Vec<String> = offices.iter().filter(|office| office.code != own).map(PublicBody::called).collect();
    names.sort();
    Ok(names)
}
