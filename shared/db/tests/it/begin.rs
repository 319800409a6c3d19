//! Transactions that read first and write then, many at once.

use db::{Database, migrate};
use sea_orm::{ConnectionTrait, DbErr, Statement};
use tokio::task::JoinSet;

use crate::{Ledger, count};

/// Adds one to the counter as actions do: read, decide, write over what was read. Whether nobody came between.
async fn add_one(database: &Database) -> Result<bool, DbErr> {
    let tx = database.begin().await?;
    let backend = tx.get_database_backend();
    let read = Statement::from_string(backend, "SELECT n FROM counter WHERE id = 1");
    let n: i32 = tx.query_one_raw(read).await?.unwrap().try_get("", "n")?;
    let write = format!("UPDATE counter SET n = {} WHERE id = 1 AND n = {n}", n + 1);
    let written = tx.execute_unprepared(&write).await?.rows_affected() == 1;
    tx.commit().await?;
    Ok(written)
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_read_and_write_at_once_and_nothing_is_lost() {
    let database = testkit::database().await;
    let connection = database.connect().await;
    migrate::<Ledger>(&connection).await.unwrap();
    let mut writers = JoinSet::new();
    for _ in 0..8 {
        let connection = connection.clone();
        writers.spawn(async move {
            let (mut done, mut again) = (0, 0);
            while done < 25 {
                if add_one(&connection).await.unwrap() { done += 1 } else { again += 1 }
            }
            again
        });
    }
    let again: i32 = writers.join_all().await.into_iter().sum();
    assert_eq!(count(connection.reader(), "counter WHERE n = 200").await.unwrap(), 1);
    // SQLite lets the second in when the first is done; PostgreSQL tells it that it came too late.
    assert!(again == 0 || !connection.is_sqlite(), "{again} came between");
}

#[tokio::test]
async fn what_is_not_committed_has_not_happened() {
    let database = testkit::database().await;
    let connection = database.connect().await;
    migrate::<Ledger>(&connection).await.unwrap();
    let tx = connection.begin().await.unwrap();
    tx.execute_unprepared("UPDATE counter SET n = 7").await.unwrap();
    drop(tx);
    assert_eq!(count(connection.reader(), "counter WHERE n = 0").await.unwrap(), 1);
}
