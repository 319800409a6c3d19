//! Numbers in the diary: one after the other within a year, without gaps.

use chrono::Datelike;
use kernel::{Timestamp, calendar::swedish_day};
use sea_orm::{ConnectionTrait, DbErr, Statement};

use super::{StoreError, Tx};
use crate::domain::Policy;

impl Tx {
    /// The next number of the year. A transaction that fails gives it back.
    pub async fn next_diary_number(&self, at: Timestamp, policy: &Policy) -> Result<String, StoreError> {
        let year = swedish_day(at).year();
        let next = Statement::from_sql_and_values(
            self.connection.get_database_backend(),
            "INSERT INTO diary_counter (year, last) VALUES ($1, 1) \
             ON CONFLICT (year) DO UPDATE SET last = diary_counter.last + 1 RETURNING last",
            [year.into()],
        );
        let row = self.connection.query_one_raw(next).await?;
        let row = row.ok_or_else(|| DbErr::RecordNotFound("diary_counter".to_owned()))?;
        let number: i64 = row.try_get("", "last")?;
        Ok(format!("{} {year}-{number}", policy.diary_prefix))
    }
}
