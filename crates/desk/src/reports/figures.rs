//! The figures of a calendar year.

use crate::context::Context;
use crate::error::DeskError;
use crate::reports::year;
use crate::views::Fact;
use crate::views::figures::{FigureTable, ServiceFigures};
use chrono::NaiveDate;
use loket_domain::indonesian::weekday_date;
use loket_domain::report::Figures;
use loket_domain::survey::Element;
use rusqlite::Connection;
use std::collections::BTreeMap;

fn table(title: &str, columns: [&str; 2], counts: &BTreeMap<String, u32>) -> FigureTable {
    let rows = counts.iter().map(|(label, count)| vec![label.clone(), count.to_string()]).collect();
    FigureTable { title: title.to_owned(), columns: columns.map(str::to_owned).to_vec(), rows }
}

/// The figures of a calendar year as they stand now.
pub(crate) fn figures(tables: &Connection, context: &Context<'_>, year: i32) -> Result<ServiceFigures, DeskError> {
    let figures = year::year_figures(tables, context, year)?;
    let mut view = figures_view(&figures, year);
    if let Some(index) = year::survey_index(tables, year)? {
        view.tiles.push(Fact::new("Indeks kepuasan", format!("{:.2} {}", index.value, index.grade.label()).replace('.', ",")));
        let element = |(element, mean): (&Element, &Option<f64>)| {
            let mean = mean.map_or_else(|| "–".to_owned(), |mean| format!("{mean:.2}").replace('.', ","));
            vec![format!("{} {}", element.code().to_uppercase(), element.label()), mean]
        };
        view.tables.push(FigureTable {
            title: format!("Survei kepuasan ({} responden)", index.responses),
            columns: vec!["Unsur".into(), "Rata-rata".into()],
            rows: Element::ALL.iter().zip(&index.elements).map(element).collect(),
        });
    }
    Ok(view)
}

/// Figures as tiles and tables.
pub(crate) fn figures_view(figures: &Figures, year: i32) -> ServiceFigures {
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).map_or_else(String::new, weekday_date);
    let tenths = |tenths: u32| format!("{},{} hari kerja", tenths / 10, tenths % 10);
    let days = |days: Option<u32>| days.map_or_else(|| "–".to_owned(), |days| format!("{days} hari kerja"));
    let counts = [
        ("Permohonan", figures.requests),
        ("Dikabulkan seluruhnya", figures.granted),
        ("Dikabulkan sebagian", figures.partly_granted),
        ("Ditolak", figures.refused),
        ("Belum dikuasai", figures.not_held),
        ("Belum didokumentasikan", figures.not_documented),
        ("Dikuasai badan publik lain", figures.held_by_other),
        ("Tidak diproses", figures.not_processed),
        ("Dicabut", figures.withdrawn),
        ("Belum dijawab", figures.open),
        ("Diperpanjang", figures.extended),
        ("Diteruskan", figures.forwarded),
        ("Informasi diserahkan", figures.handed_over),
        ("Dijawab tepat waktu", figures.in_time),
        ("Dijawab terlambat", figures.late),
        ("Keberatan", figures.objections),
        ("Sengketa", figures.disputes),
    ];
    // What is seldom is named only where it was.
    let seldom = [
        ("Bukan pemohon yang berhak", figures.not_entitled),
        ("Gugur: pemohon meninggal", figures.abated),
        ("Penyandang disabilitas dibantu", figures.assisted),
        ("Permohonan tidak sungguh-sungguh", figures.vexatious),
        ("Salinan tidak diambil", figures.not_fetched),
    ];
    let counts = counts.iter().chain(seldom.iter().filter(|(_, count)| *count > 0));
    let mut tiles: Vec<Fact> = counts.map(|(label, count)| Fact::new(label, count.to_string())).collect();
    tiles.push(Fact::new("Rata-rata waktu jawaban", figures.average_tenths().map_or_else(|| "–".to_owned(), tenths)));
    tiles.push(Fact::new("Tercepat", days(figures.fastest)));
    tiles.push(Fact::new("Terlama", days(figures.slowest)));
    let after: BTreeMap<String, u32> = [
        ("a. Keberatan belum ditanggapi", figures.objections_open),
        ("b. Putusan PPID dikuatkan", figures.upheld),
        ("c. Keberatan dikabulkan", figures.overturned),
        ("d. Perintah dilaksanakan", figures.executed),
        ("e. Sengketa ke Komisi Informasi", figures.disputes),
        ("f. Mediasi berhasil", figures.mediations_agreed),
        ("g. Putusan bagi pemohon", figures.ruled_for_applicant),
        ("h. Putusan bagi badan publik", figures.ruled_for_body),
        ("i. Putusan atau kesepakatan dilaksanakan", figures.disputes_executed),
        ("j. Gugatan ke pengadilan", figures.lawsuits),
        ("k. Putusan pengadilan", figures.lawsuits_ruled),
    ]
    .map(|(label, count)| (label.to_owned(), count))
    .into();
    ServiceFigures {
        from_text: day(1, 1),
        to_text: day(12, 31),
        tiles,
        tables: vec![
            table("Kategori pemohon", ["Kategori", "Jumlah"], &figures.by_category),
            table("Cara permohonan diterima", ["Cara", "Jumlah"], &figures.by_channel),
            table("Alasan penolakan", ["Dasar", "Jumlah"], &figures.by_ground),
            table("Alasan keberatan", ["Alasan", "Jumlah"], &figures.by_objection_ground),
            table("Keberatan, sengketa, dan pengadilan", ["Peristiwa", "Jumlah"], &after),
        ],
    }
}
