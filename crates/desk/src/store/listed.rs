//! The list of requests: narrowed, counted and put in order by its indexes, so that no more is read than is shown.

use chrono::NaiveDate;
use loket_domain::request::Stage;
use rusqlite::{Connection, Row, ToSql};

use crate::store::error::StoreError;
use crate::store::finding;
use crate::store::requests::{FoundRequest, listed};
use crate::views::list::{RequestOrder, RequestSort};

/// What is looked for; what is empty narrows nothing.
#[derive(Clone, Copy, Default)]
pub(crate) struct RequestsWanted<'a> {
    pub(crate) words: &'a str,
    pub(crate) stage: Option<Stage>,
    /// Only what is late on `today`.
    pub(crate) late: bool,
    pub(crate) today: NaiveDate,
    /// Received on that day or later.
    pub(crate) from: Option<NaiveDate>,
    /// Received on that day or earlier.
    pub(crate) to: Option<NaiveDate>,
    pub(crate) channel: Option<&'a str>,
    /// The account that registered it.
    pub(crate) officer: Option<&'a str>,
    pub(crate) desk: Option<&'a str>,
    pub(crate) order: Option<RequestOrder>,
    /// The identity of the request that the page follows in this order; none for the first page.
    pub(crate) after: Option<&'a str>,
    pub(crate) limit: u32,
}

/// By what requests are counted.
#[derive(Clone, Copy)]
pub(crate) enum CountedBy {
    Channel,
    Officer,
    Desk,
}

/// What falls due first of a request: what the law waits for, before a reminder whose day has come.
const DUE: &str = "coalesce(r.late_after, case when r.nearest <= :today then r.nearest end)";

/// From where the rows come, in which order, and after which.
struct Walk {
    from: &'static str,
    order: String,
    after: String,
}

impl RequestsWanted<'_> {
    fn has_words(&self) -> bool {
        finding::query(self.words).is_some()
    }

    /// Whether anything but words and a stage narrows the list.
    fn is_narrowed(&self) -> bool {
        self.late
            || [self.from, self.to].iter().any(Option::is_some)
            || [self.channel, self.officer, self.desk].iter().any(Option::is_some)
    }

    /// The table that leads: the index of words where there are any, and else the index that has the order.
    fn from(&self, ordered: bool) -> &'static str {
        if self.has_words() {
            return "request_words w cross join request r on r.place = w.rowid";
        }
        let sorted = matches!(self.order, Some(RequestOrder { by: RequestSort::Due, .. }));
        let late_alone = RequestsWanted { late: false, ..*self };
        if self.late && !late_alone.is_narrowed() && !sorted {
            return "request r indexed by request_late";
        }
        // One index holds all that narrows: what does not fit is never read.
        if self.is_narrowed() || ordered && (sorted || self.stage.is_some() && self.order.is_some()) {
            return "request r indexed by request_listed";
        }
        "request r"
    }

    fn conditions(&self) -> String {
        let all = [
            (self.has_words(), "w.request_words match :words"),
            (self.stage.is_some(), "r.stage = :stage"),
            (self.late, "r.late_after < :today"),
            (self.from.is_some(), "r.received_on >= :since"),
            (self.to.is_some(), "r.received_on <= :until"),
            (self.channel.is_some(), "r.channel = :channel"),
            (self.officer.is_some(), "r.officer = :officer"),
            (self.desk.is_some(), "r.desk = :desk"),
        ];
        let set: Vec<&str> = all.into_iter().filter(|(set, _)| *set).map(|(_, condition)| condition).collect();
        if set.is_empty() { "true".to_owned() } else { set.join(" and ") }
    }

    fn walk(&self) -> Walk {
        let from = self.from(true);
        let place = if self.has_words() { "w.rowid" } else { "r.place" };
        let last = |columns: &str| format!("(select {columns} from request r where r.id = :after)");
        let Some(RequestOrder { by, descending }) = self.order else {
            return Walk { from, order: "r.place desc".to_owned(), after: format!("{place} < {}", last("r.place")) };
        };
        let (turn, beyond) = if descending { ("desc", "<") } else { ("asc", ">") };
        let keys = match by {
            RequestSort::Number => "r.year, r.serial, r.desk",
            RequestSort::Received => "r.received_on",
            RequestSort::Applicant => "r.name_key",
            RequestSort::Due => {
                // What waits for nothing is last either way.
                let none = format!("(({DUE}) is null)");
                let day = format!("coalesce({DUE}, ''), r.place");
                let after = format!("({none} > {} or {none} = {} and ({day}) {beyond} {})", last(&none), last(&none), last(&day));
                return Walk { from, order: format!("{none}, {DUE} {turn}, r.place {turn}"), after };
            }
        };
        let order = keys.split(", ").chain(["r.place"]).map(|key| format!("{key} {turn}")).collect::<Vec<_>>().join(", ");
        let after = format!("({keys}, r.place) {beyond} {}", last(&format!("{keys}, r.place")));
        Walk { from, order, after }
    }

    fn page_sql(&self) -> String {
        let Walk { from, order, after } = self.walk();
        let narrowed = self.conditions();
        let after = if self.after.is_some() { format!("and {after}") } else { String::new() };
        // The index of words is walked by itself in the order of places.
        let walked = if self.has_words() && self.order.is_none() { "w.rowid desc" } else { &order };
        // The outer order needs what the inner one reads; the rows themselves are few.
        format!(
            "select r.id, r.state, r.officer from request r where r.place in (
                 select r.place from {from} where {narrowed} {after} order by {walked} limit :limit
             ) order by {order}"
        )
    }

    /// Asks `sql` with what is looked for, and reads each row.
    fn ask<T>(
        &self,
        connection: &Connection,
        sql: &str,
        read: impl Fn(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut query = connection.prepare_cached(sql)?;
        let (today, day) = (self.today.to_string(), |day: Option<NaiveDate>| day.map(|day| day.to_string()));
        let all: [(&str, &dyn ToSql); 10] = [
            (":words", &finding::query(self.words)),
            (":stage", &self.stage.map(Stage::code)),
            (":today", &today),
            (":since", &day(self.from)),
            (":until", &day(self.to)),
            (":channel", &self.channel),
            (":officer", &self.officer),
            (":desk", &self.desk),
            (":after", &self.after),
            (":limit", &self.limit),
        ];
        let asked: Vec<(&str, &dyn ToSql)> = all.into_iter().filter(|(name, _)| sql.contains(*name)).collect();
        let found = query.query_and_then(asked.as_slice(), read)?.collect();
        #[cfg(test)]
        tests::note_steps(&query);
        found
    }
}

