//! The hard cases of 21 December: a request that asks for three things at once, and one that is answered anew by order.

use loket_desk::views::SubjectKind;
use serde_json::json;

use super::counter::RecordedCounter;
use super::office::form;
use crate::account::TaskError;

/// Given, not held, and withheld in one letter, which goes by e-mail; the decision that belongs to it still lies here.
pub(super) fn in_parts(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    counter.at("2026-12-21", "10:20")?;
    let asked = "1. Anggaran bantuan sosial kecamatan tahun 2026\n2. Daftar penerima bantuan sosial per desa\n\
                 3. Data kesehatan para penerimanya";
    let mixed = counter.register("in_parts", form("2026-12-21", "Halimah Tusakdiah Nasution", asked))?;
    let decreed = counter.subject(SubjectKind::Classification, "decreed")?;
    counter.at("2026-12-21", "15:00")?;
    let answer = json!({
        "letter_number": "000.8.3/414/KEC-TBS/2026", "decision_number": "000.8.3/415/KEC-TBS/2026",
        "price_per_sheet": 1000, "means": "Diambil langsung di kantor",
        "part1_found": "given", "part1_hardcopy": true, "part1_sheets": 6, "part1_ready_in_days": 1,
        "part2_found": "not_held", "part2_body": "Dinas Sosial Kabupaten Serdang Bedagai",
        "part3_found": "withheld", "part3_basis": decreed.id
    });
    counter.act(&mixed, "answer", answer)?;
    counter.at("2026-12-21", "15:10")?;
    let sent = json!({"paper": "written_notice", "way": "email", "proof": "halimah@contoh.id"});
    counter.act(&mixed, "note_sent", sent)?;
    Ok(())
}

/// Refused, objected to, and ordered to be answered again.
pub(super) fn reopened(counter: &mut RecordedCounter) -> Result<(), TaskError> {
    counter.at("2026-12-21", "10:30")?;
    let asked = "Jumlah penerima bantuan sosial per desa dan penyakit yang dideritanya";
    let request = counter.register("reopened", form("2026-12-21", "Marlina Tampubolon", asked))?;
    counter.at("2026-12-21", "11:00")?;
    counter.act(&request, "refuse", json!({"letter_number": "000.8.3/416/KEC-TBS/2026"}))?;
    counter.at("2026-12-21", "11:10")?;
    counter.act(&request, "note_received", json!({}))?;
    counter.at("2026-12-21", "11:30")?;
    let grounds = json!({"grounds": ["a"], "case_position": "Jumlah per desa bukan rahasia siapa pun."});
    let done = counter.act(&request, "object", grounds)?;
    let objection = done.subject.ok_or_else(|| TaskError::Unexpected(done.said))?;
    counter.book.name("ordering", &objection.id)?;
    counter.at("2026-12-21", "14:00")?;
    let order = json!({
        "letter_number": "000.8.3/417/KEC-TBS/2026", "verdict": "partly_overturned",
        "considerations": "Jumlah per desa tidak menunjuk siapa pun.", "order": "Berikan jumlah penerima per desa.",
        "execute_by": "2026-12-30"
    });
    counter.act(&objection, "answer", order)?;
    counter.at("2026-12-21", "14:30")?;
    counter.act(&request, "reopen", json!({}))?;
    Ok(())
}
