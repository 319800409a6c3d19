//! The last copy: in memory for every question, in the database for the next start.

use std::sync::Arc;

use arc_swap::ArcSwap;
use data_encoding::BASE64;
use db::{Database, Script};
use kernel::{PersonId, Timestamp, calendar};
use proto::organisation::Organisation;
use sea_orm::{ActiveValue::Set, DbErr, entity::prelude::*, sea_query::OnConflict};

use vault::KeyRing;
use zeroize::Zeroizing;

use crate::{Colleague, Register};

/// The table of the last copy: one row.
pub const MIGRATION: Script = Script {
    name: "organisation_1",
    up: "CREATE TABLE organisation_copy (id smallint PRIMARY KEY NOT NULL CHECK (id = 1), etag text NOT NULL, \
         document text NOT NULL, key_id text, copied_at timestamptz NOT NULL)",
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
        /// JSON; sealed and in base64 when `key_id` names the pair that opens it.
        pub document: String,
        pub key_id: Option<String>,
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
    /// Seals the copy that is kept.
    ring: Option<KeyRing>,
}

/// What a kept copy is sealed for.
const PURPOSE: &str = "lyssna organisation copy v1";

impl Directory {
    pub fn new(organisation: Organisation) -> Self {
        let directory = Self::default();
        directory.replace(organisation);
        directory
    }

    /// The same, with its copy sealed when it is kept. For a service that is told addresses.
    #[must_use]
    pub fn sealing(self, ring: KeyRing) -> Self {
        Self { ring: Some(ring), ..self }
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
        self.replace(self.read(&row).ok_or_else(|| DbErr::Custom("the copy makes no sense".to_owned()))?);
        Ok(Some(row.etag))
    }

    /// Keeps a new copy and answers from it at once. Addresses are kept sealed or not at all.
    pub async fn store(
        &self,
        database: &Database,
        etag: &str,
        organisation: Organisation,
        at: Timestamp,
    ) -> Result<(), DbErr> {
        let (document, key_id) = self.written(&organisation);
        let row = entity::ActiveModel {
            id: Set(1),
            etag: Set(etag.to_owned()),
            document: Set(document),
            key_id: Set(key_id),
            copied_at: Set(at),
        };
        let replaced = OnConflict::column(entity::Column::Id)
            .update_columns([
                entity::Column::Etag,
                entity::Column::Document,
                entity::Column::KeyId,
                entity::Column::CopiedAt,
            ])
            .to_owned();
        entity::Entity::insert(row).on_conflict(replaced).exec_without_returning(database.reader()).await?;
        self.replace(organisation);
        Ok(())
    }

    /// The document as it is kept, and which pair opens it.
    fn written(&self, organisation: &Organisation) -> (String, Option<String>) {
        let json = |organisation| serde_json::to_string(organisation).expect("a wire type is JSON");
        let Some(ring) = &self.ring else {
            let mut known = organisation.clone();
            known.people.iter_mut().for_each(|person| person.email = None);
            return (json(&known), None);
        };
        let key = ring.sealing_key();
        let sealed = key.seal(PURPOSE, Zeroizing::new(json(organisation)).as_bytes());
        (BASE64.encode(&sealed), Some(key.id().to_owned()))
    }

    /// None if it is damaged or does not open.
    fn read(&self, row: &entity::Model) -> Option<Organisation> {
        let Some(key_id) = &row.key_id else { return serde_json::from_str(&row.document).ok() };
        let sealed = BASE64.decode(row.document.as_bytes()).ok()?;
        serde_json::from_slice(&self.ring.as_ref()?.open(key_id, PURPOSE, &sealed).ok()?).ok()
    }
}
