//! The content of files in the database, in sealed pieces. The table is `attachment_chunk` in every service that keeps files.

use kernel::Uuid;
use sea_orm::{ConnectionTrait, QuerySelect, Set, entity::prelude::*, sea_query::SelectStatement};
use vault::{CannotOpen, CaseKey, Cell, Chunk, Opened};

/// What is sealed in one piece, in bytes.
pub const PIECE: usize = 64 * 1024;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attachment_chunk")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub attachment_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub last: bool,
    pub sealed: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Why a file does not open.
#[derive(Debug, thiserror::Error)]
pub enum NotOpened {
    #[error("a piece of the file does not open, or is missing")]
    CannotOpen(#[from] CannotOpen),
    #[error("the database failed")]
    Database(#[from] DbErr),
}

const fn content(file: Uuid) -> Cell {
    Cell { table: "attachment_chunk", column: "sealed", row: file, version: 1 }
}

/// Adds pieces. Not in a transaction of the whole file: a slow sender must not hold one open.
pub(crate) async fn add(
    connection: &impl ConnectionTrait,
    file: Uuid,
    key: &CaseKey,
    pieces: impl Iterator<Item = (Chunk, &[u8])> + Send,
) -> Result<(), DbErr> {
    let rows: Vec<_> = pieces
        .map(|(chunk, plain)| ActiveModel {
            attachment_id: Set(file),
            number: Set(chunk.number),
            last: Set(chunk.last),
            sealed: Set(key.seal_chunk(content(file), chunk, plain)),
        })
        .collect();
    Entity::insert_many(rows).exec_without_returning(connection).await?;
    Ok(())
}

/// One opened piece, and whether it is the last. None after the last.
pub(crate) async fn piece(
    connection: &impl ConnectionTrait,
    file: Uuid,
    key: &CaseKey,
    number: i32,
) -> Result<Option<(Opened, bool)>, NotOpened> {
    let Some(row) = Entity::find_by_id((file, number)).one(connection).await? else { return Ok(None) };
    let chunk = Chunk { number, last: row.last };
    Ok(Some((key.open_chunk(content(file), chunk, &row.sealed)?, row.last)))
}

/// How many pieces have come of a file.
pub async fn count_pieces(connection: &impl ConnectionTrait, file: Uuid) -> Result<u64, DbErr> {
    Entity::find().filter(Column::AttachmentId.eq(file)).count(connection).await
}

/// How many pieces there are of several files, counted no further than `most`.
pub async fn count_pieces_of(
    connection: &impl ConnectionTrait,
    files: SelectStatement,
    most: u64,
) -> Result<u64, DbErr> {
    let of_them = Entity::find().filter(Column::AttachmentId.in_subquery(files));
    of_them.limit(most).count(connection).await
}

/// Removes the content of files.
pub async fn remove_pieces(connection: &impl ConnectionTrait, files: Vec<Uuid>) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::AttachmentId.is_in(files)).exec(connection).await?;
    Ok(())
}
