//! Packs of PPID Utama on their way: published once, applied as shown, the same by sync and by file, equal on both sides.

use chrono::NaiveDate;
use loket_desk::DeskError;
use loket_desk::views::{
    CalendarChange, Done, ExportRef, FieldValue, Filled, ListKind, ListQuery, SheetFormat, SubjectKind, SubjectRef,
};
use loket_domain::calendar::{Calendar, DayOff, DayOffKind};
use loket_domain::dip::DipCategory;
use loket_domain::office::OfficeKind;
use loket_domain::pack::{Heading, Pack, PackContent, PublicBody, SignedPack};
use loket_journal::{DeskKey, encode_pack};
use loket_utama::PublishedPack;
use serde_json::json;
use std::collections::BTreeMap;
use tempfile::TempDir;

use crate::office::{Counter, OFFICE, Utama, at, copy_all};

const SKB: &str = "SKB 3 Menteri 933/2026, 1/2026, 3/2026";

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The shipped year with another national holiday on each of these days.
fn year_with(days: &[&str]) -> PackContent {
    let mut all = Calendar::shipped().unwrap().days_of(2026);
    let day = |on: &&str| DayOff { date: date(on), kind: DayOffKind::National, name: "Libur tambahan".into(), estimated: false };
    all.extend(days.iter().map(day));
    all.sort_by_key(|day| day.date);
    PackContent::Calendar { year: 2026, days: all }
}

fn pack(version: u32, content: PackContent) -> Pack {
    Pack::new(version, &content.line().label(), SKB, date("2026-11-23"), content).unwrap()
}

impl Utama {
    async fn publish(&self, version: u32, content: PackContent) -> SignedPack {
        let signed = self.service.sign_pack(&pack(version, content)).unwrap();
        let published = PublishedPack { signed: signed.clone(), published: at(2).millis, login: "admin".into() };
        assert!(self.store.keep_pack(published).await.unwrap());
        signed
    }

    async fn due(&self) -> Option<NaiveDate> {
        self.store.projection(OFFICE).await.unwrap().requests[0].due
    }
}

impl Counter {
    /// The packs here, as (name, standing).
    fn packs(&self) -> Vec<(String, String)> {
        let query = ListQuery { list: ListKind::Packs, words: String::new(), filter: None, offset: 0, limit: 50 };
        let page = self.with(|desk| desk.list(&query, at(400))).unwrap();
        page.rows.into_iter().map(|row| (row.cells[0].clone(), row.cells[4].clone())).collect()
    }

    fn pack(&self, name: &str) -> SubjectRef {
        let query = ListQuery { list: ListKind::Packs, words: String::new(), filter: None, offset: 0, limit: 50 };
        let page = self.with(|desk| desk.list(&query, at(400))).unwrap();
        page.rows.into_iter().find(|row| row.cells[0] == name).unwrap().subject
    }

    fn change(&self, name: &str, action: &str, boxes: &[(&str, FieldValue)], minute: u32) -> Result<CalendarChange, DeskError> {
        let subject = self.pack(name);
        let filled: Filled = boxes.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        self.with(|desk| desk.change_preview(&subject, action, &filled, at(minute)))
    }

    fn accept(&self, change: &CalendarChange, minute: u32) -> Result<Done, DeskError> {
        self.with(|desk| desk.accept_calendar(&change.token, at(minute)))
    }

    fn apply(&self, name: &str, minute: u32) -> Done {
        let change = self.change(name, "apply_pack", &[], minute).unwrap();
        self.accept(&change, minute).unwrap()
    }

    fn news(&self) -> Vec<String> {
        let today = self.with(|desk| desk.today_view(at(400))).unwrap();
        let news = today.groups.into_iter().find(|group| group.code == "news").unwrap();
        news.items.into_iter().map(|item| item.title).collect()
    }

    /// The date by which the first request must be answered, as the register's list has it.
    fn due(&self) -> Option<NaiveDate> {
        let number = self.numbers()[0].clone();
        let id = self.id_of(&number);
        self.with(|desk| desk.request(&id, at(400))).unwrap().row.due
    }
}

