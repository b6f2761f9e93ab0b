//! Which file of a crate knows which: by its `use` lines, and by every path it names.

use std::collections::{BTreeMap, BTreeSet};
use syn::visit::{self, Visit};
use syn::{ItemUse, UseTree, Visibility};

use crate::source::Source;

type Segments = Vec<String>;

/// What a file says of others.
#[derive(Default)]
struct Mentions {
    /// Names brought in, and what they stand for.
    brought_in: Vec<(String, Segments)>,
    /// Names handed on to whoever asks this module for them.
    handed_on: BTreeMap<String, Segments>,
    /// Every path of more than one word.
    named: Vec<Segments>,
}

impl<'ast> Visit<'ast> for Mentions {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let mut leaves = Vec::new();
        leaves_of(&item.tree, &mut Vec::new(), &mut leaves);
        for (name, path) in leaves {
            if matches!(item.vis, Visibility::Inherited) {
                self.brought_in.push((name, path));
            } else {
                self.handed_on.insert(name, path);
            }
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.segments.len() > 1 {
            self.named.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        }
        visit::visit_path(self, path);
    }
}

fn leaves_of(tree: &UseTree, before: &mut Segments, leaves: &mut Vec<(String, Segments)>) {
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            leaves_of(&path.tree, before, leaves);
            before.pop();
        }
        UseTree::Group(group) => group.items.iter().for_each(|tree| leaves_of(tree, before, leaves)),
        UseTree::Glob(_) => leaves.push(("*".to_owned(), before.clone())),
        UseTree::Name(name) if name.ident == "self" => {
            leaves.push((before.last().cloned().unwrap_or_default(), before.clone()));
        }
        UseTree::Name(name) => {
            leaves.push((name.ident.to_string(), [before.as_slice(), &[name.ident.to_string()]].concat()));
        }
        UseTree::Rename(rename) => {
            leaves.push((rename.rename.to_string(), [before.as_slice(), &[rename.ident.to_string()]].concat()));
        }
    }
}

/// The files of a crate and which of them knows which, by their places in `sources`. A name that a module only hands on
/// belongs to the file that defines it.
pub(crate) fn imports(sources: &[Source]) -> Vec<BTreeSet<usize>> {
    let mentions: Vec<Mentions> = sources.iter().map(mentions).collect();
    let crate_of = Crate {
        modules: sources.iter().enumerate().map(|(at, source)| (source.module.as_slice(), at)).collect(),
        mentions: &mentions,
        sources,
    };
    (0..sources.len()).map(|from| crate_of.known_to(from)).collect()
}

fn mentions(source: &Source) -> Mentions {
    let mut mentions = Mentions::default();
    mentions.visit_file(&source.file);
    mentions
}

struct Crate<'a> {
    modules: BTreeMap<&'a [String], usize>,
    mentions: &'a [Mentions],
    sources: &'a [Source],
}

impl Crate<'_> {
    fn known_to(&self, from: usize) -> BTreeSet<usize> {
        let said = &self.mentions[from];
        let meant = said.named.iter().map(|path| {
            let stands_for = said.brought_in.iter().find(|(name, _)| *name == path[0]);
            stands_for.map_or_else(|| path.clone(), |(_, whole)| [whole.as_slice(), &path[1..]].concat())
        });
        let paths = said.brought_in.iter().map(|(_, path)| path.clone()).chain(meant);
        let known = paths.filter_map(|path| self.absolute(from, &path)).filter_map(|path| self.file_of(&path, 0));
        // What stands at the root is the crate's public face, not a room.
        known.filter(|&to| to != from && !self.sources[to].module.is_empty()).collect()
    }

    /// A path as seen from the crate's root; none when it leads out of the crate.
    fn absolute(&self, from: usize, path: &[String]) -> Option<Segments> {
        let here = self.sources[from].module.as_slice();
        match path[0].as_str() {
            "crate" => Some(path[1..].to_vec()),
            "self" => Some([here, &path[1..]].concat()),
            "super" => {
                let up = path.iter().take_while(|part| *part == "super").count();
                Some([here.get(..here.len().checked_sub(up)?)?, &path[up..]].concat())
            }
            first => {
                let below = [here, &[first.to_owned()]].concat();
                self.modules.contains_key(below.as_slice()).then(|| [here, path].concat())
            }
        }
    }

    fn file_of(&self, path: &[String], followed: u32) -> Option<usize> {
        let (length, at) = (0..=path.len()).rev().find_map(|length| Some((length, *self.modules.get(&path[..length])?)))?;
        let handed_on = path.get(length).and_then(|name| self.mentions[at].handed_on.get(name));
        match handed_on {
            Some(whole) if followed < 8 => {
                let whole = self.absolute(at, whole)?;
                self.file_of(&[whole.as_slice(), &path[length + 1..]].concat(), followed + 1)
            }
            _ => Some(at),
        }
    }
}
