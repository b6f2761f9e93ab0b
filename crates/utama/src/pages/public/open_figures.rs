//! How the offices answer, as anybody may see it: as page, CSV, JSON and a badge.

use axum::extract::{Extension, Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::Datelike;
use loket_domain::office::OfficeCode;
use maud::{Markup, html};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::super::kit::address::{address, page_said};
use super::super::kit::answer::{Unable, now};
use super::super::kit::choice::{page_number, paged};
use super::super::kit::csv;
use super::super::kit::page::Field;
use super::data::shared_with_all;
use super::frame::{missing, pages, public_page};
use super::offices::{PublicOffice, PublicOffices};
use crate::accounts::Reach;
use crate::matters::{EVERY_ROW, MatterNarrowing};
use crate::projection::{MatterContent, MatterKind, SurveyRow};
use crate::settings::PublicDoor;
use crate::state::Shared;

const HERE: &str = "/publik/angka";
/// How many years are told.
const YEARS: i32 = 5;
/// Offices on one page.
const PAGE: usize = 25;

/// What an office did in one year.
#[derive(Default)]
struct YearFigures {
    registered: u64,
    answered: u64,
    /// Answers whose day is proved, and of these those in time; those in time by a date entered later.
    measured: u64,
    in_time: u64,
    dated: u64,
    /// Answers of which nothing says yet that they left.
    unsent: u64,
    objections: u64,
    surveys: Vec<SurveyRow>,
}

impl YearFigures {
    fn late(&self) -> u64 {
        self.measured.saturating_sub(self.in_time + self.dated)
    }

    /// Whole percent in time, rounded down; none before an answer is known to have left.
    fn share(&self) -> Option<u64> {
        self.in_time.saturating_mul(100).checked_div(self.measured)
    }

    fn index(&self) -> Option<f64> {
        SurveyRow::index(&self.surveys).map(|index| index.value)
    }
}

/// By office and year.
type AllFigures = BTreeMap<(OfficeCode, i32), YearFigures>;

/// What was done in these years, of the offices within reach; with a line for each of them.
async fn figures(shared: &Shared, codes: &[OfficeCode], years: &[i32]) -> Result<AllFigures, Unable> {
    let mut all: AllFigures = AllFigures::new();
    for code in codes {
        all.extend(years.iter().map(|year| ((code.clone(), *year), YearFigures::default())));
    }
    let one = if let [code] = codes { Some(code.as_str()) } else { None };
    for tally in shared.store.tallies(one).await? {
        let year = tally.month.get(..4).and_then(|year| year.parse().ok()).unwrap_or(0);
        if let Some(figures) = all.get_mut(&(tally.office, year)) {
            figures.registered += tally.registered;
            figures.answered += tally.answered;
            figures.measured += tally.measured;
            figures.in_time += tally.in_time;
            figures.dated += tally.dated;
            figures.unsent += tally.unsent;
        }
    }
    let reach = Reach::Only(codes.iter().cloned().collect());
    for year in years {
        for kind in [MatterKind::Objection, MatterKind::Survey] {
            let of_year = MatterNarrowing { day: format!("{year}-"), ..MatterNarrowing::all(kind) };
            for (code, row) in shared.store.matters(&reach, &of_year, EVERY_ROW).await? {
                let Some(figures) = all.get_mut(&(code, *year)) else { continue };
                match row.content {
                    MatterContent::Objection(_) => figures.objections += 1,
                    MatterContent::Survey(row) => figures.surveys.push(row),
                    MatterContent::Item(_) | MatterContent::Exempt(_) | MatterContent::Report(_) => {}
                }
            }
        }
    }
    Ok(all)
}

/// The year that is asked about: this one, unless another of the last five is named.
fn year_of(query: &HashMap<String, String>, this_year: i32) -> i32 {
    let years = (this_year - YEARS + 1)..=this_year;
    query.get("tahun").and_then(|typed| typed.parse().ok()).filter(|year| years.contains(year)).unwrap_or(this_year)
}

fn last_years(this_year: i32) -> Vec<i32> {
    (0..YEARS).map(|back| this_year - back).collect()
}

/// All offices in one year.
pub(crate) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let (offices, this_year) = (PublicOffices::read(&shared).await?, now(&shared).civil.year());
    let year = year_of(&query, this_year);
    let codes: Vec<OfficeCode> = offices.each().map(|(code, _)| code.clone()).collect();
    let (codes, number, count) = paged(codes, page_number(&query), PAGE);
    let all = figures(&shared, &codes, &[year]).await?;
    let years = last_years(this_year).into_iter().map(|year| (year.to_string(), year.to_string()));
    let lines = all.iter().map(|((code, _), figures)| {
        let named = html! { a href={ "/publik/kantor/" (code) "/angka" } { (offices.name(code).unwrap_or(code)) } };
        (named, figures)
    });
    let main = html! {
        h1 { "Angka layanan " (year) }
        form.seek method="get" action=(HERE) {
            (Field::new("tahun", "Tahun").value(&year.to_string()).choice(years))
            button { "Tampilkan" }
        }
        (table("Kantor", lines))
        (pages(number, count, |number| address(HERE, &[("tahun", &year.to_string()), ("hal", &page_said(number))])))
        p.quiet { "Untuk komputer: " a href="/publik/angka.csv" { "CSV" } ", " a href="/publik/angka.json" { "JSON" } }
    };
    Ok(public_page(&door, HERE, "Angka layanan", main).into_response())
}

