//! Lists for those who handle complaints: nothing that was written, and only what each may know of.
//!
//! Each ground on which somebody may know of matters is asked by itself, in the order of an index, and the answers are merged:
//! so a page costs the same however many matters there are.

use chrono::NaiveDate;
use kernel::{PersonId, UnitId};
use organisation::{Colleague, Role};
use sea_orm::{
    Order, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, Query},
};

use crate::{
    domain::{Clock, Complaint, ComplaintId, Filter, Level, State, Whose},
    store::{
        Store, StoreError,
        entity::{complaint, conflict},
    },
};

/// A part of a list.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    pub limit: u64,
    pub offset: u64,
}

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

/// On what ground somebody may know of matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    /// The register leads to all of them.
    Everything,
    Unit(UnitId),
    /// What has come up to the school owner's representative, for a unit or for all.
    ComeUp(Option<UnitId>),
}

impl Store {
    /// A page of what the person may know of.
    pub async fn page(&self, person: &Colleague, page: &Listing) -> Result<Vec<Complaint>, StoreError> {
        let mut rows = Vec::new();
        for (hat, ground) in grounds(person) {
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
        for (hat, ground) in grounds(person) {
            let found = on_page(visible(person, hat, ground), page, person).limit(page.limit);
            let found = found.select_only().column(complaint::Column::Id).into_tuple();
            ids.extend::<Vec<Uuid>>(found.all(self.database.reader()).await?);
        }
        ids.sort_unstable();
        ids.dedup();
        Ok(ids.len())
    }

    /// Everything, newest first, or what stands in one state.
    pub async fn newest_complaints(
        &self,
        person: &Colleague,
        state: Option<State>,
        part: Part,
    ) -> Result<Vec<Complaint>, StoreError> {
        let mut rows = Vec::new();
        for (hat, ground) in grounds(person) {
            let mut newest = visible(person, hat, ground).order_by_desc(complaint::Column::Id);
            if let Some(state) = state {
                newest = newest.filter(complaint::Column::State.eq(state.word()));
            }
            rows.extend(newest.limit(part.offset + part.limit).all(self.database.reader()).await?);
        }
        rows.sort_unstable_by_key(|row| std::cmp::Reverse(row.id));
        rows.dedup_by_key(|row| row.id);
        let skipped = usize::try_from(part.offset).unwrap_or(usize::MAX);
        let limit = usize::try_from(part.limit).unwrap_or(usize::MAX);
        rows.into_iter().skip(skipped).take(limit).map(Complaint::try_from).collect()
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

/// The same as [`crate::domain::Parties::standing`], asked of the database: each ground, and in whose place it is had. A test holds
/// them together.
fn grounds(person: &Colleague) -> Vec<(PersonId, Ground)> {
    if person.is(Role::Registrar) {
        return vec![(person.id, Ground::Everything)];
    }
    person.hats().flat_map(|hat| grounds_of(hat).into_iter().map(|ground| (hat.id, ground))).collect()
}

fn grounds_of(hat: &Colleague) -> Vec<Ground> {
    if hat.is(Role::Registrar) {
        return vec![Ground::Everything];
    }
    let mut units = [Role::UnitManager, Role::Principal].map(|role| hat.units_as(role)).concat();
    units.sort_unstable();
    units.dedup();
    let mut grounds: Vec<_> = units.into_iter().map(Ground::Unit).collect();
    if hat.roles.contains(&(Role::SchoolOwnerRepresentative, None)) {
        grounds.push(Ground::ComeUp(None));
    } else {
        let units = hat.units_as(Role::SchoolOwnerRepresentative).into_iter();
        grounds.extend(units.map(|unit| Ground::ComeUp(Some(unit))));
    }
    grounds
}

/// What may be known of on this ground, but for what the person is off, or the one in whose place they act (G.2).
fn visible(person: &Colleague, hat: PersonId, ground: Ground) -> Select<complaint::Entity> {
    let come_up = || {
        complaint::Entity::find().filter(complaint::Column::Level.eq(Level::SchoolOwnerRepresentative.word()))
    };
    let found = match ground {
        Ground::Everything => complaint::Entity::find(),
        Ground::Unit(unit) => complaint::Entity::find().filter(complaint::Column::UnitId.eq(unit.as_uuid())),
        Ground::ComeUp(None) => come_up().filter(complaint::Column::UnitId.is_not_null()),
        Ground::ComeUp(Some(unit)) => come_up().filter(complaint::Column::UnitId.eq(unit.as_uuid())),
    };
    let excluded = Query::select()
        .expr(Expr::val(1))
        .from(conflict::Entity)
        .and_where(
            Expr::col((conflict::Entity, conflict::Column::ComplaintId))
                .equals((complaint::Entity, complaint::Column::Id)),
        )
        .and_where(
            Expr::col((conflict::Entity, conflict::Column::PersonId))
                .is_in([person.id.as_uuid(), hat.as_uuid()]),
        )
        .to_owned();
    found.filter(Expr::exists(excluded).not())
}

/// Only what the filter lets through, from the place on, in the order of the list.
fn on_page(
    found: Select<complaint::Entity>,
    page: &Listing,
    person: &Colleague,
) -> Select<complaint::Entity> {
    let closed = complaint::Column::ClosedAt;
    let found = found.filter(if page.is_open { closed.is_null() } else { closed.is_not_null() });
    let found = filtered(found, page, person);
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

fn filtered(
    mut found: Select<complaint::Entity>,
    page: &Listing,
    person: &Colleague,
) -> Select<complaint::Entity> {
    let Filter { state, unit, category, clock, whose, channel } = page.filter;
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
    let day = complaint::Column::ClockOn;
    found = match clock {
        None => found,
        Some(Clock::Passed) => found.filter(day.lt(page.today)),
        Some(Clock::Near) => found.filter(day.gte(page.today)).filter(day.lte(page.near)),
    };
    let handler = complaint::Column::HandlerId;
    match whose {
        None => found,
        Some(Whose::Mine) => found.filter(handler.is_in(person.hats().map(|hat| hat.id.as_uuid()))),
        Some(Whose::Nobodys) => found.filter(handler.is_null()),
    }
}
