//! A service asks that somebody be told.

use kernel::{Timestamp, calendar};
use outbox::once::Known;
use proto::Service;
use vault::Token;

use crate::{
    App,
    actions::{Failed, address},
    domain::{DeliveryId, MessageId, NewMessage, Told, recipients},
    store::{NewDelivery, NewMessageRow, Tx},
};

/// A request that may come twice.
#[derive(Debug, Clone)]
pub struct Repeat {
    key: Token,
    request: Token,
}

impl Repeat {
    /// `key` is the caller's choice, `request` everything it asks for.
    pub fn new(from: Service, key: &str, request: &[u8]) -> Self {
        let from = from.name().as_bytes();
        Self { key: Token::chosen(&[from, key.as_bytes()]), request: Token::chosen(&[from, request]) }
    }
}

/// Finds out who is to be told today and leaves a mail for each. The same request again gets the same answer.
#[tracing::instrument(skip_all, fields(%from, message.id), err)]
pub async fn take_in(
    app: &App,
    from: Service,
    repeat: Repeat,
    NewMessage { recipient, notice }: NewMessage,
) -> Result<MessageId, Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    match tx.answered(&repeat.key, &repeat.request).await? {
        Known::Nothing => {}
        Known::AnotherRequest => return Err(Failed::KeyReused),
        Known::Answered(answer) => return Ok(message_id(&answer)),
    }
    let register = app.inside.ground.directory.now();
    if register.organisation().people.is_empty() {
        return Err(Failed::NoRegisterYet);
    }
    let found = recipients(recipient, &register, calendar::swedish_day(now));

    let id = MessageId::new();
    tracing::Span::current().record("message.id", tracing::field::display(id));
    tx.insert_message(NewMessageRow { id, notice: &notice, from, at: now, untold: found.untold }).await?;
    for told in found.told {
        leave_mail(app, &tx, id, told, now).await?;
    }
    tx.keep_answer(&repeat.key, &repeat.request, id.as_uuid().as_bytes(), now).await?;
    tx.commit().await?;
    if let Some(untold) = found.untold {
        tracing::warn!(message.id = %id, why = ?untold, "somebody was to be told and is not: see the overview");
    }
    app.something_new.notify_one();
    Ok(id)
}

async fn leave_mail(app: &App, tx: &Tx, message: MessageId, told: Told, at: Timestamp) -> Result<(), Failed> {
    let id = DeliveryId::new();
    let delivery = NewDelivery {
        id,
        colleague: told.colleague,
        address: address::seal(&app.inside.ring, id, &told.address),
        language: app.language(&told.language).to_string(),
    };
    Ok(tx.insert_delivery(message, delivery, at).await?)
}

fn message_id(answer: &[u8]) -> MessageId {
    kernel::Uuid::from_slice(answer).expect("it was kept as an id").into()
}
