//! Closes batches of traces into the chain. Any number of copies of a service may do so: of two that take the same place
//! one fails, and comes again.

use std::time::Duration;

use db::Database;
use kernel::{Clock, Timestamp, Uuid};
use proto::Service;
use sea_orm::{
    ActiveModelTrait, DbErr, IntoActiveModel, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, Query},
};
use tokio_util::sync::CancellationToken;
use vault::{KeyRing, SigningKey};

use crate::{
    entity::{head, link, trace},
    seal::{self, PURPOSE},
};

/// How long a trace may wait for its seal. POLICY
const EVERY: Duration = Duration::from_secs(5);
/// How many traces a batch has at most.
const BATCH: u64 = 500;
/// A transaction that took longer than this has left traces behind those that were sealed: they are found at the next start.
const LONGEST_TRANSACTION_MS: u64 = 3_600_000;

/// Seals the traces of one service.
pub struct Sealer {
    database: Database,
    clock: Clock,
    service: Service,
    key: SigningKey,
}

/// The end of the chain.
#[derive(Debug)]
pub(crate) struct End {
    pub number: i64,
    pub place: i64,
    pub hash: Vec<u8>,
}

/// What is written of a batch.
pub(crate) struct Batch {
    pub links: Vec<link::Model>,
    pub head: head::Model,
}

impl End {
    pub const BEGINNING: Self = Self { number: 0, place: 0, hash: Vec::new() };

    /// Gives each trace the next place, and signs the end.
    pub fn close(self, service: Service, key: &SigningKey, rows: &[trace::Model], at: Timestamp) -> Batch {
        let Self { number, mut place, mut hash } = self;
        let mut links = Vec::new();
        for row in rows {
            let digest = seal::digest(row);
            (place, hash) = (place + 1, seal::chained(&hash, &digest));
            let signature = key.sign(&seal::link(service, place, &digest));
            links.push(link::Model { place, audit_id: row.id, signature });
        }
        let number = number + 1;
        let signature = key.sign(&seal::head(service, number, place, &hash, at));
        Batch { links, head: head::Model { number, place, hash, closed_at: at, signature } }
    }
}

impl Sealer {
    pub fn new(database: Database, clock: Clock, service: Service, ring: &KeyRing) -> Self {
        Self { database, clock, service, key: ring.signing_key(PURPOSE) }
    }

    /// Seals until told to stop.
    pub async fn keep_sealing(self, stop: CancellationToken) {
        let mut all = true;
        while !stop.is_cancelled() {
            match self.seal(all).await {
                Ok(BATCH) => continue,
                Ok(_) => all = false,
                Err(error) => tracing::warn!(%error, "traces wait for their seal"),
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = tokio::time::sleep(EVERY) => {}
            }
        }
    }

    /// Closes a batch of what is not sealed yet: of `all` traces, or, much quicker, of the newest. Returns how many.
    pub async fn seal(&self, all: bool) -> Result<u64, DbErr> {
        let (end, newest) = self.end().await?;
        let rows = self.unsealed(newest.filter(|_| !all)).await?;
        if rows.is_empty() {
            return Ok(0);
        }
        let Batch { links, head } = end.close(self.service, &self.key, &rows, self.clock.now());
        let links = links.into_iter().map(|link| link.into_active_model().reset_all());
        let tx = self.database.begin().await?;
        link::Entity::insert_many(links).exec_without_returning(&tx).await?;
        head::Entity::insert(head.into_active_model().reset_all()).exec_without_returning(&tx).await?;
        tx.commit().await?;
        Ok(rows.len() as u64)
    }

    /// Where the chain ends, and with which trace.
    async fn end(&self) -> Result<(End, Option<Uuid>), DbErr> {
        let reader = self.database.reader();
        let head = head::Entity::find().order_by_desc(head::Column::Number).one(reader).await?;
        let link = link::Entity::find().order_by_desc(link::Column::Place).one(reader).await?;
        let place = link.as_ref().map_or(0, |link| link.place);
        let end = head.map_or(End::BEGINNING, |head| End { number: head.number, place, hash: head.hash });
        Ok((end, link.map(|link| link.audit_id)))
    }

    /// What has no place yet, oldest first.
    async fn unsealed(&self, newest_sealed: Option<Uuid>) -> Result<Vec<trace::Model>, DbErr> {
        let sealed = Query::select()
            .expr(Expr::val(1))
            .from(link::Entity)
            .and_where(
                Expr::col((link::Entity, link::Column::AuditId)).equals((trace::Entity, trace::Column::Id)),
            )
            .to_owned();
        let mut found = trace::Entity::find().filter(Expr::exists(sealed).not());
        if let Some(newest) = newest_sealed {
            found = found.filter(trace::Column::Id.gte(some_time_before(newest)));
        }
        found.order_by_asc(trace::Column::Id).limit(BATCH).all(self.database.reader()).await
    }
}

/// The first id that could have been made so long before this one: ids begin with the time (UUID version 7).
fn some_time_before(id: Uuid) -> Uuid {
    let made_at = u64::try_from(id.as_u128() >> 80).unwrap_or_default();
    Uuid::from_u128(u128::from(made_at.saturating_sub(LONGEST_TRANSACTION_MS)) << 80)
}