fn because(reason: &str) -> [(&'static str, FieldValue); 1] {
    [("reason", FieldValue::Text(reason.into()))]
}

#[tokio::test]
async fn a_calendar_is_published_shown_applied_and_taken_back_with_equal_deadlines_on_both_sides() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    counter.register("Warga Satu", 5);
    counter.sync(&utama.link()).await;
    assert_eq!((counter.due(), utama.due().await), (Some(date("2026-12-07")), Some(date("2026-12-07"))));

    utama.publish(1, year_with(&["2026-12-02"])).await;
    counter.sync(&utama.link()).await;
    assert_eq!(counter.news(), ["Paket Kalender 2026 versi 1"]);
    assert_eq!(counter.due(), Some(date("2026-12-07")), "nothing counts before it is applied");
    let change = counter.change("Kalender 2026 versi 1", "apply_pack", &[], 10).unwrap();
    assert_eq!(change.differences.len(), 1);
    assert_eq!(change.differences[0].what, "Rabu, 2 Desember 2026");
    assert_eq!((change.rows[0].old_text.as_str(), change.rows[0].new_text.as_str()), ("7 Desember 2026", "8 Desember 2026"));
    counter.register("Warga Dua", 11);
    assert!(counter.accept(&change, 12).unwrap_err().to_string().contains("berubah"), "another deadline would move too");
    assert!(counter.apply("Kalender 2026 versi 1", 13).said.contains("2 batas waktu"));
    assert!(counter.news().is_empty());
    counter.sync(&utama.link()).await;
    assert_eq!((counter.due(), utama.due().await), (Some(date("2026-12-08")), Some(date("2026-12-08"))));
    let offices = utama.store.offices().await.unwrap();
    assert_eq!(
        offices[0].packs.versions.iter().map(|(line, version)| format!("{line} {version}")).collect::<Vec<_>>(),
        ["kalender-2026 1"]
    );
    let id = counter.id_of(&counter.numbers()[0]);
    let view = counter.with(|desk| desk.request(&id, at(20))).unwrap();
    let moved = view.timeline.iter().find(|item| item.what.starts_with("Batas waktu bergeser")).unwrap();
    assert!(moved.note.as_deref().is_some_and(|note| note.contains(SKB)), "{moved:?}");

    let change = counter.change("Kalender 2026 versi 1", "revert_pack", &because("Terbit terlalu awal"), 21).unwrap();
    assert_eq!(change.rows.len(), 2);
    counter.accept(&change, 22).unwrap();
    assert_eq!(counter.packs(), [("Kalender 2026 versi 1".into(), "Dikembalikan kantor".into())]);
    counter.sync(&utama.link()).await;
    assert_eq!((counter.due(), utama.due().await), (Some(date("2026-12-07")), Some(date("2026-12-07"))));
    assert!(counter.news().is_empty(), "what was taken back is no news again");
    counter.verify();
    let entries = utama.entries().await;
    counter.sync(&utama.link()).await;
    assert_eq!(utama.entries().await, entries, "nothing is delivered twice");
}

#[tokio::test]
async fn an_office_that_enrols_later_gets_what_holds_and_nothing_older() {
    let utama = Utama::start().await;
    utama.publish(1, year_with(&["2026-12-02"])).await;
    utama.publish(2, year_with(&["2026-12-03"])).await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    counter.sync(&utama.link()).await;
    assert_eq!(counter.packs(), [("Kalender 2026 versi 2".into(), "Menunggu diterapkan".into())]);
}

#[tokio::test]
async fn two_desks_that_apply_different_versions_apart_end_alike_and_a_person_is_told() {
    let utama = Utama::start().await;
    let first = Counter::enrolled("A", "Sari Misal", &utama).await;
    // With a second account the roles count; here whoever sits at a desk keeps the settings too.
    first.act(SubjectKind::Office, "", "edit_duties", json!({"administer": ["desk_officer"]}), 3).unwrap();
    first.sync(&utama.link()).await;
    let second = Counter::enrolled("B", "Budi Misal", &utama).await;
    first.register("Warga Satu", 5);
    utama.publish(1, year_with(&["2026-12-02"])).await;
    for counter in [&first, &second, &first, &second] {
        counter.sync(&utama.link()).await;
    }
    utama.publish(2, year_with(&["2026-12-02", "2026-12-03"])).await;
    first.sync(&utama.link()).await;
    first.apply("Kalender 2026 versi 2", 30);
    // The second desk has not heard of it, and applies the older one later.
    second.apply("Kalender 2026 versi 1", 40);
    for counter in [&first, &second, &first, &second] {
        counter.sync(&utama.link()).await;
    }
    let expected = Some(date("2026-12-09"));
    assert_eq!((first.due(), second.due(), utama.due().await), (expected, expected, expected));
    assert_eq!(first.packs(), second.packs());
    for counter in [&first, &second] {
        assert!(
            counter.review().iter().any(|item| item.contains("Paket Kalender 2026 versi 1 diterapkan")),
            "{:?}",
            counter.review()
        );
        counter.verify();
    }
}

