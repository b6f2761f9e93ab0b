//! Packs of PPID Utama: what they may say, and what an office makes of them.

use chrono::{Days, NaiveDate};
use loket_domain::calendar::{Calendar, DayOff, DayOffKind, LocalDay};
use loket_domain::change::{Change, OfficeChange};
use loket_domain::dip::DipCategory;
use loket_domain::office::{Office, OfficeKind};
use loket_domain::pack::{Difference, Heading, Pack, PackContent, PackFault, PackLine, PublicBody, SignedPack, differences};
use loket_domain::working_days::count;
use proptest::prelude::*;
use std::collections::BTreeMap;

use crate::office::{date, perbaungan};

const SKB: &str = "SKB 3 Menteri 933/2026, 1/2026, 3/2026";

fn shipped() -> Calendar {
    Calendar::shipped().unwrap()
}

fn off(on: &str, name: &str) -> DayOff {
    DayOff { date: date(on), kind: DayOffKind::CollectiveLeave, name: name.into(), estimated: false }
}

/// The shipped year with these days besides.
fn year_with(year: i32, days: &[DayOff]) -> PackContent {
    let mut all = shipped().days_of(year);
    all.retain(|known| days.iter().all(|day| day.date != known.date));
    all.extend(days.iter().cloned());
    all.sort_by_key(|day| day.date);
    PackContent::Calendar { year, days: all }
}

fn pack(version: u32, content: PackContent) -> Result<Pack, PackFault> {
    Pack::new(version, &content.line().label(), SKB, date("2026-11-24"), content)
}

/// As an office receives it; here nobody looks at the signature.
fn received(version: u32, content: PackContent) -> Box<SignedPack> {
    let text = pack(version, content).unwrap().text().unwrap();
    Box::new(SignedPack::new(text, "00".repeat(64)).unwrap())
}

fn applied(version: u32, content: PackContent) -> Change {
    Change::Office(OfficeChange::PackApplied { pack: received(version, content) })
}

fn after(office: &Office, changes: &[Change]) -> Office {
    changes.iter().fold(office.clone(), |office, change| Office::apply(Some(office.clone()), change).unwrap_or(office))
}

fn heading(code: &str, name: &str) -> Heading {
    Heading { code: code.into(), name: name.into(), category: DipCategory::Periodic }
}

#[test]
fn every_shipped_year_could_be_a_pack() {
    for year in 2019..=2027 {
        pack(1, PackContent::shipped(PackLine::Calendar(year), &shipped())).unwrap();
    }
}

#[test]
fn a_pack_that_cannot_be_right_is_refused_with_what_to_do() {
    let christmas = |days: &mut Vec<DayOff>| days.retain(|day| day.name != "Natal");
    let mut part = shipped().days_of(2027);
    christmas(&mut part);
    let mut stray = shipped().days_of(2027);
    stray.push(off("2028-01-02", "Cuti bersama"));
    let mut twice = shipped().days_of(2027);
    twice.push(off("2027-12-26", "Cuti bersama"));
    let texts = |code: &str, text: &str| PackContent::Wording { texts: BTreeMap::from([(code.into(), text.into())]) };
    let headings = |headings: &[Heading]| PackContent::Categories { headings: headings.to_vec() };
    let offices = |offices: &[(&str, &str)]| {
        let body = |(code, name): &(&str, &str)| PublicBody {
            code: (*code).into(),
            name: (*name).into(),
            kind: OfficeKind::of_name(name),
        };
        PackContent::Directory { offices: offices.iter().map(body).collect() }
    };
    let table = [
        (PackContent::Calendar { year: 2027, days: part }, "setahun penuh"),
        (PackContent::Calendar { year: 2027, days: stray }, "bukan tanggal tahun 2027"),
        (PackContent::Calendar { year: 2027, days: twice }, "dua kali"),
        (PackContent::Calendar { year: 1999, days: vec![] }, "antara 2017"),
        (year_with(2027, &[off("2027-04-01", " ")]), "nama setiap hari libur"),
        (year_with(2027, &[off("2027-04-01", "Satu\ndua")]), "satu baris"),
        (texts("hak-pemohon", " "), "kosong"),
        (texts("hak-pemohon", &"a".repeat(5_001)), "lebih panjang"),
        (texts("../hak", "Isi."), "tidak dikenal"),
        (headings(&[heading("profil", "Profil"), heading("profil", "Kinerja")]), "sudah dipakai"),
        (headings(&[heading("profil", "Profil"), heading("lain", "PROFIL")]), "sudah dipakai"),
        (headings(&[heading("Profil!", "Profil")]), "huruf kecil"),
        (headings(&[heading("profil", "")]), "nama setiap kategori"),
        (offices(&[]), "1 sampai"),
        (offices(&[("12.18", "Dinas Sosial")]), "berbentuk"),
        (offices(&[("12.18.71", "Dinas Sosial"), ("12.18.71", "Dinas Perikanan")]), "sudah dipakai kantor lain"),
        (offices(&[("12.18.71", "Dinas Sosial"), ("12.18.72", "DINAS SOSIAL")]), "sudah dipakai kantor lain"),
        (offices(&[("12.18.71", " ")]), "nama setiap kantor"),
    ];
    for (content, said) in table {
        let fault = pack(1, content).unwrap_err().to_string();
        assert!(fault.contains(said), "{fault} should say {said}");
    }
    let content = || PackContent::shipped(PackLine::Calendar(2027), &shipped());
    assert!(Pack::new(1, "", SKB, date("2026-11-24"), content()).unwrap_err().to_string().contains("judul"));
    assert!(Pack::new(1, "Kalender", " ", date("2026-11-24"), content()).unwrap_err().to_string().contains("dasar"));
    assert_eq!(Pack::new(0, "Kalender", SKB, date("2026-11-24"), content()), Err(PackFault::Unreadable));
}

