//! Something is done at once to protect somebody (L2, LSS 24 e §).

use audit::Actor;
use organisation::Colleague;

use super::{Failed, unchanged, writer};
use crate::{
    App,
    domain::{CaseId, NewNote, TypedProtection, Verb},
};

#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn protect(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    typed: &TypedProtection,
) -> Result<(), Failed> {
    let (tx, now) = (app.store.begin().await?, app.now());
    let seen = unchanged(&tx, id, person, version).await?;
    let case = seen.case.protect(&seen.standings, now)?;
    let note = NewNote::protection(typed, &app.policy)?;
    tx.update(&case).await?;
    let note = tx.add_note(id, &seen.key, &note, &writer(person, now)).await?;
    tx.trace(Actor::Person(person.id), Verb::Protect, id, Some(note), now).await?;
    tx.commit().await?;
    Ok(())
}
