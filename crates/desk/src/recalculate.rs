//! A changed calendar: what it would move is shown first, and accepted as shown.

use chrono::NaiveDate;
use loket_domain::authority::Duty;
use loket_domain::calendar::{DayOffKind, LocalDay};
use loket_domain::change::Change;
use loket_domain::deadline::{Promised, Today};
use loket_domain::ids::RequestId;
use loket_domain::indonesian::{date as words, weekday_date};
use loket_domain::paper::PaperKind;
use loket_domain::problem::{Problems, Refused};
use loket_domain::request::{Command, Request, decide};
use loket_journal::Subject;
use serde::{Deserialize, Serialize};

use crate::actions::form::{choice, date, section, text, typed};
use crate::desk::Desk;
use crate::edge::Moment;
use crate::error::DeskError;
use crate::store::requests;
use crate::views::{ActionForm, CalendarChange, Choice, Done, Filled, RecalculatedRow, SubjectKind, SubjectRef, choices};
use crate::write::Written;

/// Code of the choice that makes a day of the shipped calendar a working day.
const WORKED: &str = "hari_kerja";

/// What is handed to the window and back: the change, and the differences it was shown.
#[derive(Serialize, Deserialize)]
struct Token {
    day: Option<LocalDay>,
    cleared: Option<(NaiveDate, String)>,
    shown: String,
}

impl Token {
    fn change(&self) -> Option<Change> {
        match (&self.day, &self.cleared) {
            (Some(day), _) => Some(Change::DayOffSet { day: day.clone() }),
            (None, Some((date, reason))) => Some(Change::DayOffCleared { date: *date, reason: reason.clone() }),
            (None, None) => None,
        }
    }

    /// The reason that stands beside a moved deadline.
    fn reason(&self) -> String {
        match (&self.day, &self.cleared) {
            (Some(LocalDay { date, kind: Some(_), name, decree }), _) => {
                format!("{} ditetapkan libur: {name} ({decree})", weekday_date(*date))
            }
            (Some(LocalDay { date, kind: None, name, decree }), _) => {
                format!("{} ditetapkan hari kerja: {name} ({decree})", weekday_date(*date))
            }
            (None, Some((date, reason))) => format!("Hari libur kantor {} dihapus: {reason}", weekday_date(*date)),
            (None, None) => String::new(),
        }
    }
}

impl Desk {
    pub(crate) fn day_off_form(&self, moment: Moment) -> ActionForm {
        let mut kinds = choices!(DayOffKind);
        kinds.push(Choice { code: WORKED.into(), label: "Hari kerja (libur bawaan dipindah)".into() });
        let fields = vec![
            date("date", "Tanggal", moment.local.date()).needed(),
            choice("kind", "Menjadi", kinds, DayOffKind::Local.code()).needed(),
            text("name", "Nama hari", "").needed().help("Misalnya: Pemungutan suara."),
            text("decree", "Dasar", "").needed().help("Nomor keputusan atau SKB."),
        ];
        ActionForm::new("Hari libur kantor", "Lihat akibatnya", vec![section("", fields)])
            .intro("Batas waktu yang bergeser ditunjukkan dahulu; baru disimpan setelah Anda menerimanya.")
    }

    /// What this change of the calendar would do. Nothing is written.
    ///
    /// # Errors
    /// [`DeskError::Refused`] with the fields to change, or for a role that may not.
    pub fn calendar_change(&self, form: &Filled, moment: Moment) -> Result<CalendarChange, DeskError> {
        self.office.may(&self.account, Duty::Administer)?;
        let mut p = Problems::default();
        let date = p.date("date", &typed(form, "date"), "Isi tanggalnya.");
        if let Some(Err(year)) = date.map(|date| self.calendar.days_off(date)) {
            p.add("date", year.to_string());
        }
        let mut token = Token { day: None, cleared: None, shown: String::new() };
        if form.contains_key("kind") {
            let typed_kind = typed(form, "kind");
            let kind = DayOffKind::from_code(&typed_kind);
            p.when(kind.is_none() && typed_kind != WORKED, "kind", "Pilih menjadi hari apa.");
            let name = p.text("name", &typed(form, "name"), 120, "Isi nama hari itu.");
            let decree = p.text("decree", &typed(form, "decree"), 200, "Isi nomor keputusan yang menjadi dasar.");
            token.day = p.or(date.map(|date| LocalDay { date, kind, name, decree })).map(Some)?;
        } else {
            let known = date.is_some_and(|date| self.office.days_off.iter().any(|day| day.date == date));
            p.when(!known, "date", "Tanggal ini bukan hari libur yang ditambahkan kantor.");
            let reason = p.text("reason", &typed(form, "reason"), 300, "Tulis mengapa dihapus.");
            token.cleared = p.or(date.map(|date| (date, reason))).map(Some)?;
        }
        let differences = self.differences(&self.connection, &token, moment)?;
        let rows: Vec<RecalculatedRow> = differences.iter().map(|(id, request, moved)| row(*id, request, moved)).collect();
        token.shown = digest(&rows);
        let said = match rows.len() {
            0 => format!("{}. Tidak ada batas waktu yang bergeser.", token.reason()),
            moved => format!("{}. {moved} batas waktu bergeser.", token.reason()),
        };
        let token = serde_json::to_string(&token).map_err(|_| DeskError::Journal("token"))?;
        Ok(CalendarChange { said, rows, token })
    }