#[tokio::test]
async fn a_file_is_the_same_pack_and_a_wrong_file_changes_nothing() {
    let utama = Utama::start().await;
    let one = utama.publish(1, year_with(&["2026-12-02"])).await;
    let alone = Counter::begin("A", "Sari Misal");
    let read = |counter: &Counter, bytes: &[u8]| counter.with(|desk| desk.read_pack(bytes, at(6)));
    let said = |done: Result<Done, DeskError>| done.unwrap_err().to_string();
    assert!(said(read(&alone, &encode_pack(&one).unwrap())).contains("Sambungkan dahulu"));

    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let file = encode_pack(&one).unwrap();
    let written = counter.with(|desk| desk.written());
    let foreign = DeskKey::from_seed(&[9; 32]).sign_pack(&pack(1, year_with(&["2026-12-02"]))).unwrap();
    assert!(said(read(&counter, &encode_pack(&foreign).unwrap())).contains("bukan dari PPID Utama"));
    let changed = SignedPack::new(one.text().replace("tambahan", "karangan"), one.signature().into()).unwrap();
    assert!(said(read(&counter, &encode_pack(&changed).unwrap())).contains("bukan dari PPID Utama"));
    assert!(said(read(&counter, &file[..file.len() / 2])).contains("rusak"));
    assert!(said(read(&counter, b"LKP2 dari masa depan")).contains("perbarui"));
    assert!(said(read(&counter, &vec![0; 1 << 20])).contains("lebih besar"));
    assert_eq!(counter.with(|desk| desk.written()), written);

    // By file first, then by sync, then by file again: one pack.
    read(&counter, &file).unwrap();
    for _ in 0..3 {
        counter.sync(&utama.link()).await;
    }
    assert!(read(&counter, &file).unwrap().said.contains("sudah diterima"));
    assert_eq!(counter.packs(), [("Kalender 2026 versi 1".into(), "Menunggu diterapkan".into())]);
    let two = utama.publish(2, year_with(&["2026-12-03"])).await;
    read(&counter, &encode_pack(&two).unwrap()).unwrap();
    counter.apply("Kalender 2026 versi 2", 8);
    let older = utama.service.sign_pack(&pack(1, year_with(&["2026-12-04"]))).unwrap();
    assert!(said(read(&counter, &encode_pack(&older).unwrap())).contains("lebih lama"));
    assert_eq!(counter.packs()[1].1, "Digantikan versi 2");
    let refused = counter.change("Kalender 2026 versi 1", "apply_pack", &[], 9);
    assert!(refused.unwrap_err().to_string().contains("lebih baru"));
    counter.verify();
}

