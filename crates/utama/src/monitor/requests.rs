//! The requests of one office: numbers, dates and stages. Who asked, and for what, is not shown here.

use chrono::NaiveDate;
use loket_domain::indonesian::{date, weekday_date};
use loket_domain::request::Stage;
use maud::{Markup, html};

use super::offices::{Counts, desks, figures, review};
use super::page::page;
use super::words::{Now, Tone, full, time_left};
use crate::office::office_name;
use crate::projection::RequestRow;
use crate::store::OfficeOverview;

pub(super) fn list_page(office: &OfficeOverview, rows: &[RequestRow], number: u32, pages: u32, now: &Now<'_>) -> Markup {
    let name = office_name(&office.code, office.profile.as_ref());
    page(
        &name,
        html! {
            p { a href="/" { "← Daftar kantor" } }
            h1 { (name) (review(office.misfits)) }
            p.quiet { "Kode " (office.code) " · keadaan " (full(now.civil)) }
            (desks(office, now))
            @if office.misfits > 0 {
                p { "Catatan yang perlu ditinjau tersimpan, tetapi tidak cocok dengan catatan lain, misalnya dua meja memutus permohonan yang sama. Hubungi kantornya." }
            }
            (figures(&Counts::of(office, now)))
            @if rows.is_empty() {
                section.sheet { p { "Belum ada permohonan di halaman ini." } }
            } @else {
                (table(office, rows, now))
            }
            (pager(&office.code, number, pages))
        },
    )
}

fn table(office: &OfficeOverview, rows: &[RequestRow], now: &Now<'_>) -> Markup {
    html! {
        table role="table" {
            thead role="rowgroup" { tr role="row" {
                th role="columnheader" scope="col" { "Nomor pendaftaran" }
                th.date role="columnheader" scope="col" { "Diterima" }
                th role="columnheader" scope="col" { "Tahap" }
                th.date role="columnheader" scope="col" { "Batas aman" }
                th.date role="columnheader" scope="col" { "Batas resmi" }
                th role="columnheader" scope="col" { "Sisa waktu atau putusan" }
            } }
            tbody role="rowgroup" { @for request in rows { (row(office, request, now)) } }
        }
        p.quiet {
            "Batas aman dihitung sejak permohonan diterima dengan cuti bersama sebagai hari kerja; batas resmi mengikuti pengaturan kantor. Sisa waktu mengikuti yang lebih awal."
        }
    }
}

fn row(office: &OfficeOverview, request: &RequestRow, now: &Now<'_>) -> Markup {
    html! {
        tr role="row" {
            th role="rowheader" scope="row" { (request.number) }
            td.date role="cell" data-label="Diterima" { (date(request.received_on)) }
            td role="cell" data-label="Tahap" { (request.stage.label()) }
            td.date role="cell" data-label="Batas aman" { (deadline(request.safe_due, "belum dapat dihitung")) }
            td.date role="cell" data-label="Batas resmi" { (deadline(request.official_due, waits_for(request))) }
            td role="cell" data-label=(if request.decided_on.is_some() { "Diputus" } else { "Sisa waktu" }) {
                (left(office, request, now))
            }
        }
    }
}

fn deadline(due: Option<NaiveDate>, otherwise: &str) -> Markup {
    html! {
        @match due {
            Some(due) => (weekday_date(due)),
            None => span.quiet { (otherwise) },
        }
    }
}

fn waits_for(request: &RequestRow) -> &'static str {
    if request.stage == Stage::Registered { "menunggu kelengkapan" } else { "belum dapat dihitung" }
}

fn left(office: &OfficeOverview, request: &RequestRow, now: &Now<'_>) -> Markup {
    match request.decided_on {
        Some(decided) => {
            let late = request.due.is_some_and(|due| decided > due);
            html! {
                "diputus " (date(decided))
                @if late { " " span.quiet { "(setelah batas)" } }
            }
        }
        None => {
            let (tone, words) = time_left(request, office.profile.as_ref(), now);
            let class = if tone == Tone::Quiet { "quiet".to_owned() } else { format!("tone {}", tone.class()) };
            html! { span class=(class) { (words) } }
        }
    }
}

fn pager(code: &str, number: u32, pages: u32) -> Markup {
    html! {
        @if pages > 1 {
            nav aria-label="Halaman" {
                @if number > 1 { a href={ "/kantor/" (code) "?hal=" (number - 1) } { "← Sebelumnya" } }
                span { "Halaman " (number) " dari " (pages) }
                @if number < pages { a href={ "/kantor/" (code) "?hal=" (number + 1) } { "Berikutnya →" } }
            }
        }
    }
}
