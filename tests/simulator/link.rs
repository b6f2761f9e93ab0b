//! A link that loses, cuts, doubles, delays and reorders as its seed says, and on which either end may lose power.

use loket_desk::sync::{Link, LinkFault};
use loket_journal::protocol::{Answer, Call, CallKind};
use loket_tests::Chance;
use std::future::pending;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use tokio::sync::Notify;

use crate::disk::Files;
use crate::trace::{Fault, Trace};
use crate::utama::Utama;

/// How the network is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weather {
    /// All that is sent arrives.
    Calm,
    /// So many of a hundred calls meet a fault.
    Storm(usize),
    /// Nothing is lost, but each connection ends after so many bytes in either direction.
    Thin(usize),
}

/// What is done to one call.
#[derive(Debug, Clone, Copy)]
enum Fate {
    Lost,
    Cut,
    Unanswered,
    AnswerCut,
    Doubled,
    DoubledUnanswered,
    Delayed,
    Busy,
    UtamaCrashes,
    DeskCrashes,
    DeskCrashesLater,
}

/// Faults of the wire alone, which cost little; the others come once in a while.
const WIRE: [Fate; 12] = [
    Fate::Lost,
    Fate::Lost,
    Fate::Cut,
    Fate::Cut,
    Fate::Unanswered,
    Fate::Unanswered,
    Fate::AnswerCut,
    Fate::AnswerCut,
    Fate::Doubled,
    Fate::DoubledUnanswered,
    Fate::Delayed,
    Fate::Busy,
];
const POWER: [Fate; 4] = [Fate::UtamaCrashes, Fate::DeskCrashes, Fate::DeskCrashesLater, Fate::DeskCrashesLater];

struct Inner {
    chance: Chance,
    weather: Weather,
    /// Whether either end may lose power.
    power: bool,
    late: Vec<Call>,
    /// Whose call it is.
    caller: PathBuf,
    /// The caller's disk at the end of a call after which it loses power, before the next.
    armed: Option<Files>,
    /// Whether the server lost power since it was asked last.
    utama_crashed: bool,
    trace: Trace,
}

/// The link of all desks.
pub(crate) struct Wire {
    utama: Arc<Utama>,
    inner: Mutex<Inner>,
    /// The caller lost power: its round ends here.
    pub(crate) struck: Notify,
}

impl Wire {
    pub(crate) fn new(utama: Arc<Utama>, chance: Chance, power: bool) -> Self {
        let inner = Inner {
            chance,
            weather: Weather::Calm,
            power,
            late: vec![],
            caller: PathBuf::new(),
            armed: None,
            utama_crashed: false,
            trace: Trace::default(),
        };
        Self { utama, inner: Mutex::new(inner), struck: Notify::new() }
    }

    fn inner<T>(&self, work: impl FnOnce(&mut Inner) -> T) -> T {
        work(&mut self.inner.lock().unwrap())
    }

    pub(crate) fn trace<T>(&self, work: impl FnOnce(&mut Trace) -> T) -> T {
        self.inner(|inner| work(&mut inner.trace))
    }

    pub(crate) fn set_weather(&self, weather: Weather) {
        self.inner(|inner| inner.weather = weather);
    }

    /// A desk in this folder begins a round.
    pub(crate) fn begin(&self, caller: PathBuf) {
        self.inner(|inner| (inner.caller, inner.armed) = (caller, None));
    }

    /// The disk of the caller before what a power cut tore, if there was one.
    pub(crate) fn take_armed(&self) -> Option<Files> {
        self.inner(|inner| inner.armed.take())
    }

    pub(crate) fn take_utama_crashed(&self) -> bool {
        self.inner(|inner| std::mem::take(&mut inner.utama_crashed))
    }

    /// Delivers what was delayed; nobody reads the answers.
    pub(crate) async fn deliver_late(&self) {
        let late = self.inner(|inner| std::mem::take(&mut inner.late));
        for call in late {
            self.utama.answer(call).await;
        }
    }

    fn fate(&self) -> Option<Fate> {
        self.inner(|inner| match inner.weather {
            Weather::Storm(part) if inner.chance.percent(part) => {
                let rare = inner.power && inner.chance.one_in(60);
                Some(if rare { *inner.chance.pick(&POWER) } else { *inner.chance.pick(&WIRE) })
            }
            _ => None,
        })
    }

    fn fault(&self, fault: Fault) {
        self.trace(|trace| trace.fault(fault));
    }

