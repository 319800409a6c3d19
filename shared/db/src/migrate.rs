//! Migrations as SQL that both databases understand.

use sea_orm::{ConnectionTrait, DatabaseBackend, DbErr};
use sea_orm_migration::{
    MigrationName, MigrationTrait, MigratorTrait, SchemaManager, async_trait::async_trait,
};

use crate::Database;

/// One migration. `up` is a file of statements in the SQL that SQLite and PostgreSQL share (`uuid`, `text`, `bytea`,
/// `timestamptz`, `date`, `boolean`, `smallint`, `integer`, `bigint`, checks, foreign keys, indexes).
pub struct Script {
    pub name: &'static str,
    pub up: &'static str,
    /// Tables in which rows may be added and never changed or removed: a trigger refuses.
    pub append_only: &'static [&'static str],
    /// The tables `up` made, in the order in which they can be dropped.
    pub tables: &'static [&'static str],
}

impl MigrationName for Script {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait]
impl MigrationTrait for Script {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        connection.execute_unprepared(self.up).await?;
        for table in self.append_only {
            connection.execute_unprepared(&refuse_changes(manager.get_database_backend(), table)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in self.tables {
            manager.get_connection().execute_unprepared(&format!("DROP TABLE {table}")).await?;
        }
        Ok(())
    }
}

/// Whoever migrates may take long, and the others wait as long; a table that is in use is still not waited for longer
/// than by any statement, because what comes after would queue up behind.
const WAIT_FOR_OTHERS: &str = "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0; \
                               SELECT pg_advisory_xact_lock(7915033); SET LOCAL lock_timeout = '3s'";

/// Brings the database up to date. Several processes may start at once: one migrates, the others wait. A migration
/// that fails leaves nothing behind.
pub async fn migrate<M: MigratorTrait>(database: &Database) -> Result<(), DbErr> {
    let tx = database.begin().await?;
    if !database.is_sqlite() {
        tx.execute_unprepared(WAIT_FOR_OTHERS).await?;
    }
    M::up(&tx, None).await?;
    tx.commit().await
}

fn refuse_changes(backend: DatabaseBackend, table: &str) -> String {
    if backend == DatabaseBackend::Sqlite {
        ["UPDATE", "DELETE"]
            .map(|change| {
                format!(
                    "CREATE TRIGGER {table}_no_{change} BEFORE {change} ON {table} \
                     BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;"
                )
            })
            .concat()
    } else {
        format!(
            "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$; \
             CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} \
             FOR EACH ROW EXECUTE FUNCTION refuse_change(); \
             CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} \
             FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();"
        )
    }
}
