//! Somebody else than the investigator decides (L9), and what follows from the decision follows (L10, L11).

use audit::Actor;
use auth::Person;
use kernel::calendar::swedish_day;

use super::{Failed, deed::Deed, tell};
use crate::{
    App,
    domain::{
        CaseId, Decision, Frozen, Ivo, Ladder, NewDecision, Outcome, Signature, TypedDecision, Verb, in_force,
    },
};

/// Asks for a log-in of the last minutes.
#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn decide(
    app: &App,
    person: &Person,
    id: CaseId,
    version: i64,
    typed: &TypedDecision,
) -> Result<(), Failed> {
    if !person.is_fresh {
        return Err(Failed::NotFresh);
    }
    let deed = Deed::begin(app, person, id, version).await?;
    deed.seen.case.may_be_decided(&deed.seen.standings)?;
    let parsed = NewDecision::parse(typed, deed.seen.case.ivo, &app.policy);
    let (deed, new) = deed.looked_through(typed, parsed).await?;
    deed.add_kept(Verb::Decide).await?;
    let Deed { tx, now, seen, .. } = deed;
    let outcome = Outcome { grade: new.grade, decided_at: now, decided_by: person.id };
    let before = seen.case.clone();
    let case = seen.case.decide(outcome, new.ivo_required, &seen.standings, now, &app.policy)?;

    let entries = tx.entries(id, &seen.key).await?;
    let inquiry = in_force(&entries).map(|entry| entry.id).collect();
    let content = Frozen::of(&case, &new, (person.id, &Signature::of(person)), now, inquiry);
    let sha256 = Frozen::sha256(&content.canonical());
    let (case, followed) = case.follow_decision(now, &app.policy)?;

    tx.update(&case, &seen.key, &app.policy, now).await?;
    tx.add_decision(id, &seen.key, &Decision { content, sha256 }).await?;
    tx.trace(Actor::Person(person.id), Verb::Decide, id, None, now).await?;
    tx.trace(Actor::System, followed, id, None, now).await?;
    if let Some(parcel) = tell::the_reporter(&case, &app.register()) {
        tx.send(parcel, now).await?;
    }
    // IVO waits for the inquiry that has now been decided on.
    if let Some(parcel) = tell::the_investigator(&case).filter(|_| case.ivo == Ivo::Notified) {
        tx.send(parcel, now).await?;
    }
    if let Some(parcel) = tell::that_what_was_decided_waits(&case) {
        tx.send(parcel, now).await?;
    }
    let ladder = Ladder::of(&app.register(), case.unit, swedish_day(now));
    for parcel in tell::if_it_turns_serious(&before, &case, &ladder, person.id) {
        tx.send(parcel, now).await?;
    }
    tx.send(tell::what_was_decided(&case, seen.key.stand_in("quality"), outcome, new.ivo_required), now)
        .await?;
    tx.commit().await?;
    app.inside.deliveries.wake();
    Ok(())
}
