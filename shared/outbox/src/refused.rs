//! Parcels that were refused for good: an operator looks, mends what was wrong, and sends them again.

use kernel::{Timestamp, Uuid};
use sea_orm::{Condition, DbErr, QueryOrder, QuerySelect, entity::prelude::*, sea_query::Expr};

use crate::{Deliveries, entity};

/// A parcel that its receiver refused. What is in it is nobody's business here.
#[derive(Debug, Clone, PartialEq, Eq, sea_orm::FromQueryResult)]
pub struct RefusedParcel {
    pub id: Uuid,
    pub recipient: String,
    pub path: String,
    pub created_at: Timestamp,
    pub refused_at: Timestamp,
    /// What the receiver answered; none when nobody knows the recipient.
    pub last_status: Option<i16>,
}

/// Which refused parcels are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which<'a> {
    All,
    These(&'a [Uuid]),
}

impl Deliveries {
    /// What was refused and has not been sent again, oldest first.
    pub async fn refused(&self) -> Result<Vec<RefusedParcel>, DbErr> {
        use entity::Column::{CreatedAt, Id, LastStatus, Path, Recipient, RefusedAt};
        entity::Entity::find()
            .select_only()
            .columns([Id, Recipient, Path, CreatedAt, RefusedAt, LastStatus])
            .filter(RefusedAt.is_not_null())
            .order_by_asc(Id)
            .into_model()
            .all(self.database().reader())
            .await
    }

    /// Sends refused parcels again, as they were and under the same id, so that a receiver that took one after all takes it once.
    /// Returns how many; what was not refused is left alone.
    pub async fn send_again(&self, which: Which<'_>) -> Result<u64, DbErr> {
        let named = match which {
            Which::All => None,
            Which::These(ids) => Some(entity::Column::Id.is_in(ids.iter().copied())),
        };
        let done = entity::Entity::update_many()
            .col_expr(entity::Column::DueAt, Expr::value(Some(self.now())))
            .col_expr(entity::Column::RefusedAt, Expr::value(None::<Timestamp>))
            .filter(entity::Column::RefusedAt.is_not_null())
            .filter(Condition::all().add_option(named))
            .exec(self.database().reader())
            .await?;
        self.wake();
        Ok(done.rows_affected)
    }
}
