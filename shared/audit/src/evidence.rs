//! What the database holds of the chain, read to be verified; and heads as somebody else keeps them.

use std::{fmt, str::FromStr};

use chrono::DateTime;
use data_encoding::BASE64;
use db::Database;
use kernel::{Timestamp, Uuid};
use sea_orm::{Condition, ConnectionTrait, DbErr, QueryOrder, QuerySelect, entity::prelude::*};

use crate::{
    entity::{head, link, trace},
    seal::{self, Hash},
};

/// How many rows are read at a time.
const PAGE: u64 = 5_000;

/// Everything there is to see.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// By place.
    pub(crate) links: Vec<Link>,
    /// By id.
    pub(crate) traces: Vec<Found>,
    /// By number.
    pub(crate) heads: Vec<Head>,
}

/// A place in the chain.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub place: i64,
    pub row: Uuid,
    pub signature: Vec<u8>,
}

/// A trace as it is there now.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    pub row: Uuid,
    pub at: Timestamp,
    pub digest: Hash,
}

/// The end of a batch. As text it is one line, to be given to somebody who keeps it elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub number: i64,
    pub place: i64,
    pub(crate) hash: Vec<u8>,
    pub closed_at: Timestamp,
    pub(crate) signature: Vec<u8>,
}

/// It is not a line that was exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the head of a chain")]
pub struct NotAHead;

impl Evidence {
    /// Reads it all, in the state of one moment.
    pub async fn read(database: &Database) -> Result<Self, DbErr> {
        let tx = database.begin().await?;
        let heads = heads(&tx).await?;
        let mut links: Vec<Link> = Vec::new();
        loop {
            let after = links.last().map(|link| link::Column::Place.gt(link.place));
            let page = link::Entity::find().filter(Condition::all().add_option(after));
            let page = page.order_by_asc(link::Column::Place).limit(PAGE).all(&tx).await?;
            if page.is_empty() {
                break;
            }
            links.extend(page.into_iter().map(|row| Link {
                place: row.place,
                row: row.audit_id,
                signature: row.signature,
            }));
        }
        let mut traces: Vec<Found> = Vec::new();
        loop {
            let after = traces.last().map(|found| trace::Column::Id.gt(found.row));
            let page = trace::Entity::find().filter(Condition::all().add_option(after));
            let page = page.order_by_asc(trace::Column::Id).limit(PAGE).all(&tx).await?;
            if page.is_empty() {
                break;
            }
            traces.extend(page.iter().map(|row| Found {
                row: row.id,
                at: row.at,
                digest: seal::digest(row),
            }));
        }
        Ok(Self { links, traces, heads })
    }
}

/// Every head, oldest first.
pub async fn heads(connection: &impl ConnectionTrait) -> Result<Vec<Head>, DbErr> {
    let rows = head::Entity::find().order_by_asc(head::Column::Number).all(connection).await?;
    Ok(rows.into_iter().map(Head::from).collect())
}

impl From<head::Model> for Head {
    fn from(head::Model { number, place, hash, closed_at, signature }: head::Model) -> Self {
        Self { number, place, hash, closed_at, signature }
    }
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { number, place, hash, closed_at, signature } = self;
        let (hash, signature) = (BASE64.encode(hash), BASE64.encode(signature));
        write!(f, "{number} {place} {} {hash} {signature}", closed_at.timestamp_micros())
    }
}

impl FromStr for Head {
    type Err = NotAHead;

    fn from_str(line: &str) -> Result<Self, NotAHead> {
        let [number, place, closed_at, hash, signature] = line.split(' ').collect::<Vec<_>>()[..] else {
            return Err(NotAHead);
        };
        let number_of = |text: &str| text.parse().map_err(|_| NotAHead);
        let bytes_of = |text: &str| BASE64.decode(text.as_bytes()).map_err(|_| NotAHead);
        Ok(Self {
            number: number_of(number)?,
            place: number_of(place)?,
            hash: bytes_of(hash)?,
            closed_at: DateTime::from_timestamp_micros(number_of(closed_at)?).ok_or(NotAHead)?,
            signature: bytes_of(signature)?,
        })
    }
}
