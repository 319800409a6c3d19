//! All that belongs to the record of a complaint, to be looked through before it is handed out (OSL 6 kap., law C.6).

use audit::Actor;
use organisation::Colleague;

use crate::{
    StaffApp,
    actions::{Failed, read},
    domain::{Case, ComplaintId},
};

/// The case for somebody who reads it, without what is no part of the record: working notes (TF 2:12). That it was put together is
/// written before it is handed out.
#[tracing::instrument(skip_all, fields(complaint.id = %id), err)]
pub async fn record(app: &StaffApp, id: ComplaintId, person: &Colleague) -> Result<Case, Failed> {
    let mut case = read(app, id, person).await?;
    let content = case.content.as_mut().ok_or(Failed::NotFound)?;
    content.journal.retain(|entry| entry.kind.belongs_to_record());
    let tx = app.store.begin().await?;
    tx.trace(Actor::Person(person.id), "make_record", id, None, app.now()).await?;
    tx.commit().await?;
    Ok(case)
}
