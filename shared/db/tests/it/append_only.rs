//! Rows that can be added and never changed: the database itself refuses.

use db::{Database, migrate};
use testkit::TestDatabase;

use crate::{Ledger, count, run};

async fn ledger() -> (TestDatabase, Database) {
    let database = testkit::database().await;
    let connection = database.connect().await;
    migrate::<Ledger>(&connection).await.unwrap();
    run(&connection, "INSERT INTO ledger VALUES (1, 'as it was'), (2, 'too')").await.unwrap();
    (database, connection)
}

#[tokio::test]
async fn a_row_is_neither_changed_nor_removed() {
    let (_database, connection) = ledger().await;
    let mut tries = vec![
        "UPDATE ledger SET text = 'otherwise'",
        "UPDATE ledger SET text = 'otherwise' WHERE id = 1",
        "DELETE FROM ledger",
        "DELETE FROM ledger WHERE id = 2",
        "INSERT INTO ledger VALUES (1, 'otherwise') ON CONFLICT (id) DO UPDATE SET text = 'otherwise'",
    ];
    if connection.is_sqlite() {
        tries.extend([
            "REPLACE INTO ledger VALUES (1, 'otherwise')",
            "UPDATE OR REPLACE ledger SET id = 1 WHERE id = 2",
        ]);
    } else {
        tries.extend(["TRUNCATE ledger", "TRUNCATE counter, ledger CASCADE"]);
    }
    for statement in tries {
        let refused = run(&connection, statement).await.expect_err(statement).to_string();
        assert!(refused.contains("ledger is append-only"), "{statement}: {refused}");
    }
    assert_eq!(count(connection.reader(), "ledger WHERE text IN ('as it was', 'too')").await.unwrap(), 2);
    assert_eq!(count(connection.reader(), "ledger").await.unwrap(), 2);
}

#[tokio::test]
async fn a_refused_change_takes_its_transaction_with_it() {
    use sea_orm::ConnectionTrait;

    let (_database, connection) = ledger().await;
    let tx = connection.begin().await.unwrap();
    tx.execute_unprepared("UPDATE counter SET n = 7").await.unwrap();
    assert!(tx.execute_unprepared("DELETE FROM ledger").await.is_err());
    drop(tx);
    assert_eq!(count(connection.reader(), "counter WHERE n = 0").await.unwrap(), 1);
}

#[tokio::test]
async fn rows_are_added_and_other_tables_are_left_alone() {
    let (_database, connection) = ledger().await;
    run(&connection, "INSERT INTO ledger VALUES (3, 'new')").await.unwrap();
    run(&connection, "UPDATE counter SET n = 7").await.unwrap();
    run(&connection, "DELETE FROM counter").await.unwrap();
    assert_eq!(count(connection.reader(), "ledger").await.unwrap(), 3);
}
