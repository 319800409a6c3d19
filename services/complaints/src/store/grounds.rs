//! On what grounds somebody may know of matters, or open them, as the database is asked.

use kernel::{PersonId, UnitId};
use organisation::{Colleague, Role};
use sea_orm::{
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, Query},
};

use crate::{
    domain::Level,
    store::entity::{complaint, conflict},
};

/// How much of a matter is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// That it is there, and what stands in lists.
    Known,
    /// What was written in it.
    Read,
}

/// On what ground somebody may know of matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// The register leads to all of them.
    Everything,
    /// What belongs to no unit yet, which those who lead it on may open.
    NoUnit,
    Unit(UnitId),
    /// What has come up to the school owner's representative, for a unit or for all.
    ComeUp(Option<UnitId>),
}

/// The same as [`crate::domain::Parties::standing`], asked of the database: each ground, and in whose place it is had. A test holds
/// them together.
pub(super) fn grounds(person: &Colleague, reach: Reach) -> Vec<(&Colleague, Ground)> {
    if person.is(Role::Registrar) && reach == Reach::Known {
        return vec![(person, Ground::Everything)];
    }
    let of = |hat| grounds_of(hat, reach).into_iter().map(move |ground| (hat, ground));
    person.hats().flat_map(of).collect()
}

fn grounds_of(hat: &Colleague, reach: Reach) -> Vec<Ground> {
    let is_registrar = hat.is(Role::Registrar);
    if is_registrar && reach == Reach::Known {
        return vec![Ground::Everything];
    }
    let mut units = [Role::UnitManager, Role::Principal].map(|role| hat.units_as(role)).concat();
    units.sort_unstable();
    units.dedup();
    let mut grounds: Vec<_> = units.into_iter().map(Ground::Unit).collect();
    grounds.extend(is_registrar.then_some(Ground::NoUnit));
    if hat.roles.contains(&(Role::SchoolOwnerRepresentative, None)) {
        grounds.push(Ground::ComeUp(None));
    } else {
        let units = hat.units_as(Role::SchoolOwnerRepresentative).into_iter();
        grounds.extend(units.map(|unit| Ground::ComeUp(Some(unit))));
    }
    grounds
}

/// What may be known of on this ground, but for what the person is off, or the one in whose place they act, or who put them there (G.2).
pub(super) fn visible(person: &Colleague, hat: &Colleague, ground: Ground) -> Select<complaint::Entity> {
    let come_up = || {
        complaint::Entity::find().filter(complaint::Column::Level.eq(Level::SchoolOwnerRepresentative.word()))
    };
    let found = match ground {
        Ground::Everything => complaint::Entity::find(),
        Ground::NoUnit => complaint::Entity::find().filter(complaint::Column::UnitId.is_null()),
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
                .is_in([person.id, hat.id].into_iter().chain(hat.placed_by).map(PersonId::as_uuid)),
        )
        .to_owned();
    found.filter(Expr::exists(excluded).not())
}
