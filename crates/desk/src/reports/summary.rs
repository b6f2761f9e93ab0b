//! The short version of a yearly report (*ringkasan*): what its figures say, in a few sentences.

use crate::reports::figures::{carried_times, tenths};
use crate::words::short::in_a_sentence;
use loket_domain::report::{AnnualReport, Figures};

/// The paragraphs of the short version.
pub(crate) fn of(report: &AnnualReport) -> Vec<String> {
    let figures = &report.figures;
    let mut said = vec![asked(figures, report.year)];
    said.extend(carried(figures));
    said.extend(carried_since(figures));
    if figures.timed > 0 {
        said.push(timed(figures));
    }
    said.push(objected(figures));
    said.extend(report.satisfaction.map(|(responses, value, grade)| {
        let (whole, rest) = (value / 100, value % 100);
        format!("Survei kepuasan diisi {responses} responden, dengan indeks {whole},{rest:02} ({}).", grade.label())
    }));
    said
}

fn asked(figures: &Figures, year: i32) -> String {
    if figures.requests == 0 {
        return format!("Selama tahun {year} tidak ada permohonan informasi.");
    }
    let outcomes = listed(&[
        ("dikabulkan seluruhnya", figures.granted),
        ("dikabulkan sebagian", figures.partly_granted),
        ("ditolak", figures.refused),
        ("dijawab belum dikuasai", figures.not_held),
        ("dijawab belum didokumentasikan", figures.not_documented),
        ("ditunjukkan kepada badan publik lain", figures.held_by_other),
        ("tidak diproses", figures.not_processed),
        ("dari pemohon yang tidak berhak", figures.not_entitled),
        ("dicabut", figures.withdrawn),
        ("gugur", figures.abated),
        ("belum dijawab", figures.open),
    ]);
    format!("Selama tahun {year} didaftarkan {} permohonan informasi: {outcomes}.", figures.requests)
}

/// What the report before could not tell yet.
fn carried(figures: &Figures) -> Option<String> {
    let carried = &figures.carried;
    let cases = [
        (carried.requests, "permohonan tahun sebelumnya yang waktu itu belum selesai"),
        (carried.entered_since, "permohonan tahun sebelumnya yang baru dicatat sesudah laporannya"),
    ];
    let cases: Vec<String> = cases.iter().filter(|(count, _)| *count > 0).map(|(count, of)| format!("{count} {of}")).collect();
    if cases.is_empty() {
        return None;
    }
    let mut outcomes: Vec<String> =
        carried.ended.iter().map(|(label, count)| format!("{count} {}", in_a_sentence(label))).collect();
    outcomes.extend(Some(carried.open()).filter(|open| *open > 0).map(|open| format!("{open} masih belum selesai")));
    Some(format!("Dari {}: {}.", cases.join(" dan "), outcomes.join(", ")))
}

/// What the report before could not tell of answers that had been written, and of what lay ready.
fn carried_since(figures: &Figures) -> Option<String> {
    let times: Vec<String> =
        carried_times(&figures.carried).map(|(label, count)| format!("{} {count}", in_a_sentence(label))).collect();
    (!times.is_empty()).then(|| format!("Atas permohonan tahun sebelumnya sejak laporannya: {}.", times.join(", ")))
}

fn timed(figures: &Figures) -> String {
    let kept = listed(&[
        ("tepat waktu", figures.in_time),
        ("tepat waktu menurut tanggal yang dicatat kemudian", figures.in_time_as_dated),
        ("terlambat", figures.late),
        ("belum tercatat dikirim", figures.unsent),
    ]);
    let said = |words: &str, days: Option<u32>| days.map(|_| format!("{words} {}", tenths(days, " hari kerja")));
    let took = [said("rata-rata", figures.average_tenths()), said("median", figures.times.median_tenths())];
    let took: Vec<String> = took.into_iter().flatten().collect();
    let kept = if kept.is_empty() { kept } else { format!("Jawaban: {kept}. ") };
    format!("{kept}Waktu jawaban {}.", took.join(", "))
}

fn objected(figures: &Figures) -> String {
    if figures.objections == 0 && figures.disputes == 0 {
        return "Tidak ada keberatan dan tidak ada sengketa.".to_owned();
    }
    let outcomes = listed(&[
        ("dikabulkan", figures.overturned),
        ("menguatkan putusan PPID", figures.upheld),
        ("tidak dapat diterima", figures.inadmissible),
        ("selesai dengan musyawarah", figures.deliberated),
        ("belum ditanggapi", figures.objections_open),
    ]);
    let outcomes = if outcomes.is_empty() { outcomes } else { format!(": {outcomes}") };
    let disputes = match figures.disputes {
        0 => "tidak ada yang menjadi sengketa di Komisi Informasi".to_owned(),
        disputes => format!("{disputes} menjadi sengketa di Komisi Informasi"),
    };
    format!("Keberatan yang diterima {}{outcomes}; {disputes}.", figures.objections)
}

/// What there was any of, with its count.
fn listed(counts: &[(&str, u32)]) -> String {
    let some = counts.iter().filter(|(_, count)| *count > 0).map(|(words, count)| format!("{count} {words}"));
    some.collect::<Vec<String>>().join(", ")
}
