//! The new key of the encrypted file, in words: after whatever took a key away from somebody, and while it waits for others.

use crate::error::DeskError;
use crate::journal::Journal;
use crate::journal::renewing::Renewal;
use crate::kernel::slot::{DatabaseKey, Opener};
use crate::store::local;
use crate::views::action::Done;
use rusqlite::Connection;

/// Gives the file its new key after a step that wished for one, and says what became of it.
pub(crate) fn after(journal: &mut Journal, key: &mut DatabaseKey, mut done: Done) -> Result<Done, DeskError> {
    let more = match journal.renew_key(key, &mut || {})? {
        Renewal::Unwanted => return Ok(done),
        Renewal::Done => {
            "Kunci data diganti: salinan lama berkas kunci tidak membuka apa pun yang dicatat mulai sekarang.".to_owned()
        }
        Renewal::Waits(waited_for) => format!("Kunci data diganti {}.", once(&waited_for)),
        Renewal::Failed(error) => {
            tracing::warn!(message = %error, "the file has no new key yet");
            "Kunci data belum dapat diganti dan dicoba lagi saat masuk berikutnya.".to_owned()
        }
    };
    done.said = format!("{} {more}", done.said);
    Ok(done)
}

/// Gives the file its new key when somebody signs in, where one was wished for; what is in its way keeps nobody out.
pub(crate) fn at_sign_in(journal: &mut Journal, key: &mut DatabaseKey) -> Result<(), DeskError> {
    if let Renewal::Failed(error) = journal.renew_key(key, &mut || {})? {
        tracing::warn!(message = %error, "the file has no new key yet");
    }
    Ok(())
}

/// What the new key of the file waits for, in words; none where nobody wishes for one.
pub(crate) fn waits(tables: &Connection) -> Result<Option<String>, DeskError> {
    let waited_for: Option<Vec<Opener>> = local::read_json(tables, local::NEW_KEY)?;
    Ok(waited_for.map(|waited_for| format!("kunci data diganti {}", once(&waited_for))))
}

/// Once what has happened.
fn once(waited_for: &[Opener]) -> String {
    let logins: Vec<&str> = waited_for
        .iter()
        .filter_map(|opener| match opener {
            Opener::Password { login } => Some(login.as_str()),
            Opener::Card => None,
        })
        .collect();
    let signed_in = (!logins.is_empty()).then(|| format!("{} masuk sekali lagi", logins.join(", ")));
    let card = waited_for.contains(&Opener::Card).then(|| "kartu pemulihan baru dibuat".to_owned());
    let needed: Vec<String> = signed_in.into_iter().chain(card).collect();
    if needed.is_empty() { "saat masuk berikutnya".to_owned() } else { format!("setelah {}", needed.join(" dan ")) }
}
