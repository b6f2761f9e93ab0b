//! Changing a store behind its back.

use loket_utama::Database;

/// Runs SQL on it.
pub async fn execute(database: &Database, sql: &str) {
    match database {
        Database::Directory(directory) | Database::Sealed(directory, _) => {
            rusqlite::Connection::open(directory.join("utama.sqlite")).unwrap().execute_batch(sql).unwrap();
        }
        Database::Postgres(address) => {
            let (client, connection) = tokio_postgres::connect(address, tokio_postgres::NoTls).await.unwrap();
            let serving = tokio::spawn(connection);
            client.batch_execute(sql).await.unwrap();
            drop(client);
            serving.await.unwrap().unwrap();
        }
    }
}
