//! The yearly account: what is counted of a year, the text that is being written, and the account as it was approved.

use std::collections::HashMap;

use chrono::NaiveDate;
use db::Script;
use kernel::{
    PersonId, Timestamp, Uuid,
    calendar::{swedish_day, swedish_instant},
};
use sea_orm::{
    ActiveValue::Set, QueryOrder, QuerySelect, QueryTrait, entity::prelude::*, sea_query::SelectStatement,
};

use super::{
    Store, StoreError, Tx,
    entity::{account, account_draft, case, decision, record},
};
use crate::domain::{Account, Counted, RecordKind, Tally};

pub const MIGRATION: Script = Script {
    name: "lex_sarah_account_1",
    up: include_str!("account.sql"),
    append_only: &["account"],
    tables: &["account", "account_draft"],
};

/// What is being written of a year.
#[derive(Debug, Clone, Default)]
pub struct AccountDraft {
    pub words: String,
    /// 0: nobody has written anything.
    pub version: i64,
}

/// From the first instant of a Swedish year to that of the next.
fn span(year: i32) -> [Timestamp; 2] {
    [year, year + 1].map(|year| {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default().and_time(chrono::NaiveTime::MIN);
        swedish_instant(first).expect("no clock is changed on New Year's night")
    })
}

fn received_in(year: i32) -> Select<case::Entity> {
    let [from, to] = span(year);
    case::Entity::find().filter(case::Column::ReceivedAt.gte(from)).filter(case::Column::ReceivedAt.lt(to))
}

fn ids_of(year: i32) -> SelectStatement {
    received_in(year).select_only().column(case::Column::Id).into_query()
}

impl Store {
    /// The reports that were received in the year, and the measures they led to.
    pub async fn counted(&self, year: i32) -> Result<Counted, StoreError> {
        let first = self.first_decisions(year).await?;
        let rows = received_in(year).all(self.database.reader()).await?;
        let reports = rows.into_iter().map(|row| tally(row, &first)).collect::<Result<_, _>>()?;
        Ok(Counted {
            reports,
            measures_planned: self.records_of(year, RecordKind::Measure).await?,
            measures_done: self.records_of(year, RecordKind::MeasureDone).await?,
        })
    }

    async fn first_decisions(&self, year: i32) -> Result<HashMap<Uuid, Timestamp>, StoreError> {
        let rows = decision::Entity::find()
            .select_only()
            .column(decision::Column::CaseId)
            .column(decision::Column::DecidedAt)
            .filter(decision::Column::CaseId.in_subquery(ids_of(year)))
            // The first one is kept last.
            .order_by_desc(decision::Column::Id)
            .into_tuple()
            .all(self.database.reader())
            .await?;
        Ok(rows.into_iter().collect())
    }

    async fn records_of(&self, year: i32, kind: RecordKind) -> Result<u64, StoreError> {
        Ok(record::Entity::find()
            .filter(record::Column::Kind.eq(kind.code()))
            .filter(record::Column::CaseId.in_subquery(ids_of(year)))
            .count(self.database.reader())
            .await?)
    }

    /// When the first report came.
    pub async fn first_received(&self) -> Result<Option<Timestamp>, StoreError> {
        let first = case::Entity::find().order_by_asc(case::Column::ReceivedAt);
        Ok(first.one(self.database.reader()).await?.map(|row| row.received_at))
    }

    /// As it was approved, with its hash.
    pub async fn account(&self, year: i32) -> Result<Option<(Account, String)>, StoreError> {
        let row = account::Entity::find_by_id(year).one(self.database.reader()).await?;
        row.map(opened).transpose()
    }

    /// The paper of the approved one. Bytes that are not what was hashed are damaged, not handed out.
    pub async fn account_paper(&self, year: i32) -> Result<Option<Vec<u8>>, StoreError> {
        let row = account::Entity::find_by_id(year).one(self.database.reader()).await?;
        let Some(row) = row else { return Ok(None) };
        if Account::sha256(&row.paper) == row.paper_sha256 {
            Ok(Some(row.paper))
        } else {
            Err(damaged("paper", year))
        }
    }

