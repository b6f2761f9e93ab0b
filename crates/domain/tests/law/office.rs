//! An invented office for the stories.

use chrono::{NaiveDate, NaiveTime};
use loket_domain::calendar::Calendar;
use loket_domain::change::{Change, OfficeChange};
use loket_domain::deadline::Today;
use loket_domain::ids::{ObjectionId, OfficialId};
use loket_domain::numbering::{DeskCode, NumberPattern, RegistrationNumber};
use loket_domain::office::{Capacity, ClockStart, Office, OfficeProfile, Official, PaperSize, Role};
use loket_domain::paper::PaperKind;
use loket_domain::problem::Problems;
use loket_domain::request::{
    AnswerInput, ContactInput, ExemptionInput, ExtensionInput, GrantInput, HandOverInput, IncompleteInput, LetterInput,
    NotEntitledInput, OrderInput, OrderedBy, PartInput, PartialGrantInput, RefundInput, RefusalInput, RepresentativeInput,
    RequestDraft, ReturnedInput, StandingOrder, UnavailableInput, VexatiousInput,
};
use loket_domain::working_days::WorkWeek;
use uuid::Uuid;

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn official(number: u128, role: Role) -> Official {
    Official {
        id: OfficialId(Uuid::from_u128(number)),
        name: format!("Pejabat Rekaan {number}, S.Sos."),
        nip: None,
        rank: None,
        position: role.label().to_owned(),
        role,
        capacity: Capacity::Definitive,
        appointment: None,
        represents: vec![],
        own_office: None,
    }
}

pub(crate) fn perbaungan() -> Office {
    let profile = OfficeProfile {
        code: "12.18.02".into(),
        regency: "KABUPATEN SERDANG BEDAGAI".into(),
        kecamatan: "Perbaungan".into(),
        abbreviation: "PBG".into(),
        letterhead_government: "PEMERINTAH KABUPATEN SERDANG BEDAGAI".into(),
        letterhead_office: "KECAMATAN PERBAUNGAN".into(),
        letterhead_lines: vec![],
        emblem: None,
        place: "Perbaungan".into(),
        paper: PaperSize::F4,
        week: WorkWeek::MonFri,
        clock_start: ClockStart::Complete,
        collective_leave_works: false,
        fetch_reminder_days: None,
        zone: None,
        dip_decree: None,
        dik_decree: None,
        copies_to: vec![],
        contact: None,
    };
    let officials = vec![official(1, Role::PpidUnit), official(2, Role::PpidSuperior), official(3, Role::PpidMain)];
    let established = Office::apply(None, &Change::Office(OfficeChange::OfficeEstablished { profile })).unwrap();
    Office { officials, ..established }
}

/// A day at the office, at 15.00.
pub(crate) struct Day {
    pub(crate) office: Office,
    pub(crate) calendar: Calendar,
}

impl Day {
    pub(crate) fn at_perbaungan() -> Self {
        Self { office: perbaungan(), calendar: Calendar::shipped().unwrap() }
    }

    pub(crate) fn on(&self, day: &str) -> Today<'_> {
        let time = NaiveTime::from_hms_opt(15, 0, 0).unwrap();
        Today { date: date(day), time, office: &self.office, calendar: &self.calendar }
    }
}

pub(crate) fn number(serial: u32, day: &str) -> RegistrationNumber {
    let mut problems = Problems::default();
    let desk = DeskCode::check(&mut problems, "desk_code", "A");
    let pattern = "{nomor}/PPID/KEC-PBG/{bulan}/{tahun}";
    NumberPattern::check(&mut problems, "number_pattern", pattern, &desk).number(&desk, serial, date(day))
}

/// A form whose every box is right on 23 November 2026.
pub(crate) fn filled_form() -> RequestDraft {
    RequestDraft {
        received_date: "2026-11-23".into(),
        received_time: "10.05".into(),
        name: "Warga Rekaan".into(),
        identity_number: "1218010101900003".into(),
        address: "Jalan Contoh 1".into(),
        phone: "0812-0000-0000".into(),
        information: "Salinan rencana kerja kecamatan tahun 2026".into(),
        purpose: "Penelitian".into(),
        documents: vec!["identity".into()],
        ..RequestDraft::default()
    }
}

pub(crate) fn letter(day: &str) -> LetterInput {
    let signed_by = Uuid::from_u128(1).to_string();
    LetterInput { letter_number: "000.8.3/41/2026".into(), letter_date: day.into(), signed_by, cc: vec![] }
}

pub(crate) fn grant_letter(day: &str) -> GrantInput {
    GrantInput {
        letter: letter(day),
        softcopy: true,
        hardcopy: false,
        sheets: 0,
        price_per_sheet: 0,
        delivery_cost: 0,
        other_cost: 0,
        ready_in_days: 0,
        means: "Dikirim ke alamat e-mail pemohon".into(),
    }
}

