//! Consequence tests, decrees, and what may be cited.

use loket_domain::change::{CatalogueChange, Change};
use loket_domain::classification::{Classification, ClassificationCommand, ClassificationStage, WorksheetInput, decide};
use loket_domain::dip::{DipItemInput, Listed};
use loket_domain::problem::Refused;
use uuid::Uuid;

use crate::office::{Day, date, letter};

fn worksheet() -> WorksheetInput {
    WorksheetInput {
        information: "Daftar penerima bantuan beserta data keluarganya".into(),
        unit: "Seksi Kesejahteraan Sosial".into(),
        grounds: vec!["h".into()],
        consequence: "Membuka rahasia pribadi".into(),
        term: "Pasal 4 ayat (2) UU 27/2022".into(),
        benefit: "Melindungi keluarga penerima".into(),
        tested_on: "2026-11-02".into(),
        team: vec!["Pegawai Rekaan, Kasi Pelayanan".into()],
        ..WorksheetInput::default()
    }
}

fn after(commands: Vec<(&str, ClassificationCommand)>) -> Result<Classification, Refused> {
    let day = Day::at_perbaungan();
    let mut changes: Vec<Change> = vec![];
    for (on, command) in commands {
        let (state, _) = Classification::replay(&changes);
        changes.push(decide(state.as_ref(), command, &day.on(on))?);
    }
    let (state, misfits) = Classification::replay(&changes);
    assert!(misfits.is_empty());
    Ok(state.unwrap())
}

/// PP 61/2010: who does not declare it open thirty working days before, lets it open by itself.
#[test]
fn exempt_information_is_declared_open_thirty_working_days_before_its_period_ends() {
    let day = Day::at_perbaungan();
    let sheet = WorksheetInput { grounds: vec!["a".into()], expires: "2027-06-30".into(), ..worksheet() };
    let state = after(vec![("2026-11-02", ClassificationCommand::Test(Box::new(sheet), None))]).unwrap();
    let counting = day.office.profile.counting();
    let due = state.reopening_due(&day.calendar, counting).unwrap();
    let left = loket_domain::working_days::between(&day.calendar, counting, due, date("2027-06-30")).unwrap();
    assert!(due < date("2027-05-19"), "{due}");
    assert!((29..=30).contains(&left), "{left}");
    let lasting = after(vec![test()]).unwrap();
    assert_eq!(lasting.reopening_due(&day.calendar, counting), None);
}

fn test() -> (&'static str, ClassificationCommand) {
    ("2026-11-02", ClassificationCommand::Test(Box::new(worksheet()), None))
}

fn approve() -> (&'static str, ClassificationCommand) {
    ("2026-11-05", ClassificationCommand::Approve { on: "2026-11-05".into(), by: "Bupati Rekaan".into() })
}

fn decree() -> (&'static str, ClassificationCommand) {
    let mut head = letter("2026-11-10");
    head.signed_by = Uuid::from_u128(3).to_string();
    ("2026-11-10", ClassificationCommand::Decree(head))
}

#[test]
fn a_decree_needs_the_test_and_the_leaders_approval() {
    assert!(after(vec![test(), decree()]).is_err());
    let decreed = after(vec![test(), approve(), decree()]).unwrap();
    assert_eq!(decreed.stage(), ClassificationStage::Decreed);
    let rejected = ("2026-11-03", ClassificationCommand::Reject { reason: "Terlalu luas".into() });
    assert!(after(vec![test(), rejected, approve()]).is_err());
}

#[test]
fn a_ppid_pelaksana_does_not_decree() {
    let own = ("2026-11-10", ClassificationCommand::Decree(letter("2026-11-10")));
    assert!(matches!(after(vec![test(), approve(), own]).unwrap_err(), Refused::Fields(p) if p[0].field == "signed_by"));
}

#[test]
fn what_may_be_cited_begins_with_approval_and_ends_with_its_period() {
    let tested = after(vec![test()]).unwrap();
    assert!(!tested.covers(date("2026-11-20")));
    let decreed = after(vec![test(), approve(), decree()]).unwrap();
    assert!(!decreed.covers(date("2026-11-09")) && decreed.covers(date("2026-11-10")));
    let mut limited = worksheet();
    limited.grounds = vec!["c".into()];
    let forever = ("2026-11-02", ClassificationCommand::Test(Box::new(limited.clone()), None));
    assert!(matches!(after(vec![forever]).unwrap_err(), Refused::Fields(p) if p[0].field == "expires"));
    limited.expires = "2027-11-02".into();
    let limited = ("2026-11-02", ClassificationCommand::Test(Box::new(limited), None));
    let decreed = after(vec![limited, approve(), decree()]).unwrap();
    assert!(decreed.covers(date("2027-11-02")) && !decreed.covers(date("2027-11-03")));
    let lifted = ("2026-12-01", ClassificationCommand::Lift { reason: "Tidak lagi berbahaya".into() });
    assert!(!after(vec![test(), approve(), decree(), lifted]).unwrap().covers(date("2026-12-02")));
}

#[test]
fn a_catalogue_item_says_when_it_must_be_brought_up_to_date() {
    let mut input = DipItemInput {
        summary: "Rencana kerja kecamatan".into(),
        category: "Berkala".into(),
        heading: String::new(),
        holder: "Kantor Camat Perbaungan".into(),
        responsible: "Kasubbag Program".into(),
        made: "Januari 2026, Perbaungan".into(),
        format: "Softcopy".into(),
        retention: "5 tahun".into(),
        media: String::new(),
        link: "https://contoh.go.id/renja".into(),
        published_on: "2026-08-31".into(),
    };
    let item = input.check(date("2026-11-23")).unwrap();
    let listed = Listed::apply(None, &Change::Catalogue(CatalogueChange::DipItemListed { item: Box::new(item) })).unwrap();
    assert_eq!(listed.renewal_due(), Some(date("2027-02-28")));
    input.link = "javascript:alert(1)".into();
    assert!(matches!(input.check(date("2026-11-23")).unwrap_err(), Refused::Fields(p) if p[0].field == "link"));
}
