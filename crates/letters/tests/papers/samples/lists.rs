//! Registers, the catalogue and the yearly report.

use loket_domain::dip::{DipCategory, DipItem};
use loket_domain::office::ListDecree;
use loket_domain::report::{AnnualReport as Report, Figures, ReportChapters};
use loket_domain::request::Letter;
use loket_letters::*;
use std::collections::BTreeMap;

use super::office::{signatory, signed_by, superior};
use super::people::{LONG_NAME, registration};
use super::{CHECK, Sample, day};

const PERIOD: &str = "1 Januari 2026 sampai 31 Desember 2026";

fn texts<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}

/// A register with this many requests; identities stand in it whole.
pub(crate) fn request_register(requests: usize) -> RequestRegister {
    let form = registration();
    let row = |number: usize| {
        let registered = format!("{number:03}/PPID/KEC-PBG/XI/2026");
        let refused = number.is_multiple_of(4);
        let mut row = vec![number.to_string(), registered];
        row.extend(texts(["1218014507920003", "23/11/2026", "Rahmawati Boru Simanjorang"]));
        row.extend(texts([&form.applicant.address, "0812-0000-1234\nrahmawati@contoh.example", "Pedagang"]));
        row.extend([form.information.clone(), form.purpose.clone()]);
        row.extend(texts(["√", "", "", "", "√", "", "√"]));
        row.extend(if refused {
            texts([
                "Ditolak",
                "Pasal 17 huruf h, j; Pasal 4 ayat (2) Undang-Undang Nomor 27 Tahun 2022",
                "Jumat, 04/12/2026",
                "",
                "",
                "",
            ])
        } else {
            texts(["Dikabulkan seluruhnya", "", "Jumat, 04/12/2026", "Selasa, 15/12/2026", "Rp25.000,00", "Tunai, kuitansi 014"])
        });
        row
    };
    RequestRegister {
        period: PERIOD.into(),
        check_code: CHECK.into(),
        rows: (1..=requests).map(row).collect(),
        signed: Some(signed_by()),
        sheet: SheetSize::Office,
    }
}

/// A register with this many objections.
pub(crate) fn objection_register(objections: usize) -> ObjectionRegister {
    let form = registration();
    let row = |number: usize| {
        let mut row = vec![number.to_string(), format!("{number:03}/KEB-PPID/KEC-PBG/I/2027")];
        row.extend(texts(["11 Januari 2027", "Rahmawati Boru Simanjorang", "", &form.applicant.address, "Pedagang"]));
        row.extend(texts(["0812-0000-1234", "rahmawati@contoh.example", "007/PPID/KEC-PBG/XI/2026"]));
        row.extend([form.information.clone(), form.purpose.clone()]);
        row.extend(texts(["√", "", "", "√", "", "", ""]));
        row.extend(texts(["Mengabulkan keberatan sebagian", "Senin, 8 Februari 2027"]));
        row.extend([format!("{}, {}", superior().name, superior().position), "Menerima tanggapan.".to_owned()]);
        row
    };
    ObjectionRegister {
        period: "1 Januari 2027 sampai 31 Desember 2027".into(),
        check_code: CHECK.into(),
        rows: (1..=objections).map(row).collect(),
        signed: Some(signed_by()),
        sheet: SheetSize::Office,
    }
}

/// A catalogue with this many items.
pub(crate) fn dip(items: usize) -> Dip {
    let item = |number: usize| DipItem {
        summary: format!("Laporan realisasi anggaran kecamatan triwulan {number}, beserta catatan atas pelaksanaannya"),
        category: DipCategory::ALL[number % 3],
        heading: None,
        holder: "Subbagian Program dan Keuangan Kecamatan Perbaungan".into(),
        responsible: "Sekretaris Kecamatan Perbaungan".into(),
        made: "Perbaungan, Januari 2026".into(),
        format: "Hardcopy dan softcopy (PDF)".into(),
        retention: "Aktif 2 tahun, inaktif 8 tahun".into(),
        media: (!number.is_multiple_of(3)).then(|| "Laman dan papan pengumuman".to_owned()),
        link: (number.is_multiple_of(2))
            .then(|| format!("https://perbaungan.contoh.example/ppid/dokumen/laporan-realisasi-anggaran-{number}.pdf")),
        published_on: Some(day(2026, 7, 1)),
    };
    let decree = ListDecree { number: "188.4/7/2026".into(), date: day(2026, 1, 12) };
    Dip {
        on: day(2026, 12, 31),
        check_code: CHECK.into(),
        decree: Some(decree),
        items: (1..=items).map(item).collect(),
        signed: Some(signed_by()),
    }
}

