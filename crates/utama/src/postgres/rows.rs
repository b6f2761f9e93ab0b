//! The folded tables.

use chrono::NaiveDate;
use deadpool_postgres::{Client, GenericClient, Transaction};
use loket_domain::classification::ClassificationStage;
use loket_domain::ids::{ClassificationId, QuestionId, RequestId};
use loket_domain::office::OfficeCode;
use loket_domain::question::{Party, QuestionStage};
use loket_domain::request::{Stage, Timeliness};
use loket_journal::OriginId;
use std::collections::HashMap;
use std::pin::pin;
use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{IsolationLevel, Row};
use uuid::Uuid;

use super::columns::{self, date, int, optional_date};
use super::matter_rows;
use crate::projection::{KnownOffice, Misfit, Projection, QuestionRow, RequestRow, TestRow};
use crate::store::ledger::{Rows, Stale};
use crate::store::{DeskContact, Narrowing, OfficeOverview, Order, Page, StoreFault};

const PROFILE: &str = "profil kantor";
const REQUEST: &[Type] = &[
    Type::TEXT,
    Type::UUID,
    Type::TEXT,
    Type::TEXT,
    Type::TEXT,
    Type::TEXT,
    Type::TEXT,
    Type::TEXT,
    Type::TEXT,
    Type::TEXT,
    Type::TEXT,
    Type::TEXT,
    Type::TEXT,
    Type::TEXT,
    Type::INT8,
];

/// Puts folded rows in the place of others.
pub(super) async fn replace(db: &Transaction<'_>, rows: &[Rows]) -> Result<(), StoreFault> {
    let (mut emptied, mut about_office) = (Vec::new(), Vec::new());
    let (mut known, mut tested, mut asked) = (Keys::default(), Keys::default(), Keys::default());
    for Rows { office, stale, .. } in rows {
        let office = office.as_str();
        match stale {
            Stale::Everything => emptied.push(office),
            Stale::Parts { office: about, requests, tests, questions, matters: _ } => {
                about_office.extend(about.then_some(office));
                known.extend(office, requests.iter().map(|request| request.0));
                tested.extend(office, tests.iter().map(|test| test.0));
                asked.extend(office, questions.iter().map(|question| question.0));
            }
        }
    }
    if !emptied.is_empty() {
        for delete in [
            "delete from offices where code = any($1)",
            "delete from requests where office = any($1)",
            "delete from tests where office = any($1)",
            "delete from questions where office = any($1)",
            "delete from matters where office = any($1)",
            "delete from misfits where office = any($1)",
        ] {
            execute(db, delete, &[&emptied]).await?;
        }
    }
    if !about_office.is_empty() {
        execute(db, "delete from misfits where office = any($1) and request is null", &[&about_office]).await?;
    }
    known.delete(db, include_str!("sql/delete_requests.sql")).await?;
    known.delete(db, include_str!("sql/delete_misfits.sql")).await?;
    tested.delete(db, include_str!("sql/delete_tests.sql")).await?;
    asked.delete(db, include_str!("sql/delete_questions.sql")).await?;
    matter_rows::delete_stale(db, rows).await?;
    insert_offices(db, rows).await?;
    copy_requests(db, rows).await?;
    insert_tests(db, rows).await?;
    insert_questions(db, rows).await?;
    matter_rows::insert(db, rows).await?;
    insert_misfits(db, rows).await
}

/// Rows to be deleted, by office and identity.
#[derive(Default)]
struct Keys<'a> {
    offices: Vec<&'a str>,
    identities: Vec<Uuid>,
}

impl<'a> Keys<'a> {
    fn extend(&mut self, office: &'a str, identities: impl Iterator<Item = Uuid>) {
        self.identities.extend(identities);
        self.offices.resize(self.identities.len(), office);
    }

    async fn delete(&self, db: &Transaction<'_>, sql: &str) -> Result<(), StoreFault> {
        if self.offices.is_empty() { Ok(()) } else { execute(db, sql, &[&self.offices, &self.identities]).await }
    }
}

async fn execute(db: &Transaction<'_>, sql: &str, values: &[&(dyn ToSql + Sync)]) -> Result<(), StoreFault> {
    let statement = db.prepare_cached(sql).await?;
    db.execute(&statement, values).await?;
    Ok(())
}

