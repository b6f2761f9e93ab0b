//! `loketctl deadline`: one count, with every day explained.

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use loket_domain::calendar::Calendar;
use loket_domain::indonesian::weekday_date;
use loket_domain::working_days::{Count, Counting, ExplainedDay, Verdict, WorkWeek, count};
use std::path::PathBuf;

use crate::account::{TaskError, say};

#[derive(Args)]
pub(crate) struct Deadline {
    /// Tanggal peristiwanya (hari ke-0), misalnya 2026-11-23.
    #[arg(long, value_name = "TANGGAL")]
    received: NaiveDate,
    /// Panjang tenggat dalam hari kerja.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(0..=2000))]
    days: u32,
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

impl Deadline {
    pub(crate) fn run(&self) -> Result<(), TaskError> {
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
        let count = count(&calendar, counting, self.received, self.days)?;
        let text = if self.json { json(&count) } else { plain(&count, self.days) };
        say(std::io::stdout(), &text);
        Ok(())
    }
}

/// Number of the working day, and why a day was skipped.
fn told(day: &ExplainedDay) -> (Option<u32>, Option<&str>) {
    match &day.verdict {
        Verdict::DayZero => (None, Some("hari ke-0")),
        Verdict::Counted(n) => (Some(*n), None),
        Verdict::Weekend => (None, Some("akhir pekan")),
        Verdict::Off(_, name) => (None, Some(name)),
    }
}

fn json(count: &Count) -> String {
    let day = |day: &ExplainedDay| {
        let (n, reason) = told(day);
        serde_json::json!({"date": day.date, "counted": n, "reason": reason})
    };
    serde_json::json!({"deadline": count.deadline, "days": count.days.iter().map(day).collect::<Vec<_>>()}).to_string()
}

fn plain(count: &Count, length: u32) -> String {
    let mut lines = vec![format!("Batas waktu: {} ({length} hari kerja)", weekday_date(count.deadline)), String::new()];
    for day in &count.days {
        let (n, reason) = told(day);
        let mark = n.map_or_else(|| format!("  –  {}", reason.unwrap_or_default()), |n| format!("{n:>3}"));
        lines.push(format!("{:<28} {mark}", weekday_date(day.date)));
    }
    lines.join("\n")
}
