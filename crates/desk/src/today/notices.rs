//! What happened to the keys of the office, told to every account until it says that it has read it: a recovery card opens every
//! account, and a desk's server is sent everything.

use crate::context::Context;
use crate::error::DeskError;
use crate::store::entries::{self, Kept};
use crate::store::{local, writing};
use crate::views::today::Notice;
use loket_domain::change::{Change, OfficeChange};
use loket_domain::ids::AccountId;
use loket_domain::indonesian::date;
use loket_journal::Recorded;
use rusqlite::Connection;
use std::collections::BTreeSet;

/// The kinds that are told, and the one from which on they concern an account.
const KINDS: [&str; 7] = [
    "recovery_card_made",
    "password_recovered",
    "password_reset",
    "desk_joined",
    "desk_restored",
    "desk_handed_over",
    "account_opened",
];

const MIND: &str = "Bila Anda tidak mengetahuinya, laporkan segera kepada PPID Pelaksana.";

fn read_by(tables: &Connection, account: AccountId) -> Result<BTreeSet<String>, DeskError> {
    Ok(local::read_json(tables, &local::read_notices(account))?.unwrap_or_default())
}

/// What whoever is signed in has not read yet, oldest first.
pub(crate) fn unread(tables: &Connection, context: &Context<'_>) -> Result<Vec<Notice>, DeskError> {
    let own = context.account.id;
    let read = read_by(tables, own)?;
    let (mut notices, mut opened) = (Vec::new(), false);
    for kept in entries::of_kinds(tables, "office", &KINDS)? {
        let Recorded::Known(Change::Office(change)) = kept.recorded() else { continue };
        if let OfficeChange::AccountOpened { account } = &change {
            // What was there before the account is no news to it.
            opened |= account.id == own;
        }
        let id = kept.header.id.0.to_string();
        if let Some(text) = told(context, &change, &kept).filter(|_| opened && !read.contains(&id)) {
            notices.push(Notice { id, text: format!("{text} {MIND}") });
        }
    }
    Ok(notices)
}

/// What is told of a change, unless one did it oneself; that a card was used is told to everybody, for it may have been another who
/// used it in one's name.
fn told(context: &Context<'_>, change: &OfficeChange, kept: &Kept) -> Option<String> {
    let (at, who) = (context.noted_at(kept.payload.at), context.writer(kept));
    let by_another = kept.header.actor != context.account.id;
    match change {
        OfficeChange::PasswordRecovered { desk, account } => {
            let whose = context.account_name(*account);
            Some(format!("Sandi akun {whose} diganti dengan kartu pemulihan di meja {desk} pada {at}."))
        }
        OfficeChange::PasswordReset { desk, account } => by_another.then(|| {
            let whose = if *account == context.account.id {
                "Sandi Anda".to_owned()
            } else {
                format!("Sandi akun {}", context.account_name(*account))
            };
            format!("{whose} diganti dengan sandi sementara oleh {who} di meja {desk} pada {at}.")
        }),
        OfficeChange::RecoveryCardMade { desk } => by_another.then(|| {
            format!("Kartu pemulihan baru untuk meja {desk} dibuat oleh {who} pada {at}; kartu lama tidak berlaku lagi.")
        }),
        OfficeChange::DeskJoined { desk, server, .. } => {
            by_another.then(|| format!("Meja {desk} disambungkan ke {server} oleh {who} pada {at}."))
        }
        OfficeChange::DeskRestored { desk, made_on } => {
            by_another.then(|| format!("Meja {desk} dipulihkan dari cadangan tanggal {} oleh {who} pada {at}.", date(*made_on)))
        }
        OfficeChange::DeskHandedOver { handover } => by_another.then(|| {
            let (from, to) = (&handover.from.name, &handover.to.name);
            format!("Meja {} diserahterimakan dari {from} kepada {to} oleh {who} pada {at}.", handover.desk)
        }),
        OfficeChange::OfficeEstablished { .. }
        | OfficeChange::OfficialNamed { .. }
        | OfficeChange::AccountOpened { .. }
        | OfficeChange::DeskOpened { .. }
        | OfficeChange::OfficeRevised { .. }
        | OfficeChange::OfficialRevised { .. }
        | OfficeChange::OfficialRelieved { .. }
        | OfficeChange::AccountRevised { .. }
        | OfficeChange::AccountClosed { .. }
        | OfficeChange::SigningSet { .. }
        | OfficeChange::DutySet { .. }
        | OfficeChange::DayOffSet { .. }
        | OfficeChange::DayOffCleared { .. }
        | OfficeChange::PackApplied { .. }
        | OfficeChange::PackReverted { .. }
        | OfficeChange::FeesDecreed { .. }
        | OfficeChange::RetentionSet { .. }
        | OfficeChange::WordingRevised { .. }
        | OfficeChange::WordingRestored { .. }
        | OfficeChange::ClockConfirmed { .. }
        | OfficeChange::NumbersVoided { .. }
        | OfficeChange::NumberReserved { .. } => None,
    }
}

/// Whoever is signed in has read it.
pub(crate) fn dismiss(tables: &Connection, context: &Context<'_>, id: &str) -> Result<(), DeskError> {
    if unread(tables, context)?.iter().any(|notice| notice.id == id) {
        let own = context.account.id;
        let mut read = read_by(tables, own)?;
        read.insert(id.to_owned());
        writing::note(tables, |tables| local::write_json(tables, &local::read_notices(own), &read))?;
    }
    Ok(())
}