async fn insert_offices(db: &Transaction<'_>, rows: &[Rows]) -> Result<(), StoreFault> {
    let (mut codes, mut profiles) = (Vec::new(), Vec::new());
    for Rows { office, fresh, .. } in rows {
        if let Some(known) = &fresh.office {
            codes.push(office.as_str());
            profiles.push(serde_json::to_string(known).map_err(StoreFault::damaged(PROFILE))?);
        }
    }
    if codes.is_empty() {
        return Ok(());
    }
    let insert = "insert into offices (code, profile) select * from unnest($1::text[], $2::text[])";
    execute(db, insert, &[&codes, &profiles]).await
}

async fn copy_requests(db: &Transaction<'_>, rows: &[Rows]) -> Result<(), StoreFault> {
    if rows.iter().all(|rows| rows.fresh.requests.is_empty()) {
        return Ok(());
    }
    let text = |date: Option<NaiveDate>| date.map(|date| date.to_string());
    let copy = db.prepare_cached(include_str!("sql/copy_requests.sql")).await?;
    let mut writer = pin!(BinaryCopyInWriter::new(db.copy_in(&copy).await?, REQUEST));
    for Rows { office, fresh, .. } in rows {
        for row in &fresh.requests {
            let values: [&(dyn ToSql + Sync); 15] = [
                &office.as_str(),
                &row.request.0,
                &row.number,
                &row.received_on.to_string(),
                &row.registered_on.to_string(),
                &row.stage.code(),
                &text(row.safe_due),
                &text(row.official_due),
                &text(row.due),
                &text(row.decided_on),
                &text(row.forwarded_on),
                &text(row.answered_on),
                &text(row.left_on),
                &row.timely.map(Timeliness::code),
                &int(row.last_entry),
            ];
            writer.as_mut().write(&values).await?;
        }
    }
    writer.finish().await?;
    Ok(())
}

async fn insert_tests(db: &Transaction<'_>, rows: &[Rows]) -> Result<(), StoreFault> {
    let all = || rows.iter().flat_map(|rows| rows.fresh.tests.iter().map(|row| (rows.office.as_str(), row)));
    let offices: Vec<&str> = all().map(|(office, _)| office).collect();
    if offices.is_empty() {
        return Ok(());
    }
    let tests: Vec<Uuid> = all().map(|(_, row)| row.test.0).collect();
    let units: Vec<&str> = all().map(|(_, row)| row.unit.as_str()).collect();
    let information: Vec<&str> = all().map(|(_, row)| row.information.as_str()).collect();
    let tested: Vec<String> = all().map(|(_, row)| row.tested_on.to_string()).collect();
    let stages: Vec<&str> = all().map(|(_, row)| row.stage.code()).collect();
    let decided: Vec<Option<String>> = all().map(|(_, row)| row.decided_on.map(|on| on.to_string())).collect();
    let insert = include_str!("sql/insert_tests.sql");
    execute(db, insert, &[&offices, &tests, &units, &information, &tested, &stages, &decided]).await
}

async fn insert_questions(db: &Transaction<'_>, rows: &[Rows]) -> Result<(), StoreFault> {
    let all = || rows.iter().flat_map(|rows| rows.fresh.questions.iter().map(|row| (rows.office.as_str(), row)));
    let offices: Vec<&str> = all().map(|(office, _)| office).collect();
    if offices.is_empty() {
        return Ok(());
    }
    let questions: Vec<Uuid> = all().map(|(_, row)| row.question.0).collect();
    let lines: Vec<&str> = all().map(|(_, row)| row.line.as_str()).collect();
    let about: Vec<Option<&str>> = all().map(|(_, row)| row.about.as_deref()).collect();
    let by: Vec<&str> = all().map(|(_, row)| row.by.code()).collect();
    let stages: Vec<&str> = all().map(|(_, row)| row.stage.code()).collect();
    let since: Vec<String> = all().map(|(_, row)| row.since.to_string()).collect();
    let insert = include_str!("sql/insert_questions.sql");
    execute(db, insert, &[&offices, &questions, &lines, &about, &by, &stages, &since]).await
}

async fn insert_misfits(db: &Transaction<'_>, rows: &[Rows]) -> Result<(), StoreFault> {
    let misfits = || rows.iter().flat_map(|rows| rows.fresh.misfits.iter().map(|misfit| (rows.office.as_str(), misfit)));
    let offices: Vec<&str> = misfits().map(|(office, _)| office).collect();
    if offices.is_empty() {
        return Ok(());
    }
    let requests: Vec<Option<Uuid>> = misfits().map(|(_, misfit)| misfit.request.map(|request| request.0)).collect();
    let origins: Vec<Uuid> = misfits().map(|(_, misfit)| misfit.origin.0).collect();
    let seqs: Vec<i64> = misfits().map(|(_, misfit)| int(misfit.seq)).collect();
    execute(db, include_str!("sql/insert_misfits.sql"), &[&offices, &requests, &origins, &seqs]).await
}

