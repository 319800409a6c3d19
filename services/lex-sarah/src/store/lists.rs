//! Lists: number, unit, day and state; never a word of what is said.
//!
//! Each ground on which somebody sees cases is asked by itself, in the order of an index, and the answers are merged: so a page costs
//! the same however many cases there are.

use chrono::NaiveDate;
use kernel::{CaseNumber, PersonId, Timestamp, UnitId, Uuid, calendar::swedish_day};
use organisation::{Colleague, Role};
use sea_orm::{
    Condition, DerivePartialModel, QueryOrder, QuerySelect, QueryTrait, Select, entity::prelude::*,
    sea_query::SelectStatement,
};

use super::{
    Store, StoreError,
    entity::{assignment, case, decision, implicated, measure_owner, report},
    rows::RECEIVERS,
};
use crate::domain::{CaseId, Nearest, News, State, Status};

/// A case in a list.
#[derive(Debug, Clone)]
pub struct Line {
    pub id: CaseId,
    pub number: CaseNumber,
    pub unit: UnitId,
    pub state: State,
    pub inquiry_is_complete: bool,
    /// Whether it lies before the decision-maker.
    pub is_for_decision: bool,
    pub received_at: Timestamp,
    /// The internal target of the next step.
    pub due_on: Option<NaiveDate>,
    /// The last day for sending the inquiry to IVO.
    pub ivo_due_on: Option<NaiveDate>,
    /// The nearest day of all, and what it is the last of.
    pub nearest: Option<(NaiveDate, Nearest)>,
    pub investigator: Option<PersonId>,
}

/// What lists need of a row: a fourth of it.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "case::Entity")]
struct Row {
    id: Uuid,
    number: String,
    unit_id: Uuid,
    state: String,
    due_on: Option<NaiveDate>,
    next_on: NaiveDate,
    next_is: Option<String>,
    for_decision: bool,
    received_at: Timestamp,
    investigator_id: Option<Uuid>,
    inquiry_completed_at: Option<Timestamp>,
    protected_at: Option<Timestamp>,
    ivo_clear_at: Option<Timestamp>,
    ivo_notified_on: Option<NaiveDate>,
    ivo_due_on: Option<NaiveDate>,
}

/// Something that somebody is told of a case that they do not read.
#[derive(Debug, Clone)]
pub struct Heard {
    pub news: News,
    pub number: CaseNumber,
    pub unit: UnitId,
    pub on: NaiveDate,
}

/// Which of the cases that somebody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What they investigate, may take, decide or archive.
    Workbench,
    /// What they investigate.
    Own,
    /// What is on their workbench but their own.
    Others,
    /// What they receive for their unit.
    Received,
    All,
}

/// One page of a list, and whether there is another after it.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    pub lines: Vec<Line>,
    pub more: bool,
}

/// Which page of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    pub limit: u64,
    /// From 1.
    pub page: u64,
}

impl Line {
    /// Whether somebody investigates it, may take it, decides or archives it. A receiver learns only how far it has come.
    pub fn is_on_the_workbench_of(&self, person: &Colleague) -> bool {
        let investigates =
            self.investigator.is_none_or(|id| id == person.id) && person.is(Role::LexSarahInvestigator);
        let decides = self.investigator != Some(person.id)
            && person.is(Role::DecisionMaker)
            && (self.is_for_decision || self.state.status() == Status::Decided);
        investigates || decides || person.is(Role::Archivist)
    }
}

impl Window {
    const fn skip(self) -> u64 {
        self.limit * self.page.saturating_sub(1)
    }
}

impl Store {
    /// What somebody has reported, newest first.
    pub async fn reports_of(&self, person: PersonId, window: Window) -> Result<Lines, StoreError> {
        let own = case::Entity::find()
            .filter(case::Column::ReportedBy.eq(person.as_uuid()))
            .order_by_desc(case::Column::Id);
        self.lines(own, window).await
    }

