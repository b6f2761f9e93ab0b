//! What may be changed about the office and this desk, part by part as the settings show it.

use crate::context::Context;
use crate::kernel::hold::Hold;
use crate::kernel::moment::Moment;
use crate::settings::step::{Setting, SettingStep, setting};
use crate::settings::{clock, keys, numbers, profile, rules};
use crate::views::office::SettingsSteps;
use crate::views::subject::SubjectKind;

/// Steps on the office: whether this desk writes at all decides about some of them.
type OfficePart = Setting<Option<Hold>>;

const fn part(steps: &'static [SettingStep<Option<Hold>>]) -> OfficePart {
    setting(SubjectKind::Office, false, steps, |_, context, _| Ok(((), context.hold)))
}

pub(crate) const SYNC: OfficePart = part(&[keys::CHANGE_KEY]);
pub(crate) const OFFICE: OfficePart = part(&[profile::EDIT_PROFILE, profile::EDIT_COUNTING]);
pub(crate) const LETTERHEAD: OfficePart = part(&[profile::EDIT_LETTERHEAD]);
pub(crate) const NUMBERING: OfficePart = part(&[clock::CONFIRM_CLOCK, numbers::ACCOUNT_NUMBERS, numbers::ACCOUNT_LOST_NUMBERS]);
pub(crate) const RULES: OfficePart = part(&[rules::EDIT_FEES, rules::EDIT_SIGNING, rules::EDIT_DUTIES, rules::SET_RETENTION]);
pub(crate) const CARD: OfficePart = part(&[keys::NEW_CARD, keys::EDIT_LOCK]);

/// What may be changed about the office.
pub(crate) fn office_steps(context: &Context<'_>, moment: Moment) -> SettingsSteps {
    let next = |part: &OfficePart| part.next(context, &context.hold, moment);
    SettingsSteps {
        sync: next(&SYNC),
        office: next(&OFFICE),
        letterhead: next(&LETTERHEAD),
        numbering: next(&NUMBERING),
        rules: next(&RULES),
        card: next(&CARD),
    }
}
