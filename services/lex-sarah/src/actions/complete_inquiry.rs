//! The investigator says that the inquiry is complete, and a decision-maker is told (before L9).

use audit::Actor;
use organisation::Colleague;

use super::{Failed, tell, unchanged, writer};
use crate::{
    App,
    domain::{
        Case, CaseId, Entry, Finding, Names, NewCompletion, Signature, TypedCompletion, Verb, findings,
    },
    store::{StoreError, Tx},
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
    let keys = tx.keys(id).await?;
    let unit = unit_name(app, &case);
    let names = Names { reporter: &reporter, keys: &keys, unit: &unit };
    let new = NewCompletion::parse(typed, &file.entries, &names, &app.policy)?;
    let case = Case { kind: new.kind.or(case.kind), ..case };
    tx.update(&case).await?;
    tx.add_completion(id, &seen.key, &new, &writer(person, now)).await?;
    tx.trace(Actor::Person(person.id), Verb::CompleteInquiry, id, None, now).await?;
    tx.send(tell::that_a_decision_waits(&case), now).await?;
    tx.commit().await?;
    app.inside.deliveries.wake();
    Ok(())
}

/// What in the entries could tell who somebody is. The key list is compared with, and nothing of it is shown but what
/// somebody has already written.
pub(super) async fn findings_in(
    app: &App,
    tx: &Tx,
    case: &Case,
    entries: &[Entry],
    reporter: &Signature,
) -> Result<Vec<Finding>, Failed> {
    let keys = tx.keys(case.id).await?;
    let unit = unit_name(app, case);
    Ok(findings(entries, &Names { reporter, keys: &keys, unit: &unit }))
}

fn unit_name(app: &App, case: &Case) -> String {
    app.register().unit(case.unit).map(|unit| unit.name.clone()).unwrap_or_default()
}
