//! The row of a complaint.

use kernel::Timestamp;
use sea_orm::entity::prelude::*;

#[expect(clippy::struct_excessive_bools, reason = "as the table has them")]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "complaint")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub number: String,
    pub state: String,
    pub version: i64,
    pub received_at: Timestamp,
    pub received_day: i32,
    pub channel: String,
    pub taken_in_at: Option<Timestamp>,
    pub taken_in_by: Option<Uuid>,
    pub language: String,
    pub unit_id: Option<Uuid>,
    pub about_manager: bool,
    pub level: String,
    pub kind: String,
    pub relation: String,
    pub wants_answer: bool,
    pub acknowledge_by: Option<Date>,
    pub acknowledged_at: Option<Timestamp>,
    pub acknowledged_how: Option<String>,
    pub triage_by: Date,
    pub answer_by: Date,
    pub due_on: Date,
    pub clock_on: Date,
    pub registered_at: Option<Timestamp>,
    pub registration_number: Option<String>,
    pub diary_line: Option<String>,
    pub secrecy_mark: Option<String>,
    pub secrecy_marked_on: Option<Date>,
    pub secrecy_authority: Option<String>,
    pub entry_checked_at: Option<Timestamp>,
    pub entry_checked_by: Option<Uuid>,
    pub triaged_at: Option<Timestamp>,
    pub triaged_by: Option<Uuid>,
    pub category: Option<String>,
    pub besides: Option<String>,
    pub severity: Option<i16>,
    pub misconduct_suspected: Option<bool>,
    pub child_at_risk: Option<bool>,
    pub data_breach: Option<bool>,
    pub concerns: Option<String>,
    pub other_authority: Option<bool>,
    pub threat: Option<bool>,
    pub breach_by: Option<Timestamp>,
    pub names_withheld: bool,
    pub redirected_to: Option<String>,
    pub redirected_how: Option<String>,
    pub redirected_with_consent: Option<bool>,
    pub handler_id: Option<Uuid>,
    pub unread_since: Option<Timestamp>,
    pub inquiry_started_at: Option<Timestamp>,
    pub deviation: Option<String>,
    pub answered_at: Option<Timestamp>,
    pub answered_by: Option<Uuid>,
    pub answered_how: Option<String>,
    pub measure_by: Option<Date>,
    pub reminded_of: Option<Date>,
    pub passed_told_of: Option<Date>,
    pub breach_reminded: bool,
    pub closed_at: Option<Timestamp>,
    pub closed_by: Option<Uuid>,
    pub routine_reviewed: Option<bool>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
