//! Officials and accounts.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::form::{choice, date, many, password, section, text, ticked, typed};
use crate::forms::step::{step, unknown};
use crate::journal::Journal;
use crate::journal::transaction::Written;
use crate::kernel::moment::Moment;
use crate::kernel::random::new_uuid;
use crate::kernel::vault::{DatabaseKey, Vault};
use crate::kernel::vault_error::VaultError;
use crate::opening::password::check_password;
use crate::store::local;
use crate::views::action::{ActionForm, Done, Filled, FormField};
use crate::views::choices;
use crate::views::step::NextStep;
use crate::views::subject::{SubjectKind, SubjectRef};
use loket_domain::authority::Duty;
use loket_domain::change::{Change, OfficeChange};
use loket_domain::ids::{AccountId, OfficialId};
use loket_domain::office::{Account, Appointment, Capacity, Official, Role, read_nip};
use loket_domain::problem::{Problems, Refused};
use loket_journal::Subject;
use std::collections::BTreeSet;

/// What happened, for the list the window stays in.
fn said(words: &str) -> Done {
    Done { subject: None, paper: None, said: words.to_owned() }
}

pub(crate) fn official_steps(context: &Context<'_>, official: &Official) -> Vec<NextStep> {
    let may = context.office.may(context.account, Duty::Administer);
    let left = official.appointment.as_ref().is_some_and(|appointed| appointed.until.is_some());
    let relieved = if left { Err(Refused::NotNow("Masa jabatan pejabat ini sudah berakhir.")) } else { Ok(()) };
    vec![step("revise", "Ubah", true, may.clone()), step("relieve", "Akhiri jabatan", true, may.and(relieved))]
}

pub(crate) fn account_steps(context: &Context<'_>, account: &Account) -> Vec<NextStep> {
    let may = context.office.may(context.account, Duty::Administer);
    let own = account.id == context.account.id;
    let closing = match account.closed_on {
        Some(_) => Err(Refused::NotNow("Akun ini sudah ditutup.")),
        None if own => Err(Refused::NotNow("Akun yang sedang dipakai tidak dapat ditutup; masuk dengan akun lain.")),
        None => Ok(()),
    };
    let password = if own { Ok(()) } else { Err(Refused::NotNow("Sandi hanya diganti oleh pemegang akunnya.")) };
    vec![
        step("revise", "Ubah peran", true, may.clone()),
        step("password", "Ganti sandi", true, password),
        step("close", "Tutup akun", true, may.and(closing)),
    ]
}

pub(crate) fn person_form_of(
    context: &Context<'_>,
    subject: &SubjectRef,
    action: &str,
    moment: Moment,
) -> Result<ActionForm, DeskError> {
    let today = moment.local.date();
    match (subject.kind, action) {
        (SubjectKind::Official, "name") => Ok(official_form("Tambah pejabat", None)),
        (SubjectKind::Official, "revise") => Ok(official_form("Ubah pejabat", Some(known_official(context, &subject.id)?))),
        (SubjectKind::Official, "relieve") => {
            let official = known_official(context, &subject.id)?;
            let until = date("until", "Hari terakhir menjabat", today).needed();
            Ok(ActionForm::new("Akhiri jabatan", "Simpan", vec![section("", vec![until])]).intro(official.name.clone()))
        }
        (SubjectKind::Account, "open") => {
            let fields = vec![
                text("login", "Nama akun", "").needed().help("Untuk masuk: huruf, angka, titik, tanpa spasi."),
                text("name", "Nama lengkap", "").needed(),
                role_field(Role::DeskOfficer),
                also_field(&BTreeSet::new()),
                password("password", "Sandi akun baru").needed().help("Sekurang-kurangnya 10 huruf."),
                password("password_again", "Ulangi sandi").needed(),
            ];
            let own =
                vec![password("own_password", "Sandi Anda").in_force().needed().help("Untuk membuka kunci data bagi akun baru.")];
            let sections = vec![section("Akun", fields), section("Persetujuan", own)];
            Ok(ActionForm::new("Buka akun", "Buka akun", sections))
        }
        (SubjectKind::Account, "revise") => {
            let account = known_account(context, &subject.id)?;
            let fields = vec![
                text("name", "Nama lengkap", account.name.clone()).needed(),
                role_field(account.role),
                also_field(&account.also),
            ];
            Ok(ActionForm::new("Ubah akun", "Simpan", vec![section("", fields)]).intro(account.login.clone()))
        }
        (SubjectKind::Account, "password") => {
            let fields = vec![
                password("own_password", "Sandi sekarang").in_force().needed(),
                password("password", "Sandi baru").needed().help("Sekurang-kurangnya 10 huruf."),
                password("password_again", "Ulangi sandi baru").needed(),
            ];
            Ok(ActionForm::new("Ganti sandi", "Ganti sandi", vec![section("", fields)]))
        }
        (SubjectKind::Account, "close") => {
            let account = known_account(context, &subject.id)?;
            let form = ActionForm::new("Tutup akun", "Tutup akun", vec![]);
            Ok(form.intro(format!("{} ({})", account.name, account.login)).final_step())
        }
        _ => unknown(),
    }
}

