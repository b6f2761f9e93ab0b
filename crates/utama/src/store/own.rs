//! The series in which PPID Utama writes itself: one an office and start of the server.
//!
//! A store put back from a backup knows less of its own series than the desks do, and cannot tell. Were it to go on with one of
//! before, it would give a number of the series twice, and no desk could ever agree with it again. So each start begins anew, and
//! what the desks have of the old ones comes back from them as it was.

use loket_journal::OriginId;
use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::Mutex;
use uuid::Builder;

use super::StoreFault;
use crate::secret::{Dice, roll};

/// The series begun since this start.
#[derive(Clone)]
pub(crate) struct OwnSeries {
    begun: Arc<Mutex<(HashMap<String, OriginId>, Dice)>>,
    /// When the store was opened, in milliseconds since 1970.
    started: u64,
}

impl OwnSeries {
    pub(crate) fn since(started: u64, dice: Dice) -> Self {
        Self { begun: Arc::new(Mutex::new((HashMap::new(), dice))), started }
    }

    /// The series of an office; `keep` stores that it is one, when it is first asked for.
    pub(crate) async fn of<F>(&self, office: &str, keep: impl FnOnce(OriginId) -> F) -> Result<OriginId, StoreFault>
    where
        F: Future<Output = Result<(), StoreFault>>,
    {
        let (begun, dice) = &mut *self.begun.lock().await;
        if let Some(origin) = begun.get(office) {
            return Ok(*origin);
        }
        let origin = OriginId(Builder::from_unix_timestamp_millis(self.started, &roll(dice)?).into_uuid());
        keep(origin).await?;
        begun.insert(office.to_owned(), origin);
        Ok(origin)
    }
}