    fn below(&self, end: usize) -> usize {
        self.inner(|inner| inner.chance.below(end))
    }

    /// Carries a call on a link without faults that ends each connection after `most` bytes.
    async fn carry(&self, call: Call, most: usize) -> Result<Answer, LinkFault> {
        if call.body.len() > most {
            self.cut(call, most).await;
            return Err(LinkFault::silent());
        }
        cut_answer(self.utama.answer(call).await, most)
    }

    async fn cut(&self, call: Call, at: usize) {
        self.fault(Fault::CallCut);
        if call.action == CallKind::Push {
            let body = call.body[..at].to_vec();
            self.utama.cut_off(Call { body, ..call }).await;
        }
    }

    async fn suffer(&self, fate: Fate, call: Call) -> Result<Answer, LinkFault> {
        match fate {
            Fate::Lost => {
                self.fault(Fault::CallLost);
                Err(LinkFault::silent())
            }
            Fate::Cut => {
                let at = self.below(call.body.len());
                self.cut(call, at).await;
                Err(LinkFault::silent())
            }
            Fate::Unanswered => {
                self.utama.answer(call).await;
                self.fault(Fault::AnswerLost);
                Err(LinkFault::silent())
            }
            Fate::AnswerCut => {
                let answer = self.utama.answer(call).await;
                let at = self.below(answer.body.len());
                self.fault(Fault::AnswerCut);
                if answer.body.is_empty() { Err(LinkFault::silent()) } else { cut_answer(answer, at) }
            }
            Fate::Doubled | Fate::DoubledUnanswered => {
                self.fault(Fault::CallDoubled);
                self.utama.answer(call.clone()).await;
                let answer = self.utama.answer(call).await;
                if matches!(fate, Fate::Doubled) {
                    return Ok(answer);
                }
                self.fault(Fault::AnswerLost);
                Err(LinkFault::silent())
            }
            Fate::Delayed => {
                self.fault(Fault::CallDelayed);
                self.inner(|inner| inner.late.push(call));
                Err(LinkFault::silent())
            }
            Fate::Busy => {
                self.fault(Fault::Busy);
                Ok(Answer::later(503, u32::try_from(self.below(40)).unwrap()))
            }
            Fate::UtamaCrashes => {
                let before = self.utama.files();
                self.utama.answer(call).await;
                self.fault(Fault::UtamaCrashed);
                self.fault(Fault::DiskTorn);
                let left = self.inner(|inner| {
                    inner.utama_crashed = true;
                    Files::torn(&before, &self.utama.files(), &mut inner.chance)
                });
                self.utama.live_on(&left).await;
                Err(LinkFault::silent())
            }
            Fate::DeskCrashes => {
                if self.below(2) == 0 {
                    self.utama.answer(call).await;
                }
                self.struck.notify_one();
                pending().await
            }
            Fate::DeskCrashesLater => {
                let answer = self.utama.answer(call).await;
                self.inner(|inner| inner.armed = Some(Files::of(&inner.caller)));
                Ok(answer)
            }
        }
    }
}

fn cut_answer(answer: Answer, at: usize) -> Result<Answer, LinkFault> {
    if answer.body.len() <= at {
        return Ok(answer);
    }
    let yes = (200..300).contains(&answer.status);
    Err(LinkFault::Broken { received: if yes { answer.body[..at].to_vec() } else { vec![] } })
}

impl Link for Wire {
    async fn ask(&self, _server: &str, call: Call) -> Result<Answer, LinkFault> {
        if self.inner(|inner| inner.armed.is_some()) {
            self.struck.notify_one();
            return pending().await;
        }
        if self.inner(|inner| !inner.late.is_empty() && inner.chance.one_in(2)) {
            self.deliver_late().await;
        }
        let (action, size) = (call.action, call.body.len());
        let fate = self.fate();
        let weather = self.inner(|inner| inner.weather);
        let answered = match (fate, weather) {
            (Some(fate), _) => self.suffer(fate, call).await,
            (None, Weather::Thin(most)) => self.carry(call, most).await,
            (None, _) => Ok(self.utama.answer(call).await),
        };
        self.trace(|trace| match &answered {
            Ok(answer) => trace.say(format_args!("    {action:?} {size} -> {} {}", answer.status, answer.body.len())),
            Err(_) => trace.say(format_args!("    {action:?} {size} -> nothing")),
        });
        answered
    }
}
