//! The row of what a complaint was judged to be before.

use kernel::Timestamp;
use sea_orm::entity::prelude::*;

#[expect(clippy::struct_excessive_bools, reason = "as the table has them")]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "earlier_judgement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub complaint_id: Uuid,
    pub triaged_at: Timestamp,
    pub triaged_by: Uuid,
    pub category: String,
    pub besides: String,
    pub severity: i16,
    pub misconduct_suspected: bool,
    pub child_at_risk: bool,
    pub data_breach: bool,
    pub concerns: String,
    pub other_authority: bool,
    pub threat: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
