//! A temporary password for a colleague who forgot the one that was there: made by chance, shown once, good for nothing but making
//! another, and told to everybody.

use crate::error::DeskError;
use crate::forms::action::{Effect, Hands};
use crate::forms::boxes::Boxes;
use crate::forms::form::{note, password, section};
use crate::forms::step::stayed;
use crate::kernel::moment::Moment;
use crate::kernel::random::{Dice, NoRandomness, roll};
use crate::opening::password::words_of;
use crate::settings::own_key::own_key;
use crate::settings::seen_account::Seen;
use crate::settings::step::SettingStep;
use crate::store::local;
use crate::views::action::{ActionForm, Done, ShownOnce};
use chrono::Days;
use loket_domain::authority::Duty;
use loket_domain::indonesian::date;
use loket_domain::office::Account;
use loket_domain::password::easily_guessed;
use loket_domain::problem::Refused;
use zeroize::Zeroizing;

/// How long a temporary password can be replaced, in civil days.
const DAYS: Days = Days::new(3);

pub(crate) const TEMPORARY: SettingStep<Seen> = SettingStep {
    code: "temporary_password",
    label: "Beri sandi sementara",
    duty: Some(Duty::Administer),
    offered: |seen| !seen.own,
    may: |seen, _| match seen.account.closed_on {
        _ if seen.own => Err(Refused::NotNow("Sandi sendiri diganti dengan Ganti sandi.")),
        Some(_) => Err(Refused::NotNow("Akun ini sudah ditutup.")),
        None => Ok(()),
    },
    confirm: |_| None,
    form: Some(|ask| {
        let Account { name, login, .. } = &ask.state.account;
        let words = "Sandi lamanya tidak berlaku lagi. Sandi sementara tampil satu kali, hanya dapat dipakai untuk membuat sandi \
                     sendiri saat masuk, dan berlaku tiga hari. Tindakan ini tercatat dan diberitahukan kepada semua akun.";
        let fields = vec![note("temporary", words), password("own_password", "Sandi Anda").in_force().needed()];
        let form = ActionForm::new("Beri sandi sementara", "Buat sandi sementara", vec![section("", fields)]);
        Ok(form.intro(format!("{name} ({login})")).final_step())
    }),
    effect: Effect::AtDesk(|hands, seen, form, moment| give(hands, &seen.account, form, moment)),
};

fn give(hands: &mut Hands<'_>, account: &Account, form: &Boxes<'_>, moment: Moment) -> Result<Done, DeskError> {
    let journal = &mut *hands.journal;
    // The same login may be another person's account at another desk of the office.
    let here = local::read(journal.tables(), &local::account(&account.login))?;
    if here != Some(account.id.to_string()) || !journal.folder.vault()?.logins().contains(&account.login) {
        return Err(Refused::NotNow("Akun ini dibuka di meja lain; sandinya diganti di meja itu.").into());
    }
    let key = own_key(journal, form, moment)?;
    form.all_read()?;
    let words: Vec<String> = words_of(&journal.office.profile).into_iter().map(ToOwned::to_owned).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).chain([account.login.as_str()]).collect();
    let secret = made_by_chance(&mut journal.dice, &words)?;
    let until = moment.local.checked_add_days(DAYS).unwrap_or(moment.local);
    journal.put_temporary((&account.login, account.id), &secret, &key, until, moment)?;
    let shown = ShownOnce {
        label: format!("Sandi sementara {} ({})", account.name, account.login),
        secret: secret.as_str().to_owned(),
        what_now: format!(
            "Catat atau salin sekarang dan berikan langsung kepadanya: sesudah ini tidak ditampilkan lagi. Diketik dengan huruf kecil \
             dan tanda hubungnya, dan berlaku sampai {}.",
            date(until.date())
        ),
    };
    Ok(Done { shown_once: Some(shown), ..stayed(format!("Sandi sementara untuk {} dibuat.", account.name)) })
}

/// Letters that are not taken for one another when read from paper or over the telephone.
/// Small ones, which are typed without another key.
const LETTERS: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";

/// Of five bits each: sixty bits, tried through a slow derivation and only for days.
const LENGTH: usize = 12;

/// How often chance is asked again: one in some hundreds is nearly all digits, and looks like one that is guessed.
const TRIES: usize = 20;

fn made_by_chance(dice: &mut Dice, words: &[&str]) -> Result<Zeroizing<String>, NoRandomness> {
    let mut made = groups(roll(dice)?);
    for _ in 0..TRIES {
        if !easily_guessed(&made, words.iter().copied()) {
            break;
        }
        made = groups(roll(dice)?);
    }
    Ok(made)
}

/// In groups of four.
fn groups(random: [u8; LENGTH]) -> Zeroizing<String> {
    let letters = random.map(|byte| char::from(LETTERS[usize::from(byte & 31)]));
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    Zeroizing::new(groups.join("-"))
}
