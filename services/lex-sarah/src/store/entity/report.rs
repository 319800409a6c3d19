//! The report of a case.

use kernel::Timestamp;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub case_id: Uuid,
    pub channel: String,
    pub happened: Option<String>,
    pub concerns_manager: bool,
    pub complaint_id: Option<Uuid>,
    pub complaint_number: Option<String>,
    pub routine: String,
    pub signature: Vec<u8>,
    pub receivers: Vec<u8>,
    pub words: Vec<u8>,
    pub happened_when: Option<Vec<u8>>,
    pub acted: Option<Vec<u8>>,
    pub taken_down_by: Option<Uuid>,
    pub taken_down_at: Option<Timestamp>,
    pub taken_down_signature: Option<Vec<u8>>,
    pub read_back: Option<bool>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
