//! The last copy: in memory for every question, in the database for the next start.

use std::sync::Arc;

use arc_swap::ArcSwap;
use db::{Database, Script};
use kernel::{PersonId, Timestamp, calendar};
use proto::organisation::Organisation;
use sea_orm::{ActiveValue::Set, DbErr, entity::prelude::*, sea_query::OnConflict};

use crate::{Colleague, Register};

/// The table of the last copy: one row.
pub const MIGRATION: Script = Script {
    name: "organisation_1",
    up: "CREATE TABLE organisation_copy (id smallint PRIMARY KEY NOT NULL CHECK (id = 1), etag text NOT NULL, \
         document text NOT NULL, copied_at timestamptz NOT NULL)",
    append_only: &[],
    tables: &["organisation_copy"],
};

mod entity {
    use kernel::Timestamp;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "organisation_copy")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i16,
        pub etag: String,
        pub document: String,
        pub copied_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The register, as fresh as it could be had. Cheap to clone; all clones see the same.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    register: Arc<ArcSwap<Register>>,
}

impl Directory {
    pub fn new(organisation: Organisation) -> Self {
        let directory = Self::default();
        directory.replace(organisation);
        directory
    }

    pub fn now(&self) -> Arc<Register> {
        self.register.load_full()
    }

    /// A person with the roles held at `at`.
    pub fn colleague(&self, id: PersonId, at: Timestamp) -> Option<Colleague> {
        self.now().colleague(id, calendar::swedish_day(at))
    }

    pub fn replace(&self, organisation: Organisation) {
        self.register.store(Arc::new(Register::new(organisation)));
    }

    /// Takes the copy from the database, if there is one. Returns its `ETag` for asking whether it is still true.
    pub async fn load(&self, database: &Database) -> Result<Option<String>, DbErr> {
        let Some(row) = entity::Entity::find_by_id(1_i16).one(database.reader()).await? else {
            return Ok(None);
        };
        let organisation = serde_json::from_str(&row.document).map_err(|e| DbErr::Json(e.to_string()))?;
        self.replace(organisation);
        Ok(Some(row.etag))
    }

    /// Keeps a new copy and answers from it at once.
    pub async fn store(
        &self,
        database: &Database,
        etag: &str,
        organisation: Organisation,
        at: Timestamp,
    ) -> Result<(), DbErr> {
        let row = entity::ActiveModel {
            id: Set(1),
            etag: Set(etag.to_owned()),
            document: Set(serde_json::to_string(&organisation).map_err(|e| DbErr::Json(e.to_string()))?),
            copied_at: Set(at),
        };
        let replaced = OnConflict::column(entity::Column::Id)
            .update_columns([entity::Column::Etag, entity::Column::Document, entity::Column::CopiedAt])
            .to_owned();
        entity::Entity::insert(row).on_conflict(replaced).exec_without_returning(database.reader()).await?;
        self.replace(organisation);
        Ok(())
    }
}
