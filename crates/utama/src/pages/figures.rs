//! Counts, and how they look.

use chrono::{Months, NaiveDate};
use maud::{Markup, html};

use super::kit::chart::bar;
use super::kit::words::{Now, Urgency, counting, time_left};
use crate::oversight::Tally;
use crate::store::OfficeOverview;

/// How many requests of an office, or of all of them, stand how.
#[derive(Default, Clone, Copy)]
pub(super) struct Counts {
    pub(super) open: u64,
    pub(super) near: u64,
    pub(super) overdue: u64,
    pub(super) decided: u64,
    /// Answered within the period.
    pub(super) answered: u64,
    /// Of these, those with a known deadline, and those answered by then.
    pub(super) measured: u64,
    pub(super) in_time: u64,
    /// Of those measured, those in time by a date that was entered later; of those answered, those not known to have left.
    pub(super) dated: u64,
    pub(super) unsent: u64,
}

impl Counts {
    /// How an office stands now.
    pub(super) fn of(office: &OfficeOverview, now: &Now<'_>) -> Self {
        let mut counts = Self { open: office.open.len() as u64, decided: office.decided, ..Self::default() };
        let counting = counting(office, now);
        for row in &office.open {
            match time_left(row, counting.as_ref(), now).0 {
                Urgency::Near => counts.near += 1,
                Urgency::Overdue => counts.overdue += 1,
                Urgency::Calm | Urgency::Done | Urgency::Quiet => {}
            }
        }
        counts
    }

    /// And what it answered in these months.
    pub(super) fn with<'a>(mut self, tallies: impl IntoIterator<Item = &'a Tally>) -> Self {
        for tally in tallies {
            self.answered += tally.answered;
            self.measured += tally.measured;
            self.in_time += tally.in_time;
            self.dated += tally.dated;
            self.unsent += tally.unsent;
        }
        self
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self {
            open: self.open + other.open,
            near: self.near + other.near,
            overdue: self.overdue + other.overdue,
            decided: self.decided + other.decided,
            answered: self.answered + other.answered,
            measured: self.measured + other.measured,
            in_time: self.in_time + other.in_time,
            dated: self.dated + other.dated,
            unsent: self.unsent + other.unsent,
        }
    }

    /// Whole percent answered in time, rounded down so that 100 means all; none before anything was answered.
    pub(super) fn share(&self) -> Option<u64> {
        self.in_time.saturating_mul(100).checked_div(self.measured)
    }
}

/// The share as a cell says it.
pub(super) fn share(counts: &Counts) -> Markup {
    html! {
        @match counts.share() {
            Some(percent) => {
                span { (percent) "%" }
                (bar(&[("good", counts.in_time)], counts.measured))
            }
            None => span.quiet { "–" },
        }
    }
}

/// The counts as large figures. What stands now leads to its list, `list` makes the address; what was answered is of the period.
pub(super) fn figures(counts: &Counts, period: &str, list: impl Fn(&str) -> String) -> Markup {
    let overdue = if counts.overdue > 0 { "figure overdue" } else { "figure" };
    let near = if counts.near > 0 { "figure near" } else { "figure" };
    html! {
        dl.figures {
            div.figure { dt { "Belum diputus" } dd { a href=(list("terbuka")) { (counts.open) } } }
            div class=(near) { dt { "Segera jatuh tempo" } dd { a href=(list("segera")) { (counts.near) } } }
            div class=(overdue) { dt { "Terlambat" } dd { a href=(list("terlambat")) { (counts.overdue) } } }
            div.figure { dt { "Dijawab" @if !period.is_empty() { ", " (period) } } dd { (counts.answered) } }
            div.figure {
                dt { "Dijawab tepat waktu" @if !period.is_empty() { ", " (period) } }
                dd {
                    @match counts.share() {
                        Some(percent) => { (percent) "%" },
                        None => "–",
                    }
                    @if counts.measured > 0 { span.of { (counts.in_time) " dari " (counts.measured) } }
                    @if counts.dated > 0 { span.of { (counts.dated) " menurut tanggal yang dicatat kemudian" } }
                    @if counts.unsent > 0 { span.of { (counts.unsent) " belum tercatat keluar" } }
                }
            }
        }
    }
}

