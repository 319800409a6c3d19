//! A row that makes no sense.

use sea_orm::entity::prelude::Uuid;

/// What stands in a column is damaged, or of a version that nobody knows any more. Which one, and never what stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("column {column} of row {row} in {table} makes no sense")]
pub struct Damaged {
    pub table: &'static str,
    pub column: &'static str,
    pub row: Uuid,
}
