//! Accounts in the embedded database.

use async_trait::async_trait;
use loket_domain::ids::AccountId;
use loket_domain::office::OfficeCode;
use loket_journal::Digest;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::SqliteStore;
use super::columns::{bytes, code, int, number, optional};
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

fn account(row: &Row<'_>) -> rusqlite::Result<StaffAccount> {
    let role = StaffRole::from_code(row.get_ref(3)?.as_str()?);
    let offices = row.get_ref(4)?.as_str()?.split(' ').filter(|code| !code.is_empty());
    Ok(StaffAccount {
        id: account_id(row, 0)?,
        login: row.get(1)?,
        name: row.get(2)?,
        role: role.ok_or_else(|| rusqlite::Error::InvalidColumnName("role".into()))?,
        reach: Reach::of(offices.map(OfficeCode::from).collect()),
        password: PasswordHash(row.get(5)?),
        temporary: row.get(6)?,
        closed: optional(row, 7, number)?,
        temporary_until: optional(row, 8, number)?,
        second_factor: row.get(9)?,
    })
}

fn account_id(row: &Row<'_>, at: usize) -> rusqlite::Result<AccountId> {
    bytes(row, at).map(|bytes| AccountId(Uuid::from_bytes(bytes)))
}

/// Codes hold no spaces, so a space stands between them.
fn offices(reach: &Reach) -> String {
    reach.codes().map(OfficeCode::as_str).collect::<Vec<_>>().join(" ")
}

fn find(db: &Connection, id: AccountId) -> Result<Option<StaffAccount>, StoreFault> {
    let found = db.query_row(&format!("{ACCOUNT} where id = ?1 and closed is null"), [id.0.as_bytes()], account);
    Ok(found.optional()?)
}

/// Whether accounts can still be managed when this one no longer can.
fn other_admin(db: &Connection, id: AccountId) -> Result<bool, StoreFault> {
    let sql = "select exists (select 1 from accounts where role = 'admin' and offices = '' and closed is null and id <> ?1)";
    Ok(db.query_row(sql, [id.0.as_bytes()], |row| row.get(0))?)
}

fn end_sessions(db: &Connection, id: AccountId) -> Result<(), StoreFault> {
    db.execute("delete from sessions where account = ?1", [id.0.as_bytes()])?;
    Ok(())
}

fn attempt(db: &Connection, keys: &[(Digest, usize)], now: u64) -> Result<Result<(), u64>, StoreFault> {
    db.execute("delete from attempts where at <= ?1", [int(now.saturating_sub(WINDOW))])?;
    let mut counted = Vec::new();
    for (key, allowed) in keys {
        let mut attempts = db.prepare_cached("select at from attempts where key = ?1 order by at")?;
        counted.push((attempts.query_map([key.0], |row| number(row, 0))?.collect::<Result<_, _>>()?, *allowed));
    }
    if let Err(wait) = one_more(&counted, now) {
        return Ok(Err(wait));
    }
    for (key, _) in keys {
        db.execute("insert into attempts (key, at) values (?1, ?2)", params![key.0, int(now)])?;
    }
    Ok(Ok(()))
}

fn session(row: &Row<'_>) -> rusqlite::Result<Session> {
    let (token, account) = (Digest(bytes(row, 0)?), account_id(row, 1)?);
    let address = row.get::<_, Option<String>>(4)?.and_then(|address| address.parse().ok());
    Ok(Session { token, account, began: number(row, 2)?, used: number(row, 3)?, address })
}

fn second_factor(db: &Connection, id: AccountId) -> Result<Option<SecondFactor>, StoreFault> {
    let sql = "select secret, confirmed, last_step, codes from second_factors where account = ?1";
    let found = db.query_row(sql, [id.0.as_bytes()], |row| {
        let (secret, confirmed) = (bytes(row, 0)?, row.get(1)?);
        Ok((SecondFactor { secret, confirmed, last_step: number(row, 2)?, codes: vec![] }, row.get::<_, String>(3)?))
    });
    let Some((factor, codes)) = found.optional()? else { return Ok(None) };
    Ok(Some(SecondFactor { codes: kept_codes(&codes)?, ..factor }))
}

/// The hash of the last line that was written.
fn last_link(db: &Connection) -> Result<Option<Digest>, StoreFault> {
    Ok(db.query_row("select audit_last from server", [], |row| optional(row, 0, bytes))?.map(Digest))
}

fn line(row: &Row<'_>) -> rusqlite::Result<AuditLine> {
    let what = Audited::from_code(row.get_ref(2)?.as_str()?);
    Ok(AuditLine {
        at: number(row, 0)?,
        login: row.get(1)?,
        what: what.ok_or_else(|| rusqlite::Error::InvalidColumnName("what".into()))?,
        office: optional(row, 3, code)?,
        about: row.get(4)?,
        address: row.get(5)?,
    })
}

