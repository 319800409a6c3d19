//! IVO is done with the matter (before L14).

use organisation::Colleague;

use super::{
    Failed,
    deed::{Deed, Left},
};
use crate::{
    App,
    domain::{CaseId, Content, TypedIvoAnswer, Verb},
};

#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn close_ivo(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    typed: &TypedIvoAnswer,
) -> Result<(), Failed> {
    let deed = Deed::begin(app, person, id, version).await?;
    let case = deed.case().close_ivo(&deed.seen.standings, &deed.records, deed.now)?;
    let record = Content::IvoAnswer(typed.parse(&app.policy)?);
    deed.end(Left { verb: Verb::CloseIvo, case, record: Some((record, None)), tell: Vec::new() }).await
}
