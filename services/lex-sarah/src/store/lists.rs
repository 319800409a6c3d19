//! Lists: number, unit, day and state; never a word of what is said.

use chrono::NaiveDate;
use kernel::{CaseNumber, PersonId, Timestamp, UnitId, Uuid};
use organisation::{Colleague, Role};
use sea_orm::{
    Condition, Order, QueryOrder, QuerySelect, QueryTrait, Select,
    entity::prelude::*,
    sea_query::{NullOrdering, SelectStatement},
};

use super::{
    Store, StoreError,
    entity::{case, implicated},
    rows::RECEIVERS,
};
use crate::domain::{CaseId, State};

/// A case in a list.
#[derive(Debug, Clone)]
pub struct Line {
    pub id: CaseId,
    pub number: CaseNumber,
    pub unit: UnitId,
    pub state: State,
    pub inquiry_is_complete: bool,
    pub received_at: Timestamp,
    pub due_on: Option<NaiveDate>,
    pub investigator: Option<PersonId>,
}

/// Which of the cases that somebody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What they investigate, may take, or decide.
    Workbench,
    /// What they receive for their unit.
    Received,
    All,
}

/// A piece of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    pub limit: u64,
    /// From 1.
    pub page: u64,
}

impl Window {
    const fn skip(self) -> u64 {
        self.limit * self.page.saturating_sub(1)
    }
}

impl Store {
    /// What somebody has reported, newest first.
    pub async fn reports_of(&self, person: PersonId, window: Window) -> Result<Vec<Line>, StoreError> {
        let own = case::Entity::find()
            .filter(case::Column::ReportedBy.eq(person.as_uuid()))
            .order_by_desc(case::Column::Id);
        self.lines(own, window).await
    }

    /// The cases somebody sees beside their own reports, the nearest internal target first.
    pub async fn cases_for(
        &self,
        person: &Colleague,
        part: Part,
        window: Window,
    ) -> Result<Vec<Line>, StoreError> {
        let me = person.id.as_uuid();
        let mut seen = Condition::any();
        if part != Part::Received {
            seen = seen.add_option(to_investigate(person)).add_option(to_decide(person));
        }
        if part != Part::Workbench {
            seen = seen.add_option(received(person));
        }
        if seen.is_empty() {
            return Ok(Vec::new());
        }
        let cases = case::Entity::find()
            .filter(seen)
            .filter(case::Column::Id.not_in_subquery(about(me)))
            .order_by_with_nulls(case::Column::DueOn, Order::Asc, NullOrdering::Last)
            .order_by_asc(case::Column::Id);
        self.lines(cases, window).await
    }

    async fn lines(&self, cases: Select<case::Entity>, window: Window) -> Result<Vec<Line>, StoreError> {
        let rows = cases.offset(window.skip()).limit(window.limit).all(self.database.reader()).await?;
        rows.into_iter().map(line).collect()
    }
}

fn to_investigate(person: &Colleague) -> Option<Condition> {
    let free = Condition::all()
        .add(case::Column::State.eq(State::Registered.code()))
        .add(case::Column::InvestigatorId.is_null())
        .add(case::Column::ReportedBy.ne(person.id.as_uuid()));
    let own = case::Column::InvestigatorId.eq(person.id.as_uuid());
    person.is(Role::LexSarahInvestigator).then(|| Condition::any().add(free).add(own))
}

fn to_decide(person: &Colleague) -> Option<Condition> {
    let complete = Condition::all()
        .add(case::Column::State.eq(State::Inquiry.code()))
        .add(case::Column::InquiryCompletedAt.is_not_null());
    let decided = case::Column::State.is_in(
        [State::Decision, State::ClosedNoMisconduct, State::Measures, State::FollowUp, State::Closed]
            .map(State::code),
    );
    // Rule G.3.
    let of_others = Condition::all()
        .add(case::Column::InvestigatorId.ne(person.id.as_uuid()))
        .add(case::Column::ReportedBy.ne(person.id.as_uuid()));
    person.is(Role::DecisionMaker).then(|| of_others.add(Condition::any().add(complete).add(decided)))
}

fn received(person: &Colleague) -> Option<Condition> {
    let held = person.roles.iter().filter_map(|(role, unit)| {
        let (_, code) = RECEIVERS.iter().find(|(receiver, _)| receiver == role)?;
        let at_unit = unit.map(|unit| case::Column::UnitId.eq(unit.as_uuid()));
        Some(Condition::all().add(case::Column::ReceiverRole.eq(*code)).add_option(at_unit))
    });
    let any = held.fold(Condition::any(), Condition::add);
    let of_others = case::Column::ReportedBy.ne(person.id.as_uuid());
    (!any.is_empty()).then(|| Condition::all().add(any).add(of_others))
}

/// The cases that are about somebody.
fn about(person: Uuid) -> SelectStatement {
    implicated::Entity::find()
        .select_only()
        .column(implicated::Column::CaseId)
        .filter(implicated::Column::PersonId.eq(person))
        .into_query()
}

fn line(row: case::Model) -> Result<Line, StoreError> {
    let damaged = |column| StoreError::Damaged { table: "lex_sarah_case", column, row: row.id };
    Ok(Line {
        id: row.id.into(),
        number: row.number.parse().map_err(|_| damaged("number"))?,
        unit: row.unit_id.into(),
        state: row.state.parse().map_err(|_| damaged("state"))?,
        inquiry_is_complete: row.inquiry_completed_at.is_some(),
        received_at: row.received_at,
        due_on: row.due_on,
        investigator: row.investigator_id.map(PersonId::from),
    })
}
