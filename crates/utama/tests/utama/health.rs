//! What whoever watches the server is told.

use rstest::rstest;

use crate::both::Kind;
use crate::http::get;
use crate::postgres::Cluster;
use crate::server::Utama;

#[rstest]
#[tokio::test]
async fn a_server_says_that_it_lives_and_that_its_memory_answers(#[values(Kind::Sqlite, Kind::Postgres)] kind: Kind) {
    let utama = match kind {
        Kind::Sqlite => Utama::start().await,
        Kind::Postgres => Utama::on(kind.database().0).await,
    };
    assert_eq!(get(utama.address(), "/healthz").await.status, 200);
    let ready = get(utama.address(), "/readyz").await;
    assert_eq!((ready.status, ready.text().as_str()), (200, "siap\n"));
}

#[tokio::test]
async fn a_server_whose_database_is_away_lives_and_is_not_ready() {
    let cluster = Cluster::start("-F");
    let utama = Utama::on(cluster.database()).await;
    cluster.stop();
    assert_eq!(get(utama.address(), "/healthz").await.status, 200);
    let away = get(utama.address(), "/readyz").await;
    assert!(away.status == 503 && away.text().contains("basis data tidak menjawab"), "{}", away.text());
}