/// As many are counted one by one; of more it is only said that there are more.
pub(crate) const MOST_COUNTED: u32 = 1_000;

/// A page of the list; newest first where no order is asked for.
pub(crate) fn find(connection: &Connection, wanted: &RequestsWanted<'_>) -> Result<Vec<FoundRequest>, StoreError> {
    wanted.ask(connection, &wanted.page_sql(), listed)
}

/// How many requests are so narrowed: one more than [`MOST_COUNTED`] where there are more.
pub(crate) fn count(connection: &Connection, wanted: &RequestsWanted<'_>) -> Result<u32, StoreError> {
    count_until(connection, &RequestsWanted { limit: MOST_COUNTED + 1, ..*wanted })
}

/// Whether more than `most` requests are so narrowed.
pub(crate) fn are_more_than(connection: &Connection, wanted: &RequestsWanted<'_>, most: u32) -> Result<bool, StoreError> {
    Ok(count_until(connection, &RequestsWanted { limit: most + 1, ..*wanted })? > most)
}

/// How many requests are so narrowed, counted to the limit.
fn count_until(connection: &Connection, wanted: &RequestsWanted<'_>) -> Result<u32, StoreError> {
    let (from, narrowed) = (wanted.from(false), wanted.conditions());
    let sql = format!("select count(*) from (select 1 from {from} where {narrowed} limit :limit)");
    Ok(wanted.ask(connection, &sql, |row| Ok(row.get(0)?))?.first().copied().unwrap_or_default())
}

/// How many requests that are so narrowed stand at each stage, as [`count`] counts. Where words or days narrow the list to more than
/// can be counted, these are the stages of the newest.
pub(crate) fn count_by_stage(connection: &Connection, wanted: &RequestsWanted<'_>) -> Result<Vec<(Stage, u32)>, StoreError> {
    if !wanted.has_words() && !wanted.is_narrowed() {
        let of = |stage: &Stage| {
            Ok((*stage, count(connection, &RequestsWanted { stage: Some(*stage), ..RequestsWanted::default() })?))
        };
        return Stage::ALL.iter().map(of).collect();
    }
    let newest = if wanted.has_words() { "order by w.rowid desc" } else { "" };
    let (from, narrowed) = (wanted.from(false), wanted.conditions());
    let sql = format!(
        "select stage, count(*) from (select r.stage as stage from {from} where {narrowed} {newest} limit :limit) group by stage"
    );
    let wanted = &RequestsWanted { limit: MOST_COUNTED + 1, ..*wanted };
    let row = |row: &Row<'_>| {
        let (code, count): (String, u32) = (row.get(0)?, row.get(1)?);
        Ok(Stage::from_code(&code).map(|stage| (stage, count)))
    };
    Ok(wanted.ask(connection, &sql, row)?.into_iter().flatten().collect())
}