/// One office, year by year.
pub(crate) async fn office_page(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Path(code): Path<String>,
) -> Result<Response, Unable> {
    let Some((office, all)) = of_office(&shared, &code).await? else { return Ok(missing(&door)) };
    let here = format!("/publik/kantor/{}", office.code);
    let lines = all.iter().rev().map(|((_, year), figures)| (html! { (year) }, figures));
    let main = html! {
        h1 { "Angka layanan " (office.name) }
        p { a href=(here) { (office.name) } }
        (table("Tahun", lines))
        p.quiet {
            "Untuk komputer: " a href={ (here) "/angka.csv" } { "CSV" } ", " a href={ (here) "/angka.json" } { "JSON" } ", "
            a href={ (here) "/lencana.svg" } { "lencana" } " untuk situs kantor"
        }
    };
    Ok(public_page(&door, HERE, &format!("Angka layanan {}", office.name), main).into_response())
}

fn table<'a>(first: &str, lines: impl Iterator<Item = (Markup, &'a YearFigures)>) -> Markup {
    html! {
        // With the roles said: where the style makes lines of rows, a browser would forget that it is a table.
        table role="table" {
            thead role="rowgroup" { tr role="row" {
                th role="columnheader" scope="col" { (first) }
                @for head in ["Masuk", "Dijawab", "Tepat", "Keberatan", "Indeks"] {
                    th.number role="columnheader" scope="col" { (head) }
                }
            } }
            tbody role="rowgroup" {
                @for (named, figures) in lines {
                    tr role="row" {
                        th role="rowheader" scope="row" { (named) }
                        td.number role="cell" { (figures.registered) }
                        td.number role="cell" { (figures.answered) }
                        td.number role="cell" { @match figures.share() { Some(percent) => { (percent) "%" }, None => "–" } }
                        td.number role="cell" { (figures.objections) }
                        td.number role="cell" { @match figures.index() { Some(index) => (decimal(index)), None => "–" } }
                    }
                }
            }
        }
        p.quiet { "Masuk: permohonan yang didaftarkan. Tepat: bagian jawaban yang terbukti keluar sampai batas waktunya; yang belum tercatat keluar tidak dihitung. Indeks kepuasan menurut PermenPANRB 14/2017, 25–100." }
    }
}

fn decimal(value: f64) -> String {
    format!("{value:.2}").replace('.', ",")
}

const COLUMNS: [&str; 12] = [
    "Kode kantor",
    "Kantor",
    "Tahun",
    "Didaftarkan",
    "Dijawab",
    "Tepat waktu",
    "Terlambat",
    "Menurut tanggal kemudian",
    "Belum tercatat keluar",
    "Keberatan",
    "Jawaban survei",
    "Indeks kepuasan",
];

fn tabled(all: &AllFigures, name: impl Fn(&str) -> String) -> Vec<Vec<String>> {
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    rows.extend(all.iter().map(|((code, year), figures)| {
        let counts = [
            figures.registered,
            figures.answered,
            figures.in_time,
            figures.late(),
            figures.dated,
            figures.unsent,
            figures.objections,
        ];
        let mut row = vec![code.to_string(), name(code), year.to_string()];
        row.extend(counts.map(|count| count.to_string()));
        row.push(figures.surveys.len().to_string());
        row.push(figures.index().map(decimal).unwrap_or_default());
        row
    }));
    rows
}

