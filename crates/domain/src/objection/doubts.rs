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
    let answer_due = request.promised.official.or(request.promised.safe);
    let mut doubts = Vec::new();
    let mut say = |words: String| doubts.push(format!("Alasan {}: {words}", ground.code()));
    match (ground, answer) {
        (A, _) if !answered.is_some_and(|outcome| Decision::withholds(&outcome.parts(&request.registration.information))) => {
            let decided = answered.map_or("belum ada jawaban", |outcome| outcome.decision().map_or("dijawab", Decision::label));
            say(format!("menurut catatan tidak ada yang ditolak dengan Pasal 17 ({}).", decided.to_lowercase()));
        }
        (C, Some(answer)) => say(format!("menurut catatan permohonan ini sudah dijawab dengan surat tanggal {}.", date(answer))),
        (C, None) => {
            if let Some(due) = answer_due.filter(|due| received <= *due) {
                say(format!("diajukan sebelum batas jawaban {} lewat.", date(due)));
            }
        }
        (G, _) if request.timeliness() == Some(Timeliness::InTime) => {
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
        A | D | E | F | G => request.received_by(received),
    };
    let last = found.and_then(|found| Clock::Objection.ends(calendar, profile.counting(), found));
    if let Some(last) = last.filter(|last| received > *last) {
        say(format!("diajukan setelah batas {}.", date(last)));
    }
    doubts
}
