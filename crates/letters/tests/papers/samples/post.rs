//! What letters are posted in, and the page by which a printer is tried.

use loket_domain::paper::{EnvelopeSize, LabelSheet};
use loket_letters::*;

use super::people::{applicant, legal_entity, represented};
use super::{CHECK, NUMBER, Sample, day};

pub(crate) fn envelope(size: EnvelopeSize) -> Envelope {
    Envelope { registration_no: NUMBER.into(), applicant: applicant(), size }
}

/// Three labels from the fifth place on.
pub(crate) fn labels(sheet: LabelSheet) -> Labels {
    Labels { registration_no: NUMBER.into(), applicant: applicant(), sheet, first: 5, count: 3 }
}

pub(crate) fn test_page(sheet: SheetSize, orientation: Orientation) -> TestPage {
    let told = [("Printer", "EPSON L3110"), ("Ukuran kertas", "F4 (215 × 330 mm)"), ("Geser", "2 mm ke kanan, 1,5 mm ke atas")];
    let told = told.map(|(label, value)| (label.to_owned(), value.to_owned())).to_vec();
    TestPage { kind: "Tanda Bukti Penerimaan".into(), told, on: day(2026, 11, 23), sheet, orientation }
}

pub(crate) fn request_list(requests: usize) -> RequestList {
    let row = |number: usize| {
        let cells = [
            &format!("{number:03}/PPID/KEC-PBG/XI/2026"),
            "23 November 2026",
            "Rahmawati Boru Simanjorang",
            "Salinan daftar penerima bantuan pangan tahun 2025 di Desa Citaman Jernih beserta dasar penetapannya.",
            "Diproses",
            "Senin, 7 Desember 2026",
        ];
        cells.map(str::to_owned).to_vec()
    };
    RequestList {
        on: "23 November 2026".into(),
        check_code: CHECK.into(),
        narrowed: vec!["Diterima 1 November 2026 sampai 30 November 2026; keadaan: Diproses; urut batas waktu".into()],
        columns: vec![
            ("Nomor pendaftaran", 17.0),
            ("Diterima", 11.0),
            ("Pemohon", 17.0),
            ("Informasi yang diminta", 32.0),
            ("Keadaan", 10.0),
            ("Batas waktu", 13.0),
        ],
        rows: (1..=requests).map(row).collect(),
    }
}

pub(crate) fn all() -> Vec<Sample> {
    vec![
        ("envelope-long", Box::new(envelope(EnvelopeSize::Long))),
        ("envelope-dl-represented", Box::new(Envelope { applicant: represented(), ..envelope(EnvelopeSize::Dl) })),
        ("envelope-c5-entity", Box::new(Envelope { applicant: legal_entity(), ..envelope(EnvelopeSize::C5) })),
        ("labels-small", Box::new(labels(LabelSheet::Small))),
        ("labels-small-represented", Box::new(Labels { applicant: represented(), first: 24, ..labels(LabelSheet::Small) })),
        ("labels-large", Box::new(Labels { applicant: legal_entity(), first: 1, count: 14, ..labels(LabelSheet::Large) })),
        ("test-page", Box::new(test_page(SheetSize::Office, Orientation::Portrait))),
        ("test-page-a3", Box::new(test_page(SheetSize::A3, Orientation::Landscape))),
        ("test-page-envelope", Box::new(test_page(SheetSize::Envelope(EnvelopeSize::Long), Orientation::Landscape))),
        ("request-list", Box::new(request_list(12))),
        ("request-list-empty", Box::new(request_list(0))),
    ]
}
