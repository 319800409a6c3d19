//! Somebody fetches what is filed with IVO.

use audit::Actor;
use organisation::Colleague;

use super::Failed;
use crate::{
    App,
    domain::{CaseId, Package, Sight},
};

/// The paper with the case's number, for whoever sees the whole case. That it was fetched is written before it is handed out.
#[tracing::instrument(skip_all, fields(case.id = %id), err(level = "info"))]
pub async fn open_package(app: &App, person: &Colleague, id: CaseId) -> Result<(String, Package), Failed> {
    let tx = app.store.begin().await?;
    let seen = tx.case_as_seen_by(id, person).await?.filter(|seen| seen.sight == Sight::Whole);
    let seen = seen.ok_or(Failed::NotThere)?;
    let package = tx.package(id, &seen.key).await?.ok_or(Failed::NotThere)?;
    tx.trace_fetching(Actor::Person(person.id), id, app.now()).await?;
    tx.commit().await?;
    Ok((seen.case.number.to_string(), package))
}
