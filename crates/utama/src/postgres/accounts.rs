//! Accounts on PostgreSQL.

use async_trait::async_trait;
use deadpool_postgres::{Client, GenericClient, Transaction};
use loket_domain::ids::AccountId;
use loket_domain::office::OfficeCode;
use loket_journal::Digest;
use tokio_postgres::Row;

use super::PostgresStore;
use super::columns::{askable, bytes, get, int, number, optional_number};
use super::locks;
use crate::accounts::attempts::WINDOW;
use crate::accounts::rules::{AccountTerms, closable, kept_codes, one_more, revised, written_codes};
use crate::accounts::{
    ABSOLUTE, AccountRefusal, Accounts, AuditChain, AuditLine, AuditNarrowing, Audited, ChainedLine, IDLE, PasswordHash, Reach,
    SecondFactor, Session, StaffAccount, StaffRole, link,
};
use crate::fault::StoreFault;

const SESSION: &str = "select token, account, began, used, address from sessions";
const ACCOUNT: &str = "select id, login, name, role, offices, password, temporary, closed, temporary_until,
    exists (select 1 from second_factors where account = id and confirmed) from accounts";

fn account(row: &Row) -> Result<StaffAccount, StoreFault> {
    Ok(StaffAccount {
        id: AccountId(get(row, 0)?),
        login: get(row, 1)?,
        name: get(row, 2)?,
        role: StaffRole::from_code(get(row, 3)?).ok_or_else(|| StoreFault::lacking("peran akun"))?,
        reach: Reach::of(get::<Vec<String>>(row, 4)?.into_iter().map(OfficeCode::from).collect()),
        password: PasswordHash(get(row, 5)?),
        temporary: get(row, 6)?,
        closed: optional_number(row, 7)?,
        temporary_until: optional_number(row, 8)?,
        second_factor: get(row, 9)?,
    })
}

fn offices(reach: &Reach) -> Vec<&str> {
    reach.codes().map(OfficeCode::as_str).collect()
}

async fn find(db: &impl GenericClient, id: AccountId) -> Result<Option<StaffAccount>, StoreFault> {
    let found = db.prepare_cached(&format!("{ACCOUNT} where id = $1 and closed is null")).await?;
    db.query_opt(&found, &[&id.0]).await?.as_ref().map(account).transpose()
}

/// Whether accounts can still be managed when this one no longer can.
async fn other_admin(db: &Transaction<'_>, id: AccountId) -> Result<bool, StoreFault> {
    let others = "select exists (
        select 1 from accounts where role = 'admin' and cardinality(offices) = 0 and closed is null and id <> $1
    )";
    get(&db.query_one(others, &[&id.0]).await?, 0)
}

async fn end_sessions(db: &impl GenericClient, id: AccountId) -> Result<(), StoreFault> {
    db.execute("delete from sessions where account = $1", &[&id.0]).await?;
    Ok(())
}

async fn revise(client: &mut Client, id: AccountId, terms: AccountTerms) -> Result<Result<(), AccountRefusal>, StoreFault> {
    let db = client.transaction().await?;
    locks::accounts(&db).await?;
    let after = match revised(find(&db, id).await?, terms, other_admin(&db, id).await?) {
        Ok(after) => after,
        Err(refused) => return Ok(Err(refused)),
    };
    let update = "update accounts set name = $2, role = $3, offices = $4 where id = $1";
    db.execute(update, &[&id.0, &after.name, &after.role.code(), &offices(&after.reach)]).await?;
    db.commit().await?;
    Ok(Ok(()))
}

async fn set_password(
    client: &mut Client,
    id: AccountId,
    password: &PasswordHash,
    temporary: Option<u64>,
) -> Result<Result<(), AccountRefusal>, StoreFault> {
    let db = client.transaction().await?;
    let update = "update accounts set password = $2, temporary = $3, temporary_until = $4 where id = $1 and closed is null";
    if db.execute(update, &[&id.0, &password.0, &temporary.is_some(), &temporary.map(int)]).await? == 0 {
        return Ok(Err(AccountRefusal::Unknown));
    }
    end_sessions(&db, id).await?;
    db.commit().await?;
    Ok(Ok(()))
}

