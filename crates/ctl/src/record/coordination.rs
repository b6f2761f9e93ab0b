//! PPID Utama: enrolment, packs, questions, what was forwarded, and days without a connection.

use loket_desk::Desk;
use loket_desk::sync::stick;
use loket_desk::views::{Done, ListKind, SubjectKind, SubjectRef};
use loket_domain::question::{About, QuestionInput};
use loket_utama::Answer;
use serde_json::json;

use super::counter::Counter;
use super::office::{exempt, form, scan};
use super::settings::{VERSION, listed};
use super::utama::{ADDRESS, Edition, Utama};
use crate::account::TaskError;

const SKB: &str = "SKB 3 Menteri 933/2026, 1/2026, 3/2026";
/// The second calendar: its version and day, and the day off it adds.
const SECOND: (Edition, (&str, &str)) = ((2, "2026-12-21"), ("2026-12-30", "Pemungutan suara"));
/// The identity of what PPID Utama asks.
const ITS_QUESTION: &str = "00000000-0000-7000-8000-000000000091";

fn unexpected(what: &str) -> TaskError {
    TaskError::Unexpected(what.to_owned())
}

/// The desk is let in.
pub(super) async fn enrolled(counter: &mut Counter, utama: &Utama) -> Result<(), TaskError> {
    counter.at("2026-11-02", "09:15")?;
    let code = utama.code(counter.now()).await?;
    let link = utama.link(counter.now());
    counter.enrol(&link, ADDRESS, &code).await?;
    counter.sync(&link).await
}

/// A calendar of PPID Utama that holds since.
pub(super) async fn first_pack(counter: &mut Counter, utama: &Utama) -> Result<(), TaskError> {
    counter.at("2026-11-20", "10:15")?;
    utama.publish(counter.now(), (1, "2026-11-20"), SKB, ("2026-11-25", "Hari guru setempat")).await?;
    counter.sync(&utama.link(counter.now())).await?;
    let pack = listed(counter, ListKind::Packs, "Kalender 2026 versi 1")?;
    counter.book.name("first_pack", &pack.id)?;
    let change = counter.with(|desk, now| desk.pack_change(&pack, "apply_pack", &Default::default(), now))?;
    counter.with(|desk, now| desk.accept_calendar(&change.token, now))?;
    Ok(())
}

/// What the counter asks PPID Utama, of which the last still waits.
pub(super) fn asked(counter: &mut Counter) -> Result<(), TaskError> {
    let eventful = counter.subject(SubjectKind::Request, "eventful")?;
    counter.at("2026-12-11", "10:15")?;
    let text = "Pemohon meminta peta dalam bentuk softcopy. Bolehkah dikirim lewat e-mail?";
    let done = counter.act(&eventful, "ask", json!({"line": "Format salinan peta desa", "text": text}))?;
    name(counter, "question", done)?;
    counter.at("2026-12-11", "10:30")?;
    let map = scan(3_100);
    counter.with(|desk, now| desk.attach(&eventful.id, "Peta Penggalian.pdf", "released", &map, now))?;
    let mended =
        json!({"address": "Jalan Negara Nomor 45, Dusun III, Desa Firdaus", "reason": "Nomor rumah tertukar saat mengetik."});
    counter.act(&eventful, "correct", mended)?;
    let forwarded = json!({"number": "000.8.3/401/KEC-TBS/2026", "note": "Mohon peta yang dikuasai Dinas PMD."});
    counter.act(&eventful, "forward", forwarded)?;
    counter.at("2026-12-11", "11:00")?;
    let grounds = json!({"grounds": ["c"], "case_position": "Belum ada jawaban sampai hari ini."});
    let done = counter.act(&eventful, "object", grounds)?;
    name(counter, "fresh_objection", done)?;
    counter.at("2026-12-11", "11:10")?;
    let new = SubjectRef::new(SubjectKind::Question, "");
    let fee = json!({"line": "Biaya penggandaan peta ukuran A1", "text": "Berapa biaya peta A1 yang boleh dipungut?"});
    let done = counter.act(&new, "ask", fee)?;
    name(counter, "waiting_question", done)
}

fn name(counter: &mut Counter, name: &str, done: Done) -> Result<(), TaskError> {
    let subject = done.subject.ok_or_else(|| TaskError::Unexpected(done.said))?;
    counter.book.name(name, &subject.id)
}

/// What PPID Utama says in the evening of 21 December; the desk hears it on the next morning.
pub(super) async fn answered(counter: &mut Counter, utama: &Utama) -> Result<(), TaskError> {
    counter.at("2026-12-21", "16:00")?;
    counter.sync(&utama.link(counter.now())).await?;
    let request = counter.book.named("eventful")?.parse().map_err(|_| unexpected("eventful"))?;
    let note = "Peta dikirim lewat e-mail.".to_owned();
    let number = "19/PPID-UTAMA".to_owned();
    utama.say(counter.now(), &Answer::Forwarded { request, number, unit: String::new(), note }).await?;
    let question = counter.book.named("question")?.parse().map_err(|_| unexpected("question"))?;
    let text = format!("Boleh.\n\n{}", "Peta administrasi desa termasuk informasi yang tersedia setiap saat. ".repeat(12).trim());
    utama.say(counter.now(), &Answer::Said { question, seen: 1, text }).await?;
    let input = QuestionInput {
        line: "Kelengkapan laporan triwulan tiga beserta daftar permohonan yang diperpanjang dan alasannya masing-masing".into(),
        text: "Mohon dilengkapi paling lambat akhir Desember.".into(),
    };
    let question = ITS_QUESTION.parse().map_err(|_| unexpected(ITS_QUESTION))?;
    utama.say(counter.now(), &Answer::Asked { question, about: About::Nothing, input }).await?;
    counter.book.name("its_question", ITS_QUESTION)?;
    utama.publish(counter.now(), SECOND.0, SKB, SECOND.1).await?;
    counter.at("2026-12-22", "10:30")?;
    counter.sync(&utama.link(counter.now())).await?;
    let pack = listed(counter, ListKind::Packs, "Kalender 2026 versi 2")?;
    counter.book.name("pack", &pack.id)
}

