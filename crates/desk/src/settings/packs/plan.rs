//! Applying a pack and taking it back: what would change is shown first, and accepted as shown.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::form::{long_text, note, section, typed, yes};
use crate::forms::step::{step, unknown};
use crate::kernel::moment::Moment;
use crate::settings::packs::{KnownPack, Standing, pack_name, told_differences};
use crate::settings::recalculate::Plan;
use crate::settings::{packs, recalculate};
use crate::views::action::{ActionForm, FieldValue, Filled, NextStep, SubjectRef};
use crate::views::record::CalendarChange;
use loket_domain::authority::Duty;
use loket_domain::change::{Change, OfficeChange};
use loket_domain::indonesian::date as words;
use loket_domain::pack::{Difference, Pack, PackContent, PackLine};
use loket_domain::problem::{Problems, Refused};
use loket_letters::Template;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

/// What is to be done with a pack.
#[derive(Serialize, Deserialize)]
pub(crate) enum PackPlan {
    /// Put it in force; of these templates the office gives up its own wording.
    Apply { id: String, given_up: Vec<String> },
    /// Take the one in force back.
    Revert { id: String, reason: String },
}

/// A plan, worked out on the office as it stands.
pub(crate) struct WorkedOut {
    /// What is written about the office.
    pub(crate) changes: Vec<Change>,
    /// What stands beside a moved deadline.
    pub(crate) reason: String,
    /// What changes in what the office works with.
    pub(crate) differences: Vec<Difference>,
    /// Whether deadlines may move.
    pub(crate) calendar: bool,
}

pub(crate) fn pack_steps(context: &Context<'_>, known: &KnownPack) -> Vec<NextStep> {
    let may = || context.may(Duty::Administer);
    let main = |step: NextStep| NextStep { main: true, ..step };
    match &known.standing {
        Standing::InForce => vec![step("revert_pack", "Kembalikan yang sebelumnya", true, may())],
        Standing::Waiting => vec![main(step("apply_pack", "Terapkan", true, may()))],
        Standing::TakenBack => vec![step("apply_pack", "Terapkan lagi", true, may())],
        Standing::Replaced(_) | Standing::Unusable(_) => vec![],
    }
}

pub(crate) fn pack_form_of(tables: &Connection, context: &Context<'_>, id: &str, action: &str) -> Result<ActionForm, DeskError> {
    let known = packs::known_pack(tables, context, id)?;
    let (pack, name) = (known.pack(), known.name());
    match action {
        "apply_pack" => {
            let mut fields =
                vec![note("about", &format!("{}. Diterbitkan {}. Dasar: {}.", pack.title, words(pack.published_on), pack.basis))];
            fields.extend(own_wordings(context, pack).map(|template| {
                yes(template.code(), &format!("Pakai naskah paket untuk “{}”", template.title()), false)
                    .help("Kantor memakai naskahnya sendiri; bila tidak dicentang, naskah kantor tetap dipakai.")
            }));
            Ok(ActionForm::new(&format!("Terapkan {name}"), "Lihat akibatnya", vec![section("", fields)])
                .intro("Perubahannya ditunjukkan dahulu; baru berlaku setelah Anda menerimanya."))
        }
        "revert_pack" => {
            let reason = long_text("reason", "Mengapa dikembalikan", "").needed();
            let now = context
                .office
                .packs
                .before(pack.line())
                .map_or_else(|| "yang dibawa aplikasi".to_owned(), |before| format!("versi {}", before.pack().version));
            Ok(ActionForm::new(&format!("Kembalikan {name}"), "Lihat akibatnya", vec![section("", vec![reason])])
                .intro(format!("Yang berlaku lagi: {now}. Perubahannya ditunjukkan dahulu.")))
        }
        _ => unknown(),
    }
}

/// The templates of a pack for which the office has its own wording.
fn own_wordings(context: &Context<'_>, pack: &Pack) -> impl Iterator<Item = Template> {
    let named = |template: &Template| match &pack.content {
        PackContent::Wording { texts } => texts.contains_key(template.code()),
        _ => false,
    };
    Template::ALL.iter().copied().filter(named).filter(|template| context.office.wordings.contains_key(template.code()))
}

