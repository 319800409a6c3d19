//! Somebody who handles complaints opens one.

use audit::Actor;
use organisation::Colleague;
use vault::CaseKey;

use crate::{
    StaffApp,
    actions::{Failed, case::whole_key, seal::SERVICE},
    domain::{Case, ComplaintId, Content, FileEntry, State},
    store::{Claimed, StoreError, Tx},
};

/// What the person may see of it. That they looked is written in the same transaction; if it cannot be, nothing is shown.
#[tracing::instrument(skip_all, fields(complaint.id = %id), err)]
pub async fn read(app: &StaffApp, id: ComplaintId, person: &Colleague) -> Result<Case, Failed> {
    let tx = app.store.begin().await?;
    let (complaint, standing) = tx.case_as_seen_by(id, person).await?.ok_or(Failed::NotFound)?;
    // What was disposed of can be opened by nobody.
    let opens = standing.reads && complaint.state != State::Disposed;
    let content = if opens { Some(content(app, &tx, id).await?) } else { None };
    let action = if opens { "read" } else { "read_metadata" };
    if opens && complaint.unread_since.is_some() && complaint.is_seen_by(person, standing) {
        tx.seen(id, complaint.version).await?;
    }
    let handed_over = tx.handed_over(id).await?;
    let judged_before = if opens { tx.judged_before(id).await? } else { Vec::new() };
    let links = tx.links(id, person).await?;
    let files_stay_with = if opens { tx.files_stay_with(id, person.id).await? } else { None };
    tx.trace(Actor::Person(person.id), action, id, None, app.now()).await?;
    tx.commit().await?;
    Ok(Case { complaint, standing, judged_before, content, handed_over, links, files_stay_with })
}

async fn content(app: &StaffApp, tx: &Tx, id: ComplaintId) -> Result<Content, StoreError> {
    let key = whole_key(app, tx, id).await?;
    let half = key.senders_half();
    let files = tx.files_for_service(id).await?;
    let mut journal = tx.journal(id, &key).await?;
    journal.extend(tx.working_notes(id, &key).await?);
    journal.sort_by_key(|entry| entry.id.as_uuid());
    Ok(Content {
        messages: tx.messages(id, &half).await?,
        journal,
        contact: tx.contact(id, &half).await?,
        measures: tx.measures(id, &key).await?,
        fulfilled: tx.fulfilments(id, &key).await?,
        files: files.iter().map(|file| entry(app, file)).collect::<Result<_, _>>()?,
    })
}

pub(super) fn entry(app: &StaffApp, file: &Claimed) -> Result<FileEntry, StoreError> {
    file.entry(&file_key(app, file)?)
}

/// The key of a file, from the service's own ring.
pub(super) fn file_key(app: &StaffApp, file: &Claimed) -> Result<CaseKey, StoreError> {
    Ok(CaseKey::unwrap(SERVICE, file.id().as_uuid(), &file.key, &app.inside.ring)?)
}