    pub async fn account_draft(&self, year: i32) -> Result<AccountDraft, StoreError> {
        let row = account_draft::Entity::find_by_id(year).one(self.database.reader()).await?;
        Ok(row.map(|row| AccountDraft { words: row.words, version: row.version }).unwrap_or_default())
    }
}

impl Tx {
    /// Whether the year's account is approved, and so no longer written.
    pub async fn is_approved(&self, year: i32) -> Result<bool, StoreError> {
        Ok(account::Entity::find_by_id(year).one(&self.connection).await?.is_some())
    }

    pub async fn account_draft(&self, year: i32) -> Result<AccountDraft, StoreError> {
        let row = account_draft::Entity::find_by_id(year).one(&self.connection).await?;
        Ok(row.map(|row| AccountDraft { words: row.words, version: row.version }).unwrap_or_default())
    }

    /// Over the version it was read at, or not at all.
    pub async fn write_account(
        &self,
        year: i32,
        draft: AccountDraft,
        by: PersonId,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        use account_draft::{ActiveModel, Column, Entity};
        let row = ActiveModel {
            year: Set(year),
            words: Set(draft.words),
            drafted_at: Set(at),
            drafted_by: Set(by.as_uuid()),
            version: Set(draft.version + 1),
        };
        if draft.version == 0 {
            let new = Entity::insert(row).exec_without_returning(&self.connection).await;
            return new.map(drop).map_err(|error| match error.sql_err() {
                Some(sea_orm::SqlErr::UniqueConstraintViolation(_)) => StoreError::Stale,
                _ => error.into(),
            });
        }
        let written = Entity::update_many()
            .set(row)
            .filter(Column::Year.eq(year))
            .filter(Column::Version.eq(draft.version))
            .exec(&self.connection)
            .await?;
        if written.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// With the paper that was made of it.
    pub async fn add_account(&self, approved: &Account, paper: &[u8]) -> Result<(), StoreError> {
        let content = approved.canonical();
        let row = account::ActiveModel {
            year: Set(approved.year),
            sha256: Set(Account::sha256(&content)),
            content: Set(content),
            paper: Set(paper.to_owned()),
            paper_sha256: Set(Account::sha256(paper)),
            approved_at: Set(approved.approved_at),
            approved_by: Set(approved.approved_by.as_uuid()),
        };
        account::Entity::insert(row).exec_without_returning(&self.connection).await?;
        Ok(())
    }
}

fn tally(row: case::Model, first: &HashMap<Uuid, Timestamp>) -> Result<Tally, StoreError> {
    let damaged = |column| StoreError::Damaged { table: "lex_sarah_case", column, row: row.id };
    let received = swedish_day(row.received_at);
    let days = first.get(&row.id).map(|decided| (swedish_day(*decided) - received).num_days());
    Ok(Tally {
        unit: row.unit_id.into(),
        state: row.state.parse().map_err(|_| damaged("state"))?,
        grade: row.grade.map(|code| code.parse().map_err(|_| damaged("grade"))).transpose()?,
        kind: row.kind.map(|code| code.parse().map_err(|_| damaged("kind"))).transpose()?,
        ivo: row.ivo.parse().map_err(|_| damaged("ivo"))?,
        days: days.and_then(|days| u64::try_from(days).ok()),
    })
}

fn opened(row: account::Model) -> Result<(Account, String), StoreError> {
    if Account::sha256(&row.content) != row.sha256 {
        return Err(damaged("content", row.year));
    }
    let account = serde_json::from_str(&row.content).map_err(|_| damaged("content", row.year))?;
    Ok((account, row.sha256))
}

fn damaged(column: &'static str, year: i32) -> StoreError {
    StoreError::Damaged { table: "account", column, row: Uuid::from_u128(year.unsigned_abs().into()) }
}
