//! Applying a pack and taking it back: what would change is shown first, and accepted as shown.

use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Effect};
use crate::forms::boxes::{Boxes, said_yes, typed};
use crate::forms::form::{long_text, note, section, yes};
use crate::forms::noun::{Noun, no_draft};
use crate::settings::packs::effect::PackPlan;
use crate::settings::packs::{KnownPack, PackStanding, effect};
use crate::settings::recalculate::CalendarPlan;
use crate::settings::{packs, recalculate};
use crate::store::enrolment;
use crate::views::action::{ActionForm, Preview};
use crate::views::difference::CalendarChange;
use crate::views::step::StepFile;
use crate::views::subject::SubjectKind;
use loket_domain::authority::Duty;
use loket_domain::indonesian::date as words;
use loket_domain::problem::{Problems, Refused};
use loket_letters::Template;
use rusqlite::Connection;
use std::convert::Infallible;

type PackStep = Action<KnownPack, Infallible, ()>;

/// The steps on a pack. What they change is accepted as shown, so there is no command.
pub(crate) const PACK: Noun<KnownPack, Infallible, ()> = Noun {
    kind: SubjectKind::Pack,
    named: true,
    steps: ALL,
    find: |tables, context, id| Ok(((), packs::known_pack(tables, context, id)?)),
    heading: |_| None,
    about: |_| Ok(vec![]),
    main: |known, _| known.standing == PackStanding::Waiting,
    seldom: |_| false,
    write: |_, (), never, _| match never {},
    page: |()| None,
    paper: |(), _| None,
    draft: no_draft,
    replaced: |_, _| None,
};

/// A pack that comes as a file. It is taken on whether this desk knows a PPID Utama whose hand can be checked.
pub(crate) const NEW_PACK: Noun<Connected, Infallible, ()> = Noun {
    kind: SubjectKind::Pack,
    named: false,
    steps: NEW,
    find: |tables, _, _| Ok(((), Connected::of(tables)?)),
    heading: |_| None,
    about: |_| Ok(vec![]),
    main: |_, _| false,
    seldom: |_| false,
    write: |_, (), never, _| match never {},
    page: |()| None,
    paper: |(), _| None,
    draft: no_draft,
    replaced: |_, _| None,
};

/// Whether this desk knows a PPID Utama.
#[derive(Clone, Copy)]
pub(crate) struct Connected(bool);

impl Connected {
    pub(crate) fn of(tables: &Connection) -> Result<Self, DeskError> {
        Ok(Self(enrolment::enrolment(tables)?.is_some()))
    }
}

const ALL: &[PackStep] = &[REVERT, APPLY, APPLY_AGAIN];

const NEW: &[Action<Connected, Infallible, ()>] = &[Action {
    code: "read_pack",
    label: "Baca berkas…",
    duty: Some(Duty::Administer),
    offered: |_| true,
    may: |connected, _| if connected.0 { Ok(()) } else { Err(NOT_CONNECTED) },
    confirm: |_| None,
    form: None,
    effect: Effect::File(StepFile::Pack),
}];

/// Without PPID Utama nobody can tell whose pack it is.
pub(crate) const NOT_CONNECTED: Refused =
    Refused::NotNow("Sambungkan dahulu meja ini ke PPID Utama; tanpa itu asal berkas paket tidak dapat diperiksa.");

const REVERT: PackStep = Action {
    code: "revert_pack",
    label: "Kembalikan yang sebelumnya",
    duty: Some(Duty::Administer),
    offered: |known| known.may_be_taken_back().is_ok(),
    may: |known, _| known.may_be_taken_back(),
    confirm: |_| None,
    form: Some(taking_back),
    effect: Effect::Shown(|ask, form| {
        let mut p = Problems::default();
        let reason = p.text("reason", &typed(form, "reason"), 300, "Tulis mengapa dikembalikan.");
        let plan = PackPlan::Revert { id: ask.state.id.to_string(), reason: p.or(Some(reason))? };
        shown(ask, form, plan)
    }),
};

const APPLY: PackStep = Action {
    code: "apply_pack",
    label: "Terapkan",
    duty: Some(Duty::Administer),
    offered: |known| known.standing == PackStanding::Waiting,
    may: |known, _| known.standing.may_be_applied(),
    confirm: |_| None,
    form: Some(applying),
    effect: Effect::Shown(|ask, form| {
        let given_up = effect::own_wordings(ask.context, ask.state.pack()).map(Template::code);
        let given_up = given_up.filter(|code| said_yes(form, code) == Some(true)).map(str::to_owned).collect();
        shown(ask, form, PackPlan::Apply { id: ask.state.id.to_string(), given_up })
    }),
};

const APPLY_AGAIN: PackStep = Action {
    code: "apply_pack_again",
    label: "Terapkan lagi",
    offered: |known| known.standing == PackStanding::TakenBack,
    ..APPLY
};

fn applying(ask: &Ask<'_, KnownPack, ()>) -> Result<ActionForm, DeskError> {
    let pack = ask.state.pack();
    let about = format!("{}. Diterbitkan {}. Dasar: {}.", pack.title, words(pack.published_on), pack.basis);
    let mut fields = vec![note("about", &about)];
    fields.extend(effect::own_wordings(ask.context, pack).map(|template| {
        yes(template.code(), &format!("Pakai naskah paket untuk “{}”", template.title()), false)
            .help("Kantor memakai naskahnya sendiri; bila tidak dicentang, naskah kantor tetap dipakai.")
    }));
    let title = format!("Terapkan {}", ask.state.name());
    Ok(ActionForm::new(&title, "Lihat akibatnya", vec![section("", fields)])
        .intro("Perubahannya ditunjukkan dahulu; baru berlaku setelah Anda menerimanya.")
        .preview(Preview::Change))
}

fn taking_back(ask: &Ask<'_, KnownPack, ()>) -> Result<ActionForm, DeskError> {
    let reason = long_text("reason", "Mengapa dikembalikan", "").needed();
    let before = ask.context.office.packs.before(ask.state.pack().line());
    let now = before.map_or_else(|| "yang dibawa aplikasi".to_owned(), |before| format!("versi {}", before.pack().version));
    let title = format!("Kembalikan {}", ask.state.name());
    Ok(ActionForm::new(&title, "Lihat akibatnya", vec![section("", vec![reason])])
        .intro(format!("Yang berlaku lagi: {now}. Perubahannya ditunjukkan dahulu."))
        .preview(Preview::Change))
}

fn shown(ask: &Ask<'_, KnownPack, ()>, form: &Boxes<'_>, plan: PackPlan) -> Result<CalendarChange, DeskError> {
    form.all_read()?;
    recalculate::shown(ask.tables, ask.context, CalendarPlan::Pack(plan), ask.moment)
}
