//! Reaching the database, and what is said when it cannot be reached.

use db::{ConnectError, Database};

use crate::run;

/// The error and everything behind it, as a log shows it.
fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(|cause| format!("{cause} {cause:?}")).collect::<Vec<_>>().join(": ")
}

#[tokio::test]
async fn an_address_of_another_kind_is_refused_without_being_shown() {
    let error = Database::connect("mysql://lyssna:hemligt@localhost/lyssna").await.unwrap_err();
    assert!(matches!(error, ConnectError::UnknownKind));
    assert!(!chain(&error).contains("hemligt"));
}

#[tokio::test(start_paused = true)]
async fn a_database_that_does_not_answer_is_told_without_its_password() {
    let error = Database::connect("postgres://lyssna:hemligt@127.0.0.1:1/lyssna").await.unwrap_err();
    assert!(matches!(error, ConnectError::NoAnswer(_)));
    assert!(!chain(&error).contains("hemligt"), "{}", chain(&error));
}

#[tokio::test]
async fn a_row_that_refers_to_nothing_is_refused() {
    let database = testkit::database().await;
    let connection = database.connect().await;
    let tables = "CREATE TABLE kind (id integer PRIMARY KEY NOT NULL); \
                  CREATE TABLE thing (kind integer NOT NULL REFERENCES kind (id));";
    run(&connection, tables).await.unwrap();
    assert!(run(&connection, "INSERT INTO thing VALUES (1)").await.is_err());
}

#[tokio::test]
async fn it_answers_until_it_is_closed() {
    let database = testkit::database().await;
    let connection = database.connect().await;
    connection.ping().await.unwrap();
    connection.clone().close().await;
    assert!(connection.ping().await.is_err());
}
