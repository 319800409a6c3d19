//! Warnings of clocks that run out.

use kernel::{Timestamp, Uuid};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};

use super::{Store, StoreError, Tx, entity::reminder};
use crate::domain::{Case, CaseId, Countdown, Reminder};

/// How many are told of at a time.
const BATCH: u64 = 100;

impl Tx {
    /// The warnings of one clock, instead of those there were. Without an end the clock has stopped.
    pub async fn replace_reminders(
        &self,
        case: CaseId,
        countdown: Countdown,
        due_at: Option<Timestamp>,
        warn_at: &[Timestamp],
    ) -> Result<(), StoreError> {
        reminder::Entity::delete_many()
            .filter(reminder::Column::CaseId.eq(case.as_uuid()))
            .filter(reminder::Column::Countdown.eq(countdown.code()))
            .exec(&self.connection)
            .await?;
        let Some(due_at) = due_at else { return Ok(()) };
        for at in warn_at {
            let row = reminder::ActiveModel {
                id: Set(Uuid::now_v7()),
                case_id: Set(case.as_uuid()),
                countdown: Set(countdown.code().to_owned()),
                due_at: Set(due_at),
                warn_at: Set(*at),
            };
            reminder::Entity::insert(row).exec_without_returning(&self.connection).await?;
        }
        Ok(())
    }

    /// The case of a warning that nobody has told of yet. It counts as told from now on.
    pub async fn take_reminder(&self, reminder: &Reminder) -> Result<Option<Case>, StoreError> {
        let taken = reminder::Entity::delete_by_id(reminder.id).exec(&self.connection).await?;
        if taken.rows_affected == 0 {
            return Ok(None);
        }
        Ok(self.case(reminder.case).await?.map(|(case, _)| case))
    }
}

impl Store {
    /// Those to be told of now, the longest due first.
    pub async fn due_reminders(&self, now: Timestamp) -> Result<Vec<Reminder>, StoreError> {
        let rows = reminder::Entity::find()
            .filter(reminder::Column::WarnAt.lte(now))
            .order_by_asc(reminder::Column::WarnAt)
            .limit(BATCH)
            .all(self.database.reader())
            .await?;
        let open = |row: reminder::Model| {
            let damaged = StoreError::Damaged { table: "reminder", column: "countdown", row: row.id };
            Ok(Reminder {
                id: row.id,
                case: row.case_id.into(),
                countdown: row.countdown.parse().map_err(|_| damaged)?,
                due_at: row.due_at,
            })
        };
        rows.into_iter().map(open).collect()
    }
}