/// These months, latest first, with those between in which nothing happened: at most so many.
fn without_gaps(known: Vec<Tally>, most: usize) -> Vec<Tally> {
    let first = |month: &str| format!("{month}-01").parse::<NaiveDate>().ok();
    let (Some(latest), Some(earliest)) = (known.first().cloned(), known.last().map(|month| month.month.clone())) else {
        return known;
    };
    // A desk may claim any date; what is no month stands as it came.
    let Some(mut day) = first(&latest.month) else { return known.into_iter().take(most).collect() };
    let mut months = Vec::new();
    while months.len() < most {
        let month = day.format("%Y-%m").to_string();
        let quiet = || Tally {
            month: month.clone(),
            registered: 0,
            answered: 0,
            measured: 0,
            in_time: 0,
            dated: 0,
            unsent: 0,
            ..latest.clone()
        };
        months.push(known.iter().find(|tally| tally.month == month).cloned().unwrap_or_else(quiet));
        match day.checked_sub_months(Months::new(1)) {
            Some(before) if month > earliest => day = before,
            _ => break,
        }
    }
    months
}

/// Registered and answered, month by month, latest first: a table whose rows carry their bars.
pub(super) fn months(tallies: &[Tally]) -> Markup {
    const SHOWN: usize = 12;
    let mut months: Vec<Tally> = Vec::new();
    for tally in tallies {
        match months.iter_mut().find(|month| month.month == tally.month) {
            Some(month) => {
                month.registered += tally.registered;
                month.answered += tally.answered;
                month.measured += tally.measured;
                month.in_time += tally.in_time;
                month.dated += tally.dated;
                month.unsent += tally.unsent;
            }
            None => months.push(tally.clone()),
        }
    }
    months.sort_by(|a, b| b.month.cmp(&a.month));
    let months = without_gaps(months, SHOWN);
    let most = months.iter().map(|month| month.registered.max(month.answered)).max().unwrap_or(0);
    html! {
        @if !months.is_empty() {
            section.sheet.chart {
                h2 { "Per bulan" }
                table.months role="table" {
                    caption.quiet {
                        span.key.soft {} " didaftarkan " span.key.good {} " dijawab tepat waktu " span.key.late {} " dijawab terlambat " span.key.other {} " lainnya"
                    }
                    thead role="rowgroup" { tr role="row" {
                        th role="columnheader" scope="col" { "Bulan" }
                        th role="columnheader" scope="col" { "Jumlah" }
                    } }
                    tbody role="rowgroup" {
                        @for month in &months {
                            @let late = month.measured.saturating_sub(month.in_time + month.dated);
                            @let other = month.answered.saturating_sub(month.in_time + late);
                            tr role="row" {
                                th role="rowheader" scope="row" { (super::kit::choice::month_label(&month.month)) }
                                td role="cell" {
                                    (bar(&[("soft", month.registered)], most))
                                    (bar(&[("good", month.in_time), ("late", late), ("other", other)], most))
                                    span.quiet {
                                        (month.registered) " didaftarkan, " (month.answered) " dijawab"
                                        @if late > 0 { ", " (late) " terlambat" }
                                        @if month.unsent > 0 { ", " (month.unsent) " belum tercatat keluar" }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_in_which_nothing_happened_stands_between_those_in_which_something_did() {
        let month = |month: &str| Tally {
            office: "12.18.02".into(),
            month: month.into(),
            registered: 3,
            answered: 0,
            measured: 0,
            in_time: 0,
            dated: 0,
            unsent: 0,
        };
        let told = |known: &[&str], most| -> Vec<(String, u64)> {
            let months = without_gaps(known.iter().map(|known| month(known)).collect(), most);
            months.into_iter().map(|month| (month.month, month.registered)).collect()
        };
        let expected = [("2027-01", 3), ("2026-12", 0), ("2026-11", 3)].map(|(month, count)| (month.to_owned(), count));
        assert_eq!(told(&["2027-01", "2026-11"], 12), expected);
        assert_eq!(told(&["2027-01", "2026-11"], 2), expected[..2]);
        assert_eq!(told(&["9999-12", "2026-11"], 12).len(), 12);
        assert!(told(&[], 12).is_empty());
    }
}
