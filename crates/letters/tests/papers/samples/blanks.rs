//! Forms that are printed empty.

use loket_domain::paper::BlankKind;
use loket_letters::*;

use super::{CHECK, Sample, day};

pub(crate) fn blank(kind: BlankKind) -> BlankForm {
    BlankForm { kind, place: "Perbaungan".into(), fee_decree: None }
}

pub(crate) fn numbered() -> NumberedForm {
    NumberedForm {
        registration_no: "012/PPID/KEC-PBG/XI/2026".into(),
        check_code: CHECK.into(),
        reserved_on: day(2026, 11, 23),
        contact: Some("(0621) 000000 atau ppid.perbaungan@contoh.example".into()),
    }
}

pub(crate) fn all() -> Vec<Sample> {
    let blank = |kind| Box::new(blank(kind));
    vec![
        ("blank-request", blank(BlankKind::Request)),
        ("blank-objection", blank(BlankKind::Objection)),
        ("blank-survey", blank(BlankKind::Survey)),
        ("blank-mandate", blank(BlankKind::Mandate)),
        ("blank-withdrawal", blank(BlankKind::Withdrawal)),
        ("numbered-form", Box::new(numbered())),
    ]
}
