//! Whose turn it is. One office that calls without pause, or four hundred that call at once on deadline night, must not keep
//! another from being heard.
//!
//! An office may have a few calls here, one of them at work; offices at work are bounded, and those that wait are served in
//! the order they came. Whoever finds the line too long is told when to come again, instead of being left without an answer.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::refused::CallRefused;

/// Calls of one office that may be here at once: its desks seldom are more.
const CALLS_OF_AN_OFFICE: usize = 4;
/// Calls that may be here at once.
const CALLS: usize = 2048;
/// Offices that are worked for at once.
const AT_WORK: usize = 8;
/// When an office with too many calls may come again, in seconds.
const SOON: u32 = 2;
/// When one may come again while the line is full, in seconds.
const LATER: u32 = 15;

struct Line {
    calls: usize,
    work: Arc<Semaphore>,
}

struct Hall {
    offices: HashMap<String, Line>,
    calls: usize,
}

/// The lines before the server.
#[derive(Clone)]
pub(crate) struct Turns {
    hall: Arc<Mutex<Hall>>,
    work: Arc<Semaphore>,
}

impl Turns {
    pub(crate) fn new() -> Self {
        Self { hall: Arc::new(Mutex::new(Hall { offices: HashMap::new(), calls: 0 })), work: Arc::new(Semaphore::new(AT_WORK)) }
    }

    /// Lets a call of this office in to be heard.
    pub(crate) fn enter(&self, office: &str) -> Result<Seat, CallRefused> {
        let mut hall = self.hall.lock().unwrap_or_else(PoisonError::into_inner);
        if hall.calls >= CALLS {
            return Err(CallRefused::Busy(503, LATER));
        }
        let line = hall.offices.entry(office.to_owned()).or_insert_with(|| Line { calls: 0, work: Arc::new(Semaphore::new(1)) });
        if line.calls >= CALLS_OF_AN_OFFICE {
            return Err(CallRefused::Busy(429, SOON));
        }
        line.calls += 1;
        let work = line.work.clone();
        hall.calls += 1;
        Ok(Seat { turns: self.clone(), office: office.to_owned(), work })
    }
}

/// A call that was let in. Dropping it leaves.
pub(crate) struct Seat {
    turns: Turns,
    office: String,
    work: Arc<Semaphore>,
}

impl Seat {
    /// Waits until this call may be worked for; its turn ends when what is returned is dropped.
    pub(crate) async fn turn(&self) -> Result<[OwnedSemaphorePermit; 2], CallRefused> {
        // First within the office, so that an office never takes two of the places all share.
        let own = self.work.clone().acquire_owned().await?;
        let shared = self.turns.work.clone().acquire_owned().await?;
        Ok([own, shared])
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut hall = self.turns.hall.lock().unwrap_or_else(PoisonError::into_inner);
        hall.calls -= 1;
        if let Some(line) = hall.offices.get_mut(&self.office) {
            line.calls -= 1;
            if line.calls == 0 {
                hall.offices.remove(&self.office);
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    fn ready<T>(future: &mut std::pin::Pin<&mut impl Future<Output = T>>) -> bool {
        matches!(future.as_mut().poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(_))
    }

    #[tokio::test]
    async fn a_busy_office_keeps_no_other_from_its_turn() {
        let turns = Turns::new();
        let seats: Vec<_> = (0..CALLS_OF_AN_OFFICE).map(|_| turns.enter("12.18.02").unwrap()).collect();
        assert!(matches!(turns.enter("12.18.02"), Err(CallRefused::Busy(429, SOON))));
        {
            let first = seats[0].turn().await.unwrap();
            let mut second = pin!(seats[1].turn());
            assert!(!ready(&mut second), "one call of an office at a time");
            let other = turns.enter("12.18.04").unwrap();
            assert!(ready(&mut pin!(other.turn())), "another office is served at once");
            drop(first);
            assert!(ready(&mut second));
        }
        drop(seats);
        assert!(turns.hall.lock().unwrap().offices.is_empty(), "nobody is remembered who has left");
    }

    #[tokio::test]
    async fn offices_are_served_in_the_order_they_came() {
        let turns = Turns::new();
        let seats: Vec<_> = (0..AT_WORK + 2).map(|office| turns.enter(&office.to_string()).unwrap()).collect();
        let mut at_work = Vec::new();
        for seat in &seats[..AT_WORK] {
            at_work.push(seat.turn().await.unwrap());
        }
        let (mut next, mut last) = (pin!(seats[AT_WORK].turn()), pin!(seats[AT_WORK + 1].turn()));
        assert!(!ready(&mut next) && !ready(&mut last));
        at_work.pop();
        assert!(!ready(&mut last), "who came later waits, however often it looks");
        assert!(ready(&mut next));
    }

    #[test]
    fn a_full_hall_says_when_to_come_again() {
        let turns = Turns::new();
        let seats: Vec<_> = (0..CALLS).map(|call| turns.enter(&(call / 2).to_string()).unwrap()).collect();
        assert!(matches!(turns.enter("12.18.02"), Err(CallRefused::Busy(503, LATER))));
        drop(seats);
        assert!(turns.enter("12.18.02").is_ok());
    }
}
