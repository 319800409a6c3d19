//! Tasks of whoever runs the service: done once, by whoever comes first.

use kernel::{PersonId, Timestamp};
use sea_orm::{entity::prelude::*, sea_query::Expr};

use crate::{
    domain::{DeliveryId, State, Task},
    store::{
        Store, StoreError,
        entity::{delivery, message},
        names::{STATES, name},
    },
};

impl Store {
    /// Lets a refused mail be tried again. False if it is not one, was ticked off, or its address has been removed.
    pub async fn send_again(&self, id: DeliveryId, now: Timestamp) -> Result<bool, StoreError> {
        use delivery::Column;
        let done = delivery::Entity::update_many()
            .col_expr(Column::State, Expr::value(name(&STATES, &State::Waiting)))
            .col_expr(Column::DueAt, Expr::value(Some(now)))
            .col_expr(Column::EndedAt, Expr::value(None::<Timestamp>))
            .filter(Column::Id.eq(id.as_uuid()))
            .filter(Column::State.eq(name(&STATES, &State::Refused)))
            .filter(Column::SeenToAt.is_null())
            .filter(Column::SealedAddress.is_not_null())
            .exec(self.database.reader())
            .await?;
        Ok(done.rows_affected == 1)
    }

    /// Takes a task off the list. False if it is none, or no longer.
    pub async fn tick_off(&self, task: Task, by: PersonId, now: Timestamp) -> Result<bool, StoreError> {
        let (at, by) = (Expr::value(Some(now)), Expr::value(Some(by.as_uuid())));
        let connection = self.database.reader();
        let done = match task {
            Task::Refused(id) => {
                use delivery::Column;
                delivery::Entity::update_many()
                    .col_expr(Column::SeenToAt, at)
                    .col_expr(Column::SeenToBy, by)
                    .filter(Column::Id.eq(id.as_uuid()))
                    .filter(Column::State.eq(name(&STATES, &State::Refused)))
                    .filter(Column::SeenToAt.is_null())
                    .exec(connection)
                    .await?
            }
            Task::Untold(id) => {
                use message::Column;
                message::Entity::update_many()
                    .col_expr(Column::SeenToAt, at)
                    .col_expr(Column::SeenToBy, by)
                    .filter(Column::Id.eq(id.as_uuid()))
                    .filter(Column::Untold.is_not_null())
                    .filter(Column::SeenToAt.is_null())
                    .exec(connection)
                    .await?
            }
        };
        Ok(done.rows_affected == 1)
    }
}
