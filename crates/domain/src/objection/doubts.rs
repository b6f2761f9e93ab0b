//! What the office knew about the grounds of an objection on the day it came: facts for the superior, never a reason not to register
//! it. What was done afterwards neither weakens nor makes a ground.

use chrono::NaiveDate;

use super::{Objected, ObjectionGround};
use crate::calendar::Calendar;
use crate::clock::Clock;
use crate::indonesian::date;
use crate::office::OfficeProfile;
use crate::request::{Decision, Outcome, Request, Timeliness};

/// What speaks against the grounds of `form`, which came on `received`, as the request stands: each one sentence.
pub fn doubts(
    form: &Objected,
    received: NaiveDate,
    request: &Request,
    profile: &OfficeProfile,
    calendar: &Calendar,
) -> Vec<String> {
    let all = form.grounds.iter().copied();
    all.flat_map(|ground| doubts_about(ground, received, request, profile, calendar)).collect()
}

fn doubts_about(
    ground: ObjectionGround,
    received: NaiveDate,
    request: &Request,
    profile: &OfficeProfile,
    calendar: &Calendar,
) -> Vec<String> {
    use ObjectionGround::{A, B, C, D, E, F, G};
    let answered = request.answered_by(received);
    let answer = answered.and_then(Outcome::letter).map(|letter| letter.date);
    let promised = request.promised.official.or(request.promised.safe);
    // An extension that came too late moved nothing; the day that an order sets counts only where none was promised before it.
    let first = request.first_promised();
    let answer_due = request.held_in_spite_of_extension().or(first.official).or(first.safe).or(promised);
    let mut doubts = Vec::new();
    let mut say = |words: String| doubts.push(format!("Alasan {}: {words}", ground.code()));
    match (ground, answer) {
        (A, _) if !answered.is_some_and(|outcome| Decision::withholds(&outcome.parts(&request.registration.information))) => {
            let decided = answered.map_or("belum ada jawaban", |outcome| outcome.decision().map_or("dijawab", Decision::label));
            say(format!("menurut catatan tidak ada yang ditolak dengan Pasal 17 ({}).", decided.to_lowercase()));
        }
        (C, Some(answer)) => say(format!("menurut catatan permohonan ini sudah dijawab dengan surat tanggal {}.", date(answer))),
        (C, None) if request.first_closed_on().is_some_and(|closed| closed <= received) => {
            say("menurut catatan permohonan ini sudah ditutup tanpa jawaban sebelum keberatan ini.".to_owned());
        }
        (C, None) => {
            if let Some(due) = answer_due.filter(|due| received <= *due) {
                say(format!("diajukan sebelum batas jawaban {} lewat.", date(due)));
            }
        }
        (G, _) if request.timeliness() == Some(Timeliness::InTime) && !given_late(request, received, profile, calendar) => {
            say("menurut catatan jawaban disampaikan dalam jangka waktunya.".to_owned());
        }
        (G, None) if answer_due.is_none_or(|due| received <= due) => {
            say("diajukan sebelum batas jawaban lewat.".to_owned());
        }
        (D | E | F, None) => say("menurut catatan permohonan ini belum dijawab.".to_owned()),
        (A | D | E | F | G, _) | (B, _) => {}
    }
    // The thirty days run from the day the ground was found (Ps 36(1)): the end of the answer's time, or receipt of the answer.
    let found = match ground {
        B => None,
        C => answer_due.filter(|due| answer.is_some() || received > *due),
        A | D | F => request.received_by(received),
        // What was promised and did not come, or came late, was found when the promise was over, or when it came.
        E | G => request.received_by(received).into_iter().chain(found_later(request, received, profile, calendar)).max(),
    };
    let last = found.and_then(|found| Clock::Objection.ends(calendar, profile.counting(), found));
    if let Some(last) = last.filter(|last| received > *last) {
        say(format!("diajukan setelah batas {}.", date(last)));
    }
    doubts
}

/// The last day on which something that was promised should have been given, or was, as far as that was past on the civil date
/// `received`.
fn found_later(request: &Request, received: NaiveDate, profile: &OfficeProfile, calendar: &Calendar) -> Option<NaiveDate> {
    let promised = request.promised_until(profile, calendar).into_iter();
    let handed = request.handed_before.iter().chain(&request.handed_over).map(|handed| handed.on);
    promised.chain(handed).filter(|day| *day <= received).max()
}

/// Whether what was promised was given later than that by the civil date `received`, or not yet.
fn given_late(request: &Request, received: NaiveDate, profile: &OfficeProfile, calendar: &Calendar) -> bool {
    let given = request.handed_over.as_ref().map(|handed| handed.on).filter(|on| *on <= received);
    request.promised_until(profile, calendar).is_some_and(|due| given.map_or(received > due, |given| given > due))
}
