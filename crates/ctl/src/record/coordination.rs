//! PPID Utama: enrolment, questions, what was forwarded, and days without a connection.

use loket_desk::Desk;
use loket_desk::sync::stick;
use loket_desk::views::{Done, ListKind, SubjectKind, SubjectRef};
use loket_domain::question::{About, QuestionInput};
use loket_utama::InboxAnswer;
use serde_json::json;
use std::fmt::Display;
use std::str::FromStr;

use super::counter::{RecordedCounter, scan};
use super::office::{VERSION, form};
use super::settings::listed;
use super::utama::{ADDRESS, Utama};
use crate::account::TaskError;

/// The identity of what PPID Utama asks.
const ITS_QUESTION: &str = "00000000-0000-7000-8000-000000000091";

/// The identity that `text`, kept under `name`, stands for.
fn identity<T: FromStr<Err: Display>>(name: &str, text: &str) -> Result<T, TaskError> {
    text.parse().map_err(|error| TaskError::Unexpected(format!("{name}: {error}")))
}

/// The desk is let in.
pub(super) async fn enrolled(counter: &mut RecordedCounter, utama: &Utama) -> Result<(), TaskError> {
    counter.at("2026-11-02", "09:15")?;
    let code = utama.code(counter.now()).await?;
    let link = utama.link(counter.now());
    counter.enrol(&link, ADDRESS, &code).await?;
    counter.sync(&link).await
}

/// What the counter asks PPID Utama, of which the last still waits.
pub(super) fn asked(counter: &mut RecordedCounter) -> Result<(), TaskError> {
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

fn name(counter: &mut RecordedCounter, name: &str, done: Done) -> Result<(), TaskError> {
    let subject = done.subject.ok_or_else(|| TaskError::Unexpected(done.said))?;
    counter.book.name(name, &subject.id)
}

/// What PPID Utama says in the evening of 21 December; the desk hears it on the next morning.
pub(super) async fn answered(counter: &mut RecordedCounter, utama: &Utama) -> Result<(), TaskError> {
    counter.at("2026-12-21", "16:00")?;
    counter.sync(&utama.link(counter.now())).await?;
    let request = identity("eventful", &counter.book.named("eventful")?)?;
    let note = "Peta dikirim lewat e-mail.".to_owned();
    let number = "19/PPID-UTAMA".to_owned();
    utama.say(counter.now(), &InboxAnswer::Forwarded { request, answered: 0, number, note }).await?;
    let question = identity("question", &counter.book.named("question")?)?;
    let text = format!("Boleh.\n\n{}", "Peta administrasi desa termasuk informasi yang tersedia setiap saat. ".repeat(12).trim());
    utama.say(counter.now(), &InboxAnswer::Said { question, seen: 1, text }).await?;
    let input = QuestionInput {
        line: "Kelengkapan laporan triwulan tiga beserta daftar permohonan yang diperpanjang dan alasannya masing-masing".into(),
        text: "Mohon dilengkapi paling lambat akhir Desember.".into(),
    };
    let question = identity("its_question", ITS_QUESTION)?;
    utama.say(counter.now(), &InboxAnswer::Asked { question, about: About::Nothing, input }).await?;
    counter.book.name("its_question", ITS_QUESTION)?;
    super::packs::publish_second(counter, utama).await?;
    counter.at("2026-12-22", "10:30")?;
    counter.sync(&utama.link(counter.now())).await?;
    let pack = listed(counter, ListKind::Packs, "Kalender 2026 versi 2")?;
    counter.book.name("pack", &pack.id)
}

/// The line is down: what waits, and the way out on a stick.
pub(super) async fn without_connection(counter: &mut RecordedCounter, utama: &Utama) -> Result<(), TaskError> {
    counter.at("2026-12-22", "11:00")?;
    counter.register("unsent", form("2026-12-22", "Rahmad Hidayat Nasution", "Salinan daftar aset desa Bahilang"))?;
    let processed = counter.subject(SubjectKind::Request, "processed")?;
    let mandate = scan(31_000);
    counter.with(|desk, now| desk.attach(&processed.id, "Surat kuasa khusus.pdf", "authority", &mandate, now))?;
    counter.sync_in_vain(&utama.cut_link(counter.now())).await?;
    counter.see("session", "waiting", json!({}), |desk, now| desk.session(now))?;
    counter.see("settings", "waiting", json!({}), |desk, now| desk.settings(VERSION, now))?;
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
    let saved = Done { subject: None, paper: None, papers: vec![], said: bundle.said(), shown_once: None };
    counter.book.keep("save_bundle", "saved", json!({}), Ok(saved))?;
    let answer = utama.read_stick(counter.now(), bundle.bytes).await?;
    let broken = answer.get(..answer.len() / 2).unwrap_or_default().to_vec();
    counter.ask("read_acknowledgment", "broken", json!({}), |desk, now| desk.read_acknowledgment(&broken, now).map(|_| ()))?;
    let round = counter.with(|desk, now| desk.read_acknowledgment(&answer, now))?;
    let read = Done { subject: None, paper: None, papers: vec![], said: round.said(), shown_once: None };
    counter.book.keep("read_acknowledgment", "read", json!({}), Ok(read))?;
    counter.sync(&utama.link(counter.now())).await
}
