//! Between a case and its row.

use chrono::NaiveDate;
use kernel::{PersonId, Uuid};
use organisation::Role;
use sea_orm::ActiveValue::{NotSet, Set};

use super::{StoreError, entity::case};
use crate::domain::{Case, Outcome, Policy, nearest};

const TABLE: &str = "lex_sarah_case";

/// After every day that somebody has to keep.
const FAR_AWAY: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day");

/// The row of a case, without its key.
pub fn to_row(case: &Case, policy: &Policy) -> case::ActiveModel {
    let next = nearest(case, policy);
    case::ActiveModel {
        id: Set(case.id.as_uuid()),
        number: Set(case.number.to_string()),
        key_id: NotSet,
        wrapped_key: NotSet,
        unit_id: Set(case.unit.as_uuid()),
        state: Set(case.state.code().to_owned()),
        since: Set(case.since),
        due_on: Set(case.due_on),
        next_on: Set(next.map_or(FAR_AWAY, |(day, _)| day)),
        next_is: Set(next.map(|(_, of)| of.code().to_owned())),
        to_take: Set(case.is_to_take()),
        for_decision: Set(case.is_for_decision()),
        to_decide: Set(case.is_to_decide()),
        for_archive: Set(case.is_for_archive()),
        received_at: Set(case.received_at),
        registered_at: Set(case.registered_at),
        reported_by: Set(case.reported_by.as_uuid()),
        receiver_role: Set(case.receiver.and_then(receiver_code).map(str::to_owned)),
        on_call_role: Set(case.on_call.and_then(receiver_code).map(str::to_owned)),
        investigator_id: Set(case.investigator.map(PersonId::as_uuid)),
        out_of_scope_proposed_at: Set(case.out_of_scope_proposed_at),
        inquiry_completed_at: Set(case.inquiry_completed_at),
        closable_at: Set(case.closable_at),
        grade: Set(case.outcome.map(|outcome| outcome.grade.code().to_owned())),
        decided_at: Set(case.outcome.map(|outcome| outcome.decided_at)),
        decided_by: Set(case.outcome.map(|outcome| outcome.decided_by.as_uuid())),
        kind: Set(case.kind.map(|kind| kind.code().to_owned())),
        protected_at: Set(case.protected_at),
        remedied_at: Set(case.remedied_at),
        child_protection_reported_at: Set(case.child_protection_reported_at),
        police_considered_at: Set(case.police_considered_at),
        ivo_proposed_at: Set(case.ivo_proposed_at),
        ivo_clear_at: Set(case.ivo_clear_at),
        ivo_notified_on: Set(case.ivo_notified_on),
        ivo_due_on: Set(case.ivo_due_on),
        breach_due_at: Set(case.breach_due_at),
        ivo: Set(case.ivo.code().to_owned()),
        version: Set(case.version),
    }
}

/// The case of a row, with what stands in other tables.
pub fn to_case(
    row: case::Model,
    diary_number: Option<String>,
    implicated: Vec<Uuid>,
) -> Result<Case, StoreError> {
    let damaged = |column| StoreError::Damaged { table: TABLE, column, row: row.id };
    let outcome = match (row.grade, row.decided_at, row.decided_by) {
        (Some(grade), Some(decided_at), Some(decided_by)) => Some(Outcome {
            grade: grade.parse().map_err(|_| damaged("grade"))?,
            decided_at,
            decided_by: decided_by.into(),
        }),
        (None, None, None) => None,
        _ => return Err(damaged("grade")),
    };
    let role =
        |code: Option<&str>, column| code.map(|code| receiver_of(code).ok_or(damaged(column))).transpose();
    let receiver = role(row.receiver_role.as_deref(), "receiver_role")?;
    let on_call = role(row.on_call_role.as_deref(), "on_call_role")?;
    Ok(Case {
        id: row.id.into(),
        number: row.number.parse().map_err(|_| damaged("number"))?,
        diary_number,
        unit: row.unit_id.into(),
        state: row.state.parse().map_err(|_| damaged("state"))?,
        since: row.since,
        due_on: row.due_on,
        received_at: row.received_at,
        registered_at: row.registered_at,
        reported_by: row.reported_by.into(),
        receiver,
        on_call,
        implicated: implicated.into_iter().map(PersonId::from).collect(),
        investigator: row.investigator_id.map(PersonId::from),
        investigators: Vec::new(),
        deciders: Vec::new(),
        owners: Vec::new(),
        out_of_scope_proposed_at: row.out_of_scope_proposed_at,
        inquiry_completed_at: row.inquiry_completed_at,
        closable_at: row.closable_at,
        outcome,
        kind: row.kind.map(|kind| kind.parse().map_err(|_| damaged("kind"))).transpose()?,
        protected_at: row.protected_at,
        remedied_at: row.remedied_at,
        child_protection_reported_at: row.child_protection_reported_at,
        police_considered_at: row.police_considered_at,
        ivo_proposed_at: row.ivo_proposed_at,
        ivo_clear_at: row.ivo_clear_at,
        ivo_notified_on: row.ivo_notified_on,
        ivo_due_on: row.ivo_due_on,
        breach_due_at: row.breach_due_at,
        ivo: row.ivo.parse().map_err(|_| damaged("ivo"))?,
        version: row.version,
    })
}

/// The roles that can receive a report.
pub const RECEIVERS: [(Role, &str); 3] = [
    (Role::UnitManager, "unit_manager"),
    (Role::Principal, "principal"),
    (Role::SchoolOwnerRepresentative, "school_owner_representative"),
];

fn receiver_code(role: Role) -> Option<&'static str> {
    RECEIVERS.iter().find(|(known, _)| *known == role).map(|(_, code)| *code)
}

fn receiver_of(code: &str) -> Option<Role> {
    RECEIVERS.iter().find(|(_, known)| *known == code).map(|(role, _)| *role)
}
