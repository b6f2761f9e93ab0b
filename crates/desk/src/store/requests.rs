//! Reading requests: one by identity, many by words, stage or due date.

use chrono::NaiveDate;
use loket_domain::ids::RequestId;
use loket_domain::numbering::DeskCode;
use loket_domain::request::Request;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::store::error::StoreError;

/// A request as lists need it.
pub(crate) struct FoundRequest {
    pub(crate) id: RequestId,
    pub(crate) request: Request,
    /// The account that registered it.
    pub(crate) officer: String,
}

pub(super) fn listed(row: &Row<'_>) -> Result<FoundRequest, StoreError> {
    let (id, state): (String, String) = (row.get(0)?, row.get(1)?);
    let officer = row.get(2)?;
    Ok(FoundRequest {
        id: id.parse().map_err(StoreError::unsound("request id"))?,
        request: serde_json::from_str(&state).map_err(StoreError::unsound("request state"))?,
        officer,
    })
}

/// The request with this identity.
pub(crate) fn one(connection: &Connection, id: RequestId) -> Result<Option<Request>, StoreError> {
    let mut query = connection.prepare_cached("select id, state, officer from request where id = ?1")?;
    Ok(query.query_and_then([id.to_string()], listed)?.next().transpose()?.map(|found| found.request))
}

/// The account that registered the request with this identity.
pub(crate) fn registered_by(connection: &Connection, id: RequestId) -> Result<String, StoreError> {
    let mut query = connection.prepare_cached("select officer from request where id = ?1")?;
    Ok(query.query_row([id.to_string()], |row| row.get(0)).optional()?.unwrap_or_default())
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

/// The request that bears this serial of a desk.
pub(crate) fn with_serial(
    connection: &Connection,
    desk: &DeskCode,
    year: i32,
    serial: u32,
) -> Result<Option<RequestId>, StoreError> {
    let sql = "select id from request where desk = ?1 and year = ?2 and serial = ?3 order by place limit 1";
    let mut query = connection.prepare_cached(sql)?;
    let found: Option<String> = query.query_row(params![desk.as_str(), year, serial], |row| row.get(0)).optional()?;
    found.map(|id| id.parse().map_err(StoreError::unsound("request id"))).transpose()
}

/// Whether a desk gave this serial.
pub(crate) fn has_serial(connection: &Connection, desk: &DeskCode, year: i32, serial: u32) -> Result<bool, StoreError> {
    let sql = "select exists (select 1 from request where desk = ?1 and year = ?2 and serial = ?3)";
    Ok(connection.prepare_cached(sql)?.query_row(params![desk.as_str(), year, serial], |row| row.get(0))?)
}

/// Requests that wait for something: without an answer, or with a promise in it that was not kept yet. The nearest due date first;
/// those whose year is not loaded come first of all.
pub(crate) fn open(connection: &Connection) -> Result<Vec<FoundRequest>, StoreError> {
    connection.prepare_cached(OPEN)?.query_and_then([], listed)?.collect()
}

/// The same, however many there are.
pub(crate) fn unfinished(connection: &Connection) -> Result<Vec<FoundRequest>, StoreError> {
    let sql = "select id, state, officer from request where decided_on is null or nearest is not null
               order by nearest is not null, nearest, place";
    connection.prepare_cached(sql)?.query_and_then([], listed)?.collect()
}

/// Each half walks an index of its own; what is over and done is not read.
pub(super) const OPEN: &str = "select id, state, officer from request where place in (
                   select * from (select place from request indexed by request_open
                                  where decided_on is null and nearest is null order by place limit 500)
                   union all
                   select * from (select place from request indexed by request_nearest
                                  where nearest is not null order by nearest, place limit 500)
               ) order by nearest is not null, nearest, place limit 500";

