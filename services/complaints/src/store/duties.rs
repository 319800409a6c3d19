//! Duties that triage found and somebody fulfilled; what they wrote of it is sealed under the whole case key.

use kernel::Uuid;
use sea_orm::{QueryOrder, QuerySelect, Set, entity::prelude::*};
use vault::{CaseKey, Cell};

use crate::{
    domain::{ComplaintId, Done, Duty, Fulfilment},
    store::{StoreError, Tx, entity::duty_fulfilled, rows::word},
};

/// A complaint has each duty once, so the column and the duty name the place.
const fn cell(duty: Duty, id: Uuid) -> Cell {
    Cell { table: "duty_fulfilled", column: duty.word(), row: id, version: 1 }
}

impl Tx {
    pub async fn add_fulfilment(
        &self,
        id: ComplaintId,
        fulfilment: &Fulfilment,
        key: &CaseKey,
    ) -> Result<(), StoreError> {
        let row = duty_fulfilled::ActiveModel {
            complaint_id: Set(id.as_uuid()),
            duty: Set(fulfilment.duty.to_string()),
            outcome: Set(fulfilment.outcome.to_string()),
            sealed_note: Set(key.seal(cell(fulfilment.duty, id.as_uuid()), fulfilment.note.as_bytes())),
            done_at: Set(fulfilment.done.at),
            done_by: Set(fulfilment.done.by.as_uuid()),
        };
        duty_fulfilled::Entity::insert(row).exec_without_returning(&self.0).await?;
        Ok(())
    }

    /// Oldest first.
    pub async fn fulfilments(&self, id: ComplaintId, key: &CaseKey) -> Result<Vec<Fulfilment>, StoreError> {
        let rows = duty_fulfilled::Entity::find()
            .filter(duty_fulfilled::Column::ComplaintId.eq(id.as_uuid()))
            .order_by_asc(duty_fulfilled::Column::DoneAt)
            .all(&self.0)
            .await?;
        rows.iter().map(|row| open(row, key)).collect()
    }

    /// Which are fulfilled, without opening what was written of them.
    pub async fn fulfilled(&self, id: ComplaintId) -> Result<Vec<Duty>, StoreError> {
        let words = duty_fulfilled::Entity::find()
            .select_only()
            .column(duty_fulfilled::Column::Duty)
            .filter(duty_fulfilled::Column::ComplaintId.eq(id.as_uuid()))
            .into_tuple::<String>()
            .all(&self.0)
            .await?;
        words.iter().map(|duty| word(id.as_uuid(), "duty", duty)).collect()
    }
}

pub(super) fn open(row: &duty_fulfilled::Model, key: &CaseKey) -> Result<Fulfilment, StoreError> {
    let duty = word(row.complaint_id, "duty", &row.duty)?;
    Ok(Fulfilment {
        duty,
        outcome: word(row.complaint_id, "outcome", &row.outcome)?,
        note: key.open_text(cell(duty, row.complaint_id), &row.sealed_note)?,
        done: Done { at: row.done_at, by: row.done_by.into() },
    })
}
