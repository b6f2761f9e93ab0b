//! The survey and the yearly report of each office: what was received here, and what is missing after 31 March.

use axum::extract::{Extension, Query, State};
use axum::response::{IntoResponse, Response};
use chrono::{Datelike, NaiveDate};
use loket_domain::indonesian::date;
use loket_domain::office::OfficeCode;
use loket_domain::survey::Index;
use maud::{Markup, html};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::kit::address::address;
use super::kit::answer::{Unable, note, now};
use super::kit::chosen_offices::ChosenOffices;
use super::kit::csv;
use super::kit::page::{Field, page as framed};
use super::kit::table::{Table, count, text};
use super::kit::words::{Now, Urgency, full};
use crate::access::Visitor;
use crate::accounts::Audited;
use crate::matters::{EVERY_ROW, MatterNarrowing};
use crate::projection::{FiledReportRow, MatterContent, MatterKind, SurveyRow};
use crate::state::Shared;

const HERE: &str = "/laporan";

/// The year that is asked about: the last one that ended, unless another of the last six is named.
fn year_of(query: &HashMap<String, String>, today: NaiveDate) -> i32 {
    let years = (today.year() - 5)..=today.year();
    query.get("tahun").and_then(|typed| typed.parse().ok()).filter(|year| years.contains(year)).unwrap_or(today.year() - 1)
}

/// How the report of an office stands.
enum ReportStanding {
    /// Its year has not ended.
    TooEarly,
    /// It is awaited until this civil date.
    Awaited(NaiveDate),
    /// It was due on this civil date, and is not here.
    Missing(NaiveDate),
    /// It is here; its copy for Komisi Informasi is awaited until this civil date, or was due on it.
    Frozen(FiledReportRow),
}

/// What is known of an office in a year.
struct YearLine {
    code: OfficeCode,
    name: String,
    responses: usize,
    index: Option<Index>,
    report: ReportStanding,
}

impl YearLine {
    fn words(&self, today: NaiveDate) -> (Urgency, String) {
        match &self.report {
            ReportStanding::TooEarly => (Urgency::Quiet, "tahunnya belum berakhir".to_owned()),
            ReportStanding::Awaited(due) => (Urgency::Near, format!("ditunggu sampai {}", date(*due))),
            ReportStanding::Missing(due) => (Urgency::Overdue, format!("belum ada, batasnya {}", date(*due))),
            ReportStanding::Frozen(row) => match (row.sent_on, row.due) {
                (Some(on), Some(due)) if on > due => (Urgency::Overdue, format!("dikirim {}, sesudah batas", date(on))),
                (Some(on), _) => (Urgency::Done, format!("dikirim ke Komisi Informasi {}", date(on))),
                (None, Some(due)) if today > due => (Urgency::Overdue, "belum tercatat dikirim ke Komisi Informasi".to_owned()),
                (None, _) => (Urgency::Near, format!("dibekukan {}, belum dikirim", date(row.frozen_on))),
            },
        }
    }

    fn report(&self) -> Option<&FiledReportRow> {
        if let ReportStanding::Frozen(row) = &self.report { Some(row) } else { None }
    }
}

async fn lines(shared: &Shared, offices: &ChosenOffices, year: i32, today: NaiveDate) -> Result<Vec<YearLine>, Unable> {
    let of_year = MatterNarrowing { day: format!("{year}-"), ..MatterNarrowing::standing(MatterKind::Survey) };
    let mut surveys = BTreeMap::<OfficeCode, Vec<SurveyRow>>::new();
    for (code, row) in shared.store.matters(&offices.reach, &of_year, EVERY_ROW).await? {
        if let MatterContent::Survey(row) = row.content {
            surveys.entry(code).or_default().push(row);
        }
    }
    let of_year = MatterNarrowing { class: year.to_string(), ..MatterNarrowing::standing(MatterKind::Report) };
    let mut reports = BTreeMap::<OfficeCode, FiledReportRow>::new();
    // The latest frozen comes first, and stands for the office.
    for (code, row) in shared.store.matters(&offices.reach, &of_year, EVERY_ROW).await? {
        if let MatterContent::Report(row) = row.content {
            reports.entry(code).or_insert(row);
        }
    }
    let due = NaiveDate::from_ymd_opt(year + 1, 3, 31).unwrap_or(today);
    let missing = || match () {
        () if today.year() <= year => ReportStanding::TooEarly,
        () if today > due => ReportStanding::Missing(due),
        () => ReportStanding::Awaited(due),
    };
    // Those that are expected, whether they have a desk or not, and those that have one.
    let mut codes: Vec<OfficeCode> = offices.asked().cloned().collect();
    let listed = shared.store.listed().await?.into_iter().filter(|office| office.retired.is_none());
    codes.extend(listed.map(|office| office.code).filter(|code| offices.reach.holds(code)));
    codes.sort_unstable();
    codes.dedup();
    let line = |code: OfficeCode| {
        let answers = surveys.remove(&code).unwrap_or_default();
        let report = reports.remove(&code).map_or_else(missing, ReportStanding::Frozen);
        YearLine { name: offices.name(&code), responses: answers.len(), index: SurveyRow::index(&answers), report, code }
    };
    Ok(codes.into_iter().map(line).collect())
}

