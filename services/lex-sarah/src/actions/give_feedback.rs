//! Somebody whom it concerned was told what came of it, or the law keeps it from them (H48).

use organisation::Colleague;

use super::{
    Failed,
    deed::{Deed, Left},
};
use crate::{
    App,
    domain::{CaseId, Content, TypedFeedback, Verb},
};

#[tracing::instrument(skip_all, fields(case.id = %id), err)]
pub async fn give_feedback(
    app: &App,
    person: &Colleague,
    id: CaseId,
    version: i64,
    typed: &TypedFeedback,
) -> Result<(), Failed> {
    let deed = Deed::begin(app, person, id, version).await?;
    let case = deed.case().done(Verb::GiveFeedback, &deed.seen.standings, &deed.records, deed.now)?;
    let record = Content::Feedback(typed.parse(&app.policy)?);
    deed.end(Left { verb: Verb::GiveFeedback, case, record: Some((record, None)), tell: Vec::new() }).await
}