fn as_json(all: &AllFigures, name: impl Fn(&str) -> String) -> Response {
    let line = |((code, year), figures): (&(OfficeCode, i32), &YearFigures)| -> Value {
        json!({
            "code": code.as_str(), "office": name(code), "year": year, "registered": figures.registered, "answered": figures.answered,
            "in_time": figures.in_time, "late": figures.late(), "in_time_as_dated": figures.dated, "not_known_sent": figures.unsent,
            "objections": figures.objections, "survey_responses": figures.surveys.len(), "satisfaction_index": figures.index(),
        })
    };
    let told = Value::from(all.iter().map(line).collect::<Vec<_>>());
    shared_with_all(([(header::CONTENT_TYPE, "application/json")], told.to_string()).into_response())
}

/// One office in all years that are told; none where there is no such office.
async fn of_office(shared: &Shared, code: &str) -> Result<Option<(PublicOffice, AllFigures)>, Unable> {
    let Some(office) = PublicOffice::read(shared, code).await? else { return Ok(None) };
    let years = last_years(now(shared).civil.year());
    let all = figures(shared, std::slice::from_ref(&office.code), &years).await?;
    Ok(Some((office, all)))
}

/// All offices in all years that are told, with their names.
async fn everything(shared: &Shared) -> Result<(AllFigures, PublicOffices), Unable> {
    let offices = PublicOffices::read(shared).await?;
    let codes: Vec<OfficeCode> = offices.each().map(|(code, _)| code.clone()).collect();
    Ok((figures(shared, &codes, &last_years(now(shared).civil.year())).await?, offices))
}

/// All offices as a file.
pub(crate) async fn csv_of_all(State(shared): State<Arc<Shared>>) -> Result<Response, Unable> {
    let (all, offices) = everything(&shared).await?;
    csv::file("angka-layanan.csv", &tabled(&all, |code| offices.name(code).unwrap_or(code).to_owned()))
}

/// All offices as data.
pub(crate) async fn json_of_all(State(shared): State<Arc<Shared>>) -> Result<Response, Unable> {
    let (all, offices) = everything(&shared).await?;
    Ok(as_json(&all, |code| offices.name(code).unwrap_or(code).to_owned()))
}

/// One office as a file.
pub(crate) async fn csv_of_office(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Path(code): Path<String>,
) -> Result<Response, Unable> {
    let Some((office, all)) = of_office(&shared, &code).await? else { return Ok(missing(&door)) };
    csv::file(&format!("angka-layanan-{}.csv", office.code), &tabled(&all, |_| office.name.clone()))
}

/// One office as data.
pub(crate) async fn json_of_office(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Path(code): Path<String>,
) -> Result<Response, Unable> {
    let Some((office, all)) = of_office(&shared, &code).await? else { return Ok(missing(&door)) };
    Ok(as_json(&all, |_| office.name.clone()))
}

/// How an office answers this year, as a picture for its own site.
pub(crate) async fn badge(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Path(code): Path<String>,
) -> Result<Response, Unable> {
    let Some(office) = PublicOffice::read(&shared, &code).await? else { return Ok(missing(&door)) };
    let year = now(&shared).civil.year();
    let all = figures(&shared, std::slice::from_ref(&office.code), &[year]).await?;
    let share = all.values().next().and_then(YearFigures::share);
    let said = share.map_or_else(|| format!("belum ada angka {year}"), |percent| format!("{percent}% tepat waktu {year}"));
    let told = format!("Informasi publik: {said}");
    let drawn = html! {
        svg xmlns="http://www.w3.org/2000/svg" width="264" height="28" viewBox="0 0 264 28" role="img" aria-label=(told) {
            rect width="264" height="28" rx="4" fill="#0c5c6d" {}
            text x="132" y="19" fill="#ffffff" font-family="sans-serif" font-size="13" text-anchor="middle" { (told) }
        }
    };
    Ok(shared_with_all(([(header::CONTENT_TYPE, "image/svg+xml")], drawn.into_string()).into_response()))
}