#[tokio::test]
async fn the_offices_own_wording_stays_until_a_person_gives_it_up() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let own = json!({"text": "Menurut kantor kami sendiri."});
    counter.act(SubjectKind::Template, "hak-sengketa", "reword", own, 5).unwrap();
    let texts = |rights: &str, objection: &str| PackContent::Wording {
        texts: BTreeMap::from([("hak-sengketa".into(), rights.into()), ("hak-keberatan".into(), objection.into())]),
    };
    utama.publish(1, texts("Menurut PPID Utama.", "Keberatan menurut PPID Utama.")).await;
    // What waited is sent in the first round, and both compare in the next.
    counter.sync(&utama.link()).await;
    counter.sync(&utama.link()).await;
    let text = |counter: &Counter, code: &str| {
        let record = counter.with(|desk| desk.record(&SubjectRef::new(SubjectKind::Template, code), at(9))).unwrap();
        record.groups[0].text.clone().unwrap()
    };
    let change = counter.change("Naskah surat versi 1", "apply_pack", &[], 6).unwrap();
    assert_eq!(change.differences.iter().map(|piece| piece.what.as_str()).collect::<Vec<_>>(), ["Hak mengajukan keberatan"]);
    counter.accept(&change, 7).unwrap();
    assert_eq!(text(&counter, "hak-sengketa"), "Menurut kantor kami sendiri.");
    assert_eq!(text(&counter, "hak-keberatan"), "Keberatan menurut PPID Utama.");

    utama.publish(2, texts("Menurut PPID Utama, versi dua.", "Keberatan menurut PPID Utama.")).await;
    // What waited is sent in the first round, and both compare in the next.
    counter.sync(&utama.link()).await;
    counter.sync(&utama.link()).await;
    let given_up = [("hak-sengketa", FieldValue::Yes(true))];
    let change = counter.change("Naskah surat versi 2", "apply_pack", &given_up, 8).unwrap();
    assert_eq!(change.differences[0].before, "Menurut kantor kami sendiri.");
    counter.accept(&change, 9).unwrap();
    assert_eq!(text(&counter, "hak-sengketa"), "Menurut PPID Utama, versi dua.");
    let change = counter.change("Naskah surat versi 2", "revert_pack", &because("Belum disetujui"), 10).unwrap();
    counter.accept(&change, 11).unwrap();
    assert_eq!(text(&counter, "hak-sengketa"), "Menurut PPID Utama.");
    counter.verify();
}

#[tokio::test]
async fn categories_group_the_catalogue_within_those_of_the_law() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let heading = |code: &str, name: &str| Heading { code: code.into(), name: name.into(), category: DipCategory::Periodic };
    utama.publish(1, PackContent::Categories { headings: vec![heading("profil", "Profil"), heading("aset", "Aset")] }).await;
    counter.sync(&utama.link()).await;
    counter.apply("Kategori DIP versi 1", 5);
    let item = |category: &str, heading: &str| {
        json!({"summary": "Struktur organisasi kecamatan", "category": category, "heading": heading, "holder": "Subbagian Umum",
            "responsible": "Sekretaris", "made": "Januari 2026", "format": "Softcopy", "retention": "5 tahun"})
    };
    let list = |category: &str, heading: &str| counter.act(SubjectKind::DipItem, "", "list", item(category, heading), 6);
    assert!(list("setiap_saat", "profil").unwrap_err().to_string().contains("termasuk kategori Berkala"));
    assert!(list("berkala", "entah").unwrap_err().to_string().contains("tidak dikenal"));
    list("berkala", "profil").unwrap();
    utama.publish(2, PackContent::Categories { headings: vec![heading("aset", "Aset dan inventaris")] }).await;
    // What waited is sent in the first round, and both compare in the next.
    counter.sync(&utama.link()).await;
    counter.sync(&utama.link()).await;
    let change = counter.change("Kategori DIP versi 2", "apply_pack", &[], 7).unwrap();
    let told: Vec<_> = change.differences.iter().map(|piece| (piece.what.as_str(), piece.after.as_str())).collect();
    assert_eq!(told, [("aset", "Aset dan inventaris (Berkala)"), ("profil", "–")]);
    counter.accept(&change, 8).unwrap();
    let query = ListQuery { list: ListKind::Dip, words: String::new(), filter: None, offset: 0, limit: 50 };
    let row = counter.with(|desk| desk.list(&query, at(9))).unwrap().rows.remove(0);
    assert_eq!(row.cells[1], "Berkala: Profil", "what was retired keeps its name");
    let export = ExportRef::Dip { format: SheetFormat::Csv };
    let (name, file) = counter.with(|desk| desk.export(&export, at(10))).unwrap();
    let preview = counter.with(|desk| desk.import_preview(&name, &file, at(10))).unwrap();
    assert_eq!((preview.same, preview.changed, preview.problems.len()), (1, 0, 0), "also in a file and back");
    counter.verify();
}

#[tokio::test]
async fn a_restored_server_learns_its_packs_back_from_a_desk() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let backup = utama.backup();
    utama.publish(1, year_with(&["2026-12-02"])).await;
    counter.sync(&utama.link()).await;
    counter.apply("Kalender 2026 versi 1", 5);
    counter.sync(&utama.link()).await;

    let restored = TempDir::new().unwrap();
    copy_all(backup.path(), restored.path());
    let utama = Utama::on(restored).await;
    assert!(utama.store.packs().await.unwrap().is_empty());
    for _ in 0..2 {
        counter.sync(&utama.link()).await;
    }
    let packs = utama.store.packs().await.unwrap();
    assert_eq!(packs.iter().map(PublishedPack::version).collect::<Vec<_>>(), [1]);
    let entries = utama.entries().await;
    counter.sync(&utama.link()).await;
    assert_eq!(utama.entries().await, entries, "it is not delivered again");
}

