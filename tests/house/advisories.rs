//! What is known to be wrong with what we stand on, asked of a copy of the RustSec database that lies in the repository: without a
//! network, and with its age. `packaging/advisories/README.md` says how it is made anew.

use semver::{Version, VersionReq};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// One advisory of the copy.
#[derive(Deserialize)]
struct Advisory {
    id: String,
    package: String,
    kind: String,
    patched: Vec<String>,
    unaffected: Vec<String>,
    title: String,
}

#[derive(Deserialize)]
struct CopyHead {
    as_of: chrono::NaiveDate,
}

/// A copy older than this says too little.
const OLDEST_COPY: i64 = 366;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../packaging/advisories")
}

fn copy() -> (CopyHead, Vec<Advisory>) {
    let text = std::fs::read_to_string(folder().join("rustsec.jsonl")).unwrap();
    let mut lines = text.lines();
    let head = serde_json::from_str(lines.next().unwrap()).unwrap();
    (head, lines.map(|line| serde_json::from_str(line).unwrap()).collect())
}

/// Every package we stand on, by the file that names each with its version.
fn packages() -> BTreeMap<String, BTreeSet<Version>> {
    let lock = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock")).unwrap();
    let quoted = |line: &str, key: &str| Some(line.strip_prefix(key)?.trim_matches(['"', ' ', '=']).to_owned());
    let mut found = BTreeMap::<String, BTreeSet<Version>>::new();
    for package in lock.split("[[package]]").skip(1) {
        let of = |key| package.lines().find_map(|line| quoted(line, key));
        found.entry(of("name").unwrap()).or_default().insert(of("version").unwrap().parse().unwrap());
    }
    found
}

fn holds(versions: &[String], version: &Version) -> bool {
    versions.iter().any(|asked| VersionReq::parse(asked).unwrap().matches(version))
}

#[test]
#[allow(clippy::disallowed_methods)] // How old the copy is on the day it is asked.
fn nothing_we_stand_on_has_an_advisory_that_nobody_judged() {
    let (head, advisories) = copy();
    assert!(advisories.len() > 1_000, "the copy is whole");
    let packages = packages();
    let touched: BTreeMap<&str, &Advisory> = advisories
        .iter()
        .filter(|advisory| {
            let ours = packages.get(&advisory.package).into_iter().flatten();
            let mut hit = ours.filter(|version| !holds(&advisory.patched, version) && !holds(&advisory.unaffected, version));
            hit.next().is_some()
        })
        .map(|advisory| (advisory.id.as_str(), advisory))
        .collect();
    let accepted: BTreeMap<String, String> =
        serde_json::from_str(&std::fs::read_to_string(folder().join("accepted.json")).unwrap()).unwrap();
    let age = (chrono::Utc::now().date_naive() - head.as_of).num_days();
    eprintln!("advisories as of {}, {age} days ago; {} of them touch what we stand on:", head.as_of, touched.len());
    for (id, Advisory { package, kind, title, .. }) in &touched {
        eprintln!("  {id} {package} ({kind}): {title}\n      {}", accepted.get(*id).map_or("NOT JUDGED", String::as_str));
    }
    let unjudged: Vec<_> = touched.keys().filter(|id| !accepted.contains_key(**id)).collect();
    assert!(unjudged.is_empty(), "change the version, or say in accepted.json why it does no harm: {unjudged:?}");
    let stale: Vec<_> = accepted.keys().filter(|id| !touched.contains_key(id.as_str())).collect();
    assert!(stale.is_empty(), "these touch us no more: {stale:?}");
    assert!(age < OLDEST_COPY, "the copy is {age} days old: make it anew");
}
