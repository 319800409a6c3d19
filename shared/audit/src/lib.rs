//! Traces: who did or read what, written in the transaction of the deed. If the trace cannot be written, the deed
//! does not happen and nothing is shown. There is no column for text, so no content can end up here.
//!
//! A [`Sealer`] gives each trace a place in a chain soon after, with a signature over what it says in that place, and closes
//! batches with signed [`Head`]s. [`Evidence::verify`] names whatever is not as it was sealed, whoever did it: who
//! owns the database has no key. The newest traces could still be cut off unseen; heads that somebody else keeps tell.

use db::Script;
use kernel::{PersonId, Timestamp, Uuid};
use sea_orm::{ConnectionTrait, DbErr, QueryOrder, Set, entity::prelude::*};

mod entity;
mod evidence;
mod seal;
mod sealer;
mod verify;

pub use evidence::{Evidence, Head, NotAHead, heads};
pub use seal::PURPOSE;
pub use sealer::Sealer;
pub use verify::{Finding, Report};

use crate::entity::trace;

/// The tables of traces and of the chain over them. Rows can be added; the database itself refuses to change or remove one.
pub const MIGRATION: Script = Script {
    name: "audit_1",
    up: include_str!("audit_1.sql"),
    append_only: &["audit", "audit_link", "audit_head"],
    tables: &["audit_head", "audit_link", "audit"],
};

/// Who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// Somebody logged in.
    Person(PersonId),
    /// Whoever holds the receipt of the case, or sends a new one. Nothing more is known or kept.
    Sender,
    /// Another service.
    Service(proto::Service),
    /// This service by itself.
    System,
}

/// One deed.
#[derive(Debug, Clone, Copy)]
pub struct Deed {
    pub actor: Actor,
    /// The verb, as the action is called in code.
    pub action: &'static str,
    /// The case it was done to.
    pub case: Uuid,
    /// The part of the case it was done to: an entry, a file.
    pub part: Option<Uuid>,
}

/// A trace as it is read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    pub at: Timestamp,
    pub actor_kind: String,
    pub person: Option<PersonId>,
    pub action: String,
    pub part: Option<Uuid>,
}

/// Writes the trace of a deed into the transaction that does it.
pub async fn write(tx: &impl ConnectionTrait, at: Timestamp, deed: Deed) -> Result<(), DbErr> {
    let (actor_kind, person) = match deed.actor {
        Actor::Person(person) => ("person", Some(person.as_uuid())),
        Actor::Sender => ("sender", None),
        Actor::Service(service) => (service.name(), None),
        Actor::System => ("system", None),
    };
    let row = trace::ActiveModel {
        id: Set(Uuid::now_v7()),
        at: Set(at),
        actor_kind: Set(actor_kind.to_owned()),
        person_id: Set(person),
        action: Set(deed.action.to_owned()),
        case_id: Set(deed.case),
        part_id: Set(deed.part),
    };
    trace::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// Everything that was done to a case, oldest first.
pub async fn of_case(connection: &impl ConnectionTrait, case: Uuid) -> Result<Vec<Trace>, DbErr> {
    let rows = trace::Entity::find()
        .filter(trace::Column::CaseId.eq(case))
        .order_by_asc(trace::Column::Id)
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(Trace::from).collect())
}

impl From<trace::Model> for Trace {
    fn from(row: trace::Model) -> Self {
        Self {
            at: row.at,
            actor_kind: row.actor_kind,
            person: row.person_id.map(PersonId::from),
            action: row.action,
            part: row.part_id,
        }
    }
}
