//! How values stand in columns.

use chrono::NaiveDate;
use deadpool_postgres::GenericClient;
use loket_domain::office::OfficeCode;
use loket_journal::OriginId;
use tokio_postgres::Row;
use tokio_postgres::types::{FromSql, ToSql};
use uuid::Uuid;

use crate::accounts::Reach;
use crate::fault::StoreFault;

/// What is said of a value that does not fit its column.
const VALUE: &str = "nilai kolom";

/// Whether a text that somebody typed can be asked about: PostgreSQL refuses a question with a NUL, and nothing stored has one.
pub(crate) fn askable(typed: &str) -> bool {
    !typed.contains('\0')
}

/// What a question answers, row by row.
pub(crate) async fn all<T>(
    db: &impl GenericClient,
    sql: &str,
    values: &[&(dyn ToSql + Sync)],
    read: impl FnMut(&Row) -> Result<T, StoreFault>,
) -> Result<Vec<T>, StoreFault> {
    let statement = db.prepare_cached(sql).await?;
    db.query(&statement, values).await?.iter().map(read).collect()
}

/// The offices of a reach as a parameter: a list, or nothing for every office.
pub(crate) fn within(reach: &Reach) -> Option<Vec<&str>> {
    match reach {
        Reach::Every => None,
        Reach::Only(codes) => Some(codes.iter().map(OfficeCode::as_str).filter(|code| askable(code)).collect()),
    }
}

/// A number as PostgreSQL counts. Seqs and milliseconds never come near its end.
pub(crate) fn int(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

pub(crate) fn get<'a, T: FromSql<'a>>(row: &'a Row, at: usize) -> Result<T, StoreFault> {
    row.try_get(at).map_err(StoreFault::damaged(VALUE))
}

/// A stored count or time.
pub(crate) fn number(row: &Row, at: usize) -> Result<u64, StoreFault> {
    optional_number(row, at)?.ok_or_else(|| StoreFault::lacking(VALUE))
}

pub(crate) fn optional_number(row: &Row, at: usize) -> Result<Option<u64>, StoreFault> {
    get::<Option<i64>>(row, at)?.map(|stored| u64::try_from(stored).map_err(StoreFault::damaged(VALUE))).transpose()
}

/// Stored bytes of a fixed length.
pub(crate) fn bytes<const N: usize>(row: &Row, at: usize) -> Result<[u8; N], StoreFault> {
    optional_bytes(row, at)?.ok_or_else(|| StoreFault::lacking(VALUE))
}

pub(crate) fn optional_bytes<const N: usize>(row: &Row, at: usize) -> Result<Option<[u8; N]>, StoreFault> {
    get::<Option<&[u8]>>(row, at)?.map(|stored| stored.try_into().map_err(StoreFault::damaged(VALUE))).transpose()
}

/// A stored code of an office or a desk.
pub(crate) fn code<T: From<String>>(row: &Row, at: usize) -> Result<T, StoreFault> {
    get::<String>(row, at).map(T::from)
}

pub(crate) fn origin(row: &Row, at: usize) -> Result<OriginId, StoreFault> {
    get::<Uuid>(row, at).map(OriginId)
}

pub(crate) fn date(row: &Row, at: usize) -> Result<NaiveDate, StoreFault> {
    optional_date(row, at)?.ok_or_else(|| StoreFault::lacking(VALUE))
}

pub(crate) fn optional_date(row: &Row, at: usize) -> Result<Option<NaiveDate>, StoreFault> {
    get::<Option<&str>>(row, at)?.map(|stored| stored.parse().map_err(StoreFault::damaged(VALUE))).transpose()
}
