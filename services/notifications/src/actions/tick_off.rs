//! Somebody who runs the service has seen to it that a person was told in another way.

use kernel::PersonId;

use crate::{App, actions::Failed, domain::Task};

/// The task is off the list; that it was one, and who ticked it off, stays.
#[tracing::instrument(skip_all, fields(?task), err)]
pub async fn tick_off(app: &App, by: PersonId, task: Task) -> Result<(), Failed> {
    if app.store.tick_off(task, by, app.now()).await? { Ok(()) } else { Err(Failed::NoLongerWaits) }
}
