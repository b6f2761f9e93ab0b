//! How each kind of paper is printed on this computer: what was set, checked against what the printer can do, and in words.
//!
//! It stands beside the keys of this computer and not in the journal: another desk has other printers (decision 35).

use crate::error::DeskError;
use crate::printing::kind::PrintKind;
use crate::store::{local, writing};
use crate::views::Choice;
use crate::views::printing::{PrintWay, PrintWayForm, PrintWayView, PrinterAbilities};
use loket_domain::problem::{Problems, Refused};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// More than these of one paper is a slip of the finger.
pub(crate) const MOST_SHEETS: u8 = 9;
/// Farther, in millimetres, no printer draws beside the place.
const FARTHEST: i16 = 20;

/// What was set, by the code of its kind.
type Ways = BTreeMap<String, PrintWay>;

fn ways(tables: &Connection) -> Result<Ways, DeskError> {
    Ok(local::read_json(tables, local::PRINT_WAYS)?.unwrap_or_default())
}

fn of(ways: &Ways, kind: PrintKind) -> (Option<&PrintWay>, bool) {
    match ways.get(kind.code()) {
        Some(own) => (Some(own), true),
        None => (ways.get(PrintKind::Usual.code()), false),
    }
}

/// How this kind is printed: as set for it, else as all papers are.
pub(crate) fn way(tables: &Connection, kind: PrintKind) -> Result<PrintWay, DeskError> {
    let ways = ways(tables)?;
    Ok(of(&ways, kind).0.cloned().unwrap_or_default())
}

/// How this kind is printed, for the window.
pub(crate) fn view(tables: &Connection, kind: PrintKind) -> Result<PrintWayView, DeskError> {
    Ok(viewed(&ways(tables)?, kind))
}

/// How every kind is printed.
pub(crate) fn views(tables: &Connection) -> Result<Vec<PrintWayView>, DeskError> {
    let ways = ways(tables)?;
    Ok(PrintKind::all().map(|kind| viewed(&ways, kind)).collect())
}

fn viewed(ways: &Ways, kind: PrintKind) -> PrintWayView {
    let (set, own) = of(ways, kind);
    let way = set.cloned().unwrap_or_default();
    let told = told(&way).into_iter().map(|(_, value)| value).collect::<Vec<_>>().join(", ");
    PrintWayView { kind: kind.code().into(), label: kind.label().into(), own, sheets: way.sheets, form: typed(&way), told }
}

/// Sets how a kind is printed; `printer` is what the chosen printer can do, none where there is no such printer.
///
/// # Errors
/// [`Refused::Fields`] with what must change first; nothing is set then.
pub(crate) fn keep(
    tables: &Connection,
    kind: &str,
    form: &PrintWayForm,
    printer: Option<&PrinterAbilities>,
) -> Result<(), DeskError> {
    let kind = known(kind)?;
    let checked = check(form, printer)?;
    let mut ways = ways(tables)?;
    ways.insert(kind.code().to_owned(), checked);
    Ok(writing::note(tables, |tables| local::write_json(tables, local::PRINT_WAYS, &ways))?)
}

/// Lets a kind be printed as all papers are, and all papers as the computer does by itself.
pub(crate) fn forget(tables: &Connection, kind: &str) -> Result<(), DeskError> {
    let mut ways = ways(tables)?;
    ways.remove(known(kind)?.code());
    Ok(writing::note(tables, |tables| local::write_json(tables, local::PRINT_WAYS, &ways))?)
}

/// The kind of this code.
pub(crate) fn known(code: &str) -> Result<PrintKind, DeskError> {
    Ok(PrintKind::from_code(code).ok_or(Refused::Unknown)?)
}

