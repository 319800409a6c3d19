//! Facts: written once, read as counts.

use db::Damaged;
use kernel::{Timestamp, UnitId, Uuid};
use sea_orm::{
    ActiveValue::Set,
    Condition, EntityTrait, ExprTrait, QuerySelect,
    entity::prelude::*,
    sea_query::{Expr, Query, SelectStatement},
};

use crate::{
    domain::{
        access::Reach,
        count::Count,
        fact::{Finding, Kind, Reported},
        month::Month,
    },
    store::{
        Store, StoreError, Tx,
        entity::{self, fact::Column},
    },
};

/// How kinds are called in the database, and who tells of them.
const KINDS: [(Kind, &str, proto::Service); 4] = [
    (Kind::ComplaintAnswered, "complaint_answered", proto::Service::Complaints),
    (Kind::ComplaintSettled, "complaint_settled", proto::Service::Complaints),
    (Kind::DeviationFound, "deviation_found", proto::Service::Complaints),
    (Kind::CaseDecided, "case_decided", proto::Service::LexSarah),
];

fn named(kind: Kind) -> (&'static str, proto::Service) {
    let (_, name, source) =
        KINDS.into_iter().find(|(known, ..)| *known == kind).expect("every kind has a name");
    (name, source)
}

impl Tx {
    /// Whether the fact has not come in before.
    pub async fn is_new(&self, reported: &Reported, at: Timestamp) -> Result<bool, StoreError> {
        let (_, source) = named(reported.fact.finding.kind());
        Ok(outbox::inbox::first_time(&self.0, source, reported.id, at).await?)
    }

    pub async fn has_unit(&self, id: UnitId) -> Result<bool, StoreError> {
        Ok(entity::unit::Entity::find_by_id(id.as_uuid()).one(&self.0).await?.is_some())
    }

    pub async fn insert_fact(&self, reported: &Reported, at: Timestamp) -> Result<(), StoreError> {
        let fact = &reported.fact;
        let (kind, source) = named(fact.finding.kind());
        let mut row = entity::fact::ActiveModel {
            source: Set(source.name().to_owned()),
            id: Set(reported.id),
            subject: Set(reported.subject),
            occurred_at: Set(reported.occurred_at),
            received_at: Set(at),
            kind: Set(kind.to_owned()),
            unit_id: Set(fact.unit.map(UnitId::as_uuid)),
            month: Set(fact.month.to_string()),
            ..Default::default()
        };
        match &fact.finding {
            Finding::ComplaintAnswered { category, severity, again } => {
                row.category = Set(Some(category.as_str().to_owned()));
                row.severity = Set(Some(severity.get()));
                row.again = Set(Some(*again));
            }
            Finding::ComplaintSettled { how, category } => {
                row.how = Set(Some(how.as_str().to_owned()));
                row.category = Set(category.as_ref().map(|category| category.as_str().to_owned()));
            }
            Finding::DeviationFound { category, deviation } => {
                row.category = Set(Some(category.as_str().to_owned()));
                row.deviation = Set(Some(deviation.as_str().to_owned()));
            }
            Finding::CaseDecided { grade, ivo_required } => {
                row.grade = Set(Some(grade.as_str().to_owned()));
                row.ivo_required = Set(Some(*ivo_required));
            }
        }
        entity::fact::Entity::insert(row).exec_without_returning(&self.0).await?;
        Ok(())
    }
}

impl Store {
    /// How many matters there are facts of since a month, as far as somebody reaches. One that was opened again and answered
    /// or decided once more is one, as it was told last.
    pub async fn counts(&self, reach: &Reach, since: Month) -> Result<Vec<Count>, StoreError> {
        let within = match reach {
            Reach::City => Condition::all(),
            Reach::Units(units) => {
                Condition::all().add(Column::UnitId.is_in(units.iter().map(|unit| unit.as_uuid())))
            }
        };
        let rows: Vec<(Option<Uuid>, String, String, i64)> = entity::fact::Entity::find()
            .select_only()
            .columns([Column::UnitId, Column::Month, Column::Kind])
            .column_as(Expr::col(Column::Subject).count_distinct(), "number")
            .filter(Column::Month.gte(since.to_string()))
            .filter(within)
            .filter(Expr::exists(a_later_one()).not())
            .group_by(Column::UnitId)
            .group_by(Column::Month)
            .group_by(Column::Kind)
            .into_tuple()
            .all(self.database.reader())
            .await?;
        rows.into_iter().map(count).collect()
    }
}

/// What takes the place of a fact: a later one of the same kind about the same matter. A deviation falls with the answer that it was found
/// after: a matter that is answered anew is closed anew, with a deviation or without. What was settled and answered later was answered.
fn a_later_one() -> SelectStatement {
    let (fact, later) = (
        |column: Column| Expr::col((entity::fact::Entity, column)),
        |column: Column| Expr::col((LATER, column)),
    );
    let the_same = later(Column::Kind).eq(fact(Column::Kind));
    let answered_anew = fact(Column::Kind)
        .is_in([named(Kind::DeviationFound).0, named(Kind::ComplaintSettled).0])
        .and(later(Column::Kind).eq(named(Kind::ComplaintAnswered).0));
    let at_once =
        later(Column::OccurredAt).eq(fact(Column::OccurredAt)).and(later(Column::Id).gt(fact(Column::Id)));
    let after = later(Column::OccurredAt).gt(fact(Column::OccurredAt));
    Query::select()
        .expr(Expr::val(1))
        .from_as(entity::fact::Entity, LATER)
        .and_where(later(Column::Subject).eq(fact(Column::Subject)))
        .and_where(later(Column::Source).eq(fact(Column::Source)))
        .and_where(the_same.clone().and(at_once).or(the_same.or(answered_anew).and(after)))
        .to_owned()
}

const LATER: &str = "later";

fn count((unit, month, kind, number): (Option<Uuid>, String, String, i64)) -> Result<Count, StoreError> {
    let damaged = |column| Damaged { table: "fact", column, row: unit.unwrap_or_default() };
    let (kind, ..) = KINDS.into_iter().find(|(_, name, _)| *name == kind).ok_or_else(|| damaged("kind"))?;
    let month = month.parse().map_err(|_| damaged("month"))?;
    Ok(Count { unit: unit.map(UnitId::from), month, kind, number })
}