pub(crate) fn act_on_person(
    journal: &mut Journal,
    subject: &SubjectRef,
    action: &str,
    form: &Filled,
    moment: Moment,
) -> Result<Done, DeskError> {
    match (subject.kind, action) {
        (SubjectKind::Official, "name") => {
            let id = OfficialId(new_uuid(&mut journal.dice, moment)?);
            let official = official_of(form, id)?;
            journal.write_office(moment, vec![Change::Office(OfficeChange::OfficialNamed { official })])?;
            Ok(said("Pejabat ditambahkan."))
        }
        (SubjectKind::Official, "revise") => {
            let official = official_of(form, known_official(&journal.context(), &subject.id)?.id)?;
            journal.write_office(moment, vec![Change::Office(OfficeChange::OfficialRevised { official })])?;
            Ok(said("Data pejabat diubah; surat yang sudah keluar tidak ikut berubah."))
        }
        (SubjectKind::Official, "relieve") => {
            let id = known_official(&journal.context(), &subject.id)?.id;
            let mut p = Problems::default();
            let until = p.date("until", &typed(form, "until"), "Isi hari terakhir menjabat.");
            let until = p.or(until)?;
            journal.write_office(moment, vec![Change::Office(OfficeChange::OfficialRelieved { id, until })])?;
            Ok(said("Akhir masa jabatan dicatat."))
        }
        (SubjectKind::Account, "open") => open_account(journal, form, moment),
        (SubjectKind::Account, "revise") => {
            let known = known_account(&journal.context(), &subject.id)?.clone();
            let mut p = Problems::default();
            let name = p.text("name", &typed(form, "name"), 200, "Isi nama lengkap.");
            let role = role_of(&mut p, form);
            let account = p.or(role.map(|role| Account { name, role, also: also_of(form), ..known }))?;
            journal.write_office(moment, vec![Change::Office(OfficeChange::AccountRevised { account })])?;
            Ok(said("Akun diubah."))
        }
        (SubjectKind::Account, "password") => change_password(journal, &subject.id, form),
        (SubjectKind::Account, "close") => {
            let id = known_account(&journal.context(), &subject.id)?.id;
            if id == journal.account.id {
                let own = Refused::NotNow("Akun yang sedang dipakai tidak dapat ditutup; masuk dengan akun lain.");
                return Err(own.into());
            }
            journal.write_office(moment, vec![Change::Office(OfficeChange::AccountClosed { id, on: moment.local.date() })])?;
            Ok(said("Akun ditutup."))
        }
        _ => unknown(),
    }
}

