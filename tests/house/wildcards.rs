//! Whoever tells changes, stages, outcomes or papers apart names them all: a `_` beside them would swallow the next one that is
//! added. Clippy sees a `_` in place of an enum where its lint is on; it does not see one inside a tuple or a `Some`.

use syn::visit::{self, Visit};
use syn::{Arm, ExprMatch, Ident, ImplItemFn, ItemFn, Pat, Path};

use crate::source::sources;

/// Whether a type of this name is a list that grows: its values are told apart by naming each.
fn grows(name: &str) -> bool {
    name.ends_with("Change") || name.ends_with("Stage") || ["Outcome", "PaperKind"].contains(&name)
}

/// Whether a pattern names a value of such a list.
struct Tells(bool);

impl<'ast> Visit<'ast> for Tells {
    fn visit_path(&mut self, path: &'ast Path) {
        let of = path.segments.iter().rev().nth(1);
        self.0 |= of.is_some_and(|of| grows(&of.ident.to_string()));
        visit::visit_path(self, path);
    }
}

fn tells(pattern: &Pat) -> bool {
    let mut tells = Tells(false);
    tells.visit_pat(pattern);
    tells.0
}

/// The patterns of an arm that are tried one after the other.
fn tried(pattern: &Pat) -> Vec<&Pat> {
    match pattern {
        Pat::Or(any) => any.cases.iter().flat_map(tried).collect(),
        Pat::Paren(inner) => tried(&inner.pat),
        one => vec![one],
    }
}

/// What a pattern says of each part of a tuple; of what is no tuple, of all of it.
fn columns(pattern: &Pat) -> Vec<&Pat> {
    match pattern {
        Pat::Tuple(tuple) => tuple.elems.iter().collect(),
        whole => vec![whole],
    }
}

/// The functions with a `match` that passes over what it tells apart, once for each such arm.
#[derive(Default)]
struct Swallowing {
    within: Vec<String>,
    found: Vec<String>,
}

impl Swallowing {
    fn inside(&mut self, name: &Ident, walk: impl FnOnce(&mut Self)) {
        self.within.push(name.to_string());
        walk(self);
        self.within.pop();
    }
}

impl<'ast> Visit<'ast> for Swallowing {
    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        self.inside(&item.sig.ident, |this| visit::visit_item_fn(this, item));
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        self.inside(&item.sig.ident, |this| visit::visit_impl_item_fn(this, item));
    }

    fn visit_expr_match(&mut self, found: &'ast ExprMatch) {
        let patterns: Vec<&Pat> = found.arms.iter().flat_map(|arm| tried(&arm.pat)).collect();
        let told = |column: usize| patterns.iter().any(|pattern| columns(pattern).get(column).is_some_and(|said| tells(said)));
        let swallows = |arm: &&Arm| {
            // What holds only sometimes leaves the rest to the arms below it.
            arm.guard.is_none()
                && tried(&arm.pat).into_iter().any(|pattern| match pattern {
                    Pat::Wild(_) => patterns.iter().any(|other| tells(other)),
                    _ => columns(pattern).iter().enumerate().any(|(at, said)| matches!(said, Pat::Wild(_)) && told(at)),
                })
        };
        let many = found.arms.iter().filter(swallows).count();
        self.found.extend(std::iter::repeat_n(self.within.join("::"), many));
        visit::visit_expr_match(self, found);
    }
}

fn swallowing(file: &syn::File) -> Vec<String> {
    let mut swallowing = Swallowing::default();
    swallowing.visit_file(file);
    swallowing.found
}

#[test]
fn no_match_passes_over_a_change_a_stage_or_a_paper() {
    let mut found = Vec::new();
    for of in ["crates/desk", "crates/domain", "crates/journal", "crates/letters", "crates/utama"] {
        for source in sources(of) {
            found.extend(
                swallowing(&source.file).into_iter().map(|within| format!("{of}/src/{}: {within}", source.path.display())),
            );
        }
    }
    assert!(found.is_empty(), "a `_` here swallows the kind that is added next; name them: {found:#?}");
}

#[test]
fn a_wildcard_is_seen_wherever_it_stands() {
    let of = |arms: &str| swallowing(&syn::parse_str(&format!("fn f() {{ match x {{ {arms} }} }}")).unwrap()).len();
    assert_eq!(of("(None, SomeChange::A) => 1, (None, _) => 2"), 1);
    assert_eq!(of("Some((Stage::A, id)) => 1, _ => 2"), 1);
    assert_eq!(of("(PaperKind::A, _) => 1, (PaperKind::B, Some(x)) | (PaperKind::B, None) => 2"), 0);
    assert_eq!(of("(_, Stage::A) => 1, (_, Stage::B) => 2"), 0);
    assert_eq!(of("Stage::A => 1, _ if y => 2, Stage::B => 3"), 0);
}
