//! Lex Sarah cases in the database. A case is found only as somebody sees it.

mod accounts;
mod attachments;
mod cases;
mod course;
mod diary;
mod drafts;
mod entity;
mod file;
mod information;
mod key_list;
mod lists;
mod migrator;
mod packages;
mod records;
mod registrations;
mod reminders;
mod rows;
mod sealed;
mod similar;
mod traces;
mod workbench;

use std::sync::Arc;

use db::Database;
use kernel::Uuid;
use sea_orm::{DatabaseTransaction, DbErr};
use vault::KeyRing;

pub use accounts::AccountDraft;
pub use attachments::Looked;
pub use cases::{Seen, TakenIn, WrittenDown};
pub use lists::{Heard, Line, Lines, Part, Window};
pub use migrator::Migrator;
pub use records::Writer;
pub use similar::Earlier;
pub use traces::Answered;
pub use workbench::Narrowed;

/// The database and the keys that open it. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    database: Database,
    ring: Arc<KeyRing>,
}

/// A transaction. Dropped without `commit`, nothing of it has happened.
pub struct Tx {
    connection: DatabaseTransaction,
    ring: Arc<KeyRing>,
}

/// Why the database could not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the case has changed since it was read")]
    Stale,
    #[error("the same request is under way")]
    UnderWay,
    #[error("something sealed does not open")]
    CannotOpen(#[from] vault::CannotOpen),
    #[error("the row {row} of {table} makes no sense in {column}")]
    Damaged { table: &'static str, column: &'static str, row: Uuid },
    #[error("the database failed")]
    Database(#[from] DbErr),
}

impl From<files::NotOpened> for StoreError {
    fn from(error: files::NotOpened) -> Self {
        match error {
            files::NotOpened::CannotOpen(error) => Self::CannotOpen(error),
            files::NotOpened::Database(error) => Self::Database(error),
        }
    }
}

impl Store {
    pub fn new(database: Database, ring: KeyRing) -> Self {
        Self { database, ring: Arc::new(ring) }
    }

    pub async fn begin(&self) -> Result<Tx, StoreError> {
        Ok(Tx { connection: self.database.begin().await?, ring: Arc::clone(&self.ring) })
    }
}

impl Tx {
    pub async fn commit(self) -> Result<(), StoreError> {
        Ok(self.connection.commit().await?)
    }
}
