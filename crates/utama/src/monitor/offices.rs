//! The list of offices.

use maud::{Markup, html};

use super::page::page;
use super::words::{Now, Tone, full, moment, time_left};
use crate::office::office_name;
use crate::store::OfficeOverview;

/// How many requests of an office, or of all of them, stand how.
#[derive(Default, Clone, Copy)]
pub(super) struct Counts {
    pub(super) open: u64,
    pub(super) near: u64,
    pub(super) overdue: u64,
    pub(super) decided: u64,
}

impl Counts {
    pub(super) fn of(office: &OfficeOverview, now: &Now<'_>) -> Self {
        let mut counts = Self { open: office.open.len() as u64, decided: office.decided, ..Self::default() };
        for row in &office.open {
            match time_left(row, office.profile.as_ref(), now).0 {
                Tone::Near => counts.near += 1,
                Tone::Overdue => counts.overdue += 1,
                Tone::Calm | Tone::Quiet => {}
            }
        }
        counts
    }

    fn and(self, other: Self) -> Self {
        Self {
            open: self.open + other.open,
            near: self.near + other.near,
            overdue: self.overdue + other.overdue,
            decided: self.decided + other.decided,
        }
    }
}

pub(super) fn list_page(offices: &[OfficeOverview], now: &Now<'_>) -> Markup {
    page(
        "Daftar kantor",
        html! {
            h1 { "Daftar kantor" }
            p.quiet { "Keadaan " (full(now.civil)) }
            @if offices.is_empty() { (nobody()) } @else { (list(offices, now)) }
        },
    )
}

fn nobody() -> Markup {
    html! {
        section.sheet {
            h2 { "Belum ada kantor yang terdaftar" }
            p { "Halaman ini memperlihatkan permohonan setiap kantor camat dan batas waktunya, begitu mejanya pertama kali tersinkron. Untuk mendaftarkan sebuah meja:" }
            ol {
                li { "Di server ini, buat kode sekali pakai:" pre { code { "loket-utama enrol --office Perbaungan --desk A" } } }
                li { "Sampaikan kode itu kepada petugas meja. Kode hanya berlaku untuk kantor dan meja tersebut." }
                li { "Di Loket PPID, petugas membuka Pengaturan, bagian sinkronisasi, lalu mengisi alamat server ini dan kodenya." }
            }
        }
    }
}

fn list(offices: &[OfficeOverview], now: &Now<'_>) -> Markup {
    let counted: Vec<_> = offices.iter().map(|office| (office, Counts::of(office, now))).collect();
    let total = counted.iter().fold(Counts::default(), |total, (_, counts)| total.and(*counts));
    html! {
        (figures(&total))
        table role="table" {
            thead role="rowgroup" { tr role="row" {
                th role="columnheader" scope="col" { "Kantor" }
                th role="columnheader" scope="col" { "Meja dan kontak terakhir" }
                th.number role="columnheader" scope="col" { "Belum diputus" }
                th.number role="columnheader" scope="col" { "Mendekati batas" }
                th.number role="columnheader" scope="col" { "Lewat batas" }
                th.number role="columnheader" scope="col" { "Sudah diputus" }
            } }
            tbody role="rowgroup" {
                @for (office, counts) in &counted { (row(office, counts, now)) }
            }
        }
    }
}

fn row(office: &OfficeOverview, counts: &Counts, now: &Now<'_>) -> Markup {
    html! {
        tr.counts role="row" {
            th role="rowheader" scope="row" {
                a href={ "/kantor/" (office.code) } { (office_name(&office.code, office.profile.as_ref())) }
                span.quiet { " " (office.code) }
                (review(office.misfits))
            }
            td.contact role="cell" { (desks(office, now)) }
            (number("Belum diputus", counts.open, Tone::Calm))
            (number("Mendekati batas", counts.near, Tone::Near))
            (number("Lewat batas", counts.overdue, Tone::Overdue))
            (number("Sudah diputus", counts.decided, Tone::Quiet))
        }
    }
}

fn number(label: &str, count: u64, tone: Tone) -> Markup {
    let marked = matches!(tone, Tone::Near | Tone::Overdue) && count > 0;
    html! {
        td.number role="cell" data-label=(label) {
            @if marked { span class={ "tone " (tone.class()) } { (count) } } @else { (count) }
        }
    }
}

/// The desks of an office and when each was last heard.
pub(super) fn desks(office: &OfficeOverview, now: &Now<'_>) -> Markup {
    html! {
        ul.plain {
            @for desk in &office.desks {
                li {
                    "Meja " (desk.desk) ": "
                    @match desk.last_contact {
                        Some(millis) => (moment(millis, now)),
                        None => span.quiet { "belum pernah" },
                    }
                }
            }
        }
    }
}

/// What waits for a person, when something does.
pub(super) fn review(misfits: u64) -> Markup {
    html! { @if misfits > 0 { " " span.tone.near { (misfits) " perlu ditinjau" } } }
}

/// The four counts as large figures.
pub(super) fn figures(counts: &Counts) -> Markup {
    let overdue = if counts.overdue > 0 { "figure overdue" } else { "figure" };
    let near = if counts.near > 0 { "figure near" } else { "figure" };
    html! {
        dl.figures {
            div.figure { dt { "Belum diputus" } dd { (counts.open) } }
            div class=(near) { dt { "Mendekati batas" } dd { (counts.near) } }
            div class=(overdue) { dt { "Lewat batas" } dd { (counts.overdue) } }
            div.figure { dt { "Sudah diputus" } dd { (counts.decided) } }
        }
    }
}
