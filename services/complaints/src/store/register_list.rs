//! The register as anyone may see it, and what waits for a registrar.

use kernel::{Timestamp, UnitId};
use sea_orm::{Condition, QueryOrder, QuerySelect, entity::prelude::*};

use crate::{
    domain::{Complaint, Registration, State},
    store::{Store, StoreError, entity::complaint},
};

/// An entry of the register. Nothing in it comes from what was written.
#[derive(Debug, Clone)]
pub struct DiaryEntry {
    pub registration: Registration,
    /// Shown only where many enough go (law C.5).
    pub unit: Option<UnitId>,
}

impl Store {
    /// What was registered from `from` until before `to`, oldest first.
    pub async fn diary(
        &self,
        from: Timestamp,
        to: Timestamp,
        limit: u64,
    ) -> Result<Vec<DiaryEntry>, StoreError> {
        let rows = complaint::Entity::find()
            .filter(complaint::Column::RegisteredAt.gte(from))
            .filter(complaint::Column::RegisteredAt.lt(to))
            .order_by_asc(complaint::Column::RegisteredAt)
            .order_by_asc(complaint::Column::Id)
            .limit(limit)
            .all(self.database.reader())
            .await?;
        let complaints = rows.into_iter().map(Complaint::try_from).collect::<Result<Vec<_>, _>>()?;
        let entry = |complaint: Complaint| {
            let unit = complaint.unit;
            complaint.registered.map(|registration| DiaryEntry { registration, unit })
        };
        Ok(complaints.into_iter().filter_map(entry).collect())
    }

    /// What only a registrar can lead on: it belongs to no unit, or was judged to be for another authority. Oldest first.
    pub async fn waits_for_registrar(&self, limit: u64) -> Result<Vec<Complaint>, StoreError> {
        let to_lead = Condition::all()
            .add(complaint::Column::State.eq(State::Registered.word()))
            .add(complaint::Column::UnitId.is_null());
        let to_redirect = Condition::all()
            .add(complaint::Column::State.eq(State::Triaged.word()))
            .add(complaint::Column::OtherAuthority.eq(true));
        let rows = complaint::Entity::find()
            .filter(complaint::Column::ClosedAt.is_null())
            .filter(Condition::any().add(to_lead).add(to_redirect))
            .order_by_asc(complaint::Column::DueOn)
            .order_by_asc(complaint::Column::Id)
            .limit(limit)
            .all(self.database.reader())
            .await?;
        rows.into_iter().map(Complaint::try_from).collect()
    }
}
