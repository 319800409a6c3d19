//! Carrying parcels. Any number of copies of a service may do so at once: each parcel is claimed by one.

use std::{sync::Arc, time::Duration};

use chrono::TimeDelta;
use db::Database;
use futures_util::future::join_all;
use kernel::{Clock, Timestamp};
use sea_orm::{Condition, DbErr, entity::prelude::*, sea_query::Expr};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::{Parcel, Tries, entity, tries::wait};

const PARCELS: Tries<entity::Entity> =
    Tries { id: entity::Column::Id, due_at: entity::Column::DueAt, load: 20, hold: TimeDelta::seconds(120) };

/// What became of a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Taken,
    /// Nobody there, or not now: tried again, ever more seldom, for as long as it takes.
    NotNow {
        status: Option<u16>,
    },
    /// Refused for good: kept for an operator, not tried again.
    Refused {
        status: u16,
    },
}

/// Whoever carries parcels over the wire.
pub trait Carry: Sync {
    fn carry(&self, parcel: &Parcel) -> impl Future<Output = Outcome> + Send;
}

/// The parcels of one service.
#[derive(Debug, Clone)]
pub struct Deliveries {
    database: Database,
    clock: Clock,
    something_new: Arc<Notify>,
}

/// Parcels that have not arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    pub due: u64,
    pub refused: u64,
}

impl Deliveries {
    pub fn new(database: Database, clock: Clock) -> Self {
        Self { database, clock, something_new: Arc::new(Notify::new()) }
    }

    /// To be called after a commit, so that the parcel leaves at once and not at the next round.
    pub fn wake(&self) {
        self.something_new.notify_one();
    }

    /// Carries parcels until told to stop; a load under way is finished first.
    pub async fn run(self, carrier: impl Carry, stop: CancellationToken) {
        while !stop.is_cancelled() {
            match self.round(&carrier).await {
                Ok(0) => {}
                Ok(_) => continue,
                Err(error) => tracing::warn!(%error, "parcels wait: the database does not answer"),
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = self.something_new.notified() => {}
                () = tokio::time::sleep(Duration::from_secs(1)) => {}
            }
        }
    }

    /// Carries what is due now, one load. Returns how many were tried.
    pub async fn round(&self, carrier: &impl Carry) -> Result<usize, DbErr> {
        let rows = PARCELS.claim(&self.database, self.clock.now()).await?;
        // Beside one another: a receiver that dawdles holds up nobody else's parcels, and no load outlasts its claim.
        let settled = join_all(rows.iter().map(|row| self.carry(row, carrier))).await;
        settled.into_iter().collect::<Result<(), _>>()?;
        Ok(rows.len())
    }

    pub(crate) const fn database(&self) -> &Database {
        &self.database
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// How many parcels have not arrived: for the operator.
    pub async fn waiting(&self) -> Result<Waiting, DbErr> {
        let count = |column: entity::Column| entity::Entity::find().filter(column.is_not_null());
        Ok(Waiting {
            due: count(entity::Column::DueAt).count(self.database.reader()).await?,
            refused: count(entity::Column::RefusedAt).count(self.database.reader()).await?,
        })
    }

    async fn carry(&self, row: &entity::Model, carrier: &impl Carry) -> Result<(), DbErr> {
        let to = proto::Service::ALL.into_iter().find(|service| service.name() == row.recipient);
        let outcome = match to {
            Some(to) => {
                let parcel = Parcel { id: row.id, to, path: row.path.clone(), body: row.body.clone() };
                carrier.carry(&parcel).await
            }
            None => Outcome::Refused { status: 0 },
        };
        self.settle(row, outcome).await
    }

    /// Writes down what became of the try. If the claim ended meanwhile and somebody else has tried as well, only an
    /// arrival counts: it must not be undone, and must not be forgotten.
    async fn settle(&self, row: &entity::Model, outcome: Outcome) -> Result<(), DbErr> {
        let now = self.clock.now();
        let attempts = row.attempts + 1;
        let (due_at, delivered_at, refused_at, status) = match outcome {
            Outcome::Taken => (None, Some(now), None, None),
            Outcome::NotNow { status } => (Some(now + wait(attempts)), None, None, status),
            Outcome::Refused { status } => (None, None, Some(now), Some(status)),
        };
        if let Outcome::Refused { status } = outcome {
            tracing::error!(parcel.id = %row.id, to = row.recipient, status, "a parcel was refused for good");
        }
        let nobody_came_between =
            (outcome != Outcome::Taken).then(|| entity::Column::Attempts.eq(row.attempts));
        entity::Entity::update_many()
            .col_expr(entity::Column::DueAt, Expr::value(due_at))
            .col_expr(entity::Column::DeliveredAt, Expr::value(delivered_at))
            .col_expr(entity::Column::RefusedAt, Expr::value(refused_at))
            .col_expr(entity::Column::LastStatus, Expr::value(status.and_then(|s| i16::try_from(s).ok())))
            .col_expr(entity::Column::Attempts, Expr::value(attempts))
            .filter(entity::Column::Id.eq(row.id))
            .filter(Condition::all().add_option(nobody_came_between))
            .exec(self.database.reader())
            .await
            .map(drop)
    }
}
