//! The source of a crate, as the compiler reads it.

use loket_tests::repository;
use std::path::{Path, PathBuf};
use syn::{Attribute, Item};

/// One file of a crate, without its tests.
pub(crate) struct Source {
    /// Where it lies below the crate's `src`.
    pub(crate) path: PathBuf,
    /// The module it is: `requests::view` is `["requests", "view"]`.
    pub(crate) module: Vec<String>,
    pub(crate) file: syn::File,
}

/// The folder of a crate's source, by the path of the crate in the repository.
pub(crate) fn root(of: &str) -> PathBuf {
    repository().join(of).join("src")
}

/// Every file below a crate's `src`.
pub(crate) fn sources(of: &str) -> Vec<Source> {
    let root = root(of);
    let mut sources: Vec<Source> = files(&root).iter().map(|path| read(&root, path)).collect();
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(!sources.is_empty(), "{} holds no source", root.display());
    sources
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let below = entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] });
    below.filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect()
}

fn read(root: &Path, path: &Path) -> Source {
    let mut file = syn::parse_file(&std::fs::read_to_string(path).unwrap()).unwrap();
    file.items.retain(|item| !is_test(item));
    let path = path.strip_prefix(root).unwrap().to_owned();
    let mut module: Vec<String> = path.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if module.last().is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str())) {
        module.pop();
    }
    Source { path, module, file }
}

fn is_test(item: &Item) -> bool {
    let Item::Mod(module) = item else { return false };
    let test = |attribute: &Attribute| {
        attribute.path().is_ident("cfg") && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
    };
    module.attrs.iter().any(test)
}
