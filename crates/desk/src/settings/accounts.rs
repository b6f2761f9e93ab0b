//! Accounts: who can sign in, in which roles, and with which password.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Beginning, Effect, Hands, always};
use crate::forms::boxes::{Boxes, ticked, typed};
use crate::forms::form::{many, note, password, section, text};
use crate::forms::noun::Noun;
use crate::forms::step::stayed;
use crate::handovers::step::HAND_OVER;
use crate::journal::Journal;
use crate::journal::transaction::Written;
use crate::kernel::moment::Moment;
use crate::kernel::random::new_uuid;
use crate::kernel::slot::Opener;
use crate::opening::password::{check_password, words_of};
use crate::settings::logins::login_of;
use crate::settings::own_key::own_key;
use crate::settings::roles::{role_field, role_of};
use crate::settings::seen_account::Seen;
use crate::settings::step::{Setting, SettingStep, setting};
use crate::settings::temporary::TEMPORARY;
use crate::store::local;
use crate::views::action::{ActionForm, Done, FormField, FormSection};
use crate::views::choices;
use crate::views::step::NextStep;
use crate::views::subject::SubjectKind;
use chrono::NaiveDate;
use loket_domain::authority::Duty;
use loket_domain::change::{Change, OfficeChange};
use loket_domain::ids::AccountId;
use loket_domain::office::{Account, Office, Role};
use loket_domain::problem::{Problems, Refused};
use loket_journal::Subject;
use std::collections::BTreeSet;
use std::convert::Infallible;

/// The steps on an account.
pub(crate) const ACCOUNT: Setting<Seen> =
    setting(SubjectKind::Account, true, ALL, |_, context, id| Ok(((), Seen::of(context, id)?)));

/// An account that is not open yet.
pub(crate) const NEW_ACCOUNT: Noun<(), Infallible, ()> = Noun::beginning(SubjectKind::Account, NEW);

const ALL: &[SettingStep<Seen>] = &[REVISE, PASSWORD, TEMPORARY, HAND_OVER, CLOSE];

const NEW: &[Beginning] = &[Action {
    code: "open",
    label: "Buka akun",
    duty: Some(Duty::Administer),
    offered: |()| true,
    may: always,
    confirm: |()| None,
    form: Some(opening_form),
    effect: Effect::Elsewhere(|journal, (), (), form, moment| open_account(journal, form, moment)),
}];

const REVISE: SettingStep<Seen> = SettingStep {
    code: "revise",
    label: "Ubah peran",
    duty: Some(Duty::Administer),
    offered: |_| true,
    may: always,
    confirm: |_| None,
    form: Some(|ask| {
        let Account { name, role, also, login, .. } = &ask.state.account;
        let fields = vec![text("name", "Nama lengkap", name.clone()).needed(), role_field(*role), also_field(also)];
        Ok(ActionForm::new("Ubah akun", "Simpan", vec![section("", fields)]).intro(login.clone()))
    }),
    effect: Effect::Command {
        command: |ask, form| {
            let mut p = Problems::default();
            let name = p.text("name", &typed(form, "name"), 200, "Isi nama lengkap.");
            let (role, also) = (role_of(&mut p, form), also_of(form));
            let account = p.or(role.map(|role| Account { name, role, also, ..ask.state.account.clone() }))?;
            somebody_still(ask.context, "also", &[&account], "Beri dahulu peran itu kepada akun lain.")?;
            Ok(vec![OfficeChange::AccountRevised { account }])
        },
        said: "Akun diubah.",
        paper: None,
    },
};

/// What whoever is signed in may do with the own account, whatever that person's duties.
pub(crate) fn own_steps(context: &Context<'_>, moment: Moment) -> Result<Vec<NextStep>, DeskError> {
    let own = Seen::of(context, &context.account.id.to_string())?;
    let of_anybody = |code: &str| ALL.iter().any(|step| step.code == code && step.duty.is_none());
    Ok(ACCOUNT.next(context, &own, moment).into_iter().filter(|step| of_anybody(&step.action)).collect())
}

/// A password is the business of its owner, whatever that person's duties.
const PASSWORD: SettingStep<Seen> = SettingStep {
    code: "password",
    label: "Ganti sandi",
    duty: None,
    offered: |_| true,
    may: |seen, _| if seen.own { Ok(()) } else { Err(Refused::NotNow("Sandi hanya diganti oleh pemegang akunnya.")) },
    confirm: |_| None,
    form: Some(|_| {
        let fields = vec![
            password("own_password", "Sandi sekarang").in_force().needed(),
            password("password", "Sandi baru").needed().help("Sekurang-kurangnya 10 huruf."),
            password("password_again", "Ulangi sandi baru").needed(),
        ];
        Ok(ActionForm::new("Ganti sandi", "Ganti sandi", vec![section("", fields)]))
    }),
    effect: Effect::AtDesk(|hands, _, form, moment| change_password(hands, form, moment)),
};

