//! Days off, categories and offices as lines that a person types or pastes from a table: one a line, a semicolon or a tab between.

use loket_domain::calendar::{DayOff, DayOffKind};
use loket_domain::dip::DipCategory;
use loket_domain::indonesian::read_date;
use loket_domain::office::OfficeKind;
use loket_domain::pack::{Heading, PackFault, PublicBody};

/// Marks a date that still waits for the *sidang isbat*.
const ESTIMATED: &str = "perkiraan";

/// The cells of each line that says something, with its number. A head line that begins with `head` is passed over.
fn rows<'a>(text: &'a str, head: &'a str) -> impl Iterator<Item = (usize, Vec<&'a str>)> {
    let cells = |line: &'a str| line.split([';', '\t']).map(|cell| cell.trim().trim_matches('"').trim()).collect::<Vec<_>>();
    let lines = text.trim_start_matches('\u{feff}').lines().enumerate().map(move |(at, line)| (at + 1, cells(line)));
    lines.filter(move |(_, cells)| cells.iter().any(|cell| !cell.is_empty()) && cells[0].to_lowercase() != head)
}

fn wrong<T>(line: usize, what: &str) -> Result<T, PackFault> {
    Err(PackFault::Wrong(format!("Baris {line}: {what}")))
}

/// The days off of these lines, in order of date: date; kind; name; `perkiraan` where it is estimated.
///
/// # Errors
/// [`PackFault::Wrong`] names the first line that must change.
pub(crate) fn days(text: &str) -> Result<Vec<DayOff>, PackFault> {
    let mut days = Vec::new();
    for (line, cells) in rows(text, "tanggal") {
        let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
        let Some(date) = read_date(cell(0)) else { return wrong(line, "tulis tanggal seperti 2027-03-10.") };
        let typed = cell(1).to_lowercase();
        let named = |kind: &&DayOffKind| kind.code() == typed || kind.label().to_lowercase() == typed;
        let Some(kind) = DayOffKind::ALL.iter().find(named).copied() else {
            return wrong(line, "macamnya libur nasional, cuti bersama, atau libur daerah.");
        };
        let estimated = cell(3).to_lowercase() == ESTIMATED;
        if !(estimated || cell(3).is_empty()) || cells.len() > 4 {
            return wrong(line, "sesudah nama hanya boleh ada kata perkiraan.");
        }
        days.push(DayOff { date, kind, name: cell(2).to_owned(), estimated });
    }
    days.sort_by_key(|day| day.date);
    Ok(days)
}

/// The lines of these days off.
pub(crate) fn of_days(days: &[DayOff]) -> String {
    let line = |day: &DayOff| {
        let estimated = if day.estimated { format!(";{ESTIMATED}") } else { String::new() };
        format!("{};{};{}{estimated}\n", day.date, day.kind.label(), day.name)
    };
    days.iter().map(line).collect()
}

/// The categories of these lines: code; name; category of the law.
///
/// # Errors
/// [`PackFault::Wrong`] names the first line that must change.
pub(crate) fn headings(text: &str) -> Result<Vec<Heading>, PackFault> {
    let mut headings = Vec::new();
    for (line, cells) in rows(text, "kode") {
        let [code, name, typed] = cells[..] else { return wrong(line, "tulis kode; nama; kategori.") };
        let typed = typed.to_lowercase();
        let named = |category: &&DipCategory| category.code() == typed || category.label().to_lowercase() == typed;
        let Some(category) = DipCategory::ALL.iter().find(named).copied() else {
            return wrong(line, "kategorinya Berkala, Serta merta, atau Setiap saat.");
        };
        headings.push(Heading { code: code.to_owned(), name: name.to_owned(), category });
    }
    Ok(headings)
}

/// The lines of these categories.
pub(crate) fn of_headings(headings: &[Heading]) -> String {
    let line = |heading: &Heading| format!("{};{};{}\n", heading.code, heading.name, heading.category.label());
    headings.iter().map(line).collect()
}

/// The offices of these lines, in order of code: code; name; kind, which follows the name where it is left out.
///
/// # Errors
/// [`PackFault::Wrong`] names the first line that must change.
pub(crate) fn offices(text: &str) -> Result<Vec<PublicBody>, PackFault> {
    let mut offices = Vec::new();
    for (line, cells) in rows(text, "kode") {
        let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
        let (code, name, typed) = (cell(0), cell(1), cell(2).to_lowercase());
        if code.is_empty() || name.is_empty() || cells.len() > 3 {
            return wrong(line, "tulis kode; nama; macam.");
        }
        let named = |kind: &&OfficeKind| kind.code() == typed || kind.label().to_lowercase() == typed;
        let kind = if typed.is_empty() { Some(OfficeKind::of_name(name)) } else { OfficeKind::ALL.iter().find(named).copied() };
        let Some(kind) = kind else {
            return wrong(line, "macamnya Kecamatan, Dinas, Badan, Kelurahan, atau macam lain di direktori.");
        };
        offices.push(PublicBody { code: code.into(), name: name.to_owned(), kind });
    }
    offices.sort_by(|one, other| one.code.cmp(&other.code));
    Ok(offices)
}

/// The lines of these offices.
pub(crate) fn of_offices(offices: &[PublicBody]) -> String {
    offices.iter().map(|office| format!("{};{};{}\n", office.code, office.name, office.kind.label())).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use loket_domain::calendar::Calendar;

    #[test]
    fn what_is_written_as_lines_is_read_again() {
        let year = Calendar::shipped().unwrap().days_of(2027);
        assert_eq!(days(&of_days(&year)).unwrap(), year);
        let categories = vec![Heading { code: "profil".into(), name: "Profil badan".into(), category: DipCategory::Periodic }];
        assert_eq!(headings(&of_headings(&categories)).unwrap(), categories);
        let shipped = loket_domain::pack::PackContent::shipped_offices();
        assert_eq!(offices(&of_offices(&shipped)).unwrap(), shipped);
    }

    #[test]
    fn a_table_pasted_from_a_spreadsheet_is_read_whatever_its_order() {
        let pasted = "\u{feff}Tanggal\tMacam\tNama\r\n10/03/2027\tLibur Nasional\tIdulfitri\tPerkiraan\r\n\r\n01-01-2027\tlibur_nasional\t\"Tahun Baru\"\r\n";
        let read = days(pasted).unwrap();
        assert_eq!((read.len(), read[0].name.as_str(), read[1].estimated), (2, "Tahun Baru", true));
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named() {
        for (text, said) in [
            ("2027-01-01;libur nasional;Tahun Baru\n2027-13-01;libur nasional;X", "Baris 2: tulis tanggal"),
            ("2027-01-01;libur;Tahun Baru", "Baris 1: macamnya"),
            ("2027-01-01;cuti bersama;Tahun Baru;mungkin", "Baris 1: sesudah nama"),
        ] {
            assert!(days(text).unwrap_err().to_string().contains(said), "{text}");
        }
        assert!(headings("profil;Profil").unwrap_err().to_string().contains("Baris 1"));
        assert!(headings("profil;Profil;Rahasia").unwrap_err().to_string().contains("Serta merta"));
    }
}
