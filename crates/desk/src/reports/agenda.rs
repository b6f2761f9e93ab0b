//! *Buku agenda*: every letter of the office that is here, in force or not, and the number that would follow.

use crate::error::DeskError;
use crate::reports::period::Period;
use crate::store::matters;
use crate::store::requests;
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::short::first_words;
use chrono::{Datelike, NaiveDate};
use loket_domain::agenda::{Numbered, following};
use loket_domain::indonesian::date as words;
use loket_domain::objection::Objection;
use loket_domain::paper::PaperKind;
use loket_domain::report::FiledReport;
use loket_domain::request::{ANSWERS, CancelledContent, Outcome, Request, Sending};
use rusqlite::Connection;

/// The columns of the agenda book after the running number.
pub(crate) const AGENDA_COLUMNS: [&str; 8] = ["No.", "Nomor surat", "Tanggal", "Surat", "Hal", "Kepada", "Dikirim", "Keterangan"];

/// One letter as a line of the book.
pub(crate) struct AgendaLine {
    pub(crate) subject: SubjectRef,
    /// As it was typed; empty while it is to follow.
    pub(crate) number: String,
    pub(crate) on: NaiveDate,
    paper: PaperKind,
    about: String,
    to: String,
    sent: String,
    note: String,
}

impl AgendaLine {
    /// The cells, the running number first.
    pub(crate) fn cells(&self, running: usize) -> Vec<String> {
        vec![
            running.to_string(),
            self.number.clone(),
            self.on.format("%d/%m/%Y").to_string(),
            self.paper.label().to_owned(),
            self.about.clone(),
            self.to.clone(),
            self.sent.clone(),
            self.note.clone(),
        ]
    }
}

/// The letters dated in a period, both days part of it, in the order of their dates and numbers.
pub(crate) fn lines(tables: &Connection, period: &Period) -> Result<Vec<AgendaLine>, DeskError> {
    let mut lines = Vec::new();
    for found in requests::with_letters(tables, &period.from.to_string(), &period.to.to_string())? {
        lines.extend(of_request(&SubjectRef::new(SubjectKind::Request, found.id), &found.request));
    }
    for found in matters::all::<Objection>(tables)? {
        lines.extend(of_objection(&SubjectRef::new(SubjectKind::Objection, found.id), &found.state));
    }
    for found in matters::all::<FiledReport>(tables)? {
        lines.push(of_report(&SubjectRef::new(SubjectKind::Report, found.id), &found.state));
    }
    lines.retain(|line| (period.from..=period.to).contains(&line.on));
    lines.sort_by(|one, other| (one.on, in_count(&one.number)).cmp(&(other.on, in_count(&other.number))));
    Ok(lines)
}

/// A number by which 2 comes before 10: its runs of digits count as numbers, each after the words before it.
fn in_count(number: &str) -> Vec<(&str, u64)> {
    let is_digit = |sign: char| sign.is_ascii_digit();
    let mut rest = number;
    let mut runs = Vec::new();
    while !rest.is_empty() {
        let word = rest.find(is_digit).unwrap_or(rest.len());
        let digits = rest[word..].find(|sign| !is_digit(sign)).map_or(rest.len(), |end| word + end);
        runs.push((&rest[..word], rest[word..digits].parse().unwrap_or_default()));
        rest = &rest[digits..];
    }
    runs
}

/// What the book would write next, as a sentence; none where no pattern can be read from the letters of this year.
pub(crate) fn next_number(tables: &Connection, today: NaiveDate) -> Result<Option<String>, DeskError> {
    let begin = NaiveDate::from_ymd_opt(today.year(), 1, 1).unwrap_or(today);
    let of_year = lines(tables, &Period { from: begin, to: today })?;
    let numbers: Vec<Numbered<'_>> = of_year.iter().map(|line| (line.number.as_str(), line.on)).collect();
    Ok(following(&numbers, today).map(|following| {
        format!(
            "Nomor terakhir di sini {}; menurut polanya berikutnya {}. Cocokkan dahulu dengan buku agenda kantor: surat bagian lain tidak \
             tercatat di sini.",
            following.last, following.next
        )
    }))
}

