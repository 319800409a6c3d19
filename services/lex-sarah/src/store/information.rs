//! The information duty (LSS 24 c §): versions of the routine, who was told of them, which units were reminded.

use chrono::NaiveDate;
use db::Script;
use kernel::{CaseNumber, PersonId, Timestamp, UnitId, Uuid};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, ExprTrait, QueryOrder, QuerySelect, entity::prelude::*,
    sea_query::OnConflict,
};

use super::{
    Store, StoreError, Tx,
    entity::{briefed, briefing, briefing_reminder, routine},
};
use crate::domain::{Informed, NewBriefing, Routine};

pub const MIGRATION: Script = Script {
    name: "lex_sarah_information_1",
    up: include_str!("information.sql"),
    append_only: &["routine", "briefing", "briefed"],
    tables: &["briefing_reminder", "briefed", "briefing", "routine"],
};

impl Store {
    /// Every version, the latest first.
    pub async fn routines(&self) -> Result<Vec<Routine>, StoreError> {
        all_routines(self.database.reader()).await
    }

    /// For each of those who have been informed anywhere, the last time.
    pub async fn informed(&self, people: &[PersonId]) -> Result<Vec<Informed>, StoreError> {
        let ids = people.iter().map(|id| id.as_uuid());
        let rows = briefed::Entity::find()
            .select_only()
            .column(briefed::Column::PersonId)
            .column(briefing::Column::HeldOn)
            .column(briefing::Column::Version)
            .join(sea_orm::JoinType::InnerJoin, briefed_in())
            .filter(briefed::Column::PersonId.is_in(ids))
            .order_by_desc(briefing::Column::HeldOn)
            .order_by_desc(briefing::Column::Id)
            .into_tuple::<(Uuid, NaiveDate, String)>()
            .all(self.database.reader())
            .await?;
        let mut latest: Vec<Informed> = Vec::new();
        for (person, on, version) in rows {
            let person = person.into();
            if !latest.iter().any(|known| known.person == person) {
                latest.push(Informed { person, on, version });
            }
        }
        Ok(latest)
    }

    /// When the unit was last reminded, and under which number.
    pub async fn briefing_reminder(&self, unit: UnitId) -> Result<Option<(NaiveDate, String)>, StoreError> {
        let row = briefing_reminder::Entity::find_by_id(unit.as_uuid()).one(self.database.reader()).await?;
        Ok(row.map(|row| (row.told_on, row.number)))
    }
}

impl Tx {
    pub async fn routines(&self) -> Result<Vec<Routine>, StoreError> {
        all_routines(&self.connection).await
    }

    pub async fn add_routine(&self, new: &Routine, by: PersonId, at: Timestamp) -> Result<(), StoreError> {
        let row = routine::ActiveModel {
            version: Set(new.version.clone()),
            link: Set(new.link.clone()),
            words: Set(new.words.clone()),
            valid_from: Set(new.valid_from),
            added_at: Set(at),
            added_by: Set(by.as_uuid()),
        };
        routine::Entity::insert(row).exec_without_returning(&self.connection).await?;
        Ok(())
    }

    /// The id of what was recorded.
    pub async fn add_briefing(
        &self,
        unit: UnitId,
        new: &NewBriefing,
        version: &str,
        by: PersonId,
        at: Timestamp,
    ) -> Result<Uuid, StoreError> {
        let id = Uuid::now_v7();
        let row = briefing::ActiveModel {
            id: Set(id),
            unit_id: Set(unit.as_uuid()),
            kind: Set(new.kind.code().to_owned()),
            held_on: Set(new.held_on),
            version: Set(version.to_owned()),
            recorded_at: Set(at),
            recorded_by: Set(by.as_uuid()),
        };
        briefing::Entity::insert(row).exec_without_returning(&self.connection).await?;
        let there = |person: &PersonId| briefed::ActiveModel {
            briefing_id: Set(id),
            person_id: Set(person.as_uuid()),
        };
        let there = new.present.iter().map(there);
        briefed::Entity::insert_many(there).exec_without_returning(&self.connection).await?;
        Ok(id)
    }

    /// Notes that the unit is reminded today. False: it was, since `then`, perhaps by another process this very moment.
    pub async fn take_briefing_reminder(
        &self,
        unit: UnitId,
        number: &CaseNumber,
        today: NaiveDate,
        then: NaiveDate,
    ) -> Result<bool, StoreError> {
        use briefing_reminder::{ActiveModel, Column, Entity};
        let row = ActiveModel {
            unit_id: Set(unit.as_uuid()),
            number: Set(number.to_string()),
            told_on: Set(today),
        };
        let over = OnConflict::column(Column::UnitId)
            .update_columns([Column::Number, Column::ToldOn])
            .action_and_where(Expr::col((Entity, Column::ToldOn)).lte(then))
            .to_owned();
        let written = Entity::insert(row).on_conflict(over).exec_without_returning(&self.connection).await?;
        Ok(written > 0)
    }
}

async fn all_routines(connection: &impl ConnectionTrait) -> Result<Vec<Routine>, StoreError> {
    let rows = routine::Entity::find()
        .order_by_desc(routine::Column::ValidFrom)
        .order_by_desc(routine::Column::AddedAt)
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(to_routine).collect())
}

fn to_routine(row: routine::Model) -> Routine {
    Routine { version: row.version, link: row.link, words: row.words, valid_from: row.valid_from }
}

fn briefed_in() -> RelationDef {
    briefed::Entity::belongs_to(briefing::Entity)
        .from(briefed::Column::BriefingId)
        .to(briefing::Column::Id)
        .into()
}
