//! What is filled in at the counter: the request form, the receipt, and the recovery card of the desk.

use loket_domain::request::{AccessMode, Applicant, Document, IdentityKind, PaperForm, Registration};
use loket_domain::zone::Zone;
use loket_letters::*;
use std::collections::BTreeMap;

use super::people::{LONG_NAME, by, legal_entity, registration, represented};
use super::{CHECK, NUMBER, Sample, day};

pub(crate) fn request_form() -> RequestForm {
    RequestForm {
        registration_no: NUMBER.into(),
        check_code: CHECK.into(),
        registration: registration(),
        place: "Perbaungan".into(),
        date: day(2026, 11, 23),
        officer: "Dewi Lestari Nasution".into(),
        rights_page: true,
        fee_decree: None,
        mark: PaperMark::Original,
        version: None,
    }
}

pub(crate) fn receipt() -> Receipt {
    Receipt {
        registration_no: NUMBER.into(),
        check_code: CHECK.into(),
        registration: registration(),
        brought: BTreeMap::new(),
        completeness_due: CompletenessDue::On(day(2026, 11, 26)),
        answer_due: AnswerDue::AfterCompleteness,
        zone: Zone::Western,
        on: day(2026, 11, 24),
        place: "Perbaungan".into(),
        officer: "Dewi Lestari Nasution".into(),
        contact: Some("(0621) 000000 atau ppid.perbaungan@contoh.example".into()),
        mark: PaperMark::Original,
        version: None,
        form: None,
    }
}

pub(crate) fn recovery_card() -> RecoveryCard {
    RecoveryCard {
        desk_code: "PBG-01".into(),
        date: day(2026, 11, 2),
        recovery_code: "K7Q2-9XMD-4HTB-W3RF-8JNC-Y5GE-2PVA-6ZKT".into(),
        mark: PaperMark::Original,
    }
}

pub(crate) fn all() -> Vec<Sample> {
    vec![
        ("request-form", Box::new(request_form())),
        (
            "request-form-entity",
            Box::new(RequestForm {
                registration: Registration {
                    access_mode: AccessMode::View,
                    copy_format: None,
                    delivery_mode: None,
                    ..by(legal_entity())
                },
                rights_page: false,
                officer: String::new(),
                mark: PaperMark::Copy,
                ..request_form()
            }),
        ),
        (
            "request-form-represented",
            Box::new(RequestForm { registration: by(represented()), officer: LONG_NAME.into(), ..request_form() }),
        ),
        ("receipt", Box::new(receipt())),
        (
            "receipt-complete",
            Box::new(Receipt {
                registration: Registration { documents: vec![Document::Identity], notes: None, ..registration() },
                completeness_due: CompletenessDue::Complete,
                answer_due: AnswerDue::On(day(2026, 12, 7)),
                mark: PaperMark::Copy,
                ..receipt()
            }),
        ),
        (
            "receipt-brought-later",
            Box::new(Receipt {
                registration: by(represented()),
                brought: BTreeMap::from([(Document::PowerOfAttorney, day(2026, 11, 25))]),
                ..receipt()
            }),
        ),
        ("receipt-represented", Box::new(Receipt { registration: by(represented()), officer: LONG_NAME.into(), ..receipt() })),
        (
            "receipt-no-calendar",
            Box::new(Receipt {
                registration: by(Applicant {
                    identity_kind: IdentityKind::NotShown,
                    foreign_paper: None,
                    identity_number: String::new(),
                    ..legal_entity()
                }),
                completeness_due: CompletenessDue::CalendarNotLoaded,
                answer_due: AnswerDue::CalendarNotLoaded,
                ..receipt()
            }),
        ),
        (
            "receipt-corrected",
            Box::new(Receipt { version: Some(Version { number: 2, corrected_on: day(2026, 11, 24) }), ..receipt() }),
        ),
        (
            "receipt-from-form",
            Box::new(Receipt {
                form: Some(PaperForm {
                    reserved_on: day(2026, 11, 23),
                    entered_on: day(2026, 11, 25),
                    check_code: "9F3K-2Q".into(),
                }),
                ..receipt()
            }),
        ),
        ("recovery-card", Box::new(recovery_card())),
    ]
}
