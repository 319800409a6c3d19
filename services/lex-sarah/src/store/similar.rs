//! Earlier events at a unit, for whoever asks whether something similar has happened before (point 5). Number, day,
//! grade and kind; nobody's name and no word of what was said.

use chrono::NaiveDate;
use kernel::{CaseNumber, PersonId, Timestamp, calendar::swedish_day};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

use super::{Store, StoreError, entity::case, lists::about};
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

impl Store {
    /// Events at the unit of `case` that were received before it and since `since`, but those that `reader` is part of; the
    /// latest first.
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
        rows.into_iter().map(earlier).collect()
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
