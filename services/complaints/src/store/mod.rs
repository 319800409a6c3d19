//! Complaints in the database. Rows are private to this room; what staff see is found only as seen by somebody.

mod absences;
mod complaints;
mod disposal;
pub mod drafts;
mod duties;
mod entity;
mod files;
mod grounds;
mod journal;
mod judgements;
mod keys;
mod links;
mod lists;
mod measures;
mod messages;
mod own;
mod patterns;
mod reading_visits;
mod register;
mod register_list;
mod reminders;
mod rows;
mod saved_filters;
mod sealed;
mod search;
mod traces;
mod working_notes;

use db::{Database, Script};
use sea_orm::{DatabaseTransaction, DbErr};
use sea_orm_migration::{MigrationTrait, MigratorTrait};
use vault::CannotOpen;

pub use files::{Arrived, Claimed, NewFile, Unclaimed};
pub use grounds::Reach;
pub use keys::Wrapped;
pub use lists::{Listing, Place, Turn};
pub use patterns::Counted;
pub use register_list::DiaryEntry;
pub use reminders::Reminder;
pub use sealed::Sealed;
pub use search::{Sought, Spot};

const COMPLAINTS_1: Script = Script {
    name: "complaints_1",
    up: include_str!("complaints_1.sql"),
    append_only: &[
        "message",
        "journal_entry",
        "earlier_judgement",
        "handed_over",
        "duty_fulfilled",
        "complaint_link",
    ],
    tables: &[
        "complaint_link",
        "measure",
        "duty_fulfilled",
        "handed_over",
        "conflict",
        "attachment_chunk",
        "attachment",
        "receipt",
        "case_key",
        "contact",
        "earlier_judgement",
        "working_note",
        "journal_entry",
        "message",
        "complaint",
        "registration_counter",
    ],
};

/// Every table of this service, both halves alike.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(audit::MIGRATION),
            Box::new(outbox::MIGRATION),
            Box::new(organisation::MIGRATION),
            Box::new(auth::MIGRATION),
            Box::new(COMPLAINTS_1),
            Box::new(drafts::MIGRATION),
            Box::new(own::MIGRATION),
            Box::new(saved_filters::MIGRATION),
            Box::new(absences::MIGRATION),
            Box::new(disposal::MIGRATION),
            Box::new(saved_filters::SHARED),
        ]
    }
}

/// Where complaints are kept. Cheap to clone.
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
    #[error("changed since it was read")]
    Stale,
    #[error("sealed with another key or in another place")]
    CannotOpen(#[from] CannotOpen),
    /// A row that makes no sense.
    #[error("column {column} of row {row} in {table} makes no sense")]
    Damaged { table: &'static str, column: &'static str, row: uuid::Uuid },
    #[error("the database did not do it")]
    Database(#[from] DbErr),
}

impl From<::files::NotOpened> for StoreError {
    fn from(error: ::files::NotOpened) -> Self {
        match error {
            ::files::NotOpened::CannotOpen(error) => Self::CannotOpen(error),
            ::files::NotOpened::Database(error) => Self::Database(error),
        }
    }
}

impl Store {
    pub const fn new(database: Database) -> Self {
        Self { database }
    }

    /// For the content of files.
    pub const fn database(&self) -> &Database {
        &self.database
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
