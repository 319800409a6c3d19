//! A proposed list is carried out by the archivist, or withdrawn (I.2 C12).

use audit::Actor;
use kernel::calendar::swedish_day;
use organisation::Colleague;

use crate::{
    StaffApp,
    actions::Failed,
    domain::{Disposal, DisposalId, Done, End, NotDisposed, works_with_disposal},
    store::Tx,
};

/// Destroys what was written in every matter on the list, all or none, and leaves a line in the log. What has changed since it was
/// proposed (opened again, handed over) stops the whole list: what was proposed is what is approved.
#[tracing::instrument(skip_all, fields(disposal.id = %id), err)]
pub async fn dispose(app: &StaffApp, id: DisposalId, person: &Colleague) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    let disposal = waiting(&tx, id).await?;
    disposal.may_be_approved_by(person)?;
    let today = swedish_day(now);
    for candidate in tx.listed(&disposal.list).await? {
        if !candidate.may_go(&disposal.rule(), today) {
            return Err(NotDisposed::Changed.into());
        }
        let complaint = candidate.complaint.dispose(person.id)?;
        tx.update_complaint(&complaint).await?;
        tx.destroy(complaint.id).await?;
        tx.trace(Actor::Person(person.id), "dispose", complaint.id, Some(id.as_uuid()), now).await?;
    }
    let approved = Done { at: now, by: person.id };
    let protocol = disposal.protocol(approved, tx.last_protocol().await?);
    tx.end_disposal(id, &End::Carried(protocol)).await?;
    Ok(tx.commit().await?)
}

/// Nothing is destroyed; the list stays in the log as withdrawn.
#[tracing::instrument(skip_all, fields(disposal.id = %id), err)]
pub async fn withdraw_disposal(app: &StaffApp, id: DisposalId, person: &Colleague) -> Result<(), Failed> {
    if !works_with_disposal(person) {
        return Err(NotDisposed::NotYours.into());
    }
    let now = app.now();
    let tx = app.store.begin().await?;
    let disposal = waiting(&tx, id).await?;
    for listed in &disposal.list {
        tx.trace(Actor::Person(person.id), "withdraw_disposal", listed.id, Some(id.as_uuid()), now).await?;
    }
    tx.end_disposal(id, &End::Withdrawn(Done { at: now, by: person.id })).await?;
    Ok(tx.commit().await?)
}

async fn waiting(tx: &Tx, id: DisposalId) -> Result<Disposal, Failed> {
    let disposal = tx.disposal(id).await?.ok_or(Failed::NotFound)?;
    if disposal.end.is_some() { Err(NotDisposed::Ended.into()) } else { Ok(disposal) }
}
