//! A piece of an inquiry.

use kernel::Timestamp;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub case_id: Uuid,
    pub section: i16,
    pub kind: String,
    pub corrects: Option<Uuid>,
    pub recorded_at: Timestamp,
    pub recorded_by: Uuid,
    pub signature: Vec<u8>,
    pub words: Vec<u8>,
    pub source: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
