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
    /// The nearest that waits for it, but for those passed over; and why it cannot be read, if it cannot. Until the transaction
    /// ends nobody else gets it.
    pub async fn to_remind(
        &self,
        of: Reminder,
        but: &[ComplaintId],
    ) -> Result<Option<(ComplaintId, Result<Complaint, StoreError>)>, StoreError> {
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
        let row = complaint::Entity::find()
            .filter(waits)
            .filter(complaint::Column::Id.is_not_in(but.iter().map(|id| id.as_uuid())))
            .order_by_asc(due)
            .order_by_asc(complaint::Column::Id)
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
            .one(&self.0)
            .await?;
        Ok(row.map(|row| (row.id.into(), Complaint::try_from(row))))
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
