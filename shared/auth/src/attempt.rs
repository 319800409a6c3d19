//! A log-in that has begun: what must come back, kept where only the browser that began it can open it.

use chrono::TimeDelta;
use kernel::{Timestamp, Uuid};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use serde::{Deserialize, Serialize};
use vault::{Cell, Token};
use web::Error;

use crate::{Auth, login::database};

mod entity {
    use kernel::Timestamp;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "login_attempt")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub token_hash: String,
        pub sealed: Vec<u8>,
        pub started_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// How long somebody may take over the provider's log-in page.
const PATIENCE: TimeDelta = TimeDelta::minutes(30);

const CELL: Cell = Cell { table: "login_attempt", column: "sealed", row: Uuid::nil(), version: 1 };

/// What must come back, sealed under a key that only the browser's cookie holds.
#[derive(Serialize, Deserialize)]
pub(crate) struct Attempt {
    pub state: String,
    pub nonce: String,
    pub verifier: String,
    pub next: String,
    pub started_at: Timestamp,
    /// Whether the provider was told to ask again.
    pub fresh: bool,
}

impl Auth {
    pub(crate) async fn remember(&self, attempt: &Attempt) -> Result<Token, Error> {
        let token = Token::random();
        let content = serde_json::to_vec(attempt).map_err(|error| Error::Internal(error.into()))?;
        let row = entity::ActiveModel {
            token_hash: Set(token.hash()),
            sealed: Set(self.key_of(&token).seal(CELL, &content)),
            started_at: Set(attempt.started_at),
        };
        let reader = self.0.database.reader();
        entity::Entity::insert(row).exec_without_returning(reader).await.map_err(database)?;
        let given_up =
            entity::Entity::delete_many().filter(entity::Column::StartedAt.lt(attempt.started_at - PATIENCE));
        given_up.exec(reader).await.map_err(database)?;
        Ok(token)
    }

    /// The attempt this cookie began, once.
    pub(crate) async fn recall(&self, token: Option<Token>) -> Result<Option<Attempt>, Error> {
        let Some(token) = token else { return Ok(None) };
        let reader = self.0.database.reader();
        let found = entity::Entity::find_by_id(token.hash()).one(reader).await.map_err(database)?;
        let Some(row) = found else { return Ok(None) };
        let deleted = entity::Entity::delete_by_id(token.hash()).exec(reader).await.map_err(database)?;
        let opened =
            self.key_of(&token).open(CELL, &row.sealed).map_err(|error| Error::Internal(error.into()))?;
        let in_time = self.0.clock.now() - row.started_at <= PATIENCE && deleted.rows_affected == 1;
        Ok(in_time.then(|| serde_json::from_slice(&opened).ok()).flatten())
    }

    fn key_of(&self, token: &Token) -> vault::CaseKey {
        token.key(self.0.settings.service.name(), "login attempt")
    }
}
