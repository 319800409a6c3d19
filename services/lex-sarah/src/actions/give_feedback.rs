//! Somebody whom it concerned was told what came of it, or the law keeps it from them (H48).

use organisation::Colleague;

use super::{Failed, deed::Deed};
use crate::{
    App,
    domain::{CaseId, Content, TypedFeedback, Verb},
};

/// When everybody is told and the last effect judged, the decision-makers are told that the case can be closed.
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
    deed.end_towards_closing(Verb::GiveFeedback, case, record, None).await
}
