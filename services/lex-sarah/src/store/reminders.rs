//! Warnings of clocks that run out, and reminders of internal targets.

use kernel::{Timestamp, Uuid};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};
use vault::CaseKey;

use super::{Store, StoreError, Tx, entity::reminder, sealed::SERVICE};
use crate::domain::{Case, CaseId, Countdown, Policy, Record, RecordKind, Reminder, State, Target, targets};

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
        self.add_reminders(case, countdown, due_at, warn_at).await
    }

    /// The reminders of a case as its targets are now. A target that ran before keeps those that are not told yet, and one whose step is
    /// done has none: so each is told once, and nobody is asked for what is done.
    pub(super) async fn keep_targets(
        &self,
        case: &Case,
        key: &CaseKey,
        policy: &Policy,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let has_measures = matches!(case.state, State::Measures | State::FollowUp);
        let records = if has_measures { self.records(case.id, key, |_| true).await? } else { Vec::new() };
        let targets = targets(case, &records, policy);
        let internal = Countdown::ALL.iter().filter(|each| each.is_internal()).map(|each| each.code());
        let kept = reminder::Entity::find()
            .filter(reminder::Column::CaseId.eq(case.id.as_uuid()))
            .filter(reminder::Column::Countdown.is_in(internal))
            .all(&self.connection)
            .await?;
        let is_of = |row: &reminder::Model, target: &Target| {
            row.countdown == target.countdown.code() && row.due_at == target.due_at
        };
        let over = kept.iter().filter(|row| !targets.iter().any(|target| is_of(row, target)));
        let over: Vec<_> = over.map(|row| row.id).collect();
        if !over.is_empty() {
            let over = reminder::Entity::delete_many().filter(reminder::Column::Id.is_in(over));
            over.exec(&self.connection).await?;
        }
        for target in targets.iter().filter(|target| !kept.iter().any(|row| is_of(row, target))) {
            let warn_at = target.reminders_from(now);
            self.add_reminders(case.id, target.countdown, target.due_at, &warn_at).await?;
        }
        Ok(())
    }

    async fn add_reminders(
        &self,
        case: CaseId,
        countdown: Countdown,
        due_at: Timestamp,
        warn_at: &[Timestamp],
    ) -> Result<(), StoreError> {
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

    /// The case of a warning that nobody has told of yet, and its measures. It counts as told from now on.
    pub async fn take_reminder(
        &self,
        reminder: &Reminder,
    ) -> Result<Option<(Case, Vec<Record>)>, StoreError> {
        let taken = reminder::Entity::delete_by_id(reminder.id).exec(&self.connection).await?;
        let case = if taken.rows_affected == 0 { None } else { self.case(reminder.case).await? };
        let Some((case, wrapped)) = case else { return Ok(None) };
        if reminder.countdown != Countdown::Measure {
            return Ok(Some((case, Vec::new())));
        }
        let key = CaseKey::unwrap(SERVICE, case.id.as_uuid(), &wrapped, &self.ring)?;
        let records = self.records(case.id, &key, RecordKind::is_of_measures).await?;
        Ok(Some((case, records)))
    }
}

impl Store {
    /// Some of those to be told of now, but for these; the longest due first. One that makes no sense is there by its id alone.
    pub async fn due_reminders(
        &self,
        now: Timestamp,
        but: &[Uuid],
    ) -> Result<Vec<(Uuid, Result<Reminder, StoreError>)>, StoreError> {
        let rows = reminder::Entity::find()
            .filter(reminder::Column::WarnAt.lte(now))
            .filter(reminder::Column::Id.is_not_in(but.iter().copied()))
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
                warn_at: row.warn_at,
            })
        };
        Ok(rows.into_iter().map(|row| (row.id, open(row))).collect())
    }
}
