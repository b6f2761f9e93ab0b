//! The figures of a period.

use crate::context::Context;
use crate::error::DeskError;
use crate::reports::period::Period;
use crate::reports::year;
use crate::views::Fact;
use crate::views::figures::{FigureTable, ServiceFigures};
use loket_domain::indonesian::weekday_date;
use loket_domain::report::{AnswerTimes, CarriedOver, Figures};
use loket_domain::survey::Element;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// The figures of a period as they stand now; both days are part of it.
pub(crate) fn figures(tables: &Connection, context: &Context<'_>, (from, to): (&str, &str)) -> Result<ServiceFigures, DeskError> {
    let period = Period::read(from, to)?;
    let figures = year::figures_between(tables, context, &period)?;
    let survey = satisfaction(tables, (from, to))?;
    let of_service = service_tables(&figures).into_iter().chain(dispute_tables(&figures));
    Ok(ServiceFigures {
        from_text: weekday_date(period.from),
        to_text: weekday_date(period.to),
        tiles: service_tiles(&figures).into_iter().chain(survey.tiles).collect(),
        tables: of_service.chain(survey.tables).collect(),
    })
}

/// The figures of a calendar year as tiles and tables, without its survey.
pub(crate) fn figures_view(figures: &Figures, year: i32) -> ServiceFigures {
    let period = Period::year(year);
    let tables = service_tables(figures).into_iter().chain(dispute_tables(figures)).collect();
    let (from_text, to_text) = (weekday_date(period.from), weekday_date(period.to));
    ServiceFigures { from_text, to_text, tiles: service_tiles(figures), tables }
}

/// What the survey of a period came to; nothing where nobody answered.
pub(crate) fn satisfaction(tables: &Connection, (from, to): (&str, &str)) -> Result<ServiceFigures, DeskError> {
    let period = Period::read(from, to)?;
    let (mut tiles, mut found) = (vec![], vec![]);
    if let Some(index) = year::survey_between(tables, &period)? {
        tiles.push(Fact::new("Indeks kepuasan", format!("{:.2} {}", index.value, index.grade.label()).replace('.', ",")));
        let element = |(element, mean): (&Element, &Option<f64>)| {
            let mean = mean.map_or_else(|| NONE.to_owned(), |mean| format!("{mean:.2}").replace('.', ","));
            vec![format!("{} {}", element.code().to_uppercase(), element.label()), mean]
        };
        found.push(FigureTable {
            title: format!("Survei kepuasan ({} responden)", index.responses),
            columns: vec!["Unsur".into(), "Rata-rata".into()],
            rows: Element::ALL.iter().zip(&index.elements).map(element).collect(),
        });
    }
    Ok(ServiceFigures { from_text: weekday_date(period.from), to_text: weekday_date(period.to), tiles, tables: found })
}

/// All figures as lines of one table: where each belongs, what it is, and its numbers.
pub(crate) fn lines(figures: &ServiceFigures) -> Vec<Vec<String>> {
    let tiles = figures.tiles.iter().map(|tile| vec!["Layanan".to_owned(), tile.label.clone(), tile.value.clone()]);
    let rows = figures
        .tables
        .iter()
        .flat_map(|table| table.rows.iter().map(|row| std::iter::once(table.title.clone()).chain(row.iter().cloned()).collect()));
    let mut lines: Vec<Vec<String>> = tiles.chain(rows).collect();
    lines.iter_mut().for_each(|line| line.resize(WIDTH, String::new()));
    lines
}

/// A table has at most three figures beside the name of its line.
const WIDTH: usize = 5;

