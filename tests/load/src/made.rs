//! What all that is made here has: a number, an id, a time; and how very many are put into a database.

use std::{collections::HashSet, ops::Range};

use chrono::{Days, NaiveDate, TimeDelta};
use db::Database;
use kernel::{CaseNumber, Timestamp, Uuid};
use sea_orm::ConnectionTrait;
use tokio::task::JoinSet;

/// In one transaction.
const AT_A_TIME: usize = 500;
/// Transactions beside each other.
const AT_ONCE: usize = 4;

const SIX_YEARS: i64 = 6 * 365 * 24 * 60 * 60;
/// Six years before the still clock of the tests' world.
const FIRST_DAY: &str = "2020-11-22T08:00:00Z";
const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day");

/// Case numbers, each once: of a million that are drawn some are drawn twice.
#[derive(Default)]
pub struct Names(HashSet<CaseNumber>);

impl Names {
    pub fn next(&mut self) -> CaseNumber {
        loop {
            let number = CaseNumber::random();
            if self.0.insert(number.clone()) {
                return number;
            }
        }
    }
}

/// When the one with this number came in: spread over six years, so that few are as old as many.
pub fn received_at(number: usize) -> Timestamp {
    let first: Timestamp = FIRST_DAY.parse().unwrap();
    first + TimeDelta::seconds(i64::try_from(number).unwrap() * 7_919_777 % SIX_YEARS)
}

/// As ids are made: the time first, then chance.
pub fn id(number: usize) -> Uuid {
    let mut chance = [0; 10];
    chance[2..].copy_from_slice(&(number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
    let at = received_at(number).timestamp_millis().unsigned_abs();
    uuid::Builder::from_unix_timestamp_millis(at, &chance).into_uuid()
}

/// What is open has its clock around today, whenever it came in: a third of it has passed.
pub fn around_today(nth: usize) -> NaiveDate {
    TODAY + Days::new(nth as u64 % 60) - Days::new(20)
}

/// Has those with these numbers put in, so many in a transaction and so many transactions beside each other.
pub async fn in_batches<F>(
    names: &mut Names,
    numbers: Range<usize>,
    put: impl Fn(Vec<(usize, CaseNumber)>) -> F,
) where
    F: Future<Output = ()> + Send + 'static,
{
    let mut running = JoinSet::new();
    for first in numbers.clone().step_by(AT_A_TIME) {
        if running.len() == AT_ONCE {
            running.join_next().await.unwrap().unwrap();
        }
        let these = (first..(first + AT_A_TIME).min(numbers.end)).map(|number| (number, names.next()));
        running.spawn(put(these.collect()));
    }
    running.join_all().await;
}

/// Tells the database how much there is of everything, as PostgreSQL does by itself after a while.
pub async fn settle(database: &Database) {
    if !database.is_sqlite() {
        let tx = database.begin().await.unwrap();
        tx.execute_unprepared("SET LOCAL statement_timeout = 0").await.unwrap();
        tx.execute_unprepared("ANALYZE").await.unwrap();
        tx.commit().await.unwrap();
    }
}
