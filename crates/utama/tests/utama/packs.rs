//! Packs: the contract of their memory, and how the staff publishes, watches and withdraws them.

use chrono::NaiveDate;
use loket_domain::calendar::{Calendar, DayOff, DayOffKind};
use loket_domain::change::{Change, OfficeChange, PackChange};
use loket_domain::pack::{Pack, PackContent, PackLine, SignedPack};
use loket_journal::{DeskKey, Payload, Recorded, Subject, decode_pack, pack_subject, verify_pack};
use loket_utama::{PublishedPack, StoreFault};
use rstest::rstest;

use crate::behind::execute;
use crate::both::Kind::{self, Postgres, Sqlite};
use crate::browser::Browser;
use crate::desk::Desk;
use crate::server::Utama;

fn signed(version: u32, content: PackContent) -> SignedPack {
    let on = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let pack = Pack::new(version, &content.line().label(), "SKB 3 Menteri 1/2026", on, content).unwrap();
    DeskKey::from_seed(&[3; 32]).sign_pack(&pack).unwrap()
}

fn published(version: u32, line: PackLine) -> PublishedPack {
    let content = PackContent::shipped(line, &Calendar::shipped().unwrap());
    PublishedPack { signed: signed(version, content), published: 5, login: "admin".into() }
}

#[rstest]
#[tokio::test]
async fn a_version_is_kept_once(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let one = published(1, PackLine::Calendar(2026));
    assert!(store.keep_pack(one.clone()).await.unwrap());
    let other = PublishedPack { published: 9, login: "lain".into(), ..one.clone() };
    assert!(!store.keep_pack(other).await.unwrap(), "what is published never changes");
    let two = published(2, PackLine::Calendar(2026));
    let texts = published(1, PackLine::Wording);
    for pack in [&texts, &two] {
        assert!(store.keep_pack(pack.clone()).await.unwrap());
    }
    assert_eq!(store.packs().await.unwrap(), [one, two, texts]);
}

#[rstest]
#[tokio::test]
async fn an_office_lacks_the_latest_of_each_line_until_it_is_noted(#[values(Sqlite, Postgres)] on: Kind) {
    let (store, _kept) = on.open().await;
    let (old, new) = (published(1, PackLine::Calendar(2026)), published(10, PackLine::Calendar(2026)));
    let texts = published(1, PackLine::Wording);
    for pack in [&old, &new, &texts] {
        store.keep_pack(pack.clone()).await.unwrap();
    }
    let lacks = |office: &'static str| {
        let store = &store;
        async move { store.undelivered(office).await.unwrap() }
    };
    assert_eq!(lacks("12.18.02").await, [new.clone(), texts.clone()]);
    for _ in 0..2 {
        store.note_delivered("12.18.02", new.line(), new.version()).await.unwrap();
    }
    assert_eq!(lacks("12.18.02").await, [texts]);
    assert_eq!(lacks("12.18.04").await.len(), 2);
    assert_eq!(store.delivered(new.line(), 10).await.unwrap(), ["12.18.02"]);
    assert!(store.delivered(new.line(), 1).await.unwrap().is_empty());
    assert!(!store.holds_pack("12.18.02", &new.signed).await.unwrap(), "an entry was never written");
}

/// The shipped year with one more national holiday, as it is typed.
pub fn lines_with(day: &str) -> String {
    let mut days = Calendar::shipped().unwrap().days_of(2026);
    days.push(DayOff { date: day.parse().unwrap(), kind: DayOffKind::National, name: "Hari tambahan".into(), estimated: false });
    days.iter().map(|day| format!("{};{};{}\r\n", day.date, day.kind.label(), day.name)).collect()
}

pub fn boxes<'a>(lines: &'a str, step: &'a [(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let typed = [("title", "Kalender 2026"), ("basis", "SKB 3 Menteri 933/2026"), ("tahun", "2026"), ("isi", lines)];
    [&typed, step].concat()
}

pub const PUBLISH: &[(&str, &str)] = &[("langkah", "terbitkan"), ("versi", "1")];

/// What a desk that holds the same as the server reads of it now.
async fn packs_pulled(utama: &Utama, desk: &Desk) -> Vec<SignedPack> {
    let epoch = utama.epoch.unwrap();
    utama.hello(desk, epoch, &[desk.after(desk.entries.len())]).await;
    let (received, _) = utama.pulled(desk, vec![]).await;
    let pack = |entry: &loket_journal::Entry| match Payload::read(&entry.payload).unwrap().recorded() {
        Recorded::Known(Change::Pack(PackChange::PackReceived { pack })) => {
            assert_eq!(entry.header.subject, pack_subject(&pack));
            Some(*pack)
        }
        _ => None,
    };
    received.iter().filter_map(pack).collect()
}

