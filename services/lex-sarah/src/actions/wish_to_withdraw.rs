//! A reporter wants to take the report back. It cannot be recalled: the wish is noted, and it is inquired into all the same.

use audit::Actor;
use organisation::Colleague;

use super::{Failed, writer};
use crate::{
    App,
    domain::{CaseId, Faults, NewNote, NoteKind, Verb},
};

/// `why` may be empty. The case is taken as it is: a reporter is not told how much has happened in it.
#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn wish_to_withdraw(app: &App, person: &Colleague, id: CaseId, why: &str) -> Result<(), Failed> {
    let (tx, now) = (app.store.begin().await?, app.now());
    let seen = tx.case_as_seen_by(id, person).await?.ok_or(Failed::NotThere)?;
    let case = seen.case.note_wish_to_withdraw(&seen.standings, now)?;
    let mut faults = Faults::default();
    let why = faults.optional_text("why", why, app.policy.longest_text);
    let why = faults.or(Some(why))?;
    tx.update(&case, &seen.key, &app.policy, now).await?;
    let note = NewNote::of(NoteKind::WishToWithdraw, why);
    let note = tx.add_note(id, &seen.key, &note, &writer(person, now)).await?;
    tx.trace(Actor::Person(person.id), Verb::WishToWithdraw, id, Some(note), now).await?;
    tx.commit().await?;
    Ok(())
}
