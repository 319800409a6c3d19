//! Who is away, and who sees to their matters meanwhile.

use chrono::NaiveDate;
use db::Script;
use kernel::{PersonId, Timestamp};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*, sea_query::Expr};

use crate::{
    domain::{Absence, AbsenceId},
    store::{Store, StoreError, Tx, entity::absence},
};

pub const MIGRATION: Script =
    Script { name: "absences_1", up: include_str!("absences_1.sql"), append_only: &[], tables: &["absence"] };

impl Store {
    /// Those whom the person stands in for on `day`.
    pub async fn stood_in_for(&self, deputy: PersonId, day: NaiveDate) -> Result<Vec<PersonId>, StoreError> {
        let found = on(day)
            .filter(absence::Column::DeputyId.eq(deputy.as_uuid()))
            .select_only()
            .column(absence::Column::PersonId)
            .into_tuple::<Uuid>();
        Ok(found.all(self.database.reader()).await?.into_iter().map(PersonId::from).collect())
    }

    /// The person's own that have not ended, the next first.
    pub async fn absences(&self, person: PersonId, day: NaiveDate) -> Result<Vec<Absence>, StoreError> {
        let rows = absence::Entity::find()
            .filter(absence::Column::PersonId.eq(person.as_uuid()))
            .filter(absence::Column::EndedAt.is_null())
            .filter(absence::Column::ToDay.gte(day))
            .order_by_asc(absence::Column::FromDay)
            .all(self.database.reader())
            .await?;
        Ok(rows.into_iter().map(Absence::from).collect())
    }
}

impl Tx {
    /// Who stands in for one of `people` on `day`: the absent, and the deputy.
    pub async fn deputies_of(
        &self,
        people: &[PersonId],
        day: NaiveDate,
    ) -> Result<Vec<(PersonId, PersonId)>, StoreError> {
        let rows = on(day)
            .filter(absence::Column::PersonId.is_in(people.iter().map(|person| person.as_uuid())))
            .all(&self.0)
            .await?;
        Ok(rows.into_iter().map(|row| (row.person_id.into(), row.deputy_id.into())).collect())
    }

    pub async fn add_absence(&self, absence: &Absence, at: Timestamp) -> Result<(), StoreError> {
        let row = absence::ActiveModel {
            id: Set(absence.id.as_uuid()),
            person_id: Set(absence.person.as_uuid()),
            deputy_id: Set(absence.deputy.as_uuid()),
            from_day: Set(absence.from),
            to_day: Set(absence.to),
            noted_at: Set(at),
            ended_at: Set(None),
        };
        absence::Entity::insert(row).exec_without_returning(&self.0).await?;
        Ok(())
    }

    /// False when it is not the person's, or has ended.
    pub async fn end_absence(
        &self,
        id: AbsenceId,
        person: PersonId,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        let done = absence::Entity::update_many()
            .col_expr(absence::Column::EndedAt, Expr::value(at))
            .filter(absence::Column::Id.eq(id.as_uuid()))
            .filter(absence::Column::PersonId.eq(person.as_uuid()))
            .filter(absence::Column::EndedAt.is_null())
            .exec(&self.0)
            .await?;
        Ok(done.rows_affected == 1)
    }
}

/// The absences of a day.
fn on(day: NaiveDate) -> Select<absence::Entity> {
    absence::Entity::find()
        .filter(absence::Column::EndedAt.is_null())
        .filter(absence::Column::FromDay.lte(day))
        .filter(absence::Column::ToDay.gte(day))
}

impl From<absence::Model> for Absence {
    fn from(row: absence::Model) -> Self {
        Self {
            id: row.id.into(),
            person: row.person_id.into(),
            deputy: row.deputy_id.into(),
            from: row.from_day,
            to: row.to_day,
        }
    }
}
