//! The row of a case.

use kernel::Timestamp;
use sea_orm::entity::prelude::*;

#[expect(clippy::struct_excessive_bools, reason = "each is another list")]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "lex_sarah_case")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub number: String,
    pub key_id: String,
    pub wrapped_key: Vec<u8>,
    pub unit_id: Uuid,
    pub state: String,
    pub since: Timestamp,
    pub due_on: Option<Date>,
    pub next_on: Date,
    pub next_is: Option<String>,
    pub to_take: bool,
    pub for_decision: bool,
    pub to_decide: bool,
    pub for_archive: bool,
    pub received_at: Timestamp,
    pub registered_at: Option<Timestamp>,
    pub reported_by: Uuid,
    pub receiver_role: Option<String>,
    pub on_call_role: Option<String>,
    pub investigator_id: Option<Uuid>,
    pub out_of_scope_proposed_at: Option<Timestamp>,
    pub inquiry_completed_at: Option<Timestamp>,
    pub closable_at: Option<Timestamp>,
    pub grade: Option<String>,
    pub decided_at: Option<Timestamp>,
    pub decided_by: Option<Uuid>,
    pub kind: Option<String>,
    pub protected_at: Option<Timestamp>,
    pub remedied_at: Option<Timestamp>,
    pub child_protection_reported_at: Option<Timestamp>,
    pub police_considered_at: Option<Timestamp>,
    pub ivo_proposed_at: Option<Timestamp>,
    pub ivo_clear_at: Option<Timestamp>,
    pub ivo_notified_on: Option<Date>,
    pub ivo_due_on: Option<Date>,
    pub breach_due_at: Option<Timestamp>,
    pub ivo: String,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
