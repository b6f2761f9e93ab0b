//! A computer whose clock battery is dead gives no number before somebody said which day it is.

use loket_desk::views::SubjectKind;
use loket_desk::{Desk, DeskError, Hold, Moment, system_dice};
use serde_json::json;

use crate::fixture::{PASSWORD, at, form, on, perbaungan, take};

fn register(desk: &mut Desk, moment: Moment) -> Result<String, DeskError> {
    desk.look_at_clock(moment)?;
    let day = moment.local.date().to_string();
    let draft = loket_desk::RequestDraft { received_date: day, received_time: "00.01".into(), ..form("Warga Satu", "Data A") };
    Ok(desk.register_request(draft, moment)?.row.number)
}

fn offered(desk: &Desk, moment: Moment) -> Vec<String> {
    desk.settings("0", moment).unwrap().next.numbering.into_iter().map(|step| step.action).collect()
}

#[test]
fn a_day_before_the_last_entry_or_years_after_it_is_asked_about_before_anything_is_written() {
    let (_dir, _, mut desk, _) = perbaungan();
    register(&mut desk, on("2026-11-23", 9, 0)).unwrap();
    let written = desk.written();
    for day in ["2010-01-01", "2026-11-22", "2029-03-01"] {
        let wrong = on(day, 9, 0);
        let held = register(&mut desk, wrong).err().unwrap();
        assert!(matches!(held, DeskError::Held(Hold::Clock)), "{day}: {held:?}");
        assert_eq!(desk.written(), written, "{day}");
        assert!(desk.sync_chip().unwrap().text.starts_with("tanggal komputer perlu dipastikan"));
        assert_eq!(offered(&desk, wrong), ["confirm_clock"], "numbers are not asked for while the date is in doubt");
    }
    register(&mut desk, on("2026-11-24", 9, 0)).unwrap();
    assert_eq!(offered(&desk, on("2026-11-24", 9, 0)), ["account_numbers"], "a clock that was put right is asked nothing");
}

#[test]
fn whoever_says_that_the_date_is_right_goes_on_and_the_story_tells_it() {
    let (_dir, folder, mut desk, _) = perbaungan();
    // The battery was dead before: what was written bears a day that is still to come.
    let office = (SubjectKind::Office, "");
    let now = on("2026-11-23", 9, 0);
    register(&mut desk, on("2027-11-20", 9, 0)).unwrap();
    let held = register(&mut desk, now).err().unwrap();
    assert!(matches!(held, DeskError::Held(Hold::Clock)));
    let unsure = take(&mut desk, office, "confirm_clock", json!({}), now).err().unwrap().to_string();
    assert!(unsure.contains("Centang"), "{unsure}");
    let written = desk.written();
    take(&mut desk, office, "confirm_clock", json!({"sure": true, "note": "Baterai jam diganti"}), now).unwrap();
    assert_eq!(desk.written(), written + 1);
    let number = register(&mut desk, now).unwrap();
    assert!(number.ends_with("/2026"), "{number}");
    desk.verify().unwrap();
    drop(desk);
    let mut desk = folder.unlock("petugas", PASSWORD, at(9, 0), system_dice()).unwrap();
    assert_eq!(desk.hold(), None);
    register(&mut desk, on("2026-11-23", 9, 5)).unwrap();
}

#[test]
fn a_new_year_and_a_long_leave_are_asked_nothing() {
    let (_dir, _, mut desk, _) = perbaungan();
    register(&mut desk, on("2026-11-23", 9, 0)).unwrap();
    register(&mut desk, on("2026-11-23", 7, 0)).unwrap();
    register(&mut desk, on("2027-01-04", 9, 0)).unwrap();
    register(&mut desk, on("2027-11-30", 9, 0)).unwrap();
}