pub(super) fn known(stored: &str) -> Result<KnownOffice, StoreFault> {
    serde_json::from_str(stored).map_err(StoreFault::damaged(PROFILE))
}

/// How many columns [`request`] reads.
pub(crate) const REQUEST_COLUMNS: usize = 14;

/// Reads the columns of `requests.sql`.
pub(crate) fn request(row: &Row) -> Result<RequestRow, StoreFault> {
    Ok(RequestRow {
        request: RequestId(columns::get(row, 0)?),
        number: columns::get(row, 1)?,
        received_on: date(row, 2)?,
        registered_on: date(row, 3)?,
        stage: Stage::from_code(columns::get(row, 4)?).ok_or_else(|| StoreFault::lacking("tahap permohonan"))?,
        safe_due: optional_date(row, 5)?,
        official_due: optional_date(row, 6)?,
        due: optional_date(row, 7)?,
        decided_on: optional_date(row, 8)?,
        forwarded_on: optional_date(row, 9)?,
        answered_on: optional_date(row, 10)?,
        left_on: optional_date(row, 11)?,
        timely: columns::get::<Option<&str>>(row, 12)?.map(timely).transpose()?,
        last_entry: columns::number(row, 13)?,
    })
}

fn timely(code: &str) -> Result<Timeliness, StoreFault> {
    Timeliness::from_code(code).ok_or_else(|| StoreFault::lacking("ketepatan waktu"))
}

/// How many columns [`test`] reads.
pub(crate) const TEST_COLUMNS: usize = 6;

/// Reads a test, its unit and information, its date, its stage and when it was decided.
pub(crate) fn test(row: &Row) -> Result<TestRow, StoreFault> {
    Ok(TestRow {
        test: ClassificationId(columns::get(row, 0)?),
        unit: columns::get(row, 1)?,
        information: columns::get(row, 2)?,
        tested_on: date(row, 3)?,
        stage: ClassificationStage::from_code(columns::get(row, 4)?).ok_or_else(|| StoreFault::lacking("tahap uji"))?,
        decided_on: optional_date(row, 5)?,
    })
}

/// Reads a question, its line, what it is about, who asked, its stage and since when.
pub(crate) fn question(row: &Row) -> Result<QuestionRow, StoreFault> {
    let (Some(by), Some(stage)) = (Party::from_code(columns::get(row, 3)?), QuestionStage::from_code(columns::get(row, 4)?))
    else {
        return Err(StoreFault::lacking("pertanyaan"));
    };
    let question = QuestionId(columns::get(row, 0)?);
    Ok(QuestionRow { question, line: columns::get(row, 1)?, about: columns::get(row, 2)?, by, stage, since: date(row, 5)? })
}

async fn requests(db: &impl GenericClient, sql: &str, values: &[&(dyn ToSql + Sync)]) -> Result<Vec<RequestRow>, StoreFault> {
    columns::all(db, sql, values, request).await
}

pub(super) async fn request_of(db: &impl GenericClient, office: &str, id: RequestId) -> Result<Option<RequestRow>, StoreFault> {
    let sql = concat!(include_str!("sql/requests.sql"), "and request = $2");
    Ok(requests(db, sql, &[&office, &id.0]).await?.pop())
}

/// What comes before the order that always holds.
fn before(order: Order) -> &'static str {
    match order {
        Order::Due => "",
        Order::Received => "received_on desc, ",
        Order::Number => r#"number collate "C", "#,
        Order::Decided => "decided_on desc nulls last, ",
    }
}

pub(super) async fn narrowed(
    db: &impl GenericClient,
    office: &str,
    narrowing: &Narrowing,
    page: Page,
) -> Result<Vec<RequestRow>, StoreFault> {
    let (which, named) = narrowing.which.asked();
    let named: Vec<Uuid> = named.iter().map(|request| request.0).collect();
    let (first, then) =
        (concat!(include_str!("sql/requests.sql"), include_str!("sql/narrowed.sql")), include_str!("sql/in_order.sql"));
    let sql = format!("{first} order by {}{then}", before(narrowing.order));
    let (take, skip) = (i64::from(page.take), i64::from(page.skip));
    requests(db, &sql, &[&office, &which, &named, &narrowing.received, &take, &skip]).await
}

