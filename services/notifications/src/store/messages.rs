//! Messages: written when they are asked for, read by who asked.

use kernel::Timestamp;
use outbox::once::{self, Known, NotKept};
use proto::Service;
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};
use vault::Token;

use crate::{
    domain::{DeliveryId, MessageId, Notice, Occasion, State, Untold},
    store::{
        Store, StoreError, Tx, entity,
        names::{OCCASIONS, PLACES, STATES, UNTOLD, name, named},
    },
};

/// A message as it is written.
#[derive(Debug)]
pub struct NewMessageRow<'a> {
    pub id: MessageId,
    pub notice: &'a Notice,
    pub from: Service,
    pub at: Timestamp,
    pub untold: Option<Untold>,
}

/// A message as it is read back.
#[derive(Debug, Clone)]
pub struct KeptMessage {
    pub id: MessageId,
    pub occasion: Occasion,
    pub case_number: String,
    pub received_at: Timestamp,
    pub deliveries: Vec<KeptDelivery>,
}

#[derive(Debug, Clone)]
pub struct KeptDelivery {
    pub id: DeliveryId,
    pub state: State,
    pub attempts: i32,
    pub last_attempt_at: Option<Timestamp>,
}

impl Tx {
    /// What was answered to this request before.
    pub async fn answered(&self, key: &Token, request: &Token) -> Result<Known, StoreError> {
        Ok(once::look(&self.0, Service::Notifications, key, request).await?)
    }

    /// Keeps the answer for when the request comes again.
    pub async fn keep_answer(
        &self,
        key: &Token,
        request: &Token,
        answer: &[u8],
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let kept = once::keep(&self.0, Service::Notifications, key, request, answer, at).await;
        kept.map_err(|error| match error {
            NotKept::UnderWay => StoreError::UnderWay,
            NotKept::Database(error) => error.into(),
        })
    }

    pub async fn insert_message(&self, message: NewMessageRow<'_>) -> Result<(), StoreError> {
        let NewMessageRow { id, notice, from, at, untold } = message;
        let Notice { occasion, case_number, due_on, place } = notice;
        let row = entity::message::ActiveModel {
            id: Set(id.as_uuid()),
            occasion: Set(name(&OCCASIONS, occasion).to_owned()),
            case_number: Set(case_number.to_string()),
            due_on: Set(*due_on),
            place: Set(name(&PLACES, place).to_owned()),
            received_from: Set(from.name().to_owned()),
            received_at: Set(at),
            untold: Set(untold.map(|untold| name(&UNTOLD, &untold).to_owned())),
            seen_to_at: Set(None),
            seen_to_by: Set(None),
        };
        entity::message::Entity::insert(row).exec_without_returning(&self.0).await?;
        Ok(())
    }
}

impl Store {
    /// A message that `from` asked for. Another service's is not there.
    pub async fn message_of(&self, from: Service, id: MessageId) -> Result<Option<KeptMessage>, StoreError> {
        let reader = self.database.reader();
        let found = entity::message::Entity::find_by_id(id.as_uuid())
            .filter(entity::message::Column::ReceivedFrom.eq(from.name()));
        let Some(row) = found.one(reader).await? else { return Ok(None) };
        let deliveries = entity::delivery::Entity::find()
            .filter(entity::delivery::Column::MessageId.eq(row.id))
            .order_by_asc(entity::delivery::Column::Id)
            .all(reader)
            .await?;
        Ok(Some(KeptMessage {
            id,
            occasion: named(&OCCASIONS, &row.occasion, "message", "occasion", row.id)?,
            case_number: row.case_number,
            received_at: row.received_at,
            deliveries: deliveries.iter().map(kept).collect::<Result<_, _>>()?,
        }))
    }
}

fn kept(row: &entity::delivery::Model) -> Result<KeptDelivery, StoreError> {
    Ok(KeptDelivery {
        id: row.id.into(),
        state: named(&STATES, &row.state, "delivery", "state", row.id)?,
        attempts: row.attempts,
        last_attempt_at: row.last_attempt_at,
    })
}
