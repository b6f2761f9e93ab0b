//! How values stand in columns.

use chrono::NaiveDate;
use loket_domain::ids::RequestId;
use loket_journal::OriginId;
use rusqlite::Row;
use rusqlite::types::Type;
use std::str::FromStr;
use uuid::Uuid;

use crate::accounts::Reach;
use crate::fault::StoreFault;

/// A number as SQLite counts. Seqs and milliseconds never come near its end.
pub(crate) fn int(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A stored count or time.
pub(crate) fn number(row: &Row<'_>, at: usize) -> rusqlite::Result<u64> {
    let stored: i64 = row.get(at)?;
    u64::try_from(stored).map_err(|why| unfit(at, Type::Integer, why))
}

fn unfit(at: usize, kind: Type, why: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(at, kind, Box::new(why))
}

/// Stored bytes of a fixed length.
pub(crate) fn bytes<const N: usize>(row: &Row<'_>, at: usize) -> rusqlite::Result<[u8; N]> {
    row.get_ref(at)?.as_blob()?.try_into().map_err(|why| unfit(at, Type::Blob, why))
}

/// A stored code of an office or a desk.
pub(crate) fn code<T: From<String>>(row: &Row<'_>, at: usize) -> rusqlite::Result<T> {
    row.get::<_, String>(at).map(T::from)
}

pub(crate) fn origin(row: &Row<'_>, at: usize) -> rusqlite::Result<OriginId> {
    bytes(row, at).map(|bytes| OriginId(Uuid::from_bytes(bytes)))
}

pub(crate) fn request(row: &Row<'_>, at: usize) -> rusqlite::Result<RequestId> {
    bytes(row, at).map(|bytes| RequestId(Uuid::from_bytes(bytes)))
}

pub(crate) fn date(row: &Row<'_>, at: usize) -> rusqlite::Result<NaiveDate> {
    NaiveDate::from_str(row.get_ref(at)?.as_str()?).map_err(|why| unfit(at, Type::Text, why))
}

/// A column that may be null.
pub(crate) fn optional<T>(
    row: &Row<'_>,
    at: usize,
    read: impl FnOnce(&Row<'_>, usize) -> rusqlite::Result<T>,
) -> rusqlite::Result<Option<T>> {
    if row.get_ref(at)?.data_type() == Type::Null { Ok(None) } else { read(row, at).map(Some) }
}

/// The offices of a reach as a parameter: a list in JSON, or nothing for every office.
pub(crate) fn within(reach: &Reach) -> Result<Option<String>, StoreFault> {
    match reach {
        Reach::Every => Ok(None),
        Reach::Only(codes) => Ok(Some(serde_json::to_string(codes).map_err(StoreFault::damaged("jangkauan"))?)),
    }
}
