//! The filters that people keep of their lists.

use db::Script;
use kernel::{PersonId, Timestamp};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};

use crate::{
    domain::Filter,
    store::{
        Store, StoreError, Tx,
        entity::{saved_filter, shared_filter},
    },
};

pub const MIGRATION: Script = Script {
    name: "saved_filters_1",
    up: include_str!("saved_filters_1.sql"),
    append_only: &[],
    tables: &["saved_filter"],
};

pub const SHARED: Script = Script {
    name: "saved_filters_2",
    up: include_str!("saved_filters_2.sql"),
    append_only: &[],
    tables: &["shared_filter"],
};

/// More than anybody looks through. Those saved later are kept and not shown until another is dropped.
const MOST: u64 = 20;

impl Store {
    /// Oldest first.
    pub async fn saved_filters(&self, person: PersonId) -> Result<Vec<Filter>, StoreError> {
        let kept = saved_filter::Entity::find()
            .select_only()
            .column(saved_filter::Column::Filter)
            .filter(saved_filter::Column::PersonId.eq(person.as_uuid()))
            .order_by_asc(saved_filter::Column::SavedAt)
            .limit(MOST)
            .into_tuple::<String>()
            .all(self.database.reader())
            .await?;
        Ok(kept.iter().filter_map(|filter| filter.parse().ok()).collect())
    }

    /// Those that any of `people` shares, and who it is; oldest first.
    pub async fn shared_filters(&self, people: &[PersonId]) -> Result<Vec<(PersonId, Filter)>, StoreError> {
        let shared = shared_filter::Entity::find()
            .filter(shared_filter::Column::PersonId.is_in(people.iter().map(|person| person.as_uuid())))
            .order_by_asc(shared_filter::Column::SharedAt)
            .limit(MOST)
            .all(self.database.reader())
            .await?;
        let known = |row: shared_filter::Model| Some((row.person_id.into(), row.filter.parse().ok()?));
        Ok(shared.into_iter().filter_map(known).collect())
    }
}

impl Tx {
    /// The same filter is kept once.
    pub async fn save_filter(
        &self,
        person: PersonId,
        filter: Filter,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let row = saved_filter::ActiveModel {
            person_id: Set(person.as_uuid()),
            filter: Set(filter.to_string()),
            saved_at: Set(at),
        };
        saved_filter::Entity::insert(row)
            .on_conflict_do_nothing_on([saved_filter::Column::PersonId, saved_filter::Column::Filter])
            .exec_without_returning(&self.0)
            .await?;
        Ok(())
    }

    pub async fn forget_filter(&self, person: PersonId, filter: Filter) -> Result<(), StoreError> {
        saved_filter::Entity::delete_by_id((person.as_uuid(), filter.to_string())).exec(&self.0).await?;
        Ok(())
    }

    /// The same filter is shared once.
    pub async fn share_filter(
        &self,
        person: PersonId,
        filter: Filter,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let row = shared_filter::ActiveModel {
            person_id: Set(person.as_uuid()),
            filter: Set(filter.to_string()),
            shared_at: Set(at),
        };
        shared_filter::Entity::insert(row)
            .on_conflict_do_nothing_on([shared_filter::Column::PersonId, shared_filter::Column::Filter])
            .exec_without_returning(&self.0)
            .await?;
        Ok(())
    }

    pub async fn unshare_filter(&self, person: PersonId, filter: Filter) -> Result<(), StoreError> {
        shared_filter::Entity::delete_by_id((person.as_uuid(), filter.to_string())).exec(&self.0).await?;
        Ok(())
    }
}
