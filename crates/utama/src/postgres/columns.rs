//! How values stand in columns.

use chrono::NaiveDate;
use loket_journal::OriginId;
use tokio_postgres::Row;
use tokio_postgres::types::FromSql;
use uuid::Uuid;

use crate::fault::StoreFault;

const UNFIT: StoreFault = StoreFault::Damaged("nilai kolom");

/// Whether a text that somebody typed can be asked about: PostgreSQL refuses a question with a NUL, and nothing stored has one.
pub(crate) fn askable(typed: &str) -> bool {
    !typed.contains('\0')
}

/// A number as PostgreSQL counts. Seqs and milliseconds never come near its end.
pub(crate) fn int(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

pub(crate) fn get<'a, T: FromSql<'a>>(row: &'a Row, at: usize) -> Result<T, StoreFault> {
    row.try_get(at).map_err(|_| UNFIT)
}

/// A stored count or time.
pub(crate) fn number(row: &Row, at: usize) -> Result<u64, StoreFault> {
    optional_number(row, at)?.ok_or(UNFIT)
}

pub(crate) fn optional_number(row: &Row, at: usize) -> Result<Option<u64>, StoreFault> {
    get::<Option<i64>>(row, at)?.map(|stored| u64::try_from(stored).map_err(|_| UNFIT)).transpose()
}

/// Stored bytes of a fixed length.
pub(crate) fn bytes<const N: usize>(row: &Row, at: usize) -> Result<[u8; N], StoreFault> {
    optional_bytes(row, at)?.ok_or(UNFIT)
}

pub(crate) fn optional_bytes<const N: usize>(row: &Row, at: usize) -> Result<Option<[u8; N]>, StoreFault> {
    get::<Option<&[u8]>>(row, at)?.map(|stored| stored.try_into().map_err(|_| UNFIT)).transpose()
}

pub(crate) fn origin(row: &Row, at: usize) -> Result<OriginId, StoreFault> {
    get::<Uuid>(row, at).map(OriginId)
}

pub(crate) fn date(row: &Row, at: usize) -> Result<NaiveDate, StoreFault> {
    optional_date(row, at)?.ok_or(UNFIT)
}

pub(crate) fn optional_date(row: &Row, at: usize) -> Result<Option<NaiveDate>, StoreFault> {
    get::<Option<&str>>(row, at)?.map(|stored| stored.parse().map_err(|_| UNFIT)).transpose()
}
