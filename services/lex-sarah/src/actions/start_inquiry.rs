//! The inquiry begins, with a plan (L5).

use audit::Actor;
use organisation::Colleague;

use super::{Failed, unchanged, writer};
use crate::{
    App,
    domain::{CaseId, Faults, NewNote, NoteKind, Verb},
};

#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn start_inquiry(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    plan: &str,
) -> Result<(), Failed> {
    let (tx, now) = (app.store.begin().await?, app.now());
    let seen = unchanged(&tx, id, person, version).await?;
    let case = seen.case.start_inquiry(&seen.standings, now, &app.policy)?;
    let mut faults = Faults::default();
    let plan = faults.text("plan", plan, app.policy.longest_text);
    let plan = NewNote::of(NoteKind::Plan, Some(faults.or(plan)?));
    tx.update(&case, &seen.key, &app.policy, now).await?;
    let note = tx.add_note(id, &seen.key, &plan, &writer(person, now)).await?;
    tx.trace(Actor::Person(person.id), Verb::StartInquiry, id, Some(note), now).await?;
    tx.commit().await?;
    Ok(())
}
