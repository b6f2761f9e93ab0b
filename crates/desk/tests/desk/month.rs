//! The calendar of a month, and what the desktop tells by itself.

use loket_desk::views::{DayOfMonth, DayWorks, MonthView, SubjectKind, Tone};
use loket_desk::{Desk, DeskError};
use serde_json::json;

use crate::fixture::{at, form, grant, on, perbaungan, take};

fn day<'a>(month: &'a MonthView, date: &str) -> &'a DayOfMonth {
    month.weeks.iter().flatten().find(|day| day.date.to_string() == date).unwrap()
}

fn due(desk: &Desk, month: &str, date: &str) -> Vec<String> {
    let month = desk.month_view(Some(month), at(10, 0)).unwrap();
    day(&month, date).items.iter().map(|item| format!("{}: {}", item.title, item.due_text.as_deref().unwrap_or("–"))).collect()
}

#[test]
fn a_month_stands_in_whole_weeks_with_today_its_weekends_and_holidays_by_name() {
    let (_dir, _, desk, _) = perbaungan();
    let november = desk.month_view(None, at(9, 0)).unwrap();
    assert_eq!((november.title.as_str(), november.month.as_str()), ("November 2026", "2026-11"));
    assert_eq!((november.before.as_deref(), november.after.as_deref()), (Some("2026-10"), Some("2026-12")));
    assert_eq!(november.weekdays.first().map(String::as_str), Some("Senin"));
    assert!(november.weeks.iter().all(|week| week.len() == 7));
    let today: Vec<String> = november.weeks.iter().flatten().filter(|day| day.today).map(|day| day.text.clone()).collect();
    assert_eq!(today, ["Senin, 23 November 2026"]);
    assert_eq!(day(&november, "2026-11-28").works, DayWorks::Weekend);
    assert!(!day(&november, "2026-12-01").inside, "a week that is begun is shown whole");
    let december = desk.month_view(Some("2026-12"), at(9, 0)).unwrap();
    let (leave, christmas) = (day(&december, "2026-12-24"), day(&december, "2026-12-25"));
    assert_eq!((leave.works, leave.off.as_slice()), (DayWorks::Off, &["Cuti bersama Natal".to_owned()][..]));
    assert_eq!((christmas.works, christmas.off.as_slice()), (DayWorks::Off, &["Natal (libur nasional)".to_owned()][..]));
    assert!(december.notes.is_empty(), "{:?}", december.notes);
}

#[test]
fn each_clock_of_a_request_stands_on_its_day_and_goes_when_it_is_met() {
    let (_dir, _, mut desk, _) = perbaungan();
    let incomplete = loket_desk::RequestDraft { documents: vec![], ..form("Warga Satu", "Data A") };
    let id = desk.register_request(incomplete, at(9, 0)).unwrap().row.id;
    assert_eq!(due(&desk, "2026-11", "2026-11-26"), ["007/PPID/KEC-PBG/XI/2026: Periksa kelengkapan"]);
    assert_eq!(due(&desk, "2026-12", "2026-12-07"), ["007/PPID/KEC-PBG/XI/2026: Jawab permohonan"]);
    take(&mut desk, (SubjectKind::Request, &id), "declare_complete", json!({}), at(9, 30)).unwrap();
    assert!(due(&desk, "2026-11", "2026-11-26").is_empty());
    let late = desk.month_view(Some("2026-12"), on("2026-12-09", 9, 0)).unwrap();
    assert_eq!(day(&late, "2026-12-07").tone, Some(Tone::Overdue), "what was missed stays on its day");
    take(&mut desk, (SubjectKind::Request, &id), "grant", grant(), at(10, 0)).unwrap();
    let to_send = "007/PPID/KEC-PBG/XI/2026: Kirim surat dan catat pengirimannya";
    assert_eq!(due(&desk, "2026-12", "2026-12-07"), [to_send]);
    assert_eq!(due(&desk, "2026-11", "2026-11-24"), ["007/PPID/KEC-PBG/XI/2026: Siapkan informasi yang dikabulkan"]);
}