#[async_trait]
impl Accounts for SqliteStore {
    async fn open(&self, account: StaffAccount) -> Result<Result<(), AccountRefusal>, StoreFault> {
        self.write(move |db| {
            let values = params![
                account.id.0.as_bytes(),
                account.login,
                account.name,
                account.role.code(),
                offices(&account.reach),
                account.password.0,
                account.temporary,
                account.temporary_until.map(int)
            ];
            let kept = db.execute(include_str!("sql/accounts/open_account.sql"), values)?;
            Ok(if kept == 1 { Ok(()) } else { Err(AccountRefusal::LoginTaken) })
        })
        .await
    }

    async fn accounts(&self) -> Result<Vec<StaffAccount>, StoreFault> {
        self.read(|db| {
            let sql = format!("{ACCOUNT} order by closed is not null, login");
            Ok(db.prepare(&sql)?.query_map([], account)?.collect::<Result<_, _>>()?)
        })
        .await
    }

    async fn with_login(&self, login: &str) -> Result<Option<StaffAccount>, StoreFault> {
        let login = login.to_owned();
        self.read(move |db| Ok(db.query_row(&format!("{ACCOUNT} where login = ?1"), [login], account).optional()?)).await
    }

    async fn revise(
        &self,
        id: AccountId,
        name: &str,
        role: StaffRole,
        reach: Reach,
    ) -> Result<Result<(), AccountRefusal>, StoreFault> {
        let name = name.to_owned();
        self.write(move |db| {
            let after = match revised(find(db, id)?, AccountTerms { name, role, reach }, other_admin(db, id)?) {
                Ok(after) => after,
                Err(refused) => return Ok(Err(refused)),
            };
            let values = params![id.0.as_bytes(), after.name, role.code(), offices(&after.reach)];
            db.execute("update accounts set name = ?2, role = ?3, offices = ?4 where id = ?1", values)?;
            Ok(Ok(()))
        })
        .await
    }

    async fn set_password(
        &self,
        id: AccountId,
        password: PasswordHash,
        temporary: Option<u64>,
    ) -> Result<Result<(), AccountRefusal>, StoreFault> {
        self.write(move |db| {
            let values = params![id.0.as_bytes(), password.0, temporary.is_some(), temporary.map(int)];
            let sql = "update accounts set password = ?2, temporary = ?3, temporary_until = ?4 where id = ?1 and closed is null";
            if db.execute(sql, values)? == 0 {
                return Ok(Err(AccountRefusal::Unknown));
            }
            end_sessions(db, id)?;
            Ok(Ok(()))
        })
        .await
    }

    async fn close(&self, id: AccountId, now: u64) -> Result<Result<(), AccountRefusal>, StoreFault> {
        self.write(move |db| {
            if let Err(refused) = closable(find(db, id)?.as_ref(), other_admin(db, id)?) {
                return Ok(Err(refused));
            }
            db.execute("update accounts set closed = ?2 where id = ?1", params![id.0.as_bytes(), int(now)])?;
            end_sessions(db, id)?;
            Ok(Ok(()))
        })
        .await
    }

    async fn attempt(&self, keys: &[(Digest, usize)], now: u64) -> Result<Result<(), u64>, StoreFault> {
        let keys = keys.to_owned();
        self.write(move |db| attempt(db, &keys, now)).await
    }

    async fn forgive(&self, key: Digest) -> Result<(), StoreFault> {
        self.write(move |db| Ok(db.execute("delete from attempts where key = ?1", [key.0]).map(drop)?)).await
    }

    async fn uncount(&self, key: Digest, at: u64) -> Result<(), StoreFault> {
        let one = "delete from attempts where rowid in (select rowid from attempts where key = ?1 and at = ?2 limit 1)";
        self.write(move |db| Ok(db.execute(one, params![key.0, int(at)]).map(drop)?)).await
    }

    async fn begin_session(&self, session: Session) -> Result<(), StoreFault> {
        self.write(move |db| {
            let (idle, old) = (session.began.saturating_sub(IDLE), session.began.saturating_sub(ABSOLUTE));
            let own = session.account.0.as_bytes();
            let sql = "delete from sessions where used <= ?1 or began <= ?2 or account = ?3";
            db.execute(sql, params![int(idle), int(old), own])?;
            let address = session.address.map(|address| address.to_string());
            let values = params![session.token.0, own, int(session.began), int(session.used), address];
            db.execute("insert into sessions (token, account, began, used, address) values (?1, ?2, ?3, ?4, ?5)", values)?;
            Ok(())
        })
        .await
    }

