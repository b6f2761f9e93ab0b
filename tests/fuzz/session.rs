//! A real session between two desks and a server, written down as it went over the wire.

use loket_desk::sync::{Joining, Link, LinkFault, enrol, round};
use loket_desk::views::SubjectKind;
use loket_domain::calendar::Calendar;
use loket_journal::protocol::{Answer, Call, CallKind, EnrolAnswer, PullAnswer, Standing, Writer};
use loket_journal::{Entry, Epoch};
use serde_json::json;
use std::sync::Mutex;

use crate::office::{Counter, OFFICE, Utama, Wire, at};

const SERVER: &str = "https://ppid.contoh.go.id";

/// One call and its answer.
pub struct Heard {
    pub action: CallKind,
    pub call: Vec<u8>,
    pub answer: Vec<u8>,
}

/// What was said, and what is needed to judge it.
pub struct Session {
    pub heard: Vec<Heard>,
    /// Every entry of the office.
    pub entries: Vec<Entry>,
    /// Every writer of the office.
    pub writers: Vec<Writer>,
    /// Who the server is, and its key.
    pub server: EnrolAnswer,
    pub epoch: Epoch,
    pub calendar: Calendar,
}

struct Recorder<'a> {
    wire: Wire<'a>,
    heard: Mutex<Vec<Heard>>,
}

impl Link for Recorder<'_> {
    async fn ask(&self, server: &str, call: Call) -> Result<Answer, LinkFault> {
        let (action, asked) = (call.action, call.body.clone());
        let answer = self.wire.ask(server, call).await?;
        self.heard.lock().unwrap().push(Heard { action, call: asked, answer: answer.body.clone() });
        Ok(answer)
    }
}

impl Session {
    /// Two desks enrol, write, sync, and one of them goes on under a new key.
    pub async fn held() -> Self {
        let utama = Utama::start().await;
        let recorder = Recorder { wire: utama.link(), heard: Mutex::default() };
        let desks = [Counter::begin("A", "Sari Misal"), Counter::begin("B", "Budi Misal")];
        for (counter, code) in desks.iter().zip(["A", "B"]) {
            enrol(&counter.desk, &recorder, &Joining::new(SERVER, &utama.code(code).await, "sandi rekaan"), at(1)).await.unwrap();
            round(&counter.desk, &recorder, || at(2)).await.unwrap();
        }
        let numbers: Vec<String> = (3..6).map(|minute| desks[0].register("Warga Satu", minute)).collect();
        let withdrawn = json!({"reason": "Sudah memperolehnya di desa"});
        desks[0].act(SubjectKind::Request, &desks[0].id_of(&numbers[0]), "withdraw", withdrawn, 6).unwrap();
        let forwarded = json!({"number": "12/2026", "note": "Mohon data"});
        desks[0].act(SubjectKind::Request, &desks[0].id_of(&numbers[1]), "forward", forwarded, 7).unwrap();
        round(&desks[0].desk, &recorder, || at(8)).await.unwrap();
        desks[0].with(|desk| desk.begin_series(at(9))).unwrap();
        desks[0].register("Warga Dua", 10);
        for counter in [&desks[0], &desks[1]] {
            round(&counter.desk, &recorder, || at(11)).await.unwrap();
        }
        let heard = recorder.heard.into_inner().unwrap();
        let server: EnrolAnswer = serde_json::from_slice(&heard[0].answer).unwrap();
        let writers = utama.store.series(OFFICE).await.unwrap().into_iter().map(|series| series.writer).collect();
        let (entries, epoch) = (utama.store.entries(OFFICE).await.unwrap(), server.epoch);
        Self { heard, entries, writers, server, epoch, calendar: Calendar::shipped().unwrap() }
    }

    /// What was asked in calls of this kind.
    pub fn calls(&self, action: CallKind) -> Vec<Vec<u8>> {
        self.heard.iter().filter(|heard| heard.action == action).map(|heard| heard.call.clone()).collect()
    }

    /// What was answered to them, where anything was.
    pub fn answers(&self, action: CallKind) -> Vec<Vec<u8>> {
        let said = |heard: &&Heard| heard.action == action && !heard.answer.is_empty();
        self.heard.iter().filter(said).map(|heard| heard.answer.clone()).collect()
    }

    pub fn pulled(&self) -> Vec<PullAnswer> {
        let open = |sealed: &Vec<u8>| PullAnswer::split(sealed).and_then(|(digest, whole)| PullAnswer::open(digest, whole).ok());
        self.answers(CallKind::Pull).iter().filter_map(open).collect()
    }

    pub fn standings(&self) -> Vec<Standing> {
        self.answers(CallKind::Hello).iter().map(|standing| postcard::from_bytes(standing).unwrap()).collect()
    }
}
