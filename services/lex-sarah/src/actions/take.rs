//! An investigator takes a case: nothing ties them to it, and there is a key list (L4).

use audit::Actor;
use kernel::calendar::swedish_day;
use organisation::Colleague;

use super::{Failed, tell, unchanged, writer};
use crate::{
    App,
    domain::{CaseId, Fault, Ladder, Verb},
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
    let (from, first) = (seen.case.state, seen.case.investigators.is_empty());
    let case = seen.case.take(person.id, &seen.standings, now, &app.policy)?;
    if !free_of_conflict {
        return Err(Failed::Faulty(vec![Fault::missing("free_of_conflict")]));
    }
    let by = writer(person, now);
    tx.update(&case, &seen.key, &app.policy, now).await?;
    tx.add_assignment(id, &seen.key, &by).await?;
    if first {
        tx.create_key_list(id, &by).await?;
    }
    tx.trace(Actor::Person(person.id), Verb::Take, id, None, now).await?;
    // What somebody has let go is assessed already.
    if case.state != from {
        let ladder = Ladder::of(&app.register(), case.unit, swedish_day(now));
        for parcel in tell::that_it_is_assessed(&case, &ladder, person.id) {
            tx.send(parcel, now).await?;
        }
    }
    tx.commit().await?;
    app.inside.deliveries.wake();
    Ok(())
}
