//! Minutes of desks that were handed on.

use loket_domain::office::{Handover, HandoverParty, OpenCase, OpenCaseKind, Role};
use loket_letters::*;

use super::office::superior;
use super::{CHECK, NUMBER, Sample, day};

fn party(account: u8, name: &str, nip: Option<&str>) -> HandoverParty {
    HandoverParty {
        account: format!("00000000-0000-7000-8000-0000000000{account:02}").parse().unwrap(),
        name: name.into(),
        nip: nip.map(str::to_owned),
        role: Role::DeskOfficer,
    }
}

fn case(of: OpenCaseKind, named: &str, stage: &str, next: &str, due: Option<u32>) -> OpenCase {
    let due = due.map(|due| day(2026, 12, due));
    OpenCase { of, named: named.into(), stage: stage.into(), next: next.into(), due }
}

pub(crate) fn handover_minutes() -> HandoverMinutes {
    HandoverMinutes {
        handover: Handover {
            id: "00000000-0000-7000-8000-000000000090".parse().unwrap(),
            desk: "A".to_owned().into(),
            on: day(2026, 11, 30),
            number: "000.9/12/2026".into(),
            basis: "Keputusan Bupati Nomor 821/77/2026 tanggal 25 November 2026".into(),
            from: party(1, "Dewi Lestari Nasution", Some("199001012015032001")),
            to: party(2, "Andi Contoh Panggabean, S.AP.", Some("199502022020121002")),
            witness: Some(superior()),
            last_number: Some(NUMBER.into()),
            open_forms: vec!["008/PPID/KEC-PBG/XI/2026".into(), "009/PPID/KEC-PBG/XI/2026".into()],
            cases: vec![
                case(
                    OpenCaseKind::Request,
                    "005/PPID/KEC-PBG/XI/2026",
                    "Berkas belum lengkap",
                    "Pemohon melengkapi berkas",
                    Some(3),
                ),
                case(OpenCaseKind::Request, NUMBER, "Lengkap, menunggu keputusan", "Jawab permohonan", Some(11)),
                case(OpenCaseKind::Objection, "001/KBR/KEC-PBG/XI/2026", "Terdaftar", "Giliran Atasan PPID", Some(30)),
                case(OpenCaseKind::Question, "Format salinan", "Menunggu jawaban PPID Utama", "", None),
            ],
            things: vec!["Buku register 2026 dan arsip surat".into(), "Flashdisk cadangan".into()],
            new_card: true,
        },
        check_code: CHECK.into(),
        place: "Perbaungan".into(),
        mark: PaperMark::Original,
    }
}

/// A desk at which nothing was left to do, handed on without anybody who takes note.
fn nothing_open() -> HandoverMinutes {
    let whole = handover_minutes();
    let handover = Handover {
        number: String::new(),
        basis: String::new(),
        from: party(1, "Dewi Lestari Nasution", None),
        to: party(2, "Andi Contoh Panggabean, S.AP.", None),
        witness: None,
        last_number: None,
        open_forms: vec![],
        cases: vec![],
        things: vec![],
        new_card: false,
        ..whole.handover.clone()
    };
    HandoverMinutes { handover, ..whole }
}

/// A desk that was busy: the table goes on over several pages.
fn busy() -> HandoverMinutes {
    let whole = handover_minutes();
    let many = (0..60_u32).map(|at| {
        let number = format!("{:03}/PPID/KEC-PBG/XI/2026", at + 1);
        case(OpenCaseKind::Request, &number, "Lengkap, menunggu keputusan", "Jawab permohonan", Some(1 + at / 3))
    });
    HandoverMinutes { handover: Handover { cases: many.collect(), ..whole.handover.clone() }, ..whole }
}

pub(crate) fn all() -> Vec<Sample> {
    vec![
        ("handover-minutes", Box::new(handover_minutes())),
        ("handover-minutes-nothing-open", Box::new(nothing_open())),
        ("handover-minutes-busy", Box::new(busy())),
    ]
}
