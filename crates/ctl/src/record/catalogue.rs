//! The catalogue of public information, and what is exempt from it.

use loket_desk::views::{Done, ListKind, SubjectKind, SubjectRef};
use serde_json::json;

use super::counter::RecordedCounter;
use super::settings::listed;
use crate::account::TaskError;

/// A table as an office keeps it, with two lines that cannot be taken in.
const TABLE: &str =
    "Ringkasan;Kategori;Pejabat yang menguasai;Penanggung jawab;Waktu dan tempat pembuatan;Format;Retensi;Tautan;\
Dimutakhirkan
Laporan realisasi anggaran kecamatan tahun 2026;Berkala;Kantor Camat Tebing Syahbandar;Sekretaris Kecamatan;Juni 2026;\
PDF; 5 tahun;;2026-06-29
Rencana kerja kecamatan tahun 2026;Setiap saat;Kantor Camat Tebing Syahbandar;Sekretaris Kecamatan;Januari 2026;PDF; 5 tahun;;\
2026-08-03
Peringatan dini banjir Sungai Padang;Serta merta;Seksi Ketenteraman;Kepala Seksi;Agustus 2026;Papan pengumuman; 1 tahun;;\
2026-08-10
Daftar aset kecamatan;Entah;Kantor Camat Tebing Syahbandar;Sekretaris Kecamatan;Juni 2026;PDF; 5 tahun;;2026-06-29
Profil desa-desa;Berkala;Kantor Camat Tebing Syahbandar;Sekretaris Kecamatan;Juni 2026;PDF; 5 tahun;ftp://contoh;2026-08-03
";

fn made(done: Done) -> Result<SubjectRef, TaskError> {
    done.subject.ok_or_else(|| TaskError::Unexpected(done.said))
}

/// The table is read in, one item is added by hand, renewed, and one leaves the list.
pub(super) fn filled(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    counter.at("2026-09-01", "08:30")?;
    let read = |desk: &mut loket_desk::Desk, now| desk.import_preview("DIP Tebing Syahbandar 2026.csv", TABLE.as_bytes(), now);
    let preview = counter.see("import_dip", "table", json!({}), read)?;
    let asked = json!({"token": preview.token});
    counter.see("accept_import", "table", asked, |desk, now| desk.accept_import(&preview.token, now))?;
    let item = json!({
        "summary": "Profil kecamatan dan desa-desanya, termasuk susunan organisasi, tugas, dan fungsi setiap seksi",
        "category": "berkala", "made": "Juli 2026", "format": "PDF; cetak", "retention": "5 tahun", "published_on": "2026-07-01"
    });
    let new = SubjectRef::new(SubjectKind::DipItem, "");
    let profile = made(counter.act(&new, "list", item)?)?;
    counter.book.name("profile", &profile.id)?;
    counter.act(&profile, "renew", json!({}))?;
    let flood = listed(counter, ListKind::Dip, "Peringatan dini banjir Sungai Padang")?;
    counter.act(&flood, "withdraw", json!({"reason": "Musimnya sudah lewat."}))?;
    counter.act(&flood, "list", json!({}))?;
    let accounts = listed(counter, ListKind::Dip, "Laporan realisasi anggaran kecamatan tahun 2026")?;
    counter.book.name("periodic", &accounts.id)
}

/// One consequence test that was decreed, one that waits.
pub(super) fn tested(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    counter.at("2026-09-01", "09:00")?;
    let new = SubjectRef::new(SubjectKind::Classification, "");
    let health = json!({
        "information": "Data kesehatan penerima bantuan sosial per orang", "unit": "Seksi Kesejahteraan Sosial",
        "grounds": ["h"], "consequence": "Mengungkap rahasia pribadi penerima bantuan.",
        "benefit": "Melindungi keluarga penerima bantuan.", "term": "Pasal 4 ayat (2) UU 27/2022", "team": ["Dewi Kartika Sari Lubis, Sekretaris Kecamatan"]
    });
    let decreed = made(counter.act(&new, "test", health)?)?;
    counter.act(&decreed, "approve", json!({"by": "Bupati Serdang Bedagai"}))?;
    counter.act(&decreed, "decree", json!({"letter_number": "188.45/12/2026"}))?;
    counter.book.name("decreed", &decreed.id)?;
    let border = json!({
        "information": "Dokumen penyelidikan sengketa batas Desa Penggalian", "unit": "Seksi Tata Pemerintahan",
        "grounds": ["a"], "expires": "2027-12-31", "consequence": "Saksi dapat dipengaruhi.",
        "benefit": "Melindungi penyelidikan.",
        "team": ["Dewi Kartika Sari Lubis, Sekretaris Kecamatan", "Sukimin, Kepala Seksi"]
    });
    let tested = made(counter.act(&new, "test", border)?)?;
    counter.book.name("tested", &tested.id)
}
