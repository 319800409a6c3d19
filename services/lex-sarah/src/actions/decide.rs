//! Somebody else than the investigator decides (L9), and what follows from the decision follows (L10, L11).

use audit::Actor;
use auth::Person;
use kernel::calendar::swedish_day;

use super::{
    Failed,
    names::{compared, names_in},
    tell, unchanged, writer,
};
use crate::{
    App,
    domain::{
        CaseId, Content, Decision, Frozen, KeptIn, Ladder, NewDecision, Outcome, Signature, TypedDecision,
        Verb, in_force, kept_in, with_kept,
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
    let (tx, now) = (app.store.begin().await?, app.now());
    let seen = unchanged(&tx, id, person, version).await?;
    seen.case.may_be_decided(&seen.standings)?;
    let names = names_in(app, &tx, &seen, person.id, now).await?;
    let parsed = NewDecision::parse(typed, seen.case.ivo, &app.policy);
    let (new, kept) = match with_kept(parsed, kept_in(typed, &names, &app.policy)) {
        Ok(both) => both,
        Err(faults) => return Err(compared(tx, faults).await),
    };
    let outcome = Outcome { grade: new.grade, decided_at: now, decided_by: person.id };
    let before = seen.case.clone();
    let case = seen.case.decide(outcome, new.ivo_required, &seen.standings, now, &app.policy)?;

    let entries = tx.entries(id, &seen.key).await?;
    let inquiry = in_force(&entries).map(|entry| entry.id).collect();
    let content = Frozen::of(&case, &new, (person.id, &Signature::of(person)), now, inquiry);
    let sha256 = Frozen::sha256(&content.canonical());
    let (case, followed) = case.follow_decision(now, &app.policy)?;

    tx.update(&case, &seen.key, &app.policy, now).await?;
    if !kept.is_empty() {
        let content = Content::Kept(KeptIn { deed: Verb::Decide, words: kept });
        tx.add_record(id, &seen.key, None, &content, &writer(person, now)).await?;
    }
    tx.add_decision(id, &seen.key, &Decision { content, sha256 }).await?;
    tx.trace(Actor::Person(person.id), Verb::Decide, id, None, now).await?;
    tx.trace(Actor::System, followed, id, None, now).await?;
    if let Some(parcel) = tell::the_reporter(&case, &app.register()) {
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
