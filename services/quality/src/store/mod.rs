//! Quality in the database.

mod entity;
mod facts;
mod register;

use db::{Database, Script};
use sea_orm::{DatabaseTransaction, DbErr};
use sea_orm_migration::{MigrationTrait, MigratorTrait};

pub use register::Kept;

const QUALITY_1: Script = Script {
    name: "quality_1",
    up: include_str!("quality_1.sql"),
    append_only: &["fact"],
    tables: &["fact", "assignment", "person", "unit", "register_version"],
};

/// The tables of this service. It owns the register, so it keeps no copy of it.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(audit::MIGRATION),
            Box::new(outbox::MIGRATION),
            Box::new(auth::MIGRATION),
            Box::new(QUALITY_1),
        ]
    }
}

/// Where the register and the facts are kept. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Store {
    database: Database,
}

/// A transaction. Dropped without [`Tx::commit`], nothing has happened.
pub struct Tx(DatabaseTransaction);

/// Why the database did not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else was first.
    #[error("there already")]
    Taken,
    #[error(transparent)]
    Damaged(#[from] db::Damaged),
    #[error("the database did not do it")]
    Database(#[from] DbErr),
}

impl Store {
    pub const fn new(database: Database) -> Self {
        Self { database }
    }

    pub async fn begin(&self) -> Result<Tx, StoreError> {
        Ok(Tx(self.database.begin().await?))
    }
}

impl Tx {
    pub async fn commit(self) -> Result<(), StoreError> {
        Ok(self.0.commit().await?)
    }

    /// Leaves the trace of a deed.
    pub async fn trace(&self, at: kernel::Timestamp, deed: audit::Deed) -> Result<(), StoreError> {
        Ok(audit::write(&self.0, at, deed).await?)
    }
}