/// How many requests were registered or answered in each month since a civil day, `YYYY-MM`.
pub(crate) fn by_month(connection: &Connection, column: MonthOf, since: NaiveDate) -> Result<Vec<(String, u32)>, StoreError> {
    let column = match column {
        MonthOf::Registration => "registered_on",
        MonthOf::Decision => "decided_on",
    };
    let sql = format!("select substr({column}, 1, 7), count(*) from request where {column} >= ?1 group by 1");
    let mut query = connection.prepare_cached(&sql)?;
    let rows = query.query_map([since.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?;
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
    connection.prepare_cached(SIMILAR)?.query_and_then([terms.join(" ")], listed)?.collect()
}

/// The index is walked from its newest end and left after four: words that stand in every request are asked for while one types.
const SIMILAR: &str = "select id, state, officer from request
     where place in (select rowid from request_words where request_words match ?1 order by rowid desc limit 4)
     order by place desc";

/// Whether a request bears this number.
pub(crate) fn has_number(connection: &Connection, number: &str) -> Result<bool, StoreError> {
    let sql = "select exists (select 1 from request where number = ?1)";
    Ok(connection.prepare_cached(sql)?.query_row([number], |row| row.get(0))?)
}

/// The latest `most` requests that `query`, one of the search index, finds; what was registered by mistake is none.
pub(crate) fn latest(connection: &Connection, query: &str, most: u32) -> Result<Vec<FoundRequest>, StoreError> {
    let sql = "select id, state, officer from request
               where place in (select rowid from request_words where request_words match ?1 order by rowid desc limit ?2)
                   and stage <> 'cancelled' order by place desc";
    connection.prepare_cached(sql)?.query_and_then(params![query, most], listed)?.collect()
}

/// How many requests `query`, one of the search index, finds; what was registered by mistake is none.
pub(crate) fn found_by(connection: &Connection, query: &str) -> Result<u32, StoreError> {
    let sql = "select count(*) from request
               where place in (select rowid from request_words where request_words match ?1) and stage <> 'cancelled'";
    Ok(connection.prepare_cached(sql)?.query_row([query], |row| row.get(0))?)
}

/// How many requests there are, and the number of the last.
pub(crate) fn how_many(connection: &Connection) -> Result<(u64, Option<String>), StoreError> {
    let count = connection.query_row("select count(*) from request", [], |row| row.get(0))?;
    let last = connection.query_row("select number from request order by place desc limit 1", [], |row| row.get(0)).optional()?;
    Ok((count, last))
}

/// Whether any request was registered in a period, both days part of it.
pub(crate) fn any_registered_between(connection: &Connection, from: &str, to: &str) -> Result<bool, StoreError> {
    let sql = "select exists (select 1 from request where registered_on between ?1 and ?2)";
    Ok(connection.prepare_cached(sql)?.query_row([from, to], |row| row.get(0))?)
}

/// Requests registered in a period, both days part of it, oldest first.
pub(crate) fn registered_between(connection: &Connection, from: &str, to: &str) -> Result<Vec<FoundRequest>, StoreError> {
    let sql = "select id, state, officer from request where registered_on between ?1 and ?2 order by registered_on, year, serial, place";
    connection.prepare_cached(sql)?.query_and_then([from, to], listed)?.collect()
}

/// Requests registered until a civil day, and whether each is open still.
pub(crate) fn registered_until(connection: &Connection, last: NaiveDate) -> Result<Vec<(RequestId, bool)>, StoreError> {
    let sql = "select id, decided_on is null from request where registered_on <= ?1 order by place";
    let row = |row: &Row<'_>| {
        let id: String = row.get(0)?;
        Ok((id.parse().map_err(StoreError::unsound("request id"))?, row.get(1)?))
    };
    connection.prepare_cached(sql)?.query_and_then([last.to_string()], row)?.collect()
}

/// Requests that were answered until a civil day and for which no clock runs any more, oldest first.
pub(crate) fn ended_until(connection: &Connection, last: NaiveDate) -> Result<Vec<FoundRequest>, StoreError> {
    let sql = "select id, state, officer from request where decided_on <= ?1 and nearest is null order by decided_on, place";
    connection.prepare_cached(sql)?.query_and_then([last.to_string()], listed)?.collect()
}

/// Requests with a letter that is dated in a period, both days part of it, and those with letters that stand in no table of their own:
/// of an answer before the last, or a slip that forwards.
pub(crate) fn with_letters(connection: &Connection, from: &str, to: &str) -> Result<Vec<FoundRequest>, StoreError> {
    let sql = r#"select id, state, officer from request
               where id in (select substr(subject, 9) from letter where subject like 'request:%' and written_on between ?1 and ?2)
                   or instr(state, '"reopened":[{') > 0 or instr(state, '"forwarding":{') > 0
               order by place"#;
    connection.prepare_cached(sql)?.query_and_then([from, to], listed)?.collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::kernel::slot::DatabaseKey;
    use crate::store::finding;
    use crate::store::open;

    /// A desk that served twenty thousand requests; what it keeps of each is long.
    fn years() -> (tempfile::TempDir, Connection) {
        let dir = tempfile::tempdir().unwrap();
        let connection = open::create(&dir.path().join("loket.db"), &DatabaseKey::new([7; 32])).unwrap();
        connection.pragma_update(None, "query_only", false).unwrap();
        connection
            .execute_batch(
                "with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000)
                 insert into request (place, id, number, desk, year, serial, received_on, registered_on, applicant, information,
                     stage, state, late_after, channel, officer, name_key)
                 select i, 'r' || i, i, 'A', 2020 + i / 4000, i % 4000, date('2020-01-01', (i / 10) || ' days'), '2020-01-01',
                     'Pemohon ' || i, 'Isi', case when i % 50 then 'granted' else 'processed' end, hex(zeroblob(1500)),
                     case when i % 50 then null else date('2020-01-10', (i / 10) || ' days') end,
                     case when i % 3 then 'in_person' else 'email' end, 'petugas', 'pemohon ' || i from n",
            )
            .unwrap();
        (dir, connection)
    }

    #[test]
    fn of_many_thousands_of_one_name_only_the_latest_are_read() {
        let (_dir, connection) = years();
        let words = "insert into request_words (rowid, number, applicant, information)
                     select place, number || ' 08120000' || place, applicant, information from request";
        connection.execute_batch(words).unwrap();
        let places = "select rowid from request_words where request_words match ?1 order by rowid desc limit ?2";
        let found = |query: &str| -> Vec<i64> {
            connection
                .prepare(places)
                .unwrap()
                .query_map(params![query, 40], |row| row.get(0))
                .unwrap()
                .map(Result::unwrap)
                .collect()
        };
        // What is typed is looked up after each pause, so what it costs must not grow with the years: counted in steps of the
        // database, which no slow machine makes more of.
        let mut steps = Vec::new();
        for sql in [
            SIMILAR,
            "select id, state, officer from request where place in
               (select rowid from request_words where request_words match ?1 order by rowid desc limit 40) order by place desc",
        ] {
            let mut statement = connection.prepare(sql).unwrap();
            assert!(statement.query_map(["information : isi"], |_| Ok(())).unwrap().count() >= 4);
            steps.push(statement.get_status(rusqlite::StatementStatus::VmStep));
        }
        assert!(steps.iter().all(|steps| *steps < 2_000), "{steps:?}");
        let of_name = found(&finding::name_query("pemohon").unwrap());
        assert_eq!((of_name.len(), of_name.first()), (40, Some(&20_000)), "the latest first");
        assert_eq!(found(&finding::number_query("0812-0000-19999", 9).unwrap()), [19_999]);
        assert_eq!(found_by(&connection, &finding::number_query("+62 812 0000 19999", 9).unwrap()).unwrap(), 1);
        let plan: Vec<String> = connection
            .prepare(&format!("explain query plan select state from request where place in ({places})"))
            .unwrap()
            .query_map(params!["pemohon", 40], |row| row.get(3))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert!(plan.iter().any(|line| line.contains("USING INTEGER PRIMARY KEY")), "{plan:?}");
    }
}