const CLOSE: SettingStep<Seen> = SettingStep {
    code: "close",
    label: "Tutup akun",
    duty: Some(Duty::Administer),
    offered: |_| true,
    may: |seen, today| match seen.account.closed_on {
        None if !seen.own && !left_undone(today.office, &[&closed(&seen.account, today.date)]).is_empty() => {
            Err(Refused::NotNow("Akun ini satu-satunya yang memegang suatu tugas; beri dahulu perannya kepada akun lain."))
        }
        Some(_) => Err(Refused::NotNow("Akun ini sudah ditutup.")),
        None if seen.own => Err(Refused::NotNow("Akun yang sedang dipakai tidak dapat ditutup; masuk dengan akun lain.")),
        None => Ok(()),
    },
    confirm: |_| None,
    form: Some(|ask| {
        let account = &ask.state.account;
        let form = ActionForm::new("Tutup akun", "Tutup akun", vec![]);
        Ok(form.intro(format!("{} ({})", account.name, account.login)).final_step())
    }),
    effect: Effect::AtDesk(|hands, seen, form, moment| close_account(hands, &seen.account, form, moment)),
};

fn opening_form(ask: &Ask<'_, (), ()>) -> Result<ActionForm, DeskError> {
    let fields = vec![
        text("login", "Nama akun", "").needed().help("Untuk masuk: huruf, angka, titik, tanpa spasi."),
        text("name", "Nama lengkap", "").needed(),
        role_field(Role::DeskOfficer),
        also_field(&BTreeSet::new()),
        password("password", "Sandi akun baru").needed().help("Sekurang-kurangnya 10 huruf."),
        password("password_again", "Ulangi sandi").needed(),
    ];
    let own = vec![password("own_password", "Sandi Anda").in_force().needed().help("Untuk membuka kunci data bagi akun baru.")];
    let mut sections = vec![section("Akun", fields)];
    sections.extend(ask.context.office.only_account().map(|first| keeping(ask.context.office, first)));
    sections.push(section("Persetujuan", own));
    Ok(ActionForm::new("Buka akun", "Buka akun", sections))
}

/// What a second account changes for the first, and what that one keeps.
fn keeping(office: &Office, first: &Account) -> FormSection {
    let words = format!(
        "Selama hanya ada satu akun, {} boleh mengerjakan semuanya. Setelah akun ini dibuka, setiap akun hanya boleh mengerjakan \
         tugas perannya. Tentukan di sini siapa yang tetap memutuskan permohonan, menanggapi keberatan, dan mengatur aplikasi.",
        first.name
    );
    let mut keeps = office.roles_for_everything(first);
    keeps.remove(&first.role);
    let value = keeps.iter().map(|role| role.code().to_owned()).collect();
    let others: Vec<_> = choices!(Role).into_iter().filter(|role| role.code != first.role.code()).collect();
    let help = format!("Di samping perannya sebagai {}. Lepaskan yang menjadi tugas akun baru saja.", first.role.label());
    section(
        "Yang berubah bagi akun pertama",
        vec![note("changes", &words), many("keeps", &format!("{} tetap merangkap", first.name), others, value).help(&help)],
    )
}

/// The first account with what it keeps, where the new one is the second.
fn first_as_kept(office: &Office, form: &Boxes<'_>) -> Option<Account> {
    let first = office.only_account()?;
    // A step that does not ask leaves what the account has.
    let keeps = form.get("keeps").map(|_| roles_in(form, "keeps"));
    Some(Account { also: keeps.unwrap_or_else(|| first.also.clone()), ..first.clone() })
}

fn closed(account: &Account, on: NaiveDate) -> Account {
    Account { closed_on: Some(on), ..account.clone() }
}

/// The duties nobody would do any more with these accounts as they are here, new ones among them.
fn left_undone(office: &Office, changed: &[&Account]) -> Vec<Duty> {
    let others = office.accounts.iter().filter(|known| changed.iter().all(|account| account.id != known.id));
    let accounts = others.chain(changed.iter().copied()).cloned().collect();
    office.left_undone(&Office { accounts, ..office.clone() })
}