/// What the service came to, a figure each.
pub(crate) fn service_tiles(figures: &Figures) -> Vec<Fact> {
    let days = |days: Option<u32>| days.map_or_else(|| NONE.to_owned(), |days| format!("{days} hari kerja"));
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
    let seldom = [
        ("Tepat waktu menurut tanggal yang dicatat kemudian", figures.in_time_as_dated),
        ("Pengiriman jawaban belum dicatat", figures.unsent),
        ("Bukan pemohon yang berhak", figures.not_entitled),
        ("Gugur: pemohon meninggal", figures.abated),
        ("Penyandang disabilitas dibantu", figures.assisted),
        ("Permohonan tidak sungguh-sungguh", figures.vexatious),
        ("Salinan tidak diambil", figures.not_fetched),
        ("Salah daftar, dibatalkan", figures.cancelled),
        ("Di antaranya dari buku lama (tepat waktunya tidak dinilai)", figures.from_old_book),
        ("Keputusan tidak tercatat di buku lama", figures.untold),
    ];
    let mut tiles: Vec<Fact> = known(&counts, &seldom).map(|(label, count)| Fact::new(label, count.to_string())).collect();
    tiles.push(Fact::new("Rata-rata waktu jawaban", tenths(figures.average_tenths(), " hari kerja")));
    if !figures.times.is_empty() {
        tiles.push(Fact::new("Median waktu jawaban", tenths(figures.times.median_tenths(), " hari kerja")));
    }
    tiles.push(Fact::new("Tercepat", days(figures.fastest)));
    tiles.push(Fact::new("Terlama", days(figures.slowest)));
    tiles
}

/// Whom the service was for, by what ways, how long it took, and why something was withheld.
pub(crate) fn service_tables(figures: &Figures) -> Vec<FigureTable> {
    vec![
        timed("Kategori pemohon", "Kategori", &figures.by_category, &figures.times_by_category),
        timed("Cara permohonan diterima", "Cara", &figures.by_channel, &figures.times_by_channel),
        table("Alasan penolakan", ["Dasar", "Jumlah"], counted(&figures.by_ground)),
        table("Permohonan tahun sebelumnya yang belum selesai waktu itu", ["Uraian", "Jumlah"], carried(figures)),
    ]
}

/// What became of the requests of earlier years; nothing where none was open.
fn carried(figures: &Figures) -> impl Iterator<Item = (&str, u32)> {
    let carried = &figures.carried;
    let open = ("Belum selesai pada laporan sebelumnya", carried.requests);
    let since = Some(("Baru dicatat sesudah laporan sebelumnya", carried.entered_since)).filter(|(_, count)| *count > 0);
    let ends = counted(&carried.ended).chain([("Masih belum selesai", carried.open())]);
    let cases = std::iter::once(open).chain(since).chain(ends).filter(|_| carried.requests + carried.entered_since > 0);
    cases.chain(carried_times(carried))
}

/// When the answers to requests of earlier years left, as far as the report before could not tell, and what was handed over since:
/// what there was of it.
pub(crate) fn carried_times(carried: &CarriedOver) -> impl Iterator<Item = (&str, u32)> {
    let times = [
        ("Jawabannya diganti", carried.replaced),
        ("Jawabannya tepat waktu", carried.in_time),
        ("Jawabannya tepat waktu menurut tanggal yang dicatat kemudian", carried.in_time_as_dated),
        ("Jawabannya terlambat", carried.late),
        ("Informasinya diserahkan", carried.handed_over),
    ];
    times.into_iter().filter(|(_, count)| *count > 0)
}

fn counted(counts: &BTreeMap<String, u32>) -> impl Iterator<Item = (&str, u32)> {
    counts.iter().map(|(label, count)| (label.as_str(), *count))
}

