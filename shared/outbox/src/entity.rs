//! The row of a parcel.

use kernel::Timestamp;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub recipient: String,
    pub path: String,
    pub body: String,
    pub created_at: Timestamp,
    pub due_at: Option<Timestamp>,
    pub attempts: i32,
    pub delivered_at: Option<Timestamp>,
    pub refused_at: Option<Timestamp>,
    pub last_status: Option<i16>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
