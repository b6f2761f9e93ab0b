//! Who is signed in, where, and how sync stands.

use crate::context::Context;
use crate::error::DeskError;
use crate::files::shelf::Shelf;
use crate::kernel::moment::Moment;
use crate::settings::accounts;
use crate::sync::chip;
use crate::today::alert;

use crate::sync::state::State;
use crate::views::*;
use loket_domain::indonesian::weekday_date;
use loket_domain::office::Account;
use rusqlite::Connection;

/// Who is signed in, where, and how sync stands.
pub(crate) fn session(
    tables: &Connection,
    context: &Context<'_>,
    sync: &State,
    shelf: &Shelf,
    moment: Moment,
) -> Result<Session, DeskError> {
    let Account { name, role, also, .. } = context.account;
    let roles: Vec<&str> = std::iter::once(role).chain(also).map(|role| role.label()).collect();
    Ok(Session {
        office: context.office.profile.name(),
        desk_code: context.desk_code.to_string(),
        person: name.clone(),
        role: roles.join(", "),
        account: SubjectRef::new(SubjectKind::Account, context.account.id),
        own_steps: accounts::own_steps(context, moment)?,
        alerts: alert::wanted(tables)?,
        today: moment.local.date().to_string(),
        today_text: weekday_date(moment.local.date()),
        sync: chip::sync_chip(tables, context, sync, shelf)?,
    })
}
