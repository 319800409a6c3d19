//! All that was written in several matters at once, as it is kept.

use std::collections::BTreeMap;

use sea_orm::{QueryOrder, entity::prelude::*};
use vault::{CannotOpen, CaseKey, WrappedKey};

use crate::{
    domain::{
        ComplaintId, MessageKind,
        search::{Passage, Where},
    },
    store::{
        Store, StoreError, duties,
        entity::{
            attachment, case_key, contact, duty_fulfilled, journal_entry, measure, message, working_note,
        },
        files::{self, Claimed},
        journal, measures, messages, working_notes,
    },
};

/// What was written in one matter, with its key as wrapped for the service.
pub struct Sealed {
    id: ComplaintId,
    key: WrappedKey,
    messages: Vec<message::Model>,
    journal: Vec<journal_entry::Model>,
    working: Vec<working_note::Model>,
    measures: Vec<measure::Model>,
    duties: Vec<duty_fulfilled::Model>,
    contact: Option<contact::Model>,
    files: Vec<Claimed>,
}

impl Store {
    /// Of each that has a key: one that was disposed of has none.
    pub async fn sealed(&self, ids: &[ComplaintId]) -> Result<Vec<Sealed>, StoreError> {
        let ids: Vec<Uuid> = ids.iter().map(|id| id.as_uuid()).collect();
        let reader = self.database.reader();
        let keys = case_key::Entity::find()
            .filter(case_key::Column::ComplaintId.is_in(ids.clone()))
            .filter(case_key::Column::Holder.eq("service"));
        let keys = keys.all(reader).await?.into_iter().map(|row| (row.complaint_id, Sealed::under(row)));
        let mut found: BTreeMap<Uuid, Sealed> = keys.collect();

        let rows = message::Entity::find().filter(message::Column::ComplaintId.is_in(ids.clone()));
        for row in rows.order_by_asc(message::Column::Id).all(reader).await? {
            put(&mut found, row.complaint_id, |case| case.messages.push(row));
        }
        let rows =
            journal_entry::Entity::find().filter(journal_entry::Column::ComplaintId.is_in(ids.clone()));
        for row in rows.order_by_asc(journal_entry::Column::Id).all(reader).await? {
            put(&mut found, row.complaint_id, |case| case.journal.push(row));
        }
        let rows = working_note::Entity::find().filter(working_note::Column::ComplaintId.is_in(ids.clone()));
        for row in rows.order_by_asc(working_note::Column::Id).all(reader).await? {
            put(&mut found, row.complaint_id, |case| case.working.push(row));
        }
        let rows = measure::Entity::find().filter(measure::Column::ComplaintId.is_in(ids.clone()));
        for row in rows.order_by_asc(measure::Column::Id).all(reader).await? {
            put(&mut found, row.complaint_id, |case| case.measures.push(row));
        }
        let rows =
            duty_fulfilled::Entity::find().filter(duty_fulfilled::Column::ComplaintId.is_in(ids.clone()));
        for row in rows.all(reader).await? {
            put(&mut found, row.complaint_id, |case| case.duties.push(row));
        }
        let rows = contact::Entity::find().filter(contact::Column::ComplaintId.is_in(ids.clone()));
        for row in rows.all(reader).await? {
            put(&mut found, row.complaint_id, |case| case.contact = Some(row));
        }
        let rows = attachment::Entity::find().filter(attachment::Column::ComplaintId.is_in(ids));
        for row in rows.order_by_asc(attachment::Column::Id).all(reader).await? {
            let Some(id) = row.complaint_id else { continue };
            put(&mut found, id, |case| case.files.push(files::for_service(row)));
        }
        Ok(found.into_values().collect())
    }
}

fn put(found: &mut BTreeMap<Uuid, Sealed>, id: Uuid, row: impl FnOnce(&mut Sealed)) {
    if let Some(case) = found.get_mut(&id) {
        row(case);
    }
}

impl Sealed {
    fn under(row: case_key::Model) -> Self {
        Self {
            id: row.complaint_id.into(),
            key: WrappedKey { key_id: row.key_id, sealed: row.sealed },
            messages: Vec::new(),
            journal: Vec::new(),
            working: Vec::new(),
            measures: Vec::new(),
            duties: Vec::new(),
            contact: None,
            files: Vec::new(),
        }
    }

    pub const fn id(&self) -> ComplaintId {
        self.id
    }

    /// Every text of it. `unwrap` opens a key of the service's, by what it is the key of.
    pub fn passages(
        &self,
        unwrap: impl Fn(Uuid, &WrappedKey) -> Result<CaseKey, CannotOpen>,
    ) -> Result<Vec<Passage>, StoreError> {
        let key = unwrap(self.id.as_uuid(), &self.key)?;
        let half = key.senders_half();
        let mut passages = Vec::new();
        let mut add = |place, text| passages.push(Passage { place, text });
        for row in &self.messages {
            let message = messages::open(row, &half)?;
            add(place(message.kind), message.text);
        }
        for row in &self.journal {
            add(Where::Journal, journal::open(row, &key)?.text);
        }
        for row in &self.working {
            add(Where::Journal, working_notes::open(row, &key)?.text);
        }
        for row in &self.measures {
            let measure = measures::open(row, &key)?;
            let effect = measure.effect.map(|effect| effect.text);
            [Some(measure.text), effect].into_iter().flatten().for_each(|text| add(Where::Measure, text));
        }
        for row in &self.duties {
            add(Where::Duty, duties::open(row, &key)?.note);
        }
        if let Some(row) = &self.contact {
            let contact = messages::open_contact(row, &half)?;
            contact.lines().for_each(|line| add(Where::Contact, line.to_owned()));
        }
        for file in &self.files {
            add(Where::File, file.entry(&unwrap(file.id().as_uuid(), &file.key)?)?.name);
        }
        Ok(passages)
    }
}

const fn place(kind: MessageKind) -> Where {
    match kind {
        MessageKind::Original => Where::Original,
        MessageKind::Message => Where::Message,
        MessageKind::Answer => Where::Answer,
    }
}
