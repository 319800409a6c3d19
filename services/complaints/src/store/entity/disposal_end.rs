//! The row of what became of a proposed list.

use kernel::Timestamp;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "disposal_end")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub disposal_id: Uuid,
    pub outcome: String,
    pub ended_at: Timestamp,
    pub ended_by: Uuid,
    pub number: Option<i32>,
    pub seal: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
