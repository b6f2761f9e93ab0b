//! The list of public information as offices keep it in a table: where its heads are, and what stands under them.

use loket_domain::dip::DipCategory;
use loket_domain::problem::{Problems, Refused};
use loket_letters::spreadsheet::Line;

/// The columns of the catalogue as it is exported, each with words by which an import knows it: the surest first, all of a line
/// must be in the head. A head is the column of the first that knows it.
pub(crate) const DIP_COLUMNS: [(&str, &[&[&str]]); 11] = [
    ("Ringkasan isi informasi", &[&["ringkasan"], &["judul"], &["nama informasi"]]),
    ("Kategori", &[&["kategori"], &["klasifikasi"]]),
    ("Pejabat/unit yang menguasai informasi", &[&["menguasai"], &["pejabat"], &["unit"]]),
    ("Penanggungjawab pembuatan atau penerbitan informasi", &[&["penanggung"], &["terbitkan oleh"], &["penerbit"]]),
    (
        "Waktu dan tempat pembuatan informasi",
        &[
            &["waktu", "tempat"],
            &["waktu", "buat"],
            &["tempat", "buat"],
            &["tanggal", "buat"],
            &["tahun", "buat"],
            &["pembuatan"],
        ],
    ),
    ("Format/bentuk informasi yang tersedia", &[&["format"], &["bentuk"]]),
    ("Jangka waktu penyimpanan atau retensi arsip", &[&["retensi"], &["simpan"]]),
    ("Tautan", &[&["tautan"], &["link"], &["url"]]),
    ("Terakhir dimutakhirkan", &[&["mutakhir"], &["tanggal", "terbit"], &["terbit"]]),
    ("Kategori PPID Utama", &[&["ppid utama"]]),
    ("Jenis media yang memuat informasi", &[&["media"]]),
];

/// How many of the columns a list cannot do without.
const NEEDED: usize = 7;
/// The column of the category.
const CATEGORY: usize = 1;
/// The column of the format.
const FORMAT: usize = 5;
/// The order in which columns look for their heads: those with the surest words first, so that none takes the head of another.
const IN_TURN: [usize; 11] = [9, 0, 3, 2, 6, 5, 4, 10, 8, 7, 1];
/// In how many rows the heads are looked for: titles of the office stand above them.
const TITLES: usize = 20;

/// One row under the heads: its number in the file, and its cells in the order of the columns.
pub(crate) struct TableRow {
    pub(crate) number: usize,
    pub(crate) cells: [String; 11],
}

/// A table that was understood.
pub(crate) struct Table {
    pub(crate) rows: Vec<TableRow>,
    /// Whether it says anything of a column.
    pub(crate) has: [bool; 11],
}

/// The heads of a table: for each column of the file the column of the catalogue, and what the head says of it beside.
struct Heads {
    /// The last row that belongs to them, among those that were read.
    last: usize,
    columns: [Vec<(usize, String)>; 11],
}

/// Understands the rows of a file.
///
/// # Errors
/// [`Refused::Fields`] names the columns that are missing.
pub(crate) fn understand(lines: &[Line]) -> Result<Table, Refused> {
    if lines.is_empty() {
        return Err(Refused::NotNow("Berkas ini kosong; pilih berkas lain."));
    }
    let heads = find_heads(lines);
    let body = lines.get(heads.last + 1..).unwrap_or_default();
    let sections = body.iter().any(|(_, cells)| section(cells).is_some());
    let missing: Vec<&str> = (0..NEEDED)
        .filter(|at| heads.columns[*at].is_empty() && !(*at == CATEGORY && sections))
        .map(|at| DIP_COLUMNS[at].0)
        .collect();
    if !missing.is_empty() {
        let mut p = Problems::default();
        let missing = missing.join("; ");
        p.add(
            "file",
            format!("Berkas ini belum punya kolom: {missing}. Tambahkan judul kolom itu, atau pakai Unduh contoh tabel."),
        );
        return p.or(None);
    }
    let mut within: Option<DipCategory> = None;
    let mut rows = Vec::new();
    for (number, cells) in body {
        if let Some(category) = section(cells) {
            within = Some(category);
            continue;
        }
        let mut row: [String; 11] = std::array::from_fn(|at| told(&heads.columns[at], cells, at == FORMAT));
        if heads.columns[CATEGORY].is_empty() {
            row[CATEGORY] = within.map_or_else(String::new, |category| category.label().to_owned());
        }
        // A row of numbers under the heads, or a sum below the list, is no item.
        if row[0].is_empty() && row.iter().filter(|cell| !cell.is_empty()).count() < 2 || numbers_the_columns(cells) {
            continue;
        }
        rows.push(TableRow { number: *number, cells: row });
    }
    Ok(Table { rows, has: std::array::from_fn(|at| !heads.columns[at].is_empty()) })
}

