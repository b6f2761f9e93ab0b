//! The page of a setting.

use crate::context::Context;
use crate::error::DeskError;
use crate::settings::lists;
use crate::views::deadline::Tone;
use crate::views::record::RecordView;
use crate::views::subject::SubjectRef;

/// Settings have no story of their own here: only what they are and what may be done.
pub(crate) fn setting_record(context: &Context<'_>, subject: &SubjectRef) -> Result<RecordView, DeskError> {
    let (title, subtitle, group, next) = lists::setting_facts(context, subject)?;
    Ok(RecordView {
        subject: subject.clone(),
        title,
        subtitle,
        status: String::new(),
        tone: Tone::Calm,
        groups: vec![group],
        deadlines: vec![],
        warning: None,
        next,
        timeline: vec![],
        papers: vec![],
        linked: vec![],
    })
}
