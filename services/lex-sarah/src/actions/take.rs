//! An investigator takes a case: nothing ties them to it, and there is a key list (L4).

use audit::Actor;
use organisation::Colleague;

use super::{Failed, unchanged, writer};
use crate::{
    App,
    domain::{CaseId, Fault, Verb},
};

/// `free_of_conflict` is what the investigator says of themself (rule G.2).
#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn take(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    free_of_conflict: bool,
) -> Result<(), Failed> {
    let (tx, now) = (app.store.begin().await?, app.now());
    let seen = match unchanged(&tx, id, person, version).await {
        Err(Failed::NotThere) if tx.was_taken_by_another(id, person).await? => {
            return Err(Failed::TakenByAnother);
        }
        seen => seen?,
    };
    let first = seen.case.investigators.is_empty();
    let case = seen.case.take(person.id, &seen.standings, now, &app.policy)?;
    if !free_of_conflict {
        return Err(Failed::Faulty(vec![Fault::missing("free_of_conflict")]));
    }
    let by = writer(person, now);
    tx.update(&case).await?;
    tx.add_assignment(id, &seen.key, &by).await?;
    if first {
        tx.create_key_list(id, &by).await?;
    }
    tx.trace(Actor::Person(person.id), Verb::Take, id, None, now).await?;
    tx.commit().await?;
    Ok(())
}
