//! The row of a file.

use kernel::Timestamp;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attachment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Option<Uuid>,
    pub token_hash: String,
    pub sealed_name: Vec<u8>,
    pub content_type: String,
    pub size: Option<i64>,
    pub created_at: Timestamp,
    pub kept_until: Timestamp,
    pub service_key_id: String,
    pub service_key: Vec<u8>,
    pub token_key_id: Option<String>,
    pub token_key: Option<Vec<u8>>,
    pub receipt_key_id: Option<String>,
    pub receipt_key: Option<Vec<u8>>,
    pub sent_by: String,
    pub standing: String,
    pub scan_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
