//! A desk compares what both sides have.

use loket_journal::protocol::{Answer, Hello, Standing};
use loket_journal::{Chain, Parity};

use super::deliver::deliver;
use super::refused::{CallRefused, postcard, unread};
use super::service::Service;
use crate::store::{EnrolledDesk, StoreFault};

pub(super) async fn hello(service: &Service, desk: &EnrolledDesk, body: &[u8], now: u64) -> Result<Answer, CallRefused> {
    let hello: Hello = postcard::from_bytes(body).map_err(unread)?;
    let mut series = stored(service, &desk.office).await?;
    if hello.parity == Parity::of(service.epoch, series.iter().copied()) {
        if !deliver(service, &desk.office, now).await? {
            return Ok(Answer::yes(vec![]));
        }
        series = stored(service, &desk.office).await?;
    }
    let mut standing = standing(service, desk, series);
    standing.upload = service.uploads().standing(desk.origin, now);
    postcard(&standing)
}

/// What this server has of the desk's office: these series.
pub(super) fn standing(service: &Service, desk: &EnrolledDesk, series: Vec<Chain>) -> Standing {
    let own = series.iter().find(|chain| chain.origin == desk.origin).copied().unwrap_or(Chain::empty(desk.origin));
    let receipt = service.key.receipt(service.epoch, &own);
    Standing { receipt, series, upload: None }
}

/// Both sides' measure, from what is stored and nothing else.
pub(super) async fn parity(service: &Service, office: &str) -> Result<Parity, StoreFault> {
    Ok(Parity::of(service.epoch, stored(service, office).await?))
}

pub(super) async fn stored(service: &Service, office: &str) -> Result<Vec<Chain>, StoreFault> {
    let series = service.store.series(office).await?;
    Ok(series.iter().map(|series| series.chain()).filter(|chain| chain.length > 0).collect())
}
