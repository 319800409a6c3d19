//! Who has read a complaint, and done what with it.

use audit::{Actor, Trace};
use organisation::Colleague;

use crate::{
    StaffApp,
    actions::Failed,
    domain::{Complaint, ComplaintId},
};

/// Every trace, oldest first, for those who read it themselves. That they asked is a trace too.
#[tracing::instrument(skip_all, fields(complaint.id = %id), err)]
pub async fn who_has_read(
    app: &StaffApp,
    id: ComplaintId,
    person: &Colleague,
) -> Result<(Complaint, Vec<Trace>), Failed> {
    let tx = app.store.begin().await?;
    let seen = tx.case_as_seen_by(id, person).await?.filter(|(_, standing)| standing.reads);
    let (complaint, _) = seen.ok_or(Failed::NotFound)?;
    let traces = tx.traces(id).await?;
    tx.trace(Actor::Person(person.id), "read_traces", id, None, app.now()).await?;
    tx.commit().await?;
    Ok((complaint, traces))
}