async fn close(client: &mut Client, id: AccountId, now: u64) -> Result<Result<(), AccountRefusal>, StoreFault> {
    let db = client.transaction().await?;
    locks::accounts(&db).await?;
    if let Err(refused) = closable(find(&db, id).await?.as_ref(), other_admin(&db, id).await?) {
        return Ok(Err(refused));
    }
    db.execute("update accounts set closed = $2 where id = $1", &[&id.0, &int(now)]).await?;
    end_sessions(&db, id).await?;
    db.commit().await?;
    Ok(Ok(()))
}

async fn attempt(client: &mut Client, keys: &[(Digest, usize)], now: u64) -> Result<Result<(), u64>, StoreFault> {
    let db = client.transaction().await?;
    locks::attempts(&db, keys.iter().map(|(key, _)| *key)).await?;
    let mut counted = Vec::new();
    for (key, allowed) in keys {
        let attempts = db.query("select at from attempts where key = $1 order by at", &[&key.0.as_slice()]).await?;
        counted.push((attempts.iter().map(|row| number(row, 0)).collect::<Result<_, _>>()?, *allowed));
    }
    if let Err(wait) = one_more(&counted, now) {
        return Ok(Err(wait));
    }
    for (key, _) in keys {
        let key = key.0.as_slice();
        db.execute("delete from attempts where key = $1 and at <= $2", &[&key, &int(now.saturating_sub(WINDOW))]).await?;
        db.execute("insert into attempts (key, at) values ($1, $2)", &[&key, &int(now)]).await?;
    }
    db.commit().await?;
    Ok(Ok(()))
}

fn session(row: &Row) -> Result<Session, StoreFault> {
    let (token, account) = (Digest(bytes(row, 0)?), AccountId(get(row, 1)?));
    let address = get::<Option<String>>(row, 4)?.and_then(|address| address.parse().ok());
    Ok(Session { token, account, began: number(row, 2)?, used: number(row, 3)?, address })
}

async fn alive(db: &impl GenericClient, token: Digest, now: u64) -> Result<Option<StaffAccount>, StoreFault> {
    let found = db.prepare_cached(&format!("{SESSION} where token = $1")).await?;
    let found = db.query_opt(&found, &[&token.0.as_slice()]).await?.as_ref().map(session).transpose()?;
    let Some(session) = found.filter(|session| session.alive(now)) else { return Ok(None) };
    let account = find(db, session.account).await?;
    if account.is_some() && session.worth_noting(now) {
        db.execute("update sessions set used = $2 where token = $1", &[&token.0.as_slice(), &int(now)]).await?;
    }
    Ok(account)
}

async fn second_factor(db: &impl GenericClient, id: AccountId) -> Result<Option<SecondFactor>, StoreFault> {
    let sql = db.prepare_cached("select secret, confirmed, last_step, codes from second_factors where account = $1").await?;
    let Some(row) = db.query_opt(&sql, &[&id.0]).await? else { return Ok(None) };
    let (secret, confirmed, last_step) = (bytes(&row, 0)?, get(&row, 1)?, number(&row, 2)?);
    Ok(Some(SecondFactor { secret, confirmed, last_step, codes: kept_codes(get(&row, 3)?)? }))
}

async fn swap(
    client: &mut Client,
    id: AccountId,
    before: Option<SecondFactor>,
    after: Option<SecondFactor>,
) -> Result<bool, StoreFault> {
    let db = client.transaction().await?;
    locks::accounts(&db).await?;
    if second_factor(&db, id).await? != before {
        return Ok(false);
    }
    db.execute("delete from second_factors where account = $1", &[&id.0]).await?;
    if let Some(after) = after {
        let sql = "insert into second_factors (account, secret, confirmed, last_step, codes) values ($1, $2, $3, $4, $5)";
        let (secret, codes) = (after.secret.as_slice(), written_codes(&after.codes));
        db.execute(sql, &[&id.0, &secret, &after.confirmed, &int(after.last_step), &codes]).await?;
    }
    db.commit().await?;
    Ok(true)
}

