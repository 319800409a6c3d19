//! A file.

use kernel::Timestamp;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attachment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub case_id: Option<Uuid>,
    pub entry_id: Option<Uuid>,
    pub added_by: Uuid,
    pub added_at: Timestamp,
    pub key_id: Option<String>,
    pub wrapped_key: Option<Vec<u8>>,
    pub sealed_key: Option<Vec<u8>>,
    pub name: Vec<u8>,
    pub sha256: Option<Vec<u8>>,
    pub content_type: String,
    pub size: Option<i64>,
    pub standing: String,
    pub scan_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