/// The directory with these offices besides the kecamatan that come with the app.
fn directory(more: &[(&str, &str)]) -> PackContent {
    let mut offices = PackContent::shipped_offices();
    let body = |(code, name): &(&str, &str)| PublicBody {
        code: (*code).into(),
        name: (*name).to_owned(),
        kind: OfficeKind::of_name(name),
    };
    offices.extend(more.iter().map(body));
    PackContent::Directory { offices }
}

impl Counter {
    /// The offices that are offered when the first request is forwarded.
    fn offered(&self) -> Vec<String> {
        let subject = SubjectRef::new(SubjectKind::Request, self.id_of(&self.numbers()[0]));
        let form = self.with(|desk| desk.action_form(&subject, "forward", at(300))).unwrap();
        let mut fields = form.sections.into_iter().flat_map(|section| section.fields);
        let unit = fields.find(|field| field.name == "unit").unwrap();
        unit.choices.into_iter().map(|choice| choice.label).collect()
    }
}

#[tokio::test]
async fn a_directory_holds_at_every_desk_as_soon_as_it_came_and_is_offered_when_a_request_is_forwarded() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    counter.register("Warga Satu", 5);
    assert!(counter.offered().contains(&"Kantor Camat Silinda".to_owned()), "until one comes, those of the app");
    utama.publish(1, directory(&[("12.18.71", "Dinas Pendidikan")])).await;
    for _ in 0..2 {
        counter.sync(&utama.link()).await;
    }
    assert_eq!(counter.packs(), [("Direktori kantor versi 1".to_owned(), "Berlaku".to_owned())]);
    assert!(counter.news().is_empty(), "nobody has to apply it");
    let offered = counter.offered();
    assert!(offered.contains(&"Dinas Pendidikan".to_owned()) && !offered.contains(&"Kantor Camat Perbaungan".to_owned()));
    assert!(offered.is_sorted(), "{offered:?}");
    for step in ["apply_pack", "revert_pack"] {
        assert!(counter.change("Direktori kantor versi 1", step, &because("Keliru"), 20).is_err(), "{step}");
    }

    utama.publish(2, directory(&[("12.18.71", "Dinas Pendidikan dan Kebudayaan")])).await;
    for _ in 0..2 {
        counter.sync(&utama.link()).await;
    }
    let standing: Vec<_> = counter.packs().into_iter().map(|(_, standing)| standing).collect();
    assert_eq!(standing, ["Berlaku", "Digantikan versi 2"]);
    assert!(counter.offered().contains(&"Dinas Pendidikan dan Kebudayaan".to_owned()));
    assert!(!counter.offered().contains(&"Dinas Pendidikan".to_owned()));
    counter.verify();
}

#[tokio::test]
async fn a_directory_that_is_older_than_the_one_here_is_refused_with_a_sentence_and_not_kept() {
    let utama = Utama::start().await;
    let counter = Counter::enrolled("A", "Sari Misal", &utama).await;
    let signed = |version| utama.service.sign_pack(&pack(version, directory(&[("12.18.71", "Dinas Sosial")]))).unwrap();
    let read = |version| {
        let file = encode_pack(&signed(version)).unwrap();
        counter.with(|desk| desk.read_pack(&file, at(10)))
    };
    assert!(read(3).unwrap().said.contains("langsung berlaku"));
    for older in [1, 2] {
        assert!(read(older).unwrap_err().to_string().contains("lebih lama daripada yang sudah berlaku"));
    }
    assert_eq!(counter.packs().len(), 1);
    read(4).unwrap();
    assert_eq!(counter.packs()[0], ("Direktori kantor versi 4".to_owned(), "Berlaku".to_owned()));
    let forged = DeskKey::from_seed(&[9; 32]).sign_pack(&pack(9, directory(&[]))).unwrap();
    let file = encode_pack(&forged).unwrap();
    assert!(counter.with(|desk| desk.read_pack(&file, at(11))).is_err(), "another hand signed it");
    counter.verify();
}