fn of_request(subject: &SubjectRef, request: &Request) -> Vec<AgendaLine> {
    // Whoever acts is written to, as on the letter.
    let applicant = &request.applicant();
    let about = format!("Permohonan {}: {}", request.number.text, first_words(&request.registration.information));
    let line = |paper: PaperKind, number: &str, on: NaiveDate, sent: Option<String>, note: String| AgendaLine {
        subject: subject.clone(),
        number: number.to_owned(),
        on,
        paper,
        about: about.clone(),
        to: applicant.representative.as_ref().map_or(&applicant.name, |acting| &acting.name).clone(),
        sent: sent.unwrap_or_default(),
        note,
    };
    let mut lines = Vec::new();
    for paper in request.may_be_numbered() {
        let Some((number, on)) = request.number_of(paper).zip(request.written_on(paper)) else { continue };
        let note = if number.is_empty() { "Nomor menyusul" } else { "" };
        lines.push(line(paper, number, on, Some(every_sending(request, paper)), note.to_owned()));
    }
    for cancelled in &request.cancelled {
        let Some(letter) = cancelled.content.letter() else { continue };
        let note = format!("Tidak berlaku sejak {}: {}", words(cancelled.on), cancelled.reason);
        lines.push(line(cancelled.paper, &letter.number, letter.date, cancelled.sent.as_ref().map(sending), note.clone()));
        if let CancelledContent::Answer(outcome) = &cancelled.content {
            lines
                .extend(decision_beside(outcome).map(|number| line(PaperKind::RefusalDecision, number, letter.date, None, note)));
        }
    }
    for before in &request.reopened {
        let Some(letter) = before.before.letter() else { continue };
        let refused = matches!(*before.before, Outcome::Refused(_));
        let paper = if refused { PaperKind::RefusalDecision } else { PaperKind::WrittenNotice };
        let note = format!("Dijawab lagi atas {}", before.order.by.label());
        lines.push(line(paper, &letter.number, letter.date, before.sent.as_ref().map(sending), note.clone()));
        lines.extend(
            decision_beside(&before.before).map(|number| line(PaperKind::RefusalDecision, number, letter.date, None, note)),
        );
    }
    lines.extend(request.coordination.iter().map(|forwarded| {
        let slip = &forwarded.forwarding;
        AgendaLine { to: slip.to.clone(), ..line(PaperKind::Disposition, &slip.number, slip.on, None, String::new()) }
    }));
    lines
}

/// The number of a decision that goes with a notice.
fn decision_beside(outcome: &Outcome) -> Option<&str> {
    if let Outcome::Answered(answer) = outcome { answer.decision_number.as_deref() } else { None }
}

fn of_objection(subject: &SubjectRef, objection: &Objection) -> Vec<AgendaLine> {
    let form = &objection.form;
    let received = objection.received.as_ref().map_or_else(String::new, |(on, _)| format!("diterima {}", words(*on)));
    let sent = objection.sent.as_ref().map_or(received, sending);
    let line = |letter: &loket_domain::letter::Letter, sent: String, note: String| AgendaLine {
        subject: subject.clone(),
        number: letter.number.clone(),
        on: letter.date,
        paper: PaperKind::ObjectionAnswer,
        about: format!("Keberatan {}: {}", objection.number.text, first_words(&form.information)),
        to: form.representative.as_ref().map_or(&form.applicant.name, |acting| &acting.name).clone(),
        sent,
        note,
    };
    let in_force = objection.answer.iter().map(|answer| {
        let note = if answer.letter.is_numbered() { "" } else { "Nomor menyusul" };
        line(&answer.letter, sent.clone(), note.to_owned())
    });
    let cancelled = objection.cancelled.iter().map(|gone| {
        let note = format!("Tidak berlaku sejak {}: {}", words(gone.on), gone.reason);
        line(&gone.answer.letter, gone.sent.as_ref().map_or_else(String::new, sending), note)
    });
    cancelled.chain(in_force).collect()
}

fn of_report(subject: &SubjectRef, filed: &FiledReport) -> AgendaLine {
    AgendaLine {
        subject: subject.clone(),
        number: filed.report.letter.number.clone(),
        on: filed.report.letter.date,
        paper: PaperKind::AnnualReport,
        about: format!("Laporan layanan informasi publik tahun {}", filed.report.year),
        to: "Komisi Informasi".to_owned(),
        sent: filed.sent.as_ref().map_or_else(String::new, sending),
        note: String::new(),
    }
}

/// Every time a letter left, with the day it came back in between.
fn every_sending(request: &Request, paper: PaperKind) -> String {
    let back = request.returned.iter().filter(|returned| returned.paper == paper);
    let back = back.map(|returned| format!("{}, kembali {}", sending(&returned.sending), words(returned.on)));
    let all: Vec<String> = back.chain(request.sent.get(&paper).map(sending)).collect();
    match &request.handed_over {
        // Whoever fetches the information has its letter with it.
        Some(handed) if all.is_empty() && ANSWERS.contains(&paper) => format!("{}, bersama penyerahan", words(handed.on)),
        Some(_) | None => all.join("; "),
    }
}

/// When a letter left, how, and by what that can be shown.
fn sending(sending: &Sending) -> String {
    let proof = sending.proof.as_ref().map_or_else(String::new, |proof| format!(" ({proof})"));
    format!("{}, {}{proof}", words(sending.on), sending.way.label().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::in_count;

    #[test]
    fn letters_of_one_kind_stand_together_and_are_counted_on() {
        let mut numbers = ["SK/2", "PT/10/2026", "PT/9/2026", "000.8.3/11", "000.8.3/2", ""];
        numbers.sort_by_key(|number| in_count(number));
        assert_eq!(numbers, ["", "000.8.3/2", "000.8.3/11", "PT/9/2026", "PT/10/2026", "SK/2"]);
    }
}