/// Opens an account: a slot of the vault with its own password, and its entry.
fn open_account(journal: &mut Journal, form: &Filled, moment: Moment) -> Result<Done, DeskError> {
    journal.office.may(&journal.account, Duty::Administer)?;
    let mut p = Problems::default();
    let login = p.text("login", &typed(form, "login"), 40, "Isi nama akun untuk masuk.");
    p.when(
        !login.chars().all(|c| c.is_ascii_alphanumeric() || ".-_".contains(c)),
        "login",
        "Nama akun hanya berisi huruf, angka, titik, garis bawah atau tanda hubung.",
    );
    let mut vault = journal.folder.vault()?;
    let taken = vault.logins().contains(&login);
    p.when(taken, "login", "Nama akun ini sudah dipakai; pilih nama lain.");
    let name = p.text("name", &typed(form, "name"), 200, "Isi nama lengkap.");
    let role = role_of(&mut p, form);
    check_password(&mut p, &typed(form, "password"), &typed(form, "password_again"));
    let role = p.or(role)?;
    let key = own_key(&journal.context(), &vault, form)?;
    let id = AccountId(new_uuid(&mut journal.dice, moment)?);
    let account = Account { id, login: login.clone(), name, role, also: also_of(form), closed_on: None };
    journal.commit(Duty::Administer, moment, |transaction, _, _| {
        local::write(transaction, &local::account(&login), &id.to_string())?;
        Ok(vec![Written { subject: Subject::Office, changes: vec![Change::Office(OfficeChange::AccountOpened { account })] }])
    })?;
    vault.set_password(&login, &typed(form, "password"), &key, &mut journal.dice)?;
    vault.write(&journal.folder.slots())?;
    Ok(said("Akun dibuka; pemegangnya dapat masuk dengan sandinya sendiri."))
}

fn change_password(journal: &mut Journal, id: &str, form: &Filled) -> Result<Done, DeskError> {
    if known_account(&journal.context(), id)?.id != journal.account.id {
        return Err(Refused::NotNow("Sandi hanya diganti oleh pemegang akunnya.").into());
    }
    let mut p = Problems::default();
    check_password(&mut p, &typed(form, "password"), &typed(form, "password_again"));
    p.or(Some(()))?;
    let mut vault = journal.folder.vault()?;
    let key = own_key(&journal.context(), &vault, form)?;
    let login = journal.account.login.clone();
    vault.set_password(&login, &typed(form, "password"), &key, &mut journal.dice)?;
    vault.write(&journal.folder.slots())?;
    Ok(said("Sandi diganti."))
}

/// The key of the file, opened with the password of the person signed in.
pub(crate) fn own_key(context: &Context<'_>, vault: &Vault, form: &Filled) -> Result<DatabaseKey, DeskError> {
    vault.open_with_password(&context.account.login, &typed(form, "own_password")).map_err(|error| match error {
        VaultError::WrongPassword => {
            let mut p = Problems::default();
            p.add("own_password", "Sandi Anda tidak cocok; ketik lagi.");
            Refused::Fields(p.into_vec()).into()
        }
        other => other.into(),
    })
}

pub(crate) fn known_official<'a>(context: &Context<'a>, id: &str) -> Result<&'a Official, DeskError> {
    let found = id.parse().ok().and_then(|id| context.office.official(id));
    Ok(found.ok_or(Refused::Unknown)?)
}

pub(crate) fn known_account<'a>(context: &Context<'a>, id: &str) -> Result<&'a Account, DeskError> {
    let found = id.parse().ok().and_then(|id| context.office.account(id));
    Ok(found.ok_or(Refused::Unknown)?)
}

fn role_field(role: Role) -> FormField {
    choice("role", "Peran", choices!(Role), role.code()).needed()
}

fn also_field(also: &BTreeSet<Role>) -> FormField {
    let value = also.iter().map(|role| role.code().to_owned()).collect();
    many("also", "Merangkap", choices!(Role), value).help("Di kecamatan satu orang sering memegang beberapa peran.")
}

fn role_of(p: &mut Problems, form: &Filled) -> Option<Role> {
    let role = Role::from_code(&typed(form, "role"));
    p.when(role.is_none(), "role", "Pilih peran.");
    role
}

