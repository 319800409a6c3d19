//! What sender and staff say to each other, and how the sender can be reached: sealed under the sender's half of the case key.

use kernel::{EmailAddress, PersonId, text::FreeText};
use sea_orm::{QueryOrder, Set, entity::prelude::*};
use serde::{Deserialize, Serialize};
use vault::{CaseKey, Cell};

use crate::{
    domain::{ComplaintId, Contact, Direction, Message},
    store::{
        StoreError, Tx,
        entity::{contact, message},
        rows::word,
    },
};

const fn cell(column: &'static str, row: Uuid) -> Cell {
    Cell { table: "message", column, row, version: 1 }
}

impl Tx {
    /// `author` is who wrote for the unit; None for the sender.
    pub async fn add_message(
        &self,
        id: ComplaintId,
        message: &Message,
        author: Option<PersonId>,
        senders_half: &CaseKey,
    ) -> Result<(), StoreError> {
        let seal =
            |column, text: &str| senders_half.seal(cell(column, message.id.as_uuid()), text.as_bytes());
        let row = message::ActiveModel {
            id: Set(message.id.as_uuid()),
            complaint_id: Set(id.as_uuid()),
            direction: Set(message.from.to_string()),
            kind: Set(message.kind.to_string()),
            author_id: Set(author.map(PersonId::as_uuid)),
            sealed_author: Set(message.author.as_deref().map(|author| seal("sealed_author", author))),
            sealed_text: Set(seal("sealed_text", &message.text)),
            written_at: Set(message.written_at),
        };
        message::Entity::insert(row).exec_without_returning(&self.0).await?;
        Ok(())
    }

    /// Oldest first.
    pub async fn messages(
        &self,
        id: ComplaintId,
        senders_half: &CaseKey,
    ) -> Result<Vec<Message>, StoreError> {
        let rows = message::Entity::find()
            .filter(message::Column::ComplaintId.eq(id.as_uuid()))
            .order_by_asc(message::Column::Id)
            .all(&self.0)
            .await?;
        rows.iter().map(|row| open(row, senders_half)).collect()
    }

    pub async fn add_contact(
        &self,
        id: ComplaintId,
        contact: &Contact,
        senders_half: &CaseKey,
    ) -> Result<(), StoreError> {
        let plain = serde_json::to_vec(&Sealed::from(contact)).expect("strings and a bool are JSON");
        let row = contact::ActiveModel {
            complaint_id: Set(id.as_uuid()),
            sealed: Set(senders_half.seal(contact_cell(id), &plain)),
        };
        contact::Entity::insert(row).exec_without_returning(&self.0).await?;
        Ok(())
    }

    /// Whether anybody at work has written to the sender.
    pub async fn has_been_written_to(&self, id: ComplaintId) -> Result<bool, StoreError> {
        let ours = message::Entity::find()
            .filter(message::Column::ComplaintId.eq(id.as_uuid()))
            .filter(message::Column::Direction.eq(Direction::Staff.word()));
        Ok(ours.one(&self.0).await?.is_some())
    }

    /// How the sender can be reached. Empty when nothing was given.
    pub async fn contact(&self, id: ComplaintId, senders_half: &CaseKey) -> Result<Contact, StoreError> {
        let found = contact::Entity::find_by_id(id.as_uuid()).one(&self.0).await?;
        found.map_or_else(|| Ok(Contact::default()), |row| open_contact(&row, senders_half))
    }
}

pub(super) fn open(row: &message::Model, senders_half: &CaseKey) -> Result<Message, StoreError> {
    let text = |column, sealed: &[u8]| senders_half.open_text(cell(column, row.id), sealed);
    Ok(Message {
        id: row.id.into(),
        from: word(row.id, "direction", &row.direction)?,
        kind: word(row.id, "kind", &row.kind)?,
        author: row.sealed_author.as_deref().map(|sealed| text("sealed_author", sealed)).transpose()?,
        text: text("sealed_text", &row.sealed_text)?,
        written_at: row.written_at,
    })
}

pub(super) fn open_contact(row: &contact::Model, senders_half: &CaseKey) -> Result<Contact, StoreError> {
    let id = row.complaint_id;
    let opened = senders_half.open(contact_cell(id.into()), &row.sealed)?;
    let damaged = |_| StoreError::Damaged { table: "contact", column: "sealed", row: id };
    serde_json::from_slice::<Sealed>(&opened).map(Contact::from).map_err(damaged)
}

const fn contact_cell(id: ComplaintId) -> Cell {
    Cell { table: "contact", column: "sealed", row: id.as_uuid(), version: 1 }
}

/// What is sealed, as JSON.
#[derive(Serialize, Deserialize)]
struct Sealed {
    name: Option<String>,
    youth: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    reach: Option<String>,
    interpreter: Option<String>,
    easy_read: bool,
}

impl From<&Contact> for Sealed {
    fn from(contact: &Contact) -> Self {
        let line = |line: &Option<FreeText>| line.as_ref().map(|line| line.as_str().to_owned());
        Self {
            name: line(&contact.name),
            youth: line(&contact.youth),
            email: contact.email.as_ref().map(|email| email.as_str().to_owned()),
            phone: line(&contact.phone),
            reach: line(&contact.reach),
            interpreter: line(&contact.interpreter),
            easy_read: contact.easy_read,
        }
    }
}

impl From<Sealed> for Contact {
    /// What was kept was parsed before: a limit that is lower today hides nothing.
    fn from(sealed: Sealed) -> Self {
        let line = |line: Option<String>| {
            line.and_then(|line| FreeText::parse_line(&line, usize::MAX).ok()).flatten()
        };
        Self {
            name: line(sealed.name),
            youth: line(sealed.youth),
            email: sealed.email.and_then(|email| email.parse::<EmailAddress>().ok()),
            phone: line(sealed.phone),
            reach: line(sealed.reach),
            interpreter: line(sealed.interpreter),
            easy_read: sealed.easy_read,
        }
    }
}