pub(super) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let (offices, now) = (ChosenOffices::read(&shared, &visitor, &query).await?, now(&shared));
    let today = now.civil.date();
    let year = year_of(&query, today);
    let lines = lines(&shared, &offices, year, today).await?;
    let here = lines.iter().filter(|line| line.report().is_some()).count();
    let years = (0..=5).map(|back| ((today.year() - back).to_string(), format!("Tahun {}", today.year() - back)));
    let main = html! {
        h1 { "Survei dan laporan tahun " (year) }
        p.quiet { "Keadaan " (full(now.civil)) ". Laporan tahunan dikirim ke Komisi Informasi paling lambat 31 Maret tahun berikutnya." }
        form.choices method="get" action=(HERE) {
            (Field::new("tahun", "Tahun").value(&year.to_string()).choice(years))
            (offices.field())
            button.quieter { "Terapkan" }
            a.take href=(address("/laporan.csv", &[("tahun", &year.to_string()), ("kantor", &offices.chosen)])) { "Unduh CSV" }
        }
        p {
            (here) " laporan sudah ada"
            @if year < today.year() && here < lines.len() { ", " (lines.len() - here) " belum" }
            "."
        }
        @if lines.is_empty() { section.sheet { p { "Tidak ada kantor di sini." } } } @else { (list(&lines, &now)) }
        p.quiet { "Indeks kepuasan menurut PermenPANRB 14/2017: rata-rata sembilan unsur dikali 25; tanpa indeks selama ada unsur yang belum dijawab siapa pun. Angka laporan ialah angka yang dibekukan kantor." }
    };
    Ok(framed(&visitor, HERE, "Survei dan laporan", main).into_response())
}

/// `3,42` and so on: with the comma people write.
fn decimal(value: f64) -> String {
    format!("{value:.2}").replace('.', ",")
}

fn list(lines: &[YearLine], now: &Now<'_>) -> Markup {
    let columns = [
        text("Kantor"),
        count("Jawaban survei"),
        text("Indeks kepuasan"),
        text("Laporan tahunan"),
        count("Permohonan"),
        count("Tepat waktu"),
        count("Keberatan"),
    ];
    let number = |row: Option<u32>| html! { @match row { Some(n) => (n), None => span.quiet { "–" } } };
    html! {
        (Table::new(columns).rows(lines, |line| {
            let (tone, words) = line.words(now.civil.date());
            [
                html! { a href={ "/kantor/" (line.code) } { (line.name) } span.quiet { " " (line.code) } },
                html! { (line.responses) },
                html! { @match &line.index { Some(index) => { (decimal(index.value)) " · " (index.grade.label()) }, None => span.quiet { "–" } } },
                html! {
                    span class=(tone.class()) { (words) }
                    @if let Some(row) = line.report() { " " span.quiet { (row.number) } }
                },
                number(line.report().map(|row| row.requests)),
                number(line.report().map(|row| row.in_time)),
                number(line.report().map(|row| row.objections)),
            ]
        }))
    }
}

/// The same list as a file.
pub(super) async fn table(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let (offices, today) = (ChosenOffices::read(&shared, &visitor, &query).await?, now(&shared).civil.date());
    let year = year_of(&query, today);
    let head = [
        "Kode kantor",
        "Kantor",
        "Tahun",
        "Jawaban survei",
        "Indeks kepuasan",
        "Mutu",
        "Laporan",
        "Nomor laporan",
        "Dibekukan",
        "Dikirim",
        "Permohonan",
        "Tepat waktu",
        "Terlambat",
        "Keberatan",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for line in lines(&shared, &offices, year, today).await? {
        let (_, words) = line.words(today);
        let mut cells = vec![line.code.to_string(), line.name.clone(), year.to_string(), line.responses.to_string()];
        cells.push(line.index.as_ref().map(|index| decimal(index.value)).unwrap_or_default());
        cells.push(line.index.as_ref().map(|index| index.grade.label().to_owned()).unwrap_or_default());
        cells.push(words);
        match line.report() {
            Some(row) => {
                cells.extend([row.number.clone(), row.frozen_on.to_string()]);
                cells.push(row.sent_on.map(|on| on.to_string()).unwrap_or_default());
                cells.extend([row.requests, row.in_time, row.late, row.objections].map(|n| n.to_string()));
            }
            None => cells.extend(std::iter::repeat_n(String::new(), 7)),
        }
        rows.push(cells);
    }
    note(&shared, &visitor, Audited::TableTaken, None, Some(format!("survei dan laporan {year}"))).await?;
    csv::file(&format!("survei-laporan-{year}.csv"), &rows)
}
