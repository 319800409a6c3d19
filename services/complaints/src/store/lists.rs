//! Lists for those who handle complaints: nothing that was written, and only what each may know of.
//!
//! Each ground on which somebody may know of matters is asked by itself, in the order of an index, and the answers are merged:
//! so a page costs the same however many matters there are.

use chrono::NaiveDate;
use organisation::Colleague;
use sea_orm::{
    Order, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    domain::{Clock, Complaint, ComplaintId, Filter, News, State, Whose},
    store::{
        Store, StoreError,
        entity::complaint,
        grounds::{Reach, grounds, visible},
    },
};

/// The place of a matter in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub clock: NaiveDate,
    pub id: ComplaintId,
}

/// Which way the pages are turned, and from where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    First,
    After(Place),
    Before(Place),
}

/// A page of a list.
#[derive(Debug, Clone, Copy)]
pub struct Listing {
    /// What is not closed, nearest clock first; or what is, newest first.
    pub is_open: bool,
    pub filter: Filter,
    pub today: NaiveDate,
    /// Until which day a clock is near.
    pub near: NaiveDate,
    pub turn: Turn,
    pub limit: u64,
}

impl Store {
    /// A page of what the person may know of.
    pub async fn page(&self, person: &Colleague, page: &Listing) -> Result<Vec<Complaint>, StoreError> {
        let mut rows = Vec::new();
        for (hat, ground) in grounds(person, Reach::Known) {
            let found = on_page(visible(person, hat, ground), page, person);
            rows.extend(found.limit(page.limit).all(self.database.reader()).await?);
        }
        let mut found = rows.into_iter().map(Complaint::try_from).collect::<Result<Vec<_>, _>>()?;
        found.sort_unstable_by_key(Place::of);
        found.dedup_by_key(|complaint| complaint.id);
        if !page.is_ascending() {
            found.reverse();
        }
        found.truncate(usize::try_from(page.limit).unwrap_or(usize::MAX));
        if matches!(page.turn, Turn::Before(_)) {
            found.reverse();
        }
        Ok(found)
    }

    /// How many matters a page has, without looking at them.
    pub async fn count_page(&self, person: &Colleague, page: &Listing) -> Result<usize, StoreError> {
        let mut ids: Vec<Uuid> = Vec::new();
        for (hat, ground) in grounds(person, Reach::Known) {
            let found = on_page(visible(person, hat, ground), page, person).limit(page.limit);
            let found = found.select_only().column(complaint::Column::Id).into_tuple();
            ids.extend::<Vec<Uuid>>(found.all(self.database.reader()).await?);
        }
        ids.sort_unstable();
        ids.dedup();
        Ok(ids.len())
    }
}

impl Place {
    pub fn of(complaint: &Complaint) -> Self {
        Self { clock: super::rows::clock(complaint), id: complaint.id }
    }
}

impl Listing {
    /// Whether the database is asked from the nearest clock on: that depends on the list and on the way the page is turned.
    const fn is_ascending(&self) -> bool {
        self.is_open != matches!(self.turn, Turn::Before(_))
    }
}

/// Only what the filter lets through, from the place on, in the order of the list.
fn on_page(
    found: Select<complaint::Entity>,
    page: &Listing,
    person: &Colleague,
) -> Select<complaint::Entity> {
    let closed = complaint::Column::ClosedAt;
    let found = found.filter(if page.is_open { closed.is_null() } else { closed.is_not_null() });
    let found = with_clock(with(found, page.filter, person), page);
    let from = match page.turn {
        Turn::First => None,
        Turn::After(place) | Turn::Before(place) => Some(place),
    };
    let place = || Expr::tuple([complaint::Column::ClockOn, complaint::Column::Id].map(Expr::col));
    let found = match from {
        None => found,
        Some(Place { clock, id }) => {
            let from = Expr::tuple([Expr::val(clock), Expr::val(id.as_uuid())]);
            found.filter(if page.is_ascending() { place().gt(from) } else { place().lt(from) })
        }
    };
    let order = if page.is_ascending() { Order::Asc } else { Order::Desc };
    found.order_by(complaint::Column::ClockOn, order.clone()).order_by(complaint::Column::Id, order)
}

/// Only what the filter lets through, but for its clock.
pub(super) fn with(
    mut found: Select<complaint::Entity>,
    filter: Filter,
    person: &Colleague,
) -> Select<complaint::Entity> {
    let Filter { state, unit, category, clock: _, whose, news, channel } = filter;
    let words = [
        (complaint::Column::State, state.map(State::word)),
        (complaint::Column::Category, category.map(crate::domain::Category::word)),
        (complaint::Column::Channel, channel.map(crate::domain::Channel::word)),
    ];
    for (column, word) in words {
        found = word.map_or(found.clone(), |word| found.filter(column.eq(word)));
    }
    if let Some(unit) = unit {
        found = found.filter(complaint::Column::UnitId.eq(unit.as_uuid()));
    }
    if news == Some(News::FromSender) {
        found = found.filter(complaint::Column::UnreadSince.is_not_null());
    }
    let handler = complaint::Column::HandlerId;
    match whose {
        None => found,
        Some(Whose::Mine) => found.filter(handler.is_in(person.hats().map(|hat| hat.id.as_uuid()))),
        Some(Whose::Nobodys) => found.filter(handler.is_null()),
    }
}

fn with_clock(found: Select<complaint::Entity>, page: &Listing) -> Select<complaint::Entity> {
    let day = complaint::Column::ClockOn;
    match page.filter.clock {
        None => found,
        Some(Clock::Passed) => found.filter(day.lt(page.today)),
        Some(Clock::Near) => found.filter(day.gte(page.today)).filter(day.lte(page.near)),
    }
}
