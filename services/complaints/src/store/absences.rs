//! Who is away, and who sees to their matters meanwhile.

use chrono::NaiveDate;
use db::Script;
use kernel::{PersonId, Timestamp};
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*, sea_query::Expr};

use crate::{
    domain::{Absence, AbsenceId},
    store::{Store, StoreError, Tx, entity::absence},
};

pub const MIGRATION: Script =
    Script { name: "absences_1", up: include_str!("absences_1.sql"), append_only: &[], tables: &["absence"] };

impl Store {
    /// Those that somebody is the deputy of and that have not ended, the next first.
    pub async fn stands_in(&self, deputy: PersonId, day: NaiveDate) -> Result<Vec<Absence>, StoreError> {
        self.lasting(absence::Column::DeputyId.eq(deputy.as_uuid()), day).await
    }

    /// Those of `people` that have not ended, the next first.
    pub async fn absences(&self, people: &[PersonId], day: NaiveDate) -> Result<Vec<Absence>, StoreError> {
        let people = people.iter().map(|person| person.as_uuid());
        self.lasting(absence::Column::PersonId.is_in(people), day).await
    }

    /// One that has not ended.
    pub async fn absence(&self, id: AbsenceId, day: NaiveDate) -> Result<Option<Absence>, StoreError> {
        Ok(self.lasting(absence::Column::Id.eq(id.as_uuid()), day).await?.pop())
    }

    async fn lasting(
        &self,
        which: sea_orm::sea_query::SimpleExpr,
        day: NaiveDate,
    ) -> Result<Vec<Absence>, StoreError> {
        let rows = absence::Entity::find()
            .filter(which)
            .filter(absence::Column::EndedAt.is_null())
            .filter(absence::Column::ToDay.gte(day))
            .order_by_asc(absence::Column::FromDay)
            .order_by_asc(absence::Column::Id)
            .all(self.database.reader())
            .await?;
        rows.into_iter().map(Absence::try_from).collect()
    }
}

impl Tx {
    /// Those of `people` that have begun on `day` and not ended.
    pub async fn absences_of(&self, people: &[PersonId], day: NaiveDate) -> Result<Vec<Absence>, StoreError> {
        let rows = on(day)
            .filter(absence::Column::PersonId.is_in(people.iter().map(|person| person.as_uuid())))
            .all(&self.0)
            .await?;
        rows.into_iter().map(Absence::try_from).collect()
    }

    /// Whether the same is noted already.
    pub async fn is_noted(&self, same: &Absence) -> Result<bool, StoreError> {
        let found = absence::Entity::find()
            .filter(absence::Column::PersonId.eq(same.person.as_uuid()))
            .filter(absence::Column::DeputyId.eq(same.deputy.as_uuid()))
            .filter(absence::Column::FromDay.eq(same.from))
            .filter(absence::Column::ToDay.eq(same.to))
            .filter(absence::Column::EndedAt.is_null());
        Ok(found.one(&self.0).await?.is_some())
    }

    pub async fn add_absence(&self, absence: &Absence, at: Timestamp) -> Result<(), StoreError> {
        let row = absence::ActiveModel {
            id: Set(absence.id.as_uuid()),
            number: Set(absence.number.to_string()),
            person_id: Set(absence.person.as_uuid()),
            deputy_id: Set(absence.deputy.as_uuid()),
            from_day: Set(absence.from),
            to_day: Set(absence.to),
            noted_at: Set(at),
            noted_by: Set(absence.noted_by.as_uuid()),
            ended_at: Set(None),
        };
        absence::Entity::insert(row).exec_without_returning(&self.0).await?;
        Ok(())
    }

    /// An absence keeps its first end.
    pub async fn end_absence(&self, id: AbsenceId, at: Timestamp) -> Result<(), StoreError> {
        absence::Entity::update_many()
            .col_expr(absence::Column::EndedAt, Expr::value(at))
            .filter(absence::Column::Id.eq(id.as_uuid()))
            .filter(absence::Column::EndedAt.is_null())
            .exec(&self.0)
            .await?;
        Ok(())
    }
}

/// The absences of a day.
fn on(day: NaiveDate) -> Select<absence::Entity> {
    absence::Entity::find()
        .filter(absence::Column::EndedAt.is_null())
        .filter(absence::Column::FromDay.lte(day))
        .filter(absence::Column::ToDay.gte(day))
}

impl TryFrom<absence::Model> for Absence {
    type Error = StoreError;

    fn try_from(row: absence::Model) -> Result<Self, StoreError> {
        let damaged = |_| StoreError::Damaged { table: "absence", column: "number", row: row.id };
        Ok(Self {
            id: row.id.into(),
            number: row.number.parse().map_err(damaged)?,
            person: row.person_id.into(),
            deputy: row.deputy_id.into(),
            from: row.from_day,
            to: row.to_day,
            noted_by: row.noted_by.into(),
        })
    }
}
