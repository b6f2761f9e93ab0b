//! The first start: the office, its officials, its numbers, the first account, and a recovery card.

use crate::desk::Desk;
use crate::error::DeskError;
use crate::journal::transaction::Pen;
use crate::kernel::folder::{Folder, make_private};
use crate::kernel::hold::Hold;
use crate::kernel::moment::Moment;
use crate::kernel::patience;
use crate::kernel::random::{Dice, new_uuid, roll};
use crate::kernel::settling::settle_names;
use crate::kernel::slot::{DatabaseKey, OpenedSlot, Opener, Voucher};
use crate::kernel::vault::Vault;
use crate::opening::password::check_password;
use crate::settings::emblem::read_emblem;
use crate::store::projection;
use crate::store::slots::{self, KnownSlots};
use crate::store::writing::Writing;
use crate::store::{adding, local, open};
use loket_domain::change::{Change, OfficeChange};
use loket_domain::days_of;
use loket_domain::ids::{AccountId, OfficialId};
use loket_domain::numbering::{DeskCode, NumberPattern, SeriesStart};
use loket_domain::office::{
    Account, Capacity, ClockStart, OfficeCode, OfficeContact, OfficeDesk, OfficeProfile, Official, OwnOffice, PaperSize, Role,
    read_letterhead_lines, read_nip, read_represented,
};
use loket_domain::problem::{Problems, Refused};
use loket_domain::working_days::WorkWeek;
use loket_journal::{Chain, DeskKey, Digest, HybridClock, OriginId, Stamp, Subject};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The first start's form as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[allow(missing_docs)] // Each field is one box of the form.
pub struct FirstStart {
    pub office_code: String,
    pub kecamatan: String,
    pub abbreviation: String,
    pub regency: String,
    pub letterhead_government: String,
    pub letterhead_office: String,
    pub letterhead_lines: Vec<String>,
    /// Standard base64 of a PNG or JPEG, or empty.
    pub emblem: String,
    pub place: String,
    #[serde(default)]
    pub contact_phone: String,
    #[serde(default)]
    pub contact_whatsapp: String,
    #[serde(default)]
    pub contact_email: String,
    pub paper: String,
    pub work_week: String,
    pub clock_start: String,
    pub collective_leave_is_workday: bool,
    pub number_pattern: String,
    pub first_number: u32,
    pub desk_code: String,
    /// Whether it takes the place of a computer that was this desk: no number is given before those given there are known.
    #[serde(default)]
    pub replaces: bool,
    pub officials: Vec<OfficialInput>,
    pub login: String,
    pub account_name: String,
    pub account_role: String,
    pub password: String,
    pub password_again: String,
}

/// One row of the table of officials, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[allow(missing_docs)] // Each field is one box of the form.
pub struct OfficialInput {
    pub name: String,
    pub nip: String,
    pub rank: String,
    pub position: String,
    pub role: String,
    pub capacity: String,
    /// One to a line.
    #[serde(default)]
    pub represents: String,
    #[serde(default)]
    pub own_government: String,
    #[serde(default)]
    pub own_name: String,
    /// One to a line.
    #[serde(default)]
    pub own_lines: String,
    #[serde(default)]
    pub own_place: String,
}

/// The form as checked; identities are still to be given.
struct Checked {
    profile: OfficeProfile,
    desk: DeskCode,
    pattern: NumberPattern,
    officials: Vec<Official>,
    role: Role,
}

impl FirstStart {
    fn check(&self) -> Result<Checked, Refused> {
        let mut p = Problems::default();
        let profile = self.profile(&mut p);
        let desk = DeskCode::check(&mut p, "desk_code", &self.desk_code);
        let pattern = NumberPattern::check(&mut p, "number_pattern", &self.number_pattern, &desk);
        p.when(
            !(1..=99_999).contains(&self.first_number),
            "first_number",
            "Nomor awal antara 1 dan 99999: lanjutkan nomor terakhir di buku register.",
        );
        let officials = self.officials(&mut p);
        let login = p.text("login", &self.login, 40, "Isi nama akun untuk masuk.");
        p.when(
            !login.chars().all(|c| c.is_ascii_alphanumeric() || ".-_".contains(c)),
            "login",
            "Nama akun hanya berisi huruf, angka, titik, garis bawah atau tanda hubung.",
        );
        p.text("account_name", &self.account_name, 200, "Isi nama lengkap pemegang akun.");
        let role = Role::from_code(&self.account_role);
        p.when(role.is_none(), "account_role", "Pilih peran pemegang akun.");
        let names = [&self.login, &self.kecamatan, &self.regency, &self.abbreviation];
        check_password(&mut p, &self.password, &self.password_again, names.into_iter().map(String::as_str));
        let made = (|| Some(Checked { profile: profile?, desk, pattern, officials: officials?, role: role? }))();
        p.or(made)
    }