    async fn session(&self, token: Digest, now: u64) -> Result<Option<StaffAccount>, StoreFault> {
        let found = self.read(move |db| {
            let sql = format!("{SESSION} where token = ?1");
            let found = db.query_row(&sql, [token.0], session).optional()?.filter(|session| session.alive(now));
            let Some(session) = found else { return Ok(None) };
            Ok(find(db, session.account)?.map(|account| (session, account)))
        });
        let Some((session, account)) = found.await? else { return Ok(None) };
        if session.worth_noting(now) {
            let noted = move |db: &Connection| {
                db.execute("update sessions set used = ?2 where token = ?1", params![token.0, int(now)])?;
                Ok(())
            };
            self.write(noted).await?;
        }
        Ok(Some(account))
    }

    async fn end_session(&self, token: Digest) -> Result<(), StoreFault> {
        self.write(move |db| Ok(db.execute("delete from sessions where token = ?1", [token.0]).map(drop)?)).await
    }

    async fn sessions(&self, id: AccountId, now: u64) -> Result<Vec<Session>, StoreFault> {
        self.read(move |db| {
            let sql = format!("{SESSION} where account = ?1 order by began desc, token");
            let kept: Vec<_> = db.prepare(&sql)?.query_map([id.0.as_bytes()], session)?.collect::<Result<_, _>>()?;
            Ok(kept.into_iter().filter(|session| session.alive(now)).collect())
        })
        .await
    }

    async fn end_sessions(&self, id: AccountId) -> Result<(), StoreFault> {
        self.write(move |db| end_sessions(db, id)).await
    }

    async fn sign_ins(&self, login: &str, take: u32) -> Result<Vec<AuditLine>, StoreFault> {
        let login = login.to_owned();
        self.read(move |db| {
            let mut lines = db.prepare_cached(include_str!("sql/accounts/sign_ins.sql"))?;
            Ok(lines.query_map(params![login, take], line)?.collect::<Result<_, _>>()?)
        })
        .await
    }

    async fn second_factor(&self, id: AccountId) -> Result<Option<SecondFactor>, StoreFault> {
        self.read(move |db| second_factor(db, id)).await
    }

    async fn swap_second_factor(
        &self,
        id: AccountId,
        before: Option<SecondFactor>,
        after: Option<SecondFactor>,
    ) -> Result<bool, StoreFault> {
        self.write(move |db| {
            if second_factor(db, id)? != before {
                return Ok(false);
            }
            db.execute("delete from second_factors where account = ?1", [id.0.as_bytes()])?;
            if let Some(after) = after {
                let sql = "insert into second_factors (account, secret, confirmed, last_step, codes) values (?1, ?2, ?3, ?4, ?5)";
                let codes = written_codes(&after.codes);
                db.execute(sql, params![id.0.as_bytes(), after.secret, after.confirmed, int(after.last_step), codes])?;
            }
            Ok(true)
        })
        .await
    }

    async fn note(&self, audit: AuditLine) -> Result<(), StoreFault> {
        self.write(move |db| {
            let hash = link(last_link(db)?.as_ref(), &audit).0;
            let (what, office) = (audit.what.code(), audit.office.as_deref());
            let values = params![int(audit.at), audit.login, what, office, audit.about, audit.address, hash];
            let sql = "insert into audit (at, login, what, office, about, address, hash) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
            db.execute(sql, values)?;
            db.execute("update server set audit_last = ?1", [hash])?;
            Ok(())
        })
        .await
    }

    async fn audit_chain(&self) -> Result<AuditChain, StoreFault> {
        self.read(|db| {
            let mut lines = db.prepare("select at, login, what, office, about, address, hash from audit order by number")?;
            let chained = |row: &Row<'_>| Ok(ChainedLine { line: line(row)?, hash: optional(row, 6, bytes)?.map(Digest) });
            let lines = lines.query_map([], chained)?.collect::<Result<_, _>>()?;
            Ok(AuditChain { lines, last: last_link(db)? })
        })
        .await
    }

    async fn audit(&self, reach: &Reach, of: &AuditNarrowing, skip: u32, take: u32) -> Result<Vec<AuditLine>, StoreFault> {
        let (offices, of) = (offices(reach), of.clone());
        self.read(move |db| {
            let mut lines = db.prepare_cached(include_str!("sql/accounts/audit.sql"))?;
            Ok(lines
                .query_map(params![offices, take, skip, of.login, of.office, int(of.from), int(of.until)], line)?
                .collect::<Result<_, _>>()?)
        })
        .await
    }
}