fn optional_digest(row: &Row, at: usize) -> Result<Option<Digest>, StoreFault> {
    let hash: Option<Vec<u8>> = get(row, at)?;
    hash.map(|hash| hash.try_into().ok().map(Digest).ok_or_else(|| StoreFault::lacking("catatan audit"))).transpose()
}

/// The hash of the last line that was written.
async fn last_link(db: &impl GenericClient) -> Result<Option<Digest>, StoreFault> {
    optional_digest(&db.query_one("select audit_last from server", &[]).await?, 0)
}

fn line(row: &Row) -> Result<AuditLine, StoreFault> {
    let what = Audited::from_code(get(row, 2)?).ok_or_else(|| StoreFault::lacking("catatan audit"))?;
    Ok(AuditLine {
        at: number(row, 0)?,
        login: get(row, 1)?,
        what,
        office: get::<Option<String>>(row, 3)?.map(OfficeCode::from),
        about: get(row, 4)?,
        address: get(row, 5)?,
    })
}

#[async_trait]
impl Accounts for PostgresStore {
    async fn open(&self, account: StaffAccount) -> Result<Result<(), AccountRefusal>, StoreFault> {
        let StaffAccount { id, login, name, role, reach, password, temporary, temporary_until, .. } = &account;
        let open = include_str!("sql/accounts/open_account.sql");
        let (db, until) = (self.connection().await?, temporary_until.map(int));
        let kept = db.execute(open, &[&id.0, login, name, &role.code(), &offices(reach), &password.0, temporary, &until]).await?;
        Ok(if kept == 1 { Ok(()) } else { Err(AccountRefusal::LoginTaken) })
    }

    async fn accounts(&self) -> Result<Vec<StaffAccount>, StoreFault> {
        let sql = format!("{ACCOUNT} order by closed is not null, login");
        self.connection().await?.query(&sql, &[]).await?.iter().map(account).collect()
    }

    async fn with_login(&self, login: &str) -> Result<Option<StaffAccount>, StoreFault> {
        if !askable(login) {
            return Ok(None);
        }
        let sql = format!("{ACCOUNT} where login = $1");
        self.connection().await?.query_opt(&sql, &[&login]).await?.as_ref().map(account).transpose()
    }

    async fn revise(
        &self,
        id: AccountId,
        name: &str,
        role: StaffRole,
        reach: Reach,
    ) -> Result<Result<(), AccountRefusal>, StoreFault> {
        revise(&mut self.connection().await?, id, AccountTerms { name: name.to_owned(), role, reach }).await
    }

    async fn set_password(
        &self,
        id: AccountId,
        password: PasswordHash,
        temporary: Option<u64>,
    ) -> Result<Result<(), AccountRefusal>, StoreFault> {
        set_password(&mut self.connection().await?, id, &password, temporary).await
    }

    async fn close(&self, id: AccountId, now: u64) -> Result<Result<(), AccountRefusal>, StoreFault> {
        close(&mut self.connection().await?, id, now).await
    }

    async fn attempt(&self, keys: &[(Digest, usize)], now: u64) -> Result<Result<(), u64>, StoreFault> {
        attempt(&mut self.connection().await?, keys, now).await
    }

    async fn forgive(&self, key: Digest) -> Result<(), StoreFault> {
        self.connection().await?.execute("delete from attempts where key = $1", &[&key.0.as_slice()]).await?;
        Ok(())
    }

    async fn uncount(&self, key: Digest, at: u64) -> Result<(), StoreFault> {
        let one = "delete from attempts where ctid in (select ctid from attempts where key = $1 and at = $2 limit 1)";
        self.connection().await?.execute(one, &[&key.0.as_slice(), &int(at)]).await?;
        Ok(())
    }

