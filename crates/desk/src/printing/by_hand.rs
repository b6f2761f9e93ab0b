//! A paper that the officer prints from the program the computer has for PDFs, where the system cannot be given one to print.

use crate::printing::cups::size_in_words;
use crate::views::PrintOrder;

/// What the officer is told to do there, and asked afterwards. `sheets` is how many are wanted.
pub fn asked(order: &PrintOrder, sheets: u8) -> String {
    let way = &order.way;
    let printer = way.printer.as_ref().map(|name| format!("pilih printer {name}"));
    let sides = way.both_sides.then(|| "bolak-balik".to_owned());
    let told = [
        printer,
        Some(format!("kertas {}", size_in_words(order.size))),
        Some("ukuran sebenarnya (100%)".to_owned()),
        sides,
        Some(format!("{} rangkap", sheets.max(1))),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    format!(
        "{} dibuka di program PDF. Cetak dari sana: {}.\n\nSudah keluar dari printer dengan benar?",
        order.what,
        told.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::{IssuedPaper, PrintWay};

    #[test]
    fn the_officer_is_told_paper_scale_and_copies_before_being_asked_whether_it_was_printed() {
        let order = |way: PrintWay| {
            let issued = IssuedPaper { pdf: vec![], file_name: "Tanda Bukti 001.pdf".into(), is_copy: false };
            PrintOrder { issued, what: "Tanda bukti", way, size: (215.0, 330.0) }
        };
        let usual = asked(&order(PrintWay::default()), 1);
        assert_eq!(
            usual,
            "Tanda bukti dibuka di program PDF. Cetak dari sana: kertas F4 (215 × 330 mm), ukuran sebenarnya (100%), 1 rangkap.\n\n\
             Sudah keluar dari printer dengan benar?"
        );
        let set = PrintWay { printer: Some("Laser Depan".into()), both_sides: true, ..PrintWay::default() };
        let said = asked(&order(set), 3);
        assert!(said.contains("pilih printer Laser Depan, kertas F4") && said.contains("bolak-balik, 3 rangkap"), "{said}");
    }
}