#[tokio::test]
async fn a_calendar_is_shown_before_it_is_signed_and_watched_until_every_office_applied_it() {
    let mut utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    desk.register("2026-11-23");
    let mut other = Desk::new(2, "12.18.04", "Pantai Cermin", "A");
    other.establish();
    for desk in [&mut desk, &mut other] {
        utama.enrol(desk).await;
        utama.pushed(desk, desk.everything()).await;
    }
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    assert!(admin.get(&utama, "/paket/baru/kalender?tahun=2026").await.text().contains("2026-12-25;Libur nasional;Natal"));
    let lines = lines_with("2026-12-02");
    let preview = admin.post(&utama, "/paket/baru/kalender", &boxes(&lines, &[])).await;
    assert!(preview.status == 200 && preview.text().contains("Rabu, 2 Desember 2026"), "{}", preview.text());
    assert!(admin.get(&utama, "/paket").await.text().contains("Belum ada paket"), "nothing is published by looking");
    assert_eq!(admin.post(&utama, "/paket/baru/kalender", &boxes(&lines, PUBLISH)).await.status, 303);

    let same = admin.post(&utama, "/paket/baru/kalender", &boxes(&lines, &[])).await;
    assert!(same.status == 422 && same.text().contains("sama dengan"), "{}", same.text());
    let more = lines_with("2026-12-03");
    let late = admin.post(&utama, "/paket/baru/kalender", &boxes(&more, PUBLISH)).await;
    assert!(late.status == 422 && late.text().contains("baru saja diterbitkan"), "{}", late.text());
    let part = admin.post(&utama, "/paket/baru/kalender", &boxes("2026-12-02;libur nasional;Hari", &[])).await;
    assert!(part.status == 422 && part.text().contains("setahun penuh") && part.text().contains("2026-12-02;libur"));

    let pulled = packs_pulled(&utama, &desk).await;
    verify_pack(&pulled[0], &utama.server_key.unwrap()).unwrap();
    assert_eq!(pulled.len(), 1);
    desk.write("2026-11-24", Subject::Office, &Change::Office(OfficeChange::PackApplied { pack: Box::new(pulled[0].clone()) }));
    utama.pushed(&desk, desk.everything()).await;
    assert!(admin.get(&utama, "/paket").await.text().contains("1 dari 2 kantor"));
    let page = admin.get(&utama, "/paket/kalender-2026").await.text();
    assert!(page.contains("Pantai Cermin") && page.contains("belum tersambung sejak terbit"), "{page}");
    packs_pulled(&utama, &other).await;
    assert!(admin.get(&utama, "/paket/kalender-2026").await.text().contains("menunggu diterapkan"));
    let due = utama.database().open(Calendar::shipped().unwrap(), 0).await.unwrap();
    assert_eq!(due.projection("12.18.02").await.unwrap().requests[0].due, "2026-12-08".parse().ok());
    assert!(admin.get(&utama, "/catatan-akses").await.text().contains("menerbitkan paket"));

    let file = admin.get(&utama, "/paket/kalender-2026/1/berkas").await;
    let read = decode_pack(&file.body).unwrap();
    assert!(file.head.contains("kalender-2026-versi-1.lkp") && read.is(&pulled[0]));
}

#[tokio::test]
async fn what_is_withdrawn_is_published_again_as_it_was_before() {
    let utama = Utama::start().await;
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    let lines = lines_with("2026-12-02");
    admin.get(&utama, "/paket").await;
    admin.post(&utama, "/paket/baru/kalender", &boxes(&lines, PUBLISH)).await;
    let page = admin.get(&utama, "/paket/kalender-2026").await.text();
    assert!(page.contains("Tarik kembali versi 1") && page.contains("Hari tambahan"), "{page}");
    let empty = admin.post(&utama, "/paket/kalender-2026/tarik", &[("versi", "2"), ("basis", "")]).await;
    assert!(empty.status == 422 && empty.text().contains("dasar paket"));
    let withdraw = [("versi", "2"), ("basis", "Salah ketik pada versi 1")];
    assert_eq!(admin.post(&utama, "/paket/kalender-2026/tarik", &withdraw).await.status, 303);
    let again = admin.post(&utama, "/paket/kalender-2026/tarik", &withdraw).await;
    assert!(again.status == 422 && again.text().contains("baru saja diterbitkan"), "a form that was sent twice withdraws once");
    let store = utama.database().open(Calendar::shipped().unwrap(), 0).await.unwrap();
    let packs = store.packs().await.unwrap();
    assert_eq!(packs.len(), 2);
    let PackContent::Calendar { days, .. } = &packs[1].signed.pack().content else { panic!() };
    assert_eq!(*days, Calendar::shipped().unwrap().days_of(2026));
}

