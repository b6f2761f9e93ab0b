//! What may be done with the catalogue of public information.

use crate::catalogue::form::dip_form;
use crate::catalogue::giving::GIVE;
use crate::catalogue::headings::check_heading;
use crate::context::Context;
use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Beginning, Effect, always};
use crate::forms::boxes::{Boxes, read, typed};
use crate::forms::form::{long_text, section};
use crate::forms::noun::{Noun, no_draft};
use crate::forms::step::{done, nothing};
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::kernel::random::new_uuid;
use crate::store::matters;
use crate::views::action::ActionForm;
use crate::views::subject::{SubjectKind, SubjectRef};
use loket_domain::authority::Duty;
use loket_domain::change::{CatalogueChange, Change};
use loket_domain::dip::{DipCategory, DipItemInput, Listed};
use loket_domain::ids::DipItemId;
use loket_domain::problem::{Problems, Refused};
use rusqlite::Connection;
use std::convert::Infallible;
use uuid::Uuid;

/// How the steps of its list are written.
pub(crate) const ITEM: Noun<Listed, CatalogueChange> = Noun {
    kind: SubjectKind::DipItem,
    named: true,
    steps: ALL,
    find: |tables, _, id| known_dip(tables, id).map(|(id, state)| (id.0, state)),
    heading: |_| None,
    about: |_| Ok(vec![]),
    main: |listed, code| code == RENEW.code && listed.item.category == DipCategory::Periodic,
    seldom: |_| false,
    write: write_item,
    page: |id| Some(SubjectRef::new(SubjectKind::DipItem, id)),
    paper: |_, _| None,
    draft: no_draft,
    replaced: |_, _| None,
};

/// Every step of an item, in the order of its buttons.
const ALL: &[Action<Listed, CatalogueChange>] = &[GIVE, RENEW, REVISE, LIST_AGAIN, WITHDRAW];

/// An item that is not in the catalogue yet.
pub(crate) const NEW_ITEM: Noun<(), Infallible, ()> = Noun::beginning(SubjectKind::DipItem, NEW);

const NEW: &[Beginning] = &[Action {
    code: "list",
    label: "Tambah informasi",
    duty: Some(Duty::Catalogue),
    offered: |()| true,
    may: always,
    confirm: |()| None,
    form: Some(|ask| {
        let office = ask.context.office.profile.name();
        let input = DipItemInput {
            category: DipCategory::OnDemand.code().into(),
            holder: office.clone(),
            responsible: office,
            published_on: ask.moment.local.date().to_string(),
            ..DipItemInput::default()
        };
        Ok(dip_form(ask.context, input))
    }),
    effect: Effect::Elsewhere(|journal, (), (), form, moment| {
        let change = listing(&journal.context(), form, moment)?;
        let id = new_uuid(&mut journal.dice, moment)?;
        write_item(journal, id, change, moment)?;
        Ok(done(SubjectKind::DipItem, id, LISTED))
    }),
}];

const LISTED: &str = "Informasi disimpan dalam DIP.";

const RENEW: Action<Listed, CatalogueChange> = Action {
    code: "renew",
    label: "Mutakhirkan hari ini",
    duty: Some(Duty::Catalogue),
    offered: |_| true,
    may: |listed, _| may_change(listed),
    confirm: |_| None,
    form: None,
    effect: Effect::Command {
        command: |ask, _| {
            let on = ask.moment.local.date();
            let item = DipItemInput { published_on: on.to_string(), ..ask.state.item.as_typed() }.check(on)?;
            Ok(CatalogueChange::DipItemListed { item: Box::new(item) })
        },
        said: "Tanggal pemutakhiran dicatat.",
        paper: None,
    },
};

const REVISE: Action<Listed, CatalogueChange> = Action {
    code: "list",
    label: "Ubah",
    duty: Some(Duty::Catalogue),
    offered: |listed| listed.withdrawn.is_none(),
    may: always,
    confirm: |_| None,
    form: Some(revision_form),
    effect: Effect::Command { command: |ask, form| listing(ask.context, form, ask.moment), said: LISTED, paper: None },
};

const LIST_AGAIN: Action<Listed, CatalogueChange> =
    Action { code: "list_again", label: "Masukkan lagi", offered: |listed| listed.withdrawn.is_some(), ..REVISE };

const WITHDRAW: Action<Listed, CatalogueChange> = Action {
    code: "withdraw",
    label: "Keluarkan dari daftar",
    duty: Some(Duty::Catalogue),
    offered: |_| true,
    may: |listed, _| may_change(listed),
    confirm: |_| None,
    form: Some(|ask| {
        let reason = long_text("reason", "Mengapa keluar dari daftar", "").needed();
        let form = ActionForm::new("Keluarkan dari DIP", "Keluarkan", vec![section("", vec![reason])]);
        Ok(form.intro(ask.state.item.summary.clone()))
    }),
    effect: Effect::Command {
        command: |ask, form| {
            let mut p = Problems::default();
            let reason = p.text("reason", &typed(form, "reason"), 1_000, "Tulis mengapa informasi ini keluar dari daftar.");
            Ok(CatalogueChange::DipItemWithdrawn { on: ask.moment.local.date(), reason: p.or(Some(reason))? })
        },
        said: "Informasi keluar dari DIP.",
        paper: None,
    },
};

fn may_change(listed: &Listed) -> Result<(), Refused> {
    if listed.withdrawn.is_some() {
        return Err(Refused::NotNow("Informasi ini sudah keluar dari daftar."));
    }
    Ok(())
}

fn revision_form(ask: &Ask<'_, Listed>) -> Result<ActionForm, DeskError> {
    Ok(dip_form(ask.context, ask.state.item.as_typed()))
}

/// The item as typed, under a category that is known here.
fn listing(context: &Context<'_>, form: &Boxes<'_>, moment: Moment) -> Result<CatalogueChange, DeskError> {
    let item = read::<DipItemInput>(form)?.check(moment.local.date())?;
    check_heading(context, &item)?;
    Ok(CatalogueChange::DipItemListed { item: Box::new(item) })
}

fn write_item(journal: &mut Journal, id: Uuid, change: CatalogueChange, moment: Moment) -> Result<(), DeskError> {
    journal.write_matter::<Listed>(id, Duty::Catalogue, moment, |_, _, _, _| Ok(Change::Catalogue(change)))
}

pub(crate) fn known_dip(tables: &Connection, id: &str) -> Result<(DipItemId, Listed), DeskError> {
    let id: DipItemId = id.parse().map_err(nothing)?;
    let listed = matters::one(tables, id.0)?.ok_or(Refused::Unknown)?;
    Ok((id, listed))
}
