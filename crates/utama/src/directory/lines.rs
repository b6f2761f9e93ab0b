//! Offices as lines that a person types or pastes from a table: code; name; kind; contact.

use super::{ListedOffice, ListedOrder};

/// The offices of these lines. A head line that begins with `kode` is passed over.
///
/// # Errors
/// Names the first line that must change.
pub(crate) fn read(text: &str) -> Result<Vec<ListedOffice>, String> {
    let mut offices: Vec<ListedOffice> = Vec::new();
    for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let cells: Vec<&str> = line.split([';', '\t']).map(|cell| cell.trim().trim_matches('"').trim()).collect();
        let cell = |at: usize| cells.get(at).copied().unwrap_or_default().to_owned();
        if cells.iter().all(|cell| cell.is_empty()) || cell(0).to_lowercase().starts_with("kode") {
            continue;
        }
        let order = ListedOrder { code: cell(0), name: cell(1), kind: cell(2), contact: cell(3) };
        let office = order.check().map_err(|told| format!("Baris {}: {told}", at + 1))?;
        if offices.iter().any(|known| known.code == office.code) {
            return Err(format!("Baris {}: kode {} sudah ada di baris sebelumnya.", at + 1, office.code));
        }
        offices.push(office);
    }
    if offices.is_empty() { Err("Tempel paling sedikit satu baris: kode; nama; macam; kontak.".to_owned()) } else { Ok(offices) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use loket_domain::office::OfficeKind;

    #[test]
    fn a_table_pasted_from_a_spreadsheet_is_read_and_the_kind_follows_the_name() {
        let pasted = "Kode\tNama\tMacam\r\n12.18.02\tPerbaungan\r\n12.18.71\tDinas Pendidikan\t\tdisdik@contoh.go.id\n\n12.18.72;Simpang Tiga;kelurahan";
        let offices = read(pasted).unwrap();
        let told: Vec<_> = offices.iter().map(|office| (office.code.as_str(), office.called(), office.kind)).collect();
        assert_eq!(
            told,
            [
                ("12.18.02", "Kantor Camat Perbaungan".to_owned(), OfficeKind::Kecamatan),
                ("12.18.71", "Dinas Pendidikan".to_owned(), OfficeKind::Dinas),
                ("12.18.72", "Kelurahan Simpang Tiga".to_owned(), OfficeKind::Kelurahan),
            ]
        );
        assert_eq!(offices[1].contact, "disdik@contoh.go.id");
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named() {
        for (text, said) in [
            ("12.18.02;Perbaungan\n12.18;Dinas Sosial", "Baris 2: "),
            ("12.18.02;", "Baris 1: Isi nama kantor"),
            ("12.18.71;Dinas Sosial;kerajaan", "Baris 1: Pilih macam"),
            ("12.18.02;A\n12.18.02;B", "Baris 2: kode 12.18.02 sudah ada"),
            (" \n", "paling sedikit satu baris"),
        ] {
            assert!(read(text).unwrap_err().contains(said), "{text}");
        }
    }
}
