//! What is counted of complaints. Nothing of it was ever sealed.

use chrono::{Datelike, NaiveDate};
use kernel::{PersonId, UnitId, Uuid};
use sea_orm::{
    QuerySelect,
    entity::prelude::*,
    sea_query::{Alias, DynIden, Expr, ExprTrait, IntoIden, Query, SelectStatement},
};

use crate::{
    domain::{ComplaintId, Severity, patterns::Counts},
    store::{
        Store, StoreError, Tx,
        entity::{complaint, complaint_link, conflict},
        rows::word,
    },
};

/// Of what is counted, for whom: a unit or the whole city, from the first day to the last.
#[derive(Debug, Clone, Copy)]
pub struct Counted {
    /// What the person may not know of is not counted for them either (G.2).
    pub person: PersonId,
    pub unit: Option<UnitId>,
    pub from: NaiveDate,
    pub to: NaiveDate,
}

impl Tx {
    /// Whether one of the same category came in about the same unit, at most so many days before.
    pub async fn has_come_before(&self, id: ComplaintId, within: u64) -> Result<bool, StoreError> {
        // Nobody is off it: what is told of it names nobody, and goes to no person.
        let nobody = PersonId::from(Uuid::nil());
        let it = complaint::Entity::find_by_id(id.as_uuid());
        Ok(it.filter(Expr::exists(before(nobody, within))).count(&self.0).await? > 0)
    }
}

impl Store {
    /// On which days something came in, and how much.
    pub async fn count_by_day(&self, of: Counted) -> Result<Vec<(NaiveDate, usize)>, StoreError> {
        let days: Vec<(i32, i64)> = self.count_by(of, complaint::Column::ReceivedDay).await?;
        let day = |(day, count)| Some((NaiveDate::from_num_days_from_ce_opt(day)?, size(count)));
        Ok(days.into_iter().filter_map(day).collect())
    }

    /// `recurs_within` is how many days lie at most between two of which the later one has come again.
    pub async fn counts(&self, of: Counted, recurs_within: u64) -> Result<Counts, StoreError> {
        let categories: Vec<(Option<String>, i64)> = self.count_by(of, complaint::Column::Category).await?;
        let severities: Vec<(Option<i16>, i64)> = self.count_by(of, complaint::Column::Severity).await?;
        let units: Vec<(Option<Uuid>, i64)> = self.count_by(of, complaint::Column::UnitId).await?;
        let again = those(of).filter(Expr::exists(before(of.person, recurs_within)));
        let category = |(category, count): (Option<String>, i64)| {
            let category = category.map(|known| word(Uuid::nil(), "category", &known)).transpose()?;
            Ok::<_, StoreError>((category, size(count)))
        };
        Ok(Counts {
            by_category: categories.into_iter().map(category).collect::<Result<_, _>>()?,
            by_severity: severities
                .into_iter()
                .map(|(severity, count)| (severity.and_then(Severity::from_number), size(count)))
                .collect(),
            by_unit: units.into_iter().map(|(unit, count)| (unit.map(UnitId::from), size(count))).collect(),
            again: usize::try_from(again.count(self.database.reader()).await?).unwrap_or(usize::MAX),
        })
    }

    async fn count_by<T: sea_orm::TryGetableMany>(
        &self,
        of: Counted,
        column: complaint::Column,
    ) -> Result<Vec<T>, StoreError> {
        let counted =
            those(of).select_only().column(column).column_as(complaint::Column::Id.count(), "number");
        Ok(counted.group_by(column).into_tuple().all(self.database.reader()).await?)
    }
}

fn size(count: i64) -> usize {
    usize::try_from(count).unwrap_or_default()
}

/// A matter in several parts counts as those, several in one as that.
fn those(of: Counted) -> Select<complaint::Entity> {
    let day = complaint::Column::ReceivedDay;
    let these = complaint::Entity::find()
        .filter(day.gte(of.from.num_days_from_ce()))
        .filter(day.lte(of.to.num_days_from_ce()));
    let these = uncounted(complaint::Entity.into_iden(), of.person)
        .into_iter()
        .fold(these, |these, reason| these.filter(Expr::exists(reason).not()));
    match of.unit {
        Some(unit) => these.filter(complaint::Column::UnitId.eq(unit.as_uuid())),
        None => these,
    }
}

/// One of the same category at the same unit, not too long before.
fn before(person: PersonId, within: u64) -> SelectStatement {
    let table = Alias::new("before").into_iden();
    let its = |column: complaint::Column| Expr::col((table.clone(), column));
    let own = |column: complaint::Column| Expr::col((complaint::Entity, column));
    let mut before = Query::select();
    before.expr(Expr::val(1)).from_as(complaint::Entity, table.clone());
    for same in [complaint::Column::UnitId, complaint::Column::Category] {
        before.and_where(its(same).equals((complaint::Entity, same)));
    }
    let within = i32::try_from(within).unwrap_or(i32::MAX / 2);
    let place = [complaint::Column::ReceivedAt, complaint::Column::Id];
    before
        .and_where(its(complaint::Column::ReceivedDay).gte(own(complaint::Column::ReceivedDay).sub(within)))
        .and_where(Expr::tuple(place.map(its)).lt(Expr::tuple(place.map(own))));
    for reason in uncounted(table.clone(), person) {
        before.and_where(Expr::exists(reason).not());
    }
    before
}

/// Why one does not count: it goes on as its parts or as another, or to this person it is not there.
fn uncounted(table: DynIden, person: PersonId) -> [SelectStatement; 3] {
    [
        linked(table.clone(), complaint_link::Column::OtherId, "part_of"),
        linked(table.clone(), complaint_link::Column::ComplaintId, "merged_into"),
        may_not_know(table, person),
    ]
}

fn linked(table: DynIden, column: complaint_link::Column, kind: &str) -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(complaint_link::Entity)
        .and_where(Expr::col((complaint_link::Entity, column)).equals((table, complaint::Column::Id)))
        .and_where(Expr::col((complaint_link::Entity, complaint_link::Column::Kind)).eq(kind))
        .to_owned()
}

fn may_not_know(table: DynIden, person: PersonId) -> SelectStatement {
    Query::select()
        .expr(Expr::val(1))
        .from(conflict::Entity)
        .and_where(
            Expr::col((conflict::Entity, conflict::Column::ComplaintId))
                .equals((table, complaint::Column::Id)),
        )
        .and_where(Expr::col((conflict::Entity, conflict::Column::PersonId)).eq(person.as_uuid()))
        .to_owned()
}
