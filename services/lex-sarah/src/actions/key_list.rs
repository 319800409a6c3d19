//! The key list: somebody is added under a code; somebody looks, with a reason and a fresh log-in.

use audit::Actor;
use auth::Person;
use organisation::Colleague;

use super::{Failed, unchanged, writer};
use crate::{
    App,
    domain::{CaseId, Faults, Key, NewKey, TypedKey, Verb},
};

#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn add_key(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    typed: &TypedKey,
) -> Result<(), Failed> {
    let (tx, now) = (app.store.begin().await?, app.now());
    let seen = unchanged(&tx, id, person, version).await?;
    let case = seen.case.add_key(&seen.standings, now)?;
    let new = NewKey::parse(typed, &app.policy)?;
    let code = new.part.next_code(&tx.codes(id).await?);
    tx.update(&case, &seen.key, &app.policy, now).await?;
    let key = tx.add_key(id, &new, &code, &writer(person, now)).await?;
    tx.trace(Actor::Person(person.id), Verb::AddKey, id, Some(key), now).await?;
    tx.commit().await?;
    Ok(())
}

/// Everybody in the list. Asks for a log-in of the last minutes, and leaves a trace with the reason.
#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn look_in_key_list(
    app: &App,
    person: &Person,
    id: CaseId,
    reason: &str,
) -> Result<Vec<Key>, Failed> {
    if !person.is_fresh {
        return Err(Failed::NotFresh);
    }
    let (tx, now) = (app.store.begin().await?, app.now());
    let seen = tx.case_as_seen_by(id, person).await?.ok_or(Failed::NotThere)?;
    seen.case.may_look_in_key_list(&seen.standings)?;
    let mut faults = Faults::default();
    let reason = faults.text("reason", reason, app.policy.longest_text);
    let reason = faults.or(reason)?;
    let look = tx.add_look(id, &reason, &writer(person, now)).await?;
    tx.trace(Actor::Person(person.id), Verb::LookInKeyList, id, Some(look), now).await?;
    let keys = tx.keys(id).await?;
    tx.commit().await?;
    Ok(keys)
}
