//! Somebody adds a file: to the report they write, or to a piece of the inquiry. It is looked at and sealed while it arrives.

use std::pin::pin;

use audit::Actor;
use bytes::Bytes;
use files::{Incoming, Inspection, Refusal};
use futures_util::{Stream, StreamExt};
use kernel::PersonId;
use organisation::Colleague;

use super::Failed;
use crate::{
    App,
    domain::{Attachment, AttachmentId, CaseId, EntryId},
    store::{Looked, Store, StoreError},
};

/// A file for the report that somebody writes. It waits, for them alone, until the report is sent. It belongs to no case yet, so it leaves
/// no trace.
#[tracing::instrument(skip_all, err(level = "info"))]
pub async fn attach<E: Send>(
    app: &App,
    person: &Colleague,
    name: &str,
    content: impl Stream<Item = Result<Bytes, E>> + Send,
) -> Result<(), Failed> {
    if app.store.waiting(person.id).await?.len() >= app.policy.most_files {
        return Err(Failed::TooManyFiles);
    }
    let mut file = Store::incoming();
    let taken = take(app, person.id, name, content, &mut file).await;
    let kept = match taken {
        Ok(looked) => wait(app, &file, looked).await,
        Err(failed) => Err(failed),
    };
    cleared(app, person.id, &file, kept).await
}

/// A file that a piece of the inquiry rests on. A complete inquiry has to be completed again, as for a new piece of it.
#[tracing::instrument(skip_all, fields(case.id = %id), err(level = "info"))]
pub async fn attach_to_entry<E: Send>(
    app: &App,
    person: &Colleague,
    (id, entry): (CaseId, EntryId),
    name: &str,
    content: impl Stream<Item = Result<Bytes, E>> + Send,
) -> Result<(), Failed> {
    may_attach(app, person, id, entry).await?;
    let mut file = Store::incoming();
    let taken = take(app, person.id, name, content, &mut file).await;
    let kept = match taken {
        Ok(looked) => keep(app, person, (id, entry), &file, looked).await,
        Err(failed) => Err(failed),
    };
    cleared(app, person.id, &file, kept).await
}

/// The files of somebody's own that wait for their report.
pub async fn waiting(app: &App, person: PersonId) -> Result<Vec<Attachment>, Failed> {
    Ok(app.store.waiting(person).await?)
}

/// Takes back one that waits.
pub async fn detach(app: &App, person: &Colleague, id: AttachmentId) -> Result<(), Failed> {
    Ok(app.store.remove_waiting(person.id, id).await?)
}

/// Asked before anything of the file is read.
async fn may_attach(app: &App, person: &Colleague, id: CaseId, entry: EntryId) -> Result<(), Failed> {
    let tx = app.store.begin().await?;
    let seen = tx.case_as_seen_by(id, person).await?.ok_or(Failed::NotThere)?;
    seen.case.add_entry(&seen.standings, app.now(), &app.policy)?;
    if !tx.entries(id, &seen.key).await?.iter().any(|known| known.id == entry) {
        return Err(Failed::NotThere);
    }
    let files = tx.attachments(id, &seen.key).await?;
    let has = files.iter().filter(|file| file.entry == Some(entry)).count();
    if has < app.policy.most_files { Ok(()) } else { Err(Failed::TooManyFiles) }
}

async fn take<E: Send>(
    app: &App,
    by: PersonId,
    name: &str,
    content: impl Stream<Item = Result<Bytes, E>> + Send,
    file: &mut Incoming,
) -> Result<Looked, Failed> {
    let (mut content, now, database) = (pin!(content), app.now(), app.store.database());
    let mut inspection = Inspection::begin(name, app.policy.file_limits(), app.scanner.as_ref())?;
    while let Some(part) = content.next().await {
        let part = part.map_err(|_| Refusal::BrokenOff)?;
        file.feed(&part);
        inspection.feed(part).await?;
        if file.is_full() {
            if file.is_new() {
                app.store.begin_attachment(file, name, inspection.kind()?, by, now).await?;
            }
            file.write(database).await.map_err(StoreError::from)?;
        }
    }
    let size = i64::try_from(inspection.size()).expect("within the limit");
    let (kind, standing) = inspection.finish().await?;
    if file.is_new() {
        app.store.begin_attachment(file, name, kind, by, now).await?;
    }
    file.finish(database).await.map_err(StoreError::from)?;
    Ok(Looked { size, standing, scan_again_at: app.now() + app.policy.scan_again_after() })
}

async fn wait(app: &App, file: &Incoming, looked: Looked) -> Result<(), Failed> {
    let tx = app.store.begin().await?;
    tx.finish_attachment(file, looked).await?;
    Ok(tx.commit().await?)
}

async fn keep(
    app: &App,
    person: &Colleague,
    (id, entry): (CaseId, EntryId),
    file: &Incoming,
    looked: Looked,
) -> Result<(), Failed> {
    let (tx, now) = (app.store.begin().await?, app.now());
    let seen = tx.case_as_seen_by(id, person).await?.ok_or(Failed::NotThere)?;
    let case = seen.case.add_entry(&seen.standings, now, &app.policy)?;
    let attachment = AttachmentId::from(file.id());
    tx.update(&case, &seen.key, &app.policy, now).await?;
    tx.finish_attachment(file, looked).await?;
    tx.claim(attachment, file.key(), id, &seen.key, Some(entry)).await?;
    tx.trace_file(Actor::Person(person.id), "add_attachment", (id, attachment), now).await?;
    Ok(tx.commit().await?)
}

/// What did not become the answer leaves nothing behind.
async fn cleared(app: &App, by: PersonId, file: &Incoming, kept: Result<(), Failed>) -> Result<(), Failed> {
    if kept.is_err() {
        app.store.remove_waiting(by, file.id().into()).await?;
    }
    kept
}