#[test]
fn a_pack_of_a_newer_format_is_told_from_rubbish() {
    let text = pack(1, PackContent::shipped(PackLine::Wording, &shipped())).unwrap().text().unwrap();
    assert_eq!(Pack::read(&text).unwrap().line(), PackLine::Wording);
    assert_eq!(Pack::read(&text.replace("\"format\":1", "\"format\":2")), Err(PackFault::Newer));
    for rubbish in ["", "{}", "[1]", &text[..text.len() - 1], &text.replace("wording", "warding")] {
        assert_eq!(Pack::read(rubbish), Err(PackFault::Unreadable), "{rubbish}");
    }
}

#[test]
fn the_office_stands_before_the_pack_and_the_pack_before_the_app() {
    let office = perbaungan();
    let content = year_with(2027, &[off("2027-04-01", "Cuti bersama tambahan"), off("2027-04-02", "Cuti bersama tambahan")]);
    let own = LocalDay { date: date("2027-04-02"), kind: None, name: "Tetap masuk".into(), decree: "SK Bupati 5/2027".into() };
    let office = after(&office, &[Change::Office(OfficeChange::DayOffSet { day: own }), applied(1, content)]);
    let calendar = office.calendar(&shipped());
    assert_eq!(calendar.days_off(date("2027-04-01")).unwrap()[0].name, "Cuti bersama tambahan");
    assert!(calendar.days_off(date("2027-04-02")).unwrap().is_empty());
    assert_eq!(calendar.days_of(2026), shipped().days_of(2026));

    let texts = BTreeMap::from([("hak-sengketa".into(), "Dari paket.".into()), ("hak-pemohon".into(), "Dari paket.".into())]);
    let revised = Change::Office(OfficeChange::WordingRevised {
        template: "hak-sengketa".into(),
        text: "Kantor.".into(),
        original: "x".into(),
    });
    let office = after(&office, &[revised, applied(1, PackContent::Wording { texts })]);
    assert_eq!(office.text("hak-sengketa"), Some("Kantor."));
    assert_eq!(office.text("hak-pemohon"), Some("Dari paket."));
    assert_eq!(office.text("hak-keberatan"), None);
}

#[test]
fn a_year_that_no_app_ships_is_loaded_by_its_pack_and_gone_with_it() {
    let days = ["2028-01-01", "2028-05-01", "2028-06-01", "2028-08-17", "2028-12-25"];
    let day = |on: &&str| DayOff { kind: DayOffKind::National, ..off(on, "Libur tetap") };
    let content = PackContent::Calendar { year: 2028, days: days.iter().map(day).collect() };
    let office = after(&perbaungan(), &[applied(1, content)]);
    let count_on = |office: &Office| count(&office.calendar(&shipped()), office.profile.counting(), date("2028-01-03"), 10);
    assert_eq!(count_on(&office).unwrap().deadline, date("2028-01-17"));
    let reverted =
        Change::Office(OfficeChange::PackReverted { line: PackLine::Calendar(2028), version: 1, reason: "Salah terbit".into() });
    assert!(count_on(&after(&office, &[reverted])).is_err());
}

