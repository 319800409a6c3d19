//! The register as anyone may see it, and what waits for a registrar.

use kernel::{Timestamp, UnitId};
use organisation::Colleague;
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

use crate::{
    domain::{Complaint, Registration, State},
    store::{
        Place, Reach, Store, StoreError,
        entity::complaint,
        grounds::{Ground, grounds, visible},
    },
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

    /// What waits for a registrar: it is not registered, belongs to no unit, or was judged to be for another authority. The nearest
    /// clock first.
    pub async fn waits_for_registrar(
        &self,
        person: &Colleague,
        limit: u64,
    ) -> Result<Vec<Complaint>, StoreError> {
        use complaint::Column::{ClosedAt, OtherAuthority, State as Stands, UnitId as Unit};
        let stands =
            |state: State| move |found: Select<complaint::Entity>| found.filter(Stands.eq(state.word()));
        let open = |found: Select<complaint::Entity>| found.filter(ClosedAt.is_null());
        let (new, entered, judged) =
            (stands(State::Received), stands(State::Registered), stands(State::Triaged));
        let mut waiting = self.for_registrar(person, limit, |found| open(new(found))).await?;
        let to_lead = |found: Select<complaint::Entity>| open(entered(found)).filter(Unit.is_null());
        waiting.extend(self.for_registrar(person, limit, to_lead).await?);
        let to_redirect =
            |found: Select<complaint::Entity>| open(judged(found)).filter(OtherAuthority.eq(true));
        waiting.extend(self.for_registrar(person, limit, to_redirect).await?);
        Ok(first(waiting, limit))
    }

    /// What this service has registered by itself and no registrar has looked through, the nearest clock first.
    pub async fn unchecked(&self, person: &Colleague, limit: u64) -> Result<Vec<Complaint>, StoreError> {
        use complaint::Column::{EntryCheckedAt, RegisteredAt, State as Stands};
        let unchecked = |found: Select<complaint::Entity>| {
            found
                .filter(RegisteredAt.is_not_null())
                .filter(EntryCheckedAt.is_null())
                .filter(Stands.ne(State::Disposed.word()))
        };
        Ok(first(self.for_registrar(person, limit, unchecked).await?, limit))
    }

    /// Of what a registrar may know of, in their own place and in that of whoever they stand in for.
    async fn for_registrar(
        &self,
        person: &Colleague,
        limit: u64,
        narrow: impl Fn(Select<complaint::Entity>) -> Select<complaint::Entity>,
    ) -> Result<Vec<Complaint>, StoreError> {
        let mut rows = Vec::new();
        for (hat, ground) in grounds(person, Reach::Known) {
            if ground == Ground::Everything {
                let found = narrow(visible(person, hat, ground))
                    .order_by_asc(complaint::Column::ClockOn)
                    .order_by_asc(complaint::Column::Id)
                    .limit(limit);
                rows.extend(found.all(self.database.reader()).await?);
            }
        }
        rows.into_iter().map(Complaint::try_from).collect()
    }
}

/// The nearest clocks of several lists, each matter once.
fn first(mut found: Vec<Complaint>, limit: u64) -> Vec<Complaint> {
    found.sort_unstable_by_key(Place::of);
    found.dedup_by_key(|complaint| complaint.id);
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    found
}
