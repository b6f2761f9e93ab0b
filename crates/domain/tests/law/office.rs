//! An invented office for the stories.

use chrono::{NaiveDate, NaiveTime};
use loket_domain::calendar::Calendar;
use loket_domain::deadline::Today;
use loket_domain::ids::OfficialId;
use loket_domain::numbering::{DeskCode, NumberPattern, RegistrationNumber};
use loket_domain::office::{Capacity, ClockStart, Office, OfficeProfile, Official, PaperSize, Role};
use loket_domain::problem::Problems;
use loket_domain::request::{GrantInput, RefusalInput, RequestDraft};
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
    };
    let officials = vec![official(1, Role::PpidUnit), official(2, Role::PpidSuperior), official(3, Role::PpidMain)];
    Office { profile, officials, accounts: vec![], desks: vec![] }
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

pub(crate) fn grant_letter(day: &str) -> GrantInput {
    GrantInput {
        letter_number: "000.8.3/41/2026".into(),
        letter_date: day.into(),
        signed_by: Uuid::from_u128(1).to_string(),
        softcopy: true,
        hardcopy: false,
        sheets: 0,
        price_per_sheet: 0,
        delivery_cost: 0,
        other_cost: 0,
        ready_in_days: 0,
        means: "Dikirim ke alamat e-mail pemohon".into(),
        cc: vec![],
    }
}

pub(crate) fn refusal_letter(day: &str) -> RefusalInput {
    RefusalInput {
        letter_number: "000.8.3/42/2026".into(),
        letter_date: day.into(),
        signed_by: Uuid::from_u128(1).to_string(),
        grounds: vec!["h".into()],
        other_law: String::new(),
        other_article: String::new(),
        consequence: "Membuka data keluarga penerima bantuan".into(),
        basis: "decree".into(),
        decree_number: "188/12/2026".into(),
        decree_date: Some("2026-01-12".into()),
        test_date: None,
        test_approved_by: String::new(),
        expires: None,
        cc: vec![],
    }
}