pub(crate) fn exemption() -> ExemptionInput {
    ExemptionInput {
        grounds: vec!["h".into()],
        consequence: "Membuka data keluarga penerima bantuan".into(),
        term: "Pasal 4 ayat (2) UU 27/2022".into(),
        basis: "decree".into(),
        decree_number: "188/12/2026".into(),
        decree_date: "2026-01-12".into(),
        classification: Uuid::from_u128(900).to_string(),
        ..ExemptionInput::default()
    }
}

pub(crate) fn refusal_letter(day: &str) -> RefusalInput {
    RefusalInput { letter: letter(day), exemption: exemption() }
}

pub(crate) fn partial_letter(day: &str) -> PartialGrantInput {
    PartialGrantInput {
        grant: grant_letter(day),
        withheld: "Nama dan alamat penerima bantuan".into(),
        redaction: "Nama dan alamat dihitamkan pada halaman 3 sampai 7".into(),
        exemption: exemption(),
    }
}

pub(crate) fn unavailable_letter(day: &str, absence: &str) -> UnavailableInput {
    UnavailableInput { letter: letter(day), absence: absence.into(), body: "Badan Rekaan Provinsi".into(), available_in_days: 20 }
}

pub(crate) fn incomplete_letter(day: &str) -> IncompleteInput {
    IncompleteInput { letter: letter(day), missing: vec!["Salinan KTP".into()], received_on: day.into() }
}

pub(crate) fn extension_letter(day: &str) -> ExtensionInput {
    ExtensionInput {
        letter: letter(day),
        reasons: vec!["not_held".into()],
        explanation: "Data masih diminta dari perangkat daerah lain".into(),
    }
}

pub(crate) fn hand_over(day: &str) -> HandOverInput {
    HandOverInput {
        number: "PB/7/2026".into(),
        on: day.into(),
        received_by: "Warga Rekaan".into(),
        way: String::new(),
        proof: String::new(),
        items: vec!["Rencana kerja 2026; hardcopy; 12".into(), "Lampiran; softcopy".into()],
        ..HandOverInput::default()
    }
}

/// Two parts: the first given, the second held by another.
pub(crate) fn answer_in_parts(day: &str) -> AnswerInput {
    let given = PartInput { what: "Anggaran bantuan".into(), found: "given".into(), softcopy: true, ..PartInput::default() };
    let not_held = PartInput {
        what: "Daftar penerima bantuan".into(),
        found: "not_held".into(),
        body: "Dinas Sosial Rekaan".into(),
        ..PartInput::default()
    };
    AnswerInput {
        letter: letter(day),
        means: "Dikirim ke alamat e-mail pemohon".into(),
        parts: vec![given, not_held],
        ..AnswerInput::default()
    }
}

/// The superior orders disclosure within a week.
pub(crate) fn order(day: &str) -> OrderInput {
    OrderInput {
        objection: Uuid::from_u128(90).to_string(),
        by: "superior".into(),
        number: "000.8.3/99/2026".into(),
        given_on: day.into(),
        what: "Berikan seluruh informasi".into(),
        due: (date(day) + chrono::Days::new(7)).to_string(),
    }
}

/// That order, as it stands on record in an objection.
pub(crate) fn on_record(day: &str) -> Vec<(ObjectionId, StandingOrder)> {
    let OrderInput { number, what, .. } = order(day);
    let order = StandingOrder { by: OrderedBy::Superior, number: Some(number), on: date(day), what, due: None, whole: true };
    vec![(ObjectionId(Uuid::from_u128(90)), order)]
}

/// To somebody who showed a foreign passport.
pub(crate) fn not_entitled_letter(day: &str) -> NotEntitledInput {
    NotEntitledInput {
        letter: letter(day),
        why: "wna".into(),
        considerations: "Pemohon menunjukkan paspor asing".into(),
        advice: String::new(),
    }
}

pub(crate) fn new_address(day: &str) -> ContactInput {
    ContactInput { on: day.into(), address: format!("Jalan Baru, sejak {day}"), phone: String::new(), email: String::new() }
}

pub(crate) fn attorney(day: &str) -> RepresentativeInput {
    RepresentativeInput {
        on: day.into(),
        acting_as: "kuasa".into(),
        name: "Kuasa Rekaan, S.H.".into(),
        address: "Jalan Kuasa 9, Medan".into(),
        phone: String::new(),
        mandate: "Surat kuasa khusus 3/SK/2026".into(),
    }
}

pub(crate) fn vexatious() -> VexatiousInput {
    VexatiousInput {
        signs: vec!["banyak".into()],
        reason: "Empat puluh permohonan serupa dalam sebulan".into(),
        earlier: vec!["001/PPID/KEC-PBG/XI/2026".into()],
    }
}

pub(crate) fn returned(paper: PaperKind, day: &str) -> ReturnedInput {
    ReturnedInput { paper: paper.code().into(), on: day.into(), why: "Alamat tidak dikenal".into() }
}

pub(crate) fn refund(day: &str, amount: u32) -> RefundInput {
    RefundInput {
        number: "KB/1".into(),
        on: day.into(),
        to: "Warga Rekaan".into(),
        amount,
        reason: "Lembar yang disalin lebih sedikit".into(),
        ..RefundInput::default()
    }
}
