//! The register that was kept before this program.

use loket_desk::views::{ImportChoices, ListKind};
use serde_json::json;

use super::counter::RecordedCounter;
use super::places::{forms, page};
use crate::account::TaskError;

/// A book as an office kept it in a spreadsheet: with titles, heads of two rows, a number that was never used, and a day that is none.
const BOOK: &str = "REGISTER PERMOHONAN INFORMASI PUBLIK;;;;;;;;;;;
KECAMATAN TEBING SYAHBANDAR TAHUN 2025;;;;;;;;;;;
No.;Tgl.;Nama;Alamat;Nomor kontak;Informasi yang diminta;Tujuan;Jenis permintaan;;Keputusan;Hari dan tanggal;
;;;;;;;Melihat;Meminta salinan;;Pemberitahuan tertulis;Pemberian informasi
1;06/01/2025;Rosmawati Purba;Desa Penggalian;0812-1111-2222;Daftar penerima bantuan pangan tahun 2024;Penelitian;;v;Dikabulkan;Selasa, 14/01/2025;15/01/2025
2;3 Februari 2025;Yayasan Contoh Lestari;Desa Kuta Pinang;lestari@contoh.example;Peta rencana jalan usaha tani;Pendampingan warga;v;;Dikabulkan sebagian;12/02/2025;
3;;;;;;;;;;;
4;10/03/2025;Bahrum Saragih;Desa Bah Sumbu;0813-3333-4444;Dokumen penyelidikan batas desa;Pribadi;;v;Ditolak;21/03/2025;
5;pertengahan April;Lamhot Sinaga;Desa Paya Bagas;;Laporan dana desa;Pribadi;;v;Dikabulkan;;
";

/// The book of last year is copied, but for a line that does not read.
pub(super) fn copied(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    let choices = ImportChoices::default();
    let read = |desk: &mut loket_desk::Desk, now| desk.old_book_preview("Register 2025.csv", BOOK.as_bytes(), &choices, now);
    let preview = counter.see("import_old_book", "table", json!({}), read)?;
    let asked = json!({"token": preview.token});
    counter.see("accept_old_book", "table", asked, |desk, now| desk.accept_old_book(&preview.token, now))?;
    let whole = page(counter, "old_requests", ListKind::OldRequests, None)?;
    for filter in &whole.filters {
        page(counter, &format!("old_requests/{}", filter.code), ListKind::OldRequests, Some(filter.code.clone()))?;
    }
    let first = whole.rows.into_iter().next_back().ok_or_else(|| TaskError::Unexpected("nothing was copied".into()))?.subject;
    counter.book.name("old_request", &first.id)?;
    let view = counter.see("record", "old_request", json!({"subject": first}), |desk, now| desk.record(&first, now))?;
    forms(counter, "old_request", &first, &view.next)
}
