//! Messages and deliveries in the database. Addresses are sealed before they come here.

mod deliveries;
mod entity;
mod messages;
mod names;
mod overview;
mod tasks;

use db::{Database, Script};
use sea_orm::{DatabaseTransaction, DbErr};
use sea_orm_migration::{MigrationTrait, MigratorTrait};

pub use deliveries::{Claimed, NewDelivery, SealedAddress};
pub use messages::{KeptDelivery, KeptMessage, NewMessageRow};
pub use overview::{Hour, Overview, RefusedMail, UntoldMessage};

const NOTIFICATIONS_1: Script = Script {
    name: "notifications_1",
    up: include_str!("notifications_1.sql"),
    append_only: &[],
    tables: &["delivery", "message"],
};

/// The tables of this service.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(outbox::MIGRATION),
            Box::new(organisation::MIGRATION),
            Box::new(auth::MIGRATION),
            Box::new(NOTIFICATIONS_1),
        ]
    }
}

/// Where messages are kept. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Store {
    database: Database,
}

/// A transaction. Dropped without [`Tx::commit`], nothing has happened.
pub struct Tx(DatabaseTransaction);

/// Why the database did not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The same request is being answered at this moment.
    #[error("the same request is under way")]
    UnderWay,
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
}
