//! What was done at this desk with what it holds: who was let in and who guessed, what was taken out, opened and set. It is no part of the
//! journal and never sent; each line bears a hash of itself and of the one before, and the end of them is kept apart, so that a line that
//! was changed, taken out or cut off is seen. It proves nothing against somebody who has the key of the file and knows this program.

use chrono::NaiveDateTime;
use loket_domain::closed_list;
use loket_journal::Digest;
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};

use crate::kernel::slip::Slip;
use crate::store::error::StoreError;
use crate::store::local;
use crate::views::subject::SubjectRef;

closed_list! {
    /// What kind of thing was done.
    pub enum UseKind {
        /// Somebody was let in.
        SignedIn = "signed_in" => "Masuk",
        /// Somebody was not.
        WrongSecret = "wrong_secret" => "Sandi atau kartu salah",
        /// A list or register was saved as a table.
        Exported = "exported" => "Daftar diekspor",
        /// Much was saved as one file: everything, a request, what there is of one person.
        TakenOut = "taken_out" => "Data dikeluarkan",
        /// An attached file was opened in another program, or saved.
        FileOpened = "file_opened" => "Berkas dibuka",
        /// A paper was saved instead of printed.
        PaperSaved = "paper_saved" => "Surat disimpan",
        /// A file for PPID Utama was saved.
        Bundled = "bundled" => "Berkas untuk PPID Utama",
        /// Accounts, passwords, cards, keys and what else the office sets.
        Set = "set" => "Akun, sandi dan pengaturan",
    }
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UseLine {
    /// When, on the wall clock.
    pub(crate) at: NaiveDateTime,
    /// Who, as they were called then; empty where nobody was let in.
    pub(crate) who: String,
    /// What kind of thing.
    pub(crate) kind: UseKind,
    /// On what, where that has a page.
    pub(crate) about: Option<SubjectRef>,
    /// What exactly.
    pub(crate) detail: String,
}

/// Where the lines end.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct End {
    lines: u64,
    mark: Option<Digest>,
}

impl UseLine {
    /// The hash of the line that follows the one with the hash `before`.
    fn mark(&self, before: Option<&Digest>) -> Result<Digest, StoreError> {
        let mut hasher = blake3::Hasher::new_derive_key("loket-ppid desk use v1");
        hasher.update(&before.map_or([0; 32], |before| before.0));
        let about = serde_json::to_string(&self.about).map_err(Slip::at("use"))?;
        for text in [self.at.to_string().as_str(), &self.who, self.kind.code(), &about, &self.detail] {
            // No two texts run into each other.
            hasher.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
        }
        Ok(Digest(*hasher.finalize().as_bytes()))
    }
}

/// Adds a line.
pub(crate) fn add(writing: &Connection, line: &UseLine) -> Result<(), StoreError> {
    let End { lines, mark } = local::read_json(writing, local::USES_END)?.unwrap_or_default();
    let mark = line.mark(mark.as_ref())?;
    let about = line.about.as_ref().map(serde_json::to_string).transpose().map_err(Slip::at("use"))?;
    let sql = "insert into uses (seq, at, who, kind, about, detail, mark) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let (at, lines) = (line.at.to_string(), lines + 1);
    writing.prepare_cached(sql)?.execute(params![lines, at, line.who, line.kind.code(), about, line.detail, mark.0])?;
    local::write_json(writing, local::USES_END, &End { lines, mark: Some(mark) })
}

fn read(row: &Row<'_>) -> rusqlite::Result<(String, String, String, Option<String>, String)> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
}

fn line((at, who, kind, about, detail): (String, String, String, Option<String>, String)) -> Result<UseLine, StoreError> {
    Ok(UseLine {
        at: at
            .parse()
            .or_else(|_| NaiveDateTime::parse_from_str(&at, "%Y-%m-%d %H:%M:%S%.f"))
            .map_err(StoreError::unsound("use"))?,
        who,
        kind: UseKind::from_code(&kind).ok_or(StoreError::lacking("use"))?,
        about: about.map(|about| serde_json::from_str(&about)).transpose().map_err(StoreError::unsound("use"))?,
        detail,
    })
}