/// What there is of one kind, most first, as [`count`] counts: every value is looked up in its index, and no row is read.
pub(crate) fn count_by(connection: &Connection, by: CountedBy) -> Result<Vec<(String, u32)>, StoreError> {
    let column = match by {
        CountedBy::Channel => "channel",
        CountedBy::Officer => "officer",
        CountedBy::Desk => "desk",
    };
    let sql = format!(
        "with recursive known(value) as (
             select min({column}) from request
             union all select (select min({column}) from request where {column} > value) from known where value is not null
         )
         select value from known where value is not null"
    );
    let all = RequestsWanted::default();
    let values: Vec<String> = all.ask(connection, &sql, |row| Ok(row.get(0)?))?;
    let count_sql = format!("select count(*) from (select 1 from request where {column} = ?1 limit {MOST_COUNTED} + 1)");
    let mut query = connection.prepare_cached(&count_sql)?;
    let mut counts = values
        .into_iter()
        .map(|value| {
            let count = query.query_row([&value], |row| row.get(0))?;
            Ok((value, count))
        })
        .collect::<Result<Vec<(String, u32)>, StoreError>>()?;
    counts.sort_by(|(one, few), (other, many)| many.cmp(few).then_with(|| one.cmp(other)));
    Ok(counts)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::kernel::slot::DatabaseKey;
    use crate::store::{open, requests};
    use rusqlite::{Statement, StatementStatus};
    use std::cell::Cell;

    thread_local! {
        static STEPS: Cell<i64> = const { Cell::new(0) };
    }

    /// Adds the steps that SQLite took for a question.
    pub(super) fn note_steps(statement: &Statement<'_>) {
        STEPS.set(STEPS.get() + i64::from(statement.get_status(StatementStatus::VmStep)));
        statement.reset_status(StatementStatus::VmStep);
    }

    /// What a question found, and in how many steps.
    fn steps<T>(ask: impl FnOnce() -> T) -> (T, i64) {
        STEPS.set(0);
        let found = ask();
        (found, STEPS.get())
    }

    const ALL: u32 = 50_000;

    /// A desk that served fifty thousand requests, one in fifty of which is open. Each is found by `pemohon`, every thousandth by
    /// `jarang`.
    fn years() -> (tempfile::TempDir, Connection) {
        let dir = tempfile::tempdir().unwrap();
        let connection = open::create(&dir.path().join("loket.db"), &DatabaseKey::new([7; 32])).unwrap();
        connection.pragma_update(None, "query_only", false).unwrap();
        connection
            .execute_batch(&format!(
                "begin;
                 with recursive n(i) as (select 1 union all select i + 1 from n where i < {ALL})
                 insert into request (place, id, number, desk, year, serial, received_on, registered_on, decided_on, applicant,
                     information, stage, state, nearest, late_after, channel, officer, name_key)
                 select i, 'r' || i, i, case when i % 7 then 'A' else 'B' end, 2010 + i / 4000, i % 4000,
                     date('2010-06-01', (i / 10) || ' days'), date('2010-06-01', (i / 10) || ' days'),
                     case when i % 50 then date('2010-06-05', (i / 10) || ' days') end,
                     'Pemohon ' || i, 'Isi', case when i % 50 then 'granted' else 'processed' end, hex(zeroblob(300)),
                     case when i % 50 then null else date('2010-06-09', (i / 10) || ' days') end,
                     case when i % 50 then null else date('2010-06-10', (i / 10) || ' days') end,
                     case when i % 3 then 'in_person' else 'email' end, 'petugas', 'pemohon ' || i from n;
                 insert into request_words (rowid, number, applicant, information)
                 select place, number, applicant, case when place % 1000 then 'isi' else 'jarang' end from request;
                 commit;"
            ))
            .unwrap();
        (dir, connection)
    }

    const PAGE: u32 = 40;

    fn wanted(words: &str) -> RequestsWanted<'_> {
        RequestsWanted { words, today: "2030-01-01".parse().unwrap(), limit: PAGE, ..RequestsWanted::default() }
    }

    /// The places of a page, without the states, which are invented.
    fn page(connection: &Connection, wanted: &RequestsWanted<'_>) -> Vec<String> {
        let sql = wanted.page_sql().replace("r.state", "r.number");
        wanted.ask(connection, &sql, |row| Ok(row.get(0)?)).unwrap()
    }

    fn by(by: RequestSort, descending: bool) -> Option<RequestOrder> {
        Some(RequestOrder { by, descending })
    }

    #[test]
    fn a_list_of_fifty_thousand_is_asked_in_steps_of_what_it_shows() {
        let (_dir, connection) = years();
        // So many steps for each row that is shown or counted, whatever there is besides.
        let few = i64::from(PAGE) * 60;
        let counted = i64::from(MOST_COUNTED) * 25;
        let asks: Vec<(&str, RequestsWanted<'_>, usize, i64)> = vec![
            ("the newest", wanted(""), 40, few),
            ("what is not there", wanted("tiada"), 0, few),
            ("what is everywhere", wanted("pemohon"), 40, few),
            ("what is seldom", wanted("jarang"), 40, few),
            ("the next page of the newest", RequestsWanted { after: Some("r25000"), ..wanted("") }, 40, few),
            ("the next page of words", RequestsWanted { after: Some("r25000"), ..wanted("pemohon") }, 40, few),
            ("a stage", RequestsWanted { stage: Some(Stage::Processed), ..wanted("") }, 40, few),
            ("by day", RequestsWanted { order: by(RequestSort::Received, true), after: Some("r25000"), ..wanted("") }, 40, few),
            (
                "by name",
                RequestsWanted { order: by(RequestSort::Applicant, false), after: Some("r25000"), ..wanted("") },
                40,
                few,
            ),
            // These look at each of a year, or at each that is late.
            (
                "by number",
                RequestsWanted { order: by(RequestSort::Number, false), after: Some("r25000"), ..wanted("") },
                40,
                counted,
            ),
            ("what is late", RequestsWanted { late: true, ..wanted("") }, 40, counted),
        ];
        for (what, wanted, found, most) in asks {
            let (rows, steps) = steps(|| page(&connection, &wanted));
            assert_eq!(rows.len(), found, "{what}");
            assert!(steps <= most, "{what}: {steps} steps");
        }
        let counts: Vec<(&str, RequestsWanted<'_>, u32, i64)> = vec![
            ("all", wanted(""), 1_001, counted),
            ("what is not there", wanted("tiada"), 0, few),
            ("what is everywhere", wanted("pemohon"), 1_001, counted),
            ("what is seldom", wanted("jarang"), 50, few),
            ("what is late", RequestsWanted { late: true, ..wanted("") }, 1_000, counted),
        ];
        for (what, wanted, found, most) in counts {
            let (count, steps) = steps(|| count(&connection, &wanted).unwrap());
            assert_eq!(count, found, "{what}");
            assert!(steps <= most, "{what}: {steps} steps");
        }
        let (stages, taken) = steps(|| count_by_stage(&connection, &wanted("")).unwrap());
        let at = |stage: Stage| stages.iter().find(|(known, _)| *known == stage).map(|(_, count)| *count);
        assert_eq!((at(Stage::Processed), at(Stage::Granted)), (Some(1_000), Some(1_001)));
        assert!(taken <= counted * 3, "stages: {taken} steps");
        let (channels, taken) = steps(|| count_by(&connection, CountedBy::Channel).unwrap());
        assert_eq!(channels, [("email".to_owned(), 1_001), ("in_person".to_owned(), 1_001)]);
        assert!(taken <= few, "channels: {taken} steps");
        let plan: Vec<String> = connection
            .prepare(&format!("explain query plan {}", requests::OPEN))
            .unwrap()
            .query_map([], |row| row.get(3))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert!(!plan.iter().any(|line| line.starts_with("SCAN request") && !line.contains("INDEX")), "{plan:?}");
    }

    #[test]
    fn pages_follow_each_other_without_a_gap_in_every_order() {
        let (_dir, connection) = years();
        connection.execute("delete from request where place > 400", []).unwrap();
        let orders = [RequestSort::Number, RequestSort::Received, RequestSort::Applicant, RequestSort::Due];
        let orders = orders.into_iter().flat_map(|order| [by(order, false), by(order, true)]).chain([None]);
        for order in orders {
            for words in ["", "pemohon"] {
                let whole = page(&connection, &RequestsWanted { order, limit: 1_000, ..wanted(words) });
                assert_eq!(whole.len(), 400);
                let mut pages: Vec<String> = vec![];
                loop {
                    let after = pages.last().cloned();
                    let next = page(&connection, &RequestsWanted { order, after: after.as_deref(), ..wanted(words) });
                    assert!(pages.len() <= 400, "{order:?} {words}: a page comes again");
                    if next.is_empty() {
                        break;
                    }
                    pages.extend(next);
                }
                assert_eq!(pages, whole, "{order:?} {words}");
            }
        }
    }
}
