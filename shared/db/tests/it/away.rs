//! A database that is not there now is told apart from one that refuses what is asked.

use db::migrate;

use crate::{Ledger, run};

#[derive(Debug, thiserror::Error)]
#[error("it was not kept")]
struct Wrapped(#[source] sea_orm::DbErr);

#[tokio::test]
async fn a_closed_or_full_database_is_away_and_a_wrong_statement_is_not() {
    let place = testkit::database().await;
    let database = place.connect().await;
    migrate::<Ledger>(&database).await.unwrap();
    let wrong = run(&database, "INSERT INTO nowhere VALUES (1)").await.unwrap_err();
    let twice = run(&database, "INSERT INTO counter (id, n) VALUES (1, 0)").await.unwrap_err();
    assert!(!db::is_away(&wrong) && !db::is_away(&twice));

    database.clone().close().await;
    let gone = run(&database, "SELECT 1").await.unwrap_err();
    assert!(db::is_away(&gone), "{gone}");
    assert!(db::is_away(&Wrapped(gone)), "also through another error");
}

#[tokio::test]
async fn a_postgres_that_nobody_runs_is_away() {
    let refused = db::Database::connect("postgres://127.0.0.1:1/none").await.unwrap_err();
    assert!(db::is_away(&refused), "{refused}");
}
