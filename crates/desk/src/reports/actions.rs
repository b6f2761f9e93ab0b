//! Freezing a yearly report and noting that it was sent, and taking in an answer of the satisfaction survey.

use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Beginning, Effect, always};
use crate::forms::boxes::read;
use crate::forms::form;
use crate::forms::form::{choice, date, long_text, number, proof, section, text};
use crate::forms::noun::{Noun, no_draft};
use crate::forms::step::{done, stayed};
use crate::kernel::random::new_uuid;
use crate::reports::papers::known_report;
use crate::reports::year::measured;
use crate::store::matters;
use crate::views::Choice;
use crate::views::action::ActionForm;
use crate::views::choices;
use crate::views::paper::PaperRef;
use crate::views::subject::{SubjectKind, SubjectRef};
use chrono::Datelike;
use loket_domain::authority::Duty;
use loket_domain::change::{Change, ReportChange, SurveyChange};
use loket_domain::paper::PaperKind;
use loket_domain::problem::{Problems, Refused};
use loket_domain::report::{FiledReport, ReportInput, ReportSendingInput};
use loket_domain::request::SendingWay;
use loket_domain::survey::{Element, SurveyInput, SurveyResponse};
use std::convert::Infallible;

/// A report is frozen once.
pub(crate) const NEW_REPORT: Noun<(), Infallible, ()> = Noun::beginning(SubjectKind::Report, REPORTS);

/// An answer is taken in once, and nothing is done to it afterwards.
pub(crate) const NEW_ANSWER: Noun<(), Infallible, ()> = Noun::beginning(SubjectKind::Survey, ANSWERS);

/// What is done to a report that was frozen.
pub(crate) const REPORT: Noun<FiledReport, ReportChange> = Noun {
    kind: SubjectKind::Report,
    named: true,
    steps: &[NOTE_SENT],
    find: |tables, _, id| known_report(tables, id),
    heading: |_| None,
    about: |_| Ok(vec![]),
    main: |_, _| true,
    seldom: |_| false,
    write: |journal, id, change, moment| {
        journal.write_matter::<FiledReport>(id, Duty::Report, moment, |_, _, _, _| Ok(Change::Report(change)))
    },
    page: |id| Some(SubjectRef::new(SubjectKind::Report, id)),
    paper: |_, _| None,
    draft: no_draft,
    replaced: |_, _| None,
};

const NOTE_SENT: Action<FiledReport, ReportChange> = Action {
    code: "note_sent",
    label: "Catat pengiriman ke Komisi Informasi",
    duty: Some(Duty::Report),
    offered: |filed| filed.sent.is_none(),
    may: |filed, _| match filed.sent {
        Some(_) => Err(Refused::NotNow("Pengiriman laporan ini sudah dicatat.")),
        None => Ok(()),
    },
    confirm: |_| None,
    form: Some(|ask| {
        let fields = vec![
            date("sent_on", "Dikirim atau diserahkan pada", ask.moment.local.date()).needed(),
            choice("way", "Cara", choices!(SendingWay), "").needed(),
            proof("Bukti"),
        ];
        let form = ActionForm::new("Pengiriman laporan", "Catat", vec![section("", fields)]);
        Ok(form.intro("Salinan laporan disampaikan kepada Komisi Informasi (PERKI 1/2021 Pasal 56)."))
    }),
    effect: Effect::Command {
        command: |ask, form| {
            let input: ReportSendingInput = read(form)?;
            let sending = input.check(ask.state, &ask.context.today(ask.moment))?;
            Ok(ReportChange::ReportSent { sending })
        },
        said: "Pengiriman laporan dicatat.",
        paper: None,
    },
};

