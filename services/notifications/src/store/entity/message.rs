//! A message that was asked for.

use chrono::NaiveDate;
use kernel::Timestamp;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "message")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub occasion: String,
    pub case_number: String,
    pub due_on: Option<NaiveDate>,
    pub place: String,
    pub received_from: String,
    pub received_at: Timestamp,
    pub untold: Option<String>,
    pub seen_to_at: Option<Timestamp>,
    pub seen_to_by: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(has_many = "super::delivery::Entity")]
    Delivery,
}

impl Related<super::delivery::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Delivery.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
