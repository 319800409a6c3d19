//! The database room, on SQLite and on PostgreSQL.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod append_only;
mod away;
mod begin;
mod connect;
mod migrate;

use db::{Database, Script};
use sea_orm::{ConnectionTrait, DbErr, Statement};
use sea_orm_migration::{MigrationTrait, MigratorTrait};

/// A table that rows are added to and never taken from, and one that counts.
const LEDGER: Script = Script {
    name: "ledger_1",
    up: "CREATE TABLE ledger (id integer PRIMARY KEY NOT NULL, text text NOT NULL); \
         CREATE TABLE counter (id integer PRIMARY KEY NOT NULL, n integer NOT NULL); \
         INSERT INTO counter (id, n) VALUES (1, 0);",
    append_only: &["ledger"],
    tables: &["ledger", "counter"],
};

struct Ledger;

impl MigratorTrait for Ledger {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(LEDGER)]
    }
}

/// How many rows a query counts, or that it cannot be asked.
async fn count(connection: &impl ConnectionTrait, what: &str) -> Result<i64, DbErr> {
    let query = Statement::from_string(
        connection.get_database_backend(),
        format!("SELECT CAST(COUNT(*) AS bigint) AS n FROM {what}"),
    );
    connection.query_one_raw(query).await?.unwrap().try_get("", "n")
}

async fn run(database: &Database, statement: &str) -> Result<(), DbErr> {
    database.reader().execute_unprepared(statement).await.map(drop)
}