#[tokio::test]
async fn texts_and_categories_are_published_with_only_what_they_change() {
    let utama = Utama::start().await;
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    admin.get(&utama, "/paket").await;
    let texts = [("title", "Naskah"), ("basis", "Surat edaran 1"), ("hak-sengketa", "Baris satu.\r\n\r\nBaris dua.")];
    let hole = [&texts[..], &[("tidak-lengkap-penutup", "Segera lengkapi.")]].concat();
    let refused = admin.post(&utama, "/paket/baru/naskah", &hole).await;
    assert!(refused.status == 422 && refused.text().contains("{batas} wajib ada"), "{}", refused.text());
    assert_eq!(admin.post(&utama, "/paket/baru/naskah", &[&texts[..], PUBLISH].concat()).await.status, 303);
    let headings = [("title", "Kategori"), ("basis", "Surat edaran 2"), ("isi", "Kode;Nama;Kategori\r\nprofil;Profil;Berkala")];
    assert_eq!(admin.post(&utama, "/paket/baru/kategori", &[&headings[..], PUBLISH].concat()).await.status, 303);
    let store = utama.database().open(Calendar::shipped().unwrap(), 0).await.unwrap();
    let packs = store.packs().await.unwrap();
    let [categories, wording] = &packs[..] else { panic!("{packs:?}") };
    assert!(matches!(&categories.signed.pack().content, PackContent::Categories { headings } if headings.len() == 1));
    let PackContent::Wording { texts } = &wording.signed.pack().content else { panic!() };
    assert_eq!(texts.iter().collect::<Vec<_>>(), [(&"hak-sengketa".to_owned(), &"Baris satu.\n\nBaris dua.".to_owned())]);
}

#[tokio::test]
async fn a_forged_pack_among_the_entries_of_a_desk_is_not_learned_and_suppresses_nothing() -> Result<(), StoreFault> {
    let mut utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    let forged = signed(7, PackContent::shipped(PackLine::Calendar(2026), &Calendar::shipped().unwrap()));
    desk.write("2026-11-23", pack_subject(&forged), &Change::Pack(PackChange::PackReceived { pack: Box::new(forged) }));
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    let store = utama.database().open(Calendar::shipped().unwrap(), 0).await?;
    assert!(store.packs().await?.is_empty());
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    admin.get(&utama, "/paket").await;
    let lines = lines_with("2026-12-02");
    admin.post(&utama, "/paket/baru/kalender", &boxes(&lines, PUBLISH)).await;
    assert_eq!(packs_pulled(&utama, &desk).await.len(), 1);
    Ok(())
}

#[tokio::test]
async fn a_server_that_died_between_an_entry_and_its_note_does_not_write_it_again() {
    let mut utama = Utama::start().await;
    let mut desk = Desk::perbaungan();
    utama.enrol(&mut desk).await;
    utama.pushed(&desk, desk.everything()).await;
    let mut admin = Browser::signed_in(&utama, "admin", "admin", &[]).await;
    admin.get(&utama, "/paket").await;
    admin.post(&utama, "/paket/baru/kalender", &boxes(&lines_with("2026-12-02"), PUBLISH)).await;
    let own = |utama: &Utama| {
        let (database, desk) = (utama.database(), desk.origin);
        async move {
            let store = database.open(Calendar::shipped().unwrap(), 0).await.unwrap();
            let series = store.series("12.18.02").await.unwrap();
            let mut own = series.into_iter().filter(|series| series.writer.origin != desk && series.length > 0);
            let chain = own.next().unwrap().chain();
            assert!(own.next().is_none(), "a second series");
            chain
        }
    };
    packs_pulled(&utama, &desk).await;
    let before = own(&utama).await;
    execute(&utama.database(), "delete from pack_deliveries").await;
    let both = [desk.after(desk.entries.len()), before];
    assert_eq!(utama.hello(&desk, utama.epoch.unwrap(), &both).await, None);
    assert_eq!((before.length, own(&utama).await), (1, before));
}
