//! The register: what waits for it, and its numbers.

use sea_orm::{
    ConnectionTrait, QueryOrder, QuerySelect, Statement,
    entity::prelude::*,
    sea_query::{LockBehavior, LockType},
};

use crate::{
    domain::{Complaint, State},
    store::{StoreError, Tx, entity::complaint},
};

/// How many are registered at a time.
const ROUND: u64 = 100;

impl Tx {
    /// Those that wait for the register, oldest first. Until the transaction ends nobody else gets them.
    pub async fn to_register(&self) -> Result<Vec<Complaint>, StoreError> {
        let rows = complaint::Entity::find()
            .filter(complaint::Column::State.eq(State::Received.word()))
            .order_by_asc(complaint::Column::Id)
            .limit(ROUND)
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
            .all(&self.0)
            .await?;
        rows.into_iter().map(Complaint::try_from).collect()
    }

    /// Takes `count` numbers of a year and returns the first. None is ever given twice, none is left out.
    pub async fn take_numbers(&self, year: i32, count: i32) -> Result<i32, StoreError> {
        let statement = Statement::from_sql_and_values(
            self.0.get_database_backend(),
            "INSERT INTO registration_counter (year, last) VALUES ($1, $2) \
             ON CONFLICT (year) DO UPDATE SET last = registration_counter.last + $2 RETURNING last",
            [year.into(), count.into()],
        );
        let row = self.0.query_one_raw(statement).await?;
        let last: i32 =
            row.ok_or_else(|| DbErr::RecordNotFound("the counter".to_owned()))?.try_get("", "last")?;
        Ok(last - count + 1)
    }
}
