//! The investigator says that the inquiry is complete, and a decision-maker is told (before L9).

use audit::Actor;
use organisation::Colleague;

use super::{Failed, tell, unchanged, writer};
use crate::{
    App,
    domain::{CaseId, NewCompletion, TypedCompletion, Verb},
    store::StoreError,
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
    let file = tx.file(&seen).await?;
    let damaged = StoreError::Damaged { table: "report", column: "case_id", row: id.as_uuid() };
    let reporter = file.report.map(|report| report.by).ok_or(damaged)?;
    let new = NewCompletion::parse(typed, &file.entries, &reporter, &app.policy)?;
    tx.update(&case).await?;
    tx.add_completion(id, &seen.key, &new, &writer(person, now)).await?;
    tx.trace(Actor::Person(person.id), Verb::CompleteInquiry, id, None, now).await?;
    tx.send(tell::that_a_decision_waits(&case), now).await?;
    tx.commit().await?;
    app.inside.deliveries.wake();
    Ok(())
}