/// Lines of a kind, or of any, that hold all of these words; the latest first.
pub(crate) fn find(
    tables: &Connection,
    words: &str,
    kind: Option<&str>,
    (skip, take): (u32, u32),
) -> Result<Vec<UseLine>, StoreError> {
    let sql = format!(
        "select at, who, kind, about, detail from uses where {FOUND} and (?2 is null or kind = ?2) order by seq desc limit ?3 offset ?4"
    );
    let mut query = tables.prepare_cached(&sql)?;
    let found = query.query_map(params![wanted(words)?, kind, take, skip], read)?.collect::<Result<Vec<_>, _>>()?;
    found.into_iter().map(line).collect()
}

/// How many lines of each kind hold all of these words.
pub(crate) fn count(tables: &Connection, words: &str) -> Result<Vec<(UseKind, u32)>, StoreError> {
    let sql = format!("select kind, count(*) from uses where {FOUND} group by kind");
    let mut query = tables.prepare_cached(&sql)?;
    let counts = query.query_map([wanted(words)?], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    let counts = counts.collect::<Result<std::collections::BTreeMap<_, _>, _>>()?;
    Ok(UseKind::ALL.iter().filter_map(|kind| Some((*kind, *counts.get(kind.code())?))).collect())
}

const FOUND: &str = "not exists (select 1 from json_each(?1) as word where instr(lower(who || ' ' || detail), word.value) = 0)";

fn wanted(words: &str) -> Result<String, StoreError> {
    let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    Ok(serde_json::to_string(&words).map_err(Slip::at("use"))?)
}

/// Whether every line is there as it was written.
///
/// # Errors
/// [`StoreError::Unsound`] where one was changed, taken out or cut off.
pub(crate) fn prove(tables: &Connection) -> Result<(), StoreError> {
    let mut query = tables.prepare("select at, who, kind, about, detail, mark from uses order by seq")?;
    let mut rows = query.query([])?;
    let mut end = End::default();
    while let Some(row) = rows.next()? {
        let mark = line(read(row)?)?.mark(end.mark.as_ref())?;
        if row.get::<_, [u8; 32]>(5)? != mark.0 {
            return Err(StoreError::lacking("use"));
        }
        end = End { lines: end.lines + 1, mark: Some(mark) };
    }
    if local::read_json::<End>(tables, local::USES_END)?.unwrap_or_default() == end {
        Ok(())
    } else {
        Err(StoreError::lacking("use"))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn written() -> Connection {
        let tables = Connection::open_in_memory().unwrap();
        tables.execute_batch("create table local (name text primary key, value text not null) strict;").unwrap();
        tables.execute_batch(include_str!("migrations/0011_uses.sql")).unwrap();
        for (minute, who) in (0..4).zip(["Siti", "Dewi", "Siti", ""]) {
            let at = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(9, minute, 0).unwrap();
            let kind = if who.is_empty() { UseKind::WrongSecret } else { UseKind::Exported };
            add(&tables, &UseLine { at, who: who.into(), kind, about: None, detail: format!("Register {minute}") }).unwrap();
        }
        prove(&tables).unwrap();
        tables
    }

    #[test]
    fn a_line_that_was_changed_taken_out_put_in_or_cut_off_is_seen() {
        for attack in [
            "update uses set who = 'Budi' where seq = 2",
            "update uses set detail = 'Register 9' where seq = 3",
            "update uses set at = '2026-11-22 09:00:00' where seq = 1",
            "delete from uses where seq = 2",
            "delete from uses where seq = 4",
            "delete from uses",
            "insert into uses select 5, at, who, kind, about, detail, mark from uses where seq = 1",
        ] {
            let tables = written();
            tables.execute_batch(attack).unwrap();
            assert!(prove(&tables).is_err(), "{attack}");
        }
    }

    #[test]
    fn lines_are_found_by_words_and_kind_the_latest_first() {
        let tables = written();
        let found = find(&tables, "siti register", None, (0, 9)).unwrap();
        assert_eq!(found.iter().map(|line| line.detail.as_str()).collect::<Vec<_>>(), ["Register 2", "Register 0"]);
        assert_eq!(find(&tables, "", Some("wrong_secret"), (0, 9)).unwrap().len(), 1);
        assert_eq!(count(&tables, "").unwrap(), [(UseKind::WrongSecret, 1), (UseKind::Exported, 3)]);
    }
}
