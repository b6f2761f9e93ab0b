//! Berita Acara Serah Terima: what one holder of a desk leaves to the next, signed by both and by the official who takes note.

use loket_domain::indonesian::{date, nip, weekday_date};
use loket_domain::office::{Handover, HandoverParty, OpenCase};

use super::signature::noted;
use super::{letter_number, numbered};
use crate::imprint::{Imprint, PaperMark, Reference};
use crate::layout::{Columns, Piece, RichText, Sheet, Side};
use crate::paper::Paper;
use crate::press_error::PressError;

/// The minutes of a handover.
#[derive(Clone, Debug)]
pub struct HandoverMinutes {
    /// What was handed over, as it stood.
    pub handover: Handover,
    /// Short check code of the entry.
    pub check_code: String,
    /// Where.
    pub place: String,
    /// Original or copy.
    pub mark: PaperMark,
}

impl Paper for HandoverMinutes {
    fn imprint(&self) -> Imprint {
        Imprint::new(format!("Berita Acara Serah Terima Meja {}", self.handover.desk), self.reference()).marked(self.mark)
    }

    fn compose(&self, sheet: &mut Sheet<'_>) -> Result<(), PressError> {
        let handover = &self.handover;
        sheet.letterhead();
        sheet.title("BERITA ACARA SERAH TERIMA\nMEJA LAYANAN INFORMASI PUBLIK", &[letter_number(&handover.number)]);
        sheet.paragraph(format!(
            "Pada hari ini, {}, bertempat di {}, yang bertanda tangan di bawah ini:",
            weekday_date(handover.on),
            self.place
        ));
        party(sheet, &handover.from, "PIHAK PERTAMA");
        party(sheet, &handover.to, "PIHAK KEDUA");
        sheet.paragraph(self.opening());
        sheet.heading("Yang belum selesai");
        self.cases(sheet);
        sheet.heading("Nomor, kunci dan barang");
        numbered(sheet, &self.account_of_the_desk());
        sheet.paragraph(
            "Berita acara ini dibuat sebenarnya dan ditandatangani kedua pihak. Catatan di aplikasi dan buku register tetap menjadi \
             dasar penyelesaian setiap permohonan.",
        );
        sheet.signatures(signs(vec![], "PIHAK PERTAMA,", &handover.from), {
            let place = format!("{}, {}", self.place, date(handover.on));
            signs(vec![place], "PIHAK KEDUA,", &handover.to)
        })?;
        let code = Side::Code { reference: self.reference(), copies_to: vec![] };
        sheet.signatures(code, handover.witness.as_ref().map_or(Side::Nobody, noted))
    }
}

/// Who one of the two is, and how the minutes call that person.
fn party(sheet: &mut Sheet<'_>, party: &HandoverParty, called: &str) {
    let number = party.nip.as_deref().map(nip);
    let mut fields = vec![("Nama", vec![Piece::new(RichText::new().bold(&party.name))])];
    fields.extend(number.map(|number| ("NIP", vec![Piece::new(number)])));
    fields.push(("Tugas", vec![Piece::new(party.role.label())]));
    sheet.fields(fields);
    sheet.paragraph(format!("selanjutnya disebut {called};"));
}

fn signs(mut above: Vec<String>, called: &str, party: &HandoverParty) -> Side {
    above.push(called.to_owned());
    Side::official(above, &party.name, party.nip.as_deref().map(|number| format!("NIP {}", nip(number))).into_iter().collect())
}

impl HandoverMinutes {
    fn reference(&self) -> Reference {
        let handover = &self.handover;
        Reference::new("Serah terima meja", &format!("{}, {}", handover.desk, date(handover.on)), &self.check_code)
    }

    fn opening(&self) -> String {
        let basis = &self.handover.basis;
        let basis = if basis.is_empty() { String::new() } else { format!("Berdasarkan {basis}, ") };
        format!(
            "{basis}PIHAK PERTAMA menyerahkan kepada PIHAK KEDUA, dan PIHAK KEDUA menerima, meja layanan {} beserta seluruh permohonan, \
             keberatan, pengujian dan pertanyaan yang belum selesai, dalam keadaan sebagai berikut.",
            self.handover.desk
        )
    }

    fn cases(&self, sheet: &mut Sheet<'_>) {
        let cases = &self.handover.cases;
        if cases.is_empty() {
            sheet.paragraph("Tidak ada yang belum selesai pada hari ini.");
            return;
        }
        let row = |(case, running): (&OpenCase, usize)| {
            let due = case.due.map_or_else(|| "–".to_owned(), date);
            let next = if case.next.is_empty() { "–" } else { &case.next };
            let named = format!("{}\n{}", case.of.label(), case.named);
            [running.to_string(), named, case.stage.clone(), next.to_owned(), due].map(|cell| vec![Piece::new(cell)]).to_vec()
        };
        let heads = ["No.", "Perkara", "Keadaan", "Langkah berikutnya", "Batas"];
        let columns = Columns::new(&heads, &[0.07, 0.33, 0.22, 0.22, 0.16]).size(9.5);
        sheet.table(&columns, cases.iter().zip(1..).map(row).collect());
        sheet.space(8.0);
    }

    /// What a person who takes over must know besides the cases.
    fn account_of_the_desk(&self) -> Vec<String> {
        let handover = &self.handover;
        let year = handover.on.format("%Y");
        let mut lines = vec![match &handover.last_number {
            Some(number) => format!("Nomor pendaftaran terakhir yang diberikan meja ini: {number}."),
            None => format!("Meja ini belum memberi nomor pendaftaran pada tahun {year}."),
        }];
        if !handover.open_forms.is_empty() {
            lines.push(format!("Formulir bernomor yang belum dipertanggungjawabkan: {}.", handover.open_forms.join("; ")));
        }
        lines.push(format!(
            "Akun {} ditutup dan sandinya tidak lagi membuka meja ini; {} masuk dengan akun dan sandinya sendiri.",
            handover.from.name, handover.to.name
        ));
        lines.push("Kunci tanda tangan meja dan kunci data diganti pada hari ini.".to_owned());
        lines.push(if handover.new_card {
            "Kartu pemulihan baru dibuat pada hari ini; kartu lama tidak berlaku lagi.".to_owned()
        } else {
            "Kartu pemulihan tidak diganti; yang lama tetap berlaku.".to_owned()
        });
        lines.extend(handover.things.iter().map(|thing| format!("Diserahkan pula: {thing}.")));
        lines
    }
}
