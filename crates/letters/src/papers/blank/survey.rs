//! The sheet of the Survei Kepuasan Masyarakat, in the questions of PermenPANRB 14/2017. It asks for no name.

use loket_domain::survey::Element;

use super::parts::{PITCH, lines, ticks};
use crate::layout::{Columns, Piece, Sheet};
use crate::press_error::PressError;

const COLUMNS: Columns<'static> =
    Columns::new(&["No.", "Bagaimana pendapat Saudara tentang …", "1", "2", "3", "4"], &[0.5, 3.3, 1.25, 1.25, 1.25, 1.25])
        .size(9.0);

#[allow(clippy::unnecessary_wraps)] // It is one of the forms.
pub(super) fn compose(sheet: &mut Sheet<'_>) -> Result<(), PressError> {
    sheet.title("SURVEI KEPUASAN MASYARAKAT", &["Pelayanan Informasi Publik".to_owned()]);
    sheet.paragraph(
        "Jawaban Saudara dipakai untuk memperbaiki pelayanan kami. Lembar ini tidak memuat nama; beri satu tanda (√) pada setiap baris.",
    );
    let fields = vec![
        ("Tanggal", lines(1)),
        ("Jenis kelamin", ticks(["Laki-laki", "Perempuan"])),
        ("Pendidikan", ticks(["SD", "SMP", "SMA", "Diploma", "S1", "S2 ke atas"])),
        ("Pekerjaan", lines(1)),
        ("Layanan yang diterima", ticks(["Permohonan informasi", "Keberatan"])),
    ];
    sheet.fields_by_hand(fields, PITCH);
    sheet.space(8.0);
    let rows = Element::ALL.iter().zip(1..).map(|(element, number)| {
        let (question, answers) = asked(*element);
        let answers = answers.into_iter().map(|answer| vec![Piece::tick(false, answer)]);
        [vec![Piece::new(format!("{number}."))], vec![Piece::new(question)]].into_iter().chain(answers).collect()
    });
    sheet.table(&COLUMNS, rows.collect());
    sheet.space(12.0);
    sheet.heading("Saran dan masukan");
    sheet.lines_by_hand(2, PITCH);
    Ok(())
}

/// What is asked about an element, and its four answers from the worst to the best.
fn asked(element: Element) -> (&'static str, [&'static str; 4]) {
    match element {
        Element::Requirements => (
            "kesesuaian persyaratan pelayanan dengan jenis pelayanannya?",
            ["Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"],
        ),
        Element::Procedure => {
            ("kemudahan prosedur pelayanan di kantor ini?", ["Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"])
        }
        Element::Time => {
            ("kecepatan waktu dalam memberikan pelayanan?", ["Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"])
        }
        Element::Cost => ("kewajaran biaya/tarif dalam pelayanan?", ["Sangat mahal", "Cukup mahal", "Murah", "Gratis"]),
        Element::Product => (
            "kesesuaian hasil pelayanan dengan yang tercantum dalam standar pelayanan?",
            ["Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"],
        ),
        Element::Competence => (
            "kompetensi/kemampuan petugas dalam pelayanan?",
            ["Tidak kompeten", "Kurang kompeten", "Kompeten", "Sangat kompeten"],
        ),
        Element::Conduct => (
            "perilaku petugas, yaitu kesopanan dan keramahannya?",
            ["Tidak sopan dan ramah", "Kurang sopan dan ramah", "Sopan dan ramah", "Sangat sopan dan ramah"],
        ),
        Element::Complaints => (
            "penanganan pengaduan, saran dan masukan?",
            ["Tidak ada", "Ada, tidak berfungsi", "Berfungsi kurang maksimal", "Dikelola dengan baik"],
        ),
        Element::Facilities => ("kualitas sarana dan prasarana?", ["Buruk", "Cukup", "Baik", "Sangat baik"]),
    }
}
