//! Somebody fetches what is filed with IVO.

use audit::Actor;
use organisation::Colleague;

use super::Failed;
use crate::{
    App,
    domain::{CaseId, Package, RecordId, Sight},
};

/// The paper with the case's number, as `form` was filled in or else as it was last, for whoever sees the whole
/// case. That it was fetched is written before it is handed out.
#[tracing::instrument(skip_all, fields(case.id = %id), err(level = "info"))]
pub async fn open_package(
    app: &App,
    person: &Colleague,
    id: CaseId,
    form: Option<RecordId>,
) -> Result<(String, Package), Failed> {
    let tx = app.store.begin().await?;
    let seen = tx.case_as_seen_by(id, person).await?.filter(|seen| seen.sight == Sight::Whole);
    let seen = seen.ok_or(Failed::NotThere)?;
    let package = match form {
        Some(form) => tx.package_of(id, &seen.key, form).await?,
        None => tx.package(id, &seen.key).await?,
    };
    let package = package.ok_or(Failed::NotThere)?;
    tx.trace_fetching(Actor::Person(person.id), id, app.now()).await?;
    tx.commit().await?;
    Ok((seen.case.number.to_string(), package))
}
