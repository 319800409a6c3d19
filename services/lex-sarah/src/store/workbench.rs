//! The workbench narrowed down, and how many cases a filter leaves.

use chrono::{Days, NaiveDate};
use organisation::Colleague;
use sea_orm::{Condition, QueryOrder, QuerySelect, entity::prelude::*};

use super::{
    Lines, Part, Store, StoreError, Window,
    entity::case::{self, Column},
    lists::cases_seen_by,
};
use crate::domain::{Clock, Filter, Ivo, TowardsIvo, Turn};

/// A filter on a day: what has passed, and what is near.
#[derive(Debug, Clone, Copy)]
pub struct Narrowed {
    pub filter: Filter,
    pub today: NaiveDate,
    /// How many days ahead are near.
    pub near: u32,
}

impl Store {
    /// What somebody investigates, may take or decides, as far as the filter holds.
    pub async fn workbench(
        &self,
        person: &Colleague,
        narrowed: Narrowed,
        window: Window,
    ) -> Result<Lines, StoreError> {
        self.merged(narrowed.cases_of(person), window).await
    }

    /// How many that is, and no further than to `most`, so that it costs the same however many there are.
    pub async fn count_workbench(
        &self,
        person: &Colleague,
        narrowed: Narrowed,
        most: u64,
    ) -> Result<u64, StoreError> {
        let mut ids: Vec<Uuid> = Vec::new();
        for cases in narrowed.cases_of(person) {
            // Without an order PostgreSQL walks the whole table in the hope of soon having found so many.
            let cases = cases.order_by_asc(Column::NextOn).order_by_asc(Column::Id);
            let found = cases.select_only().column(Column::Id).limit(most);
            ids.extend(found.into_tuple::<Uuid>().all(self.database.reader()).await?);
        }
        ids.sort_unstable();
        ids.dedup();
        Ok(most.min(ids.len() as u64))
    }
}

impl Narrowed {
    /// By each ground on which they stand on somebody's workbench.
    fn cases_of(self, person: &Colleague) -> Vec<Select<case::Entity>> {
        let part = match self.filter.turn {
            Some(Turn::Mine) => Part::Own,
            Some(Turn::Free) => Part::Others,
            Some(Turn::ToDecide) | None => Part::Workbench,
        };
        cases_seen_by(person, part).into_iter().map(|cases| cases.filter(self.holds())).collect()
    }

    fn holds(self) -> Condition {
        let Filter { turn, clock, state, unit, grade, ivo } = self.filter;
        Condition::all()
            .add_option((turn == Some(Turn::Free)).then(|| Column::ToTake.eq(true)))
            .add_option((turn == Some(Turn::ToDecide)).then(|| Column::ToDecide.eq(true)))
            .add_option(clock.map(|clock| self.within(clock)))
            .add_option(state.map(|state| Column::State.eq(state.code())))
            .add_option(unit.map(|unit| Column::UnitId.eq(unit.as_uuid())))
            .add_option(grade.map(|grade| Column::Grade.eq(grade.code())))
            .add_option(ivo.map(|ivo| Column::Ivo.eq(left(ivo).code())))
    }

    /// Internal targets and IVO's days alike. The nearest of them is what the index orders by: without it every case that was ever closed
    /// would be looked at. Beside a day that has passed, another can be near.
    fn within(self, clock: Clock) -> Condition {
        let last = self.today + Days::new(self.near.into());
        let near = |day: case::Column| day.between(self.today, last);
        match clock {
            Clock::Passed => Condition::all().add(Column::NextOn.lt(self.today)),
            Clock::Near => Condition::all().add(Column::NextOn.lte(last)).add(
                [Column::NextOn, Column::DueOn, Column::IvoDueOn]
                    .map(near)
                    .into_iter()
                    .fold(Condition::any(), Condition::add),
            ),
        }
    }
}

const fn left(ivo: TowardsIvo) -> Ivo {
    match ivo {
        TowardsIvo::Notify => Ivo::Required,
        TowardsIvo::SendInquiry => Ivo::Notified,
    }
}
