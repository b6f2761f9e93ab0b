//! The two databases a story is told on, each in a case of its own, so that one failure hides none.

use loket_utama::Database;
use tempfile::TempDir;

use crate::postgres::Cluster;
use crate::store::{Opened, open};

#[derive(Debug, Clone, Copy)]
pub enum Kind {
    Sqlite,
    Postgres,
}

impl Kind {
    /// A fresh database, which lasts as long as what comes with it.
    pub fn database(self) -> (Database, Option<TempDir>) {
        match self {
            Self::Sqlite => {
                let directory = tempfile::tempdir().unwrap();
                (directory.path().into(), Some(directory))
            }
            Self::Postgres => (Cluster::shared().database(), None),
        }
    }

    /// A store on it.
    pub async fn open(self) -> (Opened, Option<TempDir>) {
        let (database, kept) = self.database();
        (open(&database).await, kept)
    }
}