pub(super) async fn counted(db: &impl GenericClient, office: &str, narrowing: &Narrowing) -> Result<u64, StoreFault> {
    let (which, named) = narrowing.which.asked();
    let named: Vec<Uuid> = named.iter().map(|request| request.0).collect();
    let sql = concat!("select count(*) from requests where office = $1 ", include_str!("sql/narrowed.sql"));
    let statement = db.prepare_cached(sql).await?;
    columns::number(&db.query_one(&statement, &[&office, &which, &named, &narrowing.received]).await?, 0)
}

/// One view of all of it: what is committed meanwhile is not seen by half.
async fn snapshot(client: &mut Client) -> Result<Transaction<'_>, StoreFault> {
    Ok(client.build_transaction().isolation_level(IsolationLevel::RepeatableRead).read_only(true).start().await?)
}

pub(super) async fn stored(client: &mut Client, office: &str) -> Result<Projection, StoreFault> {
    let db = snapshot(client).await?;
    let stored = db.query_opt("select profile from offices where code = $1", &[&office]).await?;
    let known = stored.as_ref().map(|row| known(columns::get(row, 0)?)).transpose()?;
    let requests = requests(&db, concat!(include_str!("sql/requests.sql"), "order by request"), &[&office]).await?;
    let misfits = "select request, origin, seq from misfits where office = $1 order by request nulls first, origin, seq";
    let misfit = |row: &Row| {
        let request = columns::get::<Option<Uuid>>(row, 0)?.map(RequestId);
        Ok(Misfit { request, origin: columns::origin(row, 1)?, seq: columns::number(row, 2)? })
    };
    let misfits = db.query(misfits, &[&office]).await?.iter().map(misfit).collect::<Result<_, StoreFault>>()?;
    let tests = db
        .query(
            "select test, unit, information, tested_on, stage, decided_on from tests where office = $1 order by test",
            &[&office],
        )
        .await?;
    let tests = tests.iter().map(test).collect::<Result<_, _>>()?;
    let questions = "select question, line, about, asked_by, stage, since from questions where office = $1 order by question";
    let questions = db.query(questions, &[&office]).await?.iter().map(question).collect::<Result<_, _>>()?;
    let matters = matter_rows::of_office(&db, office).await?;
    Ok(Projection { office: known, requests, tests, questions, matters, misfits })
}

pub(super) async fn misfits(db: &impl GenericClient, origin: OriginId, after: u64) -> Result<Vec<u64>, StoreFault> {
    let sql = "select seq from misfits where origin = $1 and seq > $2 order by seq";
    columns::all(db, sql, &[&origin.0, &int(after)], |row| columns::number(row, 0)).await
}

pub(super) async fn known_offices(
    db: &impl GenericClient,
    within: Option<Vec<&str>>,
) -> Result<Vec<(OfficeCode, Option<KnownOffice>)>, StoreFault> {
    let read = |row: &Row| Ok((columns::code(row, 0)?, columns::get::<Option<&str>>(row, 1)?.map(known).transpose()?));
    columns::all(db, include_str!("sql/known_offices.sql"), &[&within], read).await
}

/// Every office, or only the one with this code.
pub(super) async fn offices(client: &mut Client, only: Option<&str>) -> Result<Vec<OfficeOverview>, StoreFault> {
    let db = snapshot(client).await?;
    let mut desks = HashMap::<OfficeCode, Vec<DeskContact>>::new();
    for row in db.query(include_str!("sql/desk_contacts.sql"), &[&only]).await? {
        let (desk, last_contact) = (columns::code(&row, 1)?, columns::optional_number(&row, 2)?);
        let contact = DeskContact { desk, last_contact, revoked: columns::get(&row, 3)? };
        desks.entry(columns::code(&row, 0)?).or_default().push(contact);
    }
    let mut offices = Vec::new();
    for row in db.query(include_str!("sql/offices.sql"), &[&only]).await? {
        let code: OfficeCode = columns::code(&row, 0)?;
        let open = concat!(include_str!("sql/requests.sql"), "and decided_on is null");
        let known = columns::get::<Option<&str>>(&row, 1)?.map(known).transpose()?;
        offices.push(OfficeOverview {
            days_off: known.as_ref().map(|known| known.days_off.clone()).unwrap_or_default(),
            packs: known.as_ref().map(|known| known.packs.clone()).unwrap_or_default(),
            profile: known.map(|known| known.profile),
            desks: desks.remove(&code).unwrap_or_default(),
            open: requests(&db, open, &[&code.as_str()]).await?,
            decided: columns::number(&row, 2)?,
            misfits: columns::number(&row, 3)?,
            questions: columns::number(&row, 4)?,
            code,
        });
    }
    Ok(offices)
}
