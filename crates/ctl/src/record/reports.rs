//! What the office tells of its service: the survey in November, and in March the report of the year before.

use loket_desk::views::{ListKind, SubjectKind, SubjectRef};
use serde_json::json;

use super::counter::RecordedCounter;
use super::office::{both, form};
use crate::account::TaskError;

/// Two citizens say how they were served.
pub(super) fn surveyed(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    counter.at("2026-11-16", "10:00")?;
    let survey = SubjectRef::new(SubjectKind::Survey, "");
    for (day, mark) in [("2026-11-09", "3"), ("2026-11-16", "4")] {
        let marks: serde_json::Map<_, _> = (1..=9).filter(|at| *at != 4).map(|at| (format!("u{at}"), json!(mark))).collect();
        counter.act(&survey, "survey", both(json!({"on": day}), &marks.into()))?;
    }
    Ok(())
}

/// The report of 2026, and its page.
pub(super) fn report(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    counter.at("2027-03-16", "09:00")?;
    counter.see("today", "new_year", json!({}), |desk, now| desk.today_view(now))?;
    let text = "Layanan informasi dilaksanakan menurut UU 14/2008.";
    let boxes = json!({
        "year": 2026, "letter_number": "000.8.3/88/KEC-TBS/2027", "policy": text, "facilities": "Satu meja layanan.",
        "staff": "Dua orang.", "budget": "Rp12.000.000,00.", "obstacles_outside": "Jaringan sering putus.",
        "obstacles_inside": "Arsip tersebar.", "recommendations": "Arsip dijadikan satu."
    });
    let done = counter.act(&SubjectRef::new(SubjectKind::Report, ""), "report", boxes)?;
    let report = done.subject.ok_or_else(|| TaskError::Unexpected(done.said))?;
    counter.book.name("report", &report.id)?;
    counter.see("record", "report", json!({"subject": report}), |desk, now| desk.record(&report, now))?;
    super::places::page(counter, "reports/frozen", ListKind::Reports, None)?;
    // Somebody is called away from a form.
    let begun = form("2027-03-16", "Sukimin", "Salinan laporan layanan informasi tahun 2026");
    Ok(counter.with(|desk, now| desk.keep_draft("request", &begun, now))?)
}