#[test]
fn the_newer_of_two_packs_holds_and_the_older_waits_for_a_person() {
    let (one, two) = (year_with(2027, &[off("2027-04-01", "Satu")]), year_with(2027, &[off("2027-04-02", "Dua")]));
    let office = after(&perbaungan(), &[applied(2, two.clone())]);
    assert_eq!(Office::apply(Some(office.clone()), &applied(1, one.clone())), None);
    assert_eq!(Office::apply(Some(office.clone()), &applied(2, one.clone())), None, "another pack of the same version");
    assert_eq!(Office::apply(Some(office.clone()), &applied(2, two.clone())), Some(office.clone()), "both desks applied it");
    let in_order = after(&perbaungan(), &[applied(1, one), applied(2, two)]);
    assert_eq!(in_order.calendar(&shipped()), office.calendar(&shipped()));
    let late =
        Change::Office(OfficeChange::PackReverted { line: PackLine::Calendar(2027), version: 1, reason: "Terlambat".into() });
    assert_eq!(Office::apply(Some(in_order), &late), None, "it is not in force any more");
}

#[test]
fn a_category_that_is_retired_keeps_its_name() {
    let categories = |headings: &[Heading]| PackContent::Categories { headings: headings.to_vec() };
    let first = categories(&[heading("profil", "Profil"), heading("kinerja", "Kinerja")]);
    let second = categories(&[heading("kinerja", "Kinerja dan anggaran"), heading("aset", "Aset")]);
    let told = differences(&first, &second);
    let difference = |what: &str, before: Option<&str>, after: Option<&str>| Difference {
        what: what.into(),
        before: before.map(Into::into),
        after: after.map(Into::into),
    };
    assert_eq!(
        told,
        [
            difference("aset", None, Some("Aset (Berkala)")),
            difference("kinerja", Some("Kinerja (Berkala)"), Some("Kinerja dan anggaran (Berkala)")),
            difference("profil", Some("Profil (Berkala)"), None),
        ]
    );
    let office = after(&perbaungan(), &[applied(1, first), applied(2, second)]);
    assert_eq!(office.packs.headings().len(), 2);
    assert_eq!(office.packs.heading("profil").unwrap().name, "Profil");
    assert_eq!(office.packs.heading("kinerja").unwrap().name, "Kinerja dan anggaran");
}

prop_compose! {
    /// A year of the shipped calendar with up to eight days off besides.
    fn some_year()(days in prop::collection::btree_set(0_u64..365, 0..8)) -> PackContent {
        let first = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
        let fixed = ["-01-01", "-05-01", "-06-01", "-08-17", "-12-25"];
        let dates = days.into_iter().map(|day| first.checked_add_days(Days::new(day)).unwrap().to_string());
        let free = dates.filter(|on| fixed.iter().all(|day| !on.ends_with(day)));
        year_with(2027, &free.map(|on| off(&on, "Cuti bersama tambahan")).collect::<Vec<_>>())
    }
}

proptest! {
    #[test]
    fn what_is_applied_and_taken_back_leaves_the_calendar_as_it_was(first in some_year(), second in some_year(), own in 0_u64..365) {
        let date = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap().checked_add_days(Days::new(own)).unwrap();
        let day = LocalDay { date, kind: Some(DayOffKind::Local), name: "Pilkada".into(), decree: "SK 1".into() };
        let before = after(&perbaungan(), &[Change::Office(OfficeChange::DayOffSet { day }), applied(1, first)]);
        let reverted = Change::Office(OfficeChange::PackReverted { line: PackLine::Calendar(2027), version: 2, reason: "Salah".into() });
        let back = after(&before, &[applied(2, second), reverted]);
        prop_assert_eq!(back.calendar(&shipped()), before.calendar(&shipped()));
    }

    #[test]
    fn applying_what_differences_tell_gives_what_was_told(before in some_year(), after in some_year()) {
        let told = differences(&before, &after);
        let PackContent::Calendar { days, .. } = &after else { unreachable!() };
        let said = told.iter().filter(|difference| difference.after.is_some()).count();
        prop_assert!(said <= days.len());
        prop_assert_eq!(told.is_empty(), before == after);
        prop_assert!(differences(&after, &after).is_empty());
    }
}