    fn profile(&self, p: &mut Problems) -> Option<OfficeProfile> {
        let code = OfficeCode::check(p, "office_code", &self.office_code);
        let kecamatan = p.text("kecamatan", &self.kecamatan, 80, "Isi nama kecamatan.");
        let abbreviation = p.text("abbreviation", &self.abbreviation, 10, "Isi singkatan kantor untuk nomor.");
        let regency = p.text("regency", &self.regency, 80, "Isi nama kabupaten.");
        let letterhead_government = p.text("letterhead_government", &self.letterhead_government, 120, "Isi baris pertama kop.");
        let letterhead_office = p.text("letterhead_office", &self.letterhead_office, 120, "Isi nama kantor di kop.");
        let letterhead_lines = read_letterhead_lines(p, "letterhead_lines", &self.letterhead_lines);
        let emblem = read_emblem(p, &self.emblem);
        let place = p.text("place", &self.place, 80, "Isi nama tempat untuk tanggal surat.");
        let paper = PaperSize::from_code(&self.paper);
        p.when(paper.is_none(), "paper", "Pilih ukuran kertas.");
        let week = WorkWeek::from_code(&self.work_week);
        p.when(week.is_none(), "work_week", "Pilih hari kerja kantor.");
        let clock_start = ClockStart::from_code(&self.clock_start);
        p.when(clock_start.is_none(), "clock_start", concat!("Pilih kapan ", days_of!(Answer), " hari kerja mulai dihitung."));
        Some(OfficeProfile {
            code,
            regency,
            kecamatan,
            abbreviation,
            letterhead_government,
            letterhead_office,
            letterhead_lines,
            emblem,
            place,
            zone: None,
            dip_decree: None,
            dik_decree: None,
            contact: OfficeContact::read(p, &self.contact_phone, &self.contact_whatsapp, &self.contact_email),
            paper: paper?,
            week: week?,
            clock_start: clock_start?,
            collective_leave_works: self.collective_leave_is_workday,
            fetch_reminder_days: None,
            copies_to: vec![],
        })
    }

    fn officials(&self, p: &mut Problems) -> Option<Vec<Official>> {
        let read = self.officials.iter().enumerate().map(|(row, typed)| {
            let mut of_row = Problems::default();
            let official = typed.read(&mut of_row);
            p.within(of_row, |field| format!("officials.{row}.{field}"));
            official
        });
        // Every row is read, so that all that must change is said at once.
        let officials: Vec<Option<Official>> = read.collect();
        let officials: Vec<Official> = officials.into_iter().collect::<Option<_>>()?;
        let decides = officials.iter().any(|official| official.role == Role::PpidUnit);
        p.when(!decides, "officials", "Tambahkan sekurang-kurangnya satu PPID Pelaksana: ia yang menandatangani jawaban.");
        Some(officials)
    }
}

impl OfficialInput {
    /// The official, whose identity is still to be given.
    fn read(&self, p: &mut Problems) -> Option<Official> {
        let lines = |typed: &str| typed.lines().map(str::to_owned).collect::<Vec<_>>();
        let name = p.text("name", &self.name, 120, "Isi nama pejabat.");
        let position = p.text("position", &self.position, 150, "Isi jabatan seperti di atas tanda tangan.");
        let rank = p.short("rank", &self.rank, 80);
        let nip = read_nip(p, "nip", &self.nip);
        let (role, capacity) = (Role::from_code(&self.role), Capacity::from_code(&self.capacity));
        p.when(role.is_none(), "role", "Pilih peran pejabat.");
        p.when(capacity.is_none(), "capacity", "Pilih cara pejabat menandatangani.");
        let represents = read_represented(p, "represents", &lines(&self.represents), capacity);
        let own = OwnOffice::read(p, &self.own_government, &self.own_name, &lines(&self.own_lines), &self.own_place);
        Some(Official {
            id: OfficialId(Uuid::nil()),
            name,
            nip,
            rank: (!rank.is_empty()).then_some(rank),
            position,
            role: role?,
            capacity: capacity?,
            appointment: None,
            represents,
            own_office: own,
        })
    }
}

impl Folder {
    /// Does the first start: everything is made in a folder beside and moved into place at once, so that a power cut
    /// leaves either no desk or a whole one. Returns the desk, signed in, and the recovery card's code.
    ///
    /// # Errors
    /// [`DeskError::Refused`] with the fields to change; [`DeskError::AlreadyStarted`]; [`DeskError::OpenElsewhere`].
    pub fn begin(&self, first: &FirstStart, moment: Moment, mut dice: Dice) -> Result<(Desk, String), DeskError> {
        let checked = first.check()?;
        let taken = self.take()?;
        if self.is_started() {
            return Err(DeskError::AlreadyStarted);
        }
        let key = DatabaseKey::new(roll(&mut dice)?);
        let mut vault = Vault::new(checked.profile.name());
        let own = Opener::password(&first.login);
        let voucher = Voucher::first(&key);
        let mark = vault.put(own.clone(), &first.password, (&key, &voucher), &mut dice)?;
        let (card, card_mark) = vault.make_card((&key, &voucher), &mut dice)?;
        let known = [(own.name(), mark), (Opener::Card.name(), card_mark)];
        let known: KnownSlots = known.into_iter().map(|(name, mark)| (name, [mark].into())).collect();

        let unfinished = self.within("belum-selesai");
        patience::remove_folder(self.disk(), unfinished.path())?;
        make_private(unfinished.path())?;
        make_private(&unfinished.data())?;
        let chain = write_office(&unfinished, (&key, &known), first, checked, moment, &mut dice)?;
        unfinished.keep_vault(&vault)?;
        patience::rename(self.disk(), &unfinished.data(), &self.data())?;
        // The desk is there now: what fails from here on is tidying, and must not hide the card.
        let _ = settle_names(self.path());
        let _ = patience::remove_folder(self.disk(), unfinished.path());
        self.forget_first_start();
        self.leave_trail(&chain);
        let opened = OpenedSlot { key, next: None, mark, older: false };
        let mut desk = crate::opening::open::open(self, (&vault, &own, &opened), first.login.trim(), dice, taken)?;
        desk.card = Some(card.clone().into());
        Ok((desk, card))
    }
}

