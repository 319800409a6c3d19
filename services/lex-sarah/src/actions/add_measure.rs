//! A measure is planned: somebody does it by a day (L11, H47).

use chrono::NaiveDate;
use kernel::PersonId;
use organisation::{Colleague, Role};

use super::{
    Failed,
    deed::{Deed, Left},
    tell,
};
use crate::{
    App,
    domain::{Case, CaseId, Content, TypedMeasure, Verb},
};

#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn add_measure(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    typed: &TypedMeasure,
) -> Result<(), Failed> {
    let deed = Deed::begin(app, person, id, version).await?;
    let case = deed.case().done(Verb::AddMeasure, &deed.seen.standings, &deed.records, deed.now)?;
    let parsed = typed.parse(&owners(app, &case, deed.today()), deed.today(), &app.policy);
    let (deed, measure) = deed.looked_through(typed, parsed).await?;
    deed.tx.add_measure_owner(id, measure.owner).await?;
    let tell = vec![tell::the_owner(&case, &measure)];
    deed.end(Left { verb: Verb::AddMeasure, case, record: Some((Content::Measure(measure), None)), tell })
        .await
}

/// Those who can be asked to do something: who leads or works at the unit, and the school owner's representative. Nobody
/// whom the case is about, nor who reported it.
pub fn owners(app: &App, case: &Case, today: NaiveDate) -> Vec<(PersonId, String)> {
    let register = app.register();
    let held = [
        (Role::UnitManager, Some(case.unit)),
        (Role::Principal, Some(case.unit)),
        (Role::Staff, Some(case.unit)),
        (Role::SchoolOwnerRepresentative, None),
    ];
    let mut people: Vec<PersonId> =
        held.into_iter().flat_map(|(role, unit)| register.holders(role, unit, today)).collect();
    let mut seen = std::collections::HashSet::new();
    people.retain(|id| seen.insert(*id) && *id != case.reported_by && !case.implicated.contains(id));
    let named = people.into_iter().filter_map(|id| register.colleague(id, today));
    named.map(|person| (person.id, person.signature())).collect()
}