    async fn begin_session(&self, session: Session) -> Result<(), StoreFault> {
        let db = self.connection().await?;
        let (idle, old) = (int(session.began.saturating_sub(IDLE)), int(session.began.saturating_sub(ABSOLUTE)));
        let ended = "delete from sessions where used <= $1 or began <= $2 or account = $3";
        db.execute(ended, &[&idle, &old, &session.account.0]).await?;
        let insert = "insert into sessions (token, account, began, used, address) values ($1, $2, $3, $4, $5)";
        let (token, account) = (session.token.0.as_slice(), session.account.0);
        let address = session.address.map(|address| address.to_string());
        db.execute(insert, &[&token, &account, &int(session.began), &int(session.used), &address]).await?;
        Ok(())
    }

    async fn session(&self, token: Digest, now: u64) -> Result<Option<StaffAccount>, StoreFault> {
        alive(&self.connection().await?, token, now).await
    }

    async fn end_session(&self, token: Digest) -> Result<(), StoreFault> {
        self.connection().await?.execute("delete from sessions where token = $1", &[&token.0.as_slice()]).await?;
        Ok(())
    }

    async fn sessions(&self, id: AccountId, now: u64) -> Result<Vec<Session>, StoreFault> {
        let sql = format!("{SESSION} where account = $1 order by began desc, token");
        let rows = self.connection().await?.query(&sql, &[&id.0]).await?;
        let kept = rows.iter().map(session).collect::<Result<Vec<_>, _>>()?;
        Ok(kept.into_iter().filter(|session| session.alive(now)).collect())
    }

    async fn end_sessions(&self, id: AccountId) -> Result<(), StoreFault> {
        end_sessions(&self.connection().await?, id).await
    }

    async fn sign_ins(&self, login: &str, take: u32) -> Result<Vec<AuditLine>, StoreFault> {
        if !askable(login) {
            return Ok(vec![]);
        }
        let sql = include_str!("sql/accounts/sign_ins.sql");
        let rows = self.connection().await?.query(sql, &[&login, &i64::from(take)]).await?;
        rows.iter().map(line).collect()
    }

    async fn second_factor(&self, id: AccountId) -> Result<Option<SecondFactor>, StoreFault> {
        second_factor(&self.connection().await?, id).await
    }

    async fn swap_second_factor(
        &self,
        id: AccountId,
        before: Option<SecondFactor>,
        after: Option<SecondFactor>,
    ) -> Result<bool, StoreFault> {
        swap(&mut self.connection().await?, id, before, after).await
    }

    async fn note(&self, line: AuditLine) -> Result<(), StoreFault> {
        let mut client = self.connection().await?;
        let db = client.transaction().await?;
        // Each line continues the one before it.
        locks::audit(&db).await?;
        let hash = link(last_link(&db).await?.as_ref(), &line).0;
        let AuditLine { at, login, what, office, about, address } = &line;
        let insert = "insert into audit (at, login, what, office, about, address, hash) values ($1, $2, $3, $4, $5, $6, $7)";
        let hash = hash.as_slice();
        db.execute(insert, &[&int(*at), login, &what.code(), &office.as_deref(), about, address, &hash]).await?;
        db.execute("update server set audit_last = $1", &[&hash]).await?;
        Ok(db.commit().await?)
    }

    async fn audit_chain(&self) -> Result<AuditChain, StoreFault> {
        let db = self.connection().await?;
        let rows = db.query("select at, login, what, office, about, address, hash from audit order by number", &[]).await?;
        let chained = |row: &Row| Ok::<_, StoreFault>(ChainedLine { line: line(row)?, hash: optional_digest(row, 6)? });
        let lines = rows.iter().map(chained).collect::<Result<_, _>>()?;
        Ok(AuditChain { lines, last: last_link(&db).await? })
    }

    async fn audit(&self, reach: &Reach, of: &AuditNarrowing, skip: u32, take: u32) -> Result<Vec<AuditLine>, StoreFault> {
        if !askable(&of.login) || !askable(&of.office) {
            return Ok(vec![]);
        }
        let (offices, take, skip) = (offices(reach), i64::from(take), i64::from(skip));
        let (from, until) = (int(of.from), int(of.until));
        let rows = self.connection().await?;
        let sql = include_str!("sql/accounts/audit.sql");
        let rows = rows.query(sql, &[&offices, &take, &skip, &of.login, &of.office, &from, &until]).await?;
        rows.iter().map(line).collect()
    }
}
