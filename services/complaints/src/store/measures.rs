//! Measures, sealed under the whole case key.

use kernel::Uuid;
use sea_orm::{QueryOrder, Set, entity::prelude::*, sea_query::Expr};
use vault::{CaseKey, Cell};

use crate::{
    domain::{ComplaintId, Done, Effect, Measure, MeasureId},
    store::{StoreError, Tx, entity::measure},
};

const fn cell(column: &'static str, row: Uuid) -> Cell {
    Cell { table: "measure", column, row, version: 1 }
}

impl Tx {
    pub async fn add_measure(
        &self,
        id: ComplaintId,
        measure: &Measure,
        key: &CaseKey,
    ) -> Result<(), StoreError> {
        let row = measure::ActiveModel {
            id: Set(measure.id.as_uuid()),
            complaint_id: Set(id.as_uuid()),
            sealed_text: Set(key.seal(cell("sealed_text", measure.id.as_uuid()), measure.text.as_bytes())),
            owner_id: Set(measure.owner.as_uuid()),
            due_on: Set(measure.due_on),
            check_on: Set(measure.check_on),
            planned_at: Set(measure.planned.at),
            planned_by: Set(measure.planned.by.as_uuid()),
            sealed_effect: Set(None),
            checked_at: Set(None),
            checked_by: Set(None),
        };
        measure::Entity::insert(row).exec_without_returning(&self.0).await?;
        Ok(())
    }

    /// Writes what came of a measure, once. Stale when somebody has, or when it is not of this complaint.
    pub async fn add_effect(
        &self,
        id: ComplaintId,
        measure: MeasureId,
        effect: &Effect,
        key: &CaseKey,
    ) -> Result<(), StoreError> {
        let sealed = key.seal(cell("sealed_effect", measure.as_uuid()), effect.text.as_bytes());
        let done = measure::Entity::update_many()
            .col_expr(measure::Column::SealedEffect, Expr::value(sealed))
            .col_expr(measure::Column::CheckedAt, Expr::value(effect.done.at))
            .col_expr(measure::Column::CheckedBy, Expr::value(effect.done.by.as_uuid()))
            .filter(measure::Column::Id.eq(measure.as_uuid()))
            .filter(measure::Column::ComplaintId.eq(id.as_uuid()))
            .filter(measure::Column::CheckedAt.is_null())
            .exec(&self.0)
            .await?;
        if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// In the order they were planned.
    pub async fn measures(&self, id: ComplaintId, key: &CaseKey) -> Result<Vec<Measure>, StoreError> {
        let rows = measure::Entity::find()
            .filter(measure::Column::ComplaintId.eq(id.as_uuid()))
            .order_by_asc(measure::Column::Id)
            .all(&self.0)
            .await?;
        rows.iter().map(|row| open(row, key)).collect()
    }
}

pub(super) fn open(row: &measure::Model, key: &CaseKey) -> Result<Measure, StoreError> {
    let text = |column, sealed: &[u8]| key.open_text(cell(column, row.id), sealed);
    let effect = row.sealed_effect.as_deref().map(|sealed| text("sealed_effect", sealed)).transpose()?;
    let checked = row.checked_at.zip(row.checked_by).map(|(at, by)| Done { at, by: by.into() });
    Ok(Measure {
        id: row.id.into(),
        text: text("sealed_text", &row.sealed_text)?,
        owner: row.owner_id.into(),
        due_on: row.due_on,
        check_on: row.check_on,
        planned: Done { at: row.planned_at, by: row.planned_by.into() },
        effect: effect.zip(checked).map(|(text, done)| Effect { text, done }),
    })
}