fn also_of(form: &Filled) -> BTreeSet<Role> {
    ticked(form, "also").iter().filter_map(|code| Role::from_code(code)).collect()
}

fn official_form(title: &str, official: Option<&Official>) -> ActionForm {
    let of = |read: fn(&Official) -> String| official.map(read).unwrap_or_default();
    let appointed = official.and_then(|official| official.appointment.as_ref());
    let decree = vec![
        text("decree", "Nomor SK", appointed.map(|known| known.decree.clone()).unwrap_or_default()),
        date("decreed_on", "Tanggal SK", appointed.map(|known| known.decreed_on.to_string()).unwrap_or_default()),
        date("from", "Menjabat sejak", appointed.map(|known| known.from.to_string()).unwrap_or_default()),
        date("until", "Sampai", appointed.and_then(|known| known.until).map(|on| on.to_string()).unwrap_or_default())
            .help("Kosongkan selama masih menjabat."),
    ];
    let role = official.map_or(Role::PpidUnit, |official| official.role);
    let capacity = official.map_or(Capacity::Definitive, |official| official.capacity);
    let fields = vec![
        text("name", "Nama dan gelar", of(|official| official.name.clone())).needed(),
        text("nip", "NIP", of(|official| official.nip.clone().unwrap_or_default())).help("18 angka; kosongkan bila tidak ada."),
        text("rank", "Pangkat/golongan", of(|official| official.rank.clone().unwrap_or_default())),
        text("position", "Jabatan", of(|official| official.position.clone()))
            .needed()
            .help("Seperti di atas tanda tangan. Untuk a.n. dan u.b. tulis dahulu pejabat yang diwakili, dipisahkan koma."),
        role_field(role),
        choice("capacity", "Menandatangani sebagai", choices!(Capacity), capacity.code()).needed(),
    ];
    let sections = vec![section("Pejabat", fields), section("SK pengangkatan", decree)];
    ActionForm::new(title, "Simpan", sections)
}

fn official_of(form: &Filled, id: OfficialId) -> Result<Official, DeskError> {
    let mut p = Problems::default();
    let name = p.text("name", &typed(form, "name"), 120, "Isi nama pejabat.");
    let nip = read_nip(&mut p, "nip", &typed(form, "nip"));
    let rank = p.short("rank", &typed(form, "rank"), 80);
    let position = p.text("position", &typed(form, "position"), 150, "Isi jabatan seperti di atas tanda tangan.");
    let role = role_of(&mut p, form);
    let capacity = Capacity::from_code(&typed(form, "capacity"));
    p.when(capacity.is_none(), "capacity", "Pilih cara pejabat menandatangani.");
    let appointment = appointment(&mut p, form);
    let made = role.zip(capacity).map(|(role, capacity)| Official {
        id,
        name,
        nip,
        rank: (!rank.is_empty()).then_some(rank),
        position,
        role,
        capacity,
        appointment,
    });
    Ok(p.or(made)?)
}

/// The decree, where any of its boxes is filled.
fn appointment(p: &mut Problems, form: &Filled) -> Option<Appointment> {
    let boxes = ["decree", "decreed_on", "from", "until"].map(|name| typed(form, name));
    if boxes.iter().all(|typed| typed.trim().is_empty()) {
        return None;
    }
    let [decree, decreed_on, from, until] = boxes;
    let decree = p.text("decree", &decree, 100, "Isi nomor SK, atau kosongkan semua isian SK.");
    let decreed_on = p.date("decreed_on", &decreed_on, "Isi tanggal SK.");
    let from = p.date("from", &from, "Isi sejak kapan menjabat.");
    let until = (!until.trim().is_empty()).then(|| p.date("until", &until, "Tanggal akhir belum benar.")).flatten();
    p.when(from.zip(until).is_some_and(|(from, until)| until < from), "until", "Akhir jabatan tidak boleh sebelum awalnya.");
    Some(Appointment { decree, decreed_on: decreed_on?, from: from?, until })
}
