//! Earlier events at a unit, for whoever asks whether something similar has happened before (point 5). Number, day,
//! grade and kind; nobody's name and no word of what was said.

use chrono::{NaiveDate, TimeDelta};
use kernel::{CaseNumber, PersonId, Timestamp, calendar::swedish_day};
use organisation::Colleague;
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

use super::{
    Line, Part, Store, StoreError, Window,
    entity::case,
    lists::{about, cases_seen_by},
};
use crate::domain::{Case, Grade, MisconductKind};

/// An earlier event.
#[derive(Debug, Clone)]
pub struct Earlier {
    pub number: CaseNumber,
    pub received_on: NaiveDate,
    /// None: it is not decided yet.
    pub grade: Option<Grade>,
    /// None: nobody has said.
    pub kind: Option<MisconductKind>,
}

/// More than anybody reads through.
const MOST: u64 = 50;
const MOST_NEAR: u64 = 10;

impl Store {
    /// Events at the unit of `case` that were received before it and since `since`, but those that `reader` is part of; those of the same
    /// kind first, where it has been said, and the latest first.
    pub async fn earlier_than(
        &self,
        case: &Case,
        since: Timestamp,
        reader: PersonId,
    ) -> Result<Vec<Earlier>, StoreError> {
        let rows = case::Entity::find()
            .filter(case::Column::UnitId.eq(case.unit.as_uuid()))
            .filter(case::Column::Id.ne(case.id.as_uuid()))
            .filter(case::Column::Id.not_in_subquery(about(reader.as_uuid())))
            .filter(case::Column::ReceivedAt.gte(since))
            .filter(case::Column::ReceivedAt.lte(case.received_at))
            .order_by_desc(case::Column::ReceivedAt)
            .limit(MOST)
            .all(self.database.reader())
            .await?;
        let mut earlier = rows.into_iter().map(earlier).collect::<Result<Vec<_>, _>>()?;
        earlier.sort_by_key(|event| case.kind.is_none() || event.kind != case.kind);
        Ok(earlier)
    }

    /// Cases at the unit of `case` that came within so long of it, of those that `reader` sees: they can be about the same event.
    pub async fn near_in_time(
        &self,
        case: &Case,
        within: TimeDelta,
        reader: &Colleague,
    ) -> Result<Vec<Line>, StoreError> {
        let mut near: Vec<Line> = Vec::new();
        for seen in cases_seen_by(reader, Part::All) {
            let same = seen
                .filter(case::Column::UnitId.eq(case.unit.as_uuid()))
                .filter(case::Column::Id.ne(case.id.as_uuid()))
                .filter(
                    case::Column::ReceivedAt.between(case.received_at - within, case.received_at + within),
                )
                .order_by_desc(case::Column::ReceivedAt);
            near.extend(self.lines(same, Window { limit: MOST_NEAR, page: 1 }).await?.lines);
        }
        near.sort_by_key(|line| std::cmp::Reverse((line.received_at, line.id)));
        near.dedup_by_key(|line| line.id);
        near.truncate(usize::try_from(MOST_NEAR).unwrap_or(usize::MAX));
        Ok(near)
    }
}

fn earlier(row: case::Model) -> Result<Earlier, StoreError> {
    let damaged = |column| StoreError::Damaged { table: "lex_sarah_case", column, row: row.id };
    Ok(Earlier {
        number: row.number.parse().map_err(|_| damaged("number"))?,
        received_on: swedish_day(row.received_at),
        grade: row.grade.map(|grade| grade.parse().map_err(|_| damaged("grade"))).transpose()?,
        kind: row.kind.map(|kind| kind.parse().map_err(|_| damaged("kind"))).transpose()?,
    })
}
