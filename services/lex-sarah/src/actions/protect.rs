//! Something is done at once to protect somebody (L2, LSS 24 e §).

use audit::Actor;
use kernel::calendar::swedish_day;
use organisation::Colleague;

use super::{Failed, tell, unchanged, writer};
use crate::{
    App,
    domain::{CaseId, Ladder, NewNote, News, TypedProtection, Verb},
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
    tx.update(&case, &seen.key, &app.policy, now).await?;
    let note = tx.add_note(id, &seen.key, &note, &writer(person, now)).await?;
    tx.trace(Actor::Person(person.id), Verb::Protect, id, Some(note), now).await?;
    let ladder = Ladder::of(&app.register(), case.unit, swedish_day(now));
    for parcel in tell::of_the_news(&case, News::Protected, &ladder, person.id) {
        tx.send(parcel, now).await?;
    }
    tx.commit().await?;
    app.inside.deliveries.wake();
    Ok(())
}