    /// Writes a change of the calendar and every deadline it moves, all in one transaction.
    ///
    /// # Errors
    /// [`DeskError::Refused`] when other deadlines would move than were shown.
    pub fn accept_calendar(&mut self, token: &str, moment: Moment) -> Result<Done, DeskError> {
        let token: Token = serde_json::from_str(token).map_err(|_| Refused::Unknown)?;
        let change = token.change().ok_or(Refused::Unknown)?;
        let differences = self.differences(&self.connection, &token, moment)?;
        let rows: Vec<RecalculatedRow> = differences.iter().map(|(id, request, moved)| row(*id, request, moved)).collect();
        if digest(&rows) != token.shown {
            return Err(Refused::NotNow("Keadaan berubah sejak daftar ini dibuat; lihat lagi akibatnya sebelum menerima.").into());
        }
        let mut written = vec![Written { subject: Subject::Office, changes: vec![change] }];
        for (id, _, moved) in differences {
            written.push(Written { subject: Subject::Request(id), changes: vec![moved] });
        }
        let count = written.len() - 1;
        self.commit(Duty::Administer, moment, |_, _, _| Ok(written))?;
        Ok(Done { subject: None, paper: None, said: format!("Kalender disimpan; {count} batas waktu dihitung ulang.") })
    }

    /// The open requests whose deadline would move, each with the change that moves it.
    fn differences(
        &self,
        connection: &rusqlite::Connection,
        token: &Token,
        moment: Moment,
    ) -> Result<Vec<(RequestId, Request, Change)>, DeskError> {
        let mut office = self.office.clone();
        if let Some(change) = token.change() {
            office = loket_domain::office::Office::apply(Some(office), &change).ok_or(Refused::Unknown)?;
        }
        let calendar = office.calendar(&self.shipped);
        let today = Today { date: moment.local.date(), time: moment.local.time(), office: &office, calendar: &calendar };
        let mut differences = Vec::new();
        for listed in requests::open(connection)? {
            let command = Command::MoveDeadline { reason: token.reason() };
            match decide(Some(&listed.request), command, &today) {
                Ok(changes) => differences.extend(changes.into_iter().map(|change| (listed.id, listed.request.clone(), change))),
                Err(Refused::NothingMoved) => {}
                Err(refused) => return Err(refused.into()),
            }
        }
        Ok(differences)
    }
}

/// The date a person reads: official where it runs, safe before.
fn told(promised: &Promised) -> String {
    promised.official.or(promised.safe).map_or_else(|| "belum dapat ditetapkan".to_owned(), words)
}

fn row(id: RequestId, request: &Request, change: &Change) -> RecalculatedRow {
    let moved = match change {
        Change::DeadlineMoved { moved } => (told(&moved.before), told(&moved.after)),
        _ => (String::new(), String::new()),
    };
    let named = [PaperKind::Receipt, PaperKind::ExtensionNotice];
    RecalculatedRow {
        subject: SubjectRef::new(SubjectKind::Request, id),
        number: request.number.text.clone(),
        old_text: moved.0,
        new_text: moved.1,
        printed: named.iter().any(|paper| request.issued.contains_key(paper)),
    }
}

fn digest(rows: &[RecalculatedRow]) -> String {
    blake3::hash(format!("{rows:?}").as_bytes()).to_string()
}