/// What the cells of one column say. Where its heads name choices, such as *cetak* and *rekaman*, those that are marked are told.
fn told(columns: &[(usize, String)], cells: &[String], marked: bool) -> String {
    let cell = |place: usize| cells.get(place).map_or("", |cell| cell.trim());
    let is_mark = |text: &str| matches!(text.to_lowercase().as_str(), "√" | "✓" | "v" | "x" | "ya" | "ada");
    let mut said: Vec<String> = Vec::new();
    for (place, choice) in columns {
        let text = cell(*place);
        if text.is_empty() || text == "-" {
            continue;
        }
        let text = if marked && is_mark(text) && !choice.is_empty() { choice.as_str() } else { text };
        if !said.iter().any(|known| known == text) {
            said.push(text.to_owned());
        }
    }
    said.join(", ")
}

/// The row whose cells name most columns; a row below it may part one of them in two.
fn find_heads(lines: &[Line]) -> Heads {
    let named = |columns: &[Vec<(usize, String)>; 11]| columns.iter().filter(|places| !places.is_empty()).count();
    let mut best = Heads { last: 0, columns: std::array::from_fn(|_| vec![]) };
    let mut most = 0;
    for (at, (_, cells)) in lines.iter().take(TITLES).enumerate() {
        if alone(cells).is_some() {
            continue;
        }
        let columns = columns_of(cells);
        if named(&columns) > most {
            most = named(&columns);
            best = Heads { last: at, columns };
        }
    }
    // Heads of two rows: what was merged downwards says the same again, what was parted says the choices.
    let head = lines.get(best.last).map(|(_, cells)| cells.as_slice()).unwrap_or_default();
    let below = lines.get(best.last + 1).map(|(_, cells)| cells.as_slice()).unwrap_or_default();
    let parted = |place: usize| {
        let (above, under) = (head.get(place).map_or("", String::as_str), below.get(place).map_or("", String::as_str));
        (!under.is_empty() && above != under).then(|| under.to_owned())
    };
    let same = head.iter().zip(below).filter(|(above, under)| !above.is_empty() && above == under).count();
    let only_choices = !below.is_empty()
        && below.iter().enumerate().all(|(place, under)| {
            under.is_empty() || head.get(place) == Some(under) || best.columns[FORMAT].iter().any(|(of, _)| *of == place)
        });
    let choices = best.columns[FORMAT].iter().filter(|(place, _)| parted(*place).is_some()).count();
    if only_choices && choices > 0 && (same > 0 || below.iter().filter(|cell| !cell.is_empty()).count() == choices) {
        for (place, choice) in &mut best.columns[FORMAT] {
            *choice = parted(*place).unwrap_or_default();
        }
        best.last += 1;
    }
    best
}

/// Which cells of a row are heads of which column; a cell is the head of one at most, and only the format may have several.
fn columns_of(cells: &[String]) -> [Vec<(usize, String)>; 11] {
    let heads: Vec<String> = cells.iter().map(|head| head.to_lowercase()).collect();
    let mut columns: [Vec<(usize, String)>; 11] = std::array::from_fn(|_| vec![]);
    let mut taken = vec![false; heads.len()];
    for at in IN_TURN {
        let (_, known) = DIP_COLUMNS[at];
        let place = known.iter().find_map(|words| {
            let mut free = heads.iter().enumerate().filter(|(place, _)| !taken[*place]);
            free.find(|(_, head)| words.iter().all(|word| head.contains(word))).map(|(place, _)| place)
        });
        let Some(place) = place else { continue };
        let merged = heads.iter().enumerate().filter(|(other, head)| !taken[*other] && **head == heads[place]);
        let places: Vec<usize> = if at == FORMAT { merged.map(|(other, _)| other).collect() } else { vec![place] };
        for place in places {
            taken[place] = true;
            columns[at].push((place, String::new()));
        }
    }
    columns
}

/// The one thing a row says, where all its cells say the same.
fn alone(cells: &[String]) -> Option<&str> {
    let mut said = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let first = said.next()?;
    said.all(|other| other == first).then_some(first)
}

/// The category that the items below a row belong to, where the row is a heading between them.
fn section(cells: &[String]) -> Option<DipCategory> {
    alone(cells).and_then(DipCategory::named)
}

/// Whether a row only numbers the columns: 1, 2, 3 …
fn numbers_the_columns(cells: &[String]) -> bool {
    let said: Vec<&str> = cells.iter().map(|cell| cell.trim_matches(['(', ')', ' '])).filter(|cell| !cell.is_empty()).collect();
    said.len() > 3 && said.iter().zip(1..).all(|(cell, number)| cell.parse() == Ok(number))
}
