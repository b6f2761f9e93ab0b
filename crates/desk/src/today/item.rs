//! One line of the first screen.

use crate::context::Context;
use crate::views::deadline::Tone;
use crate::views::subject::SubjectRef;
use crate::views::today::WorkItem;
use crate::words::deadline;
use chrono::NaiveDate;
use loket_domain::indonesian::weekday_date;
use loket_domain::request::Turn;

pub(crate) fn item(
    context: &Context<'_>,
    subject: SubjectRef,
    title: String,
    text: String,
    due: Option<NaiveDate>,
    turn: Turn,
    today: NaiveDate,
) -> WorkItem {
    let left = due.map(|due| deadline::left(context, due, today));
    WorkItem {
        subject,
        title,
        text,
        due_text: due.map(weekday_date),
        tone: left.as_ref().map_or(Tone::Calm, |left| left.tone),
        left: left.map(|left| left.text),
        turn: Some(turn.label().to_owned()),
    }
}
