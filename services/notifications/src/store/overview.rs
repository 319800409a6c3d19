//! What an operator sees. Nothing here opens an address.

use chrono::{NaiveDateTime, TimeDelta};
use db::Damaged;
use kernel::{PersonId, Timestamp};
use sea_orm::{
    DbErr, FromQueryResult, PaginatorTrait, QueryOrder, QuerySelect, Statement, entity::prelude::*,
};

use crate::{
    domain::{DeliveryId, MessageId, Occasion, Untold},
    store::{
        Store, StoreError,
        entity::{
            delivery::{self, Column},
            message,
        },
        names::{OCCASIONS, UNTOLD, named},
    },
};

/// How many of each list are shown, newest first.
const SHOWN: u64 = 50;
/// How far back mails are counted.
const COUNTED: TimeDelta = TimeDelta::hours(24);

#[derive(Debug)]
pub struct Overview {
    pub waiting: u64,
    /// Since when the longest-waiting mail waits.
    pub waiting_since: Option<Timestamp>,
    /// The last day by hour, newest first; hours in which nothing ended are left out.
    pub hours: Vec<Hour>,
    pub refused: Vec<RefusedMail>,
    pub untold: Vec<UntoldMessage>,
}

/// How many mails ended in an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hour {
    pub begins: Timestamp,
    pub sent: i64,
    pub refused: i64,
}

/// A mail that a server refused for good, until somebody has seen to it.
#[derive(Debug)]
pub struct RefusedMail {
    pub id: DeliveryId,
    pub at: Timestamp,
    pub occasion: Occasion,
    pub case_number: String,
    pub status: Option<i16>,
    /// Whose address it was, if it is somebody who works here.
    pub colleague: Option<PersonId>,
    /// Whether the address is still there.
    pub can_be_sent_again: bool,
}

/// A message of which somebody was to be told and was not, until somebody has seen to it.
#[derive(Debug)]
pub struct UntoldMessage {
    pub id: MessageId,
    pub at: Timestamp,
    pub occasion: Occasion,
    pub case_number: String,
    pub untold: Untold,
}

#[derive(FromQueryResult)]
struct HourRow {
    hour: String,
    sent: i64,
    refused: i64,
}

impl Store {
    pub async fn overview(&self, now: Timestamp) -> Result<Overview, StoreError> {
        let reader = self.database.reader();
        let waiting = delivery::Entity::find().filter(Column::DueAt.is_not_null());
        let longest = message::Entity::find()
            .inner_join(delivery::Entity)
            .filter(Column::DueAt.is_not_null())
            .order_by_asc(message::Column::Id)
            .one(reader)
            .await?;
        Ok(Overview {
            waiting: waiting.count(reader).await?,
            waiting_since: longest.map(|message| message.received_at),
            hours: self.hours(now - COUNTED).await?,
            refused: self.refused().await?,
            untold: self.untold().await?,
        })
    }

    /// Where the two databases cut a time to its hour in different ways.
    async fn hours(&self, since: Timestamp) -> Result<Vec<Hour>, StoreError> {
        let (hour, place) = if self.database.is_sqlite() {
            ("substr(ended_at, 1, 13)", "?")
        } else {
            ("to_char(ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24')", "$1")
        };
        let sql = format!(
            "SELECT {hour} AS hour, count(CASE WHEN state = 'sent' THEN 1 END) AS sent, \
             count(CASE WHEN state = 'refused' THEN 1 END) AS refused \
             FROM delivery WHERE ended_at >= {place} GROUP BY 1 ORDER BY 1 DESC"
        );
        let reader = self.database.reader();
        let statement = Statement::from_sql_and_values(reader.get_database_backend(), sql, [since.into()]);
        let rows = HourRow::find_by_statement(statement).all(reader).await?;
        Ok(rows.iter().map(hour_of).collect::<Result<_, _>>()?)
    }

    async fn refused(&self) -> Result<Vec<RefusedMail>, StoreError> {
        let rows = delivery::Entity::find()
            .find_also_related(message::Entity)
            .filter(Column::State.eq("refused"))
            .filter(Column::SeenToAt.is_null())
            .order_by_desc(Column::Id)
            .limit(SHOWN)
            .all(self.database.reader())
            .await?;
        let shown = |(delivery, message): (delivery::Model, Option<message::Model>)| {
            let message =
                message.ok_or(Damaged { table: "delivery", column: "message_id", row: delivery.id })?;
            Ok(RefusedMail {
                id: delivery.id.into(),
                at: delivery.ended_at.unwrap_or(message.received_at),
                occasion: named(&OCCASIONS, &message.occasion, "message", "occasion", message.id)?,
                case_number: message.case_number,
                status: delivery.last_status,
                colleague: delivery.colleague_id.map(PersonId::from),
                can_be_sent_again: delivery.sealed_address.is_some(),
            })
        };
        rows.into_iter().map(shown).collect()
    }

    async fn untold(&self) -> Result<Vec<UntoldMessage>, StoreError> {
        let rows = message::Entity::find()
            .filter(message::Column::Untold.is_not_null())
            .filter(message::Column::SeenToAt.is_null())
            .order_by_desc(message::Column::Id)
            .limit(SHOWN)
            .all(self.database.reader())
            .await?;
        let shown = |row: message::Model| {
            let untold = row.untold.unwrap_or_default();
            Ok(UntoldMessage {
                id: row.id.into(),
                at: row.received_at,
                occasion: named(&OCCASIONS, &row.occasion, "message", "occasion", row.id)?,
                case_number: row.case_number,
                untold: named(&UNTOLD, &untold, "message", "untold", row.id)?,
            })
        };
        rows.into_iter().map(shown).collect()
    }
}

fn hour_of(row: &HourRow) -> Result<Hour, DbErr> {
    let begins = NaiveDateTime::parse_from_str(&format!("{}:00", row.hour), "%Y-%m-%dT%H:%M");
    let begins = begins.map_err(|_| DbErr::Custom("an hour that is none".to_owned()))?.and_utc();
    Ok(Hour { begins, sent: row.sent, refused: row.refused })
}
