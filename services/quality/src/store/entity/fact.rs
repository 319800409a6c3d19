//! What another service told.

use kernel::Timestamp;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fact")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub source: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub subject: Uuid,
    pub occurred_at: Timestamp,
    pub received_at: Timestamp,
    pub kind: String,
    pub unit_id: Option<Uuid>,
    pub month: String,
    pub category: Option<String>,
    pub severity: Option<i16>,
    pub again: Option<bool>,
    pub how: Option<String>,
    pub deviation: Option<String>,
    pub grade: Option<String>,
    pub ivo_required: Option<bool>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