/// What was typed, where a printer can do it.
pub(crate) fn check(form: &PrintWayForm, printer: Option<&PrinterAbilities>) -> Result<PrintWay, DeskError> {
    let mut p = Problems::default();
    let some = |typed: &str| Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty());
    let (chosen, tray, size) = (some(&form.printer), some(&form.tray), some(&form.size));
    p.when(chosen.is_some() && printer.is_none(), "printer", "Printer ini tidak ada lagi di komputer ini; pilih printer lain.");
    let has = |choices: fn(&PrinterAbilities) -> &Vec<Choice>, code: &Option<String>| {
        let known = printer.map(choices);
        code.as_ref().is_none_or(|code| known.is_some_and(|known| known.iter().any(|choice| choice.code == *code)))
    };
    p.when(!has(|printer| &printer.trays, &tray), "tray", "Baki ini tidak ada pada printer itu; pilih baki lain.");
    p.when(!has(|printer| &printer.sizes, &size), "size", "Ukuran ini tidak dikenal printer itu; pilih ukuran lain.");
    p.when(
        form.both_sides && printer.is_some_and(|printer| !printer.both_sides),
        "both_sides",
        "Printer itu tidak dapat mencetak bolak-balik; kosongkan pilihan ini.",
    );
    let sheets = form.sheets.trim().parse().ok().filter(|sheets| (1..=MOST_SHEETS).contains(sheets));
    p.when(sheets.is_none(), "sheets", "Isi jumlah rangkap antara 1 dan 9.");
    let mut shift = |field: &str, typed: &str| {
        let read = tenths(typed);
        p.when(read.is_none(), field, "Isi geseran dalam milimeter antara -20 dan 20, misalnya 2 atau -1,5.");
        read.unwrap_or_default()
    };
    let (right, down) = (shift("right", &form.right), shift("down", &form.down));
    let way = PrintWay { printer: chosen, sheets: sheets.unwrap_or(1), both_sides: form.both_sides, tray, size, right, down };
    Ok(p.or(Some(way))?)
}

/// Millimetres as people type them, in tenths; nothing typed is none of them.
fn tenths(typed: &str) -> Option<i16> {
    let typed = typed.trim().trim_end_matches("mm").trim_end().replace(',', ".").replace(['−', '–'], "-");
    let (sign, typed) = match typed.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, typed.strip_prefix('+').unwrap_or(&typed)),
    };
    if typed.is_empty() {
        return (sign == 1).then_some(0);
    }
    let (whole, part) = typed.split_once('.').unwrap_or((typed, "0"));
    let digits = |text: &str| (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(());
    digits(whole).and(digits(part))?;
    let whole: i16 = whole.parse().ok().filter(|whole| *whole <= FARTHEST)?;
    let (tenth, rest) = part.split_at(1);
    let tenth: i16 = tenth.parse().ok().filter(|_| rest.bytes().all(|byte| byte == b'0'))?;
    Some(sign * (whole * 10 + tenth)).filter(|tenths| tenths.abs() <= FARTHEST * 10)
}

/// A length of so many tenths of a millimetre, as people write it.
fn millimetres(tenths: i16) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, tenth) = (tenths.abs() / 10, tenths.abs() % 10);
    if tenth == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole},{tenth}") }
}

fn typed(way: &PrintWay) -> PrintWayForm {
    PrintWayForm {
        printer: way.printer.clone().unwrap_or_default(),
        sheets: way.sheets.to_string(),
        both_sides: way.both_sides,
        tray: way.tray.clone().unwrap_or_default(),
        size: way.size.clone().unwrap_or_default(),
        right: millimetres(way.right),
        down: millimetres(way.down),
    }
}

/// A way in words: label and value of what differs from a printer's habit.
pub(crate) fn told(way: &PrintWay) -> Vec<(&'static str, String)> {
    let mut told = vec![
        ("Printer", way.printer.clone().unwrap_or_else(|| "printer utama komputer ini".to_owned())),
        ("Rangkap", format!("{} rangkap", way.sheets)),
    ];
    if way.both_sides {
        told.push(("Sisi", "bolak-balik".to_owned()));
    }
    told.extend(way.tray.as_ref().map(|tray| ("Baki", format!("baki {tray}"))));
    told.extend(way.size.as_ref().map(|size| ("Ukuran", format!("ukuran {size}"))));
    let side = |tenths: i16, more: &str, less: &str| {
        (tenths != 0).then(|| format!("{} mm {}", millimetres(tenths.abs()), if tenths > 0 { more } else { less }))
    };
    let moved: Vec<String> =
        [side(way.right, "ke kanan", "ke kiri"), side(way.down, "ke bawah", "ke atas")].into_iter().flatten().collect();
    if !moved.is_empty() {
        told.push(("Geser", format!("geser {}", moved.join(" dan "))));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn millimetres_are_read_as_people_type_them() {
        let read = ["", "0", "2", "1,5", "-1.5", "−3", "+4", "20", "2 mm", "1,50"].map(tenths);
        assert_eq!(read, [0, 0, 20, 15, -15, -30, 40, 200, 20, 15].map(Some));
        for typed in ["dua", "20,1", "21", "-", "1,25", "1,", ",5", "--2", "999999"] {
            assert_eq!(tenths(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_was_read_is_shown_as_it_was_typed() {
        for shown in ["0", "2", "1,5", "-1,5", "-20"] {
            assert_eq!(tenths(shown).map(millimetres).as_deref(), Some(shown));
        }
    }
}
