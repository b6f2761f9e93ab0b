//! What a list is narrowed to and how it is ordered: read from the address, written back into links.

use chrono::{Datelike, Months, NaiveDate};
use loket_domain::{closed_list, indonesian};
use std::collections::HashMap;

/// One of a closed list, as it stands in an address. The first of the list is what holds when nothing is said.
pub(crate) trait Choosable: Copy + 'static {
    const ALL: &'static [Self];

    fn code(self) -> &'static str;

    fn label(self) -> &'static str;

    /// The choice in the address; the first one when there is none or an unknown one.
    fn of(typed: &str) -> Self {
        Self::ALL.iter().copied().find(|choice| choice.code() == typed).unwrap_or(Self::ALL[0])
    }

    /// Code and label of every choice.
    fn options() -> impl Iterator<Item = (String, String)> {
        Self::ALL.iter().map(|choice| (choice.code().to_owned(), choice.label().to_owned()))
    }
}

/// What a list is narrowed to, and its order.
pub(crate) struct ListChoice<S, O> {
    pub(crate) standing: S,
    pub(crate) order: O,
    pub(crate) period: PeriodChoice,
}

impl<S: Choosable, O: Choosable> ListChoice<S, O> {
    pub(crate) fn of(query: &HashMap<String, String>) -> Self {
        let typed = |name: &str| query.get(name).map(String::as_str).unwrap_or_default();
        Self { standing: S::of(typed("keadaan")), order: O::of(typed("urut")), period: PeriodChoice::of(typed("periode")) }
    }

    /// The address of a page of the same choice.
    pub(crate) fn link(&self, path: &str, number: usize) -> String {
        let number = if number > 1 { number.to_string() } else { String::new() };
        let choices = [
            ("keadaan", self.standing.code().to_owned()),
            ("urut", self.order.code().to_owned()),
            ("periode", self.period.code()),
            ("hal", number),
        ];
        link(path, &choices)
    }
}

/// A closed list of the domain's kind as one that is chosen from in an address.
macro_rules! choosable {
    ($($name:ident),+ $(,)?) => { $(
        impl Choosable for $name {
            const ALL: &'static [Self] = $name::ALL;

            fn code(self) -> &'static str {
                $name::code(self)
            }

            fn label(self) -> &'static str {
                $name::label(self)
            }
        }
    )+ };
}

choosable!(ObjectionStanding, OfficeStanding, OfficeOrder, RequestStanding, RequestOrder, WorkStanding);

closed_list! {
    /// Which offices.
    pub enum OfficeStanding {
        /// All of them.
        Every = "" => "Semua kantor",
        /// Late.
        Overdue = "terlambat" => "Ada yang terlambat",
        /// Due soon.
        Near = "segera" => "Ada yang segera jatuh tempo",
        /// Not heard for long.
        Silent = "diam" => "Tanpa kontak lebih dari 7 hari",
        /// With something for a person to look at.
        Review = "tinjau" => "Ada catatan untuk ditinjau",
    }
}

closed_list! {
    /// In which order offices stand.
    pub enum OfficeOrder {
        /// By code.
        Code = "" => "Kode kantor",
        /// Late.
        Overdue = "terlambat" => "Terlambat terbanyak",
        /// Not decided.
        Open = "terbuka" => "Belum diputus terbanyak",
        /// The least in time first.
        Share = "tepat" => "Tepat waktu terendah",
        /// The longest unheard first.
        Contact = "kontak" => "Kontak paling lama",
    }
}

closed_list! {
    /// Which requests.
    pub enum RequestStanding {
        /// All of them.
        Every = "" => "Semua permohonan",
        /// Not decided.
        Open = "terbuka" => "Belum diputus",
        /// Late.
        Overdue = "terlambat" => "Terlambat",
        /// Due soon.
        Near = "segera" => "Segera jatuh tempo",
        /// Waiting for PPID Utama.
        Forwarded = "diteruskan" => "Menunggu PPID Utama",
        /// Decided.
        Decided = "diputus" => "Sudah diputus",
    }
}

closed_list! {
    /// Which requests of all offices.
    pub enum WorkStanding {
        /// Not decided.
        Open = "" => "Belum diputus",
        /// Late.
        Overdue = "terlambat" => "Terlambat",
        /// Due soon.
        Near = "segera" => "Segera jatuh tempo",
        /// Waiting for PPID Utama.
        Forwarded = "diteruskan" => "Menunggu PPID Utama",
    }
}

closed_list! {
    /// Which objections.
    pub enum ObjectionStanding {
        /// Somebody's turn it is.
        Open = "" => "Belum selesai",
        /// Late.
        Overdue = "terlambat" => "Terlambat",
        /// Due soon.
        Near = "segera" => "Segera jatuh tempo",
        /// At Komisi Informasi or a court.
        Dispute = "sengketa" => "Sengketa",
        /// Nothing need follow.
        Over = "selesai" => "Selesai",
        /// All of them.
        Every = "semua" => "Semua keberatan",
    }
}

