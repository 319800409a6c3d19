//! Who is what to a case, and what they see of it. Pure; the only answers there are.

use kernel::UnitId;
use organisation::{Colleague, Role};

use super::{Case, Standing, State, Verb};

/// Everything somebody is to one case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standings(Vec<Standing>);

/// How much of a case somebody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
    /// Number, unit and day: enough to take it, or to archive it.
    Listed,
    /// What they reported themselves, and in three words how far it has come.
    Own,
    /// The measures that are theirs to do.
    Task,
    /// The report and the protective measures.
    Received,
    Whole,
}

impl Standings {
    /// This service, doing what follows from somebody's deed.
    pub fn system() -> Self {
        Self(vec![Standing::System])
    }

    /// Before there is a case: may this person report for the unit?
    pub fn at_unit(person: &Colleague, unit: UnitId) -> Self {
        let works_there = person.units_of_work().contains(&unit);
        Self(works_there.then_some(Standing::Reporter).into_iter().collect())
    }

    /// Before there is a case: may this person write down what somebody tells them about the unit?
    pub fn taking_down(person: &Colleague, unit: UnitId) -> Self {
        let receives =
            RECEIVERS.iter().any(|role| person.is_at(*role, unit) || person.roles.contains(&(*role, None)));
        let takes_down = receives || person.is(Role::LexSarahInvestigator);
        Self(takes_down.then_some(Standing::Receiver).into_iter().collect())
    }

    /// What a person is to a case. Who is part of what is reported is nothing to it (rule G.2).
    pub fn of(person: &Colleague, case: &Case) -> Self {
        if case.implicated.contains(&person.id) {
            return Self::default();
        }
        let is_reporter = case.reported_by == person.id;
        let is_assigned = case.investigator == Some(person.id);
        let investigates = person.is(Role::LexSarahInvestigator);
        let has_investigated = is_assigned || case.investigators.contains(&person.id);
        let is_free = case.investigator.is_none() && !case.deciders.contains(&person.id);
        let candidates = [
            (Standing::Reporter, is_reporter),
            (Standing::Receiver, !is_reporter && receives(person, case, is_assigned && investigates)),
            (Standing::FreeInvestigator, investigates && is_free && !is_reporter),
            (Standing::Assigned, investigates && is_assigned),
            (Standing::DecisionMaker, person.is(Role::DecisionMaker) && !has_investigated && !is_reporter),
            (Standing::Owner, !is_reporter && case.owners.contains(&person.id)),
            (Standing::Archivist, person.is(Role::Archivist)),
            (Standing::Registrar, person.is(Role::Registrar)),
        ];
        Self(candidates.into_iter().filter_map(|(standing, holds)| holds.then_some(standing)).collect())
    }

    pub fn has(&self, standing: Standing) -> bool {
        self.0.contains(&standing)
    }

    pub fn any(&self, of: &[Standing]) -> bool {
        of.iter().any(|standing| self.has(*standing))
    }

    /// How much of the case these standings open. None: it is not there for them.
    pub fn sight(&self, case: &Case) -> Option<Sight> {
        let may_be = |verb: Verb| verb.states().any(|state| state == case.state);
        let sights = [
            (Sight::Whole, self.has(Standing::Assigned)),
            (Sight::Whole, self.has(Standing::DecisionMaker) && case.is_for_decision()),
            (Sight::Received, self.has(Standing::Receiver)),
            (Sight::Task, self.has(Standing::Owner) && has_measures(case.state)),
            (Sight::Own, self.has(Standing::Reporter)),
            (Sight::Listed, self.has(Standing::FreeInvestigator) && may_be(Verb::Take)),
            (Sight::Listed, self.has(Standing::Archivist) && may_be(Verb::Archive) && case.ivo_is_over()),
        ];
        sights.into_iter().filter_map(|(sight, opens)| opens.then_some(sight)).max()
    }
}

#[cfg(test)]
impl<const N: usize> From<[Standing; N]> for Standings {
    fn from(standings: [Standing; N]) -> Self {
        Self(standings.into())
    }
}

/// When everybody at the unit is part of it, the investigator does what is the receiver's.
fn receives(person: &Colleague, case: &Case, has_it: bool) -> bool {
    let holds = |role| person.is_at(role, case.unit) || person.roles.contains(&(role, None));
    case.receiver.into_iter().chain(case.on_call).any(holds) || (case.receiver.is_none() && has_it)
}

/// The roles that can receive a report, nearest to the unit first.
pub const RECEIVERS: [Role; 3] = [Role::UnitManager, Role::Principal, Role::SchoolOwnerRepresentative];

const fn has_measures(state: State) -> bool {
    matches!(state, State::Measures | State::FollowUp)
}
