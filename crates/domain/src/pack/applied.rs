//! What an office made of its packs: a fold of what it applied and took back.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use super::{Heading, Pack, PackContent, PackLine, SignedPack};
use crate::calendar::Calendar;

/// The packs of an office, by line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AppliedPacks(BTreeMap<PackLine, Applied>);

/// One line: what was applied and not taken back, the one in force last, versions growing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Applied {
    stack: Vec<SignedPack>,
    /// Versions that were taken back and not applied again.
    #[serde(default)]
    taken_back: BTreeSet<u32>,
}

impl AppliedPacks {
    /// Puts a pack in force. Nothing when it does not fit: an older one, or another of the same version, is in force. Of two
    /// desks that apply different versions unknown to each other, the newer so comes into force in whatever order they are
    /// folded, and where the older was applied later it waits for a person.
    pub(crate) fn apply(&mut self, signed: &SignedPack) -> Option<()> {
        let applied = self.0.entry(signed.pack().line()).or_default();
        match applied.stack.last() {
            // Both desks of an office applied it.
            Some(known) if known.is(signed) => return Some(()),
            Some(known) if known.pack().version >= signed.pack().version => return None,
            _ => applied.stack.push(signed.clone()),
        }
        applied.taken_back.remove(&signed.pack().version);
        Some(())
    }

    /// Takes the pack in force back, if it is this version: the one before it holds again.
    pub(crate) fn revert(&mut self, line: PackLine, version: u32) -> Option<()> {
        let applied = self.0.get_mut(&line)?;
        applied.stack.pop_if(|known| known.pack().version == version)?;
        applied.taken_back.insert(version);
        Some(())
    }

    /// The pack in force in a line.
    pub fn in_force(&self, line: PackLine) -> Option<&SignedPack> {
        self.0.get(&line)?.stack.last()
    }

    /// The pack that would hold again if the one in force were taken back.
    pub fn before(&self, line: PackLine) -> Option<&SignedPack> {
        self.0.get(&line)?.stack.iter().rev().nth(1)
    }

    /// What would hold in a line if the pack in force were taken back.
    pub fn content_before(&self, line: PackLine, shipped: &Calendar) -> PackContent {
        self.before(line).map_or_else(|| PackContent::shipped(line, shipped), |known| known.pack().content.clone())
    }

    /// What holds in a line, before the office's own word.
    pub fn content(&self, line: PackLine, shipped: &Calendar) -> PackContent {
        self.in_force(line).map_or_else(|| PackContent::shipped(line, shipped), |known| known.pack().content.clone())
    }

    /// Whether this version was taken back.
    pub fn was_taken_back(&self, pack: &Pack) -> bool {
        self.0.get(&pack.line()).is_some_and(|applied| applied.taken_back.contains(&pack.version))
    }

    /// The packs in force, in order of line.
    pub fn all_in_force(&self) -> impl Iterator<Item = &SignedPack> {
        self.0.values().filter_map(|applied| applied.stack.last())
    }

    /// The shipped calendar with the years that packs replace.
    pub fn calendar(&self, shipped: &Calendar) -> Calendar {
        self.all_in_force().fold(shipped.clone(), |calendar, signed| signed.pack().over(calendar))
    }

    /// The texts of letters in force, by code of template.
    pub fn texts(&self) -> Option<&BTreeMap<String, String>> {
        match &self.in_force(PackLine::Wording)?.pack().content {
            PackContent::Wording { texts } => Some(texts),
            PackContent::Calendar { .. } | PackContent::Categories { .. } | PackContent::Directory { .. } => None,
        }
    }

    /// The categories in force; none without a pack.
    pub fn headings(&self) -> &[Heading] {
        self.in_force(PackLine::Categories).map_or(&[], |known| headings(known.pack()))
    }

    /// Every category that is or was in force here, as its latest pack has it first: an item may stand under one that was
    /// retired since.
    pub fn known_headings(&self) -> impl Iterator<Item = &Heading> {
        let stack = self.0.get(&PackLine::Categories).map_or(&[] as &[SignedPack], |applied| &applied.stack);
        stack.iter().rev().flat_map(|known| headings(known.pack()))
    }

    /// The category with this code: as it is in force, else as it was last in force here.
    pub fn heading(&self, code: &str) -> Option<&Heading> {
        self.known_headings().find(|heading| heading.code == code)
    }
}

fn headings(pack: &Pack) -> &[Heading] {
    match &pack.content {
        PackContent::Categories { headings } => headings,
        PackContent::Calendar { .. } | PackContent::Wording { .. } | PackContent::Directory { .. } => &[],
    }
}
