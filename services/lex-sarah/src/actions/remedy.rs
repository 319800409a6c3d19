//! The misconduct is remedied or the risk removed, with what shows it (L8, LSS 24 e §).

use organisation::Colleague;

use super::{
    Failed,
    deed::{Deed, Left},
};
use crate::{
    App,
    domain::{CaseId, Content, TypedRemedy, Verb},
};

#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn remedy(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    typed: &TypedRemedy,
) -> Result<(), Failed> {
    let deed = Deed::begin(app, person, id, version).await?;
    let case = deed.case().remedy(&deed.seen.standings, deed.now)?;
    let record = Content::Remedy(typed.parse(&app.policy)?);
    deed.end(Left { verb: Verb::Remedy, case, record: Some((record, None)), tell: Vec::new() }).await
}
