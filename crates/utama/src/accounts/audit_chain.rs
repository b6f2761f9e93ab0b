//! The record of who did what as a chain: each line bears a hash of itself and of the one before, and the server keeps the last. So a line
//! that was changed or taken out is seen, and one that was taken off the end too. It proves nothing against somebody who can write in the
//! database and knows this program: such a person can chain it anew.

use loket_journal::Digest;

use super::AuditLine;

/// A line and the hash it bears; lines of before there was a chain bear none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainedLine {
    /// What was written down.
    pub line: AuditLine,
    /// The hash of it and of all before.
    pub hash: Option<Digest>,
}

/// The record as it is kept: its lines, the first one first, and the hash the server last wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditChain {
    /// The lines.
    pub lines: Vec<ChainedLine>,
    /// The hash of the last line that was written.
    pub last: Option<Digest>,
}

/// The hash of a line that follows `before`.
pub(crate) fn link(before: Option<&Digest>, line: &AuditLine) -> Digest {
    let mut hasher = blake3::Hasher::new_derive_key("loket-ppid utama audit line v1");
    hasher.update(&before.map_or([0; 32], |before| before.0));
    hasher.update(&line.at.to_le_bytes());
    let texts = [line.login.as_str(), line.what.code(), &line.address].map(Some);
    for text in texts.into_iter().chain([line.office.as_deref(), line.about.as_deref()]) {
        // What is missing is not what is empty, and no two texts run into each other.
        hasher.update(&[u8::from(text.is_some())]);
        let text = text.unwrap_or_default().as_bytes();
        hasher.update(&(text.len() as u64).to_le_bytes()).update(text);
    }
    Digest(*hasher.finalize().as_bytes())
}

impl AuditChain {
    /// When the first line was written at which the chain does not hold, in milliseconds since 1970; that of the last line where what is
    /// missing followed it.
    pub fn broken_at(&self) -> Option<u64> {
        let mut before: Option<Digest> = None;
        for ChainedLine { line, hash } in &self.lines {
            match hash {
                Some(hash) if *hash == link(before.as_ref(), line) => before = Some(*hash),
                // Only what was written before there was a chain bears nothing.
                None if before.is_none() => {}
                _ => return Some(line.at),
            }
        }
        let end = || self.lines.last().map_or(0, |last| last.line.at);
        (before != self.last).then(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::Audited;

    fn line(at: u64, login: &str) -> AuditLine {
        AuditLine { at, login: login.into(), what: Audited::SignedIn, office: None, about: None, address: String::new() }
    }

    fn chain() -> AuditChain {
        let mut chain = AuditChain { lines: vec![ChainedLine { line: line(1, "dahulu"), hash: None }], last: None };
        for at in 2..6 {
            let line = line(at, "siti");
            let hash = Some(link(chain.last.as_ref(), &line));
            chain.lines.push(ChainedLine { line, hash });
            chain.last = hash;
        }
        chain
    }

    #[test]
    fn a_line_that_was_changed_taken_out_put_in_or_cut_off_is_seen() {
        assert_eq!(chain().broken_at(), None);
        let mut changed = chain();
        changed.lines[2].line.login = "budi".into();
        assert_eq!(changed.broken_at(), Some(3));
        let mut out = chain();
        out.lines.remove(2);
        assert_eq!(out.broken_at(), Some(4));
        let mut put_in = chain();
        put_in.lines.insert(3, ChainedLine { line: line(3, "siti"), hash: None });
        assert_eq!(put_in.broken_at(), Some(3));
        let mut cut = chain();
        cut.lines.pop();
        assert_eq!(cut.broken_at(), Some(4));
        let gone = AuditChain { lines: vec![], ..chain() };
        assert_eq!(gone.broken_at(), Some(0));
    }

    #[test]
    fn no_two_lines_are_taken_for_one_another() {
        let one = AuditLine { office: Some("12".into()), about: Some("3".into()), ..line(1, "a") };
        let other = AuditLine { office: Some("1".into()), about: Some("23".into()), ..line(1, "a") };
        let empty = AuditLine { about: Some(String::new()), ..line(1, "a") };
        assert!(link(None, &one) != link(None, &other) && link(None, &empty) != link(None, &line(1, "a")));
    }
}