    /// What somebody is told of cases at the units that they answer for, or in the whole city, without reading them; the latest first.
    /// Of nothing that they reported, and nothing that is about them (rule G.2).
    pub async fn news_for(&self, person: &Colleague, most: u64) -> Result<Vec<Heard>, StoreError> {
        let mut told = Vec::new();
        for news in News::ALL.iter().copied() {
            let held = person.roles.iter().filter(|(role, _)| news.told().contains(role));
            let held = held.map(|(_, unit)| match unit {
                Some(unit) => case::Column::UnitId.eq(unit.as_uuid()),
                None => case::Column::UnitId.is_not_null(),
            });
            let theirs = held.fold(Condition::any(), Condition::add);
            if theirs.is_empty() {
                continue;
            }
            let since = since(news);
            let cases = case::Entity::find()
                .filter(since.is_not_null())
                .filter(case::Column::ReportedBy.ne(person.id.as_uuid()))
                .filter(case::Column::Id.not_in_subquery(about(person.id.as_uuid())))
                .filter(theirs)
                .order_by_desc(since)
                .order_by_desc(case::Column::Id)
                .limit(most);
            for row in self.rows(cases).await? {
                let line = line(&row)?;
                told.extend(on(news, &row).map(|on| Heard {
                    news,
                    number: line.number,
                    unit: line.unit,
                    on,
                }));
            }
        }
        told.sort_by_key(|told| std::cmp::Reverse(told.on));
        told.truncate(usize::try_from(most).unwrap_or(usize::MAX));
        Ok(told)
    }

    /// A report that somebody wrote down for the one who told it. They may see no more of it than that it arrived.
    pub async fn written_down_by(&self, person: PersonId, id: CaseId) -> Result<Option<Line>, StoreError> {
        let written = report::Entity::find_by_id(id.as_uuid())
            .filter(report::Column::TakenDownBy.eq(person.as_uuid()))
            .one(self.database.reader())
            .await?;
        let Some(written) = written else { return Ok(None) };
        let rows = self.rows(case::Entity::find_by_id(written.case_id)).await?;
        rows.first().map(line).transpose()
    }

    /// The cases somebody sees beside their own reports, the nearest day first: the internal target or IVO's.
    pub async fn cases_for(
        &self,
        person: &Colleague,
        part: Part,
        window: Window,
    ) -> Result<Lines, StoreError> {
        self.merged(cases_seen_by(person, part), window).await
    }

    /// What each ground gives, once, the nearest day first.
    pub(super) async fn merged(
        &self,
        grounds: Vec<Select<case::Entity>>,
        window: Window,
    ) -> Result<Lines, StoreError> {
        let mut rows = Vec::new();
        for cases in grounds {
            let first = by_day(cases).limit(window.skip() + window.limit + 1);
            rows.extend(self.rows(first).await?);
        }
        rows.sort_unstable_by_key(|row| (row.next_on, row.id));
        rows.dedup_by_key(|row| row.id);
        let rest = rows.into_iter().skip(usize::try_from(window.skip()).unwrap_or(usize::MAX));
        lines(&rest.collect::<Vec<_>>(), window)
    }

    /// One row more than asked for tells whether there is another page, without counting.
    pub(super) async fn lines(
        &self,
        cases: Select<case::Entity>,
        window: Window,
    ) -> Result<Lines, StoreError> {
        let rows = self.rows(cases.offset(window.skip()).limit(window.limit + 1)).await?;
        lines(&rows, window)
    }

    async fn rows(&self, cases: Select<case::Entity>) -> Result<Vec<Row>, StoreError> {
        Ok(cases.into_partial_model().all(self.database.reader()).await?)
    }
}

/// A page of rows, of which there may be more.
fn lines(rows: &[Row], window: Window) -> Result<Lines, StoreError> {
    let more = rows.len() as u64 > window.limit;
    let shown = usize::try_from(window.limit).unwrap_or(usize::MAX);
    Ok(Lines { lines: rows.iter().take(shown).map(line).collect::<Result<_, _>>()?, more })
}

fn by_day(cases: Select<case::Entity>) -> Select<case::Entity> {
    cases.order_by_asc(case::Column::NextOn).order_by_asc(case::Column::Id)
}

/// What somebody sees beside their own reports, by each ground. Nothing that is about them (rule G.2).
pub(super) fn cases_seen_by(person: &Colleague, part: Part) -> Vec<Select<case::Entity>> {
    let workbench = || [own(person), free(person), to_decide(person), to_archive(person)];
    let grounds: Vec<_> = match part {
        Part::Workbench => workbench().into_iter().flatten().collect(),
        Part::Own => own(person).into_iter().collect(),
        Part::Others => [free(person), to_decide(person), to_archive(person)].into_iter().flatten().collect(),
        Part::Received => received(person),
        Part::All => workbench().into_iter().flatten().chain(received(person)).collect(),
    };
    let not_about_them = || case::Column::Id.not_in_subquery(about(person.id.as_uuid()));
    grounds.into_iter().map(|ground| case::Entity::find().filter(ground).filter(not_about_them())).collect()
}

/// The column that tells since when it is so.
const fn since(news: News) -> case::Column {
    match news {
        News::Protected => case::Column::ProtectedAt,
        News::MayBeSerious => case::Column::IvoClearAt,
        News::IvoNotified => case::Column::IvoNotifiedOn,
    }
}

