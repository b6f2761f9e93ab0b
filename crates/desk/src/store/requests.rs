//! Reading requests: one by identity, many by words, stage or due date.

use loket_domain::ids::RequestId;
use loket_domain::numbering::DeskCode;
use loket_domain::request::{Request, Stage};
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::store::error::StoreError;
use crate::store::finding;

/// A request as lists need it.
pub(crate) struct FoundRequest {
    pub(crate) id: RequestId,
    pub(crate) request: Request,
}

fn listed(row: &Row<'_>) -> Result<FoundRequest, StoreError> {
    let (id, state): (String, String) = (row.get(0)?, row.get(1)?);
    Ok(FoundRequest {
        id: id.parse().map_err(StoreError::unsound("request id"))?,
        request: serde_json::from_str(&state).map_err(StoreError::unsound("request state"))?,
    })
}

/// The request with this identity.
pub(crate) fn one(connection: &Connection, id: RequestId) -> Result<Option<Request>, StoreError> {
    let mut query = connection.prepare_cached("select id, state from request where id = ?1")?;
    Ok(query.query_and_then([id.to_string()], listed)?.next().transpose()?.map(|found| found.request))
}

/// The highest serial this desk gave in `year`.
pub(crate) fn last_serial(connection: &Connection, desk: &DeskCode, year: i32) -> Result<Option<u32>, StoreError> {
    let mut query = connection.prepare_cached("select max(serial) from request where desk = ?1 and year = ?2")?;
    Ok(query.query_row(params![desk.as_str(), year], |row| row.get(0)).optional()?.flatten())
}

/// The years in which a desk of this code has given numbers.
pub(crate) fn years(connection: &Connection, desk: &DeskCode) -> Result<Vec<i32>, StoreError> {
    let mut query = connection.prepare_cached("select distinct year from request where desk = ?1 order by year")?;
    Ok(query.query_map([desk.as_str()], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Whether a desk of this code has given any number.
pub(crate) fn any_of(connection: &Connection, desk: &DeskCode) -> Result<bool, StoreError> {
    let sql = "select exists (select 1 from request where desk = ?1)";
    Ok(connection.prepare_cached(sql)?.query_row([desk.as_str()], |row| row.get(0))?)
}

/// Requests that bear a number another request bears too: (identity, number).
pub(crate) fn with_the_same_number(connection: &Connection) -> Result<Vec<(String, String)>, StoreError> {
    let mut query = connection.prepare_cached(include_str!("same_number.sql"))?;
    Ok(query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
}

/// Whether a desk gave this serial.
pub(crate) fn has_serial(connection: &Connection, desk: &DeskCode, year: i32, serial: u32) -> Result<bool, StoreError> {
    let sql = "select exists (select 1 from request where desk = ?1 and year = ?2 and serial = ?3)";
    Ok(connection.prepare_cached(sql)?.query_row(params![desk.as_str(), year, serial], |row| row.get(0))?)
}

/// What is looked for.
pub(crate) struct RequestsWanted<'a> {
    pub(crate) words: &'a str,
    pub(crate) stage: Option<Stage>,
    pub(crate) offset: u32,
    pub(crate) limit: u32,
}

const FOUND: &str = "(?1 is null or place in (select rowid from request_words where request_words match ?1))";

/// A page of the list, newest first.
pub(crate) fn find(connection: &Connection, wanted: &RequestsWanted<'_>) -> Result<Vec<FoundRequest>, StoreError> {
    let sql = format!(
        "select id, state from request where {FOUND} and (?2 is null or stage = ?2) order by place desc limit ?3 offset ?4"
    );
    let mut query = connection.prepare_cached(&sql)?;
    let stage = wanted.stage.map(Stage::code);
    query.query_and_then(params![finding::query(wanted.words), stage, wanted.limit, wanted.offset], listed)?.collect()
}

/// How many requests with these words stand at each stage.
pub(crate) fn count_by_stage(connection: &Connection, words: &str) -> Result<Vec<(Stage, u32)>, StoreError> {
    let sql = format!("select stage, count(*) from request where {FOUND} group by stage");
    let mut query = connection.prepare_cached(&sql)?;
    let rows = query.query_map([finding::query(words)], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    let counts: Vec<(String, u32)> = rows.collect::<Result<_, _>>()?;
    let of = |stage: Stage| counts.iter().find(|(code, _)| code == stage.code()).map_or(0, |(_, count)| *count);
    Ok(Stage::ALL.iter().map(|stage| (*stage, of(*stage))).collect())
}

/// Requests that wait for something: without an answer, or with a promise in it that was not kept yet. The nearest due date first;
/// those whose year is not loaded come first of all.
pub(crate) fn open(connection: &Connection) -> Result<Vec<FoundRequest>, StoreError> {
    let sql = "select id, state from request where decided_on is null or nearest is not null
               order by nearest is not null, nearest, place limit 500";
    connection.prepare_cached(sql)?.query_and_then([], listed)?.collect()
}

/// How many requests were registered and answered in each month, `YYYY-MM`.
pub(crate) fn by_month(connection: &Connection, column: MonthOf) -> Result<Vec<(String, u32)>, StoreError> {
    let column = match column {
        MonthOf::Registration => "registered_on",
        MonthOf::Decision => "decided_on",
    };
    let sql = format!("select substr({column}, 1, 7), count(*) from request where {column} is not null group by 1");
    let mut query = connection.prepare_cached(&sql)?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// By which event months are counted.
pub(crate) enum MonthOf {
    Registration,
    Decision,
}

/// Earlier requests that share uncommon words with `information`, newest first.
pub(crate) fn similar(connection: &Connection, information: &str) -> Result<Vec<FoundRequest>, StoreError> {
    let long = information.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 4);
    let mut words: Vec<&str> = long.take(12).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    let terms: Vec<String> = words.iter().take(3).map(|word| format!("information : \"{word}\"")).collect();
    if terms.len() < 2 {
        return Ok(vec![]);
    }
    let sql = "select id, state from request where place in (select rowid from request_words where request_words match ?1)
               order by place desc limit 4";
    connection.prepare_cached(sql)?.query_and_then([terms.join(" ")], listed)?.collect()
}

/// Whether any request was registered in a period, both days part of it.
pub(crate) fn any_registered_between(connection: &Connection, from: &str, to: &str) -> Result<bool, StoreError> {
    let sql = "select exists (select 1 from request where registered_on between ?1 and ?2)";
    Ok(connection.prepare_cached(sql)?.query_row([from, to], |row| row.get(0))?)
}

/// Requests registered in a period, both days part of it, oldest first.
pub(crate) fn registered_between(connection: &Connection, from: &str, to: &str) -> Result<Vec<FoundRequest>, StoreError> {
    let sql = "select id, state from request where registered_on between ?1 and ?2 order by registered_on, year, serial, place";
    connection.prepare_cached(sql)?.query_and_then([from, to], listed)?.collect()
}
