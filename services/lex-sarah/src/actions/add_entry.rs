//! The inquiry finds something out (L7).

use audit::Actor;
use kernel::calendar::swedish_day;
use organisation::Colleague;

use super::{Failed, unchanged, writer};
use crate::{
    App,
    domain::{CaseId, EntryId, NewEntry, TypedEntry, Verb},
};

#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn add_entry(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    typed: &TypedEntry,
) -> Result<EntryId, Failed> {
    let (tx, now) = (app.store.begin().await?, app.now());
    let seen = unchanged(&tx, id, person, version).await?;
    let case = seen.case.add_entry(&seen.standings, now, &app.policy)?;
    let present = tx.entries(id, &seen.key).await?;
    let new = NewEntry::parse(typed, &present, swedish_day(now), &app.policy)?;
    tx.update(&case, &seen.key, &app.policy, now).await?;
    let entry = tx.add_entry(id, &seen.key, &new, &writer(person, now)).await?;
    tx.trace(Actor::Person(person.id), Verb::AddEntry, id, Some(entry.as_uuid()), now).await?;
    tx.commit().await?;
    Ok(entry)
}