/// Why there were objections, and what came of them, at Komisi Informasi and in court.
pub(crate) fn dispute_tables(figures: &Figures) -> Vec<FigureTable> {
    let answers = [
        ("Belum ditanggapi", figures.objections_open),
        ("Putusan PPID dikuatkan", figures.upheld),
        ("Keberatan dikabulkan", figures.overturned),
        ("Perintah dilaksanakan", figures.executed),
    ];
    let seldom_answers = [
        ("Di antaranya dikabulkan sebagian", figures.partly_overturned),
        ("Keberatan tidak dapat diterima", figures.inadmissible),
        ("Diselesaikan dengan musyawarah", figures.deliberated),
        ("Tanggapan dikirim tepat waktu", figures.objections_in_time),
        ("Tanggapan dikirim terlambat", figures.objections_late),
        ("Tanggapan tepat waktu menurut tanggal yang dicatat kemudian", figures.objections_in_time_as_dated),
        ("Pengiriman tanggapan belum dicatat", figures.objections_unsent),
    ];
    let disputes = [
        ("Sengketa ke Komisi Informasi", figures.disputes),
        ("Mediasi berhasil", figures.mediations_agreed),
        ("Mediasi gagal", figures.mediations_failed),
        ("Putusan bagi pemohon", figures.ruled_for_applicant),
        ("Putusan dikabulkan sebagian", figures.ruled_in_part),
        ("Putusan bagi badan publik", figures.ruled_for_body),
        ("Putusan atau kesepakatan dilaksanakan", figures.disputes_executed),
        ("Gugatan ke pengadilan", figures.lawsuits),
        ("Putusan pengadilan", figures.lawsuits_ruled),
    ];
    let seldom_disputes = [
        ("Putusan sela", figures.interim_rulings),
        ("Gugur atau dicabut", figures.dismissed),
        ("Putusan pengadilan bagi pemohon", figures.court_for_applicant),
        ("Putusan pengadilan bagi badan publik", figures.court_for_body),
        ("Kasasi ke Mahkamah Agung", figures.cassations),
        ("Putusan Mahkamah Agung", figures.cassations_ruled),
    ];
    vec![
        table("Alasan keberatan", ["Alasan", "Jumlah"], counted(&figures.by_objection_ground)),
        table("Tanggapan atas keberatan", ["Peristiwa", "Jumlah"], known(&answers, &seldom_answers)),
        table("Sengketa dan pengadilan", ["Peristiwa", "Jumlah"], known(&disputes, &seldom_disputes)),
        table("Keberatan dan sengketa tahun sebelumnya", ["Peristiwa", "Jumlah"], carried_disputes(figures)),
    ]
}

/// What became of the objections of earlier years; nothing where nothing happened.
fn carried_disputes(figures: &Figures) -> impl Iterator<Item = (&str, u32)> {
    let carried = &figures.carried;
    let open = ("Belum ditanggapi pada laporan sebelumnya", carried.objections);
    Some(open).filter(|(_, count)| *count > 0).into_iter().chain(counted(&carried.happened))
}

/// What stands for a figure that there is not.
const NONE: &str = "–";

/// Tenths of a working day, with their unit.
pub(crate) fn tenths(tenths: Option<u32>, unit: &str) -> String {
    tenths.map_or_else(|| NONE.to_owned(), |tenths| format!("{},{}{unit}", tenths / 10, tenths % 10))
}

/// What is always named, and what is seldom where there was any.
fn known<'a>(always: &'a [(&'a str, u32)], seldom: &'a [(&'a str, u32)]) -> impl Iterator<Item = (&'a str, u32)> {
    always.iter().chain(seldom.iter().filter(|(_, count)| *count > 0)).copied()
}

fn table<'a>(title: &str, columns: [&str; 2], counts: impl Iterator<Item = (&'a str, u32)>) -> FigureTable {
    let rows = counts.map(|(label, count)| vec![label.to_owned(), count.to_string()]).collect();
    FigureTable { title: title.to_owned(), columns: columns.map(str::to_owned).to_vec(), rows }
}

/// Requests by label, and how long their answers took: the mean, and the one in the middle. A report that was frozen before those
/// were counted has none.
fn timed(title: &str, of: &str, counts: &BTreeMap<String, u32>, times: &BTreeMap<String, AnswerTimes>) -> FigureTable {
    if times.is_empty() {
        return table(title, [of, "Jumlah"], counted(counts));
    }
    let row = |(label, count): (&String, &u32)| {
        let times = times.get(label);
        let mean = times.and_then(AnswerTimes::mean_tenths);
        let median = times.and_then(AnswerTimes::median_tenths);
        vec![label.clone(), count.to_string(), tenths(mean, ""), tenths(median, "")]
    };
    FigureTable {
        title: format!("{title} (waktu jawaban dalam hari kerja)"),
        columns: [of, "Jumlah", "Rata-rata", "Median"].map(str::to_owned).to_vec(),
        rows: counts.iter().map(row).collect(),
    }
}
