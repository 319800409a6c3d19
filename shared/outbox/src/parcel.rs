//! A parcel to another service.

use kernel::{Timestamp, Uuid};
use proto::{
    Service,
    event::{CloudEvent, Fact},
    handover::HandOver,
    message::NewMessage,
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait};

use crate::entity;

/// A request that another service must get. Its id goes along as `Idempotency-Key`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel {
    pub id: Uuid,
    pub to: Service,
    pub path: String,
    /// JSON.
    pub body: String,
}

impl Parcel {
    /// Somebody is to be told that something waits.
    pub fn message(message: &NewMessage) -> Self {
        Self::new(Uuid::now_v7(), Service::Notifications, "/api/v1/messages", message)
    }

    /// A de-identified fact for the quality work.
    pub fn fact(from: Service, subject: Uuid, at: Timestamp, fact: Fact) -> Self {
        let id = Uuid::now_v7();
        Self::new(id, Service::Quality, "/api/v1/events", &CloudEvent::new(id, from, subject, at, fact))
    }

    /// A suspected misconduct for lex Sarah.
    pub fn hand_over(hand_over: &HandOver) -> Self {
        Self::new(Uuid::now_v7(), Service::LexSarah, "/api/v1/handovers", hand_over)
    }

    fn new(id: Uuid, to: Service, path: &str, body: &impl serde::Serialize) -> Self {
        let body = serde_json::to_string(body).expect("wire types are JSON");
        Self { id, to, path: path.to_owned(), body }
    }
}

/// Leaves a parcel to be carried once the transaction has committed, and not if it does not.
pub async fn put(tx: &impl ConnectionTrait, at: Timestamp, parcel: Parcel) -> Result<(), DbErr> {
    let row = entity::ActiveModel {
        id: Set(parcel.id),
        recipient: Set(parcel.to.name().to_owned()),
        path: Set(parcel.path),
        body: Set(parcel.body),
        created_at: Set(at),
        due_at: Set(Some(at)),
        attempts: Set(0),
        delivered_at: Set(None),
        refused_at: Set(None),
        last_status: Set(None),
    };
    entity::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}