closed_list! {
    /// In which order requests stand.
    pub enum RequestOrder {
        /// The nearest deadline first.
        Due = "" => "Batas terdekat dahulu",
        /// The latest received first.
        Received = "diterima" => "Diterima terbaru dahulu",
        /// By number.
        Number = "nomor" => "Nomor pendaftaran",
        /// Decided.
        Decided = "diputus" => "Putusan terbaru dahulu",
    }
}

/// A stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PeriodChoice {
    Always,
    Year(i32),
    /// Year and month.
    Month(i32, u32),
}

impl PeriodChoice {
    /// The period in the address: `2026`, `2026-11`, or all time.
    pub(crate) fn of(typed: &str) -> Self {
        let year = |text: &str| text.parse().ok().filter(|year| (1900..=9999).contains(year));
        match typed.split_once('-') {
            None => year(typed).map_or(Self::Always, Self::Year),
            Some((y, m)) => match (year(y), m.parse().ok().filter(|m| (1..=12).contains(m))) {
                (Some(y), Some(m)) => Self::Month(y, m),
                _ => Self::Always,
            },
        }
    }

    /// Whether this `YYYY-MM` lies within.
    pub(crate) fn holds_month(self, month: &str) -> bool {
        month.starts_with(&self.code())
    }

    /// As it stands in the address.
    pub(crate) fn code(self) -> String {
        match self {
            Self::Always => String::new(),
            Self::Year(year) => year.to_string(),
            Self::Month(year, month) => format!("{year}-{month:02}"),
        }
    }

    /// All time, the last five years, the last twelve months, and this period itself.
    pub(crate) fn options(self, today: NaiveDate) -> impl Iterator<Item = (String, String)> {
        let years = (0..5).map(move |back| Self::Year(today.year() - back));
        let months = (0..12).filter_map(move |back| today.checked_sub_months(Months::new(back)));
        let months = months.map(|date| Self::Month(date.year(), date.month()));
        let mut options: Vec<Self> = std::iter::once(Self::Always).chain(months).chain(years).collect();
        if !options.contains(&self) {
            options.push(self);
        }
        options.into_iter().map(|period| (period.code(), period.label()))
    }

    /// As the end of a sentence; nothing for all time.
    pub(crate) fn within(self) -> String {
        match self {
            Self::Always => String::new(),
            Self::Year(year) => format!("tahun {year}"),
            Self::Month(..) => self.label(),
        }
    }

    fn label(self) -> String {
        match self {
            Self::Always => "Semua waktu".to_owned(),
            Self::Year(year) => format!("Tahun {year}"),
            Self::Month(year, month) => month_label(&format!("{year}-{month:02}")),
        }
    }
}

/// `November 2026` for `2026-11`.
pub(crate) fn month_label(month: &str) -> String {
    let first: Option<NaiveDate> = format!("{month}-01").parse().ok();
    first.map(indonesian::date).and_then(|words| words.split_once(' ').map(|(_, month)| month.to_owned())).unwrap_or_default()
}

/// A page number as typed, from 1.
pub(crate) fn page_number(query: &HashMap<String, String>) -> usize {
    query.get("hal").and_then(|typed| typed.parse().ok()).unwrap_or(1).max(1)
}

/// One page of a list: its rows, its number (that of the last page for one beyond), and how many pages there are.
pub(crate) fn paged<T>(rows: Vec<T>, number: usize, size: usize) -> (Vec<T>, usize, usize) {
    let pages = rows.len().div_ceil(size).max(1);
    let number = number.min(pages);
    (rows.into_iter().skip((number - 1).saturating_mul(size)).take(size).collect(), number, pages)
}

/// The address of a list with these choices; empty ones are left out.
fn link(path: &str, choices: &[(&str, String)]) -> String {
    let said: Vec<String> =
        choices.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name}={value}")).collect();
    if said.is_empty() { path.to_owned() } else { format!("{path}?{}", said.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_read_from_an_address_and_anything_else_is_all_time() {
        assert_eq!(PeriodChoice::of("2026"), PeriodChoice::Year(2026));
        assert_eq!(PeriodChoice::of("2026-11"), PeriodChoice::Month(2026, 11));
        for odd in ["", "x", "2026-13", "-1", "2026-", "99999", "2026-11-01"] {
            assert_eq!(PeriodChoice::of(odd), PeriodChoice::Always, "{odd}");
        }
        assert_eq!(PeriodChoice::of("2026-11").label(), "November 2026");
        assert!(PeriodChoice::Year(2026).holds_month("2026-11") && !PeriodChoice::Month(2026, 1).holds_month("2026-11"));
    }
}
