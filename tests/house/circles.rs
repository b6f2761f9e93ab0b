//! Whoever reads a file can read what it stands on first, and come to an end.

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::imports::imports;
use crate::source::sources;

/// Circles of imports between the files of a crate.
fn circles(of: &str) -> Vec<Vec<String>> {
    let sources = sources(of);
    let known = imports(&sources);
    let edges = known.iter().enumerate().flat_map(|(from, to)| to.iter().map(move |to| (from, *to)));
    let graph = DiGraph::<(), (), usize>::from_edges(edges);
    let circles = tarjan_scc(&graph).into_iter().filter(|circle| circle.len() > 1);
    let named = |at: NodeIndex<usize>| sources[at.index()].path.display().to_string();
    let mut circles: Vec<Vec<String>> = circles.map(|circle| circle.into_iter().map(named).collect()).collect();
    circles.iter_mut().for_each(|circle| circle.sort());
    circles
}

#[test]
fn no_file_imports_what_imports_it() {
    for of in ["crates/ctl", "crates/desk", "crates/domain", "crates/journal", "crates/letters", "crates/utama", "src-tauri"] {
        let circles = circles(of);
        assert!(circles.is_empty(), "files of {of} that know each other in a circle: {circles:#?}");
    }
}

#[test]
fn the_desk_is_read_from_its_roof_to_its_cellar() {
    let sources = sources("crates/desk");
    let known = imports(&sources);
    let roof = sources.iter().position(|source| source.path.ends_with("desk.rs")).unwrap();
    let register = sources.iter().position(|source| source.path.ends_with("requests/register.rs")).unwrap();
    assert!(known[roof].contains(&register), "the handle leads to where a request is registered");
    assert!(!known[register].contains(&roof));
}
