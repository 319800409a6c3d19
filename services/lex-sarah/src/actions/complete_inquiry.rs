//! The investigator says that the inquiry is complete, and a decision-maker is told (before L9).

use audit::Actor;
use organisation::Colleague;

use super::{
    Failed,
    names::{compared, names_in},
    tell, unchanged, writer,
};
use crate::{
    App,
    domain::{Case, CaseId, NewCompletion, TypedCompletion, Verb},
};

#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn complete_inquiry(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    typed: &TypedCompletion,
) -> Result<(), Failed> {
    let (tx, now) = (app.store.begin().await?, app.now());
    let seen = unchanged(&tx, id, person, version).await?;
    let case = seen.case.clone().complete_inquiry(&seen.standings, now, &app.policy)?;
    let entries = tx.entries(id, &seen.key).await?;
    let names = names_in(app, &tx, &seen, person.id, now).await?;
    let new = match NewCompletion::parse(typed, &entries, &names, &app.policy) {
        Ok(new) => new,
        Err(faults) => return Err(compared(tx, faults).await),
    };
    let case = Case { kind: new.kind.or(case.kind), ..case };
    tx.update(&case, &seen.key, &app.policy, now).await?;
    tx.add_completion(id, &seen.key, &new, &writer(person, now)).await?;
    tx.trace(Actor::Person(person.id), Verb::CompleteInquiry, id, None, now).await?;
    tx.send(tell::that_a_decision_waits(&case), now).await?;
    tx.commit().await?;
    app.inside.deliveries.wake();
    Ok(())
}