fn on(news: News, row: &Row) -> Option<NaiveDate> {
    match news {
        News::Protected => row.protected_at.map(swedish_day),
        News::MayBeSerious => row.ivo_clear_at.map(swedish_day),
        News::IvoNotified => row.ivo_notified_on,
    }
}

/// The cases that somebody has had to inquire into, now or before.
fn investigated_by(person: Uuid) -> SelectStatement {
    assignment::Entity::find()
        .select_only()
        .column(assignment::Column::CaseId)
        .filter(assignment::Column::InvestigatorId.eq(person))
        .into_query()
}

/// The cases that somebody has decided.
fn decided_by(person: Uuid) -> SelectStatement {
    decision::Entity::find()
        .select_only()
        .column(decision::Column::CaseId)
        .filter(decision::Column::DecidedBy.eq(person))
        .into_query()
}

fn own(person: &Colleague) -> Option<Condition> {
    let own = Condition::all().add(case::Column::InvestigatorId.eq(person.id.as_uuid()));
    person.is(Role::LexSarahInvestigator).then_some(own)
}

fn free(person: &Colleague) -> Option<Condition> {
    let free = Condition::all()
        .add(case::Column::ToTake.eq(true))
        .add(case::Column::Id.not_in_subquery(decided_by(person.id.as_uuid())))
        .add(case::Column::ReportedBy.ne(person.id.as_uuid()));
    person.is(Role::LexSarahInvestigator).then_some(free)
}

fn to_decide(person: &Colleague) -> Option<Condition> {
    // Rule G.3.
    let theirs = Condition::all()
        .add(case::Column::ForDecision.eq(true))
        .add(case::Column::Id.not_in_subquery(investigated_by(person.id.as_uuid())))
        .add(case::Column::ReportedBy.ne(person.id.as_uuid()));
    person.is(Role::DecisionMaker).then_some(theirs)
}

fn to_archive(person: &Colleague) -> Option<Condition> {
    person.is(Role::Archivist).then(|| Condition::all().add(case::Column::ForArchive.eq(true)))
}

/// As the one who receives it or is on call, and as one who has a measure in it.
fn received(person: &Colleague) -> Vec<Condition> {
    let mut grounds = Vec::new();
    for (role, unit) in &person.roles {
        let Some((_, code)) = RECEIVERS.iter().find(|(receiver, _)| receiver == role) else { continue };
        for receives in [case::Column::ReceiverRole, case::Column::OnCallRole] {
            let at_unit = unit.map(|unit| case::Column::UnitId.eq(unit.as_uuid()));
            grounds.push(Condition::all().add(receives.eq(*code)).add_option(at_unit));
        }
    }
    grounds.push(has_a_measure(person));
    let of_others = |ground: Condition| ground.add(case::Column::ReportedBy.ne(person.id.as_uuid()));
    grounds.into_iter().map(of_others).collect()
}

fn has_a_measure(person: &Colleague) -> Condition {
    let theirs = measure_owner::Entity::find()
        .select_only()
        .column(measure_owner::Column::CaseId)
        .filter(measure_owner::Column::PersonId.eq(person.id.as_uuid()))
        .into_query();
    Condition::all()
        .add(case::Column::State.is_in([State::Measures, State::FollowUp].map(State::code)))
        .add(case::Column::Id.in_subquery(theirs))
}

/// The cases that are about somebody.
pub(super) fn about(person: Uuid) -> SelectStatement {
    implicated::Entity::find()
        .select_only()
        .column(implicated::Column::CaseId)
        .filter(implicated::Column::PersonId.eq(person))
        .into_query()
}

fn line(row: &Row) -> Result<Line, StoreError> {
    let damaged = |column| StoreError::Damaged { table: "lex_sarah_case", column, row: row.id };
    let next_is = row.next_is.as_ref().map(|of| of.parse().map_err(|_| damaged("next_is"))).transpose()?;
    Ok(Line {
        id: row.id.into(),
        number: row.number.parse().map_err(|_| damaged("number"))?,
        unit: row.unit_id.into(),
        state: row.state.parse().map_err(|_| damaged("state"))?,
        inquiry_is_complete: row.inquiry_completed_at.is_some(),
        is_for_decision: row.for_decision,
        received_at: row.received_at,
        due_on: row.due_on,
        ivo_due_on: row.ivo_due_on,
        nearest: next_is.map(|of| (row.next_on, of)),
        investigator: row.investigator_id.map(PersonId::from),
    })
}
