//! Which item of the catalogue a row of a table means: by its code, or by title, unit and time together.

use crate::store::matters::Found;
use loket_domain::dip::{DipItem, Listed};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A row that reads as an item.
pub(crate) struct ItemRow {
    /// Its number in the file.
    pub(crate) number: usize,
    /// What it says, with what its table does not speak of left empty.
    pub(crate) item: DipItem,
    /// The code of an item, as exports carry it.
    pub(crate) code: Option<Uuid>,
}

/// What a row means.
pub(crate) enum Meant {
    /// An item that is not there yet.
    New,
    /// An item that is there, by its place among them.
    Known(usize),
    /// Perhaps one of these, which have its title.
    Alike(Vec<usize>),
    /// What the row of this number also means.
    Again(usize),
}

/// A text as it is compared: neither blanks nor capitals are a difference.
pub(crate) fn key(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Title, unit and time.
fn keys(item: &DipItem) -> [String; 3] {
    [key(&item.summary), key(&item.holder), key(&item.made)]
}

/// Rows that wait for an item, and items that wait for a row: each of either is met once.
struct Meeting<'a> {
    known: &'a [Found<Listed>],
    rows: &'a [ItemRow],
    met: Vec<bool>,
    meant: Vec<Option<Meant>>,
}

/// What each row means; `same` says whether an item that is there already says what a row says. No item is meant by two rows.
pub(crate) fn meant(known: &[Found<Listed>], rows: &[ItemRow], same: impl Fn(&DipItem, &ItemRow) -> bool) -> Vec<Meant> {
    let meant = rows.iter().map(|_| None).collect();
    let mut meeting = Meeting { known, rows, met: vec![false; known.len()], meant };
    meeting.by_code(&same);
    meeting.as_it_is(&same);
    meeting.by_title_unit_and_time();
    meeting.by_title();
    meeting.meant.into_iter().map(|meant| meant.unwrap_or(Meant::New)).collect()
}

impl Meeting<'_> {
    fn meet(&mut self, row: usize, item: usize) {
        if let (Some(meant), Some(met)) = (self.meant.get_mut(row), self.met.get_mut(item)) {
            *meant = Some(Meant::Known(item));
            *met = true;
        }
    }

    fn open(&self) -> Vec<usize> {
        (0..self.rows.len()).filter(|row| self.meant.get(*row).is_some_and(Option::is_none)).collect()
    }

    /// The code tells; where a row was copied with its code, the one that still has the title is meant.
    fn by_code(&mut self, same: impl Fn(&DipItem, &ItemRow) -> bool) {
        let mut of_code: BTreeMap<Uuid, Vec<usize>> = BTreeMap::new();
        for (at, row) in self.rows.iter().enumerate() {
            if let Some(code) = row.code {
                of_code.entry(code).or_default().push(at);
            }
        }
        for (item, found) in self.known.iter().enumerate() {
            let Some(rows) = of_code.get(&found.id) else { continue };
            let of = |at: &usize| self.rows.get(*at);
            let listed = &found.state.item;
            let as_it_is = rows.iter().find(|at| of(at).is_some_and(|row| same(listed, row)));
            let titled: Vec<usize> = rows
                .iter()
                .copied()
                .filter(|at| of(at).is_some_and(|row| key(&row.item.summary) == key(&listed.summary)))
                .collect();
            let only = || rows.first().filter(|_| rows.len() == 1);
            let Some(row) = as_it_is.or(titled.first()).or_else(only).copied() else { continue };
            let number = self.rows.get(row).map_or(0, |row| row.number);
            for again in titled.into_iter().filter(|other| *other != row) {
                if let Some(meant) = self.meant.get_mut(again) {
                    *meant = Some(Meant::Again(number));
                }
            }
            self.meet(row, item);
        }
    }

    /// What stands there as it is meets first, so that no other row takes its place.
    fn as_it_is(&mut self, same: impl Fn(&DipItem, &ItemRow) -> bool) {
        let mut unmet: BTreeMap<[String; 3], Vec<usize>> = BTreeMap::new();
        for (item, found) in self.known.iter().enumerate().filter(|(item, _)| self.met.get(*item) == Some(&false)) {
            unmet.entry(keys(&found.state.item)).or_default().push(item);
        }
        for at in self.open() {
            let Some(row) = self.rows.get(at) else { continue };
            let Some(items) = unmet.get_mut(&keys(&row.item)) else { continue };
            let says_it = |item: &usize| self.known.get(*item).is_some_and(|found| same(&found.state.item, row));
            if let Some(place) = items.iter().position(says_it) {
                let item = items.remove(place);
                self.meet(at, item);
            }
        }
    }

    fn by_title_unit_and_time(&mut self) {
        let mut rows: BTreeMap<[String; 3], Vec<usize>> = BTreeMap::new();
        for at in self.open() {
            if let Some(row) = self.rows.get(at) {
                rows.entry(keys(&row.item)).or_default().push(at);
            }
        }
        let mut items: BTreeMap<[String; 3], Vec<usize>> = BTreeMap::new();
        for (item, found) in self.known.iter().enumerate() {
            items.entry(keys(&found.state.item)).or_default().push(item);
        }
        for (keys, rows) in rows {
            let of_them = items.get(&keys).map(Vec::as_slice).unwrap_or_default();
            let unmet: Vec<usize> = of_them.iter().copied().filter(|item| self.met.get(*item) == Some(&false)).collect();
            match (rows.as_slice(), unmet.as_slice()) {
                ([row], [item]) => self.meet(*row, *item),
                ([], _) => {}
                (_, []) => self.again(&rows, of_them),
                _ => rows.iter().for_each(|row| {
                    if let Some(meant) = self.meant.get_mut(*row) {
                        *meant = Some(Meant::Alike(unmet.clone()));
                    }
                }),
            }
        }
    }

    /// Rows of the same title, unit and time, all of whose items another row meets: the first is another item where there was none.
    fn again(&mut self, rows: &[usize], items: &[usize]) {
        let meets = |meant: &Option<Meant>| matches!(meant, Some(Meant::Known(item)) if items.contains(item));
        let met_by = self.meant.iter().position(meets);
        let first = met_by.or_else(|| rows.first().copied());
        let number = first.and_then(|row| self.rows.get(row)).map_or(0, |row| row.number);
        for row in rows.iter().filter(|row| met_by.is_some() || Some(**row) != first) {
            if let Some(meant) = self.meant.get_mut(*row) {
                *meant = Some(Meant::Again(number));
            }
        }
    }

    fn by_title(&mut self) {
        let mut titled: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (item, found) in self.known.iter().enumerate().filter(|(item, _)| self.met.get(*item) == Some(&false)) {
            titled.entry(key(&found.state.item.summary)).or_default().push(item);
        }
        for at in self.open() {
            let items = self.rows.get(at).and_then(|row| titled.get(&key(&row.item.summary)));
            if let (Some(items), Some(meant)) = (items, self.meant.get_mut(at)) {
                *meant = Some(Meant::Alike(items.clone()));
            }
        }
    }
}
