//! Deliveries: claimed, tried, settled.

use std::collections::HashMap;

use chrono::TimeDelta;
use db::Damaged;
use kernel::{PersonId, Timestamp, Uuid};
use outbox::Tries;
use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::Expr};

use crate::{
    domain::{DeliveryId, MessageId, Notice, Outcome, State},
    store::{
        Store, StoreError, Tx,
        entity::{self, delivery::Column},
        names::{OCCASIONS, PLACES, STATES, name, named},
    },
};

/// Mails are tried all at once, each for less than a minute.
const DELIVERIES: Tries<entity::delivery::Entity> =
    Tries { id: Column::Id, due_at: Column::DueAt, load: 10, hold: TimeDelta::seconds(120) };

/// An address as it is kept, and which pair of keys opens it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedAddress {
    pub key_id: String,
    pub sealed: Vec<u8>,
}

/// A delivery as it is written.
#[derive(Debug)]
pub struct NewDelivery {
    pub id: DeliveryId,
    pub colleague: Option<PersonId>,
    pub address: SealedAddress,
    pub language: String,
}

/// A delivery that is ours to try now.
#[derive(Debug)]
pub struct Claimed {
    pub id: DeliveryId,
    /// How often it was tried before.
    pub attempts: i32,
    pub address: SealedAddress,
    pub language: String,
    pub notice: Notice,
}

impl Tx {
    pub async fn insert_delivery(
        &self,
        message: MessageId,
        delivery: NewDelivery,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let NewDelivery { id, colleague, address, language } = delivery;
        let row = entity::delivery::ActiveModel {
            id: Set(id.as_uuid()),
            message_id: Set(message.as_uuid()),
            colleague_id: Set(colleague.map(PersonId::as_uuid)),
            key_id: Set(Some(address.key_id)),
            sealed_address: Set(Some(address.sealed)),
            language: Set(language),
            state: Set(name(&STATES, &State::Waiting).to_owned()),
            due_at: Set(Some(at)),
            attempts: Set(0),
            last_attempt_at: Set(None),
            last_status: Set(None),
            ended_at: Set(None),
            seen_to_at: Set(None),
            seen_to_by: Set(None),
        };
        entity::delivery::Entity::insert(row).exec_without_returning(&self.0).await?;
        Ok(())
    }
}

impl Store {
    /// Takes what is due now for this copy of the service.
    pub async fn claim_deliveries(&self, now: Timestamp) -> Result<Vec<Claimed>, StoreError> {
        let rows = DELIVERIES.claim(&self.database, now).await?;
        let messages: HashMap<Uuid, entity::message::Model> = entity::message::Entity::find()
            .filter(entity::message::Column::Id.is_in(rows.iter().map(|row| row.message_id)))
            .all(self.database.reader())
            .await?
            .into_iter()
            .map(|message| (message.id, message))
            .collect();
        // One row that makes no sense must not hold up those it was claimed with.
        let damaged = |error: &StoreError| tracing::error!(%error, "a mail cannot be sent");
        Ok(rows.into_iter().filter_map(|row| claimed(row, &messages).inspect_err(damaged).ok()).collect())
    }

    /// Writes what became of a try. Nothing, if the claim had run out and another copy has tried since.
    pub async fn settle(
        &self,
        id: DeliveryId,
        attempts_before: i32,
        outcome: Outcome,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let (state, attempts) = (outcome.leads_to(), attempts_before + 1);
        let (due_at, ended_at) = match state {
            State::Waiting => (Some(now + outbox::wait(attempts)), None),
            State::Sent | State::Refused => (None, Some(now)),
        };
        entity::delivery::Entity::update_many()
            .col_expr(Column::State, Expr::value(name(&STATES, &state)))
            .col_expr(Column::DueAt, Expr::value(due_at))
            .col_expr(Column::EndedAt, Expr::value(ended_at))
            .col_expr(Column::Attempts, Expr::value(attempts))
            .col_expr(Column::LastAttemptAt, Expr::value(Some(now)))
            .col_expr(Column::LastStatus, Expr::value(outcome.status().and_then(|s| i16::try_from(s).ok())))
            .filter(Column::Id.eq(id.as_uuid()))
            .filter(Column::Attempts.eq(attempts_before))
            .filter(Column::DueAt.is_not_null())
            .exec(self.database.reader())
            .await?;
        Ok(())
    }

    /// Removes the addresses of deliveries that ended before `then`. Returns how many.
    pub async fn remove_addresses(&self, then: Timestamp) -> Result<u64, StoreError> {
        let removed = entity::delivery::Entity::update_many()
            .col_expr(Column::SealedAddress, Expr::value(None::<Vec<u8>>))
            .col_expr(Column::KeyId, Expr::value(None::<String>))
            .filter(Column::SealedAddress.is_not_null())
            .filter(Column::EndedAt.lt(then))
            .exec(self.database.reader())
            .await?;
        Ok(removed.rows_affected)
    }

    /// Forgets the answers given before `then`: nobody repeats a request so late.
    pub async fn forget_answers(&self, then: Timestamp) -> Result<u64, StoreError> {
        Ok(outbox::once::forget_before(self.database.reader(), then).await?)
    }
}

fn claimed(
    row: entity::delivery::Model,
    messages: &HashMap<Uuid, entity::message::Model>,
) -> Result<Claimed, StoreError> {
    let damaged = |column| Damaged { table: "delivery", column, row: row.id };
    let message = messages.get(&row.message_id).ok_or_else(|| damaged("message_id"))?;
    let address = row.key_id.clone().zip(row.sealed_address.clone());
    let (key_id, sealed) = address.ok_or_else(|| damaged("sealed_address"))?;
    Ok(Claimed {
        id: row.id.into(),
        attempts: row.attempts,
        address: SealedAddress { key_id, sealed },
        language: row.language,
        notice: notice(message)?,
    })
}

fn notice(row: &entity::message::Model) -> Result<Notice, StoreError> {
    let damaged = |column| Damaged { table: "message", column, row: row.id };
    Ok(Notice {
        occasion: named(&OCCASIONS, &row.occasion, "message", "occasion", row.id)?,
        case_number: row.case_number.parse().map_err(|_| damaged("case_number"))?,
        due_on: row.due_on,
        place: named(&PLACES, &row.place, "message", "place", row.id)?,
    })
}
