//! Somebody turns out to be part of what happened (rule G.2): from now on it is not there for them, and nobody tells them.

use audit::Actor;
use kernel::{PersonId, calendar::swedish_day};
use organisation::{Colleague, Role};

use super::{Failed, people, tell, unchanged};
use crate::{
    App,
    domain::{Case, CaseId, Fault, Ladder, Refused, Sight, Signature, Verb},
};

/// `named` is the id of one of those [`who_may_be_implicated`].
#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn implicate(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    named: &str,
) -> Result<(), Failed> {
    let (tx, now) = (app.store.begin().await?, app.now());
    let seen = unchanged(&tx, id, person, version).await?;
    seen.case.may_implicate(&seen.standings)?;
    // Whoever only receives or may take it leaves nobody out, whatever else they could be to it.
    if seen.sight != Sight::Whole {
        return Err(Refused::NotYours.into());
    }
    let named = candidate(app, &seen.case, person.id, named)?;
    let ladder = Ladder::of(&app.register(), seen.case.unit, swedish_day(now));
    let (before, had_it) = (seen.case.receiver, seen.case.investigator);
    let case = seen.case.implicate(named, &ladder, &seen.standings, now, &app.policy)?;
    tx.update(&case, &seen.key, &app.policy, now).await?;
    tx.add_implicated(id, named, now).await?;
    // Who it was stands in the trace, which whoever was left out cannot read.
    tx.trace(Actor::Person(person.id), Verb::Implicate, id, Some(named.as_uuid()), now).await?;
    // Somebody must still see to that nobody is in danger.
    if let Some(role) = case.receiver.filter(|role| Some(*role) != before) {
        tx.send(tell::of_a_case_that_is_theirs_now(&case, role), now).await?;
    }
    if case.investigator != had_it {
        tx.send(tell::that_it_is_free(&case), now).await?;
    }
    tx.commit().await?;
    app.inside.deliveries.wake();
    Ok(())
}

fn candidate(app: &App, case: &Case, by: PersonId, named: &str) -> Result<PersonId, Failed> {
    if named.is_empty() {
        return Err(Failed::Faulty(vec![Fault::missing("person")]));
    }
    let found = who_may_be_implicated(app, case, by).into_iter().find(|(id, _)| id.to_string() == named);
    found.map(|(id, _)| id).ok_or_else(|| Failed::Faulty(vec![Fault::not_a_choice("person")]))
}

/// Those who could see something of the case, by name: all but its reporter, the one who asks and whoever is left out already. Whoever
/// investigates is left out by a decision-maker.
pub fn who_may_be_implicated(app: &App, case: &Case, by: PersonId) -> Vec<(PersonId, Signature)> {
    let at_unit = people::WORKING.map(|role| (role, Some(case.unit)));
    let in_city = [Role::SchoolOwnerRepresentative, Role::LexSarahInvestigator, Role::DecisionMaker];
    let in_city = in_city.map(|role| (role, None));
    let mut people = people::holding(app, at_unit.into_iter().chain(in_city));
    people.retain(|(id, _)| *id != case.reported_by && *id != by && !case.implicated.contains(id));
    people
}
