//! Objections: answered and brought before Komisi Informasi, without a request and late, filed too late.

use loket_desk::views::{Done, SubjectKind, SubjectRef};
use serde_json::json;

use super::counter::RecordedCounter;
use super::office::SOCIETY;
use crate::account::TaskError;

fn named(counter: &mut RecordedCounter, name: &str, done: Done) -> Result<SubjectRef, TaskError> {
    let subject = done.subject.ok_or_else(|| TaskError::Unexpected(done.said))?;
    counter.book.name(name, &subject.id)?;
    Ok(subject)
}

/// From the objection to the first hearing.
pub(super) fn answered_and_disputed(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    let request = counter.subject(SubjectKind::Request, "partly")?;
    counter.at("2026-09-21", "09:00")?;
    let grounds = json!({"grounds": ["a", "g"], "case_position": "Sebagian rencana tidak diberikan dan jawabannya lama."});
    let done = counter.act(&request, "object", grounds)?;
    let objection = named(counter, "disputed", done)?;
    counter.at("2026-10-12", "09:00")?;
    let answer = json!({
        "letter_number": "000.8.3/339/KEC-TBS/2026", "verdict": "partly_overturned",
        "considerations": "Letak tanah sudah diumumkan.", "order": "Berikan halaman 3 dan 4.", "execute_by": "2026-10-23"
    });
    counter.act(&objection, "answer", answer)?;
    counter.at("2026-10-13", "09:00")?;
    counter.act(&objection, "note_received", json!({"reaction": "Belum puas, akan ke Komisi Informasi."}))?;
    counter.at("2026-10-15", "09:00")?;
    counter.act(&request, "reopen", json!({}))?;
    counter.at("2026-10-16", "09:00")?;
    let anew = json!({"letter_number": "000.8.3/342/KEC-TBS/2026", "hardcopy": true, "sheets": 2, "means": "Diambil langsung di kantor"});
    counter.act(&request, "grant", anew)?;
    counter.at("2026-10-20", "08:40")?;
    counter.act(&request, "hand_over", json!({"number": "PB/39"}))?;
    counter.at("2026-10-20", "09:00")?;
    counter.act(&objection, "note_executed", json!({"note": "Halaman 3 dan 4 diberikan."}))?;
    counter.at("2026-10-26", "10:00")?;
    let filed = json!({"number": "012/KI/2026", "commission": "Komisi Informasi Provinsi Sumatera Utara"});
    counter.act(&objection, "file_dispute", filed)?;
    counter.at("2026-11-09", "09:00")?;
    counter.act(&objection, "proceed", json!({"step": "begun", "note": "Sidang pertama."}))?;
    Ok(())
}

/// Periodic information that nobody could find.
pub(super) fn without_request(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    counter.at("2026-10-05", "09:00")?;
    let new = SubjectRef::new(SubjectKind::Objection, "");
    let typed = json!({
        "name": SOCIETY, "address": "Jalan Negara Nomor 45, Desa Firdaus", "phone": "0812-0000-0000",
        "information": "Laporan realisasi anggaran kecamatan tahun 2025", "purpose": "Bahan kajian",
        "case_position": "Laporan itu tidak ada di papan pengumuman."
    });
    let done = counter.act(&new, "object", typed)?;
    named(counter, "overdue_objection", done)?;
    Ok(())
}

/// An objection after its thirty working days were over.
pub(super) fn late(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    let request = counter.subject(SubjectKind::Request, "refused")?;
    counter.at("2026-11-12", "09:40")?;
    let position = "Permohonan ditolak tanpa uji konsekuensi.\nPeta itu pernah dipajang di kantor.";
    let done = counter.act(&request, "object", json!({"grounds": ["a", "d"], "case_position": position}))?;
    named(counter, "objection", done)?;
    Ok(())
}