/// Nobody loses the ability to decide, or to administer, without a word.
fn somebody_still(context: &Context<'_>, field: &str, changed: &[&Account], what_to_do: &str) -> Result<(), DeskError> {
    let undone = left_undone(context.office, changed);
    let mut p = Problems::default();
    if !undone.is_empty() {
        let duties: Vec<String> =
            undone.iter().map(|duty| duty.label().split(':').next().unwrap_or_default().to_lowercase()).collect();
        p.add(field, format!("Setelah ini tidak ada akun yang boleh: {}. {what_to_do}", duties.join("; ")));
    }
    Ok(p.or(Some(()))?)
}

/// Opens an account: a slot of the vault with its own password, and its entry.
fn open_account(journal: &mut Journal, form: &Boxes<'_>, moment: Moment) -> Result<Done, DeskError> {
    let mut p = Problems::default();
    let login = login_of(journal, &mut p, form)?;
    let name = p.text("name", &typed(form, "name"), 200, "Isi nama lengkap.");
    let role = role_of(&mut p, form);
    let known = words_of(&journal.office.profile).into_iter().chain([login.as_str()]);
    check_password(&mut p, &typed(form, "password"), &typed(form, "password_again"), known);
    let role = p.or(role)?;
    let key = own_key(journal, form, moment)?;
    let also = also_of(form);
    let first = first_as_kept(&journal.office, form);
    form.all_read()?;
    let id = AccountId(new_uuid(&mut journal.dice, moment)?);
    let account = Account { id, login: login.clone(), name, role, also, closed_on: None };
    let changed: Vec<&Account> = first.iter().chain([&account]).collect();
    let what_to_do = "Centang peran itu bagi akun pertama, atau pilih peran itu bagi akun baru.";
    somebody_still(&journal.context(), "keeps", &changed, what_to_do)?;
    let kept = first.filter(|first| journal.office.account(first.id).is_some_and(|known| known.also != first.also));
    let changes = kept.map(|account| OfficeChange::AccountRevised { account }).into_iter();
    let changes = changes.chain([OfficeChange::AccountOpened { account }]).map(Change::Office).collect();
    journal.commit(Duty::Administer, moment, |transaction, _, _| {
        local::write(transaction, &local::account(&login), &id.to_string())?;
        Ok(vec![Written { subject: Subject::Office, changes }])
    })?;
    journal.put_password(&login, &typed(form, "password"), &key)?;
    Ok(stayed("Akun dibuka; pemegangnya dapat masuk dengan sandinya sendiri."))
}

/// Closes an account, and lets its password open nothing at this desk any more.
fn close_account(hands: &mut Hands<'_>, account: &Account, form: &Boxes<'_>, moment: Moment) -> Result<Done, DeskError> {
    form.all_read()?;
    let journal = &mut *hands.journal;
    let closed = OfficeChange::AccountClosed { id: account.id, on: moment.local.date() };
    journal.write_office(moment, vec![Change::Office(closed)])?;
    // The same login may be another person's account at another desk of the office.
    let here = local::read(journal.tables(), &local::account(&account.login))?;
    if here == Some(account.id.to_string()) {
        journal.drop_slot(&Opener::password(&account.login))?;
    }
    Ok(stayed("Akun ditutup; sandinya tidak lagi membuka meja ini."))
}

fn change_password(hands: &mut Hands<'_>, form: &Boxes<'_>, moment: Moment) -> Result<Done, DeskError> {
    let journal = &mut *hands.journal;
    let mut p = Problems::default();
    let known = words_of(&journal.office.profile).into_iter().chain([journal.account.login.as_str()]);
    check_password(&mut p, &typed(form, "password"), &typed(form, "password_again"), known);
    p.or(Some(()))?;
    let key = own_key(journal, form, moment)?;
    form.all_read()?;
    let login = journal.account.login.clone();
    journal.put_password(&login, &typed(form, "password"), &key)?;
    Ok(stayed("Sandi diganti."))
}

fn also_field(also: &BTreeSet<Role>) -> FormField {
    let value = also.iter().map(|role| role.code().to_owned()).collect();
    many("also", "Merangkap", choices!(Role), value).help("Di kecamatan satu orang sering memegang beberapa peran.")
}

fn also_of(form: &Boxes<'_>) -> BTreeSet<Role> {
    roles_in(form, "also")
}

fn roles_in(form: &Boxes<'_>, name: &str) -> BTreeSet<Role> {
    ticked(form, name).iter().filter_map(|code| Role::from_code(code)).collect()
}
