//! A request that is repeated with its key gets the answer it got the first time.
//!
//! The answer may hold a receipt code, so it is sealed under a key that follows from the repeat key, which only the one
//! who sent the request has.

use kernel::{Timestamp, Uuid};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, SqlErr, entity::prelude::*};
use vault::{Cell, Token};

mod entity {
    use kernel::Timestamp;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "answered_once")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub key_hash: String,
        pub request_hash: String,
        pub sealed: Vec<u8>,
        pub created_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What is known of a repeat key.
#[derive(Debug, PartialEq, Eq)]
pub enum Known {
    Nothing,
    /// The same request: here is what was answered.
    Answered(Vec<u8>),
    /// Another request used this key.
    AnotherRequest,
}

/// Why an answer could not be kept.
#[derive(Debug, thiserror::Error)]
pub enum NotKept {
    /// The same request is being answered at this moment.
    #[error("the same request is under way")]
    UnderWay,
    #[error(transparent)]
    Database(#[from] DbErr),
}

const CELL: Cell = Cell { table: "answered_once", column: "sealed", row: Uuid::nil(), version: 1 };

/// What was answered to a request with this key. `service` and `request` must be the same as when it was kept.
pub async fn look(
    connection: &impl ConnectionTrait,
    service: proto::Service,
    key: &Token,
    request: &Token,
) -> Result<Known, DbErr> {
    let Some(row) = entity::Entity::find_by_id(key.hash()).one(connection).await? else {
        return Ok(Known::Nothing);
    };
    if row.request_hash != request.hash() {
        return Ok(Known::AnotherRequest);
    }
    let opened = key.key(service.name(), "answered once").open(CELL, &row.sealed);
    opened.map(|answer| Known::Answered(answer.to_vec())).map_err(|e| DbErr::Custom(e.to_string()))
}

/// Keeps the answer in the transaction that did what was asked.
pub async fn keep(
    tx: &impl ConnectionTrait,
    service: proto::Service,
    key: &Token,
    request: &Token,
    answer: &[u8],
    at: Timestamp,
) -> Result<(), NotKept> {
    let row = entity::ActiveModel {
        key_hash: Set(key.hash()),
        request_hash: Set(request.hash()),
        sealed: Set(key.key(service.name(), "answered once").seal(CELL, answer)),
        created_at: Set(at),
    };
    match entity::Entity::insert(row).exec_without_returning(tx).await {
        Ok(_) => Ok(()),
        Err(error) if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) => {
            Err(NotKept::UnderWay)
        }
        Err(error) => Err(error.into()),
    }
}

/// Forgets what was answered before `then`.
pub async fn forget_before(connection: &impl ConnectionTrait, then: Timestamp) -> Result<u64, DbErr> {
    let deleted =
        entity::Entity::delete_many().filter(entity::Column::CreatedAt.lt(then)).exec(connection).await?;
    Ok(deleted.rows_affected)
}
