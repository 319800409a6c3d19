//! Of which matters somebody is to be reminded.

use chrono::NaiveDate;
use kernel::Timestamp;
use sea_orm::{
    Condition, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, LockBehavior, LockType},
};

use crate::{
    domain::{Complaint, ComplaintId, State},
    store::{StoreError, Tx, entity::complaint},
};

/// How many in one transaction.
const ROUND: u64 = 100;

/// Why somebody is reminded. Each is told once for each target.
#[derive(Debug, Clone, Copy)]
pub enum Reminder {
    /// The target is not later than `soon`.
    Near { today: NaiveDate, soon: NaiveDate },
    /// The target lies behind.
    Passed { today: NaiveDate },
    /// A breach must be reported before `late`.
    Breach { late: Timestamp },
}

impl Tx {
    /// Those that wait for it, the nearest first. Until the transaction ends nobody else gets them.
    pub async fn to_remind(&self, of: Reminder) -> Result<Vec<Complaint>, StoreError> {
        let due = complaint::Column::DueOn;
        let not_yet = |told: complaint::Column| {
            Condition::any().add(told.is_null()).add(Expr::col(told).ne(Expr::col(due)))
        };
        let waits = match of {
            Reminder::Near { today, soon } => has_target()
                .add(due.gte(today))
                .add(due.lte(soon))
                .add(not_yet(complaint::Column::RemindedOf)),
            Reminder::Passed { today } => {
                has_target().add(due.lt(today)).add(not_yet(complaint::Column::PassedToldOf))
            }
            Reminder::Breach { late } => Condition::all()
                .add(complaint::Column::BreachBy.lte(late))
                .add(complaint::Column::BreachReminded.eq(false)),
        };
        let rows = complaint::Entity::find()
            .filter(waits)
            .order_by_asc(due)
            .order_by_asc(complaint::Column::Id)
            .limit(ROUND)
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
            .all(&self.0)
            .await?;
        rows.into_iter().map(Complaint::try_from).collect()
    }

    /// Not again for the same target. The version stays: nothing of the matter has changed.
    pub async fn reminded(&self, id: ComplaintId, of: Reminder) -> Result<(), StoreError> {
        let due = || Expr::col(complaint::Column::DueOn);
        let (column, value) = match of {
            Reminder::Near { .. } => (complaint::Column::RemindedOf, due()),
            Reminder::Passed { .. } => (complaint::Column::PassedToldOf, due()),
            Reminder::Breach { .. } => (complaint::Column::BreachReminded, Expr::value(true)),
        };
        complaint::Entity::update_many()
            .col_expr(column, value)
            .filter(complaint::Column::Id.eq(id.as_uuid()))
            .exec(&self.0)
            .await?;
        Ok(())
    }
}

/// The states in which something is left to do by a day.
fn has_target() -> Condition {
    let waiting =
        [State::Received, State::Registered, State::Triaged, State::Inquiry, State::Merged].map(State::word);
    let measures = Condition::all()
        .add(complaint::Column::State.eq(State::Measures.word()))
        .add(complaint::Column::MeasureBy.is_not_null());
    let view = Condition::all()
        .add(complaint::Column::State.eq(State::NoComplaint.word()))
        .add(complaint::Column::AcknowledgeBy.is_not_null());
    let open = Condition::any().add(complaint::Column::State.is_in(waiting)).add(measures).add(view);
    Condition::all().add(complaint::Column::ClosedAt.is_null()).add(open)
}
