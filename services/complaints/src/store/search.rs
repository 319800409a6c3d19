//! Matters found by what is plain, the newest first: for searches and for programs.

use chrono::Datelike;
use kernel::Timestamp;
use organisation::Colleague;
use sea_orm::{
    QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    domain::{
        Complaint, ComplaintId, State,
        search::{Number, Wanted},
    },
    store::{
        Store, StoreError,
        entity::complaint,
        grounds::{Reach, grounds, visible},
        lists::with,
    },
};

/// The place of a matter among all: when it came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    pub received_at: Timestamp,
    pub id: ComplaintId,
}

/// Matters of which something plain holds.
#[derive(Debug, Clone, Copy)]
pub struct Sought<'a> {
    /// Its words are not looked at here.
    pub wanted: &'a Wanted,
    pub reach: Reach,
    /// Only what came in before.
    pub after: Option<Spot>,
    pub limit: u64,
}

impl Store {
    /// The newest of those that the person may know of, or open.
    pub async fn sought(
        &self,
        person: &Colleague,
        sought: &Sought<'_>,
    ) -> Result<Vec<Complaint>, StoreError> {
        let mut rows = Vec::new();
        for (hat, ground) in grounds(person, sought.reach) {
            let found = newest(visible(person, hat, ground), sought, person);
            rows.extend(found.limit(sought.limit).all(self.database.reader()).await?);
        }
        rows.sort_unstable_by_key(|row| std::cmp::Reverse((row.received_at, row.id)));
        rows.dedup_by_key(|row| row.id);
        let limit = usize::try_from(sought.limit).unwrap_or(usize::MAX);
        rows.into_iter().take(limit).map(Complaint::try_from).collect()
    }
}

impl Spot {
    pub const fn of(complaint: &Complaint) -> Self {
        Self { received_at: complaint.received_at, id: complaint.id }
    }

    /// From what a form or a program brings back. None for a time that no matter came in at.
    pub fn read(micros: i64, id: Uuid) -> Option<Self> {
        let received_at = Timestamp::from_timestamp_micros(micros)?;
        (1970..=9999).contains(&received_at.year()).then_some(Self { received_at, id: id.into() })
    }
}

fn newest(
    found: Select<complaint::Entity>,
    sought: &Sought<'_>,
    person: &Colleague,
) -> Select<complaint::Entity> {
    let Wanted { words: _, number, filter, from, until } = sought.wanted;
    let received_at = complaint::Column::ReceivedAt;
    let mut found = with(found, *filter, person);
    match number {
        None => {}
        Some(Number::Case(number)) => found = found.filter(complaint::Column::Number.eq(number.as_str())),
        Some(Number::Registration(number)) => {
            found = found.filter(complaint::Column::RegistrationNumber.eq(number.as_str()));
        }
    }
    if let Some(from) = from {
        found = found.filter(received_at.gte(*from));
    }
    if let Some(until) = until {
        found = found.filter(received_at.lt(*until));
    }
    if sought.reach == Reach::Read {
        found = found.filter(complaint::Column::State.ne(State::Disposed.word()));
    }
    if let Some(Spot { received_at: at, id }) = sought.after {
        let spot = Expr::tuple([received_at, complaint::Column::Id].map(Expr::col));
        found = found.filter(spot.lt(Expr::tuple([Expr::val(at), Expr::val(id.as_uuid())])));
    }
    found.order_by_desc(received_at).order_by_desc(complaint::Column::Id)
}