/// The line is down: what waits, and the way out on a stick.
pub(super) async fn without_connection(counter: &mut Counter, utama: &Utama) -> Result<(), TaskError> {
    counter.at("2026-12-22", "11:00")?;
    counter.register("unsent", form("2026-12-22", "Rahmad Hidayat Nasution", "Salinan daftar aset desa Bahilang"))?;
    let processed = counter.subject(SubjectKind::Request, "processed")?;
    let mandate = scan(31_000);
    counter.with(|desk, now| desk.attach(&processed.id, "Surat kuasa khusus.pdf", "authority", &mandate, now))?;
    counter.sync_in_vain(&utama.cut_link(counter.now())).await?;
    counter.see("session", "waiting", json!({}), |desk, now| desk.session(now))?;
    counter.see("settings", "waiting", json!({}), |desk, _| desk.settings(VERSION))?;
    counter.see("request", "unsent_file", json!({"id": processed.id}), |desk, now| desk.request(&processed.id, now))?;
    counter.see("file_progress", "waiting", json!({}), |desk, _| desk.file_progress())?;
    for paused in [true, false] {
        let name = if paused { "paused" } else { "going_on" };
        let pause = |desk: &mut Desk, _| {
            desk.pause_files(paused)?;
            desk.file_progress()
        };
        counter.see("pause_files", name, json!({"paused": paused}), pause)?;
    }
    let bundle = counter.with(|desk, now| desk.bundle(stick::ROOM, now))?;
    let saved = Done { subject: None, paper: None, said: bundle.said() };
    counter.book.keep("save_bundle", "saved", json!({}), Ok(saved))?;
    let answer = utama.read_stick(counter.now(), bundle.bytes).await?;
    let broken = answer.get(..answer.len() / 2).unwrap_or_default().to_vec();
    counter.ask("read_acknowledgment", "broken", json!({}), |desk, now| desk.read_acknowledgment(&broken, now).map(|_| ()))?;
    let round = counter.with(|desk, now| desk.read_acknowledgment(&answer, now))?;
    let read = Done { subject: None, paper: None, said: round.said() };
    counter.book.keep("read_acknowledgment", "read", json!({}), Ok(read))?;
    counter.sync(&utama.link(counter.now())).await
}

/// The second calendar is applied as shown, and taken back.
pub(super) async fn second_pack(counter: &mut Counter, utama: &Utama) -> Result<(), TaskError> {
    counter.at("2026-12-22", "11:30")?;
    let pack = counter.subject(SubjectKind::Pack, "pack")?;
    let reason = json!({"reason": "Salah terbit"});
    for (action, filled) in [("apply_pack", json!({})), ("revert_pack", reason)] {
        super::places::form(counter, action, &pack, action)?;
        let typed = serde_json::from_value(filled.clone()).unwrap_or_default();
        let asked = json!({"subject": pack, "action": action, "form": filled});
        let change = counter.see("pack_change", action, asked, |desk, now| desk.pack_change(&pack, action, &typed, now))?;
        let asked = json!({"token": change.token});
        counter.see("accept_calendar", action, asked, |desk, now| desk.accept_calendar(&change.token, now))?;
        if action == "apply_pack" {
            let asked = json!({"subject": pack});
            counter.see("record", "pack_in_force", asked, |desk, now| desk.record(&pack, now))?;
        }
    }
    let file = utama.pack_file(SECOND.0, SKB, SECOND.1)?;
    counter.see("read_pack", "known", json!({}), |desk, now| desk.read_pack(&file, now))?;
    let foreign = utama.foreign_pack_file(SECOND.0, SKB, SECOND.1)?;
    counter.ask("read_pack", "foreign", json!({}), |desk, now| desk.read_pack(&foreign, now))?;
    let broken = file.get(..file.len() / 2).unwrap_or_default().to_vec();
    counter.ask("read_pack", "broken", json!({}), |desk, now| desk.read_pack(&broken, now))?;
    counter.sync(&utama.link(counter.now())).await
}

/// What is refused of a request that is over, what a question may still be told, and a new key.
pub(super) fn key(counter: &mut Counter) -> Result<(), TaskError> {
    counter.at("2026-12-22", "13:00")?;
    let question = counter.subject(SubjectKind::Question, "question")?;
    super::places::form(counter, "question/follow_up", &question, "follow_up")?;
    counter.act(&question, "follow_up", json!({"text": "Juga untuk peta A1?"}))?;
    counter.act(&question, "close", json!({}))?;
    let over = counter.subject(SubjectKind::Request, "granted")?;
    let form = serde_json::from_value(exempt("000.8.3/413/KEC-TBS/2026")).unwrap_or_default();
    let asked = json!({"subject": over, "action": "refuse", "form": form});
    counter.ask("act", "request/refuse_when_over", asked, |desk, now| desk.act(&over, "refuse", &form, now))?;
    let asked = json!({"subject": over, "action": "grant"});
    counter.ask("action_form", "granted/grant", asked, |desk, now| desk.action_form(&over, "grant", now))?;
    let office = SubjectRef::new(SubjectKind::Office, "");
    counter.act(&office, "change_key", json!({}))?;
    Ok(())
}
