//! `loketctl deadline`: one count, with every day explained.

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use loket_domain::calendar::Calendar;
use loket_domain::clock::Clock;
use loket_domain::indonesian::weekday_date;
use loket_domain::working_days::{Count, Counting, DayVerdict, ExplainedDay, WorkWeek, count};
use std::path::PathBuf;

use crate::account::{TaskError, say};

#[derive(Args)]
pub(crate) struct DeadlineTask {
    /// Tanggal peristiwanya (hari ke-0), misalnya 2026-11-23.
    #[arg(long, value_name = "TANGGAL", required_unless_present = "clocks")]
    received: Option<NaiveDate>,
    /// Menyebut semua tenggat yang dikenal hukum.
    #[arg(long, exclusive = true)]
    clocks: bool,
    /// Tenggat menurut hukum, misalnya c3 untuk jawaban tertulis; daftarnya dengan --clocks. Hari ke-0 setiap tenggat disebut
    /// di sana.
    #[arg(long, value_name = "KODE", default_value = "c3", value_parser = clock)]
    clock: Clock,
    /// Panjang tenggat dalam hari kerja, sebagai ganti tenggat menurut hukum.
    #[arg(long, value_name = "HARI", conflicts_with = "clock", value_parser = clap::value_parser!(u32).range(0..=2000))]
    days: Option<u32>,
    /// Hari kerja seminggu: 5 (Senin–Jumat) atau 6 (Senin–Sabtu).
    #[arg(long, default_value = "5", value_enum)]
    week: Week,
    /// Cuti bersama dihitung libur (off) atau hari kerja (work).
    #[arg(long, default_value = "off", value_enum)]
    collective_leave: CollectiveLeave,
    /// Berkas kalender yang menggantikan semua kalender bawaan.
    #[arg(long, value_name = "BERKAS")]
    calendar: Option<PathBuf>,
    /// Hasil sebagai JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Week {
    #[value(name = "5")]
    Five,
    #[value(name = "6")]
    Six,
}

#[derive(Clone, Copy, ValueEnum)]
enum CollectiveLeave {
    Off,
    Work,
}

impl DeadlineTask {
    pub(crate) fn run(&self) -> Result<(), TaskError> {
        let Some(received) = self.received else {
            say(std::io::stdout(), &clocks());
            return Ok(());
        };
        let calendar = match &self.calendar {
            None => Calendar::shipped()?,
            Some(path) => Calendar::from_file(&std::fs::read_to_string(path).map_err(TaskError::file(path.display()))?)?,
        };
        let counting = Counting {
            week: match self.week {
                Week::Five => WorkWeek::MonFri,
                Week::Six => WorkWeek::MonSat,
            },
            collective_leave_works: matches!(self.collective_leave, CollectiveLeave::Work),
        };
        let (count, length) = match self.days {
            Some(days) => (count(&calendar, counting, received, days)?, format!("{days} hari kerja")),
            None => (self.clock.count(&calendar, counting, received)?, self.clock.label().to_owned()),
        };
        let text = if self.json { json(&count) } else { plain(&count, &length) };
        say(std::io::stdout(), &text);
        Ok(())
    }
}

/// Every clock with its code, one in a line.
fn clocks() -> String {
    Clock::ALL.iter().map(|clock| format!("{:<4} {}", clock.code(), clock.label())).collect::<Vec<_>>().join("\n")
}

/// The clock with this code.
fn clock(code: &str) -> Result<Clock, String> {
    Clock::from_code(&code.to_lowercase()).ok_or_else(|| format!("tenggat yang dikenal:\n{}", clocks()))
}

/// Number of the working day, and why a day was skipped.
fn told(day: &ExplainedDay) -> (Option<u32>, Option<&str>) {
    match &day.verdict {
        DayVerdict::DayZero => (None, Some("hari ke-0")),
        DayVerdict::Counted(n) => (Some(*n), None),
        DayVerdict::Weekend => (None, Some("akhir pekan")),
        DayVerdict::Off(_, name) => (None, Some(name)),
    }
}

fn json(count: &Count) -> String {
    let day = |day: &ExplainedDay| {
        let (n, reason) = told(day);
        serde_json::json!({"date": day.date, "counted": n, "reason": reason})
    };
    serde_json::json!({"deadline": count.deadline, "days": count.days.iter().map(day).collect::<Vec<_>>()}).to_string()
}

fn plain(count: &Count, length: &str) -> String {
    let mut lines = vec![format!("Batas waktu: {} ({length})", weekday_date(count.deadline)), String::new()];
    for day in &count.days {
        let (n, reason) = told(day);
        let mark = n.map_or_else(|| format!("  –  {}", reason.unwrap_or_default()), |n| format!("{n:>3}"));
        lines.push(format!("{:<28} {mark}", weekday_date(day.date)));
    }
    lines.join("\n")
}
