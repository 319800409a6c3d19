//! What is counted of complaints. Nothing of it was ever sealed.

use kernel::{PersonId, Timestamp, UnitId, Uuid, calendar::swedish_day};
use sea_orm::{
    Order, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, Query, SelectStatement},
};

use crate::{
    domain::{Severity, patterns::Counted},
    store::{
        Store, StoreError,
        entity::{complaint, complaint_link, conflict},
        rows::word,
    },
};

/// As the columns stand in the row.
type Columns = (Uuid, Timestamp, Option<Uuid>, Option<String>, Option<i16>);

impl Store {
    /// What came in since, oldest first, at a unit or in the whole city. A matter in several parts counts as those, several in one as that.
    /// What the person may not know of is not counted for them either (G.2).
    pub async fn counted(
        &self,
        person: PersonId,
        unit: Option<UnitId>,
        since: Timestamp,
    ) -> Result<Vec<Counted>, StoreError> {
        let mut those = complaint::Entity::find()
            .select_only()
            .column(complaint::Column::Id)
            .column(complaint::Column::ReceivedAt)
            .column(complaint::Column::UnitId)
            .column(complaint::Column::Category)
            .column(complaint::Column::Severity)
            .filter(complaint::Column::ReceivedAt.gte(since))
            .filter(Expr::exists(linked(complaint_link::Column::OtherId, "part_of")).not())
            .filter(Expr::exists(linked(complaint_link::Column::ComplaintId, "merged_into")).not())
            .filter(Expr::exists(may_not_know(person)).not());
        if let Some(unit) = unit {
            those = those.filter(complaint::Column::UnitId.eq(unit.as_uuid()));
        }
        let rows: Vec<Columns> = those
            .order_by(complaint::Column::ReceivedAt, Order::Asc)
            .order_by(complaint::Column::Id, Order::Asc)
            .into_tuple()
            .all(self.database.reader())
            .await?;
        rows.into_iter().map(counted).collect()
    }
}

fn counted((id, received_at, unit, category, severity): Columns) -> Result<Counted, StoreError> {
    Ok(Counted {
        on: swedish_day(received_at),
        unit: unit.map(UnitId::from),
        category: category.map(|category| word(id, "category", &category)).transpose()?,
        severity: severity.and_then(Severity::from_number),
    })
}

fn linked(column: complaint_link::Column, kind: &str) -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(complaint_link::Entity)
        .and_where(
            Expr::col((complaint_link::Entity, column)).equals((complaint::Entity, complaint::Column::Id)),
        )
        .and_where(Expr::col((complaint_link::Entity, complaint_link::Column::Kind)).eq(kind))
        .to_owned()
}

/// Matters that to this person are not there.
pub(super) fn may_not_know(person: PersonId) -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(conflict::Entity)
        .and_where(
            Expr::col((conflict::Entity, conflict::Column::ComplaintId))
                .equals((complaint::Entity, complaint::Column::Id)),
        )
        .and_where(Expr::col((conflict::Entity, conflict::Column::PersonId)).eq(person.as_uuid()))
        .to_owned()
}
