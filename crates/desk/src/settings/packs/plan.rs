//! Applying a pack and taking it back: what would change is shown first, and accepted as shown.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::form::{long_text, note, section, typed, yes};
use crate::forms::step::{step, unknown};
use crate::kernel::moment::Moment;
use crate::settings::packs::effect::PackPlan;
use crate::settings::packs::{KnownPack, PackStanding, effect};
use crate::settings::recalculate::CalendarPlan;
use crate::settings::{packs, recalculate};
use crate::views::action::{ActionForm, FieldValue, Filled, Preview};
use crate::views::difference::CalendarChange;
use crate::views::step::NextStep;
use crate::views::subject::SubjectRef;
use loket_domain::authority::Duty;
use loket_domain::indonesian::date as words;
use loket_domain::problem::Problems;
use loket_letters::Template;
use rusqlite::Connection;

pub(crate) fn pack_steps(context: &Context<'_>, known: &KnownPack) -> Vec<NextStep> {
    let may = || context.may(Duty::Administer);
    let main = |step: NextStep| NextStep { main: true, ..step };
    match &known.standing {
        PackStanding::InForce => vec![step("revert_pack", "Kembalikan yang sebelumnya", true, may())],
        PackStanding::Waiting => vec![main(step("apply_pack", "Terapkan", true, may()))],
        PackStanding::TakenBack => vec![step("apply_pack", "Terapkan lagi", true, may())],
        PackStanding::Replaced(_) | PackStanding::Unusable(_) => vec![],
    }
}

pub(crate) fn pack_form_of(tables: &Connection, context: &Context<'_>, id: &str, action: &str) -> Result<ActionForm, DeskError> {
    let known = packs::known_pack(tables, context, id)?;
    let (pack, name) = (known.pack(), known.name());
    match action {
        "apply_pack" => {
            let mut fields =
                vec![note("about", &format!("{}. Diterbitkan {}. Dasar: {}.", pack.title, words(pack.published_on), pack.basis))];
            fields.extend(effect::own_wordings(context, pack).map(|template| {
                yes(template.code(), &format!("Pakai naskah paket untuk “{}”", template.title()), false)
                    .help("Kantor memakai naskahnya sendiri; bila tidak dicentang, naskah kantor tetap dipakai.")
            }));
            Ok(ActionForm::new(&format!("Terapkan {name}"), "Lihat akibatnya", vec![section("", fields)])
                .intro("Perubahannya ditunjukkan dahulu; baru berlaku setelah Anda menerimanya.")
                .preview(Preview::PackChange))
        }
        "revert_pack" => {
            let reason = long_text("reason", "Mengapa dikembalikan", "").needed();
            let now = context
                .office
                .packs
                .before(pack.line())
                .map_or_else(|| "yang dibawa aplikasi".to_owned(), |before| format!("versi {}", before.pack().version));
            Ok(ActionForm::new(&format!("Kembalikan {name}"), "Lihat akibatnya", vec![section("", vec![reason])])
                .intro(format!("Yang berlaku lagi: {now}. Perubahannya ditunjukkan dahulu."))
                .preview(Preview::PackChange))
        }
        _ => unknown(),
    }
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
            let given_up = effect::own_wordings(context, known.pack()).map(Template::code).filter(|code| ticked(code));
            PackPlan::Apply { given_up: given_up.map(str::to_owned).collect(), id }
        }
        "revert_pack" => {
            let mut p = Problems::default();
            let reason = p.text("reason", &typed(form, "reason"), 300, "Tulis mengapa dikembalikan.");
            PackPlan::Revert { id, reason: p.or(Some(reason))? }
        }
        _ => return unknown(),
    };
    recalculate::shown(tables, context, CalendarPlan::Pack(plan), moment)
}
