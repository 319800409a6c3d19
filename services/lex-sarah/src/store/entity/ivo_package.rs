//! What is filed with IVO.

use kernel::Timestamp;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ivo_package")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub record_id: Uuid,
    pub case_id: Uuid,
    pub made_at: Timestamp,
    pub sha256: String,
    pub paper: Vec<u8>,
    pub enclosed: Vec<u8>,
    pub manifest: Vec<u8>,
    pub manifest_sha256: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
