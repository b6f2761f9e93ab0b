//! Giving out enrolment codes.

use loket_domain::calendar::{Calendar, CalendarError};
use loket_domain::numbering::DeskCode;
use loket_domain::office::OfficeCode;
use loket_domain::problem::Problems;

use crate::clock::ServerClock;
use crate::database::Database;
use crate::memory::Memory;
use crate::office::{UnknownOffice, listed_office};
use crate::secret::{NoRandomness, code_hash, new_code};
use crate::store::{GivenCode, StoreFault};

const DAY: u64 = 24 * 60 * 60 * 1000;
/// Longest life of a code, in days: one forgotten in a drawer must not open the door next year.
const LONGEST_LIFE: u64 = 90;

/// For whom a code is.
#[derive(Debug, Clone)]
pub struct CodeOrder {
    /// The office, by its code or its name in the directory.
    pub office: String,
    /// The desk's code within it.
    pub desk: String,
    /// How many days it may be used.
    pub days: u64,
}

/// Why no code was made.
#[derive(Debug, thiserror::Error)]
pub enum CodeFault {
    /// No such office.
    #[error(transparent)]
    Office(#[from] UnknownOffice),
    /// Not the code of a desk.
    #[error("{0}")]
    Desk(String),
    /// A life of no days, or too many.
    #[error("Masa berlaku kode antara 1 dan {LONGEST_LIFE} hari.")]
    Days,
    /// No random numbers.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// The days off cannot be read.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// The store could not keep it.
    #[error(transparent)]
    Store(#[from] StoreFault),
}

/// A code as it was made, with the office and desk it is for.
#[derive(Debug)]
pub struct Given {
    /// As it is read out; kept nowhere.
    pub code: String,
    /// Kemendagri code of the office.
    pub office: OfficeCode,
    /// The desk's code.
    pub desk: DeskCode,
}

/// Makes a one-time code that lets one desk of one office in, beside a server that runs on the same data or none.
///
/// # Errors
/// [`CodeFault`], each a sentence for the administrator.
pub async fn enrolment_code(database: impl Into<Database>, clock: &ServerClock, order: &CodeOrder) -> Result<String, CodeFault> {
    let now = clock.millis();
    let store = database.into().open(Calendar::shipped()?, now).await?;
    Ok(give_code(store.as_ref(), now, order).await?.code)
}

/// Makes such a code in an open store.
///
/// # Errors
/// [`CodeFault`], each a sentence for the administrator.
pub async fn give_code(store: &dyn Memory, now: u64, order: &CodeOrder) -> Result<Given, CodeFault> {
    let office = listed_office(&order.office, &store.listed().await?)?;
    let mut problems = Problems::default();
    let desk = DeskCode::check(&mut problems, "desk", &order.desk);
    if let Some(problem) = problems.into_vec().pop() {
        return Err(CodeFault::Desk(problem.message));
    }
    if !(1..=LONGEST_LIFE).contains(&order.days) {
        return Err(CodeFault::Days);
    }
    let code = new_code()?;
    let kept = GivenCode {
        hash: code_hash(&code),
        office: office.clone(),
        desk: desk.clone(),
        expires: now.saturating_add(order.days * DAY),
    };
    store.keep_code(kept).await?;
    Ok(Given { code, office, desk })
}
