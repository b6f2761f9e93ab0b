//! The yearly report and the satisfaction survey.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::form;
use crate::forms::form::{choice, date, long_text, number, read, section, text};
use crate::forms::step::{done, unknown};
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::kernel::random::new_uuid;
use crate::store::matters;
use crate::store::requests;
use crate::views::Choice;
use crate::views::action::{ActionForm, Done, Filled};
use crate::views::paper::PaperRef;
use crate::views::subject::SubjectKind;
use chrono::{Datelike, NaiveDate};
use loket_domain::authority::Duty;
use loket_domain::change::{Change, ReportChange, SurveyChange};
use loket_domain::objection::Objection;
use loket_domain::paper::PaperKind;
use loket_domain::report::{AnnualReport, Figures, ReportInput};
use loket_domain::survey::{Element, Index, SurveyInput, SurveyResponse};
use rusqlite::Connection;

/// The answers of the survey, as the guideline words them in general.
fn marks() -> Vec<Choice> {
    let mark = |(code, label): (&str, &str)| Choice { code: code.into(), label: label.into() };
    [("1", "1 Tidak baik"), ("2", "2 Kurang baik"), ("3", "3 Baik"), ("4", "4 Sangat baik")].map(mark).to_vec()
}

fn chosen<const N: usize>(labels: [&str; N]) -> Vec<Choice> {
    labels.map(|label| Choice { code: label.into(), label: label.into() }).to_vec()
}

pub(crate) fn report_form_of(context: &Context<'_>, action: &str, moment: Moment) -> Result<ActionForm, DeskError> {
    let today = moment.local.date();
    match action {
        "report" => {
            let year = u32::try_from(today.year() - 1).unwrap_or_default();
            let sections = vec![
                section("Tahun", vec![number("year", "Tahun laporan", year).needed()]),
                form::letter(context, PaperKind::AnnualReport, moment),
                section(
                    "Isi laporan",
                    vec![
                        long_text("policy", "Gambaran umum kebijakan", "").needed(),
                        long_text("facilities", "Sarana dan prasarana", "").needed(),
                        long_text("staff", "Sumber daya manusia", "").needed(),
                        long_text("budget", "Anggaran dan realisasi", "").needed(),
                        long_text("obstacles_outside", "Kendala eksternal", "").needed(),
                        long_text("obstacles_inside", "Kendala internal", "").needed(),
                        long_text("recommendations", "Rekomendasi dan rencana tindak lanjut", "").needed(),
                    ],
                ),
            ];
            let form = ActionForm::new("Laporan layanan informasi publik", "Bekukan angka dan simpan", sections);
            Ok(form
                .intro("Angka diambil dari register saat disimpan dan tidak berubah lagi. Batasnya 31 Maret tahun berikutnya."))
        }
        "survey" => {
            let elements = Element::ALL.iter().map(|element| {
                let label = format!("{} {}", element.code().to_uppercase(), element.label());
                choice(element.code(), &label, marks(), "")
            });
            let who = vec![
                date("on", "Tanggal", today).needed(),
                choice("gender", "Jenis kelamin", chosen(["Laki-laki", "Perempuan"]), ""),
                choice("education", "Pendidikan", chosen(["SD", "SMP", "SMA", "Diploma", "S1", "S2 ke atas"]), ""),
                text("occupation", "Pekerjaan", ""),
            ];
            let sections = vec![section("Responden (tanpa nama)", who), section("Jawaban", elements.collect())];
            Ok(ActionForm::new("Survei kepuasan masyarakat", "Simpan jawaban", sections))
        }
        _ => unknown(),
    }
}

pub(crate) fn act_on_report(journal: &mut Journal, action: &str, form: &Filled, moment: Moment) -> Result<Done, DeskError> {
    let id = new_uuid(&mut journal.dice, moment)?;
    match action {
        "report" => {
            let input: ReportInput = read(form)?;
            let figures = year_figures(journal.tables(), &journal.context(), input.year)?;
            let satisfaction = satisfaction(journal.tables(), input.year)?;
            journal.write_matter::<AnnualReport>(id, Duty::Report, moment, |_, _, today, _| {
                let report = input.check(figures, satisfaction, today)?;
                Ok(Change::Report(ReportChange::ReportFrozen { report: Box::new(report) }))
            })?;
            let done = done(SubjectKind::Report, id, "Laporan dibekukan dan disimpan.");
            Ok(done.with(PaperRef::Report { id: id.to_string() }))
        }
        "survey" => {
            let input: SurveyInput = read(form)?;
            journal.write_matter::<SurveyResponse>(id, Duty::Report, moment, |_, _, today, _| {
                Ok(Change::Survey(SurveyChange::SurveyAnswered { response: input.check(today.date)? }))
            })?;
            Ok(Done { subject: None, paper: None, said: "Jawaban survei disimpan.".to_owned() })
        }
        _ => unknown(),
    }
}

/// The figures of a calendar year, computed from the register now.
pub(crate) fn year_figures(tables: &Connection, context: &Context<'_>, year: i32) -> Result<Figures, DeskError> {
    let (from, to) = (format!("{year:04}-01-01"), format!("{year:04}-12-31"));
    let requests = requests::registered_between(tables, &from, &to)?;
    let objections = matters::between::<Objection>(tables, &from, &to)?;
    let requests = requests.iter().map(|listed| &listed.request);
    let objections = objections.iter().map(|found| &found.state);
    Ok(Figures::of(requests, objections, &context.office.profile, context.calendar))
}

/// Responses, index times 100 and grade of a year's survey.
pub(crate) fn satisfaction(tables: &Connection, year: i32) -> Result<Option<(u32, u32, loket_domain::survey::Grade)>, DeskError> {
    Ok(survey_index(tables, year)?.map(|index| {
        // The index lies between 25.00 and 100.00.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let hundredfold = (index.value * 100.0).round() as u32;
        (u32::try_from(index.responses).unwrap_or(u32::MAX), hundredfold, index.grade)
    }))
}

/// The index of a year's survey.
pub(crate) fn survey_index(tables: &Connection, year: i32) -> Result<Option<Index>, DeskError> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    let (from, to) = (first.to_string(), format!("{year:04}-12-31"));
    let responses = matters::between::<SurveyResponse>(tables, &from, &to)?;
    let responses: Vec<SurveyResponse> = responses.into_iter().map(|found| found.state).collect();
    Ok(Index::of(&responses))
}