const REPORTS: &[Beginning] = &[Action {
    code: "report",
    label: "Susun laporan tahunan",
    duty: Some(Duty::Report),
    offered: |()| true,
    may: always,
    confirm: |()| None,
    form: Some(report_form),
    effect: Effect::Elsewhere(|journal, (), (), form, moment| {
        let id = new_uuid(&mut journal.dice, moment)?;
        let input: ReportInput = read(form)?;
        let frozen =
            matters::all::<FiledReport>(journal.tables())?.into_iter().any(|found| found.state.report.year == input.year);
        let mut p = Problems::default();
        p.when(frozen, "year", "Laporan tahun ini sudah dibekukan; buka dari daftar laporan.");
        p.or(Some(()))?;
        let measured = measured(journal.tables(), &journal.context(), input.year)?;
        journal.write_matter::<FiledReport>(id, Duty::Report, moment, |_, _, today, _| {
            let report = input.check(measured, today)?;
            Ok(Change::Report(ReportChange::ReportFrozen { report: Box::new(report) }))
        })?;
        let done = done(SubjectKind::Report, id, "Laporan dibekukan dan disimpan.");
        Ok(done.with(PaperRef::Report { id: id.to_string() }))
    }),
}];

const ANSWERS: &[Beginning] = &[Action {
    code: "survey",
    label: "Isi jawaban survei",
    duty: Some(Duty::Report),
    offered: |()| true,
    may: always,
    confirm: |()| None,
    form: Some(survey_form),
    effect: Effect::Elsewhere(|journal, (), (), form, moment| {
        let id = new_uuid(&mut journal.dice, moment)?;
        let input: SurveyInput = read(form)?;
        journal.write_matter::<SurveyResponse>(id, Duty::Report, moment, |_, _, today, _| {
            Ok(Change::Survey(SurveyChange::SurveyAnswered { response: input.check(today.date)? }))
        })?;
        Ok(stayed("Jawaban survei disimpan."))
    }),
}];

fn report_form(ask: &Ask<'_, (), ()>) -> Result<ActionForm, DeskError> {
    let year = u32::try_from(ask.moment.local.date().year() - 1).unwrap_or_default();
    let chapters = vec![
        long_text("policy", "Gambaran umum kebijakan", "").needed(),
        long_text("facilities", "Sarana dan prasarana", "").needed(),
        long_text("staff", "Sumber daya manusia", "").needed(),
        long_text("budget", "Anggaran dan realisasi", "").needed(),
        long_text("obstacles_outside", "Kendala eksternal", "").needed(),
        long_text("obstacles_inside", "Kendala internal", "").needed(),
        long_text("recommendations", "Rekomendasi dan rencana tindak lanjut", "").needed(),
    ];
    let of_year = section("Tahun", vec![number("year", "Tahun laporan", year).needed()]);
    let content = [of_year, section("Isi laporan", chapters)];
    let sections = form::letter(ask.context, PaperKind::AnnualReport, ask.moment, content);
    let form = ActionForm::new("Laporan layanan informasi publik", "Bekukan angka dan simpan", sections);
    Ok(form.intro("Angka diambil dari register saat disimpan dan tidak berubah lagi. Batasnya 31 Maret tahun berikutnya."))
}

fn survey_form(ask: &Ask<'_, (), ()>) -> Result<ActionForm, DeskError> {
    let elements = Element::ALL.iter().map(|element| {
        let label = format!("{} {}", element.code().to_uppercase(), element.label());
        choice(element.code(), &label, marks(), "")
    });
    let who = vec![
        date("on", "Tanggal", ask.moment.local.date()).needed(),
        choice("gender", "Jenis kelamin", chosen(["Laki-laki", "Perempuan"]), ""),
        choice("education", "Pendidikan", chosen(["SD", "SMP", "SMA", "Diploma", "S1", "S2 ke atas"]), ""),
        text("occupation", "Pekerjaan", ""),
    ];
    let sections = vec![section("Responden (tanpa nama)", who), section("Jawaban", elements.collect())];
    Ok(ActionForm::new("Survei kepuasan masyarakat", "Simpan jawaban", sections).personal())
}

/// The answers of the survey, as the guideline words them in general.
fn marks() -> Vec<Choice> {
    let mark = |(code, label): (&str, &str)| Choice { code: code.into(), label: label.into() };
    [("1", "1 Tidak baik"), ("2", "2 Kurang baik"), ("3", "3 Baik"), ("4", "4 Sangat baik")].map(mark).to_vec()
}

fn chosen<const N: usize>(labels: [&str; N]) -> Vec<Choice> {
    labels.map(|label| Choice { code: label.into(), label: label.into() }).to_vec()
}
