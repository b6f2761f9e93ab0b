//! What the server lacks of series that are not this desk's own, and what it cannot use.

use loket_journal::OriginId;
use loket_journal::protocol::{Doubt, DoubtKind};
use rusqlite::{Connection, params};

use super::entries;
use crate::store::error::StoreError;

/// Notes that the server has only the first `length` entries of a series.
pub(crate) fn note_behind(connection: &Connection, origin: OriginId, length: u64) -> Result<(), StoreError> {
    let sql = "insert or replace into behind (origin, length) values (?1, ?2)";
    connection.prepare_cached(sql)?.execute(params![origin.0.as_bytes(), length])?;
    Ok(())
}

/// Notes that nothing of a series need be offered.
pub(crate) fn forget_behind(connection: &Connection, origin: OriginId) -> Result<(), StoreError> {
    connection.prepare_cached("delete from behind where origin = ?1")?.execute([origin.0.as_bytes()])?;
    Ok(())
}

/// The series of which the server lacks something, each with how much of it the server has.
pub(crate) fn behind(connection: &Connection) -> Result<Vec<(OriginId, u64)>, StoreError> {
    let mut query = connection.prepare_cached("select origin, length from behind order by origin")?;
    let rows = query.query_map([], |row| Ok((entries::origin(row, 0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Keeps what the server says about entries from `after` on to `last`, instead of what it said before.
pub(crate) fn keep_doubts(
    connection: &Connection,
    origin: OriginId,
    (after, last): (u64, u64),
    doubts: &[Doubt],
) -> Result<(), StoreError> {
    let series = origin.0.as_bytes();
    let sql = "delete from doubted where origin = ?1 and seq > ?2 and seq <= ?3";
    connection.prepare_cached(sql)?.execute(params![series, after, last])?;
    for doubt in doubts.iter().filter(|doubt| (after + 1..=last).contains(&doubt.seq)) {
        let reason = match doubt.kind {
            DoubtKind::Unreadable => "unreadable",
            DoubtKind::Newer => "newer",
            DoubtKind::Misfit => "misfit",
        };
        let sql = "insert into doubted (origin, seq, reason) values (?1, ?2, ?3)";
        connection.prepare_cached(sql)?.execute(params![series, doubt.seq, reason])?;
    }
    Ok(())
}

/// An entry in doubt, as a person is told of it.
pub(crate) struct Doubted {
    pub(crate) place: i64,
    pub(crate) subject: String,
    pub(crate) reason: &'static str,
}

/// What the server cannot use, save what is in review here for the same reason.
pub(crate) fn doubted(connection: &Connection) -> Result<Vec<Doubted>, StoreError> {
    let mut query = connection.prepare_cached(include_str!("doubted.sql"))?;
    let rows = query.query_map([], |row| {
        let reason = match row.get_ref(2)?.as_str()? {
            "unreadable" => "PPID Utama tidak dapat membaca catatan ini; catatan tetap tersimpan di kedua sisi.",
            "newer" => "PPID Utama belum mengenal jenis catatan ini; perlu diperbarui di sana, catatannya tetap tersimpan.",
            _ => "Bagi PPID Utama catatan ini datang setelah keadaannya berubah, jadi disimpan tetapi tidak diterapkan.",
        };
        Ok(Doubted { place: row.get(0)?, subject: row.get(1)?, reason })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