/// What this action on a pack would do. Nothing is written.
pub(crate) fn pack_change(
    tables: &Connection,
    context: &Context<'_>,
    subject: &SubjectRef,
    action: &str,
    form: &Filled,
    moment: Moment,
) -> Result<CalendarChange, DeskError> {
    context.may(Duty::Administer)?;
    let id = subject.id.clone();
    let plan = match action {
        "apply_pack" => {
            let known = packs::known_pack(tables, context, &id)?;
            let ticked = |code: &str| matches!(form.get(code), Some(FieldValue::Yes(true)));
            let given_up = own_wordings(context, known.pack()).map(Template::code).filter(|code| ticked(code));
            PackPlan::Apply { given_up: given_up.map(str::to_owned).collect(), id }
        }
        "revert_pack" => {
            let mut p = Problems::default();
            let reason = p.text("reason", &typed(form, "reason"), 300, "Tulis mengapa dikembalikan.");
            PackPlan::Revert { id, reason: p.or(Some(reason))? }
        }
        _ => return unknown(),
    };
    recalculate::shown(tables, context, Plan::Pack(plan), moment)
}

/// Works a plan out on the office as it stands now.
pub(crate) fn work_out(tables: &Connection, context: &Context<'_>, plan: &PackPlan) -> Result<WorkedOut, DeskError> {
    match plan {
        PackPlan::Apply { id, given_up } => {
            let known = packs::known_pack(tables, context, id)?;
            match &known.standing {
                Standing::Waiting | Standing::TakenBack => {}
                Standing::InForce => return Err(Refused::NotNow("Paket ini sudah berlaku.").into()),
                Standing::Replaced(_) => return Err(Refused::NotNow("Versi yang lebih baru sudah berlaku.").into()),
                Standing::Unusable(_) => return Err(Refused::NotNow("Paket ini tidak dapat diterapkan.").into()),
            }
            let pack = known.pack();
            let mut differences = told_differences(packs::content_in_force(context, pack), pack.content.clone());
            // What the office words itself does not change unless it gives that up.
            let kept: Vec<&str> =
                own_wordings(context, pack).map(Template::code).filter(|code| given_up.iter().all(|it| it != code)).collect();
            differences.retain(|difference| !kept.contains(&difference.what.as_str()));
            for difference in &mut differences {
                if let Some(own) = context.office.wordings.get(&difference.what) {
                    difference.before = Some(own.text.clone());
                }
            }
            let reason = format!("{} diterapkan ({})", known.name(), pack.basis);
            let calendar = matches!(pack.line(), PackLine::Calendar(_));
            let restored = |template: &String| Change::Office(OfficeChange::WordingRestored { template: template.clone() });
            let mut changes: Vec<Change> = given_up.iter().map(restored).collect();
            changes.push(Change::Office(OfficeChange::PackApplied { pack: Box::new(known.signed) }));
            Ok(WorkedOut { changes, reason, differences, calendar })
        }
        PackPlan::Revert { id, reason } => {
            let known = packs::known_pack(tables, context, id)?;
            if known.standing != Standing::InForce {
                return Err(Refused::NotNow("Paket ini tidak sedang berlaku.").into());
            }
            let pack = known.pack();
            let before = context.office.packs.content_before(pack.line(), context.shipped);
            let mut differences = told_differences(pack.content.clone(), before);
            differences.retain(|difference| !context.office.wordings.contains_key(&difference.what));
            let change =
                Change::Office(OfficeChange::PackReverted { line: pack.line(), version: pack.version, reason: reason.clone() });
            let reason = format!("{} dikembalikan: {reason}", pack_name(pack));
            let calendar = matches!(pack.line(), PackLine::Calendar(_));
            Ok(WorkedOut { changes: vec![change], reason, differences, calendar })
        }
    }
}
