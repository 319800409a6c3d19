//! Things that are tried until they succeed. Any number of copies of a service may do so at once: each thing is
//! claimed by one.

use chrono::TimeDelta;
use db::Database;
use kernel::Timestamp;
use sea_orm::{
    DbErr, EntityTrait, FromQueryResult, ModelTrait, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Expr, LockBehavior, LockType, Query},
};

/// The longest wait between two tries.
const LONGEST_WAIT: i64 = 300;

/// A table of things to be tried: the key of its rows, and the column that says when one is due, null when it is done with.
pub struct Tries<E: EntityTrait> {
    pub id: E::Column,
    pub due_at: E::Column,
    /// How many are claimed at a time.
    pub load: u64,
    /// How long a claim holds: longer than trying a load may take, so that what a crashed copy had claimed is taken up again.
    pub hold: TimeDelta,
}

impl<E> Tries<E>
where
    E: EntityTrait,
    E::Model: ModelTrait<Entity = E> + FromQueryResult,
{
    /// Takes a load of what is due by moving its next try ahead.
    pub async fn claim(&self, database: &Database, now: Timestamp) -> Result<Vec<E::Model>, DbErr> {
        let until = Expr::value(Some(now + self.hold));
        if database.is_sqlite() {
            // One statement: SQLite has one writer, so nobody comes between.
            let due = Query::select()
                .column(self.id)
                .from(E::default())
                .and_where(self.due_at.lte(now))
                .order_by(self.id, sea_orm::Order::Asc)
                .limit(self.load)
                .to_owned();
            return E::update_many()
                .col_expr(self.due_at, until)
                .filter(self.id.in_subquery(due))
                .exec_with_returning(database.reader())
                .await;
        }
        let tx = database.begin().await?;
        let rows = E::find()
            .filter(self.due_at.lte(now))
            .order_by_asc(self.id)
            .limit(self.load)
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
            .all(&tx)
            .await?;
        E::update_many()
            .col_expr(self.due_at, until)
            .filter(self.id.is_in(rows.iter().map(|row| row.get(self.id))))
            .exec(&tx)
            .await?;
        tx.commit().await?;
        Ok(rows)
    }
}

/// How long to wait after so many tries. Doubles from one second to five minutes; the last half is drawn by lot, so
/// that what failed together does not come back together.
pub fn wait(attempts: i32) -> TimeDelta {
    let longest =
        1_i64.checked_shl(attempts.clamp(0, 20).unsigned_abs()).unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT);
    let mut lot = [0; 2];
    getrandom::fill(&mut lot).expect("the system gives randomness");
    TimeDelta::milliseconds(
        longest * 500 + longest * 500 * i64::from(u16::from_be_bytes(lot)) / i64::from(u16::MAX),
    )
}
