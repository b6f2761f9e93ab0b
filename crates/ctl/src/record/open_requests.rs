//! The requests of December: late, due today and tomorrow, extended, incomplete, with everything, and just granted.

use loket_desk::RequestDraft;
use loket_desk::views::{AttachedFiles, FileRefused};
use serde_json::json;

use super::counter::{RecordedCounter, scan};
use super::office::{form, grant, society};
use crate::account::TaskError;

/// Four that were registered before the day of the election.
pub(super) fn december(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    let peak = "I Gusti Ngurah Agung Wiradharma Putra";
    counter.at("2026-12-01", "10:10")?;
    counter.register("extended", form("2026-12-01", peak, "Daftar aset kecamatan dan keadaannya"))?;
    counter.at("2026-12-03", "10:10")?;
    counter.register("late", form("2026-12-03", "Sukimin", "Dokumen rencana kerja kecamatan 2027"))?;
    counter.at("2026-12-07", "10:10")?;
    let map = form("2026-12-07", "Lestari br. Sitorus", "Peta desa Penggalian dalam bentuk softcopy");
    counter.register("eventful", RequestDraft { address: "Jalan Negara Nomor 54".into(), ..map })?;
    counter.at("2026-12-08", "10:10")?;
    counter.register("near", form("2026-12-08", peak, "Laporan realisasi anggaran kecamatan triwulan tiga"))?;
    Ok(())
}

/// What was done to them since, and the three that came after.
pub(super) fn answered(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    let extended = counter.subject(loket_desk::views::SubjectKind::Request, "extended")?;
    let reasons = json!({
        "letter_number": "000.8.3/398/KEC-TBS/2026", "reasons": ["not_documented"],
        "explanation": "Daftar keadaan aset masih disusun."
    });
    counter.at("2026-12-14", "09:00")?;
    counter.act(&extended, "extend", reasons)?;
    counter.at("2026-12-14", "10:10")?;
    let granted = form("2026-12-14", "Marlina Tampubolon", "Laporan hasil musrenbang kecamatan tahun 2026");
    let granted = counter.register("granted", granted)?;

    counter.at("2026-12-18", "10:07")?;
    let processed = counter.register("processed", society("2026-12-18"))?;
    let card = scan(8_400);
    let name = "KTP ketua perkumpulan.pdf".to_owned();
    counter.with(|desk, now| desk.attach(&processed.id, &name, "identity", &card, now))?;
    let asked = json!({"id": processed.id, "purpose": "identity"});
    counter.book.keep("attach_files", "attached", asked, Ok(AttachedFiles::of(&[name], vec![])))?;
    let told = [
        ("KTP.pdf", counter.with(|desk, now| desk.attach(&processed.id, "KTP.pdf", "authority", b"MZ kosong", now).map(drop))),
        ("Video.zip", counter.with(|desk, _| desk.file_fits(26 * 1024 * 1024 + 1))),
    ];
    let refused =
        told.into_iter().filter_map(|(name, told)| Some(FileRefused { name: name.to_owned(), reason: told.err()?.to_string() }));
    let some = AttachedFiles::of(&["Surat kuasa.pdf".to_owned()], refused.collect());
    let asked = json!({"id": processed.id, "purpose": "authority"});
    counter.book.keep("attach_files", "some_refused", asked, Ok(some))?;

    counter.at("2026-12-21", "08:31")?;
    counter.act(&processed, "declare_complete", json!({}))?;
    counter.at("2026-12-21", "09:00")?;
    counter.act(&granted, "grant", grant("000.8.3/412/KEC-TBS/2026"))?;
    counter.at("2026-12-21", "10:10")?;
    let registered = RequestDraft {
        name: "PT Sawit Nusantara Contoh Abadi".into(),
        information: "Izin usaha perkebunan di Kecamatan Tebing Syahbandar".into(),
        represented: true,
        representative_name: "Rina Contoh, S.H.".into(),
        representative_address: "Jalan Contoh Nomor 9, Medan".into(),
        representative_phone: "0812-0000-0002".into(),
        documents: vec!["identity".into()],
        ..society("2026-12-21")
    };
    counter.register("registered", registered)?;
    Ok(())
}
