//! Deadlines in words: what the counts of `domain` look like to an officer.

use crate::context::Context;
use crate::kernel::moment::Moment;
use crate::views::deadline::{DayKind, DayLine, Deadline, Deadlines, NamedDeadline, Tone};
use chrono::NaiveDate;
use loket_domain::calendar::{DayOffKind, YearNotLoaded};
use loket_domain::clock::{Clock, Length};
use loket_domain::deadline::{Clocks, Nearness, time_left};
use loket_domain::indonesian::{date as words, weekday, weekday_date};
use loket_domain::office::ClockStart;
use loket_domain::request::{Outcome, Request, RequestDuty, Running, Timeliness, Turn};
use loket_domain::working_days::{Count, DayVerdict, ExplainedDay};

/// How near a due date is and how that is said.
pub(crate) struct Left {
    pub(crate) tone: Tone,
    pub(crate) text: String,
}

/// How near `due` is on this day, in this office's working days.
pub(crate) fn left(context: &Context<'_>, due: NaiveDate, today: NaiveDate) -> Left {
    match time_left(&context.office.profile, context.calendar, today, due) {
        Ok(left) => Left { tone: tone(left.nearness), text: left.words },
        Err(year) => Left { tone: Tone::Calm, text: year.to_string() },
    }
}

/// What ended a clock, and when.
#[derive(Clone, Copy)]
pub(crate) struct Met {
    /// In a past participle: `dijawab`.
    what: &'static str,
    on: NaiveDate,
    /// The day it was entered, where that is later than the deadline allows to prove.
    entered: Option<NaiveDate>,
    /// Whether it kept the deadline; what ended without an answer did neither.
    kept: Option<bool>,
    /// Whether nothing says yet that the letter left.
    unsent: bool,
}

impl Met {
    /// Something that happened.
    pub(crate) fn done(what: &'static str, on: NaiveDate) -> Self {
        Self { what, on, entered: None, kept: None, unsent: false }
    }

    /// The same, entered on that day where it was entered later.
    pub(crate) fn entered(self, entered: Option<NaiveDate>) -> Self {
        Self { entered, ..self }
    }

    /// The same, where nothing says yet that it left.
    pub(crate) fn unsent(self, unsent: bool) -> Self {
        Self { unsent, ..self }
    }

    /// The same, which had to happen by `deadline`.
    pub(crate) fn by(self, deadline: NaiveDate) -> Self {
        Self { kept: Some(self.on <= deadline), entered: self.entered.filter(|entered| *entered > deadline), ..self }
    }

    fn left(&self) -> Left {
        let on = words(self.on);
        match (self.kept, self.entered) {
            (Some(true) | None, _) if self.unsent => {
                Left { tone: Tone::Near, text: format!("{} {on}, pengirimannya belum dicatat", self.what) }
            }
            (Some(true), None) => Left { tone: Tone::Done, text: format!("{} {on}, tepat waktu", self.what) },
            (Some(true), Some(entered)) => {
                Left { tone: Tone::Near, text: format!("{} {on}, dicatat {}", self.what, words(entered)) }
            }
            (Some(false), _) => Left { tone: Tone::Overdue, text: format!("{} {on}, terlambat", self.what) },
            (None, _) => Left { tone: Tone::Done, text: format!("{} {on}", self.what) },
        }
    }
}

/// How the first answer ended the clock, or what else did.
fn met(request: &Request) -> Option<Met> {
    let outcome = request.first_outcome()?;
    let Some(letter) = outcome.letter() else {
        // What had been closed and was answered by order is no longer closed.
        let anew = request.outcome.as_ref().and_then(Outcome::letter);
        return Some(anew.map_or_else(|| Met::done("ditutup", outcome.on()), |letter| Met::done("dijawab", letter.date)));
    };
    let timeliness = request.timeliness();
    let proved = request.first_left().map_or(letter.proved_on(), |(_, proved)| proved);
    let entered = Some(proved).filter(|_| timeliness == Some(Timeliness::InTimeAsDated));
    let on = request.first_left().map_or(letter.date, |(on, _)| on);
    let kept = timeliness.map(|known| known != Timeliness::Late);
    Some(Met { what: "dijawab", on, entered, kept, unsent: request.waits_to_leave().is_some() })
}

/// The deadlines of a form that would be registered now.
pub(crate) fn deadlines_if_registered(context: &Context<'_>, clocks: &Clocks, moment: Moment) -> Deadlines {
    told(context, clocks, None, moment)
}

/// The deadlines of a request as it stands.
pub(crate) fn deadlines(context: &Context<'_>, request: &Request, moment: Moment) -> Deadlines {
    let clocks = request.clocks(&context.office.profile, context.calendar);
    told(context, &clocks, Some(request), moment)
}

