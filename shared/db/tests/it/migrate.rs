//! Bringing the database up to date while others do the same, and when it fails.

use db::{Script, migrate};
use sea_orm_migration::{MigrationTrait, MigratorTrait};
use tokio::task::JoinSet;

use crate::{LEDGER, Ledger, count, run};

/// The second migration makes a table and then stumbles.
struct Stumbling;

impl MigratorTrait for Stumbling {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let up = "CREATE TABLE half (id integer PRIMARY KEY NOT NULL); INSERT INTO nowhere VALUES (1);";
        vec![
            Box::new(LEDGER),
            Box::new(Script { name: "stumbling_1", up, append_only: &[], tables: &["half"] }),
        ]
    }
}

/// Takes longer than a statement may wait for a lock.
struct Slow;

impl MigratorTrait for Slow {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let up = "CREATE TABLE slow (id integer PRIMARY KEY NOT NULL); SELECT pg_sleep(5.5);";
        vec![Box::new(Script { name: "slow_1", up, append_only: &[], tables: &["slow"] })]
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn four_that_start_at_once_migrate_once() {
    let database = testkit::database().await;
    let mut starters = JoinSet::new();
    for _ in 0..4 {
        let url = database.url().to_owned();
        starters.spawn(async move {
            let connection = db::Database::connect(&url).await.unwrap();
            migrate::<Ledger>(&connection).await.unwrap();
            let counted = count(connection.reader(), "seaql_migrations").await.unwrap();
            connection.close().await;
            counted
        });
    }
    assert_eq!(starters.join_all().await, [1; 4]);
}

#[tokio::test]
async fn who_comes_while_a_long_migration_runs_waits_for_it() {
    let database = testkit::database().await;
    let (first, second) = (database.connect().await, database.connect().await);
    if first.is_sqlite() {
        // One process and one file: nobody migrates it beside another for longer than the busy timeout.
        return;
    }
    let (one, other) = tokio::join!(migrate::<Slow>(&first), migrate::<Slow>(&second));
    one.unwrap();
    other.unwrap();
}

#[tokio::test]
async fn a_migration_that_fails_leaves_nothing() {
    let database = testkit::database().await;
    let connection = database.connect().await;
    assert!(migrate::<Stumbling>(&connection).await.is_err());
    for table in ["ledger", "half", "seaql_migrations"] {
        assert!(count(connection.reader(), table).await.is_err(), "{table} is there");
    }
    migrate::<Ledger>(&connection).await.unwrap();
    assert_eq!(count(connection.reader(), "counter").await.unwrap(), 1);
}

#[tokio::test]
async fn a_later_migration_that_fails_leaves_what_was_there() {
    let database = testkit::database().await;
    let connection = database.connect().await;
    migrate::<Ledger>(&connection).await.unwrap();
    run(&connection, "INSERT INTO ledger VALUES (1, 'a')").await.unwrap();
    assert!(migrate::<Stumbling>(&connection).await.is_err());
    assert!(count(connection.reader(), "half").await.is_err());
    assert_eq!(count(connection.reader(), "seaql_migrations").await.unwrap(), 1);
    assert_eq!(count(connection.reader(), "ledger").await.unwrap(), 1);
}

#[tokio::test]
async fn migrating_again_changes_nothing() {
    let database = testkit::database().await;
    let connection = database.connect().await;
    for _ in 0..2 {
        migrate::<Ledger>(&connection).await.unwrap();
    }
    assert_eq!(count(connection.reader(), "counter").await.unwrap(), 1);
}

#[tokio::test]
async fn a_script_goes_up_down_and_up() {
    testkit::up_down_up::<Ledger>().await;
}
