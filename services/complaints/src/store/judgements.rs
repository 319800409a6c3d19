//! What a complaint was judged to be before it was judged anew (I.2 C4).

use sea_orm::{QueryOrder, Set, entity::prelude::*};

use crate::{
    domain::{ComplaintId, Done, EntryId, Severity, Triage},
    store::{
        StoreError, Tx,
        entity::earlier_judgement,
        rows::{besides, read_besides, word},
    },
};

impl Tx {
    /// `reason` is the entry that says why it was judged anew.
    pub async fn keep_judgement(
        &self,
        id: ComplaintId,
        (triage, done): (Triage, Done),
        reason: EntryId,
    ) -> Result<(), StoreError> {
        let row = earlier_judgement::ActiveModel {
            id: Set(reason.as_uuid()),
            complaint_id: Set(id.as_uuid()),
            triaged_at: Set(done.at),
            triaged_by: Set(done.by.as_uuid()),
            category: Set(triage.category.to_string()),
            besides: Set(besides(triage.besides)),
            severity: Set(triage.severity.number()),
            misconduct_suspected: Set(triage.misconduct_suspected),
            child_at_risk: Set(triage.child_at_risk),
            data_breach: Set(triage.data_breach),
            concerns: Set(triage.concerns.to_string()),
            other_authority: Set(triage.other_authority),
            threat: Set(triage.threat),
        };
        earlier_judgement::Entity::insert(row).exec_without_returning(&self.0).await?;
        Ok(())
    }

    /// Oldest first.
    pub async fn judged_before(&self, id: ComplaintId) -> Result<Vec<(Triage, Done)>, StoreError> {
        let rows = earlier_judgement::Entity::find()
            .filter(earlier_judgement::Column::ComplaintId.eq(id.as_uuid()))
            .order_by_asc(earlier_judgement::Column::Id)
            .all(&self.0)
            .await?;
        rows.iter().map(judgement).collect()
    }
}

fn judgement(row: &earlier_judgement::Model) -> Result<(Triage, Done), StoreError> {
    let id = row.complaint_id;
    let damaged = || StoreError::Damaged { table: "earlier_judgement", column: "severity", row: id };
    let category = word(id, "category", &row.category)?;
    let triage = Triage {
        category,
        besides: read_besides(id, category, &row.besides)?,
        severity: Severity::from_number(row.severity).ok_or_else(damaged)?,
        misconduct_suspected: row.misconduct_suspected,
        child_at_risk: row.child_at_risk,
        data_breach: row.data_breach,
        concerns: word(id, "concerns", &row.concerns)?,
        other_authority: row.other_authority,
        threat: row.threat,
    };
    Ok((triage, Done { at: row.triaged_at, by: row.triaged_by.into() }))
}