fn told(context: &Context<'_>, clocks: &Clocks, request: Option<&Request>, moment: Moment) -> Deadlines {
    let today = moment.local.date();
    let start = context.office.profile.clock_start;
    let met = request.and_then(met);
    let ended = met.is_some();
    let longer = request.and_then(|request| request.extension.as_ref()).map(|extension| {
        let letter = extension.letter.shown_number();
        if request.is_some_and(Request::extension_stands) {
            format!("; ditambah {} dengan surat {letter}", Clock::Extension.length())
        } else {
            format!("; perpanjangan {letter} tidak dihitung, karena keluar atau dicatat setelah batas itu lewat")
        }
    });
    let longer = longer.unwrap_or_default();
    let official_basis = match start {
        ClockStart::Complete => "sejak berkas dinyatakan lengkap (praktik PERKI 1/2021)",
        ClockStart::Received => "sejak diterima (UU 14/2008 Pasal 22 ayat (7))",
        ClockStart::Registered => "sejak dicatat dalam register",
    };
    let safe_basis = "sejak diterima, cuti bersama dihitung kerja: tanggal paling awal menurut semua tafsir";
    let answer = |clock: &Result<Count, YearNotLoaded>, from: &str| {
        let basis = format!("{} {from}{longer}", Clock::Answer.length());
        clock.as_ref().ok().map(|count| deadline(context, count, &basis, met.as_ref(), today))
    };
    let held = request.and_then(Request::held_in_spite_of_extension).filter(|_| !ended);
    // Where the extension came too late, the first day still holds.
    let holding = |deadline: Deadline| match held {
        Some(held) if held < deadline.date => until(context, deadline, held, today),
        Some(_) | None => deadline,
    };
    let official = clocks.official.as_ref().and_then(|clock| answer(clock, official_basis)).map(holding);
    let safe = answer(&clocks.safe, safe_basis).map(holding);
    let unloaded = [clocks.official.as_ref(), Some(&clocks.safe)].into_iter().flatten().find_map(|clock| clock.as_ref().err());
    let official_note = match (&clocks.official, unloaded) {
        (_, Some(year)) => Some(year.to_string()),
        (None, None) => Some("Batas resmi mulai dihitung setelah berkas dinyatakan lengkap.".to_owned()),
        (Some(_), None) => None,
    };
    let completeness = clocks.completeness.as_ref().filter(|_| !ended).and_then(|clock| clock.as_ref().ok());
    let basis = format!("{} sejak diterima untuk memeriksa kelengkapan", Clock::Completeness.length());
    let completeness = completeness.map(|count| deadline(context, count, &basis, None, today));
    let others = request.map_or_else(Vec::new, |request| others(context, request, today));
    let ours = [completeness.as_ref()].into_iter().flatten().find(|check| check.tone == Tone::Overdue);
    let warning = match ours {
        _ if ended => None,
        Some(check) => Some(format!(
            "Pemeriksaan kelengkapan berakhir {}; nyatakan lengkap atau kirim Surat Keterangan Tidak Lengkap hari ini juga.",
            check.text
        )),
        None => warning(official.as_ref(), safe.as_ref(), request),
    };
    // A clock that cannot be named must not look like one that does not run.
    let unnamed = request.and_then(|request| {
        let running = request.running(&context.office.profile, context.calendar, today);
        running.into_iter().find_map(Result::err).map(|year| year.to_string())
    });
    let warning = warning.or(unnamed);
    Deadlines { official, official_note, safe, completeness, others, warning }
}

/// What runs besides the check and the answer.
fn others(context: &Context<'_>, request: &Request, today: NaiveDate) -> Vec<NamedDeadline> {
    let running = request.running(&context.office.profile, context.calendar, today).into_iter().flatten();
    let besides = running.filter(|running| !matches!(running.duty, RequestDuty::Check | RequestDuty::Answer));
    besides
        .map(|Running { duty, count }| {
            let days = Clock::Completion.length();
            let basis = match duty {
                RequestDuty::Complete | RequestDuty::Close => {
                    format!("{days} sejak pemohon menerima Surat Keterangan Tidak Lengkap")
                }
                RequestDuty::NoteNotice => format!("{days} sejak tanggal suratnya, bila diterima pada hari itu"),
                RequestDuty::Ready => "waktu penyediaan yang disebut dalam pemberitahuan".to_owned(),
                RequestDuty::Document => "jangka waktu pendokumentasian yang disebut dalam pemberitahuan".to_owned(),
                RequestDuty::Execute => "batas pelaksanaan yang disebut dalam perintah".to_owned(),
                RequestDuty::Send => "hari terakhir surat itu keluar tepat waktu (Pasal 22 ayat (7) dan (8))".to_owned(),
                RequestDuty::SendAgain => "hari surat itu kembali".to_owned(),
                RequestDuty::RemindToFetch => {
                    let days = Length::WorkingDays(context.office.profile.fetch_reminder());
                    format!("{days} sejak salinan siap diambil")
                }
                RequestDuty::Check | RequestDuty::Answer => String::new(),
            };
            NamedDeadline { title: duty.label().to_owned(), deadline: deadline(context, &count, &basis, None, today) }
        })
        .collect()
}

