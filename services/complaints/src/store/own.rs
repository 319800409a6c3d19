//! Complaints as their logged-in senders find them.

use db::Script;
use kernel::PersonId;
use organisation::Colleague;
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};

use crate::{
    domain::{Complaint, ComplaintId, Own, may_follow},
    store::{
        Store, StoreError, Tx,
        entity::{complaint, own_matter},
    },
};

pub const MIGRATION: Script =
    Script { name: "own_1", up: include_str!("own_1.sql"), append_only: &[], tables: &["own_matter"] };

/// More than anybody sends.
const MOST: u64 = 200;

impl Store {
    /// What the person sent and may follow, newest first.
    pub async fn own_complaints(&self, person: &Colleague) -> Result<Vec<Complaint>, StoreError> {
        let rows = own_matter::Entity::find()
            .filter(own_matter::Column::PersonId.eq(person.id.as_uuid()))
            .order_by_desc(own_matter::Column::ComplaintId)
            .limit(MOST)
            .find_also_related(complaint::Entity)
            .all(self.database.reader())
            .await?;
        let seen = rows.into_iter().map(|(own, row)| as_followed(person, &own, row));
        seen.filter_map(Result::transpose).collect()
    }
}

impl Tx {
    pub async fn add_own(&self, id: ComplaintId, person: PersonId, own: Own) -> Result<(), StoreError> {
        let row = own_matter::ActiveModel {
            complaint_id: Set(id.as_uuid()),
            person_id: Set(person.as_uuid()),
            youth_id: Set(own.youth().map(PersonId::as_uuid)),
        };
        own_matter::Entity::insert(row).exec_without_returning(&self.0).await?;
        Ok(())
    }

    /// A complaint of the person's own. None when it is not there or not theirs, which look alike.
    pub async fn own_complaint(
        &self,
        id: ComplaintId,
        person: &Colleague,
    ) -> Result<Option<Complaint>, StoreError> {
        let found = own_matter::Entity::find_by_id(id.as_uuid())
            .filter(own_matter::Column::PersonId.eq(person.id.as_uuid()))
            .find_also_related(complaint::Entity)
            .one(&self.0)
            .await?;
        found.map_or(Ok(None), |(own, row)| as_followed(person, &own, row))
    }
}

fn as_followed(
    person: &Colleague,
    own: &own_matter::Model,
    row: Option<complaint::Model>,
) -> Result<Option<Complaint>, StoreError> {
    let Some(row) = row else { return Ok(None) };
    let sent_as = Own::of(own.youth_id.map(PersonId::from));
    may_follow(person, sent_as).then(|| row.try_into()).transpose()
}
