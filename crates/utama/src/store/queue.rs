//! Runs that wait at the same moment are stored together, so that making them durable costs once.

use std::collections::{HashSet, VecDeque};
use std::sync::Arc;
use tokio::sync::{mpsc, oneshot};

use super::prepared::Prepared;
use super::{Run, StoreFault, Taking};

/// Most entries stored together: enough to share the cost, few enough that nobody waits long for the others.
const LARGEST_GROUP: usize = 10_000;
/// Runs that may wait before their desks are made to wait outside.
const WAITING: usize = 1_024;

/// What stores a group of runs of different series, all or nothing.
pub(crate) trait Storing: Clone + Send + Sync + 'static {
    fn store(&self, runs: Vec<Arc<Prepared>>) -> impl Future<Output = Result<Vec<Taking>, StoreFault>> + Send;
}

/// Where runs wait for their turn.
#[derive(Clone)]
pub(crate) struct Queue(mpsc::Sender<Waiting>);

struct Waiting {
    run: Arc<Prepared>,
    answer: oneshot::Sender<Result<Taking, StoreFault>>,
}

impl Queue {
    /// A queue in front of `storing`, which ends with its last sender.
    pub(crate) fn before(storing: impl Storing) -> Self {
        let (sender, receiver) = mpsc::channel(WAITING);
        tokio::spawn(serve(receiver, storing));
        Self(sender)
    }

    /// Waits until `run` is durable, or says why it is not.
    pub(crate) async fn take(&self, run: Run) -> Result<Taking, StoreFault> {
        // Reading and hashing many entries takes a while: not on a thread that serves others.
        let prepared = tokio::task::spawn_blocking(|| Prepared::of(run));
        let run = Arc::new(prepared.await.map_err(StoreFault::stopped)??);
        let (answer, answered) = oneshot::channel();
        let Ok(()) = self.0.send(Waiting { run, answer }).await else { return Err(StoreFault::Stopped(None)) };
        answered.await.map_err(StoreFault::stopped)?
    }
}

async fn serve(mut receiver: mpsc::Receiver<Waiting>, storing: impl Storing) {
    let mut waiting = VecDeque::new();
    loop {
        if waiting.is_empty() {
            let Some(first) = receiver.recv().await else { return };
            waiting.push_back(first);
        }
        while let Ok(next) = receiver.try_recv() {
            waiting.push_back(next);
        }
        // In a task of its own: whatever befalls one group, the queue goes on, and its desks hear that it was cut off.
        let _ = tokio::spawn(store(storing.clone(), next_group(&mut waiting))).await;
    }
}

/// The runs that go together: one a series, since the next is joined to what the one before leaves.
fn next_group(waiting: &mut VecDeque<Waiting>) -> Vec<Waiting> {
    let (mut group, mut rest) = (Vec::new(), VecDeque::new());
    let (mut series, mut entries) = (HashSet::new(), 0);
    for next in waiting.drain(..) {
        let fits = entries == 0 || entries + next.run.entries.len() <= LARGEST_GROUP;
        // A series is noted also when its run stays behind, so that none of its later runs overtakes it.
        if series.insert(next.run.before.origin) && fits {
            entries += next.run.entries.len();
            group.push(next);
        } else {
            rest.push_back(next);
        }
    }
    *waiting = rest;
    group
}

async fn store(storing: impl Storing, group: Vec<Waiting>) {
    let runs = group.iter().map(|waiting| Arc::clone(&waiting.run)).collect();
    match storing.store(runs).await {
        Ok(takings) => {
            for (Waiting { answer, .. }, taking) in group.into_iter().zip(takings) {
                // A desk that hung up asks again later.
                let _ = answer.send(Ok(taking));
            }
        }
        Err(fault) if fault.is_for_everyone() => {
            let fault = Arc::new(fault);
            for Waiting { answer, .. } in group {
                let _ = answer.send(Err(StoreFault::Together(Arc::clone(&fault))));
            }
        }
        // One of them cannot be stored: each alone, so that the others are.
        Err(_) => {
            for Waiting { run, answer } in group {
                let takings = storing.store(vec![run]).await;
                let _ = answer.send(takings.and_then(|takings| takings.into_iter().next().ok_or(StoreFault::Stopped(None))));
            }
        }
    }
}
