//! A report is kept while it is written. It belongs to no case yet, so it leaves no trace.

use auth::Person;

use super::Failed;
use crate::{
    App,
    domain::{Draft, TypedReport},
};

/// What the person has written, and whether it is locked. Opened, it counts as a sign of life.
pub async fn draft(app: &App, person: &Person) -> Result<Option<(Draft, bool)>, Failed> {
    let Some(draft) = app.store.draft(person.id).await? else { return Ok(None) };
    let is_locked = draft.is_locked(person.authenticated_at, app.now(), &app.policy);
    if !is_locked {
        app.store.draft_seen(person.id, app.now()).await?;
    }
    Ok(Some((draft, is_locked)))
}

pub async fn keep_draft(app: &App, person: &Person, typed: &TypedReport, repeat: &str) -> Result<(), Failed> {
    keep(app, person, typed, repeat, false).await
}

/// Keeps it, and shows it to nobody before a new log-in.
pub async fn lock_draft(app: &App, person: &Person, typed: &TypedReport, repeat: &str) -> Result<(), Failed> {
    keep(app, person, typed, repeat, true).await
}

/// Shows what was kept to nobody before a new log-in.
pub async fn lock(app: &App, person: &Person) -> Result<(), Failed> {
    Ok(app.store.lock_draft(person.id, app.now()).await?)
}

async fn keep(
    app: &App,
    person: &Person,
    typed: &TypedReport,
    repeat: &str,
    locks: bool,
) -> Result<(), Failed> {
    let now = app.now();
    let draft = Draft {
        typed: typed.clone(),
        repeat: repeat.to_owned(),
        seen_at: now,
        locked_at: locks.then_some(now),
    };
    Ok(app.store.keep_draft(person.id, draft).await?)
}