fn write_office(
    folder: &Folder,
    (key, known): (&DatabaseKey, &KnownSlots),
    first: &FirstStart,
    checked: Checked,
    moment: Moment,
    dice: &mut Dice,
) -> Result<Chain, DeskError> {
    let connection = open::create(&folder.database(), key)?;
    let transaction = Writing::begin(&connection)?;
    let seed = Digest(roll(dice)?);
    let origin = OriginId(new_uuid(dice, moment)?);
    local::write(&transaction, local::KEY_SEED, &seed.to_string())?;
    local::write(&transaction, local::ORIGIN, &origin.0.to_string())?;
    local::write(&transaction, local::DESK_CODE, checked.desk.as_str())?;
    slots::keep(&transaction, known)?;
    local::write(&transaction, local::VOUCHER, &Voucher::first(key).to_keep().to_string())?;
    if first.replaces {
        local::write_json(&transaction, local::HOLD, &Hold::CatchUp)?;
    }

    let code = checked.profile.code.clone();
    let account = Account {
        id: AccountId(new_uuid(dice, moment)?),
        login: first.login.trim().to_owned(),
        name: first.account_name.trim().to_owned(),
        role: checked.role,
        also: std::collections::BTreeSet::new(),
        closed_on: None,
    };
    let actor = account.id;
    local::write(&transaction, &local::account(&account.login), &actor.to_string())?;
    let mut changes = vec![
        Change::Office(OfficeChange::OfficeEstablished { profile: checked.profile }),
        Change::Office(OfficeChange::AccountOpened { account }),
    ];
    for official in checked.officials {
        let official = Official { id: OfficialId(new_uuid(dice, moment)?), ..official };
        changes.push(Change::Office(OfficeChange::OfficialNamed { official }));
    }
    let today = moment.local.date();
    let start = SeriesStart { year: chrono::Datelike::year(&today), first: first.first_number };
    changes.push(Change::Office(OfficeChange::DeskOpened {
        desk: OfficeDesk { code: checked.desk, pattern: checked.pattern, start, opened_on: today },
    }));

    let (mut chain, mut clock) = (Chain::empty(origin), HybridClock::after(Stamp(0)));
    let mut pen = Pen { office: &code, actor, chain: &mut chain, clock: &mut clock, dice, written: 0 };
    for change in &changes {
        pen.write(&transaction, moment, Subject::Office, change)?;
    }
    adding::insert_head(&transaction, origin, &DeskKey::from_seed(&seed.0).sign(&chain))?;
    projection::project(&transaction, "office", None, &loket_domain::calendar::Calendar::default())?;
    transaction.commit()?;
    // Into the one file: what is moved into place must not lean on a log beside it.
    connection.pragma_update(None, "wal_checkpoint", "truncate")?;
    Ok(chain)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::invented::{PASSWORD, begun_on, moment};
    use crate::kernel::faulty_disk::FaultyDisk;
    use crate::system_dice;
    use crate::views::RequestQuery;
    use std::sync::Arc;

    #[test]
    fn a_desk_begins_keeps_files_and_gets_its_new_key_while_a_scanner_looks_into_every_file() {
        let disk = Arc::new(FaultyDisk::held_for(500));
        let (_dir, folder, mut desk) = begun_on(disk.clone());
        assert!(disk.waited() >= 500 && !folder.within("belum-selesai").path().exists());
        let list = desk.requests(&RequestQuery { limit: 1, ..RequestQuery::default() }, moment()).unwrap();
        desk.attach(&list.rows[0].id, "ktp.pdf", "identity", b"%PDF-1.4 rekaan", moment()).unwrap();
        desk.journal.want_new_key(&[]).unwrap();
        desk.renew_key().unwrap();
        assert!(!desk.journal.wants_new_key().unwrap());
        desk.verify().unwrap();
        drop(desk);
        folder.unlock("a", PASSWORD, moment(), system_dice()).unwrap().verify().unwrap();
    }
}
