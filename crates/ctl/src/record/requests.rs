//! Requests that are over: granted and handed over, refused, granted in part, closed, not held, taken back.

use loket_desk::RequestDraft;
use loket_domain::paper::PaperKind;
use serde_json::json;

use super::counter::RecordedCounter;
use super::office::{both, exempt, form, grant};
use crate::account::TaskError;

/// The scan of the decree that both exemptions of September cite.
const DECREE: &str = "SK klasifikasi 188.45-7-2026.pdf";

/// The first three of the office's year with this desk.
pub(super) fn september(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    counter.at("2026-09-01", "10:10")?;
    let plans = form("2026-09-01", "Rahmad Hidayat Nasution", "Laporan hasil musrenbang kecamatan tahun 2026");
    let granted = counter.register("handed_over", plans)?;
    counter.at("2026-09-01", "10:40")?;
    let map = "Peta batas desa Penggalian dan Bahilang serta berita acara kesepakatan batas";
    let refused = counter.register("refused", form("2026-09-01", "Lestari br. Sitorus", map))?;
    counter.at("2026-09-02", "10:10")?;
    let plan = form("2026-09-02", "PT Sawit Nusantara Contoh Abadi", "Dokumen rencana kerja kecamatan 2027");
    let partly = counter.register("partly", plan)?;

    counter.at("2026-09-07", "09:00")?;
    counter.act(&granted, "grant", grant("000.8.3/301/KEC-TBS/2026"))?;
    counter.paper(&granted.id, PaperKind::WrittenNotice)?;
    counter.at("2026-09-08", "09:00")?;
    counter.act(&granted, "take_payment", json!({"number": "KW/31"}))?;
    counter.act(&granted, "hand_over", json!({"number": "PB/31"}))?;
    let decree = counter.attach(&refused.id, DECREE, 2_600)?;
    counter.act(&refused, "refuse", exempt("000.8.3/302/KEC-TBS/2026", &decree))?;
    counter.at("2026-09-09", "09:00")?;
    counter.act(&refused, "note_received", json!({}))?;
    counter.at("2026-09-10", "09:00")?;
    let withheld = json!({"withheld": "Rencana pembelian tanah", "redaction": "Halaman 3 sampai 7 dihitamkan"});
    let letter = "000.8.3/303/KEC-TBS/2026";
    let decree = counter.attach(&partly.id, DECREE, 2_600)?;
    let boxes = both(both(grant(letter), &exempt(letter, &decree)), &withheld);
    counter.act(&partly, "grant_partly", boxes)?;
    counter.at("2026-09-11", "09:00")?;
    counter.act(&partly, "note_received", json!({}))?;
    counter.act(&partly, "hand_over", json!({"number": "PB/32"}))?;
    Ok(())
}

/// Three that ended without information.
pub(super) fn october(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    counter.at("2026-10-12", "10:10")?;
    let group = RequestDraft {
        category: "group".into(),
        documents: vec![],
        ..form("2026-10-12", "Kelompok Tani Maju Bersama Desa Paya Pasir", "Salinan daftar penerima bantuan pupuk per desa")
    };
    let lapsed = counter.register("lapsed", group)?;
    counter.act(&lapsed, "find_incomplete", json!({"letter_number": "000.8.3/340/KEC-TBS/2026"}))?;
    counter.at("2026-10-19", "10:10")?;
    let social = form("2026-10-19", "Sukimin", "Salinan daftar penerima bantuan sosial tahun 2026 per desa");
    let elsewhere = counter.register("elsewhere", social)?;
    counter.at("2026-10-20", "09:00")?;
    counter.act(&lapsed, "lapse", json!({}))?;
    counter.at("2026-10-26", "09:00")?;
    let body = json!({
        "letter_number": "000.8.3/351/KEC-TBS/2026", "absence": "held_by_other", "body": "Dinas Sosial Kabupaten Serdang Bedagai"
    });
    counter.act(&elsewhere, "answer_unavailable", body)?;
    counter.at("2026-11-02", "08:30")?;
    let budget = form("2026-11-02", "Marlina Tampubolon", "Rincian belanja kecamatan tahun 2025");
    let withdrawn = counter.register("withdrawn", RequestDraft { received_time: "08.05".into(), ..budget })?;
    counter.at("2026-11-02", "08:50")?;
    counter.act(&withdrawn, "withdraw", json!({"reason": "Sudah memperolehnya di desa."}))?;
    Ok(())
}