#[test]
fn an_objection_stands_on_the_day_its_answer_is_due() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = desk.register_request(form("Warga Satu", "Data A"), at(9, 0)).unwrap().row.id;
    let objected = json!({"grounds": ["c"], "case_position": "Belum dijawab."});
    take(&mut desk, (SubjectKind::Request, &id), "object", objected, at(9, 5)).unwrap();
    let january = desk.month_view(Some("2027-01"), at(10, 0)).unwrap();
    let found: Vec<&str> = january.weeks.iter().flatten().flat_map(|day| &day.items).map(|item| item.title.as_str()).collect();
    assert_eq!(found.iter().filter(|title| title.contains("KEB") || title.starts_with("001")).count(), 1, "{found:?}");
}

#[test]
fn a_year_without_a_calendar_says_so_and_no_day_of_it_is_guessed() {
    let (_dir, _, desk, _) = perbaungan();
    let far = desk.month_view(Some("2031-03"), at(9, 0)).unwrap();
    assert_eq!(far.notes.len(), 1);
    assert!(far.notes[0].contains("Kalender 2031 belum dimuat"), "{:?}", far.notes);
    assert!(far.weeks.iter().flatten().all(|day| day.works == DayWorks::Unknown));
    for wrong in ["2026-13", "kemarin", "", "99999-01", "0000-01"] {
        assert!(matches!(desk.month_view(Some(wrong), at(9, 0)), Err(DeskError::Refused(_))), "{wrong}");
    }
    let last = desk.month_view(Some("9999-12"), at(9, 0)).unwrap();
    assert_eq!(last.after, None);
}

#[test]
fn the_desktop_tells_once_in_the_morning_how_much_there_is_and_nobodys_name() {
    let (_dir, _, mut desk, _) = perbaungan();
    desk.register_request(form("Warga Rekaan", "Data rahasia"), at(9, 0)).unwrap();
    let morning = on("2026-12-08", 8, 0);
    assert_eq!(desk.desktop_notice(morning).unwrap(), None, "only where it is wanted");
    desk.want_alerts(true).unwrap();
    assert!(desk.session(morning).unwrap().alerts);
    assert_eq!(desk.desktop_notice(on("2026-12-08", 7, 59)).unwrap(), None, "not before eight");
    let told = desk.desktop_notice(morning).unwrap().unwrap();
    assert_eq!(
        (told.title.as_str(), told.text.as_str()),
        ("Loket PPID, meja A", "1 terlambat. Buka Hari ini untuk mengerjakannya.")
    );
    assert_eq!(desk.desktop_notice(on("2026-12-08", 9, 0)).unwrap(), None, "once a day");
    assert!(desk.desktop_notice(on("2026-12-09", 11, 0)).unwrap().is_some(), "and late, where the desk was closed at eight");
    desk.want_alerts(false).unwrap();
    assert_eq!(desk.desktop_notice(on("2026-12-10", 9, 0)).unwrap(), None);
}

#[test]
fn a_morning_without_anything_urgent_is_left_in_peace() {
    let (_dir, _, desk, _) = perbaungan();
    desk.want_alerts(true).unwrap();
    assert_eq!(desk.desktop_notice(on("2026-11-24", 8, 30)).unwrap(), None);
}

#[test]
fn what_is_copied_for_a_helper_names_no_citizen_no_person_and_no_folder() {
    let (dir, _, mut desk, _) = perbaungan();
    desk.register_request(form("Warga Rekaan", "Data rahasia"), at(9, 0)).unwrap();
    let about = desk.about("9.9.9", "Debian uji", at(10, 0)).unwrap();
    for known in ["Versi: 9.9.9", "Sistem: Debian uji", "Permohonan: 1", "Cadangan terakhir: belum ada", "Meja: A"] {
        assert!(about.copied.contains(known), "{known}: {}", about.copied);
    }
    let folder = dir.path().display().to_string();
    for private in ["Warga", "rahasia", "Petugas Rekaan", "petugas", "1218", folder.as_str()] {
        assert!(!about.copied.contains(private), "{private}: {}", about.copied);
    }
    assert!(about.facts.iter().any(|fact| fact.value.contains(&folder)), "but it is shown");
}
