//! Lists for those who handle complaints: nothing that was written, and only what each may know of.

use organisation::{Colleague, Role};
use sea_orm::{
    Condition, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, Query},
};

use crate::{
    domain::{Complaint, Level, State},
    store::{
        Store, StoreError,
        entity::{complaint, conflict},
    },
};

/// A part of a list.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    pub limit: u64,
    pub offset: u64,
}

impl Store {
    /// What is not closed, nearest internal target first.
    pub async fn open_complaints(
        &self,
        person: &Colleague,
        part: Part,
    ) -> Result<Vec<Complaint>, StoreError> {
        let open = visible_to(person)
            .filter(complaint::Column::ClosedAt.is_null())
            .order_by_asc(complaint::Column::DueOn)
            .order_by_asc(complaint::Column::Id);
        self.complaints(open, part).await
    }

    /// What is closed, newest first.
    pub async fn closed_complaints(
        &self,
        person: &Colleague,
        part: Part,
    ) -> Result<Vec<Complaint>, StoreError> {
        let closed = visible_to(person)
            .filter(complaint::Column::ClosedAt.is_not_null())
            .order_by_desc(complaint::Column::Id);
        self.complaints(closed, part).await
    }

    /// Everything, newest first, or what stands in one state.
    pub async fn newest_complaints(
        &self,
        person: &Colleague,
        state: Option<State>,
        part: Part,
    ) -> Result<Vec<Complaint>, StoreError> {
        let mut newest = visible_to(person).order_by_desc(complaint::Column::Id);
        if let Some(state) = state {
            newest = newest.filter(complaint::Column::State.eq(state.word()));
        }
        self.complaints(newest, part).await
    }

    async fn complaints(
        &self,
        list: Select<complaint::Entity>,
        part: Part,
    ) -> Result<Vec<Complaint>, StoreError> {
        let rows = list.limit(part.limit).offset(part.offset).all(self.database.reader()).await?;
        rows.into_iter().map(Complaint::try_from).collect()
    }
}

/// The same as [`crate::domain::Parties::standing`], asked of the database. A test holds them together.
fn visible_to(person: &Colleague) -> Select<complaint::Entity> {
    let units = |role| person.units_as(role).into_iter().map(kernel::UnitId::as_uuid);
    let mut ground = Condition::any()
        .add(complaint::Column::HandlerId.eq(person.id.as_uuid()))
        .add(complaint::Column::UnitId.is_in(units(Role::UnitManager)))
        .add(complaint::Column::UnitId.is_in(units(Role::Principal)));
    // What has come up to the school owner's representative.
    let come_up = complaint::Column::Level.eq(Level::SchoolOwnerRepresentative.word());
    if person.roles.contains(&(Role::SchoolOwnerRepresentative, None)) {
        ground = ground.add(come_up.and(complaint::Column::UnitId.is_not_null()));
    } else if person.is(Role::SchoolOwnerRepresentative) {
        ground =
            ground.add(come_up.and(complaint::Column::UnitId.is_in(units(Role::SchoolOwnerRepresentative))));
    }
    if person.is(Role::Registrar) {
        ground = ground.add(Expr::val(true));
    }
    let excluded = Query::select()
        .expr(Expr::val(1))
        .from(conflict::Entity)
        .and_where(
            Expr::col((conflict::Entity, conflict::Column::ComplaintId))
                .equals((complaint::Entity, complaint::Column::Id)),
        )
        .and_where(Expr::col((conflict::Entity, conflict::Column::PersonId)).eq(person.id.as_uuid()))
        .to_owned();
    complaint::Entity::find().filter(ground).filter(Expr::exists(excluded).not())
}
