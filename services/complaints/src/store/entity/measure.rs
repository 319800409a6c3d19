//! The row of a measure.

use kernel::Timestamp;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "measure")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    pub sealed_text: Vec<u8>,
    pub owner_id: Uuid,
    pub due_on: Date,
    pub check_on: Date,
    pub planned_at: Timestamp,
    pub planned_by: Uuid,
    pub sealed_effect: Option<Vec<u8>>,
    pub checked_at: Option<Timestamp>,
    pub checked_by: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