pub(crate) fn annual_report() -> AnnualReport {
    let table = |title: &str, rows: &[(&str, &str)]| ReportTable {
        title: title.to_owned(),
        columns: texts(["Uraian", "Jumlah"]),
        rows: rows.iter().map(|(label, figure)| texts([*label, *figure])).collect(),
    };
    AnnualReport {
        report: Report {
            year: 2026,
            frozen_on: day(2027, 1, 20),
            figures: Figures::default(),
            satisfaction: None,
            known: BTreeMap::new(),
            chapters: ReportChapters {
                policy: "Pelayanan informasi publik di Kecamatan Perbaungan berpedoman pada Undang-Undang Nomor 14 Tahun 2008 dan Peraturan Komisi Informasi Nomor 1 Tahun 2021.\n\nMaklumat pelayanan diumumkan di ruang tunggu.".into(),
                facilities: "Satu meja layanan, dua komputer, satu pencetak.".into(),
                staff: "Dua petugas pelayanan informasi.".into(),
                budget: "Anggaran Rp12.500.000,00, terpakai Rp11.240.000,00.".into(),
                obstacles_outside: "Sebagian pemohon belum melengkapi salinan KTP.".into(),
                obstacles_inside: "Jaringan internet sering terputus.".into(),
                recommendations: "Memperbarui daftar informasi publik setiap enam bulan.".into(),
            },
            letter: Letter {
                number: "000.8.3/12/KEC-PBG/I/2027".into(),
                date: day(2027, 1, 20),
                signed_by: signatory().id,
                cc: vec![],
                entered_on: None,
            },
        },
        check_code: CHECK.into(),
        summary: texts([
            "Selama tahun 2026 diterima 48 permohonan informasi: 40 dikabulkan seluruhnya, 8 belum dijawab.",
            "Jawaban: 39 tepat waktu, 1 terlambat. Waktu jawaban rata-rata 5,3 hari kerja, median 5,0 hari kerja.",
        ]),
        service: vec![
            table("Permohonan dan jawabannya", &[("Permohonan", "48"), ("Dikabulkan seluruhnya", "40"), ("Rata-rata waktu jawaban", "5,3 hari kerja")]),
            ReportTable {
                title: "Kategori pemohon (waktu jawaban dalam hari kerja)".into(),
                columns: texts(["Kategori", "Jumlah", "Rata-rata", "Median"]),
                rows: vec![texts(["Badan Hukum", "8", "6,4", "7,0"]), texts(["Perorangan", "40", "5,1", "5,0"])],
            },
            table("Alasan penolakan", &[]),
        ],
        disputes: vec![table("Tanggapan atas keberatan", &[("Belum ditanggapi", "0"), ("Putusan PPID dikuatkan", "1")])],
        place: "Perbaungan".into(),
        signatory: signatory(),
        known_by: Some(superior()),
        mark: PaperMark::Original,
    }
}

pub(crate) fn agenda_book(count: usize) -> AgendaBook {
    let row = |n: usize| {
        let (sent, note) = match n % 3 {
            0 => ("27 November 2026, pos (RR 0012345678)", ""),
            1 => ("", "Tidak berlaku sejak 30 November 2026: biaya salinan keliru dihitung"),
            _ => ("", "Nomor menyusul"),
        };
        let number = if n % 3 == 2 { String::new() } else { format!("000.8.3/{}/KEC-PBG/XI/2026", 1209 + n) };
        [
            (n + 1).to_string(),
            number,
            format!("{:02}/11/2026", 20 + n),
            "Pemberitahuan Tertulis".to_owned(),
            format!("Permohonan {:03}/PPID/KEC-PBG/XI/2026: Daftar penerima bantuan langsung tunai dana desa tahun 2025", n + 1),
            LONG_NAME.to_owned(),
            sent.to_owned(),
            note.to_owned(),
        ]
        .to_vec()
    };
    AgendaBook {
        period: "1 Januari 2026 sampai 31 Desember 2026".into(),
        check_code: CHECK.into(),
        rows: (0..count).map(row).collect(),
        signed: Some(signed_by()),
        sheet: SheetSize::Office,
    }
}

fn figures_sheet() -> FiguresSheet {
    let AnnualReport { service, disputes, .. } = annual_report();
    FiguresSheet {
        period: "1 Oktober 2026 sampai 31 Desember 2026".into(),
        check_code: CHECK.into(),
        tables: service.into_iter().chain(disputes).collect(),
        signed: Some(signed_by()),
    }
}

pub(crate) fn all() -> Vec<Sample> {
    vec![
        ("request-register", Box::new(request_register(5))),
        ("request-register-a3", Box::new(RequestRegister { sheet: SheetSize::A3, ..request_register(5) })),
        ("request-register-empty", Box::new(request_register(0))),
        ("objection-register", Box::new(objection_register(3))),
        ("objection-register-a3", Box::new(ObjectionRegister { sheet: SheetSize::A3, ..objection_register(3) })),
        ("agenda-book", Box::new(agenda_book(6))),
        ("agenda-book-a3", Box::new(AgendaBook { sheet: SheetSize::A3, ..agenda_book(6) })),
        ("agenda-book-empty", Box::new(agenda_book(0))),
        ("dip", Box::new(dip(7))),
        ("annual-report", Box::new(annual_report())),
        ("service-figures", Box::new(figures_sheet())),
    ]
}
