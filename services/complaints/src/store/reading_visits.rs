//! Matters that senders have open, sealed for the one who opened them.

use kernel::{Timestamp, Uuid};
use proto::Service;
use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::Expr};
use serde::{Deserialize, Serialize};
use vault::{Cell, Token};

use crate::{
    domain::reading::Reading,
    store::{Store, StoreError, Tx, drafts::Kept},
};

mod entity {
    use kernel::Timestamp;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "reading_visit")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub token_hash: String,
        pub sealed: Vec<u8>,
        pub version: i64,
        pub seen_at: Timestamp,
        pub expires_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What is sealed.
#[derive(Serialize, Deserialize)]
struct Content {
    receipt: String,
    words: String,
}

impl Store {
    /// What a token has open, the version of it, and when it was last seen. Nothing when its time is out.
    pub async fn reading(
        &self,
        token: &Token,
        now: Timestamp,
    ) -> Result<Option<(Reading, i64, Timestamp)>, StoreError> {
        let found = entity::Entity::find_by_id(token.hash()).one(self.database.reader()).await?;
        found
            .filter(|row| row.expires_at > now)
            .map(|row| Ok((open(token, &row)?, row.version, row.seen_at)))
            .transpose()
    }

    /// Removes what nobody can come back to any more.
    pub async fn remove_ended_readings(&self, now: Timestamp) -> Result<(), StoreError> {
        let ended = entity::Entity::delete_many().filter(entity::Column::ExpiresAt.lte(now));
        ended.exec(self.database.reader()).await?;
        Ok(())
    }
}

impl Tx {
    pub async fn add_reading(&self, token: &Token, reading: &Reading, kept: Kept) -> Result<(), StoreError> {
        let row = entity::ActiveModel {
            token_hash: Set(token.hash()),
            sealed: Set(seal(token, 1, reading)),
            version: Set(1),
            seen_at: Set(kept.from),
            expires_at: Set(kept.until),
        };
        entity::Entity::insert(row).exec_without_returning(&self.0).await?;
        Ok(())
    }

    /// Writes over `version`, or not at all.
    pub async fn replace_reading(
        &self,
        token: &Token,
        version: i64,
        reading: &Reading,
        kept: Kept,
    ) -> Result<(), StoreError> {
        let done = entity::Entity::update_many()
            .col_expr(entity::Column::Sealed, Expr::value(seal(token, version + 1, reading)))
            .col_expr(entity::Column::Version, Expr::value(version + 1))
            .col_expr(entity::Column::SeenAt, Expr::value(kept.from))
            .col_expr(entity::Column::ExpiresAt, Expr::value(kept.until))
            .filter(entity::Column::TokenHash.eq(token.hash()))
            .filter(entity::Column::Version.eq(version))
            .exec(&self.0)
            .await?;
        if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    pub async fn remove_reading(&self, token: &Token) -> Result<(), StoreError> {
        entity::Entity::delete_by_id(token.hash()).exec(&self.0).await?;
        Ok(())
    }
}

const fn cell(version: i64) -> Cell {
    Cell { table: "reading_visit", column: "sealed", row: Uuid::nil(), version }
}

fn seal(token: &Token, version: i64, Reading { receipt, words }: &Reading) -> Vec<u8> {
    let content = Content { receipt: receipt.clone(), words: words.clone() };
    let plain = vault::Zeroizing::new(serde_json::to_vec(&content).expect("plain values are JSON"));
    token.key(Service::Complaints.name(), "reading visit").seal(cell(version), &plain)
}

fn open(token: &Token, row: &entity::Model) -> Result<Reading, StoreError> {
    let key = token.key(Service::Complaints.name(), "reading visit");
    let plain = key.open(cell(row.version), &row.sealed)?;
    // The row has no id but the hash of a secret.
    let damaged = |_| StoreError::Damaged { table: "reading_visit", column: "sealed", row: Uuid::nil() };
    let Content { receipt, words } = serde_json::from_slice(&plain).map_err(damaged)?;
    Ok(Reading { receipt, words })
}
