//! A mail to one recipient.

use kernel::Timestamp;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub message_id: Uuid,
    pub colleague_id: Option<Uuid>,
    pub key_id: Option<String>,
    pub sealed_address: Option<Vec<u8>>,
    pub language: String,
    pub state: String,
    pub due_at: Option<Timestamp>,
    pub attempts: i32,
    pub last_attempt_at: Option<Timestamp>,
    pub last_status: Option<i16>,
    pub ended_at: Option<Timestamp>,
    pub seen_to_at: Option<Timestamp>,
    pub seen_to_by: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::message::Entity",
        from = "Column::MessageId",
        to = "super::message::Column::Id"
    )]
    Message,
}

impl Related<super::message::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Message.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