/// A deadline with its days; `met` tells what ended the clock.
pub(crate) fn deadline(context: &Context<'_>, count: &Count, basis: &str, met: Option<&Met>, today: NaiveDate) -> Deadline {
    let left = met.map_or_else(|| left(context, count.deadline, today), Met::left);
    Deadline {
        date: count.deadline,
        text: weekday_date(count.deadline),
        basis: basis.to_owned(),
        left: left.text,
        tone: left.tone,
        days: count.days.iter().map(|day| day_line(day, today)).collect(),
    }
}

/// The same deadline on the earlier day that still holds.
fn until(context: &Context<'_>, mut deadline: Deadline, held: NaiveDate, today: NaiveDate) -> Deadline {
    let left = left(context, held, today);
    deadline.days.retain(|day| day.date <= held);
    Deadline { date: held, text: weekday_date(held), left: left.text, tone: left.tone, ..deadline }
}

/// What a list says of a clock whose year is not loaded.
pub(crate) const NO_CALENDAR: &str = "kalender belum dimuat";

/// What a request waits for, in a list.
pub(crate) struct Due {
    /// The civil date; none where nothing runs, and where its year is not loaded.
    pub(crate) date: Option<NaiveDate>,
    /// It in words, with what is due where that is not the answer.
    pub(crate) text: Option<String>,
    pub(crate) tone: Tone,
    /// How much time is left; none where that cannot be counted.
    pub(crate) left: Option<String>,
    /// Whose turn it is; none where nothing runs.
    pub(crate) turn: Option<Turn>,
    /// Whether it is only a reminder: nothing of the law is late by it.
    pub(crate) reminds: bool,
}

/// The nearest clock of a request in a list.
pub(crate) fn due_of(context: &Context<'_>, request: &Request, moment: Moment) -> Due {
    let today = moment.local.date();
    let split = |left: Option<Left>| left.map_or((Tone::Calm, None), |left| (left.tone, Some(left.text)));
    match request.nearest(&context.office.profile, context.calendar, today) {
        None => {
            let (tone, left) = split(met(request).map(|met| met.left()));
            Due { date: None, text: None, tone, left, turn: None, reminds: false }
        }
        // Its day may be any: that is no reason for calm.
        Some(Err(_)) => {
            let (text, turn) = (Some(NO_CALENDAR.to_owned()), Some(Turn::Office));
            Due { date: None, text, tone: Tone::Near, left: None, turn, reminds: false }
        }
        Some(Ok(Running { duty, count })) => {
            let day = weekday_date(count.deadline);
            let text = if duty == RequestDuty::Answer { day } else { format!("{}: {day}", duty.label()) };
            let reminds = duty == RequestDuty::RemindToFetch;
            let (tone, left) = split((!reminds).then(|| left(context, count.deadline, today)));
            Due { date: Some(count.deadline), text: Some(text), tone, left, turn: Some(duty.turn()), reminds }
        }
    }
}

fn tone(nearness: Nearness) -> Tone {
    match nearness {
        Nearness::Calm => Tone::Calm,
        Nearness::Near => Tone::Near,
        Nearness::Overdue => Tone::Overdue,
    }
}

fn warning(official: Option<&Deadline>, safe: Option<&Deadline>, request: Option<&Request>) -> Option<String> {
    let safe = safe?;
    match (safe.tone, official) {
        (Tone::Overdue, Some(official)) if official.tone != Tone::Overdue => {
            Some(format!("Batas aman {} sudah lewat; jawab sebelum batas resmi {}.", safe.text, official.text))
        }
        (Tone::Overdue, _) if request.is_some_and(Request::says_why_late) => {
            Some("Batas waktu sudah lewat; jawab hari ini juga.".to_owned())
        }
        (Tone::Overdue, _) => {
            Some("Batas waktu sudah lewat; jawab hari ini juga, dan tulis alasannya dengan Tambah catatan.".to_owned())
        }
        (Tone::Near, _) => Some(format!("Jawab paling lambat {}: itu tanggal paling awal menurut semua tafsir.", safe.text)),
        (Tone::Calm | Tone::Done, _) => None,
    }
}

fn day_line(day: &ExplainedDay, today: NaiveDate) -> DayLine {
    let (kind, count, reason) = match &day.verdict {
        DayVerdict::DayZero => (DayKind::Start, None, Some("hari ke-0".to_owned())),
        DayVerdict::Counted(n) => (DayKind::Counted, Some(*n), None),
        DayVerdict::Weekend => (DayKind::Weekend, None, Some(weekday(day.date).to_owned())),
        DayVerdict::Off(DayOffKind::National, name) => (DayKind::NationalHoliday, None, Some(name.clone())),
        DayVerdict::Off(DayOffKind::CollectiveLeave, name) => (DayKind::CollectiveLeave, None, Some(name.clone())),
        DayVerdict::Off(DayOffKind::Local, name) => (DayKind::LocalHoliday, None, Some(name.clone())),
    };
    DayLine { date: day.date, text: weekday_date(day.date), kind, count, reason, today: day.date == today }
}
