//! What the desk keeps of its enrolment, and how it introduces itself.

use crate::context::Context;
use crate::error::DeskError;
use crate::journal::Journal;
use crate::kernel::hold::Hold;
use crate::kernel::moment::Moment;
use crate::settings::own_key;
use crate::store::enrolment::Enrolment;
use crate::store::notes::{self, KeptNote};
use crate::store::uses::UseKind;
use crate::store::writing::Writing;
use crate::store::{local, objects, projection, requests};
use crate::sync::fault::SyncFault;
use crate::sync::state::State;
use loket_domain::authority::Duty;
use loket_domain::change::OfficeChange;
use loket_domain::ids::AccountId;
use loket_domain::indonesian::date as words;
use loket_domain::problem::Refused;
use loket_journal::PublicKey;
use loket_journal::protocol::{EnrolAnswer, EnrolRequest};

/// What is typed to join a desk to a PPID Utama. Everything that is ever written here goes to that address, so it is asked of
/// whoever administers the office, with that person's own password.
#[derive(Clone, Copy)]
pub struct Joining<'a> {
    /// The address of PPID Utama.
    pub server: &'a str,
    /// The one-time code it gave.
    pub code: &'a str,
    /// The password of whoever is signed in, once more.
    pub own_password: &'a str,
    /// The sentence about another server that was shown and agreed to ([`SyncFault::OtherServer`]); empty while none was.
    pub agreed: &'a str,
}

impl<'a> Joining<'a> {
    /// Joined to a server, where the desk has no other.
    pub fn new(server: &'a str, code: &'a str, own_password: &'a str) -> Self {
        Self { server, code, own_password, agreed: "" }
    }
}

/// Whether whoever is signed in may join the desk to a PPID Utama; the sentence for it when not.
pub(crate) fn may_join(context: &Context<'_>) -> Result<(), Refused> {
    context.may(Duty::Administer)
}

/// How this desk introduces itself with a one-time code, and who joins it.
pub(super) fn introduction(
    journal: &Journal,
    joining: &Joining<'_>,
    moment: Moment,
) -> Result<(EnrolRequest, AccountId), DeskError> {
    may_join(&journal.context())?;
    own_key::key_of(journal, joining.own_password, moment)?;
    let introduction = EnrolRequest {
        code: joining.code.trim().to_owned(),
        office: journal.office.profile.code.clone(),
        desk: journal.desk_code.clone(),
        origin: journal.chain.origin,
        key: journal.key.public(),
    };
    Ok((introduction, journal.account.id))
}

/// What must be agreed to before a desk takes another server for PPID Utama.
fn question(before: &Enrolment, server: &str, key: &PublicKey) -> String {
    format!(
        "Meja ini tersambung ke {} (kunci {}). Bila dilanjutkan, semua catatan, termasuk nama dan NIK pemohon, dikirim ke {} \
         (kunci {}) dan hanya server itu yang dipercaya sebagai PPID Utama; pastikan dahulu kepada PPID Utama.",
        before.server,
        before.server_key.fingerprint(),
        server,
        key.fingerprint()
    )
}

/// Keeps an enrolment, and that it was made. What another server took does not count here: a receipt is worth something only to
/// its signer.
///
/// # Errors
/// [`SyncFault::OtherServer`] while nobody agreed that the desk leaves the server it has; nothing is kept then.
pub(super) fn keep_enrolment(
    journal: &mut Journal,
    sync: &mut State,
    (joining, by): (&Joining<'_>, AccountId),
    answer: EnrolAnswer,
    moment: Moment,
) -> Result<(), DeskError> {
    // Somebody else may have signed in while the server was asked.
    if journal.account.id != by {
        return Err(SyncFault::Closed.into());
    }
    may_join(&journal.context())?;
    if !answer.server_key.is_sound() {
        return Err(SyncFault::Rubbish.into());
    }
    let server = joining.server.trim();
    let other = crate::store::enrolment::enrolment(journal.tables())?.filter(|before| before.server_key != answer.server_key);
    if let Some(before) = &other {
        let question = question(before, server, &answer.server_key);
        if joining.agreed != question {
            return Err(SyncFault::OtherServer(question).into());
        }
    }
    let earlier = other.as_ref().map(|before| before.server_key);
    let joined = OfficeChange::DeskJoined {
        desk: journal.desk_code.clone(),
        server: server.to_owned(),
        key: answer.server_key.fingerprint(),
        before: other.map(|before| before.server),
    };
    let enrolment = Enrolment {
        server: server.to_owned(),
        server_origin: answer.server,
        server_key: answer.server_key,
        epoch: Some(answer.epoch),
        token: answer.token,
        since: words(moment.local.date()),
    };
    let same_server =
        crate::store::enrolment::enrolment(journal.tables())?.is_some_and(|before| before.server_key == enrolment.server_key);
    let transaction = Writing::begin(&journal.connection)?;
    if let Some(key) = earlier {
        let mut keys: Vec<PublicKey> = local::read_json(&transaction, local::EARLIER_SERVERS)?.unwrap_or_default();
        keys.retain(|known| *known != key && *known != enrolment.server_key);
        keys.push(key);
        local::write_json(&transaction, local::EARLIER_SERVERS, &keys)?;
    }
    if !same_server {
        local::forget(&transaction, local::RECEIPT)?;
        local::forget(&transaction, local::LAST_SYNC)?;
    }
    // With a new code a desk asks again about every file: it costs little, and mends what was lost there.
    objects::forget_receipts(&transaction)?;
    // The code brought this series in, whatever was to be told of earlier ones.
    local::forget(&transaction, local::SUCCESSIONS)?;
    local::write_json(&transaction, local::ENROLMENT, &enrolment)?;
    notes::keep(&transaction, KeptNote { actor: by, at: moment.local, change: joined })?;
    if !same_server {
        projection::renew_news(&transaction, &journal.office, &journal.calendar)?;
    }
    transaction.commit()?;
    journal.used(UseKind::Set, None, &format!("Meja disambungkan ke {server}"), moment)?;
    *sync = State::default();
    let fresh = !requests::any_of(&journal.connection, &journal.desk_code)?;
    if answer.others && fresh && journal.hold.is_none() {
        journal.set_hold(Some(Hold::CatchUp))?;
    }
    journal.write_notes(moment)
}
